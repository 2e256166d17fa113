"""Colours that a picture tells by figures come out as sRGB, checked by the standards' own matrices and tables."""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageCms

from generator.model import Picture
from generator.reading import photos
from generator.reading.photos import colours
from generator.store import Store
from tests.support.small import BAD

if TYPE_CHECKING:
    from pathlib import Path

Colour = tuple[int, int, int]

P3_TO_SRGB = ((1.2249401, -0.2249404, 0.0), (-0.0420569, 1.0420571, 0.0), (-0.0196376, -0.0786361, 1.0982735))
"""CSS Color 4, from Display P3 to sRGB, both linear."""

BT2020_TO_BT709 = ((1.6605, -0.5876, -0.0728), (-0.1246, 1.1329, -0.0083), (-0.0182, -0.1006, 1.1187))
"""ITU-R BT.2407, both linear."""

ADOBE_TO_SRGB = ((1.3983, -0.3983, 0.0), (0.0, 1.0, 0.0), (0.0, -0.0429, 1.0429))
"""From Adobe RGB (1998) to sRGB, both linear and of white D65."""

SKIN, LEAF, GREY = (200, 80, 60), (70, 140, 60), (128, 128, 128)


def _decode(figure: float) -> float:
    return figure / 12.92 if figure <= 0.04045 else ((figure + 0.055) / 1.055) ** 2.4


def _encode(light: float) -> int:
    light = min(max(light, 0.0), 1.0)
    return round(255 * (12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055))


def _through(matrix: tuple[tuple[float, ...], ...], light: list[float]) -> Colour:
    red, green, blue = (_encode(sum(a * b for a, b in zip(row, light, strict=True))) for row in matrix)
    return red, green, blue


def _png(colour: Colour, *coding: int, profile: bytes | None = None) -> bytes:
    """Return a PNG that tells its coding as PNG's third edition does."""
    out = io.BytesIO()
    Image.new("RGB", (64, 64), colour).save(out, "PNG", icc_profile=profile)
    raw = out.getvalue()
    content = b"cICP" + bytes([*coding, 0, 1])
    chunk = struct.pack(">I", 4) + content + struct.pack(">I", zlib.crc32(content))
    return raw[:33] + chunk + raw[33:] if coding else raw


def _seen(folder: Path, raw: bytes, at: tuple[int, int] = (10, 10)) -> Colour:
    """Return a colour of the master."""
    path = folder / "photo"
    path.write_bytes(raw)
    store = Store(folder / "store")
    found = photos.read(path, store)
    assert isinstance(found, Picture), found.message.th
    red, green, blue = Image.open(io.BytesIO(store.get(found.digest) or b"")).getpixel(at)  # type: ignore[misc]
    return red, green, blue


def _near(found: Colour, wanted: Colour, most: int = 2) -> bool:
    return max(abs(a - b) for a, b in zip(found, wanted, strict=True)) <= most


@pytest.mark.parametrize("colour", [SKIN, LEAF, GREY])
def test_display_p3_is_turned_to_srgb(tmp_path: Path, colour: Colour) -> None:
    """Taken for sRGB, every face of a new phone is pale."""
    wanted = _through(P3_TO_SRGB, [_decode(each / 255) for each in colour])
    assert _near(_seen(tmp_path, _png(colour, 12, 13)), wanted)


@pytest.mark.parametrize("colour", [SKIN, LEAF, GREY])
def test_bt_2020_is_turned_to_srgb(tmp_path: Path, colour: Colour) -> None:
    """Televisions and some cameras name it, without HDR too."""
    wanted = _through(BT2020_TO_BT709, [_decode(each / 255) for each in colour])
    assert _near(_seen(tmp_path, _png(colour, 9, 13)), wanted)


@pytest.mark.parametrize("coding", [(), (1, 13), (1, 1), (2, 2), (1, 6), (200, 200)])
def test_what_is_srgb_or_nothing_known_stays(tmp_path: Path, coding: tuple[int, ...]) -> None:
    """Most pictures say so, and cameras that name a television's curve mean the same."""
    assert _near(_seen(tmp_path, _png(SKIN, *coding)), SKIN, 1)


def test_a_figure_for_a_power_is_a_power(tmp_path: Path) -> None:
    """A linear picture would come out far too dark."""
    assert _near(_seen(tmp_path, _png(GREY, 1, 8)), (_encode(128 / 255),) * 3)


@pytest.mark.parametrize(
    ("signal", "light"),
    [((0.38, 0.38), 26 / 203), ((0.54, 0.70), None), ((0.58, 0.75), None)],
    ids=["grey card", "pale grey", "white"],
)
def test_hdr_has_the_light_that_it_means(tmp_path: Path, signal: tuple[float, float], light: float | None) -> None:
    """ITU-R BT.2408, table 1, gives the same things in PQ and HLG: both come out alike, and white comes out light."""
    pq, hlg = (
        _seen(tmp_path, _png((round(255 * each),) * 3, 9, transfer))
        for each, transfer in zip(signal, (16, 18), strict=True)
    )
    assert _near(pq, hlg, 6)
    if light is not None:
        assert _near(pq, (_encode(light),) * 3, 6)
    else:
        assert min(pq) > 190


