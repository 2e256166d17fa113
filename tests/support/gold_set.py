"""Read the torture set: Thai texts in which a person has marked every place where a line may end.

The marks are written by hand in `gold/*.txt` and come from no word segmentation program, so that such a program can be
checked against them:

    kind<TAB>text

`kind` is `title`, `prose` or `list`. In the text, `|` permits a line end between two adjacent words, `¦` permits it
inside a compound term if there is no better place nearby, a space permits it too, `_` is a space that must not be
broken, and `{...}` is a name that the records know. Where there is no mark, no line may end. A line that begins with
`#` is a comment.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).resolve().parent / "gold"

KINDS: Final = ("title", "prose", "list")

MARKS: Final = "|¦_ "

CANNOT_BEGIN: Final = frozenset("ะัาำิีึืฺุู็่้๊๋์ํ๎ๅๆฯ)]”’,.;:!?%")
"""What belongs to the letter before it; nor may a `.` that begins a number follow a mark."""

CANNOT_END: Final = frozenset("เแโใไ([“‘")


class MalformedError(ValueError):
    """A line of the torture set breaks the rules for marks; the message has file, line and fault."""


@dataclass(frozen=True, slots=True)
class Item:
    """One text, and where its lines may end.

    `text` is the text to be set. `may_end` and `rather_not` count the letters of the text without white space: 3 is the
    place between the third and the fourth letter. `rather_not` is a part of `may_end`. The end of the text itself is in
    neither. `names` are texts that must not be broken across lines.
    """

    file: str
    line: int
    kind: str
    text: str
    may_end: frozenset[int]
    rather_not: frozenset[int]
    names: tuple[str, ...]

    @property
    def place(self) -> str:
        """Return the item's place in the format that editors understand."""
        return f"{self.file}:{self.line}"


@cache
def items(folder: Path = FOLDER) -> tuple[Item, ...]:
    """Return every item of every file, in order; raises `MalformedError` at the first bad line."""
    return tuple(
        read(file.name, number, line)
        for file in sorted(folder.glob("*.txt"))
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if line.strip() and not line.startswith("#")
    )


def read(file: str, number: int, line: str) -> Item:
    """Return the item in one line of a file; raises `MalformedError`."""
    kind, tab, marked = line.partition("\t")
    fault = "no tab" if not tab else f"unknown kind {kind}" if kind not in KINDS else _fault(marked)
    if fault:
        message = f"{file}:{number}: {fault}"
        raise MalformedError(message)
    may_end, rather_not = _ends(marked)
    names = tuple(_plain(name) for name in re.findall(r"\{([^}]*)\}", marked))
    return Item(file, number, kind, _plain(marked), may_end, rather_not, names)


def _plain(marked: str) -> str:
    return re.sub(r"[{}|¦]", "", marked).replace("_", " ")


def _ends(marked: str) -> tuple[frozenset[int], frozenset[int]]:
    permitted, reluctant, letters = set(), set(), 0
    for letter in marked:
        if letter in "|¦ ":
            permitted.add(letters)
        if letter == "¦":
            reluctant.add(letters)
        if letter not in "|¦ _{}":
            letters += 1
    return frozenset(permitted), frozenset(reluctant)


def _fault(marked: str) -> str:
    """Return what is wrong with the marks of a text, or ""."""
    bare = re.sub(r"[{}]", "", marked)
    if not bare.strip(MARKS):
        return "no text"
    if not re.fullmatch(r"[^{}]*(\{[^{}]+\}[^{}]*)*", marked):
        return "unbalanced braces"
    for name in re.findall(r"\{([^}]*)\}", marked):
        if re.search(r"[|¦ ]", name) or name.strip("_") != name:
            return f"a mark inside the name {name}"
    if bare[0] in MARKS or bare[-1] in MARKS:
        return "a mark at the start or the end"
    if re.search(r"\s", bare.replace(" ", "")):
        return "white space other than a plain space"
    return _misplaced(bare)


def _misplaced(bare: str) -> str:
    for found in re.finditer(r"[|¦_ ]+", bare):
        mark, before, after = found[0], bare[found.start() - 1], bare[found.end()]
        near = bare[max(0, found.start() - 8) : found.end() + 8]
        if len(mark) > 1:
            return f"two marks side by side in {near}"
        if mark != "_" and after in CANNOT_BEGIN and not bare.startswith("ฯพณฯ", found.end()):
            return f"a mark before {after} in {near}"
        if mark != "_" and before in CANNOT_END:
            return f"a mark after {before} in {near}"
        if mark in "|¦" and before.isdigit() and after.isdigit():
            return f"a mark inside a number in {near}"
    return ""
