"""Makes papers: what each is laid out from, and the bytes of its files; writes nothing, and presses nothing twice."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from generator.disclosure import publish
from generator.dispatch.packs import zipped
from generator.papers.paper import Asked, Bundle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from generator.model import Records
    from generator.papers.paper import Leaf, Paper
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


def leaves(paper: Paper, source: Asked) -> Iterator[Leaf]:
    """Yield everything of a paper that is pressed, also what stands in a bundle."""
    for each in paper.lay_out(source):
        yield from each.leaves if isinstance(each, Bundle) else (each,)


def pictured(papers: Iterable[Paper], source: Asked) -> set[Rendition]:
    """Return the photos that papers show, which the presses want in their folder under their names."""
    return {rendition for paper in papers for leaf in leaves(paper, source) for rendition in leaf.renditions}


def made(papers: Iterable[Paper], source: Asked, pictures: Path, filed: Path | None = None) -> Iterator[Made]:
    """Yield the files of papers; `pictures` is a folder in which presses may put what they read.

    `filed` is the round's folder of the records, where signed papers lie. What two papers hold alike is pressed once.
    """
    known: dict[tuple[str, str, str], bytes] = {}

    def pressed(leaf: Leaf) -> bytes:
        key = (leaf.press.name, leaf.template, json.dumps(leaf.view, ensure_ascii=False, sort_keys=True))
        if key not in known:
            known[key] = leaf.press.press(leaf.template, leaf.view, pictures)
        return known[key]

    for paper in papers:
        for each in paper.lay_out(source):
            if isinstance(each, Bundle):
                files = {leaf.name: pressed(leaf) for leaf in each.leaves}
                files |= {name: (filed / scan).read_bytes() for name, scan in each.filed if filed}
                yield Made(paper.name, each.name, zipped(files))
            else:
                yield Made(paper.name, each.name, pressed(each))
