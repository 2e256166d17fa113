"""What presses remarked about sheets, as the store keeps it beside them."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from generator.piece import Coarse, Fit

if TYPE_CHECKING:
    from collections.abc import Iterable


def written(remarks: Iterable[Fit | Coarse]) -> bytes:
    """Return remarks as they are kept."""
    return json.dumps([asdict(remark) for remark in remarks]).encode()


def read(kept: bytes | None) -> list[Fit | Coarse] | None:
    """Return the remarks that are kept about a sheet, or None where they have another form than today's."""
    try:
        return [_remark(said) for said in json.loads(kept or b"[]")]
    except (ValueError, TypeError):
        return None


def _remark(said: dict[str, Any]) -> Fit | Coarse:
    """Return a remark; one about a photo says whose photo it is."""
    return Coarse(**said) if "whose" in said else Fit(**said)
