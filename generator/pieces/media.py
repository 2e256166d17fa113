"""Every public file in one place, for whoever prints, posts or reads it out: picture, kind, size, download."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator.piece import Piece
from generator.pieces import embed, page_frame
from generator.press.page import PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.piece import Sheet, View
    from generator.public import Publication, PublicFile, PublicRound

KINDS = {
    ".pdf": ("PDF", "เอกสารสำหรับพิมพ์"),
    ".png": ("PNG", "รูปภาพ"),
    ".txt": ("TXT", "ข้อความล้วน"),
    ".ssml": ("SSML", "บทสำหรับเครื่องอ่าน"),
    ".csv": ("CSV", "ตาราง"),
    ".docx": ("DOCX", "เอกสาร Word"),
    ".mp3": ("MP3", "ไฟล์เสียง"),
    ".zip": ("ZIP", "ไฟล์รวมชุด"),
}


def _lay_out(publication: Publication) -> Iterator[Sheet]:
    body: View = {
        "groups": [
            {"year": year, "kinds": _kinds(publication, year)}
            for year in sorted({file.year for file in publication.files}, reverse=True)
        ],
        "office": publication.organisation.name,
        "embed": embed.lines(publication),
        "announced": publication.newest_announced is not None,
    }
    yield page_frame.page(
        publication, "media.md", "สื่อเผยแพร่", "โปสเตอร์ จดหมายข่าว และบทประกาศเสียงตามสาย ดาวน์โหลดไปใช้ได้ทันที", body
    )


def _kinds(publication: Publication, year: int) -> list[View]:
    """Return the files of a year under what the office calls them, in the order of the pieces."""
    files = [file for file in publication.files if file.year == year]
    award = next((award for award in publication.rounds if award.year == year), None)
    return [
        {"title": kind, "files": [_file(file, award) for file in files if file.kind == kind]}
        for kind in dict.fromkeys(file.kind for file in files)
    ]


def _file(file: PublicFile, award: PublicRound | None) -> View:
    suffix = PurePosixPath(file.path).suffix.lower()
    kind, words = KINDS.get(suffix, (suffix.lstrip(".").upper(), "ไฟล์"))
    return {
        "href": file.path,
        "title": _parts(file.title, award) if award else [file.title],
        "kind": kind,
        "words": words,
        "size": file.size,
        "thumbnail": file.thumbnail,
    }


def _parts(title: str, award: PublicRound) -> list[str]:
    """Return a title in parts that stay whole, without the award and the year that stand above it on the page."""
    short = " ".join(title.replace(award.programme.award, "").replace(f"ปี {award.year}", "").split())
    name = next((chosen.name for chosen in award.winners if chosen.name.full in short), None)
    if name is None:
        return [short]
    before, _, after = short.partition(name.full)
    first = name.full.removesuffix(name.last)
    return [part.strip() for part in (before, first, name.last, after) if part.strip()]


PIECE = Piece("media", "หน้าสื่อเผยแพร่", _lay_out, PAGE, "media.html.j2", "none", channel="site")
