"""The site in front of all offices: what may be public of each, nobody's name, and nothing that somebody else wrote."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import zipfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from generator.batch import run, task
from generator.batch.ledger import NOWHERE
from generator.batch.province import entries, making, tables, views
from generator.disk.swap import Workshop
from generator.era import BANGKOK
from generator.problems import ProblemsFound
from generator.reading.province import NAME
from tests.support import batches, provinces
from tests.support.web import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from generator.batch.ledger import Entry

NOON = datetime(2023, 5, 15, 12, tzinfo=BANGKOK)
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
FORMULA = '=HYPERLINK("http://bad.example","x")'


def make(folder: Path, ledger: dict[str, Entry], moment: datetime = NOON) -> Path:
    """Make the site of a ledger and return its folder."""
    workshop = Workshop(folder)
    with workshop.locked(lambda: None):
        site = making.make(workshop, ledger, moment)
    assert site is not None
    return site


def pages(site: Path) -> dict[str, str]:
    """Return the pages of a site."""
    found = {file.name: file.read_text(encoding="utf-8") for file in site.glob("*.html")}
    assert len(found) > 3
    return found


def table(site: Path, name: str) -> list[list[str]]:
    """Return the rows of a table as a spreadsheet's program reads them."""
    text = (site / tables.path(name)).read_text(encoding="utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))[1:]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of forty offices, one of which failed this time and one of which has never been built."""
    folder = tmp_path_factory.mktemp("province")
    ledger = provinces.ledger(folder, 40)
    ledger["office-3"]["state"] = task.FAILED
    shutil.rmtree(folder / "office-4/build")
    ledger["office-4"]["state"] = task.RECORDS
    return make(folder, ledger)


def known(told: dict[str, Any], folder: Path, moment: datetime = NOON, state: str = task.DONE) -> entries.Office:
    """Return an office that published this, as it may be known at a moment."""
    (office,) = entries.offices({"a": provinces.entry(provinces.write(folder / "a", told), told, state)}, moment)
    return office


def test_each_office_stands_in_its_district_and_leads_to_its_own_site(whole: Path) -> None:
    """Forty offices, nine a district: whoever looks for one finds it below its district, with its result."""
    every = pages(whole)
    districts = {name: text for name, text in every.items() if name.startswith("district-")}
    assert len(districts) == 5
    for number in range(40):
        told = provinces.published(number)
        (page,) = [text for text in districts.values() if f">{told['short_name']}<" in text.replace("<h2>", ">")]
        assert f"อำเภอ{told['district']}" in page
        if number != 4:
            assert told["rounds"][0]["page"] in page
            assert f"{told['site']}/index.html" in page


def test_who_failed_stands_with_what_was_published_before_and_that_is_said(whole: Path) -> None:
    """Its site is still there; without data of its own there is the name, and no guess."""
    rows = {row[2]: row for row in table(whole, "offices")}
    names = [provinces.published(number)["name"] for number in (0, 3, 4)]
    assert [rows[name][-1] for name in names] == ["ปัจจุบัน", "ชุดก่อน", "ยังไม่มี"]
    results = {row[2] for row in table(whole, "results")}
    assert names[1] in results
    assert names[2] not in results
    read = [re.sub("<[^>]*>|\u200b", "", text) for text in pages(whole).values()]
    assert any("ข้อมูลชุดก่อน" in text and "ยังไม่มีข้อมูลที่เผยแพร่" in text for text in read)


def test_a_result_stands_there_only_from_its_second_on(tmp_path: Path) -> None:
    """The moment is the run's; what an office wrote about itself early, by a clock of its own, is not believed."""
    at = NOON + timedelta(hours=1)
    told = provinces.published(0, result_at=at.isoformat())
    for moment, results in ((NOON, 0), (at - timedelta(seconds=1), 0), (at, 1)):
        office = known(told, tmp_path, moment)
        assert (len(office.results), len(office.figures), bool(office.next_at)) == (results, results, not results)


def test_an_office_whose_host_is_away_stays_with_what_it_published(tmp_path: Path) -> None:
    """A git host or a share that does not answer for an hour takes no site down, so it takes none off this one."""
    with zipfile.ZipFile(tmp_path / "one.zip", "w") as archive:
        archive.writestr("winners/organisation.yaml", "name: อบต.หนึ่ง\n")
    asked = run.Asked(batches.listed(tmp_path / "list.csv", ["one.zip", "never.zip"]), tmp_path / "out", NOON)
    with run.opened(asked) as (kept, _, _):
        provinces.write(Path(kept.offices["one"]["project"]), provinces.published(0))
        kept.note("one", {**kept.offices["one"], "state": task.DONE})
        kept.end()
    (tmp_path / "one.zip").unlink()
    for _ in range(2):
        with run.opened(asked) as (kept, _, _):
            kept.end()
        assert [entry["state"] for entry in kept.offices.values()] == [NOWHERE, NOWHERE]
        (office,) = entries.offices(kept.offices, NOON)
        assert (office.name, office.current, len(office.results)) == (provinces.published(0)["name"], False, 1)


@pytest.mark.parametrize(("replies", "shown"), [(4, 0), (5, 1), (1, 0)])
def test_no_figure_of_fewer_than_five(tmp_path: Path, replies: int, shown: int) -> None:
    """The office's own build keeps them back; so does the province, whatever a file says."""
    told = provinces.published(0)
    told["rounds"][0]["satisfaction"][0]["replies"] = replies
    assert len(known(told, tmp_path).figures) == shown


@pytest.mark.parametrize(
    "broken",
    [
        *("", "{", "[]", '{"name": 3}', '{"rounds": 1}', "\xff", "[" * 5000),
        json.dumps(provinces.published(0, award="\ud800")),
        json.dumps(provinces.published(0, result_at="9999-12-31T23:59:59-14:00")),
    ],
    ids=["empty", "cut", "list", "other name", "other rounds", "bytes", "deep", "half a letter", "no such day"],
)
def test_what_cannot_be_understood_is_as_if_it_were_not_there(tmp_path: Path, broken: str) -> None:
    """A half file from a full disk must not stop a province."""
    told = provinces.published(0)
    project = provinces.write(tmp_path / "a", told)
    (project / "build/papers/office.json").write_text(broken, encoding="latin-1")
    (office,) = entries.offices({"a": provinces.entry(project, told)}, NOON)
    assert not office.told
    assert office.name == told["name"]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//host/x", "http://[", "x"])
def test_no_address_runs_anything(tmp_path: Path, address: str) -> None:
    """A link is followed with a finger, and a browser runs some as a program."""
    office = known(provinces.published(0, site=address, page=address), tmp_path)
    assert (office.site, office.results[0].page) == ("", "")


def test_a_name_is_neither_markup_nor_a_formula(tmp_path: Path) -> None:
    """An office calls itself what it likes; it stands on the page letter for letter, and in no cell as a formula."""
    ledger = {}
    for number, name in enumerate((HOSTILE, FORMULA, "อบต.ปกติ")):
        told = provinces.published(number, name=name, short_name=name, district=name, province="ตรัง", phone=name)
        ledger[name] = provinces.entry(provinces.write(tmp_path / f"{number}", told), told)
    site = make(tmp_path, ledger)
    every = pages(site)
    assert all("<script>alert" not in text and "<img src=x" not in text for text in every.values())
    assert any("&lt;script&gt;alert(1)" in text for text in every.values())
    for name in ("offices", "results", "satisfaction"):
        cells = [cell for row in table(site, name) for cell in row]
        assert cells
        assert [cell for cell in cells if cell.startswith(("=", "+", "@"))] == []
    assert FORMULA in {each["name"] for each in json.loads((site / tables.ALL).read_text(encoding="utf-8"))["offices"]}


def test_two_of_one_name_are_told_apart_by_their_districts(tmp_path: Path) -> None:
    """There are many นาโยง; a search that shows the same line twice helps nobody."""
    ledger = {}
    for number, district in enumerate(("รัษฎา", "กันตัง", "")):
        told = provinces.published(number, name="เทศบาลตำบลนาโยง", short_name="ทต.นาโยง", district=district)
        ledger[f"{number}"] = provinces.entry(provinces.write(tmp_path / f"{number}", told), told)
    offices = entries.offices(ledger, NOON)
    assert len({office.key for office in offices}) == 3
    found = [each for part in views.parts(views.districts(offices)).values() for each in part.found]
    assert {each.title for each in found} == {
        f"ทต.นาโยง ({place})" for place in ("อำเภอรัษฎา", "อำเภอกันตัง", "ไม่ได้บอกอำเภอ")
    }
    assert len({each.address for each in found}) == 3


def test_an_office_that_left_the_list_leaves_the_site_and_a_strangers_file_stays(tmp_path: Path) -> None:
    """Also its page, if it was the last of its district; what somebody put there by hand is nobody's to delete."""
    ledger = provinces.ledger(tmp_path, 10)
    site = make(tmp_path, ledger)
    before = {*pages(site)}
    (site / "note.txt").write_text("ของจังหวัด")
    del ledger["office-9"]
    make(tmp_path, ledger)
    after = pages(site)
    assert len(before - {*after}) == 1
    assert provinces.published(9)["name"] not in {row[2] for row in table(site, "offices")}
    assert all(provinces.published(9)["short_name"] not in text for text in after.values())
    assert (site / "note.txt").read_text() == "ของจังหวัด"


def test_nothing_is_made_again_and_what_is_made_is_the_same_to_the_byte(tmp_path: Path) -> None:
    """A second run over thousands must cost nothing; the same offices give the same bytes on any machine."""
    first = make(tmp_path, provinces.ledger(tmp_path, 12))
    stamp = (first / "index.html").stat().st_ino
    made = {file.relative_to(first): file.read_bytes() for file in first.rglob("*") if file.is_file()}
    assert (make(tmp_path, provinces.ledger(tmp_path, 12)) / "index.html").stat().st_ino == stamp
    (first / "data.html").unlink()
    again = make(tmp_path, provinces.ledger(tmp_path, 12))
    assert (again / "index.html").stat().st_ino != stamp
    assert {file.relative_to(again): file.read_bytes() for file in again.rglob("*") if file.is_file()} == made


def test_nobody_is_named_nothing_is_asked_of_another_host_and_nowhere_is_left_out(tmp_path: Path) -> None:
    """What the list names and nobody finds is on the page for the province's person, not on the public's."""
    ledger = provinces.ledger(tmp_path, 3)
    ledger["gone"] = {**provinces.entry(tmp_path / "gone", provinces.published(7)), "state": NOWHERE, "project": ""}
    site = make(tmp_path, ledger)
    assert len(table(site, "offices")) == 3
    for text in pages(site).values():
        assert "default-src 'none'" in text
        assert 'src="http' not in text


def test_a_fault_in_province_yaml_is_told_at_its_line_and_its_words_are_used(tmp_path: Path) -> None:
    """The file is optional; a slip in it is told as in any record, and the site that stands stays."""
    ledger = provinces.ledger(tmp_path, 2)
    (tmp_path / NAME).write_text(
        'name: ท้องถิ่นจังหวัดตรัง\nsite: https://trang.example\ncolours: {primary: "#7a1f5c", accent: "#1f7a3d"}\n'
    )
    home = pages(make(tmp_path, ledger))["index.html"]
    assert "ท้องถิ่นจังหวัดตรัง" in home
    assert 'href="https://trang.example/' in home
    (tmp_path / NAME).write_text("name: ท้องถิ่น\ncolour: red\n")
    with pytest.raises(ProblemsFound) as found:
        make(tmp_path, ledger)
    assert [(each.file, each.line) for each in found.value.problems if not each.warning] == [(NAME, 2)]
    assert "ท้องถิ่นจังหวัดตรัง" in pages(tmp_path / making.FOLDER)["index.html"]


@pytest.mark.parametrize("from_disk", [False, True])
@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("นาเมา", "อบต.นาเมา"),
        ("องค์การบริหารส่วนตำบลบ้านเมา", "อบต.บ้านเมา"),
        ("อบต หนองเมา", "อบต.หนองเมา"),
        ("รัษฎา", "อำเภอรัษฎา"),
    ],
)
def test_the_search_finds_an_office_and_fetches_its_district_alone(
    whole: Path, browser: Browser, typed: str, wanted: str, *, from_disk: bool
) -> None:
    """By its short name, its whole name or its district; a phone fetches the list of districts and what it needs."""
    with served(whole) as address:
        tab = browser.new_page(viewport={"width": 360, "height": 740})
        fetched: list[str] = []
        tab.on("request", lambda request: fetched.append(request.url.rpartition("/")[2]))
        tab.goto((whole / "index.html").as_uri() if from_disk else f"{address}/index.html")
        tab.click("button.tb-search-button")
        tab.fill("[data-md-component=search-query]", typed)
        first = tab.locator(".md-search-result__link h1").first
        first.filter(has_text=wanted).wait_for()
        if from_disk:  # a worker's requests are not a tab's
            assert "pages.js" in fetched
            assert len([name for name in fetched if name.startswith("pages-")]) < 5
        tab.close()


