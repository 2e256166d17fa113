"""Posters and newsletter at the edges: one to twelve people, endless names, no photos, samples, early sheets."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pymupdf
import pypdfium2
import pytest

from generator import qr
from generator.disclosure import Publication
from generator.model import Name, OtherWay
from generator.piece import Coarse, Fit, drawn
from generator.pieces.paper import call_poster, newsletter, poster, winner_poster
from generator.pieces.parts import timeline
from generator.thai.dates import date_range
from tests.support import codes, rounds
from tests.support.paper import POINTS_A_MM, lines
from tests.support.standards import faults

if TYPE_CHECKING:
    from pathlib import Path

    from generator.disclosure import PublicRound, PublicWinner
    from generator.piece import Piece, Sheet

pytestmark = pytest.mark.usefixtures("builds")
"""As much work as a publication: every test presses sheets for print shops."""

LONGEST = Name("ว่าที่ร้อยตรีหญิง", "ปิ่นปินัทธ์ชนกนันท์กุลธิดา", "ศรีสุวรรณพิพัฒน์ไพศาลวัฒนาสกุลรุ่งเรืองกิจเจริญท้องถิ่น")
"""Ninety-eight letters, of which the surname alone is wider than a narrow column."""

SAFE = 4
"""Millimetres of an edge that an office printer leaves white; no word may reach into them."""

DPI = 150


BARE: dict[str, Any] = {"citation": "", "story": "", "quote": "", "satisfaction": None, "portrait": None}
"""What there is of somebody who gave no consent."""


def _sheets(piece: Piece[Any], award_round: PublicRound) -> list[Sheet]:
    found = list(piece.lay_out(Publication(award_round.organisation, (award_round,))))
    assert found
    return found


def _pressed(piece: Piece[Any], sheet: Sheet, folder: Path) -> Path:
    pictures = rounds.draw_all(sheet.renditions, folder)
    path = folder / sheet.path.rpartition("/")[2]
    path.write_bytes(piece.press.press(piece.template, drawn(sheet), pictures))
    return path


def _first(piece: Piece[Any], award_round: PublicRound, folder: Path, *, wide: bool = False) -> Path:
    sheet = next(sheet for sheet in _sheets(piece, award_round) if sheet.view.get("wide", False) == wide)
    return _pressed(piece, sheet, folder)


def _squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _texts(path: Path, pdftotext: str) -> dict[str, str]:
    """Return the text of all pages as three readers see it, without white space."""
    poppler = subprocess.run((pdftotext, str(path), "-"), capture_output=True, check=True).stdout.decode()
    with pypdfium2.PdfDocument(path) as document:
        pdfium = "".join(page.get_textpage().get_text_range() for page in document)
    with pymupdf.open(path) as document:
        mupdf = "".join(str(page.get_text()) for page in document)
    return {"poppler": _squeeze(poppler), "pdfium": _squeeze(pdfium), "mupdf": _squeeze(mupdf)}


def _pages(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def _codes(path: Path) -> set[str]:
    with pypdfium2.PdfDocument(path) as document:
        pictures = [page.render(scale=DPI / 72).to_pil() for page in document]
    return {code.text for picture in pictures for code in codes.found(picture)}


def _module_mm(path: Path, url: str) -> float:
    """Return the side of one module on paper, from where a decoder finds the corners, to the nearest hundredth."""
    with pypdfium2.PdfDocument(path) as document:
        picture = document[len(document) - 1].render(scale=300 / 72).to_pil()
    corners = codes.found(picture)[0].position
    across: int = corners.top_right.x - corners.top_left.x
    return round(across / len(qr.matrix(url)) * 25.4 / 300, 2)


def _assert_inside(path: Path) -> None:
    """Assert that every word is on the paper, clear of the strip that printers leave white."""
    seen = 0
    with pymupdf.open(path) as document:
        for page in document:
            strip = SAFE * 72 / 25.4
            width, height = page.rect.width - strip, page.rect.height - strip
            for x0, y0, x1, y1, word, *_ in page.get_text("words"):
                seen += 1
                middle = (y0 + y1) / 2
                assert x0 >= strip, word
                assert x1 <= width, word
                assert strip < middle < height, word
    assert seen > 20


def _assert_words_apart(path: Path) -> None:
    """Assert that no two words overlap by more than half of a word's own height."""
    with pymupdf.open(path) as document:
        for page in document:
            # A box is as high as its face allows; letters fill its middle.
            cores = sorted(
                (y0 + 0.36 * (y1 - y0), y1 - 0.3 * (y1 - y0), x0, x1, word)
                for x0, y0, x1, y1, word, *_ in page.get_text("words")
            )
            for n, (_, bottom, left, right, word) in enumerate(cores):
                for top, low, x0, x1, second in cores[n + 1 :]:
                    if top >= bottom:
                        break
                    assert min(right, x1) - max(left, x0) < 1 or min(bottom, low) - top < 1, (word, second)


