"""Paper by Typst: tagged PDF/UA-1 and PDF/A-2a, our fonts only, the view as inert JSON, its texts cut for their lines.

The template is given a closed folder that holds the photos of the build, the library and the view, nothing else. A
letter without a glyph is an error there (both standards ask for it); the language is checked here, since no standard
does.
"""

from __future__ import annotations

import hashlib
import io
import json
from functools import cache
from importlib.metadata import version
from itertools import count
from pathlib import Path
from threading import local
from typing import TYPE_CHECKING, Any

from generator.piece import Fit, unheard
from generator.press import cut, templates
from generator.press.pdfium import first_page
from generator.typefaces import FONTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.piece import Tell

LIBRARY = Path(__file__).resolve().parent / "typst"
PARTS = ("lib", "lines", "parts", "fit", "motif", "portrait", "survey", "charts", "single", "wide", "speech")
"""The library's files, each of which knows those before it."""

THUMBNAIL = (320, 453)
"""The box in pixels that a thumbnail fits: twice what the media page shows."""

LIBRARY_FILE = "library.typ"

FRAME = ("colours", "output", "paper", "wide")
"""What the library's constants are made of: few sheets differ in it."""

_DESKS, _NUMBERS = local(), count()

_FIT = "unknown font family: fit|"


class Typeset:
    """Typst in this process (it lets other threads run); templates name photos as `/<name>`."""

    name = "typeset"
    has_look = True

    def materials(self, template: str) -> bytes:
        """Return template, library, what cuts texts, the fonts' digest and the engine's version."""
        return _library() + templates.source(template) + cut.materials() + _engine()

    def press(self, template: str, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
        """Return the PDF."""
        return typeset(templates.source(template), view, pictures, tell)

    def thumbnail(self, made: bytes) -> bytes:
        """Return the first page of the finished PDF, as another engine draws it, as WebP within `THUMBNAIL`."""
        picture = first_page(made, lambda width, height: min(THUMBNAIL[0] / width, THUMBNAIL[1] / height))
        from PIL import WebPImagePlugin  # noqa: F401, PLC0415 - named, or Pillow loads all its forty formats to find it

        out = io.BytesIO()
        picture.save(out, "WEBP", quality=80, method=2)
        return out.getvalue()


def typeset(template: bytes, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
    """Return the PDF of a template's source; raises `ValueError` if it does not say that it is Thai.

    `pictures` is a folder of this build's own, in which a corner is taken for what the engine reads.
    """
    pdf, warnings = _desk(pictures).set(template, cut.known(view, _source(template)))
    if b"/Lang (th" not in pdf and b"/Lang(th" not in pdf:
        message = f"{view['title']}: the PDF does not say that it is Thai"
        raise ValueError(message)
    for fit in dict.fromkeys(filter(None, (_fit(str(warning.message)) for warning in warnings))):
        tell(fit)
    return pdf


class _Desk:
    """A thread's place to set sheets at: a folder with the library and what it reads, and a compiler that knows it.

    The compiler keeps the library as it was parsed, and, where a sheet's frame was seen a few sheets ago, as it was
    evaluated. That is a quarter of what a sheet would cost otherwise.
    """

    def __init__(self, pictures: Path) -> None:
        import typst  # noqa: PLC0415

        self.pictures = pictures
        self._folder = pictures / f"desk-{next(_NUMBERS)}"
        self._compiler = typst.Compiler(root=pictures, font_paths=_fonts())

    def set(self, template: bytes, view: Mapping[str, Any]) -> tuple[bytes, list[Any]]:
        """Return the PDF of a view whose texts are cut, and the engine's warnings."""
        self._lay(view)
        opening = f'#import "/{self._folder.name}/{LIBRARY_FILE}": *\n#let view = view()\n'.encode()
        made, warnings = self._compiler.compile_with_warnings(
            opening + template,
            timestamp=view["timestamp"],
            format="pdf",
            pdf_standards=["ua-1", "a-2a"],
        )
        if not isinstance(made, bytes):
            message = f"{view['title']}: the engine made no single file"
            raise TypeError(message)
        return made, warnings

    def _lay(self, view: Mapping[str, Any]) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        library = self._folder / LIBRARY_FILE
        if not library.exists():
            library.write_bytes(_library())
        frame = {key: view[key] for key in FRAME if key in view}
        for name, value in (("frame", frame), ("view", view)):
            text = json.dumps(value, ensure_ascii=False, sort_keys=True)
            (self._folder / f"{name}.json").write_text(text, encoding="utf-8", newline="\n")


def _desk(pictures: Path) -> _Desk:
    """Return this thread's desk for a folder of pictures."""
    if getattr(_DESKS, "here", None) is None or _DESKS.here.pictures != pictures:
        _DESKS.here = _Desk(pictures)
    here: _Desk = _DESKS.here
    return here


def _fit(warning: str) -> Fit | None:
    """Return what `typst/fit.typ` said through a warning, the only word that a template has for whoever presses it."""
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
def _source(template: bytes) -> str:
    """Return everything that may hold a text: library and template."""
    return (_library() + template).decode()


@cache
def _fonts() -> Any:  # noqa: ANN401 - typst is imported only when something is pressed
    import typst  # noqa: PLC0415

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


@cache
def _engine() -> bytes:
    """Return a digest of the fonts and the engine's version: asking for one takes longer than cutting a text."""
    digest = hashlib.sha256(version("typst").encode())
    for path in sorted(FONTS.glob("*/*.[to]tf")):
        digest.update(path.read_bytes())
    return digest.digest()


TYPESET = Typeset()
