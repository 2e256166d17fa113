"""What of a count may be known: how it was done and how many took part; and figures without names, where the rules say.

`Selection` holds everybody who was nominated. What leaves here are numbers of people, ids of winners, and rows that
belong to nobody: a piece that is given them cannot name anybody else. Rows are published for a category only where

- the office says so in its rules, and publishes totals;
- five nominees or more have a place in it;
- each winner in it may be shown with the citizens' percentage: the first row is the first winner's;
- everybody's percentage is of that person alone, or of the whole office: that of a division would say whose row it is.

Rows are put in order by digests of themselves, which depend on nothing of the people.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from generator.disclosure.reach import MIN_GROUP, enough
from generator.model import CITIZENS
from generator.problems import Text
from generator.tally import facts, half_up
from generator.tally.counting import count
from generator.tally.recusing import all_recusals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from generator.disclosure.values import PublicWinner
    from generator.model import AwardRound, Category, Programme, Selection
    from generator.tally.counting import Count, Line

_FEWEST, _MOST = 2, 8
"""Decimals of the figures in a table: as printed, or as many more as it takes to come to the same places."""


class Row(NamedTuple):
    """Somebody's figures: the citizens' percent (None where it does not count), and what the committee's points add.

    `order` is that among equal totals, 0 for who is alone.
    """

    percent: Decimal | None
    committee: Decimal
    total: Decimal
    order: int
    place: int


@dataclass(frozen=True, slots=True)
class OpenTable:
    """The figures of everybody who has a place in a category, in an order that says nothing."""

    category: Category
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class PublicCount:
    """How a result was counted, as far as anybody may know.

    `members` of `seats` gave scores, and scored somebody not in `recusals` cases; `replies` is how many citizens
    answered, None where that is unknown or too few. `decided` says by which rule for ties a winner, by id, came to the
    place, where all who were equal are winners.
    """

    members: int
    seats: int
    recusals: int
    replies: int | None
    decided: tuple[tuple[str, str], ...]
    tables: tuple[OpenTable, ...]

    def decided_by(self, winner: PublicWinner) -> str:
        """Return by which rule for ties a winner came to the place, "" where by the total or unknown."""
        return dict(self.decided).get(winner.id, "")


def counted(award_round: AwardRound, winners: Sequence[PublicWinner]) -> PublicCount | None:
    """Return what may be known of a round's count, None where none was kept or the record says another result.

    `winners` are those who may be known now.
    """
    selection, plan = award_round.selection, award_round.programme
    if selection is None or selection.verdict is None:
        return None
    if selection.verdict.digest != facts.digest(facts.facts(plan, selection)):
        return None
    found = count(plan, selection)
    chosen = {each.id for winner in award_round.winners for each in (winner, *winner.also)}
    if not found.holds or {line.nominee.id for line in found.chosen} != chosen:
        return None
    figure = award_round.outcomes.satisfaction_of(plan.year)
    whole = selection.heard.whole
    return PublicCount(
        members=len(found.members),
        seats=len(plan.committee),
        recusals=sum(map(len, all_recusals(plan, selection).values())),
        replies=enough(whole.replies if whole else figure.replies if figure else None),
        decided=tuple(_decided(found, {winner.id for winner in winners})),
        tables=tuple(_tables(award_round, selection, found, winners)),
    )


def _decided(found: Count, known: Iterable[str]) -> Iterable[tuple[str, str]]:
    """Yield the winners whom a rule for ties put where they are, if that says nothing of anybody who was not chosen."""
    for line in found.chosen:
        equal = [each for each in found.lines if _same(each, line)]
        if line.decided_by and line.nominee.id in known and all(each.chosen for each in equal):
            yield line.nominee.id, line.decided_by


def _same(one: Line, other: Line) -> bool:
    """Return whether two of a category have the same total, as far as it is printed."""
    return one.nominee.category == other.nominee.category and one.printed == other.printed


def _tables(
    award_round: AwardRound, selection: Selection, found: Count, winners: Sequence[PublicWinner]
) -> Iterable[OpenTable]:
    plan = award_round.programme
    if not (plan.tally.open_table and award_round.publish_totals) or plan.tally.voice_of != "คน":
        return
    shown = {winner.id for winner in winners if winner.satisfaction is not None and winner.total is not None}
    main = {each.id: winner.id for winner in award_round.winners for each in (winner, *winner.also)}
    for category in plan.categories:
        lines = [line for line in found.lines if line.nominee.category == category and line.place]
        chosen = {main[line.nominee.id] for line in lines if line.chosen}
        may = len(lines) >= MIN_GROUP and chosen <= shown and all(line.heard != "กอง" for line in lines)
        made = rows(plan, lines) if may else []
        if made:
            yield OpenTable(category, _shuffled(made, facts.digest(facts.facts(plan, selection))))


def unopened(award_round: AwardRound, found: Count) -> Iterator[Text]:
    """Yield why a table that the rules open stays closed all the same, as far as a count can say it."""
    plan = award_round.programme
    if not plan.tally.open_table:
        return
    if not award_round.publish_totals:
        yield Text("publish_totals เป็น ไม่ใช่", "publish_totals is ไม่ใช่ (no)")
        return
    if plan.tally.voice_of != "คน":
        yield Text("voice_of เป็น กอง", "voice_of is กอง (division)")
        return
    for category in plan.categories:
        lines = [line for line in found.lines if line.nominee.category == category and line.place]
        if len(lines) < MIN_GROUP:
            yield Text(
                f"{category.name}: มีผู้มีอันดับ {len(lines)} คน ต้องมี {MIN_GROUP} คนขึ้นไป",
                f"{category.name}: {len(lines)} have a place, and {MIN_GROUP} must",
            )
        elif any(line.heard == "กอง" for line in lines):
            yield Text(
                f"{category.name}: มีคนที่ใช้เสียงประชาชนของกอง ซึ่งจะบอกว่าแถวนั้นเป็นของใคร",
                f"{category.name}: for somebody the citizens' voice is the division's, which would say whose row it is",
            )


def rows(plan: Programme, lines: Sequence[Line]) -> list[Row]:
    """Return the rows with as few decimals as come to the same totals and places; none where eight do not."""
    for decimals in range(_FEWEST, _MOST + 1):
        made = [_row(plan, line, lines, decimals) for line in lines]
        if _tell_the_same(plan, lines, made):
            return made
    return []


def _row(plan: Programme, line: Line, lines: Sequence[Line], decimals: int) -> Row:
    """Return a row. The committee's part is what is left of the rounded total, so that both add up to it exactly."""
    total = half_up(line.total or Fraction(0), decimals)
    percent = None if line.voice is None else half_up(line.voice.percent, decimals)
    points = 0 if percent is None else percent * plan.citizens_weight / 100
    equal = sorted({each.place or 0 for each in lines if _compared_alike(plan, each, line)})
    alone = sum(_compared_alike(plan, each, line) for each in lines) == 1
    order = 0 if alone else 1 + equal.index(line.place or 0)
    return Row(percent, total - points, total, order, line.place or 0)


def _compared_alike(plan: Programme, one: Line, other: Line) -> bool:
    exact = plan.tally.compared == "ค่าเต็ม"
    return one.total == other.total if exact else one.printed == other.printed


def _tell_the_same(plan: Programme, lines: Sequence[Line], made: Sequence[Row]) -> bool:
    """Return whether rows come to the printed totals, tell apart what the count did, and go below zero nowhere."""
    by_citizens = plan.ties[:1] == (CITIZENS,)
    for line, row in zip(lines, made, strict=True):
        if half_up(Fraction(row.total)) != line.printed or row.committee < 0:
            return False
        for other, beside in zip(lines, made, strict=True):
            alike = _compared_alike(plan, line, other)
            if alike != (row.total == beside.total):
                return False
            if alike and by_citizens and line.place == other.place and row.percent != beside.percent:
                return False
    return True


def _shuffled(made: Iterable[Row], digest: str) -> tuple[Row, ...]:
    def order(row: Row) -> str:
        return hashlib.sha256(f"{digest} {' '.join(map(str, row))}".encode()).hexdigest()

    return tuple(sorted(made, key=order))
