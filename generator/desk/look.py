"""How the desk looks: the site's own faces and the office's colours, and the photos that the door has taken."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from generator.disk.sources import OVERRIDES
from generator.palette import palette
from generator.site.brand import mark
from generator.site.theme import brought

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.amending.held import Held
    from generator.palette import Palette

_HERE = Path(__file__).parent
_OURS = {"desk.css": "text/css", **dict.fromkeys(("desk.js", "voice.js", "voice-take.js"), "text/javascript")}
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_USUAL = "#0f4c5c", "#8f5a12"
_KINDS = {b"\xff\xd8": "image/jpeg", b"\x89P": "image/png", b"RI": "image/webp"}


def file(name: str, held: Held) -> tuple[bytes, str] | None:
    """Return a file of the look and its kind, or None."""
    made: dict[str, Callable[[], tuple[bytes, str]]] = {
        "office.css": lambda: (_colours(held).encode(), "text/css"),
        "mark.svg": lambda: (mark(_palette(held)).encode(), "image/svg+xml"),
        "crops.css": lambda: ((brought() / OVERRIDES / "assets/styles" / name).read_bytes(), "text/css"),
    }
    if name in made:
        return made[name]()
    if name in _OURS:
        return (_HERE / name).read_bytes(), _OURS[name]
    if re.fullmatch(r"Tonbaep[A-Za-z-]+\.woff2", name):
        font = brought() / OVERRIDES / "assets/fonts" / name
        return (font.read_bytes(), "font/woff2") if font.is_file() else None
    return None


def picture(digest: str, held: Held) -> tuple[bytes, str] | None:
    """Return the door's master of a photo and its kind, or None."""
    value = held.store.get(digest) if re.fullmatch(r"[0-9a-f]{16,128}", digest) else None
    kind = _KINDS.get((value or b"")[:2])
    return (value, kind) if value and kind else None


def _palette(held: Held) -> Palette:
    """Return the office's colours; the usual ones where the office has none yet."""
    said = held.take("winners/organisation.yaml").said
    written = said.get("colours") if isinstance(said, dict) else None
    pair = [written.get(key) for key in ("primary", "accent")] if isinstance(written, dict) else []
    sound = [each for each in pair if isinstance(each, str) and _COLOUR.fullmatch(each)]
    return palette(*(sound if len(sound) == len(_USUAL) else _USUAL))


def _colours(held: Held) -> str:
    """Return the office's colours as the desk names them."""
    mixed = _palette(held)
    values = {
        "deep": mixed.deep,
        "paper": mixed.ground,
        "ink": mixed.ink,
        "quiet": mixed.quiet,
        "leaf": mixed.leaves[0],
        "bar": mixed.bar,
        "accent": mixed.accent_bar,
    }
    return f":root{{{''.join(f'--{name}:{value};' for name, value in values.items())}}}\n"
