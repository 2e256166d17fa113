"""Draws one large picture in a process of its own: takes what is wanted and a PDF, gives the picture's bytes.

A page for a print shop takes three times as much memory to draw as all else that a build does at the same time.
"""

from __future__ import annotations

import json
import sys

from generator.press import memory
from generator.press.pixels import saved


def main() -> None:
    """Read a line of JSON and the PDF from standard input, and write the picture to standard output."""
    memory.give_back()
    wanted, _, made = sys.stdin.buffer.read().partition(b"\n")
    sys.stdout.buffer.write(saved(made, json.loads(wanted)))


if __name__ == "__main__":
    main()
