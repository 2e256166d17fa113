"""The contract of a piece of publicity: a row of the table lays out sheets, and a press turns them into bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol

from generator import qr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from generator.model import Showing
    from generator.public import Publication, PublicRound, SurveyLink, VerifyLink

    Tell = Callable[["Fit | Coarse"], None]

View = dict[str, Any]
"""What a template is given: JSON values only, so that two views can be compared and a template cannot reach back."""

PhotoFormat = Literal["jpg", "webp", "grey"]
"""How a photo is written; `grey` is a JPEG without colour."""

Code = Literal["survey", "verify", "none"]
Audience = Literal["public", "internal"]
Place = Literal["both", "build", "site"]
"""Where a public file stands: in `build/` and offered on the site, or in one of the two alone."""


@dataclass(frozen=True, slots=True)
class Rendition:
    """A photo at one width in pixels (never upscaled) and in one format; views speak of it by `name`."""

    digest: str
    width: int
    format: PhotoFormat

    @property
    def name(self) -> str:
        """The file name, which tells nothing of who is in the picture."""
        ending = "grey.jpg" if self.format == "grey" else self.format
        return f"{self.digest[:16]}-{self.width}.{ending}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file to make: its path within `build/` (or within the site, for a page), and the view that it shows.

    `codes` are the links whose QR codes stand on it; `renditions` the photos that its view names, and `sounds` the
    digests of its voices; `year` is the round it belongs to, 0 where it belongs to none. `look` is the path of another
    sheet that looks the same in small, as the A4 sheet of an A3 poster does.
    """

    path: str
    title: str
    view: View
    year: int = 0
    codes: tuple[SurveyLink | VerifyLink, ...] = ()
    renditions: tuple[Rendition, ...] = ()
    look: str = ""
    sounds: tuple[str, ...] = ()


def sound_name(digest: str) -> str:
    """Return the name under which a press finds a recorded voice."""
    return f"{digest[:16]}.flac"


def drawn(sheet: Sheet, draw: Callable[[str], str] = qr.svg) -> View:
    """Return a sheet's view with its codes drawn, as a press takes it.

    Drawings are no part of the view itself: they follow from the addresses in it, and cost 7 ms each.
    """
    if not sheet.codes:
        return sheet.view
    return {**sheet.view, "drawn": {link.url: draw(link.url) for link in sheet.codes}}


@dataclass(frozen=True, slots=True)
class Fit:
    """What a press made smaller so that it fits: words of the sheet, and their size, both in points on A4.

    `what` says in the office's words which part of the sheet it is; `fits` is False where even the smallest size that
    can be read was too large.
    """

    what: str
    size: float
    largest: float
    fits: bool

    @property
    def share(self) -> float:
        """Return how much of the largest size is left."""
        return self.size / self.largest


@dataclass(frozen=True, slots=True)
class Coarse:
    """A photo with too few pixels for a paper: whose it is, its dots an inch there, and how many are wanted."""

    whose: str
    paper: str
    dpi: int
    wanted: int


def unheard(_: Fit | Coarse) -> None:
    """Take no notice of what a press has to say."""


class Press(Protocol):
    """Turns a view into bytes: no clock, no network, no system font."""

    name: str
    has_look: bool
    """Whether a finished file has a first page to show in small."""

    def materials(self, template: str) -> bytes:
        """Return everything besides view and photos that the bytes depend on, for the cache's key."""

    def press(self, template: str, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
        """Return the finished file, and tell of what was made smaller to fit and of photos that are too coarse.

        `pictures` is the folder that holds the view's renditions under their names.
        """

    def thumbnail(self, made: bytes) -> bytes:
        """Return a small WebP picture of the first page of a finished file; asked only where `has_look`."""


class Unpictured:
    """A press whose files have no first page to show in small: they are read, heard, or their own look."""

    has_look = False

    def thumbnail(self, made: bytes) -> bytes:
        """Refuse: it is asked only where `has_look`."""
        raise NotImplementedError(made)


@dataclass(frozen=True, slots=True)
class Piece:
    """One kind of output: name, what the office calls it, who may see it, which code it carries, and how it is made.

    `template` is a file beside the piece's module; `channel` decides whose photo consents count; a page has the press
    `page` and paths within the site, as has what stands in `place` "site": a feed or the picture of a link, say, which
    nobody downloads.
    """

    name: str
    title: str
    lay_out: Callable[[Publication], Iterable[Sheet]]
    press: Press
    template: str
    code: Code
    channel: Showing = "print"
    audience: Audience = "public"
    place: Place = "both"


def each_round(lay_out: Callable[[PublicRound], Iterable[Sheet]]) -> Callable[[Publication], Iterable[Sheet]]:
    """Make a layout of one round into a layout of them all."""

    def lay_out_all(publication: Publication) -> Iterable[Sheet]:
        for award in publication.rounds:
            yield from lay_out(award)

    return lay_out_all
