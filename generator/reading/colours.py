"""What to say of colours that cannot be read or told apart; reads no field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.reading.wording import say, shown

if TYPE_CHECKING:
    from generator.reading.tree import Saying


def unknown(text: str) -> Saying:
    """Describe a colour that is not `#rrggbb`."""
    return say(
        f"สี {shown(text)} อ่านไม่ได้",
        f"{shown(text)} is not a colour",
        'เขียน # ตามด้วยเลขฐานสิบหก 6 ตัว ในเครื่องหมายคำพูด เช่น "#0b5a5e"',
        'write # and six hexadecimal digits in quotation marks, e.g. "#0b5a5e"',
    )


def alike(primary: str, accent: str) -> Saying:
    """Describe two colours that nobody tells apart."""
    return say(
        f"สีเน้น {accent} เกือบเป็นสีเดียวกับสีหลัก {primary} สิ่งที่ควรเด่นจะไม่เด่น",
        f"the accent {accent} is nearly the same colour as the primary {primary}, so nothing stands out by it",
        "เลือกสีเน้นที่ต่างจากสีหลัก เช่น สีอีกสีหนึ่งในตราของหน่วยงาน",
        "choose an accent that differs, e.g. another colour of the office's seal",
    )