def test_hdr_keeps_order_and_gets_to_black_and_white(tmp_path: Path) -> None:
    """What is brighter stays brighter: light is drawn together, nowhere cut off below the brightest."""
    for transfer in (16, 18):
        found = [_seen(tmp_path, _png((figure,) * 3, 9, transfer))[0] for figure in range(0, 190, 9)]
        assert found == sorted(found)
        assert found[0] == 0
        assert _seen(tmp_path, _png((255, 255, 255), 9, transfer))[0] > 250


def test_hdr_keeps_its_hue(tmp_path: Path) -> None:
    """A darker part of the picture is exactly what the matrix of the standard makes of it."""

    def pq(light: float) -> int:
        power = (light * 203 / 10_000) ** 0.1593017578125
        signal: float = ((0.8359375 + 18.8515625 * power) / (1 + 18.6875 * power)) ** 78.84375
        return round(255 * signal)

    light = [0.40, 0.22, 0.15]
    red, green, blue = map(pq, light)
    assert _near(_seen(tmp_path, _png((red, green, blue), 9, 16)), _through(BT2020_TO_BT709, light), 5)


def test_a_profile_that_names_hdr_is_not_taken_by_its_curves(tmp_path: Path) -> None:
    """Its curve may reach to 10,000 candelas, which would make the picture nearly black."""
    dark = bytearray(colours.profile(colours.SRGB, colours.power_curve(6.0)))
    at = dark.index(b"cprt")
    offset = len(dark)
    dark[at : at + 12] = b"cicp" + struct.pack(">II", offset, 12)
    named = bytes(dark) + b"cicp" + bytes(4) + bytes([9, 16, 0, 1])
    told = _seen(tmp_path, _png((148, 148, 148), profile=named))
    assert _near(told, _seen(tmp_path, _png((148, 148, 148), 9, 16)), 1)


def test_png_s_figures_count_more_than_its_profile(tmp_path: Path) -> None:
    """The third edition of PNG orders it so, and programs write the profile for older readers."""
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert _seen(tmp_path, _png(SKIN, 12, 13, profile=srgb)) == _seen(tmp_path, _png(SKIN, 12, 13))


def test_adobe_rgb_that_a_camera_means_by_a_name_only(tmp_path: Path) -> None:
    """Cameras write the mark R03 of their file system, and no profile."""
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0xA005] = {1: "R03"}
    out = io.BytesIO()
    Image.new("RGB", (64, 64), LEAF).save(out, "JPEG", quality=98, subsampling=0, exif=exif)
    wanted = _through(ADOBE_TO_SRGB, [(each / 255) ** (563 / 256) for each in LEAF])
    assert _near(_seen(tmp_path, out.getvalue()), wanted, 3)


@pytest.mark.parametrize(
    ("name", "right", "wanted"),
    [
        ("p3.avif", False, _through(P3_TO_SRGB, [_decode(each / 255) for each in SKIN])),
        ("p3.avif", True, _through(P3_TO_SRGB, [_decode(each / 255) for each in (40, 90, 200)])),
        ("grid.avif", False, _through(P3_TO_SRGB, [_decode(each / 255) for each in SKIN])),
    ],
)
def test_avif_of_another_program_tells_its_colours(tmp_path: Path, name: str, wanted: Colour, *, right: bool) -> None:
    """The encoder libavif wrote these with Display P3; one is made of four tiles."""
    assert _near(_seen(tmp_path, (BAD / name).read_bytes(), (50 if right else 10, 20)), wanted, 4)


def test_hdr_avif_of_another_program_is_light(tmp_path: Path) -> None:
    """The encoder libavif wrote the white of paper in PQ; taken for sRGB it is a middle grey."""
    assert min(_seen(tmp_path, (BAD / "pq.avif").read_bytes())) > 215


def test_heic_tells_its_colours_in_the_same_way(tmp_path: Path) -> None:
    """Its boxes are those of AVIF."""
    raw = (BAD / "portrait.heic").read_bytes()
    at = raw.index(b"colrnclx") + 8
    plain = _seen(tmp_path, raw[:at] + struct.pack(">HH", 1, 13) + raw[at + 4 :])
    p3 = _seen(tmp_path, raw[:at] + struct.pack(">HH", 12, 13) + raw[at + 4 :])
    assert _near(p3, _through(P3_TO_SRGB, [_decode(each / 255) for each in plain]), 3)
    assert not _near(p3, plain, 5)


def test_a_profile_is_read_by_another_engine_as_it_was_meant() -> None:
    """LittleCMS reads the primaries back: Display P3's red, as its own standard profile has it."""
    made = ImageCms.ImageCmsProfile(io.BytesIO(colours.profile(colours.SRGB, colours.power_curve(2.2)))).profile
    own = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).profile
    for name in ("red_colorant", "green_colorant", "blue_colorant"):
        (ours, _), (theirs, _) = getattr(made, name), getattr(own, name)
        assert max(abs(a - b) for a, b in zip(ours, theirs, strict=True)) < 0.0005
