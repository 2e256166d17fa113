"""What may be typed after `tonbaep`, and the answers to mistyped words, in both languages; runs no command.

argparse speaks English and builds its sentences from parts. Here it only reads options and writes the help; every
message about a mistake is our own.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, NoReturn

from generator import __version__
from generator.cli.commands import COMMANDS
from generator.cli.options import SHARED
from generator.cli.values import WrongUsage
from generator.problems import Language, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.cli.command import Command, Option

_BY_NAME = {command.name: command for command in COMMANDS}
_WORDS = tuple(dict.fromkeys(name.partition(" ")[0] for name in _BY_NAME))
"""The words that may come first in a command."""

_VALUED = frozenset(
    option.name for command in COMMANDS for option in (*command.options, *SHARED) if option.takes_one_value
)
"""Options with one value, which may stand before the command as well as after it."""

_TRY = Text("tonbaep --help", "tonbaep --help --lang en")


def language_of(given: Sequence[str]) -> Language:
    """Return the language asked for; it is needed before parsing, so that help and error messages use it too."""
    for index, word in enumerate(given):
        if word == "--lang=en" or (word == "--lang" and list(given[index + 1 : index + 2]) == ["en"]):
            return "en"
    return "th"


def parse(given: Sequence[str], language: Language) -> tuple[Command, argparse.Namespace]:
    """Return the command with its options; raises `WrongUsage`, or `Shown` for help and version."""
    at = _command_at(given)
    if at is None:
        top = _top(language)
        _read(top, given)
        raise WrongUsage(Text("ยังไม่ได้บอกคำสั่ง", "No command given"), _one_of(_WORDS), "tonbaep")
    name = given[at]
    if name not in _WORDS:
        raise WrongUsage(Text(f"ไม่มีคำสั่งชื่อ “{name}”", f"Unknown command “{name}”"), _one_of(_WORDS, name), "tonbaep")
    behind = [*given[:at], *given[at + 1 :]]
    if name not in _BY_NAME:
        name, behind = _of_two_words(name, behind)
    command = _BY_NAME[name]
    return command, _read(_of_command(command, language), behind)


def _of_two_words(first: str, given: Sequence[str]) -> tuple[str, list[str]]:
    """Return the name of a two-word command, and the other words typed; all of these commands start with `import`."""
    second_words = [name.removeprefix(f"{first} ") for name in _BY_NAME if name.startswith(f"{first} ")]
    at = _command_at(given)
    if at is None and not {"-h", "--help"} & set(given):
        raise WrongUsage(Text("ยังไม่ได้ระบุสิ่งที่จะนำเข้า", "Nothing to import was given"), _one_of(second_words), first)
    second = second_words[0] if at is None else given[at]
    if second not in second_words:
        raise WrongUsage(
            Text(f"นำ “{second}” เข้าไม่ได้", f"Cannot import “{second}”"), _one_of(second_words, second), first
        )
    return f"{first} {second}", [word for index, word in enumerate(given) if index != at]


def _command_at(given: Sequence[str]) -> int | None:
    behind = ""
    for index, word in enumerate(given):
        if not word.startswith("-") and behind not in _VALUED:
            return index
        behind = word
    return None


def _read(parser: _Parser, given: Sequence[str]) -> argparse.Namespace:
    try:
        options, unknown = parser.parse_known_args(given)
    except argparse.ArgumentError as error:
        name = error.argument_name or ""
        raise WrongUsage(
            Text("ตัวเลือกนี้เขียนไม่ครบ หรือมีค่าเกินมา", "This option needs exactly one value"),
            Text(f"ดูวิธีเขียน: {parser.prog} --help", f"See {parser.prog} --help"),
            name.partition("/")[0],
        ) from None
    if unknown:
        raise WrongUsage(
            Text("ไม่รู้จักคำสั่งหรือตัวเลือกนี้", "Unknown option or argument"),
            _nearest(unknown[0], parser) or _not_known(parser),
            unknown[0],
        )
    return options


def _nearest(word: str, parser: _Parser) -> Text | None:
    near = _near(word.partition("=")[0], parser.known)
    return Text(f"หมายถึง {near} ใช่หรือไม่", f"Did you mean {near}?") if near else None


def _near(word: str, known: Iterable[str]) -> str | None:
    import difflib  # a mistake may take its time

    return next(iter(difflib.get_close_matches(word, list(known), n=1, cutoff=0.7)), None)


def _not_known(parser: _Parser) -> Text:
    return Text(
        f'ค่าที่มีเว้นวรรคต้องครอบด้วย " " ดูตัวเลือกทั้งหมด: {parser.prog} --help',
        f'Put quotation marks (" ") around a value that contains spaces. See {parser.prog} --help',
    )


def _one_of(known: Iterable[str], word: str = "") -> Text:
    names = ", ".join(known)
    near = _near(word, known)
    if near:
        return Text(f"หมายถึง {near} ใช่หรือไม่ (คำสั่งที่มี: {names})", f"Did you mean {near}? (Commands: {names})")
    return Text(f"พิมพ์คำสั่งใดคำสั่งหนึ่ง: {names} ดูวิธีใช้: {_TRY.th}", f"Use one of: {names}. See {_TRY.en}")


class _Format(argparse.RawDescriptionHelpFormatter):
    """Help whose own words are in the language asked for."""

    language: Language = "th"

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Begin the help with how the command is written."""
        super().add_usage(usage, actions, groups, prefix or Text("วิธีใช้: ", "usage: ").say(self.language))


