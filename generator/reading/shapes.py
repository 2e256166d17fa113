"""What kind of value each key of a record holds, asked of the schema itself; knows no title and shows nothing."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, NamedTuple, TypeAlias, Union, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from generator.reading.fields import SAID
from generator.reading.limits import Limit
from generator.reading.schema import Written
from generator.reading.tree import Saying

Kind: TypeAlias = Literal["group", "flag", "choice", "day", "moment", "clock", "number", "prose", "line"]

Annotation: TypeAlias = Any
"""A type as it stands in the schema, which no type describes."""

_KINDS: Final[dict[Any, Kind]] = {
    bool: "flag",
    datetime: "moment",
    date: "day",
    time: "clock",
    int: "number",
    Decimal: "number",
}


class Shape(NamedTuple):
    """One key: what a single value of it is, whether there may be several, and whether they have names of their own.

    `group` is the group of keys that stands there, if one does; `single` reads one written value.
    """

    key: str
    kind: Kind
    group: type[Written] | None
    many: bool
    keyed: bool
    required: bool
    limit: Limit
    single: Annotation

    def fault(self, written: str) -> Saying | None:
        """Return what the door would say about one written value by itself, or None if it takes it."""
        try:
            TypeAdapter(self.single).validate_python(written or None)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            saying = first.get("ctx", {}).get("saying") if first["type"] == SAID else None
            return saying if isinstance(saying, Saying) else None
        return None

    def meaning(self, written: str) -> object:
        """Return what one written value means to the door, or the text itself where that takes it for nothing."""
        try:
            meant: object = TypeAdapter(self.single).validate_python(written)
        except ValidationError:
            return written.strip()
        return meant


@lru_cache(maxsize=64)
def shapes(group: type[Written]) -> dict[str, Shape]:
    """Return the shapes of a group's keys, in its order."""
    return {key: _shape(group, key) for key in group.model_fields}


def _shape(group: type[Written], key: str) -> Shape:
    field = group.model_fields[key]
    annotation, metadata = _bare(field.annotation, tuple(field.metadata))
    many = keyed = False
    if _origin(annotation) is dict:
        keyed, (annotation, metadata) = True, _bare(get_args(annotation)[1], ())
    elif _origin(annotation) is list:
        many, (item, inner) = True, _bare(get_args(annotation)[0], ())
        if inner or _is_group(item):
            annotation, metadata = item, inner
        else:  # words that are read together
            return Shape(
                key,
                "choice",
                None,
                many,
                keyed,
                field.is_required(),
                _limit(metadata),
                _annotated(annotation, metadata),
            )
    inside = annotation if _is_group(annotation) else None
    limit = _limit(metadata)
    if _origin(annotation) is Literal and not limit.words:
        limit = Limit(words=dict.fromkeys(map(str, get_args(annotation)), ""))
    single = _annotated(annotation, metadata)
    required = field.is_required() or key in {*group.unless, *group.instead}
    return Shape(key, _kind(annotation, limit), inside, many, keyed, required, limit, single)


def _annotated(annotation: Annotation, metadata: tuple[Any, ...]) -> Annotation:
    for each in metadata:
        annotation = Annotated[annotation, each]
    return annotation


def _bare(annotation: Annotation, metadata: tuple[Any, ...]) -> tuple[Annotation, tuple[Any, ...]]:
    """Return a type without its remarks and without None, and the remarks."""
    while True:
        origin = _origin(annotation)
        if origin is Annotated:
            annotation, *inner = get_args(annotation)
            metadata = (*inner, *metadata)
        elif origin in {Union, UnionType}:
            annotation = next(each for each in get_args(annotation) if each is not NoneType)
        else:
            return annotation, metadata


def _origin(annotation: Annotation) -> object:
    return get_origin(annotation)


def _is_group(annotation: Annotation) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Written)


def _limit(metadata: tuple[Any, ...]) -> Limit:
    limits = (getattr(getattr(each, "func", None), "limit", None) for each in metadata)
    return next((limit for limit in limits if isinstance(limit, Limit)), Limit())


def _kind(annotation: Annotation, limit: Limit) -> Kind:
    if _is_group(annotation):
        return "group"
    if limit.words:
        return "choice"
    return _KINDS.get(annotation, "prose" if limit.lines else "line")
