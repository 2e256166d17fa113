"""Where a line of a page may end: the rules of `generator.thai.lines`, given to a browser in HTML.

A browser divides Thai by its own dictionary, which knows neither the people nor the places of a round, and some have
none. So each run of atoms is kept on one line, with a break allowed after it. In large words a run is an atom; in
running text, where so many tags would weigh more than the words, it is as many as fit a few letters.
"""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from generator import jawi
from generator.thai import lines
from generator.thai.words import THAI

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WHOLE, LONG = '<span class="tb-keep">', '<span class="tb-part">'
"""The tags that open a run which stays on one line, and one which does so where there is room."""

ENDS = '<span class="tb-keep tb-ends">'
"""The tag that opens a run after which a line may end although no space follows.

The style sheet allows it: a `<wbr>` would be read out as a pause in the middle of a word.
"""

RUN, LAST, ROOM = "<t-w>", "<t-k>", "<t-p>"
"""The same for running text: a line may end after it, or not; it stays on one line where there is room.

They are elements of our own, which mean nothing by themselves: a page has hundreds, and a `<span>` with its class would
take three times the bytes.
"""

MALAY = '<span class="tb-jawi" lang="ms-Arab" dir="rtl">{}</span>'

NARROW = 14
"""How many letters fit on one line of a heading even on the narrowest screen, marks above and below not counted."""

SMALL = 10
"""How many letters of running text stand together though a line may end between any two of their words."""

TINY = 3
"""A word of so few letters stays with the next one: alone at the end of a line it waits for its other half."""

ALONE, JOINED = 8, 16
"""Fewer letters than the first are no proper beginning or end of a phrase of running text; with their neighbours they
are whole up to the second, which a line of so small letters always holds."""

_NOT = ("ไม่", "ไม่ต้อง")
"""Words that say the opposite: alone at the end of a line they make the next line say what is not so."""

_DIVISION, DIVISION = ("กอง", "สำนัก"), 20
"""What a division's name begins with, and how many letters of it stand together, with what leads on to it."""

_NBSP, _SPACES = "\u00a0", " \t\n"
_ROW_END = re.compile(r"(?<=[^ \t\n])[ \t]*\n[ \t\n]*(?=[^ \t\n])")
"""The end of a line of the source between two words: a browser drops it after the sign that allows a line's end."""

_DIVIDED = re.compile(f"[{THAI}]{{2}}|[{THAI}].*[ –/-]|[ –/-].*[{THAI}0-9๐-๙]")
"""What some browser might divide: Thai letters side by side, and signs and spaces between figures and words."""

_SYLLABLE = re.compile("[เแโใไ]?[ก-ฮ][ะ-ฺ็-๎]*")
"""A letter with all that belongs to it, which no browser divides."""

_SOME = "[^<\u0600-\u08ff\ufb50-\ufeff]*"
"""Words without Malay in Arabic letters, which is marked wherever it stands."""

_PART = re.compile(
    r'(?P<button><a class="tb-button.*?</a>|<(?P<raw>script|style|svg|pre|code|textarea)\b.*?</(?P=raw)>)'
    rf'|(?P<held><span class="tb-(?:name"><span>{_SOME}</span> <span>{_SOME}</span>|keep">{_SOME})</span>)'
    r"|(?P<tag><(?P<close>/?)(?P<name>\w+)[^>]*>)|(?P<text>[^<]+)",
    re.DOTALL,
)
"""A page's parts. A button is one, since it lays out each of its own as a column; what a template holds is held."""

_SAID = re.compile(r"(?<=>)(\s*)([^<]*[^<\s])(?=\s*<)")
"""Words between two tags."""

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
        if part["button"] and part["raw"] is None:
            made.append(_button(part[0], known))
        elif part["text"] is None or part["text"].isspace():
            made.append(part[0])
        else:
            made.append(_set(part["text"], known, large=bool(display)))
    return "".join(made)


def _button(markup: str, names: tuple[str, ...]) -> str:
    """Return a button in which words of several runs are one part of it."""

    def said(found: re.Match[str]) -> str:
        space, words = found.groups()
        kept = _set(words, names, large=False, entire=False)
        return f"{space}<span>{kept}</span>" if kept.count(RUN) else found[0]

    return _SAID.sub(said, markup)


