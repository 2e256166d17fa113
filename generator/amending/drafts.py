"""What somebody typed into a form, against what a file says: from it come the changes that the pen is to make.

A draft is a group of keys as plain values, each key of the schema in it; an entry of a list remembers under `WAS` which
entry of the file it was. Nothing is judged here: the door does that.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from generator.amending.changes import Edit, Removal, Sorting
from generator.reading.shapes import shapes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from generator.amending.changes import Change
    from generator.amending.hand import Value
    from generator.reading.schema import Written
    from generator.reading.shapes import Shape
    from generator.reading.tree import Loc

Draft: TypeAlias = "dict[str, Value]"
Listed: TypeAlias = "Callable[[str], list[str]]"
"""All values that a form has under a name."""
WAS: Final = ""
_UNSEEN: Final = re.compile("[\x00-\x08\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def of_value(group: type[Written], value: Value) -> Draft:
    """Return what a form shows of a group as it is written."""
    said = value if isinstance(value, dict) else {}
    return {key: _shown(shape, said.get(key)) for key, shape in shapes(group).items()}


def _shown(shape: Shape, value: Value) -> Value:
    if shape.keyed:
        return {key: _line(each) for key, each in value.items()} if isinstance(value, dict) else {}
    if shape.group and shape.many:
        entries = value if isinstance(value, list) else []
        return [{WAS: str(number), **of_value(shape.group, each)} for number, each in enumerate(entries)]
    if shape.group:
        return of_value(shape.group, value)
    if shape.many:
        return [_line(each) for each in value] if isinstance(value, list) else [value] if isinstance(value, str) else []
    return _line(value)


def _line(value: Value) -> str:
    return value if isinstance(value, str) else ""


def of_form(group: type[Written], form: Listed, path: str) -> Draft:
    """Return what a form brought, in which each key of a group has the name `path` and its own."""
    return {key: _typed(shape, form, f"{path}{key}") for key, shape in shapes(group).items()}


def _typed(shape: Shape, form: Listed, name: str) -> Value:
    if shape.keyed:
        return {key: _first(form, f"{name}.{key}") for key in dict.fromkeys(form(name))}
    if shape.group and shape.many:
        return [
            {WAS: _first(form, f"{name}.{each}.was"), **of_form(shape.group, form, f"{name}.{each}.")}
            for each in dict.fromkeys(form(name))
        ]
    if shape.group:
        return of_form(shape.group, form, f"{name}.")
    if shape.many:
        found = (
            form(name)
            if shape.kind == "choice"
            else [line for each in form(name) for line in _plain(each).splitlines()]
        )
        return [each.strip() for each in found if each.strip()]
    return _first(form, name)


def _first(form: Listed, name: str) -> str:
    return "\n".join(_plain(next(iter(form(name)), "")).strip().splitlines())


def _plain(typed: str) -> str:
    """Return a text without the letters that nobody sees and no file may hold; Word's line break is one."""
    return _UNSEEN.sub("", typed.replace("\x0b", "\n"))


def clean(value: Value) -> Value:
    """Return a draft without what was left empty."""
    if isinstance(value, dict):
        group: dict[str, Value] = {}
        for key, each in value.items():
            if key != WAS and (said := clean(each)):
                group[key] = said
        return group or None
    if isinstance(value, list):
        return [said for each in value if (said := clean(each))] or None
    return value or None


def whole(group: type[Written], draft: Value, *, due: bool = False) -> Value:
    """Return a new group without what was left empty, but with each key that must be there: the door asks for it.

    Where nothing is in it, it is nothing, unless it is `due` itself.
    """
    if clean(draft) is None and not due:
        return None
    found: dict[str, Value] = {}
    for key, shape in shapes(group).items():
        inner = draft.get(key) if isinstance(draft, dict) else None
        due = shape.required and key not in group.unless
        if shape.group and shape.many:
            entries = inner if isinstance(inner, list) else []
            filled: Value = [whole(shape.group, each) for each in entries if clean(each)]
        else:
            filled = whole(shape.group, inner, due=due) if shape.group else clean(inner)
        if filled or due:
            found[key] = filled or None
    return found


