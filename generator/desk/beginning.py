"""The first page of an office that has no records yet: eight questions, each of which may be left for later."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.amending.begin import QUESTIONS, begin
from generator.era import BUDDHIST_ERA
from generator.reading.schema import Round
from generator.reading.shapes import shapes
from generator.thai.digits import to_arabic

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.amending.held import Held
    from generator.problems import Text


class Answer(NamedTuple):
    """A question as a form shows it: what was typed, and what is wrong with it and how to mend it."""

    word: str
    asked: Text
    value: str
    wrong: tuple[Text, Text] | None


class Beginning:
    """What somebody answered so far."""

    def __init__(self, held: Held, form: Mapping[str, str]) -> None:
        """Take a form, which may be empty."""
        self._held = held
        self._typed = {question.word: form.get(question.word, "").strip() for question in QUESTIONS}
        this_year = held.moment().year + BUDDHIST_ERA
        self.year = to_arabic(form.get("year", str(this_year)).strip())
        self.folder = str(held.workshop.project)

    @property
    def answers(self) -> list[Answer]:
        """The questions with their answers."""
        found = []
        for question in QUESTIONS:
            typed = self._typed[question.word]
            fault = question.fault(typed) if typed else None
            wrong = (fault.message, fault.fix) if fault else None
            found.append(Answer(question.word, question.asked, typed, wrong))
        return found

    @property
    def year_is_sound(self) -> bool:
        """Whether the year is one that a round can have."""
        return shapes(Round)["year"].fault(self.year) is None and isinstance(self._year, int)

    @property
    def _year(self) -> object:
        """What the door takes the year for."""
        return shapes(Round)["year"].meaning(self.year)

    def write(self) -> int | None:
        """Write the records, and return their year; None where an answer is wrong or records are there by now."""
        year = self._year
        if not self.year_is_sound or not isinstance(year, int) or any(answer.wrong for answer in self.answers):
            return None
        with self._held.workshop.locked(lambda: None):
            if self._held.years():
                return None
            begin(self._held.workshop.project, year, self._typed)
        return year
