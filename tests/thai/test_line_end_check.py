"""The judges of finished paper are judged: each planted fault must be found, and clean pages must pass."""

from __future__ import annotations

import json
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
import typst

from tests.support.gold_set import CANNOT_BEGIN, MalformedError, items, read
from tests.support.line_ends import bad_ends, judged, lines, off_the_page, overlapping

if TYPE_CHECKING:
    from tests.support.gold_set import Item

FONTS: Final = Path(__file__).resolve().parents[2] / "generator" / "fonts"

PAGE: Final = """
#set page(width: 150mm, height: 200mm, margin: 10mm)
#set text(lang: "th", font: "Tonbaep Text", size: 14pt, top-edge: 0.8em, bottom-edge: -0.3em)
#set par(leading: 0pt)
"""

LINE_BY_LINE: Final = "#for line in json(bytes(sys.inputs.lines)) { block(spacing: 4pt, box(width: 400mm, line)) }"
"""Boxes wider than any line: where a line ends is said by the test and by nobody else."""

TITLE: Final = "title\tผล|การคัดเลือก|และ|คะแนน|ของ|ทุก|คน|ใน|ปี|นี้"

ASKING: Final = "title\tได้รับ|บริการ|อย่างไร บอก|เรา|ได้"

COLUMN: Final = 400
"""Points that a title has: more than any of these lines is wide."""

PLANTED: Final = (
    ("prose\tขอ|เชิญ|ทุก|บ้าน|มา|รับ|บริการ|น้ำดื่ม", ("ขอเชิญทุกบ้านมารับบริก", "ารน้ำดื่ม"), "torn from its own"),
    ("prose\tขอ|เชิญ|ทุก|บ้าน|มา|รับ|บริการ|น้ำดื่ม", ("ขอเชิญทุกบ้านมารับบริการน้ำ", "ดื่ม"), "inside a word"),
    ("prose\tพูด|กับ|ยาย|ช้า_ๆ ทุก|ครั้ง", ("พูดกับยายช้า", "ๆ ทุกครั้ง"), "torn from its own"),
    ("prose\tคน|เขียน|ว่า “ขอบคุณ|มาก”", ("คนเขียนว่า “", "ขอบคุณมาก”"), "torn from its own"),
    ("prose\tคน|เขียน|ว่า “ขอบคุณ|มาก”", ("คนเขียนว่า “ขอบคุณมาก", "”"), "torn from its own"),
    ("prose\tมอบ|แก่|{นายก่ำ_น้ำใจ}|วัน|นี้", ("มอบแก่นายก่ำ", "น้ำใจวันนี้"), "inside a name"),
    ("prose\tชาวบ้าน|{บ้านเขาช้ำ}|มา|แล้ว", ("ชาวบ้านบ้าน", "เขาช้ำมาแล้ว"), "inside a name"),
    ("prose\tเสร็จ|ภายใน 15_นาที ทุก|ราย", ("เสร็จภายใน 15", "นาที ทุกราย"), "holds two things together"),
    ("prose\tตาม|ข้อ_3 ของ|ประกาศ", ("ตามข้อ", "3 ของประกาศ"), "holds two things together"),
    ("list\t๑._รับ|บัตร|คิว", ("๑.", "รับบัตรคิว"), "holds two things together"),
    (ASKING, ("ได้รับบริการ", "อย่างไร บอกเราได้"), "a phrase is cut"),
    ("title\tเลือก|รองประธาน|สภา วันพฤหัสบดี|นี้", ("เลือกรองประธานสภา วัน", "พฤหัสบดีนี้"), "inside a word"),
    ("title\tงบ|รวม|ทุก|โครงการ 9_ล้าน|บาท", ("งบรวมทุก", "โครงการ 9 ล้านบาท"), "a phrase is cut"),
    (TITLE, ("ผลการคัดเลือกและ", "คะแนนของทุกคนในปีนี้"), "the connective และ"),
    (TITLE, ("ผลการคัดเลือกและคะแนนของทุกคนในปี", "นี้"), "the single word นี้"),
)


