"""Counts the replies of a file in one walk: each row is counted or set aside with its reason, and none is kept."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction
from operator import itemgetter
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from generator.model.answers import Answers
from generator.survey import wording
from generator.survey.levels import BAD, FIGURES, NONE, tidy
from generator.survey.statistics import People, pooled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from generator.model.answers import Formula
    from generator.problems import Problem
    from generator.reading.tree import Saying
    from generator.survey.days import Days, Span
    from generator.survey.mapping import Columns
    from generator.survey.names import Names
    from generator.survey.opening import Table
    from generator.survey.sources import Known

Reason = Literal["นอกช่วงเวลา", "แถวทดสอบ", "ซ้ำ", "ตอบไม่จบ", "ไม่ได้ตอบข้อใดเลย", "อ่านไม่ได้"]
REASONS: Final[tuple[Reason, ...]] = ("นอกช่วงเวลา", "แถวทดสอบ", "ซ้ำ", "ตอบไม่จบ", "ไม่ได้ตอบข้อใดเลย", "อ่านไม่ได้")
_TEST: Final = frozenset(
    (
        *("test", "Test", "TEST", "test1", "testing", "Testing", "ทดสอบ", "ทดลอง"),
        *("ทดสอบระบบ", "ทดลองระบบ", "ทดสอบแบบฟอร์ม", "ทดสอบค่ะ", "ทดสอบครับ"),
    )
)
_NUMBER: Final = re.compile(r"(?:ฉบับ|ชุด|แบบ|คน|ลำดับ)ที่|ลำดับ|ที่|เลขที่(?:แบบ)?|no\.?|#", re.IGNORECASE)
"""How a column is headed that numbers the rows of a sheet in which forms are typed; programs number otherwise."""
_TOLD: Final = 20
"""Faults of answers that are told one by one."""
_SPELLINGS: Final = 2_000
_BAD_SHARE: Final = 5
_ERRANDS, _LONGEST = 60, 80
"""Different errands that are told apart, those met first, and letters of one."""


class Key(NamedTuple):
    """Where a reply comes from, as far as it says so."""

    division: str | None
    person: str | None
    channel: str | None
    place: str | None


@dataclass
class Group:
    """Replies that come from the same: how many, and their levels one behind the other, a byte for each question."""

    levels: bytearray = field(default_factory=bytearray)
    replies: int = 0


@dataclass
class Counted:
    """A file that was counted: rows read, replies by where they come from and by errand, rows set aside by their lines.

    `undated` replies say no day; `waiting` rows have a number and nothing typed yet. `unknown` are the spellings that
    are nobody's whole name, with how often they came; `sums` how often the levels of one reply have which sum, from how
    many questions.
    """

    columns: Columns
    read: int = 0
    waiting: int = 0
    undated: int = 0
    aside: dict[Reason, list[int]] = field(default_factory=lambda: {reason: [] for reason in REASONS})
    groups: dict[Key, Group] = field(default_factory=dict)
    services: dict[str | None, Group] = field(default_factory=dict)
    told: list[Problem] = field(default_factory=list)
    unknown: Counter[str] = field(default_factory=Counter)
    sums: Counter[tuple[int, int]] = field(default_factory=Counter)

    @property
    def counted(self) -> int:
        """How many replies count."""
        return sum(group.replies for group in self.groups.values())

    @property
    def people(self) -> People:
        """What each reply comes to."""
        lowest, means = self.columns.scale.lowest, Counter[Fraction]()
        for (total, questions), many in self.sums.items():
            means[Fraction(total, questions) + lowest - 1] += many
        return People(means, 4 if lowest else 1)

    def shares(self, places: Sequence[int], formula: Formula) -> dict[Fraction, int]:
        """Return the percentages that each person's answers to some questions come to, with how many people have each.

        `places` are those of the questions among all questions; who answered none of them is left out.
        """
        scale, many = self.columns.scale, len(self.columns.items)
        if formula == "ค่าเฉลี่ย" and len(places) == many:  # counted already: of all questions nearly every row is another
            highest = scale.lowest + scale.size - 1
            return {mean * 100 / highest: people for mean, people in self.people.means.items()}
        patterns = Counter[tuple[int, ...]]()
        for group in self.groups.values():
            patterns.update(zip(*(group.levels[place::many] for place in places), strict=True))
        found = Counter[Fraction]()
        for pattern, people in patterns.items():
            chosen = Answers(tuple(pattern.count(level) for level in range(1, scale.size + 1)), scale.lowest)
            if chosen.n:
                found[chosen.share(formula)] += people
        return found

    def of(self, groups: Iterable[Group]) -> list[Answers]:
        """Return the answers to each question in some groups."""
        scale, many = self.columns.scale, len(self.columns.items)
        every = [group.levels for group in groups]
        return [
            Answers(tuple(sum(one.count(level) for one in chosen) for level in range(1, scale.size + 1)), scale.lowest)
            for chosen in ([levels[place::many] for levels in every] for place in range(many))
        ]

    def together(self, groups: Iterable[Group]) -> Answers:
        """Return all answers of some groups as if they were to one question."""
        return pooled(self.of(groups))


def count(table: Table, known: Known, columns: Columns, names: Names, days: Days, span: Span) -> Counted:
    """Count the replies of a table."""
    walk = _Walk(table, known, columns, names, days, span)
    for line, row in table.rows():
        walk.take(line, row)
    walk.close()
    return walk.counted


class _From:
    """What the cells of a reply say of where it comes from: its group, and a name that is nobody's, with how often."""

    __slots__ = ("group", "many", "written")

    def __init__(self, group: Group, written: str) -> None:
        self.group, self.written, self.many = group, written, 0


