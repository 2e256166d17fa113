"""Words to be read out, on paper: runs as they are said, with the written form kept where it differs.

Modules that write scripts for the ear build paragraphs from these; `press/typst/speech.typ` typesets them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from fractions import Fraction
from functools import lru_cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any, Literal

from generator.thai import heard_in, read_aloud, spoken_name, syllables
from generator.thai.dates import MONTHS
from generator.thai.lines import WORD, atoms, held
from generator.thai.unspeakable import Unspeakable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.disclosure import Honour, PublicRound, PublicWinner
    from generator.model import Name, Readings


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a paragraph: how they are said, how the record writes them if that differs, and their kind.

    A `name` and a telephone `number` must stay on one line. A `breath` is a mark and is not said: `/` for a short one,
    `//` for a long one. `unsure` marks a gap for words that no rule can read aloud: how they are said is written in by
    hand, below how they are written. `tail` is the polite word at the end of the sentence, which must not begin a line.
    A `rest` continues the figure before it after a breath; the written form stands above the beginning of that figure,
    for both.
    """

    say: str
    written: str | None = None
    kind: Literal["plain", "figure", "name", "number", "breath", "rest"] = "plain"
    unsure: bool = False
    tail: str = ""


_FIELDS = tuple(field.name for field in fields(Run))

Part = Run | tuple[Run, ...] | str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs that are said together; a cue is an instruction to the announcer and is not said."""

    runs: tuple[Run, ...]
    cue: bool = False

    @property
    def spoken(self) -> str:
        """The words as they are said, without marks."""
        return "".join(run.say + run.tail for run in self.runs if run.kind != "breath")

    @property
    def syllables(self) -> int:
        """How many syllables are said."""
        return beats(self.runs)

    @property
    def lasts(self) -> Fraction:
        """How long it takes, in syllables said without a pause, with the rests at its marks."""
        return self.syllables + sum((RESTS[run.say.strip()] for run in self.runs if run.kind == "breath"), Fraction())

    def view(self) -> dict[str, Any]:
        """Return the paragraph as plain values."""
        return {"cue": self.cue, "runs": [{name: getattr(run, name) for name in _FIELDS} for run in self.runs]}


Groups = tuple[tuple[Paragraph, ...], ...]
"""Paragraphs in order; those of one group stand on one page."""


RESTS = {"/": Fraction(1), "//": Fraction(8, 3)}
"""How long a mark rests, in syllables: at 200 a minute, 0.3 and 0.8 seconds. Exact, since Pythons add floats in
different ways, and an announcement that just fits its time would be cut on one computer and not on another."""

TEMPO = Fraction(20, 17)
"""How much faster syllables follow each other between rests than over a whole text.

An announcer's pace is measured with the rests of the passage that `tonbaep pace` shows: of 170 syllables a minute on
the whole, 200 are said a minute without them.
"""


def seconds(lasts: Fraction, pace: int) -> Fraction:
    """Return the seconds of what lasts so many syllables, read by somebody of this pace."""
    return lasts * 60 / (pace * TEMPO)


GAP, GAP_BEATS = "." * 16, 6
"""What stands where nobody knows yet how something is said: room to write it in, and how long it may take to say."""


def beats(runs: Iterable[Run]) -> int:
    """Return the syllables of runs; marks do not count."""
    return sum(_heard(run.say + run.tail) for run in runs if run.kind != "breath")


@lru_cache(maxsize=16384)
def _heard(text: str) -> int:
    """Return the syllables of a text; if no rule can read it aloud, one for every two letters."""
    if text.startswith(GAP):
        return GAP_BEATS + _heard(text.removeprefix(GAP))
    try:
        return syllables(text)
    except Unspeakable:
        return len(text) // 2


def cue(words: str) -> Paragraph:
    """Return an instruction to the reader, which is not said."""
    return Paragraph((Run(words),), cue=True)


def paragraph(*parts: Part, tail: str = "") -> Paragraph:
    """Return a paragraph made of runs and of our own words, which are Thai letters and need no rule.

    Adjacent plain runs are joined, so that a phrase of our words and the record's is one phrase.
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


BRIEF, SHORT, LONG = 8, 15, 40
"""In syllables: what makes a breath worth taking, what fits in one breath, and the most that a sentence may have."""

DIVIDED = SHORT - 3
"""Longest phrase in syllables without a breath: with a word before it and a polite word after it, it is long."""

BREATH, REST = Run("\u00a0/", kind="breath"), Run("\u00a0//", kind="breath")

_LEADS_ON = re.compile(
    r"(?:ประจำปี|ตั้งแต่|ประมาณ|หมายเลข|เพื่อ|โดย|ถึง|(?<!เจ้าหน้า)ที่|ใน|จาก|และ|หรือ|มี|แก่|แต่|กับ|ของ|ว่า|อีก|โทร|ทั้ง|เมื่อ)\s*$"
)
"""Words after which nobody takes a breath."""

