"""The page on how a result was counted, its rows without names, and the script that counts them anew."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings

from generator.disclosure import OpenTable, PublicCount, PublicFile, Row
from generator.disclosure.counted import rows
from generator.model import TallyRules
from generator.pieces.paper import open_data
from generator.pieces.web import counting
from generator.press.data import DATA
from generator.tally.counting import count
from tests.support.hard_rounds import hard_rounds
from tests.support.publications import FILES, make_project, make_publication, make_site, pages
from tests.support.rounds import make_programme, make_round, make_winner
from tests.support.web import said

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from generator.disclosure import Publication
    from generator.model import Programme, Selection

SCRIPT = Path(__file__).parents[3] / "overrides/assets/recount.js"
NODE = shutil.which("node")
FIGURES = (
    ("88.6", "85.21", 2, 3),
    ("94.25", "91.62", 0, 1),
    ("81.33", "79.03", 0, 5),
    ("90", "85.21", 1, 2),
    ("80.02", "80.01", 0, 4),
)
"""Percent, total, order among equal totals and place."""
FILE = PublicFile(
    "files/2566/count.csv", "", 2566, "open_data", "1 กิโลไบต์", None, called=open_data.COUNT_CALLED, suffix=".csv"
)


def _rows() -> tuple[Row, ...]:
    return tuple(
        Row(Decimal(percent), Decimal(total) - Decimal(percent) / 4, Decimal(total), order, place)
        for percent, total, order, place in FIGURES
    )


def _publication(**changes: Any) -> Publication:
    plan = make_programme(tally=TallyRules(open_table=True, gate=Decimal(80)), ties=("ประชาชน", "ร่วม"))
    found = PublicCount(5, 6, 3, 388, (("w1", "ประชาชน"),), (OpenTable(plan.categories[0], _rows()),))
    people = tuple(replace(make_winner(number), total=Decimal("91.62")) for number in range(2))
    award_round = make_round(people, programme=plan, count=replace(found, **changes))
    return make_publication(award_round, files=(*FILES, FILE))


def _csv(publication: Publication) -> str:
    sheets = {sheet.path: sheet for sheet in open_data.PIECE.lay_out(publication)}
    return DATA.press("", sheets["papers/2566/count.csv"].view, Path()).decode("utf-8-sig")


def _recounted(code: str, value: object) -> Any:
    """Return what an expression of the page's script comes to for a value `given`."""
    read = "const given = JSON.parse(require('fs').readFileSync(0, 'utf8'))"
    told = f"{read};\nprocess.stdout.write(JSON.stringify({code}))"
    ran = subprocess.run(
        (str(NODE), "-e", f"{SCRIPT.read_text(encoding='utf-8')}\n{told}"),
        input=json.dumps(value),
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(ran.stdout)


def test_the_page_says_how_the_result_was_counted(tmp_path: Path) -> None:
    """Formula, weights, who took part, the rules in words, and the winners' own figures."""
    made = pages(_publication(), tmp_path)
    text = said(made["2566/counting.md"])
    for each in ("5 จาก 6 คน", "388 คน", "3 ครั้ง", "× 25 ÷ 100", "ร้อยละ 80", "91.62", "94.25", "ปิยะนุช"):
        assert each in text
    assert 'script: "assets/recount.js"' in text
    assert 'href="../files/2566/count.csv" download' in text
    assert "counting.html" in made["2566/results.md"].decode()


def test_without_rows_there_is_no_script_and_no_table(tmp_path: Path) -> None:
    """Most offices publish none; their page asks for nothing more."""
    publication = _publication(tables=())
    text = pages(publication, tmp_path)["2566/counting.md"].decode()
    assert "recount" not in text
    assert "papers/2566/count.csv" not in {sheet.path for sheet in open_data.PIECE.lay_out(publication)}


def test_there_is_no_page_where_no_count_was_kept(tmp_path: Path) -> None:
    """Older rounds were counted by hand."""
    made = pages(make_publication(make_round(2)), tmp_path)
    assert "2566/counting.md" not in made
    assert "counting.html" not in made["2566/results.md"].decode()


def test_numbers_that_may_not_be_known_are_not_said(tmp_path: Path) -> None:
    """Too few replies, and nobody recused."""
    text = pages(_publication(replies=None, recusals=0), tmp_path)["2566/counting.md"].decode()
    assert "ประชาชนที่ตอบแบบประเมิน" not in text
    assert "กรรมการงดให้คะแนน" not in text


def test_a_stranger_with_a_pocket_calculator_gets_the_same_places() -> None:
    """By the steps that stand on the page, from the file alone: times, divided by a hundred, plus."""
    lines = list(csv.DictReader(io.StringIO(_csv(_publication()))))
    assert len(lines) == len(FIGURES)
    sums = []
    for line in lines:
        heard = Decimal(line["ร้อยละความพึงพอใจ"]) * Decimal(line["น้ำหนักความพึงพอใจ"]) / 100
        total = Decimal(line["คะแนนส่วนของกรรมการ"]) + heard
        assert total == Decimal(line["คะแนนรวม"])
        sums.append((-total, line["ลำดับเมื่อคะแนนรวมเท่ากัน"], line["อันดับ"]))
    assert [place for _, _, place in sorted(sums)] == ["1", "2", "3", "4", "5"]


def _counted(made: tuple[Programme, Selection]) -> list[tuple[Programme, list[Any], list[Row]]]:
    programme, selection = made
    found = count(programme, selection)
    every = [
        [line for line in found.lines if line.nominee.category == category and line.place]
        for category in programme.categories
    ]
    return [(programme, lines, rows(programme, lines)) for lines in every if lines]


@settings(max_examples=300, deadline=None)
@given(hard_rounds())
def test_rows_add_up_to_the_printed_totals_and_places_of_the_count(made: tuple[Programme, Selection]) -> None:
    """Whoever rounds half up comes to what was announced, in every round and at every edge."""
    for programme, lines, table in _counted(made):
        assert len(table) == len(lines)
        for line, row in zip(lines, table, strict=True):
            heard = 0 if row.percent is None else row.percent * programme.citizens_weight / 100
            assert row.committee + heard == row.total
            assert row.total.quantize(Decimal("0.01"), ROUND_HALF_UP) == line.printed
            better = sum((each.total, -each.order) > (row.total, -row.order) for each in table)
            assert 1 + better == line.place == row.place


@settings(max_examples=300, deadline=None)
@given(hard_rounds())
def test_what_the_page_shows_adds_up_to_the_printed_totals(made: tuple[Programme, Selection]) -> None:
    """With two decimals for the committee's part, too: a reader with a calculator rounds half up and is right."""
    for programme, lines, table in _counted(made):
        for line, row in zip(lines, table, strict=True):
            heard = 0 if row.percent is None else row.percent * programme.citizens_weight / 100
            shown = Decimal(counting.points(row)) + heard
            assert shown.quantize(Decimal("0.01"), ROUND_HALF_UP) == line.printed


@pytest.mark.skipif(NODE is None, reason="Node.js is not installed")
def test_the_script_comes_to_the_places_of_the_count() -> None:
    """Three hundred random rounds, in whole numbers of the last decimal."""
    tables: list[list[dict[str, str]]] = []

    @settings(max_examples=300, deadline=None, database=None)
    @given(hard_rounds())
    def collect(made: tuple[Programme, Selection]) -> None:
        keys = ("committee", "percent", "weight", "total", "order", "place")
        for programme, _, table in _counted(made):
            weight = str(programme.citizens_weight)
            tables.append([dict(zip(keys, open_data.digits(row, weight), strict=True)) for row in table])

    collect()
    assert len(tables) > 100
    wanted = [[int(row["place"]) for row in table] for table in tables]
    assert _recounted("given.map(table => tonbaepRecount.recount(table))", tables) == wanted


@pytest.mark.skipif(NODE is None, reason="Node.js is not installed")
def test_the_script_reads_the_file_and_refuses_another() -> None:
    """As it was downloaded, and as a spreadsheet saves it again; a file of something else is no file of rows."""
    text = _csv(_publication())
    ours = "(rows => rows && tonbaepRecount.recount(rows))(tonbaepRecount.read(given))"
    wanted = [place for *_, place in FIGURES]
    assert _recounted(ours, text) == wanted
    assert _recounted(ours, "\ufeff" + text.replace("\r\n", "\n").replace("2566,", '"2566",')) == wanted
    assert _recounted(ours, "ก,ข\n1,2\n") is None
    assert _recounted(ours, "") is None
    assert _recounted(ours, text.replace("68.0575", "=1+1")) is None
    assert _recounted(ours, text.replace("68.0575", "68.05755555555555555")) is None
    assert _recounted(ours, text.replace("94.25", "9.25")) == [2, 5, 4, 1, 3]


def test_cells_of_the_file_are_no_formulas() -> None:
    """A category may be called by any words."""
    publication = _publication()
    table = OpenTable(replace(publication.newest.programme.categories[0], name="=1+1"), _rows())
    changed = replace(publication.newest, count=replace(publication.newest.count, tables=(table,)))  # type: ignore[type-var]
    text = _csv(replace(publication, rounds=(changed,)))
    assert ",'=1+1," in text


def test_a_reader_counts_anew_from_a_disk(browser: Browser, tmp_path: Path) -> None:
    """In the page and from the file that was downloaded, without a server and without an error."""
    publication = _publication()
    site = make_site(make_project(tmp_path / "project"), publication)
    file = tmp_path / "count.csv"
    file.write_text(_csv(publication), encoding="utf-8-sig")
    page = browser.new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text))
    page.on("pageerror", lambda fault: wrong.append(str(fault)))
    page.goto((site / "2566/counting.html").as_uri())
    page.click("[data-recount-now]")
    assert page.text_content("[data-recount-said]") == "นับใหม่แล้ว ได้อันดับเหมือนกันทั้ง 5 แถว"
    assert page.locator(".tb-rows__new").all_text_contents() == ["✓ 3", "✓ 1", "✓ 5", "✓ 2", "✓ 4"]
    page.locator("[data-recount-said]").evaluate("said => { said.textContent = '' }")
    page.set_input_files("[data-recount-file]", file)
    page.get_by_text("นับใหม่แล้ว ได้อันดับเหมือนกันทั้ง 5 แถว").wait_for()
    file.write_text(_csv(publication).replace("94.25", "9.25"), encoding="utf-8-sig")
    page.set_input_files("[data-recount-file]", file)
    page.get_by_text("นับใหม่แล้ว มี 5 แถวที่ไม่เหมือน").wait_for()
    assert wrong == []
    page.close()
