"""Measures the site in front of all offices: `python benchmarks/province.py [OFFICES...]`, by default 200 800 2000.

The offices are made up (`tests/support/provinces.py`), as if their builds had published. Printed are, for each number:
processor seconds of making the site (wanted: 40 for 200) and milliseconds each; bytes of the first view as a host sends
it, without and with the letters' faces (wanted: 300 kB); what the first search fetches, and the median and worst time
from the last key until the office stands there, its district fetched, in Chromium with the index loaded (wanted: 150).
At last, what 7,850 would take if the last step goes on.
"""

from __future__ import annotations

import gzip
import os
import statistics
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import sync_playwright

from generator.batch.province import making
from generator.disk.swap import Workshop
from generator.era import BANGKOK
from generator.site import search
from tests.support import provinces
from tests.support.machine import need
from tests.support.web import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

COUNTRY, SEARCHES = 7850, 30
NOON = datetime(2023, 5, 15, 12, tzinfo=BANGKOK)
FOUND = """async ([words, wanted]) => {
  const started = performance.now();
  const box = document.querySelector("[data-md-component=search-query]");
  box.value = words;
  box.dispatchEvent(new Event("input"));
  for (;;) {
    const first = document.querySelector(".md-search-result__link h1");
    if (first && first.textContent.startsWith(wanted + " (")) return performance.now() - started;
    if (performance.now() - started > 20000) throw words;
    await new Promise((done) => setTimeout(done, 1));
  }
}"""


class Site(NamedTuple):
    """What the site of so many offices costs."""

    seconds: float
    view: int
    faces: int
    listed: int
    times: list[float]


def spent() -> float:
    """Return the processor time of this process and of its children that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def measure(count: int, folder: Path, browser: Browser) -> Site:
    """Make the site of so many offices, open its first page, and look for offices all over it."""
    ledger, workshop = provinces.ledger(folder, count), Workshop(folder)
    begun = spent()
    with workshop.locked(lambda: None):
        site = making.make(workshop, ledger, NOON)
    seconds = spent() - begun
    if site is None:
        raise AssertionError(count)
    with served(site, packed=True) as host:
        tab = browser.new_page(viewport={"width": 360, "height": 740})
        sizes: dict[str, int] = {}
        tab.on("requestfinished", lambda each: sizes.update({each.url: each.sizes()["responseBodySize"]}))
        tab.goto(f"{host}/index.html", wait_until="networkidle")
        tab.wait_for_timeout(300)
        seen = dict(sizes)
        tab.click("button.tb-search-button")
        wanted = [provinces.published(number * count // SEARCHES)["short_name"] for number in range(SEARCHES)]
        tab.evaluate(FOUND, [wanted[0], wanted[0]])
        times = [tab.evaluate(FOUND, [name.removeprefix("อบต."), name]) for name in wanted[1:]]
        tab.close()
    faces = sum(size for url, size in seen.items() if url.endswith(".woff2"))
    index = len(gzip.compress((site / search.PAGES).read_bytes(), mtime=0))
    return Site(seconds, sum(seen.values()) - faces, faces, index, times)


def main(counts: list[int]) -> None:
    """Measure and print."""
    made: dict[int, float] = {}
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=need("chromium"), args=["--no-sandbox"])
        for count in counts:
            site = measure(count, Path(folder) / f"{count}", browser)
            made[count] = site.seconds
            print(
                f"{count:5} offices: {site.seconds:6.1f} cpu-s, {site.seconds / count * 1000:5.1f} ms each; "
                f"first view {site.view / 1000:.0f} kB and {site.faces / 1000:.0f} kB of faces; "
                f"search: index {site.listed / 1000:.1f} kB packed, median {statistics.median(site.times):.0f} ms, "
                f"worst {max(site.times):.0f} ms",
                flush=True,
            )
        browser.close()
    if len(counts) > 1:
        few, many = counts[-2:]
        each = (made[many] - made[few]) / (many - few)
        print(f"{COUNTRY} offices at {each * 1000:.1f} ms each: {made[many] + each * (COUNTRY - many):.0f} cpu-s")


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [200, 800, 2000])
