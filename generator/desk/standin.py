"""Records with open fields, made whole by examples, so that somebody who fills them in sees a poster from the start.

Only the eyes of the desk get to see them, and everything made of them says that it is a sample. What the door finds
wrong or missing is replaced by what stands in its place in an example of the same year, until the door finds nothing.
"""

from __future__ import annotations

import copy
import re
from datetime import date
from typing import TYPE_CHECKING, Final

from generator.amending import template
from generator.amending.begin import STEPS
from generator.amending.hand import lines_of
from generator.amending.said import keyed
from generator.disk import passing
from generator.era import BUDDHIST_ERA
from generator.problems import ProblemsFound
from generator.reading import read, schema
from generator.reading.folder import ORGANISATION, ROUND, WINNERS, WINNERS_OF_YEAR
from generator.thai.dates import long_date

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.amending.hand import Value
    from generator.model import Records
    from generator.problems import Problem
    from generator.reading.tree import Loc
    from generator.store import Store

_ROUNDS: Final = 8
"""How often the door is asked: what it finds only once something else is sound comes later."""

_PART = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".avif"})

_DAYS: Final = {
    "committee": ((3, 1), (3, 3)),
    "criteria": ((3, 7), (3, 10)),
    "criteria_notice": ((3, 13), (3, 15)),
    "nominations": ((3, 16), (3, 31)),
    "judging": ((4, 17), (4, 19)),
    "result": ((4, 20), (4, 20)),
    "ceremony": ((4, 26), (4, 26)),
    "publicity": ((4, 26), (4, 30)),
}
"""Months and days of an example's steps."""


def whole(
    project: Path, year: int, said: Mapping[str, Value], place: Path, store: Store
) -> tuple[Records | None, bool]:
    """Return the records of one year made whole, or None where examples do not help; and whether any were needed.

    `said` are the values of files by their names below `winners/`; the folder `place` holds what is read.
    """
    examples = _examples(year, said.get(ORGANISATION), said.get(f"{year}/{ROUND}"))
    values: dict[str, Value] = {name: copy.deepcopy(said.get(name)) or {} for name in examples}
    _pictures(project / WINNERS, place / WINNERS, str(year))
    for turn in range(_ROUNDS):
        for name, value in values.items():
            shown: dict[str, Value] = {
                **(value if isinstance(value, dict) else {}),
                **({"sample": "ใช่"} if turn else {}),
            }
            passing.put(place / WINNERS / name, "".join(f"{line}\n" for line in lines_of(shown, 0)).encode())
        try:
            return read(place, store), turn > 0
        except ProblemsFound as found:
            if not _mended(values, examples, found.problems):
                break
    return None, False


def _examples(year: int, office: Value, rules: Value) -> dict[str, Value]:
    """Return an example of each file of a year, by its name; it speaks of what the files have, as far as they do."""
    example: dict[str, Value] = dict(template.example(schema.Organisation, whole=False))
    division = next(iter(keyed(office, "divisions") or keyed(example, "divisions")))
    own = _round(year, division)
    category = next(iter(keyed(rules, "categories") or keyed(own, "categories")))
    criteria = keyed(rules, "criteria") or keyed(own, "criteria")
    winner: dict[str, Value] = {
        **template.example(schema.Winner, whole=False),
        "division": division,
        "category": category,
        "scores": dict.fromkeys(criteria, "90"),
    }
    return {ORGANISATION: example, f"{year}/{ROUND}": own, f"{year}/{WINNERS_OF_YEAR}": {"winners": [winner]}}


def _round(year: int, division: str) -> Value:
    def day(month: int, of_month: int) -> str:
        return long_date(date(year - BUDDHIST_ERA, month, of_month))

    example = template.example(schema.Round, whole=False)
    criterion = template.example(schema.Criterion, whole=False)
    survey, outcomes = example["survey"], example["outcomes"]
    steps: list[Value] = [
        {"key": key, "text": STEPS[key], "starts": day(*starts), "ends": day(*ends)}
        for key, (starts, ends) in _DAYS.items()
    ]
    return {
        **example,
        "year": str(year),
        "nominators": [division],
        "steps": steps,
        "result_at": f"{day(4, 20)} เวลา 09.00 น.",
        "criteria": [
            {**criterion, "weight": "60"},
            {**criterion, "key": "people", "name": "ความพึงพอใจของประชาชน", "weight": "40", "citizens": "ใช่"},
        ],
        "categories": [{**template.example(schema.Category, whole=False), "places": "9"}],
        "survey": {
            **(survey if isinstance(survey, dict) else {}),
            **{key: day(*when) for key, when in (("opens", (3, 1)), ("counted_until", (4, 12)), ("closes", (9, 30)))},
        },
        "outcomes": {**(outcomes if isinstance(outcomes, dict) else {}), "satisfaction": [], "complaints": []},
    }


def _pictures(winners: Path, place: Path, year: str) -> None:
    """Let the pictures of a year, and the seal, lie where the records made whole are read."""
    for folder in (winners, winners / year, winners / year / "photos"):
        for file in sorted(folder.iterdir()) if folder.is_dir() else ():
            new = place / file.relative_to(winners)
            if file.suffix.lower() in _PICTURES and file.is_file():
                passing.bring(file, new)


def _mended(values: dict[str, Value], examples: Mapping[str, Value], problems: tuple[Problem, ...]) -> bool:
    """Put examples where something is wrong, and return whether anything changed."""
    changed = False
    for problem in problems:
        name = problem.file.removeprefix(f"{WINNERS}/")
        loc: Loc = tuple(int(number) if number else key for key, number in _PART.findall(problem.field))
        if name in values and loc and not problem.warning:
            changed = _replaced(values[name], examples[name], loc) or changed
    return changed


def _replaced(value: Value, example: Value, loc: Loc) -> bool:
    """Put into a value what the example has at a path; where that stands there already, it is left out."""
    step, rest = loc[0], tuple(loc[1:])
    known, inner = _at(example, step), _at(value, step)
    if rest and isinstance(inner, dict | list) and inner:
        if isinstance(step, int) and isinstance(known, dict) and "id" in known:
            known = {**known, "id": person_id(step), "place": str(step + 1)}
        return _replaced(inner, known, rest)
    if known is not None and inner != known:
        return _put(value, step, copy.deepcopy(known))
    return inner is not None and _put(value, step, None)


def _put(value: Value, step: str | int, new: Value) -> bool:
    """Put something in a place, or leave the place out; return whether there was such a place."""
    if isinstance(value, dict) and isinstance(step, str):
        if new is None:
            del value[step]
        else:
            value[step] = new
        return True
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        value[step : step + 1] = [] if new is None else [new]
        return True
    return False


def person_id(entry: int) -> str:
    """Return what stands in for the id of an entry of the winners."""
    return f"person-{entry + 1}"


def _at(value: Value, step: str | int) -> Value:
    if isinstance(value, dict) and isinstance(step, str):
        return value.get(step)
    if isinstance(value, list) and value and isinstance(step, int):
        return value[min(step, len(value) - 1)]
    return None
