"""What is to be said, on paper: runs of words as they are said, with the writing kept where it differs.

Whoever writes a script for the ear puts paragraphs together from these; `press/typst/speech.typ` sets them.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from generator.thai import read_aloud, spoken_name
from generator.thai.unspeakable import Unspeakable

if TYPE_CHECKING:
    from generator.model import Name


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a paragraph: how they are said, how the record writes them if it differs, and their kind.

    A `name` and a telephone `number` must stand on one line. `unsure` marks words that no rule could say: they are
    shown as they are written. `tail` is the polite word that closes the sentence and must not begin a line.
    """

    say: str
    written: str | None = None
    kind: Literal["plain", "figure", "name", "number"] = "plain"
    unsure: bool = False
    tail: str = ""


Part = Run | tuple[Run, ...] | str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs that are said together; a cue is an instruction to the operator and is not said."""

    runs: tuple[Run, ...]
    cue: bool = False

    def view(self) -> dict[str, Any]:
        """Return the paragraph as plain values."""
        return {"cue": self.cue, "runs": [asdict(run) for run in self.runs]}


Groups = tuple[tuple[Paragraph, ...], ...]
"""Paragraphs in order; those of one group stand on one page."""


def cue(words: str) -> Paragraph:
    """Return an instruction to whoever reads, which is not said."""
    return Paragraph((Run(words),), cue=True)


def paragraph(*parts: Part, tail: str = "") -> Paragraph:
    """Return a paragraph of runs and of our own words, which are Thai letters and need no rule.

    Plain runs that follow each other become one, so that a phrase of our words and the record's is one phrase.
    """
    runs: list[Run] = []
    for part in parts:
        for run in part if isinstance(part, tuple) else (Run(part) if isinstance(part, str) else part,):
            if runs and runs[-1].kind == run.kind == "plain":
                runs[-1] = Run(runs[-1].say + run.say)
            else:
                runs.append(run)
    runs[-1] = replace(runs[-1], tail=tail)
    return Paragraph(tuple(runs))


def ordinal(word: str, number: int) -> Run:
    """Return our own counting; nobody needs to check it against the record, so no figure stands above it."""
    return Run(read_aloud(f"{word} {number}"))


def record(text: str) -> tuple[Run, ...]:
    """Return words of the record as they are said, with the writing kept where it differs.

    A phrase that says the same on its own as in its sentence is a run by itself, so that the writing stands above the
    words that it is about. What cannot be said is not guessed at and not left out: it stays as it is written, and the
    sheet names it.
    """
    try:
        said = read_aloud(text)
    except Unspeakable:
        return (Run(text, None, "figure", unsure=True),)
    try:
        phrases = [(phrase, read_aloud(phrase)) for phrase in text.split()]
    except Unspeakable:
        phrases = []
    if " ".join(say for _, say in phrases) != said:
        phrases = [(text, said)]
    runs: list[Run] = []
    for phrase, say in phrases:
        if runs:
            runs.append(Run(" "))
        runs.append(Run(say) if _same(say, phrase) else Run(say, phrase, "figure"))
    return tuple(runs)


def called(name: Name) -> Run:
    """Return a person's name as it is called out."""
    full = name.full
    try:
        say = spoken_name(name)
    except Unspeakable:
        return Run(full, None, "name", unsure=True)
    return Run(say, None if _same(say, full) else full, "name")


def _same(say: str, written: str) -> bool:
    """Tell whether speech differs from writing in more than spaces and quotation marks."""
    return re.sub(r"[\s“”\"]", "", say) == re.sub(r"[\s“”\"]", "", written)
