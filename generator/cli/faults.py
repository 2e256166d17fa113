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
    errno.ENOSPC: Text("เนื้อที่ดิสก์เต็ม", "The disk is full"),
    errno.EDQUOT: Text("ใช้เนื้อที่ดิสก์เกินโควตา", "The disk quota is exceeded"),
    errno.EACCES: Text(
        "ไม่มีสิทธิ์เขียนหรืออ่านไฟล์นี้ หรือมีโปรแกรมอื่นเปิดค้างอยู่", "No permission for this file, or another program has it open"
    ),
    errno.EPERM: Text("ไม่มีสิทธิ์เขียนหรืออ่านไฟล์นี้", "No permission for this file"),
    errno.EROFS: Text("ดิสก์นี้อ่านได้อย่างเดียว", "This disk is read-only"),
    errno.EIO: Text(
        "ดิสก์อ่านหรือเขียนไม่สำเร็จ อาจเสียหรือหลุด", "The disk cannot be read or written; it may be damaged or disconnected"
    ),
    errno.EBUSY: Text("มีโปรแกรมอื่นใช้สิ่งนี้ค้างอยู่", "Another program is using this file"),
    errno.EXDEV: Text("อยู่คนละดิสก์กัน จึงย้ายเข้าที่ไม่ได้", "The file is on another disk, so it cannot be moved into place"),
    errno.ENOLCK: Text("ดิสก์นี้ล็อกไฟล์ไม่ได้", "This disk does not support file locks"),
    errno.ELOOP: Text("ทางลัดวนกลับมาหาตัวเอง", "A link points back to itself"),
    errno.ENAMETOOLONG: Text("ชื่อไฟล์หรือโฟลเดอร์ยาวเกินไป", "The name of a file or folder is too long"),
    errno.EMFILE: Text("เปิดไฟล์พร้อมกันได้น้อยเกินไปในเครื่องนี้", "This computer allows too few open files"),
    errno.ENFILE: Text("เครื่องนี้เปิดไฟล์ไว้มากจนเปิดเพิ่มไม่ได้", "Too many files are open on this computer"),
    errno.ENOMEM: Text("หน่วยความจำของเครื่องไม่พอ", "Not enough memory"),
    errno.ENOENT: Text("โฟลเดอร์ที่สั่งคำสั่งนี้ถูกลบหรือย้ายไปแล้ว", "The current folder has been moved or deleted"),
}


def _not_installed(fault: ModuleNotFoundError) -> Problem:
    return Problem(
        file=sys.executable,
        line=0,
        column=0,
        field="",
        message=Text(
            f"ยังติดตั้งไม่ครบ ไม่พบส่วนประกอบ “{fault.name}” ใน Python ตัวนี้",
            f"The installation is incomplete: this Python has no “{fault.name}”",
        ),
        fix=Text(
            "สั่งบรรทัดแรกใน README.md อีกครั้ง แล้วเรียก tonbaep จากโฟลเดอร์ .venv",
            "Run the first command in README.md again, and use the tonbaep in the folder .venv",
        ),
    )


def _disk_problem(number: int, file: str) -> Problem:
    return Problem(file, 0, 0, "", _SAID[number], _CURES.get(number, _ROOM))


_ROOM = Text(
    "ปิดไฟล์ที่เปิดค้าง หรือลบไฟล์ที่ไม่ใช้ให้มีที่ว่าง แล้วสั่งใหม่ ไฟล์เดิมใน site และ build ยังอยู่ครบ",
    "Close open files or free some space, then run again. Your earlier site and build are unchanged",
)
_CLOSE = Text(
    "ปิดโปรแกรมอื่น แล้วสั่งใหม่ ไฟล์เดิมใน site และ build ยังอยู่ครบ",
    "Close other programs, then run again. Your earlier site and build are unchanged",
)
_CURES = {
    **dict.fromkeys((errno.EBUSY, errno.EMFILE, errno.ENFILE, errno.ENOMEM), _CLOSE),
    errno.EXDEV: Text(
        "ย้ายโครงการทั้งโฟลเดอร์ไปไว้ในดิสก์เดียว แล้วสั่งใหม่", "Move the whole project to one disk, then run again"
    ),
    errno.ENOLCK: Text("คัดลอกโครงการไปไว้ในดิสก์ของเครื่อง แล้วสั่งใหม่", "Copy the project to a local disk, then run again"),
    errno.ELOOP: Text("ลบทางลัดนั้น แล้วสั่งใหม่", "Remove the link, then run again"),
    errno.ENAMETOOLONG: Text(
        "ย้ายโครงการไปไว้ในโฟลเดอร์ที่ชื่อสั้นลง แล้วสั่งใหม่", "Move the project to a shorter path, then run again"
    ),
    errno.ENOENT: Text(
        "เปิดหน้าต่างคำสั่งใหม่ในโฟลเดอร์ของโครงการ แล้วสั่งใหม่", "Open a new terminal in the project folder, then run again"
    ),
}
