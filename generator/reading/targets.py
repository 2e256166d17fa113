"""Where the site is put, as people copy it from a vendor's letter, becomes a host, a user and a folder.

The five ways in which it may be written, each with its example, stand in the template of `organisation.yaml`.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, get_args
from urllib.parse import unquote

from generator.model import Target, Way
from generator.reading.wording import say, shown

if TYPE_CHECKING:
    from generator.reading.tree import Saying

_SERVED = re.compile(r"(sftp|ftps|ftp)://(?:([^@/]*)@)?([A-Za-z0-9.-]+)(?::(\d{1,5}))?(?:/(.*))?", re.IGNORECASE)
_GIT = re.compile(
    r"(?:git\+)?(ssh|https)://(?:([^@/\s]+)@)?([A-Za-z0-9.-]+)(?::(\d{1,5}))?/(\S+?\.git)(?:#(\S+))?", re.IGNORECASE
)
_GIT_SHORT = re.compile(r"([\w.-]+)@([A-Za-z0-9.-]+):(\S+?\.git)(?:#(\S+))?")
_GIT_HERE = re.compile(r"(.+\.git)(?:#(\S+))?")
_BRANCH = re.compile(r"(?!.*(?:\.\.|//|\.lock(?:/|$)|/\.))[A-Za-z0-9][A-Za-z0-9._/-]*(?<![./])")
_BRANCH_OF_PAGES = "gh-pages"
"""What the hosts that show a branch as a website look for."""
_TOKEN = re.compile(r"(?:git\+)?https://(?=[^@]*\d)(?=[^@]*[a-z])[\w-]{20,}@", re.ASCII | re.IGNORECASE)
"""What a git host gives instead of a password: long, of letters and figures, and taken as a user by itself."""
_ANY = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")
_PORTS = range(1, 65536)
_WAYS = tuple(way for way in get_args(Way) if way in {"sftp", "ftps", "ftp"})


def target(text: str) -> Target | Saying:
    """Return where a site goes, or what is wrong with how that is written."""
    if _holds_password(text):
        return _with_password()
    repository = _repository(text)
    if repository:
        return repository
    found = _SERVED.fullmatch(text)
    if found:
        return _served(text, *found.groups())
    scheme = _ANY.match(text)
    if scheme:
        return _unknown(text, scheme[1])
    if text.lower().endswith(".zip"):
        return Target("zip", text)
    return Target("folder", text) if _is_whole(text) else _relative(text)


def _holds_password(text: str) -> bool:
    """Return whether a password stands behind a colon before an `@`, however it is written, or a token before one."""
    before, _, _ = _ANY.sub("", text, count=1).rpartition("@")
    if _TOKEN.match(text):
        return True
    return ":" in before and not _is_whole(text) and not _GIT_SHORT.fullmatch(text)


def _repository(text: str) -> Target | Saying | None:
    """Return a branch of a git repository, or None where a text names none."""
    if found := _GIT.fullmatch(text):
        scheme, user, host, port, folder, branch = found.groups()
        if int(port or _PORTS[0]) not in _PORTS or (scheme.lower() == "ssh" and not user):
            return _unknown(text, "git") if user else _without_user(text)
        place = Target("git", folder, host.lower(), unquote(user or ""), int(port or 0), scheme=scheme.lower())
    elif found := _GIT_SHORT.fullmatch(text):
        user, host, folder, branch = found.groups()
        home = folder if folder.startswith("/") else f"~/{folder}"  # as git reads it: from the user's own folder on
        place = Target("git", home.removeprefix("/"), host.lower(), user, scheme="ssh")
    elif (found := _GIT_HERE.fullmatch(text)) and _is_whole(text):
        folder, branch = found.groups()
        place = Target("git", folder)
    else:
        return None
    branch = branch or _BRANCH_OF_PAGES
    return place._replace(branch=branch) if _BRANCH.fullmatch(branch) else _no_branch(branch)


def _served(text: str, way: str, user: str | None, host: str, port: str | None, folder: str | None) -> Target | Saying:
    if not user:
        return _without_user(text)
    number = int(port or 0)
    parts = PurePosixPath(unquote(folder or "").strip("/")).parts
    if (port and number not in _PORTS) or ".." in parts:
        return _unknown(text, way)
    kind: Way = next(each for each in get_args(Way) if each == way.lower())
    return Target(kind, "/".join(parts), host.lower(), unquote(user), number)


def _is_whole(text: str) -> bool:
    """Return whether a folder is named from its root on, here or on Windows: a share, a drive."""
    return PurePosixPath(text).is_absolute() or PureWindowsPath(text).is_absolute()


_HOW_TH = (
    "เขียนอย่างใดอย่างหนึ่ง: sftp://ชื่อผู้ใช้@ชื่อเครื่อง/public_html หรือ ftps://… หรือ ftp://… หรือโฟลเดอร์เต็ม เช่น Z:\\web "
    "หรือ \\\\server\\web หรือที่อยู่ git ที่ลงท้าย .git หรือชื่อไฟล์ .zip"
)
_HOW_EN = (
    "write sftp://user@host/public_html, ftps://…, ftp://…, a whole folder such as Z:\\web or \\\\server\\web, "
    "a git address ending in .git, or the name of a .zip file"
)


def _unknown(text: str, scheme: str) -> Saying:
    where = shown(text)
    return say(f"ไม่รู้จักวิธีวางเว็บไซต์ {where} ({scheme})", f"{where} is no place for a site ({scheme})", _HOW_TH, _HOW_EN)


def _no_branch(name: str) -> Saying:
    return say(
        f"{shown(name)} ใช้เป็นชื่อกิ่ง (branch) ของ git ไม่ได้",
        f"{shown(name)} cannot be the name of a branch",
        f"เขียนชื่อกิ่งหลัง # เช่น #{_BRANCH_OF_PAGES} หรือไม่ต้องเขียน โปรแกรมใช้ {_BRANCH_OF_PAGES}",
        f"write it after a #, such as #{_BRANCH_OF_PAGES}, or leave it away; {_BRANCH_OF_PAGES} is used then",
    )


def _relative(text: str) -> Saying:
    where = shown(text)
    return say(f"{where} ไม่ใช่โฟลเดอร์เต็มหรือที่อยู่เครื่องแม่ข่าย", f"{where} is no whole folder and no host", _HOW_TH, _HOW_EN)


def _without_user(text: str) -> Saying:
    return say(
        f"{shown(text)} ไม่มีชื่อผู้ใช้",
        f"{shown(text)} has no user",
        "เติมชื่อผู้ใช้ที่ผู้ดูแลโฮสต์ให้มาหน้า @ เช่น sftp://khuanmao@ftp.khuanmao.example/public_html",
        "put the user before an @, e.g. sftp://khuanmao@ftp.khuanmao.example/public_html",
    )


def _with_password() -> Saying:
    """Describe an address with a password in it, which is not repeated."""
    return say(
        "มีรหัสผ่านอยู่ในที่อยู่ ไฟล์ข้อมูลเก็บรหัสผ่านไม่ได้ เพราะใครเปิดไฟล์ก็เห็น",
        "there is a password in the address; records hold none, since everybody who opens them would see it",
        "ลบรหัสผ่าน (หรือ token) หน้า @ และ : หน้ารหัสผ่านออก แล้วเปลี่ยนรหัสผ่านนั้น โปรแกรมจะถามรหัสผ่านเองตอนเผยแพร่",
        "delete the password (or token) before the @, with its :, and change it; it is asked for when publishing",
    )
