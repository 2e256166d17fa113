"""A photo that somebody brought: the product's own door looks at it before it stands among the records."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from generator.amending.save import drop_photo, keep
from generator.desk import labels
from generator.model import Picture
from generator.problems import Text
from generator.reading import photo_path, photo_words, portraits
from generator.reading import photos as door
from generator.reading.folder import WINNERS
from generator.reading.photos import faces
from generator.reading.schema import Winner
from generator.reading.shapes import shapes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from werkzeug.datastructures import FileStorage

    from generator.amending.drafts import Draft
    from generator.amending.held import Held
    from generator.reading.tree import Saying

FOLDER = "photos"
WIDTH = 240
"""Pixels across of a photo in a form."""
_DIGITS = 6
_MOVES = {"focus:left": (-5, 0), "focus:right": (5, 0), "focus:up": (0, -5), "focus:down": (0, 5)}
"""How far each button moves the point to keep, in percent."""
_ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".avif", ".tif", ".tiff", ".bmp", ".gif"})


def taken(held: Held, year: int, draft: Draft, upload: FileStorage | None) -> list[Text]:
    """Put an uploaded photo among those of a round, and its name into the draft; return what is to be said of it."""
    identity = draft.get("id")
    if not isinstance(identity, str) or not identity or shapes(Winner)["id"].fault(identity):
        return [labels.NO_ID]
    folder = held.workshop.project / WINNERS / str(year) / FOLDER
    brought = bring(held, folder, identity, upload)
    if isinstance(brought, Text):
        return [brought]
    file, picture = brought
    photo = draft.get("photo")
    draft["photo"] = {**(photo if isinstance(photo, dict) else {}), "file": f"{FOLDER}/{file.name}"}
    return [labels.PHOTO_TAKEN] if _doubts(held, picture, None) else [labels.PHOTO_GOOD]


def bring(held: Held, folder: Path, name: str, upload: FileStorage | None) -> tuple[Path, Picture] | Text:
    """Put an uploaded picture into a folder, or return what is to be said instead; what the door refuses stays nowhere.

    Another one of its name stays beside it: the records may still speak of that.
    """
    if upload is None or not upload.filename:
        return labels.NO_PHOTO
    ending = PurePath(upload.filename).suffix.lower()
    before = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    file = keep(folder, name, ending if ending in _ENDINGS else ".jpg", upload.stream.read(door.LARGEST + 1))
    picture = door.read(file, held.store)
    if not isinstance(picture, Picture):
        if file.name not in before:
            drop_photo(file)
        return _said(picture)
    return file, picture


class Shown(NamedTuple):
    """A person's photo as a form shows it: its digest, its size there, and the point to keep, in steps of 5 percent.

    `found` says that the point is the face that was found, since none is written.
    """

    digest: str
    width: int
    height: int
    fx: int
    fy: int
    found: bool
    doubts: tuple[Text, ...]


def shown(held: Held, year: int, draft: Draft) -> Shown | None:
    """Return a person's photo, or None where the door takes none."""
    picture = _picture(held, year, draft)
    if picture is None:
        return None
    written = _focus(draft)
    face = next(iter(_with_faces(held, picture).faces or ()), None)
    across, down = written or (face.middle if face else (0.5, 0.4))
    height = max(1, round(WIDTH * picture.height / picture.width))
    found = written is None and face is not None
    doubts = _doubts(held, picture, written)
    return Shown(picture.digest, WIDTH, height, _step(across), _step(down), found=found, doubts=doubts)


def focused(held: Held, year: int, draft: Draft, form: Mapping[str, str]) -> bool:
    """Put the point of a tap on the photo into the draft, or move it by a button; return whether it was either."""
    now = shown(held, year, draft)
    move = _MOVES.get(form.get("do", ""))
    if now is None or ("focus.x" not in form and move is None):
        return False
    if move:
        point = (now.fx + move[0]) / 100, (now.fy + move[1]) / 100
    else:
        taps = (form.get("focus.x", ""), form.get("focus.y", ""))
        pixels = [int(tap) if tap.isascii() and tap.isdigit() and len(tap) < _DIGITS else 0 for tap in taps]
        point = pixels[0] / now.width, pixels[1] / now.height
    photo = draft.get("photo")
    draft["photo"] = {
        **(photo if isinstance(photo, dict) else {}),
        "focus": [f"{min(max(part, 0), 1):.2f}" for part in point],
    }
    return True


def _picture(held: Held, year: int, draft: Draft) -> Picture | None:
    photo = draft.get("photo")
    file = photo.get("file") if isinstance(photo, dict) else None
    if not isinstance(file, str) or not file:
        return None
    path: Path | Saying = photo_path.resolve(held.workshop.project / WINNERS / str(year), file)
    picture = door.read(path, held.store) if not isinstance(path, tuple) else path
    return picture if isinstance(picture, Picture) else None


def _focus(draft: Draft) -> tuple[float, float] | None:
    """Return the point that is written, if it is one."""
    photo = draft.get("photo")
    parts = photo.get("focus") if isinstance(photo, dict) else None
    try:
        across, down = [float(str(part)) for part in parts] if isinstance(parts, list) else [-1.0, -1.0]
    except ValueError:
        return None
    return (across, down) if 0 <= across <= 1 and 0 <= down <= 1 else None


def _doubts(held: Held, picture: Picture, written: tuple[float, float] | None) -> tuple[Text, ...]:
    """Return what the door doubts in a photo, and what to ask of the photographer where it is too small."""
    point = [Decimal(str(part)) for part in written] if written else None
    coarse = photo_words.coarse(picture)
    doubt = portraits.doubt(_with_faces(held, picture), point)
    asked = labels.photo_wanted(photo_words.SMALLEST_SIDE, portraits.SMALLEST)
    small = [labels.joined(coarse.message, asked, between=" · ")] if coarse else []
    return (*small, *([labels.joined(doubt.message, labels.TAP, between=" · ")] if doubt else []))


def _step(share: float) -> int:
    return 5 * round(20 * share)


def _with_faces(held: Held, picture: Picture) -> Picture:
    return replace(picture, faces=faces.found(held.store, [picture.digest])[picture.digest])


def _said(saying: Saying) -> Text:
    return labels.joined(saying.message, saying.fix)