def _set(written: str, names: tuple[str, ...], *, large: bool, entire: bool = True) -> str:
    """Return words with their line ends; Malay in Arabic letters is marked as such and runs from right to left."""
    thai = _large if large else partial(_running, entire=entire)
    written = _ROW_END.sub(" ", written)
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
    joined, made = [lines.Atom("", lines.LONE)], ""
    for text, cost in _atoms(html.unescape(written), names):
        before = joined.pop() if joined[-1].cost >= lines.LONE else lines.Atom("", cost)
        joined.append(lines.Atom(before.text + text, cost))
    runs = _runs(joined, 0)
    for number, run in enumerate(runs, 1):
        words = run.rstrip()
        ends = words == run and number < len(runs)
        made += f"{_whole(words, ENDS if ends else WHOLE)}{run[len(words) :]}" if words else " "
    return made


@lru_cache(maxsize=8192)
def _running(written: str, names: tuple[str, ...], *, entire: bool = True) -> str:
    """Return running text in runs that no browser divides, with a line's end allowed between them.

    No few letters of a phrase stand alone, if it is to be `entire`: a button has large words and little room.
    """
    runs = _runs(_atoms(html.unescape(written), names), SMALL, entire=entire)
    made = []
    for number, run in enumerate(runs, 1):
        words = run.strip(_SPACES)
        if not words:
            made.append(run)
            continue
        front, _, behind = run.partition(words)
        ends = number < len(runs)
        apart = (number == 1 or runs[number - 2][-1] in _SPACES) and (behind or not ends)
        whole = _DIVIDED.search(words) and not (apart and _SYLLABLE.fullmatch(words))
        made += [front, _whole(words, RUN if ends else LAST, JOINED) if whole else _escaped(words), behind]
    return "".join(made)


def _atoms(text: str, names: tuple[str, ...]) -> Iterator[lines.Atom]:
    """Yield the atoms of a text; on a page a word that says the opposite leads on to the next one."""
    for atom, cost in lines.atoms(text, names):
        yield lines.Atom(atom, lines.LONE if atom.endswith(_NOT) else cost)


def _runs(atoms: Iterable[lines.Atom], small: int, *, entire: bool = False) -> list[str]:
    """Return atoms in runs: where it costs most to end a line, they are joined first, as long as a run stays short.

    Words that nothing holds together stand together up to `small` letters.
    """
    texts, costs = [], []
    for text, cost in atoms:
        texts.append(text)
        costs.append(cost)
    for cost in sorted(set(costs[:-1]) - {lines.SPACE}, reverse=True):
        place = 0
        while place < len(texts) - 1:
            both = texts[place] + texts[place + 1]
            longest = NARROW if cost > lines.WORD or _letters(texts[place]) <= TINY else small
            if cost == lines.PART and texts[place].endswith(_DIVISION):
                longest = DIVISION
            if costs[place] == cost and (_letters(both) <= longest or texts[place].endswith(_NOT)):
                texts[place : place + 2], costs[place : place + 2] = [both], [costs[place + 1]]
            else:
                place += 1
    return [run for phrase in _phrases(texts) for run in (_entire(phrase) if entire else phrase)]


def _entire(phrase: list[str]) -> list[str]:
    """Return the runs of a phrase, no few letters of it alone before or behind the end of a line.

    The space is near: there the line may end as well, and what belongs together stays so.
    """
    if len(phrase) > 1 and _letters(phrase[0]) < ALONE and _letters(phrase[0] + phrase[1].strip(_SPACES)) <= JOINED:
        phrase = ["".join(phrase[:2]), *phrase[2:]]
    if len(phrase) > 1 and _letters(phrase[-1].strip(_SPACES)) < ALONE and _letters("".join(phrase[-2:])) <= JOINED:
        phrase = [*phrase[:-2], "".join(phrase[-2:])]
    return phrase


def _phrases(runs: list[str]) -> Iterator[list[str]]:
    """Yield runs from one space to the next; a phrase of a few letters is one run."""
    phrase: list[str] = []
    for number, run in enumerate(runs, 1):
        phrase.append(run)
        if run[-1] in _SPACES or number == len(runs):
            whole = "".join(phrase)
            yield [whole] if _letters(whole.strip(_SPACES)) <= NARROW else phrase
            phrase = []


def _whole(text: str, opened: str, most: int = NARROW) -> str:
    """Return a run in the tags that keep it whole; one that may be wider than a screen is an inline block.

    After that a line may end as it is.
    """
    if _letters(text) > most:
        opened = ROOM if opened in {RUN, LAST} else LONG
    name = opened[1:-1].partition(" ")[0]
    return f"{opened}{_escaped(text)}</{name}>"


def _letters(text: str) -> int:
    """Return how many letters stand side by side, without the marks above and below them."""
    return sum(unicodedata.category(letter) != "Mn" for letter in text)


def _escaped(text: str) -> str:
    return html.escape(text, quote=False).replace(" ", _NBSP)
