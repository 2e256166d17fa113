"""Keeps the figures of a survey with the records, and puts them where others were typed; counts nothing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.amending.amend import amend
from generator.amending.changes import Edit, Removal
from generator.disk.keeping import replace, restore
from generator.problems import Problem, ProblemsFound, Text
from generator.reading import read, reply_checks, schema
from generator.reading.folder import ROUND, SURVEY, WINNERS, WINNERS_OF_YEAR
from generator.reading.record import open_record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.amending.changes import Change
    from generator.amending.hand import Value
    from generator.model import Records
    from generator.reading.tree import Loc
    from generator.store import Store


def kept(project: Path, year: int) -> schema.SurveyCounts | None:
    """Return what was kept of an earlier import; raises `ProblemsFound` where it cannot be read."""
    file = project / WINNERS / str(year) / SURVEY
    if not file.is_file():
        return None
    record, problems = open_record(file, f"{WINNERS}/{year}/{SURVEY}", schema.SurveyCounts)
    wrong = [problem for problem in problems if not problem.warning]
    if wrong or record is None:
        raise ProblemsFound(wrong)
    return record.value


def keep(project: Path, store: Store, year: int, text: str) -> Records | None:
    """Write the figures, and return the records with them, None where these figures were there already.

    Where the records can then not be read, the file is as it was before and `ProblemsFound` is raised. Whatever reads
    them next tells that a result was counted from other figures.
    """
    file = project / WINNERS / str(year) / SURVEY
    before = file.read_bytes() if file.is_file() else None
    if before == text.encode():
        return None
    try:
        replace(file, text.encode())
        return read(project, store, recount=True)
    except BaseException:
        restore(file, before)
        raise


def differing(project: Path, year: int) -> dict[Path, list[Change]]:
    """Return what is to be written so that the records say what was counted.

    That is the satisfaction of the year and of winners, and which channel brought how many replies from where.

    A file of which nothing differs is left out. The records must be sound.
    """
    counted = kept(project, year)
    folder = project / WINNERS / str(year)
    if counted is None:
        return {}
    edits: dict[Path, list[Change]] = {}
    award_round, _ = open_record(folder / ROUND, ROUND, schema.Round)
    if award_round:
        edits[folder / ROUND] = [*_of_year(award_round.value, counted.whole), *_of_replies(award_round.value, counted)]
    if (folder / WINNERS_OF_YEAR).is_file():
        winners, _ = open_record(folder / WINNERS_OF_YEAR, WINNERS_OF_YEAR, schema.Winners)
        if winners:
            edits[folder / WINNERS_OF_YEAR] = list(_of_winners(winners.value, counted))
    return {file: each for file, each in edits.items() if each}


def take_over(project: Path, store: Store, edits: dict[Path, list[Change]]) -> Records:
    """Write the figures that were counted where others stand.

    Raises `ProblemsFound` where the records would then be wrong, as where the places of winners would no longer be
    those of their points, or where only a person can write them; then every file is as it was.
    """
    wrong: list[Problem] = []

    def read_back() -> Records | None:
        try:
            return read(project, store, recount=True)
        except ProblemsFound as found:
            wrong.extend(found.problems)
            return None

    records = amend(edits, read_back)
    if records is None:
        name = next(iter(edits)).relative_to(project).as_posix()
        raise ProblemsFound(wrong or [Problem(name, 0, 0, "", *_BY_HAND)])
    return records


def _of_year(record: schema.Round, counted: schema.SurveyFigure) -> Iterator[Edit]:
    years = record.outcomes.satisfaction
    index = next((n for n, each in enumerate(years) if each.year == record.year), None)
    if index is None:
        said = {"year": str(record.year), "percent": str(counted.percent), "replies": str(counted.replies)}
        yield Edit(("outcomes", "satisfaction", len(years)), dict(said))
        return
    yield from _figures(("outcomes", "satisfaction", index), years[index], counted)


def _of_winners(record: schema.Winners, counted: schema.SurveyCounts) -> Iterator[Edit]:
    by_id = {each.winner: each for each in counted.winners if each.winner}
    for index, winner in enumerate(record.winners):
        if winner.satisfaction and winner.id in by_id:
            yield from _figures(("winners", index, "satisfaction"), winner.satisfaction, by_id[winner.id])


def _of_replies(record: schema.Round, counted: schema.SurveyCounts) -> Iterator[Change]:
    """Yield what makes the replies by channel and place those of the export, if it knows any channel."""
    if not counted.replies:
        return
    if not record.replies:
        yield Edit(("replies",), [_row(each) for each in counted.replies], tuple(schema.Round.model_fields))
        return
    came = {reply_checks.spot(each): each for each in counted.replies}
    there = [reply_checks.spot(each) for each in record.replies]
    for index, each in enumerate(record.replies):
        if there[index] in came and came[there[index]].count != each.count:
            yield Edit(("replies", index, "count"), str(came[there[index]].count))
    new = [each for spot, each in came.items() if spot not in there]
    yield from (Edit(("replies", len(there) + n), _row(each)) for n, each in enumerate(new))
    yield from (Removal(("replies", index)) for index in reversed(range(len(there))) if there[index] not in came)


def _row(each: schema.Replies) -> dict[str, Value]:
    spot = {"moo": each.moo, "division": each.division}
    return {
        "channel": each.channel,
        **{key: str(value) for key, value in spot.items() if value is not None},
        "count": str(each.count),
    }


def _figures(
    loc: Loc, written: schema.SatisfactionYear | schema.Satisfaction, counted: schema.SurveyFigure
) -> Iterator[Edit]:
    if written.percent != counted.percent:
        yield Edit((*loc, "percent"), str(counted.percent))
    if written.replies != counted.replies:
        yield Edit((*loc, "replies"), str(counted.replies), ("year", "percent", "replies"))


_BY_HAND = (
    Text("แก้ตัวเลขในไฟล์นี้เองไม่ได้ ไฟล์ยังเหมือนเดิม", "the figures cannot be written into this file; it is as it was"),
    Text(f"เปิดไฟล์แล้วแก้ตามตัวเลขใน {SURVEY}", f"open it and write what {SURVEY} says"),
)
