"""What is looked at once a site is up: whatever visitors do not get as it was sent is named."""

from __future__ import annotations

import gzip
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, NamedTuple

import pytest

from generator.publishing import after, release
from generator.publishing.hosts.folder import FolderHost
from generator.publishing.visiting import Visitor
from tests.support.apache import apache
from tests.support.sites import asked, wanted

if TYPE_CHECKING:
    from collections.abc import Iterator

SITE = {
    "index.html": b"<h1>start</h1>",
    "2566/winner-uea.html": b"<h1>profile</h1>",
    "search/search_index.json": b"{}",
    "s/po66.html": b"<h1>code</h1>",
    "assets/kept/a.woff2": b"wOF2",
    "assets/pictures/a.webp": b"RIFF",
    "assets/kept/a.css": b"a {}",
    "assets/kept/a.js": b"1",
}
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
    ".woff2": "font/woff2",
    ".webp": "image/webp",
    ".css": "text/css",
    ".js": "text/javascript",
}


class Fault(NamedTuple):
    """What a host gets wrong with the files of one ending."""

    ending: str = ".none"
    status: int = 200
    kind: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes | None = None


@contextmanager
def _host(fault: Fault) -> Iterator[str]:
    """Serve the site with a planned fault, and yield its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            name = self.path.lstrip("/")
            ending = name[name.rfind(".") :]
            hit = fault.ending in (ending, name)
            known = SITE.get(name, b"gone but here" if hit else None)
            body = fault.body if hit and fault.body is not None else known
            self.send_response(fault.status if hit else 200 if known is not None else 404)
            self.send_header("Content-Type", fault.kind if hit and fault.kind else TYPES.get(ending, "text/plain"))
            for key, value in fault.headers if hit else ():
                self.send_header(key, value)
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


def _said(address: str, gone: tuple[str, ...] = ()) -> list[str]:
    return [problem.say() for problem in after.seen(Visitor(address), wanted(SITE), gone)]


def test_a_host_that_serves_all_as_it_is_gets_no_word() -> None:
    """A warning at each publication would be read by nobody."""
    with _host(Fault()) as address:
        assert _said(address, ("2566/winner-gone.html",)) == []


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (Fault(".woff2", 404), "404"),
        (Fault(".webp", kind="application/octet-stream"), "image/webp"),
        (Fault(".html", kind="text/html; charset=tis-620"), "ภาษาไทยจะอ่านไม่ออก"),
        (Fault(".json", kind="text/plain"), "json"),
        (Fault(".html", headers=(("Cache-Control", "public, max-age=86400"),)), "1440 นาที"),
        (
            Fault(".html", 301, headers=(("Location", "https://www.khuanmao.example/"),)),
            "https://www.khuanmao.example/",
        ),
        (Fault(".css", body=b"old {}"), "ไม่ใช่ฉบับที่เพิ่งส่ง"),
        (Fault(".tonbaep/state", body=b"list"), ".tonbaep"),
        (Fault("2566/winner-gone.html", body=b"still"), "ยังเปิดได้"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_a_host_serves_wrongly_is_named(fault: Fault, says: str) -> None:
    """The clerk cannot see that a font is not served, and a phone with the old page shows it to nobody."""
    with _host(fault) as address:
        said = _said(address, ("2566/winner-gone.html",))
    assert said
    assert any(says in each for each in said), said
    assert all("คำเตือน" in each for each in said)


@pytest.mark.parametrize("packed", ["gzip", "x-gzip"])
def test_a_host_that_packs_pages_for_everybody_gets_no_word(packed: str) -> None:
    """Every browser unpacks them; a word about caches would send the clerk looking for nothing."""
    start = SITE["index.html"]
    with _host(Fault("index.html", headers=(("Content-Encoding", packed),), body=gzip.compress(start))) as address:
        assert _said(address) == []
    with _host(Fault("index.html", headers=(("Content-Encoding", packed),), body=gzip.compress(b"old"))) as address:
        assert "ไม่ใช่ฉบับที่เพิ่งส่ง" in "".join(_said(address))


def test_a_site_that_does_not_answer_is_told_once() -> None:
    """Seven times the same sentence would hide it."""
    (said,) = _said("http://127.0.0.1:9")
    assert "ยังไม่ได้" in said


def test_a_real_host_keeps_earlier_releases_shut_where_it_obeys_us_and_is_told_of_where_not() -> None:
    """What was replaced may hold somebody who took a consent back this morning."""
    with apache() as server:
        release.publish(FolderHost(server.folder), wanted(SITE), asked())
        assert _said(server.address) == []
    with apache(obeys="None") as server:
        release.publish(FolderHost(server.folder), wanted(SITE), asked())
        assert any(".tonbaep" in each for each in _said(server.address))
