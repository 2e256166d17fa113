"""Whether white letters can be read on a colour, and what to say where they cannot; reads no field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.reading.wording import say, shown

if TYPE_CHECKING:
    from generator.reading.tree import Saying

_LINEAR_BELOW = 0.04045


def contrast_with_white(colour: str) -> float:
    """Return the contrast ratio of `#rrggbb` to white, from 1 to 21 (WCAG 2.2, relative luminance)."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (((part + 0.055) / 1.055) ** 2.4 if part > _LINEAR_BELOW else part / 12.92 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def unknown(text: str) -> Saying:
    """Describe a colour that is not `#rrggbb`."""
    return say(
        f"สี {shown(text)} อ่านไม่ได้",
        f"{shown(text)} is not a colour",
        'เขียน # ตามด้วยเลขฐานสิบหก 6 ตัว ในเครื่องหมายคำพูด เช่น "#0b5a5e"',
        'write # and six hexadecimal digits in quotation marks, e.g. "#0b5a5e"',
    )


def pale(text: str, ratio: str) -> Saying:
    """Describe a colour on which white letters cannot be read (WCAG 2.2, 1.4.3: 4.5 to 1)."""
    return say(
        f"สี {text} อ่อนเกินไป ตัวอักษรสีขาวบนสีนี้มีความต่างเพียง {ratio}:1 ต้องไม่น้อยกว่า 4.5:1",
        f"the colour {text} is too pale: white letters on it have a contrast of {ratio}:1, 4.5:1 is needed",
        "เลือกสีที่เข้มขึ้น",
        "choose a darker colour",
    )
