"""A count in words, step by step, as a secretary would say it to the committee; for those who may know all names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model import CITIZENS, JOINT, VOTE
from generator.problems import Text
from generator.tally import half_up
from generator.tally.recusing import all_recusals
from generator.tally.spread import apart, strictness, without_each

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from fractions import Fraction

    from generator.model import Criterion, Programme, Selection
    from generator.tally.counting import Count, Line

_FULL = 100
_OUT = {
    "ไม่มีคุณสมบัติ": "not eligible",
    "ถอนตัว": "withdrew",
    "ไม่มีกรรมการให้คะแนน": "nobody gave scores",
    "ผู้ตอบน้อยเกินไป": "too few citizens answered",
    "ความพึงพอใจไม่ถึงเกณฑ์": "the satisfaction is below the gate",
    "คะแนนรวมไม่ถึงเกณฑ์": "the total is below the pass mark",
}
_WHOSE = {"คน": "ของคนนี้", "กอง": "ของกอง", "ทั้งหน่วยงาน": "ของทั้งหน่วยงาน"}
_WHOSE_EN = {"คน": "of this person", "กอง": "of the division", "ทั้งหน่วยงาน": "of the whole office"}


def lines(programme: Programme, selection: Selection, found: Count) -> Iterator[Text]:
    """Yield the whole count, category by category."""
    yield from _members(programme, found)
    recused = all_recusals(programme, selection)
    undecided = {id_ for tie in found.open for id_ in tie.nominees}
    for category in programme.categories:
        there = [line for line in found.lines if line.nominee.category == category]
        yield Text(
            f"\nประเภท{category.name} คัดเลือก {category.places} คน มีผู้ได้รับการเสนอชื่อ {len(there)} คน",
            f"\n{category.name}: {category.places} place(s), {len(there)} nominee(s)",
        )
        for line in there:
            if line.nominee.id in undecided:
                yield Text(
                    f"  ?  {line.nominee.name.full}: {line.printed} คะแนน ยังไม่ตัดสิน",
                    f"  ?  {line.nominee.name.full}: {line.printed} points, undecided",
                )
                continue
            yield from of_line(programme, line, recused[line.nominee.id])
    yield from _ties(programme, selection, found)


def _members(programme: Programme, found: Count) -> Iterator[Text]:
    of = len(programme.committee)
    yield Text(
        f"กรรมการให้คะแนนแล้ว {len(found.members)} จาก {of} คน องค์ประชุม {found.quorum} คน",
        f"{len(found.members)} of {of} members gave scores; the quorum is {found.quorum}",
    )
    if found.awaited:
        posts = ", ".join(f"{number}. {programme.committee[number - 1].post}" for number in found.awaited)
        yield Text(f"  ยังไม่ส่งใบให้คะแนน: {posts}", f"  no sheet yet of: {posts}")


def of_line(programme: Programme, line: Line, recused: Mapping[int, str]) -> Iterator[Text]:
    """Yield how one nominee came to the total and the place."""
    yield _head(line)
    if line.total is not None:
        weights = sum(each.weight for each in programme.criteria if not each.citizens or line.voice)
        for criterion in programme.criteria:
            yield _step(programme, line, criterion, weights)
    for number, reason in recused.items() if line.out is None else ():
        post = programme.committee[number - 1].post if number <= len(programme.committee) else ""
        yield Text(f"     งดให้คะแนน: {number}. {post} ({reason})", f"     recused: {number}. {post} ({reason})")
    if line.decided_by:
        yield _tie_rule(programme, line.decided_by)


def _head(line: Line) -> Text:
    name = line.nominee.name.full
    printed = "" if line.printed is None else f"{line.printed}"
    if line.out:
        why = line.nominee.unfit or _below(line)
        th = f"{line.out}{f' {why}' if why else ''}{f' ({printed} คะแนน)' if printed else ''}"
        en = f"{_OUT[line.out]}{f': {why}' if why else ''}{f' ({printed})' if printed else ''}"
        return Text(f"  –  {name}: ไม่มีอันดับ {th}", f"  –  {name}: no place, {en}")
    chosen = Text(" ได้รับการคัดเลือก", ", chosen") if line.chosen else Text("", "")
    return Text(
        f"  {line.place}. {name}: {printed} คะแนน{chosen.th}", f"  {line.place}. {name}: {printed} points{chosen.en}"
    )


def _below(line: Line) -> str:
    """Return the satisfaction that is below the gate."""
    if line.out != "ความพึงพอใจไม่ถึงเกณฑ์" or line.voice is None:
        return ""
    return f"{half_up(line.voice.percent)} %"


def _step(programme: Programme, line: Line, criterion: Criterion, weights: int) -> Text:
    if criterion.citizens:
        voice = line.voice
        if voice is None:
            return Text(
                f"     {criterion.name}: ผู้ตอบไม่ถึง {programme.tally.sample} คน ไม่คิดข้อนี้ ข้ออื่นคิดเป็น 100",
                f"     {criterion.name}: fewer than {programme.tally.sample} answered; the others weigh 100",
            )
        score, points = half_up(voice.percent), _points(voice.percent, criterion, weights)
        return Text(
            f"     {criterion.name} ({_WHOSE[line.heard]} ผู้ตอบ {voice.replies:,} คน): "
            f"ร้อยละ {score} × {criterion.weight}{_of(weights)} = {points}",
            f"     {criterion.name} ({_WHOSE_EN[line.heard]}, {voice.replies:,} replies): "
            f"{score}% × {criterion.weight}{_of(weights)} = {points}",
        )
    share = line.scores[criterion.key]
    return Text(
        f"     {criterion.name}: {programme.tally.average}จากกรรมการ {len(line.members)} คน "
        f"ร้อยละ {half_up(share)} × {criterion.weight}{_of(weights)} = {_points(share, criterion, weights)}",
        f"     {criterion.name}: of {len(line.members)} members, "
        f"{half_up(share)}% × {criterion.weight}{_of(weights)} = {_points(share, criterion, weights)}",
    )


def _points(share: Fraction, criterion: Criterion, weights: int) -> str:
    return str(half_up(share * criterion.weight / weights))


def _of(weights: int) -> str:
    return f"/{weights}" if weights != _FULL else ""


def _tie_rule(programme: Programme, rule: str) -> Text:
    names = {criterion.key: criterion.name for criterion in programme.criteria}
    if rule == JOINT:
        return Text("     เท่ากันทุกข้อ จึงอยู่อันดับเดียวกัน", "     equal in all, so the place is shared")
    if rule == VOTE:
        return Text("     คะแนนเท่ากัน ลำดับนี้มาจากมติกรรมการ", "     equal: the committee put them in this order")
    what = "ความพึงพอใจของประชาชน" if rule == CITIZENS else names[rule]
    return Text(f"     คะแนนรวมเท่ากัน จึงดู{what}", f"     equal totals, so {what} decides")


def _ties(programme: Programme, selection: Selection, found: Count) -> Iterator[Text]:
    for tie in found.open:
        names = ", ".join(selection.nominee(each).name.full for each in tie.nominees)
        ways = Text(
            "เขียนมติไว้ใน decisions ของ nominees.yaml" if VOTE in programme.ties else "กำหนด ties ใน round.yaml",
            "write the decision in nominees.yaml" if VOTE in programme.ties else "give ties in round.yaml",
        )
        yield Text(
            f"\nยังตัดสินไม่ได้: {names} เท่ากันทุกข้อที่กติกาบอก {ways.th}",
            f"\nUndecided: {names} are equal by every rule; {ways.en}",
        )


def for_the_chair(programme: Programme, selection: Selection, found: Count) -> Iterator[Text]:
    """Yield how far members are apart, and what hangs on one of them."""
    posts = {number: f"{number}. {seat.post}" for number, seat in enumerate(programme.committee, 1)}
    yield Text("\nสำหรับประธาน (ไม่เปลี่ยนผล)", "\nFor the chair (changes nothing)")
    for each in strictness(programme, selection):
        far = half_up(abs(each.above))
        side = Text("สูงกว่า", "above") if each.above >= 0 else Text("ต่ำกว่า", "below")
        side = side if far else Text("ต่างจาก", "from")
        yield Text(
            f"  {posts[each.member]}: ให้เฉลี่ย {half_up(each.own)} {side.th}ทั้งคณะ {far}",
            f"  {posts[each.member]}: {half_up(each.own)} on average, {far} {side.en} the committee",
        )
    for one in apart(programme, selection):
        name = selection.nominee(one.nominee).name.full
        yield Text(
            f"  {name}: กรรมการให้ตั้งแต่ {half_up(one.lowest)} ถึง {half_up(one.highest)}",
            f"  {name}: members gave {half_up(one.lowest)} to {half_up(one.highest)}",
        )
    for other in without_each(programme, selection, found):
        yield _without(posts[other.member], other.moved, selection, holds=other.holds)


def _without(
    post: str, moved: tuple[tuple[str, int | None, int | None], ...], selection: Selection, *, holds: bool
) -> Text:
    if not holds:
        return Text(f"  ถ้าไม่นับ {post}: ยังตัดสินไม่ได้", f"  without {post}: undecided")
    if not moved:
        return Text(f"  ถ้าไม่นับ {post}: ผลเหมือนเดิม", f"  without {post}: the same result")
    names = [(selection.nominee(each).name.full, was, now) for each, was, now in moved]
    th = ", ".join(
        f"{name} {_said(was, 'ไม่ได้รับการคัดเลือก', 'อันดับ')} → {_said(now, 'ไม่ได้รับการคัดเลือก', 'อันดับ')}"
        for name, was, now in names
    )
    en = ", ".join(
        f"{name} {_said(was, 'not chosen', 'place')} → {_said(now, 'not chosen', 'place')}" for name, was, now in names
    )
    return Text(f"  ถ้าไม่นับ {post}: {th}", f"  without {post}: {en}")


def _said(place: int | None, none: str, word: str) -> str:
    return none if place is None else f"{word} {place}"
