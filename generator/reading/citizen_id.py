"""Finds a citizen's ID number in text, so that it is neither published nor printed in a message; knows nobody's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.thai.digits import to_arabic

if TYPE_CHECKING:
    from collections.abc import Iterator

_DIGITS = 13
_MODULUS = 11
_THIRTEEN = re.compile(r"(?<!\d)[1-8](?:[ .–-]{0,2}\d){12}(?!\d)")
"""Numbers that open with 0 or 9 belong to offices and companies, whose tax number is public."""


def found(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each citizen's number begins and ends; its last digit is right by the rule of กรมการปกครอง.

    The rule: the first twelve digits, weighed 13 down to 2, their sum taken from 11 by its remainder.
    """
    for match in _THIRTEEN.finditer(to_arabic(text)):
        digits = [int(letter) for letter in match[0] if letter.isdigit()]
        weighed = sum(digit * weight for digit, weight in zip(digits, range(_DIGITS, 1, -1), strict=False))
        if (_MODULUS - weighed % _MODULUS) % 10 == digits[-1]:
            yield match.span()


def masked(text: str) -> str:
    """Return a text in which of each citizen's number only the first and the last digit can be read."""
    for begin, end in list(found(text)):
        inner = re.sub(r"\d", "x", text[begin + 1 : end - 1])
        text = text[: begin + 1] + inner + text[end - 1 :]
    return text
