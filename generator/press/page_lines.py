"""Where a line of a page may end: the rules of `generator.thai.lines`, given to a browser in HTML.

A browser divides Thai by its own dictionary, which knows neither the people nor the places of a round. In large words
each atom is kept on one line, with a break allowed after it; in running text, where so many tags would weigh more than
the words, only what a dictionary gets wrong is held together.
"""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from generator import jawi
from generator.thai import lines

if TYPE_CHECKING:
    from collections.abc import Iterable

WHOLE, LONG = '<span class="tb-keep">', '<span class="tb-part">'
"""The tags that open a run which stays on one line, and one which does so where there is room."""

ENDS = '<span class="tb-keep tb-ends">'
"""The tag that opens a run after which a line may end although no space follows.

The style sheet allows it: a `<wbr>` would be read out as a pause in the middle of a word.
"""

MALAY = '<span class="tb-jawi" lang="ms-Arab" dir="rtl">{}</span>'

NARROW = 14
"""How many letters fit on one line of a heading even on the narrowest screen, marks above and below not counted."""

_NBSP = "\u00a0"
_PART = re.compile(
    r'(?P<button><a class="tb-button.*?</a>|<(?:script|style|svg)\b.*?</(?:script|style|svg)>)'
    r"|(?P<tag><(?P<close>/?)(?P<name>\w+)[^>]*>)|(?P<text>[^<]+)",
    re.DOTALL,
)
"""A page's parts; a button is one part, since it lays out each of its own as a column."""

_DISPLAY = re.compile(r'<(?:h[1-3]\b|(?:p|blockquote|strong) class="[^"]*(?:lead|citation|tb-quote|tb-file__title)\b)')
"""The tags that open large words: headings, the lead, a person's quote, the title of a file."""


def kept(page: str, names: Iterable[str]) -> str:
    """Return finished HTML whose lines end where a careful typesetter would end them.

    Only what people read is changed: tags and attributes stay as they are.
    """
    known, display, made = tuple(names), "", []
    for part in _PART.finditer(page):
        if not display and _DISPLAY.match(part[0]):
            display = part["name"]
        elif part["close"] and part["name"] == display:
            display = ""
        if part["text"] is None or part["text"].isspace():
            made.append(part[0])
        else:
            made.append(_set(part["text"], known, large=bool(display)))
    return "".join(made)


def _set(written: str, names: tuple[str, ...], *, large: bool) -> str:
    """Return words with their line ends; Malay in Arabic letters is marked as such and runs from right to left."""
    thai = _large if large else _running
    if not jawi.has(written):
        return thai(written, names)
    made, end = [], 0
    for run in jawi.RUN.finditer(written):
        made += [thai(written[end : run.start()], names), MALAY.format(run[0])]
        end = run.end()
    return "".join((*made, thai(written[end:], names)))


@lru_cache(maxsize=2048)
def _large(written: str, names: tuple[str, ...]) -> str:
    """Return large words with each atom whole, and no end after a word that leads on to the next."""
    runs, made = [""], ""
    for text, cost in lines.atoms(html.unescape(written), names):
        runs[-1] += text
        if cost < lines.LONE:
            runs.append("")
    runs = [run for run in runs if run]
    for number, run in enumerate(runs, 1):
        words = run.rstrip()
        ends = words == run and number < len(runs)
        made += f"{_whole(words, ends=ends)}{run[len(words) :]}" if words else " "
    return made


@lru_cache(maxsize=8192)
def _running(written: str, names: tuple[str, ...]) -> str:
    """Return running text in which names, terms and figures are whole."""
    text = html.unescape(written)
    made, end = [], 0
    for start, stop, whole in lines.held(text, names):
        said = text[start:stop]
        made += [html.escape(text[end:start], quote=False), _whole(said) if whole else _escaped(said)]
        end = stop
    return "".join((*made, html.escape(text[end:], quote=False)))


def _whole(text: str, *, ends: bool = False) -> str:
    """Return a run in the tags that keep it whole; one that may be wider than a screen is an inline block.

    With `ends` a line may end after it; after an inline block it may anyway.
    """
    letters = sum(unicodedata.category(letter) != "Mn" for letter in text)
    opened = LONG if letters > NARROW else ENDS if ends else WHOLE
    return f"{opened}{_escaped(text)}</span>"


def _escaped(text: str) -> str:
    return html.escape(text, quote=False).replace(" ", _NBSP)
