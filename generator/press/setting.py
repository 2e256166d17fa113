"""Sheets are set by Typst in processes of their own, one for each thread that sets one; each ends now and then."""

from __future__ import annotations

import json
import re
from contextlib import contextmanager
from functools import cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.palette import palette
from generator.press import cut, memory
from generator.press.apart import Apart
from generator.typefaces import FONTS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

LIBRARY = Path(__file__).resolve().parent / "typst"
PARTS = (
    "labels", "lib", "lines", "parts", "fit", "motif", "portrait", "people", "survey", "single", "mosaic", "speech",
    "afar", "paper", "charts", "lists",
)  # fmt: skip
"""The library's files; each may use those before it."""

LIBRARY_FILE = "library.typ"

FRAME = ("colours", "output", "paper", "wide", "weave")
"""What the library's constants are made of: few sheets differ in it."""

_NUMBERS = count()

_PHOTO = re.compile(rb"\b[0-9a-f]{16}-(\d+)(?:-\d+)?\.(?:grey\.jpg|jpg|png|grey\.svg|svg)\b")
"""The name of a photo in a view, with its width in pixels."""

PIXELS, MOST = 8_000_000, 110 << 20
"""The engine keeps each photo that it has decoded for ten sheets more, its bytes and its own tables for ever. After
photos of so many pixels together, or with so many bytes in memory, its process ends."""

ALONE, CROWD = 20_000_000, 12
"""From more pixels of a sheet's photos than these, or more photos, nothing else is set meanwhile, and all that engines
keep is let go before: 24 people take 200 MB for a shop, and on A4 the trying of their arrangements takes 140."""

_DESKS: list[Desk] = []
_FREE: list[Desk] = []
"""All desks that there are, and those that nobody sits at."""


class Desk:
    """Where one thread at a time sets sheets: a folder with the library and its data, and the engine's process.

    The engine keeps the parsed library, and the evaluated one for a frame that it saw a few sheets ago, which saves a
    quarter of what a sheet costs. Cuts are most of the data, and only the library asks for them: as a part of the view
    they would be hashed with it at each call of a function that a template gives the view to.
    """

    def __init__(self) -> None:
        """Begin no process yet."""
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
        photos = {found[0]: int(found[1]) ** 2 for found in _PHOTO.finditer(self._lying["view.json"])}
        pixels = sum(photos.values())
        heavy, alone = pixels > PIXELS // 2, pixels > ALONE or len(photos) > CROWD
        with memory.ALLOWANCE.taking(memory.WHOLE if alone else memory.HEAVY if heavy else memory.LIGHT):
            if alone:
                end()
            told, made = self._set(template, view["timestamp"])
            self._seen |= photos
            if heavy or alone or sum(self._seen.values()) > PIXELS or told.get("resident", 0) > MOST:
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
        texts = {f"{name}.json": json.dumps(value, ensure_ascii=False, sort_keys=True) for name, value in read.items()}
        for name, text in {LIBRARY_FILE: library(), **{name: text.encode() for name, text in texts.items()}}.items():
            if self._lying.get(name) != text:
                self._lying.pop(name, None)  # a full disk may take half of it
                (self._folder / name).write_bytes(text)
                self._lying[name] = text


@contextmanager
def desk() -> Iterator[Desk]:
    """Lend a desk that nobody sits at; there are as many as sheets are set at the same time."""
    try:
        here = _FREE.pop()
    except IndexError:
        here = Desk()
        _DESKS.append(here)
    try:
        yield here
    finally:
        _FREE.append(here)


def end() -> None:
    """Let the engine's processes end; the next sheet begins another."""
    for each in _DESKS:
        each.end()


@cache
def library() -> bytes:
    """Return the library, which every template begins with."""
    return b"".join((LIBRARY / f"{name}.typ").read_bytes() for name in PARTS)
