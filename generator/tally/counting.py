"""From score sheets and what citizens said to totals and places, in exact fractions, by the rules of the record.

A member's score counts as its share of the highest score. The members' scores for a criterion become one, by mean or
median; weights make them points; the citizens' percentage is a criterion like the others. Totals are compared as they
are printed or exactly, as the rules say; equal ones are told apart by the rules for ties, one after the other.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from fractions import Fraction
from statistics import median
from typing import TYPE_CHECKING, Literal, NamedTuple

from generator.model import CITIZENS, JOINT, VOTE, Voice
from generator.tally import half_up
from generator.tally.recusing import all_recusals, recusals

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from decimal import Decimal

    from generator.model import Category, Nominee, Programme, Selection

Heard = Literal["คน", "กอง", "ทั้งหน่วยงาน", "ไม่คิด"]
"""Whose satisfaction counts for a nominee: the person's, the division's, the office's, or none."""
Out = Literal["ไม่มีคุณสมบัติ", "ถอนตัว", "ไม่มีกรรมการให้คะแนน", "ผู้ตอบน้อยเกินไป", "ความพึงพอใจไม่ถึงเกณฑ์", "คะแนนรวมไม่ถึงเกณฑ์"]
"""Why a nominee has no place."""
_FULL = 100


@dataclass(frozen=True, slots=True)
class Line:
    """What a nominee came to: `scores` are percentages by criterion, `members` who gave them, `total` is exact.

    `voice` is what citizens said, of whom `heard` says. `out` is why there is no place; `decided_by` is the rule for
    ties that put the nominee where it is, "" where the total did.
    """

    nominee: Nominee
    members: tuple[int, ...]
    scores: Mapping[str, Fraction]
    voice: Voice | None
    heard: Heard
    total: Fraction | None
    out: Out | None = None
    place: int | None = None
    chosen: bool = False
    decided_by: str = ""

    @property
    def printed(self) -> Decimal | None:
        """The total as it is printed: half up, two decimals."""
        return None if self.total is None else half_up(self.total)


class Tie(NamedTuple):
    """Nominees who are still equal after all rules, though a place depends on them: the committee must decide."""

    category: Category
    nominees: tuple[str, ...]


class Unscored(NamedTuple):
    """A nominee whom members were not asked about on the sheets that came back: somebody was nominated later."""

    nominee: str
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """A whole count: the lines in the order of categories and places, those without a place last.

    `members` gave scores, `awaited` did not yet; the count holds if they are a quorum, no tie is `open`, nobody is
    `unscored`, and everybody with a place was scored by a quorum or by all who may: `thin` are those who were not.
    """

    lines: tuple[Line, ...]
    members: tuple[int, ...]
    awaited: tuple[int, ...]
    quorum: int
    open: tuple[Tie, ...]
    unscored: tuple[Unscored, ...] = ()
    thin: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether this is a result."""
        return len(self.members) >= self.quorum and not (self.open or self.unscored or self.thin)

    @property
    def chosen(self) -> tuple[Line, ...]:
        """Those who were chosen, in order."""
        return tuple(line for line in self.lines if line.chosen)

    def line(self, id_: str) -> Line:
        """Return a nominee's line; raises `KeyError`."""
        return {line.nominee.id: line for line in self.lines}[id_]


def count(programme: Programme, selection: Selection, without: Collection[int] = ()) -> Count:
    """Count a round; `without` are members whose sheets are left out, to see what hangs on them."""
    came = tuple(
        sorted(
            sheet.member
            for sheet in selection.sheets
            if sheet.digest and sheet.member not in without and any(given.scores for given in sheet.given)
        )
    )
    recused = all_recusals(programme, selection)
    lines: list[Line] = []
    still_open: list[Tie] = []
    for category in programme.categories:
        there = [
            _line(programme, selection, each, recused[each.id], without)
            for each in selection.nominees
            if each.category == category
        ]
        ranked, ties = _ranked(programme, selection, category, [line for line in there if line.out is None])
        lines += [*ranked, *(line for line in there if line.out)]
        still_open += ties
    members = len(programme.committee)
    quorum = programme.tally.quorum or members // 2 + 1
    return Count(
        tuple(lines),
        came,
        tuple(number for number in range(1, members + 1) if number not in came and number not in without),
        quorum,
        tuple(still_open),
        tuple(_unscored(selection, recused, without)),
        tuple(
            line.nominee.id
            for line in lines
            if line.place and len(line.members) < min(quorum, members - len(recusals(programme, line.nominee)))
        ),
    )


def _unscored(
    selection: Selection, recused: Mapping[str, Mapping[int, str]], without: Collection[int]
) -> Iterator[Unscored]:
    """Yield who may be chosen and stands on no sheet of some members, though these came back."""
    came = [sheet for sheet in selection.sheets if sheet.digest and sheet.member not in without]
    for nominee in selection.nominees:
        if nominee.unfit or nominee.withdrawn:
            continue
        missing = tuple(
            sheet.member
            for sheet in came
            if sheet.member not in recused[nominee.id] and all(each.nominee != nominee.id for each in sheet.given)
        )
        if missing:
            yield Unscored(nominee.id, missing)


def _line(
    programme: Programme,
    selection: Selection,
    nominee: Nominee,
    recused: Mapping[int, str],
    without: Collection[int],
) -> Line:
    given = {
        sheet.member: each.scores
        for sheet in selection.sheets
        if sheet.digest and sheet.member not in {*without, *recused}
        for each in sheet.given
        if each.nominee == nominee.id and each.scores
    }
    scores = {
        criterion.key: _one(programme, [each[criterion.key] for each in given.values()])
        for criterion in programme.criteria
        if not criterion.citizens and given
    }
    voice, heard = _voice(programme, selection, nominee)
    line = Line(nominee, tuple(sorted(given)), scores, voice, heard, None)
    out = _out(programme, line)
    if out:
        return replace(line, out=out)
    total = _total(programme, line)
    mark = programme.tally.pass_mark
    below = mark is not None and _compared(programme, total) < Fraction(mark)
    return replace(line, total=total, out="คะแนนรวมไม่ถึงเกณฑ์" if below else None)


