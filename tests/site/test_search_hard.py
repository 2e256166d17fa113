"""What people really type: misspelled, on the wrong keyboard, in other words, with a title before the name.

The table was written in three goes, each time before the search knew any of its rows. Each row says what was typed,
which pages are right, and among how many of the first results one of them has to be.
"""

from __future__ import annotations

import csv
import json
import subprocess
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from tests.support import machine

if TYPE_CHECKING:
    from collections.abc import Callable

MISSED = ("Trang",)
"""A place in Latin letters of which the pages have no Latin name, and which is nobody's name."""

TABLE = Path(__file__).with_name("hard_searches.tsv")
ENGINE = Path(__file__).parents[2] / "overrides/assets/search/search.js"
ASKED = """
const fs = require("fs"), vm = require("vm"), given = JSON.parse(fs.readFileSync(0, "utf8"));
global.self = global;
for (const file of given.files) vm.runInThisContext(fs.readFileSync(file, "utf8"));
if (given.listed) self.tonbaepPages = given.listed;
let items;
const answered = message => { if (message.type === 3) items = message.data.items; };
const take = self.tonbaepSearch(answered, (part, done) => done(self.tonbaepPages, self.tonbaepOlder));
console.log(JSON.stringify(given.typed.map(words => {
  take({ type: 2, data: words });
  return items.map(each => each[0]);
})));
"""
"""Asks the search what it finds, without a browser: it is given an index, or pages that are listed."""

Answers = list[list[dict[str, Any]]]


class Row(NamedTuple):
    """One search of the table."""

    kind: str
    typed: str
    right: tuple[str, ...]
    within: int


def _rows() -> list[Row]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        read = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Row(each["kind"], each["typed"], tuple(each["right"].split()), int(each["within"])) for each in read]


def _ask(typed: list[str], *files: Path, listed: object = None) -> Answers:
    given = {"files": [str(file) for file in (ENGINE, *files)], "typed": typed, "listed": listed}
    run = subprocess.run(
        (machine.need("node"), "-e", ASKED), input=json.dumps(given), capture_output=True, text=True, check=True
    )
    answers: Answers = json.loads(run.stdout)
    return answers


@pytest.fixture(scope="module")
def finding() -> Callable[..., list[str]]:
    """Return a function that tells which of some listed pages are found, best first."""

    def find(typed: str, *listed: list[object]) -> list[str]:
        return [each["location"] for each in _ask([typed], listed=listed)[0]]

    return find


def test_the_table_has_every_kind() -> None:
    """Seventy searches of one kind would say nothing of the others."""
    rows = _rows()
    assert len(rows) >= 74
    assert len({row.typed for row in rows}) == len(rows)
    assert min(Counter(row.kind for row in rows).values()) >= 10
    assert len({row.kind for row in rows}) == 7


def test_what_people_really_type_finds_the_right_page_first(built: Path) -> None:
    """Most searches of a public office's site are of these kinds, and whoever finds nothing rings or gives up."""
    rows = _rows()
    answers = _ask([row.typed for row in rows], built / "site/search/pages.js")
    wrong = [
        (row.kind, row.typed, [each["location"] for each in answer[:3]])
        for row, answer in zip(rows, answers, strict=True)
        if not {each["location"] for each in answer[: row.within]} & set(row.right)
    ]
    assert [typed for _, typed, _ in wrong] == list(MISSED), wrong


WINNER = ["2566/winner-malee.html", "นางมาลี ใจงาม", ["นางมาลี ใจงาม"], "นางมาลี ใจงาม พยาบาล"]
OTHER = ["about.html", "เกี่ยวกับโครงการ", ["เกี่ยวกับโครงการ"], "ประกาศ ยายมา รางวัล"]


def test_another_keyboard_is_thought_of_only_where_nothing_was_found(finding: Callable[..., list[str]]) -> None:
    """Who types a word that stands there means that word."""
    assert finding(",k]u", WINNER, ["p.html", "ก", [], ",k]u"]) == ["p.html"]
    assert finding(",k]u", WINNER, OTHER) == ["2566/winner-malee.html"]
    assert finding("ทฟสำำ", OTHER, WINNER) == ["2566/winner-malee.html"]


def test_a_title_is_left_out_only_where_somebody_is_called_so(finding: Callable[..., list[str]]) -> None:
    """Words that begin as titles do (ยาย, ตา, นาง) are words of their own elsewhere."""
    assert finding("ป้ามาลี", WINNER, OTHER) == ["2566/winner-malee.html"]
    assert finding("คุณพี่มาลี", WINNER, OTHER) == ["2566/winner-malee.html"]
    assert finding("ยายมา", WINNER, OTHER)[:1] == ["2566/winner-malee.html"]
    assert finding("ป้าประกาศ", WINNER, OTHER) == []


