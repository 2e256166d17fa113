"""A member's score sheet as a form: its rows, what is locked in it, and the marks by which it is known again.

The form is laid out for a member to fill in, and once more, with what was written and what is wrong with it, when it
came back faulty. Its id says whose it is, its code of which rules and words it was made: a locked cell that somebody
changed is told from one whose words were changed in the records since.
"""

from __future__ import annotations

import hashlib
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.papers import labels, score_labels
from generator.pieces.parts import frame
from generator.reading.tallied import HALVES
from generator.tally import facts
from generator.tally.recusing import recusals
from generator.workbook.labels import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.model import Criterion, Nominee, Programme, ScoreSheet, Selection
    from generator.papers.paper import Asked
    from generator.piece import View

FIXED: Final = ("id", "name", "post", "division", "category")
"""The columns that say who a row is about; the criteria follow them."""
BEHIND: Final = ("recused", "other")
_WIDE: Final = {"id": 11, "name": 30, "post": 26, "division": 24, "category": 18, "recused": 24, "other": 26}
_SCORE, _NAMES = 16, 2
_LISTED: Final = 21
"""Scores that may be given for which they are shown as a list."""
_CODE: Final = 8
"""Letters of each part of the code: a change of words must be seen, nobody is kept from forging one."""


class Row(NamedTuple):
    """A nominee on a member's sheet: why the member may not score, or what was written by the columns' keys.

    `wrong` is what is wrong with it, by column.
    """

    nominee: Nominee
    why_not: str = ""
    written: Mapping[str, str | int | float] = MappingProxyType({})
    wrong: Mapping[str, str] = MappingProxyType({})


def due(programme: Programme) -> tuple[Criterion, ...]:
    """Return the criteria that members score, in the order of the record."""
    return tuple(criterion for criterion in programme.criteria if not criterion.citizens)


def columns(programme: Programme) -> tuple[str, ...]:
    """Return the keys of a sheet's columns; those of criteria begin with a mark that no other key has."""
    return (*FIXED, *(of(criterion) for criterion in due(programme)), *BEHIND)


def of(criterion: Criterion) -> str:
    """Return the key of a criterion's column."""
    return f"score.{criterion.key}"


def rows(programme: Programme, selection: Selection, member: int) -> list[Row]:
    """Return whom a member is asked about, category by category: neither who is unfit nor who has withdrawn."""
    there = [each for each in selection.nominees if not each.unfit and not each.withdrawn]
    return [
        Row(each, recusals(programme, each).get(member, ""))
        for category in programme.categories
        for each in there
        if each.category == category
    ]


def titles(programme: Programme) -> tuple[str, ...]:
    """Return the headings of a sheet's columns."""
    scored = [score_labels.SCORED.format(name=each.name, weight=each.weight) for each in due(programme)]
    return (*(score_labels.HEADS[key] for key in FIXED), *scored, *(score_labels.HEADS[key] for key in BEHIND))


def fixed(nominee: Nominee) -> tuple[str, ...]:
    """Return what stands in the locked cells about somebody."""
    return nominee.id, nominee.name.full, nominee.position, nominee.division.name, nominee.category.name


def code(programme: Programme, heads: Iterable[str], told: Iterable[Sequence[str]]) -> str:
    """Return the code of a sheet: that of the rules, and that of all its locked words."""
    return f"{rules_code(programme)}-{words_code(heads, told)}"


def rules_code(programme: Programme) -> str:
    """Return by what the rules are known again, their order included: it is that of the columns and of the members."""
    return _short(f"{name}: {value}" for name, value in facts.rules(programme).items())


def words_code(heads: Iterable[str], told: Iterable[Sequence[str]]) -> str:
    """Return by what the locked words are known again, whatever another program made of their spaces."""
    return _short(" ".join(each.split()) for line in ((*heads,), *told) for each in line)


def _short(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:_CODE]


def scale(programme: Programme) -> str:
    """Return which scores a member may give."""
    rules = programme.tally
    step = facts.shown(rules.step) if rules.step else "1"
    return score_labels.SCALE.format(lowest=rules.lowest, highest=rules.highest, step=step)


