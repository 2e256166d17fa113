"""One file against its schema: the record, whole or in part, and each problem at its place; no rule across values."""

from __future__ import annotations

import dataclasses
import difflib
import re
from dataclasses import dataclass
from functools import lru_cache
from types import NoneType
from typing import TYPE_CHECKING, Annotated, Any, Generic, NamedTuple, cast, get_args

from pydantic import TypeAdapter, ValidationError

from generator.problems import Problem, Text
from generator.reading import guide, known, wording
from generator.reading.fields import SAID
from generator.reading.schema import Kind, Outputs, Written
from generator.reading.source import read_text
from generator.reading.tree import (
    Fault,
    Mapping,
    Saying,
    Scalar,
    Sequence,
    field_path,
    find,
    nearest,
    place_of,
    plain,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from collections.abc import Mapping as Keyed
    from pathlib import Path

    from pydantic_core import ErrorDetails

    from generator.reading.tree import Loc, Node, Source
    from generator.store import Store

    Fill = Callable[[Node], tuple[Node, dict[Loc, Source]]]
    """Returns a file's tree with what it takes from others, and from where each such value is."""


_NOTHING = re.compile(
    r"(?:ยัง)?ไม่มี(?:ข้อมูล|ค่า)?|ไม่(?:ได้)?ระบุ|(?:ยัง)?ไม่ทราบ|ไม่ปรากฏ|ไม่แน่ใจ|รอ(?:ข้อมูล|กรอก|เติม|ยืนยัน|แจ้ง)|(?:เว้น)?ว่าง(?:ไว้)?"
    r"|[-–—_.…?*]+|x{2,}|n\.?[/.]?a\.?|none|nil|tba|tbd|unknown",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Record(Generic[Kind]):
    """What one file says; what was refused of `value` raises `Unread` when asked for.

    Where `whole` is false the form itself was wrong (a key twice, say), so that an item may have swallowed another.
    """

    file: str
    tree: Node
    value: Kind
    whole: bool
    sources: Keyed[Loc, Source] = dataclasses.field(default_factory=dict)

    def problem(self, fault: Fault) -> Problem:
        """Return a fault as a problem, now that its place is known; that of a value from elsewhere is there."""
        place = place_of(self.tree, fault.loc, on_key=fault.on_key)
        message, fix = fault.saying
        source = self.source(fault.loc)
        if source:
            message = read_for(message, source.whom)
        file = source.file if source else self.file
        return Problem(file, *place, field_path(fault.loc), message, fix, fault.warning)

    def source(self, loc: Loc) -> Source | None:
        """Return from where a value is, or what is around it where it is missing; None for the file itself."""
        if not self.sources:
            return None
        here = nearest(self.tree, loc)
        return next((self.sources[here[:n]] for n in range(1, len(here) + 1) if here[:n] in self.sources), None)


def read_for(message: Text, whom: Text) -> Text:
    """Return a fault of a value that an office shares with others, with the name of the one that it was read for."""
    return Text(f"{message.th} (อยู่ในโครงการฐาน อ่านให้ {whom.th})", f"{message.en} (in a base, read for {whom.en})")


def open_record(
    path: Path, file: str, kind: type[Kind], store: Store | None = None, fill: Fill | None = None
) -> tuple[Record[Kind] | None, list[Problem]]:
    """Return the record in a file, as far as it could be read, and everything that is wrong with the file by itself.

    What sound files say is kept in the store, if there is one; `fill` adds what the file takes from others.
    """
    text = read_text(path, file)
    return record_of(text, file, kind, store, fill) if isinstance(text, str) else (None, text)


def record_of(
    text: str, file: str, kind: type[Kind], store: Store | None = None, fill: Fill | None = None
) -> tuple[Record[Kind] | None, list[Problem]]:
    """Return the same for text that stands in a file."""
    tree, problems = known.parse(file, text, store)
    if tree is None:
        return None, problems
    if isinstance(tree, Mapping) and not tree.entries and _needs_something(kind):
        return None, [*problems, Problem(file, 1, 1, "", *_nothing_in_it())]
    tree, sources = fill(tree) if fill else (tree, dict["Loc", "Source"]())
    values = plain(tree)
    whole = all(problem.warning for problem in problems)
    left_open = (_with_example(kind, fault) for fault in _left_open(kind, tree))
    nothing, absent = [*_nothing_meant(kind, tree), *left_open], list(_absent(kind, tree))
    try:
        record = Record(file, tree, kind.model_validate(values), whole, sources)
        return record, problems + [
            record.problem(_with_example(kind, fault)) for fault in (*nothing, *_missing(absent))
        ]
    except ValidationError as error:
        errors = error.errors(include_url=False)
    part = Record(file, tree, _salvage(kind, values, {_loc(each) for each in errors}), whole, sources)
    told = {problem.field for problem in problems if not problem.warning}
    without = {fault.loc for fault in nothing}
    faults = (
        each for each in _faults(kind, tree, errors, absent) if each.loc not in without and not _follows(each, told)
    )
    return part, problems + [
        part.problem(fault) for fault in (*nothing, *(_with_example(kind, each) for each in faults))
    ]


def _with_example(kind: type[Written], fault: Fault) -> Fault:
    """Return a fault of an empty value with an example of what belongs there, as the guide has it."""
    *group, key = fault.loc or ("",)
    owner = _kind_at(kind, tuple(group))
    if fault.saying != wording.empty() or key not in owner.model_fields or guide.named(owner, str(key)) is None:
        return fault
    return dataclasses.replace(fault, saying=wording.empty(guide.entry(owner, str(key)).example))


def _none(text: str, key: str) -> Saying:
    """Describe a word for none, which would be printed, where the whole line may be left out."""
    return wording.say(
        f"{wording.shown(text)} โปรแกรมจะใช้เป็นค่าของช่อง {key} จริง ๆ",
        f"{wording.shown(text)} would be taken for the value of {key}",
        f"ไม่มีข้อมูล ให้ลบทั้งบรรทัด {key}:",
        f"leave out the line {key}: if there is none",
    )


def _nothing_meant(kind: type[Written], node: Node, at: Loc = ()) -> Iterator[Fault]:
    """Yield the words for none, as forms on paper are filled in, where a value may just be left out."""
    if kind is Outputs:  # there it is a choice
        return
    for key, each in node.entries.items() if isinstance(node, Mapping) else ():
        field, loc = kind.model_fields.get(key), (*at, key)
        if field is None:
            continue
        if isinstance(each, Scalar):
            group = _inner(kind, key)
            if (
                not field.is_required()
                and not _is_told(kind, key, node)
                and not group
                and each.text is not None
                and _NOTHING.fullmatch(each.text.strip(" ()[]"))
            ):
                yield Fault(loc, _none(each.text, key))
            continue
        inner = _inner(kind, key)
        if inner:
            items = enumerate(each.items) if isinstance(each, Sequence) else ()
            yield from _nothing_meant(inner[0], each, loc)
            for index, item in items:
                yield from _nothing_meant(inner[0], item, (*loc, index))


def _is_told(kind: type[Written], key: str, node: Node) -> bool:
    """Return whether there is what a key must be told with."""
    return key in kind.told_with and find(node, kind.told_with[key]) is not None


def _absent(kind: type[Written], node: Node, at: Loc = ()) -> Iterator[Loc]:
    """Yield the keys that are missing because of other keys.

    What would do without them is missing, too: a team holds no post. Or there is what they are told with: who consented
    to be shown has a citation, and nobody asks for one that nothing may print.
    """
    if not isinstance(node, Mapping):
        return
    either = {**kind.unless, **kind.instead}
    yield from ((*at, key) for key, other in either.items() if not {key, other} & node.entries.keys())
    yield from ((*at, key) for key in kind.told_with if key not in node.entries and _is_told(kind, key, node))
    for key, each in node.entries.items():
        inner = _inner(kind, key) if key in kind.model_fields else None
        if inner:
            yield from _absent(inner[0], each, (*at, key))
            for index, item in enumerate(each.items) if isinstance(each, Sequence) else ():
                yield from _absent(inner[0], item, (*at, key, index))


def _left_open(kind: type[Written], node: Node, at: Loc = ()) -> Iterator[Fault]:
    """Yield the keys that are there without a value, where nothing that is counted stands for them."""
    if not isinstance(node, Mapping):
        return
    said = {key for key, each in node.entries.items() if not isinstance(each, Scalar) or each.text is not None}
    open_ = (key for key, other in kind.instead.items() if key in node.entries and not {key, other} & said)
    yield from (Fault((*at, key), wording.empty()) for key in open_)
    for key, each in node.entries.items():
        inner = _inner(kind, key) if key in kind.model_fields else None
        if inner:
            yield from _left_open(inner[0], each, (*at, key))
            for index, item in enumerate(each.items) if isinstance(each, Sequence) else ():
                yield from _left_open(inner[0], item, (*at, key, index))


def _follows(fault: Fault, told: set[str]) -> bool:
    """Return whether a value is empty only because everything in it was refused before."""
    return fault.saying == wording.empty() and field_path(fault.loc) in told


def _needs_something(kind: type[Written]) -> bool:
    return any(field.is_required() for field in kind.model_fields.values())


def _nothing_in_it() -> Saying:
    return wording.say(
        "ไฟล์นี้ว่าง",
        "this file is empty",
        "คัดลอกไฟล์ชื่อเดียวกันจากชุดตัวอย่างที่ดาวน์โหลดมา แล้วแก้เป็นข้อมูลของหน่วยงาน",
        "copy the file of this name from the sample, and put your own facts into it",
    )


def _loc(error: ErrorDetails) -> Loc:
    return tuple(part for part in error["loc"] if part != "[key]")


def _faults(kind: type[Written], tree: Node, errors: list[ErrorDetails], absent: list[Loc]) -> Iterator[Fault]:
    """Turn pydantic's errors into faults; a misspelt key is not reported as missing, too."""
    meant: set[Loc] = set()
    strange: dict[Loc, list[str]] = {}
    missing: list[Loc] = absent + [_loc(error) for error in errors if error["type"] == "missing"]
    for loc in (_loc(error) for error in errors if error["type"] == "extra_forbidden"):
        group, key = loc[:-1], str(loc[-1])
        known = _known_keys(kind, group)
        due = [each for each in known if (*group, each) in missing and (*group, each) not in meant]
        near = difflib.get_close_matches(key, due, n=1) or difflib.get_close_matches(key, known, n=1)
        if near:
            meant.add((*group, near[0]))
            yield Fault(loc, wording.misspelt_key(key, near[0]), on_key=True)
        else:
            strange.setdefault(group, []).append(key)
    for group, keys in strange.items():
        yield Fault((*group, keys[0]), wording.unknown_keys(keys, _known_keys(kind, group)), on_key=True)
    yield from _missing([loc for loc in missing if loc not in meant])
    for error in errors:
        if error["type"] not in {"extra_forbidden", "missing"}:
            yield Fault(_loc(error), _saying(error, find(tree, _loc(error)), _due(kind, _loc(error))))


def _missing(locs: list[Loc]) -> Iterator[Fault]:
    """Yield one fault for each group that lacks keys: an item begun and left is one slip, not ten."""
    groups: dict[Loc, list[str]] = {}
    for loc in locs:
        groups.setdefault(loc[:-1], []).append(str(loc[-1]))
    for group, keys in groups.items():
        yield Fault((*group, keys[0]), wording.missing(keys))


def _saying(error: ErrorDetails, written: Node | None, group: _Group | None) -> Saying:
    kind, context = error["type"], error.get("ctx", {})
    if kind == SAID:
        saying = context["saying"]
        if isinstance(saying, Saying):
            return saying
    if kind == "too_short":
        return wording.too_few(context["min_length"])
    if kind == "too_long":
        return wording.too_many(context["max_length"])
    if isinstance(written, Scalar) and written.text is None:
        return wording.empty()
    shape = "list" if isinstance(written, Sequence) else "group" if isinstance(written, Mapping) else "text"
    keys, optional = (group.keys, group.optional) if group else ((), False)
    return wording.wrong_shape(wording.BUILT_IN_SHAPES[kind], shape, keys, optional=optional)


class _Group(NamedTuple):
    """The group of keys that belongs somewhere: the keys that it must have, and whether it may be left out."""

    keys: tuple[str, ...]
    optional: bool


def _due(kind: type[Written], loc: Loc) -> _Group | None:
    """Return the group that belongs at a path, or None where a plain value or a list belongs."""
    here, optional, listed = kind, False, False
    for part in loc:
        listed = False
        if isinstance(part, str):
            inner = _inner(here, part) if part in here.model_fields else None
            if inner is None:
                return None
            optional = NoneType in get_args(here.model_fields[part].annotation)
            here, listed = inner
    if listed:
        return None
    return _Group(tuple(key for key, field in here.model_fields.items() if field.is_required()), optional)


def _known_keys(kind: type[Written], loc: Loc) -> list[str]:
    """Return the keys of the group at a path."""
    return list(_kind_at(kind, loc).model_fields)


def _kind_at(kind: type[Written], loc: Loc) -> type[Written]:
    """Return the kind of the group at a path, or of the nearest above it."""
    for part in loc:
        inner = _inner(kind, part) if isinstance(part, str) and part in kind.model_fields else None
        kind = inner[0] if inner else kind
    return kind


@lru_cache(maxsize=256)
def _inner(kind: type[Written], key: str) -> tuple[type[Written], bool] | None:
    """Return the kind of the groups in a field and whether it is a list of them; None for a field of plain values."""
    annotation: Any = kind.model_fields[key].annotation
    many = getattr(annotation, "__origin__", None) is list
    candidates = [each for each in get_args(annotation) if each is not NoneType] or [annotation]
    found = candidates[0]
    return (found, many) if isinstance(found, type) and issubclass(found, Written) else None


@lru_cache(maxsize=256)
def _adapter(kind: type[Written], key: str) -> TypeAdapter[Any]:
    field = kind.model_fields[key]
    annotation: Any = field.annotation
    return TypeAdapter(Annotated[annotation, *field.metadata] if field.metadata else annotation)


def _salvage(kind: type[Kind], values: object, refused: set[Loc], at: Loc = ()) -> Kind:
    """Return what could be read of the group at the path `at`, without the refused values."""
    sound: dict[str, Any] = {}
    unread = set(kind.model_fields)
    for key, field in kind.model_fields.items():
        loc = (*at, key)
        inner = _inner(kind, key)
        written = values.get(key) if isinstance(values, dict) else None
        if loc in refused or not isinstance(values, dict) or (key not in values and field.is_required()):
            continue
        if key not in values:
            unread.discard(key)
        elif inner and inner[1] and isinstance(written, list):
            sound[key] = [_salvage(inner[0], item, refused, (*loc, index)) for index, item in enumerate(written)]
        elif inner and isinstance(written, dict):
            sound[key] = _salvage(inner[0], written, refused, loc)
        elif not any(each[: len(loc)] == loc for each in refused):
            sound[key] = _adapter(kind, key).validate_python(written)
    made = cast("Kind", kind.model_construct(**sound))
    for key in unread - set(sound):
        made.__dict__.pop(key, None)
    return made
