"""What can be asked of the pen, and what a record is to say then: of values alone, whatever its text looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.amending.hand import Value
    from generator.reading.tree import Loc

Kind = TypeVar("Kind", "list[Value]", "dict[str, Value]")


class CannotWrite(Exception):
    """The text is written in a way that only a person can change."""


class Edit(NamedTuple):
    """A value to write at a path. A key that is not there yet is added where `order` has it, or at the end.

    A new entry of a list of blocks is written as the lines of `told`, which say the same with remarks.
    """

    loc: Loc
    value: Value
    order: Sequence[str] = ()
    told: Sequence[str] = ()


class Removal(NamedTuple):
    """A key or an entry of a list to take away, with its lines."""

    loc: Loc


class Sorting(NamedTuple):
    """A new order of the entries of a list, by the positions that they have now."""

    loc: Loc
    order: Sequence[int]


Change: TypeAlias = "Edit | Removal | Sorting"


def same(one: Value, other: Value) -> bool:
    """Return whether two values say the same, keys in the same order; nothing is nothing in any form."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return one == other or (one in (None, [], {}) and other in (None, [], {}))


def meant(value: Value, change: Change) -> Value:
    """Return what the whole text is to say after a change.

    Raises `CannotWrite` where its path leads nowhere.
    """
    if not change.loc:
        return _meant_here(value, change)
    first, inner = change.loc[0], change._replace(loc=change.loc[1:])
    if isinstance(first, int):
        return _meant_in_list(_as(list, value, change), first, inner)
    return _meant_in_group(_as(dict, value, change), first, inner)


def _as(kind: type[Kind], value: Value, change: Change) -> Kind:
    """Return a list or a group, an empty one where nothing is written."""
    if isinstance(value, kind):
        return value
    if value in (None, [], {}):
        return kind()
    raise CannotWrite(change.loc)


def _meant_here(value: Value, change: Change) -> Value:
    if isinstance(change, Edit):
        return change.value
    if isinstance(change, Sorting) and isinstance(value, list) and sorted(change.order) == list(range(len(value))):
        return [value[at] for at in change.order]
    raise CannotWrite(change.loc)


def _meant_in_list(entries: list[Value], at: int, inner: Change) -> list[Value]:
    if at > len(entries) or (at == len(entries) and not isinstance(inner, Edit)):
        raise CannotWrite(at)
    before, there, behind = entries[:at], entries[at : at + 1], entries[at + 1 :]
    if isinstance(inner, Removal) and not inner.loc:
        return [*before, *behind]
    return [*before, meant(there[0] if there else None, inner), *behind]


def _meant_in_group(group: dict[str, Value], key: str, inner: Change) -> dict[str, Value]:
    if key not in group and not isinstance(inner, Edit):
        raise CannotWrite(key)
    if isinstance(inner, Removal) and not inner.loc:
        return {known: value for known, value in group.items() if known != key}
    if key in group or not isinstance(inner, Edit):
        return {**group, key: meant(group.get(key), inner)}
    pairs, at = list(group.items()), place_of(key, list(group), () if inner.loc else inner.order)
    return dict([*pairs[:at], (key, meant(None, inner)), *pairs[at:]])


def place_of(key: str, keys: list[str], order: Sequence[str]) -> int:
    """Return where a new key goes among those of a group: behind the nearest one that comes before it in an order."""
    if key not in order:
        return len(keys)
    before = [known for known in order[: order.index(key)] if known in keys]
    return keys.index(before[-1]) + 1 if before else 0
