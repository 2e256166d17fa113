"""The text in a PDF is exactly the text that was set: checked by copying it with four independent readers.

Readers differ in how they combine Thai marks; the fonts (tools/make_fonts.py) leave them nothing to combine.
"""

from __future__ import annotations

import io
import subprocess
from collections import Counter
from functools import cache
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pymupdf
import pytest
import typst
from fontTools.ttLib import TTFont
from PIL import Image, ImageChops

from tests.support.readers import READERS
from tests.support.standards import faults

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT: Final = Path(__file__).resolve().parents[2]
FONTS: Final = tuple(sorted((ROOT / "generator" / "fonts").glob("tonbaep-[!j]*/*.ttf")))
WEB_FONTS: Final = tuple(sorted((ROOT / "overrides" / "assets" / "fonts").glob("Tonbaep[!J]*.woff2")))
SOURCES: Final = ROOT / "tools" / "fonts-source"
FACES: Final = (
    ("Tonbaep Text", 400),
    ("Tonbaep Text", 700),
    ("Tonbaep Paper", 400),
    ("Tonbaep Paper", 700),
    ("Tonbaep Display", 600),
    ("Tonbaep Display", 700),
    ("Tonbaep Poster", 400),
    ("Tonbaep Name", 700),
    ("Tonbaep Serif", 700),
)
ON_THE_WEB: Final = 6
"""Faces of the site: official papers are for paper."""
ORIGINAL: Final = {
    "Tonbaep Text": "Sarabun",
    "Tonbaep Display": "Prompt",
    "Tonbaep Poster": "Chonburi",
    "Tonbaep Name": "IBM Plex Sans Thai Looped",
    "Tonbaep Serif": "Trirong",
}

HARD_WORDS: Final = (
    "น้ำ ก่ำ ป้ำ บ้ำ ศักดิ์สิทธิ์ ปั๊ม เปี๊ยะ ญี่ปุ่น ท้องถิ่น ที่ที่ ปื้น ฟ้า ญู ฎุ ฐุ ฬุ ฑูต กตัญญู ปิยะนุช ผู้รู้ ปฏิญญาณ ฤๅษี เก๋า แซ่บ โน้ต ใต้ ไม้ "
    "กุ๊ก ขุ่น ฝั่ง พันธุ์ ประดิษฐ์ ก็ ฯลฯ ฯพณฯ ต่าง ๆ พุทฺธํ อบต. ร้อยละ ๙๕.๔ “บริการเป็นเลิศ” (Smile 2566)"
)
RUNNING: Final = (
    "ผู้ที่ยิ้มรับทุกคนเท่ากันคือผู้ที่ชาวบ้านจำได้ คะแนนจากประชาชนและกรรมการรวมกันเป็นหนึ่งร้อย "
    "ผู้ใดเห็นว่าไม่เป็นธรรมยื่นเรื่องได้ภายใน ๑๕ วัน ณ ที่ทำการองค์การบริหารส่วนตำบล น้ำดื่ม เก้าอี้ และคิวเตรียมไว้ให้ผู้สูงอายุ สิทธิ์นี้เป็นของทุกคน "
)
LETTERS: Final = "กขคฆงจฉชซฌฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"

PREAMBLE: Final = """
#set document(title: "ทดสอบ")
#set page(width: {width}mm, height: 297mm, margin: 10mm)
#set text(lang: "th", font: "{family}", weight: {weight}, size: 14pt)
#let text-set = sys.inputs.text
"""
WAYS: Final = {
    "plain": "#text-set",
    "smallest": "#text(8pt, text-set)",
    "largest": "#text(90pt, text-set)",
    "heading": "= #text(34pt, text-set)\n== #text-set",
    "spaced letters": "#text(tracking: 1.5pt, text-set)",
    "without ligatures": "#text(ligatures: false, text-set)",
    "justified": "#set par(justify: true)\n#text-set",
    "boxes": '#text-set.split(" ").map(box).join(" ")',
    "table": '#table(columns: 3, ..text-set.split(" "))',
    "columns": "#columns(3)[#text(9pt, text-set)]",
}


every_reader = pytest.mark.parametrize("read", READERS.values(), ids=READERS)
every_face = pytest.mark.parametrize(("family", "weight"), FACES)


@cache
def _fonts() -> typst.Fonts:
    folders = [SOURCES, *{font.parent for font in FONTS}]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


@cache
def _press(family: str, weight: int, way: str, text: str, width: int = 190) -> bytes:
    """Return `text` as a tagged PDF, as the product makes it."""
    return typst.compile(
        (PREAMBLE.format(family=family, weight=weight, width=width) + WAYS[way]).encode(),
        format="pdf",
        sys_inputs={"text": text},
        font_paths=_fonts(),
        pdf_standards=["ua-1", "a-2a"],
        timestamp=0,
    )


def _picture(family: str, weight: int, text: str) -> Image.Image:
    source = PREAMBLE.format(family=family, weight=weight, width=190).replace("297mm", "auto") + WAYS["plain"]
    drawn = typst.compile(source.encode(), format="png", ppi=100, sys_inputs={"text": text}, font_paths=_fonts())
    with Image.open(io.BytesIO(drawn)) as image:
        return image.convert("L")


def _letters(text: str) -> str:
    return "".join(text.split())


