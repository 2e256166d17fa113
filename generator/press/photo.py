"""A photo as a file of its own, at the largest size that an old site accepts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.piece import Unpictured, unheard

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.piece import Tell


class Photo(Unpictured):
    """The view's `sizes` name the same photo from large to small; `most` is how many bytes it may have."""

    name = "photo"

    def materials(self, template: str) -> bytes:
        """Return nothing: a rendition's name says which photo it is, and its size."""
        return b""

    def press(self, template: str, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
        """Return the first that is small enough, or else the smallest."""
        value = b""
        for name in view["sizes"]:
            value = (pictures / name).read_bytes()
            if len(value) <= view["most"]:
                break
        return value


PHOTO = Photo()
