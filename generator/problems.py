"""What is wrong with the records, said to the person who can mend it; knows nothing of how it was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

Language = Literal["th", "en"]


class Text(NamedTuple):
    """One sentence in the two languages of the terminal; Thai is what the clerk reads by default."""

    th: str
    en: str

    def say(self, language: Language) -> str:
        """Return the sentence in one language."""
        return self.th if language == "th" else self.en


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of the records: where it stands, what is wrong with the value written, and what to type instead.

    `file` is relative to the project folder with forward slashes; `line` and `column` count from 1, and 0 means
    that the fault has no place in the file (a missing file, say). `field` is a path such as `winners[0].photo.alt`.
    """

    file: str
    line: int
    column: int
    field: str
    message: Text
    fix: Text
    warning: bool = False

    def say(self, language: Language = "th") -> str:
        """Return the two lines that a terminal shows; an editor can jump to the place that opens the first."""
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        field = f" {self.field}:" if self.field else ""
        kind = Text("คำเตือน: ", "warning: ").say(language) if self.warning else ""
        cure = Text("แก้ไข", "fix").say(language)
        return f"{place}:{field} {kind}{self.message.say(language)}\n    {cure}: {self.fix.say(language)}"

    def as_json(self) -> dict[str, object]:
        """Return the problem for a script: the same parts, both languages."""
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "field": self.field,
            "message": self.message._asdict(),
            "fix": self.fix._asdict(),
            "warning": self.warning,
        }


class ProblemsFound(Exception):
    """Everything that one run found wrong, in the order of the files; never raised for one fault while others wait."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Sort the problems by place so that two runs over the same records print the same lines."""
        self.problems = tuple(sorted(problems, key=lambda p: (p.file, p.line, p.column, p.field)))
        super().__init__("\n".join(problem.say("en") for problem in self.problems))
