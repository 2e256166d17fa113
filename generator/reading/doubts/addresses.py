"""Doubts about web addresses that no citizen can open, or that show something else than the office means."""

from __future__ import annotations

import re
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.reading.doubts.written import Remark
from generator.reading.wording import say, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.reading.doubts.written import About
    from generator.reading.tree import Saying

_ADDRESS = re.compile(r"(?:https?|file)://[^\s<>\"'“”)\]]+")
_LONGEST_LABEL, _LONGEST_HOST = 63, 253
_LABEL = re.compile(r"(?!-)[a-z0-9\u0080-\uffff-]+(?<!-)")
_END = re.compile(r"[a-z]{2,}|xn--[a-z0-9-]+|[^\x00-\x7f]{2,}")
_INSIDE = {
    "local",
    "lan",
    "internal",
    "intranet",
    "home",
    "corp",
    "localhost",
    "localdomain",
    "invalid",
    "test",
    "onion",
}
"""Ends of names that only a network of one's own knows, or nobody (RFC 2606, RFC 6762)."""
_SLIPS = {
    "con": "com", "cmo": "com", "ocm": "com", "comm": "com", "vom": "com", "cpm": "com", "coom": "com",
    "go.ht": "go.th", "or.ht": "or.th", "go.tj": "go.th", "g.th": "go.th", "co.ht": "co.th", "goth": "go.th",
    "og.th": "go.th", "go.t": "go.th", "ac.ht": "ac.th", "in.ht": "in.th",
}  # fmt: skip
_OF_OTHERS = (
    "facebook.com", "fb.com", "fb.me", "messenger.com", "instagram.com", "tiktok.com", "youtube.com", "youtu.be",
    "x.com", "twitter.com", "line.me", "lin.ee", "drive.google.com", "docs.google.com", "sites.google.com",
    "forms.gle", "forms.office.com", "dropbox.com", "onedrive.live.com", "1drv.ms", "sharepoint.com", "mega.nz",
    "canva.com", "linktr.ee", "padlet.com",
)  # fmt: skip
"""Where nobody can put a folder of pages: `<site>/s/….html`, to which every code leads, would not be there."""
_SHORTENERS = (
    "bit.ly", "bitly.com", "tinyurl.com", "cutt.ly", "shorturl.at", "shorturl.asia", "t.ly", "rebrand.ly", "is.gd",
    "v.gd", "s.id", "ow.ly", "rb.gy", "t.co", "goo.gl", "adf.ly", "me-qr.com", "qrco.de", "qr.codes", "flowcode.com",
    "lnkd.in", "shorten.world", "urlr.me", "tiny.cc", "dub.sh", "cutt.us", "url.in.th", "forms.gle",
)  # fmt: skip
_EDITORS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "docs.google.com",
        re.compile(r"/forms/.*/(?:edit|viewanalytics|prefill)(?:$|[/?#])|/spreadsheets/"),
    ),
    ("office.com", re.compile(r"designpage|analysispage|/pages/delegatepage", re.IGNORECASE)),
    ("office365.com", re.compile(r"designpage|analysispage", re.IGNORECASE)),
    ("kobotoolbox.org", re.compile(r"/#/forms/|/assets/")),
    ("", re.compile(r"/index\.php/admin/|/index\.php\?r=admin|/admin/survey|/surveyAdministration")),
)
_CLOSED_FOLDERS = ("drive.google.com", "onedrive.live.com", "1drv.ms", "sharepoint.com")


def unreachable(text: str, about: About) -> Iterator[Remark]:
    """Doubt a host that no citizen can open: a code on a wall would lead to somebody's own computer."""
    for match in _ADDRESS.finditer(text):
        saying = _host(match[0])
        if saying:
            yield Remark(match.start(), saying, warning=not _prints(about))


def _prints(about: About) -> bool:
    """Return whether codes would be printed that lead there."""
    return about.kind == "address" and about.key != "facebook"


def _host(address: str) -> Saying | None:
    """Return why a host cannot be reached from outside, or None where it may."""
    host = _name(address)
    if address.startswith("file:"):
        return _only_here(address)
    try:
        private = not ip_address(host).is_global
    except ValueError:
        private = False
    labels = host.split(".")
    if private or len(labels) == 1 or labels[-1] in _INSIDE:
        return _only_here(host or address)
    slip = next((end for end in _SLIPS if host.endswith(f".{end}")), None)
    if slip:
        return say(
            f"ชื่อเว็บ {shown(host)} ลงท้ายด้วย .{slip} ซึ่งน่าจะพิมพ์ผิด",
            f"the host {shown(host)} ends in .{slip}, which is probably a slip",
            f"แก้เป็น {host.removesuffix(slip)}{_SLIPS[slip]} แล้วลองเปิดดู",
            f"write {host.removesuffix(slip)}{_SLIPS[slip]}, and open it",
        )
    if not _possible(host, labels):
        return say(
            f"ชื่อเว็บ {shown(host)} ไม่มีจริง เพราะผิดรูปของชื่อเว็บ",
            f"{shown(host)} cannot be a host name",
            "คัดลอกที่อยู่จากแถบที่อยู่ของเบราว์เซอร์ขณะเปิดเว็บนั้น",
            "copy the address from the browser that shows it",
        )
    return None


