"""The blocks that an official paper is made of, as plain values that both presses set; millimetres and points.

`line` is a line of a head; `para` a paragraph, its first line indented; `labelled` a label and what hangs beside it;
`subject` the same with a memo's large label and dots behind; `head` large labels and `fill` plain words, each with dots
to a place; `rows` a table without rules, `table` one with rules and a head; `sign` room for a signature and who signs;
`bars` a chart: names, bars and figures, which can be read without the bars; `figures` a few large figures side by side;
`faces` people in pictures; `choices` boxes to tick, beside them room for a photo;
`side` the two sides of a letter's head; `picture` a photo with its words; `gap` empty lines, `break` the end of a page.

Every text is put into Thai digits here, so that no paper can forget them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from generator.thai.digits import to_thai

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.piece import View

Align = Literal["left", "center", "right"]

INDENT = 25
"""Millimetres of the first line of a paragraph (domain notes, 3.1)."""

ABOVE = 6
"""Points above a paragraph and above what stands in a memo's or letter's head."""

SIGN_AT, SIGN_ACROSS, SIGN_ROOM = 80, 80, 3
"""Where a signature's column begins, how wide it is, and the empty lines for the signature."""

PICTURE = 110
"""Millimetres across which a picture stands."""


def dots(letters: int = 40) -> str:
    """Return a dotted line to write on, about so many letters long."""
    return "." * letters


def _block(kind: str, above: float = 0, **fields: Any) -> View:  # noqa: ANN401 - JSON values of a view
    return {"kind": kind, "above": above, "keep": False, **_thai(fields)}


def _thai(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, str):
        return to_thai(value)
    if isinstance(value, dict):
        return {key: _thai(inner) for key, inner in value.items()}
    return [_thai(each) for each in value] if isinstance(value, (list, tuple)) else value


def line(
    text: str, align: Align = "left", *, bold: bool = False, size: int = 16, above: float = 0, level: int = 0
) -> View:
    """Return a line of a head; `level` makes it a heading for whoever listens."""
    return {**_block("line", above, text=text), "align": align, "bold": bold, "size": size, "level": level}


def heading(text: str, *, above: float = 0, align: Align = "center") -> View:
    """Return the head of a paper."""
    return line(text, align, bold=True, size=20, above=above, level=1)


def para(text: str, *, first: float = INDENT, left: float = 0, above: float = ABOVE, keep: bool = False) -> View:
    """Return a paragraph; `keep` holds it on the page of what comes next."""
    return {**_block("para", above, text=text), "first": first, "left": left, "keep": keep}


def items(texts: Iterable[str], *, first: float = INDENT, above: float = 0) -> list[View]:
    """Return numbered items, each beginning where a paragraph does."""
    return [para(f"{number}.  {text}", first=first, above=above) for number, text in enumerate(texts, 1)]


def labelled(label: str, text: str, at: float, above: float = ABOVE) -> View:
    """Return a label and its text, of which further lines hang beside the label."""
    return {**_block("labelled", above, label=label, text=text), "at": at}


def subject(label: str, text: str, at: float, above: float = 0) -> View:
    """Return a memo's subject."""
    return {**_block("subject", above, label=label, text=text), "at": at}


def head(*parts: tuple[str, str, float], above: float = 0) -> View:
    """Return large labels on one line, each with its value and dots to a place."""
    made = [{"label": label, "text": text, "to": to} for label, text, to in parts]
    return {**_block("head", above, parts=made), "first": 0}


def fill(*parts: tuple[str, float], first: float = 0, above: float = 0, keep: bool = False) -> View:
    """Return words with dots to a place, to write on."""
    made = [{"text": text, "to": to} for text, to in parts]
    return {**_block("fill", above, parts=made), "first": first, "keep": keep}


def rows(columns: Sequence[float], cells: Iterable[Sequence[str]], *, left: float = 0, above: float = 0) -> View:
    """Return rows in columns without rules."""
    return {**_block("rows", above, rows=[list(row) for row in cells]), "columns": list(columns), "left": left}


def table(
    columns: Sequence[float],
    titles: Sequence[str],
    cells: Iterable[Sequence[str]],
    align: Sequence[Align],
    *,
    above: float = ABOVE,
    size: int = 16,
    high: float = 0,
) -> View:
    """Return a table; `high` is the least height of a row that is written on."""
    made = _block("table", above, head=list(titles), rows=[list(row) for row in cells])
    return {**made, "columns": list(columns), "align": list(align), "size": size, "high": high}


def drawn_in(made: View, column: int, shares: Sequence[float]) -> View:
    """Return a table in which the figures of a column have bars beside them, one a row, each a share from 0 to 1."""
    return {**made, "bar": column, "shares": [round(share, 4) for share in shares]}


def undivided(made: View) -> View:
    """Return a table that no page divides, which must be lower than a page."""
    return {**made, "whole": True}


def bars(columns: Sequence[float], rows: Iterable[tuple[str, float, str]], alt: str, *, above: float = 2) -> View:
    """Return a chart of horizontal bars, a row each: what it is of, its share from 0 to 1, and the figure as text.

    The last bar is only an outline: what the others are held against. `alt` says what the chart shows.
    """
    cells = list(rows)
    made = _block(
        "bars", above, called=[name for name, _, _ in cells], values=[value for _, _, value in cells], alt=alt
    )
    return {**made, "columns": list(columns), "shares": [round(share, 4) for _, share, _ in cells]}


def large(*cells: tuple[str, str, str], share: float = 0, target: float = 0, above: float = ABOVE) -> View:
    """Return large figures side by side, each with what it is of and what is to be said of it.

    The first of them can have a picture: a hundred leaves of which a `share` from 0 to 1 is filled, and a line across
    them at a `target`. It says nothing more.
    """
    made = [{"figure": figure, "called": called, "note": note} for figure, called, note in cells]
    return {**_block("figures", above, cells=made), "share": round(share, 4), "target": round(target, 4)}


def faces(people: Sequence[View], *, above: float = ABOVE) -> View:
    """Return people side by side: their pictures, or their given names in place of one; `plain` is that for Word."""
    return {"kind": "faces", "above": above, "keep": False, "people": list(people)}


def choices(options: Sequence[str], of: Sequence[str], until: str, photo: str, *, above: float = ABOVE) -> View:
    """Return boxes to tick, a row for each thing that is asked for, with room for a day; and a frame for a photo."""
    return _block("choices", above, options=list(options), of=list(of), until=until, photo=photo)


def sign(
    *say: str,
    room: int = SIGN_ROOM,
    left: float = SIGN_AT,
    across: float = SIGN_ACROSS,
    above: float = 0,
    keep: bool = False,
) -> View:
    """Return room for a signature and the lines below it, in the middle of a column; `keep` as for a paragraph."""
    return {**_block("sign", above, say=list(say)), "room": room, "left": left, "across": across, "keep": keep}


def side(text: str, say: Sequence[str], at: float, above: float = 0) -> View:
    """Return the two sides of a letter's head: its number, and whose letter it is."""
    return {**_block("side", above, text=text, say=list(say)), "at": at}


def picture(source: str, alt: str, *, above: float = ABOVE) -> View:
    """Return a picture in the middle, with what can be seen on it below."""
    return {**_block("picture", above, text=alt), "src": source, "alt": alt, "across": PICTURE}


def gap(count: int = 1) -> View:
    """Return empty lines."""
    return {**_block("gap"), "rows": count}


def new_page() -> View:
    """Return the end of a page."""
    return _block("break")
