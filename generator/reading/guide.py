"""What each key of a record is called, what it is for and how it may look: forms and templates say it from here.

The table is `guide.tsv`: group and key, title, help and example in Thai, title and help in English. What stands for a
part of a group that was another before, or for a member, is what stands for the group itself. Limits are not here: the
readers know them.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.problems import Text

if TYPE_CHECKING:
    from generator.reading.schema import Written
    from generator.reading.shapes import Shape

_TABLE = Path(__file__).with_name("guide.tsv")
_FORMERLY = "Former"


class Entry(NamedTuple):
    """A key in the words of the clerk; the example is one value, and empty where a group stands."""

    title: Text
    help: Text
    example: str


@lru_cache(maxsize=1)
def table() -> dict[str, Entry]:
    """Return all entries by group and key, as `Winner.story`."""
    rows = (line.split("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines())
    return {
        name: Entry(Text(title, title_en), Text(told, told_en), example)
        for name, title, told, example, title_en, told_en in rows
    }


def named(group: type[Written], key: str) -> str | None:
    """Return under which name the table tells a key of a group; None where it does not."""
    groups = (each.__name__ for each in group.__mro__)
    names = [f"{each.removeprefix(former)}.{key}" for each in groups for former in ("", _FORMERLY)]
    return next((name for name in names if name in table()), None)


def entry(group: type[Written], key: str) -> Entry:
    """Return what is said of a key; raises `KeyError` where the table lacks it."""
    name = named(group, key)
    if name is None:
        raise KeyError(group.__name__, key)
    return table()[name]


def limits(shape: Shape) -> Text | None:
    """Return in words what may be written, if that is bounded: a range, or a length worth telling."""
    limit = shape.limit
    if limit.least is not None and limit.most is not None:
        return Text(f"{limit.least:,} ถึง {limit.most:,}", f"{limit.least:,} to {limit.most:,}")
    if limit.letters is not None:
        return Text(f"ไม่เกิน {limit.letters:,} ตัวอักษร", f"at most {limit.letters:,} characters")
    return None
