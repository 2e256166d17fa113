"""Walks every text that a record holds, by the schema, so that no field is forgotten; judges none."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from pydantic import BeforeValidator

from generator.reading import fields
from generator.reading.schema import Unread, Written
from generator.reading.tree import Scalar, find
from generator.thai.digits import to_arabic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo

    from generator.reading import schema
    from generator.reading.record import Record
    from generator.reading.tree import Loc, Saying

Kind = Literal["text", "phone", "address", "day", "page", "code"]
"""What a value is: words that are published, a telephone number, a web address, a date, a page, or anything else."""

_UNPUBLISHED = {"file", "seal", "rehearsal_voice", "reason"}
"""Texts that stand on no sheet."""


_NAMES = {"name", "short_name", "english_name", "subdistrict"}


class Office(NamedTuple):
    """What the doubts know of the office: they ask whether something is its own.

    `secret` are the names of winners whose result is not out yet.
    """

    names: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    secret: tuple[str, ...] = ()

    @classmethod
    def of(cls, record: Record[schema.Organisation] | None) -> Office:
        """Return what could be read of the office's own names and telephones."""
        if record is None:
            return cls()
        names: list[str] = []
        for path in (("name",), ("short_name",), ("english_name",), ("address", "subdistrict")):
            with suppress(Unread):
                value: Any = record.value
                for key in path:
                    value = getattr(value, key)
                names.append(value)
        names += [value for loc, value, _ in values(record) if loc[0] == "formerly" and loc[-1] in _NAMES]
        phones = (to_arabic(as_written(record, loc)) for loc, _, kind in values(record) if kind == "phone")
        return cls(tuple(names), tuple(phones))


def as_written(record: Record[Any], loc: Loc) -> str:
    """Return the text at a path as the file has it."""
    node = find(record.tree, loc)
    return (node.text or "") if isinstance(node, Scalar) else ""


class About(NamedTuple):
    """Where a text stands: its path, its kind, whether it belongs to a sample, and whose it is."""

    loc: Loc
    kind: Kind
    sample: bool
    office: Office

    @property
    def key(self) -> str:
        """The field that the text is written in; an item of a list is in the field of the list."""
        return next((part for part in reversed(self.loc) if isinstance(part, str)), "")


class Remark(NamedTuple):
    """What is doubtful about a text, and how many letters stand before it there."""

    at: int
    saying: Saying
    warning: bool = True


class Value(NamedTuple):
    """A value that was read, where it stands and what kind it is."""

    loc: Loc
    value: Any
    kind: Kind


def values(record: Record[Any]) -> Iterator[Value]:
    """Yield every value of a record that could be read and is published, in the order of the schema."""
    yield from _group(record.value, ())


def _group(group: Written, loc: Loc) -> Iterator[Value]:
    for key, kind in _kinds(type(group)):
        try:
            value = getattr(group, key)
        except Unread:
            continue
        if value is not None:  # most keys of a record are not written
            yield from _each(value, (*loc, key), kind)


def _each(value: Any, loc: Loc, kind: Kind) -> Iterator[Value]:  # noqa: ANN401 - a record's values are of any type
    if isinstance(value, Written):
        yield from _group(value, loc)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _each(item, (*loc, index), kind)
    elif value is not None:
        yield Value(loc, value, "code" if kind == "day" and not isinstance(value, date) else kind)


@lru_cache(maxsize=128)
def _kinds(group: type[Written]) -> tuple[tuple[str, Kind], ...]:
    """Return the fields of a group, and what kind of value each holds."""
    return tuple((key, _kind(field, key)) for key, field in group.model_fields.items())


def _kind(field: FieldInfo, key: str) -> Kind:
    """Return what kind of value a field holds, by the function that reads it."""
    readers = {*_readers(field.annotation, tuple(field.metadata))}
    if key in _UNPUBLISHED:
        return "code"
    return next((kind for kind, known in _KINDS.items() if readers & known), "code")


def _readers(annotation: object, metadata: tuple[object, ...] = ()) -> Iterator[object]:
    """Yield the functions by which the values of a type are read, also within a list or beside None."""
    yield from (each.func for each in metadata if isinstance(each, BeforeValidator))
    inner = getattr(annotation, "__metadata__", ())
    yield from (each.func for each in inner if isinstance(each, BeforeValidator))
    for part in get_args(annotation):
        if isinstance(part, type) or get_args(part):
            yield from _readers(part)


def _by(*types: object) -> set[object]:
    return {reader for each in types for reader in _readers(each)}


_KINDS: dict[Kind, set[object]] = {
    "phone": _by(fields.Phone),
    "address": _by(fields.Site, fields.FormLink, fields.Facebook),
    "day": _by(fields.Day, fields.Died),
    "text": _by(*fields.TEXTS),
}
