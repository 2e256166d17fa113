"""What hangs on a wall passes an art director: sizes, faces, names, codes, and lines that do not touch.

`tests/thai/test_line_ends.py` looks for torn words on every sheet. Each gate is tried on a sheet that breaks it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest
from PIL import Image

from generator import disclosure
from generator.disclosure import Publication
from generator.model import Name
from generator.piece import drawn
from generator.pieces import PIECES
from generator.pieces.paper import call_poster, poster
from generator.pieces.parts import uses
from generator.pieces.social import card
from generator.press.typeset import TYPESET, typeset
from generator.thai.dates import parse_moment
from tests.support import gate, product, rounds

if TYPE_CHECKING:
    from pathlib import Path

    from generator.disclosure import PublicRound
    from generator.model import Records
    from generator.piece import Piece, Sheet

WALL: Final = {piece.name for piece in PIECES if piece.use in {uses.BOARDS, uses.WORKPLACE}}
"""The pieces that hang on a wall, in their plain and in their other forms."""

LEAST_POINTS, MOST_SIZES, LEAST_CODE_MM = 9, 8, 45

LEAST_FACE_MM: Final = {False: 25.5, True: 22}
"""Of up to six people on A4, upright and on its side, where five stand in one row; the finder may be a little off."""

MARKED: Final = (("นาง", "กตัญญู", "ปั้นกิ่ง"), ("นางสาว", "ปิ่นปู", "ป้องสมมุติ"), ("นาย", "ญี่ปุ่น", "น้ำใจสมมุติ"))
"""Names with marks above and below, one over the other."""


@pytest.fixture(scope="module")
def wall(built: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return what hangs on a wall as A4: that of the finished sample, and the poster before its result."""
    found = {
        entry["path"]: (built / entry["path"]).read_bytes()
        for entry in product.manifest(built)
        if entry["piece"] in WALL and entry.get("paper") == "A4" and "office" not in entry["piece"]
    }
    own = sorted(path for path in found if "/winner-" in path)
    for path in own[2:-2]:  # one person with a photo and one without, upright and on its side
        del found[path]
    before = rounds.make_round(0, stage="survey")
    for sheet in _sheets(call_poster.PIECE, before):
        if sheet.paper == "A4":
            found[sheet.path] = TYPESET.press("call_poster.typ", drawn(sheet), tmp_path_factory.mktemp("wall"))
    assert len([path for path in found if "winner-" not in path]) >= len(("call", "poster", "thanks", "survey")) * 2
    return found


def _sheets(piece: Piece[Publication], award_round: PublicRound) -> list[Sheet]:
    return list(piece.lay_out(Publication(award_round.organisation, (award_round,))))


def test_nothing_on_a_wall_is_smaller_than_nine_points(wall: dict[str, bytes], built: Path) -> None:
    """Who stands before a board has it half a metre away, and a leaflet is read by old eyes."""
    leaflets = {str(path): path.read_bytes() for path in sorted(built.rglob("leaflet-*-a5.pdf"))}
    assert leaflets
    small = {path: min(gate.sizes(pdf)) for path, pdf in {**wall, **leaflets}.items()}
    assert {path: size for path, size in small.items() if size < LEAST_POINTS} == {}


def test_a_sheet_has_few_sizes_and_its_text_those_of_the_scale(wall: dict[str, bytes]) -> None:
    """Twenty sizes that differ a little are noise; each of a few says how much a line matters."""
    sizes = {path: gate.sizes(pdf) for path, pdf in wall.items()}
    assert {path: found for path, found in sizes.items() if len(found) > MOST_SIZES} == {}
    assert {path: found for path, pdf in wall.items() if (found := gate.off_scale(pdf))} == {}


def test_codes_on_posters_are_read_from_an_arms_length_and_more(wall: dict[str, bytes]) -> None:
    """A phone's camera reads a code from ten times its side."""
    sides = {path: gate.code_mm(pdf) for path, pdf in wall.items()}
    assert {path: side for path, side in sides.items() if side < LEAST_CODE_MM - 0.3} == {}


def test_faces_are_what_is_seen_first(wall: dict[str, bytes]) -> None:
    """The poster is about people; a face of a centimetre is a passport photo."""
    for path, pdf in wall.items():
        if "/poster-" in path or "/winner-" in path:
            high = gate.faces_mm(pdf)
            assert "/winner-" in path or len(high) >= len(MARKED)
            assert all(face >= LEAST_FACE_MM["-wide" in path] for face in high), (path, high)


def test_the_name_is_the_largest_of_its_block(wall: dict[str, bytes], records: Records) -> None:
    """A post that is louder than the name under which it stands turns the news upside down."""
    winners = disclosure.publish(records, parse_moment(product.AFTER), "print").newest.winners
    looked = 0
    for path, pdf in wall.items():
        spans = gate.spans(pdf)
        for winner in winners if "/poster-" in path else [one for one in winners if f"-{one.id}-" in path]:
            name = max(span.size for span in spans if winner.name.first in span.text and span.face in gate.FITTED)
            posts = [span.size for span in spans if span.text.startswith((winner.position, winner.division.name))]
            assert posts
            assert name > max(posts), (path, winner.id)
            looked += 1
    assert looked > 2 * len(winners)


