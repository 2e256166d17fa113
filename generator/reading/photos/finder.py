"""Finds faces, and who stands in front, in a process of its own: run by its path, it imports nothing of this package.

Its engine is C++ that writes to the terminal, and takes 60 MB that a build without a new photo does not spend. Photos
come in on standard input, each with its length in front (four bytes, most significant first); for each goes out one
line of JSON. `faces` is the other side.
"""

from __future__ import annotations

import base64
import io
import json
import math
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from ai_edge_litert.interpreter import Interpreter
from PIL import Image, ImageOps, JpegImagePlugin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    Numbers = NDArray[np.float32]
    Bits = NDArray[np.bool_]

MODELS = Path(__file__).with_name("models")

SIDE = 128
"""Pixels that the face model looks at."""

CELLS = ((16, 2), (8, 6))
"""Its grids: cells along a side, and guesses in each cell."""

LIKELY, SURE = 0.6, 0.75
"""The least likelihood of a face, and of one that is only seen in a part of the picture or beside a larger one."""

SAME = 0.3
"""Two guesses that overlap by more are one face: the shared part of the area that they cover together."""

SEEN, MOST = 800, 6
"""The least pixels that a photo's sides have when it is searched, and the most faces that are told."""

MASK_SIDE = 256
"""Pixels that the mask model looks at."""

AROUND = (3.2, 1.25)
"""The square in which a person's outline is looked for: its side, and how far it begins above the eyes, in faces."""


REACH = 1.25
"""How far below the eyes a person must be seen to be cut out, in faces: to the chest."""

DARK, BRIGHT = 0.1, 0.75
"""How dark and how bright something of a person should be; what is not is moved there, at most twice as bright."""

LIGHT, POWERS = (0.38, 0.85), (0.6, 1.5)
"""Between which the middle of a face stays as it is, and how strongly one outside may be moved."""


class Guess(NamedTuple):
    """A face in the whole picture's pixels: centre, height, the middle between the eyes, likelihood."""

    x: float
    y: float
    high: float
    eye_x: float
    eye_y: float
    likely: float


class Finder:
    """The two models, each loaded when it is first asked."""

    def __init__(self) -> None:
        """Load the model of faces."""
        self._faces = _Model("face_detection_short_range.tflite")
        self._person: _Model | None = None
        self._grid = np.array(
            [
                ((column + 0.5) / cells, (row + 0.5) / cells)
                for cells, guesses in CELLS
                for row in range(cells)
                for column in range(cells)
                for _ in range(guesses)
            ],
            dtype=np.float32,
        )

    def faces(self, image: Image.Image) -> list[Guess]:
        """Return the faces in a picture, the largest first.

        It is seen whole and by squares of its short side, and only where these show nobody by squares of half of it.
        """
        seen = ImageOps.autocontrast(image.convert("RGB"), cutoff=1)
        found: list[Guess] = []
        for likely, windows in zip((LIKELY, SURE), _windows(*seen.size), strict=True):
            guesses = (guess for window in windows for guess in self._within(seen, window))
            found = found or sorted(_merged([each for each in guesses if each.likely >= likely]), key=lambda g: -g.high)
        return [guess for number, guess in enumerate(found) if not number or guess.likely >= SURE]

    def _within(self, image: Image.Image, window: Window) -> Iterator[Guess]:
        left, top, side = window
        box = (round(left), round(top), round(left + side), round(top + side))
        small = image.crop(box).resize((SIDE, SIDE), Image.Resampling.BILINEAR, reducing_gap=2)
        places, scores = self._faces.asked(np.asarray(small, dtype=np.float32)[None] / np.float32(127.5) - 1)
        likely = 1 / (1 + np.exp(-np.clip(scores[0, :, 0], -80, 80)))
        for number in np.flatnonzero(likely >= LIKELY):
            raw = places[0, number] / SIDE
            at = self._grid[number]
            eyes = (raw[4:6] + raw[6:8]) / 2 + at
            x, y = raw[:2] + at
            yield Guess(
                left + float(x) * side,
                top + float(y) * side,
                float(raw[3]) * side,
                left + float(eyes[0]) * side,
                top + float(eyes[1]) * side,
                float(likely[number]),
            )

    def outline(self, image: Image.Image, face: Guess) -> tuple[Window, Bits]:
        """Return the square around a face, and in it where that person is."""
        self._person = self._person or _Model("selfie_segmentation.tflite")
        side = AROUND[0] * face.high
        left, top = face.eye_x - side / 2, face.eye_y - AROUND[1] * face.high
        box = (round(left), round(top), round(left + side), round(top + side))
        small = image.convert("RGB").crop(box).resize((MASK_SIDE, MASK_SIDE), Image.Resampling.BILINEAR, reducing_gap=2)
        (found,) = self._person.asked(np.asarray(small, dtype=np.float32)[None] / np.float32(255))
        within = _inside(image.size, (left, top, side))
        eyes = round(AROUND[1] / AROUND[0] * MASK_SIDE), MASK_SIDE // 2
        return (left, top, side), _one_blob((found[0, :, :, 0] >= 0.5) & within, eyes)


