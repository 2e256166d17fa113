"""Every piece of publicity, in plain sight: a new output is one module, one template and one row here."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.piece import Piece

PIECES: tuple[Piece, ...] = ()
