"""A person: the name, what is signed, the portrait and the consent to show it; not what somebody was chosen for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

Particle = Literal["ครับ", "ค่ะ"]
"""The polite word of the speaker."""

Channel = Literal["site", "print", "social"]
"""Where a photo may be shown; the scope of a consent is a set of these."""

Showing = Literal[Channel, "link"]
"""How a piece shows somebody: through one of these, or as a link's picture, which is on the site and in the app."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name as the office writes it; `read_as` is how it is said, where the spelling misleads.

    `jawi` is the same name as its owner writes it in Malay, in Arabic letters; `confirmed` says that the owner has
    heard how the name is said and agreed.
    """

    title: str
    first: str
    last: str
    read_as: str | None = None
    jawi: str | None = None
    confirmed: bool = False

    @property
    def full(self) -> str:
        """The name on one line, the surname after one space."""
        return f"{self.short} {self.last}"

    @property
    def short(self) -> str:
        """Title and first name, as colleagues are spoken of: a Thai title stands close to the name."""
        joint = " " if self.title.endswith(".") or self.title.isascii() else ""
        return f"{self.title}{joint}{self.first}"

    def stands_in(self, text: str) -> bool:
        """Return whether a text names the person, with the title or without it."""
        return self.full in text or f"{self.first} {self.last}" in text

    @property
    def discreet(self) -> str:
        """The name in a list of people who must not be named: only those who know the person recognise it."""
        return f"{self.title} {_initial(self.first)}. {_initial(self.last)}."

    @property
    def initial(self) -> str:
        """The letter that stands for a person without a photo."""
        return _initial(self.first)


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
class Picture:
    """A photo that came through the door: upright, without metadata, kept in the store under `digest`.

    `width` and `height` are pixels of the upright original; the stored master is at most 2400 pixels on its long side.
    """

    digest: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Consent:
    """A written consent to show a photo: where, since when, and whether it was taken back."""

    channels: frozenset[Channel]
    given: date
    withdrawn: date | None


@dataclass(frozen=True, slots=True)
class Photo:
    """A portrait in the records; `focus` is the point to keep when cropping, each part from 0 (left, top) to 1."""

    picture: Picture
    alt: str
    focus: tuple[float, float]
    consent: Consent | None
