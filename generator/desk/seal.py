"""The office's seal as a file that somebody brings, and two colours that it proposes; none is applied unasked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.desk import labels, photos
from generator.model import Picture
from generator.problems import Text
from generator.reading import photo_path
from generator.reading import photos as door
from generator.reading.folder import WINNERS
from generator.reading.photos import dominant

if TYPE_CHECKING:
    from werkzeug.datastructures import FileStorage

    from generator.amending.drafts import Draft
    from generator.amending.held import Held

NAME: Final = "seal"
"""What the file is called that somebody brings."""

_CHOICE: Final = re.compile(r"(primary|accent)\.([0-9a-f]{6})")


class Shown(NamedTuple):
    """The seal as a form shows it: the digest of its picture, and the colours that it proposes."""

    digest: str
    colours: tuple[str, ...]


def taken(held: Held, draft: Draft, upload: FileStorage | None) -> list[Text]:
    """Put an uploaded seal beside the office's record, and its name into the draft; return what is to be said of it."""
    brought = photos.bring(held, held.workshop.project / WINNERS, NAME, upload)
    if isinstance(brought, Text):
        return [brought]
    draft["seal"] = brought[0].name
    return [labels.SEAL_TAKEN]


def chosen(draft: Draft, choice: str) -> None:
    """Put a proposed colour into the draft: `primary.0f4c5c`."""
    found = _CHOICE.fullmatch(choice)
    if found:
        colours = draft.get("colours")
        draft["colours"] = {**(colours if isinstance(colours, dict) else {}), found[1]: f"#{found[2]}"}


def shown(held: Held, draft: Draft) -> Shown | None:
    """Return the seal that a draft speaks of, or None where the door takes none."""
    file = draft.get("seal")
    if not isinstance(file, str) or not file:
        return None
    path = photo_path.resolve(held.workshop.project / WINNERS, file)
    picture = door.read(path, held.store) if not isinstance(path, tuple) else path
    if not isinstance(picture, Picture):
        return None
    return Shown(picture.digest, dominant.dominant(held.store, picture.digest))
