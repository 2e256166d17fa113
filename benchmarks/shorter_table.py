"""The command with a shorter table of pieces: `python benchmarks/shorter_table.py NAME,NAME ARGUMENTS`.

All pages stay, and of all else only the pieces that are named. It lets the main job alone be measured, as it was first
asked for, with a program that makes far more today.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generator import pieces

_named = sys.argv[1].split(",")
for _wave in ("FIRST", "SECOND", "PIECES"):
    _kept = (piece for piece in getattr(pieces, _wave) if piece.name in _named or piece.press.name == "page")
    setattr(pieces, _wave, tuple(_kept))

from generator.cli import main  # what is imported from here on sees the shorter tables

if __name__ == "__main__":
    sys.exit(main(sys.argv[2:]))
