"""A photo that somebody brought: the product's own door looks at it before it stands among the records."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from generator.amending.save import drop_photo, keep_photo
from generator.desk import labels
from generator.model import Picture
from generator.reading import photo_path, portraits
from generator.reading import photos as door
from generator.reading.folder import WINNERS
from generator.reading.photos import faces
from generator.reading.schema import Winner
from generator.reading.shapes import shapes

if TYPE_CHECKING:
    from pathlib import Path

    from werkzeug.datastructures import FileStorage

    from generator.desk.drafts import Draft
    from generator.desk.records import Held
    from generator.problems import Text
    from generator.reading.tree import Saying

FOLDER = "photos"
_ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".avif", ".tif", ".tiff", ".bmp", ".gif"})


def taken(held: Held, year: int, draft: Draft, upload: FileStorage | None) -> list[Text]:
    """Put an uploaded photo among those of a round, and its name into the draft; return what is to be said of it.

    What the door refuses stays nowhere.
    """
    identity = draft.get("id")
    if not isinstance(identity, str) or not identity or shapes(Winner)["id"].fault(identity):
        return [labels.NO_ID]
    if upload is None or not upload.filename:
        return [labels.NO_PHOTO]
    ending = PurePath(upload.filename).suffix.lower()
    folder = held.workshop.project / WINNERS / str(year) / FOLDER
    before = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    file = keep_photo(folder, identity, ending if ending in _ENDINGS else ".jpg", upload.stream.read(door.LARGEST + 1))
    picture = door.read(file, held.store)
    if not isinstance(picture, Picture):
        if file.name not in before:
            drop_photo(file)
        return [_said(picture)]
    photo = draft.get("photo")
    draft["photo"] = {**(photo if isinstance(photo, dict) else {}), "file": f"{FOLDER}/{file.name}"}
    doubt = portraits.doubt(_with_faces(held, picture), None)
    return [labels.PHOTO_TAKEN, _said(doubt)] if doubt else [labels.PHOTO_GOOD]


def shown(held: Held, year: int, draft: Draft) -> str:
    """Return the digest of a person's photo, by which a page shows it; empty where the door takes none."""
    photo = draft.get("photo")
    file = photo.get("file") if isinstance(photo, dict) else None
    if not isinstance(file, str) or not file:
        return ""
    path: Path | Saying = photo_path.resolve(held.workshop.project / WINNERS / str(year), file)
    picture = door.read(path, held.store) if not isinstance(path, tuple) else path
    return picture.digest if isinstance(picture, Picture) else ""


def _with_faces(held: Held, picture: Picture) -> Picture:
    return replace(picture, faces=faces.found(held.store, [picture.digest])[picture.digest])


def _said(saying: Saying) -> Text:
    return labels.joined(saying.message, saying.fix)
