"""The contract of a piece of publicity: a row of the table lays out sheets, and a press turns them into bytes."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Generic, Literal, Protocol, TypeVar

from generator import qr
from generator.disclosure import NOBODY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from generator.disclosure import Publication, PublicRound, Standing, SurveyLink, VerifyLink
    from generator.model import Showing

    Tell = Callable[["Fit | Coarse"], None]

View = dict[str, Any]
"""What a template is given: JSON values only, so that two views can be compared and a template cannot reach back."""

PhotoFormat = Literal["jpg", "webp", "grey"]
"""How a photo is written; `grey` is a JPEG without colour."""

Code = Literal["survey", "verify", "none"]
Audience = Literal["public", "internal"]
Place = Literal["both", "build", "site"]
"""Where a public file stands: in `build/` and offered on the site, or in one of the two alone."""

Kind = Literal["sheet", "air", "post", "page", "data", "order", "program", "dispatch"]
"""What a file is to whoever gets it.

A sheet that is drawn for paper or a screen, something to read out or to play on air, something to post or to send, a
page of the site, figures to go on working with, an order to a print shop, something that only programs read; or what a
command of its own made of finished files (a proof book, a pack), which a build that changes any of them takes away.
"""

Copies = Literal["each board", "each announcer", "one", "as needed", "ordered", "posted", "file"]
"""How many copies of a sheet are wanted; `ordered` is as many as the order to the print shop says."""

HelperName = Literal["office", "ceremony", "notice-board", "print-shop", "loudspeaker", "social", "web", "old-website"]
"""Who carries a file to its place; `generator.pieces.parts.uses` says what the office calls each of them."""


@dataclass(frozen=True, slots=True)
class Use:
    """Where a file hangs, lies or goes, in the office's words; how many copies; and who carries it there."""

    place: str
    copies: Copies
    helper: HelperName


@dataclass(frozen=True, slots=True)
class Hanging:
    """That every notice board has a sheet: from which day to which."""

    up: date
    down: date


@dataclass(frozen=True, slots=True)
class Rendition:
    """A photo at one width in pixels (never upscaled) and in one format; views speak of it by `name`.

    `whose` is the key of the winner whom it shows, empty where it shows nobody.
    """

    digest: str
    width: int
    format: PhotoFormat
    whose: str = ""

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

    What people see as one thing though it leaves the house in several ways has one `design`, which is a name that is
    its own within the year and the piece's family; `called` is what the office calls it, without award and year, and
    `way` tells this file from the others, `paper` is its size, as A3. `wide` is a drawing that lies on its side.

    `standing` declares who stands on it: a consent that is taken back must find every sheet. `use` is set where a sheet
    is used otherwise than its piece's other sheets; `hanging` where every notice board has it. `shared_by` is the page
    whose link shows this picture. `looks_into` are finished files that the press reads.
    """

    path: str
    title: str
    view: View
    year: int = 0
    codes: tuple[SurveyLink | VerifyLink, ...] = ()
    renditions: tuple[Rendition, ...] = ()
    look: str = ""
    sounds: tuple[str, ...] = ()
    _: KW_ONLY
    called: str = ""
    design: str = ""
    way: str = ""
    paper: str = ""
    wide: bool = False
    standing: Standing = NOBODY
    use: Use | None = None
    hanging: Hanging | None = None
    shared_by: str = ""
    looks_into: tuple[Entry, ...] = ()


def finished_name(digest: str) -> str:
    """Return the name under which a press finds a finished file that it looks into."""
    return f"{digest[:16]}.finished"


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


Source_contra = TypeVar("Source_contra", contravariant=True)


@dataclass(frozen=True, slots=True)
class Piece(Generic[Source_contra]):
    """One kind of output: name, what the office calls it, who may see it, which code it carries, and how it is made.

    `lay_out` is given what may be known (a `Publication`), or in the second wave what has been finished (a `Finished`).
    `template` is a file beside the piece's module; `use` says where its sheets are used, how many, and by whom, and
    `kind` what they are; `channel` decides whose photo consents count. A page has the press `page` and paths within
    the site, as has what stands in `place` "site": a feed or the picture of a link, say, which nobody downloads.
    """

    name: str
    title: str
    lay_out: Callable[[Source_contra], Iterable[Sheet]]
    press: Press
    template: str
    code: Code
    channel: Showing = "print"
    audience: Audience = "public"
    place: Place = "both"
    _: KW_ONLY
    use: Use
    kind: Kind = "sheet"


@dataclass(frozen=True, slots=True)
class Entry:
    """A finished file and all that is known of it: what the manifest lists, and what is made of finished files reads.

    `path` begins at the project's folder; `qr` are the targets of its codes; `site_path` is its twin on the site, and
    `look` the file that it looks like in small. `sealed` tells that it was made before its moment. The other facts are
    those of `Sheet` and `Piece`.
    """

    path: str
    piece: str
    title: str
    audience: str
    sha256: str
    bytes: int
    qr: tuple[str, ...] = ()
    site_path: str | None = None
    look: str | None = None
    people: tuple[str, ...] = ()
    portrayed: tuple[str, ...] = ()
    year: int = 0
    channel: Showing = "print"
    kind: Kind = "sheet"
    use: Use | None = None
    called: str = ""
    design: str = ""
    way: str = ""
    paper: str = ""
    wide: bool = False
    hanging: Hanging | None = None
    sealed: bool = False

    @property
    def file(self) -> str:
        """The name of the file in its folder."""
        return self.path.rpartition("/")[2]

    @property
    def suffix(self) -> str:
        """The ending of the file's name, with its point: how the file is written."""
        return PurePosixPath(self.path).suffix


@dataclass(frozen=True, slots=True)
class Finished:
    """What the second wave of pieces is laid out from: what may be known, the finished files, and their bytes."""

    publication: Publication
    entries: tuple[Entry, ...]
    read: Callable[[Entry], bytes]


def each_round(lay_out: Callable[[PublicRound], Iterable[Sheet]]) -> Callable[[Publication], Iterable[Sheet]]:
    """Make a layout of one round into a layout of them all."""

    def lay_out_all(publication: Publication) -> Iterable[Sheet]:
        for award in publication.rounds:
            yield from lay_out(award)

    return lay_out_all
