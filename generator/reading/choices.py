"""Reads a choice among words: some of them, all of them, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import BeforeValidator

from generator.reading import wording
from generator.reading.fields import one_of, wrong
from generator.reading.limits import Limit, takes

if TYPE_CHECKING:
    from collections.abc import Iterable

ALL = "ทั้งหมด"


def chosen(words: Iterable[str]) -> object:
    """Return a reader of some of these words: a list, one word, everything (`ทั้งหมด`) or nothing (`ไม่ใช้`)."""
    everything, nothing = tuple(words), {"ไม่ใช้", "ไม่มี"}
    one = one_of(*everything, ALL, *sorted(nothing))

    @takes(Limit(words=dict.fromkeys(everything, "")))
    def read(value: object) -> object:
        alone = [value] if isinstance(value, str) else value
        if not isinstance(alone, list) or not all(isinstance(each, str) for each in alone):
            return alone
        found = [one(each) for each in alone]
        if len(found) > 1 and (alone_only := {ALL, *nothing} & {*found}):
            raise wrong(wording.not_alone(min(alone_only), everything))
        return list(everything) if found == [ALL] else [each for each in found if each not in nothing]

    return Annotated[list[str], BeforeValidator(read)]
