"""The desk of a project as a browser meets it: pages, and forms as they would be sent."""

from __future__ import annotations

import time
from contextlib import contextmanager, suppress
from datetime import datetime
from html.parser import HTMLParser
from threading import Thread
from typing import TYPE_CHECKING, Any

from waitress.server import create_server

from generator.amending.held import Held
from generator.cli.apart import run_apart
from generator.desk.app import desk
from generator.desk.guard import Guard
from generator.disk.swap import Workshop
from generator.era import BANGKOK
from generator.problems import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from playwright.sync_api import Browser, Page
    from werkzeug.test import TestResponse

    from generator.desk.jobs import Job, Run
    from generator.desk.phone import Phone
    from generator.problems import Language

PORT = 8123
HOME = f"http://127.0.0.1:{PORT}"
MOMENT = datetime(2023, 4, 19, 12, 0, tzinfo=BANGKOK)
"""In the sample's week of judging."""


class Sent(HTMLParser):
    """What a browser would send of the form that has a digest: names with their values, in order."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self.fields: list[tuple[str, str]] = []
        self._of = ""
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take what holds a value."""
        said = dict(attrs)
        name = said.get("name") or ""
        if tag == "input" and name and said.get("type") not in {"file", "image"}:
            if said.get("type") not in {"checkbox", "radio"} or "checked" in said:
                self.fields.append((name, said.get("value") or ""))
        elif tag == "select":
            self._of = name
            self.fields.append((name, ""))
        elif tag == "option" and "selected" in said:
            self.fields[-1] = (self._of, said.get("value") or "")
        elif tag == "textarea":
            self._of, self._text = name, []

    def handle_data(self, data: str) -> None:
        """Take the text of a textarea."""
        self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        """End a textarea; a browser sends CRLF."""
        if tag == "textarea":
            self.fields.append((self._of, "".join(self._text).removeprefix("\n").replace("\n", "\r\n")))


class Desk:
    """One project on the desk, seen by a browser that was let in."""

    def __init__(self, project: Path, phone: Phone | None = None, language: Language = "th") -> None:
        """Open it, and come in by the first address."""
        self.project = project
        self.guard = Guard(PORT)
        self.held = Held(Workshop(project), lambda: MOMENT)
        self.opened: list[str] = []
        self.asked: list[list[str]] = []
        self.secrets: list[str] = []
        self.app = desk(self.held, self.guard, self._run, self.opened.append, language, phone)
        self.client = self.app.test_client()
        self.get(f"/enter/{self.guard.token}")

    def get(self, path: str, **headers: str) -> TestResponse:
        """Open a page."""
        return self.client.get(path, base_url=HOME, headers=headers)

    def _run(self, words: Sequence[str], job: Job, secret: str) -> int:
        self.asked.append([*words])
        self.secrets.append(secret)
        job.say(Text(f"heard {words[0]}", f"heard {words[0]}"))
        return 0

    def press(self, path: str, **form: str) -> TestResponse:
        """Press a button that stands for itself."""
        return self._led(self.client.post(path, base_url=HOME, headers={"Origin": HOME}, data=form))

    def _led(self, answer: TestResponse) -> TestResponse:
        """Follow the way to what a form came to, as a browser does."""
        return self.get(answer.headers["Location"]) if "?look=" in answer.headers.get("Location", "") else answer

    def wait(self) -> None:
        """Wait until a command has ended."""
        while "http-equiv" in self.page("/job"):
            time.sleep(0.01)

    def page(self, path: str) -> str:
        """Open a page that must be there."""
        answer = self.get(path)
        assert answer.status_code == 200, (path, answer.status)
        return answer.text

    def form(self, path: str) -> dict[str, list[str]]:
        """Return the form of a page as it would be sent untouched."""
        return form_in(self.page(path))

    def send(self, path: str, form: dict[str, Any], do: str = "look", **headers: str) -> TestResponse:
        """Send a form with one of its buttons."""
        return self._led(
            self.client.post(
                path,
                base_url=HOME,
                data={**form, "do": do},
                headers={"Origin": HOME, **headers},
                content_type="multipart/form-data",
            )
        )

    def save(self, path: str, form: dict[str, Any], do: str = "look") -> TestResponse:
        """Look at what a form would change, and agree."""
        looked = self.send(path, form, do)
        return self.send(path, form_in(looked.text), "save")

    def text(self, name: str) -> str:
        """Return a file below `winners/`, with its line ends."""
        return (self.project / "winners" / name).read_bytes().decode()


class Real(Desk):
    """A desk whose buttons run the commands."""

    def _run(self, words: Sequence[str], job: Job, secret: str) -> int:
        self.asked.append([*words])
        return run_apart(words, self.project, "th", job, secret)

    def do(self, word: str, **form: object) -> str:
        """Press a button, and return what its command said."""
        answer = self.send(f"/2566/do/{word}", form)
        if (answer.status_code, answer.headers.get("Location")) != (303, "/job"):
            raise AssertionError(answer.text[-600:])
        self.wait()
        return self.page("/job")


@contextmanager
def in_browser(
    browser: Browser, project: Path, size: tuple[int, int], run: Run = lambda *_: 0
) -> Iterator[tuple[Page, str]]:
    """Serve a project's desk, and yield a page of a size that was let in, and where the desk is."""
    guard = Guard(0)
    served = desk(Held(Workshop(project), lambda: MOMENT), guard, run)
    server = create_server(served, host="127.0.0.1", port=0)
    guard.port = int(server.effective_port)
    serving = Thread(target=_until_closed, args=(server.run,), daemon=True)
    serving.start()
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    page = context.new_page()
    page.goto(guard.address)
    yield page, f"http://127.0.0.1:{guard.port}"
    context.close()
    server.close()
    serving.join(5)


def _until_closed(run: Callable[[], None]) -> None:
    """Serve; the server may be looking at a line at the moment in which this test closes it."""
    with suppress(OSError):
        run()


def form_in(page: str) -> dict[str, list[str]]:
    """Return the fields of a page's form."""
    reader = Sent()
    reader.feed(page)
    found: dict[str, list[str]] = {}
    for name, value in reader.fields:
        found.setdefault(name, []).append(value)
    return found
