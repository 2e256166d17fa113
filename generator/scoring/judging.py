"""What a filled-in sheet gives, by the rules of its round: scores, recusals, and every fault at its cell."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.model import Given
from generator.papers import score_form, score_labels
from generator.papers.score_form import BEHIND, FIXED, Row
from generator.reading import text as letters
from generator.reading.selection_checks import off_scale
from generator.scoring import wording
from generator.scoring.opening import Line
from generator.tally.recusing import recusals
from generator.thai.digits import to_arabic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.model import AwardRound, Nominee, Programme, Selection
    from generator.problems import Text
    from generator.reading.tree import Saying
    from generator.scoring.opening import Cell, Filled

_LONGEST: Final = 280
"""Letters of a reason; a line of the records holds hardly more."""


class Wrong(NamedTuple):
    """A fault: about whom, in which column by its key, what; and the row and column from 0 where it was found."""

    nominee: str
    column: str
    saying: Saying
    row: int | None
    place: int | None


@dataclass
class Judged:
    """What a sheet comes to: what it gives, its faults, what is worth knowing, and its rows for a form written anew."""

    given: list[Given] = field(default_factory=list)
    wrong: list[Wrong] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


class _Sheet(NamedTuple):
    """The sheet that is judged, and by what."""

    filled: Filled
    programme: Programme
    member: int
    places: Mapping[str, int | None]
    as_printed: bool


def judged(filled: Filled, award_round: AwardRound, selection: Selection, member: int) -> Judged:
    """Return what a member's sheet comes to; its rules are those of the round."""
    programme, found = award_round.programme, Judged(notes=list(filled.notes))
    sheet = _Sheet(filled, programme, member, *_layout(filled, programme, found))
    lines = _by_nominee(sheet, selection, found)
    asked = score_form.rows(programme, selection, member)
    for row in asked:
        line = lines.get(row.nominee.id)
        if line is None:
            found.wrong.append(Wrong(row.nominee.id, "name", wording.NO_ROW, None, None))
            found.rows.append(row)
        else:
            _row(sheet, row, line, found)
    there = {row.nominee.id for row in asked}
    for nominee in selection.nominees:
        if nominee.id in lines and nominee.id not in there:
            _of_who_is_out(sheet, nominee, lines[nominee.id], found)
    told = {each.nominee: {w.column: w for w in found.wrong if w.nominee == each.nominee} for each in found.wrong}
    found.rows = [
        row._replace(wrong={key: _comment(w.saying) for key, w in told.get(row.nominee.id, {}).items()})
        for row in found.rows
    ]
    return found


def _comment(saying: Saying) -> str:
    return f"{saying.message.th}\n{score_labels.WAS.format(fix=saying.fix.th)}"


def _layout(filled: Filled, programme: Programme, found: Judged) -> tuple[dict[str, int | None], bool]:
    """Return where each column stands, and whether all that is locked still is as it was printed.

    Then columns stand in their order, whatever they were called at the time; else each is looked for by its heading.
    """
    keys, titles = score_form.columns(programme), score_form.titles(programme)
    heads = [cell.text for cell in filled.heads[: len(keys)]]
    told = [[cell.text for cell in line.cells[: len(FIXED)]] for line in filled.lines]
    if filled.code.rpartition("-")[2] == score_form.words_code(heads, told):
        return {key: place for place, key in enumerate(keys)}, True
    every = [cell.text for cell in filled.heads]
    places = {
        key: every.index(head) if (head := " ".join(title.split())) in every else None
        for key, title in zip(keys, titles, strict=True)
    }
    for number, (key, title) in enumerate(zip(keys, titles, strict=True)):
        if places[key] is None:
            written = every[number] if number < len(every) else ""
            found.wrong.append(Wrong("", key, wording.changed(title, written), filled.head, number))
    return places, False


def _by_nominee(sheet: _Sheet, selection: Selection, found: Judged) -> dict[str, Line]:
    """Return the rows by whom they are about; a row about nobody is a fault, as is a second one."""
    known, lines = {each.id for each in selection.nominees}, dict[str, Line]()
    place = sheet.places["id"]
    for line in sheet.filled.lines:
        id_ = line.at(place).text
        saying = wording.ROW_TWICE if id_ in lines else None if id_ in known else wording.REMOVED
        if saying is not None:
            found.wrong.append(Wrong("", "id", saying if id_ else wording.NO_ROW_ID, line.number, place))
        else:
            lines[id_] = line
    return lines


def _row(sheet: _Sheet, row: Row, line: Line, found: Judged) -> None:
    """Judge a row, and add what it gives."""
    nominee, wrong = row.nominee, list(_fixed(sheet, row.nominee, line, found))
    if row.why_not:
        wrong += _locked(sheet, row, line)
        found.rows.append(row)
        given = Given(nominee.id, MappingProxyType({}), row.why_not)
    else:
        written = {key: line.at(sheet.places[key]).said for key in _open(sheet.programme)}
        found.rows.append(Row(nominee, "", {key: said for key, said in written.items() if said != ""}))
        given, faults = _given(sheet, nominee, line)
        wrong += faults
    found.wrong += wrong
    found.given.append(given)


