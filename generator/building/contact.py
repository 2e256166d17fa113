"""The contact sheets of a proof book: files grouped by what they are, each with all its pages in small and its place.

What belongs together stands together: a design in all its ways out of the house is one section, its plain sheet large
and the others small beside it; every other piece is a section of its own.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator.building.packing import HELPERS
from generator.building.plan import SEALED
from generator.building.signing import PAGE
from generator.pieces import PIECES, card
from generator.pieces.drawing import upright
from generator.press.pdfium import every_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from PIL.Image import Image

    from generator.building.manifest import Entry
    from generator.piece import View

PLACES = {
    "board_plan": "คนติดป้ายประกาศ",
    "certificate": "พิมพ์ ลงนาม แล้วมอบในพิธี",
    "survey_form": "กล่องรับแบบที่เคาน์เตอร์และบ้านผู้ใหญ่บ้าน",
    "survey_leaflet": "วางให้หยิบที่จุดบริการ",
    "table_tent": "ตั้งบนโต๊ะบริการ",
}
"""Where a piece is used, where its helper alone does not say it."""

_WAY = re.compile(r"-(?:a\d(?:-tiles)?(?:-mono)?|\d{4}|ticket|mono|link|square|story|line|message)$")
"""The end of a file's name that says in which way a design leaves the house."""

_LARGE, _SMALL = 990, 320
"""Pixels of a picture's longer side: about 200 an inch of the place that it gets."""

TOLD = {
    ".xlsx": "ตาราง Excel เปิดดูด้วยโปรแกรมตาราง",
    ".mp3": "ไฟล์เสียง ฟังก่อนลงชื่อ",
    ".wav": "ไฟล์เสียง ฟังก่อนลงชื่อ",
    ".docx": "เอกสาร Word ข้อความเดียวกับไฟล์ .txt ชื่อเดียวกัน",
}
"""What is said of a file that cannot be shown on paper."""

_EXCERPT = 280
"""Letters after which no further line of a text is shown."""


@dataclass(slots=True)
class _File:
    """A file to show: its entry, the number it has in the book, and what it is called in its section."""

    entry: Entry
    number: int = 0
    label: str = ""


@dataclass(slots=True)
class _Section:
    title: str
    first: list[_File] = field(default_factory=list)
    others: list[_File] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sections:
    """What a book shows: its part of the view, how many files and pages are drawn, and how many pages the site has."""

    view: View
    files: int
    pages: int
    web: int
    sealed: bool


def sections(root: Path, files: list[Entry], round_words: str, pictures: Path) -> Sections:
    """Return the sections of a book and draw their pictures into a folder.

    `root` is where the files' paths begin; `round_words` is what every title ends with, and is left out.
    """
    twins = {entry.site_path for entry in files if entry.site_path}
    web = [_File(entry) for entry in files if entry.path.endswith(PAGE)]
    drawn = [entry for entry in files if not entry.path.endswith(PAGE) and entry.path not in twins]
    found = _grouped(drawn, round_words)
    shown = [one for section in found for one in (*section.first, *section.others)]
    for number, one in enumerate((*shown, *web), 1):
        one.number = number
    easel = _Easel(root, pictures)
    parts = [easel.section(section) for section in found]
    view = {
        "sections": parts,
        "listed": [_row(one, round_words) for one in shown],
        "web": [_row(one, round_words) for one in web],
    }
    sealed = any(_is_sealed(entry) for entry in files)
    return Sections(view, len(shown), easel.pages, len(web), sealed)


def _grouped(files: Iterable[Entry], round_words: str) -> list[_Section]:
    """Return the sections in the order of the pieces, sealed sheets behind the rest."""
    order = {piece.name: number for number, piece in enumerate(PIECES)}
    titles = {piece.name: piece.title for piece in PIECES}
    ways = {family for family in map(_family, titles) if sum(_family(name) == family for name in titles) > 1}
    groups: dict[tuple[bool, int, str], list[Entry]] = {}
    for entry in files:
        family = _family(entry.piece)
        design = _WAY.sub("", PurePosixPath(upright(entry.look or entry.path)).stem) if family in ways else ""
        groups.setdefault((_is_sealed(entry), order.get(family, len(order)), design), []).append(entry)
    made = []
    for (sealed, _, design), entries in sorted(groups.items()):
        family = _family(entries[0].piece)
        plain = sorted((each for each in entries if each.piece == family), key=_plainest) if design else entries
        first = plain[:1] if design else plain
        title = titles.get(family, family)
        if design and first:
            title = (
                first[0]
                .title.replace(f" {round_words}", "")
                .removesuffix(" ขนาด A4")
                .removesuffix(f" {card.SQUARE.say}")
            )
        section = _Section(f"ก่อนประกาศ: {title}" if sealed else title)
        for entry in sorted(entries, key=lambda each: (order.get(each.piece, len(order)), _plainest(each))):
            label = entry.title.replace(f" {round_words}", "").replace(title, "").strip() or entry.title
            (section.first if entry in first else section.others).append(_File(entry, label=label))
        made.append(section)
    return made


