"""The rules for what citizens said and the office did: two texts of their own, and a division that there is."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from generator.reading.checks import gathered, unknown
from generator.reading.schema import Unread
from generator.reading.tree import Fault
from generator.reading.wording import say, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.reading import schema

MOST_ON_POSTER = 8
"""How many there is room for on one poster, in letters that are read from where people stand."""


def asked(record: schema.Round, counted: schema.SurveyCounts | None) -> list[str]:
    """Return the aspects of the counted survey, or else those that the record asks about, where it says so."""
    if counted is not None:
        with suppress(Unread):
            return [each.aspect for each in counted.aspects if each.aspect]
    with suppress(Unread):
        return [each.name for each in record.survey.aspects]
    return []


def you_said(record: schema.Round, divisions: Mapping[str, str] | None, aspects: list[str]) -> Iterator[Fault]:
    """Yield the faults of the list; `divisions` by code is None where they could not be read."""
    written: list[schema.YouSaid] = []
    with suppress(Unread):
        written = record.you_said
    yield from gathered(
        (
            *(_division(one, index, divisions) for index, one in enumerate(written)),
            *(_aspect(one, index, aspects) for index, one in enumerate(written)),
            *(_texts(written, index) for index in range(len(written))),
            _many(written),
        )
    )


def _division(one: schema.YouSaid, index: int, divisions: Mapping[str, str] | None) -> Iterator[Fault]:
    if one.division is not None and divisions is not None and one.division not in divisions:
        yield unknown(("you_said", index, "division"), one.division, divisions, "สำนัก/กอง", "organisation.yaml")


def _aspect(one: schema.YouSaid, index: int, aspects: list[str]) -> Iterator[Fault]:
    if one.aspect is not None and aspects and one.aspect not in aspects:
        known = dict.fromkeys(aspects, "")
        yield unknown(("you_said", index, "aspect"), one.aspect, known, "ด้านของแบบประเมิน", "survey.yaml")


def _texts(written: list[schema.YouSaid], index: int) -> Iterator[Fault]:
    """Yield what was copied: an answer that repeats the wish is none, and a wish told twice has two answers."""
    one = written[index]
    if one.said == one.did:
        yield Fault(
            ("you_said", index, "did"),
            say(
                f"{shown(one.did)} เหมือนกับที่ประชาชนบอก จึงยังไม่รู้ว่าหน่วยงานทำอะไร",
                "this repeats what citizens said, so it tells nothing that was done",
                "เขียนว่าหน่วยงานทำอะไรไปแล้ว",
                "write what the office did",
            ),
        )
    for above, other in enumerate(written[:index]):
        with suppress(Unread):
            if other.said == one.said:
                yield Fault(
                    ("you_said", index, "said"),
                    say(
                        f"{shown(one.said)} มีแล้วในรายการที่ {above + 1} (you_said[{above}])",
                        f"the same is said in you_said[{above}] already",
                        "รวมสองรายการเป็นรายการเดียว",
                        "make one of the two",
                    ),
                )
                return


def _many(written: list[schema.YouSaid]) -> Iterator[Fault]:
    if len(written) > MOST_ON_POSTER:
        yield Fault(
            ("you_said", MOST_ON_POSTER),
            say(
                f"มี {len(written)} เรื่อง โปสเตอร์มีที่ให้ {MOST_ON_POSTER} เรื่องแรก เรื่องต่อจากนั้นอยู่บนเว็บไซต์เท่านั้น",
                f"there are {len(written)}; a poster has room for {MOST_ON_POSTER}, the others are on the site alone",
                "เรียงเรื่องที่คนรอฟังมากที่สุดไว้ก่อน",
                "put those first that most people wait for",
            ),
            warning=True,
        )