def _every_cluster() -> str:
    """Return each letter with each vowel and tone mark found on it in words, separately from the script's own list."""
    marks = [first + second for first, second in product(("", *"ัิีึืุู"), ("", *"่้๊๋")) if first + second]
    marks += [*"็์ำํฺ", "่ำ", "้ำ", "๊ำ", "๋ำ", "ิ์", "ุ์"]
    return " ".join(letter + mark for letter, mark in product(LETTERS, marks))


def test_every_family_has_its_files() -> None:
    """Guards the tests below against looking at nothing."""
    assert len(FONTS) == len(FACES)
    assert len(WEB_FONTS) == ON_THE_WEB


def test_the_face_of_papers_is_as_large_as_the_office_expects() -> None:
    """Rules say "16 points" and mean TH Sarabun New: ก 0.400 em high, lines 1.301 em apart (measured on its file)."""
    for path in FONTS:
        if "Paper" in path.name:
            font = TTFont(path)
            em, glyphs = font["head"].unitsPerEm, font["glyf"]
            ko_kai = glyphs[font.getBestCmap()[ord("ก")]]
            assert ko_kai.yMax / em == pytest.approx(0.400, abs=0.002)
            assert (font["hhea"].ascent - font["hhea"].descent) / em == pytest.approx(1.301, abs=0.001)
            assert font["OS/2"].usWinAscent + font["OS/2"].usWinDescent == font["hhea"].ascent - font["hhea"].descent


@every_face
@every_reader
@pytest.mark.parametrize("text", [HARD_WORDS, _every_cluster()], ids=["hard words", "every cluster"])
def test_readers_copy_what_was_set(family: str, weight: int, read: Callable[[bytes], str], text: str) -> None:
    """A name that cannot be searched or read aloud is not on the paper for a person who does not see."""
    assert _letters(read(_press(family, weight, "plain", text))) == _letters(text)


@every_reader
@pytest.mark.parametrize("width", [60, 100, 190])
def test_running_text_is_exact_at_every_measure(read: Callable[[bytes], str], width: int) -> None:
    """Lines end in other places at each width, and the letters at a line's end are shaped again."""
    text = RUNNING * 4
    assert _letters(read(_press("Tonbaep Text", 400, "plain", text, width))) == _letters(text)


@every_reader
@pytest.mark.parametrize("way", WAYS)
def test_layout_leaves_the_letters_alone(read: Callable[[bytes], str], way: str) -> None:
    """Each reader orders tables and columns in its own way, so words and letters are counted, not their order."""
    text = _letters(read(_press("Tonbaep Display", 600, way, HARD_WORDS)))
    times = 2 if way == "heading" else 1
    assert Counter(text) == Counter(_letters(HARD_WORDS) * times)
    assert [word for word in HARD_WORDS.split() if word not in text] == []


@every_face
def test_no_reader_needs_a_second_text(family: str, weight: int) -> None:
    """ActualText is what readers disagree about; with one glyph for one text it is not needed."""
    with pymupdf.Document(stream=_press(family, weight, "plain", HARD_WORDS)) as document:
        contents = [sheet.read_contents() for sheet in document]
    assert contents
    assert not any(b"ActualText" in content for content in contents)


@every_face
@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_paper_in_these_fonts_keeps_both_standards(family: str, weight: int, profile: str, tmp_path: Path) -> None:
    """PDF/UA for people with a screen reader, PDF/A for the archive; both check the fonts."""
    made = tmp_path / "made.pdf"
    made.write_bytes(_press(family, weight, "heading", HARD_WORDS))
    assert faults(made, profile) == []


@pytest.mark.parametrize(("family", "weight"), [face for face in FACES if face[0] in ORIGINAL])
def test_letters_stand_where_the_original_puts_them(family: str, weight: int) -> None:
    """A precomposed cluster must look the same as one that is shaped on the spot."""
    ours, theirs = (_picture(name, weight, _every_cluster()) for name in (family, ORIGINAL[family]))
    assert ours.size == theirs.size
    histogram = ImageChops.difference(ours, theirs).histogram()
    assert sum(histogram[80:]) == 0, "a mark has moved: an edge differs by more than rounding"


@pytest.fixture(scope="module")
def saved_page(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a page in every web font, with and without letter-spacing, as Chromium saves it as PDF."""
    folder = tmp_path_factory.mktemp("page")
    page = folder / "page.html"
    rules = "@page { size: 210mm 900mm }"  # what reaches over a page's end is drawn on both pages
    rules += "".join(f"@font-face {{ font-family: {file.stem}; src: url('{file.as_uri()}') }}" for file in WEB_FONTS)
    lines = "".join(
        f'<p style="font-family: {file.stem}; letter-spacing: {space}">{HARD_WORDS}</p>'
        for file, space in product(WEB_FONTS, ("0", "0.05em"))
    )
    page.write_text(f'<html lang="th"><meta charset="utf-8"><style>{rules}</style>{lines}', encoding="utf-8")
    made = folder / "page.pdf"
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={folder}")
    command = [chromium, *options, f"--print-to-pdf={made}", page.as_uri()]
    subprocess.run(command, capture_output=True, check=True, timeout=60)
    return made.read_bytes()


@every_reader
def test_a_page_saved_as_pdf_is_exact_too(saved_page: bytes, read: Callable[[bytes], str]) -> None:
    """People save pages of the site as PDF and send them on; with plain fonts Chromium doubles marks there."""
    assert _letters(read(saved_page)) == _letters(HARD_WORDS) * 2 * len(WEB_FONTS)
