"""What may be typed behind `tonbaep`, and what is said to a slip in it, in both languages; runs no command.

argparse speaks English and puts its sentences together from parts. It reads options here and writes the help; every
sentence about a slip is ours.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from generator import __version__
from generator.cli import values
from generator.cli.values import WrongUsage
from generator.problems import Language, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

COMMANDS = {
    "check": Text("ตรวจข้อมูลโดยไม่สร้างไฟล์", "check the records, write nothing"),
    "build": Text("สร้างเว็บไซต์และสื่อทั้งหมด", "make site and pieces"),
    "serve": Text("เปิดดูเว็บไซต์และสร้างใหม่เมื่อแก้ไข", "preview, rebuild on change"),
    "pack": Text("รวมไฟล์เป็นชุด ZIP ให้ผู้ช่วยแต่ละคน", "one ZIP for each helper"),
    "proof": Text("ทำเล่มตรวจให้ผู้บริหารลงนามก่อนเผยแพร่", "the proof book, to be signed before anything is published"),
    "import": Text("นำเสียงที่คนอ่านเข้าระบบ: tonbaep import audio", "take a recorded voice in: tonbaep import audio"),
    "pace": Text("จับเวลาผู้ประกาศหนึ่งคน ให้บทพอดีกับเวลา", "time an announcer, so that scripts fit"),
    "rehearse": Text("ให้เครื่องอ่านบทให้ฟังก่อนคนอ่านจริง", "let a machine speak a script, to hear its length"),
    "withdraw": Text(
        "ถอนความยินยอมของคนหนึ่ง สร้างใหม่ และบอกว่าต้องเก็บอะไร", "take a consent back, rebuild, list what to take down"
    ),
    "freeze": Text("ออกเลขที่และรหัสตรวจสอบประกาศเกียรติคุณ", "give certificates their numbers and tokens"),
}

IMPORTS = {
    "audio": Text(
        "นำไฟล์เสียงที่คนอ่านบทหนึ่งรอบเข้าระบบ ตัดช่วงเงียบ ปรับระดับเสียง แล้วใส่เสียงสัญญาณนำ",
        "take in a voice that reads a script once: trimmed, levelled, behind a chime",
    ),
}
"""What can be imported: the word behind `import`."""

_AS_OF_SCRIPT = Text('บทที่อ่าน ณ เวลานี้ เช่น "2566-05-10 09:00"', 'the script as it is at "2566-05-10 09:00"')

_VALUED = frozenset(
    (
        "--project",
        "--lang",
        "--as-of",
        "--year",
        "--port",
        "--village",
        "--seconds",
        "--script",
        "--slot",
        "--reader",
        "--hide-name",
    )
)
"""Options with one value, which may stand before the command as well as behind it."""


_TRY = Text("tonbaep --help", "tonbaep --help --lang en")


def language_of(given: Sequence[str]) -> Language:
    """Return the language asked for, needed before anything is parsed so that help and slips speak it too."""
    for index, word in enumerate(given):
        if word == "--lang=en" or (word == "--lang" and list(given[index + 1 : index + 2]) == ["en"]):
            return "en"
    return "th"


def parse(given: Sequence[str], language: Language) -> argparse.Namespace:
    """Return the command with its options; raises `WrongUsage`, and `SystemExit` once help or version is shown."""
    at = _command_at(given)
    if at is None:
        top = _top(language)
        _read(top, given)
        raise WrongUsage(Text("ยังไม่ได้บอกคำสั่ง", "no command is given"), _one_of(COMMANDS), "tonbaep")
    command = given[at]
    if command not in COMMANDS:
        raise WrongUsage(
            Text(f"ไม่มีคำสั่งชื่อ “{command}”", f"there is no command “{command}”"), _one_of(COMMANDS, command), "tonbaep"
        )
    behind = [*given[:at], *given[at + 1 :]]
    if command == "import":
        command, behind = _import(behind)
    options = _read(_of_command(command, language), behind)
    options.command = command
    return options


def _import(given: Sequence[str]) -> tuple[str, list[str]]:
    """Return the command with what it imports, and what else was typed."""
    at = _command_at(given)
    if at is None and not {"-h", "--help"} & set(given):
        raise WrongUsage(Text("ยังไม่ได้บอกว่านำอะไรเข้า", "what to import is not said"), _one_of(IMPORTS), "import")
    word = next(iter(IMPORTS)) if at is None else given[at]
    if word not in IMPORTS:
        raise WrongUsage(Text(f"นำ “{word}” เข้าไม่ได้", f"“{word}” cannot be imported"), _one_of(IMPORTS, word), "import")
    return f"import {word}", [each for index, each in enumerate(given) if index != at]


def _command_at(given: Sequence[str]) -> int | None:
    behind = ""
    for index, word in enumerate(given):
        if not word.startswith("-") and behind not in _VALUED:
            return index
        behind = word
    return None


def _read(parser: _Parser, given: Sequence[str]) -> argparse.Namespace:
    try:
        options, left = parser.parse_known_args(given)
    except argparse.ArgumentError as error:
        name = error.argument_name or ""
        raise WrongUsage(
            Text("ตัวเลือกนี้เขียนไม่ครบ หรือมีค่าเกินมา", "this option lacks its value, or has one too many"),
            Text(f"ดูวิธีเขียน: {parser.prog} --help", f"see {parser.prog} --help"),
            name.partition("/")[0],
        ) from None
    if left:
        raise WrongUsage(
            Text("ไม่รู้จักคำนี้", "this word is not known here"),
            _nearest(left[0], parser) or _not_known(parser),
            left[0],
        )
    return options


def _nearest(word: str, parser: _Parser) -> Text | None:
    near = _near(word.partition("=")[0], parser.known)
    return Text(f"หมายถึง {near} ใช่หรือไม่", f"did you mean {near}?") if near else None


def _near(word: str, known: Iterable[str]) -> str | None:
    import difflib  # a slip may take its time

    return next(iter(difflib.get_close_matches(word, list(known), n=1)), None)


def _not_known(parser: _Parser) -> Text:
    return Text(
        f'ค่าที่มีเว้นวรรคต้องครอบด้วย " " ดูตัวเลือกทั้งหมด: {parser.prog} --help',
        f'put a value with spaces in it in " "; see {parser.prog} --help',
    )


def _one_of(known: Iterable[str], word: str = "") -> Text:
    names = ", ".join(known)
    near = _near(word, known)
    if near:
        return Text(f"หมายถึง {near} ใช่หรือไม่ (คำสั่งที่มี: {names})", f"did you mean {near}? (commands: {names})")
    return Text(f"พิมพ์คำสั่งใดคำสั่งหนึ่ง: {names} ดูวิธีใช้: {_TRY.th}", f"type one of: {names}; see {_TRY.en}")


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
        """Open the help with how the command is written."""
        super().add_usage(usage, actions, groups, prefix or Text("วิธีใช้: ", "usage: ").say(self.language))


class _EnglishFormat(_Format):
    language: Language = "en"


class _Parser(argparse.ArgumentParser):
    """A reader of options that never speaks of slips itself."""

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

    def option(self, name: str, help_text: Text, **how: object) -> None:
        """Add an option under its heading."""
        self.known.append(name)
        self._options.add_argument(name, help=help_text.say(self._language), **how)  # type: ignore[arg-type]

    def shared(self) -> None:
        """Add what every command takes, and help."""
        self.option("--project", Text("โฟลเดอร์ของโครงการ", "project folder"), type=Path, default=Path(), metavar="DIR")
        self.option(
            "--lang", Text("ภาษาของข้อความ", "language of messages"), type=values.lang, default="th", metavar="{th,en}"
        )
        self.option("--json", Text("แสดงผลเป็น JSON", "answer as JSON"), action="store_true")
        self._options.add_argument(
            "-h", "--help", action="help", help=Text("แสดงวิธีใช้นี้", "show this help").say(self._language)
        )

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would print and exit for."""
        fix = Text(f"ดูวิธีใช้: {self.prog} --help", f"see {self.prog} --help")
        raise WrongUsage(Text("คำสั่งเขียนไม่ถูกวิธี", message), fix, self.prog)


