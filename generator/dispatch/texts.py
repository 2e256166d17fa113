"""Texts of finished files as a proof book shows them: whole, each of their lines once.

A line that stood before is not said again; there stands where it was read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.dispatch import labels
from generator.pieces import PIECES
from generator.pieces.paper.labels import ON_ORDER
from generator.press.text import Text as TextPress

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.piece import Entry, View

TOLD = {
    ".xlsx": "ตาราง Excel เปิดดูด้วยโปรแกรมตาราง",
    ".mp3": "ไฟล์เสียง ฟังก่อนลงชื่อ",
    ".wav": "ไฟล์เสียง ฟังก่อนลงชื่อ",
    ".docx": "เอกสาร Word ข้อความเดียวกับไฟล์ .txt ชื่อเดียวกัน",
}
"""The text shown in place of a file that cannot be shown on paper."""

TEXTS = frozenset((".ssml", ".json", ".txt", ".csv"))
"""The endings of files that are shown as text."""

_ENCODINGS = {piece.name: piece.press.encoding for piece in PIECES if isinstance(piece.press, TextPress)}

_PICTURE = re.compile(r"[\w-]+\.(?:jpg|png)\b")
"""The name of a picture at the beginning of a line."""

_REST = re.compile(r"(?:^|\s)//?(?=\s|$)")
"""The mark of a rest of the voice."""

_PARAGRAPH = 180
"""Letters of a paragraph in which lines of a text follow each other."""

_TOO_SHORT = 3
"""Letters of a line that other lines may hold by chance."""


@dataclass(slots=True)
class Read:
    """What signers have read so far: the letters of lines, each with where that was."""

    told: dict[str, str] = field(default_factory=dict)

    def once(self, lines: Iterable[str], number: str) -> View:
        """Return of a text the lines that stood nowhere before, and how many others it has and where they stand."""
        fresh, others = list[str](), list[str]()
        for line in lines:
            letters = letters_of(line)
            if letters in self.told:
                others += [self.told[letters]] if self.told[letters] != number else []
                continue
            parts = _made_of(letters, self.told)
            self.told[letters] = number
            if parts:
                others += [self.told[part] for part in parts if self.told[part] != number]
            else:
                fresh.append(line)
        where = ", ".join(dict.fromkeys(others))
        return {
            "said": _together(fresh),
            "again": labels.AGAIN.format(count=len(others), where=where) if others else "",
        }


_SAMPLE = re.compile(r"^(?:\[ตัวอย่าง\]|ตัวอย่าง[: ])")
"""The mark of a sample before what is said, which the sheet itself bears."""


def letters_of(line: str) -> str:
    """Return what of a line must be read once: its letters, without marks of quotations, lists, pauses and samples."""
    return re.sub(r"[\s/:()•·“”-]", "", _SAMPLE.sub("", line.lstrip("- ")))


def _made_of(letters: str, told: Mapping[str, str]) -> list[str]:
    """Return the lines that follow each other in another line, longest first; none where it says anything else."""
    parts: list[str] = []
    while letters:
        part = max((line for line in told if len(line) > _TOO_SHORT and letters.startswith(line)), key=len, default="")
        if not part:
            return []
        parts.append(part)
        letters = letters.removeprefix(part).lstrip(",")
    return parts


def _together(lines: Iterable[str]) -> list[list[str]]:
    """Return lines in paragraphs: short ones that follow each other are one, as long as it is no long one."""
    paragraphs: list[list[str]] = []
    room = 0
    for line in lines:
        if len(line) > room:
            paragraphs.append([])
            room = _PARAGRAPH
        paragraphs[-1].append(line)
        room -= len(line)
    return paragraphs


def about(*said: str) -> str:
    """Return what is said of a figure on one line."""
    return "  ".join(filter(None, said))


def apart(texts: list[View]) -> list[View]:
    """Return texts that say where they go only where that is another place than of the one before."""
    before = ["", *(text["place"] for text in texts)]
    return [
        {**text, "place": "" if text["place"] == last else text["place"]}
        for text, last in zip(texts, before, strict=False)
    ]


def held(entry: Entry, value: bytes) -> str | None:
    """Return in words what a file holds that is neither drawn nor read line by line, such as a table."""
    if entry.suffix == ".csv":
        return labels.TABLE.format(count=len(value.decode("utf-8-sig").splitlines()) - 1)
    return TOLD.get(entry.suffix)


def said(entry: Entry, value: bytes) -> list[str] | None:
    """Return the lines of a text that somebody will read; None if it can be drawn.

    Its title is what the file is called here, too, and neither how long a part is nor which picture goes with it is
    part of what is read.
    """
    if entry.suffix not in TEXTS:
        return None
    text = _decoded(entry, value)
    if entry.suffix == ".ssml":
        text = re.sub(r"<[^>]+>", "\n", text)
    if entry.suffix == ".json":
        text = "\n".join(re.findall(r'"(?:altText|text|label)": "(.*)"', text))
    text = re.sub(r"^=+ (.*?)(?:  .*)? =+$", r"\1", text, flags=re.MULTILINE)
    lines = (" ".join(line.split()) for line in text.splitlines() if not _PICTURE.match(line))
    return [line for line in lines if re.search(r"\w", line) and not line.startswith(f"{entry.called} ")]


def _decoded(entry: Entry, value: bytes) -> str:
    return value.decode(_ENCODINGS.get(entry.piece, "utf-8-sig")).replace("\r\n", "\n")


def spoken(entry: Entry, value: bytes) -> list[str]:
    """Return the lines of a script that are read out: between its rules, without what is said to the announcer.

    Where the voice rests is not proof-read.
    """
    _, *inside = re.split(r"^-{9,}$", _decoded(entry, value), flags=re.MULTILINE)
    lines = (" ".join(_REST.sub(" ", line).split()) for line in "\n".join(inside[:1]).splitlines())
    return [line for line in lines if line and not re.fullmatch(r"\[.*\]", line)]


def jobs(text: str) -> Iterator[list[str]]:
    """Yield of each job of an order its file, its size, how many are wanted and for where, as the order says them."""
    job, file, trim, quantity = (re.escape(ON_ORDER[key]) for key in ("job", "file", "trim", "quantity"))
    warnings = r"(?: {4}.*\n)*"  # of a font, a photo or a code
    pattern = rf"{job} \d+ +{file} (\S+).*\n{warnings} *{trim} +(.*)\n.*\n *{quantity} +(.*) \((.*)\)"
    for found in re.findall(pattern, text.replace("\r\n", "\n")):
        yield [" ".join(part.split()) for part in found]