def test_what_is_written_right_comes_before_what_sounds_the_same(finding: Callable[..., list[str]]) -> None:
    """Two people may be called the same to the ear."""
    same = ["2566/winner-mari.html", "นางมารี ใจงาม", [], "นางมารี ใจงาม"]
    assert finding("มาลี", same, WINNER) == ["2566/winner-malee.html", "2566/winner-mari.html"]
    assert finding("มารี", same, WINNER) == ["2566/winner-mari.html", "2566/winner-malee.html"]


def test_another_word_for_the_same_comes_after_the_word_itself(finding: Callable[..., list[str]]) -> None:
    """The list of equal words must not hide what somebody typed."""
    typed = ["a.html", "เบอร์โทร", [], "เบอร์โทร"]
    said = ["b.html", "ติดต่อ", [], "ติดต่อ"]
    assert finding("เบอร์โทร", said, typed) == ["a.html", "b.html"]


def test_hidden_words_find_a_page_and_are_not_shown(finding: Callable[..., list[str]]) -> None:
    """An id is how colleagues name a file; on the page it would only puzzle."""
    assert finding("malee", OTHER, WINNER) == ["2566/winner-malee.html"]
    (answer,) = _ask(["malee"], listed=[WINNER])
    assert "malee" not in answer[0]["title"] + answer[0]["text"]


def test_what_sounds_the_same_is_marked_where_it_stands(finding: Callable[..., list[str]]) -> None:
    """Without a mark nobody sees why a page was found."""
    (answer,) = _ask(["พยาบาร"], listed=[WINNER])
    assert "<mark>พยาบาล</mark>" in answer[0]["text"]


def test_the_other_keyboard_is_cut_into_words_as_well(finding: Callable[..., list[str]]) -> None:
    """Two words typed as one stand on no page side by side, with whichever layout they were typed."""
    page = ["a.html", "หน้าแรก", [], "ถนนชำรุดและไฟดับ"]
    assert finding("ไฟดับถนนชำรุด", page) == ["a.html"]
    assert finding("wafy[5oo=ei6f", page) == ["a.html"]


def test_letters_that_are_silent_may_be_sounded(finding: Callable[..., list[str]]) -> None:
    """Who writes a name by ear writes all that is heard, with whichever letters."""
    page = ["2566/winner-a.html", "นายพงษ์ศักดิ์ ใจบุญ", [], "นายพงษ์ศักดิ์ ใจบุญ"]
    other = ["2566/winner-b.html", "นางสุวรรณา ใจบุญ", [], "นางสุวรรณา ใจบุญ"]
    assert finding("พงสัก", page, other) == ["2566/winner-a.html"]
    assert finding("พงษะสัก", page, other) == ["2566/winner-a.html"]
    assert finding("สุวันนา", page, other) == ["2566/winner-b.html"]


def test_a_name_in_latin_letters_finds_who_is_called_so(finding: Callable[..., list[str]]) -> None:
    """There are many ways to write a Thai name in Latin letters, and they differ most in the vowels."""
    page = ["2566/winner-w9.html", "นางสุกัญญา วารณี", [], "นางสุกัญญา วารณี"]
    for typed in ("sukanya", "sookanyaa", "Waranee", "sukanya waranee", "suganya"):
        assert finding(typed, page, WINNER) == ["2566/winner-w9.html"], typed
    for typed in ("zebra", "wo", "suk tak"):
        assert finding(typed, page, WINNER) == [], typed


def test_the_first_of_some_days_is_a_day(finding: Callable[..., list[str]]) -> None:
    """A calendar says 8–12 มิถุนายน, and someone asks what is on the eighth."""
    page = ["a.html", "หน้าแรก", [], "เปิดรับ 8–12 มิถุนายน 2567 ทุกวัน"]
    for typed in ("8 มิถุนายน 2567", "8/6/67", "๘ มิ.ย. ๒๕๖๗", "12 มิถุนายน", "8 มิถุนายน"):
        assert finding(typed, page, OTHER) == ["a.html"], typed


def test_a_post_before_a_name_is_left_out(finding: Callable[..., list[str]]) -> None:
    """Colleagues are called by what they are."""
    for typed in ("หัวหน้ามาลี", "ผอ.มาลี", "พยาบาลมาลี", "แบมาลี"):
        assert finding(typed, WINNER, OTHER)[:1] == ["2566/winner-malee.html"], typed


def test_english_words_and_short_ones_find_what_they_stand_for(finding: Callable[..., list[str]]) -> None:
    """An office's own abbreviations stand on its board, not on its pages."""
    pages = [
        ["a.html", "ก", [], "จดหมายข่าวฉบับใหม่"],
        ["b.html", "ข", [], "ศูนย์พัฒนาเด็กเล็กเปิดเทอม"],
        ["c.html", "ค", [], "เปรียบเทียบผลรายปี"],
    ]
    assert finding("newsletter", *pages) == ["a.html"]
    assert finding("ศูนย์เด็กเล็ก", *pages) == ["b.html"]
    assert finding("แนวโน้ม", *pages) == ["c.html"]