_CLOSES_UP = re.compile(rf"\s*(?:คือ|{'|'.join(MONTHS)})(?:\s|$)")
"""Words before which nobody takes a breath: a month belongs to its day."""

_SPACE = re.compile(r"(?<=\S)\s+(?=\S)")

_GOES_ON = re.compile(
    r"\s*(?:ประจำปี|ปี|พุทธศักราช|เวลา|จำนวน|ของ|ด้าน|ที่|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|"
    rf"{'|'.join(MONTHS)})"
)
"""Beginnings before which nobody takes a long rest: a date is one thing, with its year and its hour."""

_JOINS = re.compile(r"(?:ของ|และ|หรือ|ที่|ใน|ตาม|เพื่อ|แก่|โดย|จาก|ซึ่ง)")
"""A word that begins an addition to a phrase; before it the voice pauses most easily."""

_AWKWARD, _TOO_LONG, _INSIDE = 40, 12, 4


@lru_cache(maxsize=4096)  # many lengths and villages hear the same paragraph
def breathing(said: Paragraph) -> Paragraph:
    """Return a paragraph with marks for breath, `BRIEF` to `SHORT` syllables apart as far as its words allow.

    A breath is taken at a space, where the voice pauses; a name or a number is never divided. A long breath ends the
    paragraph, and a sentence that would otherwise have more than `LONG` syllables, but never within a date. Marks that
    the paragraph has already stay, for what is told one by one.
    """
    runs: list[Run] = []
    sentence = 0
    for part in _told_apart(said.runs):
        for n, group in enumerate(_groups(list(_phrases(part)))):
            count = beats(group)
            rest = n > 0 and sentence + count > LONG and not _goes_on(group)
            if runs:
                runs += [REST if rest else BREATH, Run(" ")]
            sentence = count if rest else sentence + count
            runs += _trimmed(group, first=len(runs) == 0)
    return Paragraph((*runs, REST), said.cue)


