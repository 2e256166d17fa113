"""What is still to be done about a round; only for the office, never passed to a public piece.

People who asked not to be named are on no sheet, so even here only their number is given. Whether the proof book was
signed is left out: the book shows these very sheets, so its own digest must not change them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from generator.disclosure.links import CHANNEL_NAMES
from generator.model import Channel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import AwardRound, Winner


@dataclass(frozen=True, slots=True)
class Pending:
    """Something still to be done: what it is, who it concerns, and what settles it."""

    what: str
    who: tuple[str, ...]
    cure: str


def pending(award_round: AwardRound) -> tuple[Pending, ...]:
    """Return what is still to be done in a round whose result is known, the most urgent first."""
    return (*_people(award_round), *_certificates(award_round), *_figures(award_round))


def _people(award_round: AwardRound) -> Iterator[Pending]:
    if not award_round.winners:
        yield Pending("ถึงเวลาประกาศผลแล้ว แต่ยังไม่มีรายชื่อ", (), "กรอก winners.yaml หรือเลื่อน result_at ใน round.yaml")
    hidden = sum(1 for winner in award_round.winners if winner.suppressed)
    if hidden:
        yield Pending(f"ขอไม่เปิดเผยชื่อ {hidden} คน", (), "ตรวจว่าเก็บทุกแผ่นและทุกโพสต์ที่มีคนนั้นครบแล้ว")
    winners = [winner for winner in award_round.in_order if winner.suppressed is None]
    withdrawn = tuple(winner.name.short for winner in winners if _withdrawn(winner))
    if withdrawn:
        yield Pending("ถอนความยินยอมให้ใช้ภาพ", withdrawn, "เก็บแผ่นและโพสต์ที่มีภาพหรือเรื่องราว ใบเก็บแผ่นได้จาก tonbaep pack")
    lacking = tuple(
        f"{winner.name.short} ({_lacks(winner)})" for winner in winners if not _withdrawn(winner) and _lacks(winner)
    )
    if lacking:
        yield Pending("ยังไม่มีใบยินยอมให้ใช้ภาพ", lacking, "ขอเป็นหนังสือ แล้วใส่ใน winners.yaml ไม่ยินยอมก็ไม่ต้องทำอะไร")
    unheard = tuple(winner.name.short for winner in winners if not winner.name.confirmed)
    if unheard:
        yield Pending("ยังไม่ได้ถามเจ้าของชื่อว่าอ่านชื่อถูกหรือไม่", unheard, "อ่านให้ฟัง แล้วเขียน confirmed: ใช่")


def _withdrawn(winner: Winner) -> bool:
    consent = winner.photo.consent if winner.photo else None
    return consent is not None and consent.withdrawn is not None


def _lacks(winner: Winner) -> str:
    """Return the channels to which a winner has not agreed."""
    consent = winner.photo.consent if winner.photo else None
    agreed = consent.channels if consent else frozenset()
    missing = [CHANNEL_NAMES[channel] for channel in get_args(Channel) if channel not in agreed]
    return " ".join(missing) if agreed else "ทุกช่องทาง"


def _certificates(award_round: AwardRound) -> Iterator[Pending]:
    if any(winner.certificate is None for winner in award_round.winners if winner.suppressed is None):
        yield Pending("ยังไม่มีเลขที่ประกาศเกียรติคุณ", (), "สั่ง tonbaep freeze")


def _figures(award_round: AwardRound) -> Iterator[Pending]:
    year, outcomes = award_round.programme.year, award_round.outcomes
    if outcomes.satisfaction_of(year) is None:
        yield Pending(f"ยังไม่มีร้อยละความพึงพอใจของปี {year}", (), "ใส่ใน outcomes.satisfaction ของ round.yaml")
    if outcomes.complaints_of(year) is None:
        yield Pending(f"ยังไม่มีจำนวนข้อร้องเรียนของปี {year}", (), "ใส่ใน outcomes.complaints ของ round.yaml")
    if not award_round.replies:
        yield Pending("ยังไม่ได้นับว่าคำตอบมาจากช่องทางไหน", (), "ใส่ใน replies ของ round.yaml")
