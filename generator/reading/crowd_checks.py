"""How many people one round can honour: where sheets with all of them run out of room, and where the program does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.reading.tree import Fault
from generator.reading.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

TOGETHER = 12
"""People who stand together on one page of a poster."""

MOST = 100
"""People of one round; each has about forty files of their own."""


def crowd(winners: int) -> Iterator[Fault]:
    """Yield an error or a warning at the first winner who is too many."""
    if winners > MOST:
        yield Fault(
            ("winners", MOST),
            say(
                f"มีผู้ได้รับการคัดเลือก {winners} คน เกิน {MOST} คนต่อรอบ",
                f"there are {winners} winners, more than {MOST} in one round",
                f"เก็บไว้ไม่เกิน {MOST} คน หากเป็นผู้ได้รับการเสนอชื่อ ไม่ต้องใส่ในไฟล์นี้",
                f"keep at most {MOST}; people who were only nominated do not belong in this file",
            ),
        )
    elif winners > TOGETHER:
        yield Fault(
            ("winners", TOGETHER),
            say(
                f"มีผู้ได้รับการคัดเลือก {winners} คน เกิน {TOGETHER} คน แผ่นที่รวมทุกคนจะใช้ภาพเล็ก และอาจมีหลายหน้า",
                f"there are {winners} winners, more than {TOGETHER}: sheets with all of them have small photos",
                "ตรวจว่าทุกคนเป็นผู้ได้รับการคัดเลือกจริง ถ้าใช่ ให้ติดโปสเตอร์รายบุคคลด้วย",
                "see whether all of them were chosen; if so, hang the posters of one person each as well",
            ),
            warning=True,
        )
