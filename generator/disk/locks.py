"""Locks on an open file, which belong to the operating system and end with their process, however it ends."""

from __future__ import annotations

import sys
from typing import IO

if sys.platform == "win32":
    import msvcrt
    import time

    def taken(file: IO[bytes]) -> bool:
        """Take the lock if nobody has it, and return whether it is taken now."""
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def wait(file: IO[bytes]) -> None:
        """Take the lock, as soon as nobody has it."""
        while not taken(file):
            time.sleep(0.2)

    def leave(file: IO[bytes]) -> None:
        """Leave the lock to others."""
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def taken(file: IO[bytes]) -> bool:
        """Take the lock if nobody has it, and return whether it is taken now."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def wait(file: IO[bytes]) -> None:
        """Take the lock, as soon as nobody has it."""
        fcntl.flock(file, fcntl.LOCK_EX)

    def leave(file: IO[bytes]) -> None:
        """Leave the lock to others."""
        fcntl.flock(file, fcntl.LOCK_UN)
