"""A text on its way to speech: rules change it in place, and one who asks is told what each did, and to which letters.

`Draft` is how a text is read. `Noted` reads by the same rules and remembers where every spoken letter comes from; what
no rule may say becomes a gap in it, so that the rest of the text is still read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.thai.unspeakable import Unspeakable

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator

FIRST_READING, FIRST_GAP, LAST_TOKEN = 0xE000, 0xF000, 0xF8FF
"""Private-use letters, which no record can contain: one for each reading of the record's own, one for each gap."""

READINGS = f"{chr(FIRST_READING)}-{chr(FIRST_GAP - 1)}"
GAPS = f"{chr(FIRST_GAP)}-{chr(LAST_TOKEN)}"
TOKENS = f"{chr(FIRST_READING)}-{chr(LAST_TOKEN)}"
"""The same as classes of a pattern."""


class Rule(NamedTuple):
    """One way of writing and how it is said; `kind` is what such writing is, a key of `kinds.KINDS`.

    `say` raises `Unspeakable` where it must not be guessed, and returns what it was given to leave it to later rules.
    A text without the letters that the rule `needs` is not searched.
    """

    kind: str
    pattern: re.Pattern[str]
    say: str | Callable[[re.Match[str]], str]
    needs: str = ""


def ask(found: re.Match[str]) -> str:
    """Refuse all that a pattern found: it may be several things."""
    raise Unspeakable(found[0].strip())


class Place(NamedTuple):
    """A stretch of a text that is said, found otherwise than by a pattern."""

    start: int
    end: int
    said: str


class Draft:
    """A text that is being read; strict: the first thing that must not be guessed at ends it."""

    def __init__(self, text: str) -> None:
        """Begin with the written text."""
        self.text = text

    def apply(self, rules: Iterable[Rule]) -> None:
        """Apply rules one after another, each to the whole text."""
        text = self.text
        for _, pattern, say, needs in rules:
            if needs in text:
                text = pattern.sub(say, text)
        self.text = text

    def rewrite(self, kind: str, places: Iterable[Place]) -> None:  # noqa: ARG002 - what `Noted` remembers
        """Put what is said in place of the places, which are in order and do not overlap."""
        parts, at = [], 0
        for start, end, said in places:
            parts += [self.text[at:start], said]
            at = end
        self.text = "".join((*parts, self.text[at:]))


class Note(NamedTuple):
    """What a rule did: to which letters of the written text, and what kind of writing they are."""

    start: int
    end: int
    kind: str


class Gap(NamedTuple):
    """Letters of the written text that no rule may say: where they stand, and which must be given a reading."""

    start: int
    end: int
    letters: str


class Noted(Draft):
    """A draft that remembers, letter by letter, which written letters a spoken one comes from."""

    def __init__(self, text: str) -> None:
        """Begin with the written text, every letter of which is its own origin."""
        super().__init__(text)
        self.written = text
        self.origins = [(place, place + 1) for place in range(len(text))]
        self.notes: list[Note] = []
        self.gaps: list[Gap] = []

    def apply(self, rules: Iterable[Rule]) -> None:
        """Apply rules one after another; where one raises `Unspeakable`, leave a gap and go on."""
        for rule in rules:
            gaps = -1
            while gaps < len(self.gaps):  # what stands beside a gap is read anew
                gaps = len(self.gaps)
                self.rewrite(rule.kind, tuple(self._places(rule)))

    def rewrite(self, kind: str, places: Iterable[Place]) -> None:
        """Put what is said in place of the places, and note what became of which letters."""
        text: list[str] = []
        origins: list[tuple[int, int]] = []
        at = 0
        for start, end, said in places:
            head, tail = _same_ends(self.text[start:end], said)
            first, last = start + head, end - tail
            text += [self.text[at:first], said[head : len(said) - tail]]
            origins += self.origins[at:first]
            at = last
            origin = self._origin(first, last)
            origins += [origin] * (len(said) - head - tail)
            if first < last or len(said) > head + tail:
                self.notes.append(Note(*origin, kind))
        self.text = "".join((*text, self.text[at:]))
        self.origins = [*origins, *self.origins[at:]]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return where letters of the written text stand that were the origin of some letters of the draft."""
        return self._origin(start, end)

    def _origin(self, start: int, end: int) -> tuple[int, int]:
        spans = self.origins[start:end]
        if spans:
            return min(span[0] for span in spans), max(span[1] for span in spans)
        return self.origins[start - 1] if start else (0, 0)

    def _places(self, rule: Rule) -> Iterator[Place]:
        behind = 0
        for found in rule.pattern.finditer(self.text):
            if found.start() < behind:
                continue
            try:
                said = found.expand(rule.say) if isinstance(rule.say, str) else rule.say(found)
            except Unspeakable as fault:
                gap = self._gap(found, fault.letters, behind)
                behind = gap.end
                yield gap
                continue
            if said != found[0]:
                yield Place(*found.span(), said)

    def _gap(self, found: re.Match[str], letters: str, behind: int) -> Place:
        """Return the gap for what a rule refused: the letters that it named, or all that it found.

        They may begin before what was found, 7-Twelve, but not before the end of the last change, `behind`.
        """
        there = self.text.find(letters, max(behind, found.start() - len(letters) + 1))
        start, end = (there, there + len(letters)) if 0 <= there <= found.end() else found.span()
        first, last = self._origin(start, end)
        if letters not in self.written:  # an earlier rule had said a part of it: the clerk knows what was written
            letters = self.written[first:last].strip()
        self.gaps.append(Gap(first, last, letters))
        return Place(start, end, chr(FIRST_GAP + len(self.gaps) - 1))


def _same_ends(before: str, after: str) -> tuple[int, int]:
    """Return how many letters two texts share at their beginning, and how many of the rest at their end."""
    most = min(len(before), len(after))
    head = next((place for place in range(most) if before[place] != after[place]), most)
    most -= head
    tail = next((place for place in range(most) if before[-1 - place] != after[-1 - place]), most)
    return head, tail
