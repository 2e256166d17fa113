"""Serves the finished site while it is worked on: open pages follow every rebuild, and tell what is wrong.

The pages' own policy lets them run scripts of their own address only, so the script that reloads them is served as a
file beside them; the published site has no trace of it.
"""

from __future__ import annotations

import html
import ipaddress
import logging
import socket
from contextlib import suppress
from pathlib import Path
from socketserver import TCPServer
from typing import TYPE_CHECKING, Any, NamedTuple

from mkdocs.livereload import LiveReloadServer

from generator.problems import Problem, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.problems import Language

HERE, EVERYWHERE = "127.0.0.1", str(ipaddress.IPv4Address(0))
OWN = "/livereload/"
"""Where the server answers itself; the site has no such folder."""
SCRIPT = f"{OWN}page.js"
POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'"
"""For the server's own pages, which hold words of the records."""
_FILES = Path(__file__).parent
_ENGINE = logging.getLogger("mkdocs.livereload")
_ELSEWHERE = ("192.0.2.1", 9)
"""An address that nobody has (RFC 5737): nothing is sent there, but choosing the way tells this machine's own."""


class Place(NamedTuple):
    """Where the site is served: on this machine alone, or for everybody in its network."""

    port: int
    lan: bool = False

    @property
    def here(self) -> str:
        """Return the address for this machine."""
        return f"http://{HERE}:{self.port}/"

    def for_others(self) -> str:
        """Return the address for telephones and computers in the same network; empty where there is no network."""
        own = own_address() if self.lan else ""
        return f"http://{own}:{self.port}/" if own else ""


def own_address() -> str:
    """Return this machine's address in the network that it is in; empty where it is in none."""
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        way.connect(_ELSEWHERE)
        found = ipaddress.ip_address(way.getsockname()[0])
        if not found.is_loopback and not found.is_unspecified:
            return str(found)
    return ""


