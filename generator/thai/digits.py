"""Thai and Arabic digits for each other; changes nothing else of a text."""

from __future__ import annotations

THAI = "๐๑๒๓๔๕๖๗๘๙"
ARABIC = "0123456789"

_TO_ARABIC = str.maketrans(THAI, ARABIC)
_TO_THAI = str.maketrans(ARABIC, THAI)


def to_arabic(text: str) -> str:
    """Return the text with ๐-๙ as 0-9."""
    return text.translate(_TO_ARABIC)


def to_thai(text: str) -> str:
    """Return the text with 0-9 as ๐-๙, as official papers are written (Cabinet resolution of 2 May 2543)."""
    return text.translate(_TO_THAI)
