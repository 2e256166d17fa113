"""The rules of how a result comes about: rules, nominees, score sheets, and the count that was kept of them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from generator.model import CITIZENS, JOINT, VOTE
from generator.reading.checks import gathered, unique, unknown
from generator.reading.folder import NOMINEES, SCORES, TALLY
from generator.reading.names import of_two_people
from generator.reading.schema import Unread
from generator.reading.tree import Fault
from generator.reading.wording import say, shown, unknown_keys
from generator.tally import facts
from generator.thai.figures import figure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from generator.model import AwardRound, TallyRules
    from generator.reading import schema
    from generator.reading.selecting import Files
    from generator.reading.tree import Loc, Saying

_MANY = 5
"""Changed facts that a message names."""


def of_round(record: schema.Round) -> Iterator[Fault]:
    """Yield what is wrong with the rules of a round's tally."""
    yield from gathered((_ties(record), _tally(record)))


def _ties(record: schema.Round) -> Iterator[Fault]:
    """Yield a rule for ties that nothing can follow, and a sentence beside rules, which the program writes itself."""
    known = {criterion.key: criterion.name for criterion in record.criteria if not criterion.citizens}
    words = {CITIZENS: "ความพึงพอใจของประชาชน", VOTE: "กรรมการลงมติ", JOINT: "อยู่อันดับเดียวกัน"}
    for index, rule in enumerate(record.ties):
        if rule not in known and rule not in words:
            yield unknown(("ties", index), rule, {**words, **known}, "วิธีตัดสินคะแนนเท่ากัน", "ties")
        elif rule in record.ties[:index]:
            saying = say(f"{shown(rule)} ซ้ำ", f"{shown(rule)} is here twice", "ลบรายการที่ซ้ำ", "delete one of them")
            yield Fault(("ties", index), saying)
        elif rule in {VOTE, JOINT} and index < len(record.ties) - 1:
            yield Fault(("ties", index), _ends_it(rule))
    if record.ties and record.tie_rule:
        yield Fault(("tie_rule",), _said_twice(), on_key=True)


def _ends_it(rule: str) -> Saying:
    return say(
        f"{shown(rule)} ตัดสินได้เสมอ ข้อที่อยู่ถัดไปจึงไม่มีวันได้ใช้",
        f"{shown(rule)} always decides, so what follows is never used",
        "ย้ายไปไว้ท้ายสุด",
        "put it last",
    )


def _said_twice() -> Saying:
    return say(
        "มีทั้ง ties และ tie_rule ซึ่งอาจบอกไม่ตรงกัน",
        "both ties and tie_rule are given, and they may differ",
        "ลบ tie_rule โปรแกรมเขียนประโยคจาก ties ให้เอง",
        "delete tie_rule: its sentence is made of ties",
    )


def _tally(record: schema.Round) -> Iterator[Fault]:
    """Yield scores that no member could give, and a quorum larger than the committee."""
    rules = record.tally
    if rules is None:
        return
    if rules.lowest >= rules.highest:
        yield Fault(
            ("tally", "lowest"),
            say(
                f"คะแนนต่ำสุด {rules.lowest} ไม่น้อยกว่าคะแนนสูงสุด {rules.highest}",
                f"the lowest score, {rules.lowest}, is not below the highest, {rules.highest}",
                "แก้ lowest หรือ highest",
                "fix lowest or highest",
            ),
        )
    if rules.quorum is not None and rules.quorum > len(record.committee):
        yield Fault(
            ("tally", "quorum"),
            say(
                f"องค์ประชุม {rules.quorum} คน แต่กรรมการมี {len(record.committee)} คน",
                f"a quorum of {rules.quorum}, but the committee has {len(record.committee)} members",
                "แก้ quorum หรือเพิ่มกรรมการ",
                "fix the quorum or the committee",
            ),
        )


def scores(record: schema.Scores, award_round: schema.Round | None, known: schema.Nominees | None) -> Iterator[Fault]:
    """Yield the faults of `scores.yaml`: somebody changed what the program wrote, or took a nominee out."""
    with suppress(Unread):
        place = ("sheets",)
        yield from unique(place, "id", [each.id for each in record.sheets])
        yield from unique(place, "member", [str(each.member) for each in record.sheets])
    if award_round is None:
        return
    with suppress(Unread):
        ids = {each.id: each.id for each in known.nominees} if known else {}
        if not ids and any(sheet.given for sheet in record.sheets):
            yield Fault(("sheets",), _nobody_left(), on_key=True)
            return
        members = len(award_round.committee)
        for index, sheet in enumerate(record.sheets):
            if sheet.member > members:
                yield Fault(("sheets", index, "member"), _member_gone(sheet.member, members))
            for number, given in enumerate(sheet.given):
                loc = ("sheets", index, "given", number)
                if given.nominee not in ids:
                    yield unknown((*loc, "nominee"), given.nominee, ids, "ผู้ได้รับการเสนอชื่อ", NOMINEES)
                yield from _given(given, loc, award_round)