class Differences:
    """What is different in a draft; `known` tells by `Group.key` what else than the written word names the same."""

    def __init__(self, known: Mapping[str, Mapping[str, str]]) -> None:
        """Compare with these words known."""
        self._known = known

    def of(
        self, group: type[Written], old: Value, draft: Draft, loc: Loc = (), keys: Iterable[str] | None = None
    ) -> Iterator[Change]:
        """Yield the changes that make a draft of what is written at a path, or only of some of its keys."""
        said = old if isinstance(old, dict) else {}
        order = tuple(group.model_fields)
        for key in order if keys is None else keys:
            shape, before, typed = shapes(group)[key], said.get(key), draft.get(key)
            here = (*loc, key)
            if shape.group and shape.many:
                yield from self._entries(shape, before, typed, here, order)
                continue
            new = clean(typed)
            if self._same(group, shape, before, new):
                continue
            if new is None and not (shape.group and shape.required):
                yield Edit(here, None) if shape.required else Removal(here)
            elif shape.group and isinstance(before, dict) and before and isinstance(typed, dict):
                yield from self.of(shape.group, before, typed, here)
            elif shape.keyed and isinstance(before, dict) and before and isinstance(new, dict):
                yield from (Edit((*here, each), value) for each, value in new.items() if before.get(each) != value)
                yield from (Removal((*here, each)) for each in before if each not in new)
            else:
                yield Edit(here, whole(shape.group, typed) if shape.group else new, order)

    def _same(self, group: type[Written], shape: Shape, old: Value, new: Value) -> bool:
        if shape.group:
            return clean(old) is None and new is None
        if shape.keyed:
            return clean(old) == new
        one, other = ([value] if isinstance(value, str) else value or [] for value in (old, new))
        if not isinstance(one, list) or not isinstance(other, list):
            return False
        known = self._known.get(f"{group.__name__}.{shape.key}", {})
        if old is not None and new is None and shape.many and one and _meaning(shape, one[0], known) == []:
            return True  # a word for nothing has no box of its own
        return [_meaning(shape, each, known) for each in one if each] == [
            _meaning(shape, each, known) for each in other
        ]

    def _entries(self, shape: Shape, old: Value, typed: Value, loc: Loc, order: tuple[str, ...]) -> Iterator[Change]:
        """Yield the changes of a list of groups: edits where they are, what goes, what comes, and the order last."""
        group, olds = shape.group, old if isinstance(old, list) else []
        entries = [each for each in typed if isinstance(each, dict)] if isinstance(typed, list) else []
        entries = [each for each in entries if each.get(WAS) or clean(each)]
        was = [_position(each, len(olds)) for each in entries]
        was = [at if at not in was[:n] else None for n, at in enumerate(was)]
        if group is None or (not entries and not olds):
            return
        if not entries or not olds:
            yield Edit(loc, [whole(group, each) for each in entries], order)
            return
        for at, each in zip(was, entries, strict=True):
            if at is not None:
                yield from self.of(group, olds[at], each, (*loc, at))
        kept = sorted(at for at in was if at is not None)
        yield from (Removal((*loc, at)) for at in reversed(range(len(olds))) if at not in kept)
        places, end = list[int](), len(kept)
        for at, each in zip(was, entries, strict=True):
            if at is not None:
                places.append(kept.index(at))
                continue
            yield Edit((*loc, end), whole(group, each))
            places.append(end)
            end += 1
        if places != sorted(places):
            yield Sorting(loc, places)


def _position(entry: Mapping[str, Value], many: int) -> int | None:
    was = entry.get(WAS)
    return int(was) if isinstance(was, str) and was.isascii() and was.isdigit() and int(was) < many else None


def _meaning(shape: Shape, written: Value, known: Mapping[str, str]) -> object:
    """Return what makes two ways to write one thing equal: a yes, a word of a list, a name for a key."""
    if not isinstance(written, str):
        return written
    if written in known.values():
        return next(key for key, name in known.items() if name == written)
    return shape.meaning(written) if shape.kind in {"flag", "choice"} else written.strip()


def acted(draft: Draft, action: str, name: str) -> Draft:
    """Return a draft after an entry of one of its lists was added, removed or moved: `villages.2.quiet.0`, `up`."""
    *above, last = name.split(".")
    place: Value = draft
    for step in above if action != "add" else name.split("."):
        place = place.get(step) if isinstance(place, dict) else _at(place, step)
    if not isinstance(place, list):
        return draft
    if action == "add":
        place.append({})
        return draft
    at = int(last) if last.isascii() and last.isdigit() else -1
    if not 0 <= at < len(place):
        return draft
    entry = place.pop(at)
    if action != "remove":
        place.insert(max(0, at - 1) if action == "up" else at + 1, entry)
    return draft


def _at(place: Value, step: str) -> Value:
    if isinstance(place, list) and step.isascii() and step.isdigit() and int(step) < len(place):
        return place[int(step)]
    return None
