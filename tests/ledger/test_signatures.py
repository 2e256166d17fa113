"""The lists of signed proof books: one that is damaged is told of at every run, whatever stands in its place."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from generator.ledger import signatures
from generator.piece import Entry
from generator.reading import signed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.small import Small

FILES = [Entry("build/print/2566/a.pdf", "p", "a", "public", "a" * 64, 1, year=2566)]


def _list(small: Small) -> Path:
    path, listing = signatures.kept_list(2566, FILES)
    file = small.project / path
    file.parent.mkdir()
    file.write_bytes(listing)
    return file


def test_a_sound_list_is_known_and_nothing_is_said(small: Small) -> None:
    """The plain case."""
    file = _list(small)
    assert list(signed.known(small.project, 2566)) == [file.name.removesuffix(signed.SUFFIX)]
    assert list(signatures.damaged(small.project, small.read())) == []


@pytest.mark.parametrize("kind", ["cut", "changed", "empty", "folder", "dangling link", "pipe"])
def test_a_list_that_is_not_what_its_name_says_is_told_of(small: Small, kind: str) -> None:
    """Nobody could say any more what was signed; a pipe would have held up the build for ever."""
    file = _list(small)
    raw = file.read_bytes()
    file.unlink()
    if kind in {"cut", "changed", "empty"}:
        file.write_bytes({"cut": raw[:-9], "changed": raw.replace(b"a.pdf", b"b.pdf"), "empty": b""}[kind])
    elif kind == "folder":
        file.mkdir()
    elif kind == "pipe":
        os.mkfifo(file)
    else:
        file.symlink_to("/nowhere/at/all")
    assert signed.known(small.project, 2566) == {}
    (problem,) = signatures.damaged(small.project, small.read())
    assert problem.warning
    assert problem.file == file.relative_to(small.project).as_posix()