def test_while_somebody_searches_all_else_is_in_the_shade(whole: Path, browser: Browser) -> None:
    """The menu of a wide screen shone through as a white patch, and took a click that was to end the search."""
    with served(whole) as address:
        tab = browser.new_page(viewport={"width": 1280, "height": 800})
        tab.goto(f"{address}/404.html")
        tab.keyboard.press("/")
        tab.keyboard.type("นาเมา")
        tab.locator(".md-search-result__link h1").first.wait_for()
        box = tab.locator(".tb-menu a").first.bounding_box()
        assert box
        middle = [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]
        on_top = tab.evaluate("([x, y]) => document.elementFromPoint(x, y).className", middle)
        assert on_top == "md-search__overlay"
        tab.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_every_page_can_be_read_by_everybody(whole: Path, browser: Browser, width: int, scheme: Any) -> None:
    """Contrast, names and order of headings, by axe; nothing reaches over a phone's edge."""
    district = min(file.name for file in whole.glob("district-*.html"))
    with served(whole) as address:
        for page in ("index.html", district, "data.html"):
            tab = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
            tab.goto(f"{address}/{page}")
            assert tab.evaluate("document.documentElement.scrollWidth") == width
            assert [each["id"] for each in Axe().run(tab).response["violations"]] == []
            tab.close()
