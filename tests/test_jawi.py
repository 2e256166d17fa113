"""Malay in Arabic letters: its own typeface, direction and language, on paper, on pages and when records are read."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

import pymupdf
import pytest

from generator import jawi, typefaces
from generator.press import page_lines
from generator.press.typeset import typeset
from tests.support.readers import READERS
from tests.support.small import WINNERS, Small
from tests.support.standards import faults

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES: Final = (
    "نورأعيني بنت عبدالله", "چئ محمد ڤطاني", "ڠڽ ݢاجه ۏاو", "اسماعيل بن سليمان", "فاطمة ڤوتري", "سيتي سريفة",
    "ملاءي", "عبدالرحمن الأمين", "إسلام لا آل", "كک ڬ يحيى ئؤ", "حاج عثمان ڤتاني", "خديجه ظاهر غازي ذوالقرنين",
)  # fmt: skip
"""Names of the deep South and of Kelantan as they are written there, and words for the letters that they lack."""

SHEET: Final = b"""
// In Tonbaep Text, Tonbaep Paper and Tonbaep Display.
#show: sheet.with(margin: 8mm)
#set page(width: 190mm, height: auto)
// In Tonbaep Poster, Tonbaep Name, Tonbaep Serif.
#for say in view.items { column(170mm, (words(say, 14) + (face: view.face),)) }
"""

every_reader = pytest.mark.parametrize("read", READERS.values(), ids=READERS)
every_face = pytest.mark.parametrize("face", [face for face in typefaces.FACES if not face.endswith("600")])


@cache
def _pressed(face: str, *say: str) -> bytes:
    view: dict[str, Any] = {
        "title": "ชื่อ", "sample": False, "embargo": None, "timestamp": 1, "organisation": {"name": "อบต.ทดสอบ"},
        "colours": {"primary": "#00565b", "accent": "#a34a00"}, "names": [], "items": list(say), "face": face.lower(),
    }  # fmt: skip
    with TemporaryDirectory() as pictures:
        return typeset(SHEET, view, Path(pictures))


def _letters(text: str) -> str:
    """Return a text without white space and without the direction marks that poppler itself puts around words."""
    return "".join(letter for letter in text if not letter.isspace() and letter not in "\u202a\u202b\u202c")


def test_the_names_use_every_letter() -> None:
    """Guards the tests below against a letter that nobody checked."""
    assert set("".join(NAMES)) - {" "} >= set(jawi.LETTERS) - set("ثصضش")


def test_each_letter_shows_the_shape_that_unicode_joins() -> None:
    """Arabic's own letters have their shapes in Unicode's presentation forms, whose names identify them."""
    sides = {"ISOLATED": (False, False), "INITIAL": (False, True), "MEDIAL": (True, True), "FINAL": (True, False)}
    known = set(jawi.every_shape())
    seen = 0
    for code in (*range(0xFE80, 0xFEF5), *range(0xFEF5, 0xFEFD)):
        side = unicodedata.name(chr(code)).split()[-2]
        before, after = sides[side]
        letters = unicodedata.normalize("NFKC", chr(code))
        assert jawi.KASHIDA * before + letters + jawi.KASHIDA * after in known
        seen += 1
    assert seen > 120
    assert list(jawi.shapes("سلام علي")) == ["سـ", "ـلا", "م", "عـ", "ـلـ", "ـي"]


@every_reader
@every_face
def test_readers_copy_a_name_on_a_line_of_its_own(face: str, read: Callable[[bytes], str]) -> None:
    """A name that a search cannot find might as well not be on the paper."""
    assert _letters(read(_pressed(face, *NAMES))) == _letters("".join(NAMES))


@every_reader
def test_readers_copy_words_within_thai(read: Callable[[bytes], str]) -> None:
    """Each word is whole and in reading order; pdfium puts several words in a Thai line from left to right."""
    thai = "ขอแสดงความยินดีกับผู้ใหญ่บ้านของเรา {} แห่งบ้านควนเมา ตำบลควนเมา"
    for name in NAMES:
        for word in name.split() if read is READERS["pdfium"] else [name]:
            said = thai.format(word)
            assert _letters(read(_pressed("Tonbaep Text 400", said))) == _letters(said)


@every_face
def test_words_are_as_wide_as_the_press_reckons(face: str) -> None:
    """Line breaks are chosen by these numbers; a shape that is wider on paper would run over the edge."""
    with pymupdf.Document(stream=_pressed(face, *NAMES)) as document:
        words = [word for sheet in document for word in sheet.get_text("words")]
    found = {word[4]: word[2] - word[0] for word in words}
    for word in " ".join(NAMES).split():
        assert found[word] == pytest.approx(typefaces.width(word, face) * 14 / 1000, abs=0.15), word


def test_the_paper_says_which_words_are_malay() -> None:
    """A screen reader that takes them for Thai says nothing at all."""
    pdf = _pressed("Tonbaep Text 400", f"สวัสดี {NAMES[0]}")
    with pymupdf.Document(stream=pdf) as document:
        spans = re.findall(rb"/Span<<([^>]*)>>BDC", document[0].read_contents())
    assert [b"/Lang(ms-TH)" in span for span in spans] == [False, *[True] * (len(spans) - 1)]
    assert len(spans) > len(NAMES[0].split())


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_paper_with_malay_keeps_both_standards(profile: str, tmp_path: Path) -> None:
    """The fonts are our own, so nobody else has checked them."""
    made = tmp_path / "made.pdf"
    made.write_bytes(_pressed("Tonbaep Display 700", *NAMES))
    assert faults(made, profile) == []


def test_a_page_says_which_words_are_malay_and_that_they_run_from_the_right() -> None:
    """Without a direction of their own, a bracket or figure beside them jumps to the other side."""
    page = page_lines.kept("<p>ชื่อ نورأعيني بنت (ยาวี)</p><h2>จาก سريفة ถึงเรา</h2>", ())
    assert '<span class="tb-jawi" lang="ms-Arab" dir="rtl">نورأعيني بنت</span>' in page
    assert re.search(r'<h2>.*<span class="tb-jawi" lang="ms-Arab" dir="rtl">سريفة</span>', page)


def test_a_name_in_jawi_is_kept_as_written(small: Small) -> None:
    """Old programs store letters by their shape and add direction marks; a search finds neither."""
    small.edit(WINNERS, "last: ศรีท้องถิ่น", "last: ศรีท้องถิ่น, jawi: \u200fﺳﻼﻡ\u200f")
    assert small.read().rounds[0].winners[0].name.jawi == "سلام"


@pytest.mark.parametrize("written", ["سلام นะ", "Siti", "محمّد"])
def test_other_letters_in_a_jawi_name_are_told(small: Small, written: str) -> None:
    """A name in another script in this field would be set in a typeface that lacks it."""
    small.edit(WINNERS, "last: ศรีท้องถิ่น", f"last: ศรีท้องถิ่น, jawi: {written}")
    assert small.only_problem().field.endswith("jawi")
