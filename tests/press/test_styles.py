"""The styles of letters: each changes headlines and names, and none of them what a reader copies from a poster."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pymupdf
import pytest

from generator.disclosure import Publication
from generator.model import FACES, USUAL_STYLE
from generator.piece import drawn
from generator.pieces.paper import poster
from generator.press import templates
from generator.press.typeset import TYPESET
from tests.support import product, rounds
from tests.support.readers import READERS

if TYPE_CHECKING:
    from generator.model import Style

OTHERS = tuple(style for style in FACES if style != USUAL_STYLE)
LIBRARY = "lib.typ"
"""The one file that says what is known of each face."""


def _poster(style: Style, people: int, folder: Path) -> bytes:
    award_round = rounds.make_round(people, organisation=rounds.make_organisation(style=style))
    sheet = next(iter(poster.PIECE.lay_out(Publication(award_round.organisation, (award_round,)))))
    for rendition in sheet.renditions:
        (folder / rendition.name).write_bytes(rounds.draw(rendition))
    return TYPESET.press("poster.typ", drawn(sheet), folder)


def _fonts(pdf: bytes) -> set[str]:
    with pymupdf.Document(stream=pdf) as document:
        found = [font[3] for page in document for font in page.get_fonts()]
    return {re.sub(r"^[A-Z]{6}\+", "", name) for name in found}


@pytest.mark.parametrize("style", FACES)
@pytest.mark.parametrize("people", [1, 5])
def test_thai_is_exact_in_every_style(style: Style, people: int, tmp_path: Path) -> None:
    """Four readers copy what was set, in whichever face the office likes; one reads posts side by side line by line."""
    pdf = _poster(style, people, tmp_path)
    award_round = rounds.make_round(people)
    wanted = [winner.name.first for winner in award_round.winners] + [
        winner.name.last for winner in award_round.winners
    ]
    wanted += ["บุคลากรต้นแบบ", "“บริการเป็นเลิศ”", *re.split("(?=ปฏิบัติการ)", award_round.winners[0].position)]
    for name, read in READERS.items():
        text = "".join(read(pdf).split())
        assert [each for each in wanted if "".join(each.split()) not in text] == [], name


@pytest.mark.parametrize("style", FACES)
def test_a_style_has_its_own_faces_and_no_others(style: Style, tmp_path: Path) -> None:
    """A face that is named wrong falls back in silence, and then every style looks like the usual one."""
    fonts = {name.partition("-")[0] for name in _fonts(_poster(style, 5, tmp_path))}
    own = {face.rpartition(" ")[0].replace(" ", "") for face in FACES[style]}
    assert {"TonbaepText", FACES[style].headline.rpartition(" ")[0].replace(" ", "")} <= fonts
    assert fonts <= own | {"TonbaepText"}
    assert style == USUAL_STYLE or "TonbaepPoster" not in fonts


@pytest.mark.parametrize("style", OTHERS)
def test_every_sheet_of_the_sample_is_made_in_every_style(style: Style, project: Path) -> None:
    """The newsletter, the summary and a card asked how wide a name is in a face that only the usual style has."""
    product.edit(project / "winners/organisation.yaml", "# style: สง่า", f"style: {style}")
    built = product.tonbaep(project, "build")
    told = built.stdout + built.stderr
    assert built.returncode == 0, told
    assert [line for line in told.splitlines() if "เว้น" in line and "ไว้" in line] == []


def test_no_template_names_a_face_that_only_one_style_has() -> None:
    """Widths of a text are known in the faces of the sheet's own style alone; a template asks for a use of a face."""
    own = "|".join(sorted({face.lower() for faces in FACES.values() for face in faces}))
    files = [*Path(templates.__file__).parent.rglob("*.typ"), *Path(poster.__file__).parents[1].rglob("*.typ")]
    assert len(files) > 40
    named = {file.name for file in files if re.search(f'"({own})"', file.read_text(encoding="utf-8"))}
    assert named == {LIBRARY}
