"""The province's page: what is to be told whom, and never a word of the records; it asks no other host for anything."""

from __future__ import annotations

import re
from datetime import datetime
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from generator.batch import labels, page, task
from generator.batch.ledger import NOWHERE, WAITING
from generator.era import BANGKOK
from generator.problems import Problem, ProblemsFound, Text
from generator.reading import read
from tests.reading.test_reading import BREAKS
from tests.support.batches import SUPPRESSED, WINNER
from tests.support.small import WINNERS

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.support.small import Small

NOON = datetime(2023, 5, 15, 12, tzinfo=BANGKOK)
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
PEOPLE = (WINNER, SUPPRESSED, "ศรีท้องถิ่น", "น้ำใจดี", "first.jpg", "ช่วยผู้สูงอายุ")


def entry(state: str = task.DONE, district: str = "รัษฎา", *problems: Problem, **whose: str) -> dict[str, Any]:
    """Return what a ledger says of an office."""
    return {
        "state": state,
        "problems": [each.as_json() for each in problems],
        "files": 812,
        "digest": "",
        "seconds": 14.2,
        "project": "",
        "source": "",
        "fetched": "",
        "whose": {
            "name": "องค์การบริหารส่วนตำบลควนเมา",
            "short_name": "อบต.ควนเมา",
            "district": district,
            "province": "ตรัง",
            "phone": "0 7555 0123",
            **whose,
        },
    }


def fault(file: str, words: str = f"คะแนนของ {WINNER} ผิด", *, warning: bool = False) -> Problem:
    """Return a fault whose words name somebody."""
    return Problem(file, 12, 3, f"winners[{WINNER}]", Text(words, words), Text(f"ถาม{WINNER}", "x"), warning=warning)


class _Seen(HTMLParser):
    """What a reader sees, and which tags and addresses there are."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.tags, self.links, self.within = "", list[str](), list[str](), ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.within = tag
        self.links += [value or "" for name, value in attrs if name in {"href", "src", "action"}]

    def handle_data(self, data: str) -> None:
        if self.within not in {"style", "script"}:
            self.text += f"{data} "


def seen(**offices: dict[str, Any]) -> _Seen:
    """Return what a reader sees of these offices."""
    return _Seen(page.html(offices, NOON).decode())


def test_each_state_says_what_it_is_and_whom_to_tell() -> None:
    """A list that only says "failed" leaves the province with a hundred telephone calls."""
    states = {task.DONE, task.SAME, task.PARTLY, task.RECORDS, task.FAILED, task.REFUSED, NOWHERE, WAITING}
    assert {*labels.STATES} == states
    assert len({about.name for about in labels.STATES.values()}) == len(states)
    text = seen(a=entry(task.RECORDS, "รัษฎา", fault(f"winners/{WINNERS}"))).text
    assert "ต้องแก้ข้อมูล" in text
    assert "ผู้จัดทำของหน่วยงาน" in text
    assert "winners/2566/winners.yaml บรรทัด 12" in text
    assert "0 7555 0123" in text
    assert "tonbaep check" in text


@pytest.mark.parametrize("case", BREAKS.values(), ids=list(BREAKS))
def test_no_fault_of_records_shows_a_word_of_them(small: Small, case: Any) -> None:
    """A fault in the clerk's words quotes what was typed: a name before its moment, or one that is not to be told."""
    small.edit(case.file, case.old, case.new)
    try:
        warnings = read(small.project, small.store).warnings
    except ProblemsFound as found:
        warnings = found.problems
    shown = seen(a=entry(task.RECORDS, "รัษฎา", *warnings))
    assert [name for name in PEOPLE if name in shown.text] == []


@pytest.mark.parametrize(
    "file",
    [
        "winners/2566/winners.yaml",
        f"winners/2566/photos/{WINNER}.jpg",
        f"/srv/one/winners/2566/photos/{WINNER}.jpg",
        f"C:\\ข้อมูล\\winners\\2566\\audio\\{WINNER}.wav",
        f"winners/{WINNER}/x.yaml",
        f"content/{WINNER}.md",
        f"overrides/{WINNER}.html",
        f"build/print/2566/poster-{WINNER}.pdf",
        f"site/2566/winner-{WINNER}.html",
    ],
)
@pytest.mark.parametrize("warning", [True, False])
def test_no_name_comes_through_a_file_s_own_name_or_a_warning(file: str, *, warning: bool) -> None:
    """A photo is called after whom it shows, mostly."""
    for state in labels.STATES:
        assert WINNER not in seen(a=entry(state, "รัษฎา", fault(file, warning=warning))).text


