"""Doubts about what belongs to a person and not on a wall: ID and telephone numbers, mailboxes, house numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.reading import citizen_id
from generator.reading.doubts.written import Remark
from generator.reading.wording import citizens_number, say, shown
from generator.thai.digits import to_arabic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.reading.doubts.written import About

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()]+")
_MOBILE = re.compile(r"(?<![\dA-Za-z/=_.])(?:\+66[ -]?|0)[689](?:[ -]?\d){8}(?!\d)")
_MAILBOX = re.compile(
    r"[A-Za-z0-9._%+-]+@(?:gmail|hotmail|yahoo|outlook|icloud|live|msn|ymail|protonmail|proton|me)\.[a-z.]{2,6}",
    re.IGNORECASE,
)
_LINE_ID = re.compile(
    r"(?:ไอดีไลน์|ไลน์ไอดี|ไอดี ?line|line ?id|id ?line|id ?ไลน์|ไลน์ ?id)\s*[:：=]?\s*(?P<id>[a-z0-9][a-z0-9._-]{3,})",
    re.IGNORECASE,
)
_LINE_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{3,}")
_HOUSE = re.compile(r"บ้านเลขที่\s*\d+(?:/\d+)?|(?<!บ้าน)เลขที่\s*\d+(?:/\d+)?\s*(?:หมู่|ม\.)")
_TOLD_OF_PEOPLE = {"citation", "story", "quote", "alt", "right", "said", "did"}
_SOMEBODY = re.compile(
    r"(?:นาย(?!ก|ช่าง|ทะเบียน|อำเภอ|หน้า|จ้าง|ตรวจ|แพทย์|ทหาร|ตำรวจ|ท้าย|ทุน)|นาง(?!สาว|พยาบาล|รำ|แบบ|เอก)|นางสาว|น\.ส\."
    r"|เด็กชาย|เด็กหญิง|ด\.ช\.|ด\.ญ\.)\s?(?P<name>[ก-๎]{2,24} [ก-๎]{2,30})"
)
"""A title with a name and a surname behind it, and no post that begins with the letters of a title."""


def id_number(text: str, _: About) -> Iterator[Remark]:
    """Doubt a citizen's ID number: it opens bank accounts, and nobody can take it back from a poster."""
    for begin, end in citizen_id.found(text):
        yield Remark(begin, citizens_number(text[begin:end]), warning=False)


def mobile(text: str, about: About) -> Iterator[Remark]:
    """Doubt a telephone in somebody's pocket: it rings at night, long after the post went to somebody else."""
    if about.kind == "phone":
        return
    plain = _ADDRESS.sub(lambda match: " " * len(match[0]), to_arabic(text))
    official = {_digits(phone) for phone in about.office.phones}
    for match in _MOBILE.finditer(plain):
        if _digits(match[0]) not in official:
            digits = _digits(match[0])
            part = f"{digits[:3]}-xxx-xx{digits[-2:]}"
            yield Remark(
                match.start(),
                say(
                    f"มีหมายเลขโทรศัพท์มือถือ {part} ในข้อความที่เผยแพร่",
                    f"a mobile phone, {part}, appears in a published text",
                    "ใช้หมายเลขของหน่วยงานแทน ถ้าเป็นเบอร์ของงานและเจ้าของเบอร์ยินยอมแล้ว ปล่อยไว้ได้",
                    "write the office's number; leave it if its owner agreed",
                ),
            )


def _digits(phone: str) -> str:
    figures = re.sub(r"[^\d+]", "", to_arabic(phone))
    return f"0{figures[3:]}" if figures.startswith("+66") else figures


def mailbox(text: str, _: About) -> Iterator[Remark]:
    """Doubt a private mailbox: what is sent there is lost when its owner leaves."""
    for match in _MAILBOX.finditer(text):
        yield Remark(
            match.start(),
            say(
                f"มีอีเมลส่วนบุคคล {shown(match[0])} ในข้อความที่เผยแพร่",
                f"a private mailbox, {shown(match[0])}, appears in a published text",
                "ใช้อีเมลของหน่วยงานแทน ถ้าเป็นอีเมลกลางของหน่วยงานจริง ปล่อยไว้ได้",
                "write the office's own; leave it if this one is the office's",
            ),
        )


def line_account(text: str, about: About) -> Iterator[Remark]:
    """Doubt a LINE account without @, which is a person's and not an office's."""
    found = _LINE_ID.search(text)
    written = found["id"] if found else ""
    if about.key == "line_account" and _LINE_NAME.fullmatch(text.lower()):
        written = text
    if written:
        yield Remark(
            found.start() if found else 0,
            say(
                f"ไอดีไลน์ {shown(written)} ไม่ขึ้นต้นด้วย @ จึงน่าจะเป็นบัญชีส่วนบุคคล",
                f"the LINE account {shown(written)} has no @, so it is probably a person's own",
                "ใช้บัญชีของหน่วยงาน เช่น @khuanmao ถ้าเจ้าของยินยอมให้เผยแพร่แล้ว ปล่อยไว้ได้",
                "write the office's account, e.g. @khuanmao; leave it if its owner agreed",
            ),
        )


def house(text: str, about: About) -> Iterator[Remark]:
    """Doubt a house number in a story: everybody reads where an old person lives alone."""
    if about.key not in _TOLD_OF_PEOPLE:
        return
    for match in _HOUSE.finditer(to_arabic(text)):
        yield Remark(
            match.start(),
            say(
                f"มีบ้านเลขที่ {shown(match[0])} ในเรื่องที่เผยแพร่",
                f"a house number, {shown(match[0])}, appears in a published text",
                "เขียนเพียงชื่อหมู่บ้าน เพื่อไม่ให้รู้ว่าเป็นบ้านใคร",
                "name the village alone, so that nobody's home can be found",
            ),
        )


def somebody(text: str, about: About) -> Iterator[Remark]:
    """Doubt a person's name in what citizens said and the office did: a wish is everybody's, whoever had it."""
    if "you_said" not in about.loc:
        return
    for match in _SOMEBODY.finditer(text):
        yield Remark(
            match.start(),
            say(
                f"มีชื่อคน {shown(match[0])} ในเรื่องที่ประชาชนบอก",
                f"a person's name, {shown(match[0])}, appears in what citizens said",
                "เขียนว่าประชาชนบอกอะไรโดยไม่บอกว่าใคร เช่น ผู้สูงอายุในหมู่ที่ 2 ถ้าเจ้าของชื่อยินยอมแล้ว ปล่อยไว้ได้",
                "say what was said and not by whom; leave it if its owner agreed",
            ),
        )
