"""What is missing for the next step is named while there is time to get it, and no longer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from generator.disclosure import lacking, public_round
from generator.thai.dates import parse_moment

if TYPE_CHECKING:
    from generator.model import AwardRound, Records

JUDGING, AFTER = parse_moment("2566-04-19 10:00"), parse_moment("2566-04-22 10:00")
CLOSED = parse_moment("2566-06-01 10:00")


def _what(records: Records, award_round: AwardRound, moment: str) -> list[str]:
    return [each.what.en for each in lacking(records.organisation, award_round, parse_moment(moment))]


def test_the_sample_still_needs_what_one_winner_has_not_given(records: Records) -> None:
    """เอื้อ has no photo, and nobody asked how the name is read; the others need nothing."""
    missing = lacking(records.organisation, records.rounds[0], JUDGING)
    assert {each.who for each in missing if each.who} == {("นายเอื้อ",)}
    assert "no photo yet" in [each.what.en for each in missing]
    assert all(each.cure.th and each.cure.en for each in missing)


@pytest.mark.parametrize(
    ("lacks", "moment", "said"),
    [
        ({"winners": ()}, "2566-04-19 10:00", "there are no winners yet"),
        ({"signed": None}, "2566-04-19 10:00", "the proof book is not signed"),
    ],
)
def test_what_the_record_lacks_is_named(lacks: dict[str, Any], moment: str, said: str, records: Records) -> None:
    """A clerk who is told on the day itself is told too late."""
    assert said in _what(records, replace(records.rounds[0], **lacks), moment)


def test_the_programme_s_gaps_are_named(records: Records) -> None:
    """A ceremony without a place, a survey for telephones alone, an office without its seal."""
    award_round = records.rounds[0]
    programme = replace(
        award_round.programme, ceremony=None, survey=replace(award_round.programme.survey, other_ways=())
    )
    office = replace(records.organisation, seal=None)
    told = [each.what.en for each in lacking(office, replace(award_round, programme=programme), JUDGING)]
    assert {"no way to answer without a mobile phone", "place and hour of the ceremony are missing"} <= {*told}
    assert "the office's seal is missing" in told


def test_a_closed_round_needs_nothing(records: Records) -> None:
    """What was not had in time is no next step any more."""
    assert lacking(records.organisation, replace(records.rounds[0], winners=()), CLOSED) == ()


def test_before_the_committee_judges_no_winner_is_missing(records: Records) -> None:
    """Nobody can be chosen in March."""
    assert "there are no winners yet" not in _what(records, replace(records.rounds[0], winners=()), "2566-03-10 10:00")


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
    assert "a photo without a consent" in _what(records, coming, "2566-04-22 10:00")
