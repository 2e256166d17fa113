"""A figure of a year is one figure: contradictions between the records of several years, and what these share."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from generator.reading.schema import Unread
from generator.reading.tree import Fault, place_of
from generator.reading.wording import say
from generator.thai.figures import figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.model import AwardRound, YearFigure
    from generator.problems import Problem
    from generator.reading import schema
    from generator.reading.record import Record
    from generator.reading.tree import Loc, Saying

SHOWN_YEARS = 5
"""How many years of figures from other years' records a round's own charts show at most."""


class _Written(NamedTuple):
    """A figure where it is written: the year of the file, the place in it, and the figure."""

    file_year: int
    loc: Loc
    year: int
    value: Decimal | int


def contradictions(rounds: Mapping[int, Record[schema.Round] | None]) -> Iterator[Problem]:
    """Yield each figure that differs from what another year's file says of the same year, with both places."""
    records = {year: record for year, record in rounds.items() if record}
    for key, value in (("satisfaction", "percent"), ("satisfaction", "replies"), ("complaints", "count")):
        written = [one for year in sorted(records) for one in _all(year, records[year].value, key, value)]
        told: set[tuple[int, Loc]] = set()
        for one, two in combinations(sorted(written, key=_own_first), 2):
            if one.file_year == two.file_year or one.year != two.year or one.value == two.value:
                continue
            if (two.file_year, two.loc) not in told:
                told.add((two.file_year, two.loc))
                first = records[one.file_year]
                at = f"{first.file}:{place_of(first.tree, one.loc).line}"
                yield records[two.file_year].problem(Fault(two.loc, _two_figures(one, two, at)))


def _own_first(one: _Written) -> tuple[int, bool, int]:
    """Return the order in which records are believed: the year's own one, then the oldest."""
    return (one.year, one.file_year != one.year, one.file_year)


def _all(file_year: int, record: schema.Round, key: str, value: str) -> Iterator[_Written]:
    with suppress(Unread):
        for index, each in enumerate(getattr(record.outcomes, key)):
            with suppress(Unread):
                number = getattr(each, value)
                if number is not None:
                    yield _Written(file_year, ("outcomes", key, index, value), each.year, number)


def _two_figures(one: _Written, two: _Written, at: str) -> Saying:
    here, there = figure(Decimal(two.value)), figure(Decimal(one.value))
    return say(
        f"ปี {two.year} เขียนไว้ {here} แต่ {at} เขียนไว้ {there}",
        f"{here} for {two.year}, but {at} says {there}",
        f"แก้ให้ตรงกัน หรือลบปี {two.year} ออกจากไฟล์นี้ โปรแกรมใช้ตัวเลขจากไฟล์ของปีนั้นเอง",
        f"make both the same, or delete {two.year} here: the figure is taken from that other file",
    )


def completed(awards: tuple[AwardRound, ...]) -> tuple[AwardRound, ...]:
    """Return the rounds, each with the figures of the years before it that another round's record has.

    A year's figure is thus written once, in that year's record. A figure of the round's own year that only a later
    record has is taken from there, so that both years' pages say the same.
    """
    return tuple(
        replace(
            award,
            outcomes=replace(
                award.outcomes,
                satisfaction=_joined(award, [(each, each.outcomes.satisfaction) for each in awards]),
                complaints=_joined(award, [(each, each.outcomes.complaints) for each in awards]),
            ),
        )
        for award in awards
    )


def _joined(award: AwardRound, series: Iterable[tuple[AwardRound, tuple[YearFigure, ...]]]) -> tuple[YearFigure, ...]:
    """Return one round's figures: its own, then what each year's own record says, then what older records say."""
    year = award.programme.year
    own: list[YearFigure] = []
    theirs: list[YearFigure] = []
    others: list[YearFigure] = []
    for other, written in sorted(series, key=lambda each: each[0].programme.year):
        its_year = other.programme.year
        if other is award:
            own += written
            continue
        due = [one for one in written if one.year == year or (its_year < year and year - SHOWN_YEARS < one.year < year)]
        theirs += [one for one in due if one.year == its_year]
        others += [one for one in due if one.year != its_year]
    found: dict[int, YearFigure] = {}
    for one in (*own, *theirs, *others):
        known = found.setdefault(one.year, one)
        if known.replies is None:
            found[one.year] = replace(known, replies=one.replies)
    return tuple(found[one] for one in sorted(found))
