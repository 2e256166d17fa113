"""Makes papers: what each is laid out from, and the bytes of its files; writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.disclosure import publish
from generator.papers.paper import Asked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from generator.model import Records
    from generator.papers.paper import Paper
    from generator.piece import Rendition


class Made(NamedTuple):
    """A finished file: the paper that it belongs to, its name, and its bytes."""

    paper: str
    name: str
    value: bytes


def asked(records: Records, year: int, moment: datetime) -> Asked:
    """Return what the papers of a year are laid out from; the year is one of the records."""
    award_round = next(each for each in records.rounds if each.programme.year == year)
    public = next(each for each in publish(records, moment, "print").rounds if each.year == year)
    return Asked(public, award_round, records, moment)


def laid_out(paper: Paper, source: Asked) -> Paper:
    """Return a paper whose files are laid out, once for all; raises `ProblemsFound` where they cannot be yet."""
    leaves = tuple(paper.lay_out(source))
    return paper._replace(lay_out=lambda _: leaves)


def pictured(papers: Iterable[Paper], source: Asked) -> set[Rendition]:
    """Return the photos that papers show, which the presses want in their folder under their names."""
    return {rendition for paper in papers for leaf in paper.lay_out(source) for rendition in leaf.renditions}


def made(papers: Iterable[Paper], source: Asked, pictures: Path) -> Iterator[Made]:
    """Yield the files of papers; `pictures` is a folder in which presses may put what they read."""
    for paper in papers:
        for leaf in paper.lay_out(source):
            yield Made(paper.name, leaf.name, leaf.press.press(leaf.template, leaf.view, pictures))