@pytest.mark.parametrize("wide", [False, True], ids=["upright", "wide"])
@pytest.mark.parametrize("count", range(1, 13))
def test_a_poster_holds_any_number_of_people_on_one_page(
    count: int, tmp_path: Path, pdftotext: str, *, wide: bool
) -> None:
    """The clerk decides how many people win, whether or not they fit."""
    award_round = rounds.make_round(count)
    path = _first(poster.PIECE, award_round, tmp_path, wide=wide)
    assert _pages(path) == 1
    for engine, text in _texts(path, pdftotext).items():
        for winner in award_round.winners:
            assert _read(winner.name, engine) in text, (engine, winner.name.full)
    _assert_inside(path)
    _assert_words_apart(path)


@pytest.mark.parametrize("wide", [False, True], ids=["upright", "wide"])
def test_twelve_of_whom_one_has_a_long_post_stand_above_their_names(tmp_path: Path, *, wide: bool) -> None:
    """One post of three lines made a directory of all, with faces of half the size beside the names."""
    people = tuple(rounds.make_winner(number) for number in range(12))
    assert max(len(winner.position) for winner in people) > 40
    path = _first(poster.PIECE, rounds.make_round(people), tmp_path, wide=wide)
    given = {winner.name.first for winner in people}
    named = [line for line in lines(path.read_bytes()) if line.text.startswith(tuple(given)) and "Name" in line.face]
    assert len(named) == len(people)
    beside_a_leaf = 25
    assert min(line.glyphs[0].ink[0] for line in named) / POINTS_A_MM < beside_a_leaf


def test_where_nobody_is_seen_each_name_has_a_leaf_of_its_own_colour(tmp_path: Path) -> None:
    """Five names on leaves of one dark colour were a wall."""
    people = tuple(rounds.make_winner(number, portrait=None) for number in range(5))
    with pymupdf.open(_first(poster.PIECE, rounds.make_round(people), tmp_path)) as document:
        drawings = document[0].get_drawings()
    above_the_field = (297 - 54) * POINTS_A_MM
    leaves = [
        one for one in drawings if 30 < one["rect"].width / POINTS_A_MM < 200 and one["rect"].y1 < above_the_field
    ]
    assert len({one["fill"] for one in leaves if one["fill"]}) >= len(people)


def _read(name: Name, engine: str) -> str:
    """Return a name as an engine reads it off a poster: poppler goes by size, and takes the small title for itself."""
    return _squeeze(name.bare if engine == "poppler" else name.full)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6, 8, 12])
@pytest.mark.parametrize("told", ["nothing", "words", "stories"])
def test_a_newsletter_has_as_many_pages_as_its_people_need(
    told: str, count: int, tmp_path: Path, pdftotext: str
) -> None:
    """An extra sheet for every household costs paper; a story that nobody prints costs more.

    Of more than eight people, the pages inside show each, and stories stand on the site.
    """
    twice = f"{rounds.STORY}\n\n{rounds.STORY}"
    changes: dict[str, dict[str, Any]] = {"nothing": BARE, "words": {"story": ""}, "stories": {"story": twice}}
    people = tuple(rounds.make_winner(number, **changes[told]) for number in range(count))
    award_round = rounds.make_round(people)
    path = _first(newsletter.PIECE, award_round, tmp_path)
    many = count > newsletter.MOST_STORIES
    wanted = {"nothing": 1 if count <= 6 else 2, "words": 4 if many else 2, "stories": 4 if count > 1 else 2}[told]
    assert _pages(path) == newsletter.pages(award_round) == wanted
    for engine, text in _texts(path, pdftotext).items():
        for winner in award_round.winners:
            assert _read(winner.name, engine) in text, (engine, winner.name.full)
    if told == "stories":
        assert _texts(path, pdftotext)["pdfium"].count(_squeeze(rounds.STORY)) == (0 if many else 2 * count)
    _assert_inside(path)
    _assert_words_apart(path)


