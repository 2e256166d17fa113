"""How something is read aloud, as an office writes it: Thai words, which need no rule."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator

from generator.reading import fields
from generator.reading.wording import say, shown
from generator.thai.words import THAI

_WORDS = re.compile(rf"[{THAI}]+(?:[ -]?[{THAI}]+)*")


def _spoken(text: str) -> str:
    """Return Thai words; figures, short forms and foreign letters are what a reading is to explain."""
    if not _WORDS.fullmatch(text):
        raise fields.wrong(
            say(
                f"คำอ่าน {shown(text)} ต้องเป็นคำไทยล้วน",
                f"a reading is Thai words only, not {shown(text)}",
                "เขียนอย่างที่พูด เช่น say: ผู้ช่วยนักวิชาการ ไม่ใส่ตัวเลข จุด หรือตัวอักษรอังกฤษ",
                "write it as it is said, without figures, full stops or Latin letters, as say: ผู้ช่วยนักวิชาการ",
            )
        )
    return text


Spoken = Annotated[fields.Line, AfterValidator(_spoken)]
