"""The door's last answer, kept for whoever asks again about the same files on the same day: nothing is read anew.

Records, problems and what is known of sheets are facts of a few kinds, all of which stand in `KINDS`; a fact is written
as a list of its kind's name and its parts. Only the last answer is kept, in one place of the store, beside the key of
what it is about.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeVar

from generator import problems
from generator.disclosure import Standing, SurveyLink, VerifyLink
from generator.model import (
    answers,
    look,
    office,
    outputs,
    papers,
    people,
    programme,
    rounds,
    selection,
    surveyed,
    target,
    telephone,
    winners,
)
from generator.piece import Hanging, Rendition, Use
from generator.problems import Problem, ProblemsFound
from generator.store import key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.model import Records
    from generator.store import Store

    Answer = tuple[Records | None, Sequence[Problem]]

Made = TypeVar("Made")

_ROOMS: Final = (
    *(answers, look, office, outputs, people, problems),
    *(papers, programme, rounds, selection, surveyed, target, telephone, winners),
)
KINDS: Final[dict[str, type[Any]]] = {
    name: kind
    for room in _ROOMS
    for name, kind in vars(room).items()
    if isinstance(kind, type) and (is_dataclass(kind) or hasattr(kind, "_fields"))
} | {kind.__name__: kind for kind in (Standing, SurveyLink, VerifyLink, Rendition, Use, Hanging)}
"""Every kind of fact by its name; no two rooms have one of the same name."""

_SIMPLE: Final = (str, int, float, type(None))
_PLAIN: Final[dict[str, tuple[type[Any], Callable[[Any], str], Callable[[str], Any]]]] = {
    "datetime": (datetime, datetime.isoformat, datetime.fromisoformat),
    "date": (date, date.isoformat, date.fromisoformat),
    "time": (time, time.isoformat, time.fromisoformat),
    "decimal": (Decimal, str, Decimal),
    "fraction": (Fraction, str, Fraction),
}
_MANY: Final[dict[str, type[Any]]] = {"tuple": tuple, "frozenset": frozenset}


def answered(store: Store, about: str, ask: Callable[[], Records]) -> Answer:
    """Return what the door says: records or none, and everything wrong or doubtful; `ask` asks it.

    `about` is the key of the files and the day: what was answered about them before is the answer.
    """

    def asked() -> Answer:
        try:
            records = ask()
        except ProblemsFound as found:
            return None, found.problems
        return records, records.warnings

    found: Answer = remembered(store, "records", about, asked)
    return found


def remembered(store: Store, what: str, about: str, make: Callable[[], Made]) -> Made:
    """Return what `make` makes, or made the last time if that was about the same.

    It is made anew where a photo's master that it leads to has left the store since.
    """
    place = key_of("the last", what)
    kept = store.get(place)
    same, masters, said = json.loads(kept) if kept else (None, [], None)
    if same == about and store.holds(masters):
        found: Made = fact(said)
        return found
    made = make()
    told = [about, sorted(set(_masters(made))), written(made)]
    store.put(place, json.dumps(told, ensure_ascii=False).encode())
    return made


def _masters(value: object) -> Iterator[str]:
    """Yield the key of each master that a fact leads to."""
    if isinstance(value, people.Picture):
        yield value.digest
    for part in _parts(value):
        yield from _masters(part)


def _parts(value: object) -> tuple[Any, ...]:
    if is_dataclass(value):
        return tuple(getattr(value, field.name) for field in fields(value))
    if isinstance(value, MappingProxyType):
        return tuple(value.values())
    return tuple(value) if isinstance(value, (tuple, frozenset)) else ()


def written(value: object) -> object:
    """Return a fact as JSON; raises `TypeError` for what is no fact of the records."""
    name = type(value).__name__
    if KINDS.get(name) is type(value):
        return [name, *(written(part) for part in _parts(value))]
    if isinstance(value, _SIMPLE):
        return value
    if isinstance(value, MappingProxyType):
        return ["mapping", *([written(key), written(part)] for key, part in value.items())]
    for word, (kind, write, _) in _PLAIN.items():
        if type(value) is kind:
            return [word, write(value)]
    for word, many in _MANY.items():
        if type(value) is many:
            parts = sorted(value) if isinstance(value, frozenset) else _parts(value)
            return [word, *(written(part) for part in parts)]
    raise TypeError(name)


def fact(said: object) -> Any:  # noqa: ANN401 - a fact of any kind
    """Return the fact that was written so."""
    if not isinstance(said, list):
        return said
    word, *parts = said
    kind = KINDS.get(word)
    if kind is not None:
        return kind(*map(fact, parts))
    if word in _PLAIN:
        return _PLAIN[word][2](parts[0])
    if word == "mapping":
        return MappingProxyType({fact(key): fact(part) for key, part in parts})
    return _MANY[word](map(fact, parts))
