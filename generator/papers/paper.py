"""The contract of a paper: a row of the table lays out leaves, each a view that a press turns into a file's bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime
    from pathlib import Path

    from generator.disclosure import PublicRound
    from generator.model import AwardRound, Records
    from generator.piece import Press, Rendition, View
    from generator.problems import Text
    from generator.store import Store


class Asked(NamedTuple):
    """What a paper is laid out from: the round as sheets know it at a `moment`, and everything that the records say.

    `public` is for whatever the public may see as well; it names nobody before the result. A paper that takes from
    `award_round` what is not public says so on itself.
    """

    public: PublicRound
    award_round: AwardRound
    records: Records
    moment: datetime


class Leaf(NamedTuple):
    """A file to be made: its name with its ending, and the view that a press receives.

    `template` stands beside the paper's module; a press that needs none is given an empty name. `renditions` are the
    photos that the view names.
    """

    name: str
    press: Press
    view: View
    template: str = ""
    renditions: tuple[Rendition, ...] = ()


class Bundle(NamedTuple):
    """A ZIP file of the files of leaves, under their names, and of signed papers as they were filed.

    `filed` are pairs: the name within it, and the file within the round's folder of the records.
    """

    name: str
    leaves: tuple[Leaf, ...]
    filed: tuple[tuple[str, str], ...] = ()


class Paper(NamedTuple):
    """One paper: its name as it is typed, what the office calls it, what it is for, and its files, the same in forms.

    `lay_out` raises `ProblemsFound` where the records lack what the paper is about. `first` writes into the records
    of a year what must stand there before, such as a number on the paper, and returns whether it wrote anything.
    """

    name: str
    title: Text
    about: Text
    lay_out: Callable[[Asked], Iterable[Leaf | Bundle]]
    first: Callable[[Path, Store, int], bool] | None = None
