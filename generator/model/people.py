"""A person: the name, what is signed, the portrait and the consent to show it; not what somebody was chosen for."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from generator.model.titles import is_monk, is_rank

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

Particle = Literal["ครับ", "ค่ะ"]
"""The polite word of the speaker."""

Channel = Literal["site", "print", "social"]
"""Where a photo may be shown; the scope of a consent is a set of these."""

Showing = Literal[Channel, "link"]
"""How a piece shows somebody: through one of these, or as a link's picture, which is on the site and in the app."""


LATE = "(ผู้ล่วงลับ)"
"""What stands behind the name of somebody who has died."""


Readings = tuple[tuple[str, str], ...]
"""How written forms are said, of an office's own: ("ผช.นวก.", "ผู้ช่วยนักวิชาการ"); they win over every rule."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as the office writes it, with all its forms; `read_as` is how it is said, where the spelling misleads.

    Some people have one name alone: then `last` is empty. So it is with a team, whose name is all in `first`, without a
    title. `jawi` is the same name as its owner writes it in Malay, in Arabic letters; `confirmed` says that the owner
    has heard how the name is said and agreed; `late` that the person has died.
    """

    title: str
    first: str
    last: str = ""
    read_as: str | None = None
    jawi: str | None = None
    confirmed: bool = False
    team: bool = False
    late: bool = False

    @property
    def full(self) -> str:
        """The name on one line, the surname after one space."""
        return " ".join(filter(None, (self.short, self.behind)))

    @property
    def written(self) -> str:
        """The full name without a word on the person's death, as it stands in texts of the office."""
        return " ".join(filter(None, (self.short, self.last)))

    @property
    def bare(self) -> str:
        """The name without the title."""
        return " ".join(filter(None, (self.first, self.last)))

    @property
    def short(self) -> str:
        """Title and first name, as colleagues are spoken of: only a rank stands apart, and what is in other letters.

        ราชบัณฑิตยสภา, หลักเกณฑ์การเว้นวรรค: between a rank and the name (1.2.8), and between Thai and another writing.
        """
        begins = self.first[:1]
        foreign = self.title.isascii() or (begins.isalpha() and not "ก" <= begins <= "๎")
        apart = " " if self.title and (foreign or is_rank(self.title)) else ""
        return f"{self.title}{apart}{self.first}"

    @property
    def behind(self) -> str:
        """What stands behind the first name, where a line may end: the surname, and that the person has died."""
        return " ".join(filter(None, (self.last, LATE if self.late else "")))

    @property
    def lines(self) -> list[list[str]]:
        """The ways to put the name on lines, from one line to three: a column has room for no more.

        A divided name is divided before the surname first of all, unless a surname of several words divides much more
        evenly; short words such as บิน and ณ stay with the next one.
        """
        return [[*way] for way in _ways(self.full, self.short, self.behind)]

    @property
    def counter(self) -> str:
        """The word by which such people are counted."""
        return "ทีม" if self.team else "รูป" if is_monk(self.title) else "คน"

    def stands_in(self, text: str) -> bool:
        """Return whether a text names the person, with the title or without it."""
        return self.written in text or (bool(self.last) and self.bare in text)

    @property
    def discreet(self) -> str:
        """The name in a list of people who must not be named: only those who know the person recognise it."""
        initials = " ".join(f"{_initial(part)}." for part in (self.first, self.last) if part)
        return f"{self.title} {initials}".strip()

    @property
    def initial(self) -> str:
        """The letter that stands for a person without a photo."""
        return _initial(self.first)


def counted(names: Iterable[Name]) -> str:
    """Return how many these are, each kind by its own word: 3 คน, or 2 คน 1 รูป และ 1 ทีม."""
    counts = Counter(name.counter for name in names)
    each = [f"{counts[word]} {word}" for word in ("คน", "รูป", "ทีม") if counts[word]] or ["0 คน"]
    return " และ ".join(filter(None, (" ".join(each[:-1]), each[-1])))


_MOST_LINES = 3
"""With more lines, a long name would push the post below it off its sheet; it is set smaller instead."""

_EVENER = 0.8
"""How much shorter the longest line must be before a surname is divided rather than what stands before it."""

_TOGETHER = 4
"""A word of a name with fewer letters than this begins a line with the next one: บิน, ณ, de."""


def _joined(text: str) -> list[str]:
    """Return the words of a part of a name, between which a line may end."""
    parts: list[str] = []
    for word in text.split():
        if parts and len(parts[-1].rsplit(" ", 1)[-1]) < _TOGETHER:
            parts[-1] += f" {word}"
        else:
            parts.append(word)
    return parts


@lru_cache(maxsize=1024)
def _ways(full: str, short: str, behind: str) -> list[list[str]]:
    """Return the ways of `Name.lines`: dozens of sheets ask about each name."""
    ways, words = [[full]], [*_joined(short), *_joined(behind)]
    if behind:
        halves, even = [short, behind], _even(words, 2)
        ways += [even, halves] if _widest(even) < _EVENER * _widest(halves) else [halves]
    ways += [_even(words, count) for count in range(2, min(len(words), _MOST_LINES) + 1)]
    return [way for n, way in enumerate(ways) if way not in ways[:n]]


def _even(words: list[str], count: int) -> list[str]:
    """Return words in so many lines that the longest is as short as it can be."""
    if count == 1:
        return [" ".join(words)]
    ways = ([" ".join(words[:first]), *_even(words[first:], count - 1)] for first in range(1, len(words) - count + 2))
    return min(ways, key=_widest)


def _widest(lines: list[str]) -> int:
    """Return how many letters the longest line has; marks stand above and below them."""
    return max(sum(unicodedata.category(letter) != "Mn" for letter in line) for line in lines)


def _initial(part: str) -> str:
    """Return the first consonant of a name, since เ แ โ ใ ไ are written before the sound."""
    return next((letter for letter in part if letter.isalpha() and letter not in "เแโใไ"), part[:1])


@dataclass(frozen=True, slots=True)
class Signer:
    """Someone who signs a paper: name, post and in which role."""

    name: Name
    post: str
    role: str


@dataclass(frozen=True, slots=True)
class Face:
    """A face in a photo, in shares of its width and height.

    `number` is its rank among the faces of the photo by size; `middle` and `eyes` are points. `square` is the room
    around a person of which the face is a third: left, top, and the side as a share of the width. `whole` says that the
    person can be cut out there.
    """

    number: int
    middle: tuple[float, float]
    height: float
    eyes: tuple[float, float]
    square: tuple[float, float, float]
    whole: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo that came through the door: upright, without metadata, kept in the store under `digest`.

    `width` and `height` are pixels of the upright original; the stored master is at most 2400 pixels on its long side.
    `faces` are those of a winner's photo, the largest first; None where nobody looked for them.
    """

    digest: str
    width: int
    height: int
    faces: tuple[Face, ...] | None = None


@dataclass(frozen=True, slots=True)
class Consent:
    """A written consent to show a photo: where, since when, and whether it was taken back."""

    channels: frozenset[Channel]
    given: date
    withdrawn: date | None


@dataclass(frozen=True, slots=True)
class Photo:
    """A portrait in the records; `focus` is the point to keep when cropping, each part from 0 (left, top) to 1.

    `face` is the face at that point; None where none was found there.
    """

    picture: Picture
    alt: str
    focus: tuple[float, float]
    face: Face | None
    consent: Consent | None