def _open(programme: Programme) -> tuple[str, ...]:
    return score_form.columns(programme)[len(FIXED) :]


def _fixed(sheet: _Sheet, nominee: Nominee, line: Line, found: Judged) -> Iterator[Wrong]:
    """Yield the locked cells of a row that somebody changed; where nobody did, the records say something else now."""
    expected = [" ".join(said.split()) for said in score_form.fixed(nominee)]
    written = [line.at(sheet.places[key]).text for key in FIXED]
    if sheet.as_printed:
        if written != expected:
            found.notes.append(wording.since(nominee.name.full))
        return
    for key, said, now in zip(FIXED, written, expected, strict=True):
        if said != now and sheet.places[key] is not None:
            yield Wrong(nominee.id, key, wording.changed(now, said), line.number, sheet.places[key])


def _locked(sheet: _Sheet, row: Row, line: Line) -> Iterator[Wrong]:
    for criterion in score_form.due(sheet.programme):
        key = score_form.of(criterion)
        cell = line.at(sheet.places[key])
        if cell.text or cell.wrong:
            yield Wrong(row.nominee.id, key, wording.not_yours(row.why_not), line.number, sheet.places[key])


def _given(sheet: _Sheet, nominee: Nominee, line: Line) -> tuple[Given, list[Wrong]]:
    """Return what a row gives, and what is wrong with it."""
    wrong: list[Wrong] = []

    def tell(key: str, saying: Saying) -> None:
        wrong.append(Wrong(nominee.id, key, saying, line.number, sheet.places[key]))

    scores, empty = dict[str, Decimal](), []
    for criterion in score_form.due(sheet.programme):
        key = score_form.of(criterion)
        cell = line.at(sheet.places[key])
        if cell.wrong:
            tell(key, cell.wrong)
        elif not cell.text:
            empty.append(criterion)
        else:
            score = _score(cell, sheet.programme)
            if isinstance(score, Decimal):
                scores[criterion.key] = score
            else:
                tell(key, score)
    reason = _reason(line.at(sheet.places["recused"]), line.at(sheet.places["other"]), tell)
    is_scored = len(empty) < len(score_form.due(sheet.programme))
    if reason and is_scored:
        tell("recused", wording.BOTH)
    elif empty and not reason and not any(each.column in BEHIND for each in wrong):
        saying = wording.missing([criterion.name for criterion in empty])
        for criterion in empty if sheet.places[score_form.of(empty[0])] is not None else ():
            tell(score_form.of(criterion), saying)
    return Given(nominee.id, MappingProxyType({} if reason else scores), reason), wrong


def _score(cell: Cell, programme: Programme) -> Decimal | Saying:
    """Return a score, or what is wrong with it."""
    written = to_arabic(cell.text if isinstance(cell.said, str) else repr(cell.said))
    try:
        score = Decimal(written)
    except InvalidOperation:
        return wording.no_number(cell.text, score_form.scale(programme))
    if not score.is_finite():
        return wording.no_number(cell.text, score_form.scale(programme))
    return off_scale(score, programme.tally) or score


def _reason(chosen: Cell, other: Cell, tell: Callable[[str, Saying], None]) -> str:
    """Return why a member gives no scores, "" where nothing is said; tell what is wrong with what is."""
    for key, cell in zip(BEHIND, (chosen, other), strict=True):
        letter = next(letters.refused(letters.clean(cell.text)), None)
        if cell.wrong or letter:
            tell(key, cell.wrong or letters.about(letter or ""))
    first, more = (letters.clean(cell.text)[:_LONGEST] for cell in (chosen, other))
    if first == score_labels.OTHER:
        if not more:
            tell("other", wording.NO_REASON)
        return more or first
    return f"{first} ({more})"[:_LONGEST] if first and more else first or more


def _of_who_is_out(sheet: _Sheet, nominee: Nominee, line: Line, found: Judged) -> None:
    """Keep the scores of somebody who withdrew or was ruled out since, where they are whole; they do not count."""
    why = recusals(sheet.programme, nominee).get(sheet.member)
    if why:
        if any(line.at(sheet.places[score_form.of(criterion)]).text for criterion in score_form.due(sheet.programme)):
            found.notes.append(wording.out_and_not_theirs(nominee.name.full, why))
        return
    given, wrong = _given(sheet, nominee, line)
    if not wrong:
        found.given.append(given)
        written = {key: line.at(sheet.places[key]).said for key in _open(sheet.programme)}
        found.rows.append(Row(nominee, "", {key: said for key, said in written.items() if said != ""}))
    found.notes.append(wording.out(nominee.name.full, kept=not wrong))


def told_once(wrong: list[Wrong]) -> list[Wrong]:
    """Return the faults in the order of the sheet, what is said of several cells of a row at the first of them."""
    seen: Counter[tuple[str, int | None, Saying]] = Counter()
    found = []
    for each in sorted(wrong, key=lambda w: (w.row is None, w.row or 0, w.place or 0)):
        what = each.nominee, each.row, each.saying
        seen[what] += 1
        if seen[what] == 1:
            found.append(each)
    return found
