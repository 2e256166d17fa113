"""The rules of who was nominated: codes, names, whom a member may not score, and decisions about equals."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from generator.reading import names
from generator.reading.checks import gathered, unique, unknown
from generator.reading.folder import NOMINEES
from generator.reading.schema import Unread
from generator.reading.tree import Fault
from generator.reading.wording import say
from generator.tally.recusing import heads

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.reading import schema
    from generator.reading.tree import Loc, Saying


def nominees(
    record: schema.Nominees, award_round: schema.Round | None, divisions: Mapping[str, str] | None
) -> Iterator[Fault]:
    """Yield the faults of `nominees.yaml` against its round; both are None where they could not be read."""
    with suppress(Unread):
        yield from unique(("nominees",), "id", [each.id for each in record.nominees])
    indexes = range(_length(record))
    rules = [_who(record, index) for index in indexes]
    rules += [_belongs(record, index, award_round, divisions) for index in indexes]
    rules += [_namesakes(record), _decisions(record), _headless(record, award_round, divisions)]
    yield from gathered(rules)


def _length(record: schema.Nominees) -> int:
    with suppress(Unread):
        return len(record.nominees)
    return 0


def _who(record: schema.Nominees, index: int) -> Iterator[Fault]:
    nominee, loc = record.nominees[index], ("nominees", index)
    if nominee.name is not None and nominee.team is not None:
        yield Fault((*loc, "team"), names.both(), on_key=True)
    if nominee.name is not None:
        yield from names.of_person(nominee.name, (*loc, "name"))


def _belongs(
    record: schema.Nominees, index: int, award_round: schema.Round | None, divisions: Mapping[str, str] | None
) -> Iterator[Fault]:
    nominee, loc = record.nominees[index], ("nominees", index)
    if divisions is not None and nominee.division not in divisions:
        yield unknown((*loc, "division"), nominee.division, divisions, "สำนัก/กอง", "organisation.yaml")
    if award_round is None:
        return
    groups = {category.key: category.name for category in award_round.categories}
    if nominee.category not in groups:
        yield unknown((*loc, "category"), nominee.category, groups, "ประเภท", "round.yaml")
    members = len(award_round.committee)
    for number, recusal in enumerate(nominee.recused):
        if recusal.member > members:
            yield Fault((*loc, "recused", number, "member"), _no_member(recusal.member, members))


def _namesakes(record: schema.Nominees) -> Iterator[Fault]:
    """Yield a doubt for the second of two people of one name: sheets tell them apart by post and division alone."""
    seen: dict[str, int] = {}
    for index, nominee in enumerate(record.nominees):
        name = names.called_so(nominee.name, nominee.team).bare
        if name in seen:
            other = record.nominees[seen[name]].id
            yield Fault(("nominees", index, "id"), _one_name(name, other), warning=True)
        seen.setdefault(name, index)


def _headless(
    record: schema.Nominees, award_round: schema.Round | None, divisions: Mapping[str, str] | None
) -> Iterator[Fault]:
    """Yield one doubt for divisions that nominated and whose head is not found in the committee by the post's name."""
    if award_round is None or divisions is None or (award_round.tally and award_round.tally.nominators_score):
        return
    posts = [seat.post for seat in award_round.committee]
    by = {nominee.nominated_by or nominee.division: index for index, nominee in reversed([*enumerate(record.nominees)])}
    named = {divisions[key]: index for key, index in by.items() if key in divisions}
    without = [name for name in named if not any(heads(post, name) for post in posts)]
    if without:
        yield Fault(
            ("nominees", min(named[name] for name in without), "division"),
            say(
                f"ไม่มีกรรมการที่ตำแหน่งลงท้ายด้วย {', '.join(without)} จึงไม่มีใครเว้นให้คะแนนคนที่หน่วยงานนี้เสนอ",
                f"no post of the committee ends with {', '.join(without)}: nobody is recused as who nominated",
                "ถ้าหัวหน้าของหน่วยงานนั้นเป็นกรรมการ แก้ post ให้ตรงชื่อหน่วยงาน หรือเขียน recused",
                "if their head is on the committee, fix the post, or write recused",
            ),
            warning=True,
        )


def _one_name(name: str, other: str) -> Saying:
    return say(
        f"{name} ชื่อเดียวกับ {other} ใบให้คะแนนจะแยกด้วยตำแหน่งและสังกัด",
        f"{name} is also the name of {other}: score sheets tell them apart by post and division",
        "ถ้าเป็นคนเดียวกัน ลบรายการที่ซ้ำ ถ้าคนละคน ตรวจตำแหน่งและสังกัดให้ต่างกัน",
        "delete one if they are one person; if not, see that post and division differ",
    )


def _decisions(record: schema.Nominees) -> Iterator[Fault]:
    known = {nominee.id: names.called_so(nominee.name, nominee.team).bare for nominee in record.nominees}
    decided = [sorted(decision.order) for decision in record.decisions]
    for index, decision in enumerate(record.decisions):
        loc: Loc = ("decisions", index, "order")
        strange = [each for each in decision.order if each not in known]
        if strange:
            yield unknown(loc, strange[0], known, "ผู้ได้รับการเสนอชื่อ", NOMINEES)
        elif len(set(decision.order)) != len(decision.order) or len(decision.order) == 1:
            yield Fault(
                loc,
                say(
                    "มติต้องเรียงคนตั้งแต่สองคนขึ้นไป คนละครั้ง",
                    "a decision puts two people or more in order, each once",
                    "เขียน id ของทุกคนที่คะแนนเท่ากัน คนที่อยู่ก่อนเขียนก่อน",
                    "write the ids of all who are equal, the first one first",
                ),
            )
        elif decided[index] in decided[:index]:
            yield Fault(
                loc,
                say(
                    f"มีมติของคนเดียวกันนี้แล้วในรายการที่ {decided.index(decided[index]) + 1}",
                    f"entry {decided.index(decided[index]) + 1} has a decision about the same people",
                    "เหลือมติเดียว",
                    "keep one of them",
                ),
            )


def _no_member(number: int, members: int) -> Saying:
    return say(
        f"ไม่มีกรรมการคนที่ {number} กรรมการมี {members} คน",
        f"there is no member {number}: the committee has {members}",
        "ใช้ลำดับในรายการ committee ของ round.yaml นับจาก 1",
        "count from 1 in the list committee of round.yaml",
    )
