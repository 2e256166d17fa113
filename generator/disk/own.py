"""The one door for what the program wrote itself: it trusts no shape, says what it found, sets it aside and goes on.

Such a file may have been cut by a full disk, written by a later version, changed by hand, or replaced by a folder. None
of that may end a run, and nothing is deleted: what cannot be read gets another name, and the next run begins anew.
"""

from __future__ import annotations

import json
import os
import stat
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from generator.problems import Problem, Text

if TYPE_CHECKING:
    from collections.abc import Callable

Value = TypeVar("Value")

ASIDE = ".unreadable"
"""The ending of what was set aside; a second one of the same name gets a number."""


class Unsound(Exception):
    """Something in the place of a file of the program's own is not what the program writes; `said` is why."""

    def __init__(self, said: Text) -> None:
        """Keep why."""
        super().__init__(said.en)
        self.said = said


FOLDER = Text("เป็นโฟลเดอร์ ไม่ใช่ไฟล์", "is a folder")
LINK = Text("เป็นทางลัดไปที่อื่น", "is a link to another place")
SPECIAL = Text("ไม่ใช่ไฟล์ธรรมดา", "is no ordinary file")
NO_FOLDER = Text("ไม่ใช่โฟลเดอร์", "is not a folder")
BROKEN = Text("อ่านไม่ออก อาจเสียหรือถูกตัดกลางคัน", "cannot be read; it may be damaged or cut")
STRANGE = Text(
    "ไม่เป็นแบบที่โปรแกรมรุ่นนี้เขียน อาจถูกแก้หรือมาจากรุ่นอื่น",
    "is not as this version writes it; it was changed, or another version wrote it",
)


class Own:
    """The program's own files of one project during one run; `told` are warnings about what was set aside."""

    def __init__(self, project: Path) -> None:
        """Begin a run; nothing is looked at yet."""
        self.project = project
        self.told: list[Problem] = []
        self._lost: set[Path] = set()

    def read(self, file: Path, shape: object, made: Callable[[Any], Value]) -> Value | None:
        """Return what `made` makes of the JSON in a file, or None if there is no file or it was set aside just now.

        `made` may raise `ValueError`, `KeyError` or `TypeError` for what no shape can say.
        """
        try:
            value = read(file, shape)
            return None if value is None else made(value)
        except Unsound as fault:
            self.set_aside(file, fault.said)
        except (ValueError, KeyError, TypeError):
            self.set_aside(file, STRANGE)
        return None

    def clear(self, file: Path) -> None:
        """Set aside whatever stands where the program keeps a file and is none: nothing is written through a link."""
        found = not_a_file(file)
        if found:
            self.set_aside(file, found)

    def folder(self, folder: Path) -> None:
        """Make a folder of the program's own, real and not a link; whatever else stands there is set aside."""
        if folder.is_symlink() or (os.path.lexists(folder) and not folder.is_dir()):
            self.set_aside(folder, LINK if folder.is_symlink() else NO_FOLDER)
        folder.mkdir(parents=True, exist_ok=True)

    def heard(self) -> list[Problem]:
        """Return the warnings noted since the last time."""
        told, self.told = self.told, []
        return told

    def lost(self, file: Path) -> bool:
        """Return whether a file was set aside in this run, so that what it said is not known."""
        return file in self._lost

    def set_aside(self, file: Path, why: Text) -> Path:
        """Give something another name, note a warning, and return where it is now."""
        aside = moved_aside(file)
        self._lost.add(file)
        now = self._named(aside)
        self._tell(
            file,
            Text(
                f"สิ่งที่อยู่ในที่ของไฟล์ที่โปรแกรมเขียนเอง{why.th} จึงย้ายไปเป็น {now} แล้วทำงานต่อ",
                f"what is in the place of a file of the program's own {why.en}; it is now {now}",
            ),
            Text(
                "โปรแกรมเขียนไฟล์ใหม่เอง ถ้าของที่ย้ายไปไม่ใช่ของท่าน ลบได้",
                "the program writes a new one; delete what was moved unless it is yours",
            ),
        )
        return aside

    def began_anew(self, file: Path) -> None:
        """Note that a file of things that can all be made again was no use and was begun anew."""
        self._tell(
            file,
            Text(
                f"ไฟล์ที่โปรแกรมเก็บของที่ทำแล้วไว้ใช้ซ้ำ{BROKEN.th} จึงเริ่มใหม่",
                f"the file of what is kept to be used again {BROKEN.en}",
            ),
            Text("ไม่ต้องทำอะไร ครั้งนี้จะช้ากว่าปกติ", "nothing is to be done; this run takes longer"),
        )

    def _tell(self, file: Path, message: Text, fix: Text) -> None:
        self.told.append(Problem(self._named(file), 0, 0, "", message, fix, warning=True))

    def _named(self, path: Path) -> str:
        return os.path.relpath(path, self.project).replace(os.sep, "/")


