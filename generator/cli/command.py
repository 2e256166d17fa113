"""The contract of a command: one row says what is typed, what it means, and what it runs; reads and prints nothing.

The parser, all help, the suggestions for mistyped words and the README's tables of commands are made from these rows.
They are named tuples, which take a tenth of the time to define that a dataclass takes; every run pays for that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from generator.cli.terminal import Terminal
    from generator.problems import Text

    Run = Callable[[argparse.Namespace, Terminal], None]


class Option(NamedTuple):
    """A word that may follow a command: an option with a value (`--as-of`), a switch (`--sealed`), or a bare value.

    `type` turns the typed word into the value, or raises `WrongUsage`; `metavar` stands for the value in the help;
    `nargs` is the number of values in argparse's notation, where it is not one.
    """

    name: str
    help: Text
    type: Callable[[str], object] | None = None
    metavar: str = ""
    nargs: Literal["?", "*", "+"] | None = None
    default: object = None
    is_switch: bool = False

    @property
    def takes_one_value(self) -> bool:
        """Return whether the next word belongs to this option."""
        return self.name.startswith("--") and not self.is_switch and self.nargs is None

    def keywords(self) -> dict[str, Any]:
        """Return the keyword arguments for argparse besides name and help."""
        if self.is_switch:
            return {"action": "store_true"}
        return {"type": self.type, "metavar": self.metavar, "nargs": self.nargs, "default": self.default}


class Example(NamedTuple):
    """A line of the README's table: what is typed after `tonbaep`, what comes of it, and when to use it.

    The last two are Markdown in Thai: the table is for the clerk.
    """

    typed: str
    gives: str
    when: str = ""


class Command(NamedTuple):
    """One command: its name as it is typed, one word or two, and the function that runs it with options and terminal.

    `help` is its line in the list of commands; its own help begins with `about`, if that says more. Every command takes
    the shared options besides its `options`.
    """

    name: str
    help: Text
    options: tuple[Option, ...]
    run: Run
    examples: tuple[Example, ...]
    about: Text | None = None
