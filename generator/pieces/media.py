"""Every public file in one place, for whoever prints, posts or reads it out: picture, kind, size, download."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator.piece import Piece
from generator.pieces import page_frame
from generator.press.page import PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.piece import Sheet, View
    from generator.public import Publication, PublicFile

KINDS = {
    ".pdf": ("PDF", "เอกสารสำหรับพิมพ์"),
    ".png": ("PNG", "รูปภาพ"),
    ".txt": ("TXT", "ข้อความล้วน"),
    ".ssml": ("SSML", "บทสำหรับเครื่องอ่าน"),
    ".docx": ("DOCX", "เอกสาร Word"),
    ".mp3": ("MP3", "ไฟล์เสียง"),
    ".zip": ("ZIP", "ไฟล์รวมชุด"),
}


def _lay_out(publication: Publication) -> Iterator[Sheet]:
    years = sorted({file.year for file in publication.files}, reverse=True)
    names = tuple(chosen.name.full for award in publication.rounds for chosen in award.winners)
    body: View = {
        "groups": [
            {"year": year, "files": [_file(file, names) for file in publication.files if file.year == year]}
            for year in years
        ],
        "office": publication.organisation.name,
        "announced": publication.newest_announced is not None,
    }
    yield page_frame.page(
        publication, "media.md", "สื่อเผยแพร่", "โปสเตอร์ จดหมายข่าว และบทประกาศเสียงตามสาย ดาวน์โหลดไปใช้ได้ทันที", body
    )


def _file(file: PublicFile, names: tuple[str, ...]) -> View:
    suffix = PurePosixPath(file.path).suffix.lower()
    kind, words = KINDS.get(suffix, (suffix.lstrip(".").upper(), "ไฟล์"))
    return {
        "href": file.path,
        "title": _parts(file.title, names),
        "kind": kind,
        "words": words,
        "size": file.size,
        "thumbnail": file.thumbnail,
    }


def _parts(title: str, names: tuple[str, ...]) -> list[str]:
    """Return a title in parts that stay whole: a person's name in it, or nothing."""
    name = next((name for name in names if name in title), "")
    before, named, after = title.partition(name) if name else (title, "", "")
    return [part.strip() for part in (before, named, after) if part.strip()]


PIECE = Piece("media", "หน้าสื่อเผยแพร่", _lay_out, PAGE, "media.html.j2", "none", channel="site")
