"""Reading pictures: what is no photo is reported, what comes in is upright and bare, and nothing is decoded twice."""

from __future__ import annotations

import io
import shutil
import struct
import zlib
from typing import TYPE_CHECKING, Literal

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from generator.model import Picture
from generator.reading import photos
from generator.reading.photos import master
from generator.reading.tree import Saying
from generator.store import FILE, Store
from tests.support.small import BAD, PHOTO, WINNERS, Small

if TYPE_CHECKING:
    from pathlib import Path


SECRET = b"SECRETPLACE"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return an empty store."""
    return Store(tmp_path / "masters")


def _image(raw: bytes) -> Image.Image:
    return Image.open(io.BytesIO(raw))


def _master(store: Store, picture: Picture | Saying) -> Image.Image:
    assert not isinstance(picture, Saying), picture.message.th
    raw = store.get(picture.digest)
    assert raw is not None
    return _image(raw)


def _two_colours(size: tuple[int, int] = (1200, 900)) -> Image.Image:
    """Return a picture that is blue in its upper left quarter and orange elsewhere."""
    image = Image.new("RGB", size, "#d08030")
    image.paste("#2040c0", (0, 0, size[0] // 2, size[1] // 2))
    return image


def _is_blue(image: Image.Image, x: float, y: float) -> bool:
    colour = image.getpixel((int(x * image.width), int(y * image.height)))
    assert isinstance(colour, tuple)
    return bool(colour[2] > colour[0])


def _told_about(path: Path, raw: bytes, store: Store) -> str:
    path.write_bytes(raw)
    found = photos.read(path, store)
    assert isinstance(found, Saying)
    return f"{found.message.th} {found.fix.th}"


def _png_of_900_megapixels() -> bytes:
    """Return a valid PNG of 30,000 by 30,000 grey pixels in about 100 kB."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    side = 30_000
    squeezed = zlib.compressobj(9)
    row = bytes(1 + side // 8)
    body = b"".join(squeezed.compress(row) for _ in range(side)) + squeezed.flush()
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_the_usual_formats_are_read(tmp_path: Path, store: Store, form: str) -> None:
    """These come from cameras, scanners and the web."""
    path = tmp_path / "photo"
    _two_colours().save(path, form)
    picture = photos.read(path, store)
    master = _master(store, picture)
    assert (master.format, master.size, master.mode) == ("JPEG", (1200, 900), "RGB")
    assert _is_blue(master, 0.2, 0.2)
    assert not _is_blue(master, 0.8, 0.8)


def test_a_telephone_s_heic_is_read_upright(store: Store) -> None:
    """An iPhone writes HEIC and rotates the picture by a tag: this one is stored sideways and shown upright."""
    picture = photos.read(BAD / "portrait.heic", store)
    master = _master(store, picture)
    assert not isinstance(picture, Saying)
    assert (picture.width, picture.height) == master.size == (640, 800)
    assert _is_blue(master, 0.8, 0.2)
    assert not _is_blue(master, 0.2, 0.2)


@pytest.mark.parametrize(
    ("orientation", "corner"),
    [(1, (0, 0)), (2, (1, 0)), (3, (1, 1)), (4, (0, 1)), (5, (0, 0)), (6, (1, 0)), (7, (1, 1)), (8, (0, 1))],
)
def test_a_photo_is_turned_as_its_mark_says(
    tmp_path: Path, store: Store, orientation: int, corner: tuple[int, int]
) -> None:
    """The corner to which the stored picture's upper left goes is EXIF's own definition of the eight values."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = tmp_path / "photo.jpg"
    _two_colours().save(path, exif=exif)
    picture = photos.read(path, store)
    master = _master(store, picture)
    assert not isinstance(picture, Saying)
    assert (picture.width, picture.height) == master.size == ((900, 1200) if orientation > 4 else (1200, 900))
    found = [(x, y) for x in (0, 1) for y in (0, 1) if _is_blue(master, 0.2 + 0.6 * x, 0.2 + 0.6 * y)]
    assert found == [corner]


def test_nothing_but_the_picture_comes_in(tmp_path: Path, store: Store) -> None:
    """A photo knows where and with what it was taken, and its thumbnail often shows the uncropped scene."""
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    exif.get_ifd(0x8825).update({1: "N", 2: (7.0, 5.0, 1.0), 0x1D: SECRET.decode()})
    jpeg, png, webp = tmp_path / "a.jpg", tmp_path / "a.png", tmp_path / "a.webp"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + SECRET + b"</x:xmpmeta>"
    _two_colours().save(jpeg, exif=exif, comment=SECRET, xmp=xmp, icc_profile=profile)
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", SECRET.decode())
    _two_colours().save(png, pnginfo=text, exif=exif)
    _two_colours().save(webp, exif=exif.tobytes(), xmp=xmp)
    for path in (jpeg, png, webp):
        assert SECRET in path.read_bytes(), path.name
        picture = photos.read(path, store)
        assert not isinstance(picture, Saying)
        made = [store.get(picture.digest) or b""]
        made += [photos.rendition(store, picture.digest, 400, form) for form in ("jpg", "webp")]
        for raw in made:
            assert SECRET not in raw
            image = _image(raw)
            assert not image.getexif()
            assert not {"comment", "xmp", "exif", "icc_profile"} & set(image.info)


def test_colours_of_another_profile_are_turned_to_srgb(tmp_path: Path, store: Store) -> None:
    """Without its profile a wide-gamut photo looks grey; the stored picture is what every screen expects."""
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    swapped = bytearray(lab.tobytes())
    at = [swapped.index(name, 128) for name in (b"rXYZ", b"bXYZ")]
    swapped[at[0] : at[0] + 4], swapped[at[1] : at[1] + 4] = b"bXYZ", b"rXYZ"
    path = tmp_path / "photo.png"
    Image.new("RGB", (700, 700), (255, 0, 0)).save(path, icc_profile=bytes(swapped))
    red, green, blue = _master(store, photos.read(path, store)).getpixel((350, 350))  # type: ignore[misc]
    assert blue > 240
    assert max(red, green) < 40


def test_a_broken_profile_does_not_keep_a_photo_out(tmp_path: Path, store: Store) -> None:
    """The picture is valid; only the description of its colours is not."""
    path = tmp_path / "photo.jpg"
    _two_colours().save(path, icc_profile=b"nonsense" * 40)
    assert _is_blue(_master(store, photos.read(path, store)), 0.2, 0.2)


def test_what_can_be_seen_through_lies_on_white(tmp_path: Path, store: Store) -> None:
    """A seal is cut out; whether the background turned black would depend on the decoder."""
    path = tmp_path / "seal.png"
    Image.new("RGBA", (700, 700), (0, 0, 0, 0)).save(path)
    assert _master(store, photos.read(path, store)).getpixel((350, 350)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "CMYK", "I;16"])
def test_pictures_of_other_kinds_keep_their_brightness(tmp_path: Path, store: Store, mode: str) -> None:
    """Scanners write 16-bit grey and print shops CMYK; neither may come out white or black."""
    grey = Image.new("L", (700, 700), 128)
    if mode == "I;16":
        image = Image.new("I;16", (700, 700), 128 * 257)
    else:
        image = grey.convert("RGB").convert(mode) if mode in {"P", "CMYK"} else grey.convert(mode)
    path = tmp_path / ("photo.jpg" if mode == "CMYK" else "photo.png")
    image.save(path)
    master = _master(store, photos.read(path, store))
    small = master.convert("L").resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    assert isinstance(small, int | float)
    assert abs(small - 128) < 12


def test_a_large_photo_becomes_smaller_and_a_small_one_never_larger(tmp_path: Path, store: Store) -> None:
    """The stored picture has all that A3 paper can show; enlarging adds nothing but bytes."""
    large, little = tmp_path / "large.jpg", tmp_path / "little.jpg"
    _two_colours((6000, 4000)).save(large)
    _two_colours((640, 700)).save(little)
    picture = photos.read(large, store)
    assert _master(store, picture).size == (2400, 1600)
    assert not isinstance(picture, Saying)
    assert (picture.width, picture.height) == (6000, 4000)
    small = photos.read(little, store)
    assert _master(store, small).size == (640, 700)
    assert not isinstance(small, Saying)
    assert _image(photos.rendition(store, small.digest, 4000, "webp")).size == (640, 700)
    assert _image(photos.rendition(store, picture.digest, 601, "jpg")).size == (601, 401)


@pytest.mark.parametrize("form", ["jpg", "webp"])
def test_renditions_are_the_same_bytes_every_time(tmp_path: Path, form: Literal["jpg", "webp"]) -> None:
    """A publication that differs from machine to machine could not be compared with what is on the web."""
    path = tmp_path / "photo.jpg"
    _two_colours().save(path)
    made = []
    for name in ("one", "two"):
        store = Store(tmp_path / name)
        picture = photos.read(path, store)
        assert not isinstance(picture, Saying)
        made.append(photos.rendition(store, picture.digest, 500, form))
    assert made[0] == made[1]


def test_a_photo_is_decoded_once(tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Decoding is nine tenths of a cold build; a copy under another name is the same photo."""
    path = tmp_path / "photo.jpg"
    _two_colours().save(path)
    first = photos.read(path, store)
    assert not isinstance(first, Saying)
    rendition = photos.rendition(store, first.digest, 500, "webp")

    def refuse(*_: object, **__: object) -> None:
        pytest.fail("decoded again")

    monkeypatch.setattr(Image, "open", refuse)
    shutil.copy(path, tmp_path / "copy.jpg")
    assert photos.read(tmp_path / "copy.jpg", store) == first
    assert photos.rendition(store, first.digest, 500, "webp") == rendition


def test_a_bomb_is_refused_before_it_is_decoded(tmp_path: Path, store: Store) -> None:
    """900 megapixels of nothing fit into 100 kB, and would take gigabytes of memory."""
    raw = _png_of_900_megapixels()
    assert len(raw) < 150_000
    told = _told_about(tmp_path / "bomb.png", raw, store)
    assert "30,000 × 30,000" in told
    assert "900 ล้าน" in told


def test_a_jpeg_may_be_larger_unless_it_must_be_held_whole(
    tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A phone's 200 megapixels are read line by line; a progressive JPEG of that size would take a gigabyte."""
    monkeypatch.setattr(master, "MOST_PIXELS", 1_000_000)
    plain, progressive = tmp_path / "plain.jpg", tmp_path / "progressive.jpg"
    _two_colours().save(plain)
    _two_colours().save(progressive, progressive=True)
    assert not isinstance(photos.read(plain, store), Saying)
    assert "1,200 × 900" in _told_about(progressive, progressive.read_bytes(), store)


def test_a_file_that_is_too_heavy_is_not_even_read(tmp_path: Path, store: Store) -> None:
    """A film put into the folder by mistake must not fill the memory."""
    path = tmp_path / "film.jpg"
    with path.open("wb") as file:
        file.truncate(photos.LARGEST + 1)
    found = photos.read(path, store)
    assert isinstance(found, Saying)
    assert "40 MB" in found.message.th


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "HEIF"])
@pytest.mark.parametrize("kept", [0.5, 0.9])
def test_a_cut_photo_is_refused(tmp_path: Path, store: Store, form: str, kept: float) -> None:
    """A copy that broke off would print as half a face; the header alone looks valid."""
    out = io.BytesIO()
    if form == "HEIF":
        out.write((BAD / "portrait.heic").read_bytes())
    else:
        Image.effect_noise((800, 800), 60).convert("RGB").save(out, form)
    raw = out.getvalue()
    assert "ไม่ครบ" in _told_about(tmp_path / "cut", raw[: int(len(raw) * kept)], store)


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        (b"", "ไฟล์ว่าง"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04...", "ZIP"),
        (b"GIF89a...", "GIF"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        ("สวัสดี".encode(), "ไม่ใช่ภาพ"),
        (b"\xff\xd8\xff\xe0 but no picture", "เสีย"),
    ],
)
def test_what_is_no_photo_is_refused(tmp_path: Path, store: Store, raw: bytes, word: str) -> None:
    """The ending of a name proves nothing; the message says what the file seems to be."""
    assert word in _told_about(tmp_path / "photo.jpg", raw, store)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("photos/frist.jpg", ("ไม่พบ", "photos/first.jpg")),
        ("photos/First.jpg", ("ไม่พบ", "photos/first.jpg", "ตัวพิมพ์")),
        ("photos/first.jpeg", ("ไม่พบ", "photos/first.jpg")),
        ("photos/somsri.jpg", ("ไม่พบ", "คัดลอกภาพมาไว้")),
        ("first.jpg", ("ไม่พบ", "photos/first.jpg")),
        ("photo/first.jpg", ("ไม่พบ", "photos")),
        ("../2566/photos/first.jpg", ("นอกโฟลเดอร์",)),
        ("photos/../../organisation.yaml", ("นอกโฟลเดอร์",)),
        ("/etc/hostname", ("นอกโฟลเดอร์",)),
        ("C:/Users/a.jpg", ("นอกโฟลเดอร์",)),
        ("C:\\Users\\a.jpg", ("นอกโฟลเดอร์",)),
        ("\\\\server\\a.jpg", ("นอกโฟลเดอร์",)),
        ("photos\\first.jpg", ("photos/first.jpg", "/")),
        ("photos//first.jpg", ("ใช้ไม่ได้",)),
        ("./photos/first.jpg", ("ใช้ไม่ได้",)),
        ("photos/con.jpg", ("ใช้ไม่ได้",)),
        ("photos", ("โฟลเดอร์",)),
        ("photos/first.jpg:stream", ("นอกโฟลเดอร์",)),
    ],
)
def test_a_path_that_is_not_a_file_of_the_round_is_refused_at_its_place(
    small: Small, written: str, words: tuple[str, ...]
) -> None:
    """Anybody may send a record by e-mail; it must not make the product publish other files of the computer."""
    small.edit(WINNERS, "file: photos/first.jpg", f"file: '{written}'")
    problem = small.only_problem()
    told = f"{problem.message.th} {problem.fix.th}"
    assert problem.field == "winners[0].photo.file"
    assert (problem.line, problem.column) == small.place(WINNERS, f"'{written}'")
    assert all(word in told for word in words), told


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_link_is_refused_wherever_it_leads(small: Small, tmp_path: Path, what: str) -> None:
    """A link within the folder can lead out of it, today or after somebody moves it."""
    photo = small.path(PHOTO)
    elsewhere = tmp_path / "elsewhere"
    target = photo if what == "file" else photo.parent
    shutil.move(target, elsewhere)
    try:
        target.symlink_to(elsewhere, target_is_directory=what == "folder")
    except OSError:
        pytest.skip("this system lets nobody make links")
    assert "ลิงก์" in small.only_problem().message.th


