"""What a YAML file says, each value as it was written and with its place; does not know which values belong there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from generator.problems import Text

Loc = tuple[str | int, ...]
"""The path to a value: keys and positions, for example `("winners", 0, "photo", "alt")`."""


class Place(NamedTuple):
    """Where something stands in its file; both count from 1, and columns are characters, not bytes."""

    line: int
    column: int


class Saying(NamedTuple):
    """What is wrong, and what to type instead."""

    message: Text
    fix: Text


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of one value, before its place in the file is known; `on_key` points at the key before the value."""

    loc: Loc
    saying: Saying
    on_key: bool = False
    warning: bool = False


@dataclass(slots=True)
class Scalar:
    """One written value; `text` is None where nothing (or `~`, or `null`) was written."""

    place: Place
    text: str | None


@dataclass(slots=True)
class Mapping:
    """Keys with their values; `keys` says where each key stands."""

    place: Place
    entries: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)


@dataclass(slots=True)
class Sequence:
    """A list of values."""

    place: Place
    items: list[Node] = field(default_factory=list)


class Source(NamedTuple):
    """Where a value is from that the file does not say itself: another file, and which office it was read for."""

    file: str
    whom: Text


Node = Scalar | Mapping | Sequence

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
"""The values alone; the schema decides which of these belongs where."""


def plain(node: Node) -> Plain:
    """Return the values without their places, as the schema takes them."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, value in node.entries.items()}


def find(node: Node, loc: Loc) -> Node | None:
    """Return the value at a path, or None where the path leads nowhere."""
    here: Node | None = node
    for part in loc:
        if isinstance(here, Mapping) and isinstance(part, str):
            here = here.entries.get(part)
        elif isinstance(here, Sequence) and isinstance(part, int) and part < len(here.items):
            here = here.items[part]
        else:
            return None
    return here


def nearest(node: Node, loc: Loc) -> Loc:
    """Return the path itself, or to the nearest value around it where it leads nowhere."""
    return next(loc[:length] for length in range(len(loc), -1, -1) if find(node, loc[:length]) is not None)


def place_of(node: Node, loc: Loc, *, on_key: bool = False) -> Place:
    """Return where a value (or its key) stands; for a missing value, where the nearest one around it does."""
    for length in range(len(loc), -1, -1):
        found = find(node, loc[:length])
        if found is None:
            continue
        if length and (on_key or (isinstance(found, Scalar) and found.text is None)):
            around = find(node, loc[: length - 1])
            if isinstance(around, Mapping):
                return around.keys[str(loc[length - 1])]
        return found.place
    return node.place


def field_path(loc: Loc) -> str:
    """Return a path as the clerk reads it: `winners[0].photo.alt`."""
    path = ""
    for part in loc:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else part
    return path