@pytest.mark.parametrize(
    ("stories", "times", "pages"), [(1, 2, 2), (2, 1, 2), (3, 1, 2), (2, 3, 4), (2, 8, 4), (4, 1, 4)]
)
def test_few_short_stories_open_no_page_for_themselves(
    stories: int, times: int, pages: int, tmp_path: Path, pdftotext: str
) -> None:
    """Two stories of five people stood on a page each, three quarters of which was empty."""
    people = tuple(
        rounds.make_winner(n, story="\n\n".join([rounds.STORY] * times) if n < stories else "") for n in range(5)
    )
    path = _first(newsletter.PIECE, rounds.make_round(people), tmp_path)
    assert _pages(path) == pages
    assert _texts(path, pdftotext)["pdfium"].count(_squeeze(rounds.STORY)) == stories * times
    _assert_inside(path)
    _assert_words_apart(path)


def test_four_pages_fold_out_of_one_sheet(tmp_path: Path) -> None:
    """Folded once, the first page is in front, and readers who open it see the second page left of the third."""
    stories = tuple(rounds.make_winner(number, story=rounds.STORY) for number in range(5))
    sheets = {
        sheet.path.rpartition("/")[2]: sheet for sheet in _sheets(newsletter.IN_THE_OFFICE, rounds.make_round(stories))
    }
    folded = _pressed(newsletter.IN_THE_OFFICE, sheets["newsletter-a3-fold.pdf"], tmp_path)
    plain = _first(newsletter.PIECE, rounds.make_round(stories), tmp_path)
    with pymupdf.open(folded) as sides, pymupdf.open(plain) as pages:
        assert [(round(side.rect.width / 72 * 25.4), round(side.rect.height / 72 * 25.4)) for side in sides] == [
            (420, 297)
        ] * 2
        middle = sides[0].rect.width / 2
        halves = [
            sorted(word[4] for word in side.get_text("words") if (word[0] < middle) == left)
            for side, left in ((sides[0], False), (sides[1], True), (sides[1], False), (sides[0], True))
        ]
        assert halves == [sorted(word[4] for word in page.get_text("words")) for page in pages]
    for profile in ("ua1", "2a"):
        assert faults(folded, profile) == [], profile


@pytest.mark.parametrize("count", [1, 4, 9, 12])
@pytest.mark.parametrize(
    ("piece", "wide"),
    [
        (poster.PIECE, False),
        (poster.PIECE, True),
        (newsletter.PIECE, False),
        (winner_poster.PIECE, False),
        (winner_poster.PIECE, True),
    ],
)
def test_the_longest_name_is_whole_and_stays_on_the_paper(
    piece: Piece[Any], count: int, tmp_path: Path, pdftotext: str, *, wide: bool
) -> None:
    """A name is set smaller and on more lines, never cut and never over the edge."""
    award_round = rounds.make_round(_named(count, LONGEST))
    path = _first(piece, award_round, tmp_path, wide=wide)
    for engine, text in _texts(path, pdftotext).items():
        assert _read(LONGEST, engine) in text, engine
    _assert_inside(path)
    _assert_words_apart(path)


def _named(count: int, name: Name) -> tuple[PublicWinner, ...]:
    return (rounds.make_winner(0, name=name), *(rounds.make_winner(number) for number in range(1, count)))


