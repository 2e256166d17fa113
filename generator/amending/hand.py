"""How the pen writes a value: in the way in which it was written as long as that can hold it, else in the plainest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
"""What is written; None is a key without a value, as an empty list and an empty group are."""

WIDE: Final = 110
"""Letters in a line of a folded text."""

NOTHING: Final = {"", "~", "null", "Null", "NULL"}
"""What stands for no value, without quotation marks."""
_PLAIN: Final = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`][^\n\r#:{}\[\],&*]*(?<!\s)")
"""What needs no quotation marks, in a list in brackets neither; a record may hold more without them."""
_BLOCK: Final = re.compile(r"[|>][-+0-9]*")


def scalars(value: str, style: str | None, was: str, column: int, *, flow: bool, newline: str) -> Iterator[str]:
    """Yield ways to write a text, the one that it was written in first."""
    block = _BLOCK.match(was) if style in {"|", ">"} else None
    if block and not flow:
        inner = next((line for line in was.splitlines()[1:] if line.strip()), " " * (column + 2))
        indent = len(inner) - len(inner.lstrip(" "))
        head = was.splitlines()[0]
        yield head + _block(value, block[0][0], indent, newline)
    if style == "'":
        yield "'" + value.replace("'", "''") + "'"
    if style is None and _may_be_plain(value):
        yield value
    if "\n" in value and not flow:
        yield "|-" + _block(value, "|", column + 2, newline)
    yield _quoted(value)


def _may_be_plain(value: str) -> bool:
    return "\n" not in value and value == value.strip() and value not in NOTHING


def _quoted(value: str) -> str:
    marks = {
        "\\": "\\\\",
        '"': '\\"',
        "\n": "\\n",
        "\t": "\\t",
        "\r": "\\r",
        "\u2028": "\\L",
        "\u2029": "\\P",
        "\x85": "\\N",
    }
    return '"' + "".join(marks.get(letter, letter) for letter in value) + '"'


def _block(value: str, style: str, indent: int, newline: str) -> str:
    """Return the lines of a text below its `|` or `>`."""
    lines: list[str] = []
    for number, paragraph in enumerate(value.split("\n")):
        if style == "|":
            lines.append(paragraph)
            continue
        if number:
            lines.append("")
        lines += _folded(paragraph, WIDE - indent)
    return "".join(newline + (" " * indent + line if line else "") for line in lines)


def _folded(paragraph: str, wide: int) -> list[str]:
    """Return a paragraph in lines that end at single spaces, where a reader joins them again."""
    lines, line = [], ""
    for word in re.split(r"(?<! ) (?! )", paragraph):
        if line and len(line) + 1 + len(word) > wide:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


def lines_of(value: Value, indent: int, lead: str = "") -> list[str]:
    """Return a value as lines of a block; `lead` stands before the first, as wide as the others are further in."""
    before = " " * (indent - len(lead)) + lead if lead else " " * indent
    if isinstance(value, dict) and value:
        lines = []
        for number, (key, inner) in enumerate(value.items()):
            lines += lines_of_key(key, inner, indent, before if not number else " " * indent)
        return lines
    if isinstance(value, list) and value:
        return [line for entry in value for line in lines_of(entry, indent + 2, "- ")]
    return [before + in_line(value)]


def lines_of_key(key: str, value: Value, indent: int, before: str) -> list[str]:
    """Return a key and its value as lines of a block; `before` stands before the key."""
    name = before + (key if _PLAIN.fullmatch(key) else _quoted(key)) + ":"
    if isinstance(value, str) and "\n" in value:
        return [f"{name} |-", *(" " * (indent + 2) + line if line else "" for line in value.split("\n"))]
    if isinstance(value, (dict, list)) and value:
        return [name, *lines_of(value, indent + 2)]
    return [name if value in (None, [], {}) else f"{name} {in_line(value)}"]


def in_line(value: Value) -> str:
    """Return a value that shares a line with others."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {in_line(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(in_line, value)) + "]"
    if value is None:
        return '""'
    return value if _PLAIN.fullmatch(value) and value not in NOTHING else _quoted(value)
