"""People side by side on a finished poster: their names on one line, their given names as pictures of one size."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import pymupdf
import pytest

from generator.disclosure import Publication
from generator.model import Name
from generator.piece import drawn
from generator.pieces.paper import poster
from tests.support import rounds
from tests.support.paper import POINTS_A_MM

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.disclosure import PublicRound

pytestmark = pytest.mark.usefixtures("builds")

DRAWN = "Poster"
"""The face of given names as pictures; a name as a heading is in another."""

MARKED = (Name("ว่าที่ร้อยตรี", "ณัฐวุฒิ", "ใจดี"), Name("นาย", "มานะ", "งามตา"), Name("นาง", "แพรวพรรณรายา", "งามตา"))
"""A title with marks above it, one without, and a given name that is longer than its neighbours'."""


class _Text(NamedTuple):
    say: str
    font: str
    size: float
    left: float
    baseline: float


def _round(count: int) -> PublicRound:
    return rounds.make_round(tuple(rounds.make_winner(n, name=MARKED[n % 3], portrait=None) for n in range(count)))


def _poster(award_round: PublicRound, folder: Path, *, wide: bool) -> bytes:
    sheets = poster.PIECE.lay_out(Publication(award_round.organisation, (award_round,)))
    sheet = next(sheet for sheet in sheets if sheet.view.get("wide", False) == wide)
    return poster.PIECE.press.press(poster.PIECE.template, drawn(sheet), rounds.draw_all(sheet.renditions, folder))


def _texts(pdf: bytes) -> Iterator[_Text]:
    with pymupdf.Document(stream=pdf) as document:
        for block in document[0].get_text("dict")["blocks"]:
            for line in block.get("lines", ()):
                for span in line["spans"]:
                    left, baseline = span["origin"]
                    yield _Text(span["text"].strip(), span["font"], span["size"], left, baseline)


def _in_rows(baselines: Iterable[float]) -> bool:
    """Return whether texts stand on the same lines, and none a little lower than its neighbours."""
    return all(below - over < 0.1 or below - over > 15 for over, below in pairwise(sorted(baselines)))


@pytest.mark.parametrize("wide", [False, True], ids=["upright", "wide"])
def test_names_side_by_side_stand_on_one_line_clear_of_their_leaves(tmp_path: Path, *, wide: bool) -> None:
    """A title with marks pushed its name two millimetres down, and titles hung on the leaves' feet."""
    count = 12
    pdf = _poster(_round(count), tmp_path, wide=wide)
    given, titles = (tuple(getattr(name, part) for name in MARKED) for part in ("first", "title"))
    named = [one for one in _texts(pdf) if one.say.startswith(given) and "Name" in one.font]
    assert len(named) == count
    assert _in_rows(one.baseline for one in named)
    with pymupdf.Document(stream=pdf) as document:
        leaves = [one["rect"] for one in document[0].get_drawings() if 25 < one["rect"].width / POINTS_A_MM < 100]
    above = [one for one in _texts(pdf) if one.say in titles]
    assert len(above) == count
    for title in above:
        letters = title.baseline - 0.6 * title.size
        foot = max(leaf.y1 for leaf in leaves if abs(leaf.x0 - title.left) < 2 and leaf.y1 < title.baseline)
        assert (letters - foot) / POINTS_A_MM >= 2, title


@pytest.mark.parametrize("count", [3, 6])
def test_given_names_as_pictures_are_as_large_as_each_other(count: int, tmp_path: Path) -> None:
    """Each in a size and on a line of its own was a chart of sizes."""
    given = {name.first for name in MARKED}
    pictures = [
        one for one in _texts(_poster(_round(count), tmp_path, wide=False)) if one.say in given and DRAWN in one.font
    ]
    assert len(pictures) == count
    assert len({round(one.size, 1) for one in pictures}) == 1
    assert _in_rows(one.baseline for one in pictures)


@pytest.mark.parametrize("wide", [False, True], ids=["upright", "wide"])
def test_a_title_stands_clear_of_the_name_below_it(tmp_path: Path, *, wide: bool) -> None:
    """Half a millimetre over small names, a title ran into their marks."""
    texts = list(_texts(_poster(_round(12), tmp_path, wide=wide)))
    named = [one for one in texts if one.say.startswith("ณัฐวุฒิ") and "Name" in one.font]
    titles = [one for one in texts if one.say == MARKED[0].title]
    assert len(named) == len(titles) == 4
    for title, name in zip(titles, named, strict=True):
        assert (name.baseline - 0.95 * name.size - title.baseline) / POINTS_A_MM >= 1, (title, name)


def test_what_short_words_leave_of_their_row_leaves_of_all_rows_take(tmp_path: Path) -> None:
    """Where one post of nine was long, every row kept its height free, and faces were half as large."""
    long = "เจ้าพนักงานป้องกันและบรรเทาสาธารณภัยปฏิบัติงานประจำศูนย์บริการ"
    people = tuple(rounds.make_winner(n, portrait=None, position=long if n == 8 else "ครู") for n in range(9))
    with pymupdf.Document(stream=_poster(rounds.make_round(people), tmp_path, wide=False)) as document:
        leaves = [one["rect"] for one in document[0].get_drawings() if 50 < one["rect"].width / POINTS_A_MM < 70]
    assert len(leaves) == len(people)
    assert min(leaf.height for leaf in leaves) / POINTS_A_MM >= 33
