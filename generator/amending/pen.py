"""Changes values in a record's text and no other letter of it: comments, order, quotes, line ends and a BOM stay.

A value is replaced where PyYAML says that it stands. The text that comes out is read again, and is returned only if it
says exactly what was meant.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias, cast

import yaml

from generator.amending.changes import CannotWrite, Edit, Removal, Sorting, meant, place_of, same
from generator.amending.hand import NOTHING, WIDE, in_line, lines_of, lines_of_key, scalars

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.amending.changes import Change
    from generator.amending.hand import Value
    from generator.reading.tree import Loc

    Node: TypeAlias = yaml.ScalarNode | yaml.SequenceNode | yaml.MappingNode


def changed(text: str, *changes: Change) -> str:
    """Return the text with the changes made in their turn.

    Raises `CannotWrite` where a path leads nowhere, or the text cannot be changed without touching what is around.
    """
    root = _composed(text) if changes else None
    for change in changes:
        text, root = _once(text, root, change)
    return text


def values(text: str) -> Value:
    """Return what a text says, every value as it is written."""
    return _value(_composed(text))


def _once(text: str, root: Node | None, change: Change) -> tuple[str, Node | None]:
    """Return the text with one change made, and its nodes, which were read to see that it says what is meant."""
    wanted = meant(_value(root), change)
    for tried in _ways(text, root, change):
        try:
            found = _composed(tried)
        except CannotWrite:
            continue
        if same(_value(found), wanted):
            return tried, found
    raise CannotWrite(change.loc)


@lru_cache(maxsize=16)
def _composed(text: str) -> Node | None:
    """Return a text's nodes, which nobody changes: a form, its saving and its look ask for the same."""
    try:
        return cast("Node | None", yaml.compose(text, Loader=yaml.SafeLoader))
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        raise CannotWrite(str(error)) from None


def _value(node: Node | None) -> Value:
    if isinstance(node, yaml.SequenceNode):
        return [_value(item) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _value(value) for key, value in node.value}
    if node is None or (node.style is None and node.value in NOTHING):
        return None
    return str(node.value)


def _ways(text: str, root: Node | None, change: Change) -> Iterator[str]:
    """Yield texts with the change made in falling order of beauty; whoever asks sees whether they say what is meant."""
    found, rest = _down(root, change.loc)
    if isinstance(change, Sorting):
        if isinstance(found, yaml.SequenceNode) and not rest:
            yield _sorted(text, found, change.order)
        return
    if isinstance(change, Removal):
        around, left = _down(root, change.loc[:-1])
        if around is not None and not left:
            yield from _without(text, around, change.loc[-1])
        return
    value = _nested(rest[1:], change.value) if rest else change.value
    if rest:
        here = change._replace(loc=change.loc[: len(change.loc) - len(rest)], value=value)
        if rest[1:]:
            here = here._replace(order=(), told=())
        yield from _added(text, root, here, rest[0])
    elif found is not None:
        yield from _replaced(text, root, change.loc, found, value)


def _nested(loc: Loc, value: Value) -> Value:
    for step in reversed(loc):
        if step == 0:
            value = [value]
        elif isinstance(step, str):
            value = {step: value}
        else:
            raise CannotWrite(loc)
    return value


def _down(root: Node | None, loc: Loc) -> tuple[Node | None, Loc]:
    """Return the node that is as far along the path as the text goes, and the rest of the path."""
    node = root
    for n, step in enumerate(loc):
        child = _child(node, step)
        if child is None:
            return node, loc[n:]
        node = child
    return node, ()


