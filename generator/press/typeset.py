"""Paper by Typst: tagged PDF/UA-1 and PDF/A-2a, our fonts only, the view as inert JSON, its texts cut for their lines.

The engine can read one closed folder with the photos of the build, the library and the view, nothing else. A letter
without a glyph is an error there (both standards require it); the language is checked here, since no standard does.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
from contextlib import contextmanager, nullcontext
from functools import cache
from importlib.metadata import version
from itertools import count
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from generator.palette import materials as mixing
from generator.palette import palette
from generator.piece import Fit, unheard
from generator.press import cut, templates
from generator.press.apart import Apart
from generator.press.pdfium import first_page
from generator.typefaces import FONTS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

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

_NUMBERS = count()

_PHOTO = re.compile(rb"\b[0-9a-f]{16}-(\d+)(?:-\d+)?\.(?:grey\.jpg|jpg|png|grey\.svg|svg)\b")
"""The name of a photo in a view, with its width in pixels."""

PIXELS, MOST = 8_000_000, 110 << 20
"""The engine keeps each photo that it has decoded for ten sheets more, its bytes and its own tables for ever. After
photos of so many pixels together, or with so many bytes in memory, its process ends."""

_FREE: list[_Desk] = []
"""The desks that nobody sits at."""

_HEAVY = Lock()
"""Whoever sets a sheet with half as many: two such at a time would hold the photos of both."""

_SKETCH = 900
"""Pixels of the longer side of a page in small: 200 dots per inch on a third of A4."""

_FIT = "unknown font family: fit|"


class Typeset:
    """Typst in a process of its own, one for each thread that sets sheets; templates name photos as `/<name>`."""

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
    read = cut.readable(view, _text(_library()), _text(template))
    with _desk() as desk:
        pdf, warnings = desk.set(template, read, pictures)
    if b"/Lang (th" not in pdf and b"/Lang(th" not in pdf:
        message = f"{view['title']}: the PDF does not say that it is Thai"
        raise ValueError(message)
    for fit in dict.fromkeys(filter(None, map(_fit, warnings))):
        tell(fit)
    return pdf


class _Desk:
    """Where one thread at a time sets sheets: a folder with the library and its data, and the engine's process.

    The engine keeps the parsed library, and the evaluated one for a frame that it saw a few sheets ago, which saves a
    quarter of what a sheet costs. Cuts are most of the data, and only the library asks for them: as a part of the view
    they would be hashed with it at each call of a function that a template gives the view to.
    """

    def __init__(self) -> None:
        self._number = next(_NUMBERS)
        self._pictures, self._folder = Path(), Path()
        self._lying: dict[str, bytes] = {}
        self._seen: dict[bytes, int] = {}
        self._engine = Apart("generator.press.typeset_run")

    def set(
        self, template: bytes, read: Mapping[str, Mapping[str, Any]], pictures: Path
    ) -> tuple[bytes, Collection[str]]:
        """Return the PDF of what `cut.readable` returned, and the engine's warnings; raises `ValueError` for none."""
        view = read["view"]
        frame = {key: view[key] for key in FRAME if key in view}
        frame["colours"] = palette(**view["colours"]).view()
        frame["faces"] = cut.faces(view)._asdict()
        self._lay({**read, "frame": frame}, pictures)
        photos = {found[0]: int(found[1]) ** 2 for found in _PHOTO.finditer(self._lying["view"])}
        heavy = sum(photos.values()) > PIXELS // 2
        with _HEAVY if heavy else nullcontext():
            told, made = self._set(template, view["timestamp"])
            self._seen |= photos
            if heavy or sum(self._seen.values()) > PIXELS or told.get("resident", 0) > MOST:
                self.end()
        if not made:
            message = f"{view['title']}: {told.get('fault', 'the engine made no single file')}"
            raise ValueError(message)
        return made, told["warnings"]

    def _set(self, template: bytes, timestamp: int) -> tuple[dict[str, Any], bytes]:
        order = {"root": str(self._pictures.absolute()), "fonts": str(FONTS), "timestamp": timestamp}
        opening = f'#import "/{self._folder.name}/{LIBRARY_FILE}": *\n#let view = view()\n'.encode()
        try:
            return self._engine.ask(order, opening + template)
        except OSError:  # no further process may begin: then it takes the memory here
            from generator.press.typeset_run import Setter

            return Setter().set(order, opening + template)

    def end(self) -> None:
        """Let the engine's process end, and take with it what it keeps; the next sheet begins another."""
        self._seen.clear()
        self._engine.end()

    def _lay(self, read: Mapping[str, Mapping[str, Any]], pictures: Path) -> None:
        if self._pictures != pictures or not self._folder.is_dir():  # or no longer: a later build sweeps up
            self._pictures, self._folder = pictures, pictures / f"desk-{self._number}"
            self._lying.clear()
            self._folder.mkdir(parents=True, exist_ok=True)  # a sheet without pictures has a folder of none
            (self._folder / LIBRARY_FILE).write_bytes(_library())
        for name, value in read.items():
            text = json.dumps(value, ensure_ascii=False, sort_keys=True).encode()
            if self._lying.get(name) != text:
                (self._folder / f"{name}.json").write_bytes(text)
                self._lying[name] = text


@contextmanager
def _desk() -> Iterator[_Desk]:
    """Lend a desk that nobody sits at; there are as many as sheets are set at the same time."""
    try:
        here = _FREE.pop()
    except IndexError:
        here = _Desk()
    try:
        yield here
    finally:
        _FREE.append(here)


def end() -> None:
    """Let the engine's processes end; the next sheet begins another."""
    for desk in _FREE:
        desk.end()


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
