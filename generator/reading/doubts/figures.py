"""Doubts about figures: of another scale than percent, and more winners than places."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from generator.disclosure.reach import MIN_GROUP
from generator.reading.schema import Unread
from generator.reading.tree import Fault
from generator.reading.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from generator.reading import schema
    from generator.reading.doubts.opened import Opened, Told
    from generator.reading.record import Record
    from generator.reading.tree import Loc, Saying

_HIGHEST_SHARE, _HIGHEST_LEVEL = 1, 5


class _Figure(NamedTuple):
    loc: Loc
    value: Decimal


def percent(opened: Opened) -> Iterator[Told]:
    """Doubt a mean of a scale of five or a spreadsheet's share: it would be published as ร้อยละ 4.77."""
    for year, people in opened.winners.items():
        satisfied: list[_Figure] = []
        scored: list[_Figure] = []
        for index, winner in opened.people(year):
            with suppress(Unread):
                if winner.satisfaction:
                    loc = ("winners", index, "satisfaction", "percent")
                    satisfied.append(_Figure(loc, winner.satisfaction.percent))
            with suppress(Unread):
                scored += [_Figure(("winners", index, "scores", key), each) for key, each in winner.scores.items()]
        yield from _of_another_scale(people, satisfied)
        if all(each.value <= _HIGHEST_LEVEL for each in scored):
            yield from _of_another_scale(people, scored, may_be=True)
    for award_round in opened.rounds.values():
        with suppress(Unread):
            outcomes = award_round.value.outcomes
            yield from _of_another_scale(award_round, list(_by_year(outcomes)))
            target = _Figure(("outcomes", "satisfaction_target"), outcomes.satisfaction_target)
            yield from _of_another_scale(award_round, [target])


def open_table(opened: Opened) -> Iterator[Told]:
    """Doubt a table of all nominees without names that is asked for and will not be made."""
    for year, record in opened.rounds.items():
        with suppress(Unread):
            rules = record.value.tally
            if rules and rules.open_table:
                saying = _no_table(record.value, rules, opened.nominees.get(year))
                if saying:
                    yield record, Fault(("tally", "open_table"), saying, warning=True)


def _no_table(
    written: schema.Round, rules: schema.TallyRules, nominees: Record[schema.Nominees] | None
) -> Saying | None:
    """Return why no such table is made: what it would let a reader work back."""
    largest = max(Counter(each.category for each in nominees.value.nominees).values(), default=0) if nominees else None
    if not written.publish_totals:
        why = "publish_totals: false ไม่เผยแพร่คะแนน", "totals are not published (publish_totals: false)"
    elif rules.voice_of != "คน":
        why = f"voice_of: {rules.voice_of} จะบอกว่าแถวไหนเป็นของกองใด", f"voice_of: {rules.voice_of} would tell divisions"
    elif largest is not None and largest < MIN_GROUP:
        why = f"ทุกประเภทมีผู้ได้รับการเสนอชื่อไม่ถึง {MIN_GROUP} คน", f"no category has {MIN_GROUP} nominees"
    else:
        return None
    return say(
        f"ขอตารางคะแนนไม่ระบุชื่อไว้ แต่จะไม่มีตารางในหน้า นับคะแนนอย่างไร เพราะ {why[0]}",
        f"a table without names is asked for, and none is made: {why[1]}",
        "ลบบรรทัด open_table หรือแก้ข้อที่บอก",
        "delete the line open_table, or change what is said here",
    )


def _by_year(outcomes: schema.Outcomes) -> Iterator[_Figure]:
    for index, each in enumerate(outcomes.satisfaction):
        with suppress(Unread):
            yield _Figure(("outcomes", "satisfaction", index, "percent"), each.percent)


def is_low(value: Decimal) -> bool:
    """Return whether a figure is so low that it is a mean of five levels or a share, and no percentage."""
    return 0 < value <= _HIGHEST_LEVEL