def _inside(size: tuple[int, int], window: Window) -> Bits:
    """Return where a window shows the picture and not what is beyond its edges."""
    left, top, side = window
    steps = (np.arange(MASK_SIDE) + 0.5) / MASK_SIDE * side
    across, down = ((steps + first >= 0) & (steps + first < most) for first, most in ((left, size[0]), (top, size[1])))
    return down[:, None] & across[None, :]


def _one_blob(bits: Bits, seed: tuple[int, int]) -> Bits:
    """Return the blob that a point is in, without holes; nothing where the point is in none."""
    start = np.zeros_like(bits)
    start[seed] = True
    blob = _grown(start & bits, bits)
    edge = np.zeros_like(bits)
    edge[[0, -1], :] = edge[:, [0, -1]] = True
    return ~_grown(edge & ~blob, ~blob) if blob.any() else blob


def _grown(start: Bits, where: Bits) -> Bits:
    """Return all that hangs together with a start, by rows and columns, through where it may go."""
    reached, before = start & where, np.int64(-1)
    while before != reached.sum():
        before = reached.sum()
        reached = _along_rows(_along_rows(reached, where).T, where.T).T
    return reached


def _along_rows(reached: Bits, where: Bits) -> Bits:
    """Return each run of a row that is reached somewhere, as a whole."""
    begins = where & ~np.pad(where, ((0, 0), (1, 0)))[:, :-1]
    run = np.cumsum(begins.ravel()).reshape(where.shape)
    hit = np.zeros(run.max() + 1, dtype=np.bool_)
    hit[run[reached]] = True
    return hit[run] & where


class _Model:
    def __init__(self, name: str) -> None:
        self._engine = Interpreter(model_content=(MODELS / name).read_bytes(), num_threads=1)
        self._engine.allocate_tensors()
        self._in = self._engine.get_input_details()[0]["index"]
        self._out = [each["index"] for each in self._engine.get_output_details()]

    def asked(self, picture: NDArray[Any]) -> list[Numbers]:
        self._engine.set_tensor(self._in, picture)
        self._engine.invoke()
        return [self._engine.get_tensor(index) for index in self._out]


Window = tuple[float, float, float]
"""Left, top and side of a square in pixels; it may reach beyond the picture, where all is black."""


def _windows(width: int, height: int) -> tuple[list[Window], list[Window]]:
    """Return squares that cover a picture: the whole and those of its short side; and those of half of that."""
    longest, shortest = max(width, height), min(width, height)
    whole = ((width - longest) / 2, (height - longest) / 2, float(longest))
    return [whole, *_squares(width, height, shortest)], _squares(width, height, shortest / 2)


def _squares(width: int, height: int, side: float) -> list[Window]:
    """Return squares that overlap by half."""
    across, down = (max(1, math.ceil((length / side - 1) * 2) + 1) for length in (width, height))
    lefts, tops = (np.linspace(0, length - side, n) for length, n in ((width, across), (height, down)))
    return [(float(left), float(top), float(side)) for top in tops for left in lefts]


def _merged(guesses: list[Guess]) -> list[Guess]:
    """Return one guess a face: those that overlap, weighted by how likely each is."""
    left, faces = sorted(guesses, key=lambda guess: -guess.likely), []
    while left:
        best = left[0]
        same = [guess for guess in left if _shared(best, guess) > SAME]
        left = [guess for guess in left if guess not in same]
        weights = math.fsum(guess.likely for guess in same)
        x, y, high, eye_x, eye_y = (math.fsum(each[part] * each.likely for each in same) / weights for part in range(5))
        faces.append(Guess(x, y, high, eye_x, eye_y, best.likely))
    return faces