@cache
def _fonts() -> typst.Fonts:
    folders = sorted({font.parent for font in FONTS.glob("*/*.ttf")})
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


def _press(body: str, rows: tuple[str, ...] = ()) -> bytes:
    inputs = {"lines": json.dumps(rows)}
    return typst.compile((PAGE + body).encode(), format="pdf", sys_inputs=inputs, font_paths=_fonts())


def _marked(line: str) -> Item:
    return read("planted.txt", 1, line)


def _rows(item: Item, ends: list[int]) -> tuple[str, ...]:
    """Return an item's text as lines that end at the given places."""
    places = [place for place, letter in enumerate(item.text) if letter != " "]
    cuts = [0, *(places[end] for end in ends), len(item.text)]
    return tuple(item.text[start:stop].strip() for start, stop in pairwise(cuts))


def _spread(permitted: list[int], apart: int) -> list[int]:
    """Return ends that are at least `apart` letters from each other, so that no line is empty."""
    chosen = [0]
    for end in permitted:
        if end - chosen[-1] >= apart:
            chosen.append(end)
    return chosen[1:]


def test_there_is_something_to_hold_a_cutter_against() -> None:
    """A judge with no texts finds no fault."""
    assert len(items()) >= 170
    assert {item.kind for item in items()} == {"title", "prose", "list"}
    assert all(item.rather_not <= item.may_end for item in items())
    assert len({item.text for item in items()}) == len(items())


def test_an_item_counts_its_ends_in_letters() -> None:
    """White space is left out, since no two PDF readers agree on it."""
    item = _marked("prose\t{นายก่ำ_ดี}|มา ใน|องค์การ¦ใหม่ 15_นาที")
    assert item.text == "นายก่ำ ดีมา ในองค์การใหม่ 15 นาที"
    assert item.names == ("นายก่ำ ดี",)
    assert sorted(item.may_end) == [8, 10, 12, 19, 23]
    assert item.rather_not == {19}


@pytest.mark.parametrize(
    "line",
    [
        "prose ไม่มีแท็บ",
        "poem\tกลอน|สี่",
        "prose\t|นำ|หน้า",
        "prose\tปิด|ท้าย|",
        "prose\tคำ| คำ",
        "prose\tคำ||คำ",
        "prose\tคำ {นายก่ำ",
        "prose\tคำ} นายก่ำ",
        "prose\tคำ {นาย|ก่ำ}",
        "prose\tคำ {นาย ก่ำ}",
        "prose\tก|ำ",
        "prose\tน|้ำ",
        "prose\tกล|ะ",
        "prose\tเ|ขา",
        "prose\tต่าง ๆ",
        "prose\tต่าง|ๆ",
        "prose\tผัก ฯลฯ",
        "prose\t“|คำ”",
        "prose\t“คำ|”",
        "prose\tปี 2|566",
        "prose\t",
    ],
)
def test_a_slip_of_the_hand_is_told_with_its_place(line: str) -> None:
    """A mark in the wrong place would teach a line breaker a fault."""
    with pytest.raises(MalformedError, match=r"^slip\.txt:7: "):
        read("slip.txt", 7, line)


@pytest.mark.parametrize(("marked", "rows", "said"), PLANTED, ids=[said for *_, said in PLANTED])
def test_a_planted_end_is_found_and_said(marked: str, rows: tuple[str, ...], said: str) -> None:
    """If the check misses a planted fault, it will miss a real one."""
    found = bad_ends((_marked(marked),), lines(_press(LINE_BY_LINE, rows)), column=COLUMN)
    assert len(found) == 1
    assert said in found[0]


@pytest.mark.parametrize(("marked", "rows"), [(marked, rows) for marked, rows, _ in PLANTED[:-2]])
def test_the_same_text_on_one_line_is_clean(marked: str, rows: tuple[str, ...]) -> None:
    """The fault is the end, not the text."""
    item = _marked(marked)
    assert squeezed(item.text) == squeezed("".join(rows))
    assert bad_ends((item,), lines(_press(LINE_BY_LINE, (item.text,)))) == []


def squeezed(text: str) -> str:
    """Return a text without white space."""
    return "".join(text.split())


