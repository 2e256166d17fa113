"""One drawing in three forms: for the office's printer, for the print shop and for a screen."""

from __future__ import annotations

import io
import re
import subprocess
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import pymupdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter

from generator import qr
from generator.disclosure import Publication
from generator.model import Aspect, Name
from generator.piece import drawn, finished_name
from generator.pieces import PIECES, SECOND
from generator.pieces.paper.labels import ON_ORDER
from generator.pieces.parts import frame, uses
from tests.support import codes, gate, rounds
from tests.support.machine import need
from tests.support.paper import lines, overlapping
from tests.support.readers import READERS
from tests.support.standards import faults
from tests.support.waves import finished, of_round

if TYPE_CHECKING:
    from pathlib import Path

    from generator.disclosure import PublicRound
    from generator.piece import Piece

pytestmark = pytest.mark.usefixtures("builds")
"""As much work as a publication: every test presses sheets in many forms."""

POINTS_A_MM: Final = 72 / 25.4
MM: Final = {"a3": (297, 420), "a2": (420, 594)}
BY_NAME: Final = {piece.name: piece for piece in PIECES}


def _made(piece: Piece[Any], award_round: PublicRound, folder: Path) -> dict[str, bytes]:
    """Return the files of a piece by their names."""
    found = {}
    known = finished(Publication(award_round.organisation, (award_round,)), folder) if piece in SECOND else None
    for sheet in piece.lay_out(known or Publication(award_round.organisation, (award_round,))):
        pictures = rounds.draw_all(sheet.renditions, folder)
        for entry in sheet.looks_into:
            assert known
            (pictures / finished_name(entry.sha256)).write_bytes(known.read(entry))
        name = sheet.path.rpartition("/")[2]
        found[name] = piece.press.press(piece.template, drawn(sheet), pictures)
    assert found
    return found


def _pictures(pdf: bytes, dpi: int) -> list[Image.Image]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=dpi / 72).to_pil() for page in document]


def _colour(picture: Image.Image, x: float, y: float) -> tuple[int, ...]:
    found = picture.getpixel((round(x), round(y)))
    assert isinstance(found, tuple)
    return found


def _darker(picture: Image.Image, than: int) -> Image.Image:
    """Return a grey picture in which everything at least as dark as a shade is white, and all else black."""
    return picture.point(lambda n: 255 * (n <= than))


def _coloured(picture: Image.Image) -> bool:
    grey = picture.convert("L").convert("RGB")
    return ImageChops.difference(picture, grey).point(lambda n: 255 * (n > 6)).getbbox() is not None


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the print shop's sheets of a round of five."""
    return _made(BY_NAME["poster_shop"], rounds.make_round(5), tmp_path_factory.mktemp("shop"))


@pytest.fixture(scope="module")
def orders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return what is written to the print shop with the sheets of a round of five, by file name."""
    made = _made(BY_NAME["job_ticket"], rounds.make_round(5), tmp_path_factory.mktemp("orders"))
    return {name: value.decode("utf-8-sig") for name, value in made.items() if name.endswith("-ticket.txt")}


@pytest.mark.parametrize("drawing", ["poster", "poster-wide"])
@pytest.mark.parametrize("paper", MM)
def test_a_shops_sheet_names_its_boxes(shop: dict[str, bytes], paper: str, drawing: str) -> None:
    """The cut is the paper's size, three millimetres are printed beyond it, and the marks stand outside both."""
    with pypdfium2.PdfDocument(shop[f"{drawing}-{paper}.pdf"]) as document:
        page = document[0]
        boxes = {name: getattr(page, f"get_{name}box")() for name in ("media", "bleed", "trim")}
        assert len(document) == 1
    width, height = MM[paper] if drawing == "poster" else MM[paper][::-1]
    sizes = {name: ((box[2] - box[0]) / POINTS_A_MM, (box[3] - box[1]) / POINTS_A_MM) for name, box in boxes.items()}
    assert sizes["trim"] == pytest.approx((width, height), abs=0.05)
    assert sizes["bleed"] == pytest.approx((width + 6, height + 6), abs=0.05)
    assert sizes["media"] == pytest.approx((width + 26, height + 26), abs=0.05)
    assert boxes["trim"][0] - boxes["bleed"][0] == pytest.approx(3 * POINTS_A_MM, abs=0.05)


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_a_shops_sheet_keeps_both_standards(shop: dict[str, bytes], profile: str, tmp_path: Path) -> None:
    """Another engine writes the boxes; the file it saves must be as valid as the one it read."""
    made = tmp_path / "made.pdf"
    made.write_bytes(shop["poster-a3.pdf"])
    assert faults(made, profile) == []