def _shared(one: Guess, other: Guess) -> float:
    """Return the shared part of the area that two faces cover together; one inside the other counts as the same."""
    across = min(one.x + one.high / 2, other.x + other.high / 2) - max(one.x - one.high / 2, other.x - other.high / 2)
    down = min(one.y + one.high / 2, other.y + other.high / 2) - max(one.y - one.high / 2, other.y - other.high / 2)
    if across <= 0 or down <= 0:
        return 0
    return across * down / min(one.high, other.high) ** 2 * 0.7


def main() -> None:
    """Answer for each photo that comes in."""
    finder = Finder()
    source = sys.stdin.buffer
    while size := source.read(4):
        answer = told(finder, source.read(int.from_bytes(size)))
        sys.stdout.write(json.dumps(answer) + "\n")


def told(finder: Finder, raw: bytes) -> list[dict[str, Any]]:
    """Return what is found in one photo, in shares of its width and height, the largest face first.

    Shares are rounded, and a mask is black and white: engines differ by less on other computers.
    """
    image = JpegImagePlugin.JpegImageFile(io.BytesIO(raw))
    image.draft("RGB", (SEEN, SEEN))
    return [_told(finder, image, face) for face in finder.faces(image)[:MOST]]


def _told(finder: Finder, image: Image.Image, face: Guess) -> dict[str, Any]:
    width, height = image.size
    (left, top, side), bits = finder.outline(image, face)
    out = io.BytesIO()
    Image.fromarray(bits).save(out, "PNG", optimize=True)
    return {
        "face": _rounded(face.x / width, face.y / height, face.high / height),
        "eyes": _rounded(face.eye_x / width, face.eye_y / height),
        "square": _rounded(left / width, top / height, side / width),
        "mask": base64.b64encode(out.getvalue()).decode(),
        "whole": _is_whole(bits, _inside(image.size, (left, top, side))),
        "tone": _tone(image, face, (left, top, side), bits),
    }


def _is_whole(bits: Bits, within: Bits) -> bool:
    """Return whether an outline is that of one person, with hair, both sides of the head, and shoulders."""
    face = MASK_SIDE / AROUND[0]
    eyes, middle = round(AROUND[1] * face), MASK_SIDE // 2
    head, chest = bits[: round(eyes + 0.8 * face)], bits[round(eyes + REACH * face) - 2]
    seen = within.nonzero()
    if not seen[0].size:
        return False
    top, first, last = seen[0].min(), seen[1].min(), seen[1].max()
    cut_off = bits[top].any() or head[:, first].any() or head[:, last].any()
    beside = head[:, : round(middle - 1.1 * face)].any() or head[:, round(middle + 1.1 * face) :].any()
    return bool(not cut_off and not beside and chest.sum() >= 1.3 * face)


def _tone(image: Image.Image, face: Guess, window: Window, bits: Bits) -> list[float]:
    """Return what evens a person's light: the darkest and brightest value that count, and the power between them.

    By the person alone, not what is behind. A face keeps its own shade: only one in shadow or glare is moved, and no
    further than to the edge of `LIGHT`.
    """
    grey = image.convert("L")
    person = _square(grey, window, MASK_SIDE)[bits] if bits.any() else np.asarray(grey).ravel()
    low, high = (float(np.percentile(person, share)) / 255 for share in (2, 98))
    low, high = min(max(low - DARK, 0), 0.15), min(max(high / BRIGHT, 0.5), 1)
    inner = (face.x - 0.3 * face.high, face.y - 0.3 * face.high, 0.6 * face.high)
    middle = (float(np.median(_square(grey, inner, 64))) / 255 - low) / (high - low)
    middle = min(max(middle, 0.02), 0.98)
    power = math.log(min(max(middle, LIGHT[0]), LIGHT[1])) / math.log(middle)
    return _rounded(low, high, min(max(power, POWERS[0]), POWERS[1]))


def _square(grey: Image.Image, window: Window, side: int) -> NDArray[np.uint8]:
    left, top, length = window
    box = (round(left), round(top), round(left + length), round(top + length))
    return np.asarray(grey.crop(box).resize((side, side), Image.Resampling.BILINEAR))


def _rounded(*shares: float) -> list[float]:
    return [round(share, 3) for share in shares]


if __name__ == "__main__":
    main()
