"""The lists of signed proof books: one that is damaged is told of at every run, whatever stands in its place."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.ledger import signatures
from generator.model import Signed
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


@pytest.mark.parametrize("then", ["b", "c"])
def test_what_waited_for_its_day_when_it_was_signed_is_compared_where_it_hangs_now(small: Small, then: str) -> None:
    """A poster that was signed in `coming` was told as missing from its day on, although it hung as it was signed."""
    waits = "build/coming/2566-04-26/print/2566/a.pdf"
    prepared = [*FILES, Entry(waits, "p", "a", "internal", "b" * 64, 1, year=2566)]
    path, listing = signatures.kept_list(2566, prepared)
    file = small.project / path
    file.parent.mkdir()
    file.write_bytes(listing)
    records = small.read()
    (award_round,) = (each for each in records.rounds if each.programme.year == 2566)
    by = Signed(file.name.removesuffix(signed.SUFFIX), None, 1, 1)
    records = replace(records, rounds=(replace(award_round, signed=by),))
    hangs = [Entry("build/print/2566/a.pdf", "p", "a", "public", then * 64, 1, year=2566)]
    (verdict,) = signatures.verdicts(small.project, records, hangs, frozenset({2566}), made={2566})
    assert verdict.differing == (() if then == "b" else ("build/print/2566/a.pdf",))