def read(file: Path, shape: object) -> object:
    """Return the JSON value in a file of the program's own, or None if there is no file.

    Raises `Unsound` for anything in its place that does not fit the shape, and `OSError` where the disk refuses.
    """
    if not os.path.lexists(file):
        return None
    found = not_a_file(file)
    if found:
        raise Unsound(found)
    raw = file.read_bytes()
    try:
        value = json.loads(raw)
        if b"\\u" in raw:
            json.dumps(value, ensure_ascii=False).encode()  # half a letter can be read, but never written again
    except (ValueError, RecursionError):
        raise Unsound(BROKEN) from None
    if not fits(value, shape):
        raise Unsound(STRANGE)
    return value


def behind(file: Path) -> Path:
    """Return the file that a link of the office's own leads to, so that the link stays; a dangling one is returned."""
    return Path(os.path.realpath(file)) if file.is_symlink() and file.exists() else file


def not_a_file(file: Path) -> Text | None:
    """Return what stands in the place of a file, or None if it is a file or nothing; a link is no file."""
    try:
        mode = os.lstat(file).st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISREG(mode):
        return None
    return FOLDER if stat.S_ISDIR(mode) else LINK if stat.S_ISLNK(mode) else SPECIAL


def fits(value: object, shape: object) -> bool:
    """Return whether a JSON value has a shape: a type; any of several, as a tuple; a list of one; the keys of a group.

    A group may have more keys than its shape, since a later version may say more. `{str: shape}` is a group with any
    keys.
    """
    if isinstance(shape, tuple):
        return any(fits(value, each) for each in shape)
    if isinstance(shape, list):
        return _is_list_of(shape[0], value)
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            return False
        if str in shape:
            fit = partial(_is_list_of, shape[str][0]) if isinstance(shape[str], list) else partial(_fits, shape[str])
            return all(map(fit, value.values()))
        return all(key in value and fits(value[key], part) for key, part in shape.items())
    return value is None if shape is None else type(value) is shape


def _fits(shape: object, value: object) -> bool:
    return fits(value, shape)


def _is_list_of(shape: object, value: object) -> bool:
    """Return whether a value is a list of one shape; types are quick, as files of stamps need."""
    if not isinstance(value, list | tuple):
        return False
    if isinstance(shape, type):
        return {*map(type, value)} <= {shape}
    return all(fits(item, shape) for item in value)


def moved_aside(file: Path) -> Path:
    """Rename a file or folder so that its place is free, and return its new path; nothing is overwritten."""
    aside, number = file.with_name(file.name + ASIDE), 1
    while os.path.lexists(aside):
        number += 1
        aside = file.with_name(f"{file.name}{ASIDE}-{number}")
    file.rename(aside)
    return aside


def set_aside_before(file: Path) -> list[Path]:
    """Return what earlier runs set aside of a file, as long as nobody has mended or deleted it."""
    return sorted(file.parent.glob(f"{file.name}{ASIDE}*"))
