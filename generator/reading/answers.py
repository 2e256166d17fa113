"""The types of single values in the figures of a survey: `fields` is as long as it may be."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from generator.model import answers
from generator.reading.fields import one_of, whole
from generator.reading.limits import Limit, takes


@takes(Limit(1, 5))
def _level(value: object) -> int:
    return int(one_of("1", "2", "3", "4", "5")(value))


Role = Annotated[answers.ColumnRole, BeforeValidator(one_of(*answers.ROLES))]
Formula = Annotated[answers.Formula, BeforeValidator(one_of(*answers.FORMULAS))]
BandSet = Annotated[answers.BandSet, BeforeValidator(one_of(*answers.BAND_SETS))]
DateOrder = Annotated[answers.DateOrder, BeforeValidator(one_of(*answers.ORDERS))]
Level = Annotated[int, BeforeValidator(_level)]
Answers = Annotated[int, BeforeValidator(whole(0, 100_000_000))]
"""How many answers there are to all questions: a hundred questions to a million people."""