def test_the_guard_would_see_a_name() -> None:
    """What is told in full, as of a folder or the office's own record, is there letter for letter."""
    assert WINNER in seen(a=entry(NOWHERE, "รัษฎา", fault("list.txt"))).text
    assert WINNER in seen(a=entry(task.RECORDS, "รัษฎา", fault("winners/organisation.yaml"))).text


def test_no_text_of_an_office_becomes_markup() -> None:
    """A name is whatever a stranger's record says."""
    usual = seen(a=entry(task.RECORDS, "รัษฎา", fault("list.txt")))
    hostile = seen(
        **{
            HOSTILE: entry(
                task.RECORDS, HOSTILE, fault("list.txt", HOSTILE), name=HOSTILE, short_name=HOSTILE, phone=HOSTILE
            )
        }
    )
    assert {*hostile.tags} <= {*usual.tags}
    assert hostile.tags.count("script") == 1
    assert hostile.text.count(HOSTILE) > 3


def test_the_page_asks_nobody_for_anything() -> None:
    """It is opened from a share, on a computer that may have no network and no Thai letters."""
    html = page.html({"a": entry(task.RECORDS, "รัษฎา", fault("list.txt"))}, NOON).decode()
    assert [link for link in _Seen(html).links if not link.startswith(("#", "tel:"))] == []
    assert not re.search(r"https?:|['\"(]//|url\((?!data:)", html)
    assert html.count("font/woff2") == 2


def test_districts_stand_in_the_order_of_the_dictionary() -> None:
    """A vowel that is written first is read second: เมืองตรัง stands between ปะเหลียน and รัษฎา."""
    names = ["เมืองตรัง", "รัษฎา", "", "ปะเหลียน", "กันตัง"]
    html = page.html({name: entry(task.DONE, name) for name in names}, NOON).decode()
    there = re.findall(r'data-district="ตรัง/(.*?)"', html)
    assert there == ["กันตัง", "ปะเหลียน", "เมืองตรัง", "รัษฎา", ""]


@pytest.fixture
def written(tmp_path: Path) -> str:
    """Return the address of a page with offices in every state."""
    offices = {
        f"{number}": entry(state, ("รัษฎา", "นาโยง")[number % 2], fault("list.txt"), short_name=f"อบต.ที่ {number}")
        for number, state in enumerate(labels.STATES)
    }
    (tmp_path / page.NAME).write_bytes(page.html(offices, NOON))
    return (tmp_path / page.NAME).as_uri()


def test_the_filters_show_what_was_asked_for(written: str, browser: Browser) -> None:
    """Of a hundred offices those are looked for that somebody must call."""
    tab = browser.new_page()
    refused: list[str] = []
    tab.on("console", lambda message: refused.append(message.text))
    tab.goto(written)
    visible = tab.locator("[data-state]:visible")
    assert visible.count() == len(labels.STATES)
    tab.select_option("select[name=state]", task.RECORDS)
    assert visible.count() == 1
    assert tab.locator("output").inner_text() == "แสดง 1 หน่วยงาน"
    tab.select_option("select[name=district]", "ตรัง/นาโยง")
    assert tab.locator("#none").is_visible() == (visible.count() == 0)
    tab.select_option("select[name=state]", "")
    assert visible.count() == len(labels.STATES) // 2
    tab.fill("input[name=name]", "ที่ 3")
    assert visible.all_inner_texts()[0].startswith("อบต.ที่ 3")
    assert visible.count() == 1
    assert refused == []
    tab.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_can_be_read_by_everybody(written: str, browser: Browser, width: int, scheme: Any) -> None:
    """Contrast, names of fields and order of headings, by axe; nothing reaches over a phone's edge."""
    tab = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    tab.goto(written)
    assert tab.evaluate("document.documentElement.scrollWidth") == width
    found = Axe().run(tab)
    assert [each["id"] for each in found.response["violations"]] == []
    tab.close()


def test_without_script_every_office_is_seen(written: str, browser: Browser) -> None:
    """An office's policy may forbid scripts of files; the list is what matters."""
    tab = browser.new_page(java_script_enabled=False)
    tab.goto(written)
    assert tab.locator("[data-state]:visible").count() == len(labels.STATES)
    assert tab.locator("form").is_hidden()
    tab.close()
