"""What can be read on finished sheets, as another engine draws them, whatever the office's colours are."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from generator.disclosure import Publication
from generator.model import Colours
from generator.palette import SHAPE, TEXT, contrast
from generator.piece import drawn
from generator.pieces import PIECES as ALL
from generator.press import templates
from generator.press.typeset import typeset
from tests.support import rounds
from tests.support.publications import before_the_result

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OFFICES = (
    ("#f5c400", "#7b1e3a"), ("#ffd9e8", "#f5c400"), ("#2e7d32", "#ffd9e8"), ("#009485", "#555555"),
    ("#0f4c5c", "#8f5a12"), ("#1c4f8f", "#f2a900"),
)  # fmt: skip
"""A yellow, a pink, a green with a pale accent, a colour between, on which white is too faint, and two golden ones."""
PIECES = ("poster", "call_poster", "winner_poster", "survey_poster", "table_tent", "banner", "backdrop", "card")


LARGE = 30
"""Points from which letters are large, and 3 to 1 is enough for them; the standard says 18 (WCAG 2.2, 1.4.3)."""


def faint(pdf: bytes) -> Iterator[tuple[str, str, str]]:
    """Yield each text of which nothing stands out from its ground as it must, with the two colours."""
    scale = 4
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        picture, text = page.render(scale=scale).to_pil().convert("RGB"), page.get_textpage()
        for n in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(n)
            box = [round(part * scale) for part in (left, page.get_height() - top, right, page.get_height() - bottom)]
            said = text.get_text_bounded(left, bottom, right, top).strip()
            if not said or box[2] - box[0] < 4:
                continue
            part = picture.crop((box[0] - 3, box[1] - 3, box[2] + 3, box[3] + 3))
            (_, ground), *others = sorted(part.getcolors(part.width * part.height) or [], reverse=True)
            inks = [_hex(colour) for count, colour in others if count > part.width * part.height / 400]
            best = max(inks, key=lambda ink: contrast(ink, _hex(ground)), default=_hex(ground))
            if contrast(best, _hex(ground)) < (SHAPE if _size(text, left, bottom, right, top) >= LARGE else TEXT):
                yield said, best, _hex(ground)


def _size(text: pypdfium2.PdfTextPage, *box: float) -> float:
    left, bottom, right, top = box
    at = text.get_index((left + right) / 2, (bottom + top) / 2, (right - left) / 2, (top - bottom) / 2)
    return 0.0 if at is None else pypdfium2.raw.FPDFText_GetFontSize(text, at)


def _hex(colour: object) -> str:
    return "#" + bytes(colour).hex()  # type: ignore[call-overload, no-any-return]


@pytest.mark.parametrize(("primary", "accent"), OFFICES)
def test_every_word_of_a_sheet_can_be_read(primary: str, accent: str, tmp_path: Path) -> None:
    """Half of all offices are yellow, and white on yellow is nothing (WCAG 2.2, 1.4.3)."""
    office = rounds.make_organisation(colours=Colours(primary, accent), weave="ใบยาง")
    announced, asked = rounds.make_round(4, organisation=office), before_the_result("survey", organisation=office)
    found, seen = {}, 0
    for piece in (each for each in ALL if each.name in PIECES):
        award_round = asked if piece.name == "call_poster" else announced
        for sheet in islice(piece.lay_out(Publication(office, (award_round,))), 1):
            for rendition in sheet.renditions:
                (tmp_path / rendition.name).write_bytes(rounds.draw(rendition))
            pdf = typeset(templates.source(piece.template), drawn(sheet), tmp_path)
            seen += 1
            if told := list(faint(pdf)):
                found[sheet.path] = told
    assert seen >= len(PIECES)
    assert found == {}


@pytest.mark.parametrize(("primary", "accent"), OFFICES)
def test_a_given_name_on_its_leaf_can_be_read(primary: str, accent: str, tmp_path: Path) -> None:
    """On a light field some leaves are dark, and the letters on them were dark, too."""
    office = rounds.make_organisation(colours=Colours(primary, accent))
    people = tuple(rounds.make_winner(n, portrait=None) for n in range(5))
    award_round = rounds.make_round(people, organisation=office)
    found, seen = {}, 0
    for piece in (each for each in ALL if each.name in {"winner_poster", "banner", "card", "poster", "name_badge"}):
        for sheet in islice(piece.lay_out(Publication(office, (award_round,))), 0, 17, 4):
            for rendition in sheet.renditions:
                (tmp_path / rendition.name).write_bytes(rounds.draw(rendition))
            seen += 1
            if told := list(faint(typeset(templates.source(piece.template), drawn(sheet), tmp_path))):
                found[sheet.path] = told
    assert seen > 10
    assert found == {}


def test_the_measure_sees_what_is_faint(tmp_path: Path) -> None:
    """White on yellow, set on purpose."""
    page = (
        b'#set document(title: "x")\n#set page(fill: rgb("#f5c400"))\n#set text(lang: "th", fill: white, size: 9mm)\n'
    )
    view = {"title": "x", "timestamp": 1, "names": [], "colours": {"primary": "#000000", "accent": "#ffffff"}}
    dark = typeset(page.replace(b"white", b"black") + "จาง".encode(), view, tmp_path)
    assert list(faint(dark)) == []
    assert [said for said, *_ in faint(typeset(page + "จาง".encode(), view, tmp_path))] == ["จาง"]
