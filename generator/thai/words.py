"""Where one Thai word ends and the next begins: the cheapest path through a lexicon, with the round's own names in it.

Thai writes no space between words. A run of letters is cut into the fewest and most usual words (a path through the
lexicon, each word at the cost that `tools/make_lexicon.py` gave it). What no word covers is never cut in the middle: it
stays whole, together with what it touches, since it is most likely a name that no record has.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from marisa_trie import Trie

LEXICON = Path(__file__).resolve().parent / "lexicon"

THAI = "ก-ฺเ-ๅ็-๎"
"""The letters and marks that words are made of, as a pattern's class; ฿, digits, ๆ and ฯ are none."""

LONGEST = 40
NAMED = 30
"""What a name of the round costs: less than any two words that look the same."""

LONG, SHORT = 16, 2
"""From so many letters on a word may be taken apart where nothing better is near; a part of so few is not a word."""

PREFIXES = frozenset(("การ", "ความ", "ผู้", "นัก", "ชาว", "ณ"))
"""Words that mean nothing without the next one."""

UNKNOWN = 150
"""The cost of a stretch that no word covers: more than two words, so that it is the last resort."""

PIECE, EVERYWHERE = 3, 62
"""A word of at most so many letters that costs more than this goes with an unknown stretch: ลา in อัสลามูอาลัยกุม."""

_SEAM = re.compile("(?<=[^เแโใไ])(?![ะัาำิีึืฺุู็่้๊๋์ํ๎ๅ])(?!$)")
"""Between two letters: not after a vowel written before its sound, nor before what belongs to the letter before."""

_SEAM_AT = re.Match.start

_HELD = re.compile(r"(?:ั|[ืึ]|(?<!ก)็)[่-๋]?(?=[ก-ฮ])|[ก-ฮ](?=[ก-ฮ][ิุ]?์)|(?<=[ก-ฮ])(?=[ก-ฮ][ิุ]?์)")
"""Where a syllable goes on: after a vowel that needs a final letter, and before a letter that is silenced."""


class Word(NamedTuple):
    """A word of a text, from `start` to `end`, and its cost; what no word of the lexicon covers costs `UNKNOWN`."""

    start: int
    end: int
    cost: int

    @property
    def known(self) -> bool:
        """Return whether the lexicon or the round knows the word."""
        return self.cost < UNKNOWN

    @property
    def syllable(self) -> bool:
        """Return whether this may be a piece of a name: it is short, and not one of the commonest words."""
        return self.end - self.start <= PIECE and self.cost > EVERYWHERE


@lru_cache(maxsize=8192)
def words(run: str, names: tuple[str, ...] = (), without: str = "") -> tuple[Word, ...]:
    """Return the words of a run of Thai letters, without gaps; `names` are words too, each without a space.

    `without` is a word that does not count, so that a compound can be taken apart.
    """
    trie, costs = _lexicon()
    ends = _ends(run)
    own = [(found.start(), len(name)) for name in names for found in re.finditer(re.escape(name), run)]
    # What it costs to reach a place by whole words, and where the last of these starts.
    cheapest, came = dict.fromkeys(ends, _FAR), {}
    cheapest[0] = 0
    reached = cheapest.get
    for start, following in pairwise(ends):
        so_far = cheapest[start]
        if so_far + UNKNOWN < cheapest[following]:
            cheapest[following] = so_far + UNKNOWN
            came[following] = start
        for word, number in trie.iter_prefixes_with_ids(run[start : start + LONGEST]):
            end = start + len(word)
            cost = so_far + costs[number]
            if cost < reached(end, 0) and word != without:
                cheapest[end] = cost
                came[end] = start
        for place, size in own:
            if place == start and so_far + NAMED < reached(start + size, 0):
                cheapest[start + size] = so_far + NAMED
                came[start + size] = start
    return _joined(_back(came, cheapest))


@lru_cache(maxsize=8192)
def parts(word: str) -> tuple[int, ...]:
    """Return where a long term may be divided if it must be: at the marks of `terms.txt`, or between its own words."""
    if word in _terms():
        return _terms()[word]
    if len(word) < LONG:
        return ()
    found = words(word, without=word)
    if not all(part.known and part.end - part.start > SHORT for part in found):
        return ()
    return tuple(part.end for part in found[:-1] if word[part.start : part.end] not in PREFIXES)


@lru_cache(maxsize=8192)
def deeper(word: str) -> tuple[int, ...]:
    """Return where the terms of which a long word consists may be divided themselves: the office's of its mayor."""
    ends = (0, *parts(word), len(word)) if word not in _terms() else ()
    return tuple(start + end for start, stop in pairwise(ends) for end in _terms().get(word[start:stop], ()))


def counted_word(word: str) -> int | None:
    """Return a word's number in the lexicon, by which its files are ordered; None for one that is not in it."""
    number: int | None = _lexicon()[0].get(word)
    return number


_FAR = 1 << 30


def _ends(run: str) -> list[int]:
    """Return the places of a run at which a word may end by the rules of spelling alone, both its ends among them."""
    held = {found.end() for found in _HELD.finditer(run)}
    return [0, *(place for place in map(_SEAM_AT, _SEAM.finditer(run)) if place not in held), len(run)]


def _back(came: dict[int, int], cheapest: dict[int, int]) -> list[Word]:
    """Return the words of the cheapest path, first to last; `came` is where the last word before a place starts."""
    found, place = [], max(cheapest)
    while place:
        start = came[place]
        found.append(Word(start, place, cheapest[place] - cheapest[start]))
        place = start
    return found[::-1]


def _joined(found: list[Word]) -> tuple[Word, ...]:
    """Return the words, each unknown stretch as one with its neighbours and with the small pieces beyond them."""
    strange = [word.cost >= UNKNOWN for word in found]
    if not any(strange):
        return tuple(found)
    for way in (range(1, len(found)), range(len(found) - 2, -1, -1)):
        for place in way:
            strange[place] |= strange[place - way.step] and found[place].syllable
    made = found[:1]
    for place in range(1, len(found)):
        if strange[place] or strange[place - 1]:
            made[-1] = Word(made[-1].start, found[place].end, UNKNOWN)
        else:
            made.append(found[place])
    return tuple(made)


@cache
def _terms() -> dict[str, tuple[int, ...]]:
    """Return the terms of `terms.txt`, each with the places of its marks."""
    lines = (LEXICON / "terms.txt").read_text(encoding="utf-8").splitlines()
    listed = [line.split("¦") for line in lines if line and not line.startswith("#")]
    return {"".join(each): tuple(accumulate(map(len, each[:-1]))) for each in listed}


@cache
def _lexicon() -> tuple[Trie, bytes]:
    from marisa_trie import Trie  # who cuts nothing does not pay for it

    return Trie().load(str(LEXICON / "words.marisa")), (LEXICON / "costs.bin").read_bytes()
