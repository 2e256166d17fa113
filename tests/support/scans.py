"""Scans of signed papers for tests; asserts nothing."""

from __future__ import annotations

import io

import pymupdf
from PIL import Image

SECRET = "SECRET-AUTHOR"  # noqa: S105 - a word to search for
"""What nobody sees on the page, in a place where programs find it."""


def pdf(pages: int = 1, *, locked: bool = False) -> bytes:
    """Return a PDF of pages with a word on each, and metadata, an attachment and words that nobody sees."""
    with pymupdf.open() as document:
        for number in range(pages):
            page = document.new_page(width=595, height=842)
            page.insert_text((72, 100), f"signed {number + 1}", fontsize=40)
            page.insert_text((72, 300), SECRET, render_mode=3)
        document.set_metadata({"author": SECRET, "title": SECRET})
        document.embfile_add(SECRET, SECRET.encode())
        key = {"encryption": pymupdf.PDF_ENCRYPT_AES_256, "user_pw": "0000"} if locked else {}
        made: bytes = document.tobytes(**key)
        return made


def jpeg() -> bytes:
    """Return a picture of a page with its maker in the metadata."""
    out = io.BytesIO()
    image = Image.new("RGB", (827, 1169), "white")
    exif = Image.Exif()
    exif[0x013B] = SECRET
    image.save(out, "JPEG", exif=exif)
    return out.getvalue()