def _one(programme: Programme, given: Sequence[Decimal]) -> Fraction:
    """Return the percentage that members' scores for one criterion come to."""
    shares = [Fraction(each) * _FULL / programme.tally.highest for each in given]
    return median(shares) if programme.tally.average == "มัธยฐาน" else sum(shares, Fraction(0)) / len(shares)


def _voice(programme: Programme, selection: Selection, nominee: Nominee) -> tuple[Voice | None, Heard]:
    """Return what citizens said, and of whom: where too few answered, what the rules then take."""
    rules, heard = programme.tally, selection.heard
    own = heard.people.get(nominee.id) or nominee.voice
    division = heard.divisions.get(nominee.division.key)
    first: tuple[Voice | None, Heard] = (division, "กอง") if rules.voice_of == "กอง" else (own, "คน")
    ways: list[tuple[Voice | None, Heard]] = [first]
    if rules.too_few == "ใช้ผลของกอง":
        ways.append((division, "กอง"))
    if rules.too_few in {"ใช้ผลของกอง", "ใช้ผลทั้งหน่วยงาน"}:
        ways.append((heard.whole, "ทั้งหน่วยงาน"))
    return next(((voice, of) for voice, of in ways if voice and voice.replies >= rules.sample), (None, "ไม่คิด"))


def _out(programme: Programme, line: Line) -> Out | None:
    if line.nominee.unfit:
        return "ไม่มีคุณสมบัติ"
    if line.nominee.withdrawn:
        return "ถอนตัว"
    if not line.scores and any(not criterion.citizens for criterion in programme.criteria):
        return "ไม่มีกรรมการให้คะแนน"
    rules = programme.tally
    if line.voice is None:
        return None if rules.too_few == "ไม่คิดข้อนี้" else "ผู้ตอบน้อยเกินไป"
    if rules.gate is not None and _compared(programme, line.voice.percent) < Fraction(rules.gate):
        return "ความพึงพอใจไม่ถึงเกณฑ์"
    return None


def _total(programme: Programme, line: Line) -> Fraction:
    """Return the total of 100; where the citizens' criterion does not count, the others are weighed up to 100."""
    points, weights = Fraction(0), 0
    for criterion in programme.criteria:
        score = (line.voice.percent if line.voice else None) if criterion.citizens else line.scores[criterion.key]
        if score is not None:
            points += criterion.weight * score
            weights += criterion.weight
    return points / weights


def _compared(programme: Programme, value: Fraction) -> Fraction:
    """Return a figure as it is compared: as it is printed, unless the rules say exactly."""
    return value if programme.tally.compared == "ค่าเต็ม" else Fraction(half_up(value))


def _ranked(
    programme: Programme, selection: Selection, category: Category, lines: Iterable[Line]
) -> tuple[list[Line], list[Tie]]:
    """Return the lines of one category with their places, and the ties that nothing resolved."""
    ranked: list[Line] = []
    still_open: list[Tie] = []
    for equal in _apart(lines, lambda line: _compared(programme, line.total or Fraction(0))):
        for group, rule, settled in _untied(programme, selection, equal):
            place = len(ranked) + 1
            if not settled and place <= category.places:
                still_open.append(Tie(category, tuple(line.nominee.id for line in group)))
            ranked += [replace(line, place=place, chosen=place <= category.places, decided_by=rule) for line in group]
    return ranked, still_open


def _untied(programme: Programme, selection: Selection, equal: list[Line]) -> Iterator[tuple[list[Line], str, bool]]:
    """Yield groups that share a place, the better first, with the rule that made them and whether they may share it."""
    groups: list[tuple[list[Line], str]] = [(equal, "")]
    for rule in programme.ties:
        if rule == JOINT:
            break
        groups = [
            (part, rule if len(parts) > 1 else before)
            for group, before in groups
            for parts in [_by_rule(programme, selection, group, rule) if len(group) > 1 else [group]]
            for part in parts
        ]
    joint = JOINT in programme.ties
    for group, rule in groups:
        yield group, JOINT if joint and len(group) > 1 else rule, joint or len(group) == 1


def _by_rule(programme: Programme, selection: Selection, group: list[Line], rule: str) -> list[list[Line]]:
    if rule == VOTE:
        return _decided(selection, group)
    return _apart(group, lambda line: _by(programme, line, rule))


def _by(programme: Programme, line: Line, rule: str) -> Fraction:
    """Return what a rule for ties looks at; who has none of it comes last."""
    score = (line.voice.percent if line.voice else None) if rule == CITIZENS else line.scores.get(rule)
    return Fraction(-1) if score is None else _compared(programme, score)


def _decided(selection: Selection, group: list[Line]) -> list[list[Line]]:
    """Return a group in the order in which the committee put exactly these, or as it was."""
    ids = Counter(line.nominee.id for line in group)
    order = next((each.order for each in selection.decisions if Counter(each.order) == ids), None)
    if order is None:
        return [group]
    return [[line] for line in sorted(group, key=lambda line: order.index(line.nominee.id))]


def _apart(lines: Iterable[Line], by: Callable[[Line], Fraction]) -> list[list[Line]]:
    """Return lines in groups of equal worth, the highest first, each in the order of the record."""
    groups: dict[Fraction, list[Line]] = {}
    for line in lines:
        groups.setdefault(by(line), []).append(line)
    return [groups[worth] for worth in sorted(groups, reverse=True)]
