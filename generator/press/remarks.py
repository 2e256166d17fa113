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


def joined(remarks: Iterable[Fit | Coarse], sheet: bytes) -> bytes:
    """Return a sheet and the remarks about it as one value: who has the sheet must not lack what was said of it."""
    told = written(remarks)
    return len(told).to_bytes(8, "big") + told + sheet


def apart(value: bytes | None) -> tuple[bytes | None, list[Fit | Coarse] | None]:
    """Return the sheet and the remarks of such a value; no sheet for none, or for what has another form."""
    if value is None:
        return None, []
    begin = 8 + int.from_bytes(value[:8], "big")
    told = read(value[8:begin])
    return (None, None) if told is None or begin > len(value) else (value[begin:], told)


def _remark(said: dict[str, Any]) -> Fit | Coarse:
    """Return a remark; one about a photo says whose photo it is."""
    return Coarse(**said) if "whose" in said else Fit(**said)
