"""Report in words which line ends of a finished PDF a careful typesetter would reject.

The judge is independent of the code that chooses line ends: it knows the marks made by a person (`gold_set`), where
glyphs stand (`paper`) and how wide letters are; it knows neither the lexicon nor any template.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from functools import cache, partial
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from generator import typefaces
from tests.support.gold_set import CANNOT_BEGIN, CANNOT_END
from tests.support.paper import lines, off_the_page, overlapping

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.support.gold_set import Item
    from tests.support.paper import Line

__all__ = ["bad_ends", "judged", "lines", "off_the_page", "overlapping"]

CONNECTIVES: Final = frozenset(("และ", "หรือ", "ที่", "ของ", "ใน", "กับ", "โดย", "เพื่อ", "จาก"))
"""Words that must not end a line of a title, since the reader is left hanging."""

WIDOW: Final = 5
"""Letters, not counting marks, from which a last line of one word is a proper line and not a leftover."""

UNEVEN: Final = 2.5
"""How much longer than the other one line of a title may be for the sake of a phrase that stays whole.

A last line that fills such a part of its column is no leftover either: in a narrow one หน้าร้านค้า over ชุมชน is even,
and หน้า over ร้านค้าชุมชน, which leaves no word alone, is not.
"""

KERNED: Final = 0.01
"""How much wider, in em, a pair of letters may stand than both widths added: a row that fits may be kerned."""


class Judged(NamedTuple):
    """How many lines end within some texts, how many titles stand on two lines, and each bad end in words."""

    ends: int
    in_two: int
    bad: list[str]


def bad_ends(items: Iterable[Item], paper: Iterable[Line], column: float | None = None) -> list[str]:
    """Return each forbidden line end within an item's text, in words, and a message for each text that is missing.

    `column` is the width in points that the paper has for a title, by default the item's own widest line.
    """
    return judged(items, paper, column).bad


def judged(items: Iterable[Item], paper: Iterable[Line], column: float | None = None) -> Judged:
    """Return what `bad_ends` does, and how many ends were looked at."""
    page = _Paper.of(paper)
    found = [_found(item, page, column) for item in items]
    in_two = sum(len(ends) == 1 and line is not None for ends, line, _ in chain.from_iterable(found))
    ends = sum(len(ends) for ends, _, _ in chain.from_iterable(found))
    return Judged(ends, in_two, [message for _, _, bad in chain.from_iterable(found) for message in bad])


class _Paper(NamedTuple):
    """Lines, their letters as one run without white space, and where each line stops in it."""

    lines: list[Line]
    letters: str
    stops: list[int]
    edges: frozenset[int]

    @classmethod
    def of(cls, lines: Iterable[Line]) -> _Paper:
        own = list(lines)
        squeezed = [_squeeze(line.text) for line in own]
        stops = list(accumulate(map(len, squeezed)))
        return cls(own, "".join(squeezed), stops, frozenset((0, *stops)))


def _found(item: Item, paper: _Paper, column: float | None) -> list[tuple[tuple[int, ...], Line | None, list[str]]]:
    """Return for each place where an item stands its ends, its largest line if it is a title, and what is wrong."""
    wanted, found, start = _squeeze(item.text), [], -1
    while (start := paper.letters.find(wanted, start + 1)) >= 0:
        stop, first = start + len(wanted), bisect_right(paper.stops, start)
        last = bisect_left(paper.stops, stop)
        ends = tuple(end - start for end in paper.stops[first:last])
        alone = item.kind == "title" and start in paper.edges and stop in paper.edges
        line = max(paper.lines[first : last + 1], key=lambda line: line.size) if alone else None
        found.append((ends, line, _judged(item, ends, line, column)))
    return found or [((), None, [f"{item.place}: the text is not on the paper as it was written"])]


def _judged(item: Item, ends: tuple[int, ...], line: Line | None, column: float | None) -> list[str]:
    """Return what is wrong with an item's line ends.

    `line` is the largest of its lines, since a word too wide for a line is set smaller; None if the text is only part
    of another text, and so no title.
    """
    bad = [f"{item.place}: {_why(item, end)}: “{_near(item, end)}”" for end in ends if end not in item.may_end]
    if bad or line is None or not ends:
        return bad
    rows = list(pairwise((0, *ends, len(_squeeze(item.text)))))
    limit = column or max(_wide(item, row, line) for row in rows)
    faults = [fault for row in rows if (fault := _untidy(item, row, line, limit))]
    if len(faults) <= _fewest_faults(item, ends, line, limit):
        return [f"{item.place}: {fault}" for fault in _cut_phrase(item, ends, line, limit)]
    return [f"{item.place}: {fault}, though the title divides without it" for fault in faults]


def _cut_phrase(item: Item, ends: tuple[int, ...], line: Line, limit: float) -> list[str]:
    """Return that a title of two lines is cut inside a phrase, if a space divides it evenly enough."""
    if len(ends) != 1 or _at_space(item, ends[0]):
        return []
    length = len(_squeeze(item.text))
    for end in sorted(filter(partial(_at_space, item), item.may_end)):
        rows = (0, end), (end, length)
        wide = [_wide(item, row, line) for row in rows]
        fits = max(wide) <= min(limit - KERNED * line.size, UNEVEN * min(wide))
        if fits and not any(_untidy(item, row, line, limit) for row in rows):
            return [f"a phrase is cut: “{_near(item, ends[0])}”, though the title divides at “{_near(item, end)}”"]
    return []


def _at_space(item: Item, end: int) -> bool:
    return item.text[_place(item, end) - 1].isspace()


def _why(item: Item, end: int) -> str:
    letters, place = _squeeze(item.text), _place(item, end)
    if any(start < place < start + len(name) for name in item.names for start in _starts(item.text, name)):
        return "a line ends inside a name"
    if letters[end] in CANNOT_BEGIN or letters[end - 1] in CANNOT_END:
        return "a line ends where a letter or sign is torn from its own"
    if _at_space(item, end):
        return "a line ends at a space that holds two things together"
    return "a line ends inside a word"


def _near(item: Item, end: int) -> str:
    place = _place(item, end)
    return f"{item.text[max(0, place - 10) : place]}|{item.text[place : place + 10]}"


def _starts(text: str, part: str) -> list[int]:
    return [start for start in range(len(text)) if text.startswith(part, start)]


def _squeeze(text: str) -> str:
    """Return a text without white space and zero-width characters, as line ends are counted."""
    return "".join(letter for letter in text if not letter.isspace() and letter not in "\u200b\u2060\ufeff\u00ad")


def _place(item: Item, end: int) -> int:
    """Return the place in an item's text of the letter that comes after `end` letters, not counting white space."""
    return [place for place, letter in enumerate(item.text) if not letter.isspace()][end]