class _Walk:
    """One way through the rows of a file."""

    def __init__(self, table: Table, known: Known, columns: Columns, names: Names, days: Days, span: Span) -> None:
        self.counted = Counted(columns)
        self._table, self._days, self._span = table, days, span
        self._width = len(table.heads)
        self._places = [column.place for column in columns.items]
        self._answers = _picker(self._places)
        self._level = columns.scale.known.__getitem__
        self._done, self._time = known.done, columns.place("เวลา")
        self._is_own = known.one is not None or self._time is not None
        self._seen: set[int] = set()
        self._names = names
        self._prepared = _prepared(table.heads, columns)
        self._roles = [columns.place(role) for role in ("กอง", "ผู้ให้บริการ", "ช่องทาง", "ที่")]
        self._service = columns.place("งานบริการ")
        self._served: dict[str, Group] = {}
        self._says = _picker([place for place in self._roles if place is not None])
        self._from: dict[Sequence[str], _From] = {}

    def take(self, line: int, row: list[str]) -> None:
        """Count a row, or set it aside."""
        counted = self.counted
        if len(row) < self._width:
            row = [*row, *[""] * (self._width - len(row))]
        day = self._days.day(row[self._time]) if self._time is not None else None
        levels = bytes(map(self._level, self._answers(row)))
        if self._prepared and not any(levels) and self._waits(row):
            counted.waiting += 1
            return
        counted.read += 1
        reason = self._aside(line, row, day, levels)
        if reason:
            counted.aside[reason].append(line)
            return
        counted.undated += day is None
        counted.sums[sum(levels), len(levels) - levels.count(NONE)] += 1
        said = self._says(row)
        come = self._from.get(said)
        if come is None:
            come = self._whence(said, row)
        come.many += 1
        come.group.replies += 1
        come.group.levels += levels
        if self._service is not None:
            served = self._served.get(row[self._service]) or self._by_errand(row[self._service])
            served.replies += 1
            served.levels += levels

    def _waits(self, row: list[str]) -> bool:
        """Return whether a row holds nothing but what a sheet has before anybody types into it."""
        return not any(cell.strip() for place, cell in enumerate(row) if place not in self._prepared)

    def _whence(self, said: Sequence[str], row: list[str]) -> _From:
        """Find out where a reply comes from; as people type, only so much of it is remembered."""
        if len(self._from) >= _SPELLINGS:
            self.close()
        division, person, channel, place = ("" if each is None else row[each] for each in self._roles)
        names = self._names
        key = Key(names.division(division), names.person(person), names.channel(channel), names.place(place))
        written = "" if key.person else " ".join(person.split())
        come = self._from[said] = _From(self.counted.groups.setdefault(key, Group()), written)
        return come

    def _by_errand(self, raw: str) -> Group:
        """Return the group of those who came for the same; what is too long to choose from is nobody's errand."""
        name: str | None = wording.heading(raw)
        services = self.counted.services
        if not name or FIGURES.level(raw) == NONE or len(name) > _LONGEST:
            name = None
        elif name not in services:
            word = tidy(raw)
            name = next((each for each in services if each and tidy(each) == word), name)
        if name not in services and len(services) >= _ERRANDS:
            name = None
        group = services.setdefault(name, Group())
        if len(self._served) < _SPELLINGS:
            self._served[raw] = group
        return group

    def close(self) -> None:
        """Take note of the names that are nobody's."""
        for come in self._from.values():
            if come.written and (len(self.counted.unknown) < _SPELLINGS or come.written in self.counted.unknown):
                self.counted.unknown[come.written] += come.many
        self._from.clear()

    def _aside(self, line: int, row: list[str], day: date | Literal[False] | None, levels: bytes) -> Reason | None:
        if self._done is not None and not row[self._done].strip():
            return "ตอบไม่จบ"
        if not _TEST.isdisjoint(row):
            return "แถวทดสอบ"
        if self._is_own:
            mark = hash(tuple(row))
            if mark in self._seen:
                return "ซ้ำ"
            self._seen.add(mark)
        if day is False or BAD in levels or len(row) > self._width:
            unreadable = self._unreadable(line, row, day, levels)
            if unreadable:
                return "อ่านไม่ได้"
        if day and not self._span.holds(day):
            return "นอกช่วงเวลา"
        return None if any(levels) else "ไม่ได้ตอบข้อใดเลย"

    def _unreadable(self, line: int, row: list[str], day: object, levels: bytes) -> bool:
        """Tell what of a row cannot be read, and return whether there is something."""
        if day is False:
            self._tell(line, self._time, wording.bad_day(row[self._time or 0]))
        elif BAD in levels:
            place = self._places[levels.index(BAD)]
            self._tell(line, place, wording.bad_answer(row[place], self.counted.columns.scale.size))
        elif any(map(str.strip, row[self._width :])):
            self._tell(line, None, wording.TOO_WIDE)
        else:
            return False
        return True

    def _tell(self, line: int, place: int | None, saying: Saying) -> None:
        if len(self.counted.told) < _TOLD:
            self.counted.told.append(self._table.problem(line, place, saying, warning=True))


