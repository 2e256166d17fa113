"""HEIC and AVIF are decoded by a process that may die, and whatever becomes of it is a problem of the photo alone."""

from __future__ import annotations

import io
import os
import random
import sys
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from generator.model import Picture
from generator.reading import photos
from generator.reading.photos import apart, master
from generator.reading.tree import Saying
from generator.store import Store
from tests.support.small import BAD, PHOTO, WINNERS, Small

if TYPE_CHECKING:
    from pathlib import Path

HEIC = (BAD / "portrait.heic").read_bytes()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return an empty store."""
    return Store(tmp_path / "masters")


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file of a decoder that the process finds before the real one."""
    folder = tmp_path / "fake"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    return folder / "pi_heif.py"


def _told(store: Store, path: Path) -> str:
    found = photos.read(path, store)
    assert isinstance(found, Saying)
    return f"{found.message.th} {found.fix.th} {found.message.en}"


def _photo(store: Store, raw: bytes, folder: Path) -> Picture:
    path = folder / "photo"
    path.write_bytes(raw)
    found = photos.read(path, store)
    assert isinstance(found, Picture), found.message.th
    return found


@pytest.mark.parametrize(
    ("harm", "word"),
    [
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "เสีย"),
        ("import os; os._exit(0)", "เสีย"),
        ("import os; os._exit(3)", "เสีย"),
        ("print('noise of a library')", "เสีย"),
        ("x = bytearray(1 << 42)", "เสีย"),
        ("def deep(): deep()\ndeep()", "เสีย"),
        (
            "import sys; sys.stdout.buffer.write(b'{\"size\": [1, 1]}\\n'); sys.stdout.flush(); import os; os._exit(0)",
            "เสีย",
        ),
        ("while True: pass", "ไม่เสร็จใน"),
    ],
)
def test_a_decoder_that_dies_or_hangs_is_a_problem_of_the_photo(
    store: Store, fake: Path, monkeypatch: pytest.MonkeyPatch, harm: str, word: str
) -> None:
    """The decoders are C++, and a phone's broken file once ended the whole build by signal 11."""
    fake.write_text(harm)
    monkeypatch.setattr(apart, "LONGEST", 1.5 if "while" in harm else 60.0)
    told = _told(store, BAD / "portrait.heic")
    assert word in told
    assert "JPEG" in told, "there is a way out"


def test_it_is_told_with_its_place_in_the_record(small: Small, fake: Path) -> None:
    """The clerk must know whose photo it is, and of everything else that is wrong, in the same run."""
    fake.write_text("import os; os.abort()")
    small.path(PHOTO).write_bytes(HEIC)
    problem = small.only_problem()
    assert (problem.line, problem.column) == small.place(WINNERS, "photos/first.jpg")
    assert problem.fix.th


@pytest.mark.parametrize("told", ["[]", "{}", "null", '{"size": 1, "small": 2}', '{"fault": 5', "\x00\xff"])
def test_an_answer_that_is_not_complete_is_no_picture(told: str) -> None:
    """Bytes that do not fit their own description would become a picture of noise."""
    with pytest.raises(apart.Damaged):
        apart._answer(told.encode("latin-1"), b"", 1)  # noqa: SLF001 - no decoder gives such answers when it is asked


