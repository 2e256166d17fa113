"""What a worker does in a test of the engine, instead of building: answers at once, dies, or takes its time."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING, Any

from generator.batch.task import DONE, Job

if TYPE_CHECKING:
    from generator.batch.task import Answer

POISON = "poison"
SLOW = "slow"


def make(given: tuple[Any, ...]) -> Answer:
    """Answer for an office with the process that had it; die of one that is called so."""
    job = Job(*given)
    if job.name.startswith(POISON):
        time.sleep(0.2)
        os.kill(os.getpid(), signal.SIGKILL)
    if job.name.startswith(SLOW):
        time.sleep(1.5)
    return {"state": DONE, "problems": [], "files": 1, "digest": job.name, "stages": [], "by": os.getpid()}
