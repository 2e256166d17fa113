"""What sheets are made from besides their views, as a digest: a change there may change every sheet."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator import qr
from generator.reading.photos import renditions
from generator.store import key_of

if TYPE_CHECKING:
    from generator.piece import Piece


@cache
def of_piece(piece: Piece[Any]) -> str:
    """Return a digest of everything that a piece's sheets are made from besides their views."""
    return key_of(of_presses(), piece.press.name, piece.press.materials(piece.template))


@cache
def of_presses() -> str:
    """Return a digest of the source code of presses and codes, and of how photos are cut out and made smaller."""
    sources = (*sorted(Path(__file__).parent.glob("*.py")), Path(qr.__file__), Path(renditions.__file__))
    return key_of(*(path.read_bytes() for path in sources))
