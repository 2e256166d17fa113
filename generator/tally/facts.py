"""Every fact that a result follows from, each under a name in words, so that a changed one can be named."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from generator.tally import half_up
from generator.tally.recusing import recusals

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from generator.model import Nominee, Programme, Selection, Voice


def rules(programme: Programme) -> dict[str, str]:
    """Return the rules of a round: what must not change once somebody was scored by them."""
    return dict(_rules(programme))


def facts(programme: Programme, selection: Selection) -> dict[str, str]:
    """Return all that the result of a round follows from."""
    found = rules(programme)
    for nominee in selection.nominees:
        found.update(_nominee(programme, nominee))
    for sheet in sorted(selection.sheets, key=lambda each: each.member):
        for given in sheet.given if sheet.digest else ():
            where = f"คะแนนจากกรรมการคนที่ {sheet.member} ให้ {given.nominee}"
            if given.recused:
                found[where] = f"งดให้คะแนน {given.recused}"
            found.update({f"{where} ข้อ {key}": shown(score) for key, score in given.scores.items()})
    for decision in selection.decisions:
        found[f"มติ {' '.join(sorted(decision.order))}"] = " ".join(decision.order)
    heard = selection.heard
    for kind, voices in (("ของ", heard.people), ("ของกอง", heard.divisions)):
        found.update({f"ความพึงพอใจ{kind} {key}": _voice(voice) for key, voice in sorted(voices.items())})
    if heard.whole:
        found["ความพึงพอใจทั้งหน่วยงาน"] = _voice(heard.whole)
    return found


def digest(found: Mapping[str, str]) -> str:
    """Return the SHA-256 of facts, whatever order they stand in."""
    return hashlib.sha256(json.dumps(dict(found), ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def differing(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield the name of each fact that is another, what it was and what it is; "" where it was or is not there."""
    for name in dict.fromkeys([*before, *now]):
        if before.get(name) != now.get(name):
            yield name, before.get(name, ""), now.get(name, "")


def shown(score: Decimal) -> str:
    """Return a score as it is written: 4, 4.5."""
    return f"{score.normalize():f}"


def _rules(programme: Programme) -> Iterator[tuple[str, str]]:
    said = programme.tally
    for criterion in programme.criteria:
        yield f"เกณฑ์ {criterion.key}", f"น้ำหนัก {criterion.weight}{' เสียงประชาชน' if criterion.citizens else ''}"
    for category in programme.categories:
        yield f"ประเภท {category.key}", f"{category.places} คน"
    for number, seat in enumerate(programme.committee, 1):
        yield f"กรรมการคนที่ {number}", seat.post
    yield "คะแนนที่ให้ได้", f"{said.lowest} ถึง {said.highest} ทีละ {shown(said.step) if said.step else 1}"
    yield "รวมคะแนนกรรมการด้วย", said.average
    yield "เสียงประชาชนคิดเป็นราย", said.voice_of
    yield "ผู้ตอบอย่างน้อย", f"{said.sample} คน ไม่ถึงให้{said.too_few}"
    yield "ความพึงพอใจขั้นต่ำ", shown(said.gate) if said.gate is not None else "ไม่มี"
    yield "คะแนนรวมขั้นต่ำ", shown(said.pass_mark) if said.pass_mark is not None else "ไม่มี"
    yield "องค์ประชุม", str(said.quorum or len(programme.committee) // 2 + 1)
    yield "ผู้เสนอชื่อให้คะแนน", "ได้" if said.nominators_score else "ไม่ได้"
    yield "เทียบคะแนนรวม", said.compared
    yield "คะแนนเท่ากัน", " แล้ว ".join(programme.ties) or "ไม่ได้กำหนด"


def _nominee(programme: Programme, nominee: Nominee) -> Iterator[tuple[str, str]]:
    state = "ไม่มีคุณสมบัติ" if nominee.unfit else "ถอนตัว" if nominee.withdrawn else "มีสิทธิ"
    yield f"ผู้ได้รับการเสนอชื่อ {nominee.id}", f"{nominee.category.key} {nominee.division.key} {state}"
    out = recusals(programme, nominee)
    if out:
        yield f"กรรมการที่งดให้คะแนน {nominee.id}", " ".join(map(str, out))
    if nominee.voice:
        yield f"ความพึงพอใจที่พิมพ์เองของ {nominee.id}", _voice(nominee.voice)


def _voice(voice: Voice) -> str:
    printed = half_up(voice.percent)
    exact = "" if printed == voice.percent else f" ({voice.percent})"
    return f"ร้อยละ {printed}{exact} จาก {voice.replies} คน"
