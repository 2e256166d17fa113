"""Which pieces a person means: by their names, by what the office calls them, or nearly so; makes none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cli.values import WrongUsage
from generator.problems import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from generator.piece import Piece

ALL = ("รายชื่อ", "list", "?")
"""Words that ask for the whole list."""
_MOST = 6
"""How many guesses are offered; more would have to be searched again."""


def meant(words: Iterable[str], pieces: Sequence[Piece[Any]]) -> frozenset[str]:
    """Return the names of the pieces that the words name; raises `WrongUsage` with good guesses for another word."""
    return frozenset(name for word in words for name in _named(" ".join(word.split()), pieces))


def _named(word: str, pieces: Sequence[Piece[Any]]) -> list[str]:
    found = [piece.name for piece in pieces if word in {piece.name, piece.title}]
    if found:
        return found
    near = () if word in ALL else _near(word, pieces)
    if near:
        cure = Text(
            f"หมายถึงสื่อใดต่อไปนี้\n{_listed(near)}\n    ดูทุกชื่อ: tonbaep build --only {ALL[0]}",
            f"did you mean\n{_listed(near)}\n    see all: tonbaep build --only {ALL[1]}",
        )
    else:
        everything = _listed(sorted(pieces, key=lambda piece: piece.name))
        cure = Text(f"ชื่อที่ใช้ได้:\n{everything}", f"the names are:\n{everything}")
    raise WrongUsage(Text(f"ไม่มีสื่อชื่อ “{word}”", f"Unknown piece “{word}”"), cure, "--only")


def _near(word: str, pieces: Sequence[Piece[Any]]) -> list[Piece[Any]]:
    """Return what the word is a part of, the shortest first, or else what is spelled most like it."""
    import difflib  # a mistake may take its time

    folded = word.casefold().replace("-", "_").rstrip("s")
    holding = [piece for piece in pieces if folded and (folded in piece.name or folded in piece.title.casefold())]
    if not holding:
        spelled = {**{piece.title: piece for piece in pieces}, **{piece.name: piece for piece in pieces}}
        holding = [spelled[each] for each in difflib.get_close_matches(word, spelled, n=_MOST, cutoff=0.55)]
        return list({piece.name: piece for piece in holding}.values())
    return sorted(holding, key=lambda piece: (len(piece.name), len(piece.title)))[:_MOST]


def _listed(pieces: Sequence[Piece[Any]]) -> str:
    wide = max(len(piece.name) for piece in pieces) + 2
    return "\n".join(f"    {piece.name:<{wide}}{piece.title}" for piece in pieces)
