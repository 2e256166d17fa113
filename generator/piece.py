"""The contract of a piece of publicity: a row of the table lays out sheets, and a press turns them into bytes."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Generic, Literal, Protocol, TypeVar

from generator import qr
from generator.disclosure import NOBODY, years_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from generator.disclosure import Publication, PublicRound, PublicYear, Standing, SurveyLink, VerifyLink
    from generator.model import OutputSet, Showing
    from generator.problems import Problem

    Tell = Callable[["Fit | Coarse"], None]

View = dict[str, Any]
"""What a template receives: JSON values only, so that views can be compared and a template cannot change anything."""

PhotoFormat = Literal["jpg", "webp", "grey", "cut", "cut-grey", "cut-webp"]
"""The format of a photo; `grey` is a JPEG without colour. What is `cut` shows a person and nothing behind, as SVG that
holds a JPEG and its mask, or as WebP."""

Code = Literal["survey", "verify", "none"]
Audience = Literal["public", "internal"]
Place = Literal["both", "build", "site"]
"""Where a public file stands: in `build/` and also offered on the site, or in only one of the two."""

Kind = Literal["sheet", "air", "post", "page", "data", "order", "program", "dispatch"]
"""What a file is for the person who receives it.

A sheet drawn for paper or a screen (`sheet`), something to read out or play on air (`air`), something to post or send
(`post`), a page of the site (`page`), figures for further use (`data`), an order to a print shop (`order`), something
that only programs read (`program`); or what a command of its own made from finished files, such as a proof book or a
pack (`dispatch`), which is removed by any build that changes those files.
"""

PAGE = "page"
"""The name of the press whose sheets go into the site, not into `build/`."""

Copies = Literal["each board", "each announcer", "one", "as needed", "ordered", "posted", "file"]
"""How many copies of a sheet are needed; `ordered` means as many as the order to the print shop says."""

HelperName = Literal["office", "ceremony", "notice-board", "print-shop", "loudspeaker", "social", "web", "old-website"]
"""Who carries a file to its place; `generator.pieces.parts.uses` says what the office calls each helper."""


@dataclass(frozen=True, slots=True)
class Use:
    """Where a file hangs, lies or goes, in the office's words; how many copies; and who carries it there."""

    place: str
    copies: Copies
    helper: HelperName


@dataclass(frozen=True, slots=True)
class Hanging:
    """From which day to which a sheet hangs on every notice board, and on how many pieces of paper."""

    up: date
    down: date
    pages: int = 1


_ENDINGS = {"grey": "grey.jpg", "cut": "svg", "cut-grey": "grey.svg", "cut-webp": "cut.webp"}


@dataclass(frozen=True, slots=True)
class Rendition:
    """A photo at one width in pixels (never upscaled) and in one format; views refer to it by `name`.

    `whose` are the keys of the winners in the photo, empty if it shows none. `face` is the number of the face by which
    its light is evened and, in the formats that are cut, the person is cut out.
    """

    digest: str
    width: int
    format: PhotoFormat
    whose: tuple[str, ...] = ()
    face: int | None = None

    @property
    def name(self) -> str:
        """The file name, which does not reveal who is in the picture."""
        face = "" if self.face is None else f"-{self.face}"
        return f"{self.digest[:16]}-{self.width}{face}.{_ENDINGS.get(self.format, self.format)}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file to make: its path within `build/` (or within the site, for a page), and the view that it shows.

    `codes` are the links whose QR codes are on it, `renditions` the photos that its view names, `sounds` the digests of
    its recorded voices; `year` is the round it belongs to, or 0. `look` is the path of another sheet that looks the
    same in a small picture, as the A4 sheet looks like the A3 poster.

    `design` is one name for everything that people see as the same thing although it is made in several forms; it is
    unique within the year and the piece's family. `called` is what the office calls it, without award and year; `way`
    distinguishes this file from the other forms; `paper` is its size, such as A3; `wide` marks a landscape drawing.

    `standing` declares who stands on it: when a consent is withdrawn, every such sheet must be found. `use` is set
    where a sheet is used differently from the other sheets of its piece, `hanging` where every notice board has it.
    `shared_by` is the page whose link shows this picture. `looks_into` are finished files that the press reads. `sets`
    are those of the office's choice that it belongs to besides the sets of its piece; `moo` is the number of the
    village whose announcer alone it is for, or 0; `news` is what a post is about, the same for all that is posted
    together. `faults` are set where it cannot be made of its facts: it is left out, they are told, and its `view` is of
    no consequence.
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
    sets: tuple[OutputSet, ...] = ()
    moo: int = 0
    news: str = ""
    faults: tuple[Problem, ...] = ()


def finished_name(digest: str) -> str:
    """Return the name under which a press finds a finished file that it reads."""
    return f"{digest[:16]}.finished"


def sound_name(digest: str) -> str:
    """Return the name under which a press finds a recorded voice."""
    return f"{digest[:16]}.flac"


def drawn(sheet: Sheet, draw: Callable[[str], str] = qr.svg) -> View:
    """Return a sheet's view with its codes drawn, as a press takes it.

    The drawings are not part of the view itself: they follow from the addresses in it, and cost 7 ms each.
    """
    if not sheet.codes:
        return sheet.view
    return {**sheet.view, "drawn": {link.url: draw(link.url) for link in sheet.codes}}


@dataclass(frozen=True, slots=True)
class Fit:
    """What a press set smaller to make it fit: words on the sheet, and their size, both sizes in points on A4.

    `what` names that part of the sheet in the office's words; `fits` is False where even the smallest readable size was
    too large.
    """

    what: str
    size: float
    largest: float
    fits: bool

    @property
    def share(self) -> float:
        """The share of the largest size that is left."""
        return self.size / self.largest