def test_long_texts_are_left_out_whole_and_never_cut(tmp_path: Path, pdftotext: str) -> None:
    """A newsletter that runs out of room says less; half a sentence would put words into somebody's mouth."""
    winners = tuple(
        rounds.make_winner(n, story=rounds.STORY * 12, citation=rounds.STORY, quote=f"{rounds.QUOTES[0]} {n}")
        for n in range(5)
    )
    path = _first(newsletter.PIECE, rounds.make_round(winners), tmp_path)
    assert _pages(path) == 4
    text = _texts(path, pdftotext)["pdfium"]
    story, citation = _squeeze(rounds.STORY * 12), _squeeze(rounds.STORY)
    assert story not in text
    assert text.count(citation[:20]) == text.count(citation[-20:]) == text.count(citation)
    _assert_inside(path)


@pytest.mark.parametrize("wide", [False, True], ids=["upright", "wide"])
@pytest.mark.parametrize("count", [9, 12])
def test_a_poster_of_many_people_with_real_posts_is_a_list_that_can_be_read(
    count: int, tmp_path: Path, pdftotext: str, *, wide: bool
) -> None:
    """The sheet that everybody looks for was left out, since twelve long posts did not fit under twelve photos."""
    post = "เจ้าพนักงานป้องกันและบรรเทาสาธารณภัยชำนาญงาน"
    people = tuple(
        rounds.make_winner(n, name=Name("นางสาว", rounds.PEOPLE[n][1], "ธาราสมมุติวัฒนกุล"), position=post)
        for n in range(count)
    )
    sheet = next(one for one in _sheets(poster.PIECE, rounds.make_round(people)) if one.view["wide"] == wide)
    told: list[Fit | Coarse] = []
    pictures = rounds.draw_all(sheet.renditions, tmp_path)
    path = tmp_path / "sheet.pdf"
    path.write_bytes(poster.PIECE.press.press("poster.typ", drawn(sheet), pictures, told.append))
    assert all(fit.fits and fit.size >= 8 for fit in told if isinstance(fit, Fit))
    text = _texts(path, pdftotext)["pdfium"]
    assert text.count(_squeeze(post)) == count
    assert all(_squeeze(winner.name.full) in text for winner in people)
    _assert_inside(path)
    _assert_words_apart(path)


