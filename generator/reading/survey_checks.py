"""Figures typed by hand beside those counted from the survey's export: both are told where they differ."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING

from generator.disclosure import REPLY_CHANNELS
from generator.reading.folder import SURVEY
from generator.reading.schema import Unread
from generator.reading.tree import Fault
from generator.reading.wording import say
from generator.thai.figures import figure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from generator.reading import schema
    from generator.reading.tree import Loc


def of_round(record: schema.Round, counted: schema.SurveyCounts) -> Iterator[Fault]:
    """Yield a doubt for each figure of a round's own year that is another than what was counted."""
    with suppress(Unread):
        for index, each in enumerate(record.outcomes.satisfaction):
            with suppress(Unread):
                if each.year == record.year:
                    loc = ("outcomes", "satisfaction", index)
                    yield from _figures(loc, each.percent, each.replies, counted.whole)
    with suppress(Unread):
        yield from _replies(record, counted)


def of_winners(record: schema.Winners, counted: schema.SurveyCounts) -> Iterator[Fault]:
    """Yield a doubt for each winner of whom the citizens said something else than the record does."""
    with suppress(Unread):
        by_id = {each.winner: each for each in counted.winners if each.winner}
        for index, winner in enumerate(record.winners):
            with suppress(Unread):
                said = winner.satisfaction
                if said is not None and winner.id in by_id:
                    loc = ("winners", index, "satisfaction")
                    yield from _figures(loc, said.percent, said.replies, by_id[winner.id])


def _figures(loc: Loc, percent: Decimal, replies: int | None, counted: schema.SurveyFigure) -> Iterator[Fault]:
    if percent != counted.percent:
        yield _differs((*loc, "percent"), f"ร้อยละ {figure(percent)}", f"ร้อยละ {figure(counted.percent)}")
    if replies is not None and replies != counted.replies:
        yield _differs((*loc, "replies"), f"{replies:,} คน", f"{counted.replies:,} คน")


def _differs(loc: Loc, written: str, counted: str) -> Fault:
    return Fault(
        loc,
        say(
            f"เขียนไว้ {written} แต่ไฟล์คำตอบที่นำเข้านับได้ {counted} ({SURVEY})",
            f"{written} is written here, but {counted} was counted from the replies ({SURVEY})",
            "สั่ง tonbaep import survey กับไฟล์ล่าสุด แล้วแก้ตัวเลขนี้ให้ตรง ถ้านับแบบกระดาษนอกไฟล์ด้วย ให้พิมพ์ลงไฟล์ก่อนนำเข้า",
            "import the newest file and make this figure the same; paper forms have to be typed into it to be counted",
        ),
        warning=True,
    )


def _replies(record: schema.Round, counted: schema.SurveyCounts) -> Iterator[Fault]:
    """Yield one doubt where channels that the export knows brought another number than the record says."""
    written, came = _by_channel(record.replies), _by_channel(counted.replies)
    other = [channel for channel in came if written and written[channel] != came[channel]]
    if other:
        names = ", ".join(f"{REPLY_CHANNELS[each]} {written[each]:,} กับ {came[each]:,}" for each in other)
        yield Fault(
            ("replies",),
            say(
                f"จำนวนคำตอบที่เขียนไว้ต่างจากที่นับได้จากไฟล์คำตอบ ({SURVEY}): {names}",
                f"the replies written here differ from those counted ({SURVEY}): {names}",
                f"แก้ count ให้ตรงกับ replies ใน {SURVEY} หรือลบทั้งกลุ่มแล้วคัดลอกจากไฟล์นั้น",
                f"make them the same as replies in {SURVEY}",
            ),
            on_key=True,
            warning=True,
        )


def _by_channel(replies: list[schema.Replies]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for each in replies:
        counted[each.channel] += each.count
    return counted
