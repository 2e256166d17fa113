"""What a proof book shows: a page for each person, then every other sheet once, grouped by who carries it.

Files that look alike are shown once, and the others are counted. Texts are whole: each of their lines stands once, and
where it comes again, there stands where it was read. All captions are in words: paths and digests stand in the list
that is kept beside the book.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.disk import keeping
from generator.dispatch import labels, texts
from generator.pieces import PIECES
from generator.pieces.parts import uses
from generator.pieces.parts.drawing import ON_ITS_SIDE
from generator.pieces.social import caption, card
from generator.press.pdfium import every_page, page_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from PIL.Image import Image

    from generator.model import Organisation
    from generator.piece import Entry, HelperName, View

PAGE = ".html"
"""The ending of page names, on the site and in the news for an old site: pages are listed but not drawn."""

_LARGE, _SIGNED, _SMALL = 1000, 760, 420
"""Pixels of a picture's longer side: about 200 per inch at the size in which it is printed."""

_WITHIN: frozenset[HelperName] = frozenset(("ceremony", "office"))
"""The helpers whose files few people see: they stand last."""

_ORDER = {piece.name: number for number, piece in enumerate(PIECES)}


@dataclass(slots=True)
class _Look:
    """Files that look alike: the one that is shown, and the others."""

    shown: Entry
    others: list[Entry] = field(default_factory=list)
    number: int = 0

    @property
    def every(self) -> list[Entry]:
        """All its files."""
        return [self.shown, *self.others]


@dataclass(frozen=True, slots=True)
class Sections:
    """What a book shows: its part of the view, the sheets of each person, and how much there is of it."""

    view: View
    people: dict[str, View]
    files: int
    pages: int
    web: int
    sealed: bool


def sections(
    root: Path,
    files: list[Entry],
    office: Organisation,
    pictures: Path,
    names: Mapping[str, str],
    told: Mapping[str, str],
) -> Sections:
    """Return what a book shows and draw its pictures into a folder; the files' paths start at `root`.

    `names` are those of people by key: whoever is named has a page. `told` are the letters of lines that stand on such
    pages, each with where that is.
    """
    twins = {entry.site_path for entry in files if entry.site_path}
    web = [entry for entry in files if entry.suffix == PAGE]
    drawn = [entry for entry in files if entry.suffix != PAGE and entry.path not in twins]
    looks = sorted(_looks(drawn), key=_is_read)
    for number, look in enumerate(looks, 1):
        look.number = number
    easel = _Easel(root, pictures, office, read=texts.Read(dict(told)))
    owned: dict[str, list[_Look]] = {}
    shared: dict[str, list[_Look]] = {}
    for look in looks:
        if (owner := _owner(look)) in names and not look.shown.sealed:
            owned.setdefault(owner, []).append(look)
        else:
            shared.setdefault(_heading(look.shown), []).append(look)
    people = {owner: easel.person(group, names[owner]) for owner, group in owned.items()}
    easel.hand_out([look for group in shared.values() for look in group], people, names)
    groups = [{"heading": heading, **easel.group(group)} for heading, group in shared.items()]
    _put_beside(groups, people.values())
    named = {entry.called for entry in drawn}
    view = {
        "shown": [group for group in groups if group["figures"]],
        "orders": [order for group in groups for order in group["orders"]],
        "read": [group for group in groups if group["texts"]],
        "web": labels.BETWEEN.join(
            dict.fromkeys(name for entry in web if (name := entry.called or entry.title) not in named)
        ),
    }
    return Sections(view, people, len(drawn), easel.pages, len(web), any(entry.sealed for entry in files))


def _put_beside(groups: list[View], people: Iterable[View]) -> None:
    """Put each card beside the text that is posted with it; one that stands on a person's page stands there, too."""
    own = {figure["post"]: figure for person in people for figure in person["strip"] if figure.get("post")}
    shared = {figure["post"]: figure for group in groups for figure in group["figures"] if figure.get("post")}
    cards = {**own, **shared}
    beside = set()
    for text in (text for group in groups for text in group["texts"] if text.get("post") in cards):
        shown = cards[text["post"]]
        with_card = texts.about(labels.WITH_CARD.format(number=shown["number"]), shown["more"])
        text["card"] = {key: shown[key] for key in ("src", "alt", "ratio")} | {"with": with_card}
        beside.add(text["post"])
    for group in groups:
        group["figures"] = [figure for figure in group["figures"] if figure.get("post") not in beside]


POSTED = frozenset((card.CARD.name, caption.PIECE.name))
"""The pieces of which a post is made: its picture and its words, each called after the same news."""