def test_a_title_is_forgiven_what_it_cannot_help() -> None:
    """A connective at the end and a leftover are faults only if the same number of lines is possible without them."""
    paper = lines(_press(LINE_BY_LINE, ("ผลการคัดเลือก", "และคะแนนของทุกคน", "ในปีนี้")))
    assert bad_ends((_marked(TITLE),), paper) == []
    forced = _marked("title\tคัดเลือกบุคลากร|และ|ประเมินผลคะแนน")
    paper = lines(_press(LINE_BY_LINE, ("คัดเลือกบุคลากรและ", "ประเมินผลคะแนน")))
    assert "the connective และ" in bad_ends((forced,), paper, column=COLUMN)[0]
    assert bad_ends((forced,), paper) == []


def test_a_short_word_is_no_leftover_in_a_column_that_it_nearly_fills() -> None:
    """One word above two is less even than two above one; beside a long line the word alone is a leftover."""
    shop, paper = _marked("title\tหน้า|ร้านค้า|ชุมชน"), lines(_press(LINE_BY_LINE, ("หน้าร้านค้า", "ชุมชน")))
    assert bad_ends((shop,), paper, column=80) == []
    assert "the single word ชุมชน" in bad_ends((shop,), paper, column=COLUMN)[0]


@pytest.mark.parametrize(
    ("marked", "rows", "column"),
    [
        (ASKING, ("ได้รับบริการอย่างไร", "บอกเราได้"), COLUMN),
        (ASKING, ("ได้รับบริการ", "อย่างไร บอกเราได้"), 96),
        ("title\tฟรี ตรวจ|สุขภาพ|ผู้สูงอายุ|ทุก|หมู่บ้าน", ("ฟรี ตรวจสุขภาพ", "ผู้สูงอายุทุกหมู่บ้าน"), COLUMN),
        ("title\tคน|ดี|ของ|เรา|และ ที่|มา|ของ|รางวัล", ("คนดีของเราและ ที่มา", "ของรางวัล"), COLUMN),
        ("prose\tได้รับ|บริการ|อย่างไร บอก|เรา|ได้", ("ได้รับบริการ", "อย่างไร บอกเราได้"), COLUMN),
    ],
    ids=["at the space", "no room for it", "too uneven", "a connective would end the line", "no title"],
)
def test_a_phrase_is_cut_where_no_space_divides_as_well(marked: str, rows: tuple[str, ...], column: float) -> None:
    """A reader reads phrases; but one word above a whole line is no better, nor is a line that hangs in the air."""
    assert bad_ends((_marked(marked),), lines(_press(LINE_BY_LINE, rows)), column=column) == []


def test_the_judge_counts_what_it_looked_at() -> None:
    """A rate of faults is one of ends that were seen, and a title on two lines is one end."""
    paper = lines(_press(LINE_BY_LINE, ("ได้รับบริการอย่างไร", "บอกเราได้", "ขอเชิญทุกบ้าน", "มารับ", "บริการน้ำดื่ม")))
    texts = _marked(ASKING), _marked("prose\tขอ|เชิญ|ทุก|บ้าน|มา|รับ|บริการ|น้ำดื่ม")
    assert judged(texts, paper, COLUMN) == (3, 1, [])


def test_every_text_of_the_set_passes_at_its_own_ends_and_fails_at_any_other() -> None:
    """Whatever a text contains, neither reading it from paper nor counting its letters shifts an end by one."""
    every = [squeezed(item.text) for item in items()]
    held = [item for item in items() if item.kind != "title" and _within(squeezed(item.text), every) == 1]
    assert len(held) > 200
    good = {item: _spread(sorted(item.may_end), 9) for item in held}
    paper = lines(_press(LINE_BY_LINE, tuple(row for item in held for row in _rows(item, good[item]))))
    assert bad_ends(held, paper) == []
    wrong = {item: _torn(item) for item in held}
    paper = lines(_press(LINE_BY_LINE, tuple(row for item in held for row in _rows(item, wrong[item]))))
    assert [item.place for item in held if len(bad_ends((item,), paper)) != len(wrong[item])] == []


