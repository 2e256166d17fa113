"""One project and its workbook: what goes out, and what comes back is shown, judged, and only then written."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.amending.held import changed_lines, difference
from generator.amending.said import at, known_of
from generator.amending.save import Saving, put_all
from generator.problems import Problem, ProblemsFound, Text
from generator.reading.folder import ORGANISATION, ROUND, WINNERS, WINNERS_OF_YEAR
from generator.reading.tree import Saying
from generator.workbook import within
from generator.workbook.changes import changes
from generator.workbook.labels import FIX, MARKED
from generator.workbook.opening import Fault, opened, where
from generator.workbook.placing import placed
from generator.workbook.sheets import sheets, shown
from generator.workbook.writing import Filled, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.amending.held import Held, Line
    from generator.amending.held import Opened as File
    from generator.amending.said import Known
    from generator.workbook.changes import Rewritten
    from generator.workbook.opening import Page
    from generator.workbook.sheets import Sheet

_STAMP: Final = 16
"""Letters of the digest by which a workbook knows of which records it was made."""
_ENDING = re.compile(rf" {MARKED}(?:-\d+)?$")


class Shown(NamedTuple):
    """What would change in one file, line by line."""

    name: str
    lines: list[Line]

    @property
    def many(self) -> int:
        """How many lines a person would say are changed."""
        return changed_lines(self.lines)


class Answer(NamedTuple):
    """What a workbook comes to: what would change, what is worth knowing before, or what is wrong and where.

    `marked` is the workbook with its faults in colour, where there are any.
    """

    shown: list[Shown]
    notes: list[Text]
    problems: list[Problem]
    marked: bytes
    savings: list[Saving]


class Exchange:
    """The records of one year of a project, as a workbook."""

    def __init__(self, held: Held, year: int) -> None:
        """Open the files; raises `ProblemsFound` where one of them cannot be read at all."""
        self._held = held
        self._year = year
        names = (f"{year}/{WINNERS_OF_YEAR}", ORGANISATION, f"{year}/{ROUND}")
        self._files: dict[str, File] = {name: held.take(name) for name in (f"{WINNERS}/{each}" for each in names)}
        broken = [problem for file in self._files.values() for problem in file.problems]
        if broken:
            raise ProblemsFound(broken)
        office, rules = (held.whole(f"{WINNERS}/{each}") for each in names[1:])
        self._known: Known = known_of(office, rules)
        self._sheets: tuple[Sheet, ...] = sheets(self._known)

    @property
    def stamp(self) -> str:
        """Of which records a workbook is made."""
        digest = hashlib.sha256()
        for file in self._files.values():
            digest.update(hashlib.sha256(file.raw).digest())
        return digest.hexdigest()[:_STAMP]

    def out(self) -> bytes:
        """Return the records as a workbook."""
        filled = []
        for sheet in self._sheets:
            value = at(self._files[sheet.file(self._year)].said, sheet.loc)
            entries = value if isinstance(value, list) else [value] if not sheet.many else []
            if sheet.inner:
                filled.append(Filled(sheet, within.rows(sheet, entries)))
                continue
            filled.append(Filled(sheet, [[shown(column, entry) for column in sheet.columns] for entry in entries]))
        return written(filled, self.stamp)

    def back(self, raw: bytes, name: str) -> Answer:
        """Return what a workbook comes to. Raises `Unreadable`."""
        found = opened(raw, self._sheets)
        read = changes(found.pages, self._files, self._known, self._year)
        faults, notes = [*found.faults, *read.faults], [*found.notes, *read.notes]
        changed, elsewhere = [file for file in read.files if file.after != file.file.text], []
        for problem in self._worse(changed):
            cells = placed(problem, read.files)
            faults += cells
            elsewhere += [] if cells else [problem]
        if found.stamp != self.stamp:
            notes.insert(0, _OLDER)
        if faults or elsewhere:
            problems = [_problem(fault, name) for fault in _in_order(faults)] + elsewhere
            marked = _marked(self._sheets, found.pages, faults, elsewhere, found.stamp)
            return Answer([], notes, problems, marked, [])
        files = [(each.file, each.after) for each in changed]
        project = self._held.workshop.project
        return Answer(
            [Shown(file.name, difference(file.text, after)) for file, after in files],
            notes,
            [],
            b"",
            [Saving(project / file.name, file.raw, after.encode()) for file, after in files],
        )

    def _worse(self, changed: Sequence[Rewritten]) -> Sequence[Problem]:
        """Return what the door would say that it does not say now."""
        if not changed:
            return ()
        return self._held.grown_by({change.file.name: change.after.encode() for change in changed})

    def put(self, answer: Answer) -> None:
        """Write what was shown, in a locked project; raises `Stale` or `Refused`, and then nothing is written."""
        put_all(answer.savings, lambda: self._held.read()[1])


_OLDER: Final = Text(
    "ไฟล์นี้ทำจากข้อมูลคนละชุดกับที่มีอยู่ตอนนี้ (ข้อมูลถูกแก้หลังสั่ง excel out) ดูทุกบรรทัดก่อนบันทึก สิ่งที่แก้จากที่อื่นอาจกลับเป็นของเดิม",
    "This workbook was made of other records than those of now: what was changed elsewhere may go back",
)


def _in_order(faults: Sequence[Fault]) -> list[Fault]:
    return sorted(faults, key=lambda each: (each.sheet, each.row or 0, each.column or 0))


def _problem(fault: Fault, name: str) -> Problem:
    return Problem(name, 0, 0, where(fault), fault.saying.message, fault.saying.fix)


def unreadable(name: str, saying: Saying) -> ProblemsFound:
    """Return what to raise of a file that is no workbook of ours."""
    return ProblemsFound([Problem(name, 0, 0, "", saying.message, saying.fix)])


def marked_name(stem: str) -> str:
    """Return what the copy with faults is called, without a number or an ending."""
    return f"{_ENDING.sub('', stem)} {MARKED}"


def _marked(
    ours: Sequence[Sheet], pages: Sequence[Page], faults: Sequence[Fault], elsewhere: Sequence[Problem], stamp: str
) -> bytes:
    """Return our own form with what a workbook says, and each fault at its cell."""
    filled = []
    there = {page.sheet.name: page for page in pages}
    for sheet in ours:
        page = there.get(sheet.name)
        if page:
            filled.append(_filled(page, [fault for fault in faults if fault.sheet == page.title]))
    titles = {page.title for page in pages}
    said = [f"{where(each)} {_told(each.saying)}" for each in faults if each.sheet not in titles or each.row is None]
    said += [f"{each.file} {each.field} {_told(Saying(each.message, each.fix))}" for each in elsewhere]
    return written(filled, stamp, said)


def _filled(page: Page, faults: Sequence[Fault]) -> Filled:
    places = [page.places.get(column.heading, -1) for column in page.sheet.columns] + list(page.strange)
    torn = {fault.row for fault in faults if fault.row is not None}
    numbers = sorted({row.number for row in page.rows} | {n for n in torn if n > page.head})
    rows = [[page.written.get((number, place), "") for place in places] for number in numbers]
    at_row = {page.head: 0, **{number: n for n, number in enumerate(numbers, 1)}}
    wrong: dict[tuple[int, int], list[str]] = {}
    for fault in faults:
        if fault.row in at_row:
            column = places.index(fault.column) if fault.column in places else 0
            wrong.setdefault((at_row[fault.row], column), []).append(_told(fault.saying))
    return Filled(page.sheet, rows, wrong, list(page.strange.values()))


def _told(saying: Saying) -> str:
    return f"{saying.message.th}\n{FIX} {saying.fix.th}"
