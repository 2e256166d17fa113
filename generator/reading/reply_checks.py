"""The rules for the replies by channel and place in a round's own file; a rule whose values were refused is silent."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from generator.disclosure import REPLY_CHANNELS
from generator.reading.checks import gathered, unknown
from generator.reading.schema import Unread
from generator.reading.tree import Fault
from generator.reading.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.reading import schema


def spot(one: schema.Replies) -> tuple[str, int | None, str | None]:
    """Return what no two items may share: the channel, and the village or division."""
    return one.channel, one.moo, one.division


def replies(
    record: schema.Round, divisions: Mapping[str, str] | None, villages: Mapping[str, str] | None
) -> Iterator[Fault]:
    """Yield the faults of the replies; `divisions` and `villages` by code are None where they could not be read."""
    written: list[schema.Replies] = []
    with suppress(Unread):
        written = record.replies
    yield from gathered(
        (
            *(_spot(one, index, divisions, villages) for index, one in enumerate(written)),
            *(_twice(written, index) for index in range(len(written))),
            _sum(record),
        )
    )


def _spot(
    one: schema.Replies, index: int, divisions: Mapping[str, str] | None, villages: Mapping[str, str] | None
) -> Iterator[Fault]:
    if one.moo is not None and one.division is not None:
        yield Fault(
            ("replies", index, "division"),
            say(
                f"ระบุทั้งหมู่ที่ {one.moo} และ {one.division} ในรายการเดียว",
                f"both village {one.moo} and {one.division} are given for one count",
                "เหลือไว้อย่างเดียว คือ moo หรือ division ถ้ามาจากทั้งสองที่ ให้แยกเป็นสองรายการ",
                "keep either moo or division; write two items where replies came from both",
            ),
        )
        return
    if one.division is not None and divisions is not None and one.division not in divisions:
        yield unknown(("replies", index, "division"), one.division, divisions, "สำนัก/กอง", "organisation.yaml")
    if one.moo is not None and villages is not None and str(one.moo) not in villages:
        yield unknown(("replies", index, "moo"), str(one.moo), villages, "หมู่", "organisation.yaml")


def _twice(written: list[schema.Replies], index: int) -> Iterator[Fault]:
    one = written[index]
    for above, other in enumerate(written[:index]):
        with suppress(Unread):
            if spot(other) == spot(one):
                name = REPLY_CHANNELS[one.channel]
                yield Fault(
                    ("replies", index, "channel"),
                    say(
                        f"{name} ที่เดียวกันนี้มีแล้วในรายการที่ {above + 1} (replies[{above}])",
                        f"the same channel and place stand in replies[{above}] already",
                        "รวมสองรายการเป็นรายการเดียว หรือแก้ moo หรือ division ให้ต่างกัน",
                        "add the two together, or give them different moo or division",
                    ),
                )
                return


def _sum(record: schema.Round) -> Iterator[Fault]:
    """Yield a fault where more replies are counted here than came in that year, and a warning where there are fewer."""
    counted = sum(one.count for one in record.replies)
    came = next((each.replies for each in record.outcomes.satisfaction if each.year == record.year), None)
    if not record.replies or came is None or counted == came:
        return
    more = counted > came
    yield Fault(
        ("replies",),
        say(
            f"คำตอบในรายการนี้รวมได้ {counted:,} แต่ปี {record.year} มีผู้ตอบ {came:,} คน (outcomes.satisfaction)",
            f"these replies add up to {counted:,}, but {came:,} are written for {record.year} (outcomes.satisfaction)",
            "แก้ count ในรายการนี้ หรือแก้ replies ของปีนั้น ให้ได้จำนวนเดียวกัน"
            if more
            else f"ถ้าอีก {came - counted:,} คำตอบไม่ทราบช่องทาง ไม่ต้องแก้ หน้าเว็บจะนับเป็น “ไม่ทราบช่องทาง”",
            "fix a count here or the replies of that year, so that both are the same"
            if more
            else f"leave it if nobody knows how the other {came - counted:,} came: they count as of no known channel",
        ),
        on_key=True,
        warning=not more,
    )
