"""Opens the desk of the office's folder beside the program: what a clerk's double click runs on Windows."""

import sys
from pathlib import Path

from generator.cli import main

OFFICE, SAMPLE = "งานของเรา", "ตัวอย่าง"
"""The folders of the office's own work, which a new version leaves as it is, and of the sample."""


def begin() -> int:
    """Open the desk, or run the command that was typed behind, on the office's folder or on the sample."""
    words = sys.argv[1:]
    name = SAMPLE if words[:1] == ["--sample"] else OFFICE
    office = Path(__file__).absolute().parent.parent / name
    office.mkdir(exist_ok=True)
    sys.argv[1:] = [*(words[name == SAMPLE :] or ["desk"]), "--project", str(office)]
    return main()


if __name__ == "__main__":
    sys.exit(begin())