@pytest.mark.parametrize("drawing", ["poster", "poster-wide"])
@pytest.mark.parametrize("paper", MM)
def test_the_marks_stand_at_the_corners_of_the_cut(shop: dict[str, bytes], paper: str, drawing: str) -> None:
    """Marks in the wrong place make a knife cut through a face."""
    pdf = shop[f"{drawing}-{paper}.pdf"]
    picture = _pictures(pdf, 150)[0].convert("L")
    a_mm = 150 / 25.4
    width, height = picture.width / a_mm, picture.height / a_mm
    for x, y in ((13, 13), (width - 13, 13), (13, height - 13), (width - 13, height - 13)):
        out_x, out_y = (6.5 if x > 13 else -6.5), (6.5 if y > 13 else -6.5)
        for at_x, at_y in ((x + out_x, y), (x, y + out_y)):
            left, top = round(at_x * a_mm) - 2, round(at_y * a_mm) - 2
            shades = picture.crop((left, top, left + 5, top + 5)).histogram()
            assert any(shades[:200]), (at_x, at_y)
            assert any(shades[200:]), (at_x, at_y)


@pytest.mark.parametrize("wide", ["", "-wide"])
@pytest.mark.parametrize("name", ["poster_shop", "winner_poster_shop"])
def test_colour_runs_into_the_bleed_and_no_further(name: str, wide: str, tmp_path: Path) -> None:
    """A knife is never exact: white beyond the cut becomes a white line at the poster's edge."""
    made = _made(BY_NAME[name], rounds.make_round(5), tmp_path)
    pdf = next(pdf for file, pdf in made.items() if file.endswith("-a3.pdf") and ("-wide" in file) == bool(wide))
    picture = _pictures(pdf, 50)[0].convert("RGB")
    a_mm = 50 / 25.4
    width, height = picture.width / a_mm, picture.height / a_mm
    inside, beyond = 13 + 1.5, 13 - 1.5
    for along in (0.1, 0.35, 0.5, 0.9):  # none where a leaf's round corner crosses the cut
        for near, over in (
            ((inside, along * height), (beyond, along * height)),
            ((width - inside, along * height), (width - beyond, along * height)),
            ((along * width, inside), (along * width, beyond)),
            ((along * width, height - inside), (along * width, height - beyond)),
        ):
            inner, outer = (_colour(picture, x * a_mm, y * a_mm) for x, y in (near, over))
            assert outer != (255, 255, 255)
            assert max(abs(a - b) for a, b in zip(inner, outer, strict=True)) < 60, (near, inner, outer)
    for x, y in ((5, height / 2), (width - 5, height / 2), (width / 2, height - 5)):
        assert _colour(picture, x * a_mm, y * a_mm) == (255, 255, 255)


def test_the_same_sheet_is_the_same_bytes(tmp_path: Path) -> None:
    """Signed files are compared by their digest; pdfium gives each file a random identifier."""
    first, second = (_made(BY_NAME["poster_shop"], rounds.make_round(1), tmp_path) for _ in range(2))
    assert first == second


def test_the_order_says_what_another_engine_finds(
    shop: dict[str, bytes], orders: dict[str, str], tmp_path: Path
) -> None:
    """Poppler measures the photos; what the shop reads must be true."""
    text = orders["poster-ticket.txt"]
    made = tmp_path / "made.pdf"
    made.write_bytes(shop["poster-a3.pdf"])
    listed = subprocess.run((need("pdfimages"), "-list", str(made)), capture_output=True, text=True, check=True).stdout
    found = sorted(min(int(line.split()[12]), int(line.split()[13])) for line in listed.splitlines()[2:])
    job = text.partition("งานที่ 2")[0]
    said = sorted(int(dpi) for dpi in re.findall(r"  (\d+) จุดต่อนิ้ว", job))
    assert found
    assert said == pytest.approx(found, abs=2)
    assert "A3  297 x 420 มม." in job
    assert "3 มม. ทุกด้าน" in job
    assert "ฝังในไฟล์ครบ" in job
    assert all(f"ภาพของ{winner.name.full}  " in job for winner in rounds.make_round(5).winners if winner.portrait)
    before, _, after = job.partition(ON_ORDER["trim"])
    assert "ภาพไม่ถึง 300" in before, "the portraits of the tests are small"
    assert all(int(dpi) < 300 for dpi in re.findall(r"(\d+) จุดต่อนิ้ว\r?$", before, re.MULTILINE))
    assert all(int(dpi) >= 300 for dpi in re.findall(r"(\d+) จุดต่อนิ้ว", after))


