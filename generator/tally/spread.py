"""How far members are apart and what hangs on one of them, for the chair: it changes no result."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from generator.tally.counting import count
from generator.tally.recusing import all_recusals

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from generator.model import Programme, Selection
    from generator.tally.counting import Count, Line

_FULL = 100


class Strictness(NamedTuple):
    """A member's points of 100 over those whom the member scored, and the committee's over the same people."""

    member: int
    own: Fraction
    committee: Fraction

    @property
    def above(self) -> Fraction:
        """How much milder than the committee; below zero, how much stricter."""
        return self.own - self.committee


class Apart(NamedTuple):
    """The lowest and the highest points of 100 that members gave a nominee."""

    nominee: str
    lowest: Fraction
    highest: Fraction


class Without(NamedTuple):
    """What would be another result without a member: who would be chosen, or would not, or in another place."""

    member: int
    holds: bool
    moved: tuple[tuple[str, int | None, int | None], ...]


def given(programme: Programme, selection: Selection) -> dict[str, dict[int, Fraction]]:
    """Return the points of 100 that members gave each nominee, the citizens' criterion left out."""
    recused = all_recusals(programme, selection)
    found: dict[str, dict[int, Fraction]] = {nominee.id: {} for nominee in selection.nominees}
    for sheet in selection.sheets:
        for each in sheet.given if sheet.digest else ():
            if each.scores and each.nominee in found and sheet.member not in recused[each.nominee]:
                found[each.nominee][sheet.member] = _points(programme, each.scores)
    return found


def _points(programme: Programme, scores: Mapping[str, Decimal]) -> Fraction:
    weights = {criterion.key: criterion.weight for criterion in programme.criteria if not criterion.citizens}
    points = sum((weights[key] * Fraction(score) for key, score in scores.items()), Fraction(0))
    return points * _FULL / (programme.tally.highest * sum(weights.values()))


def strictness(programme: Programme, selection: Selection) -> Iterator[Strictness]:
    """Yield for each member how strict the scores are, beside those of the whole committee."""
    by_nominee = given(programme, selection)
    for member in range(1, len(programme.committee) + 1):
        whom = [points for points in by_nominee.values() if member in points]
        if whom:
            own = sum((points[member] for points in whom), Fraction(0)) / len(whom)
            of_all = sum((sum(points.values(), Fraction(0)) / len(points) for points in whom), Fraction(0)) / len(whom)
            yield Strictness(member, own, of_all)


def apart(programme: Programme, selection: Selection) -> Iterator[Apart]:
    """Yield for each nominee how far the members are apart."""
    for nominee, points in given(programme, selection).items():
        if points:
            yield Apart(nominee, min(points.values()), max(points.values()))


def without_each(programme: Programme, selection: Selection, found: Count) -> Iterator[Without]:
    """Yield what the count would be without each member in turn: only what is chosen, or a place of it, matters."""
    for member in found.members:
        other = count(programme, selection, {member})
        moved = tuple(
            (line.nominee.id, _place(line), _place(other.line(line.nominee.id)))
            for line in found.lines
            if _place(line) != _place(other.line(line.nominee.id))
        )
        yield Without(member, other.holds, moved)


def _place(line: Line) -> int | None:
    return line.place if line.chosen else None
