"""Which place each office's site of a batch goes to, and the site in front of them all, as far as it may go up.

With one host for all, an office stands in the folder that its own address names: that is where its codes lead.
"""

from __future__ import annotations

import hashlib
import re
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import urlsplit

from generator.batch import task, wording
from generator.batch.province import entries, making
from generator.publishing import faults, state
from generator.publishing.release import Wanted
from generator.reading.province import province

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.batch.ledger import Entry
    from generator.batch.wording import Said
    from generator.disk.swap import Workshop

BUILT: Final = frozenset({task.DONE, task.SAME, task.PARTLY})
"""The states of offices whose site is of this run."""
_PART: Final = re.compile(r"[a-z0-9][a-z0-9._~-]*", re.IGNORECASE | re.ASCII)
_OF_FRONT: Final = frozenset({"assets", "search", "data"})


class Place(NamedTuple):
    """Where an office's site goes below the front, or why it cannot; both empty is a host of its own."""

    folder: str = ""
    fault: Said | None = None


def folders(sites: Mapping[str, str], front: str) -> dict[str, Place]:
    """Return the folder of each office on one host, from the addresses of their sites; `front` is the front's, or "".

    Two offices in one folder would replace each other, so the second has a fault; so has one within another's.
    """
    found: dict[str, Place] = {}
    taken: dict[str, str] = {}
    for name, site in sites.items():
        folder = _below(site, front)
        if folder is None:
            found[name] = Place(fault=wording.no_folder_of_its_own(site, front))
            continue
        key = folder.casefold()
        other = next((taken[each] for each in taken if _within(key, each) or _within(each, key)), "")
        if other:
            found[name] = Place(fault=wording.folder_of_another(folder, other))
        else:
            taken[key] = name
            found[name] = Place(folder)
    return found


def _within(folder: str, other: str) -> bool:
    return folder == other or folder.startswith(f"{other}/")


def _below(site: str, front: str) -> str | None:
    """Return the folder that an address names below the front's; None where it names none that could be."""
    try:
        path = urlsplit(site).path
    except ValueError:
        return None
    if front:
        if not site.startswith(f"{front}/"):
            return None
        path = site.removeprefix(front)
    parts = path.strip("/").split("/")
    sound = all(map(_PART.fullmatch, parts)) and parts[0].casefold() not in _OF_FRONT
    return "/".join(parts) if sound and not parts[0].startswith("district-") else None


def front(workshop: Workshop, ledger: Mapping[str, Entry], now: datetime) -> Wanted:
    """Return the site in front of all offices, ready to go up; raises `ProblemsFound` where it may not.

    It may not where it is of another moment than now, or of other data than the offices have published since.
    """
    known = making.note(workshop)
    why = _unfit(workshop, ledger, known, now)
    faults.found(making.FOLDER, iter((why,) if why else ()))
    assert known is not None  # noqa: S101 - or it is unfit
    folder = workshop.project / making.FOLDER

    def read(name: str) -> bytes:
        value = (folder / name).read_bytes()
        if hashlib.sha256(value).hexdigest() != known["files"][name][0]:
            raise faults.changed_since(name)
        return value

    files = {name: state.File(state.digest_of(digest), size) for name, (digest, size) in known["files"].items()}
    return Wanted(files, read, frozenset(), now.isoformat(), owner=known["owner"])


def _unfit(workshop: Workshop, ledger: Mapping[str, Entry], known: dict[str, Any] | None, now: datetime) -> Said | None:
    if known is None:
        return wording.NO_FRONT
    moment = datetime.fromisoformat(known["moment"])
    if moment > now:
        return wording.OWN_CLOCK
    if known["until"] and datetime.fromisoformat(known["until"]) <= now:
        return wording.FRONT_LATE
    if making.key(province(workshop.project), entries.offices(ledger, moment), moment) != known["key"]:
        return wording.FRONT_OLD
    return None
