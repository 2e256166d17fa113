"""What was typed and not saved yet, kept in the workshop of a project until it is saved or thrown away.

Nothing of it is ever read by a build: it lies beside the store, not among the records. Each desk writes files of its
own, so that two desks on one folder lose nothing; what stays behind when one closes is offered by the next.
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from generator.disk.keeping import replace, restore
from generator.disk.own import ASIDE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from generator.amending.drafts import Differences, Draft
    from generator.amending.hand import Value
    from generator.disk.swap import Workshop
    from generator.model import Name
    from generator.reading.schema import Written

LARGEST: Final = 1024 * 1024
"""Bytes of what is kept of one form."""

MOST: Final = 40
"""How many are kept; the oldest goes first."""

_SHAPE: Final = {
    "page": str,
    "year": int,
    "entry": (int, None),
    "at": str,
    "digest": str,
    "base": (dict, None),
    "draft": dict,
}


class Unsaved(NamedTuple):
    """What somebody typed into a form: which one, when, on which file it was begun, what stood there, and the draft.

    `base` is as it was written, and None where nothing stood there: a new entry of a list.
    """

    page: str
    year: int
    entry: int | None
    at: str
    digest: str
    base: dict[str, Value] | None
    draft: Draft


class Drawer:
    """The drafts of a project; `desk` is the word of the desk that writes, in a file of its own for each form."""

    def __init__(self, workshop: Workshop, desk: str) -> None:
        """Read and write nothing yet."""
        self._workshop, self._desk = workshop, desk

    def keep(self, unsaved: Unsaved) -> str:
        """Keep a draft in the place of the last one of this desk, and return the name of its file.

        One that is too large, or that the disk does not take, is not kept and has no name: the browser has it still.
        """
        name = self._name(unsaved.page, unsaved.year, unsaved.entry)
        value = json.dumps(unsaved._asdict(), ensure_ascii=False).encode("utf-8", "replace")
        if len(value) > LARGEST:
            return ""
        with suppress(OSError):
            self._workshop.own.folder(self._workshop.folder)
            self._workshop.own.folder(self._folder)
            self._workshop.own.clear(self._folder / name)
            replace(self._folder / name, value)
            self._bound(name)
            return name
        return ""

    def kept(self, page: str | None, year: int) -> dict[str, Unsaved]:
        """Return the drafts of a year, or only those of one page, by the names of their files."""
        found = {name: self._read(name) for name in self._names()}
        return {name: each for name, each in found.items() if each and each.year == year and page in {None, each.page}}

    def done(self, page: str, year: int, entry: int | None) -> None:
        """Forget what this desk kept of a form."""
        self.drop(self._name(page, year, entry))

    def drop(self, name: str) -> None:
        """Forget a draft; nothing happens where there is none of that name."""
        if name in self._names():
            with suppress(OSError):
                restore(self._folder / name, None)

    @property
    def _folder(self) -> Path:
        return _folder(self._workshop)

    def _name(self, page: str, year: int, entry: int | None) -> str:
        return f"{year}-{page}-{'' if entry is None else entry}-{self._desk}.json"

    def _names(self) -> list[str]:
        return [path.name for path in _files(self._workshop) if path.name.endswith(".json")]

    def _read(self, name: str) -> Unsaved | None:
        try:
            return self._workshop.own.read(self._folder / name, _SHAPE, _unsaved)
        except OSError:
            return None

    def _bound(self, newest: str) -> None:
        files = [path for path in _files(self._workshop) if path.name != newest]
        files.sort(key=lambda path: path.stat().st_mtime_ns)
        for path in files[: max(0, len(files) + 1 - MOST)]:
            restore(path, None)


def _folder(workshop: Workshop) -> Path:
    return workshop.folder / "unsaved"


def _files(workshop: Workshop) -> list[Path]:
    folder = _folder(workshop)
    return sorted(path for path in folder.iterdir() if path.is_file()) if folder.is_dir() else []


def _unsaved(value: dict[str, Any]) -> Unsaved:
    """Return a draft as its file tells it; raises `ValueError` for a value that no form has."""
    for each in (value["base"], value["draft"]):
        if not _is_value(each):
            raise ValueError(each)
    return Unsaved(*(value[key] for key in Unsaved._fields))


def _is_value(value: object) -> bool:
    if isinstance(value, (dict, list)):
        return all(map(_is_value, value.values() if isinstance(value, dict) else value))
    return value is None or isinstance(value, str)


def waiting(workshop: Workshop) -> bool:
    """Return whether any desk left a draft of any form."""
    return bool(_files(workshop))


def forget(workshop: Workshop, people: Collection[tuple[str, Name]]) -> None:
    """Forget every draft that speaks of somebody, by id and name, and whatever is there and cannot be read."""
    for path in _files(workshop):
        try:
            value = None if ASIDE in path.name else json.loads(path.read_bytes())
        except (ValueError, RecursionError):
            value = None
        if value is None or any(_speaks(value, identity, name) for identity, name in people):
            restore(path, None)


def _speaks(value: Value, identity: str, name: Name) -> bool:
    if isinstance(value, dict):
        is_named = (value.get("first"), value.get("last") or "") == (name.first, name.last or "")
        return is_named or value.get("id") == identity or any(_speaks(each, identity, name) for each in value.values())
    if isinstance(value, list):
        return any(_speaks(each, identity, name) for each in value)
    return isinstance(value, str) and (value == identity or name.bare in " ".join(value.split()))


def rebased(differences: Differences, group: type[Written], unsaved: Unsaved, now: Draft) -> Draft:
    """Return a draft on a file that others may have changed since: what was typed stays, all else is as it is now."""
    return dict(_rebased(differences, group, unsaved.base or {}, unsaved.draft, now))


def _rebased(
    differences: Differences, group: type[Written], base: Value, draft: Draft, now: Draft
) -> Iterator[tuple[str, Value]]:
    from generator.reading.shapes import shapes

    for key, shape in shapes(group).items():
        typed, said = draft.get(key), now.get(key)
        if key not in draft or next(differences.of(group, base, draft, keys=(key,)), None) is None:
            yield key, said
        elif shape.group and not shape.many and isinstance(typed, dict) and isinstance(said, dict):
            inner = base.get(key) if isinstance(base, dict) else None
            yield key, dict(_rebased(differences, shape.group, inner, typed, said))
        else:
            yield key, typed
