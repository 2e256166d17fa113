"""Malay in Arabic letters, as the deep South writes it: which letters it has, and which shape each one shows.

Letters: the Jawi of the Thai–Malay border, Arabic's own and چ ڠ ڤ ݢ ڬ ڽ ۏ; what joins what is Unicode's ArabicShaping.
A shape is written as grammars write it, with a kashida at each side that joins: بـ ـبـ ـب.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

JOINS_BOTH = "بتثجچحخسشصضطظعغڠفڤقكکݢڬلمنهيىئڽ"
JOINS_BEFORE = "اآأإدذرزوؤۏة"
"""Letters that join the letter before them and never the one after."""
ALONE = "ء"
SIGNS = "،؛؟"

LETTERS = JOINS_BOTH + JOINS_BEFORE + ALONE
LAM, ALIFS = "ل", "اآأإ"
"""ل with one of these after it is drawn as one sign of two letters."""

KASHIDA = "ـ"

RUN = re.compile(f"[{LETTERS}](?:[{LETTERS}{SIGNS} ]*[{LETTERS}{SIGNS}])?|[{SIGNS}]")
"""Words that are read from the right, with the spaces between them."""

_HAS = re.compile(f"[{LETTERS}{SIGNS}]")


def has(text: str) -> bool:
    """Return whether any letter of a text is of this script."""
    return _HAS.search(text) is not None


def shapes(text: str) -> Iterator[str]:
    """Yield the shape of each letter of this script in a text, ل with its ا as one: سلام is سـ ـلا م."""
    joined = False
    place = 0
    while place < len(text):
        letter, after = text[place], text[place + 1 : place + 2]
        before = joined and letter in JOINS_BOTH + JOINS_BEFORE
        if letter == LAM and after and after in ALIFS:
            yield KASHIDA * before + letter + after
            joined = False
            place += 2
            continue
        joined = letter in JOINS_BOTH and bool(after) and after in JOINS_BOTH + JOINS_BEFORE
        if letter in LETTERS + SIGNS:
            yield KASHIDA * before + letter + KASHIDA * joined
        place += 1


def every_shape() -> Iterator[str]:
    """Yield every shape that `shapes` may yield."""
    yield from (*ALONE, *SIGNS)
    for letter in JOINS_BOTH:
        yield from (letter, letter + KASHIDA, KASHIDA + letter + KASHIDA, KASHIDA + letter)
    for letter in JOINS_BEFORE:
        yield from (letter, KASHIDA + letter)
    for alif in ALIFS:
        yield from (LAM + alif, KASHIDA + LAM + alif)