def test_a_name_that_another_system_decomposed_is_found(small: Small) -> None:
    """In file names, macOS decomposes é and some Thai letters; a person sees no difference."""
    small.path(PHOTO).rename(small.path("2566/photos/cafe\u0301.jpg"))
    small.edit(WINNERS, "photos/first.jpg", "photos/caf\u00e9.jpg")
    assert small.read().rounds[0].winners[0].photo is not None


def test_a_coarse_photo_is_a_warning_with_the_size_it_is_good_for(small: Small) -> None:
    """LINE shrinks pictures: 480 pixels are 8.1 cm at 150 dpi."""
    Image.new("RGB", (480, 590), "#2f6f7f").save(small.path(PHOTO))
    (warning,) = small.read().warnings
    assert warning.field == "winners[0].photo.file"
    assert "8.1 × 10.0 ซม." in warning.message.th


def test_a_broken_photo_is_told_with_its_place_in_the_record(small: Small) -> None:
    """The clerk must know whose photo it is."""
    raw = small.path(PHOTO).read_bytes()
    small.path(PHOTO).write_bytes(raw[: len(raw) // 2])
    problem = small.only_problem()
    assert (problem.line, problem.column) == small.place(WINNERS, "photos/first.jpg")


def test_a_file_that_has_not_changed_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An office of ten years has hundreds of large photos; one that is replaced is read, whatever its name and size."""
    path, store = tmp_path / "photo.jpg", Store(tmp_path / "store")
    path.write_bytes((BAD / "portrait.heic").read_bytes())
    first = photos.read(path, store)
    with monkeypatch.context() as patch:
        patch.setattr(type(path), "read_bytes", lambda _: pytest.fail("it was read again"))
        assert photos.read(path, store) == first
    Image.new("RGB", (900, 900), "red").save(path)
    assert photos.read(path, store) != first


def test_a_master_that_the_store_has_lost_is_made_again_from_an_unchanged_file(tmp_path: Path) -> None:
    """What was forgotten to make room comes back."""
    path, store = tmp_path / "photo.jpg", Store(tmp_path / "store")
    Image.new("RGB", (900, 900), "red").save(path)
    first = photos.read(path, store)
    assert isinstance(first, Picture)
    (tmp_path / "store" / FILE).unlink()
    store = Store(tmp_path / "store")
    assert photos.read(path, store) == first
    assert store.get(first.digest)
