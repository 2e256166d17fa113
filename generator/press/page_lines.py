"""Where a line of a page may end: the rules of `generator.thai.lines`, told to a browser in HTML.

A browser divides Thai by its own dictionary, which knows neither the people nor the places of a round. In words that
are set large each atom is a run that stands on one line, and a break is allowed between two; in running text, where so
many tags would weigh more than the words, only what a dictionary gets wrong is held together.
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
"""What opens around a run of a page that stands on one line, and around one that does so where it fits."""

ENDS = '<span class="tb-keep tb-ends">'
"""What opens around a run after which a line may end though no space follows.

The style sheet allows it: a `<wbr>` is a pause in the middle of a word to whoever has a page read out.
"""

MALAY = '<span class="tb-jawi" lang="ms-Arab" dir="rtl">{}</span>'

NARROW = 14
"""Letters that stand on one line of a heading even on the narrowest screen; marks over and under them do not count."""

_NBSP = "\u00a0"
_PART = re.compile(
    r'(?P<button><a class="tb-button.*?</a>|<(?:script|style|svg)\b.*?</(?:script|style|svg)>)'
    r"|(?P<tag><(?P<close>/?)(?P<name>\w+)[^>]*>)|(?P<text>[^<]+)",
    re.DOTALL,
)
"""A page's parts; a button comes as one, since it lays out each of its parts as a column of its own."""

_DISPLAY = re.compile(r'<(?:h[1-3]\b|(?:p|blockquote|strong) class="[^"]*(?:lead|citation|tb-quote|tb-file__title)\b)')
"""What opens words that are set large: headings, the lead, what is quoted of a person, the title of a file."""


def kept(page: str, names: Iterable[str]) -> str:
    """Return finished HTML whose lines end where a careful typesetter would end them.

    Only what a reader reads is touched: tags and attributes stay as they are.
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
    """Return written words with their line ends; Malay in Arabic letters is told as such, and runs from the right."""
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

    With `ends` a line may end after it; behind an inline block it may anyway.
    """
    letters = sum(unicodedata.category(letter) != "Mn" for letter in text)
    opened = LONG if letters > NARROW else ENDS if ends else WHOLE
    return f"{opened}{_escaped(text)}</span>"


def _escaped(text: str) -> str:
    return html.escape(text, quote=False).replace(" ", _NBSP)
