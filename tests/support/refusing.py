"""A process of a press whose work is refused, by the machine or by a library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

from generator.press.apart import serve

if TYPE_CHECKING:
    from collections.abc import Mapping


def refused(order: Mapping[str, Any], _: bytes) -> NoReturn:
    """Raise `OSError` with what the order says."""
    raise OSError(*order["said"])


if __name__ == "__main__":
    serve(refused)
