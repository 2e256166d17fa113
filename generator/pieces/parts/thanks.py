"""The thanks to citizens with their verdict, once the survey has counted and the award was given; draws nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.disclosure import enough
from generator.thai.figures import count, percent, percent_sign

if TYPE_CHECKING:
    from decimal import Decimal

    from generator.disclosure import PublicRound


TITLE = "{replies} เสียง ขอบคุณทุกคน"

MEASURED = "ความพึงพอใจเฉลี่ย"


@dataclass(frozen=True, slots=True)
class Thanks:
    """The verdict of a survey: `value` is the satisfaction out of a hundred, `figure` the same as it stands alone.

    `title` thanks everybody, `measured` says below the figure what it is of, and `said` tells all in one sentence.
    """

    value: Decimal
    figure: str
    title: str
    measured: str
    said: str


def thanks(award_round: PublicRound) -> Thanks | None:
    """Return the verdict to thank for; None before the ceremony, and where there is no figure or too few replied."""
    came = award_round.outcomes.satisfaction_of(award_round.year)
    replies = enough(came.replies) if came else None
    if award_round.stage not in {"ceremony", "closed"} or came is None or replies is None:
        return None
    target = award_round.outcomes.satisfaction_target
    against = f"{'สูงกว่า' if came.value > target else 'จาก'}เป้าหมาย{percent(target)}"
    return Thanks(
        came.value,
        percent_sign(came.value),
        TITLE.format(replies=count(replies)),
        f"{MEASURED} {against}",
        f"ผู้ตอบแบบประเมิน {count(replies)} คน พึงพอใจการให้บริการเฉลี่ย{percent(came.value)} {against}",
    )
