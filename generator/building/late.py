"""Figures that a page shows though they are known only after it is made: the sizes of files still being pressed.

A page is given a token in the figure's place, and the finished pages get the figure. A token is framed by letters for
private use, which the door refuses in records, so nothing that anybody wrote can be taken for one.
"""

from __future__ import annotations

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
    """Put each token's figure in its place, in every page and in the search index."""
    places = [(token.encode(), figure.encode()) for token, figure in figures.items()]
    mark = OPEN.encode()
    for folder in folders:
        for file in folder.rglob("*"):
            if file.suffix not in _WRITTEN:
                continue
            value = file.read_bytes()
            if mark not in value:
                continue
            for old, new in places:
                value = value.replace(old, new)
            file.write_bytes(value)
