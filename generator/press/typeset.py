"""Paper by Typst: tagged PDF/UA-1 and PDF/A-2a, our fonts only, the view as inert JSON, its texts cut for their lines.

The engine can read one closed folder with the photos of the build, the library and the view, nothing else. A letter
without a glyph is an error there (both standards require it); the language is checked here, since no standard does.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from generator.palette import materials as mixing
from generator.piece import Fit, unheard
from generator.press import cut, easel, templates
from generator.press.setting import desk, library
from generator.typefaces import FONTS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.piece import Tell

THUMBNAIL = (320, 453)
"""The box in pixels that a thumbnail fits: twice what the media page shows."""

_SKETCH = 900
"""Pixels of the longer side of a page in small: 200 dots per inch on a third of A4."""

_FIT = "unknown font family: fit|"


class Typeset:
    """Typst in a process of its own, one for each thread that sets sheets; templates name photos as `/<name>`."""

    name = "typeset"
    has_look = True

    def materials(self, template: str) -> bytes:
        """Return template, library, what cuts texts and mixes colours, the fonts' digest and the engine's version."""
        return library() + templates.source(template) + cut.materials() + mixing() + _engine()

    def press(self, template: str, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
        """Return the PDF."""
        return typeset(templates.source(template), view, pictures, tell)

    def thumbnail(self, made: bytes) -> bytes:
        """Return the first page of the finished PDF, as another engine draws it, as JPEG within `THUMBNAIL`.

        WebP would be a sixth smaller, but old phones and old hosts do not know it.
        """
        return easel.drawn(made, {"box": THUMBNAIL, "quality": 72, "progressive": True})


def typeset(template: bytes, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
    """Return the PDF of a template's source; raises `ValueError` where the PDF does not say that it is Thai.

    `pictures` is a folder of this build alone, in which what the engine reads gets a folder of its own.
    """
    read = cut.readable(view, _text(library()), _text(template))
    with desk() as here:
        pdf, warnings = here.set(template, read, pictures)
    if b"/Lang (th" not in pdf and b"/Lang(th" not in pdf:
        message = f"{view['title']}: the PDF does not say that it is Thai"
        raise ValueError(message)
    for fit in dict.fromkeys(filter(None, map(_fit, warnings))):
        tell(fit)
    return pdf


def _fit(warning: str) -> Fit | None:
    """Return what `typst/fit.typ` said through a warning, the only way in which a template can speak to its press."""
    _, said, what = warning.partition(_FIT)
    if not said:
        return None
    name, size, largest, fits = what.rsplit("|", 3)
    return Fit(name, float(size), float(largest), fits == "fits")


@cache
def _text(source: bytes) -> str:
    """Return a source as text, the same object each time, so that caches by it are hit at once."""
    return source.decode()


@cache
def _engine() -> bytes:
    """Return a digest of the fonts and the engine's version: computing it takes longer than cutting a text."""
    digest = hashlib.sha256(version("typst").encode())
    for path in sorted(FONTS.glob("*/*.[to]tf")):
        digest.update(path.read_bytes())
    return digest.digest()


class Sketched(Typeset):
    """Paper that shows other finished files in small: the view lists them as `sketches`, with their `source`."""

    name = "sketched"

    def press(self, template: str, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
        """Return the PDF, once the first page of each file is drawn as a picture beside it."""
        for sketch in view["sketches"]:
            picture = easel.drawn(
                (pictures / sketch["source"]).read_bytes(), {"box": (_SKETCH, _SKETCH), "quality": 80}
            )
            (pictures / sketch["name"]).write_bytes(picture)
        return super().press(template, view, pictures, tell)


def sketch_name(digest: str) -> str:
    """Return the name of a finished file's picture, for a template."""
    return f"{digest[:16]}-sketch.jpg"


TYPESET, SKETCHED = Typeset(), Sketched()
