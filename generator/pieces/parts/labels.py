"""The labels that several families share: how a sheet's round is named, and what a drawing to scale is called.

Fields in braces are filled in by whoever lays out.
"""

from __future__ import annotations

OF_ROUND = "{award} ปี {year}"
OF_YEAR = "ปี {year}"
TO_SCALE = "{called} มาตราส่วน 1:10"
