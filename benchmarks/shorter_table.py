"""The command with a shorter table of pieces: `python benchmarks/shorter_table.py NAME,NAME ARGUMENTS`.

All pages stay, and of all else only the pieces that are named. It lets the main job alone be measured, as it was first
asked for, with a program that makes far more today.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generator import pieces
from generator.cli import main

if __name__ == "__main__":
    named = sys.argv[1].split(",")
    pieces.PIECES = tuple(piece for piece in pieces.PIECES if piece.name in named or piece.press.name == "page")
    sys.exit(main(sys.argv[2:]))