def _top(language: Language) -> _Parser:
    about = Text(
        "ต้นแบบ: จากข้อมูลชุดเดียว สู่สื่อประชาสัมพันธ์ทุกช่องทาง", "tonbaep: one set of records, every channel of publicity"
    )
    heading, behind = Text("คำสั่ง", "commands"), Text("ตัวเลือกของแต่ละคำสั่ง", "options of each command")
    lines = "\n".join(f"  {name:<10}{what.say(language)}" for name, what in COMMANDS.items())
    description = (
        f"{about.say(language)}\n\n{heading.say(language)}:\n{lines}\n\n{behind.say(language)}: tonbaep build --help"
    )
    parser = _Parser(
        "tonbaep", language, description, Text("tonbaep คำสั่ง [ตัวเลือก]", "tonbaep COMMAND [options]").say(language)
    )
    parser.shared()
    parser.option("--version", Text("แสดงรุ่น", "show the version"), action="version", version=f"tonbaep {__version__}")
    return parser


def _of_command(command: str, language: Language) -> _Parser:
    about = COMMANDS.get(command) or IMPORTS[command.partition(" ")[2]]
    parser = _Parser(f"tonbaep {command}", language, about.say(language))
    if command == "import audio":
        _audio(parser)
    if command == "rehearse":
        script = Text("บทที่จะซ้อม หนึ่งบทหรือหลายบท", "scripts to rehearse")
        parser.option("--script", script, nargs="+", default=(), metavar="KEY")
        parser.option("--as-of", _AS_OF_SCRIPT, type=values.moment, metavar="T")
    if command == "withdraw":
        _withdraw(parser)
    if command in {"build", "serve"}:
        parser.option(
            "--as-of",
            Text('สร้างตามที่เปิดเผยได้ ณ เวลานี้ เช่น "2566-04-20 09:00"', 'what may be public at "2566-04-20 09:00"'),
            type=values.moment,
            metavar="T",
        )
    if command == "proof":
        parser.option(
            "--as-of",
            Text(
                "แสดงไฟล์อย่างที่จะเผยแพร่ ณ เวลานี้ โดย site และ build ไม่เปลี่ยน (ไม่ใส่ = ไฟล์ที่สร้างไว้แล้ว)",
                "show the files as they will be then; site and build stay (default: what was built)",
            ),
            type=values.moment,
            metavar="T",
        )
    if command in {"build", "freeze", "proof", "rehearse", "withdraw", "import audio"}:
        parser.option("--year", Text("เฉพาะปี พ.ศ. นี้", "only this Buddhist-era year"), type=values.year, metavar="Y")
    if command == "build":
        parser.option("--only", Text("เฉพาะสื่อเหล่านี้", "only these pieces"), nargs="+", default=(), metavar="PIECE")
        parser.option(
            "--sealed",
            Text(
                "พิมพ์ผลที่ยังไม่ประกาศไว้ก่อนใน build/sealed (ใช้ภายใน)",
                "press the coming result into build/sealed (internal)",
            ),
            action="store_true",
        )
    if command == "pace":
        parser.option("--village", Text("เลขหมู่ของผู้ประกาศ", "the announcer's village"), type=values.village, metavar="N")
        parser.option(
            "--seconds",
            Text("วินาทีที่อ่านข้อความได้ (ไม่ใส่ = โปรแกรมจะถาม)", "seconds that the passage took (default: asks)"),
            type=values.seconds,
            metavar="S",
        )
    if command == "serve":
        parser.option("--port", Text("หมายเลขพอร์ต", "port"), type=values.port, default=8000, metavar="N")
    parser.shared()
    return parser