def _prepared(heads: Sequence[str], columns: Columns) -> frozenset[int]:
    """Return the columns of a sheet with numbered rows that are filled in before anything is typed; none of another."""
    used = {column.place for column in columns.columns if column.role != "ไม่ใช้"}
    numbers = {n for n, head in enumerate(heads) if n not in used and _NUMBER.fullmatch(head.strip())}
    shared = {place for place in (columns.place("ช่องทาง"), columns.place("ที่")) if place is not None}
    return frozenset(numbers | shared) if numbers else frozenset()


def _picker(places: Sequence[int]) -> Callable[[list[str]], Sequence[str]]:
    if not places:
        return lambda _: ()
    if len(places) == 1:
        return lambda row: (row[places[0]],)
    return itemgetter(*places)


def too_bad(counted: Counted) -> bool:
    """Return whether so many rows cannot be read that the file must be another than it is taken for."""
    return len(counted.aside["อ่านไม่ได้"]) * _BAD_SHARE > counted.read


def ranges(lines: Sequence[int], most: int = 400) -> str:
    """Return line numbers as they are listed: `2, 5-9`; a list that is too long ends with how many are left."""
    runs: list[list[int]] = []
    for line in lines:
        if runs and line == runs[-1][1] + 1:
            runs[-1][1] = line
        else:
            runs.append([line, line])
    said = ", ".join(f"{first}-{last}" if last > first else str(first) for first, last in runs[:most])
    left = sum(last - first + 1 for first, last in runs[most:])
    return f"{said} และอีก {left:,} แถว" if left else said
