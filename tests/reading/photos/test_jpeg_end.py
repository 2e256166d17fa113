"""A JPEG without its end mark is taken when it shows its whole picture, and refused when it does not."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from generator.model import Picture
from generator.reading import photos
from generator.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from generator.reading.tree import Saying

WAYS: dict[str, dict[str, Any]] = {
    "baseline": {},
    "progressive": {"progressive": True},
    "restarts": {"restart_marker_blocks": 7},
    "rows of restarts": {"restart_marker_rows": 1},
    "fine": {"quality": 98, "subsampling": 0},
    "own tables": {"optimize": True},
}


def _jpeg(mode: str = "RGB", size: tuple[int, int] = (330, 250), **how: Any) -> bytes:
    """Return a picture that differs everywhere, so that no row looks like another."""
    out = io.BytesIO()
    bands = [Image.effect_noise(size, 90) for _ in Image.new(mode, (1, 1)).getbands()]
    Image.merge(mode, bands).save(out, "JPEG", **how)
    return out.getvalue()


@pytest.fixture(scope="module")
def written() -> dict[str, bytes]:
    """Return a JPEG for each way to write one."""
    return {name: _jpeg(**how) for name, how in WAYS.items()}


def _read(folder: Path, raw: bytes) -> Picture | Saying:
    folder.mkdir(exist_ok=True)
    (folder / "photo.jpg").write_bytes(raw)
    return photos.read(folder / "photo.jpg", Store(folder / "store"))


def _master(folder: Path, raw: bytes) -> bytes:
    found = _read(folder, raw)
    assert isinstance(found, Picture), found.message.th
    return Store(folder / "store").get(found.digest) or b""


def _is_refused(folder: Path, raw: bytes) -> bool:
    found = _read(folder, raw)
    return not isinstance(found, Picture) and "ไม่ครบ" in found.message.th


@pytest.mark.parametrize("way", WAYS)
def test_a_missing_end_mark_changes_nothing(tmp_path: Path, written: dict[str, bytes], way: str) -> None:
    """Every viewer shows such a picture; to copy it anew does not help where the camera wrote it so."""
    raw = written[way]
    whole = _master(tmp_path / "whole", raw)
    endings = {"no mark": raw[:-2], "half a mark": raw[:-1], "zeros of a full disk": raw[:-2] + bytes(5000)}
    for ending, cut in endings.items():
        assert _master(tmp_path / ending, cut) == whole, ending


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_grey_and_print_pictures_may_lack_it_too(tmp_path: Path, mode: str) -> None:
    """A scanner writes the one, a print shop the other."""
    raw = _jpeg(mode)
    assert _master(tmp_path / "cut", raw[:-2]) == _master(tmp_path / "whole", raw)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9, 0.99])
def test_missing_rows_are_seen(tmp_path: Path, written: dict[str, bytes], way: str, share: float) -> None:
    """A copy that broke off prints as half a face, whatever stands behind it."""
    raw = written[way]
    cut = raw[: int(len(raw) * share)]
    endings = {"cut": b"", "filled up with zeros": bytes(len(raw) - len(cut)), "mended": b"\xff\xd9"}
    for name, bytes_ in {name: cut + ending for name, ending in endings.items()}.items():
        if way == "progressive" and name == "mended" and len(cut) > raw.rfind(b"\xff\xda"):
            continue  # all scans are there, the last a little less fine
        assert _is_refused(tmp_path / name, bytes_), name


def test_a_picture_that_ends_just_before_a_restart_lacks_rows(tmp_path: Path, written: dict[str, bytes]) -> None:
    """A decoder fills what follows with grey and says nothing."""
    raw = written["rows of restarts"]
    marks = [at for turn in range(8) if (at := raw.rfind(b"\xff%c" % (0xD0 + turn))) > 0]
    assert len(marks) == 8
    for at in marks:
        assert _is_refused(tmp_path / str(at), raw[:at])


def test_a_progressive_picture_without_its_last_scans_is_refused(tmp_path: Path, written: dict[str, bytes]) -> None:
    """All rows are there, but as blurred as the last scan that was copied."""
    raw = written["progressive"]
    scans = [at for at in range(len(raw)) if raw.startswith(b"\xff\xda", at)]
    assert len(scans) > 5
    for at in scans[1:]:
        for ending in (b"", b"\xff\xd9"):
            assert _is_refused(tmp_path / f"{at} {len(ending)}", raw[:at] + ending)


def test_a_thumbnail_s_end_mark_is_not_the_picture_s(tmp_path: Path) -> None:
    """Cameras put a whole little JPEG into the header, with an end of its own."""
    thumbnail = _jpeg(size=(40, 30))
    exif = Image.Exif()
    exif[0x927C] = thumbnail
    raw = _jpeg(exif=exif)
    assert thumbnail in raw
    assert _master(tmp_path / "whole", raw) == _master(tmp_path / "unended", raw[:-2])
    assert _is_refused(tmp_path / "cut", raw[: len(raw) * 2 // 3])


def test_what_follows_the_end_mark_is_not_the_picture(tmp_path: Path) -> None:
    """Phones append a film, or a second picture for HDR, which may itself be cut."""
    raw, other = _jpeg(), _jpeg()
    for name, more in {"second": other, "second cut": other[: len(other) // 2], "film": b"\xff\xdaMotionPhoto"}.items():
        assert _master(tmp_path / name, raw + more) == _master(tmp_path / "alone", raw), name


def test_a_plain_ground_is_no_missing_row(tmp_path: Path) -> None:
    """A portrait before a white wall ends flat, too."""
    image = Image.new("RGB", (330, 250), "white")
    image.paste(Image.effect_noise((100, 100), 90), (20, 20))
    for way, how in WAYS.items():
        out = io.BytesIO()
        image.save(out, "JPEG", **how)
        for raw in (out.getvalue(), out.getvalue()[:-2]):
            assert isinstance(_read(tmp_path / way, raw), Picture), way


def test_a_large_photo_without_its_end_is_taken_at_a_fraction_of_its_size(tmp_path: Path) -> None:
    """It is decoded at a fraction, where fewer coefficients count."""
    smooth = Image.linear_gradient("L").resize((5200, 3900)).convert("RGB")
    out = io.BytesIO()
    smooth.save(out, "JPEG")
    raw = out.getvalue()
    assert _master(tmp_path / "unended", raw[:-2]) == _master(tmp_path / "whole", raw)
    assert _is_refused(tmp_path / "cut", raw[: len(raw) // 2])