def _possible(host: str, labels: list[str]) -> bool:
    """Return whether a name may exist by the rules for host names (RFC 1123); a number is none, an IP address is."""
    try:
        return bool(ip_address(host))
    except ValueError:
        sound = all(_LABEL.fullmatch(label) and len(label) <= _LONGEST_LABEL for label in labels)
        return sound and len(host) <= _LONGEST_HOST and _END.fullmatch(labels[-1]) is not None


def _only_here(host: str) -> Saying:
    return say(
        f"{shown(host)} เปิดได้เฉพาะเครื่องหรือเครือข่ายของสำนักงาน ประชาชนเปิดไม่ได้",
        f"{shown(host)} can only be opened on the office's own computer or network",
        "ใช้ที่อยู่เว็บที่ประชาชนเปิดได้จากโทรศัพท์มือถือ เช่น https://www.khuanmao.go.th",
        "write an address that opens on anybody's phone, e.g. https://www.khuanmao.go.th",
    )


def of_others(text: str, about: About) -> Iterator[Remark]:
    """Doubt a `site` that takes no folder of pages, such as a page on Facebook or a folder on Drive."""
    host = _name(text)
    if about.key == "site" and _is_of(host, (*_OF_OTHERS, *_SHORTENERS)):
        yield Remark(
            0,
            say(
                f"{shown(text)} วางโฟลเดอร์ site ไม่ได้ คิวอาร์โค้ดทุกอันจะพาไปหน้าที่ไม่มี",
                f"the folder site cannot be published at {shown(text)}: every QR code would lead to a missing page",
                "ใช้ที่อยู่เว็บไซต์ของหน่วยงานเอง ส่วนเฟซบุ๊กเขียนในช่อง facebook",
                "write the address of the office's own website; a page on Facebook belongs to facebook",
            ),
            warning=False,
        )


def editor(text: str, about: About) -> Iterator[Remark]:
    """Doubt the address by which a form is edited: it asks for a password, or lets anybody change the questions."""
    for match in _ADDRESS.finditer(text):
        host = _name(match[0])
        if about.key != "site" and any(
            (not of or _is_of(host, (of,))) and path.search(match[0]) for of, path in _EDITORS
        ):
            yield Remark(
                match.start(),
                say(
                    f"{shown(match[0])} เป็นลิงก์สำหรับแก้หรือดูผลของแบบฟอร์ม ไม่ใช่ลิงก์สำหรับตอบ",
                    f"{shown(match[0])} is for editing the form or its answers, not for answering",
                    "เปิดแบบฟอร์ม กด ส่ง (Send) แล้วคัดลอกลิงก์สำหรับผู้ตอบ ซึ่งมักลงท้ายด้วย viewform",
                    "open the form, press Send, and copy the link for those who answer; it often ends in viewform",
                ),
                warning=not _prints(about),
            )


def shortened(text: str, about: About) -> Iterator[Remark]:
    """Doubt a company's short address: it counts who opens it, may show advertisements, and may end one day."""
    for match in _ADDRESS.finditer(text):
        host = _name(match[0])
        if about.key != "site" and _is_of(host, _SHORTENERS):
            yield Remark(
                match.start(),
                say(
                    f"{shown(host)} เป็นบริการย่อลิงก์ ซึ่งเก็บข้อมูลผู้เปิดและอาจเลิกใช้ได้วันหนึ่ง",
                    f"{shown(host)} shortens addresses, follows those who open them, and may end one day",
                    "ใช้ลิงก์เต็มแทน โปรแกรมทำที่อยู่สั้นบนเว็บของหน่วยงานให้เอง",
                    "write the full address; codes carry a short one of the office's own",
                ),
            )


def closed_folder(text: str, about: About) -> Iterator[Remark]:
    """Doubt a folder on a drive, which is closed to others unless somebody opened it."""
    for match in _ADDRESS.finditer(text):
        if about.key != "site" and _is_of(_name(match[0]), _CLOSED_FOLDERS):
            yield Remark(
                match.start(),
                say(
                    f"{shown(match[0])} อยู่ในไดรฟ์ ซึ่งคนอื่นเปิดไม่ได้จนกว่าเจ้าของจะอนุญาต",
                    f"{shown(match[0])} is on a drive, which is closed to others until its owner opens it",
                    "ลองเปิดในหน้าต่างไม่ระบุตัวตน (Incognito) ถ้าเปิดไม่ได้ ให้วางไฟล์บนเว็บของหน่วยงาน",
                    "try it in a private window, or put the file onto the office's website",
                ),
            )


def _name(address: str) -> str:
    try:
        return (urlsplit(re.sub(r"[{}]", "x", address)).hostname or "").lower()
    except ValueError:
        return ""


def _is_of(host: str, domains: tuple[str, ...]) -> bool:
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)
