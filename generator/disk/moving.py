"""Moves a file or folder to its place, with patience for whoever looks into it for a moment.

Windows moves nothing that is open, and there a virus scanner, a search index or a cloud drive opens what was just
written.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6)
"""Seconds between one try and the next; what takes longer was opened by a person, who must be told."""

_IN_USE = frozenset({5, 32, 33})
"""What Windows calls it: access denied, sharing violation, lock violation."""


def move(old: Path, new: Path) -> None:
    """Give something another name; a file that has that name already is replaced."""
    for pause in PAUSES:
        try:
            old.replace(new)
        except PermissionError as fault:
            if getattr(fault, "winerror", None) not in _IN_USE:
                raise
            time.sleep(pause)
        else:
            return
    old.replace(new)
