"""The only door in: everything under `winners/` becomes frozen `Records`, or every problem at once; shows nothing.

`schema` holds pydantic, and the doubts all rules of reading aloud, which take half a second to load: both come with
`door`, when records are about to be read, and not with every name of this room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import ProblemsFound

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from generator.model import Records
    from generator.store import Store

__all__ = ["read", "read_all"]


def read(project: Path, store: Store, today: date | None = None, *, recount: bool = False) -> Records:
    """Return the records of the project folder; masters of their photos are put into the store.

    With `today`, days that have not come yet are doubted where only the past can be meant. With `recount`, results that
    were kept do not bind: somebody is about to count anew.

    Raises `ProblemsFound` with all problems of all files. What is merely doubtful is in the records' `warnings`.
    """
    from generator.reading.door import Reading

    return Reading(project, store, today, recount=recount).records()


def read_all(project: Path, store: Store, today: date | None = None) -> Records:
    """Return the records of a project of which the hand-written pages are sound, too.

    Raises `ProblemsFound` with all problems of both.
    """
    from generator.reading import pages

    wrong = pages.problems(project)
    try:
        records = read(project, store, today)
    except ProblemsFound as found:
        raise ProblemsFound([*found.problems, *wrong]) from None
    if wrong:
        raise ProblemsFound(wrong)
    return records