def _of_another_scale(record: Record[schema.Kind], figures: list[_Figure], *, may_be: bool = False) -> Iterator[Told]:
    """Yield one error where all figures of a list are so low, and one for each that is low among others.

    Nobody is satisfied by five in a hundred; a committee's score `may_be` so low, and is only doubted.
    """
    written = [each for each in figures if each.value]
    low = [each for each in written if is_low(each.value)]
    whole = bool(low) and len(low) == len(written)
    highest = max((each.value for each in low), default=None)
    for each in low[:1] if whole else low:
        warning = may_be and not whole
        yield record, Fault(each.loc, _low(each.value, len(low) if whole else 1, highest), warning=warning)


def _low(value: Decimal, count: int, highest: Decimal | None) -> Saying:
    share = highest is not None and highest <= _HIGHEST_SHARE
    times = 100 if share else 20
    percent = f"{(value * times).normalize():f}"
    what, what_en = ("สัดส่วน (0 ถึง 1)", "a share from 0 to 1") if share else ("ค่าเฉลี่ยเต็ม 5", "a mean of five levels")
    rest = f" รวม {count} ค่าที่เขียนแบบเดียวกัน" if count > 1 else ""
    return say(
        f"{value:f} ดูเป็น{what} ไม่ใช่ร้อยละ{rest}",
        f"{value:f} looks like {what_en}, not like a percentage ({count} such)",
        f"คูณด้วย {times} เช่น {value:f} เขียน {percent}",
        f"take it {times} times: write {percent} for {value:f}",
    )


def more_than_all(opened: Opened) -> Iterator[Told]:
    """Doubt more replies about one winner than the whole office had that year: a digit too many, or another year's."""
    for year, record in opened.winners.items():
        with suppress(Unread):
            outcomes = opened.rounds[year].value.outcomes.satisfaction if year in opened.rounds else []
            of_office = next((each.replies for each in outcomes if each.year == year), None)
            for index, winner in opened.people(year) if of_office else ():
                with suppress(Unread):
                    replies = winner.satisfaction.replies if winner.satisfaction else 0
                    if of_office and replies > of_office:
                        loc = ("winners", index, "satisfaction", "replies")
                        yield record, Fault(loc, _more_than_all(replies, of_office, year), warning=True)


def _more_than_all(replies: int, of_office: int, year: int) -> Saying:
    return say(
        f"มีผู้ตอบของคนนี้ {replies:,} คน มากกว่าผู้ตอบของทั้งหน่วยงานปี {year} ที่เขียนไว้ {of_office:,} คน",
        f"{replies:,} replies about this winner, but the whole office had {of_office:,} in {year}",
        "ตรวจตัวเลขทั้งสองแห่ง (replies ที่นี่ กับ outcomes.satisfaction ใน round.yaml)",
        "check which is right: replies here or outcomes.satisfaction in round.yaml",
    )


def places(opened: Opened) -> Iterator[Told]:
    """Doubt more winners than places, which pass where they tie: certificates and stage are made for fewer."""
    for year, record in opened.winners.items():
        with suppress(Unread):
            categories = opened.rounds[year].value.categories if year in opened.rounds else []
            for category in categories:
                chosen = [(index, each) for index, each in opened.people(year) if each.category == category.key]
                fitting = [each for _, each in chosen if each.place <= category.places]
                if len(chosen) == len(fitting) > category.places:
                    yield record, Fault(("winners", chosen[-1][0], "place"), _more(category, fitting), warning=True)


def _more(category: schema.Category, chosen: list[schema.Winner]) -> Saying:
    taken = [each.place for each in chosen]
    shared = sorted({place for place in taken if taken.count(place) > 1})
    ties = " และ".join(f"อันดับ {place} ร่วมกัน {taken.count(place)} คน" for place in shared)
    ties_en = ", ".join(f"{taken.count(place)} share place {place}" for place in shared)
    return say(
        f"ประเภท{category.name} คัดเลือก {category.places} คน แต่มีผู้ได้รับการคัดเลือก {len(chosen)} คน เพราะ{ties}",
        f"{category.key} has {category.places} places, but {len(chosen)} winners: {ties_en}",
        "ถ้ากรรมการตัดสินให้ได้ร่วมกันจริง ปล่อยไว้ได้ ถ้าไม่ ให้แก้อันดับ หรือลบผู้ที่เกิน",
        "leave it if the committee decided so; otherwise fix a place, or delete who is too many",
    )
