"""The contact sheets of a proof book: files grouped by what they are, with their place and small pictures of all pages.

What belongs together stands together: a design in all its forms is one section, with its plain sheet large and the
others small beside it; every other piece is a section of its own.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.disk import keeping
from generator.pieces import PIECES
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

_LARGE, _SMALL = 990, 320
"""Pixels of a picture's longer side: about 200 per inch at the size in which it is printed."""

TOLD = {
    ".xlsx": "ตาราง Excel เปิดดูด้วยโปรแกรมตาราง",
    ".mp3": "ไฟล์เสียง ฟังก่อนลงชื่อ",
    ".wav": "ไฟล์เสียง ฟังก่อนลงชื่อ",
    ".docx": "เอกสาร Word ข้อความเดียวกับไฟล์ .txt ชื่อเดียวกัน",
}
"""The text shown in place of a file that cannot be shown on paper."""

_ENCODINGS = {piece.name: piece.press.encoding for piece in PIECES if isinstance(piece.press, TextPress)}

_EXCERPT = 280
"""How many letters of a text are shown before it is cut at the end of a line."""


@dataclass(slots=True)
class _File:
    """A file to show: its entry, its number in the book, and its name within its section."""

    entry: Entry
    number: int = 0
    label: str = ""


@dataclass(slots=True)
class _Section:
    title: str
    first: list[_File] = field(default_factory=list)
    others: list[_File] = field(default_factory=list)

    @property
    def every(self) -> list[_File]:
        """All its files."""
        return [*self.first, *self.others]


@dataclass(frozen=True, slots=True)
class Sections:
    """What a book shows: its part of the view, pictures of what the public sees first, and how much there is of it."""

    view: View
    seen: list[View]
    files: int
    pages: int
    web: int
    sealed: bool


def sections(root: Path, files: list[Entry], office: Organisation, pictures: Path) -> Sections:
    """Return the sections of a book and draw their pictures into a folder; the files' paths start at `root`."""
    twins = {entry.site_path for entry in files if entry.site_path}
    web = [_File(entry) for entry in files if entry.suffix == PAGE]
    drawn = [entry for entry in files if entry.suffix != PAGE and entry.path not in twins]
    groups = _grouped(drawn)
    with_pictures = [file for section in groups for file in section.every]
    for number, file in enumerate((*with_pictures, *web), 1):
        file.number = number
    easel = _Easel(root, pictures, office)
    parts = [easel.section(section) for section in groups]
    view = {
        "sections": parts,
        "listed": [_row(file, office) for file in with_pictures],
        "web": [_row(file, office) for file in web],
    }
    hung = [part for section, part in zip(groups, parts, strict=True) if any(map(_is_seen, section.every))]
    seen = [figure for part in hung for figure in part["large"][:1] if "src" in figure]
    return Sections(view, seen, len(with_pictures), easel.pages, len(web), any(entry.sealed for entry in files))


def _is_seen(file: _File) -> bool:
    """Return whether the public meets a file first: it hangs on every board, or is posted."""
    entry = file.entry
    return bool(entry.hanging or (entry.kind == "post" and entry.news and entry.suffix == ".jpg"))


def _grouped(files: Iterable[Entry]) -> list[_Section]:
    """Return the sections in the order of the pieces, sealed sheets after the rest.

    A design that is made in several forms is a section. What has only one form stands with its piece's other sheets, as
    do the news for an old site, whose files are checked kind by kind.
    """
    order = {piece.name: number for number, piece in enumerate(PIECES)}
    titles = {piece.name: piece.title for piece in PIECES}
    groups: dict[tuple[str, str, str], list[Entry]] = {}
    entries = sorted(
        files, key=lambda entry: (entry.sealed, _early(entry), order.get(entry.piece, len(order)), _plainest(entry))
    )
    ways = Counter((early, design) for early, design, _ in {_way(entry) for entry in entries})
    for entry in entries:
        design = entry.design if ways[_early(entry), entry.design] > 1 and not _is_old_news(entry) else ""
        groups.setdefault((_early(entry), design, "" if design else entry.piece), []).append(entry)
    return [_section(design, titles, group) for (_, design, _), group in groups.items()]


