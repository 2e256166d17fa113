"""Every text of a view cut into what a line may not divide, with the widths by which a template chooses line ends.

A template names no rule and no atom: it calls `words(text, size)`, and finds here the text that it was given.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from generator import jawi, typefaces
from generator.model import FACES, USUAL_STYLE, Faces
from generator.thai import lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Cut = dict[str, Any]

_LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*[\u0e00-\u0e7f](?:[^"\\\n]|\\.)*)"')
"""A text that is written in a template."""

_LETTER = re.compile("[^\u0e31\u0e33-\u0e3a\u0e47-\u0e4e][\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]*")
"""A letter with the marks above and below it."""

_LONGEST_NAME = 48
"""Letters of the longest text whose lines are laid by the ink of each letter."""

_UNSEEN = frozenset((
    "alt", "src", "url", "key", "kind", "paper", "names", "colours", "state", "drawn", "lines", "readings",
    "english_name",
))  # fmt: skip
"""Keys of a view whose texts are never set: they are for machines, and for people who listen."""


def readable(view: Mapping[str, Any], library: str, template: str) -> dict[str, dict[str, Any]]:
    """Return what the library reads, by the name of the file that it is read from.

    `view` is the view, with a pattern for its Malay in Arabic letters; `cuts` are its texts and those in the template,
    cut; `held` is the same for every sheet: how wide a space is, and the library's own texts.

    A cut has `atoms` (together the text), `costs` of a line's end after each, and in `faces`, by a face's name in small
    letters, the atoms' widths and, as `<face> spaces`, the width of the space at their ends, in 1/1000 em. One that is
    short enough for a name has `letters`, each with its marks, and in `cells` their widths in the faces of names.
    """
    names, used = tuple(view["names"]), _faces_of(library, template, faces(view))
    cuts = {text: _cut(text, names, used) for text in dict.fromkeys((*_texts(view), *literals(template)))}
    for text in filter(_like_a_name, cuts):
        cuts[text] |= _cells(text, faces(view))
    held = {text: _cut(text, names, used) for text in literals(library)}
    pattern = jawi.RUN.pattern if any(map(jawi.has, cuts)) else None
    return {"view": {**view, "jawi": pattern}, "cuts": cuts, "held": {"cuts": held, "space": spaces()}}


def faces(view: Mapping[str, Any]) -> Faces:
    """Return the faces of a view's style."""
    return FACES[view.get("style", USUAL_STYLE)]


@cache
def spaces() -> dict[str, int]:
    """Return how wide a space is in each face, by its name in small letters, in 1/1000 em."""
    return {face.lower(): typefaces.width(" ", face) for face in typefaces.FACES}


@cache
def literals(source: str) -> tuple[str, ...]:
    """Return the Thai texts in quotation marks of a template."""
    return tuple(dict.fromkeys(_LITERAL.findall(source)))


@cache
def materials() -> bytes:
    """Return a digest of everything that cuts depend on."""
    return hashlib.sha256(lines.materials() + typefaces.ADVANCES.read_bytes()).digest()


def _texts(value: object) -> Iterator[str]:
    """Yield the texts below a value of a view, in order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in _UNSEEN:
                yield from _texts(item)


@cache
def _faces_of(library: str, template: str, style: Faces) -> tuple[str, ...]:
    """Return the faces of a style and of the families that a template names: 400, 700, and weights that it names."""
    source = library + template
    named = (face for face in typefaces.FACES if face.rpartition(" ")[0] in source)
    own = {face for face in named if face.endswith((" 400", " 700")) or face in source} | {*style}
    return tuple(face for face in typefaces.FACES if face in own)


@lru_cache(maxsize=1024)
def _cut(text: str, names: tuple[str, ...], faces: tuple[str, ...]) -> Cut:
    atoms = lines.atoms(text, tuple(name for name in names if name in text))
    texts = [atom.text for atom in atoms]
    return {"atoms": texts, "costs": [atom.cost for atom in atoms], "faces": dict(_widths(texts, faces))}


def _like_a_name(text: str) -> bool:
    return len(text) <= _LONGEST_NAME


@lru_cache(maxsize=1024)
def _cells(text: str, style: Faces) -> Cut:
    """Return the letters of a text, and how wide each is where names, headlines and titles are set."""
    letters = _LETTER.findall(text)
    drawn = dict.fromkeys((style.headline, style.name, "Tonbaep Text 400"))
    return {"letters": letters, "cells": {face.lower(): typefaces.widths(letters, face) for face in drawn}}


def _widths(texts: list[str], faces: tuple[str, ...]) -> Iterator[tuple[str, list[int]]]:
    """Yield the widths of atoms, and of the spaces at their ends, in each face."""
    ends = [len(text) - len(text.rstrip(" ")) for text in texts]
    for face in faces:
        name = face.lower()
        space = spaces()[name]
        yield name, typefaces.widths(texts, face)
        yield f"{name} spaces", [space * end for end in ends]
