"""Writes lines into a record's file as the clerk would have written them, and changes no other letter in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from generator.disk.keeping import replace, restore

if TYPE_CHECKING:
    from collections import abc
    from pathlib import Path

    from generator.reading.tree import Mapping, Place


Read = TypeVar("Read")

_VALUE = re.compile(r"[^,}\n]*")
"""A key and its plain value in braces."""


class Line(NamedTuple):
    """Lines to write below the line of the key `beside`, with the same indentation, or in place of that line.

    `in_braces`, where keys share a line, the text is written before that key, or in place of it and its value.
    """

    beside: Place
    text: str
    instead: bool = False
    in_braces: bool = False


def in_braces(file: Path, mapping: Mapping) -> bool:
    """Return whether keys and values are written as `{key: value, …}`."""
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    return lines[mapping.place.line - 1][mapping.place.column - 1 :].startswith("{")


def amend(written: abc.Mapping[Path, abc.Sequence[Line]], read_back: abc.Callable[[], Read | None]) -> Read | None:
    """Write lines into files, and return what `read_back` then makes of the records.

    If that is None, the records do not say what was meant: a file is written in a way that only a person can change,
    not in UTF-8 for example. Then every file is put back as it was.
    """
    before = {file: file.read_bytes() for file in written}
    try:
        after = {file: _with(before[file].decode("utf-8"), lines).encode() for file, lines in written.items()}
    except UnicodeDecodeError:
        return None
    for file, value in after.items():
        replace(file, value)
    result = read_back()
    if result is None:
        for file, value in before.items():
            restore(file, value)
    return result


def _with(text: str, added: abc.Sequence[Line]) -> str:
    """Return a file's text with the lines added, working from the end, so that the other positions stay valid."""
    lines = text.splitlines(keepends=True)
    for addition in sorted(added, key=lambda addition: addition.beside, reverse=True):
        at = addition.beside.line - 1
        if addition.in_braces:
            lines[at] = _within(lines[at], addition)
            continue
        ending = lines[at][len(lines[at].rstrip("\r\n")) :]
        lines[at] = lines[at].rstrip("\r\n") + (ending or "\n")
        new = [f"{' ' * (addition.beside.column - 1)}{line}{ending or chr(10)}" for line in addition.text.splitlines()]
        lines[at + (not addition.instead) : at + 1] = new
    return "".join(lines)


def _within(line: str, addition: Line) -> str:
    before, after = line[: addition.beside.column - 1], line[addition.beside.column - 1 :]
    if addition.instead:
        return before + _VALUE.sub(addition.text, after, count=1)
    return f"{before}{addition.text}, {after}"