def _early(entry: Entry) -> str:
    """Return what stands before the title of what was made before its moment."""
    if entry.usable_from:
        return f"{uses.since(entry.usable_from)}: "
    return "ก่อนประกาศ: " if entry.sealed else ""


def _way(entry: Entry) -> tuple[str, str, str]:
    """Return what distinguishes the forms of a design: the piece, and for posts the picture's format."""
    return _early(entry), entry.design, entry.way if entry.kind == "post" else entry.piece


def _is_old_news(entry: Entry) -> bool:
    return entry.use is not None and entry.use.helper == "old-website"


def _section(design: str, titles: Mapping[str, str], entries: list[Entry]) -> _Section:
    """Return a section of one design, with its plainest sheet large, or of a piece's sheets, all large."""
    plain = entries[0]
    title = plain.called if design else titles.get(plain.piece, plain.called)
    section = _Section(_early(plain) + title)
    for number, entry in enumerate(entries):
        label = entry.way if design else f"{entry.called} {entry.way}".strip()
        group = section.first if number == 0 or not design else section.others
        group.append(_File(entry, label=label or entry.called))
    return section


def _plainest(entry: Entry) -> tuple[bool, bool, str]:
    """Sort what hangs on boards before what only the site offers; put sheets that others look like first."""
    return _on_site(entry), entry.look is not None or entry.wide, entry.path


def _on_site(entry: Entry) -> bool:
    return entry.use is not None and entry.use.helper == "web"


def place(entry: Entry, office: Organisation) -> str:
    """Return where a file is used, how many copies of it, and who carries it there."""
    return (
        "  ".join(uses.told(entry.use, office, sealed=entry.sealed, usable_from=entry.usable_from)) if entry.use else ""
    )


def _row(file: _File, office: Organisation) -> View:
    entry = file.entry
    return {
        "number": str(file.number),
        "title": entry.called,
        "paths": [path for path in (entry.path, entry.site_path) if path],
        "place": place(entry, office),
        "digest": [entry.sha256[:32], entry.sha256[32:]],
    }


@dataclass(slots=True)
class _Easel:
    """Draws files into a folder and returns how a template shows them; `pages` counts what was drawn."""

    root: Path
    pictures: Path
    office: Organisation
    pages: int = 0

    def section(self, section: _Section) -> View:
        first = [figure for file in section.first for figure in self._figures(file, _LARGE)]
        others = [figure for file in section.others for figure in self._figures(file, _SMALL)]
        return {"heading": section.title, "large": first, "small": others}

    def _figures(self, file: _File, most: int) -> Iterator[View]:
        """Yield a figure for each page of a file; the first figure says what the file is."""
        entry = file.entry
        value = (self.root / entry.path).read_bytes()
        about = {
            "number": str(file.number),
            "label": file.label,
            "file": entry.path,
            "place": place(entry, self.office),
            "mark": entry.sha256[:8],
        }
        excerpt = _said(entry, value)
        if excerpt is not None:
            yield {**about, "excerpt": excerpt, "ratio": 0.75, "of": ""}
            return
        drawn = list(_pages(entry, value, most))
        for number, picture in enumerate(drawn, 1):
            self.pages += 1
            name = f"{file.number}-{number}.jpg"
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
    return list(_excerpt(value.decode(_ENCODINGS.get(entry.piece, "utf-8-sig"))))


def _excerpt(text: str) -> Iterator[str]:
    """Yield the first lines of a text that contain words."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    letters = 0
    for line in lines:
        if letters < _EXCERPT and re.search(r"\w", line):
            letters += len(line)
            yield line
