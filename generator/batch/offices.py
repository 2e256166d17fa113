"""Which offices a batch is of: the folders below one folder, or a list's rows; reads of each no more than its name.

Two things of one name would overwrite or impersonate each other, so an office that is there twice is found here, before
anything is built: the same folder twice, a name of a row twice, and records that call themselves as others do.
"""

from __future__ import annotations

import csv
import os
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from generator.batch import wording
from generator.disk import stamping
from generator.problems import Problem, ProblemsFound
from generator.reading.base_folders import folders
from generator.reading.folder import ORGANISATION, WINNERS, sayable, unfit
from generator.reading.source import read_text
from generator.reading.whose import Whose, whose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.problems import Text

    Fetch = Callable[["Row"], Path]
    Known = tuple[list[int], Whose]

DEEPEST: Final = 3
"""How many folders deep an office may lie: province, district, office."""
_LONGEST = 80
_SOURCES = frozenset({"folder", "source", "โฟลเดอร์", "ที่มา"})
_NAMES = frozenset({"office", "name", "หน่วยงาน", "ชื่อ"})
_MARKS = (",", ";", "\t")
_UNFIT = frozenset('/\\:*?"<>|')
_GIT = ("https://", "ssh://", "file://")
_USER_IN = re.compile(r"(?<=^https:)//[^/@]*@|//[^/@]*:[^/@]*@")
_KEY_IN = re.compile(r"[?#].*")


@dataclass(frozen=True, slots=True)
class Row:
    """What names an office: where its records are from, and where that is written; line 0 is no list."""

    name: str
    source: str
    place: str
    line: int = 0

    @property
    def is_git(self) -> bool:
        """Whether the records are fetched from a git host."""
        return self.source.startswith(_GIT) or (self.source.startswith("git@") and ":" in self.source)

    @property
    def shown(self) -> str:
        """The source as it may be shown and kept: a password or a key in an address is left out."""
        return _KEY_IN.sub("?…", _USER_IN.sub("//…@", self.source)) if self.is_git else self.source

    @property
    def is_archive(self) -> bool:
        """Whether the records are in a ZIP."""
        return not self.is_git and self.source.lower().endswith(".zip")


@dataclass(frozen=True, slots=True)
class Office:
    """One office of a batch: its project folder, or the fault for which it cannot be built."""

    name: str
    row: Row
    project: Path | None = None
    whose: Whose = field(default_factory=Whose)
    fault: Problem | None = None
    stamp: list[int] = field(default_factory=list)
    """Size and time of the record that says whose it is."""


def rows(where: Path) -> list[Row]:
    """Return what a folder or a list names, in order of name or line; raises `ProblemsFound` where that is nothing."""
    if where.is_dir():
        if (where / WINNERS).is_dir():
            raise ProblemsFound((Problem(str(where), 0, 0, "", *wording.ONE_OFFICE),))
        found = [Row(_below(where, folder), str(folder), str(folder)) for folder in _folders(where, DEEPEST)]
    elif where.is_file():
        found = list(_listed(where))
    else:
        raise ProblemsFound((Problem(str(where), 0, 0, "", *wording.NO_BATCH),))
    bases = {os.path.realpath(base) for row in found if not row.line for base in folders(Path(row.source))}
    found = [row for row in found if row.line or os.path.realpath(row.source) not in bases]
    if not found:
        raise ProblemsFound((Problem(str(where), 0, 0, "", *wording.NOBODY),))
    return found


def opened(found: Iterable[Row], fetch: Fetch, known: dict[str, Known] | None = None) -> list[Office]:
    """Return the office of each row; `fetch` brings what is not a folder, or raises `ProblemsFound`.

    What is `known` of a project folder from before holds as long as its record has the same stamp.
    """
    names: dict[str, Row] = {}
    places: dict[str, Row] = {}
    offices = []
    for row in found:
        nowhere = _unsayable(row)
        if nowhere:
            offices.append(nowhere)
            continue
        try:
            _once(names, row.name.casefold(), row, wording.name_twice)
            project = fetch(row) if row.is_git or row.is_archive else Path(row.source)
            _once(places, os.path.realpath(project), row, wording.folder_twice)
            _confirm(project, row)
            offices.append(_told(row, project, (known or {}).get(str(project))))
        except ProblemsFound as fault:
            offices.append(Office(row.name, row, fault=fault.problems[0]))
    return _of_their_own_names(offices)


def _unsayable(row: Row) -> Office | None:
    """Return a row whose folder has a name that nobody can write down as an office that is nowhere."""
    fault = unfit(row.source)
    if fault is None:
        return None
    row = replace(row, name=sayable(row.name), source=fault.file, place=sayable(row.place))
    return Office(row.name, row, fault=replace(fault, file=row.place, line=row.line))


def _told(row: Row, project: Path, known: Known | None) -> Office:
    stamp = stamping.one(project, f"{WINNERS}/{ORGANISATION}") or []
    return Office(row.name, row, project, known[1] if known and known[0] == stamp else whose(project), stamp=stamp)


def _once(seen: dict[str, Row], key: str, row: Row, say: Callable[[str], tuple[Text, Text]]) -> None:
    first = seen.setdefault(key, row)
    if first is not row:
        where = f"{first.place}:{first.line}" if first.line else first.source
        raise ProblemsFound((Problem(row.place, row.line, 1 if row.line else 0, "", *say(where)),))


