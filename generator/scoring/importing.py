"""One run over score sheets that came back: whose each is, what it gives, which are faulty; keeps nothing itself."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.amending.score_sheets import at_stake
from generator.model import ScoreSheet
from generator.papers import making, score_form
from generator.press.fillable import FILLABLE
from generator.problems import Problem, Text
from generator.reading.folder import NOMINEES
from generator.scoring import wording
from generator.scoring.judging import judged, told_once
from generator.scoring.opening import opened
from generator.tally import facts
from generator.workbook.opening import letters_of
from generator.workbook.wording import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from generator.model import AwardRound, Given, Records, Selection
    from generator.reading.tree import Saying
    from generator.scoring.judging import Judged, Wrong
    from generator.scoring.opening import Filled

MENDED: Final = "แก้ไข"
_ENDING = re.compile(rf" {MENDED}(?:-\d+)?$")


class File(NamedTuple):
    """A file as it was handed in: its name, and its bytes."""

    name: str
    raw: bytes


@dataclass(frozen=True)
class Taken:
    """A sound sheet: its file, whose it is by post, and what of it is new.

    `was` is what was kept of the member before, None where nothing was. `is_new` says whether keeping changes anything.
    """

    name: str
    post: str
    sheet: ScoreSheet
    was: ScoreSheet | None
    notes: tuple[Text, ...]

    @property
    def is_new(self) -> bool:
        """Whether this sheet says something else than what is kept."""
        return self.was is None or meant(self.was) != meant(self.sheet)


class Faulty(NamedTuple):
    """A sheet with faults, as our form written anew."""

    name: str
    form: bytes


@dataclass
class Answer:
    """What a run comes to: sound sheets, faulty ones, and what is wrong, file by file."""

    taken: list[Taken] = field(default_factory=list)
    faulty: list[Faulty] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def new(self) -> list[ScoreSheet]:
        """The sheets that are to be kept."""
        return [each.sheet for each in self.taken if each.is_new]


class _Read(NamedTuple):
    file: File
    sheet: ScoreSheet
    found: Judged
    filled: Filled
    digest: str


def meant(sheet: ScoreSheet) -> dict[str, tuple[dict[str, str], str]]:
    """Return what a sheet gives, whatever order its rows are in."""
    return {
        each.nominee: ({key: facts.shown(score) for key, score in each.scores.items()}, each.recused)
        for each in sheet.given
    }


def mended_name(stem: str) -> str:
    """Return what the form written anew is called, without a number or an ending."""
    return f"{_ENDING.sub('', stem)} {MENDED}"


def answer(records: Records, year: int, files: Sequence[File], pictures: Path, *, recount: bool = False) -> Answer:
    """Return what files come to; each is judged by itself, but two that differ and are of one member are refused.

    What would change a result that was kept is refused as well, unless it is to be counted anew (`recount`).
    """
    award_round = next(each for each in records.rounds if each.programme.year == year)
    selection, found = at_stake(award_round), Answer()
    read: list[_Read] = []
    for file in files:
        one = _read(file, records, award_round, selection)
        if isinstance(one, _Read):
            read.append(one)
        else:
            found.problems.append(_problem(file.name, one))
    doubled = {name for pair in _doubled(read, found) for name in pair}
    for one in read:
        if one.found.wrong:
            found.problems += [_at(one, each, selection) for each in told_once(one.found.wrong)]
            found.faulty.append(Faulty(one.file.name, _anew(records, year, one, pictures)))
        elif one.file.name not in doubled:
            _take(one, award_round, selection, found, recount=recount)
    return found


def _read(file: File, records: Records, award_round: AwardRound, selection: Selection) -> _Read | Saying:
    try:
        filled = opened(file.raw)
    except Unreadable as fault:
        return fault.saying
    sheet = next((each for each in selection.sheets if each.id == filled.id), None)
    if sheet is None:
        return _strange(filled.id, records)
    if filled.code.partition("-")[0] != score_form.rules_code(award_round.programme):
        return wording.OTHER_RULES
    if not filled.heads:
        return wording.NO_TABLE
    digest = hashlib.sha256(file.raw).hexdigest()
    return _Read(file, sheet, judged(filled, award_round, selection, sheet.member), filled, digest)


def _strange(id_: str, records: Records) -> Saying:
    for award_round in records.rounds:
        if award_round.selection and any(sheet.id == id_ for sheet in award_round.selection.sheets):
            return wording.other_year(id_, award_round.programme.year)
    return wording.unknown_id(id_)


def _doubled(read: Sequence[_Read], found: Answer) -> Iterator[tuple[str, str]]:
    """Yield the names of two files that are of one member and differ."""
    first: dict[str, _Read] = {}
    for one in read:
        other = first.setdefault(one.sheet.id, one)
        both_sound = not one.found.wrong and not other.found.wrong
        same = one.digest == other.digest or (both_sound and _gives(one) == _gives(other))
        if not same:
            found.problems.append(_problem(one.file.name, wording.two_files(other.file.name, one.file.name)))
            yield other.file.name, one.file.name


def _gives(one: _Read) -> Mapping[str, object]:
    return meant(ScoreSheet("", 0, "", tuple(one.found.given)))


def _take(one: _Read, award_round: AwardRound, selection: Selection, found: Answer, *, recount: bool) -> None:
    """Add a sound sheet, once; one that would change a result that was kept is refused."""
    if any(each.sheet.id == one.sheet.id for each in found.taken):
        return
    new = ScoreSheet(one.sheet.id, one.sheet.member, one.digest, tuple(_in_order(one.found.given, selection)))
    post = award_round.programme.committee[one.sheet.member - 1].post
    taken = Taken(one.file.name, post, new, one.sheet if one.sheet.digest else None, tuple(one.found.notes))
    if taken.is_new and selection.verdict is not None and not recount:
        found.problems.append(_problem(one.file.name, wording.FROZEN))
    else:
        found.taken.append(taken)


def _in_order(given: Sequence[Given], selection: Selection) -> list[Given]:
    order = [nominee.id for nominee in selection.nominees]
    return sorted(given, key=lambda each: order.index(each.nominee))


def _anew(records: Records, year: int, one: _Read, pictures: Path) -> bytes:
    """Return the member's sheet as our own form, with what was written and each fault at its cell."""
    award_round = next(each for each in records.rounds if each.programme.year == year)
    asked = making.asked(records, year, award_round.programme.result_at)
    return FILLABLE.press("", score_form.workbook(asked, one.sheet, one.found.rows), pictures)


