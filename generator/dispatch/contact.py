"""What a proof book shows: a page for each person, then every other sheet once, grouped by who carries it.

Files that look alike are shown once, and the others are counted. Texts are whole: each of their lines stands once, and
where it comes again, there stands where it was read. All captions are in words: paths and digests stand in the list
that is kept beside the book.
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
from generator.pieces.parts.drawing import ON_ITS_SIDE
from generator.press.pdfium import every_page, page_texts
from generator.press.text import Text as TextPress

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

TOLD = {
    ".xlsx": "ตาราง Excel เปิดดูด้วยโปรแกรมตาราง",
    ".mp3": "ไฟล์เสียง ฟังก่อนลงชื่อ",
    ".wav": "ไฟล์เสียง ฟังก่อนลงชื่อ",
    ".docx": "เอกสาร Word ข้อความเดียวกับไฟล์ .txt ชื่อเดียวกัน",
}
"""The text shown in place of a file that cannot be shown on paper."""

_TEXTS = frozenset((".ssml", ".json", ".txt", ".csv"))
_ENCODINGS = {piece.name: piece.press.encoding for piece in PIECES if isinstance(piece.press, TextPress)}

_PICTURE = re.compile(r"[\w-]+\.(?:jpg|png)\b")
"""The name of a picture at the beginning of a line."""

_WITHIN: frozenset[HelperName] = frozenset(("ceremony", "office"))
"""The helpers whose files few people see: they stand last."""

_PARAGRAPH = 240
"""Letters of a paragraph in which lines of a text follow each other."""

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
    easel = _Easel(root, pictures, office, told=dict(told))
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


def _is_read(look: _Look) -> bool:
    """Return whether a file is shown as text: such stand behind all that is shown as pictures."""
    entry = look.shown
    return (entry.suffix in TOLD or entry.suffix in _TEXTS) and entry.piece != "job_ticket"


def _looks(files: Iterable[Entry]) -> list[_Look]:
    """Return the files as they look, by who carries them, then in the order of the pieces, the plainest first."""
    found: dict[tuple[str, str], _Look] = {}
    every = sorted(files, key=_place_in_order)
    paths = {entry.path for entry in every}
    for entry in every:
        same = f"{entry.path.removesuffix(entry.suffix)}.txt"  # of a document for Word
        key = (_early(entry), same if entry.suffix == ".docx" and same in paths else entry.look or entry.path)
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

    `told` are the lines that were shown, each with where that was, and `seen` the pages of what is handed over, each
    with its figure: who has read one need not read it again. `left` are such pages that name nobody, by number.
    """

    root: Path
    pictures: Path
    office: Organisation
    pages: int = 0
    told: dict[str, str] = field(default_factory=dict)
    seen: dict[bytes, View] = field(default_factory=dict)
    left: dict[int, list[View]] = field(default_factory=dict)

    def group(self, looks: list[_Look]) -> View:
        """Return the pictures of a group, its texts, and its orders."""
        figures = [figure for look in looks for figure in self.left.get(look.number, self._figures(look, _SMALL))]
        return {
            "figures": [figure for figure in figures if "src" in figure],
            "texts": _apart([figure for figure in figures if "said" in figure]),
            "orders": [figure for figure in figures if "jobs" in figure],
        }

    def person(self, looks: list[_Look], name: str) -> View:
        """Return the pictures of one person: the sheet that hangs, what is signed and handed over, other crops."""
        handed = [look for look in looks if look.shown.use == uses.HANDOVER]
        others = [look for look in looks if look not in handed]
        large, *others = sorted(others, key=lambda look: (not _hangs(look.shown), look.shown.wide, look.number)) or [
            None
        ]
        posted = [
            _Look(entry, number=look.number)
            for look in looks
            for entry in look.others
            if entry.kind == "post" and entry.news
        ]
        return {
            "large": [*self._figures(large, _LARGE, name)][:1] if large else [],
            "handed": [figure for look in handed for figure in self._figures(look, _SIGNED, name)],
            "strip": [figure for look in (*others, *posted) for figure in self._figures(look, _SMALL, name)],
        }

    def hand_out(self, looks: Iterable[_Look], people: Mapping[str, View], names: Mapping[str, str]) -> None:
        """Put each page that is handed over, out of a file for many, on the page of whom it names."""
        for look in looks:
            if look.shown.use != uses.HANDOVER or look.shown.sealed or look.shown.suffix != ".pdf":
                continue
            texts = ["".join(text.split()) for text in page_texts((self.root / look.shown.path).read_bytes())]
            self.left[look.number] = []
            for figure in self._figures(look, _SIGNED):
                on_it = texts[figure["page"] - 1]
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
        }
        if entry.piece == "job_ticket":
            called = f"{entry.called} {ON_ITS_SIDE}" if entry.wide else entry.called
            yield {**about, "label": called, "jobs": [job[1:] for job in jobs(value.decode("utf-8-sig"))]}
            return
        if (held := _held(entry, value)) is not None:
            yield {**about, "said": [], "again": held}
            return
        if (said := _said(entry, value)) is not None:
            yield {**about, **self._once(said, about["number"])}
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

    def _once(self, lines: Iterable[str], number: str) -> View:
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


