"""What is still to be done about a round; only for the office, never passed to a public piece.

People who asked not to be named are on no sheet, so even here only their number is given. Whether the proof book was
signed is left out: the book shows these very sheets, so its own digest must not change them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from generator.disclosure.links import CHANNEL_NAMES
from generator.disclosure.stages import is_late
from generator.model import Channel, Place, counted, told_apart
from generator.problems import Problem, Text
from generator.thai.dates import moment_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from generator.model import AwardRound, Records, Winner


@dataclass(frozen=True, slots=True)
class Pending:
    """Something still to be done: what it is, who it concerns, what settles it, and the day by which it should be.

    `english` says both, for a terminal that speaks English. `act` is what somebody does about it who types no record,
    empty where `what` says it. `settled` is the key of a record that settles it (`round.ceremony`), or the command
    (`tonbaep pack`); empty where neither does.
    """

    what: str
    who: tuple[str, ...]
    cure: str
    english: str = ""
    by: date | None = None
    act: str = ""
    settled: str = ""


def pending(award_round: AwardRound) -> tuple[Pending, ...]:
    """Return what is still to be done in a round whose result is known, the most urgent first."""
    return (*_names(award_round), *people(award_round), *_certificates(award_round), *_figures(award_round))


def overdue(records: Records, moment: datetime) -> tuple[Problem, ...]:
    """Return where the names of results are missing whose moment is over; nothing is published of these results."""
    return tuple(_overdue(award_round) for award_round in records.rounds if is_late(award_round, moment))


def _overdue(award_round: AwardRound) -> Problem:
    programme, place = award_round.programme, award_round.names_due
    due = programme.result_at
    where = place or Place(f"winners/{programme.year}/winners.yaml", 0, 0)
    return Problem(
        *where,
        "winners",
        Text(
            f"ถึงเวลาประกาศผลแล้ว ({moment_text(due)}) แต่ยังไม่มีรายชื่อ ทุกชิ้นจึงยังบอกว่าไม่ได้ประกาศผล",
            f"the result was due at {due:%Y-%m-%d %H:%M} and there are no names, so nothing of it is published",
        ),
        Text(
            "กรอกรายชื่อใน winners.yaml ถ้าปีนี้ไม่มีผู้ได้รับการคัดเลือก เขียน no_winners: ตามด้วยเหตุผล "
            "ถ้ายังไม่รู้ผล เลื่อน result_at กับขั้นตอน result ใน round.yaml",
            "write the names into winners.yaml; if nobody was chosen, write no_winners: and why; "
            "if the result is not known yet, move result_at and the step result in round.yaml",
        ),
        warning=True,
    )


def _names(award_round: AwardRound) -> Iterator[Pending]:
    if not award_round.decided:
        yield Pending(
            "ถึงเวลาประกาศผลแล้ว แต่ยังไม่มีรายชื่อ",
            (),
            "กรอก winners.yaml ถ้าปีนี้ไม่มีผู้ได้รับการคัดเลือก เขียน no_winners พร้อมเหตุผล หรือเลื่อน result_at ใน round.yaml",
            "the result is due and there are no names: fill in winners.yaml, say no_winners there, or move result_at",
            act="ส่งรายชื่อผู้ได้รับการคัดเลือกให้ผู้กรอกข้อมูล หรือบอกว่าปีนี้ไม่มี",
            settled="winners.winners",
        )


def people(award_round: AwardRound) -> Iterator[Pending]:
    """Yield what is still to be settled with those who were chosen; most of it can be done before the result."""
    hidden = [winner.name for winner in award_round.winners if winner.suppressed]
    if hidden:
        yield Pending(
            f"ขอไม่เปิดเผยชื่อ {counted(hidden)}",
            (),
            "ตรวจว่าเก็บทุกแผ่นและทุกโพสต์ที่มีคนนั้นครบแล้ว",
            f"{len(hidden)} asked not to be named: see that every sheet and post is back",
            act="ตรวจว่าเก็บทุกแผ่นและทุกโพสต์ที่มีคนนั้นครบแล้ว",
            settled="tonbaep withdraw",
        )
    yield from _silent(award_round)
    winners = [winner for winner in award_round.in_order if winner.suppressed is None]
    called = told_apart(winners)
    withdrawn = tuple(called[winner.id] for winner in winners if _withdrawn(winner))
    if withdrawn:
        yield Pending(
            "ถอนความยินยอมให้ใช้ภาพ",
            withdrawn,
            "เก็บแผ่นและโพสต์ที่มีภาพหรือเรื่องราว ใบเรียกคืนสื่อได้จาก tonbaep pack",
            f"{len(withdrawn)} withdrew the consent to the photo: take sheets down, with the list of tonbaep pack",
            act="เก็บแผ่นและโพสต์ที่มีภาพหรือเรื่องราว",
            settled="tonbaep pack",
        )
    lacking = tuple(
        f"{called[winner.id]} ({_lacks(winner)})" for winner in winners if not _withdrawn(winner) and _lacks(winner)
    )
    if lacking:
        yield Pending(
            "ยังไม่มีใบยินยอมให้ใช้ภาพ",
            lacking,
            "ขอเป็นหนังสือ แล้วใส่ใน winners.yaml ไม่ยินยอมก็ไม่ต้องทำอะไร",
            f"{len(lacking)} have not consented to the photo: ask in writing, and enter it in winners.yaml",
            act="ขอใบยินยอมให้ใช้ภาพเป็นหนังสือ ไม่ยินยอมก็ไม่ต้องทำอะไร",
            settled="winners.consent",
        )
    unheard = tuple(called[winner.id] for winner in winners if not winner.name.confirmed)
    if unheard:
        yield Pending(
            "ยังไม่ได้ถามเจ้าของชื่อว่าอ่านชื่อถูกหรือไม่",
            unheard,
            "อ่านให้ฟัง แล้วเขียน confirmed: ใช่",
            f"{len(unheard)} were not asked how their name is said: read it to them, then write confirmed: ใช่",
            act="อ่านชื่อให้เจ้าตัวฟัง ว่าอ่านถูกหรือไม่",
            settled="winners.winners",
        )


def _silent(award_round: AwardRound) -> Iterator[Pending]:
    """Yield the categories of which the record says nothing: the result does not mention them."""
    chosen = [entry.category for winner in award_round.winners for entry in (winner, *winner.also)]
    said = {each.category for each in award_round.unawarded} | {*chosen}
    silent = [each for each in award_round.programme.categories if each not in said]
    if silent and award_round.winners:
        keys = " ".join(each.key for each in silent)
        yield Pending(
            "ประเภทที่ยังไม่มีชื่อใคร หน้าผลการคัดเลือกจะไม่กล่าวถึง",
            tuple(each.name for each in silent),
            f"เพิ่มชื่อใน winners.yaml ถ้าปีนี้ไม่มีผู้ได้รับการคัดเลือก เขียน no_winners_in: แล้วบรรทัดถัดไป - category: ({keys})",
            f"nobody is named in {keys}: add who is missing, or say so with no_winners_in: and - category: below it",
            act="บอกผู้กรอกข้อมูลว่าใครได้รับการคัดเลือกประเภทนี้ หรือปีนี้ไม่มี",
            settled="winners.winners",
        )


def _withdrawn(winner: Winner) -> bool:
    consent = winner.photo.consent if winner.photo else None
    return consent is not None and (consent.withdrawn is not None or any(member.left for member in winner.members))


def _lacks(winner: Winner) -> str:
    """Return the channels to which a winner has not agreed."""
    consent = winner.photo.consent if winner.photo else None
    agreed = consent.channels if consent else frozenset()
    missing = [CHANNEL_NAMES[channel] for channel in get_args(Channel) if channel not in agreed]
    return " ".join(missing) if agreed else "ทุกช่องทาง"


def _certificates(award_round: AwardRound) -> Iterator[Pending]:
    if any(winner.certificate is None for winner in award_round.winners if winner.suppressed is None):
        yield Pending(
            "ยังไม่มีเลขที่ประกาศเกียรติคุณ",
            (),
            "สั่ง tonbaep freeze",
            "certificates have no numbers: run tonbaep freeze",
            award_round.programme.step("ceremony").starts,
            act="ออกเลขที่ประกาศเกียรติคุณ",
            settled="tonbaep freeze",
        )


def _figures(award_round: AwardRound) -> Iterator[Pending]:
    year, outcomes = award_round.programme.year, award_round.outcomes
    if outcomes.satisfaction_of(year) is None:
        yield Pending(
            f"ยังไม่มีร้อยละความพึงพอใจของปี {year}",
            (),
            "ใส่ใน outcomes.satisfaction ของ round.yaml",
            f"there is no satisfaction of {year}: enter it in outcomes.satisfaction of round.yaml",
            act="รวมแบบประเมินเป็นร้อยละความพึงพอใจของปี",
            settled="round.outcomes",
        )
    if outcomes.complaints_of(year) is None:
        yield Pending(
            f"ยังไม่มีจำนวนเรื่องร้องเรียนของปี {year}",
            (),
            "ใส่ใน outcomes.complaints ของ round.yaml",
            f"there is no number of complaints of {year}: enter it in outcomes.complaints of round.yaml",
            act="นับเรื่องร้องเรียนของปี",
            settled="round.outcomes",
        )
    if not award_round.replies:
        yield Pending(
            "ยังไม่ได้นับว่าคำตอบมาจากช่องทางใด",
            (),
            "ใส่ใน replies ของ round.yaml",
            "the replies are not counted by channel: enter them in replies of round.yaml",
            act="นับคำตอบของแต่ละช่องทาง",
            settled="round.replies",
        )
