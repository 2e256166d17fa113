"""Measures how pages grow with the years: `python benchmarks/pages.py [YEARS…]`.

Of an office with that many years every page is laid out, filled, made, indexed and finished, while posters, papers and
pictures are only named: nothing of them is in a page but name and size. Printed are the pages heavier than 60 kB, those
of the site's own folder and the heaviest of each other kind, as they are and as a host packs them; what a search
fetches; and the seconds of the parts.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator import disclosure
from generator.building import making, plan
from generator.ledger.layouts import Rest
from generator.piece import Finished
from generator.pieces import FIRST, SECOND
from generator.reading import read_all
from generator.site import finishing, search
from generator.site import making as site
from generator.site.staging import stage
from generator.store import Store
from generator.thai.dates import parse_moment
from tests.support import decades

WANTED = 60_000
SIZE = "402 กิโลไบต์"


def _laid_out(project: Path) -> tuple[Path, dict[str, float]]:
    """Make the site of a project without its files, and return its folder and the seconds of the parts."""
    seconds = {}
    photos = Store(project / ".tonbaep/photos")
    records = read_all(project, photos)
    moment = parse_moment(decades.MOMENT)
    started = time.process_time()
    publication = disclosure.publish(records, moment, "site")
    files = tuple(
        replace(making.public_file(job), size=SIZE)
        for job in plan.plan_downloads(FIRST, publication, Rest(disclosure.resting(records, moment)))
    )
    cards = making.cards(plan.plan_cards(FIRST, disclosure.publish(records, moment, "link")))
    seconds["sheets laid out"] = time.process_time() - started
    publication = replace(publication, files=files, cards=cards)
    started = time.process_time()
    jobs = [*plan.plan_pages(FIRST, publication), *plan.plan_pages(SECOND, Finished(publication, (), making._nothing))]
    seconds["pages laid out"] = time.process_time() - started
    started = time.process_time()
    pages = {job.path: job.piece.press.press(job.piece.template, job.sheet.view, project) for job in jobs}
    beside = {
        job.path: job.piece.press.press(job.piece.template, job.sheet.view, project)
        for job in plan.plan_site_files(FIRST, publication)
    }
    seconds["pages filled"] = time.process_time() - started
    staged, out = project / ".tonbaep/staged", project / "site"
    started = time.process_time()
    stage(project, publication, pages, beside, staged, photos)
    seconds["staged"] = time.process_time() - started
    started = time.perf_counter()
    site.build(site.config(project, publication, staged, out))
    seconds["engine (wall)"] = time.perf_counter() - started
    started = time.process_time()
    site._refuse_active(project, out)
    search.write(staged, out)
    seconds["search index"] = time.process_time() - started
    started = time.process_time()
    finishing.finish(out)
    seconds["finished"] = time.process_time() - started
    return out, seconds


def _kind(page: Path, out: Path) -> str:
    """Return what pages of every round have in common: their name, or their folder if that is no year."""
    folder = page.relative_to(out).parts[0]
    return page.stem.split("-")[0] if folder.isdecimal() else folder


def _weight(file: Path) -> str:
    content = file.read_bytes()
    return f"{len(content) / 1000:8.1f} kB   packed {len(gzip.compress(content, 9, mtime=0)) / 1000:7.1f} kB"


def main() -> int:
    """Print one table an office."""
    for years in map(int, sys.argv[1:] or ("1", "10", "30")):
        with tempfile.TemporaryDirectory() as folder:
            out, seconds = _laid_out(decades.office(Path(folder), years))
            pages = sorted(out.rglob("*.html"), key=lambda page: -page.stat().st_size)
            heavy = [page for page in pages if page.stat().st_size > WANTED]
            print(f"== {years} years: {len(pages)} pages, {len(heavy)} above {WANTED // 1000} kB")
            own = [page for page in pages if page.parent == out and page not in heavy]
            heaviest = {_kind(page, out): page for page in reversed(pages) if page.parent != out}
            for page in [*heavy, *own, *sorted(heaviest.values(), key=lambda page: page.name)]:
                print(f"  {page.relative_to(out).as_posix():34} {_weight(page)}")
            for file in (*sorted((out / "search").iterdir()), out / "feed.xml", out / "sitemap.xml"):
                print(f"  {file.relative_to(out).as_posix():34} {_weight(file)}")
            print("  " + ", ".join(f"{what} {took:.2f} s" for what, took in seconds.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
