"""Records as YAML with their remarks, made of the guide: what is known is written, what is due is left open.

Nothing here is read from a sample: a key that the schema gets stands in the next template.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.amending.hand import lines_of, lines_of_key
from generator.reading import guide
from generator.reading.shapes import shapes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.amending.hand import Value
    from generator.problems import Language
    from generator.reading.schema import Written
    from generator.reading.shapes import Shape

OPEN: Final[Mapping[str, Value]] = {}


def record(kind: type[Written], given: Mapping[str, Value] = OPEN, language: Language = "th") -> str:
    """Return a whole file of records: each key with its remark, open where nothing is given.

    What may be left out and is not given is a remark itself, with its example.
    """
    parts = (_key(kind, shape, given, language, told=True) for shape in shapes(kind).values())
    return "\n".join("".join(f"{line}\n" for line in part) for part in parts)


def entry(kind: type[Written], given: Mapping[str, Value], *, told: bool = True) -> list[str]:
    """Return one entry of a list, each key with its remark if it is `told`; what is not given is not asked for."""
    asked = [key for key, shape in shapes(kind).items() if key in given or not shape.required]
    lines = [line for key in asked for line in _key(kind, shapes(kind)[key], given, "th", told=told)]
    first = next(at for at, line in enumerate(lines) if not line.startswith("#"))
    return [*lines[:first], f"- {lines[first]}", *(f"  {line}".rstrip() for line in lines[first + 1 :])]


def example(kind: type[Written], *, whole: bool = True) -> dict[str, Value]:
    """Return a group as the examples tell it, or only what of it must be there."""
    instead = set(kind.unless.values())
    return {
        key: _example(kind, shape, whole=whole)
        for key, shape in shapes(kind).items()
        if shape.required or (whole and key not in instead)
    }


def _example(kind: type[Written], shape: Shape, *, whole: bool) -> Value:
    value: Value = example(shape.group, whole=whole) if shape.group else guide.entry(kind, shape.key).example
    if shape.keyed:
        return {"mind": value}
    if not shape.many:
        return value
    return [value, "0.4"] if shape.key == "focus" else [value]


def _group(kind: type[Written], given: Mapping[str, Value], language: Language, *, told: bool = True) -> Iterator[str]:
    """Yield the lines of a group, at the margin; a second entry of a list is not told again what its keys are."""
    for shape in shapes(kind).values():
        yield from _key(kind, shape, given, language, told=told)


def _key(
    kind: type[Written], shape: Shape, given: Mapping[str, Value], language: Language, *, told: bool
) -> Iterator[str]:
    key, value = shape.key, given.get(shape.key)
    if told:
        yield from _remark(kind, shape, language)
    if key in given and not shape.group:
        yield from lines_of_key(key, value, 0, "")
    elif key in given or shape.required:
        yield f"{key}:"
        yield from _inside(shape, value, language, told=told)
    elif told:
        shown = _example(kind, shape, whole=False)
        told_inside = _told_inside(shape.group, language) if shape.group and shown in ({}, [{}]) else ()
        lines = [f"{key}:", *(f"  {line}" for line in told_inside)] if told_inside else lines_of_key(key, shown, 0, "")
        yield from (f"# {line}".rstrip() for line in lines)


def _told_inside(group: type[Written], language: Language) -> list[str]:
    """Return the lines of a group in which nothing must be there: each key with its remark and example."""
    instead = set(group.unless.values())
    return [
        line
        for shape in shapes(group).values()
        if shape.key not in instead
        for line in (
            *_remark(group, shape, language),
            *lines_of_key(shape.key, _example(group, shape, whole=False), 0, ""),
        )
    ]


def _inside(shape: Shape, value: Value, language: Language, *, told: bool) -> Iterator[str]:
    """Yield what stands below a key of a group, or of a list of groups, which has one open entry at first."""
    if shape.group is None:
        return
    if not shape.many:
        for line in _group(shape.group, value if isinstance(value, dict) else {}, language, told=told):
            yield f"  {line}".rstrip()
        return
    for number, each in enumerate(value if isinstance(value, list) else [{}] if value is None else []):
        lines = list(_group(shape.group, each if isinstance(each, dict) else {}, language, told=told and not number))
        first = next(at for at, line in enumerate(lines) if not line.startswith("#"))
        yield from (f"  {line}" for line in lines[:first])
        yield f"  - {lines[first]}"
        yield from (f"    {line}".rstrip() for line in lines[first + 1 :])


def _remark(kind: type[Written], shape: Shape, language: Language) -> Iterator[str]:
    """Yield what a key is, and what may be written where its example or its words do not tell."""
    entry, limits = guide.entry(kind, shape.key), guide.limits(shape)
    bounds = f" ({limits.say(language)})" if limits and shape.kind == "number" else ""
    yield f"# {entry.title.say(language)}: {entry.help.say(language)}{bounds}"
    if shape.limit.words:
        words = ", ".join(f"{word} ({thai})" if thai else word for word, thai in shape.limit.words.items())
        yield f"#   {words}"
    elif entry.example and shape.required:
        yield f"#   {'เช่น' if language == 'th' else 'e.g.'} {lines_of(entry.example, 0)[0]}"
