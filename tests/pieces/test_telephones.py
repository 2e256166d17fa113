"""One number to call on everything that goes out: what a button dials is what is printed and said."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from generator.disclosure import publish
from generator.era import BANGKOK
from generator.piece import Finished
from generator.pieces import FIRST, SECOND
from generator.thai.telephones import read_telephone

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.model import Records
    from generator.piece import Entry, Piece

OVER = datetime(2023, 6, 1, 12, tzinfo=BANGKOK)
SUFFIXES = {".html", ".xml", ".json", ".ics", ".txt", ".md", ".js", ".svg", ".csv", ".ssml", ".vcf"}
DIALS = re.compile(r"""tel:([+\d][^"'<>\s\\]*)""")
SHOWING = {
    "press_release", "poster", "newsletter", "landing", "complaint", "calendar", "cms_html", "cms_text",
    "caption", "bookmark", "certificate",
}  # fmt: skip
HOTLINES = {"1567", "1676", "1205"}


def first_line(written: str) -> str:
    """Return the digits of a number's first line, read without the product: by how many digits a Thai number has."""
    digits = "".join(str(int(letter)) for letter in written.partition("ต่อ")[0] if letter.isdecimal())
    return digits[:4] if digits.startswith("1") else digits[: 10 if digits[1] in "689" else 9]


def _unread(entry: Entry) -> bytes:
    raise NotImplementedError(entry.path)


def views(records: Records) -> Iterator[tuple[str, Any]]:
    """Yield the view of every sheet of every row, with the row's name."""
    rows: tuple[Piece[Any], ...] = (*FIRST, *SECOND)
    for piece in rows:
        publication = publish(records, OVER, piece.channel, inside=piece in SECOND or piece.audience == "internal")
        source = Finished(publication, (), _unread) if piece in SECOND else publication
        for sheet in piece.lay_out(source):
            yield piece.name, {"sheet": sheet.title, **sheet.view}


def leaves(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield every string of a view with the key that it stands under."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, name)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from leaves(inner, key)
    elif isinstance(value, str):
        yield key, value


@pytest.mark.parametrize("written", ["(075) 660-789/790 ต่อ 12", "๐ ๗๕๖๖ ๐๗๘๙-๙๐", "08 6660 7890", "1567 กด 3"])
def test_every_sheet_shows_says_and_dials_the_same_number(records: Records, written: str) -> None:
    """Each place read the record by itself, so that a button dialled what no script said."""
    telephone = read_telephone(written)
    office = replace(records.organisation, phone=telephone)
    told = {
        (piece, key, text) for piece, view in views(replace(records, organisation=office)) for key, text in leaves(view)
    }
    dialled = {text for _, key, text in told if key == "tel"} - HOTLINES
    assert dialled == {first_line(written)} - HOTLINES
    assert {piece for piece, _, text in told if telephone.printed in text} >= SHOWING
    assert {piece for piece, key, text in told if key == "say" and text.strip() == telephone.said} >= {"announcement"}
    assert {text for _, key, text in told if key == "telephone"} == {telephone.international}
    if len(telephone.dialled) < len("075550123"):
        return  # as few figures may be anything
    figures = re.findall(r"\d", telephone.printed)
    near = re.compile(r"[\s()/.–-]*".join(figures[:9]))
    other = {(piece, text) for piece, _, text in told for found in near.findall(text) if found not in telephone.printed}
    assert {text for _, text in other} <= {telephone.dialled}


def test_every_call_button_of_a_finished_build_dials_the_number_that_is_written(built: Path) -> None:
    """A page, a feed or a theme's footer may get its link from anywhere; all of them are looked through."""
    records = (built / "winners/organisation.yaml").read_text(encoding="utf-8")
    written = re.findall(r"(?m)^\s*phone: *(.+?)(?: #.*)?$", records)
    assert written
    right = {first_line(number) for number in written} | HOTLINES
    found: dict[str, str] = {}
    for folder in ("site", "build"):
        for path in (built / folder).rglob("*"):
            if path.suffix in SUFFIXES:
                found |= dict.fromkeys(DIALS.findall(path.read_text(encoding="utf-8", errors="ignore")), str(path))
    assert {first_line(written[0]), *HOTLINES} <= found.keys()
    assert {number: path for number, path in found.items() if number not in right} == {}
