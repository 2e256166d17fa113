"""Rules and looks that offices share: the files of a base lie under an office's own, and are overridden field by field.

A value that the office has not written is taken from its base, with the file and the place at which it stands there. A
group is filled up key by key; a list is one value, and is replaced whole: half of two lists of criteria is no rule. Who
an office is, and everything about people and results, is never taken: `ORGANISATION_KEYS` and `ROUND_KEYS` are all that
may be shared, and whatever else a base holds is told, and read by nobody.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from generator.problems import Problem, Text
from generator.reading import base_folders, folder, known
from generator.reading.folder import ORGANISATION, ROUND, WINNERS
from generator.reading.record import open_record, read_for
from generator.reading.source import read_text
from generator.reading.tree import Mapping, Place, Scalar, Source, place_of, plain
from generator.reading.wording import say, shown

if TYPE_CHECKING:
    from generator.reading.record import Record
    from generator.reading.schema import Kind
    from generator.reading.tree import Loc, Node, Plain, Saying
    from generator.store import Store

Keys: TypeAlias = "dict[str, Keys | None]"
"""The keys that may be shared; None for the whole value, or else which keys of the group."""


def _whole(*names: str) -> Keys:
    return dict.fromkeys(names)


ORGANISATION_KEYS: Final[Keys] = _whole(
    *("office_hours", "colours", "style", "weave", "season", "old_computers", "newsletter_name", "prepare_days"),
    *("outputs", "readings"),
)
ROUND_KEYS: Final[Keys] = {
    **_whole(
        *("year", "title", "award", "reasons", "objectives", "target_group", "owner", "budget", "outputs", "publicity"),
        *("steps", "result_at", "committee", "criteria", "tie_rule", "ties", "tally", "categories", "nominators"),
        "publish_totals",
    ),
    "outcomes": _whole("satisfaction_target", "satisfaction_method"),
    "survey": _whole(
        *("plain_link", "opens", "closes", "counted_until", "minutes", "other_ways", "aspects", "nameless"),
    ),
}
_OF_PEOPLE: Final = (
    *(folder.WINNERS_OF_YEAR, folder.NOMINEES, folder.SCORES, folder.TALLY, folder.SURVEY, folder.CERTIFICATES),
    *(folder.RECORDINGS, folder.PAPERS),
)


class Layer(NamedTuple):
    """What a file of a base says that may be shared, and what it is called from the project."""

    file: str
    tree: Mapping


@dataclass(slots=True)
class Bases:
    """The bases of one project, the nearest first, read once; `problems` is what is wrong with them."""

    store: Store | None = None
    whom: Text = field(default_factory=lambda: Text("", ""))
    problems: list[Problem] = field(default_factory=list)
    _folders: list[tuple[Path, str]] = field(default_factory=list)
    _layers: dict[str, list[Layer]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self._folders)

    @property
    def is_broken(self) -> bool:
        """Whether something is wrong with them, so that what is missing may be there."""
        return any(not problem.warning for problem in self.problems)

    def under(self, name: str) -> list[Layer]:
        """Return what lies under a file of the office, by its path below `winners/`."""
        keys = {ORGANISATION: ORGANISATION_KEYS, ROUND: ROUND_KEYS}.get(name.rpartition("/")[2])
        if keys is None:
            return []
        if name not in self._layers:
            layers = (self._layer(*each, name, keys) for each in self._folders)
            self._layers[name] = [layer for layer in layers if layer]
        return self._layers[name]

    def merged(self, name: str, own: Node) -> tuple[Node, dict[Loc, Source]]:
        """Return a file of the office with what it takes from its bases, and from where each such value is."""
        sources: dict[Loc, Source] = {}
        for layer in self.under(name):
            own = _over(own, layer.tree, (), Source(layer.file, self.whom), sources)
        return own, sources

    def said(self, name: str, own: Node | None = None) -> Plain:
        """Return the values that a file of the office has with what it takes; without the file, what it may take."""
        return plain(self.merged(name, own or Mapping(Place(1, 1)))[0])

    def add(self, place: Path, called: str) -> None:
        """Take in one more base; files of people in it are told, and not read."""
        self._folders.append((place, called))
        for year in folder.years(place / WINNERS):
            for name in _OF_PEOPLE:
                if os.path.lexists(place / WINNERS / f"{year}" / name):
                    self._tell(f"{called}/{WINNERS}/{year}/{name}", _people())

    def _layer(self, place: Path, called: str, name: str, keys: Keys) -> Layer | None:
        file = f"{called}/{WINNERS}/{name}"
        tree = self.read(place / WINNERS / name, file)
        if not isinstance(tree, Mapping):
            return None
        return Layer(file, self._shared(file, tree, keys, ()))

    def read(self, path: Path, file: str) -> Node | None:
        """Return what a file of a base says, None where there is none or it cannot be read; its problems are told."""
        if not path.is_file():
            return None
        text = read_text(path, file)
        tree, problems = (None, text) if not isinstance(text, str) else known.parse(file, text, self.store)
        self.problems += [_read_for(each, self.whom) for each in problems]
        return tree

    def _shared(self, file: str, tree: Mapping, keys: Keys, at: Loc) -> Mapping:
        """Return of a group what may be shared, and tell the rest."""
        kept = Mapping(tree.place)
        for key, value in tree.entries.items():
            if not at and key == base_folders.KEY and file.endswith(f"/{ORGANISATION}"):
                continue
            if key not in keys:
                self._tell(file, _own(key, keys), tree, (*at, key))
                continue
            inner = keys[key]
            kept.keys[key] = tree.keys[key]
            both = inner is not None and isinstance(value, Mapping)
            kept.entries[key] = self._shared(file, value, inner, (*at, key)) if both else value  # type: ignore[arg-type]
        return kept

    def _tell(self, file: str, saying: Saying, tree: Node | None = None, loc: Loc = ()) -> None:
        place = place_of(tree, loc[-1:], on_key=True) if tree else (0, 0)
        name = ".".join(map(str, loc))
        self.problems.append(_read_for(Problem(file, *place, name, saying.message, saying.fix), self.whom))


def of(project: Path, store: Store | None = None) -> Bases:
    """Return the bases of a project: none where its record names none, or cannot be read."""
    own, name = project / WINNERS / ORGANISATION, f"{WINNERS}/{ORGANISATION}"
    text = read_text(own, name) if own.is_file() else None
    tree = known.parse(name, text, store)[0] if isinstance(text, str) else None
    bases = Bases(store, _whom(tree, project))
    here, called, root = base_folders.root_of(project), name, base_folders.root_of(project)
    seen, in_sight = {os.path.realpath(here)}, base_folders.folders(project)
    while isinstance(tree, Mapping):
        written = tree.entries.get(base_folders.KEY)
        if not isinstance(written, Scalar) or not (written.text or "").strip():
            break
        place = base_folders.place(here, written.text or "")
        fault = _fault(place, seen, written.text or "")
        if fault is None and place not in in_sight:
            fault = _hidden(written.text or "")
        if fault:
            problem = Problem(called, *written.place, base_folders.KEY, fault.message, fault.fix)
            bases.problems.append(_read_for(problem, bases.whom) if bases else problem)
            break
        seen.add(os.path.realpath(place))
        from_here = from_project(root, place)
        bases.add(place, from_here)
        here, called = place, f"{from_here}/{WINNERS}/{ORGANISATION}"
        tree = bases.read(place / WINNERS / ORGANISATION, called)
        if bases.problems and tree is None:
            break
    for each in (ORGANISATION, *(f"{year}/{ROUND}" for year in folder.years(project / WINNERS))):
        bases.under(each)  # its problems are told with the others
    bases.problems = list(dict.fromkeys(bases.problems))  # a base is read for its own base, and for what it says
    return bases


def open_shared(project: Path, name: str, kind: type[Kind], store: Store | None = None) -> Record[Kind] | None:
    """Return the record in a file below `winners/` with what it takes from bases, as far as it could be read."""
    bases, file = of(project, store), f"{WINNERS}/{name}"
    return open_record(project / file, file, kind, store, lambda own: bases.merged(name, own))[0]


def _over(own: Node, under: Mapping, at: Loc, source: Source, sources: dict[Loc, Source]) -> Node:
    """Return a value of the office filled up with what lies under it."""
    if not isinstance(own, Mapping):
        return own
    entries, keys = dict(own.entries), dict(own.keys)
    for key, value in under.entries.items():
        mine = entries.get(key)
        if mine is None or (isinstance(mine, Scalar) and mine.text is None):
            entries[key], keys[key] = value, under.keys[key]
            sources[*at, key] = source
        elif isinstance(value, Mapping):
            entries[key] = _over(mine, value, (*at, key), source, sources)
    return Mapping(own.place, entries, keys)


def _fault(place: Path, seen: set[str], written: str) -> Saying | None:
    if os.path.realpath(place) in seen:
        return _circle(written)
    if not os.path.isdir(place / WINNERS):  # noqa: PTH112 - False as well for a name that no disk can have
        return _missing(written)
    return _too_many() if len(seen) > base_folders.MOST else None


def _whom(tree: Node | None, project: Path) -> Text:
    """Return what an office calls itself, for whoever mends a base that many read."""
    entries = tree.entries if isinstance(tree, Mapping) else {}
    named = (entries.get(key) for key in ("short_name", "name"))
    said = next((each.text for each in named if isinstance(each, Scalar) and each.text), None)
    name = said or base_folders.root_of(project).absolute().name
    return Text(name, name)


def from_project(root: Path, place: Path) -> str:
    """Return what a base is called from the project; on another drive it has no way from here."""
    try:
        return Path(os.path.relpath(place, root)).as_posix()
    except ValueError:
        return place.as_posix()


def _read_for(problem: Problem, whom: Text) -> Problem:
    return replace(problem, message=read_for(problem.message, whom))


def _own(key: str, keys: Keys) -> Saying:
    return say(
        f"{shown(key)} ไม่ใช่สิ่งที่หลายหน่วยงานใช้ร่วมกันได้",
        f"{shown(key)} is nothing that offices may share",
        f"ย้ายไปไว้ในไฟล์ของแต่ละหน่วยงาน ในโครงการฐานเขียนได้: {' '.join(keys)}",
        f"move it into each office's own file; a base may have: {', '.join(keys)}",
    )


def _people() -> Saying:
    return say(
        "ไฟล์ของคนและผลไม่มีในโครงการฐาน จึงไม่ได้อ่าน",
        "people and results are never taken from a base, so this file is not read",
        "ย้ายไปไว้ในโฟลเดอร์ของหน่วยงานนั้น",
        "move it into the folder of that office",
    )


def _missing(written: str) -> Saying:
    return say(
        f"ไม่พบโครงการฐานที่ {shown(written)} หรือในนั้นไม่มีโฟลเดอร์ {WINNERS}",
        f"there is no base at {shown(written)}, or no folder {WINNERS} in it",
        "เขียนทางไปจากโฟลเดอร์ของหน่วยงาน เช่น base: ../_ฐาน หรือลบบรรทัดนี้แล้วเขียนทุกช่องเอง",
        "write the way from this office's folder, e.g. base: ../_base, or delete the line and write every field here",
    )


def _circle(written: str) -> Saying:
    return say(
        f"โครงการฐาน {shown(written)} วนกลับมาที่เดิม",
        f"the base {shown(written)} leads back to where it began",
        "ฐานของหน่วยงานเป็นตัวเองหรือฐานที่ใช้แล้วไม่ได้ แก้หรือลบบรรทัดนี้",
        "no project is its own base: correct or delete this line",
    )


def _hidden(written: str) -> Saying:
    """Say that a base was named past the quick look, which finds changes in it and keeps it from strangers' records."""
    return say(
        f"บรรทัด base ({shown(written)}) ไม่ได้เขียนแบบที่โปรแกรมมองหา จึงไม่เปิด",
        f"the base {shown(written)} is not written where it is looked for, and is not opened",
        "เขียนเป็นบรรทัดของตัวเองชิดขอบซ้าย เช่น base: ../_ฐาน และบันทึกไฟล์เป็น UTF-8",
        "write it on a line of its own at the left edge, base: ../_base, and save the file as UTF-8",
    )


def _too_many() -> Saying:
    return say(
        f"โครงการฐานซ้อนกันเกิน {base_folders.MOST} ชั้น",
        f"more than {base_folders.MOST} bases stand one above another",
        "รวมฐานบนสุดเข้ากับฐานถัดมา",
        "write the uppermost into the one below it",
    )
