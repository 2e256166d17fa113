"""What a form's page and poster look like now, and before and after the result is told: for the clerk's eyes alone.

Everything is made of the records as they stand in the files, by the pieces that a build makes; nothing is written into
`build/` or `site/`. A page stands in the site's own style without its header, and its links lead to other such pages.
"""

from __future__ import annotations

import html
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from importlib.resources import files
from threading import Lock
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from generator.amending.changes import CannotWrite
from generator.amending.held import digest_of
from generator.amending.pen import values
from generator.amending.said import filled
from generator.building.plan import Job, plan_pages
from generator.building.press_room import PressRoom
from generator.desk import standin
from generator.disclosure import publish
from generator.disk import passing
from generator.disk.sources import OVERRIDES
from generator.ledger import unchanged
from generator.ledger.choice import chosen
from generator.pieces import PIECES
from generator.press.easel import drawn
from generator.press.refused import SheetRefused
from generator.problems import Text
from generator.reading import base_folders, photos
from generator.reading.folder import ORGANISATION, ROUND, WINNERS, WINNERS_OF_YEAR
from generator.site import brand, theme
from generator.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.amending.hand import Value
    from generator.amending.held import Held
    from generator.disclosure import Publication
    from generator.model import Records, Showing
    from generator.piece import Piece, Rendition

When = Literal["before", "after"]
WHENS: Final[tuple[tuple[When, Text], ...]] = (
    ("before", Text("ก่อนประกาศผล", "Before the result")),
    ("after", Text("หลังประกาศผล", "After the result")),
)
PIXELS: Final = 720
"""The width of a poster's picture: twice what it takes of a screen."""

SAVED: Final = "saved"
"""The word by which what the files say is shown."""

_KEPT = 8
"""How many drafts, and records of them, are kept: pages in a browser ask for what they showed."""

_CHANNELS: Final[tuple[Showing, Showing]] = ("print", "site")
_SECOND = timedelta(seconds=1)
_PAGES = ("home", "results", "programme", "criteria", "profile")
_PAPERS = ("poster", "call_poster", "survey_poster", "winner_poster")
_PAGE_OF = {"programme": "programme", "dates": "programme", "criteria": "criteria"}
_SHEETS = ("fonts.css", "brand.css", "charts.css")
_STYLES = ("base", "header", "page", "stage", "facts", "people", "explain", "files", "screens", "crops")
_OWN_STYLE = re.compile(r"main\.\w+\.min\.css")
_KINDS = {
    "css": "text/css",
    "woff2": "font/woff2",
    "svg": "image/svg+xml",
    "webp": "image/webp",
    "jpg": "image/jpeg",
}


class _Source(NamedTuple):
    """Records to show, as of files with a stamp; `filled` is set where examples stand in for what is open."""

    stamp: object
    records: Records | None
    filled: bool


class Look(NamedTuple):
    """What can be shown beside a form at one time: the poster's address, what is on it, and the page's address.

    `filled` says that what is still open was filled in with examples.
    """

    when: When
    said: Text
    poster: str
    alt: str
    page: str
    filled: bool


