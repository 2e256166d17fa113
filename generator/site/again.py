"""Pages that would come out as they stand are taken from the last site, instead of being made again.

A page is known by what it was made from: its staged source, and all that stands around every page, which is the
configuration, the theme, the office's colours and the program itself. A page that a person wrote is made each time: the
engine looks for mistakes in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.disk.own import fits
from generator.disk.shelf import measured
from generator.disk.swap import write_whole
from generator.site import staging
from generator.store import key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from generator.disk.own import Own
    from generator.disk.shelf import Last

_SHAPE: dict[str, Any] = {"frame": str, "pages": {str: {"source": str, "made": str, "sheets": [str]}}}
_CALLS = {"calls": [str]}
"""What the note of an earlier version lacks: it is no damage, but none of its pages stands."""
_PARTS = {"parts": {str: {"pages": str, "made": str}}}
"""The parts of the search: which pages are in each, and the digest of its bytes; earlier versions lack them, too."""


def _sound(note: dict[str, Any]) -> dict[str, Any]:
    """Return a note that says what it said when it was written; raises `ValueError` for another.

    One that was changed by hand would let pages stand without their style sheets, build after build.
    """
    said = {key: value for key, value in note.items() if key != "seal"}
    if "seal" in note and note["seal"] != key_of(said):
        raise ValueError(note["seal"])
    return note


class Finished(NamedTuple):
    """A page as it was finished: the digest of its bytes, the style sheets that were joined for it, and what it calls.

    Those are the names, without folders, of the site's scripts, drawings, fonts and sheets that stand in it.
    """

    made: str
    sheets: tuple[str, ...]
    calls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Before:
    """The last site, the folder `name` of what the last build made.

    `note` is where the pages are remembered, `materials` a digest of all that pages are made from besides the records,
    `sources` are the digests of the pages of the records as they are staged now, by path.
    """

    last: Last
    name: str
    note: Path
    own: Own
    materials: str
    sources: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Standing:
    """The pages of a site that stand already, by their path within it, with the sources of them all."""

    frame: str = ""
    sources: dict[str, str] = field(default_factory=dict)
    pages: dict[str, Finished] = field(default_factory=dict)
    parts: dict[str, dict[str, str]] = field(default_factory=dict)
    """Those of the search by path within the site: first of the last site, then of the new one."""

    @classmethod
    def of(cls, before: Before | None, staged: Path, config: Path) -> Standing:
        """Return what of the last site would come out again from a staged folder and a configuration."""
        if before is None:
            return cls()
        around = (config, *sorted(path for path in (staged / "assets").glob("*.*") if path.is_file()))
        frame = key_of("frame", before.materials, *(path.read_bytes() for path in around))
        sources = {
            f"{path.removesuffix(staging.PAGE)}.html": digest
            for path, digest in before.sources.items()
            if path.endswith(staging.PAGE)
        }
        known = before.own.read(before.note, _SHAPE, _sound) or {"frame": "", "pages": {}}
        pages = known["pages"] if known["frame"] == frame else {}
        stand = {
            href: Finished(page["made"], tuple(page["sheets"]), tuple(page["calls"]))
            for href, source in sources.items()
            if (page := pages.get(href)) and page["source"] == source and fits(page, _CALLS)
            if before.last.digests.get(f"{before.name}/{href}") == page["made"]
        }
        return cls(frame, sources, stand, known["parts"] if known["frame"] == frame and fits(known, _PARTS) else {})

    def put(self, before: Before | None, out: Path) -> None:
        """Make the pages that stand appear in a new site."""
        if before:
            for href in self.pages:
                before.last.keep(f"{before.name}/{href}", out / href)

    def part(self, before: Before | None, out: Path, path: str, hrefs: list[str], make: Callable[[], None]) -> None:
        """Let a part of the search stay that has the same pages from the records as in the last site, or make it."""
        stood = self.parts.pop(path, None)
        if before is None or not self.sources.keys() >= {*hrefs}:
            make()
            return
        pages, name = key_of([[href, self.sources[href]] for href in hrefs]), f"{before.name}/{path}"
        if stood and stood["pages"] == pages and before.last.digests.get(name) == stood["made"]:
            before.last.keep(name, out / path)
        else:
            make()
            stood = {"pages": pages, "made": measured(out / path)[0]}
        self.parts[path] = stood

    def remember(self, before: Before | None, finished: Mapping[str, Finished]) -> None:
        """Keep what the pages of a new site were made from."""
        if before is None:
            return
        pages = {
            href: {"source": source, "made": page.made, "sheets": list(page.sheets), "calls": list(page.calls)}
            for href, source in self.sources.items()
            if (page := finished.get(href))
        }
        before.own.clear(before.note)
        note = {"frame": self.frame, "pages": pages, "parts": self.parts}
        write_whole(before.note, {**note, "seal": key_of(note)})

    @property
    def unmade(self) -> list[str]:
        """The sources, as the engine calls them, of the pages that it need not make."""
        return [href.removesuffix(".html") + staging.PAGE for href in self.pages]
