"""Why a sheet cannot be made, and what is said of it: the others are made, and it is left out, even where it stood."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.problems import Problem, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.piece import Fit, Sheet


class SheetRefused(Exception):
    """A sheet that cannot be made: words that fit at no readable size (`unfit`), or what its press says against it.

    `faults` are those of its facts, found when it was laid out.
    """

    def __init__(self, unfit: tuple[Fit, ...] = (), said: str = "", faults: tuple[Problem, ...] = ()) -> None:
        """Keep why."""
        super().__init__(said or ", ".join((*(fit.what for fit in unfit), *(fault.message.en for fault in faults))))
        self.unfit = unfit
        self.said = said
        self.faults = faults


def refuse(sheet: Sheet) -> None:
    """Raise `SheetRefused` for a sheet that cannot be made of its facts."""
    if sheet.faults:
        raise SheetRefused(faults=sheet.faults)


def problems(refused: Mapping[str, SheetRefused]) -> Iterator[Problem]:
    """Yield what is wrong with each sheet that was left out, by its path from the project folder."""
    for path, why in sorted(refused.items()):
        yield from (_too_long(path, fit) for fit in why.unfit)
        yield from (_of_facts(path, fault) for fault in why.faults)
        if why.said:
            yield Problem(path, 0, 0, "", *_failed(why.said))


def _too_long(path: str, fit: Fit) -> Problem:
    fault = Text(
        f"เว้นแผ่นนี้ไว้ เพราะข้อความยาวเกินที่ ต้องย่อเหลือ {fit.size} พอยต์จึงจะลงแผ่น ซึ่งเล็กกว่าที่อ่านได้",
        f"this sheet was left out: its words would fit at {fit.size} points only, too small to be read",
    )
    cure = Text(
        "ย่อข้อความส่วนนี้ในข้อมูลของรอบ แล้วสร้างใหม่ ถ้าคนบนแผ่นมากเกินที่ ย่อแล้วก็ยังไม่พอ",
        "shorten these words in the records, then build again; that does not help where too many people share a sheet",
    )
    return Problem(path, 0, 0, fit.what, fault, cure)


def _of_facts(path: str, fault: Problem) -> Problem:
    said = Text(f"{fault.message.th} จึงเว้น {path} ไว้", f"{fault.message.en}; {path} was left out")
    return replace(fault, message=said)


def _failed(said: str) -> tuple[Text, Text]:
    return (
        Text(f"เว้นแผ่นนี้ไว้ เพราะโปรแกรมทำไม่ได้ ({said})", f"this sheet was left out: the program failed on it ({said})"),
        Text(
            "แผ่นอื่นใช้ได้ โปรดส่งข้อความนี้ให้ผู้ดูแลโปรแกรม",
            "the others are good; send this line to the program's keepers",
        ),
    )
