"""People side by side on a finished poster: their names on one line, in leaves as large as each other's."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import pymupdf
import pytest

from generator.disclosure import Publication
from generator.model import Name
from generator.piece import drawn
from generator.pieces.paper import poster, winner_poster
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


def _round(count: int, *, seen: bool = True) -> PublicRound:
    return rounds.make_round(
        tuple(
            rounds.make_winner(n, name=MARKED[n % 3], portrait=rounds.make_portrait(str(n)) if seen else None)
            for n in range(count)
        )
    )


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
        foot = max(leaf.y1 for leaf in leaves if leaf.x0 < title.left < leaf.x1 and leaf.y1 < title.baseline)
        assert (letters - foot) / POINTS_A_MM >= 2, title


@pytest.mark.parametrize("count", [3, 6, 12])
def test_where_nobody_is_seen_whole_names_stand_in_leaves_and_are_told_once(count: int, tmp_path: Path) -> None:
    """The given name as a picture and the whole name in small below it told the same twice, and the news was small."""
    texts = list(_texts(_poster(_round(count, seen=False), tmp_path, wide=False)))
    given = tuple(name.first for name in MARKED)
    named = [one for one in texts if one.say.startswith(given)]
    assert len(named) == count
    assert all(DRAWN in one.font for one in named)
    assert min(one.size for one in named) >= 14
    assert min(one.size for one in named) >= 0.7 * max(one.size for one in named)
    assert _in_rows(one.baseline for one in named)


@pytest.mark.parametrize("wide", [False, True], ids=["upright", "wide"])
def test_a_title_stands_clear_of_the_name_below_it(tmp_path: Path, *, wide: bool) -> None:
    """Half a millimetre over small names, a title ran into their marks."""
    texts = list(_texts(_poster(_round(12), tmp_path, wide=wide)))
    named = [one for one in texts if one.say.startswith("ณัฐวุฒิ") and "Name" in one.font]
    titles = [one for one in texts if one.say == MARKED[0].title]
    assert len(named) == len(titles) == 4
    for title, name in zip(titles, named, strict=True):
        assert (name.baseline - 0.95 * name.size - title.baseline) / POINTS_A_MM >= 1, (title, name)


@pytest.mark.parametrize(("count", "wide", "least"), [(9, False, 22), (12, False, 16), (9, True, 16.5), (12, True, 13)])
def test_faces_of_many_fill_the_sheet_from_edge_to_edge(
    count: int, least: float, tmp_path: Path, *, wide: bool
) -> None:
    """Between margins and gutters heads were 12 millimetres high; one long post takes no other row's room."""
    long = "เจ้าพนักงานป้องกันและบรรเทาสาธารณภัยปฏิบัติงาน"
    people = tuple(
        rounds.make_winner(
            n, portrait=rounds.make_portrait(str(n), (900, 1200)), position=long if n == count - 1 else "ครู"
        )
        for n in range(count)
    )
    with pymupdf.Document(stream=_poster(rounds.make_round(people), tmp_path, wide=wide)) as document:
        page = document[0]
        leaves = [one["rect"] for one in page.get_drawings() if 30 < one["rect"].width / POINTS_A_MM < 100]
        rows = {round(leaf.y1) for leaf in leaves if leaf.x0 < 1} & {
            round(leaf.y1) for leaf in leaves if leaf.x1 > page.rect.width - 1
        }
    assert len(rows) == (1 if wide else 3) or count == 12
    # A third of a person's square is the face, and three fifths of it are shown.
    assert min(leaf.height for leaf in leaves if round(leaf.y1) in rows) / POINTS_A_MM >= least * 1.35


ALONE = {
    "tall": Name("นาย", "สมชาย", "ใจดี"),
    "plain": Name("นาง", "แตน", "โพธิ์"),
    "long": Name("ว่าที่ร้อยตรีหญิง", "กนกวรรณพิมพ์", "วงศ์สุวรรณพิพัฒน์กุล"),
    "longest": Name("นาย", "มูฮัมหมัด", "บิน อับดุลเราะห์มาน บิน ฮัจยีอับดุลเลาะห์ทดลอง"),
}


@pytest.mark.parametrize("style", ["ร่วมสมัย", "สง่า", "เรียบ"])
@pytest.mark.parametrize("kind", ALONE)
def test_one_face_stays_large_and_the_name_clear_of_it(kind: str, style: str, tmp_path: Path) -> None:
    """A face was 20 millimetres high over a long name, and a surname with ใ stood on the edge of the window."""
    winner = rounds.make_winner(0, name=ALONE[kind])
    award_round = rounds.make_round((winner,), organisation=rounds.make_organisation(style=style))
    sheet = next(iter(winner_poster.PIECE.lay_out(Publication(award_round.organisation, (award_round,)))))
    assert not sheet.view["wide"]
    pictures = rounds.draw_all(sheet.renditions, tmp_path)
    pdf = winner_poster.PIECE.press.press(winner_poster.PIECE.template, drawn(sheet), pictures)
    with pymupdf.Document(stream=pdf) as document:
        page = document[0]
        leaf = max(
            (one["rect"] for one in page.get_drawings() if 100 < one["rect"].width / POINTS_A_MM < 200),
            key=lambda rect: rect.height,
        )
        assert leaf.height / POINTS_A_MM >= 76
        below = pymupdf.Rect(14 * POINTS_A_MM, leaf.y1 + 1, 196 * POINTS_A_MM, leaf.y1 + 3 * POINTS_A_MM)
        # One colour alone: that of the field.
        assert len(set(page.get_pixmap(clip=below, dpi=150).color_count(colors=True))) == 1