@dataclass
class Viewer:
    """Makes pages and posters for the eyes of who fills in forms, one at a time."""

    held: Held
    _hand: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(max_workers=1))
    """The one thread that presses: the engine keeps what it has read for each."""
    _drafts: dict[str, tuple[str, str]] = field(default_factory=dict)
    _known: dict[tuple[str, int], _Source] = field(default_factory=dict)
    _reading: Lock = field(default_factory=Lock)

    def keep(self, name: str, text: str) -> str:
        """Keep what a file would say, and return the word by which it can be shown."""
        key = digest_of(f"{name} {text}".encode())[:16]
        self._drafts[key] = (name, text)
        while len(self._drafts) > _KEPT:
            del self._drafts[next(iter(self._drafts))]
        return key

    def put_aside(self, name: str, value: bytes) -> Path:
        """Keep what somebody brought where this desk alone sees it, until the desk closes."""
        return passing.put(self._place / "brought" / name, value)

    def looks(self, year: int, word: str, winner: str = "", key: str = SAVED) -> list[Look]:
        """Return what can be shown beside a page's form, of what is saved or of what would be."""
        found = []
        source = self._source(key, year)
        for when, said in WHENS:
            hung, seen = (self._published(source, year, when, channel) for channel in _CHANNELS)
            if hung is None or seen is None:
                continue
            page = _page_of(word, year, winner, told=when == "after")
            papers = {job.path: job for job in _papers(hung)}
            paper = next((papers[path] for path in _papers_of(word, year, winner, when) if path in papers), None)
            pages = {job.path for job in _pages(seen)}
            if paper or page in pages:
                root = f"/show/{key}/{year}/{when}"
                poster = f"{root}/{paper.path}.jpg" if paper else ""
                shown = f"{root}/{page.removesuffix('.md')}.html" if page in pages else ""
                found.append(Look(when, said, poster, paper.sheet.title if paper else "", shown, source.filled))
        return found

    def sheet(self, key: str, year: int, when: When, name: str) -> tuple[bytes, str] | None:
        """Return the picture of a sheet and its kind, or None."""
        hung = self._seen(key, year, when, "print")
        job = next((job for job in _papers(hung) if job.path == f"{name}.pdf"), None) if hung else None
        drawn = self._hand.submit(self._drawn, job).result() if job else None
        return (drawn, _KINDS["jpg"]) if drawn else None

    def page(self, key: str, year: int, when: When, name: str) -> tuple[bytes, str] | None:
        """Return a page in the site's style and its kind, or None."""
        seen = self._seen(key, year, when, "site")
        job = next((job for job in _pages(seen) if job.path == f"{name}.md"), None) if seen else None
        return (self._framed(job, name.count("/")), "text/html; charset=utf-8") if job else None

    def picture(self, key: str, year: int, when: When, name: str) -> tuple[bytes, str] | None:
        """Return a photo of a page and its kind, or None."""
        seen = self._seen(key, year, when, "site")
        wanted = next((each for each in _renditions(seen) if each.name == name), None) if seen else None
        return (self._pictured(wanted), _KINDS[_ending(name)]) if wanted else None

    def asset(self, key: str, year: int, when: When, name: str) -> tuple[bytes, str] | None:
        """Return a style sheet or a font and its kind, or None."""
        seen, kind = self._seen(key, year, when, "site"), _KINDS.get(_ending(name))
        if seen is None or kind is None:
            return None
        if name == "brand.css":
            return brand.style_sheet(seen.organisation).encode(), kind
        if name == "charts.css":
            return brand.chart_sheet(seen.organisation.palette).encode(), kind
        if name == "main.css":
            return _main(), kind
        known = theme.below(theme.brought() / OVERRIDES / "assets")
        return (known[name].read_bytes(), kind) if name in known else None

    def _source(self, key: str, year: int) -> _Source:
        """Return the records to show, made whole by examples where they are not sound yet.

        A page and its poster are asked for at once; what is made whole lies in one folder, so one is read at a time.
        """
        stamp = unchanged.inputs(self.held.workshop.project)
        with self._reading:
            known = self._known.get((key, year))
            if known is None or known.stamp != stamp:
                self._known[key, year] = known = self._read(key, year, stamp)
            while len(self._known) > _KEPT:
                del self._known[next(iter(self._known))]
        return known

    def _read(self, key: str, year: int, stamp: object) -> _Source:
        records = self.held.read()[0] if key == SAVED else None
        if records:
            return _Source(stamp, records, filled=False)
        name, text = self._drafts.get(key, ("", ""))
        said: dict[str, Value] = {}
        for file in (ORGANISATION, f"{year}/{ROUND}", f"{year}/{WINNERS_OF_YEAR}"):
            try:
                here = f"{WINNERS}/{file}"
                own = values(text) if here == name else self.held.take(here).said
                said[file] = _on_its_own(filled(own, self.held.taken_over(here)))
            except CannotWrite:
                return _Source(stamp, None, filled=False)
        if key != SAVED and not name:
            return _Source(stamp, None, filled=False)
        made, is_filled = standin.whole(
            self.held.workshop.project, year, said, self._place / "records", self.held.store
        )
        return _Source(stamp, made, filled=is_filled)

    def _seen(self, key: str, year: int, when: When, channel: Showing) -> Publication | None:
        return self._published(self._source(key, year), year, when, channel)

    def _published(self, source: _Source, year: int, when: When, channel: Showing) -> Publication | None:
        """Return what may be known at the moment to show: now, or the nearest one before or after the result."""
        records = source.records
        award_round = next((each for each in records.rounds if each.programme.year == year), None) if records else None
        if records is None or award_round is None:
            return None
        told, now = award_round.programme.result_at, self.held.moment()
        return publish(records, min(now, told - _SECOND) if when == "before" else max(now, told), channel)

    @cached_property
    def _place(self) -> Path:
        """The folder of this desk alone, for its own eyes; it goes when the desk does."""
        return passing.folder(self)

    @cached_property
    def _room(self) -> PressRoom:
        workshop = self.held.workshop
        sheets = Store(workshop.sheets, workshop.own)
        return PressRoom(sheets, self.held.store, self._place / "room", lambda *_: None).__enter__()

    def _drawn(self, job: Job) -> bytes | None:
        """Return a sheet as a picture, or None where it cannot be made."""
        try:
            made = self._room.begin(job).result().file
            return drawn(made.read_bytes(), {"width": PIXELS, "format": "jpg"})
        except (SheetRefused, RuntimeError):
            return None

    def _framed(self, job: Job, depth: int) -> bytes:
        """Return a page in the site's style, without the parts that stand around each page."""
        made = job.piece.press.press(job.piece.template, job.sheet.view, self.held.workshop.folder).decode()
        _, _, block = made.partition("\n---\n")
        up = "../" * depth
        links = "".join(
            f'<link rel="stylesheet" href="{up}assets/{name}">'
            for name in ("main.css", *_SHEETS, *(f"styles/{each}.css" for each in _STYLES))
        )
        title = html.escape(job.sheet.title)
        return (
            f'<!doctype html><html lang="th"><head><meta charset="utf-8"><title>{title}</title>'
            f'<meta name="viewport" content="width=device-width,initial-scale=1">{links}</head>'
            f'<body data-md-color-scheme="default"><main class="md-main"><article class="tb-page md-typeset">'
            f"{block}</article></main></body></html>"
        ).encode()

    def _pictured(self, wanted: Rendition) -> bytes:
        return photos.rendition(self.held.store, wanted.digest, wanted.width, wanted.format, wanted.face)