def _made_of(letters: str, told: Mapping[str, str]) -> list[str]:
    """Return the lines that follow each other in another line, longest first; none where it says anything else."""
    parts: list[str] = []
    while letters:
        part = max((line for line in told if line and letters.startswith(line)), key=len, default="")
        if not part:
            return []
        parts.append(part)
        letters = letters.removeprefix(part).lstrip(":·,•“”")
    return parts


def _apart(texts: list[View]) -> list[View]:
    """Return texts that say where they go only where that is another place than of the one before."""
    before = ["", *(text["place"] for text in texts)]
    return [
        {**text, "place": "" if text["place"] == last else text["place"]}
        for text, last in zip(texts, before, strict=False)
    ]


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


def letters_of(line: str) -> str:
    """Return what of a line must be read once: its letters, without the marks of a quotation or of a list."""
    return "".join(line.split()).strip("“”•")


def _pages(entry: Entry, value: bytes, most: int) -> Iterable[Image]:
    """Return each page of a PDF, or the one picture of another file, with `most` pixels on the longer side."""
    if entry.suffix == ".pdf":
        return every_page(value, lambda width, height: min(most / width, most / height))
    from PIL import Image

    picture = Image.open(io.BytesIO(value))  # noqa: TID251 - a file that this program made, known by its digest
    picture.draft("RGB", (most, most))
    picture.thumbnail((most, most))
    return [picture]


def _held(entry: Entry, value: bytes) -> str | None:
    """Return in words what a file holds that is neither drawn nor read line by line, such as a table."""
    if entry.suffix == ".csv":
        return labels.TABLE.format(count=len(value.decode("utf-8-sig").splitlines()) - 1)
    return TOLD.get(entry.suffix)


def _said(entry: Entry, value: bytes) -> list[str] | None:
    """Return the lines of a text that somebody will read; None if it can be drawn.

    Its title is what the file is called here, too, and neither how long a part is nor which picture goes with it is
    part of what is read.
    """
    if entry.suffix not in _TEXTS:
        return None
    text = value.decode(_ENCODINGS.get(entry.piece, "utf-8-sig")).replace("\r\n", "\n")
    if entry.suffix == ".ssml":
        text = re.sub(r"<[^>]+>", "\n", text)
    if entry.suffix == ".json":
        text = "\n".join(re.findall(r'"(?:altText|text|label)": "(.*)"', text))
    text = re.sub(r"^=+ (.*?)(?:  .*)? =+$", r"\1", text, flags=re.MULTILINE)
    lines = (" ".join(line.split()) for line in text.splitlines() if not _PICTURE.match(line))
    return [line for line in lines if re.search(r"\w", line) and not line.startswith(f"{entry.called} ")]


def jobs(text: str) -> Iterator[list[str]]:
    """Yield of each job of an order its file, its size, how many are wanted and for where, as the order says them."""
    job, file, trim, quantity = (re.escape(ON_ORDER[key]) for key in ("job", "file", "trim", "quantity"))
    warnings = r"(?: {4}.*\n)*"  # of a font, a photo or a code
    pattern = rf"{job} \d+ +{file} (\S+).*\n{warnings} *{trim} +(.*)\n.*\n *{quantity} +(.*) \((.*)\)"
    for found in re.findall(pattern, text.replace("\r\n", "\n")):
        yield [" ".join(part.split()) for part in found]
