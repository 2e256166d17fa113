"""The picture of the krut as a file that somebody brings: the office supplies it, the product has none of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.desk import labels, photos
from generator.model import Picture
from generator.problems import Text
from generator.reading import photo_path
from generator.reading import photos as door
from generator.reading.folder import WINNERS

if TYPE_CHECKING:
    from werkzeug.datastructures import FileStorage

    from generator.amending.drafts import Draft
    from generator.amending.held import Held

NAME: Final = "krut"
"""What the file is called that somebody brings, and the key that names it."""


def taken(held: Held, draft: Draft, upload: FileStorage | None) -> list[Text]:
    """Put an uploaded krut beside the office's record, and its name into the draft; return what is to be said of it."""
    brought = photos.bring(held, held.workshop.project / WINNERS, NAME, upload)
    if isinstance(brought, Text):
        return [brought]
    draft[NAME] = brought[0].name
    return [labels.KRUT_TAKEN]


def shown(held: Held, draft: Draft) -> str:
    """Return the digest of the krut that a draft speaks of, "" where the door takes none."""
    file = draft.get(NAME)
    path = photo_path.resolve(held.workshop.project / WINNERS, file) if isinstance(file, str) and file else ()
    picture = door.read(path, held.store) if not isinstance(path, tuple) else None
    return picture.digest if isinstance(picture, Picture) else ""