def _plainest(entry: Entry) -> tuple[bool, bool, bool, str]:
    """Sort what hangs on boards in front of what the site offers instead, then what stands for the looks of others."""
    wide = upright(entry.path) != entry.path
    return entry.path.startswith("site/"), entry.look is not None or wide, "-a4" not in entry.path, entry.path


def _family(piece: str) -> str:
    """Return the piece of which another is a way out: `poster` of `poster_shop`."""
    names = [known.name for known in PIECES if piece == known.name or piece.startswith(f"{known.name}_")]
    return min(names, key=len, default=piece)


def _is_sealed(entry: Entry) -> bool:
    return entry.path.startswith(f"build/{SEALED}/")


def _place(entry: Entry) -> str:
    """Return where a file is used, or who gets it."""
    if _is_sealed(entry):
        return "เก็บไว้จนถึงเวลาประกาศ"
    if entry.piece in PLACES:
        return PLACES[entry.piece]
    helper = next((helper for helper in HELPERS if re.fullmatch(helper.files, entry.path)), None)
    return helper.whom if helper else "ใช้ในสำนักงาน"


def _row(one: _File, round_words: str) -> View:
    entry = one.entry
    title = entry.title.replace(f" {round_words}", "")
    return {
        "number": str(one.number),
        "title": "" if title in entry.path else title,
        "paths": [path for path in (entry.path, entry.site_path) if path],
        "place": _place(entry),
        "digest": [entry.sha256[:32], entry.sha256[32:]],
    }


@dataclass(slots=True)
class _Easel:
    """Draws files into a folder and says how a template shows them; `pages` counts what was drawn."""

    root: Path
    pictures: Path
    pages: int = 0

    def section(self, section: _Section) -> View:
        first = [each for one in section.first for each in self._figures(one, _LARGE)]
        others = [each for one in section.others for each in self._figures(one, _SMALL)]
        return {"heading": section.title, "large": first, "small": others}

    def _figures(self, one: _File, most: int) -> Iterator[View]:
        """Yield a figure for each page of a file; the first says what the file is."""
        entry = one.entry
        value = (self.root / entry.path).read_bytes()
        about = {
            "number": str(one.number),
            "label": one.label,
            "file": "/".join(entry.path.split("/")[1:]),
            "place": _place(entry),
            "mark": entry.sha256[:8],
        }
        excerpt = _said(entry.path, value)
        if excerpt is not None:
            yield {**about, "excerpt": excerpt, "ratio": 0.75, "of": ""}
            return
        drawn = list(_pages(entry.path, value, most))
        for number, picture in enumerate(drawn, 1):
            self.pages += 1
            name = f"{one.number}-{number}.jpg"
            picture.convert("RGB").save(self.pictures / name, "JPEG", quality=85)
            said = f"หน้า {number} จาก {len(drawn)}"
            yield {
                **about,
                "src": name,
                "alt": f"ภาพย่อ {entry.title} {said}",
                "ratio": picture.width / picture.height,
                "of": said if len(drawn) > 1 else "",
                "first": number == 1,
            }


def _pages(path: str, value: bytes, most: int) -> Iterable[Image]:
    """Return each page of a PDF, or the one picture of another file, with a longer side of so many pixels."""
    if path.endswith(".pdf"):
        return every_page(value, lambda width, height: min(most / width, most / height))
    from PIL import Image

    picture = Image.open(io.BytesIO(value))  # noqa: TID251 - a file of our own making, known by its digest
    picture.draft("RGB", (most, most))
    picture.thumbnail((most, most))
    return [picture]


def _said(path: str, value: bytes) -> list[str] | None:
    """Return in words what a file holds that is no picture, the beginning of a text; None for one that can be drawn."""
    suffix = PurePosixPath(path).suffix
    if suffix in TOLD:
        return [TOLD[suffix]]
    if suffix == ".ssml":
        return list(_excerpt(re.sub(r"<[^>]+>", "\n", value.decode())))
    if suffix == ".json":
        return list(_excerpt("\n".join(re.findall(r'"(?:altText|text|label)": "(.*)"', value.decode()))))
    if suffix not in {".txt", ".csv"}:
        return None
    return list(_excerpt(value.decode("cp874" if path.endswith("-874.txt") else "utf-8-sig")))


def _excerpt(text: str) -> Iterator[str]:
    """Yield the first lines of a text that say something."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    shown = 0
    for line in lines:
        if shown < _EXCERPT and re.search(r"\w", line):
            shown += len(line)
            yield line
