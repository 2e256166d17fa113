"""What cannot be read is called by its name, and its cure is one that a clerk can follow."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import TYPE_CHECKING

import pytest
from docx import Document
from PIL import Image, TiffImagePlugin

from generator.model import Picture
from generator.reading import photos
from generator.reading.tree import Saying
from generator.store import Store

if TYPE_CHECKING:
    from pathlib import Path


def _saved(form: str, **how: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "#d08030").save(out, form, **how)
    return out.getvalue()


def _tiff(make: str, tag: int) -> bytes:
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[0x010F], tags[tag] = make, 1
    tags.tagtype[tag] = 4
    return _saved("TIFF", tiffinfo=tags)


def _zip(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name in names:
            packed.writestr(name, "x")
    return out.getvalue()


def _docx() -> bytes:
    out = io.BytesIO()
    Document().save(out)
    return out.getvalue()


def _boxes(brand: bytes, *more: bytes) -> bytes:
    content = brand + bytes(4) + b"".join(more)
    return struct.pack(">I", 8 + len(content)) + b"ftyp" + content + bytes(60)


SAVE_AS, ORIGINAL, FILM, UNPACK, RAW = "บันทึกเป็น", "ภาพถ่ายต้นฉบับ", "Live Photo", "แตกไฟล์", "ไฟล์ดิบ"


@pytest.mark.parametrize(
    ("raw", "name", "cure"),
    [
        (b"\x01\0\0\0\x6c" + bytes(35) + b" EMF" + bytes(60), "EMF", "Save as Picture"),
        (b"\xd7\xcd\xc6\x9a" + bytes(60), "WMF", "Save as Picture"),
        (_docx(), "Word", "Save as Picture"),
        (_zip("xl/workbook.xml"), "Excel", "Save as Picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(60), "Word", "Save as Picture"),
        (b"%PDF-1.7 ...", "PDF", "Save as Picture"),
        (_zip("photo.jpg"), "ZIP", UNPACK),
        (b"Rar!\x1a\x07\x01\0", "RAR", UNPACK),
        (b"II*\0\x10\0\0\0CR\x02\0" + bytes(60), "CR2", RAW),
        (_boxes(b"crx ", b"isom"), "CR3", RAW),
        (_tiff("NIKON CORPORATION", 0x014A), "NEF", RAW),
        (_tiff("SONY", 0x014A), "ARW", RAW),
        (_tiff("Google", 0xC612), "DNG", RAW),
        (b"FUJIFILMCCD-RAW 0201", "RAF", RAW),
        (_saved("TIFF"), "TIFF", SAVE_AS),
        (_saved("GIF"), "GIF", SAVE_AS),
        (_saved("BMP"), "BMP", SAVE_AS),
        (_saved("ICO"), "ICO", SAVE_AS),
        (_saved("JPEG2000"), "JPEG 2000", SAVE_AS),
        (b"\xff\x0a" + bytes(60), "JPEG XL", SAVE_AS),
        (b"\0\0\0\x0cJXL \r\n\x87\n" + bytes(60), "JPEG XL", SAVE_AS),
        (_boxes(b"qt  "), "MOV", FILM),
        (b"\0\0\0\x08wide\0\0\0\0mdat" + bytes(60), "MOV", FILM),
        (_boxes(b"isom", b"mp42"), "MP4", FILM),
        (b"RIFF\0\0\0\0AVI LIST", "AVI", FILM),
        (b"8BPS\0\x01" + bytes(60), "PSD", ORIGINAL),
        (b"<?xml version='1.0'?>\n<!-- made -->\n<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG", ORIGINAL),
        (b"\xef\xbb\xbf\r\n<svg width='1'/>", "SVG", ORIGINAL),
        (b"\n\n<!DOCTYPE html><html>", "HTML", "หน้าเว็บ"),
        (b"<?xml version='1.0'?><!DOCTYPE plist PUBLIC>", "AAE", "ตัวจริง"),
        (b"\0\x05\x16\x07" + bytes(60), "._", "ตัวจริง"),
        (b"", "ว่าง", "คัดลอก"),
        (bytes(5000), "ว่าง", "คัดลอก"),
        ("สวัสดี".encode(), "", SAVE_AS),
    ],
)
def test_what_is_no_photo_is_named_with_a_cure(tmp_path: Path, raw: bytes, name: str, cure: str) -> None:
    """A telephone, a camera and Word each give files that look like pictures; each needs another way out."""
    path = tmp_path / "photo.jpg"
    path.write_bytes(raw)
    found = photos.read(path, Store(tmp_path / "store"))
    assert isinstance(found, Saying)
    assert name in found.message.th
    assert cure in found.fix.th
    assert found.fix.en


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("lead", [b"\r\n", b"\xef\xbb\xbf", b"HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\n"])
def test_bytes_before_a_photo_do_not_keep_it_out(tmp_path: Path, form: str, lead: bytes) -> None:
    """Web servers and mail programs put them there, and most viewers show the photo."""
    path = tmp_path / "photo.jpg"
    path.write_bytes(lead + _saved(form))
    found = photos.read(path, Store(tmp_path / "store"))
    assert isinstance(found, Picture), found.message.th
    assert (found.width, found.height) == (40, 30)


@pytest.mark.parametrize("around", [b"8BPS\0\x01", b"II*\0\x10\0\0\0CR\x02\0", b"%PDF-1.7", b"PK\x03\x04", b"<svg>"])
def test_a_picture_within_another_file_is_not_taken_for_the_file(tmp_path: Path, around: bytes) -> None:
    """It is a thumbnail or one of many, not what the clerk meant."""
    path = tmp_path / "photo.jpg"
    path.write_bytes(around + bytes(20) + _saved("JPEG"))
    assert isinstance(photos.read(path, Store(tmp_path / "store")), Saying)


def test_a_film_that_holds_a_jpeg_far_inside_is_no_photo(tmp_path: Path) -> None:
    """Whatever has a thousand other bytes first is another kind of file, though it has no name here."""
    path = tmp_path / "photo.jpg"
    path.write_bytes(b"made up" * 200 + _saved("JPEG"))
    assert isinstance(photos.read(path, Store(tmp_path / "store")), Saying)