def test_nothing_is_imported_from_the_folder_that_the_clerk_works_in(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A `json.py` among downloads would otherwise run."""
    mark = tmp_path / "ran"
    for name in ("json", "PIL", "pi_heif", "io"):
        (tmp_path / f"{name}.py").write_text(f"open({str(mark)!r}, 'w').close()")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["", str(tmp_path), *sys.path])
    assert isinstance(photos.read(BAD / "portrait.heic", store), Picture)
    assert not mark.exists()


def test_a_part_that_is_not_installed_is_no_fault_of_the_photo(store: Store, fake: Path) -> None:
    """If the message said that all photos are damaged, a clerk would copy them all from the camera again."""
    fake.write_text("raise ImportError('pi_heif')")
    with pytest.raises(ImportError, match="pi_heif"):
        photos.read(BAD / "portrait.heic", store)


def test_a_machine_that_starts_no_process_is_said(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then closing programs helps, and copying the photo anew does not."""
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert "ปิดโปรแกรมอื่น" in _told(store, BAD / "portrait.heic")


def test_a_photo_that_is_known_starts_no_process(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A start costs more than all the rest of a build with nothing to do."""
    first = photos.read(BAD / "portrait.heic", store)
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert photos.read(BAD / "portrait.heic", store) == first


def test_plain_photos_start_no_process(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are most of all photos, and their decoders stand broken bytes."""
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    for form in ("JPEG", "PNG", "WEBP"):
        out = io.BytesIO()
        Image.new("RGB", (80, 60), "#d08030").save(out, form)
        _photo(store, out.getvalue(), tmp_path)


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_a_large_webp_is_decoded_apart_to_the_same_master(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    """It takes sixteen bytes a pixel until it is small; who decodes it must not change what hangs."""
    monkeypatch.setattr(master, "MASTER_SIDE", 640)
    gradient = Image.linear_gradient("L").resize((1600, 900))
    out = io.BytesIO()
    Image.merge(mode, [gradient, gradient.rotate(180), *[gradient] * (len(mode) - 2)]).save(out, "WEBP")
    here = _photo(Store(tmp_path / "here"), out.getvalue(), tmp_path)
    monkeypatch.setattr(master, "LARGE_WEBP", 1_000_000)
    there = _photo(Store(tmp_path / "there"), out.getvalue(), tmp_path)
    assert Store(tmp_path / "here").get(here.digest) == Store(tmp_path / "there").get(there.digest)
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    (tmp_path / "photo").write_bytes(out.getvalue())
    assert "ปิดโปรแกรมอื่น" in _told(Store(tmp_path / "nowhere"), tmp_path / "photo")


@pytest.mark.parametrize("brand", [b"avif", b"mif1", b"miaf"])
def test_avif_is_read_whatever_brand_stands_first(store: Store, tmp_path: Path, brand: bytes) -> None:
    """Programs write the brand of the container first, and the one of the coding behind."""
    raw = (BAD / "p3.avif").read_bytes()
    picture = _photo(store, raw[:8] + brand + raw[12:], tmp_path)
    assert (picture.width, picture.height) == (64, 48)


def test_avif_of_another_program_is_turned_as_it_says(store: Store, tmp_path: Path) -> None:
    """The encoder libavif wrote a quarter turn: what was left is below, what was right is above."""
    picture = _photo(store, (BAD / "rot.avif").read_bytes(), tmp_path)
    assert (picture.width, picture.height) == (48, 64)
    image = Image.open(io.BytesIO(store.get(picture.digest) or b""))
    above, below = image.getpixel((24, 10)), image.getpixel((24, 54))
    assert isinstance(above, tuple)
    assert isinstance(below, tuple)
    assert above[2] > above[0]
    assert below[0] > below[2]


def test_what_can_be_seen_through_lies_on_white(store: Store, tmp_path: Path) -> None:
    """The way from the process keeps how far a picture can be seen through: nothing of it above, all of it below."""
    out = io.BytesIO()
    seen_through = Image.new("RGBA", (64, 48), (40, 90, 200, 255))
    seen_through.putalpha(Image.linear_gradient("L").resize((64, 48)))
    seen_through.save(out, "AVIF")
    for raw in (out.getvalue(), (BAD / "alpha.heic").read_bytes()):
        image = Image.open(io.BytesIO(store.get(_photo(store, raw, tmp_path).digest) or b"")).convert("RGB")
        above, below = image.getpixel((60, 0)), image.getpixel((60, 47))
        assert isinstance(above, tuple)
        assert isinstance(below, tuple)
        assert min(above) > 240
        assert below[2] - below[0] > 130


def test_ten_bits_a_colour_keep_their_colours(store: Store, tmp_path: Path) -> None:
    """New telephones write them; this one was written by libheif from (40, 90, 200)."""
    picture = _photo(store, (BAD / "ten.heic").read_bytes(), tmp_path)
    colour = Image.open(io.BytesIO(store.get(picture.digest) or b"")).getpixel((60, 20))
    assert isinstance(colour, tuple)
    assert max(abs(a - b) for a, b in zip(colour, (40, 90, 200), strict=True)) < 4


def test_a_picture_of_too_many_pixels_is_not_decoded(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same limit holds wherever it is decoded."""
    monkeypatch.setattr(master, "MOST_PIXELS", 2000)
    for raw in (HEIC, (BAD / "p3.avif").read_bytes()):
        path = tmp_path / "photo"
        path.write_bytes(raw)
        assert "พิกเซล" in _told(store, path)


def test_a_large_one_comes_back_as_a_master(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what a sheet can show leaves the process."""
    monkeypatch.setattr(master, "MASTER_SIDE", 32)
    picture = _photo(store, (BAD / "p3.avif").read_bytes(), tmp_path)
    assert (picture.width, picture.height) == (64, 48)
    assert Image.open(io.BytesIO(store.get(picture.digest) or b"")).size == (32, 24)


@pytest.mark.parametrize("name", ["portrait.heic", "p3.avif", "grid.avif"])
def test_broken_bytes_are_a_photo_or_a_problem(store: Store, tmp_path: Path, name: str) -> None:
    """A few of those that `tools/fuzz_photos.py` tries by the thousand."""
    chance, whole = random.Random(name), (BAD / name).read_bytes()
    for number in range(6):
        raw = bytearray(whole)
        for _ in range(1 + number):
            raw[chance.randrange(16, len(raw))] = chance.randrange(256)
        path = tmp_path / str(number)
        path.write_bytes(raw[: len(raw) - number * 20])
        found = photos.read(path, store)
        assert isinstance(found, Picture) or found.fix.th


def test_a_file_that_the_system_does_not_give_is_a_problem_of_the_photo(store: Store, tmp_path: Path) -> None:
    """A file that is held by another program, or only in the cloud, is not there to be read."""
    path = tmp_path / "photo.jpg"
    path.write_bytes(HEIC)
    path.chmod(0)
    if os.access(path, os.R_OK):
        path.unlink()
    assert "คลาวด์" in _told(store, path)
