"""What the bytes of a file are, by how they begin: a kind of photo that is read, or what else; decodes nothing.

The ending of a name proves nothing: what a phone or a program sends is often named otherwise than it is.
"""

from __future__ import annotations

import re
import struct
from typing import Literal, NamedTuple

from generator.reading.photos import containers

PLAIN = {"JPEG", "PNG", "WEBP"}
"""Kinds that are decoded in this process; their decoders have stood every broken byte so far."""

_PLAIN_OPENINGS = re.compile(rb"(?P<JPEG>\xff\xd8\xff)|(?P<PNG>\x89PNG\r\n\x1a\n)|(?P<WEBP>RIFF....WEBP)", re.DOTALL)
_LONGEST_LEAD = 1024
"""Bytes before a photo that a web server or a mail program put there: an empty line, a mark of UTF-8, a header."""

_AVIF = {b"avif", b"avis"}
_HEIF = {*(b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"), b"mif1", b"msf1", b"mif2", b"miaf"}

Sort = Literal["picture", "drawing", "raw", "film", "paper", "packed", "page", "shortcut", "nothing", "unknown"]


class Other(NamedTuple):
    """What a file is that is no photo: which cure helps, and its name where it has one."""

    sort: Sort
    name: str = ""


_OPENINGS: tuple[tuple[bytes, Other], ...] = (
    (b"%PDF", Other("paper", "PDF")),
    (b"{\\rtf", Other("paper", "RTF")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Other("paper", "Word/Excel/PowerPoint")),
    (b"Rar!\x1a\x07", Other("packed", "RAR")),
    (b"7z\xbc\xaf\x27\x1c", Other("packed", "7-Zip")),
    (b"\x1f\x8b", Other("packed", "GZIP")),
    (b"GIF8", Other("picture", "GIF")),
    (b"BM", Other("picture", "BMP")),
    (b"8BPS", Other("drawing", "Photoshop (PSD)")),
    (b"%!PS", Other("drawing", "PostScript (EPS/AI)")),
    (b"\xc5\xd0\xd3\xc6", Other("drawing", "PostScript (EPS)")),
    (b"gimp xcf", Other("drawing", "GIMP (XCF)")),
    (b"\xff\x0a", Other("picture", "JPEG XL")),
    (b"\0\0\0\x0cJXL \r\n\x87\n", Other("picture", "JPEG XL")),
    (b"\0\0\0\x0cjP  \r\n\x87\n", Other("picture", "JPEG 2000")),
    (b"\xff\x4f\xff\x51", Other("picture", "JPEG 2000")),
    (b"II\xbc", Other("picture", "JPEG XR")),
    (b"\0\0\x01\0", Other("picture", "ICO")),
    (b"v/1\x01", Other("drawing", "OpenEXR")),
    (b"\xd7\xcd\xc6\x9a", Other("paper", "WMF")),
    (b"\x01\0\x09\0\0\x03", Other("paper", "WMF")),
    (b"\x02\0\x09\0\0\x03", Other("paper", "WMF")),
    (b"FUJIFILMCCD-RAW", Other("raw", "RAF")),
    (b"IIU\0", Other("raw", "RW2")),
    (b"IIRO", Other("raw", "ORF")),
    (b"IIRS", Other("raw", "ORF")),
    (b"MMOR", Other("raw", "ORF")),
    (b"II\x1a\0\0\0HEAPCCDR", Other("raw", "CRW")),
    (b"FOVb", Other("raw", "X3F")),
    (b"\x1aE\xdf\xa3", Other("film", "MKV/WebM")),
    (b"\0\x05\x16\x07", Other("shortcut", "AppleDouble (._)")),
    (b"L\0\0\0\x01\x14\x02\0", Other("shortcut", "LNK")),
    (b"[InternetShortcut]", Other("shortcut", "URL")),
    (b"bplist", Other("shortcut", "PLIST")),
)

_FILM_PARTS = {b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"}
"""How a QuickTime film may begin that has no brand."""

_FILES_OF_OFFICE = ((b"word/", "Word"), (b"xl/", "Excel"), (b"ppt/", "PowerPoint"), (b"opendocument", "OpenDocument"))

_TEXTS = (
    (re.compile(rb"<svg[\s>]", re.IGNORECASE), Other("drawing", "SVG")),
    (re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE), Other("page", "HTML")),
    (re.compile(rb"<!doctype plist|<plist", re.IGNORECASE), Other("shortcut", "AAE/PLIST")),
    (re.compile(rb"<\?xml"), Other("unknown", "XML")),
)

_MAKES_OF_RAW = ((b"NIKON", "NEF"), (b"SONY", "ARW"), (b"PENTAX", "PEF"), (b"SAMSUNG", "SRW"), (b"Canon", "CR2"))
_MAKE, _INNER_PICTURES, _DNG = 0x010F, 0x014A, 0xC612


def photo(raw: bytes) -> tuple[str | None, int]:
    """Return the kind of photo, or None, and the place at which it begins."""
    at_once = _PLAIN_OPENINGS.match(raw)
    if at_once:
        return at_once.lastgroup, 0
    brands = containers.brands(raw)
    if brands & _AVIF or (brands & _HEIF and b"av01" in raw[:_LONGEST_LEAD]):
        return "AVIF", 0
    if brands & _HEIF:
        return "HEIF", 0
    found = _PLAIN_OPENINGS.search(raw, 0, _LONGEST_LEAD)
    if found and other(raw).sort == "unknown":
        return found.lastgroup, found.start()
    return None, 0


def other(raw: bytes) -> Other:
    """Return what a file is that is none of the kinds of photo that are read."""
    if not raw.strip(b"\0"):
        return Other("nothing")
    by_opening = next((what for begin, what in _OPENINGS if raw.startswith(begin)), None)
    return by_opening or _of_parts(raw) or _of_boxes(raw) or _of_text(raw) or Other("unknown")


def _of_parts(raw: bytes) -> Other | None:
    if raw[:4] == b"\x01\0\0\0" and raw[40:44] == b" EMF":
        return Other("paper", "EMF")
    if raw[:4] == b"RIFF" and raw[8:12] == b"AVI ":
        return Other("film", "AVI")
    if raw[:4] in {b"II*\0", b"MM\0*"}:
        return _of_tiff(raw)
    if raw[:4] in {b"PK\x03\x04", b"PK\x05\x06"}:
        name = next((name for inside, name in _FILES_OF_OFFICE if inside in raw), None)
        return Other("paper", name) if name else Other("packed", "ZIP")
    return None


def _of_text(raw: bytes) -> Other | None:
    return next((what for sign, what in _TEXTS if sign.search(raw[:4096])), None)


def _of_boxes(raw: bytes) -> Other | None:
    brands = containers.brands(raw)
    if b"crx " in brands:
        return Other("raw", "CR3")
    if b"qt  " in brands or raw[4:8] in _FILM_PARTS:
        return Other("film", "MOV")
    return Other("film", "MP4") if brands else None


def _of_tiff(raw: bytes) -> Other:
    """Tell the raw files of cameras, most of which are TIFF inside, from pictures."""
    if raw[8:10] == b"CR":
        return Other("raw", "CR2")
    order = "<" if raw[:1] == b"I" else ">"
    try:
        (at,) = struct.unpack_from(f"{order}I", raw, 4)
        (count,) = struct.unpack_from(f"{order}H", raw, at)
        tags = {
            tag: (size, where)
            for tag, _, size, where in (
                struct.unpack_from(f"{order}HHII", raw, at + 2 + 12 * n) for n in range(min(count, 200))
            )
        }
    except struct.error:
        return Other("picture", "TIFF")
    if _DNG in tags:
        return Other("raw", "DNG")
    size, where = tags.get(_MAKE, (0, 0))
    make = raw[where : where + min(size, 40)]
    name = next((name for begin, name in _MAKES_OF_RAW if make.upper().startswith(begin.upper())), None)
    return Other("raw", name) if name and _INNER_PICTURES in tags else Other("picture", "TIFF")
