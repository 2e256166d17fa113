"""Pictures of the ceremony: shown where everybody in them agreed, and never before the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

import pytest

from generator import disclosure
from generator.disclosure import ceremony_hours
from generator.era import BANGKOK
from generator.model import CeremonyPhoto, Consent, Suppression
from generator.pieces import PIECES
from tests.support import golden

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.disclosure import PublicRound
    from generator.model import AwardRound, Channel, Records, Showing, Winner

LATER: Final = datetime(2023, 6, 1, tzinfo=BANGKOK)
BY_NAME: Final = {piece.name: piece for piece in PIECES}


def _with(records: Records, change: Callable[[AwardRound], AwardRound]) -> Records:
    newest, *others = records.rounds
    return replace(records, rounds=(change(newest), *others))


def _pictured(records: Records, *people: Winner, held: bool = False) -> Records:
    """Return the records with one picture of the ceremony that shows these winners; its pixels are a portrait's."""

    def change(award_round: AwardRound) -> AwardRound:
        shown = next(winner.photo for winner in award_round.winners if winner.photo)
        ceremony = award_round.programme.ceremony
        assert ceremony
        photo = CeremonyPhoto(shown.picture, "บนเวที", tuple(winner.id for winner in people), "แจ้งก่อนถ่ายแล้ว")
        changed = replace(ceremony, photos=(photo,), held=held)
        return replace(award_round, programme=replace(award_round.programme, ceremony=changed))

    return _with(records, change)


def _agreeing(winner: Winner, *channels: Channel, withdrawn: date | None = None) -> Winner:
    assert winner.photo
    consent = Consent(frozenset(channels), date(2023, 4, 1), withdrawn)
    return replace(winner, photo=replace(winner.photo, consent=consent))


def _in_round(records: Records, *changed: Winner) -> Records:
    by_id = {winner.id: winner for winner in changed}
    return _with(records, lambda each: replace(each, winners=tuple(by_id.get(one.id, one) for one in each.winners)))


def _portrayed(records: Records) -> list[Winner]:
    return [winner for winner in records.rounds[0].winners if winner.photo]


def _seen(records: Records, channel: Showing, moment: datetime = LATER) -> PublicRound:
    return disclosure.publish(records, moment, channel).newest


@pytest.mark.parametrize("channel", ["site", "print", "social"])
def test_a_picture_is_shown_only_where_every_winner_in_it_agreed(records: Records, channel: Channel) -> None:
    """One who said yes to the newsletter has not said yes to Facebook, whoever else stands beside."""
    first, second, *_ = _portrayed(records)
    other: Channel = "print" if channel == "social" else "social"
    for consents, shown in (((channel, channel), 1), ((channel, other), 0)):
        people = [_agreeing(winner, given) for winner, given in zip((first, second), consents, strict=True)]
        records_now = _in_round(_pictured(records, first, second), *people)
        assert len(_seen(records_now, channel).photos) == shown


def test_a_picture_waits_for_the_day_of_the_last_consent(records: Records) -> None:
    """A consent that was written down ahead holds from its day on, for a picture of many as for a portrait."""
    first, second, *_ = _portrayed(records)
    assert second.photo
    late = replace(second, photo=replace(second.photo, consent=Consent(frozenset({"print"}), LATER.date(), None)))
    records_now = _in_round(_pictured(records, first, second), _agreeing(first, "print"), late)
    days = LATER - timedelta(minutes=1), LATER
    assert [len(_seen(records_now, "print", moment).photos) for moment in days] == [0, 1]


def test_a_picture_of_a_links_preview_needs_both_consents(records: Records) -> None:
    """It stands on the site, and an app copies it."""
    first = _portrayed(records)[0]
    for channels, shown in ((("site",), 0), (("site", "social"), 1)):
        records_now = _in_round(_pictured(records, first), _agreeing(first, *channels))
        assert len(_seen(records_now, "link").photos) == shown


@pytest.mark.parametrize("kind", ["withdrawn", "suppressed", "no photo"])
def test_who_took_the_consent_back_or_never_gave_one_is_in_no_picture(records: Records, kind: str) -> None:
    """A picture of the whole row would otherwise keep showing the person."""
    first, second, *_ = _portrayed(records)
    agreed = _agreeing(second, "site", "print", "social")
    gone = {
        "withdrawn": _agreeing(first, "site", "print", "social", withdrawn=date(2023, 5, 1)),
        "suppressed": replace(
            _agreeing(first, "site", "print", "social"), suppressed=Suppression("ขอไว้", date(2023, 5, 1))
        ),
        "no photo": replace(first, photo=None),
    }[kind]
    both = _agreeing(first, "site", "print", "social")
    for channel in ("site", "print", "social"):
        assert len(_seen(_in_round(_pictured(records, first, second), both, agreed), channel).photos) == 1
        assert _seen(_in_round(_pictured(records, first, second), gone, agreed), channel).photos == ()


def test_there_is_no_picture_before_the_ceremony_begins(records: Records) -> None:
    """A picture copied from last year's record would show a ceremony that has not been."""
    pictured = _pictured(records)
    begins, _ = ceremony_hours(records.rounds[0].programme)
    early = _seen(pictured, "site", begins - timedelta(minutes=1))
    assert early.photos == ()
    assert early.ceremony == "coming"
    now = _seen(pictured, "site", begins)
    assert len(now.photos) == 1
    assert now.ceremony == "held"  # pictures are the office's word that it takes place


def test_nobody_says_that_certificates_were_handed_over_by_the_calendar_alone(records: Records) -> None:
    """It may have been put off, and nobody has written so yet."""
    _, ends = ceremony_hours(records.rounds[0].programme)
    silent = [_given(_saying(records, held=False), moment) for moment in (ends - timedelta(minutes=1), ends, LATER)]
    assert silent == [[], [], []]
    said = _saying(records, held=True)
    assert _given(said, ends - timedelta(minutes=1)) == []
    assert _given(said, ends)


def _saying(records: Records, *, held: bool) -> Records:
    def change(award_round: AwardRound) -> AwardRound:
        ceremony = award_round.programme.ceremony
        assert ceremony
        return replace(award_round, programme=replace(award_round.programme, ceremony=replace(ceremony, held=held)))

    return _with(records, change)


def _given(records: Records, moment: datetime) -> list[str]:
    publication = disclosure.publish(records, moment, "social")
    newest = replace(publication, rounds=publication.rounds[:1])
    return [sheet.path for sheet in BY_NAME["caption"].lay_out(newest) if sheet.path.endswith("/given.txt")]


@pytest.mark.parametrize("name", ["card", "caption", "ceremony_photo", "newsletter", "cms_html", "cms_ceremony_photo"])
def test_whoever_is_in_a_picture_is_declared_on_every_sheet_that_shows_it(records: Records, name: str) -> None:
    """A consent taken back must find the post, the newsletter and the news that went out with the picture."""
    first = _portrayed(records)[0]
    agreed = _agreeing(first, "site", "print", "social")
    piece = BY_NAME[name]
    publication = disclosure.publish(_in_round(_pictured(records, first), agreed), LATER, piece.channel)
    newest = replace(publication, rounds=publication.rounds[:1])
    digest = newest.newest.photos[0].picture.digest
    key = f"2566/{first.id}"
    found = [
        sheet
        for sheet in piece.lay_out(newest)
        if "บนเวที" in golden.written(sheet) and (name == "caption" or any(r.digest == digest for r in sheet.renditions))
    ]
    assert found
    for sheet in found:
        assert key in sheet.standing.named, sheet.path
        assert key in sheet.standing.portrayed, sheet.path