def _nobody_left() -> Saying:
    return say(
        f"มีคะแนนของกรรมการแล้ว แต่ไม่มีผู้ได้รับการเสนอชื่อใน {NOMINEES}",
        f"there are scores, but nobody is nominated in {NOMINEES}",
        f"นำ {NOMINEES} เดิมกลับมา อย่าลบคะแนน",
        f"restore {NOMINEES}; do not delete the scores",
    )


def _member_gone(number: int, members: int) -> Saying:
    return say(
        f"มีใบให้คะแนนของกรรมการคนที่ {number} แต่ committee ใน round.yaml มี {members} คน",
        f"there is a sheet of member {number}, but the committee in round.yaml has {members}",
        "นำรายการ committee กลับมาเหมือนเมื่อให้คะแนน กติกาและกรรมการเปลี่ยนไม่ได้หลังให้คะแนนแล้ว",
        "put the committee back as it was when scores were given: rules do not change after that",
    )


def _given(given: schema.Given, loc: Loc, award_round: schema.Round) -> Iterator[Fault]:
    due = [criterion.key for criterion in award_round.criteria if not criterion.citizens]
    strange = [key for key in given.scores if key not in due]
    if strange:
        yield Fault((*loc, "scores", strange[0]), unknown_keys(strange, due), on_key=True)
    missing = [key for key in due if key not in given.scores]
    if missing and not given.recused:
        yield Fault(
            (*loc, "scores"),
            say(
                f"ขาดคะแนนข้อ {', '.join(missing)}",
                f"no score for {', '.join(missing)}",
                "นำใบให้คะแนนเข้าใหม่ด้วย tonbaep import scores",
                "import the sheet again with tonbaep import scores",
            ),
        )
    for key, score in given.scores.items():
        fault = off_scale(score, award_round.tally)
        if fault:
            yield Fault((*loc, "scores", key), fault)


def off_scale(score: Decimal, rules: schema.TallyRules | TallyRules | None) -> Saying | None:
    """Return what is wrong with a score that no member may give."""
    lowest, highest = (rules.lowest, rules.highest) if rules else (1, 5)
    step = (rules.step if rules else None) or 1
    if lowest <= score <= highest and score % step == 0:
        return None
    return say(
        f"คะแนน {facts.shown(score)} ให้ไม่ได้",
        f"nobody can give {facts.shown(score)}",
        f"ให้ได้ตั้งแต่ {lowest} ถึง {highest} ทีละ {step}",
        f"scores are {lowest} to {highest} in steps of {step}",
    )


def rules(award_round: AwardRound) -> Iterator[Fault]:
    """Yield a fault where the rules are others than those by which members have scored."""
    selection = award_round.selection
    if selection is None or not selection.rules_then:
        return
    then = dict(line.split(": ", 1) for line in selection.rules_then if ": " in line)
    changed = list(facts.differing(then, facts.rules(award_round.programme)))
    if changed:
        named = _named(changed)
        yield Fault(
            ("criteria",),
            say(
                f"กติกาเปลี่ยนไปหลังกรรมการให้คะแนนแล้ว: {named}",
                f"the rules are others than those by which members have scored: {named}",
                f"แก้กลับให้เหมือนเดิม ถ้าต้องเปลี่ยนจริง ลบ {SCORES} สั่ง tonbaep papers scoresheet ให้กรรมการทุกคนให้คะแนนใหม่",
                f"put them back; if they must change, delete {SCORES} and let all score anew on new sheets",
            ),
            on_key=True,
        )


def _named(changed: list[tuple[str, str, str]]) -> str:
    told = [f"{name} จาก “{was or 'ไม่มี'}” เป็น “{now or 'ไม่มี'}”" for name, was, now in changed[:_MANY]]
    more = len(changed) - len(told)
    return ", ".join(told) + (f" และอีก {more} รายการ" if more > 0 else "")


def verdict(award_round: AwardRound) -> Iterator[Fault]:
    """Yield a fault where the result that was kept no longer follows from what the records say."""
    selection = award_round.selection
    if selection is None or selection.verdict is None:
        return
    kept = selection.verdict
    if facts.digest(kept.facts) != kept.digest:
        yield Fault(("digest",), _tampered(), on_key=True)
        return
    changed = list(facts.differing(kept.facts, facts.facts(award_round.programme, selection)))
    if changed:
        named = _named(changed)
        yield Fault(
            ("facts",),
            say(
                f"ผลที่เก็บไว้ไม่ได้มาจากข้อมูลตอนนี้แล้ว: {named}",
                f"the result that was kept does not follow from the records any more: {named}",
                'แก้กลับให้เหมือนเดิม หรือนับใหม่โดยบอกเหตุผล: tonbaep tally --reason "เหตุผล"',
                'put it back, or count anew and say why: tonbaep tally --reason "…"',
            ),
            on_key=True,
        )


