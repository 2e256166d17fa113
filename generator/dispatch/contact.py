"""What a proof book shows: a page for each person, then every other sheet once, grouped by who carries it.

Files that look alike are shown once, and the others are named by how they differ. All captions are in words: paths and
digests stand in the list that is kept beside the book.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.disk import keeping
from generator.dispatch import labels
from generator.pieces import PIECES
from generator.pieces.paper.labels import ON_ORDER
from generator.pieces.parts import uses
from generator.press.pdfium import every_page
from generator.press.text import Text as TextPress

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from PIL.Image import Image

    from generator.model import Organisation
    from generator.piece import Entry, View

PAGE = ".html"
"""The ending of page names, on the site and in the news for an old site: pages are listed but not drawn."""

_LARGE, _SMALL = 1000, 420
"""Pixels of a picture's longer side: about 200 per inch at the size in which it is printed."""

TOLD = {
    ".xlsx": "ตาราง Excel เปิดดูด้วยโปรแกรมตาราง",
    ".mp3": "ไฟล์เสียง ฟังก่อนลงชื่อ",
    ".wav": "ไฟล์เสียง ฟังก่อนลงชื่อ",
    ".docx": "เอกสาร Word ข้อความเดียวกับไฟล์ .txt ชื่อเดียวกัน",
}
"""The text shown in place of a file that cannot be shown on paper."""

_TEXTS = frozenset((".ssml", ".json", ".txt", ".csv"))
_ENCODINGS = {piece.name: piece.press.encoding for piece in PIECES if isinstance(piece.press, TextPress)}

_EXCERPT, _WHOLE, _READ = 90, 700, frozenset(("caption", "press_release", "announcement_text"))
"""How many letters of a text are shown before it is cut at the end of a line: more of what people read or hear."""

_WAYS = 6
"""How many other forms are named; more are counted."""

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
    root: Path, files: list[Entry], office: Organisation, pictures: Path, names: Mapping[str, str]
) -> Sections:
    """Return what a book shows and draw its pictures into a folder; the files' paths start at `root`.

    `names` are those of people by key: whoever is named has a page.
    """
    twins = {entry.site_path for entry in files if entry.site_path}
    web = [entry for entry in files if entry.suffix == PAGE]
    drawn = [entry for entry in files if entry.suffix != PAGE and entry.path not in twins]
    looks = sorted(_looks(drawn), key=_is_read)
    for number, look in enumerate(looks, 1):
        look.number = number
    easel = _Easel(root, pictures, office)
    owned: dict[str, list[_Look]] = {}
    shared: dict[str, list[_Look]] = {}
    for look in looks:
        if (owner := _owner(look)) in names and not look.shown.sealed:
            owned.setdefault(owner, []).append(look)
        else:
            shared.setdefault(_heading(look.shown), []).append(look)
    groups = [{"heading": heading, **easel.group(group)} for heading, group in shared.items()]
    view = {
        "shown": [group for group in groups if group["figures"] or group["orders"]],
        "read": [group for group in groups if group["texts"]],
        "web": "  ·  ".join(dict.fromkeys(entry.called or entry.title for entry in web)),
    }
    people = {owner: easel.person(group, names[owner]) for owner, group in owned.items()}
    return Sections(view, people, len(drawn), easel.pages, len(web), any(entry.sealed for entry in files))


def _is_read(look: _Look) -> bool:
    """Return whether a file is shown as text: such stand behind all that is shown as pictures."""
    entry = look.shown
    return (entry.suffix in TOLD or entry.suffix in _TEXTS) and entry.piece != "job_ticket"


def _looks(files: Iterable[Entry]) -> list[_Look]:
    """Return the files as they look, by who carries them, then in the order of the pieces, the plainest first."""
    found: dict[tuple[str, str], _Look] = {}
    for entry in sorted(files, key=_place_in_order):
        key = (_early(entry), entry.look or entry.path)
        if key in found:
            found[key].others.append(entry)
        else:
            found[key] = _Look(entry)
    return list(found.values())


def _place_in_order(entry: Entry) -> tuple[bool, str, tuple[int, int], bool, str]:
    helpers = [*uses.HELPERS]
    carried = (helpers.index(entry.use.helper) if entry.use else len(helpers), _ORDER.get(entry.piece, len(_ORDER)))
    return entry.sealed, _early(entry), carried, entry.look is not None, entry.path


def _owner(look: _Look) -> str:
    """Return the key of the person whose own sheet it is: a picture of nobody else; empty if it is everybody's."""
    entry = look.shown
    pictured = entry.suffix in {".pdf", ".jpg", ".png"}
    return entry.people[0] if pictured and len(entry.people) == 1 and entry.design and entry.use else ""


def _hangs(entry: Entry) -> bool:
    return entry.kind == "sheet" and entry.use is not None and entry.use.helper == "notice-board"


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


def _more(look: _Look, whose: str) -> str:
    """Return how many files look like the one that is shown, and how they differ from it."""
    if not look.others:
        return ""
    ways = dict.fromkeys(_form(entry, whose) for entry in look.others)
    named = ", ".join([*ways][:_WAYS]) + (labels.AND_MORE if len(ways) > _WAYS else "")
    return labels.MORE_FORMS.format(count=len(look.others), ways=named)


def _form(entry: Entry, whose: str) -> str:
    """Return what a file is beside others that look like it: its form or else what it is, without the person's name."""
    return entry.way or " ".join(entry.called.replace(whose, "").split())


