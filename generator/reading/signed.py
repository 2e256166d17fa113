"""The lists of what proof books showed, which stay with the records, and the digests that people type from covers.

A list is a text as `sha256sum` writes and checks it. Its name is the digest of its content, so a list that
somebody changed is not accepted.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, NamedTuple

from generator.thai.digits import to_arabic

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FOLDER = "proofs"
SUFFIX = ".sha256"

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: i, l, o and u are left out, and whoever types one of the first three means a digit."""

GROUPS, LETTERS = 4, 5
"""Twenty of 32 letters are a hundred bits: no second set of files has the same digest."""

_MEANT = str.maketrans("ilo", "110")
_LINE = re.compile(r"([0-9a-f]{64})  (\S+)")
_MARK = "# moves  "
"""Begins a line that `sha256sum` ignores: the file changes by itself as the round goes on."""


class Book(NamedTuple):
    """What a proof book showed: the SHA-256 of each file by its path, and which files change by themselves."""

    files: dict[str, str]
    moving: frozenset[str]


def digest_of(listing: bytes) -> str:
    """Return the digest of a list, as it stands on a cover: the first hundred bits of its SHA-256."""
    bits = int.from_bytes(hashlib.sha256(listing).digest()) >> (256 - 5 * GROUPS * LETTERS)
    letters = "".join(ALPHABET[bits >> 5 * place & 31] for place in range(GROUPS * LETTERS))[::-1]
    return _grouped(letters)


def as_printed(typed: str) -> str | None:
    """Return a typed digest as covers print it, or None where it cannot be one; spaces and dashes do not matter."""
    letters = re.sub(r"[\s‐-―-]", "", to_arabic(typed)).lower().translate(_MEANT)
    sound = len(letters) == GROUPS * LETTERS and set(letters) <= set(ALPHABET)
    return _grouped(letters) if sound else None


def _grouped(letters: str) -> str:
    return "-".join(letters[start : start + LETTERS] for start in range(0, len(letters), LETTERS))


def path_of(year: int, digest: str) -> str:
    """Return where a list is, relative to the project folder."""
    return f"winners/{year}/{FOLDER}/{digest}{SUFFIX}"


def marks(paths: Iterable[str]) -> bytes:
    """Return the lines of a list that name the files which change by themselves; its digest is that of the others."""
    return "".join(f"{_MARK}{path}\n" for path in paths).encode()


def known(project: Path, year: int) -> dict[str, Book]:
    """Return each sound list of a year by its digest."""
    found = {}
    for file in _lists(project, year):
        lines = _sound(file)
        if lines is not None:
            text = (line.decode("utf-8", "replace").rstrip("\n") for line in lines)
            found[file.stem] = _book(list(text))
    return found


def damaged(project: Path, year: int) -> list[str]:
    """Return the lists of a year that are not, or no longer, what their names say, by their paths."""
    return [file.relative_to(project).as_posix() for file in _lists(project, year) if _sound(file) is None]


def _lists(project: Path, year: int) -> list[Path]:
    return sorted((project / path_of(year, "")).parent.glob(f"*{SUFFIX}"))


def _sound(file: Path) -> list[bytes] | None:
    """Return the lines of a list, or None for anything else in its place."""
    if not file.is_file():
        return None
    lines = file.read_bytes().splitlines(keepends=True)
    listing = b"".join(line for line in lines if not line.startswith(_MARK.encode()))
    return lines if file.stem == digest_of(listing) else None


def _book(lines: list[str]) -> Book:
    listed = filter(None, map(_LINE.fullmatch, lines))
    moving = frozenset(line.removeprefix(_MARK) for line in lines if line.startswith(_MARK))
    return Book({line[2]: line[1] for line in listed}, moving)
