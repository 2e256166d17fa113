"""Doubts about what came along from another program, or stands where something is still to be written."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from generator.reading.doubts.written import Remark
from generator.reading.wording import say, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.reading.doubts.written import About

_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_TAG = re.compile(
    r"</?(?:p|br|b|i|u|a|em|strong|span|div|font|li|ul|ol|td|tr|table|h[1-6]|img|center|o:p)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_TO_BE_WRITTEN = re.compile(
    r"รอ(?:ข้อมูล|กรอก|เติม|ยืนยัน|แจ้ง)|\(?(?:ใส่|กรอก|เติม|ระบุ)(?:ข้อมูล|ข้อความ|ชื่อ|ที่นี่|ตรงนี้)[^\s]{0,12}\)?"
    r"|x{3,}|X{3,}|\?+|\.{2,}|…+|_+|[-–—]+|tba|tbd|todo|lorem ipsum.*",
    re.IGNORECASE,
)


def entity(text: str, about: About) -> Iterator[Remark]:
    """Doubt what was copied from the source of a web page: it says &nbsp; on paper."""
    if about.kind == "page":
        return
    for match in _ENTITY.finditer(text):
        meant = html.unescape(match[0])
        if meant != match[0]:
            right = html.unescape(text).replace("\xa0", " ")
            yield Remark(
                match.start(),
                say(
                    f"มีเครื่องหมาย {match[0]} ของหน้าเว็บติดมาด้วย โปรแกรมจะพิมพ์ออกมาอย่างนั้น",
                    f"{match[0]} is HTML from a web page and would be printed as it stands",
                    f"เขียนเป็น {' '.join(right.split())}",
                    f"write {' '.join(right.split())}",
                ),
                warning=False,
            )
            return


def tag(text: str, about: About) -> Iterator[Remark]:
    """Doubt a tag of HTML: records are words, so it is printed as it stands."""
    match = _TAG.search(text)
    if match and about.kind == "text":
        yield Remark(
            match.start(),
            say(
                f"มีคำสั่ง {shown(match[0])} ของหน้าเว็บในข้อความ โปรแกรมจะพิมพ์ออกมาอย่างนั้น",
                f"{shown(match[0])} is HTML from a web page and would be printed as it stands",
                "ลบออก ถ้าต้องการขึ้นย่อหน้าใหม่ ให้ใช้ |- แล้วขึ้นบรรทัดใหม่",
                "delete it; use |- and a new line to begin a paragraph",
            ),
        )


def to_be_written(text: str, about: About) -> Iterator[Remark]:
    """Doubt what only holds a place for words: it would be read out over the loudspeaker."""
    if about.kind == "text" and _TO_BE_WRITTEN.fullmatch(text.strip()) and about.key not in _OF_NAMES:
        yield Remark(
            0,
            say(
                f"{shown(text)} ดูเหมือนยังไม่ได้กรอก",
                f"{shown(text)} looks like a placeholder",
                "เขียนข้อความจริง ถ้าช่องนี้ไม่จำเป็น ให้ลบทั้งบรรทัด",
                "fill it in, or delete the line if it is optional",
            ),
        )


_OF_NAMES = {"title", "first", "last"}
"""Who has no surname is no slip."""
