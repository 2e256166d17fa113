"""Figures typed by hand beside those counted from the survey's export: both are told where they differ."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from generator.disclosure import REPLY_CHANNELS
from generator.reading.folder import SURVEY
from generator.reading.reply_checks import spot
from generator.reading.schema import Unread
from generator.reading.tree import Fault
from generator.reading.wording import say
from generator.thai.figures import figure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from generator.reading import schema
    from generator.reading.tree import Loc

    _Spot = tuple[str, int | None, str | None]

_TOLD: Final = 6
"""Channels and places that are told one by one."""


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
                loc = ("winners", index, "satisfaction")
                said = winner.satisfaction
                if said is None:
                    continue
                if winner.id in by_id:
                    yield from _figures(loc, said.percent, said.replies, by_id[winner.id])
                elif any(column.role == "ผู้ให้บริการ" for column in counted.columns):
                    yield _uncounted((*loc, "replies"), said.replies)


def _figures(loc: Loc, percent: Decimal, replies: int | None, counted: schema.SurveyFigure) -> Iterator[Fault]:
    if percent != counted.percent:
        yield _differs((*loc, "percent"), f"ร้อยละ {figure(percent)}", f"ร้อยละ {figure(counted.percent)}")
    if replies is not None and replies != counted.replies:
        yield _differs((*loc, "replies"), f"{replies:,} คน", f"{counted.replies:,} คน")


def _uncounted(loc: Loc, written: int) -> Fault:
    return Fault(
        loc,
        say(
            f"เขียนไว้ {written:,} คน แต่ไฟล์คำตอบที่นำเข้าไม่มีตัวเลขของคนนี้ เพราะผู้เขียนชื่อน้อยจนต้องรวมกับคนอื่น ({SURVEY})",
            f"{written:,} is written here, but too few replies name this person ({SURVEY})",
            "สั่ง tonbaep import survey กับไฟล์เดิมแล้วตอบว่าชื่อที่พิมพ์ไม่ครบหมายถึงใคร หรือเขียนไว้ใน names ของ survey.yaml",
            "import the same file again and say whom unknown spellings mean, or write names in survey.yaml",
        ),
        warning=True,
    )


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
    """Yield one doubt where a channel brought another number from somewhere than the record says."""
    written, came = _by_spot(record.replies), _by_spot(counted.replies)
    other = sorted((each for each in written | came if written[each] != came[each]), key=str)
    if written and came and other:
        names = ", ".join(f"{_named(each)} {written[each]:,} กับ {came[each]:,}" for each in other[:_TOLD])
        rest = f" และอีก {len(other) - _TOLD} รายการ" if len(other) > _TOLD else ""
        yield Fault(
            ("replies",),
            say(
                f"จำนวนคำตอบที่เขียนไว้ต่างจากที่นับได้จากไฟล์คำตอบ ({SURVEY}): {names}{rest}",
                f"the replies written here differ from those counted ({SURVEY}): {names}{rest}",
                "สั่ง tonbaep import survey กับไฟล์เดิมโดยเติม --take ให้โปรแกรมแก้ให้ตรง หรือแก้ count เอง",
                "run tonbaep import survey on the same file with --take, or make them the same",
            ),
            on_key=True,
            warning=True,
        )


def _by_spot(replies: list[schema.Replies]) -> Counter[_Spot]:
    counted: Counter[_Spot] = Counter()
    for each in replies:
        counted[spot(each)] += each.count
    return counted


def _named(one: _Spot) -> str:
    channel, moo, division = one
    where = f" หมู่ที่ {moo}" if moo is not None else f" {division}" if division else ""
    return f"{REPLY_CHANNELS[channel]}{where}"