class _EnglishFormat(_Format):
    language: Language = "en"


class Shown(Exception):
    """Help or version was asked for; the only argument is the text."""


class _Parser(argparse.ArgumentParser):
    """A parser of options that prints no error messages itself."""

    def __init__(self, prog: str, language: Language, description: str, usage: str | None = None) -> None:
        super().__init__(
            prog=prog,
            usage=usage,
            description=description,
            formatter_class=_Format if language == "th" else _EnglishFormat,
            add_help=False,
            allow_abbrev=False,
            exit_on_error=False,
        )
        self._language = language
        self._options = self.add_argument_group(Text("ตัวเลือก", "options").say(language))
        self.known: list[str] = []

    def option(self, option: Option) -> None:
        """Add an option under its heading."""
        self.known.append(option.name)
        self._options.add_argument(option.name, help=option.help.say(self._language), **option.keywords())

    def shared(self) -> None:
        """Add the options that every command takes, and help."""
        for option in SHARED:
            self.option(option)
        self._options.add_argument(
            "-h", "--help", action="help", help=Text("แสดงวิธีใช้นี้", "show this help").say(self._language)
        )

    def version(self) -> None:
        """Add the option that shows the version."""
        self.known.append("--version")
        self._options.add_argument(
            "--version",
            action="version",
            version=f"tonbaep {__version__}",
            help=Text("แสดงรุ่น", "show the version").say(self._language),
        )

    def _print_message(self, message: str, _file: object = None) -> NoReturn:
        """Raise what argparse would print: it passes over a disk that is full."""
        raise Shown(message.removesuffix("\n"))

    def error(self, message: str) -> NoReturn:
        """Raise the error that argparse would otherwise print before exiting."""
        fix = Text(f"ดูวิธีใช้: {self.prog} --help", f"See {self.prog} --help")
        raise WrongUsage(Text("วิธีเขียนคำสั่งไม่ถูกต้อง", message), fix, self.prog)


def _top(language: Language) -> _Parser:
    about = Text(
        "ต้นแบบ: จากข้อมูลชุดเดียว สู่สื่อประชาสัมพันธ์ทุกช่องทาง", "tonbaep: one set of records, every channel of publicity"
    )
    heading, behind = Text("คำสั่ง", "commands"), Text("ตัวเลือกของแต่ละคำสั่ง", "Options of a command")
    lines = "\n".join(f"  {_line(command, language)}" for command in COMMANDS)
    description = (
        f"{about.say(language)}\n\n{heading.say(language)}:\n{lines}\n\n{behind.say(language)}: tonbaep build --help"
    )
    parser = _Parser(
        "tonbaep", language, description, Text("tonbaep คำสั่ง [ตัวเลือก]", "tonbaep COMMAND [options]").say(language)
    )
    parser.shared()
    parser.version()
    return parser


def _line(command: Command, language: Language) -> str:
    """Return a command's line in the list: its first word, what it does, and its whole name if that is longer."""
    first, _, more = command.name.partition(" ")
    return f"{first:<10}{command.help.say(language)}" + (f": tonbaep {command.name}" if more else "")


def _of_command(command: Command, language: Language) -> _Parser:
    parser = _Parser(f"tonbaep {command.name}", language, (command.about or command.help).say(language))
    for option in command.options:
        parser.option(option)
    parser.shared()
    return parser
