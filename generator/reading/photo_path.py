"""Which file a photo's name in a record means: inside its folder, not through a link, spelt as on disk; opens none."""

from __future__ import annotations

import difflib
import os
import re
import stat
from pathlib import Path, PurePath, PureWindowsPath
from typing import TYPE_CHECKING

from generator.reading import text as letters
from generator.reading.wording import say, shown

if TYPE_CHECKING:
    from generator.reading.tree import Saying

_LINK_TAGS = {0xA000000C, 0xA0000003}
"""Windows' symbolic links and junctions; a file that OneDrive keeps in the cloud has a tag, too, and is not a link."""

_PHOTOS = "photos"
"""The folder within a round's own where the sample keeps its pictures."""

_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


def resolve(folder: Path, written: str) -> Path | Saying:
    """Return the regular file that `written` names below `folder`, or what to say instead.

    The path is written with forward slashes. Names are compared as they stand on disk, so that a record which works on
    Windows works on Linux. Where none is equal, one that looks the same is meant: composed and decomposed letters
    (macOS), the two ways to type ำ and แ, spaces that are odd or cannot be seen. Between two that look the same, the
    clerk must choose.
    """
    refusal = _refusal(written)
    if refusal is not None:
        return refusal
    here = folder
    for part in written.split("/"):
        name = _on_disk(here, part)
        if not name:
            return _not_there(folder, here, written, part)
        if len(name) > 1:
            return _alike(here, written, name)
        here = here / name[0]
        if _is_link(here):
            return _link(here.relative_to(folder).as_posix())
    if not here.resolve().is_relative_to(folder.resolve()):
        return _outside(written)
    return here if here.is_file() else _no_file(written)


def _refusal(written: str) -> Saying | None:
    if "\\" in written and not PureWindowsPath(written).is_absolute() and not PureWindowsPath(written).drive:
        right = written.replace("\\", "/")
        return say(
            f"ที่อยู่ภาพ {shown(written)} ใช้เครื่องหมาย \\",
            f"{shown(written)} has backslashes in it",
            f"ใช้ / แทน: {right}",
            f"write {right}",
        )
    parts = written.split("/")
    absolute = written.startswith(("/", "\\", "~")) or ":" in written
    if absolute or ".." in parts:
        return _outside(written)
    if any(not part or part == "." or part != part.strip(" .") or _DEVICE.fullmatch(part) for part in parts):
        return say(
            f"ที่อยู่ภาพ {shown(written)} ใช้ไม่ได้",
            f"{shown(written)} cannot be a file's name everywhere",
            "เขียนชื่อโฟลเดอร์และชื่อไฟล์คั่นด้วย / เช่น photos/somsri.jpg",
            "write folder and file name with a slash between, e.g. photos/somsri.jpg",
        )
    return None


def _outside(written: str) -> Saying:
    return say(
        f"ที่อยู่ภาพ {shown(written)} ชี้ออกนอกโฟลเดอร์ของรอบนี้",
        f"{shown(written)} leads out of the round's folder",
        "คัดลอกภาพมาไว้ในโฟลเดอร์ photos ของรอบนี้ แล้วเขียนเช่น photos/somsri.jpg",
        "copy the picture into the round's folder photos, and write photos/somsri.jpg",
    )


def _names(folder: Path) -> list[str]:
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208 - names exactly as on disk are what is wanted
    except OSError:
        return []


def _on_disk(folder: Path, part: str) -> list[str]:
    """Return the name that is meant, or all that look like it; none where nothing looks like it."""
    names = _names(folder)
    if part in names:
        return [part]
    for look in (letters.clean, _spaced):
        found = [name for name in names if look(name) == look(part)]
        if found:
            return found
    return []


def _spaced(name: str) -> str:
    """Return a name as a person would read it aloud: no space at its ends or beside its dots, and never two."""
    return re.sub(r" ?\. ?", ".", " ".join(letters.clean(name).split()))


def _near(part: str, names: list[str]) -> list[str]:
    """Return the file whose name is most like a written one, if any is; a common `.jpg` does not count."""
    stem = PurePath(part).stem.casefold()
    stems = {PurePath(name).stem.casefold(): name for name in names}
    return [stems[found] for found in difflib.get_close_matches(stem, stems, n=1, cutoff=0.6)]


def _is_link(path: Path) -> bool:
    status = path.lstat()
    return stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", 0) in _LINK_TAGS


def _not_there(root: Path, folder: Path, written: str, part: str) -> Saying:
    names = [name for name in _names(folder) if not any(letters.harmful(name))]
    same = [name for name in names if _spaced(name).casefold() == _spaced(part).casefold()]
    around = folder.relative_to(root).as_posix()
    where = f"{root.name}/{around}" if around != "." else root.name
    right = (same or _near(part, names))[:1]
    if around == "." and not right and part in _names(folder / _PHOTOS):
        around, right = _PHOTOS, [part]
    if right:
        path = right[0] if around == "." else f"{around}/{right[0]}"
        why = (" ตัวพิมพ์เล็กใหญ่ต้องตรงกัน", "; capital and small letters count") if same else ("", "")
        return say(
            f"ไม่พบไฟล์ภาพ {shown(written)} ในโฟลเดอร์ {where}",
            f"there is no {shown(written)} in {where}",
            f"ถ้าหมายถึง {path} ให้เขียนตามนี้{why[0]}",
            f"did you mean {path}?{why[1]}",
        )
    return say(
        f"ไม่พบไฟล์ภาพ {shown(written)} ในโฟลเดอร์ {where}",
        f"there is no {shown(written)} in {where}",
        "คัดลอกภาพมาไว้ในโฟลเดอร์นั้น หรือแก้ชื่อไฟล์ให้ตรง",
        "copy the picture there, or fix its name",
    )


def _alike(folder: Path, written: str, names: list[str]) -> Saying:
    sized = ", ".join(f"{shown(name)} {(folder / name).lstat().st_size / 1000:,.0f} kB" for name in names)
    return say(
        f"ชื่อ {shown(written)} ตรงกับ {len(names)} ไฟล์ที่ชื่อดูเหมือนกัน: {sized}",
        f"{shown(written)} may be any of {len(names)} files whose names look the same: {sized}",
        "เปลี่ยนชื่อไฟล์ที่ต้องการให้ไม่ซ้ำ เช่น เติม -1 ท้ายชื่อ แล้วเขียนชื่อใหม่ในช่องนี้",
        "give the one that is meant another name, with -1 behind it for example, and write that here",
    )


def _link(part: str) -> Saying:
    return say(
        f"{part} เป็นทางลัดหรือลิงก์ ไม่ใช่ไฟล์จริง",
        f"{part} is a link, not a file of its own",
        "คัดลอกไฟล์ภาพตัวจริงมาไว้ในโฟลเดอร์ของรอบนี้",
        "copy the picture itself into the round's folder",
    )


def _no_file(written: str) -> Saying:
    return say(
        f"{shown(written)} เป็นโฟลเดอร์ ไม่ใช่ไฟล์ภาพ",
        f"{shown(written)} is a folder, not a picture",
        "เขียนชื่อไฟล์ภาพต่อท้าย",
        "write the picture's name behind it",
    )