def _wide(item: Item, row: tuple[int, int], line: Line) -> float:
    """Return how many points wide a row of an item is in the face and size of a line on paper."""
    start, stop = _place(item, row[0]), _place(item, row[1] - 1) + 1
    return typefaces.width(item.text[start:stop], line.face) * line.size / 1000


def _untidy(item: Item, row: tuple[int, int], line: Line, limit: float) -> str:
    """Return what may end a row but should not do so in a title, a connective or a leftover; otherwise ""."""
    letters, (start, stop) = _squeeze(item.text), row
    last_word = letters[max((end for end in item.may_end if start <= end < stop), default=start) : stop]
    if stop < len(letters):
        return f"a line ends with the connective {last_word}" if last_word in CONNECTIVES else ""
    size = sum(unicodedata.category(letter) != "Mn" for letter in last_word)
    lonely = size < WIDOW and len(last_word) == stop - start and _wide(item, row, line) < limit / UNEVEN
    return f"the last line is the single word {last_word}" if lonely else ""


def _fewest_faults(item: Item, ends: tuple[int, ...], line: Line, limit: float) -> int:
    """Return the fewest faults a title can have in as many lines, none wider than `limit`, no term divided."""
    limit -= KERNED * line.size
    length, impossible = len(_squeeze(item.text)), len(ends) + 2
    places = sorted((item.may_end - item.rather_not) | set(ends))

    @cache
    def fewest(start: int, left: int) -> int:
        stops = [length] if left == 0 else [place for place in places if place > start]
        fitting = [stop for stop in stops if _wide(item, (start, stop), line) <= limit]
        faults = (bool(_untidy(item, (start, stop), line, limit)) for stop in fitting)
        return min(
            (fault + (fewest(stop, left - 1) if left else 0) for fault, stop in zip(faults, fitting, strict=True)),
            default=impossible,
        )

    return fewest(0, len(ends))
