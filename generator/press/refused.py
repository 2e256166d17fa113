"""Why a sheet cannot be made, and what is said of it: the others are made, and it is left out, even where it stood."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.problems import Problem, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.piece import Fit, Sheet

NAMED = 3
"""How many files, and how many parts of a sheet, are named where all have the same fault."""


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


@contextmanager
def refusing() -> Iterator[None]:
    """Turn whatever a press has against one sheet into `SheetRefused`, so that the others go on.

    A full disk concerns them all, and so does a library that is not there or finds no room in memory.
    """
    try:
        yield
    except (OSError, ImportError):
        raise
    except Exception as fault:
        raise SheetRefused(said=f"{type(fault).__name__}: {fault}") from fault


def problems(refused: Mapping[str, SheetRefused]) -> Iterator[Problem]:
    """Yield what is wrong with the sheets that were left out, by the path of the first from the project folder.

    All forms of a sheet, for whichever printer, lack room for the same words: that is said once for all of them.
    """
    same: dict[tuple[tuple[str, ...], str], list[str]] = {}
    # The shortest path is that of the plain sheet, which the forms for a printer are made of.
    for path, why in sorted(refused.items(), key=lambda item: (len(item[0]), item[0])):
        yield from (_of_facts(path, fault) for fault in why.faults)
        same.setdefault((tuple(sorted({fit.what for fit in why.unfit})), why.said), []).append(path)
    for (words, said), paths in same.items():
        if words:
            sizes = [fit.size for path in paths for fit in refused[path].unfit]
            yield Problem(paths[0], 0, 0, "", *_too_long(paths, words, min(sizes)))
        if said:
            yield from (Problem(path, 0, 0, "", *_failed(said)) for path in paths)


def _too_long(paths: list[str], words: tuple[str, ...], size: float) -> tuple[Text, Text]:
    forms, named = len(paths), ", ".join(words[:NAMED])
    sheets = f"แผ่นนี้กับอีก {forms - 1} ไฟล์ ({_names(paths[1:])})" if forms > 1 else "แผ่นนี้"
    rest = f" และอีก {len(words) - NAMED} ส่วน" if len(words) > NAMED else ""
    fault = Text(
        f"เว้น{sheets}ไว้ เพราะไม่มีที่พอสำหรับ {named}{rest} ต้องพิมพ์เล็กถึง {size} พอยต์ ซึ่งเล็กกว่าที่อ่านได้",
        f"{forms} file(s) were left out: no room for {named}{rest}: they would be printed at {size} points, too small",
    )
    cure = Text(
        "ชื่อ ตำแหน่ง และสังกัด ไม่ต้องแก้ ใช้แผ่นรายบุคคลหรือแผ่นอื่นที่สร้างได้แทน "
        "ถ้าส่วนนั้นเป็นคำที่หน่วยงานเขียนเอง เช่น คำประกาศหรือเรื่อง เขียนให้สั้นลงแล้วสร้างใหม่",
        "leave names, posts and divisions as they are, and use the sheets of one person or any other that was made; "
        "if it is a text of the office's own, such as a citation or a story, write it shorter and build again",
    )
    return fault, cure


def _names(paths: list[str]) -> str:
    return ", ".join(paths[:NAMED]) + (" ฯลฯ" if len(paths) > NAMED else "")


def _of_facts(path: str, fault: Problem) -> Problem:
    said = Text(f"{fault.message.th} จึงเว้น {path} ไว้", f"{fault.message.en}; {path} was left out")
    return replace(fault, message=said)


def _failed(said: str) -> tuple[Text, Text]:
    return (
        Text(f"เว้นแผ่นนี้ไว้ เพราะโปรแกรมทำไม่ได้ ({said})", f"this sheet was left out: the program failed on it ({said})"),
        Text(
            "แผ่นอื่นใช้ได้ ปิดโปรแกรมอื่นแล้วสร้างใหม่ ถ้ายังทำไม่ได้ โปรดส่งข้อความนี้ให้ผู้ดูแลโปรแกรม",
            "the others are good; close other programs and build again, and if it still fails, "
            "send this line to the program's keepers",
        ),
    )
