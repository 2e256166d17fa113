"""What signers read of a proof book: the people and figures of its files, and what changed since the last signature."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.building import plan
from generator.building.listing import of_job
from generator.disclosure import public_round
from generator.dispatch import labels, signing
from generator.ledger import signatures
from generator.pieces import FIRST
from generator.thai.dates import parse_moment
from tests.support import product

if TYPE_CHECKING:
    from generator.disclosure import PublicRound
    from generator.model import Records
    from generator.piece import Entry


def _files(records: Records, moment: str) -> list[Entry]:
    jobs = plan.plan(FIRST, records, parse_moment(moment), sealed=False)
    entries = [of_job(job, f"build/{job.path}", job.path.encode()) for job in jobs]
    return signatures.files_of(entries, 2566, 2566)


def _round(records: Records) -> PublicRound:
    newest = records.rounds[0]
    return public_round(records.organisation, newest, newest.programme.result_at, "print")


def test_the_people_are_those_whom_the_files_name(records: Records) -> None:
    """A mayor signs for names; a book of the criteria, which many people carry about, has none."""
    seen = _round(records)
    late = signing.front(seen, _files(records, product.AFTER), None)
    assert [person["name"] for person in late["people"]] == [winner.name.full for winner in seen.winners]
    assert any("88.6" in value for _, value in late["figures"])
    early = signing.front(seen, _files(records, product.BEFORE), None)
    assert early["people"] == []
    assert not any("88.6" in value or labels.COMPLAINTS in what for what, value in early["figures"])


def test_what_changed_since_the_last_signature_is_named_as_the_office_calls_it(records: Records) -> None:
    """Whoever signed sixty pages once need not read them again for one word."""
    seen, files = _round(records), _files(records, product.AFTER)
    assert signing.front(seen, files, None)["changes"]["said"] == labels.NEVER_SIGNED
    signed = {entry.path: entry.sha256 for entry in files}
    assert signing.front(seen, files, signed)["changes"] == {"said": labels.AS_SIGNED, "groups": []}
    poster = next(entry for entry in files if entry.file == "poster-a3.pdf")
    now = [replace(entry, sha256="0" * 64) if entry is poster else entry for entry in files if entry.suffix != ".csv"]
    changes = signing.front(seen, now, signed)["changes"]
    assert changes["said"] == ""
    changed, gone = changes["groups"]
    assert changed == {"title": labels.CHANGED.format(count=1), "names": [poster.called]}
    assert all(name.endswith(".csv") for name in gone["names"])


def test_many_changes_are_counted_and_not_all_named(records: Records) -> None:
    """The page stays a page."""
    files = _files(records, product.AFTER)
    changes = signing.front(_round(records), files, {})["changes"]
    (group,) = changes["groups"]
    assert len(group["names"]) == signing.MOST_NAMED + 1
