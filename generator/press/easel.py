"""Finished PDFs and photos as pictures: one process draws them all, one at a time; no other one holds their pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.press import memory, setting
from generator.press.apart import Apart
from generator.press.pdfium import pixels_of
from generator.press.pixels import drawn as here
from generator.press.pixels import scale
from generator.reading.photos import renditions

if TYPE_CHECKING:
    from collections.abc import Mapping

HUGE = 20_000_000
"""Pixels from which on nothing else is set meanwhile: both pages of a poster of 24 people take 140 MB for a shop."""

_EASEL = Apart("generator.press.easel_run")


def drawn(made: bytes, wanted: Mapping[str, Any]) -> bytes:
    """Return what `pixels.drawn` returns; raises `RuntimeError` where the process ends before it has answered."""
    if "dpi" not in wanted or pixels_of(made, scale(wanted)) < HUGE:
        return _drawn(made, wanted)
    with memory.ALLOWANCE.taking(memory.WHOLE):
        setting.end()
        memory.trim()
        return _drawn(made, wanted)


def _drawn(made: bytes, wanted: Mapping[str, Any]) -> bytes:
    try:
        return _EASEL.ask(wanted, made)[1]
    except OSError:
        return here(made, wanted)  # no further process may begin: then it takes the memory here


def photo(wanted: Mapping[str, Any], raw: bytes) -> bytes:
    """Return what `renditions.drawn` returns."""
    try:
        return _EASEL.ask(wanted, raw)[1]
    except (OSError, RuntimeError):
        return renditions.drawn(wanted, raw)  # it is our own JPEG: what ended the process will not end this one


def end() -> None:
    """Let the process end; the next picture begins another."""
    _EASEL.end()
