"""What the records may leave out is asked for while there is time to get it, and no longer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.disclosure import ahead_of, public_round
from generator.thai.dates import parse_moment

if TYPE_CHECKING:
    from generator.model import AwardRound, Organisation, Records

JUDGING, AFTER = parse_moment("2566-04-19 10:00"), parse_moment("2566-04-22 10:00")
CLOSED = parse_moment("2566-06-01 10:00")
GAPS = ("without a mobile phone", "place and hour of the ceremony", "office's seal")


def _gaps(office: Organisation, award_round: AwardRound, moment: str) -> list[str]:
    tasks = [task.english for task in ahead_of(office, award_round, parse_moment(moment)).todo]
    return [gap for gap in GAPS if any(gap in task for task in tasks)]


def test_the_programme_s_gaps_are_named_until_the_round_is_over(records: Records) -> None:
    """A ceremony without a place, a survey for telephones alone, an office without its seal."""
    office, award_round = replace(records.organisation, seal=None), records.rounds[0]
    survey = replace(award_round.programme.survey, other_ways=())
    bare = replace(award_round, programme=replace(award_round.programme, ceremony=None, survey=survey))
    assert _gaps(office, bare, "2566-04-19 10:00") == list(GAPS)
    assert _gaps(office, bare, "2566-06-01 10:00") == []
    assert _gaps(records.organisation, award_round, "2566-04-19 10:00") == []


def test_who_presides_is_asked_for_once_the_ceremony_is_next(records: Records) -> None:
    """Before the result nobody has been asked yet; a post alone is enough, if the office wants it so."""
    award_round = records.rounds[0]
    ceremony = award_round.programme.ceremony
    assert ceremony is not None
    unnamed = replace(ceremony, presider=replace(ceremony.presider, name=None))
    open_round = replace(award_round, programme=replace(award_round.programme, ceremony=unnamed))
    asked = {
        moment: any("presides" in task.english for task in ahead_of(records.organisation, open_round, moment).todo)
        for moment in (JUDGING, AFTER, CLOSED)
    }
    assert asked == {JUDGING: False, AFTER: True, CLOSED: False}


def test_a_consent_counts_from_its_day_on(records: Records) -> None:
    """A day of the future is a slip; a photo that is shown before it has no consent."""
    award_round = records.rounds[0]
    first = award_round.winners[0]
    assert first.photo is not None
    assert first.photo.consent is not None
    later = replace(first.photo.consent, given=AFTER.date().replace(year=AFTER.year + 10))
    coming = replace(award_round, winners=(replace(first, photo=replace(first.photo, consent=later)),))
    shown = public_round(records.organisation, replace(award_round, winners=(first,)), AFTER, "site").winners[0]
    hidden = public_round(records.organisation, coming, AFTER, "site").winners[0]
    assert (shown.portrait is None, hidden.portrait is None, hidden.quote) == (False, True, "")
    assert (shown.told_on_site, hidden.told_on_site) == (True, False), "nobody is sent to a story that is not there"
