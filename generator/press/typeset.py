"""Paper by Typst: tagged PDF/UA-1 and PDF/A-2a, our fonts only, the view as inert JSON.

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

from generator.press import templates

if TYPE_CHECKING:
    from collections.abc import Mapping

FONTS = Path(__file__).resolve().parent.parent / "fonts"
LIBRARY = Path(__file__).resolve().parent / "typst"
THUMBNAIL = (420, 594)
"""The box in pixels that a thumbnail fits."""


class Typeset:
    """Typst in this process (it lets other threads run); templates name photos as `/<name>`."""

    name = "typeset"

    def materials(self, template: str) -> bytes:
        """Return template, library, the fonts' digest and the engine's version."""
        return templates.source(template) + _library() + _fonts_digest() + version("typst").encode()

    def press(self, template: str, view: Mapping[str, Any], pictures: Path) -> bytes:
        """Return the PDF."""
        pdf: bytes = self._compile(template, view, pictures, format="pdf", pdf_standards=["ua-1", "a-2a"])
        if b"/Lang (th" not in pdf and b"/Lang(th" not in pdf:
            message = f"{template}: the PDF does not say that it is Thai"
            raise ValueError(message)
        return pdf

    def thumbnail(self, template: str, view: Mapping[str, Any], pictures: Path) -> bytes | None:
        """Return the first page as WebP, at most `THUMBNAIL` pixels."""
        from PIL import Image  # noqa: PLC0415 - only where a sheet is pressed anew

        made = self._compile(template, view, pictures, format="png", ppi=72)
        first = made[0] if isinstance(made, list) else made
        with Image.open(io.BytesIO(first)) as image:  # noqa: TID251 - a picture that was made a line above, not a photo
            small = image.convert("RGB")
        small.thumbnail(THUMBNAIL, Image.Resampling.LANCZOS, reducing_gap=3)
        out = io.BytesIO()
        small.save(out, "WEBP", quality=80, method=4)
        return out.getvalue()

    def _compile(self, template: str, view: Mapping[str, Any], pictures: Path, **how: Any) -> Any:  # noqa: ANN401 - the wheel's keywords and its two kinds of answer
        import typst  # noqa: PLC0415

        return typst.compile(
            _library() + templates.source(template),
            root=pictures,
            font_paths=_fonts(),
            sys_inputs={"view": json.dumps(view, ensure_ascii=False, sort_keys=True)},
            timestamp=view["timestamp"],
            **how,
        )


@cache
def _library() -> bytes:
    """Return what goes in front of every template, so that Typst need read no file of ours."""
    return b"".join(path.read_bytes() for path in sorted(LIBRARY.glob("*.typ")))


@cache
def _fonts() -> Any:  # noqa: ANN401 - typst is imported only when something is pressed
    import typst  # noqa: PLC0415

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


@cache
def _fonts_digest() -> bytes:
    digest = hashlib.sha256()
    for path in sorted(FONTS.glob("*/*.[to]tf")):
        digest.update(path.read_bytes())
    return digest.digest()


TYPESET = Typeset()