def _problem(name: str, saying: Saying, where: str = "") -> Problem:
    return Problem(name, 0, 0, where, saying.message, saying.fix)


def _at(one: _Read, wrong: Wrong, selection: Selection) -> Problem:
    """Return a fault with its place as a person finds it: sheet, cell, and about whom."""
    cell = f"{letters_of(wrong.place)}{wrong.row + 1}" if wrong.place is not None and wrong.row is not None else ""
    names = {nominee.id: nominee.name.full for nominee in selection.nominees}
    about = f"({names[wrong.nominee]})" if wrong.nominee in names else f"({NOMINEES})" if not cell else ""
    return _problem(
        one.file.name, wrong.saying, " ".join(filter(None, (f"{one.filled.sheet}!{cell}".strip("!"), about)))
    )


def differing(taken: Taken, award_round: AwardRound, selection: Selection) -> Iterator[Text]:
    """Yield how a sheet differs from what was kept of the member before, nominee by nominee."""
    if taken.was is None:
        return
    before, now = meant(taken.was), meant(taken.sheet)
    names = {criterion.key: criterion.name for criterion in award_round.programme.criteria}
    for nominee in selection.nominees:
        was, new = before.get(nominee.id), now.get(nominee.id)
        if was != new:
            th = f"{nominee.name.full}: เดิม {_words(was, names)} เป็น {_words(new, names)}"
            yield Text(th, f"{nominee.name.full}: {_words(was, names)} becomes {_words(new, names)}")


def lines(taken: Taken, award_round: AwardRound, selection: Selection) -> Iterator[str]:
    """Yield what a sheet gives, a line a nominee, for a person to look at."""
    names = {criterion.key: criterion.name for criterion in award_round.programme.criteria}
    said = meant(taken.sheet)
    for nominee in selection.nominees:
        if nominee.id in said:
            yield f"{nominee.name.full} {nominee.position} {nominee.division.name}: {_words(said[nominee.id], names)}"


def _words(given: tuple[dict[str, str], str] | None, names: Mapping[str, str]) -> str:
    if given is None:
        return "—"
    scores, recused = given
    return f"งด ({recused})" if recused else ", ".join(f"{names[key]} {score}" for key, score in scores.items())
