"""Faces: found in drawn and in photographed people, chosen by a point, told where nobody or two are; people cut out."""

from __future__ import annotations

import io
import subprocess
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import typst
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageOps, ImageStat

from generator.model import Face, Picture
from generator.press import easel
from generator.press.apart import Apart
from generator.reading import photos, portraits
from generator.reading.photos import faces, renditions
from generator.store import Store
from tests.support.machine import need

if TYPE_CHECKING:
    from generator.reading.photos.renditions import Draw, Form

PHOTOS = Path(__file__).resolve().parents[3] / "winners/2566/photos"


def _drawn(name: str) -> Image.Image:
    with Image.open(next(PHOTOS.glob(f"{name}.*"))) as picture:
        return ImageOps.exif_transpose(picture).convert("RGB")


def _two() -> Image.Image:
    both = Image.new("RGB", (2000, 1000), "white")
    for left, name in ((0, "thitiya"), (1000, "saksit")):
        both.paste(_drawn(name).resize((1000, 1000)), (left, 0))
    return both


def _masked() -> Image.Image:
    picture = _drawn("katanyu")
    ImageDraw.Draw(picture).rounded_rectangle((600, 540, 840, 680), 60, fill=(120, 170, 210))
    return picture


PICTURES = {
    **{name: _drawn(name) for name in ("thitiya", "saksit", "katanyu", "sarifa")},
    "dark": ImageEnhance.Brightness(_drawn("thitiya")).enhance(0.25),
    "faded": ImageEnhance.Contrast(_drawn("saksit")).enhance(0.4),
    "grey": _drawn("sarifa").convert("L").convert("RGB"),
    "tilted": _drawn("thitiya").rotate(15, fillcolor=(200, 220, 215)),
    "out of focus": _drawn("katanyu").filter(ImageFilter.GaussianBlur(6)),
    "masked": _masked(),
    "close": _drawn("katanyu").crop((470, 360, 980, 760)),
    "far": ImageOps.expand(_drawn("thitiya"), (1600, 400, 1600, 1200), fill=(200, 220, 215)),
    "two": _two(),
    "nobody": Image.radial_gradient("L").resize((1200, 900)).convert("RGB"),
}
NOBODY = {"nobody"}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> tuple[Store, dict[str, Picture]]:
    """Return the pictures as a reading sees them, looked at together."""
    folder = tmp_path_factory.mktemp("faces")
    store, pictures = Store(folder / "store"), {}
    for name, picture in PICTURES.items():
        picture.save(folder / f"{name}.jpg", quality=90)
        found = photos.read(folder / f"{name}.jpg", store)
        assert isinstance(found, Picture)
        pictures[name] = found
    told = faces.found(store, (picture.digest for picture in pictures.values()))
    return store, {name: replace(picture, faces=told[picture.digest]) for name, picture in pictures.items()}


def test_a_face_is_found_in_every_picture_of_somebody(seen: tuple[Store, dict[str, Picture]]) -> None:
    """Phone photos are dark, tilted and blurred; a poster beheads nobody all the same."""
    _, pictures = seen
    assert [name for name, picture in pictures.items() if bool(picture.faces) == (name in NOBODY)] == []
    assert len(pictures["two"].faces or ()) == 2


def test_the_eyes_are_where_they_were_drawn(seen: tuple[Store, dict[str, Picture]]) -> None:
    """Faces of a row stand with their eyes on one line, which is only as true as these points."""
    _, pictures = seen
    drawn = {"thitiya": (0.5, 0.31), "saksit": (0.5, 0.335), "katanyu": (0.36, 0.3), "sarifa": (0.5, 0.34)}
    for name, at in drawn.items():
        (found,) = pictures[name].faces or ()
        assert found.eyes == pytest.approx(at, abs=0.015), name


