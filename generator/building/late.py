"""Figures that a page shows though they are known only after it is made: the sizes of files still being pressed.

A page is given a token in the figure's place, and the finished pages get the figure. A token is framed by letters for
private use, which the door refuses in records, so nothing that anybody wrote can be taken for one.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.store import key_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

OPEN, CLOSE = "\ue000", "\ue001"
_WRITTEN = frozenset({".md", ".html", ".js"})


def token(path: str) -> str:
    """Return what stands for the size of the file at a path until the file is there."""
    return f"{OPEN}{key_of(path)[:12]}{CLOSE}"


def settle(figures: Mapping[str, str], *folders: Path) -> None:
    """Put each token's figure in its place, in every page and in the search index, whose letters are escaped."""
    plain = [(token.encode(), figure.encode()) for token, figure in figures.items()]
    escaped = [(_as_json(token), _as_json(figure)) for token, figure in figures.items()]
    marks = OPEN.encode(), _as_json(OPEN)
    for folder in folders:
        for file in folder.rglob("*"):
            if file.suffix not in _WRITTEN:
                continue
            value = file.read_bytes()
            if not any(mark in value for mark in marks):
                continue
            for old, new in plain + escaped:
                value = value.replace(old, new)
            file.write_bytes(value)


def _as_json(text: str) -> bytes:
    return json.dumps(text)[1:-1].encode()
