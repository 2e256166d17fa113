"""What an office may have made for each helper: sets of sheets in the office's words, and which of them are usual.

A piece declares the sets that it belongs to (`generator.piece.Piece.sets`); a record chooses among them (`outputs` of
`organisation.yaml`). What belongs to no set is always made.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

OutputSet = Literal[
    "สี",
    "รายบุคคล",
    "แนวนอน",
    "ขาวดำ",
    "แจก",
    "โปสเตอร์",
    "ป้ายไวนิล",
    "ฉากหลัง",
    "JPG",
    "แผ่นอ่าน",
    "ความยาวอื่น",
    "ข้อความ",
    "ภาพสำหรับโทรศัพท์",
    "SSML",
    "การ์ด",
    "ข่าวประชาสัมพันธ์",
    "ภาพโปสเตอร์",
    "ข้อความไลน์",
    "ข่าว",
    "ประกาศเกียรติคุณ",
    "ประกาศเกียรติคุณรายคน",
    "กำหนดการ",
    "คำกล่าว",
    "บัตรเชิญ",
    "ป้ายชื่อ",
]


class Outputs(NamedTuple):
    """The sets of one helper: those made unless the office chooses, and the others."""

    helper: str
    usual: tuple[OutputSet, ...]
    others: tuple[OutputSet, ...] = ()

    @property
    def sets(self) -> tuple[OutputSet, ...]:
        """All sets of the helper."""
        return self.usual + self.others


OUTPUTS: dict[str, Outputs] = {
    "ป้ายประกาศ": Outputs("notice-board", ("สี", "แจก"), ("รายบุคคล", "แนวนอน", "ขาวดำ")),
    "ร้านพิมพ์": Outputs("print-shop", ("โปสเตอร์", "ป้ายไวนิล", "ฉากหลัง"), ("รายบุคคล", "แนวนอน", "JPG")),
    "เสียงตามสาย": Outputs("loudspeaker", ("แผ่นอ่าน",), ("ข้อความ", "ภาพสำหรับโทรศัพท์", "ความยาวอื่น", "SSML")),
    "โซเชียล": Outputs("social", ("การ์ด", "ข่าวประชาสัมพันธ์"), ("ภาพโปสเตอร์", "ข้อความไลน์")),
    "เว็บเดิม": Outputs("old-website", (), ("ข่าว",)),
    "พิธี": Outputs("ceremony", ("ประกาศเกียรติคุณ", "กำหนดการ", "คำกล่าว", "บัตรเชิญ", "ป้ายชื่อ"), ("ประกาศเกียรติคุณรายคน",)),
}
"""The sets of every helper, by the word for the helper in a record."""

Chosen = tuple[tuple[str, OutputSet], ...]
"""What an office has made: pairs of a helper's name and a set, in the order of the table."""

EVERYTHING: Chosen = tuple((one.helper, each) for one in OUTPUTS.values() for each in one.sets)
USUAL: Chosen = tuple((one.helper, each) for one in OUTPUTS.values() for each in one.usual)
