"""A telephone number from one reading: what is dialled, what is printed and what is said cannot differ."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Telephone:
    """A number to call; where several lines share it, the first is dialled and all are printed and said.

    `dialled` is one line's digits without its extension, with +66 in front only where the record has it; `printed` is
    the number as the office groups it, in Arabic figures; `said` are an announcer's words, in which 2 is โท.
    """

    dialled: str
    printed: str
    said: str

    def __str__(self) -> str:
        """Return the number as it is printed."""
        return self.printed

    @property
    def international(self) -> str:
        """The digits with the country's code, for programs; a short number has none and is the same everywhere."""
        return f"+66{self.dialled[1:]}" if self.dialled.startswith("0") else self.dialled