def _told_apart(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    """Yield the runs between the marks that stand already."""
    for is_mark, part in groupby(runs, lambda run: run.kind == "breath"):
        if not is_mark:
            yield tuple(part)


def _goes_on(group: list[Run]) -> bool:
    """Return whether a group goes on with the date or the thing before it, or counts it."""
    return group[0].kind in ("rest", "figure") or bool(_GOES_ON.match("".join(run.say for run in group)))


def _groups(phrases: list[Run]) -> list[list[Run]]:
    """Return phrases in groups, each said in one breath, divided in the way that is easiest for the reader."""
    best: list[tuple[float, int]] = [(0, 0)]
    for end in range(1, len(phrases) + 1):
        best.append(min((best[start][0] + _effort(phrases, start, end), start) for start in range(end)))
    groups, end = [], len(phrases)
    while end:
        groups.append(phrases[best[end][1] : end])
        end = best[end][1]
    return groups[::-1]


def _effort(phrases: list[Run], start: int, end: int) -> float:
    """Return the cost of saying these phrases in one breath and taking the next breath after them."""
    count = beats(phrases[start:end])
    effort = 3 + max(0, BRIEF - count) + _TOO_LONG * max(0, count - SHORT)
    if end == len(phrases):
        return effort
    before, after = phrases[end - 1].say, phrases[end].say
    inside = not (before[-1:].isspace() or after[:1].isspace())
    awkward = _LEADS_ON.search(before) or _CLOSES_UP.match(after)
    return effort + _INSIDE * inside + _AWKWARD * (bool(awkward) + 2 * (not after.strip()))


def _trimmed(group: list[Run], *, first: bool) -> list[Run]:
    """Return a group without white space at its end, where a mark follows, or at its beginning, if a mark precedes it.

    The parts of a figure are joined again if no breath is taken between them.
    """
    runs: list[Run] = []
    for run in group:
        if run.kind == "rest" and runs:
            runs[-1] = replace(runs[-1], say=runs[-1].say + run.say, tail=run.tail)
        else:
            runs.append(run)
    if not first:
        runs[0] = replace(runs[0], say=runs[0].say.lstrip())
    while runs and not (runs[-1].say + runs[-1].tail).strip():
        runs.pop()
    if runs and not runs[-1].tail:
        runs[-1] = replace(runs[-1], say=runs[-1].say.rstrip())
    return runs


def _phrases(runs: tuple[Run, ...]) -> Iterator[Run]:
    """Yield the runs, with plain ones and figures divided into phrases, each with the space that follows it."""
    for run in runs:
        if run.kind not in ("plain", "figure") or run.unsure:
            yield run
            continue
        parts = [part for phrase in _spaced(run.say) for part in _breaths(phrase)]
        last = len(parts) - 1
        for n, part in enumerate(parts):
            kind = "rest" if n and run.kind == "figure" else run.kind
            yield Run(part, None if n else run.written, kind, tail="" if n < last else run.tail)


def _spaced(said: str) -> list[str]:
    """Return words in parts between the spaces at which the voice may rest: not inside a name, a place or a figure."""
    stretches = [(start, end) for start, end, _ in held(said)]
    ends = {end for _, end in stretches} & {start for start, _ in stretches}
    places = [space.end() for space in _SPACE.finditer(said)]
    rests = [at for at in places if at not in ends and not any(start < at < end for start, end in stretches)]
    return [said[start:end] for start, end in pairwise((0, *rests, len(said)))]


def _breaths(phrase: str) -> Iterator[str]:
    """Yield a phrase in parts of few syllables, divided between words where it sounds most natural."""
    pieces = [] if _heard(phrase) <= DIVIDED else atoms(phrase)
    if len(pieces) <= 1:
        yield phrase
        return
    texts = [atom.text for atom in pieces]
    halves = [("".join(texts[:n]), "".join(texts[n:]), pieces[n - 1].cost) for n in range(1, len(pieces))]
    first, second, _ = min(halves, key=_division)
    yield from _breaths(first)
    yield from _breaths(second)


def _division(halves: tuple[str, str, int]) -> int:
    """Return the cost of dividing a phrase in two for the ear, given the cost of a line break there."""
    first, second, cost = halves
    return cost + abs(_heard(first) - _heard(second)) - WORD * bool(_JOINS.match(second))


def ordinal(word: str, number: int) -> Run:
    """Return a number of our own counting, in words alone: nobody needs to check it against the record."""
    return Run(read_aloud(f"{word} {number}"))


def placed(honour: Honour) -> Run:
    """Return a place in a group of staff in words alone, which says so where others share it."""
    return Run(read_aloud(honour.place_text))


def _readings(award_round: PublicRound) -> Readings:
    return award_round.organisation.readings


def record(award_round: PublicRound, text: str) -> tuple[Run, ...]:
    """Return words of the record as they are said; the office's own readings win over every rule."""
    return as_said(text, _readings(award_round))


@lru_cache(maxsize=4096)
def as_said(text: str, readings: Readings) -> tuple[Run, ...]:
    """Return words as they are said, with the written form kept where it differs.

    A phrase that is read the same alone as in its sentence is a run of its own, so that the written form stands above
    the words it belongs to. What cannot be read aloud is neither guessed nor left out: a gap stands for it, and the
    sheet lists it.
    """
    try:
        speech = read_aloud(text, readings=readings)
    except Unspeakable:
        return tuple(_with_gaps(text, readings))
    try:
        phrases = [(phrase, read_aloud(phrase, readings=readings)) for phrase in text.split()]
    except Unspeakable:
        phrases = []
    if " ".join(say for _, say in phrases) != speech:
        phrases = [(text, speech)]
    runs: list[Run] = []
    for phrase, say in phrases:
        if runs:
            runs.append(Run(" "))
        runs.append(Run(say) if _same(say, phrase) else Run(say, phrase, "figure"))
    return tuple(runs)


def _with_gaps(text: str, readings: Readings) -> Iterator[Run]:
    """Yield what can be said of a text, with a gap for each stretch that cannot."""
    for part in heard_in(text, readings=readings):
        yield Run(part.say) if part.gap is None else Run(GAP, part.gap, "figure", unsure=True)


def called(award_round: PublicRound, name: Name) -> Run:
    """Return a person's name in the form in which it is called out."""
    return as_called(name, _readings(award_round))


@lru_cache(maxsize=4096)
def as_called(name: Name, readings: Readings) -> Run:
    """Return a name as it is called out, with the written form where it differs; a gap where nobody knows."""
    full = name.full
    try:
        say = spoken_name(name, readings)
    except Unspeakable:
        return Run(GAP, full, "name", unsure=True)
    return Run(say, None if _same(say, full) else full, "name")


def _same(say: str, written: str) -> bool:
    """Return whether speech and writing are the same but for spaces and quotation marks."""
    return re.sub(r"[\s“”\"]", "", say) == re.sub(r"[\s“”\"]", "", written)


def told_apart(told: Iterable[Part]) -> list[Part]:
    """Return what is listed with a breath before each but the first, and the word for “and” before the last."""
    listed = list(told)
    parts: list[Part] = listed[:1]
    for number, each in enumerate(listed[1:], 2):
        parts += [" ", BREATH, *(("และ",) if number == len(listed) else ()), each]
    return parts


def honours(award_round: PublicRound, winner: PublicWinner) -> Paragraph:
    """Return what a winner was chosen for, as it is said."""
    return paragraph("ผลงานเด่น คือ ", record(award_round, winner.citation))
