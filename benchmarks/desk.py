"""Measures the desk: `python benchmarks/desk.py [TIMES]`, by default 9.

A browser's requests against the command itself: how long from its start until the first page is there (wanted: half a
second), and from a saving until page and poster of what was saved are there (wanted: a median of 0.7 s). Printed are
the least, the median and the most, in seconds, with the sample's records on this machine; a warm desk is asked.
"""

from __future__ import annotations

import http.client
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from timed import ROOT

from tests.support import product
from tests.support.desk import form_in

PAGE = "/2566/people/0/"
ROLE = "winners.0.position"


class Browser:
    """One connection to a desk, with its cookie."""

    def __init__(self, address: str) -> None:
        """Come in by the first address."""
        parts = urlsplit(address)
        self.host = parts.netloc
        self.cookie = ""
        self.ask("GET", parts.path)

    def ask(self, method: str, path: str, form: dict[str, list[str]] | None = None) -> tuple[bytes, str]:
        """Return an answer's body, and where it leads."""
        line = http.client.HTTPConnection(self.host)
        headers = {"Cookie": self.cookie, "Origin": f"http://{self.host}"}
        body = urlencode(form, doseq=True) if form else None
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        line.request(method, path, body, headers)
        answer = line.getresponse()
        self.cookie = (answer.getheader("Set-Cookie") or self.cookie).partition(";")[0]
        read = answer.read(), answer.getheader("Location") or ""
        line.close()
        return read


def main() -> int:
    """Print three figures of each."""
    times = int(sys.argv[1]) if sys.argv[1:] else 9
    with tempfile.TemporaryDirectory() as folder:
        project = product.copy_of_sample(Path(folder))
        began = [_start(project) for _ in range(times)]
        desk, browser, _ = _open(project)
        seen = [_saving(browser, turn) for turn in range(times + 2)][2:]
        desk.terminate()
        desk.wait()
    for what, found in (("first page", began), ("preview of a saving", seen)):
        print(f"{what:22} {min(found):6.2f} {statistics.median(found):6.2f} {max(found):6.2f}")
    return 0


def _open(project: Path) -> tuple[subprocess.Popen[str], Browser, float]:
    start = time.perf_counter()
    words = product.command(project, "desk", "--no-open")
    desk = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, encoding="utf-8", cwd=ROOT)
    address = re.search(r"http://\S+", desk.stdout.readline() if desk.stdout else "")
    if not address:
        sys.exit("the desk told no address")
    browser = Browser(address[0])
    browser.ask("GET", "/2566/")
    return desk, browser, time.perf_counter() - start


def _start(project: Path) -> float:
    desk, _, took = _open(project)
    desk.terminate()
    desk.wait()
    return took


def _saving(browser: Browser, turn: int) -> float:
    form = form_in(browser.ask("GET", PAGE)[0].decode())
    form[ROLE] = [f"นักพัฒนาชุมชน {turn}"]
    _, where = browser.ask("POST", PAGE, {**form, "do": ["look"]})
    looked = browser.ask("GET", where)[0].decode()
    start = time.perf_counter()
    _, where = browser.ask("POST", PAGE, {**form_in(looked), "do": ["save"]})
    shown = browser.ask("GET", where)[0].decode()
    for address in dict.fromkeys(re.findall(r'(?:<img|<iframe) src="(/show/saved/2566/after[^"]+)"', shown)):
        if not browser.ask("GET", address)[0]:
            sys.exit(f"nothing at {address}")
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
