"""README's tables of commands, written from the commands' own rows: `python tools/command_tables.py`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.cli.commands import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Iterator

README = ROOT / "README.md"


def with_tables(readme: str) -> str:
    """Return a README with each table between its two marks; a mark that is missing is an error."""
    for mark, lines in (("commands", _examples()), ("commands in English", _helps())):
        before, opening, rest = readme.partition(f"<!-- {mark} -->\n")
        _, closing, after = rest.partition(f"<!-- /{mark} -->\n")
        if not closing:
            message = f"README.md has no table between the marks “{mark}”"
            raise ValueError(message)
        readme = before + opening + "".join(f"{line}\n" for line in ("", *lines, "")) + closing + after
    return readme


def _examples() -> Iterator[str]:
    """Yield what a clerk types from day to day, and what comes of it."""
    yield "| พิมพ์ว่า | แล้วได้ |"
    yield "|---|---|"
    for command in COMMANDS:
        for typed, gives, when in command.examples:
            yield f"| {' '.join(filter(None, (f'`tonbaep {typed}`', when)))} | {gives} |"


def _helps() -> Iterator[str]:
    """Yield each command once, with its line from the list of commands."""
    yield "| command | what it does |"
    yield "|---|---|"
    for command in COMMANDS:
        yield f"| `tonbaep {command.name}` | {command.help.en} |"


if __name__ == "__main__":
    README.write_text(with_tables(README.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
