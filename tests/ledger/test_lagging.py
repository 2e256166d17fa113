"""A build of a part leaves the other files as they were: it says so where somebody may not be seen on them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from generator.ledger import lagging
from generator.ledger.releases import Known, Release
from generator.model import Suppression, key_of
from generator.piece import Entry

if TYPE_CHECKING:
    from generator.model import Records


def test_what_stayed_is_told_of_if_its_moment_was_moved_or_somebody_hidden(records: Records) -> None:
    """The poster alone was made anew, and the site went on naming the winners without a word."""
    award_round = records.rounds[0]
    result, year = award_round.programme.result_at, award_round.programme.year
    first, *others = award_round.winners
    key = key_of(year, first)
    entry = Entry("build/print/a.pdf", "poster", "ก", "public", "", 1, people=(key,), year=year)
    release = Release({entry.path: entry}, {key: Known("ก", "ก")}, {})
    hidden = replace(first, suppressed=Suppression("ขอไว้", date(2023, 5, 1)))
    less = replace(records, rounds=(replace(award_round, winners=(hidden, *others)),))
    before = result - timedelta(minutes=1)
    assert not list(lagging.left(records, release, result))
    for now, moment in ((records, before), (less, result)):
        (told,) = lagging.left(now, release, moment)
        assert (told.file, told.warning) == (entry.path, True)
        assert "1 ไฟล์" in told.message.th
    assert lagging.early(records, [replace(entry, sealed=True)], before) == []
