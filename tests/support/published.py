"""A site as a build would leave it, without a build: files from a dictionary, and somebody who publishes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.publishing.release import Asked
from tests.support import sites

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.problems import Text
    from generator.publishing.release import Wanted

FIRST, SECOND, THIRD = (f"2024-04-{day}T09:00:00+07:00" for day in (21, 22, 23))
NOBODY = "0123456789abcdef"
"""Stands for a word that nobody guesses."""
MALEE, SOMSAK = "2567/malee named", "2567/somsak named"


def site(files: Mapping[str, str | bytes], at: str = FIRST, shown: Iterable[str] = ()) -> Wanted:
    """Return a finished site with these files."""
    raw = {name: value.encode() if isinstance(value, str) else value for name, value in files.items()}
    return sites.wanted(raw, *shown, at=at)


class Clerk:
    """Somebody who publishes, and what they were asked."""

    def __init__(self, *, says: bool = False) -> None:
        """Answer every question alike."""
        self.says, self.questions = says, list[str]()

    def _answer(self, question: Text) -> bool:
        self.questions.append(question.th)
        return self.says

    def asks(self, *permitted: str, adopt: bool = False) -> Asked:
        """Return how this clerk publishes, with whoever may be shown today."""
        return Asked(
            frozenset(permitted),
            NOBODY,
            NOBODY,
            agree=self._answer,
            progress=lambda *_: None,
            waiting=lambda: None,
            adopt=adopt,
        )
