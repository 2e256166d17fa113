"""The list of everything that was made, for the people and programs that use it later; it does not list itself."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, fields
from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, get_args

from generator.disclosure import NOBODY
from generator.disk import keeping
from generator.disk.own import fits
from generator.ledger import places
from generator.model import Showing
from generator.piece import Entry, Hanging, HelperName, Kind, Use
from generator.pieces import PIECES
from generator.pieces.parts import uses

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from generator.disclosure import Standing
    from generator.disk.own import Own

PATH = "manifest.json"

ALWAYS = ("path", "piece", "title", "audience", "sha256", "bytes", "qr")
"""What every entry contains; the other facts are written only where there is something to say."""

LISTS = ("qr", "people", "portrayed")

THEME = "site"
"""The name used as `piece` for what the theme and the office's own pages add to the site."""


def of_theme(name: str, sha256: str, size: int, standing: Standing = NOBODY, year: int = 0) -> Entry:
    """Return the entry of a file of the site that no piece laid out: of the theme, an own page of the office, a photo.

    `name` is its path within the site, `size` its number of bytes; `standing` says who is on a photo.
    """
    return Entry(
        path=f"site/{name}",
        piece=THEME,
        title=name,
        audience="public",
        sha256=sha256,
        bytes=size,
        people=standing.named,
        portrayed=standing.portrayed,
        year=year,
        channel="site",
        kind="page" if name.endswith(".html") else "program",
        use=uses.WEBSITE,
        called=name,
    )


_NAMES = tuple(field.name for field in fields(Entry))
"""Every fact of an entry; to copy all that is in them takes half of the time of listing a site."""


def as_json(entry: Entry) -> dict[str, Any]:
    """Return an entry as the manifest writes it."""
    facts: dict[str, Any] = {name: getattr(entry, name) for name in _NAMES}
    facts |= {name: asdict(facts[name]) for name in ("use", "hanging") if facts[name]}
    if entry.hanging:
        days = {"up": entry.hanging.up.isoformat(), "down": entry.hanging.down.isoformat()}
        facts["hanging"] = {**facts["hanging"], **days}
    if entry.usable_from:
        facts["usable_from"] = entry.usable_from.isoformat()
    return {key: value for key, value in facts.items() if value or key in ALWAYS}


def entry_from(written: Mapping[str, Any]) -> Entry:
    """Return an entry from the manifest, also from one that an older version wrote.

    Raises `KeyError`, `TypeError` or `ValueError` for anything else, and for a path that leaves the finished folders.
    """
    if not fits(written, _SHAPE) or not all(fits(written[key], _FACTS[key]) for key in _FACTS.keys() & written.keys()):
        raise TypeError(written)
    if not _is_ours(written["path"]):
        raise ValueError(written["path"])
    facts = dict(written) if "kind" in written else {**_facts_of_old(written), **written}
    facts |= {key: tuple(map(str, facts[key])) for key in LISTS if key in facts}
    if facts.get("use"):
        facts["use"] = Use(**{key: facts["use"][key] for key in _USE}) if "use" in written else facts["use"]
    if facts.get("hanging"):
        up, down = (date.fromisoformat(facts["hanging"][key]) for key in ("up", "down"))
        facts["hanging"] = Hanging(up, down, int(facts["hanging"].get("pages", 1)))
    if facts.get("usable_from"):
        facts["usable_from"] = date.fromisoformat(facts["usable_from"])
    entry = Entry(**{key: value for key, value in facts.items() if key in _NAMES})
    if entry.kind not in get_args(Kind) or entry.channel not in get_args(Showing):
        raise ValueError(entry.kind, entry.channel)
    if entry.use and entry.use.helper not in get_args(HelperName):
        raise ValueError(entry.use)
    return entry


def _is_ours(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return len(parts) > 1 and parts[0] in {places.SITE, places.BUILD} and ".." not in parts and "\\" not in path


_SHAPE = {
    **dict.fromkeys(("path", "piece", "title", "audience", "sha256"), str),
    "bytes": int,
    "qr": [str],
}
_USE = dict.fromkeys(("place", "copies", "helper"), str)
_FACTS: dict[str, Any] = {
    "people": [str],
    "portrayed": [str],
    **dict.fromkeys(("channel", "kind", "called", "design", "way", "paper", "news"), str),
    **dict.fromkeys(("site_path", "look", "usable_from"), (str, None)),
    **dict.fromkeys(("wide", "sealed"), bool),
    "year": int,
    "moo": int,
    "use": (_USE, None),
    "hanging": ({"up": str, "down": str}, None),
}
"""The shape of each fact that an entry may carry; what a later version adds is passed over."""


_OLD_YEAR = re.compile(r"/(2[4-6]\d\d)/")
_OLD_LATER = frozenset({"proof", "pack", "rehearsal"})


def _facts_of_old(written: Mapping[str, Any]) -> dict[str, Any]:
    """Return the facts that older manifests lack, worked out here, and only here, from the path and the piece's row."""
    path, name = written["path"], written["piece"]
    row = next((piece for piece in PIECES if piece.name == name), None)
    other: Kind = "page" if path.endswith(".html") else "program"
    year = _OLD_YEAR.search(path)
    on_site = path.startswith("site/")
    return {
        "year": int(year[1]) if year else 0,
        "channel": "site" if on_site and not (row and row.channel == "link") else row.channel if row else "print",
        "kind": row.kind if row else "dispatch" if name in _OLD_LATER else other,
        "use": uses.WEBSITE if on_site else row.use if row else uses.HANDED_OUT,
        "called": written["title"],
        "design": PurePosixPath(written.get("look") or path).stem,
        "sealed": path.startswith("build/sealed/"),
    }


def of_site(listed: Iterable[Entry]) -> dict[str, Entry]:
    """Return the files of the site among some entries, by their names within it."""
    front = f"{places.SITE}/"
    return {entry.path.removeprefix(front): entry for entry in listed if entry.path.startswith(front)}


def differing(before: Iterable[Entry], now: Iterable[Entry]) -> int:
    """Return how many files are new, or other than those that stood in their places."""
    stood = {entry.path: entry.sha256 for entry in before}
    return sum(stood.get(entry.path) != entry.sha256 for entry in now)


def write(folder: Path, entries: Iterable[Entry]) -> None:
    """Write the manifest into a fresh build folder."""
    listed = {"files": [as_json(entry) for entry in sorted(entries, key=lambda entry: entry.path)]}
    keeping.write(folder / PATH, f"{indented(listed)}\n".encode())


_scalar = json.JSONEncoder(ensure_ascii=False).encode


def indented(value: object, depth: int = 0) -> str:
    """Return what `json.dumps` writes with an indent of one, which takes it six times as long."""
    if not value or not isinstance(value, dict | list | tuple):
        return _scalar(value)
    front = "\n" + " " * (depth + 1)
    if isinstance(value, dict):
        parts = [f"{_scalar(key)}: {indented(part, depth + 1)}" for key, part in value.items()]
        return f"{{{front}{f',{front}'.join(parts)}{front[:-1]}}}"
    return f"[{front}{f',{front}'.join(indented(part, depth + 1) for part in value)}{front[:-1]}]"


def read(folder: Path, own: Own) -> list[Entry]:
    """Return the entries of an earlier build; none if there was no build, or if its list had to be set aside."""
    return own.read(folder / PATH, {"files": [{}]}, entries) or []


def entries(listed: Mapping[str, Any]) -> list[Entry]:
    """Return the entries of a list; raises what `entry_from` raises."""
    return [entry_from(entry) for entry in listed["files"]]
