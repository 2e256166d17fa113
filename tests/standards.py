"""Holds a PDF against PDF/UA-1 and PDF/A-2a."""

from __future__ import annotations

from typing import TYPE_CHECKING

import page
import pymupdf

if TYPE_CHECKING:
    from pathlib import Path

BY_EYE = "PDFA2A-STREAM-LENGTH-001"
"""The rule that page-validation judges by a line end before `endstream`, and so misjudges data that ends with one."""


def faults(path: Path, profile: str) -> list[str]:
    """Return what breaks a profile, `ua1` or `2a`.

    Whether a stream is as long as it says is asked of mupdf, which mends what is not, and tells; veraPDF agrees.
    """
    with pymupdf.open(path) as document:
        mended = bool(document.is_repaired)
    report = page.validate_pdf(str(path), profile=profile)
    return [str(fault) for fault in report.failures if mended or fault.rule_id != BY_EYE]
