"""What in a page's markup would run, load or send something: refused in hand-written pages; knows no Markdown."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple

from generator.reading.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.reading.tree import Saying


class Active(NamedTuple):
    """Something active: the tag it stands in, and the attribute that makes it so; the tag by itself has none."""

    tag: str
    attribute: str = ""


_TAGS = "applet|base|embed|form|frame|frameset|iframe|link|meta|object|portal|script"
_TAG = re.compile(rf"<\s*({_TAGS})\b", re.IGNORECASE)
"""Looked for in the text itself: what a browser takes for a tag is not always what a parser does."""

_EVENT = re.compile(r"on[a-z]+")
_LEADING = {
    "href",
    "src",
    "action",
    "formaction",
    "xlink:href",
    "data",
    "poster",
    "cite",
    "background",
    "ping",
    "srcset",
}
_SHOWING = {"src", "poster", "srcset"}
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2060\ufeff]")
"""What browsers pass over in front of and within the word before an address's colon."""
_RUNNING = ("javascript:", "vbscript:", "livescript:", "data:")


def active(markup: str) -> frozenset[Active]:
    """Return what in markup would run, load or send something if the site's policy allowed it."""
    found = {Active(name.lower()) for name in _TAG.findall(markup)}
    for ending in ("\n>", '">', "'>"):  # what is left open at the end would swallow the frame that follows
        parser = _Attributes()
        parser.feed(markup + ending)
        parser.close()
        found |= parser.found
    return frozenset(found)


class _Attributes(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[Active] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {Active(tag, name) for name in _running(tag, attrs)}


def _running(tag: str, attrs: list[tuple[str, str | None]]) -> Iterator[str]:
    for written, value in attrs:
        name = written.lstrip("/").lower()
        address = _UNSEEN.sub("", value or "").lower()
        picture = name in _SHOWING and tag in {"img", "source", "video"} and address.startswith("data:image/")
        if (
            _EVENT.fullmatch(name)
            or name == "srcdoc"
            or (name in _LEADING and address.startswith(_RUNNING) and not picture)
            or (name in {"values", "to", "from"} and address.startswith(_RUNNING))  # an SVG animation of an address
        ):
            yield name


def about(found: Active) -> Saying:
    """Say what was found and what to write instead."""
    if found.attribute and _EVENT.fullmatch(found.attribute):
        return say(
            f"มีคำสั่ง {found.attribute} ใน <{found.tag}> ซึ่งเว็บไซต์นี้ไม่ให้ทำงาน",
            f"there is a command {found.attribute} in <{found.tag}>, which this site does not run",
            f"ลบ {found.attribute} ออกจากหน้า",
            f"take {found.attribute} off the page",
        )
    if found.attribute:
        return say(
            f"ที่อยู่ใน {found.attribute} ของ <{found.tag}> เป็นคำสั่งให้ทำงาน ไม่ใช่ที่อยู่ของหน้าหรือไฟล์",
            f"{found.attribute} of <{found.tag}> is not an address of a page or a file but something to run",
            "ใส่ที่อยู่จริงที่ขึ้นต้นด้วย https:// หรือชื่อไฟล์ใน content",
            "write an address that begins with https://, or the name of a file in content/",
        )
    return say(
        f"มี <{found.tag}> ในหน้า เว็บไซต์นี้ไม่ให้เนื้อหาเรียกคำสั่ง กรอบ หรือแบบฟอร์มจากที่อื่น",
        f"there is <{found.tag}> on the page: this site lets no page bring scripts, frames or forms",
        f"ลบ <{found.tag}> ออก แล้วใส่เป็นลิงก์ไปยังหน้านั้นแทน (จะให้เห็นเป็นตัวอักษร ให้พิมพ์ระหว่าง `ขีดนี้`)",
        f"take <{found.tag}> out and link to that page instead (to show it as text, write it between `these marks`)",
    )
