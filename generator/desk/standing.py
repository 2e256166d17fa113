"""What comes next, in one ordered list: where the round stands, what is wrong or due, what hangs today."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.desk import labels, proofs, today
from generator.desk.pages import BY_WORD, CONSENT, place_of, trail
from generator.disclosure import ahead_of, resting, standing_of
from generator.ledger import answers
from generator.problems import Text
from generator.reading.wording import empty
from generator.thai.dates import date_range

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from generator.amending.held import Held
    from generator.disclosure import Pending
    from generator.model import AwardRound, Records
    from generator.problems import Problem


def overview(held: Held, year: int) -> dict[str, Any]:
    """Return what the first page shows of a year."""
    records, problems = held.read()
    moment = held.moment()
    award_round = next((each for each in records.rounds if each.programme.year == year), None) if records else None
    signed = award_round.signed if award_round else None
    faults = [each for each in problems if not each.warning]
    doubts = [each for each in problems if each.warning]
    unproven = proofs.of_year(held, year, signed.digest) if signed else []
    return {
        "sound": records is not None,
        "steps": _steps(award_round, moment) if award_round else [],
        "todo": _todo(records, award_round, moment) if records and award_round else [],
        "wrong": _remembered(held, f"faults {year}", lambda: gathered(faults, year)) if faults else [],
        "count": len(faults),
        "doubts": [
            *(_remembered(held, f"doubts {year}", lambda: [told(each, year) for each in doubts]) if doubts else []),
            *(told(each, year) for each in unproven),
        ],
        "sheets": today.rows(held, year),
        "behind": today.is_behind(held),
    }


def _remembered(held: Held, what: str, make: Callable[[], list[dict[str, Any]]]) -> list[dict[str, Any]]:
    """Return rows as they were told the last time of the same files: their titles need the whole schema."""
    rows = answers.remembered(held.store, what, held.about, lambda: tuple(tuple(row.items()) for row in make()))
    return [dict(row) for row in rows]


def told(problem: Problem, year: int) -> dict[str, Any]:
    """Return a problem with the way to its field, where a form has it."""
    from generator.desk.fields import path_of, words  # with the schema, for which no page waits that tells nothing

    place = place_of(problem.file, problem.field)
    here = next((part for part in problem.file.split("/") if part.isdigit()), str(year))
    way = ""
    if place:
        page, entry = place
        way = f"/{here}/{page}/{'' if entry is None else f'{entry}/'}#{path_of(problem.field).replace('.', '-')}"
    where = f"{problem.file}:{problem.line}" if problem.line else problem.file
    said, fix = words(problem)
    title = labels.joined(*trail(problem.file, problem.field), between=" · ")
    return {"way": way, "where": where, "title": title, "said": said, "fix": fix}


def gathered(problems: Sequence[Problem], year: int) -> list[dict[str, Any]]:
    """Return problems with the way to each; all open fields of a page are one row, which leads to the first."""
    rows, open_ = list[dict[str, Any]](), dict[str, list[dict[str, Any]]]()
    for problem in problems:
        place, row = place_of(problem.file, problem.field), told(problem, year)
        if place and problem.message == empty().message:
            open_.setdefault(place[0], []).append(row)
        else:
            rows.append(row)
    return [
        *(
            {**each[0], "title": BY_WORD[page].title, "said": labels.still_open(len(each)), "fix": ""}
            for page, each in open_.items()
        ),
        *rows,
    ]


def _steps(award_round: AwardRound, moment: datetime) -> list[dict[str, Text | str]]:
    states = standing_of(award_round, moment)
    return [
        {"text": step.text, "days": date_range(step.starts, step.ends), "state": state, "said": labels.STATES[state]}
        for step, state in zip(award_round.programme.steps, states, strict=True)
    ]


def _todo(records: Records, award_round: AwardRound, moment: datetime) -> list[dict[str, Text | str]]:
    year = award_round.programme.year
    ahead = ahead_of(records.organisation, award_round, moment, rests=year in resting(records, moment))
    told = ahead.as_json(named=True)
    rows: list[dict[str, Text | str]] = [
        {"said": labels.joined(_said(task), *_names(task.who)), "way": _way(task.settled, year)} for task in ahead.todo
    ]
    turn = told["turn"]
    return [*rows, {"said": Text(turn["th"], turn["en"]), "way": _way("tonbaep build", year)}] if turn else rows


def _said(task: Pending) -> Text:
    """Return what is to be done, in the words of somebody who types neither a command nor a record."""
    thai = task.act or ": ".join(part for part in (task.what, task.cure) if part)
    return labels.joined(labels.by(task.by), Text(thai, task.english)) if task.by else Text(thai, task.english)


def _way(settled: str, year: int) -> str:
    """Return where the desk settles a task: the button of a command, or the form of a key."""
    kind, _, rest = settled.partition(" ")
    if rest:
        return f"/{year}/do/#{rest}"
    file, _, key = kind.partition(".")
    if key in {"", CONSENT}:
        return f"/{year}/{key}/" if key else ""
    place = place_of(f"{file}.yaml", key)
    return f"/{year}/{place[0]}/{'' if key == BY_WORD[place[0]].listed else f'#{key}'}" if place else ""


def _names(who: Sequence[str]) -> list[str]:
    return [f"({', '.join(who)})"] if who else []