@dataclass(frozen=True, slots=True)
class Coarse:
    """A photo with too few pixels for a paper size: whose it is, its dots per inch there, and how many are needed."""

    whose: str
    paper: str
    dpi: int
    wanted: int


def unheard(_: Fit | Coarse) -> None:
    """Ignore what a press reports."""


class Press(Protocol):
    """Turns a view into bytes: no clock, no network, no system font."""

    name: str
    has_look: bool
    """Whether a finished file has a first page that can be shown as a small picture."""

    def materials(self, template: str) -> bytes:
        """Return everything besides view and photos that the bytes depend on, for the cache key."""

    def press(self, template: str, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
        """Return the finished file; call `tell` for words set smaller to fit and for photos that are too coarse.

        `pictures` is the folder that holds the view's renditions under their names.
        """

    def thumbnail(self, made: bytes) -> bytes:
        """Return a small JPEG picture of the first page of a finished file; called only where `has_look`."""


class Unpictured:
    """A press whose files have no first page to show as a small picture: text, sound, or pictures themselves."""

    has_look = False

    def thumbnail(self, made: bytes) -> bytes:
        """Refuse: this is called only where `has_look`."""
        raise NotImplementedError(made)


Source_contra = TypeVar("Source_contra", contravariant=True)


@dataclass(frozen=True, slots=True)
class Piece(Generic[Source_contra]):
    """One kind of output: its name, what the office calls it, who may see it, its code, and how it is made.

    `lay_out` receives what may be known (a `Publication`) or, in the second wave, what has been finished (a
    `Finished`). `template` is a file beside the piece's module; `use` says where its sheets are used, how many are
    needed, and who carries them; `kind` says what they are; `channel` decides whose photo consents count; it is made
    where the office has chosen all its `sets` of the helper's outputs. A `lasting` one is still made for a round that
    rests, or of its sheets the one in `lasting_way`, which `at_rest` lays out; one `of_ceremony` is of no use once that
    is over.
    A page has the press `page` and a path within the site. So has a piece whose `place` is "site": a feed or the
    picture of a link, which nobody downloads.
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
    sets: tuple[OutputSet, ...] = ()
    lasting: bool = False
    lasting_way: str = ""
    at_rest: Each | None = None
    of_ceremony: bool = False

    @property
    def lasts(self) -> bool:
        """Whether it is made for a round that rests, too: what stands only on the site is, but no picture of a link."""
        return self.lasting or self.press.name == PAGE or (self.place == "site" and self.channel != "link")

    def lasts_as(self, way: str) -> bool:
        """Return whether its sheets of a way are made for a round that rests."""
        return self.lasts and self.lasting_way in {"", way}


@dataclass(frozen=True, slots=True)
class Entry:
    """A finished file and all that is known about it: for the manifest, and for what is made from finished files.

    `path` starts at the project folder; `qr` are the targets of its codes; `site_path` is the same file on the site,
    and `look` the file that its small picture looks like. `sealed` means that it was made before its moment, and
    `usable_from` is the day of the step that it was prepared for. The other facts are those of `Sheet` and
    `Piece`.
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
    usable_from: date | None = None
    moo: int = 0
    news: str = ""

    @property
    def file(self) -> str:
        """The name of the file in its folder."""
        return self.path.rpartition("/")[2]

    @property
    def suffix(self) -> str:
        """The ending of the file's name, with its dot: the format of the file."""
        return PurePosixPath(self.path).suffix


@dataclass(frozen=True, slots=True)
class Finished:
    """What the second wave of pieces is laid out from: what may be known, the finished files, and their bytes."""

    publication: Publication
    entries: tuple[Entry, ...]
    read: Callable[[Entry], bytes]


@dataclass(frozen=True, slots=True)
class Each:
    """A layout of one round at a time: of what `one` is given of it, and of nothing else.

    `given` tells of a publication what each round is laid out from. `of_none` lays out first, from the whole, what
    belongs to none.
    """

    one: Callable[[Any], Iterable[Sheet]]
    given: Callable[[Publication], Iterable[PublicRound | PublicYear]]
    of_none: Callable[[Any], Iterable[Sheet]]

    def __call__(self, source: Publication | Finished) -> Iterator[Sheet]:
        """Lay out all."""
        yield from self.of_none(source)
        for given in self.given(source.publication if isinstance(source, Finished) else source):
            yield from self.one(given)


def _nothing(_: object) -> Iterable[Sheet]:
    return ()


def each_round(
    lay_out: Callable[[PublicRound], Iterable[Sheet]], of_none: Callable[[Any], Iterable[Sheet]] = _nothing
) -> Each:
    """Make a layout of one round into a layout of them all; `of_none` lays out the rest."""
    return Each(lay_out, lambda publication: publication.rounds, of_none)


def each_ceremony(lay_out: Callable[[PublicRound], Iterable[Sheet]]) -> Each:
    """Make a layout of one round's ceremony into a layout of them all, each with the office as it is on that day."""
    return each_round(lambda award_round: lay_out(award_round.at_ceremony))


def each_year(
    lay_out: Callable[[PublicYear], Iterable[Sheet]], of_none: Callable[[Any], Iterable[Sheet]] = _nothing
) -> Each:
    """Make a layout of the pages of one round into a layout of them all; `of_none` lays out the rest."""
    return Each(lay_out, years_of, of_none)
