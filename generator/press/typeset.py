"""Paper by Typst: tagged PDF/UA-1 and PDF/A-2a, our fonts only, the view as inert JSON, its texts cut for their lines.

The engine can read one closed folder with the photos of the build, the library and the view, nothing else. A letter
without a glyph is an error there (both standards require it); the language is checked here, since no standard does.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
from contextlib import nullcontext
from functools import cache
from importlib.metadata import version
from itertools import count
from pathlib import Path
from threading import Lock, local
from typing import TYPE_CHECKING, Any

from generator.palette import materials as mixing
from generator.palette import palette
from generator.piece import Fit, unheard
from generator.press import cut, memory, templates
from generator.press.pdfium import first_page
from generator.typefaces import FONTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    import typst

    from generator.piece import Tell

LIBRARY = Path(__file__).resolve().parent / "typst"
PARTS = (
    "labels", "lib", "lines", "parts", "fit", "motif", "portrait", "people", "survey", "single", "mosaic", "speech",
    "afar", "paper", "charts",
)  # fmt: skip
"""The library's files; each may use those before it."""

THUMBNAIL = (320, 453)
"""The box in pixels that a thumbnail fits: twice what the media page shows."""

LIBRARY_FILE = "library.typ"

FRAME = ("colours", "output", "paper", "wide", "weave")
"""What the library's constants are made of: few sheets differ in it."""

_DESKS, _NUMBERS = local(), count()

_PHOTO = re.compile(rb"\b[0-9a-f]{16}-(\d+)(?:-\d+)?\.(?:grey\.jpg|jpg|png|grey\.svg|svg)\b")
"""The name of a photo in a view, with its width in pixels."""

PIXELS, SHEETS = 8_000_000, 11
"""The engine keeps each photo that it has decoded for ten sheets more, whatever these are, and a compiler keeps its
bytes for ever. After photos of so many pixels together, that many sheets without a word make it forget them."""

_HEAVY = Lock()
"""Whoever sets a sheet with half as many: two such at a time would hold the photos of both."""

_SKETCH = 900
"""Pixels of the longer side of a page in small: 200 dots per inch on a third of A4."""

_FIT = "unknown font family: fit|"