def _withdraw(parser: _Parser) -> None:
    """Add who takes back what."""
    person = Text("รหัส (id) หรือชื่อและนามสกุล ตามใน winners.yaml", "the id or the full name, as in winners.yaml")
    parser.option("person", person, nargs="*", metavar="PERSON")
    parser.option(
        "--hide-name",
        Text("ไม่เปิดเผยชื่อด้วย พร้อมเหตุผล (ใช้ภายใน) ไม่ใส่ = ถอนเฉพาะภาพและเรื่องราว", "hide the name too, and why; internal"),
        default="",
        metavar="REASON",
    )
    parser.option(
        "--as-of",
        Text("วันที่ถอน และเวลาที่สร้างใหม่ (ไม่ใส่ = ตอนนี้)", "the day, and the moment to build for"),
        type=values.moment,
        metavar="T",
    )


def _audio(parser: _Parser) -> None:
    """Add what a voice is imported with."""
    file = Text("ไฟล์เสียง WAV, MP3 หรือ M4A", "a WAV, MP3 or M4A file")
    parser.option("file", file, type=Path, nargs="?", metavar="FILE")
    parser.option(
        "--script",
        Text("บทที่อ่าน คือชื่อไฟล์บทโดยไม่มีนามสกุล เช่น result-m1-60", "the script's file name, as result-m1-60"),
        metavar="KEY",
    )
    parser.option(
        "--slot", Text("เวลาที่มีต่อหนึ่งรอบ เป็นวินาที", "seconds that one reading may last"), type=values.slot, metavar="S"
    )
    parser.option("--reader", Text("ชื่อผู้อ่าน ใช้ภายใน", "who reads; internal"), default="", metavar="NAME")
    parser.option(
        "--publish",
        Text("ผู้อ่านยินยอมให้ฟังเสียงนี้บนเว็บไซต์", "the reader agreed to be heard on the site"),
        action="store_true",
    )
    parser.option("--no-chime", Text("ไม่ใส่เสียงสัญญาณนำ", "no chime before it"), action="store_true")
    parser.option(
        "--twice", Text("ให้ไฟล์ในแฟลชไดรฟ์เล่นสองรอบในตัว", "the stick's file plays it twice"), action="store_true"
    )
    parser.option("--as-of", _AS_OF_SCRIPT, type=values.moment, metavar="T")
