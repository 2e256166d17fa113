"""Ends a command when whoever began it is gone, so that a worker that dies or is stopped leaves no build behind."""

from __future__ import annotations

import os
import signal
import sys
from threading import Thread
from typing import TYPE_CHECKING

from generator.batch import LEASH

if TYPE_CHECKING:
    from typing import NoReturn


def follow() -> None:
    """End this command and all that it began as soon as its parent is gone, if it was begun so."""
    if os.environ.pop(LEASH, ""):
        Thread(target=_wait, daemon=True).start()


def _wait() -> NoReturn:
    """Wait for the pipe's end; what was being made stands beside the old folders, as after a power cut."""
    while os.read(0, 1):
        pass
    if sys.platform != "win32" and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os._exit(1)
