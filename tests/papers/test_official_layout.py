"""Where things stand on official papers, to the millimetre: in the PDF, and in Word's file as LibreOffice sets it.

The numbers are those of the rules of office papers (domain notes, 3.1). LibreOffice knows no Thai digits for pages, and
breaks lines by its own dictionary: right edges and ends of lines are not compared.
"""

from __future__ import annotations

import io
import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import docx
import pymupdf
import pytest
from PIL import Image

from generator.model import Picture
from generator.papers.official import OFFICIAL
from generator.pieces.parts.blocks import fill, gap, new_page, para, table, undivided
from generator.press.official import OFFICIAL as WORD
from generator.press.typeset import TYPESET
from tests.support import official
from tests.support.official import POINTS_A_MM, Line, Made, Office

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Records

pytestmark = pytest.mark.usefixtures("builds")

LEFT, WIDTH, INDENT, TOP_KRUT, TOP_PLAIN = 30, 160, 25, 15, 25
ONE, ASCENT = 1.0, 1.069
"""A millimetre, and how far above a line's base it begins, in em."""


@pytest.fixture(scope="module")
def made(records: Records, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    """Return the files of all papers of the sample."""
    return official.make(official.asked(records), tmp_path_factory.mktemp("pictures"))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Return LibreOffice."""
    return Office(tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="module")
def set_by_office(made: dict[str, Made], office: Office) -> dict[str, bytes]:
    """Return the PDFs that LibreOffice makes of the Word files."""
    return office.converted({key: each.word for key, each in made.items()}, "pdf")


def _find(lines: list[Line], begins: str) -> Line:
    return next(line for line in lines if line.text.startswith(begins))


def _top(line: Line) -> float:
    return line.base - ASCENT * line.size / POINTS_A_MM


def _both(key: str, made: dict[str, Made], set_by_office: dict[str, bytes]) -> list[list[Line]]:
    return [official.lines(made[key].pdf), official.lines(set_by_office[key])]


def test_an_order_stands_as_the_rules_have_it(made: dict[str, Made], set_by_office: dict[str, bytes]) -> None:
    """Three centimetres of krut from one and a half, a head of 20 points, paragraphs indented by two and a half."""
    for lines in _both("order", made, set_by_office):
        head = lines[0]
        assert (head.text[:6], head.size, head.bold) == ("คำสั่ง", 20, True)
        assert abs(_top(head) - (TOP_KRUT + 30)) < ONE
        first = _find(lines, "ด้วยองค์การ")
        assert abs(first.left - LEFT - INDENT) < ONE
        assert first.size == 16
        following = lines[lines.index(first) + 1]
        assert abs(following.left - LEFT) < ONE
        assert abs((following.base - first.base) * POINTS_A_MM - 20.8) < 0.3
        name = _find(lines, "(นาย")
        assert name.left > LEFT + 80
        assert _find(lines, "สั่งณวันที่").page == name.page


def test_a_memo_stands_as_the_rules_have_it(made: dict[str, Made], set_by_office: dict[str, bytes]) -> None:
    """29 points beside a krut of one and a half centimetres, labels of 20, what they say of 16, and no solid rule."""
    for lines in _both("nominations-memo", made, set_by_office):
        title = lines[0]
        assert (title.text, title.size, title.bold) == ("บันทึกข้อความ", 29, True)
        assert TOP_KRUT < title.base < TOP_KRUT + 15
        section = _find(lines, "ส่วนราชการ")
        assert abs(_top(section) - (TOP_KRUT + 15)) < ONE
        for label in ("ส่วนราชการ", "ที่ตง", "เรื่อง"):
            line = _find(lines, label)
            assert (line.size, line.bold) == (20, True)
            assert abs(line.left - LEFT) < ONE
        assert _find(lines, "เรียนหัวหน้า").size == 16
    with pymupdf.open(stream=made["nominations-memo"].pdf) as document:
        for drawing in document[0].get_drawings():
            assert drawing["dashes"] not in {"", "[] 0"}, "a solid rule"


def test_leaders_in_word_are_dots_of_tab_stops(made: dict[str, Made]) -> None:
    """Whoever fills in a memo writes over them without pushing them away."""
    paper = docx.Document(io.BytesIO(made["nominations-memo"].word))
    leaders = [stop.leader for each in paper.paragraphs for stop in each.paragraph_format.tab_stops if stop.leader]
    assert len([each for each in leaders if each.name == "DOTS"]) >= 4


@pytest.mark.parametrize("key", official.KEYS)
def test_word_and_pdf_have_the_same_pages_and_left_edges(
    key: str, made: dict[str, Made], set_by_office: dict[str, bytes]
) -> None:
    """Each paragraph that begins alike begins at the same place, and the pages are as many."""
    ours, theirs = _both(key, made, set_by_office)
    assert {line.page for line in ours} == {line.page for line in theirs}
    matched = 0
    for line in ours:
        alike = (each for each in theirs if (each.page, each.text[:9]) == (line.page, line.text[:9]))
        same = [each for each in alike if abs(each.size - line.size) < 0.2]  # a table may begin like a paragraph
        if len(line.text) > 9 and len(same) == 1 and "@" not in line.text:
            matched += 1
            assert abs(same[0].left - line.left) < ONE, (line, same[0])
            if _row(same[0], theirs) == _row(line, ours):
                assert abs(same[0].base - line.base) < ONE, (line, same[0])
    assert matched >= 3


def _row(line: Line, lines: list[Line]) -> int:
    """Return which line of its page a line is."""
    return [each for each in lines if each.page == line.page].index(line)


@pytest.mark.parametrize("key", official.KEYS)
def test_the_first_line_of_each_page_is_where_the_rules_want_it(
    key: str, made: dict[str, Made], set_by_office: dict[str, bytes]
) -> None:
    """Later pages begin below their number, whose base is three centimetres from the edge."""
    krut = official.of(key).krut
    for lines in _both(key, made, set_by_office):
        for line in (each for each in lines if re.fullmatch("-[๐-๙0-9]+-", each.text)):
            assert abs(line.base - 31) < ONE
            following = lines[lines.index(line) + 1]
            assert _top(following) > 36
            assert following.text.startswith("(") or _top(following) < 36.6 + 3 * ONE  # a signature has its room
        if not krut:
            assert abs(_top(lines[0]) - TOP_PLAIN) < ONE


def test_the_krut_is_as_high_as_the_rules_want_and_its_room_stays_without_it(
    records: Records, made: dict[str, Made], office: Office, tmp_path: Path
) -> None:
    """The office supplies the picture; with it, nothing else on the page moves."""
    source = official.asked(records)
    papers = replace(source.award_round.programme.papers, krut=Picture("a" * 64, 300, 330))
    programme = replace(source.award_round.programme, papers=papers)
    with_krut = source._replace(award_round=replace(source.award_round, programme=programme))
    keys = ("order", "nominations-memo")
    name = next(iter(official.of("order").lay_out(with_krut))).renditions[0].name
    Image.new("RGB", (300, 330), "#222").save(tmp_path / name)
    drawn = official.make(with_krut, tmp_path, keys)
    in_office = office.converted({f"{key}-krut": drawn[key].word for key in keys}, "pdf")
    for key, high in (("order", 30), ("nominations-memo", 15)):
        for pdf in (drawn[key].pdf, in_office[f"{key}-krut"]):
            with pymupdf.open(stream=pdf) as document:
                (shown,) = document[0].get_image_info()
            left, top, right, bottom = (each / POINTS_A_MM for each in shown["bbox"])
            assert abs(bottom - top - high) < ONE
            assert abs(top - TOP_KRUT) < ONE
            middle = LEFT + WIDTH / 2 if high == 30 else LEFT + (right - left) / 2
            assert abs((left + right) / 2 - middle) < ONE
        before = [line._replace(base=round(line.base)) for line in official.lines(made[key].pdf)]
        assert [line._replace(base=round(line.base)) for line in official.lines(drawn[key].pdf)] == before


def test_a_document_opened_and_saved_elsewhere_keeps_text_and_styles(made: dict[str, Made], office: Office) -> None:
    """A colleague without Word goes on writing, and gives it back."""
    saved = office.converted({key: each.word for key, each in made.items()}, "docx")
    assert saved.keys() == made.keys()
    for key, each in made.items():
        before, after = official.said_in_word(each.word), official.said_in_word(saved[key])
        assert after[0] == before[0], key
        styles = docx.Document(io.BytesIO(saved[key])).styles
        assert styles["Normal"].font.name == "TH Sarabun New"


def test_the_press_of_word_writes_every_kind_of_block(records: Records) -> None:
    """A kind that only one of the presses knows would be missing in the other file."""
    kinds = {block["kind"] for paper in OFFICIAL for block in paper.view(official.asked(records))["blocks"]}
    assert {"line", "para", "table", "rows", "sign", "head", "fill", "subject", "labelled", "side"} <= kinds
    assert WORD.name == "official"


def test_a_line_to_write_on_never_stands_on_the_line_above_it(records: Records, tmp_path: Path) -> None:
    """One that does not fit on a page goes to the next one whole, wherever on the page the text before it ends."""
    source = official.asked(records)
    view = official.of("minutes").view(source)
    blocks = [
        block
        for share in range(10)
        for block in (new_page(), gap(30), {**gap(), "rows": share / 10}, para("ข้อความ"), fill(("มติที่ประชุม", 160)))
    ]
    lines = official.lines(TYPESET.press("official.typ", {**view, "blocks": blocks, "notes": []}, tmp_path))
    written = [line for line in lines if line.text in {"ข้อความ", "มติที่ประชุม"}]
    assert len(written) == 20
    assert {line.page for line in written if line.text == "ข้อความ"} != {line.page for line in written}
    for text, below in pairwise(written):
        assert below.page > text.page or below.base - text.base > 7


@pytest.mark.parametrize("office", ["องค์การบริหารส่วนตำบลควนเมา", "องค์การบริหารส่วนตำบลหนองบัวดอกคำใต้ตะวันตกเฉียงเหนือ"])
def test_a_memo_says_which_office_writes_and_stays_on_its_line(office: str, records: Records, tmp_path: Path) -> None:
    """A department alone may be of any office; the name of a long one ran off the page."""
    (award_round,) = records.rounds
    papers = replace(award_round.programme.papers, section="")
    programme = replace(award_round.programme, papers=papers, owner="สำนักปลัด")
    named = replace(records.organisation, name=office)
    changed = replace(records, organisation=named, rounds=(replace(award_round, programme=programme),))
    (made,) = official.make(official.asked(changed), tmp_path, ["nominations-memo"]).values()
    first = next(line for line in official.lines(made.pdf) if line.text.startswith("ส่วนราชการ"))
    assert official.bare(f"สำนักปลัด{office}โทร.") in first.text
    with pymupdf.open(stream=made.pdf) as document:
        right = max(word[2] for word in document[0].get_text("words"))
    assert right / POINTS_A_MM < LEFT + WIDTH + ONE


def test_two_who_sign_one_paper_sign_the_same_page(records: Records, tmp_path: Path) -> None:
    """A page with nothing but one name on it would be a paper of its own."""
    view = official.of("minutes").view(official.asked(records))
    ends = [block for block in view["blocks"] if block["kind"] == "sign"]
    blocks = [block for n in range(6) for block in (new_page(), gap(22 + n), *ends)]
    lines = official.lines(TYPESET.press("official.typ", {**view, "blocks": blocks, "notes": []}, tmp_path))
    pages = [[line.page for line in lines if line.text.startswith(who)] for who in ("ผู้จด", "ผู้ตรวจ")]
    assert len(pages[0]) == 6
    assert pages[0] == pages[1]


def test_a_whole_table_leaves_no_row_behind(records: Records, tmp_path: Path) -> None:
    """The sum of a table, alone on the next page, is the sum of nothing."""
    view = official.of("survey-report").view(official.asked(records))
    made = table((60, 40), ("ด้าน", "คน"), [("หนึ่ง", "1"), ("สอง", "2"), ("รวม", "3")], ("left", "left"))
    blocks = [block for n in range(6) for block in (new_page(), gap(26 + n), made)]
    for together in (True, False):
        shown = [undivided(block) if together and block["kind"] == "table" else block for block in blocks]
        lines = official.lines(TYPESET.press("official.typ", {**view, "blocks": shown, "notes": []}, tmp_path))
        first, last = ([line.page for line in lines if line.text.startswith(row)] for row in ("หนึ่ง", "รวม"))
        assert len(first) == len(last) == 6
        assert (first == last) == together


def test_a_tables_head_has_two_rows_on_its_page(records: Records, tmp_path: Path) -> None:
    """A head with one row above a page's end was read as the whole table."""
    view = official.of("survey-report").view(official.asked(records))
    cells = [(f"แถว{letter}", "1") for letter in "กขคงจฉชซญตถทนบปพมรลวสหอ"]
    made = table((60, 40), ("ด้าน", "คน"), cells, ("left", "left"))
    blocks = [block for n in range(8) for block in (new_page(), gap(24 + n), made)]
    lines = official.lines(TYPESET.press("official.typ", {**view, "blocks": blocks, "notes": []}, tmp_path))
    pages = {row: [line.page for line in lines if line.text.startswith(row)] for row in ("ด้าน", "แถวก", "แถวข")}
    assert len(pages["แถวก"]) == 8
    assert pages["แถวก"] == pages["แถวข"]
    assert set(pages["แถวก"]) < set(pages["ด้าน"]), "a table goes on over a page, and its head is there once more"
