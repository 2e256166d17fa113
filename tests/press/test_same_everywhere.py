"""A file that was signed on one system is the same file on another: nothing in it says where it was packed."""

from __future__ import annotations

import io
import sys
import zipfile
import zlib

import numpy as np
import pytest
from PIL import Image

from generator.press.archive import settled
from generator.reading.photos.png import as_png


def test_an_office_file_that_is_packed_on_windows_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python names the system in every entry of an archive, and XlsxWriter leaves it so."""
    made = []
    for system in ("win32", "linux"):
        monkeypatch.setattr(sys, "platform", system)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in (("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>")):
                archive.writestr(zipfile.ZipInfo(name, (2023, 4, 21, 9, 0, 0)), text)
        made.append(out.getvalue())
    assert made[0] != made[1], "the systems do differ"
    assert settled(made[0]) == settled(made[1])
    with zipfile.ZipFile(io.BytesIO(settled(made[0]))) as archive:
        assert [(each.filename, archive.read(each)) for each in archive.infolist()] == [
            ("[Content_Types].xml", b"<Types/>"),
            ("xl/workbook.xml", b"<workbook/>"),
        ]


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA"])
def test_a_png_is_packed_by_pythons_own_zlib_and_keeps_every_pixel(mode: str) -> None:
    """Pillow for Windows packs the same pixels into other bytes; Python's zlib is in both interpreters."""
    bands = len(Image.new(mode, (1, 1)).getbands())
    chance = np.random.default_rng(1).integers(0, 255, (90, 160, bands), np.uint8)
    picture = Image.fromarray(chance.squeeze(), mode)
    made = as_png(picture)
    with Image.open(io.BytesIO(made)) as again:
        again.load()
        assert (again.format, again.mode, again.tobytes()) == ("PNG", mode, picture.tobytes())
    begin, end = made.index(b"IDAT") + 4, made.rindex(b"IEND") - 8
    rows = zlib.decompress(made[begin:end])
    again_packed = zlib.compressobj(6, memLevel=9)
    assert made[begin:end] == again_packed.compress(rows) + again_packed.flush()
