"""Paper by Typst: tagged PDF/UA-1 and PDF/A-2a, our fonts only, the view as inert JSON, its texts cut for their lines.

The template is given a closed folder that holds the photos of the build and nothing else. A letter without a
glyph is an error there (both standards ask for it); the language is checked here, since no standard does.
"""

from __future__ import annotations

import hashlib
import io
import json
from functools import cache
from importlib.metadata import version
from pathlib import Path
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
        out = io.BytesIO()
        picture.save(out, "WEBP", quality=80, method=2)
        return out.getvalue()


def typeset(template: bytes, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
    """Return the PDF of a template's source; raises `ValueError` if it does not say that it is Thai."""
    import typst  # noqa: PLC0415

    source = _library() + template
    pdf, warnings = typst.compile_with_warnings(
        source,
        root=pictures,
        font_paths=_fonts(),
        sys_inputs={"view": json.dumps(cut.known(view, source.decode()), ensure_ascii=False, sort_keys=True)},
        timestamp=view["timestamp"],
        format="pdf",
        pdf_standards=["ua-1", "a-2a"],
    )
    if b"/Lang (th" not in pdf and b"/Lang(th" not in pdf:
        message = f"{view['title']}: the PDF does not say that it is Thai"
        raise ValueError(message)
    for fit in dict.fromkeys(filter(None, (_fit(str(warning.message)) for warning in warnings))):
        tell(fit)
    return bytes(pdf)


def _fit(warning: str) -> Fit | None:
    """Return what `typst/fit.typ` said through a warning, the only word that a template has for whoever presses it."""
    _, said, what = warning.partition(_FIT)
    if not said:
        return None
    name, size, largest, fits = what.rsplit("|", 3)
    return Fit(name, float(size), float(largest), fits == "fits")


@cache
def _library() -> bytes:
    """Return the library, which stands before every template, so that Typst need read no file of ours."""
    return b"".join((LIBRARY / f"{name}.typ").read_bytes() for name in PARTS)


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
