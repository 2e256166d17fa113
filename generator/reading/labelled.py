"""Labels that the sheets put before a value themselves, and that people write into it all the same; reads no field."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.reading.wording import say, shown

if TYPE_CHECKING:
    from generator.reading.tree import Saying

SUBDISTRICT, DISTRICT, PROVINCE = r"ต\.|ตำบล", r"อ\.|อำเภอ", r"จ\.|จังหวัด"
MOO = r"หมู่ที่|หมู่|ม\."
PEOPLE = "พี่น้อง|ประชาชน|ชาว"
POST, VENUE = "ตำแหน่ง", r"ณ(?=\s)"
PHONE = r"(?:โทรศัพท์|โทร|เบอร์|หมายเลข|telephone|tel|phone)\.?\s*:?"
_ANOTHER = re.compile(rf"\s(?:{SUBDISTRICT}|{DISTRICT}|{PROVINCE})")


def without(labels: str, text: str) -> str:
    """Return a text without the labels before it: ต. and ตำบล go, ควนเมา stays, and so does a label alone."""
    written = re.match(rf"(?:(?:{labels})\s*(?=\S))+", text, re.IGNORECASE)
    return text[written.end() :] if written else text


def several(text: str, key: str) -> Saying | None:
    """Return what to say about a whole address in the field for one place's name, or None."""
    other = _ANOTHER.search(text)
    if other is None:
        return None
    name = text[: other.start()].strip()
    return say(
        f"ช่องนี้ใส่ชื่อเดียว แต่เขียนไว้หลายชั้น {shown(text)}",
        f"one name belongs here, but {shown(text)} is given",
        f"เขียนเพียง {key}: {name} ส่วนอำเภอและจังหวัดมีช่องของตัวเอง",
        f"write {key}: {name}; district and province have fields of their own",
    )
