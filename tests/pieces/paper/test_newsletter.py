"""The newsletter as a paper: it has a name, sizes of one scale, and a way for any number of people."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pymupdf
import pytest

from generator.disclosure import Publication, PublicOpinion, PublicOpinions
from generator.model import Name
from generator.model.answers import Answers
from generator.piece import Fit, drawn
from generator.pieces.paper import newsletter
from generator.tally.printed import Method, figures
from tests.support import rounds
from tests.support.paper import POINTS_A_MM, lines

if TYPE_CHECKING:
    from pathlib import Path

    from generator.disclosure import PublicRound
    from generator.piece import Coarse
    from generator.tally.printed import Figures
    from tests.support.small import Small

SCALE = (9, 10.5, 13, 17, 22, 30, 44, 72)
HARD = Name("ว่าที่ร้อยตรีหญิง", "ณัฐกฤตาภรณ์", "ธาราสมมุติวัฒนกุลพิพัฒน์")
POST = "เจ้าพนักงานป้องกันและบรรเทาสาธารณภัยชำนาญงาน"
BARE: dict[str, Any] = {"citation": "", "story": "", "quote": "", "satisfaction": None, "portrait": None}


def _round(count: int, *, pictured: bool, hard: bool, told: bool) -> PublicRound:
    people = []
    for n in range(count):
        changes: dict[str, Any] = {} if told else dict(BARE)
        changes["portrait"] = rounds.make_portrait(f"{n}") if pictured else None
        if hard:
            changes |= {"name": HARD, "position": POST}
        people.append(rounds.make_winner(n, **changes))
    office, programme = rounds.make_organisation(sample=False), rounds.make_programme(sample=False)
    return rounds.make_round(tuple(people), organisation=office, programme=programme)


def _pressed(award_round: PublicRound, folder: Path) -> tuple[bytes, list[Fit | Coarse]]:
    (sheet,) = newsletter.PIECE.lay_out(Publication(award_round.organisation, (award_round,)))
    told: list[Fit | Coarse] = []
    pictures = rounds.draw_all(sheet.renditions, folder)
    return newsletter.PIECE.press.press("newsletter.typ", drawn(sheet), pictures, told.append), told


def _sizes(pdf: bytes) -> Counter[float]:
    """Return how many letters stand in each size, to a tenth of a point."""
    found: Counter[float] = Counter()
    with pymupdf.open(stream=pdf) as document:
        for page in document:
            for block in page.get_text("dict")["blocks"]:
                for line in block.get("lines", []):
                    for span in line["spans"]:
                        found[round(span["size"], 1)] += len(span["text"].strip())
    return +found


@pytest.mark.parametrize(
    ("pictured", "hard", "told"),
    [(True, False, True), (True, True, False), (False, False, False), (False, True, True)],
    ids=["photos-short-told", "photos-hard-bare", "none-short-bare", "none-hard-told"],
)
@pytest.mark.parametrize("count", [1, 5, 9, 24])
def test_a_newsletter_is_never_refused(count: int, tmp_path: Path, *, pictured: bool, hard: bool, told: bool) -> None:
    """A withdrawal pushed an office over an edge: five people without photos, and nothing at all was built."""
    award_round = _round(count, pictured=pictured, hard=hard, told=told)
    pdf, said = _pressed(award_round, tmp_path)
    assert all(fit.fits for fit in said if isinstance(fit, Fit))
    with pymupdf.open(stream=pdf) as document:
        assert len(document) == newsletter.pages(award_round)
        text = "".join("".join(page.get_text().split()) for page in document)
    for winner in award_round.winners:
        assert "".join(winner.name.first.split()) in text
        assert "".join(winner.name.last.split()) in text
    sizes = _sizes(pdf)
    if pictured:  # a given name that stands for a photo is a picture
        assert {size for size in sizes if min(abs(size - step) for step in SCALE) > 0.06} == set()
        assert len(sizes) <= 8


def test_the_paper_has_the_name_that_the_office_gave_it(tmp_path: Path, small: Small) -> None:
    """Without one it is called what it is: nobody invents a name for an office."""
    award_round = _round(1, pictured=False, hard=False, told=False)
    named = replace(award_round, organisation=replace(award_round.organisation, newsletter_name="เสียงควนเมา"))
    assert newsletter.paper_name(award_round) == "จดหมายข่าว อบต.ควนเมา"
    with pymupdf.open(stream=_pressed(named, tmp_path)[0]) as document:
        assert "เสียงควนเมา" in document[0].get_text()
    file = "organisation.yaml"
    assert small.read().organisation.newsletter_name == ""
    small.write(file, f"{small.text(file)}\nnewsletter_name: เสียงควนเมา\n")
    assert small.read().organisation.newsletter_name == "เสียงควนเมา"


def test_a_note_stands_with_its_own_chart(tmp_path: Path) -> None:
    """It stood on the heading of the next chart, a millimetre above it."""
    best, weakest = PublicOpinion("เจ้าหน้าที่", 100, _answered(90), None), PublicOpinion("สถานที่", 100, _answered(45), None)
    said = PublicOpinions(PublicOpinion("", 100, _answered(70), None), (best, weakest), "")
    award_round = rounds.make_round(5, opinions=said)
    pdf, _ = _pressed(award_round, tmp_path)
    read = [line for line in lines(pdf) if line.page == newsletter.pages(award_round)]
    (note,) = [line for line in read if line.text.startswith("เส้นดำ")]
    (heading,) = [line for line in read if line.text == "เรื่องร้องเรียนรายปี"]
    gap = min(glyph.ink[1] for glyph in heading.glyphs) - max(glyph.ink[3] for glyph in note.glyphs)
    assert gap > note.size


def _answered(fives: int) -> Figures:
    return figures(Answers((0, 0, 100 - fives, 0, fives)), Method())


@pytest.mark.parametrize("count", [2, 3])
def test_two_or_three_stand_side_by_side_in_front(count: int, tmp_path: Path) -> None:
    """One of them led in a large leaf, the others had one of two centimetres, and a third of the page was empty."""
    story = f"{rounds.STORY}\n\n{rounds.STORY}"
    people = tuple(rounds.make_winner(n, portrait=rounds.make_portrait(f"{n}"), story=story) for n in range(count))
    pdf, _ = _pressed(rounds.make_round(people), tmp_path)
    with pymupdf.open(stream=pdf) as document:
        assert len(document) == 4
        shown = [pymupdf.Rect(image["bbox"]) for image in document[0].get_image_info()]
    across = sorted(box.width / POINTS_A_MM for box in shown if box.width > 20 * POINTS_A_MM)
    assert len(across) >= count
    assert across[0] == pytest.approx(across[-1], abs=1)


def test_who_is_called_like_the_leader_stands_on_the_first_page_too(tmp_path: Path) -> None:
    """Whoever leads was taken out of the others by name, and a namesake went with them."""
    first, second, *others = _round(5, pictured=True, hard=False, told=True).winners
    award_round = rounds.make_round((first, replace(second, name=first.name), *others))
    pdf, _ = _pressed(award_round, tmp_path)
    with pymupdf.open(stream=pdf) as document:
        said = "".join(document[0].get_text().split())
    assert said.count(first.name.last) >= len({first.id, second.id})


@pytest.mark.parametrize("count", [9, 13, 24])
@pytest.mark.parametrize("pictured", [True, False])
def test_of_many_each_is_seen_inside(count: int, tmp_path: Path, *, pictured: bool) -> None:
    """Twenty-four names in nine points beside stamps are a list that nobody reads, so the pages inside are theirs."""
    pdf, _ = _pressed(_round(count, pictured=pictured, hard=False, told=True), tmp_path)
    inside = [line for line in lines(pdf) if line.page in {2, 3}]
    names = [line.size for line in inside if line.face in {"Tonbaep Name 700", "Tonbaep Poster 400"}]
    with pymupdf.open(stream=pdf) as document:
        assert document.page_count == newsletter.FOLDED_ONCE
        pictures = [picture for page in (1, 2) for picture in document[page].get_image_info()]
    assert names, {line.face for line in inside}
    assert min(names) > 12
    assert len(names) >= count
    assert len(pictures) >= count or not pictured
