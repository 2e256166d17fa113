"""What the public may know of each office of a batch: read from what the office's own build published, never a record.

An office that could not be built this time stands with what its last good build published, and that is said. One
without public data stands with its name alone. What another program wrote into such a file is taken only where it has
the right shape; a result is taken only once its moment has come by the moment of the run.
"""

from __future__ import annotations

import hashlib
import re
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import urlsplit

from generator.batch import task
from generator.batch.ledger import NOWHERE
from generator.disclosure import MIN_GROUP
from generator.disk.own import Unsound, read
from generator.era import BANGKOK
from generator.ledger.places import BUILD
from generator.pieces.paper import office_data

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.batch.ledger import Entry

_CURRENT: Final = frozenset({task.DONE, task.SAME, task.PARTLY})
_MOST_BYTES: Final = 1_000_000
_PERCENT: Final = re.compile(r"100|\d{1,2}(?:\.\d{1,2})?", re.ASCII)
_FIGURE: Final = {"year": int, "percent": str, "target": str, "replies": int, "between": [str]}
_ROUND: Final = {
    "year": int,
    "award": str,
    "sample": bool,
    "stage": str,
    "result_at": str,
    "announced": bool,
    "chosen": (int, None),
    "page": str,
    "satisfaction": [_FIGURE],
}
_SHAPE: Final = {
    **dict.fromkeys(("name", "short_name", "subdistrict", "district", "province", "phone", "site"), str),
    "rounds": [_ROUND],
}


class Figure(NamedTuple):
    """How satisfied people were in a year, in percent as it is written; `between` is its interval, or empty."""

    year: int
    percent: str
    target: str
    replies: int
    between: tuple[str, ...]


class Result(NamedTuple):
    """A result that is public: its year and award, since when, how many were chosen, and the page that names them."""

    year: int
    award: str
    since: datetime
    chosen: int
    page: str
    sample: bool


class Office(NamedTuple):
    """One office as the public may know it; `key` tells it from any other and stays from run to run."""

    key: str
    folder: str
    name: str
    short_name: str
    district: str
    province: str
    phone: str
    site: str
    current: bool
    told: bool
    """Whether the office has published anything that could be read."""
    next_at: str
    """When the next result that is still to come may be known, or ""."""
    results: tuple[Result, ...]
    figures: tuple[Figure, ...]


def offices(ledger: Mapping[str, Entry], moment: datetime) -> list[Office]:
    """Return the offices of a ledger as they may be known at the moment of its run.

    What the list names and nobody finds is left out, unless it was brought here before: else nothing is known of it,
    not even its name.
    """
    there = {name: entry for name, entry in ledger.items() if entry["state"] != NOWHERE or entry["project"]}
    return [_office(folder, entry, moment) for folder, entry in there.items()]


def _office(folder: str, entry: Entry, moment: datetime) -> Office:
    whose, found = entry["whose"], _published(Path(entry["project"]))
    told = found or {}
    name = told.get("name") or whose["name"] or folder
    place = (told.get("district") or whose["district"], told.get("province") or whose["province"])
    rounds = told.get("rounds", [])
    coming = [begins for each in rounds if (begins := _moment(each)) > moment]
    return Office(
        key=short_digest(name, *place, "" if name else folder),
        folder=folder,
        name=name,
        short_name=told.get("short_name") or whose["short_name"] or name,
        district=place[0],
        province=place[1],
        phone=told.get("phone") or whose["phone"],
        site=_address(told.get("site", "")),
        current=entry["state"] in _CURRENT,
        told=found is not None,
        next_at=min(coming).isoformat() if coming else "",
        results=tuple(_results(rounds, moment)),
        figures=tuple(_figures(rounds, moment)),
    )


def short_digest(*parts: str) -> str:
    """Return what stands for names in an address: ten digits that tell them from any others."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:10]


def _published(project: Path) -> dict[str, Any] | None:
    """Return what the office's last good build published; None where there is nothing that can be understood."""
    file = project / BUILD / office_data.PATH
    try:
        if file.stat().st_size > _MOST_BYTES:
            return None
        value: Any = read(file, _SHAPE)
        for each in value["rounds"]:
            _moment(each)
    except (OSError, ValueError, OverflowError, Unsound):
        return None
    found: dict[str, Any] = value
    return found


def _moment(written: dict[str, Any]) -> datetime:
    """Return the moment of a round's result in Thailand.

    Raises `ValueError` for one that is none or has no time zone, and `OverflowError` for one on no calendar of ours.
    """
    moment = datetime.fromisoformat(written["result_at"])
    if moment.tzinfo is None:
        raise ValueError(written["result_at"])
    return moment.astimezone(BANGKOK)


def _results(rounds: list[dict[str, Any]], moment: datetime) -> Iterator[Result]:
    """Yield the results that are public, newest first."""
    for each in sorted(rounds, key=lambda each: -each["year"]):
        since = _moment(each)
        if each["announced"] and each["chosen"] is not None and since <= moment:
            yield Result(each["year"], each["award"], since, each["chosen"], _address(each["page"]), each["sample"])


def _figures(rounds: list[dict[str, Any]], moment: datetime) -> Iterator[Figure]:
    """Yield the figure of each year, newest first, as the newest round that has it tells it."""
    found: dict[int, Figure] = {}
    for each in sorted(rounds, key=lambda each: each["year"]):
        if each["announced"] and _moment(each) <= moment:
            for figure in each["satisfaction"]:
                told = Figure(
                    figure["year"], figure["percent"], figure["target"], figure["replies"], tuple(figure["between"])
                )
                if told.replies >= MIN_GROUP and _is_sound(told):
                    found[told.year] = told
    yield from (found[year] for year in sorted(found, reverse=True))


def _is_sound(figure: Figure) -> bool:
    """Return whether a figure is what it says: percentages, the first of them between the ends of its interval."""
    ends = figure.between
    if not all(map(_PERCENT.fullmatch, (figure.percent, figure.target, *ends))):
        return False
    return not ends or (len(ends) == len(("low", "high")) and float(ends[0]) <= float(figure.percent) <= float(ends[1]))


def _address(text: str) -> str:
    """Return an address that may be led to, "" for any other: a browser runs some as a program."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    return text if parts.scheme in {"http", "https"} and parts.hostname else ""
