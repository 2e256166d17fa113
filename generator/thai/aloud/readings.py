"""A record's own readings: put out of every rule's reach before the first, and put back after the last."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

FIRST_TOKEN = 0xE000
"""Tokens are private-use letters, which no record can contain."""

TOKENS = "\ue000-\uf8ff"


def hide(text: str, readings: Sequence[tuple[str, str]]) -> str:
    """Return the text with a token for each written form; ร.ต. is not found in ร.ต.อ., the longest form wins."""
    for place, written in sorted(enumerate(each for each, _ in readings), key=lambda item: -len(item[1])):
        before = r"(?<![ก-ฮ]\.)" if re.match(r"[ก-ฮ]{1,4}\.", written) else ""
        after = r"(?![ก-ฮ]{1,3}\.)" if written.endswith(".") else ""
        text = re.sub(before + re.escape(written) + after, chr(FIRST_TOKEN + place), text)
    return text


def reveal(text: str, readings: Sequence[tuple[str, str]]) -> str:
    """Return the text with each token as its reading; hyphens and dots between syllables are not for the ear."""
    return re.sub(f"[{TOKENS}]", lambda found: spoken_form(readings[ord(found[0]) - FIRST_TOKEN][1]), text)


def spoken_form(reading: str) -> str:
    """Return a reading as a record writes it, พี-ระ-เดด, without the marks between its syllables."""
    return re.sub(r"(?<=[ก-๎])[-.](?=[ก-๎])", "", reading)