@dataclass(slots=True)
class _Easel:
    """Draws files into a folder and returns how a template shows them; `pages` counts what was drawn.

    `told` are the texts that were shown, each with its number: who has read one need not read it again.
    """

    root: Path
    pictures: Path
    office: Organisation
    pages: int = 0
    told: dict[bytes, str] = field(default_factory=dict)

    def group(self, looks: list[_Look]) -> View:
        """Return the pictures of a group, and its texts."""
        figures = [figure for look in looks for figure in self._figures(look, _SMALL)]
        return {
            "figures": [figure for figure in figures if "src" in figure],
            "texts": [figure for figure in figures if "excerpt" in figure],
            "orders": [figure for figure in figures if "jobs" in figure],
        }

    def person(self, looks: list[_Look], name: str) -> View:
        """Return the pictures of one person: the sheet that hangs large, its other crops and the cards as a strip."""
        large, *others = sorted(looks, key=lambda look: (not _hangs(look.shown), look.shown.wide, look.number))
        strip = [figure for look in others for figure in self._figures(look, _SMALL, name)]
        others_of = {str(look.number): len(look.others) for look in others}
        for figure in strip:
            more = others_of[figure["number"]]
            figure["more"] = labels.MORE_COUNT.format(count=more) if more else ""
        posted = [(look, entry) for look in looks for entry in look.others if entry.kind == "post" and entry.news]
        for look, entry in posted:
            strip += self._figures(_Look(entry, number=look.number), _SMALL, name)
        return {"large": list(self._figures(large, _LARGE, name))[:1], "strip": strip}

    def _figures(self, look: _Look, most: int, whose: str = "") -> Iterator[View]:
        """Yield a figure for each page of a file; the first figure says what the file is, of `whose` own its form."""
        entry = look.shown
        value = (self.root / entry.path).read_bytes()
        whole = entry.called if entry.way in entry.called else f"{entry.called} {entry.way}"
        about = {
            "number": str(look.number),
            "label": (f"{_form(replace(entry, way=''), whose)} {entry.way}" if whose else whole).strip(),
            "place": "" if whose else place(entry, self.office),
            "more": _more(look, whose),
        }
        if entry.piece == "job_ticket":
            yield {**about, "jobs": list(jobs(value.decode("utf-8-sig")))}
            return
        excerpt = _said(entry, value)
        if excerpt is not None:
            first = self.told.setdefault(value, about["number"])
            same = first != about["number"] and entry.suffix == ".txt"
            yield {**about, "excerpt": [labels.SAME_WORDS.format(number=first)] if same else excerpt}
            return
        drawn = list(_pages(entry, value, most))
        for number, picture in enumerate(drawn, 1):
            self.pages += 1
            name = f"{self.pages}.jpg"
            out = io.BytesIO()
            picture.convert("RGB").save(out, "JPEG", quality=85)
            keeping.write(self.pictures / name, out.getvalue())
            page_label = f"หน้า {number} จาก {len(drawn)}"
            yield {
                **about,
                "src": name,
                "alt": f"ภาพย่อ {entry.title} {page_label}",
                "ratio": picture.width / picture.height,
                "of": page_label if len(drawn) > 1 else "",
                "first": number == 1,
            }


def _pages(entry: Entry, value: bytes, most: int) -> Iterable[Image]:
    """Return each page of a PDF, or the one picture of another file, with `most` pixels on the longer side."""
    if entry.suffix == ".pdf":
        return every_page(value, lambda width, height: min(most / width, most / height))
    from PIL import Image

    picture = Image.open(io.BytesIO(value))  # noqa: TID251 - a file that this program made, known by its digest
    picture.draft("RGB", (most, most))
    picture.thumbnail((most, most))
    return [picture]


def _said(entry: Entry, value: bytes) -> list[str] | None:
    """Return in words what a file without a picture holds, such as the beginning of a text; None if it can be drawn."""
    suffix = entry.suffix
    if suffix in TOLD:
        return [TOLD[suffix]]
    if suffix == ".ssml":
        return list(_excerpt(re.sub(r"<[^>]+>", "\n", value.decode())))
    if suffix == ".json":
        return list(_excerpt("\n".join(re.findall(r'"(?:altText|text|label)": "(.*)"', value.decode()))))
    if suffix not in {".txt", ".csv"}:
        return None
    most = _WHOLE if entry.piece in _READ else _EXCERPT
    return list(_excerpt(value.decode(_ENCODINGS.get(entry.piece, "utf-8-sig")), most))


def jobs(text: str) -> Iterator[list[str]]:
    """Yield of each job of an order its file, its size and how many are wanted, as the order says them."""
    job, file, trim, quantity = (re.escape(ON_ORDER[key]) for key in ("job", "file", "trim", "quantity"))
    warnings = r"(?: {4}.*\n)*"  # of a font, a photo or a code
    pattern = rf"{job} \d+ +{file} (\S+).*\n{warnings} *{trim} +(.*)\n.*\n *{quantity} +(.*)"
    for found in re.findall(pattern, text.replace("\r\n", "\n")):
        yield [" ".join(part.split()) for part in found]


def _excerpt(text: str, most: int = _EXCERPT) -> Iterator[str]:
    """Yield the first lines of a text that contain words, without strokes around a heading, and how many are left."""
    lines = [" ".join(line.split()).strip("= ") for line in text.splitlines()]
    said = [line for line in lines if re.search(r"\w", line)]
    letters = 0
    for number, line in enumerate(said):
        if letters >= most:
            yield labels.MORE_LINES.format(count=len(said) - number)
            return
        letters += len(line)
        yield line
