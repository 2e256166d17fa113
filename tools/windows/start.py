"""Opens the desk of the office's folder beside the program: what a clerk's double click runs on Windows."""

import sys
from pathlib import Path

from generator.cli import main

OFFICE = "งานของเรา"
"""The folder of the office's own work, beside the program's; a new version leaves it as it is."""


def begin() -> int:
    """Open the desk, or run the command that was typed behind, on that folder."""
    office = Path(__file__).absolute().parent.parent / OFFICE
    sys.argv[1:] = [*(sys.argv[1:] or ["desk"]), "--project", str(office)]
    return main()


if __name__ == "__main__":
    sys.exit(begin())
