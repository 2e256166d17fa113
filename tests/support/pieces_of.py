"""Compares the pieces defined in modules with the table `PIECES`, by identity; prints the differences as JSON.

Runs as a separate process, so that it sees the package whose folder comes first on the path.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

from generator import pieces
from generator.piece import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator


def bound(value: object) -> Iterator[Piece[Any]]:
    """Yield the pieces that a value is or contains, at any depth."""
    if isinstance(value, Piece):
        yield value
    elif isinstance(value, (tuple, list, set, frozenset)):
        for each in value:
            yield from bound(each)
    elif isinstance(value, dict):
        yield from bound(list(value.values()))


def differences() -> Iterator[str]:
    """Yield each piece that only a module or only the table has, and each that is in the table twice."""
    there: dict[int, tuple[str, Piece[Any]]] = {}
    for found in pkgutil.walk_packages(pieces.__path__, f"{pieces.__name__}."):
        for name, value in vars(importlib.import_module(found.name)).items():
            for piece in bound(value):
                there.setdefault(id(piece), (f"{found.name}.{name}", piece))
    assert there, "no module binds a piece"
    rows = {id(piece) for piece in pieces.PIECES}
    yield from (f"{where} ({piece.name}) is in no row" for key, (where, piece) in there.items() if key not in rows)
    yield from (f"the row {piece.name} is no module's" for piece in pieces.PIECES if id(piece) not in there)
    counted = Counter(piece.name for piece in pieces.PIECES)
    yield from (f"{count} rows are called {name}" for name, count in counted.items() if count > 1)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(list(differences()), ensure_ascii=False))
