"""The torture set on paper: every text at twelve widths in every face ends its lines where a person permits it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

import pytest

from generator import typefaces
from generator.pieces.parts import asking
from generator.thai.lines import atoms
from tests.support.gold_set import items
from tests.support.line_ends import bad_ends, lines, off_the_page, overlapping
from tests.support.paper import POINTS_A_MM
from tests.support.readers import READERS
from tests.support.setting import forbidden, pressed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WIDTHS: Final = (30, 36, 43, 50, 60, 70, 82, 95, 110, 125, 145, 166)
"""Millimetres at 14 points: from a narrow column of a poster to a whole page."""

IN_RUNNING_TEXT: Final = {"Tonbaep Text 400"}
"""The face in which most lines are set: it is tried at every width, the others at every third."""


def _widths(face: str) -> tuple[int, ...]:
    return WIDTHS if face in IN_RUNNING_TEXT else WIDTHS[1::3]


@pytest.fixture(scope="module", params=typefaces.FACES)
def face(request: pytest.FixtureRequest, builds: None) -> str:
    """Return each face in turn."""
    name: str = request.param
    return name


def _size(face: str) -> float:
    """Return the points at which a column holds about as many letters of a face as of any other.

    The faces of headlines and of names are a sixth wider than that of running text, and stand in no column of five
    letters, where no good end may be left to choose.
    """
    text, own = (typefaces.width("".join(item.text for item in items()), each) for each in (typefaces.FACES[0], face))
    return 14 if own < 1.1 * text else round(14 * text / own, 1)


@cache
def _pressed(face: str) -> bytes:
    """Return the whole set in a face, one page for each width."""
    return pressed(items(), face, _widths(face), _size(face))


ANY: Final = 100_000
"""Points: a column as wide as anything, since a title on a sheet may also be set smaller."""

UNDER_LEAVES = re.compile(r"(?:^|-)(?:backdrop|badges|banner|name-cards|poster|newsletter|winner)\b")
"""Sheets on which people stand, or wear it, and whose leaf is a name: title, given name and surname have own lines."""

BY_PARTS = re.compile(r"inside a (?:name|word): “[^“”|]*(?:นางสาว|นาย|นาง| )\|[^|”]+”")
"""A line end between these parts."""


def test_every_sheet_of_the_sample_is_set_with_care(built: Path) -> None:
    """What the office hangs and reads out first: no wrong line end, nothing over the edge, no overlapping text.

    A title that a smaller size divides between phrases is not cut inside one, as wide as the sheet may be. Tiles are
    left out: each shows one half of the A3 sheet, and has the other half's words beyond its edge. Under a leaf a
    name takes two lines to be large, and ends the first between first name and surname.
    """
    papers = [path for path in sorted((built / "build").rglob("*.pdf")) if "-tiles" not in path.name]
    assert len(papers) > 15
    seen, bad = set(), []
    for path in papers:
        pdf = path.read_bytes()
        paper = lines(pdf)
        letters = "".join("".join(line.text.split()) for line in paper)
        there = [item for item in items() if "".join(item.text.split()) in letters]
        seen |= {item.place for item in there}
        ends = (
            end for end in bad_ends(there, paper, ANY) if not (UNDER_LEAVES.search(path.name) and BY_PARTS.search(end))
        )
        bad += [f"{path.name}: {fault}" for fault in (*ends, *off_the_page(pdf, 4), *overlapping(pdf))]
    assert len({place for place in seen if place.startswith("sample.txt")}) > 100
    assert bad == []


def test_the_set_knows_the_headings_of_the_survey() -> None:
    """They are the largest words on most sheets; a new wording that nobody has marked would never be looked at."""
    assert set(asking.TITLES.values()) <= {item.text for item in items()}


def test_the_set_is_as_large_as_promised() -> None:
    """If there are fewer texts than the documents say, the documents are wrong."""
    assert len(items()) >= 300
    assert len(WIDTHS) == 12


def test_cutting_loses_no_letter_and_ends_no_line_where_none_may_end() -> None:
    """The quickest way to notice a fault in the lexicon, before any paper is made."""
    assert list(forbidden(items())) == []


def test_no_line_ends_where_none_may_end(face: str) -> None:
    """Read back from the finished paper, where glyphs stand: a wrong line end hangs on a board for a month."""
    paper = lines(_pressed(face))
    assert {line.face for line in paper} == {face}
    bad = [
        f"{width} mm: {message}"
        for page, width in enumerate(_widths(face), 1)
        for message in bad_ends(items(), (line for line in paper if line.page == page), width * POINTS_A_MM)
    ]
    assert bad == []


@pytest.mark.parametrize("read", READERS.values(), ids=READERS)
def test_four_readers_copy_the_set_letter_for_letter(face: str, read: Callable[[bytes], str]) -> None:
    """No mark doubled, no letter lost and none added, with up to twelve different sets of line ends."""
    wanted = "".join(item.text for item in items()) * len(_widths(face))
    assert "".join(read(_pressed(face)).split()) == "".join(wanted.split())


@pytest.mark.parametrize("before", ["นายก", "รองนายก", "ปลัด", "ประธานสภา"])
def test_the_post_of_an_office_is_divided_where_the_office_is(before: str) -> None:
    """A post of the lexicon's own was one long word: on its card it stood in letters half as large as the others."""
    post = f"{before}องค์การบริหารส่วนตำบลดอนตะแบก"
    texts = [atom.text for atom in atoms(post, ("ตำบลดอนตะแบก", "ดอนตะแบก"))]
    assert "".join(texts) == post
    assert [text for text in texts if len(text) > len("ส่วนตำบลดอนตะแบก")] == []


@pytest.mark.parametrize("text", ["ขอแบบและส่งคืนได้ที่เคาน์เตอร์บริการของเทศบาล", "ติดต่อเคาน์เตอร์บริการในวันราชการ"])
def test_where_somebody_serves_is_one_word_to_the_ear(text: str) -> None:
    """On a wall “ได้ที่เคาน์เตอร์” stood at the end of a line, and “บริการของ” began the next."""
    texts = [atom.text for atom in atoms(text)]
    assert "".join(texts) == text
    assert [atom for atom in texts if "เคาน์เตอร์บริการ" in atom]


@pytest.mark.parametrize(
    "text",
    ["มอบโล่เกียรติคุณ โครงการชุมชนสะอาด", "ขอขอบคุณ ผู้สนับสนุนทุกท่าน", "สรรพคุณ ใช้เป็นยา", "ตอบแทนคุณ แผ่นดินเกิด"],
)
def test_a_word_that_ends_in_a_title_calls_nobody(text: str) -> None:
    """A breath of the ceremony's speech moved into ในพิธีมอบประกาศเกียรติคุณ, as if คุณ were somebody's title."""
    before = text.partition(" ")[0] + " "
    assert any("".join(atom.text for atom in atoms(text)[:count]) == before for count in range(1, 9))
