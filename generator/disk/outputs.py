"""Whether the places of finished folders are fit for them: folders, or links to folders that hold nothing else of ours.

Asked before anything is made, so that a build does not fail at its last step.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from generator.problems import Problem, ProblemsFound, Text

if TYPE_CHECKING:
    from collections.abc import Iterable


def check(project: Path, names: Iterable[str]) -> None:
    """Raise `ProblemsFound` for each place in the project folder that no finished folder can take."""
    seen: dict[str, str] = {}
    problems = []
    for name in names:
        fault = _fault(project, name, seen)
        if fault:
            problems.append(Problem(name, 0, 0, "", *fault))
    if problems:
        raise ProblemsFound(problems)


def check_preview(folder: Path, names: Iterable[str]) -> None:
    """Raise `ProblemsFound` where what may only be looked at would stand elsewhere, perhaps in a public place."""
    problems = []
    for place in (folder, *(folder / name for name in names)):
        if place.is_symlink() or (os.path.lexists(place) and not place.is_dir()):
            fault = _LEADS_AWAY if place.is_symlink() else _NO_FOLDER
            problems.append(Problem(place.relative_to(folder.parent).as_posix(), 0, 0, "", *fault))
    if problems:
        raise ProblemsFound(problems)


def _fault(project: Path, name: str, seen: dict[str, str]) -> tuple[Text, Text] | None:
    place = project / name
    if not os.path.lexists(place):
        return None
    if not place.is_dir():
        return _DANGLING if place.is_symlink() else _NO_FOLDER
    real = Path(os.path.realpath(place))
    other = seen.setdefault(str(real), name)
    home = Path(os.path.realpath(project))
    if other != name or real == home or real in home.parents or (place.is_symlink() and home in real.parents):
        return _TAKEN
    if os.path.ismount(real):
        return _MOUNTED
    return None


_NO_FOLDER = (
    Text(
        "มีของอย่างอื่นใช้ชื่อนี้อยู่ จึงวางโฟลเดอร์ที่สร้างไว้ตรงนี้ไม่ได้",
        "something that is not a folder has this name, so what is made cannot stand here",
    ),
    Text("ย้ายหรือเปลี่ยนชื่อสิ่งนั้น แล้วสั่งใหม่", "move or rename it, then run again"),
)
_DANGLING = (
    Text("เป็นทางลัดที่ไม่ได้ชี้ไปยังโฟลเดอร์ใด หรือปลายทางหายไปแล้ว", "is a link that leads to no folder, or to one that is gone"),
    Text(
        "เสียบดิสก์หรือสร้างโฟลเดอร์ปลายทาง หรือลบทางลัดนี้ แล้วสั่งใหม่",
        "connect its disk, make its folder, or remove the link; then run again",
    ),
)
_LEADS_AWAY = (
    Text(
        "เป็นทางลัดไปที่อื่น ของที่ยังห้ามเผยแพร่จึงไม่วางที่นั่น",
        "is a link to another place, where nothing may stand that is only to be looked at",
    ),
    Text("ลบทางลัดนี้ แล้วสั่งใหม่", "Remove the link, then run again"),
)
_TAKEN = (
    Text(
        "เป็นทางลัดไปยังโฟลเดอร์ที่มีของอื่นของโครงการนี้อยู่",
        "is a link to a folder in which something else of this project stands",
    ),
    Text(
        "ให้ทางลัดชี้ไปยังโฟลเดอร์เปล่านอกโครงการ แล้วสั่งใหม่",
        "let it lead to an empty folder outside the project, then run again",
    ),
)
_MOUNTED = (
    Text("เป็นดิสก์ทั้งก้อน จึงสลับโฟลเดอร์ใหม่เข้าแทนไม่ได้", "is a whole disk, which no new folder can take the place of"),
    Text("ให้ชี้ไปยังโฟลเดอร์ย่อยในดิสก์นั้น แล้วสั่งใหม่", "use a folder below it, then run again"),
)
