"""What this machine lacks or refuses, in a sentence: a disk, a right, file handles, memory; any other fault is ours."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING

from generator.problems import Problem, Text

if TYPE_CHECKING:
    from collections.abc import Iterator


def of_machine(fault: BaseException) -> Problem | None:
    """Return what to say about a fault that no program can mend, or None if it is a fault of this one.

    What a library reports in its own way is found by what led to it.
    """
    if isinstance(fault, ModuleNotFoundError) and not (fault.name or "").startswith("generator"):
        return _not_installed(fault)
    for each in _chain(fault):
        number = _number(each)
        if number in _SAID:
            return _disk_problem(number, str(getattr(each, "filename", None) or "."))
    return None


def _chain(fault: BaseException) -> Iterator[BaseException]:
    """Yield a fault and what led to it."""
    seen: set[int] = set()
    each: BaseException | None = fault
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        yield each
        each = each.__cause__ or each.__context__


def _number(fault: BaseException) -> int | None:
    """Return the system's number for a fault, also where a library wrote only words."""
    if isinstance(fault, MemoryError):
        return errno.ENOMEM
    if isinstance(fault, FileNotFoundError) and _is_homeless():
        return errno.ENOENT
    if isinstance(fault, OSError) and fault.errno and fault.errno != errno.ENOENT:
        return fault.errno
    said = str(fault)
    return next((number for number, words in _WORDS.items() if any(word in said for word in words)), None)


_WORDS = {
    errno.EMFILE: (os.strerror(errno.EMFILE), "Too many open files"),
    errno.ENOMEM: (
        os.strerror(errno.ENOMEM),
        "MemoryError",
        "can't start new thread",
        "failed to map segment",
        "memory allocation",
    ),
}


def _is_homeless() -> bool:
    """Return whether the folder in which the command was given is gone."""
    try:
        return not os.path.isdir(os.getcwd())  # noqa: PTH109, PTH112 - asked because a path fails
    except OSError:
        return True


_SAID = {
    errno.ENOSPC: Text("เนื้อที่ดิสก์เต็ม", "the disk is full"),
    errno.EDQUOT: Text("ใช้เนื้อที่ดิสก์เกินโควตา", "the disk quota is used up"),
    errno.EACCES: Text(
        "ไม่มีสิทธิ์เขียนหรืออ่านไฟล์นี้ หรือมีโปรแกรมอื่นเปิดค้างอยู่", "no right to this file, or another program holds it open"
    ),
    errno.EPERM: Text("ไม่มีสิทธิ์เขียนหรืออ่านไฟล์นี้", "no right to this file"),
    errno.EROFS: Text("ดิสก์นี้อ่านได้อย่างเดียว", "this disk is read-only"),
    errno.EIO: Text(
        "ดิสก์อ่านหรือเขียนไม่สำเร็จ อาจเสียหรือหลุด", "the disk cannot be read or written; it may be damaged or gone"
    ),
    errno.EBUSY: Text("มีโปรแกรมอื่นใช้สิ่งนี้ค้างอยู่", "another program is using this"),
    errno.EXDEV: Text("อยู่คนละดิสก์กัน จึงย้ายเข้าที่ไม่ได้", "it is on another disk, so it cannot be moved into place"),
    errno.ENOLCK: Text("ดิสก์นี้ล็อกไฟล์ไม่ได้", "this disk cannot lock a file"),
    errno.ELOOP: Text("ทางลัดวนกลับมาหาตัวเอง", "a link leads back to itself"),
    errno.ENAMETOOLONG: Text("ชื่อไฟล์หรือโฟลเดอร์ยาวเกินไป", "the name of a file or folder is too long"),
    errno.EMFILE: Text("เปิดไฟล์พร้อมกันได้น้อยเกินไปในเครื่องนี้", "too few files may be open at a time on this computer"),
    errno.ENFILE: Text("เครื่องนี้เปิดไฟล์ไว้มากจนเปิดเพิ่มไม่ได้", "this computer has too many files open"),
    errno.ENOMEM: Text("หน่วยความจำของเครื่องไม่พอ", "this computer has not enough memory left"),
    errno.ENOENT: Text("โฟลเดอร์ที่สั่งคำสั่งนี้ถูกลบหรือย้ายไปแล้ว", "the folder in which this command was given is gone"),
}


def _not_installed(fault: ModuleNotFoundError) -> Problem:
    return Problem(
        file=sys.executable,
        line=0,
        column=0,
        field="",
        message=Text(
            f"ยังติดตั้งไม่ครบ ไม่พบส่วนประกอบ “{fault.name}” ใน Python ตัวนี้",
            f"not all is installed: this Python has no “{fault.name}”",
        ),
        fix=Text(
            "สั่งบรรทัดแรกใน README.md อีกครั้ง แล้วเรียก tonbaep จากโฟลเดอร์ .venv",
            "run the first command of README.md again, and call the tonbaep in the folder .venv",
        ),
    )


def _disk_problem(number: int, file: str) -> Problem:
    return Problem(file, 0, 0, "", _SAID[number], _CURES.get(number, _ROOM))


_ROOM = Text(
    "ปิดไฟล์ที่เปิดค้าง หรือลบไฟล์ที่ไม่ใช้ให้มีที่ว่าง แล้วสั่งใหม่ ไฟล์เดิมใน site และ build ยังอยู่ครบ",
    "close open files or make room, then run again; the earlier site and build are untouched",
)
_CLOSE = Text(
    "ปิดโปรแกรมอื่น แล้วสั่งใหม่ ไฟล์เดิมใน site และ build ยังอยู่ครบ",
    "close other programs, then run again; the earlier site and build are untouched",
)
_CURES = {
    **dict.fromkeys((errno.EBUSY, errno.EMFILE, errno.ENFILE, errno.ENOMEM), _CLOSE),
    errno.EXDEV: Text(
        "ย้ายโครงการทั้งโฟลเดอร์ไปไว้ในดิสก์เดียว แล้วสั่งใหม่", "move the whole project onto one disk, then run again"
    ),
    errno.ENOLCK: Text(
        "คัดลอกโครงการไปไว้ในดิสก์ของเครื่อง แล้วสั่งใหม่", "copy the project to a disk of this computer, then run again"
    ),
    errno.ELOOP: Text("ลบทางลัดนั้น แล้วสั่งใหม่", "remove the link, then run again"),
    errno.ENAMETOOLONG: Text(
        "ย้ายโครงการไปไว้ในโฟลเดอร์ที่ชื่อสั้นลง แล้วสั่งใหม่", "move the project to a shorter path, then run again"
    ),
    errno.ENOENT: Text(
        "เปิดหน้าต่างคำสั่งใหม่ในโฟลเดอร์ของโครงการ แล้วสั่งใหม่", "open a new terminal in the project, then run again"
    ),
}
