"""Of which kind another way of answering is, where the record does not say so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model import WayKind

_KINDS: dict[WayKind, re.Pattern[str]] = {
    "โทรศัพท์": re.compile(r"^(?:โทร(?!สาร)|เบอร์|สายด่วน|สายตรง|ฮอตไลน์|hotline|คอลเซ็น|call)", re.IGNORECASE),
    "กระดาษ": re.compile("กระดาษ|ใบประเมิน"),
    "กล่อง": re.compile("กล่อง|ตู้"),
}
"""What names of a kind open with or hold, in the order in which they are tried."""


def kind_of(name: str) -> WayKind:
    """Return the kind of a way by its name, which nobody looks into past the door.

    A call opens with a word for one (โทร, สายด่วน): "แบบกระดาษ ไม่ใช้โทรศัพท์" is none. Paper and a box are told by their
    words anywhere; "กล่องรับแบบกระดาษ" counts as paper, since that is what is filled in there. All else is อื่น. A clerk
    whose word is not known here writes `kind` beside it.
    """
    return next((kind for kind, words in _KINDS.items() if words.search(name)), "อื่น")
