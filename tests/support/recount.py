"""A recount by somebody who has the rules and not the product's code; in decimals of sixty places, not in fractions.

It follows the sentences of the rules one by one, looks every nominee up again for every figure, and shares no line with
`generator.tally`.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

    from generator.model import Nominee, Programme, Selection

SIXTY = Context(prec=60)
CENT, FIFTY = Decimal("0.01"), Decimal(1).scaleb(-50)
Came = tuple[Decimal | None, int | None, bool, str | None]


def recounted(programme: Programme, selection: Selection) -> dict[str, Came]:
    """Return total, place, whether chosen, and why there is no place, by nominee."""
    found: dict[str, Came] = {}
    for nominee in selection.nominees:
        why = _why_not(programme, selection, nominee)
        if why:
            total = _printed(_total(programme, selection, nominee)) if why == "คะแนนรวมไม่ถึงเกณฑ์" else None
            found[nominee.id] = (total, None, False, why)
    for category in programme.categories:
        there = [each for each in selection.nominees if each.category.key == category.key and each.id not in found]
        for nominee in there:
            mine = _ladder(programme, selection, nominee)
            place = 1 + sum(_ladder(programme, selection, other) > mine for other in there)
            total = _printed(_total(programme, selection, nominee))
            found[nominee.id] = (total, place, place <= category.places, None)
    return found


def _decimal(value: Fraction) -> Decimal:
    return SIXTY.divide(Decimal(value.numerator), Decimal(value.denominator))


def _printed(value: Decimal) -> Decimal:
    """Round half up, where sixty places of a third part are taken for what they stand for."""
    return value.quantize(FIFTY, ROUND_HALF_UP, SIXTY).quantize(CENT, ROUND_HALF_UP, SIXTY)


def _seen(programme: Programme, value: Decimal) -> Decimal:
    if programme.tally.compared == "สองตำแหน่ง":
        return _printed(value)
    return value.quantize(FIFTY, ROUND_HALF_UP, SIXTY)


def _ladder(programme: Programme, selection: Selection, nominee: Nominee) -> tuple[Decimal, ...]:
    """Return what a nominee is compared by, the first first; rules that need a decision compare nothing."""
    steps = [_seen(programme, _total(programme, selection, nominee))]
    for rule in programme.ties:
        if rule == "ประชาชน":
            voice = _voice(programme, selection, nominee)
            steps.append(Decimal(-1) if voice is None else _seen(programme, voice))
        elif rule not in {"ลงมติ", "ร่วม"}:
            steps.append(_seen(programme, _given(programme, selection, nominee, rule)))
    return tuple(steps)


def _given(programme: Programme, selection: Selection, nominee: Nominee, key: str) -> Decimal:
    out = {recusal.member for recusal in nominee.recused}
    scores = sorted(
        each.scores[key]
        for sheet in selection.sheets
        for each in sheet.given
        if sheet.member not in out and each.nominee == nominee.id and key in each.scores
    )
    if programme.tally.average == "มัธยฐาน":
        middle = scores[(len(scores) - 1) // 2] + scores[len(scores) // 2]
        return SIXTY.divide(middle * 50, Decimal(programme.tally.highest))
    return SIXTY.divide(sum(scores, Decimal(0)) * 100, Decimal(programme.tally.highest * len(scores)))


def _voice(programme: Programme, selection: Selection, nominee: Nominee) -> Decimal | None:
    rules, heard = programme.tally, selection.heard
    asked = {
        "คน": [heard.people.get(nominee.id)],
        "กอง": [heard.divisions.get(nominee.division.key)],
    }[rules.voice_of]
    if rules.too_few == "ใช้ผลของกอง":
        asked += [heard.divisions.get(nominee.division.key), heard.whole]
    if rules.too_few == "ใช้ผลทั้งหน่วยงาน":
        asked += [heard.whole]
    for voice in asked:
        if voice is not None and voice.replies >= rules.sample:
            return _decimal(voice.percent)
    return None


def _total(programme: Programme, selection: Selection, nominee: Nominee) -> Decimal:
    voice = _voice(programme, selection, nominee)
    total = Decimal(0)
    weights = sum(each.weight for each in programme.criteria if not each.citizens)
    for criterion in programme.criteria:
        if not criterion.citizens:
            given = _given(programme, selection, nominee, criterion.key)
            total = SIXTY.add(total, SIXTY.multiply(Decimal(criterion.weight), given))
        elif voice is not None:
            total = SIXTY.add(total, SIXTY.multiply(Decimal(criterion.weight), voice))
            weights += criterion.weight
    return SIXTY.divide(total, Decimal(weights))


def _why_not(programme: Programme, selection: Selection, nominee: Nominee) -> str | None:  # noqa: PLR0911 - a rule a line
    rules = programme.tally
    if nominee.unfit:
        return "ไม่มีคุณสมบัติ"
    if nominee.withdrawn is not None:
        return "ถอนตัว"
    out = {recusal.member for recusal in nominee.recused}
    if all(sheet.member in out for sheet in selection.sheets):
        return "ไม่มีกรรมการให้คะแนน"
    voice = _voice(programme, selection, nominee)
    if voice is None and rules.too_few != "ไม่คิดข้อนี้":
        return "ผู้ตอบน้อยเกินไป"
    if voice is not None and rules.gate is not None and _seen(programme, voice) < rules.gate:
        return "ความพึงพอใจไม่ถึงเกณฑ์"
    mark = rules.pass_mark
    if mark is not None and _seen(programme, _total(programme, selection, nominee)) < mark:
        return "คะแนนรวมไม่ถึงเกณฑ์"
    return None
