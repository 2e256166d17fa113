"""Says whether this Python can run tonbaep, before pip says it in English: `python3 tools/this_python.py`.

Some packages have no wheels yet for newer Pythons and other machines. It runs on Python 3.6 and later, with nothing
installed, so types stand in quotation marks.
"""

import platform
import sys
import sysconfig

FIRST, LAST = (3, 11), (3, 14)
"""Every package of `requirements.lock` has wheels for these, as `requires-python` in `pyproject.toml` says too."""
BEST = "3.13"
MACHINES = ("win-amd64", "linux-x86_64", "macosx-arm64")
WHERE = "https://www.python.org/downloads/"


def machine() -> str:
    """Return what this Python was built for, as wheels call it."""
    system, _, built_for = sysconfig.get_platform().partition("-")
    if system == "macosx":
        return "macosx-" + platform.machine()
    return system + ("-" + built_for if built_for else "")


def fault(version: "tuple[int, int]", built_for: str, implementation: str, *, is_64: bool) -> "tuple[str, str] | None":
    """Return what is wrong and what to do, in Thai and in English; None if all is well."""
    have = "{}.{}".format(*version)
    if not FIRST <= tuple(version) <= LAST or implementation != "cpython":
        th = "Python ตัวนี้ ({} รุ่น {}) ใช้ไม่ได้ ต้องเป็น Python รุ่น {} ถึง {}".format(implementation, have, *_ends())
        en = "this Python ({} {}) will not do: it must be Python {} to {}".format(implementation, have, *_ends())
        return th, en
    if built_for not in MACHINES or not is_64:
        th = f"เครื่องหรือ Python ตัวนี้ ({built_for}) ใช้ไม่ได้ ต้องเป็น Windows หรือ Linux 64 บิตแบบ Intel/AMD หรือ Mac ชิป M"
        en = f"this machine or Python ({built_for}) will not do: 64-bit Intel/AMD Windows or Linux, or an M-chip Mac"
        return th, en
    return None


def cure() -> "tuple[str, str]":
    """Return what to install, and what to type instead."""
    th = (
        f"ติดตั้ง Python {BEST} แบบ 64 บิต (Windows installer 64-bit) จาก {WHERE} แล้วสั่งบรรทัดเดิมใหม่ "
        f"โดยเปลี่ยน py -3 เป็น py -{BEST} (Linux: เปลี่ยน python3 เป็น python{BEST}) ทุกแห่งในบรรทัดนั้น"
    )
    en = (
        f"install 64-bit Python {BEST} from {WHERE}, then run the same line with py -{BEST} instead of py -3 "
        f"(Linux: python{BEST} instead of python3), everywhere in it"
    )
    return th, en


def _ends() -> "tuple[str, ...]":
    return tuple("{}.{}".format(*each) for each in (FIRST, LAST))


def main() -> int:
    """Return 0 if this Python will do; otherwise say why not, and what will."""
    found = fault(sys.version_info[:2], machine(), sys.implementation.name, is_64=sys.maxsize > 2**32)
    if found is None:
        return 0
    if hasattr(sys.stderr, "reconfigure"):
        sys.stderr.reconfigure(encoding="utf-8", errors="replace")
    for said, to_do in (found[0], f"แก้ไข: {cure()[0]}"), (found[1], f"fix: {cure()[1]}"):
        sys.stderr.write(f"{said}\n    {to_do}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