def test_whom_a_poster_lists_are_in_all_its_forms(tmp_path: Path) -> None:
    """A poster of several pages is looked into as a whole, joined page by page, and one picture shows them all."""
    award_round = rounds.make_round(24)
    names = {winner.name.full for winner in award_round.winners}
    pages = _made(BY_NAME["poster"], award_round, tmp_path)["poster-a4.pdf"]
    count = len(_pictures(pages, 9))
    assert count > 1
    order = _made(BY_NAME["job_ticket"], award_round, tmp_path)["poster-ticket.txt"].decode("utf-8-sig")
    assert {name for name in names if f"ภาพของ{name}  " in order} == {
        winner.name.full for winner in award_round.winners if winner.portrait
    }
    tiles = _made(BY_NAME["poster_office"], award_round, tmp_path)["poster-a3-tiles.pdf"]
    assert len(_pictures(tiles, 9)) == 2 * count
    screen = _made(BY_NAME["poster_screen"], award_round, tmp_path)["poster-1440.png"]
    with Image.open(io.BytesIO(screen)) as picture:
        assert picture.size == pytest.approx((1440, 1440 * 2**0.5 * count), abs=count)


@pytest.mark.parametrize("count", [1, 5, 24])
def test_an_order_on_paper_shows_the_file_and_says_what_its_text_says(
    orders: dict[str, str], count: int, tmp_path: Path
) -> None:
    """A shop works from one sheet on the counter: picture, size, copies and telephone."""
    award_round = rounds.make_round(count)
    made = _made(BY_NAME["job_ticket_sheet"], award_round, tmp_path)
    if count == 5:
        assert {name.removesuffix(".pdf") for name in made} == {name.removesuffix(".txt") for name in orders}
    for name, value in made.items():
        with pypdfium2.PdfDocument(value) as document:
            texts = [page.get_textpage().get_text_range() for page in document]
            pictures = [one for one in document[0].get_objects() if one.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
        assert len(texts) == 1 or count > 5, name
        assert pictures, name
        assert award_round.organisation.phone.printed in texts[0], name
        assert any(unit in texts[0] for unit in ("แผ่น", "ผืน")), name


def test_an_order_with_long_names_is_one_page(tmp_path: Path) -> None:
    """A name wider than a third of the page left a leaf as high as two pages."""
    long = Name("ว่าที่ร้อยตรีหญิง", "ปิ่นปินัทธ์ชนกนันท์", "ศรีสุวรรณพิพัฒน์ไพศาลวัฒนาสกุลรุ่งเรืองกิจเจริญท้องถิ่น")
    people = tuple(rounds.make_winner(n, name=long, portrait=rounds.make_portrait(str(n))) for n in range(5))
    made = _made(BY_NAME["job_ticket_sheet"], rounds.make_round(people), tmp_path)
    for name in ("poster-ticket.pdf", "poster-wide-ticket.pdf", "banner-ticket.pdf"):
        assert len(_pictures(made[name], 9)) == 1, name


def test_a_poster_is_ordered_for_where_it_hangs(orders: dict[str, str]) -> None:
    """The plan for the boards has no place for one winner's poster, so nobody would hang six, or take them down."""
    counts = {
        name: re.findall(rf"(?m){ON_ORDER['quantity']} +(.*?)\r?$", text)
        for name, text in orders.items()
        if "-wide-" not in name
    }
    own = {name: some for name, some in counts.items() if name.startswith("winner-")}
    assert len(own) > 3
    assert {one for some in own.values() for one in some} == {f"1 แผ่น ({uses.WORKPLACE.place})"}
    assert any(uses.OFFICE_BOARD in one and not one.startswith("1 ") for one in counts["poster-ticket.txt"])


def test_the_order_says_how_large_a_code_is(shop: dict[str, bytes], orders: dict[str, str]) -> None:
    """A decoder finds the code's corners in the drawn page; the order must give the same size."""
    text = orders["poster-ticket.txt"]
    found = codes.found(_pictures(shop["poster-a3.pdf"], 300)[0])[0]
    modules = round((found.position.top_right.x - found.position.top_left.x) / 300 * 25.4, 1)
    said = float(re.findall(r"ช่องละ ([\d.]+) มม", text)[0])
    assert said >= 0.75
    assert modules / said == pytest.approx(round(modules / said), abs=0.2)


def test_the_order_asks_to_scan_a_code_only_where_there_is_one(orders: dict[str, str]) -> None:
    """A shop that looks for a code on the banner of five looks in vain, and calls."""
    assert {"banner-ticket.txt", "poster-ticket.txt"} <= orders.keys()
    for name, text in orders.items():
        assert "ขอตัวอย่างหนึ่งแผ่น" in text, name
        assert ("สแกนคิวอาร์โค้ด" in text) == ("ช่องละ" in text) == (name != "banner-ticket.txt"), name


def test_the_shops_picture_has_its_dots(tmp_path: Path) -> None:
    """A shop that accepts no PDF prints a JPEG at the size that it states."""
    made = _made(BY_NAME["poster_shop_picture"], rounds.make_round(1), tmp_path)["poster-a3.jpg"]
    with Image.open(io.BytesIO(made)) as picture:
        assert picture.format == "JPEG"
        assert picture.mode == "RGB"
        assert picture.size == pytest.approx((303 / 25.4 * 300, 426 / 25.4 * 300), abs=2)
        assert picture.info.get("dpi") == (300, 300)
        assert not picture.getexif()
        assert codes.texts(picture) == {rounds.make_round(1).link("poster").url}


def test_a_screens_picture_is_as_wide_as_it_says(tmp_path: Path) -> None:
    """What is sent by LINE is small, and its code still works from another screen."""
    made = _made(BY_NAME["poster_screen"], rounds.make_round(5), tmp_path)["poster-1440.png"]
    with Image.open(io.BytesIO(made)) as picture:
        assert picture.width == 1440
        assert codes.texts(picture) == {rounds.make_round(5).link("poster").url}


@pytest.mark.parametrize("count", [1, 2, 5, 9, 12])
def test_tiles_hold_the_code_whole_on_one_of_two_sheets(count: int, tmp_path: Path) -> None:
    """Nobody scans a code across a seam; together the tiles say what the poster says."""
    award_round = rounds.make_round(count)
    made = _made(BY_NAME["poster_office"], award_round, tmp_path)
    for name in ("poster-a3-tiles.pdf", "poster-a3-tiles-mono.pdf"):
        pages = _pictures(made[name], 150)
        assert [page.width > page.height for page in pages] == [True, True]
        assert [codes.texts(page) for page in pages] == [set(), {award_round.link("poster").url}]
        for page in pages:
            strip = page.convert("L").crop((0, 0, page.width, round(4 / 25.4 * 150)))
            assert _darker(strip, 250).getbbox() is None, "an office printer leaves the edge white"


@pytest.mark.parametrize("name", ["poster_office", "winner_poster_office"])
def test_tiles_are_as_wide_as_the_sheet_that_they_make(name: str, tmp_path: Path) -> None:
    """To keep the join out of faces the sheet was drawn little wider than an A4, for which nobody joins two."""
    made = _made(BY_NAME[name], rounds.make_round(3), tmp_path)
    for file in (file for file in made if "-tiles." in file):
        for page in _pictures(made[file], 50):
            margin = round(9 / 25.4 * 50)
            field = _darker(page.convert("L").crop((margin, 0, page.width - margin, page.height)), 253).getbbox()
            assert field, file
            assert (field[2] - field[0]) / 50 * 25.4 > 270, file


def test_before_the_result_too_the_code_is_whole_on_one_tile(tmp_path: Path) -> None:
    """The join went through the code of whoever asks."""
    award_round = rounds.make_round(0, stage="survey")
    made = _made(BY_NAME["call_poster_office"], award_round, tmp_path)
    pages = _pictures(made["call-a3-tiles-mono.pdf"], 150)
    assert [codes.texts(page) for page in pages] == [{award_round.link("poster").url}, set()]


@pytest.mark.parametrize("name", ["poster_office", "winner_poster_office", "newsletter_office"])
def test_black_alone_is_black_alone(name: str, tmp_path: Path) -> None:
    """A copier turns tints into mud: without photos there is only black, white and the edges between them."""
    award_round = rounds.make_round(tuple(rounds.make_winner(number, portrait=None) for number in range(5)))
    made = _made(BY_NAME[name], award_round, tmp_path)
    pdf = next(pdf for file, pdf in made.items() if file.endswith("-mono.pdf") and "-tiles" not in file)
    for page in _pictures(pdf, 150):
        _assert_black_alone(page.convert("RGB"))


def _assert_black_alone(picture: Image.Image) -> None:
    assert not _coloured(picture)
    grey = picture.convert("L")
    darkest, lightest = grey.filter(ImageFilter.MinFilter(7)), grey.filter(ImageFilter.MaxFilter(7))
    flat = ImageChops.multiply(darkest.point(lambda n: 255 * (n > 40)), _darker(lightest, 215))
    assert flat.getbbox() is None, "a tint: grey with neither black nor white beside it"
    assert sum(grey.histogram()[:41]) / (picture.width * picture.height) < 0.15, "toner is dear"


def test_photos_in_black_alone_have_no_colour(tmp_path: Path) -> None:
    """A colour in a grey sheet is printed with all four toners."""
    made = _made(BY_NAME["poster_office"], rounds.make_round(5), tmp_path)["poster-a4-mono.pdf"]
    picture = _pictures(made, 100)[0].convert("RGB")
    assert not _coloured(picture)


@pytest.mark.parametrize("name", ["poster", "winner_poster", "survey_poster"])
def test_the_offices_seal_stands_on_every_poster(name: str, tmp_path: Path) -> None:
    """People see who speaks before they read it; an office without a seal has only its name."""
    plain = rounds.make_round(2)
    sealed = rounds.make_round(2, organisation=replace(plain.organisation, seal=rounds.make_portrait("seal").picture))
    for paper, pdf in _made(BY_NAME[name], sealed, tmp_path).items():
        with pymupdf.open("pdf", pdf) as with_seal:
            seen = len(with_seal[0].get_images())
        with pymupdf.open("pdf", _made(BY_NAME[name], plain, tmp_path)[paper]) as without:
            assert seen == len(without[0].get_images()) + 1
        made = tmp_path / paper
        made.write_bytes(pdf)
        for profile in ("ua1", "2a"):
            assert faults(made, profile) == [], (paper, profile)


@pytest.mark.parametrize("count", [1, 5, 12])
def test_a_slide_fills_the_lobbys_screen_and_its_code_is_scanned_from_it(count: int, tmp_path: Path) -> None:
    """A screen in the hall is 16:9; what does not fill it is shown between black bars."""
    made = _made(BY_NAME["poster_screen"], rounds.make_round(count), tmp_path)["poster-wide-1920.png"]
    with Image.open(io.BytesIO(made)) as picture:
        assert picture.size == (1920, 1080)
        assert codes.texts(picture.convert("RGB")) == {rounds.make_round(1).link("poster").url}


def test_what_leaves_the_house_has_plain_file_names() -> None:
    """A print shop's computer may be older than Unicode."""
    award_round = rounds.make_round(3)
    paths = [sheet.path for piece in PIECES if piece.audience == "internal" for sheet in of_round(piece, award_round)]
    assert len(paths) > 10
    assert all(re.fullmatch(r"[a-z0-9/.-]+", path) for path in paths)


def test_the_surveys_own_poster_is_read_from_three_metres(tmp_path: Path) -> None:
    """A module of three millimetres on A4: a phone's camera reads it from about a thousand times as far."""
    award_round = rounds.make_round(0, stage="survey")
    sheets = list(BY_NAME["survey_poster"].lay_out(Publication(award_round.organisation, (award_round,))))
    made = _made(BY_NAME["survey_poster"], award_round, tmp_path)["survey-a4.pdf"]
    picture = _pictures(made, 150)[0]
    assert codes.texts(picture) == {award_round.link("counter").url} == {link.url for link in sheets[0].codes}
    corners = codes.found(picture)[0].position
    millimetres = (corners.top_right.x - corners.top_left.x) / 150 * 25.4
    assert millimetres / len(qr.matrix(award_round.link("counter").url)) >= 2.95


@pytest.mark.parametrize("name", ["survey_leaflet", "table_tent"])
def test_each_counter_has_its_own_code(name: str, tmp_path: Path) -> None:
    """The office wants to know which counter is praised; a tent says so to both sides."""
    award_round = rounds.make_round(5)
    made = _made(BY_NAME[name], award_round, tmp_path)
    divisions = award_round.organisation.divisions
    assert len(made) == len(divisions) > 1
    seen = []
    for division, pdf in zip(divisions, made.values(), strict=True):
        (picture,) = _pictures(pdf, 150)
        found = codes.found(picture)
        assert {code.text for code in found} == {award_round.link("counter", division).url}
        assert len(found) == (2 if name == "table_tent" else 1)
        seen.append(found[0].text)
    assert len(set(seen)) == len(divisions)


@pytest.mark.parametrize(("stage", "state"), [("nominations", "coming"), ("survey", "open"), ("closed", "closed")])
def test_a_closed_survey_gets_no_new_paper(stage: str, state: str, tmp_path: Path) -> None:
    """Before it opens, the sheets say when it does; after it has closed there is nothing to hang."""
    award_round = rounds.make_round(0, stage=stage, survey_state=state)
    sheets = list(BY_NAME["survey_poster"].lay_out(Publication(award_round.organisation, (award_round,))))
    assert bool(sheets) == (state != "closed")
    if sheets:
        pdf = BY_NAME["survey_poster"].press.press("survey_poster.typ", drawn(sheets[0]), tmp_path)
        with pypdfium2.PdfDocument(pdf) as document:
            text = "".join(document[0].get_textpage().get_text_range().split())
        assert ("เปิดกล้องโทรศัพท์" in text) == (state == "open")


def test_the_paper_form_asks_what_the_round_asks(tmp_path: Path) -> None:
    """Four usual aspects, or the office's own; every counter to tick, and a way to answer by phone instead."""
    award_round = rounds.make_round(0, stage="survey")
    usual = _made(BY_NAME["survey_form"], award_round, tmp_path)["survey-form.pdf"]
    assert codes.texts(_pictures(usual, 150)[0]) == {award_round.link("counter").url}
    own = replace(award_round.programme.survey, aspects=(Aspect("ที่จอดเรือ", ("ท่าเรือสะอาด", "มีที่ผูกเรือ")),))
    changed = replace(award_round, programme=replace(award_round.programme, survey=own))
    second = _made(BY_NAME["survey_form"], changed, tmp_path)["survey-form.pdf"]
    for read in READERS.values():
        first_text, second_text = ("".join(read(pdf).split()) for pdf in (usual, second))
        for division in award_round.organisation.divisions:
            assert "".join(division.name.split()) in first_text
        assert "ปฏิบัติกับทุกคนเท่ากัน" in first_text
        assert "ปฏิบัติกับทุกคนเท่ากัน" not in second_text
        assert "มีที่ผูกเรือ" in second_text
        assert all(level in second_text for level in ("มากที่สุด", "ปานกลาง", "น้อยที่สุด"))


HEM_MM: Final = 3
"""Three centimetres at full size, which are folded over and carry the eyelets."""


@pytest.mark.parametrize("count", [1, 2, 3, 5, 6, 9, 12, 24])
def test_a_banner_keeps_its_hem_free_and_says_every_name(count: int, tmp_path: Path) -> None:
    """At a scale of 1:10: 300 x 100 mm of drawing; what stands in the hem is sewn away."""
    award_round = rounds.make_round(count)
    made = _made(BY_NAME["banner"], award_round, tmp_path)["banner-300x100cm.pdf"]
    with pymupdf.open(stream=made) as document:
        page = document[0]
        assert len(document) == 1
        text = "".join(str(page.get_text()).split())
        slug = 13
        for x0, y0, x1, y1, word, *_ in page.get_text("words"):
            middle = (y0 + y1) / 2 / POINTS_A_MM
            if middle < slug - 3:
                continue  # what the file is, outside of the cut
            assert slug + HEM_MM <= x0 / POINTS_A_MM, word
            assert x1 / POINTS_A_MM <= slug + 300 - HEM_MM, word
            assert slug + HEM_MM <= middle <= slug + 100 - HEM_MM, word
    # Two rows of faces have room for the given names alone.
    for winner in award_round.winners:
        said = winner.name.first if 12 < count <= 24 else winner.name.full
        assert "".join(said.split()) in text
    with pypdfium2.PdfDocument(made) as document:
        box = document[0].get_trimbox()
    assert ((box[2] - box[0]) / POINTS_A_MM, (box[3] - box[1]) / POINTS_A_MM) == pytest.approx((300, 100), abs=0.05)
    # People and names of more than three take the room of the code.
    coded = set() if count > 3 else {award_round.link("poster").url}
    assert codes.texts(_pictures(made, 200)[0]) == coded


@pytest.mark.parametrize("count", [2, 5, 6, 24])
def test_what_a_banner_congratulates_on_is_read_from_the_road(count: int, tmp_path: Path) -> None:
    """Letters are as high as a 250th of the way to them: eight centimetres for twenty metres, half of it for names."""
    award_round = rounds.make_round(count)
    made = _made(BY_NAME["banner"], award_round, tmp_path)["banner-300x100cm.pdf"]
    read = lines(made)
    headline = [
        line for line in read if "Poster" in line.face and line.text.startswith(("ขอแสดงความยินดี", f"{count} บุคลากร"))
    ]
    assert f"{count} บุคลากร" in " ".join(line.text for line in read)
    assert min(line.size for line in headline) >= (35 if count > 3 else 30)
    for winner in award_round.winners:
        named = [line for line in read if winner.name.first in line.text]
        height = max(ink[3] - ink[1] for line in named for _, ink in line.glyphs)
        assert height / POINTS_A_MM >= (4 if count > 5 else 6), winner.name.full
        given = max(span.size for span in gate.spans(made) if winner.name.first in span.text)
        assert given >= {2: 30, 5: 22, 6: 18, 24: 9}[count], winner.name.full
    assert overlapping(made) == []


@pytest.mark.parametrize("count", [2, 5, 6, 9, 12])
def test_people_on_a_banner_stand_shoulder_to_shoulder_from_edge_to_edge(count: int, tmp_path: Path) -> None:
    """Faces in leaves with white between them were twelve centimetres high on a banner of three metres."""
    people = tuple(rounds.make_winner(n, portrait=rounds.make_portrait(f"{n}")) for n in range(count))
    made = _made(BY_NAME["banner"], rounds.make_round(people), tmp_path)["banner-300x100cm.pdf"]
    with pymupdf.open(stream=made) as document:
        boxes = [pymupdf.Rect(each["bbox"]) for each in document[0].get_image_info()]
    shown = sorted((box.x0, box.x1) for box in boxes)
    assert len(shown) >= count
    slug, until = 13 * POINTS_A_MM, (13 + 300) * POINTS_A_MM
    assert shown[-1][1] >= until - 0.1
    if count > 3:
        assert shown[0][0] <= slug + 0.1
    assert all(right[0] - left[1] <= 0.1 for left, right in pairwise(shown)), "no gap between two people"


def test_who_has_no_photo_stands_among_those_who_have_and_names_alone_show_nobody(tmp_path: Path) -> None:
    """A consent that is taken back must find the banners with the face, and no others."""
    one = rounds.make_winner(0)
    for people, shown in (
        ((one, replace(rounds.make_winner(1), portrait=None)), True),
        (tuple(replace(rounds.make_winner(n), portrait=None) for n in range(3)), False),
        (tuple(rounds.make_winner(n) for n in range(25)), False),
    ):
        award_round = rounds.make_round(people)
        for name in ("banner", "backdrop"):
            (sheet,) = BY_NAME[name].lay_out(Publication(award_round.organisation, (award_round,)))
            assert bool([each for each in sheet.renditions if each.whose]) == shown
            assert bool(sheet.standing.portrayed) == shown
            assert _made(BY_NAME[name], award_round, tmp_path)


@pytest.mark.parametrize(("name", "file"), [("poster", "poster-a4.pdf"), ("poster", "poster-wide-a4.pdf")])
def test_a_given_name_on_one_line_with_its_surname_keeps_clear_of_the_post(
    name: str, file: str, tmp_path: Path
) -> None:
    """Below “ปิยะนุช” the post began where the surname ends, which has nothing below its line."""
    people = tuple(rounds.make_winner(n, portrait=rounds.make_portrait(f"{n}")) for n in range(3))
    made = _made(BY_NAME[name], rounds.make_round(people), tmp_path)[file]
    assert len(lines(made)) > 10
    assert gate.touching(made) == []


@pytest.mark.parametrize("count", [12, 24])
def test_a_title_keeps_clear_of_the_marks_of_a_surname_below_it(count: int, tmp_path: Path) -> None:
    """In the middle of a column “นาย” stood on the marks of “เปี๊ยะทอง”: only the given name had been measured."""
    names = (Name("นาย", "โชคชัย", "เปี๊ยะทอง"), Name("นาง", "มาลี", "ป้ำทรัพย์"), Name("นางสาว", "ดาว", "กุ๊กรัตน์"))
    people = tuple(
        rounds.make_winner(n, name=names[n % 3], portrait=rounds.make_portrait(f"{n}")) for n in range(count)
    )
    made = _made(BY_NAME["poster"], rounds.make_round(people), tmp_path)["poster-a4.pdf"]
    told = [(line.text.strip(), line.page, gate.box(line)) for line in gate.told(made)]
    titles = [each for each in told if each[0] in {name.title for name in names}]
    named = [each for each in told if any(each[0].endswith(name.last) for name in names)]
    assert len(titles) == len(named) == count
    for _, page, title in titles:
        below = min(
            (box for _, on, box in named if on == page and box.x0 < title.x0 < box.x1 and box.y0 > title.y0),
            key=lambda box: box.y0,
        )
        assert below.y0 - title.y1 > 1, "points"


TEAM = "ทีมกู้ชีพกู้ภัยและบริการการแพทย์ฉุกเฉินตำบลควนเมา"


def test_a_name_without_spaces_is_divided_between_words_before_it_shrinks(tmp_path: Path) -> None:
    """A team's name stood on one line in letters of half the size of all others: 1.2 cm on a banner of three metres."""
    ways = frame.name_lines(Name("", TEAM, "", team=True))
    assert [len(way) for way in ways] == [1, 2, 3]
    assert all("".join(way) == TEAM for way in ways)
    assert ways[1] == ["ทีมกู้ชีพกู้ภัยและบริการ", "การแพทย์ฉุกเฉินตำบลควนเมา"]
    whole = Name("นาง", "ปิ่นปินัทธ์ชนกนันท์กุลธิดา", "ศรีสุวรรณพิพัฒน์ไพศาล")
    assert frame.name_lines(whole) == whole.lines, "a person's name is never divided within"
    for count in (5, 12):
        people = tuple(
            rounds.make_winner(n, **({"name": Name("", TEAM, "", team=True)} if n == 1 else {})) for n in range(count)
        )
        made = _made(BY_NAME["banner"], rounds.make_round(people), tmp_path)["banner-300x100cm.pdf"]
        of_team = [line for line in lines(made) if line.text.strip() and line.text.replace(" ", "") in TEAM]
        assert "".join(line.text for line in of_team) == TEAM
        assert min(line.size for line in of_team) >= 9


@pytest.mark.parametrize("count", [5, 12, 24])
def test_no_sheet_asks_for_more_of_its_photos_than_it_shows(count: int) -> None:
    """A banner of 24 asked for each as large as five stand: the process that set it took 400 MB, the file had 17."""
    people = (rounds.make_winner(number) for number in range(count))
    seen = tuple(replace(winner, portrait=rounds.make_portrait(winner.id, (2400, 1800))) for winner in people)
    award_round = rounds.make_round(seen)
    publication = Publication(award_round.organisation, (award_round,))
    held = {
        sheet.path: sum(one.width**2 for one in {*sheet.renditions})
        for name in ("banner", "backdrop", "poster", "poster_shop", "winner_poster_shop", "newsletter")
        for sheet in BY_NAME[name].lay_out(publication)
    }
    assert len(held) > 10
    assert {path: pixels for path, pixels in held.items() if pixels > 50_000_000} == {}
