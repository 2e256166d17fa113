"""The contract of a command: one row says what is typed, what that means, and what it runs; reads and prints nothing.

From the rows come the parser, every help, what is proposed to a slip, and README's tables of commands. They are named
tuples, which take a tenth of the time that a dataclass takes to define; every run of every command pays for that.
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
    """A word that may stand behind a command: `--as-of` with a value, a switch such as `--sealed`, or a bare value.

    `type` turns what was typed into the value, or raises `WrongUsage`; `metavar` stands for the value in the help;
    `nargs` says how many values there are, as argparse writes it, where it is not one.
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
        """Return whether the word behind this one belongs to it."""
        return self.name.startswith("--") and not self.is_switch and self.nargs is None

    def keywords(self) -> dict[str, Any]:
        """Return what argparse is given besides name and help."""
        if self.is_switch:
            return {"action": "store_true"}
        return {"type": self.type, "metavar": self.metavar, "nargs": self.nargs, "default": self.default}


class Example(NamedTuple):
    """A line of README's table: what is typed behind `tonbaep`, what comes of it, and when, where that matters.

    The latter two are Markdown in Thai: the table is the clerk's.
    """

    typed: str
    gives: str
    when: str = ""


class Command(NamedTuple):
    """One command: its name as it is typed, of one word or two, and what it does with options and terminal.

    `help` is its line in the list of commands; its own help opens with `about`, where that says more. Every command
    takes the shared options besides its `options`.
    """

    name: str
    help: Text
    options: tuple[Option, ...]
    run: Run
    examples: tuple[Example, ...]
    about: Text | None = None