def workbook(asked: Asked, sheet: ScoreSheet, listed: Sequence[Row]) -> View:
    """Return a sheet as a view of `FILLABLE`."""
    programme = asked.award_round.programme
    post = programme.committee[sheet.member - 1].post
    title = score_labels.TITLE.format(year=programme.year, post=post)
    told = code(programme, titles(programme), (fixed(row.nominee) for row in listed))
    office = asked.public.organisation.name
    return {
        **frame.frame(asked.public, title),
        "words_tab": WORDS,
        "sheets": [
            {
                "tab": score_labels.TAB,
                "title": title + (labels.SAMPLE if programme.sample else ""),
                "how": [
                    f"{office}  {frame.of_round(asked.public)}",
                    score_labels.MARKS.format(post=post, id=sheet.id, code=told),
                    score_labels.HOW.format(scale=scale(programme)),
                    f"{score_labels.DONE}  {score_labels.CONFIDENTIAL}",
                ],
                "heads": list(_heads(programme, max((len(row.nominee.id) for row in listed), default=0))),
                "frozen": _NAMES,
                "rows": [list(_cells(programme, row)) for row in listed],
                "below": [score_labels.SIGN],
            },
            _criteria(programme),
        ],
    }


def _heads(programme: Programme, longest: int) -> Iterator[View]:
    """Yield the columns; `longest` is how many letters an id has."""
    every = dict(zip(columns(programme), titles(programme), strict=True))
    for key in FIXED:
        wide = max(_WIDE[key], longest * 5 // 4 + 3) if key == "id" else _WIDE[key]
        yield {"title": every[key], "wide": wide, "locked": True, **({} if key == "id" else {"text": True})}
    rules, step = programme.tally, programme.tally.step
    said = scale(programme)
    given = [rules.lowest + (step or Decimal(1)) * n for n in range(_LISTED + 1)]
    listed = [facts.shown(each) for each in given if each <= rules.highest]
    for criterion in due(programme):
        told = score_labels.HELP["score"].format(weight=criterion.weight, detail=criterion.detail, scale=said)
        yield {
            "title": every[of(criterion)],
            "wide": _SCORE,
            "help": told,
            "tip": told,
            "least": rules.lowest,
            "most": rules.highest,
            "broken": str(step or "") == HALVES[0],
            "told": score_labels.OFF_SCALE.format(scale=said),
            **({"words": listed} if len(listed) <= _LISTED else {}),
        }
    shared = {"help": score_labels.HELP["recused"], "tip": score_labels.HELP["recused"], "text": True}
    words = {"words": list(score_labels.REASONS), "told": score_labels.REASON_NOT_LISTED}
    yield {"title": every["recused"], "wide": _WIDE["recused"], **shared, **words}
    other = {"help": score_labels.HELP["other"], "tip": score_labels.HELP["other"], "text": True}
    yield {"title": every["other"], "wide": _WIDE["other"], **other}


def _cells(programme: Programme, row: Row) -> Iterator[object]:
    for key, said in zip(FIXED, fixed(row.nominee), strict=True):
        yield _cell(said, row.wrong.get(key, ""))
    for key in columns(programme)[len(FIXED) :]:
        written = row.written.get(key, "") if not row.why_not else row.why_not if key == "recused" else ""
        cell = _cell(written, row.wrong.get(key, ""))
        yield {**(cell if isinstance(cell, dict) else {"said": cell}), "locked": True} if row.why_not else cell


def _cell(said: str | float, wrong: str) -> object:
    return {"said": said, "wrong": wrong} if wrong else said


def _criteria(programme: Programme) -> View:
    """Return the second sheet: all criteria with their weights, and what is looked at."""
    wide = {"name": 36, "weight": 12, "detail": 90}
    return {
        "tab": score_labels.CRITERIA_TAB,
        "title": score_labels.CRITERIA_TAB,
        "how": [],
        "heads": [
            {"title": title, "wide": wide[key], "locked": True, **({} if key == "weight" else {"text": True})}
            for key, title in score_labels.CRITERIA.items()
        ],
        "frozen": 1,
        "rows": [[each.name, each.weight, looked_at(each)] for each in programme.criteria],
    }


def looked_at(criterion: Criterion) -> str:
    """Return what a criterion looks at, and whether citizens answer it."""
    return score_labels.BY_CITIZENS.format(detail=criterion.detail) if criterion.citizens else criterion.detail