class Typeset:
    """Typst in this process (it lets other threads run); templates name photos as `/<name>`."""

    name = "typeset"
    has_look = True

    def materials(self, template: str) -> bytes:
        """Return template, library, what cuts texts and mixes colours, the fonts' digest and the engine's version."""
        return _library() + templates.source(template) + cut.materials() + mixing() + _engine()

    def press(self, template: str, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
        """Return the PDF."""
        return typeset(templates.source(template), view, pictures, tell)

    def thumbnail(self, made: bytes) -> bytes:
        """Return the first page of the finished PDF, as another engine draws it, as JPEG within `THUMBNAIL`.

        WebP would be a sixth smaller, but old phones and old hosts do not know it.
        """
        picture = first_page(made, lambda width, height: min(THUMBNAIL[0] / width, THUMBNAIL[1] / height))
        out = io.BytesIO()
        picture.convert("RGB").save(out, "JPEG", quality=72, optimize=True, progressive=True)
        return out.getvalue()


def typeset(template: bytes, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
    """Return the PDF of a template's source; raises `ValueError` where the PDF does not say that it is Thai.

    `pictures` is a folder of this build alone, in which what the engine reads gets a folder of its own.
    """
    pdf, warnings = _desk(pictures).set(template, cut.readable(view, _text(_library()), _text(template)))
    if b"/Lang (th" not in pdf and b"/Lang(th" not in pdf:
        message = f"{view['title']}: the PDF does not say that it is Thai"
        raise ValueError(message)
    for fit in dict.fromkeys(filter(None, (_fit(str(warning.message)) for warning in warnings))):
        tell(fit)
    return pdf


class _Desk:
    """The place where a thread sets sheets: a folder with the library and its data, and a compiler that has read it.

    The compiler keeps the parsed library, and the evaluated one for a frame that it saw a few sheets ago, which saves a
    quarter of what a sheet costs. Cuts are most of the data, and only the library asks for them: as a part of the view
    they would be hashed with it at each call of a function that a template gives the view to.
    """

    def __init__(self, pictures: Path) -> None:
        import typst

        self.pictures = pictures
        self._folder = pictures / f"desk-{next(_NUMBERS)}"
        self._lying: dict[str, bytes] = {}
        self._seen: dict[bytes, int] = {}
        pictures.mkdir(parents=True, exist_ok=True)  # a sheet without pictures has a folder of none
        self._compiler = typst.Compiler(root=pictures, font_paths=_fonts())

    def set(self, template: bytes, read: Mapping[str, Mapping[str, Any]]) -> tuple[bytes, list[Any]]:
        """Return the PDF of what `cut.readable` returned, and the engine's warnings."""
        view = read["view"]
        frame = {key: view[key] for key in FRAME if key in view}
        frame["colours"] = palette(**view["colours"]).view()
        frame["faces"] = cut.faces(view)._asdict()
        self._lay({**read, "frame": frame})
        photos = {found[0]: int(found[1]) ** 2 for found in _PHOTO.finditer(self._lying["view"])}
        heavy = sum(photos.values()) > PIXELS // 2
        with _HEAVY if heavy else nullcontext():
            made, warnings = self._compiled(template, view["timestamp"])
        if not isinstance(made, bytes):
            message = f"{view['title']}: the engine made no single file"
            raise TypeError(message)
        self._seen |= photos
        if heavy or sum(self._seen.values()) > PIXELS:
            self._forget_photos()
        return made, warnings

    def _compiled(self, template: bytes, timestamp: int) -> tuple[Any, list[Any]]:
        opening = f'#import "/{self._folder.name}/{LIBRARY_FILE}": *\n#let view = view()\n'.encode()
        return self._compiler.compile_with_warnings(
            opening + template,
            timestamp=timestamp,
            format="pdf",
            pdf_standards=["ua-1", "a-2a"],
        )

    def _forget_photos(self) -> None:
        import typst

        self._seen.clear()
        self._compiler = typst.Compiler(root=self.pictures, font_paths=_fonts())
        for _ in range(SHEETS):
            self._compiler.compile(b"", format="pdf")
        memory.trim()

    def _lay(self, read: Mapping[str, Mapping[str, Any]]) -> None:
        if not self._folder.is_dir():  # or no longer: a later build sweeps up
            self._lying.clear()
            self._folder.mkdir(parents=True)
            (self._folder / LIBRARY_FILE).write_bytes(_library())
        for name, value in read.items():
            text = json.dumps(value, ensure_ascii=False, sort_keys=True).encode()
            if self._lying.get(name) != text:
                (self._folder / f"{name}.json").write_bytes(text)
                self._lying[name] = text


def _desk(pictures: Path) -> _Desk:
    """Return this thread's desk for a folder of pictures."""
    if getattr(_DESKS, "here", None) is None or _DESKS.here.pictures != pictures:
        _DESKS.here = _Desk(pictures)
    here: _Desk = _DESKS.here
    return here


def _fit(warning: str) -> Fit | None:
    """Return what `typst/fit.typ` said through a warning, the only way in which a template can speak to its press."""
    _, said, what = warning.partition(_FIT)
    if not said:
        return None
    name, size, largest, fits = what.rsplit("|", 3)
    return Fit(name, float(size), float(largest), fits == "fits")


@cache
def _library() -> bytes:
    """Return the library, which every template begins with."""
    return b"".join((LIBRARY / f"{name}.typ").read_bytes() for name in PARTS)


@cache
def _text(source: bytes) -> str:
    """Return a source as text, the same object each time, so that caches by it are hit at once."""
    return source.decode()


@cache
def _fonts() -> typst.Fonts:
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


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
            picture = first_page(
                (pictures / sketch["source"]).read_bytes(), lambda wide, high: _SKETCH / max(wide, high)
            )
            picture.convert("RGB").save(pictures / sketch["name"], "JPEG", quality=80)
        return super().press(template, view, pictures, tell)


def sketch_name(digest: str) -> str:
    """Return the name of a finished file's picture, for a template."""
    return f"{digest[:16]}-sketch.jpg"


TYPESET, SKETCHED = Typeset(), Sketched()
