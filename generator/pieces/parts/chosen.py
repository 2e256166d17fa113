"""Who was chosen, as official papers list it; before the result is written, empty rows to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.model import counted
from generator.pieces.parts.blocks import para, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound
    from generator.model import Category, Name, Programme, Unawarded
    from generator.piece import View
    from generator.pieces.parts.blocks import Align

COLUMNS, TITLES = (12, 56, 52, 40), ("ที่", "ชื่อ - สกุล", "ตำแหน่ง", "สังกัด")

ALIGN: tuple[Align, ...] = ("center", "left", "left", "left")


class Chosen(NamedTuple):
    """Somebody who was chosen and may be named: a person, or a team with those of its members who may be."""

    name: Name
    members: tuple[Name, ...]
    position: str
    division: str
    categories: tuple[Category, ...]


class Result(NamedTuple):
    """A result: who was chosen, in order, and where the office says that nobody was; empty while there is none."""

    people: tuple[Chosen, ...] = ()
    nobody: bool = False
    unawarded: tuple[Unawarded, ...] = ()


NO_RESULT = Result()
"""That of a round which has none yet, or none that may be known."""


def public(award_round: PublicRound) -> Result:
    """Return the result that the public may know; it is empty before its moment."""
    people = (
        Chosen(
            winner.name,
            winner.members,
            "" if winner.name.team else winner.position,
            winner.division.name,
            tuple(honour.category for honour in winner.honours),
        )
        for winner in award_round.winners
    )
    return Result(tuple(people), award_round.nobody, award_round.unawarded)


def opening(result: Result) -> str:
    """Return the words before the list: how many were chosen, or that nobody was."""
    if result.nobody:
        return "ผลปรากฏว่าไม่มีผู้ได้รับการคัดเลือก"
    if not result.people:
        return "ผลการคัดเลือกปรากฏดังนี้"
    return f"มีผู้ได้รับการคัดเลือก {counted(each.name for each in result.people)} ดังนี้"


def listed(programme: Programme, result: Result) -> Iterator[View]:
    """Yield who was chosen, a table for each category; rows to fill in while there is no result.

    A category in which only somebody was chosen who may not be named is left out: nothing may be said of that person,
    nor that nobody was chosen.
    """
    if result.nobody:
        return
    for category in programme.categories:
        mine = [each for each in result.people if category in each.categories]
        none = next((each for each in result.unawarded if each.category == category), None)
        if result.people and not mine and none is None:
            continue
        yield para(f"ประเภท{category.name}", first=0, keep=True)
        if none:
            yield para(f"ไม่มีผู้ได้รับการคัดเลือก {none.reason}".rstrip(), above=0)
            continue
        rows = [_row(number, each) for number, each in enumerate(mine, 1)]
        empty = [(f"{number}", "", "", "") for number in range(1, category.places + 1)]
        yield table(COLUMNS, TITLES, rows or empty, ALIGN, above=2, high=0 if rows else 10)


def _row(number: int, each: Chosen) -> tuple[str, str, str, str]:
    members = ", ".join(name.written for name in each.members)
    name = f"{each.name.written} ({members})" if members else each.name.written
    return (f"{number}", name, each.position, each.division)
