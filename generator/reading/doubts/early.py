"""Doubts about a coming result that is told in words: the embargo keeps back what stands in winners.yaml alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.reading.doubts.written import Remark
from generator.reading.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.reading.doubts.written import About

_KEPT_BACK = {"winners", "corrections", "photos"}
"""The fields of which nothing is shown before the result is out."""


def name(text: str, about: About) -> Iterator[Remark]:
    """Doubt the name of somebody who is not announced yet, in a text that is published from the beginning."""
    if about.kind not in {"text", "page"} or _KEPT_BACK & {*about.loc}:
        return
    for each in about.office.secret:
        at = text.find(each)
        if at >= 0:
            yield Remark(
                at,
                say(
                    f"มีชื่อ {each} ซึ่งอยู่ในผลที่ยังไม่ถึงเวลาประกาศ แต่ข้อความนี้เผยแพร่ได้ก่อน",
                    f"{each} belongs to a result that is not public yet, and this text is published before it",
                    "ลบชื่อออกจนกว่าจะประกาศ ถ้าพูดถึงคนนี้เรื่องอื่น หรือเป็นคนละคน ปล่อยไว้ได้",
                    "leave the name out until then, or keep it if it means something or somebody else",
                ),
            )
