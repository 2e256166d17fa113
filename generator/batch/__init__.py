"""Many offices, each built apart by whichever worker is free; one office's fault stops no other.

Which machines there are, who is free and what becomes of a worker that died is the engine's business (Dask's). Here is
what an office is, what is asked of a worker, what is kept of its answer, and what the province's person reads of it.
"""

from __future__ import annotations

from typing import Final

LEASH: Final = "TONBAEP_LEASH"
"""Set for an office's build, whose standard input is a pipe that its worker holds open for as long as it lives."""