@pytest.mark.parametrize("wide", [False, True], ids=["upright", "wide"])
@pytest.mark.parametrize("letters", [200, 3000])
def test_a_long_citation_is_told_whole_or_not_at_all(
    letters: int, tmp_path: Path, pdftotext: str, *, wide: bool
) -> None:
    """Nobody reads seven points on a wall: a text that long is left to the newsletter, and no build stops."""
    citation = (f"{rounds.STORY} " * (letters // len(rounds.STORY) + 1))[:letters].rpartition(" ")[0]
    award_round = rounds.make_round((rounds.make_winner(0, name=LONGEST, citation=citation),))
    sheet = next(one for one in _sheets(winner_poster.PIECE, award_round) if one.view["wide"] == wide)
    told: list[Fit | Coarse] = []
    pictures = rounds.draw_all(sheet.renditions, tmp_path)
    path = tmp_path / "sheet.pdf"
    path.write_bytes(winner_poster.PIECE.press.press("winner_poster.typ", drawn(sheet), pictures, told.append))
    assert all(fit.fits for fit in told if isinstance(fit, Fit))
    shown = _squeeze(citation)
    for engine, text in _texts(path, pdftotext).items():
        assert _read(LONGEST, engine) in text, engine
        if engine == "poppler":  # it reads across the columns
            continue
        assert (shown in text) == (shown[:30] in text), engine
        if not wide:
            assert (shown in text) == (letters == 200), engine
    _assert_inside(path)
    _assert_words_apart(path)


@pytest.mark.parametrize("piece", [poster.PIECE, winner_poster.PIECE, newsletter.PIECE], ids=lambda p: p.name)
def test_the_code_on_the_finished_sheet_leads_to_the_survey(piece: Piece[Any], tmp_path: Path) -> None:
    """A phone sees the printed page, not our matrix; the address stands beside it for people who type."""
    award_round = rounds.make_round(3)
    for sheet in _sheets(piece, award_round)[:2]:
        path = _pressed(piece, sheet, tmp_path)
        link = award_round.link(piece.name)
        assert sheet.codes == (link,)
        assert _codes(path) == {link.url}
        assert _module_mm(path, link.url) >= qr.MODULE_MM
        with pypdfium2.PdfDocument(path) as document:
            assert _squeeze(link.short) in _squeeze("".join(p.get_textpage().get_text_range() for p in document))


def test_whoever_has_no_phone_to_scan_with_finds_another_way(tmp_path: Path) -> None:
    """The address to type and the phone stand beside the code, however many ways there are."""
    award_round = rounds.make_round(5)
    survey = award_round.programme.survey
    many = (*survey.other_ways, *(OtherWay(f"จุดที่ {n}", "กล่องรับแบบประเมินหน้าศาลา " * 3, "กล่อง") for n in range(5)))
    award_round = replace(
        award_round, programme=replace(award_round.programme, survey=replace(survey, other_ways=many))
    )
    path = _first(poster.PIECE, award_round, tmp_path)
    with pypdfium2.PdfDocument(path) as document:
        text = _squeeze(document[0].get_textpage().get_text_range())
    assert _squeeze(award_round.organisation.phone.printed) in text
    assert _squeeze(award_round.link("poster").url.partition("//")[2]) in text
    _assert_inside(path)


def test_a_closed_survey_is_not_called_open(tmp_path: Path) -> None:
    """A poster printed late must not send people to a closed form."""
    path = _first(poster.PIECE, rounds.make_round(2, survey_state="closed", stage="closed"), tmp_path)
    with pypdfium2.PdfDocument(path) as document:
        text = document[0].get_textpage().get_text_range()
    assert "ปิดรับเมื่อ" in text
    assert "เปิดรับถึง" not in text


@pytest.mark.parametrize("piece", [poster.PIECE, winner_poster.PIECE, newsletter.PIECE], ids=lambda p: p.name)
def test_each_page_says_that_it_is_a_sample_or_early(piece: Piece[Any], tmp_path: Path) -> None:
    """Pages get separated on a notice board, so each carries the marks; a real sheet carries neither."""
    office, programme = rounds.make_organisation(sample=False), rounds.make_programme(sample=False)
    real = rounds.make_round(2, organisation=office, programme=programme)
    for award_round, sample, early in (
        (rounds.make_round(2), True, False),
        (replace(real, release=rounds.RESULT_AT), False, True),
        (real, False, False),
    ):
        with pypdfium2.PdfDocument(_first(piece, award_round, tmp_path)) as document:
            for page in document:
                text = _squeeze(page.get_textpage().get_text_range())
                assert ("ตัวอย่าง" in text) == sample
                assert (_squeeze("ห้ามเผยแพร่ก่อน 21 เมษายน 2566 เวลา 09.00 น.") in text) == early


@pytest.mark.parametrize("wide", [False, True], ids=["upright", "wide"])
def test_before_the_result_the_poster_says_how_and_when(tmp_path: Path, *, wide: bool) -> None:
    """What counts, what citizens do, and the days that they notice; the committee's own steps are no news on a wall."""
    award_round = rounds.make_round(0, stage="survey")
    path = _first(call_poster.PIECE, award_round, tmp_path, wide=wide)
    assert _pages(path) == 1
    with pypdfium2.PdfDocument(path) as document:
        text = _squeeze(document[0].get_textpage().get_text_range())
    for criterion in award_round.programme.criteria:
        assert _squeeze(criterion.name) in text
    for step in award_round.programme.steps:
        if step.key in call_poster.NOTICED and step.key != "judging":
            assert _squeeze(timeline.TITLES[step.key]) in text
            assert _squeeze(date_range(step.starts, step.ends)) in text
    survey = award_round.programme.survey
    assert _squeeze(timeline.ASKED) in text
    assert _squeeze(date_range(survey.opens, survey.counted_until)) in text
    assert _codes(path) == {award_round.link("poster").url}
    _assert_inside(path)
    _assert_words_apart(path)


def test_a_poster_without_a_consent_still_congratulates(tmp_path: Path) -> None:
    """Only name and post leave a hole on a wall, and quotation marks around nothing are a fault."""
    award_round = rounds.make_round((rounds.make_winner(0, **BARE), rounds.make_winner(1)))
    texts = []
    for sheet in _sheets(winner_poster.PIECE, award_round)[::4]:
        with pypdfium2.PdfDocument(_pressed(winner_poster.PIECE, sheet, tmp_path)) as document:
            texts.append(_squeeze(document[0].get_textpage().get_text_range()))
    assert ["ขอแสดงความยินดีที่ได้รับการคัดเลือก" in text for text in texts] == [True, False]


@pytest.mark.parametrize("stage", ["preparing", "announced"])
def test_a_round_with_nothing_to_show_yet_makes_no_sheet(stage: str) -> None:
    """No winners is a stage, not an error; nor is a result in which nobody may be named."""
    award_round = rounds.make_round(0, stage=stage)
    publication = Publication(award_round.organisation, (award_round,))
    for piece in (call_poster.PIECE, poster.PIECE, winner_poster.PIECE, newsletter.PIECE):
        assert list(piece.lay_out(publication)) == []


def test_a_winner_without_photo_has_the_given_name_as_a_picture(tmp_path: Path) -> None:
    """No frame stays empty."""
    winner = rounds.make_winner(4, portrait=None, quote="", citation="", satisfaction=None)
    sheet = _sheets(winner_poster.PIECE, rounds.make_round((winner,)))[0]
    assert sheet.renditions == ()
    assert sheet.view["person"]["parts"][1] == winner.name.first
    path = _pressed(winner_poster.PIECE, sheet, tmp_path)
    assert _pages(path) == 1
    _assert_inside(path)


def test_a_given_name_in_arabic_letters_is_drawn_too(tmp_path: Path) -> None:
    """Somebody from across the border without a photo: every sheet of the winner was left out."""
    winner = rounds.make_winner(4, name=Name("นาย", "سليمان", "عثمان"), portrait=None)
    sheet = _sheets(winner_poster.PIECE, rounds.make_round((winner,)))[0]
    assert sheet.view["person"]["parts"][1] == "سليمان"
    _assert_inside(_pressed(winner_poster.PIECE, sheet, tmp_path))


@pytest.mark.parametrize("wide", [False, True], ids=["upright", "wide"])
@pytest.mark.parametrize("count", [5, 12])
def test_a3_is_the_same_sheet_on_larger_paper(count: int, tmp_path: Path, *, wide: bool) -> None:
    """Print shop and office printer show the same poster: same words, same lines; twelve photos fill their windows."""
    words = []
    for sheet in (sheet for sheet in _sheets(poster.PIECE, rounds.make_round(count)) if sheet.view["wide"] == wide):
        with pymupdf.open(_pressed(poster.PIECE, sheet, tmp_path)) as document:
            page = document[0]
            words.append([(word[0] / page.rect.width, word[4]) for word in page.get_text("words")])
            size = (round(page.rect.width * 25.4 / 72), round(page.rect.height * 25.4 / 72))
        assert tuple(sorted(size)) == {"a4": (210, 297), "a3": (297, 420)}[sheet.view["paper"]]
        assert (size[0] > size[1]) == wide
    for (x, word), (other, second) in zip(*words, strict=True):
        assert word == second
        assert x == pytest.approx(other, abs=0.005)


@pytest.mark.parametrize(
    ("piece", "wide"),
    [(poster.PIECE, False), (poster.PIECE, True), (winner_poster.PIECE, False), (newsletter.PIECE, False)],
)
@pytest.mark.parametrize("count", [1, 5, 12])
def test_every_sheet_is_accessible_and_archival(piece: Piece[Any], count: int, tmp_path: Path, *, wide: bool) -> None:
    """PDF/UA-1 for people with a screen reader, PDF/A-2a for the archive."""
    path = _first(piece, rounds.make_round(count), tmp_path, wide=wide)
    for profile in ("ua1", "2a"):
        assert faults(path, profile) == [], profile
