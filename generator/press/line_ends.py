"""Where a line of a page may not end: inside a name or a term, between a figure and its unit, before ๆ; draws nothing.

A browser divides Thai by its own dictionary, which knows neither the people nor the places of a round.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.thai.dates import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterable

WHOLE = '<span class="tb-keep">'
"""What opens around a run of a page that stands on one line; the theme's class says so."""

_NBSP = "\u00a0"
_MONTHS = "|".join(MONTHS)
_JOINTS = re.compile(
    rf" (?=ๆ)|ปี (?=พ\.ศ\.)|(?:ร้อยละ|พ\.ศ\.|มาตรา|หมวด|หมู่ที่|เวลา|วันที่|ปี|ราว|ถึง|จาก|โทร|{_MONTHS}) (?=\d)"
    rf"|(?<=\d) (?=คน|ปี|คะแนน|นาที|วัน|เดือน|ราย|เรื่อง|ระดับ|น\.|ชั่วโมง|กิโลไบต์|เมกะไบต์|{_MONTHS})"
)
_TEXT = re.compile(r'<a class="tb-button.*?</a>|(?<=>)[^<>]+', re.DOTALL)
"""What a reader reads; a button comes as one, since it lays out each of its parts as a column of its own."""
_FIGURES = rf"หมู่ที่{_NBSP}\d+|\d[\d.]*[–-]\d[\d.]*"
"""A village by its number, and a range."""


def glued(text: str) -> str:
    """Return a text whose figures are joined to their units and ๆ to its word by spaces that do not divide."""
    return _JOINTS.sub(lambda joint: joint[0].replace(" ", _NBSP), text)


def kept(page: str, terms: Iterable[str]) -> str:
    """Return finished HTML in which no line can end within one of some terms or between a figure and its unit.

    Only what a reader reads is touched: tags, attributes and character references stay as they are.
    """
    pattern = _pattern(tuple(terms))
    return _TEXT.sub(lambda text: text[0] if text[0].startswith("<") else pattern.sub(_whole, glued(text[0])), page)


def _whole(found: re.Match[str]) -> str:
    return found[0] if found[0].startswith("&") else f"{WHOLE}{found[0]}</span>"


@lru_cache(maxsize=64)
def _pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds the terms, the first named first; a character reference is found so that none is divided."""
    return re.compile("|".join((r"&#?\w+;", _FIGURES, *map(re.escape, terms))))