def test_no_two_lines_of_a_poster_touch(wall: dict[str, bytes]) -> None:
    """A vowel below that runs into the tone mark of the next line makes both unreadable from afar."""
    assert {path: found for path, pdf in wall.items() if (found := gate.touching(pdf))} == {}


@pytest.mark.parametrize(("piece", "template"), [(poster.PIECE, "poster.typ"), (card.CARD, "card.typ")])
def test_marks_of_neighbouring_lines_do_not_touch(piece: Piece[Publication], template: str, tmp_path: Path) -> None:
    """Names as they come: a foot and a vowel below, and two marks above in the line after."""
    people = [rounds.make_winner(n, name=Name(*name), portrait=None) for n, name in enumerate(MARKED)]
    sheets = [sheet for sheet in _sheets(piece, rounds.make_round(tuple(people))) if _shows_all(sheet)]
    assert sheets
    for sheet in sheets:
        assert gate.touching(TYPESET.press(template, drawn(sheet), tmp_path)) == [], sheet.path


def test_lines_of_a_name_are_as_far_apart_as_their_ink_wants(tmp_path: Path) -> None:
    """Marks that are not over each other push nothing: a surname that stands far below looks like another person."""
    pairs = (("มานะ", "นาวา"), ("สมปู", "นาวา"), ("สมปู", "ที่นาวา"), ("ปูสม", "ที่นาวา"))
    face = '"tonbaep name 700", 1'
    asked = (
        f'#str(calc.round(ink-apart((("{above}", {face}),), (("{below}", {face}),)), digits: 2))'
        for above, below in pairs
    )
    sheet = _sheets(card.CARD, rounds.make_round(3))[0]
    pdf = typeset(("#show: sheet\n" + " / ".join(asked)).encode(), drawn(sheet), tmp_path)
    plain, below, aside, marked = (float(number) for number in gate.told(pdf)[0].text.split(" / "))
    assert plain == below < aside < marked
    assert marked > 1.23 + 0.38  # two marks above, right under a vowel below


def _shows_all(sheet: Sheet) -> bool:
    return len(sheet.view.get("people", ())) == len(MARKED) and sheet.paper in {"", "A4"}


def test_no_card_cuts_a_person_at_the_chin(built: Path) -> None:
    """A head without a neck lies on the leaf's lower edge as on a plate."""
    faced = {each["path"] for each in product.manifest(built) if each.get("portrayed")}
    there = (path for shape in ("square", "line", "story") for path in sorted(built.rglob(f"winner-*-{shape}.jpg")))
    cards = [path for path in there if path.relative_to(built).as_posix() in faced]
    pictures = [Image.open(path).convert("RGB") for path in cards]
    answers = gate.cut_at_the_chin(pictures)
    assert answers.count(False) >= len(MARKED)
    assert [path.name for path, answer in zip(cards, answers, strict=True) if answer] == []
    seen = pictures[answers.index(False)]
    field = seen.crop((2, seen.height - 3, 3, seen.height - 2)).resize(seen.size)
    severed = [seen.copy() for _ in range(20)]
    for n, picture in enumerate(severed):  # the field rises, until a face is found no more
        picture.paste(field, (0, round(picture.height * (1 - n / 20))))
    assert True in gate.cut_at_the_chin(severed)


BROKEN: Final = """
#show: sheet.with(margin: 0pt)
#at(14, 30, 150, text(size: 8pt, box(view.lines.at(0))))
#for (n, size) in (9, 9.5, 10, 10.5, 11, 11.5, 12, 12.5, 13).enumerate() {
  at(14, 50 + 10 * n, 150, text(size: size * 1pt, box(view.lines.at(0))))
}
#at(14, 200, 150, text(font: name-font, weight: 700, size: 30pt, box(view.lines.at(1))))
#at(14, 200 + view.apart, 150, text(font: name-font, weight: 700, size: 30pt, box(view.lines.at(2))))
#at(150, 230, 40, code(view.survey.code, 40mm))
"""


@pytest.mark.parametrize(("apart", "touching"), [(9, 1), (20, 0)])
def test_a_sheet_that_breaks_the_gates_is_refused(apart: int, touching: int, tmp_path: Path) -> None:
    """A gate that lets everything through watches nothing."""
    (sheet, *_) = _sheets(call_poster.PIECE, rounds.make_round(0, stage="survey"))
    own = {"lines": ["เล็กเกินไป", "ปู่กู้ฤทธิ์ปู", "ที่นี่ปั๊มน้ำ"], "apart": apart}
    pdf = typeset(BROKEN.encode(), drawn(replace(sheet, view={**sheet.view, **own})), tmp_path)
    assert min(gate.sizes(pdf)) < LEAST_POINTS
    assert len(gate.sizes(pdf)) > MOST_SIZES
    assert len(gate.off_scale(pdf)) == len((8, 9.5, 10, 11, 11.5, 12, 12.5))
    assert gate.code_mm(pdf) < LEAST_CODE_MM - 1
    assert len(gate.touching(pdf)) == touching
