"""What was counted of a survey, as `tonbaep import survey` kept it: figures of groups of five and more, no reply."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from generator.model.answers import BandSet, Formula

OTHERS = "อื่น ๆ"
"""What groups are called that are too few to stand alone, and answers that name none."""


@dataclass(frozen=True, slots=True)
class CountedFigure:
    """What came of some answers, and of what: `name` is an aspect, a question or a group, empty for other groups.

    `deviation` is None of a single answer, `band` empty of answers yes and no.
    """

    name: str
    replies: int
    answers: int
    mean: Decimal
    deviation: Decimal | None
    percent: Decimal
    band: str


@dataclass(frozen=True, slots=True)
class CountedSurvey:
    """A round's survey: how many replies were read and counted, by which method, and its figures.

    `items` are the questions, each with the name of its aspect; `services` is what people came for.
    These, `divisions`, `channels` and `places` are groups of replies.
    """

    counted: int
    percent: Formula
    bands: BandSet
    population: int | None
    whole: CountedFigure
    aspects: tuple[CountedFigure, ...]
    items: tuple[tuple[str, CountedFigure], ...]
    divisions: tuple[CountedFigure, ...]
    services: tuple[CountedFigure, ...]
    channels: tuple[CountedFigure, ...]
    places: tuple[CountedFigure, ...]
