"""The ceremony: day, hour and place, the order of events with their times and the words spoken in each; no layout.

What the record lacks is a dotted line to write on. The usual order belongs to no single faith: an office that lights
candles or reads a prayer writes its own order.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from itertools import accumulate
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from generator.era import BANGKOK
from generator.model import Presider
from generator.pieces.ceremony import labels, words
from generator.pieces.parts import honoured, occasion
from generator.thai.dates import clock

if TYPE_CHECKING:
    from generator.disclosure import PublicRound, PublicWinner
    from generator.model import CeremonyEvent, CommitteePost
    from generator.piece import View
    from generator.pieces.parts.speech import Groups

BLANK = "." * 40

REGISTRATION = 30
"""Minutes before the ceremony at which registration opens."""

LETTERS_A_MINUTE = 600
"""How fast a careful announcer reads. In addition, each winner takes a minute for walking, bowing and a picture."""

_SEATS = re.compile(r"^(?P<post>.+?)\s*(?P<count>\d+)\s*(?:คน|ท่าน|ราย)$")
"""A seat held by several people, such as "ผู้แทนประชาชน 2 คน"."""


class Event(NamedTuple):
    """A point in the order of events, and what is said at it."""

    what: str
    who: str
    minutes: int
    prepare: str
    said: Groups


def when_and_where(award_round: PublicRound) -> View:
    """Return day, hour, place and presider as text, with dotted lines for what is not known."""
    ceremony = award_round.programme.ceremony
    return {
        "day": occasion.day(award_round),
        "time": labels.BEGINS.format(time=clock(ceremony.starts) if ceremony else labels.TIME_TO_FILL_IN),
        "place": ceremony.place if ceremony else BLANK,
        "presider": _presider(award_round),
    }


def _presider(award_round: PublicRound) -> str:
    ceremony = award_round.programme.ceremony
    if ceremony is None:
        return BLANK
    presider = ceremony.presider
    return f"{presider.name.full}  {presider.post}" if presider.name else presider.post


def order(award_round: PublicRound) -> list[tuple[str, Event]]:
    """Return the order of events, each with the time at which it begins; only for a round that has winners."""
    ceremony = award_round.programme.ceremony
    own = ceremony.events if ceremony else ()
    events = [_own(award_round, event) for event in own] or _usual(award_round)
    early = 0 if own else REGISTRATION
    if ceremony is None:
        return [(labels.TIME_TO_FILL_IN, event) for event in events]
    opens = datetime.combine(award_round.programme.step("ceremony").starts, ceremony.starts, BANGKOK) - timedelta(
        minutes=early
    )
    passed = accumulate((event.minutes for event in events), initial=0)
    return [(clock(opens + timedelta(minutes=after)), event) for after, event in zip(passed, events, strict=False)]


def _own(award_round: PublicRound, event: CeremonyEvent) -> Event:
    if event.handover:
        groups = words.handover(award_round)
        return Event(event.text, event.who, event.minutes, event.prepare or _tray(award_round), groups)
    return Event(
        event.text, event.who, event.minutes, event.prepare, words.announced(award_round, event.text, event.who)
    )


def _usual(award_round: PublicRound) -> list[Event]:
    by, minutes = reporter(award_round).post, handover_minutes(award_round)
    praise = honoured.praise(award_round.winners)
    forms = labels.CLOSE_NEEDS if award_round.survey_state == "open" else ""
    return [
        Event(labels.REGISTRATION, labels.RECEPTION, REGISTRATION, labels.REGISTRATION_NEEDS, ()),
        Event(labels.WELCOME, labels.ANNOUNCER, 5, labels.WELCOME_NEEDS, words.welcome(award_round)),
        Event(labels.REPORT, by, 10, labels.REPORT_NEEDS, words.report(award_round, by)),
        Event(labels.HANDOVER, labels.PRESIDER, minutes, _tray(award_round), words.handover(award_round)),
        Event(
            labels.ADDRESS.format(praise=praise), labels.PRESIDER, 10, labels.ADDRESS_NEEDS, words.address(award_round)
        ),
        Event(labels.PHOTOGRAPH, labels.EVERYBODY, 10, labels.PHOTOGRAPH_NEEDS, words.photograph(award_round)),
        Event(labels.CLOSE, labels.ANNOUNCER, 5, forms, words.close(award_round)),
    ]


def _tray(award_round: PublicRound) -> str:
    return labels.HANDOVER_NEEDS.format(people=len(award_round.winners))


def handover_minutes(award_round: PublicRound) -> int:
    """Return how many minutes it takes to call everybody, rounded up to five."""
    letters = sum(len(winner.citation) for winner in award_round.winners)
    return 5 * ceil((len(award_round.winners) + letters / LETTERS_A_MINUTE) / 5)


def reporter(award_round: PublicRound) -> Presider:
    """Return who reports to the presider: whom the record names, or else whoever chairs the committee."""
    ceremony = award_round.programme.ceremony
    return ceremony.reporter if ceremony and ceremony.reporter else Presider(chair(award_round).post, None)


def has_report(award_round: PublicRound) -> bool:
    """Return whether somebody reports to the presider: in the usual order, or in the office's own where it says so."""
    return _has(award_round, r"รายงาน(?!ตัว)")


def has_address(award_round: PublicRound) -> bool:
    """Return whether the presider speaks: in the usual order, or in the office's own where it says so."""
    return _has(award_round, r"โอวาท|กล่าวแสดงความยินดี|กล่าวเชิดชูเกียรติ|ประธาน(?:ในพิธี)?กล่าว")


def _has(award_round: PublicRound, pattern: str) -> bool:
    ceremony = award_round.programme.ceremony
    own = ceremony.events if ceremony else ()
    return not own or any(re.search(pattern, event.text) for event in own)


def chair(award_round: PublicRound) -> CommitteePost:
    """Return who speaks for the committee: the seat that presides over it, or else the first one."""
    seats = award_round.programme.committee
    return next((seat for seat in seats if seat.role.startswith("ประธาน")), seats[0])


def seats(award_round: PublicRound) -> list[tuple[str, str]]:
    """Return the committee's posts and roles in seating order, one for each person who holds a seat."""
    persons = []
    for seat in award_round.programme.committee:
        several = _SEATS.match(seat.post)
        post, count = (several["post"], int(several["count"])) if several else (seat.post, 1)
        persons += [
            (post, labels.OF_COMMITTEE.format(role=seat.role) if seat.role.endswith("กรรมการ") else seat.role)
        ] * count
    return persons


def photograph(winner: PublicWinner) -> str:
    """Return whether a picture of a winner may be shown; somebody without written consent is asked first."""
    if winner.portrait:
        return labels.MAY_BE_SHOWN
    return labels.ASK_FAMILY if winner.name.late else labels.ASK_TEAM if winner.name.team else labels.ASK_FIRST
