"""The served site: open pages follow each rebuild under their own policy, and tell what is wrong with the records."""

from __future__ import annotations

import ipaddress
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from generator.problems import Problem, Text
from generator.site import finishing, preview
from generator.site.preview import HERE, Place, Preview
from tests.support import web

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

FAULT = Problem(
    "winners/2566/round.yaml", 31, 16, "steps[0]", Text("<b>ผิด</b>", "<b>wrong</b>"), Text("แก้เป็น ก", "write a")
)


class Office:
    """A site of one page, and what stands in its way."""

    def __init__(self, folder: Path) -> None:
        """Begin without a site."""
        self.site, self.source = folder / "site", folder / "winners"
        self.source.mkdir()
        self.problems: tuple[Problem, ...] = ()
        self.made = threading.Event()

    def says(self, words: str) -> None:
        """Let the records say something else, as an editor saves it."""
        self.made.clear()
        (self.source / "words.txt").write_text(words, encoding="utf-8")

    def renew(self) -> tuple[Problem, ...]:
        """Make the page of the records, with the policy of a finished page, unless something stands in the way."""
        if not self.problems:
            self.site.mkdir(exist_ok=True)
            words = (self.source / "words.txt").read_text(encoding="utf-8")
            head = f"<meta charset='utf-8'><title>t</title>{finishing.policy('')}"
            page = f"<!doctype html><html><head>{head}</head><body>{words}</body></html>"
            (self.site / "index.html").write_text(page, encoding="utf-8")
        self.made.set()
        return self.problems


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Return an office whose records say one word."""
    office = Office(tmp_path)
    office.says("เริ่มต้น")
    return office


@contextmanager
def served(office: Office) -> Iterator[str]:
    """Serve an office's site, and yield its address."""
    ready = threading.Event()
    server = Preview(office.site, Place(0), office.renew, ready.set)
    running = threading.Thread(target=preview.preview, args=(server, [office.source]), kwargs={"opens": False})
    running.start()
    try:
        assert ready.wait(10)
        yield f"http://{HERE}:{server.server_port}/"
    finally:
        server.shutdown()
        running.join(10)


def test_an_open_page_follows_the_records_and_tells_their_faults(browser: Browser, office: Office) -> None:
    """The clerk looks at the page, not at the terminal; the page's own policy forbids scripts that stand in it."""
    with served(office) as address:
        page = browser.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(address)
        page.get_by_text("เริ่มต้น").wait_for()
        office.says("สอง")
        page.get_by_text("สอง").wait_for()
        office.problems = (FAULT,)
        office.says("สาม")
        page.get_by_text("winners/2566/round.yaml:31:16").wait_for()
        assert page.get_by_text("<b>ผิด</b>").is_visible(), "a record's text is data"
        assert page.get_by_text("แก้เป็น ก").is_visible()
        office.problems = ()
        office.says("สี่")
        page.get_by_text("สี่").wait_for()
        page.close()
    assert said == [], "nothing is against the policy"


def test_the_published_page_knows_nothing_of_the_server(office: Office) -> None:
    """The script is added on its way to the browser; the file keeps the policy of every published page."""
    with served(office) as address:
        assert office.made.wait(10)
        assert preview.SCRIPT in web.fetched(address)
    file = (office.site / "index.html").read_text(encoding="utf-8")
    assert preview.OWN not in file
    assert "script-src 'self';" in file


def test_faulty_records_are_told_before_there_is_a_site(office: Office) -> None:
    """Whoever begins with records of her own has no page yet that could stay as it was."""
    office.problems = (FAULT,)
    with served(office) as address:
        assert office.made.wait(10)
        while "winners/2566/round.yaml:31:16" not in (page := web.fetched(f"{address}2566/results.html")):
            assert "กำลังสร้าง" in page


@pytest.mark.parametrize(
    "path", ["../winners/words.txt", "..%5cwinners%5cwords.txt", "%2e%2e/winners/words.txt", "C:/x"]
)
def test_nothing_but_the_site_is_served(office: Office, path: str) -> None:
    """In an office's network somebody may try; on Windows a backslash leads out of a folder too."""
    with served(office) as address:
        assert office.made.wait(10)
        assert "เริ่มต้น" not in web.fetched(f"{address}{path}")


def test_another_machine_sees_no_word_of_the_records(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault may quote a name that is not announced yet."""
    monkeypatch.setattr(ipaddress, "ip_address", lambda _: ipaddress.IPv4Address("192.168.1.7"))
    office.problems = (FAULT,)
    with served(office) as address:
        assert office.made.wait(10)
        while "กำลังแก้ข้อมูล" not in (page := web.fetched(address)):
            assert "กำลังสร้าง" in page
    assert "ผิด" not in page
    assert "round.yaml" not in page


def test_only_a_network_that_was_asked_for_can_look(office: Office) -> None:
    """By default the page is for this machine alone."""
    hosts = []
    for lan in (False, True):
        with Preview(office.site, Place(0, lan), office.renew, lambda: None) as server:
            hosts.append(server.server_address[0])
    assert [ipaddress.ip_address(host).is_unspecified for host in hosts] == [False, True]
    assert Place(8000).for_others() == ""