def _within(text: str, texts: list[str]) -> int:
    """Return how many of some texts contain a text: if two do, it would be found twice on paper."""
    return sum(text in other for other in texts)


def _torn(item: Item) -> list[int]:
    """Return ends that no line of an item may have, except those that no shaper can set: a mark alone."""
    letters = squeezed(item.text)
    wrong = [end for end in range(1, len(letters)) if end not in item.may_end and letters[end] not in CANNOT_BEGIN]
    return _spread(wrong, 7)


def test_a_text_that_is_not_there_is_told() -> None:
    """If the check does not find a text, it must not call its ends good."""
    assert "not on the paper" in bad_ends((_marked("prose\tคำ|นี้"),), lines(_press(LINE_BY_LINE, ("คำอื่น",))))[0]


def test_lines_are_told_by_their_place() -> None:
    """Faces, sizes, raised and rotated letters, columns and stacked marks occur on paper in every combination."""
    body = """
    #text(30pt)[ญี่ปุ่น #text(9pt)[ปั๊ม] *ก่ำ*] \\
    ที่#super[๑]ฐู \\
    #columns(2, gutter: 12mm)[ซ้าย \\ ล่าง #colbreak() ขวา]
    #place(dx: 40mm, dy: 30mm, rotate(90deg)[หมุน ป้ำ])
    #place(dx: 500mm, dy: 0mm)[นอกหน้า]
    #pagebreak()
    น้ำ
    """
    found = lines(_press(body))
    assert [line.text for line in found] == [
        "ญี่ปุ่น ปั๊ม ก่ำ", "ที่๑ฐู", "ซ้าย", "ล่าง", "ขวา", "หมุน ป้ำ", "นอกหน้า", "น้ำ",
    ]  # fmt: skip
    assert [line.page for line in found] == [1] * 7 + [2]
    assert (found[0].size, found[1].size) == (30, 14)
    assert found[-1].face == "Tonbaep Text 400"


@pytest.mark.parametrize(
    ("body", "mm"),
    [
        ("#place(dx: 120mm)[เกินขอบขวา]", "mm outside"),
        ("#place(dx: -8mm)[ชิดขอบซ้าย]", "2.0 mm outside"),
        ("#place(dx: 300mm)[นอกหน้ากระดาษ]", "mm outside"),
        ("#place(dy: 184mm)[ตกขอบล่าง]", "mm outside"),
        ("#place(top, dy: -9mm)[ล้นขอบบน]", "mm outside"),
    ],
)
def test_what_leaves_the_paper_is_found(body: str, mm: str) -> None:
    """A printer that leaves an edge white cuts a name in two; what is wholly outside is not printed at all."""
    pdf = _press(f"ในหน้า {body}")
    if "300mm" not in body:
        assert [word for word in off_the_page(pdf, 0) if "ในหน้า" in word] == []
    found = off_the_page(pdf, 4)
    assert len(found) == 1
    assert mm in found[0]


@pytest.mark.parametrize("dy", ["0mm", "-2mm", "3mm"])
def test_text_upon_text_is_found(dy: str) -> None:
    """Two lines in one place can be read by nobody."""
    found = overlapping(_press(f"รายชื่อผู้ได้รับรางวัล #place(top + left, dx: 5mm, dy: {dy})[ประจำปีนี้]"))
    assert len(found) == 1
    assert "ประจำปีนี้" in found[0]


def test_a_clean_page_is_called_clean() -> None:
    """Stacked marks above and below and adjacent columns are near but do not overlap; lines set too tight do."""
    text = "ญี่ปุ่น ศักดิ์สิทธิ์ ฎุ ฐู ปั๊ม ป้ำ ฤๅ ฟุ่มเฟือย กตัญญู ใต้ไม้ใหญ่ " * 8
    body = f"#set text(11pt)\n{text}\n#columns(3, gutter: 4mm)[{text * 3}]"
    pdf = _press(f"#set par(leading: 0.3em)\n{body}")
    assert off_the_page(pdf, 4) == []
    assert overlapping(pdf) == []
    assert overlapping(_press(f"#set par(leading: 0em)\n{body}"))