class Preview(LiveReloadServer):  # type: ignore[misc] # the engine has no types
    """A server whose pages follow what `renew` makes; while that returns problems, every page shows these."""

    _visible_epoch: int
    _wanted_epoch: int

    def __init__(
        self,
        site: Path,
        place: Place,
        renew: Callable[[], Sequence[Problem]],
        serving: Callable[[], None],
        language: Language = "th",
    ) -> None:
        """Serve nothing yet; `serving` is called once the address can be opened."""
        _ENGINE.setLevel(logging.CRITICAL)  # it tells a developer of every page that is missing
        super().__init__(self._renew, EVERYWHERE if place.lan else HERE, place.port, str(site))
        self.error_handler = lambda _: self._own_page(_NOT_THERE)
        self.url = place.here
        self._site, self._renewed, self._serving, self._language = site, renew, serving, language
        self._problems: Sequence[Problem] = ()
        self._is_renewed = False
        self._want_rebuild = True  # what is there already is shown meanwhile

    def server_bind(self) -> None:
        """Take the address, without asking the network for its name, which takes seconds where there is none."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]
        self.setup_environ()

    def server_activate(self) -> None:
        """Begin to listen, and say so."""
        super().server_activate()
        self._serving()

    def _renew(self) -> None:
        """Renew the site; the old one is shown until the new one is in its place, which is at once."""
        with self._epoch_cond:
            self._wanted_epoch = self._visible_epoch
            self._epoch_cond.notify_all()
        problems: Sequence[Problem] = (_NOT_MADE,)
        try:
            problems = self._renewed()
        finally:
            with self._epoch_cond:
                self._problems, self._is_renewed = problems, True
                self._visible_epoch = self._wanted_epoch = self._visible_epoch + 1
                self._epoch_cond.notify_all()

    def serve_request(self, environ: dict[str, Any], start_response: Callable[..., object]) -> Iterable[bytes]:
        """Answer with a file of the site, or with a page that says why it cannot be shown now."""
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path == SCRIPT:
            return _answer(start_response, "application/javascript", (_FILES / "preview.js").read_bytes())
        if {"\\", ":", "\0"} & set(path):  # on Windows these would lead out of the site
            return _answer(start_response, "text/html", self._own_page(_NOT_THERE), "404 Not Found")
        if path.endswith(("/", ".html")):
            if self._problems:
                at_home = ipaddress.ip_address(environ["REMOTE_ADDR"]).is_loopback  # the records are nobody else's
                said = _to_mend(len(self._problems)) if at_home else _BEING_MENDED
                page = self._own_page(said, self._problems if at_home else ())
                return _answer(start_response, "text/html", page)
            if not self._site.is_dir():
                page = self._own_page(_NO_SITE if self._is_renewed else _FIRST)
                return _answer(start_response, "text/html", page)
        answer: Iterable[bytes] = super().serve_request(environ, start_response)
        return answer

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        script = f'<script src="{SCRIPT}" data-epoch="{epoch}"></script>'.encode()
        before, end, after = content.rpartition(b"</body>")
        return before + script + end + after if end else content + script

    def _own_page(self, said: tuple[Text, Text], problems: Sequence[Problem] = ()) -> bytes:
        title, lead = (html.escape(text.say(self._language)) for text in said)
        listed = "".join(f"<li>{_item(problem, self._language)}</li>" for problem in problems)
        frame = (_FILES / "preview.html").read_text(encoding="utf-8")
        for mark, value in (("TITLE", title), ("LEAD", lead), ("LANGUAGE", self._language)):
            frame = frame.replace(f"{{{mark}}}", value)
        with self._epoch_cond:
            epoch = self._visible_epoch
        return self._inject_js_into_html(frame.replace("{LIST}", listed).encode(), epoch)


def _item(problem: Problem, language: Language) -> str:
    """Return one problem as a terminal tells it, place first, cure last."""
    place = f"{problem.file}:{problem.line}:{problem.column}" if problem.line else problem.file
    parts = (("code", place), ("i", problem.field), ("p", problem.message.say(language)))
    told = "".join(f"<{tag}>{html.escape(text)}</{tag}>" for tag, text in parts if text)
    cure = Text("แก้ไข", "fix").say(language)
    return f"{told}<p><b>{cure}:</b> {html.escape(problem.fix.say(language))}</p>"


def _answer(start_response: Callable[..., object], kind: str, body: bytes, status: str = "200 OK") -> list[bytes]:
    said = [("Content-Type", f"{kind}; charset=utf-8"), ("Content-Length", str(len(body)))]
    start_response(status, [*said, ("Content-Security-Policy", POLICY), ("Cache-Control", "no-store")])
    return [body]


def _to_mend(count: int) -> tuple[Text, Text]:
    return (
        Text(f"พบจุดที่ต้องแก้ {count} จุด", f"{count} problem(s) to fix"),
        Text("แก้ในไฟล์แล้วบันทึก หน้านี้จะกลับมาเอง", "Fix it in the file and save. This page will reload by itself"),
    )


_BEING_MENDED = (
    Text("กำลังแก้ข้อมูล", "the records are being mended"),
    Text("รอสักครู่ หน้านี้จะกลับมาเอง", "this page comes back by itself"),
)
_NOT_MADE = Problem(
    "site",
    0,
    0,
    "",
    Text("สร้างเว็บไซต์ไม่สำเร็จ", "the site could not be made"),
    Text("อ่านสาเหตุในหน้าต่างที่สั่ง tonbaep serve", "the window in which tonbaep serve runs says why"),
)
_FIRST = (
    Text("กำลังสร้างเว็บไซต์", "the site is being made"),
    Text("ครั้งแรกใช้เวลาสักครู่ เสร็จแล้วหน้านี้จะเปิดเอง", "the first time takes a while; this page opens by itself"),
)
_NO_SITE = (
    Text("หน่วยงานนี้ไม่มีเว็บไซต์ของโครงการ", "this office has no site of its own"),
    Text(
        "สื่ออื่นอยู่ในโฟลเดอร์ build ถ้าต้องการเว็บไซต์ ใส่ที่อยู่ในช่อง site ของ organisation.yaml",
        "all else is in the folder build; for a site, enter its address as `site` in organisation.yaml",
    ),
)
_NOT_THERE = (
    Text("ไม่มีหน้านี้ในเว็บไซต์", "the site has no such page"),
    Text("เปิดหน้าแรกที่ / ถ้าหน้านี้สร้างขึ้นใหม่ จะเปิดเอง", "open / for the first page; if it is made later, it opens by itself"),
)


def preview(server: Preview, watched: Iterable[Path], *, opens: bool) -> None:
    """Serve until Ctrl-C, and renew the site now and after every change of what is watched."""
    for path in watched:
        if path.exists():
            server.watch(str(path))
    with suppress(KeyboardInterrupt):
        try:
            server.serve(open_in_browser=opens)
        finally:
            server.shutdown()
