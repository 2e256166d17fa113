"""The poster before the result, as it is drawn: what stands near to what."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import pymupdf
import pytest

from generator.disclosure import Publication
from generator.piece import drawn
from generator.pieces.paper import call_poster
from tests.support import publications, rounds
from tests.support.paper import POINTS_A_MM

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("builds")

DPI = 300


def _drawn(folder: Path, *, wide: bool, **changes: Any) -> pymupdf.Document:
    award_round = publications.before_the_result("survey", **changes)
    sheets = call_poster.PIECE.lay_out(Publication(award_round.organisation, (award_round,)))
    sheet = next(sheet for sheet in sheets if sheet.view.get("wide", False) == wide)
    pdf = call_poster.PIECE.press.press(call_poster.PIECE.template, drawn(sheet), rounds.draw_all((), folder))
    return pymupdf.open("pdf", pdf)


@pytest.mark.parametrize("wide", [False, True], ids=["upright", "wide"])
def test_the_headlines_marks_are_clear_of_the_line_above(tmp_path: Path, *, wide: bool) -> None:
    """Eight tenths of a millimetre between two lines of which one is four times as large look like a fault."""
    with _drawn(tmp_path, wide=wide) as document:
        page = document[0]
        spans = [
            (span["origin"][1], span["size"], span["origin"][0])
            for block in page.get_text("dict")["blocks"]
            for line in block.get("lines", ())
            for span in line["spans"]
            if span["text"].strip()
        ]
        baseline, _, left = min(one for one in spans if one[1] >= 40)
        above = max(one[0] for one in spans if one[0] < baseline - 20 and abs(one[2] - left) < 3)
        clip = pymupdf.Rect(left, above - 3, page.rect.width * 0.55, baseline - 3)
        pixels = page.get_pixmap(dpi=DPI, clip=clip)
    seen = np.frombuffer(pixels.samples, np.uint8).reshape(pixels.height, pixels.width, pixels.n)[..., :3].astype(int)
    ink = (np.abs(seen - seen[0, -1]).max(axis=2) > 70).any(axis=1)
    rows = np.flatnonzero(~ink)
    longest = max(len(run) for run in np.split(rows, np.flatnonzero(np.diff(rows) > 1) + 1))
    assert longest / DPI * 25.4 >= 1.5


@pytest.mark.parametrize("wide", [False, True], ids=["upright", "wide"])
def test_names_of_criteria_are_clear_of_each_other(tmp_path: Path, *, wide: bool) -> None:
    """“กิริยามารยาทและ ความพึงพอใจ” is no name of anything; what is wider than its part stands lower."""
    criteria = rounds.make_programme().criteria
    criteria = tuple(
        replace(each, name="กิริยามารยาทและมนุษยสัมพันธ์") if each.key == "manner" else each for each in criteria
    )
    with _drawn(tmp_path, wide=wide, programme=rounds.make_programme(criteria=criteria)) as document:
        words = document[0].get_text("words")
    (row,) = {word[1] for word in words if word[4] == criteria[0].name}
    own = sorted(word for word in words if abs(word[1] - row) < 3)
    assert len(own) >= len(criteria) - 1
    for one, other in pairwise(own):
        if not any(one[4] in each.name and other[4] in each.name for each in criteria):
            assert (other[0] - one[2]) / POINTS_A_MM >= 2.5, (one[4], other[4])