def _post_of(entry: Entry) -> str:
    """Return the key of the news whose card or words a file is; nothing of any other file."""
    return entry.design.removeprefix(f"{entry.piece}-") if entry.piece in POSTED and not entry.sealed else ""


def _is_read(look: _Look) -> bool:
    """Return whether a file is shown as text: such stand behind all that is shown as pictures."""
    entry = look.shown
    return (entry.suffix in texts.TOLD or entry.suffix in texts.TEXTS) and entry.piece != "job_ticket"


def _looks(files: Iterable[Entry]) -> list[_Look]:
    """Return the files as they look, by who carries them, then in the order of the pieces, the plainest first."""
    found: dict[tuple[str, str], _Look] = {}
    written: dict[tuple[str, str], tuple[str, str]] = {}
    for entry in sorted(files, key=_place_in_order):
        key, called = (_early(entry), entry.look or entry.path), (_early(entry), entry.called)
        if entry.suffix == ".txt":
            written.setdefault(called, key)
        if entry.suffix == ".docx":  # the same words
            key = written.get(called, key)
        if key in found:
            found[key].others.append(entry)
        else:
            found[key] = _Look(entry)
    return list(found.values())


def _place_in_order(entry: Entry) -> tuple[bool, str, tuple[int, int], bool, str]:
    helpers = sorted(uses.HELPERS, key=lambda helper: helper in _WITHIN)
    carried = (helpers.index(entry.use.helper) if entry.use else len(helpers), _ORDER.get(entry.piece, len(_ORDER)))
    return entry.sealed, _early(entry), carried, entry.look is not None, entry.path


def _owner(look: _Look) -> str:
    """Return the key of the person whose own sheet it is: a picture of nobody else; empty if it is everybody's."""
    entry = look.shown
    pictured = entry.suffix in {".pdf", ".jpg", ".png"}
    return entry.people[0] if pictured and len(entry.people) == 1 and entry.design and entry.use else ""


def _hangs(entry: Entry) -> bool:
    return entry.kind == "sheet" and entry.use is not None and entry.use.helper == "notice-board"


def _is_seen_by_all(look: _Look) -> bool:
    """Return whether it is what everybody will see: it hangs on all boards, over the road or behind the stage."""
    large = look.shown.use in {uses.FRONT, uses.STAGE}
    return large or (not look.shown.wide and any(entry.hanging for entry in look.every))


def _heading(entry: Entry) -> str:
    """Return who carries a file, after what was made before its moment."""
    return _early(entry) + (uses.HELPERS[entry.use.helper] if entry.use else labels.OTHERS)


def _early(entry: Entry) -> str:
    """Return what stands before the title of what was made before its moment."""
    if entry.usable_from:
        return f"{uses.since(entry.usable_from)}: "
    return "ก่อนประกาศ: " if entry.sealed else ""


def place(entry: Entry, office: Organisation) -> str:
    """Return where a file is used and how many copies of it."""
    if not entry.use:
        return ""
    where, copies, _ = uses.told(entry.use, office, sealed=entry.sealed, usable_from=entry.usable_from)
    return f"{where}  {copies}"


def _more(look: _Look) -> str:
    """Return how many files look like the one that is shown."""
    return labels.MORE_COUNT.format(count=len(look.others)) if look.others else ""


def _form(entry: Entry, whose: str) -> str:
    """Return what a file is beside others that look like it: its form or else what it is, without the person's name."""
    return entry.way or " ".join(entry.called.replace(whose, "").split())