def _ending(name: str) -> str:
    return name.rpartition(".")[2]


def _main() -> bytes:
    """Return the theme's own style sheet."""
    sheets = files("material") / "templates" / "assets" / "stylesheets"
    return next(each for each in sheets.iterdir() if _OWN_STYLE.fullmatch(each.name)).read_bytes()


def _page_of(word: str, year: int, winner: str, *, told: bool) -> str:
    if winner and told:
        return f"{year}/winner-{winner}.md"
    if word in {"people", "consent"} and told:
        return f"{year}/results.md"
    return f"{year}/{_PAGE_OF[word]}.md" if word in _PAGE_OF else "index.md"


def _papers_of(word: str, year: int, winner: str, when: When) -> list[str]:
    """Return the sheets that may show what a page is about, the best first: an office has not all of them made."""
    names = ["call", "survey"] if when == "before" else [*([f"winner-{winner}"] if winner else []), "poster", "survey"]
    names = ["survey", *names] if word in {"survey", "divisions"} else names
    return [f"print/{year}/{name}-a4.pdf" for name in names]


def _named(names: tuple[str, ...]) -> list[Piece[Publication]]:
    return [piece for piece in PIECES if piece.name in names]


def _papers(seen: Publication) -> Iterator[Job]:
    for piece in _named(_PAPERS):
        yield from (Job(piece, sheet, sheet.path, piece.audience, "site") for sheet in chosen(piece, seen))


def _pages(seen: Publication) -> Iterator[Job]:
    return plan_pages(_named(_PAGES), seen)


def _renditions(seen: Publication) -> Iterator[Rendition]:
    for job in _pages(seen):
        yield from job.sheet.renditions


def _on_its_own(said: Value) -> Value:
    """Return a record without the way to its base: it is filled up, and what is shown of it lies elsewhere."""
    return {key: value for key, value in said.items() if key != base_folders.KEY} if isinstance(said, dict) else said
