"""From a file of answers to what is kept of it: opened, recognised, its columns proposed, counted; writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.model import Aspect
from generator.pieces.paper import labels
from generator.problems import Problem, ProblemsFound
from generator.survey import opening, record, sources, wording
from generator.survey.counting import Counted, count, too_bad
from generator.survey.days import Days, Span, Unordered, order_of
from generator.survey.mapping import Asked, Columns, Kept, proposed
from generator.survey.names import Names, Person
from generator.tally.printed import Method

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.model import AwardRound, Name, Organisation
    from generator.model.answers import DateOrder
    from generator.reading import schema
    from generator.survey.opening import Table
    from generator.survey.sources import Known

USUAL = tuple(Aspect(name, items) for name, items in labels.SURVEY_FORM_ASPECTS)


class Wanted(NamedTuple):
    """What was said on the command line; None is what the record says, or else the usual."""

    population: int | None = None
    dates: DateOrder | None = None


class Ready(NamedTuple):
    """A file of which all is known but what the clerk says to it: its columns, and how it will be counted."""

    table: Table
    known: Known
    columns: Columns
    names: Names
    choices: record.Choices
    digest: str
    round: AwardRound
    organisation: Organisation


def ready(
    file: Path,
    name: str,
    organisation: Organisation,
    award_round: AwardRound,
    kept: schema.SurveyCounts | None,
    wanted: Wanted,
) -> Ready:
    """Open a file and propose what its columns are; raises `ProblemsFound`."""
    table = sources.upright(opening.opened(file, name))
    known = sources.known(table.heads)
    choices = _choices(kept, wanted)
    names = _names(organisation, award_round, choices.names)
    own = award_round.programme.survey.aspects
    columns = proposed(table, known, Asked(own or USUAL, bool(own), _columns(kept), choices.levels), names)
    unsure = list(table.unsure({column.place for column in columns.columns if column.role != "ไม่ใช้"}))
    if unsure:
        raise ProblemsFound(unsure)
    return Ready(table, known, columns, names, choices, opening.digest_of(file), award_round, organisation)


def with_names(found: Ready, said: Mapping[str, str]) -> Ready:
    """Return the same file with whom some spellings mean, besides those that the record knows."""
    choices = found.choices._replace(names={**found.choices.names, **said})
    return found._replace(choices=choices, names=_names(found.organisation, found.round, choices.names))


def _names(organisation: Organisation, award_round: AwardRound, said: Mapping[str, str]) -> Names:
    return Names(
        {each.key: (each.name,) for each in organisation.divisions},
        {each.moo: each.name for each in organisation.villages},
        [Person(id_, name.first, name.last) for id_, name in _people(award_round).items()],
        said,
    )


def _people(award_round: AwardRound) -> dict[str, Name]:
    """Return the names of those about whom citizens may have answered: before the result, those who are nominated."""
    nominees = award_round.selection.nominees if award_round.selection else ()
    named = {each.id: each.name for each in award_round.winners}
    return named | {each.id: each.name for each in nominees}


def _choices(kept: schema.SurveyCounts | None, wanted: Wanted) -> record.Choices:
    before = kept.method if kept else None
    method = Method(
        before.percent if before else "ค่าเฉลี่ย",
        before.bands if before else "บุญชม",
        wanted.population or (before.population if before else None),
    )
    levels = {each.word: each.level for each in kept.levels} if kept else {}
    names = {each.written: each.id for each in kept.names} if kept else {}
    return record.Choices(method, wanted.dates or (before.dates if before else None), levels, names)


def _columns(kept: schema.SurveyCounts | None) -> list[Kept]:
    """Return what the record says of columns; a question without words of its own is what its heading says."""
    columns = kept.columns if kept else []
    return [
        Kept(each.heading, each.role, each.aspect or "", each.item or (each.heading if each.role == "ข้อคำถาม" else ""))
        for each in columns
    ]


def counted(found: Ready) -> Counted:
    """Count a file; raises `ProblemsFound` where nothing is left of it, or most of it cannot be read."""
    table = found.table
    survey = found.round.programme.survey
    span = Span(survey.opens, survey.counted_until)
    days = Days(_order(found, span, Span(survey.opens, survey.closes)), span, in_utc=found.known.source.in_utc)
    result = count(table, found.known, found.columns, found.names, days, span)
    if too_bad(result):
        saying = wording.too_many_bad(len(result.aside["อ่านไม่ได้"]), result.read)
        raise ProblemsFound([Problem(table.name, 0, 0, "", saying.message, saying.fix), *result.told])
    if not result.counted:
        saying = wording.none_counted(f"{reason} {len(lines):,}" for reason, lines in result.aside.items() if lines)
        raise ProblemsFound([Problem(table.name, 0, 0, "", saying.message, saying.fix), *result.told])
    return result


def _order(found: Ready, span: Span, is_open: Span) -> DateOrder:
    place = found.columns.place("เวลา")
    if found.choices.dates:
        return found.choices.dates
    if place is None:
        return "d/m"
    written = (row[place] for _, row in found.table.rows() if len(row) > place)
    try:
        return order_of(written, span, is_open, in_utc=found.known.source.in_utc)
    except Unordered as fault:
        saying = wording.unordered(fault.example)
        raise ProblemsFound([found.table.problem(found.table.head_line, place, saying)]) from None


def text(found: Ready, result: Counted) -> str:
    """Return what is kept of a counted file."""
    return record.text(result, found.known.source.name, found.digest, found.choices)