def test_a_face_is_looked_for_once(seen: tuple[Store, dict[str, Picture]], monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine takes a third of a second to start; a build without a new photo never starts it."""
    store, pictures = seen
    monkeypatch.setattr(faces, "_asked", lambda _: pytest.fail("asked again"))
    assert faces.found(store, [pictures["thitiya"].digest])[pictures["thitiya"].digest] == pictures["thitiya"].faces


def test_nobody_could_look_is_not_the_same_as_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the process cannot start, photos are cropped as before, and the next build tries again."""
    monkeypatch.setattr(faces, "_FINDER", tmp_path / "gone.py")
    store = Store(tmp_path / "store")
    picture = photos.read(PHOTOS / "thitiya.jpg", store)
    assert isinstance(picture, Picture)
    assert faces.found(store, [picture.digest]) == {picture.digest: None}
    monkeypatch.undo()
    assert faces.found(store, [picture.digest])[picture.digest]


_FRAIL = """
import sys
from pathlib import Path
runs = Path(__file__).with_name("runs")
runs.write_text(runs.read_text() + "." if runs.exists() else ".")
while length := sys.stdin.buffer.read(4):
    photo = sys.stdin.buffer.read(int.from_bytes(length))
    if photo == b"bad" or photo == b"unlucky" and len(runs.read_text()) == 1:
        sys.exit(1)
    print("[]", flush=True)
"""


@pytest.mark.parametrize(("photo", "found", "runs"), [("unlucky", (), 2), ("bad", None, 3)])
def test_a_finder_that_dies_costs_one_photo_at_most(
    photo: str, found: tuple[Face, ...] | None, runs: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was killed for want of memory, and a whole office's people stood uncut on everything, build after build."""
    program = tmp_path / "frail.py"
    program.write_text(_FRAIL, encoding="utf-8")
    monkeypatch.setattr(faces, "_FINDER", program)
    store = Store(tmp_path / "store")
    for name in ("first", photo, "last"):
        store.put(name, name.encode())
    assert faces.found(store, ("first", photo, "last")) == {"first": (), photo: found, "last": ()}
    assert len((tmp_path / "runs").read_text()) == runs


def test_a_finder_that_never_begins_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without its engine would begin two processes for each photo."""
    program = tmp_path / "frail.py"
    program.write_text(_FRAIL, encoding="utf-8")
    monkeypatch.setattr(faces, "_FINDER", program)
    store = Store(tmp_path / "store")
    names = [f"photo {number}" for number in range(9)]
    for name in names:
        store.put(name, b"bad")
    assert faces.found(store, names) == dict.fromkeys(names)
    assert len((tmp_path / "runs").read_text()) == 4


def test_a_point_names_one_of_two_faces(seen: tuple[Store, dict[str, Picture]]) -> None:
    """What the clerk writes wins: it says which of the two, or that neither is meant."""
    _, pictures = seen
    both = pictures["two"]

    def at(x: str, y: str) -> Face | None:
        return portraits.face(both, [Decimal(x), Decimal(y)])

    left, right = at("0.25", "0.35"), at("0.75", "0.35")
    assert left
    assert right
    assert left.middle[0] < 0.5 < right.middle[0]
    assert at("0.5", "0.95") is None
    assert portraits.face(both, None) == (both.faces or ())[0]


@pytest.mark.parametrize("form", ["jpg", "cut", "cut-webp"])
def test_a_photo_drawn_by_the_other_process_is_the_same(
    tmp_path: Path, form: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build has it draw all, so that it holds no pixels itself; if that process dies, the build draws the photo."""
    easel.end()

    def made(name: str, draw: Draw | None) -> bytes:
        store = Store(tmp_path / name)
        picture = photos.read(next(PHOTOS.glob("thitiya.*")), store)
        assert isinstance(picture, Picture)
        assert faces.found(store, [picture.digest])[picture.digest]
        return photos.rendition(store, picture.digest, 240, form, 0, draw=draw)

    here = made("here", None)
    with monkeypatch.context() as other:
        other.setattr(renditions, "drawn", None)
        assert made("apart", easel.photo) == here
    easel.end()
    monkeypatch.setattr(easel, "_EASEL", Apart("generator.nowhere"))
    assert made("dead", easel.photo) == here


def test_a_person_is_cut_out_with_nothing_behind(seen: tuple[Store, dict[str, Picture]]) -> None:
    """Corners beside the head are clear, face and chest are whole: looked up in the picture that the website gets."""
    store, pictures = seen
    for name in ("thitiya", "saksit", "katanyu", "sarifa", "dark"):
        (found,) = pictures[name].faces or ()
        assert found.whole, name
        made = photos.rendition(store, pictures[name].digest, 480, "cut-webp", found.number)
        with Image.open(io.BytesIO(made)) as picture:
            assert picture.size == (480, 480)
            alpha = picture.getchannel("A")
        assert alpha.getpixel((10, 10)) == alpha.getpixel((469, 10)) == 0, name
        assert alpha.getpixel((240, 190)) == alpha.getpixel((240, 360)) == 255, name


def test_no_seam_of_what_is_behind_is_left_around_a_person(seen: tuple[Store, dict[str, Picture]]) -> None:
    """Dark hair before a pale wall: a pale line around it on a blue leaf tells everybody that it was cut out."""
    store, pictures = seen
    for name in ("thitiya", "saksit"):
        (found,) = pictures[name].faces or ()
        made = photos.rendition(store, pictures[name].digest, 480, "cut-webp", found.number)
        with Image.open(io.BytesIO(made)) as picture:
            hair = picture.crop((0, 0, 480, 90))
            alpha, light = hair.getchannel("A").tobytes(), hair.convert("L").tobytes()
        edge = [tone for tone, seen_through in zip(light, alpha, strict=True) if 60 < seen_through < 250]
        assert len(edge) > 100, name
        assert sum(tone > 150 for tone in edge) < 0.02 * len(edge), name


def test_no_reader_draws_a_hairline_beside_a_person(seen: tuple[Store, dict[str, Picture]], tmp_path: Path) -> None:
    """Poppler draws the last column of a mask as if it were half there: on a pale ground that was a dark line."""
    store, pictures = seen
    (found,) = pictures["thitiya"].faces or ()
    (tmp_path / "cut.svg").write_bytes(photos.rendition(store, pictures["thitiya"].digest, 480, "cut", found.number))
    sheet = """
        #set page(width: 200pt, height: 200pt, margin: 0pt, fill: rgb("#ddeeff"))
        #let somebody = place(dx: 5pt, image("cut.svg", width: 150pt))
        #place(dx: 20.3pt, dy: 10.3pt, box(width: 160pt, height: 180pt, clip: true, somebody))
    """
    (tmp_path / "sheet.typ").write_text(sheet, encoding="utf-8")
    (tmp_path / "sheet.pdf").write_bytes(typst.compile(tmp_path / "sheet.typ"))
    for dots in (60, 75, 100, 150):
        told = ("-r", str(dots), "-png", "-singlefile", str(tmp_path / "sheet.pdf"), str(tmp_path / "sheet"))
        subprocess.run((need("pdftoppm"), *told), check=True)
        with Image.open(tmp_path / "sheet.png") as picture:
            (side, _), chest = picture.size, picture.crop((0, picture.height * 2 // 3, *picture.size))
            assert ImageStat.Stat(chest.convert("L")).extrema[0][0] < 120, "somebody is there"
            for left, right in ((0, side // 4), (side * 3 // 4, side - 2)):
                beside = picture.convert("L").crop((left, 0, right, picture.height // 4))
                (low, high), *_ = ImageStat.Stat(beside).extrema
                assert high - low < 12, (dots, left)


def test_who_cannot_be_cut_out_whole_is_not(seen: tuple[Store, dict[str, Picture]]) -> None:
    """Half a head on a leaf is worse than a photo in a window."""
    _, pictures = seen
    (found,) = pictures["close"].faces or ()
    assert not found.whole


def test_light_is_evened_within_bounds(seen: tuple[Store, dict[str, Picture]]) -> None:
    """A face in shadow is seen on paper; one in good light keeps its own shade."""
    store, pictures = seen

    def brightness(name: str) -> tuple[float, float]:
        (found,) = pictures[name].faces or ()
        plain, evened = (
            Image.open(io.BytesIO(photos.rendition(store, pictures[name].digest, 400, "jpg", face))).convert("L")
            for face in (None, found.number)
        )
        box = (int(400 * found.middle[0]) - 20, int(plain.height * found.middle[1]) - 20)
        before, after = (
            ImageStat.Stat(each.crop((*box, box[0] + 40, box[1] + 40))).mean[0] for each in (plain, evened)
        )
        return before, after

    before, after = brightness("dark")
    assert 1.5 < after / before < 3
    before, after = brightness("katanyu")
    assert after == pytest.approx(before, rel=0.2)
