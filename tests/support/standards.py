"""Checks a PDF against PDF/UA-1 and PDF/A-2a."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import page

if TYPE_CHECKING:
    from pathlib import Path

LENGTH = "PDFA2A-STREAM-LENGTH-001"
"""The rule that the validator checks by looking at what precedes `endstream`.

It mistakes a carriage return that happens to be a stream's last byte for a part of the line end, so lengths are counted
here.
"""


def faults(path: Path, profile: str) -> list[str]:
    """Return what violates a profile, `ua1` or `2a`."""
    report = page.validate_pdf(str(path), profile=profile)
    right = _lengths_are_right(path.read_bytes())
    return [str(fault) for fault in report.failures if not (right and fault.rule_id == LENGTH)]


def _lengths_are_right(pdf: bytes) -> bool:
    streams = list(re.finditer(rb"/Length (\d+)[^\r\n]*?>>\s*stream\r?\n", pdf))
    assert streams
    return all(re.match(rb"\r?\nendstream", pdf[found.end() + int(found[1]) :][:20]) for found in streams)