def _confirm(project: Path, row: Row) -> None:
    """Raise `ProblemsFound` for a folder that is missing, cannot be read, or holds no records.

    Records from elsewhere may name no base: they would have files of this machine read.
    """
    try:
        there = {each.name for each in project.iterdir()}
        fault = None if WINNERS in there else wording.no_records(str(project))
        list((project / WINNERS).iterdir()) if fault is None else ()
    except FileNotFoundError:
        fault = wording.missing(str(project))
    except OSError as refused:
        fault = wording.unreadable(str(project), refused.strerror or str(refused))
    if fault is None and (row.is_git or row.is_archive) and folders(project):
        raise ProblemsFound((Problem(f"{WINNERS}/{ORGANISATION}", 0, 0, "base", *wording.BASE_ELSEWHERE),))
    if fault:
        raise ProblemsFound((Problem(row.place, row.line, 1 if row.line else 0, "", *fault),))


def _of_their_own_names(offices: list[Office]) -> list[Office]:
    """Return the offices, where the second of two that call themselves the same has a fault.

    It was copied from the first and never changed, mostly: its papers would go out under the other's name.
    """
    owners: dict[tuple[str, ...], Office] = {}
    judged = []
    for office in offices:
        called = (office.whose.name, office.whose.district, office.whose.province)
        owner = owners.setdefault(called, office) if office.whose.name else office
        if owner is not office and office.fault is None:
            fault = Problem(f"{WINNERS}/organisation.yaml", 0, 0, "name", *wording.of_another(owner.name, called[0]))
            judged.append(replace(office, project=None, fault=fault))
        else:
            judged.append(office)
    return judged


def _folders(folder: Path, depth: int, above: frozenset[str] = frozenset()) -> Iterator[Path]:
    """Yield the offices' folders; one in which nothing is found at any depth is an office whose records are missing.

    Links come last, so that an office that is found twice stands under its own name; one that leads back is no folder.
    """
    within = above | {os.path.realpath(folder)}
    there = (each for each in _visible(folder) if os.path.realpath(each) not in within)
    for each in sorted(there, key=lambda each: (each.is_symlink(), each)):
        below = [] if depth == 1 or _holds_records(each) else list(_folders(each, depth - 1, within))
        yield from [one for one in below if _holds_records(one)] or [each]


def _holds_records(folder: Path) -> bool:
    return os.path.lexists(folder / WINNERS) or not os.access(folder, os.R_OK | os.X_OK)


def _visible(folder: Path) -> Iterator[Path]:
    """Yield the folders in a folder that somebody made by hand."""
    if os.access(folder, os.R_OK | os.X_OK):
        yield from (each for each in folder.iterdir() if each.is_dir() and not each.name.startswith((".", "_")))


def _below(where: Path, folder: Path) -> str:
    return folder.relative_to(where).as_posix()


def _listed(file: Path) -> Iterator[Row]:
    """Yield the rows of a list: a source in the first column or under its heading, and perhaps a name."""
    text = read_text(file, file.name)
    if not isinstance(text, str):
        raise ProblemsFound(text)
    source, name = 0, 1
    lines = text.lstrip("\ufeff").splitlines()
    table = csv.reader(lines, delimiter=_mark(lines))
    for number, cells in enumerate(_sound(table, file), 1):
        written = [cell.strip() for cell in cells]
        if not any(written) or written[0].startswith("#"):
            continue
        heads = [cell.casefold() for cell in written]
        if _SOURCES & {*heads}:
            source = next(index for index, head in enumerate(heads) if head in _SOURCES)
            name = next((index for index, head in enumerate(heads) if head in _NAMES), len(heads))
            continue
        yield _row(file, number, *(written[index] if index < len(written) else "" for index in (source, name)))


def _mark(lines: list[str]) -> str:
    """Return the mark between cells: that by which the headings are what they are; Excel has others in other lands."""
    heads = _SOURCES | _NAMES
    return next((mark for mark in _MARKS for line in lines if _known(line, mark) & heads and mark in line), ",")


def _known(line: str, mark: str) -> set[str]:
    return {cell.strip(' "').casefold() for cell in line.split(mark)}


def _sound(table: Iterator[list[str]], file: Path) -> Iterator[list[str]]:
    """Yield the rows of a table; raises `ProblemsFound` for a cell that no list of offices has."""
    number = 0
    try:
        for number, cells in enumerate(table, 1):  # noqa: B007 - where it ends is told
            yield cells
    except csv.Error:
        raise ProblemsFound((Problem(file.name, number + 1, 1, "", *wording.NO_ROW),)) from None


def _row(file: Path, line: int, source: str, name: str) -> Row:
    row = Row(name, source, file.name, line)
    if not row.is_git:
        row = replace(row, source=str(file.parent / _from_home(source)))
    plain = row.shown.partition("?…")[0] if row.is_git else source
    last = plain.rstrip("/\\").replace("\\", "/").rpartition("/")[2]
    return replace(row, name=_as_name(name or last.removesuffix(".git").removesuffix(".zip")) or f"{line}")


def _from_home(source: str) -> Path:
    """Return a folder as it was typed, with the user's own where `~` stands; of a user whom nobody knows, as it is."""
    try:
        return Path(source).expanduser()
    except RuntimeError:
        return Path(source)


def _as_name(text: str) -> str:
    """Return a name that a folder can have on any system."""
    kept = "".join(" " if letter in _UNFIT or not letter.isprintable() else letter for letter in text)
    return " ".join(kept.split()).strip(".")[:_LONGEST]