def _tampered() -> Saying:
    return say(
        "ข้อเท็จจริงในไฟล์นี้ถูกแก้หลังเก็บผล จึงใช้ยืนยันผลไม่ได้",
        "the facts in this file were changed after the result was kept, so they prove nothing",
        'นำไฟล์เดิมกลับมา หรือนับใหม่โดยบอกเหตุผล: tonbaep tally --reason "เหตุผล"',
        'restore the file, or count anew and say why: tonbaep tally --reason "…"',
    )


def winners(record: schema.Winners, files: Files) -> Iterator[Fault]:
    """Yield where the winners are not those of the count that was kept, or have a total without one."""
    kept = files.verdict.value if files.verdict else None
    with suppress(Unread):
        yield from _missing(record, kept) if kept else ()
    with suppress(Unread):
        outcomes = {each.nominee: each for each in kept.outcomes if each.chosen} if kept else {}
        unclear = of_two_people(record.winners)
        for index, winner in enumerate(record.winners):
            with suppress(Unread):
                if winner.id in unclear:
                    continue
                if kept is None:
                    if winner.total is not None:
                        yield Fault(("winners", index, "total"), _no_count(), on_key=True)
                else:
                    was = next((each for each in (winner.id, *winner.formerly) if each in outcomes), "")
                    yield from _as_counted(winner, ("winners", index), outcomes.get(was))


def _missing(record: schema.Winners, kept: schema.Verdict) -> Iterator[Fault]:
    """Yield a doubt where somebody was chosen in the count that was kept, and is not in the list."""
    listed = {id_ for winner in record.winners for id_ in (winner.id, *winner.formerly)}
    missing = [each.nominee for each in kept.outcomes if each.chosen and each.nominee not in listed]
    if missing:
        names = ", ".join(missing)
        yield Fault(
            ("winners",),
            say(
                f"{names} ได้รับการคัดเลือกตามผลที่นับไว้ใน {TALLY} แต่ไม่มีในรายชื่อนี้",
                f"{names} was chosen in the count that was kept in {TALLY}, and is not in this list",
                "สั่ง tonbaep tally ให้โปรแกรมเขียนให้ ถ้าเจ้าตัวขอไม่เปิดเผยชื่อ ให้อยู่ในรายชื่อแล้วเขียน name_suppressed",
                "let tonbaep tally write it; who asked not to be named stays in the list, with name_suppressed",
            ),
            on_key=True,
            warning=True,
        )


def _as_counted(winner: schema.Winner, loc: Loc, outcome: schema.Outcome | None) -> Iterator[Fault]:
    if outcome is None:
        yield Fault((*loc, "id"), _not_chosen(winner.id))
        return
    if winner.place != outcome.place:
        yield Fault((*loc, "place"), _other(str(winner.place), str(outcome.place)))
    if winner.total is not None and outcome.total is not None and winner.total != outcome.total:
        yield Fault((*loc, "total"), _other(figure(winner.total), figure(outcome.total)))


def _no_count() -> Saying:
    return say(
        f"มี total แต่ยังไม่มีผลที่นับไว้ ({TALLY})",
        f"there is a total, but no count was kept ({TALLY})",
        "ลบบรรทัดนี้ หรือสั่ง tonbaep tally ให้โปรแกรมนับและเขียนเอง",
        "delete this line, or let tonbaep tally count and write it",
    )


def _not_chosen(id_: str) -> Saying:
    return say(
        f"{shown(id_)} ไม่ได้รับการคัดเลือกตามผลที่นับไว้ใน {TALLY}",
        f"{shown(id_)} was not chosen in the count that was kept in {TALLY}",
        "แก้ id ให้ตรงกับ nominees.yaml ถ้าตั้งใจเปลี่ยน id เขียน formerly: [id เดิม] ถ้าผลเปลี่ยน สั่ง tonbaep tally --reason",
        "fix its id, or write formerly: [the old one]; if the result changed, run tonbaep tally --reason",
    )


def _other(written: str, counted: str) -> Saying:
    return say(
        f"เขียนไว้ {written} แต่ผลที่นับไว้ใน {TALLY} คือ {counted}",
        f"{written} is written here, but the count in {TALLY} came to {counted}",
        f"แก้เป็น {counted} หรือนับใหม่โดยบอกเหตุผล: tonbaep tally --reason",
        f"write {counted}, or count anew and say why: tonbaep tally --reason",
    )