def _child(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        return node.value[step] if step < len(node.value) else None
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    return None


def _ends(text: str, node: Node) -> int:
    """Return where what a node says ends; PyYAML lets a block run on to whatever comes next."""
    if not isinstance(node, yaml.ScalarNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _ends(text, last[1] if isinstance(last, tuple) else last)
    start, end = node.start_mark.index, node.end_mark.index
    return int(start + len(text[start:end].rstrip()))


def _line_of(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _next_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _in_flow(root: Node | None, loc: Loc) -> bool:
    """Return whether a value stands within braces or brackets."""
    node = root
    for step in loc:
        if not isinstance(node, yaml.ScalarNode) and node is not None and node.flow_style:
            return True
        node = _child(node, step)
    return False


def _replaced(text: str, root: Node | None, loc: Loc, node: Node, value: Value) -> Iterator[str]:
    start, end, flow = node.start_mark.index, _ends(text, node), _in_flow(root, loc)
    before, after = text[:start], text[end:]
    column = _indent_of(text, start)
    if isinstance(value, str):
        style = node.style if isinstance(node, yaml.ScalarNode) else None
        space = "" if before[-1:].isspace() or not before or before[-1:] in "[{" else " "
        if not isinstance(node, yaml.ScalarNode) and not node.flow_style:
            before, space = before.rstrip(), " "
        for written in scalars(value, style, text[start:end], column, flow=flow, newline=_newline(text)):
            yield before + space + written + after
    elif value in (None, [], {}):
        yield before + after if flow and value is None else before.rstrip(" ") + after
        yield before + ("{}" if isinstance(value, dict) else "[]") + after
        yield before + '""' + after
    elif flow or (not isinstance(node, yaml.ScalarNode) and node.flow_style and _short(value)):
        yield before + in_line(value) + after
    else:
        further = column + (0 if isinstance(value, list) and _is_entry(text, start) else 2)
        if not isinstance(node, yaml.ScalarNode) and not node.flow_style:  # a block stays as far in as it is
            further = start - _line_of(text, start) - text.startswith("\ufeff", _line_of(text, start))
        lines = lines_of(value, further)
        yield before.rstrip() + "".join(_newline(text) + line for line in lines) + after


def _indent_of(text: str, at: int) -> int:
    """Return the column of the key that a value belongs to: where its line begins, behind the hyphens of lists."""
    line = text[_line_of(text, at) : at]
    found = re.match(r"\ufeff?((?:[ ]*-[ ]+)*[ ]*)", line)
    return len(found[1]) if found else 0


def _is_entry(text: str, at: int) -> bool:
    return text[_line_of(text, at) : at].strip(" \ufeff") == "-"


def _short(value: Value) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) and len(each) <= WIDE for each in value)


def _added(text: str, root: Node | None, change: Edit, step: str | int) -> Iterator[str]:
    """Yield the text with a new key of a group or a new entry at the end of a list."""
    loc, value, order, told = change
    node, newline = _down(root, loc)[0], _newline(text)
    if isinstance(node, (yaml.MappingNode, yaml.SequenceNode)) and node.value and not _starts_flow(text, node):
        if isinstance(node, yaml.SequenceNode):
            column = node.start_mark.column
            lines = lines_of(value, column + 2, "- ")
            remarks = re.compile(rf"(?: {{{column + 1},}}#[^\n]*(?:\n|\Z))*")
            at = _next_line(text, _ends(text, node.value[-1]))
            at = found.end() if (found := remarks.match(text, at)) else at
            if told:
                yield _inserted(text, at, [f"{' ' * column}{line}".rstrip() for line in told], newline)
        else:
            column = node.value[0][0].start_mark.column - text.startswith(
                "\ufeff", _line_of(text, node.start_mark.index)
            )
            lines = lines_of_key(str(step), value, column, " " * column)
            keys = [str(key.value) for key, _ in node.value]
            place = place_of(str(step), keys, order)
            if not place:
                yield from _first(text, node, lines, column)
                return
            at = _next_line(text, _ends(text, node.value[place - 1][1]))
        yield _inserted(text, at, lines, newline)
        return
    whole: Value = [value] if isinstance(step, int) else {step: value}
    if node is None:
        yield _inserted(text, len(text), lines_of(whole, 0), newline)
    elif isinstance(node, yaml.ScalarNode) or not node.value:
        if told and not _in_flow(root, loc):
            before, after = text[: node.start_mark.index], text[_ends(text, node) :]
            further = " " * (_indent_of(text, len(before)) + 2)
            yield before.rstrip() + "".join(f"{newline}{further}{line}".rstrip(" ") for line in told) + after
        yield from _replaced(text, root, loc, node, whole)
    else:
        said = in_line(whole)[1:-1]
        keys = [str(pair[0].value) for pair in node.value] if isinstance(node, yaml.MappingNode) else node.value
        place = place_of(step, keys, order) if isinstance(step, str) else len(keys)
        starts, ends = _parts(text, node)
        if place:
            yield text[: ends[place - 1]] + f", {said}" + text[ends[place - 1] :]
        else:
            yield text[: starts[0]] + f"{said}, " + text[starts[0] :]


def _parts(text: str, node: Node) -> tuple[list[int], list[int]]:
    """Return where the entries of a list or a group begin and end."""
    pairs = [part if isinstance(part, tuple) else (part, part) for part in node.value]
    return [first.start_mark.index for first, _ in pairs], [_ends(text, last) for _, last in pairs]


def _starts_flow(text: str, node: Node) -> bool:
    return text[node.start_mark.index] in "{["


def _inserted(text: str, at: int, lines: list[str], newline: str) -> str:
    before = text[:at]
    if before and not before.endswith("\n"):
        before += newline
    return before + "".join(line + newline for line in lines) + text[at:]


def _first(text: str, node: yaml.MappingNode, lines: list[str], column: int) -> Iterator[str]:
    """Yield the text with lines before the first key of a group, behind the hyphen of a list if one is there."""
    at, newline = node.value[0][0].start_mark.index, _newline(text)
    lines = [lines[0][column:], *lines[1:]]
    yield text[:at] + newline.join(lines) + newline + " " * column + text[at:]


def _without(text: str, around: Node, step: str | int) -> Iterator[str]:
    if isinstance(around, yaml.ScalarNode) or _child(around, step) is None:
        return
    if _starts_flow(text, around):
        starts, ends = _parts(text, around)
        at = step if isinstance(step, int) else [str(key.value) for key, _ in around.value].index(step)
        start = ends[at - 1] if at else starts[0]
        yield text[:start] + text[starts[1] if not at and starts[1:] else ends[at] :]
        return
    if isinstance(around, yaml.SequenceNode):
        gone = around.value[int(step)]
        start = gone.start_mark.index
        yield text[: _line_of(text, start)] + text[_next_line(text, _ends(text, gone)) :]
        return
    key, value = next((key, value) for key, value in around.value if key.value == step)
    start, end = key.start_mark.index, _next_line(text, _ends(text, value))
    if text[_line_of(text, start) : start].strip(" \ufeff"):  # behind a hyphen: the next key takes its place
        follower = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ ]*").match(text, end)
        yield text[:start] + text[follower.end() if follower else end :]
    else:
        line = _line_of(text, start)
        yield text[: line + text.startswith("\ufeff", line)] + text[end:]


def _sorted(text: str, node: yaml.SequenceNode, order: Sequence[int]) -> str:
    """Return the text with the entries of a list in another order, each with the remarks above it."""
    if _starts_flow(text, node):
        start, end = node.start_mark.index, _ends(text, node)
        return text[:start] + in_line([_value(node.value[at]) for at in order]) + text[end:]
    starts = [_line_of(text, item.start_mark.index) for item in node.value]
    ends = [_next_line(text, _ends(text, item)) for item in node.value]
    first, last = starts[0], ends[-1]
    parts = [text[first : ends[0]], *(text[end:until] for end, until in pairwise(ends))]
    newline = _newline(text)
    parts = [part if part.endswith("\n") else part + newline for part in parts]
    return text[:first] + "".join(parts[at] for at in order) + text[last:]
