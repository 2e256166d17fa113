"""Whose records a folder holds, before they are read: name, place and telephone as they were typed, judged by nobody.

Whoever looks at many offices asks this of each, and needs an answer of the faulty ones as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.reading import text as letters
from generator.reading.folder import ORGANISATION, WINNERS
from generator.reading.source import read_text
from generator.reading.tree import plain
from generator.reading.yaml_door import parse

if TYPE_CHECKING:
    from pathlib import Path

    from generator.reading.tree import Plain


class Whose(NamedTuple):
    """An office as its record calls it; what the record does not say is ""."""

    name: str = ""
    short_name: str = ""
    district: str = ""
    province: str = ""
    phone: str = ""


def whose(project: Path) -> Whose:
    """Return whose records a project folder holds, as far as they can be made out."""
    name = f"{WINNERS}/{ORGANISATION}"
    text = read_text(project / name, name)
    if not isinstance(text, str):
        return Whose()
    tree, _ = parse(name, text)
    written = plain(tree) if tree else None
    if not isinstance(written, dict):
        return Whose()
    address = written.get("address")
    place = address if isinstance(address, dict) else {}
    return Whose(
        _text(written, "name"),
        _text(written, "short_name"),
        _text(place, "district"),
        _text(place, "province"),
        _text(written, "phone"),
    )


def _text(group: dict[str, Plain], key: str) -> str:
    """Return a value if it is text, on one line and without letters that could be kept nowhere."""
    value = group.get(key)
    return " ".join(letters.without_harmful(value).split()) if isinstance(value, str) else ""
