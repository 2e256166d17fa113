"""Which sheets the workbook has and which columns each: all of it asked of schema and guide; opens no file.

A row is an entry of a list, or the only one of a group. Of lists within an entry, those that an office fills in by the
dozen (the members of a team, the quiet hours of a village) have sheets of their own, in which each row says whose it
is; all others have no room and are left as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from generator.amending.said import at
from generator.reading import guide, schema
from generator.reading.folder import ORGANISATION, ROUND, WINNERS, WINNERS_OF_YEAR
from generator.reading.shapes import shapes
from generator.workbook.labels import NO, SUCH_AS, YES, whose

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.amending.hand import Value
    from generator.amending.said import Known
    from generator.reading.schema import Written
    from generator.reading.shapes import Shape

Keys: TypeAlias = "tuple[str, ...]"

LONGEST_NAME: Final = 31
"""Letters that Excel allows in the name of a sheet."""


class Column(NamedTuple):
    """A column: where in an entry its value is, its heading and help, and the words to choose from with their Thai.

    With a `word`, it says yes or no to that word of a list.
    """

    keys: Keys
    heading: str
    title: str
    help: str
    shape: Shape
    words: Mapping[str, str]
    required: bool
    word: str = ""


class Sheet(NamedTuple):
    """A sheet: its file and the list or group there, its columns, and by which of them a row is known again.

    With `inner`, its rows are those of the list there in every entry; the column `owner` says in which.
    """

    name: str
    kind: type[Written]
    loc: Keys
    group: type[Written]
    many: bool
    columns: tuple[Column, ...]
    identities: tuple[tuple[Keys, ...], ...]
    inner: Keys = ()
    owner: Column | None = None

    @property
    def place(self) -> Keys:
        """Where its entries are, but for the numbers of those around them."""
        return (*self.loc, *self.inner)

    def file(self, year: int) -> str:
        """Return the file, from the project folder."""
        name = {schema.Organisation: ORGANISATION, schema.Round: f"{year}/{ROUND}"}
        return f"{WINNERS}/{name.get(self.kind, f'{year}/{WINNERS_OF_YEAR}')}"


_SHEETS: Final[tuple[tuple[type[Written], Keys, tuple[tuple[Keys, ...], ...]], ...]] = (
    (
        schema.Winners,
        ("winners",),
        (
            (("id",), ("category",)),
            (("id",),),
            (("name", "first"), ("name", "last"), ("category",)),
            (("team", "name"), ("category",)),
        ),
    ),
    (schema.Organisation, ("villages",), ((("moo",),), (("name",),))),
    (schema.Round, ("replies",), ((("channel",), ("moo",), ("division",)),)),
    (schema.Round, ("outcomes",), ()),
    (schema.Round, ("outcomes", "satisfaction"), ((("year",),),)),
    (schema.Round, ("outcomes", "complaints"), ((("year",),),)),
)
_INNER: Final[tuple[tuple[type[Written], Keys, Keys, str, tuple[tuple[Keys, ...], ...]], ...]] = (
    (schema.Winners, ("winners",), ("team", "members"), "id", ((("first",), ("last",)), (("last",),), (("first",),))),
    (
        schema.Organisation,
        ("villages",),
        ("loudspeaker", "quiet"),
        "moo",
        ((("starts",), ("ends",), ("first",)), (("starts",),), (("why",),)),
    ),
)
"""Lists within the entries of a list, and by which key of an entry a row says in which it is."""

_AROUND: Final = ".."


def sheets(known: Known) -> tuple[Sheet, ...]:
    """Return the workbook's sheets, in their order: what is within others comes after them."""
    whole = tuple(_sheet(kind, loc, identities, known) for kind, loc, identities in _SHEETS)
    return (*whole, *(_inner_sheet(*each, known) for each in _INNER))


def _inner_sheet(
    kind: type[Written], loc: Keys, inner: Keys, key: str, identities: tuple[tuple[Keys, ...], ...], known: Known
) -> Sheet:
    around = shapes(kind)[loc[0]].group or kind
    title, told = guide.entry(kind, loc[0]).title.th, guide.entry(around, key)
    shape = shapes(around)[key]
    owner = Column((_AROUND, key), told.title.th, told.title.th, whose(title), shape, {}, required=True)
    for step in inner[:-1]:
        around = shapes(around)[step].group or around
    group = shapes(around)[inner[-1]].group or around
    name = guide.entry(around, inner[-1]).title.th[:LONGEST_NAME]
    columns = (owner, *_columns(group, known))
    return Sheet(name, kind, loc, group, many=True, columns=columns, identities=identities, inner=inner, owner=owner)


def _sheet(kind: type[Written], loc: Keys, identities: tuple[tuple[Keys, ...], ...], known: Known) -> Sheet:
    around: type[Written] = kind
    for step in loc[:-1]:
        around = shapes(around)[step].group or around
    shape = shapes(around)[loc[-1]]
    group = shape.group or around
    name = guide.entry(around, loc[-1]).title.th[:LONGEST_NAME]
    return Sheet(name, kind, loc, group, shape.many, tuple(_columns(group, known)), identities)


def _columns(
    group: type[Written], known: Known, keys: Keys = (), above: str = "", *, due: bool = True
) -> Iterator[Column]:
    for key, shape in shapes(group).items():
        entry, here = guide.entry(group, key), (*keys, key)
        words = known.get(f"{group.__name__}.{key}", {}) or dict(shape.limit.words)
        required = due and shape.required and key not in group.unless
        if shape.group:
            if not shape.many:
                yield from _columns(shape.group, known, here, entry.title.th, due=required)
            continue
        heading = f"{above}: {entry.title.th}" if above else entry.title.th
        told = _help(entry, shape)
        if shape.keyed:
            for each, name in words.items():
                yield Column((*here, each), f"{entry.title.th}: {name}", name, told, shape, {}, required)
        elif shape.many and shape.kind == "choice" and words:
            for each, name in words.items():
                yes = f"{heading}: {name or each}"
                yield Column(here, yes, name or each, told, shape, {YES: YES, NO: NO}, required, each)
        else:
            words = {YES: YES, NO: NO} if shape.kind == "flag" else words
            yield Column(here, heading, entry.title.th, told, shape, words, required)


def _help(entry: guide.Entry, shape: Shape) -> str:
    limits = guide.limits(shape)
    parts = (entry.help.th, limits.th if limits else "", f"{SUCH_AS} {entry.example}" if entry.example else "")
    return "\n".join(filter(None, parts))


def shown(column: Column, entry: Value) -> str:
    """Return what the cell of an entry says."""
    value = at(entry, column.keys)
    if column.word:
        if not isinstance(value, list):
            return ""
        return YES if column.word in map(column.shape.meaning, map(str, value)) else NO
    if isinstance(value, list):
        return ", ".join(str(each) for each in value)
    if not isinstance(value, str) or not value:
        return ""
    if column.words:
        meant = column.shape.meaning(value)
        code = (YES if meant else NO) if isinstance(meant, bool) else value if value in column.words else str(meant)
        return column.words.get(code) or (code if code in column.words else value)
    return value