@dataclass(slots=True)
class _Easel:
    """Draws files into a folder and returns how a template shows them; `pages` counts what was drawn.

    `read` are the lines that were shown, and `seen` the pages of what is handed over, each with its figure: who has
    read one need not read it again. `left` are such pages that name nobody, by number.
    """

    root: Path
    pictures: Path
    office: Organisation
    pages: int = 0
    read: texts.Read = field(default_factory=texts.Read)
    seen: dict[bytes, View] = field(default_factory=dict)
    left: dict[int, list[View]] = field(default_factory=dict)

    def group(self, looks: list[_Look]) -> View:
        """Return the pictures of a group, its texts, and its orders."""
        figures = [figure for look in looks for figure in self.left.get(look.number, self._figures(look, _SMALL))]
        return {
            "figures": [figure for figure in figures if "src" in figure],
            "texts": [
                *(text for look in looks for text in self._spoken(look)),
                *texts.apart([figure for figure in figures if "said" in figure]),
            ],
            "orders": [figure for figure in figures if "jobs" in figure],
        }

    def _spoken(self, look: _Look) -> Iterator[View]:
        """Yield what is said of a sheet that is a text, too, in all its forms: in its picture it is too small."""
        written = [entry for entry in look.others if entry.suffix == ".txt" and look.shown.suffix != ".txt"]
        said = [line for entry in written for line in texts.spoken(entry, (self.root / entry.path).read_bytes())]
        if said:
            about = {"number": str(look.number), "label": look.shown.called, "place": ""}
            yield {**about, **self.read.once(said, about["number"]), "again": "", "read": True}

    def person(self, looks: list[_Look], name: str) -> View:
        """Return the pictures of one person: the sheet that hangs, what is signed and handed over, other crops."""
        handed = [look for look in looks if look.shown.use == uses.HANDOVER]
        others = [look for look in looks if look.shown.use != uses.HANDOVER]
        others.sort(key=lambda look: (not _hangs(look.shown), look.shown.wide, look.number))
        large = [figure for look in others[:1] for figure in self._figures(look, _LARGE, name)]
        posted = [
            _Look(entry, number=look.number)
            for look in looks
            for entry in look.others
            if entry.kind == "post" and entry.news
        ]
        return {
            "large": large[:1],
            "handed": [figure for look in handed for figure in self._figures(look, _SIGNED, name)],
            "strip": [figure for look in (*others[1:], *posted) for figure in self._figures(look, _SMALL, name)],
        }

    def hand_out(self, looks: Iterable[_Look], people: Mapping[str, View], names: Mapping[str, str]) -> None:
        """Put each page that is handed over, out of a file for many, on the page of whom it names."""
        for look in looks:
            if look.shown.use != uses.HANDOVER or look.shown.sealed or look.shown.suffix != ".pdf":
                continue
            words = ["".join(text.split()) for text in page_texts((self.root / look.shown.path).read_bytes())]
            self.left[look.number] = []
            for figure in self._figures(look, _SIGNED):
                on_it = words[figure["page"] - 1]
                owner = next((key for key in people if "".join(names[key].split()) in on_it), "")
                if owner:
                    figure |= {"page": 1, "of": "", "place": ""}
                (people[owner]["handed"] if owner else self.left[look.number]).append(figure)

    def _figures(self, look: _Look, most: int, whose: str = "") -> Iterator[View]:
        """Yield a figure for each page of a file; the first figure says what the file is, of `whose` own its form."""
        entry = look.shown
        value = (self.root / entry.path).read_bytes()
        whole = entry.called if entry.way in entry.called else f"{entry.called} {entry.way}"
        about = {
            "number": str(look.number),
            "label": (f"{_form(replace(entry, way=''), whose)} {entry.way}" if whose else whole).strip(),
            "way": entry.way,
            "place": "" if whose else place(entry, self.office),
            "more": _more(look),
            "post": _post_of(entry),
        }
        if entry.piece == "job_ticket":
            called = f"{entry.called} {ON_ITS_SIDE}" if entry.wide else entry.called
            yield {**about, "label": called, "jobs": [job[1:] for job in texts.jobs(value.decode("utf-8-sig"))]}
            return
        if (told := texts.held(entry, value)) is not None:
            yield {**about, "said": [], "again": told, "read": False}
            return
        if (said := texts.said(entry, value)) is not None:
            yield {**about, **self.read.once(said, about["number"]), "read": True}
            return
        drawn = list(_pages(entry, value, most))
        for number, picture in enumerate(drawn, 1):
            out = io.BytesIO()
            picture.convert("RGB").save(out, "JPEG", quality=85)
            if out.getvalue() in self.seen:
                self.seen[out.getvalue()]["more"] = labels.ALSO_IN.format(called=entry.called)
                continue
            self.pages += 1
            name = f"{self.pages}.jpg"
            keeping.write(self.pictures / name, out.getvalue())
            page_label = f"หน้า {number} จาก {len(drawn)}"
            figure = {
                **about,
                "src": name,
                "alt": f"ภาพย่อ {entry.title} {page_label}",
                "ratio": picture.width / picture.height,
                "of": page_label if len(drawn) > 1 else "",
                "page": number,
                "main": number == 1 and _is_seen_by_all(look),
            }
            if entry.use == uses.HANDOVER:
                self.seen[out.getvalue()] = figure
            yield figure


def _pages(entry: Entry, value: bytes, most: int) -> Iterable[Image]:
    """Return each page of a PDF, or the one picture of another file, with `most` pixels on the longer side."""
    if entry.suffix == ".pdf":
        return every_page(value, lambda width, height: min(most / width, most / height))
    from PIL import Image

    picture = Image.open(io.BytesIO(value))  # noqa: TID251 - a file that this program made, known by its digest
    picture.draft("RGB", (most, most))
    picture.thumbnail((most, most))
    return [picture]
