"""Turns a short address into a QR code: its level, quiet zone and smallest printed size, not its place on a sheet."""

from __future__ import annotations

from functools import lru_cache

QUIET_ZONE = 4
"""Modules of white space around a code (ISO/IEC 18004)."""

MODULE_MM = 0.75
"""The smallest module on paper, in millimetres: what a cheap phone reads from a photocopy at arm's length."""

CLOSE_MM = 0.5
"""The smallest module of a code that leads straight to a form: read from a hand's breadth, not from a step away."""

ROOM_MM = 38
"""The side in millimetres for which every sheet has room."""

LONGEST = 60
"""Bytes of address that stay within version 5 (37 modules) at level Q."""

_CAPACITY = (
    *(11, 20, 32, 46, 60, 74, 86, 108, 130, 151, 177, 203, 241, 258, 292, 322, 364, 394, 442, 482),
    *(509, 565, 611, 661, 715, 751, 805, 868, 908, 982, 1030, 1112, 1168, 1228, 1283, 1351, 1423, 1499, 1579, 1663),
)
"""Bytes that versions 1 to 40 hold at level Q (ISO/IEC 18004, table 7)."""


def has_room(url: str) -> bool:
    """Return whether an address that is no short one can still be printed on every sheet."""
    return len(url.encode()) <= _CAPACITY[-1] and smallest_mm(url, CLOSE_MM) <= ROOM_MM


def direct_mm(url: str) -> float:
    """Return the side of a code that leads straight to a form: as coarse as every sheet has room for."""
    return max(smallest_mm(url, CLOSE_MM), min(smallest_mm(url), ROOM_MM))


@lru_cache(maxsize=256)
def matrix(url: str) -> tuple[str, ...]:
    """Return the code as rows of `1` (dark) and `0`, without the quiet zone, at error correction level Q."""
    import qrcode  # 40 ms that a build without a new code does not spend
    from qrcode.constants import ERROR_CORRECT_Q

    code = qrcode.QRCode(error_correction=ERROR_CORRECT_Q, border=0)
    code.add_data(url, optimize=0)
    code.make(fit=True)
    return tuple("".join("1" if dark else "0" for dark in row) for row in code.get_matrix())


def smallest_mm(url: str, module: float = MODULE_MM) -> float:
    """Return the smallest side in millimetres, quiet zone included, at which the code may be printed."""
    size = len(url.encode())
    version = next((number for number, most in enumerate(_CAPACITY, 1) if size <= most), None)
    if version is None:
        message = f"{size} bytes of address are more than a code can hold"
        raise ValueError(message)
    return (17 + 4 * version + 2 * QUIET_ZONE) * module


def svg(url: str, *, dark: str = "#000000") -> str:
    """Return the code as an SVG drawing with its quiet zone, one unit a module; runs of dark modules are one bar."""
    rows = matrix(url)
    side = len(rows) + 2 * QUIET_ZONE
    bars = []
    for y, row in enumerate(rows, QUIET_ZONE):
        x = 0
        while (start := row.find("1", x)) >= 0:
            end = row.find("0", start)
            x = len(row) if end < 0 else end
            bars.append(f"M{start + QUIET_ZONE} {y}h{x - start}v1h-{x - start}z")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<path fill="#ffffff" d="M0 0h{side}v{side}h-{side}z"/><path fill="{dark}" d="{"".join(bars)}"/></svg>'
    )
