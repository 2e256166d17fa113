"""The types of single values in the rules of a tally and in score sheets: `fields` is as long as it may be."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, get_args

from pydantic import BeforeValidator

from generator.disclosure.reach import MIN_GROUP
from generator.model import selection
from generator.reading.fields import decimal_of, one_of, whole
from generator.reading.limits import takes

HALVES = "0.5", "1"
"""The steps in which members may score."""


_halves = one_of(*HALVES)


@takes(_halves.limit)
def _step(value: object) -> Decimal:
    return Decimal(_halves(value))


Highest = Annotated[int, BeforeValidator(whole(2, 100))]
Lowest = Annotated[int, BeforeValidator(whole(0, 99))]
Step = Annotated[Decimal, BeforeValidator(_step)]
Score = Annotated[Decimal, BeforeValidator(decimal_of(0, 100))]
Sample = Annotated[int, BeforeValidator(whole(MIN_GROUP, 1_000_000))]
Average = Annotated[selection.Average, BeforeValidator(one_of(*get_args(selection.Average)))]
VoiceOf = Annotated[selection.VoiceOf, BeforeValidator(one_of(*get_args(selection.VoiceOf)))]
TooFew = Annotated[selection.TooFew, BeforeValidator(one_of(*get_args(selection.TooFew)))]
Compared = Annotated[selection.Compared, BeforeValidator(one_of(*get_args(selection.Compared)))]
