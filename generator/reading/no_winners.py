"""That nobody was chosen, said on purpose: for the whole round in the office's words, or for single categories."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from generator.reading.checks import unique, unknown
from generator.reading.schema import Unread
from generator.reading.tree import Fault
from generator.reading.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.reading import schema
    from generator.reading.tree import Saying

YES, NO = frozenset({"ใช่", "true", "yes"}), frozenset({"ไม่ใช่", "false", "no"})
"""What a clerk may write where a reason is asked for; it says that nobody was chosen, or nothing at all."""


def whole(record: schema.Winners) -> bool:
    """Return whether the record says that nobody was chosen in the whole round."""
    return record.no_winners is not None and record.no_winners.lower() not in NO


def reason(written: str | None) -> str:
    """Return the office's reason, "" where it gives none."""
    return "" if written is None or written.lower() in YES else written


def faults(record: schema.Winners, award_round: schema.Round | None) -> Iterator[Fault]:
    """Yield what contradicts that nobody was chosen."""
    with suppress(Unread):
        if whole(record) and record.winners:
            yield Fault(("no_winners",), _both(len(record.winners)), on_key=True)
    if award_round is None:
        return
    with suppress(Unread):
        names = {category.key: category.name for category in award_round.categories}
        said = [each.category for each in record.no_winners_in]
        yield from unique(("no_winners_in",), "category", said)
        chosen = [winner.category for winner in record.winners]
        for index, key in enumerate(said):
            loc = ("no_winners_in", index, "category")
            if key not in names:
                yield unknown(loc, key, names, "ประเภท", "round.yaml")
            elif key in chosen:
                yield Fault(loc, _chosen(names[key], chosen.count(key)))


def _both(people: int) -> Saying:
    return say(
        f"บอกว่าปีนี้ไม่มีผู้ได้รับการคัดเลือก แต่มีรายชื่ออยู่ {people} คน",
        f"this says that nobody was chosen, but {people} are listed",
        "ลบบรรทัด no_winners หรือลบรายชื่อ ถ้าไม่มีเฉพาะบางประเภท ใช้ no_winners_in",
        "delete no_winners or the names; for single categories write no_winners_in",
    )


def _chosen(name: str, people: int) -> Saying:
    return say(
        f"บอกว่าประเภท{name}ไม่มีผู้ได้รับการคัดเลือก แต่มีรายชื่ออยู่ {people} คน",
        f"this says that nobody was chosen in {name}, but {people} are listed",
        "ลบรายการนี้ หรือแก้ประเภทของคนนั้น",
        "delete this entry, or fix the category of who is listed",
    )
