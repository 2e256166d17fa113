"""The rules between winners, their round and their organisation; a rule whose values were refused is silent."""

from __future__ import annotations

from contextlib import suppress
from itertools import combinations
from typing import TYPE_CHECKING, cast

from generator import tally
from generator.reading import names
from generator.reading.checks import gathered, unique, unknown
from generator.reading.crowd_checks import crowd
from generator.reading.doubts.figures import is_low
from generator.reading.schema import Unread
from generator.reading.tree import Fault
from generator.reading.wording import missing, say, shown, unknown_keys
from generator.thai.dates import long_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from generator import model
    from generator.reading import schema
    from generator.reading.tree import Saying

FEW_REPLIES = 10
"""With fewer replies than this about one person, chance says more than the citizens do."""


def winners(
    record: schema.Winners, award_round: schema.Round | None, divisions: Mapping[str, str] | None, *, whole: bool
) -> Iterator[Fault]:
    """Yield the faults of `winners.yaml` against its round; round or divisions are None where they could not be read.

    Where the record is not `whole`, a winner may have been swallowed by another, and a gap in the places means nothing.
    """
    with suppress(Unread):
        indexes = range(len(record.winners))
        rules = [crowd(len(record.winners)), _ids(record), _formerly(record), _names(record)]
        for index in indexes:
            winner = record.winners[index]
            rules += [names.who(winner, index), names.name(winner, index), _division(winner, index, divisions)]
            rules += [_consent(winner, index), names.consent_of_the_dead(winner, index), _replies(winner, index)]
            if award_round is not None:
                rules += [_place(winner, index, award_round), _scores(winner, index, award_round)]
        if award_round is not None:
            rules += [_gaps(record, award_round)] if whole else []
            rules += [_order(record, award_round)]
        yield from gathered(rules)


def certificates(record: schema.Certificates, winners: schema.Winners | None) -> Iterator[Fault]:
    """Yield the faults of `certificates.yaml`; whoever is no longer a winner keeps the number for good."""
    with suppress(Unread):
        place = ("certificates",)
        yield from unique(place, "winner", [each.winner for each in record.certificates])
        yield from unique(place, "number", [str(each.number) for each in record.certificates])
        yield from unique(place, "token", [each.token for each in record.certificates])
    if winners is None:
        return
    with suppress(Unread):
        known = {winner.id for winner in winners.winners}
        for index, each in enumerate(record.certificates):
            if each.winner not in known:
                yield Fault(
                    ("certificates", index, "winner"),
                    say(
                        f"ไม่มี {shown(each.winner)} ใน winners.yaml ประกาศเกียรติคุณเลขที่ {each.number} โปรแกรมจึงไม่พิมพ์",
                        f"{shown(each.winner)} is not in winners.yaml, so certificate {each.number} is not printed",
                        f"ถ้าเปลี่ยน id เขียน formerly: [{each.winner}] ใต้ id ใหม่ของคนนั้นใน winners.yaml "
                        "ถ้ายกเลิกแล้วปล่อยไว้ได้ เลขที่นี้จะไม่นำมาใช้ซ้ำ",
                        f"if the id changed, write formerly: [{each.winner}] below the new one in winners.yaml; "
                        "leave it if the award was withdrawn",
                    ),
                    warning=True,
                )


def _ids(record: schema.Winners) -> Iterator[Fault]:
    """Yield an id that stands twice: one person may be chosen in several groups of staff, but once in each."""
    for index, winner in enumerate(record.winners):
        same = [(n, other) for n, other in enumerate(record.winners[:index]) if other.id == winner.id]
        first, name = same[0][0] if same else index, names.called(winner).written
        if names.called(record.winners[first]).written != name:
            rival = _who(record, first)
            yield Fault(("winners", index, "id"), _two_people(winner.id, rival, name))
        elif any(other.category == winner.category for _, other in same):
            taken = [f"{other.id} {other.category}" for other in record.winners[:index]]
            yield Fault(("winners", index, "id"), _twice(winner.id, taken.index(f"{winner.id} {winner.category}")))


def _twice(written: str, first: int) -> Saying:
    return say(
        f"id {shown(written)} ซ้ำกับรายการที่ {first + 1} (winners[{first}]) ในประเภทเดียวกัน",
        f"{shown(written)} is already used in winners[{first}], in the same group",
        "ลบรายการที่ซ้ำ หรือแก้ประเภท (category) ถ้าได้รับการคัดเลือกสองประเภท",
        "delete one, or fix the category of somebody who was chosen in two",
    )


def _two_people(written: str, other: str, name: str) -> Saying:
    return say(
        f"id {shown(written)} เป็นของ {other} อยู่แล้ว แต่รายการนี้คือ {name}",
        f"{shown(written)} is {other} already, but here it is {name}",
        "คนละคนใช้ id ต่างกัน คนเดียวที่ได้รับการคัดเลือกสองประเภท ใช้ id และชื่อเดียวกันทั้งสองรายการ",
        "give two people two ids; who was chosen in two groups has one id and one name in both",
    )


def _formerly(record: schema.Winners) -> Iterator[Fault]:
    """Yield the former ids that lead to more than one page: somebody has the id now, or two had it before."""
    taken = {winner.id: index for index, winner in enumerate(record.winners)}
    for index, winner in enumerate(record.winners):
        for number, old in enumerate(winner.formerly):
            first = taken.setdefault(old, index)
            if record.winners[first].id != winner.id or old in {winner.id, *winner.formerly[:number]}:
                yield Fault(("winners", index, "formerly", number), _not_former(old, first, index))


def _not_former(old: str, first: int, index: int) -> Saying:
    whose = "ของคนนี้เองอยู่แล้ว" if first == index else f"ของคนที่ {first + 1} (winners[{first}]) อยู่แล้ว"
    whose_en = "this winner's already" if first == index else f"that of winners[{first}] already"
    return say(
        f"id เดิม {shown(old)} เป็น{whose} ที่อยู่เดิมจึงพาไปสองที่ไม่ได้",
        f"the former id {shown(old)} is {whose_en}, and one address cannot lead to two pages",
        "ลบออกจาก formerly หรือแก้ให้เป็น id ที่คนนี้เคยใช้",
        "delete it from formerly, or write the id that this winner had",
    )


def _names(record: schema.Winners) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for index, winner in enumerate(record.winners):
        name = names.called(winner).bare
        first = seen.setdefault(name, index)
        if first != index and record.winners[first].id != winner.id:
            yield Fault(
                ("winners", index, "name"),
                say(
                    f"ชื่อ {name} ซ้ำกับคนที่ {first + 1} (winners[{first}])",
                    f"the name {name} is in winners[{first}] too",
                    f"ถ้าเป็นคนเดียวกันที่ได้สองประเภท ใช้ id: {record.winners[first].id} ทั้งสองรายการ "
                    "ถ้าเป็นคนละคนชื่อเหมือนกัน ปล่อยไว้ได้",
                    f"write {record.winners[first].id} for both if they are the same person, chosen in two groups",
                ),
                warning=True,
            )


def _division(winner: schema.Winner, index: int, divisions: Mapping[str, str] | None) -> Iterator[Fault]:
    if divisions is not None and winner.division not in divisions:
        yield unknown(("winners", index, "division"), winner.division, divisions, "สำนัก/กอง", "organisation.yaml")


def _consent(winner: schema.Winner, index: int) -> Iterator[Fault]:
    consent = winner.photo.consent if winner.photo else None
    if consent and consent.withdrawn and consent.withdrawn < consent.given:
        yield Fault(
            ("winners", index, "photo", "consent", "withdrawn"),
            say(
                f"ถอนความยินยอม {long_date(consent.withdrawn)} ก่อนวันที่ให้ {long_date(consent.given)}",
                f"consent was withdrawn before it was given ({consent.given.isoformat()})",
                "แก้วันที่ให้หรือวันที่ถอนให้ถูกต้อง",
                "fix one of the two dates",
            ),
        )


def _replies(winner: schema.Winner, index: int) -> Iterator[Fault]:
    given = winner.satisfaction
    if given is None:
        return
    if given.replies == 0 and given.percent:
        yield Fault(
            ("winners", index, "satisfaction", "percent"),
            say(
                f"มีผลความพึงพอใจร้อยละ {given.percent} ทั้งที่ไม่มีผู้ตอบ",
                f"the satisfaction is {given.percent} percent of no replies at all",
                "ใส่จำนวนผู้ตอบ (replies) ให้ถูกต้อง",
                "write how many people replied",
            ),
        )
    elif given.replies < FEW_REPLIES:
        yield Fault(
            ("winners", index, "satisfaction", "replies"),
            say(
                f"มีผู้ตอบเพียง {given.replies} คน น้อยกว่า {FEW_REPLIES} คน ผลอาจไม่แทนความเห็นของประชาชน",
                f"only {given.replies} people replied, fewer than {FEW_REPLIES}: the figure may be due to chance",
                "เก็บแบบประเมินเพิ่ม หรือให้คณะกรรมการรับทราบ",
                "collect more replies, or let the committee know",
            ),
            warning=True,
        )


def _place(winner: schema.Winner, index: int, award_round: schema.Round) -> Iterator[Fault]:
    keys = [category.key for category in award_round.categories]
    if winner.category not in keys:
        known = {category.key: category.name for category in award_round.categories}
        yield unknown(("winners", index, "category"), winner.category, known, "ประเภท", "round.yaml")
        return
    category = award_round.categories[keys.index(winner.category)]
    if winner.place > category.places:
        yield Fault(
            ("winners", index, "place"),
            say(
                f"ได้อันดับ {winner.place} แต่ประเภท{category.name} คัดเลือกเพียง {category.places} คน",
                f"place {winner.place}, but {category.key} has only {category.places} places",
                "แก้อันดับ หรือแก้จำนวนที่คัดเลือก (places) ใน round.yaml",
                "fix the place, or the category's places in round.yaml",
            ),
        )


def _scores(winner: schema.Winner, index: int, award_round: schema.Round) -> Iterator[Fault]:
    due = [criterion.key for criterion in award_round.criteria if not criterion.citizens]
    gated = award_round.tally is not None and award_round.tally.gate is not None
    if len(award_round.criteria) - len(due) not in ({0, 1} if gated else {1}):
        return  # which criterion is the citizens' is in doubt, and reported already
    if winner.total is not None or "scores" not in winner.model_fields_set:
        return  # the count that was kept has the scores, or all of them are missing
    for key in winner.scores:
        if key not in due:
            citizens = any(criterion.key == key for criterion in award_round.criteria)
            saying = _citizens_scored(key) if citizens else unknown_keys([key], due)
            yield Fault(("winners", index, "scores", key), saying, on_key=True)
    for key in due:
        if key not in winner.scores:
            yield Fault(("winners", index, "scores", key), missing([key]))


def _citizens_scored(key: str) -> Saying:
    return say(
        f"เกณฑ์ {key} ใช้ผลความพึงพอใจของประชาชน กรรมการไม่ต้องให้คะแนน",
        f"{key} takes the citizens' satisfaction, so the committee gives it no score",
        "ลบบรรทัดนี้",
        "delete this line",
    )


def _gaps(record: schema.Winners, award_round: schema.Round) -> Iterator[Fault]:
    """Yield the first place of each category that has too few winners before it: place 3 needs two.

    Later gaps of that category may only follow from the first.
    """
    taken = [(winner.category, winner.place) for winner in record.winners]
    places = {category.key: category.places for category in award_round.categories}
    if any(category not in places for category, _ in taken):
        return  # where that winner belongs is in doubt, and reported already
    told = {category for category, place in taken if place > places[category]}
    for index, winner in sorted(enumerate(record.winners), key=lambda each: each[1].place):
        better = sum(1 for category, place in taken if category == winner.category and place < winner.place)
        if better < winner.place - 1 and winner.category not in told:
            told.add(winner.category)
            yield Fault(
                ("winners", index, "place"),
                say(
                    f"มีอันดับ {winner.place} แต่มีผู้ได้อันดับดีกว่าเพียง {better} คน",
                    f"place {winner.place}, but only {better} are ranked before it",
                    "แก้อันดับให้ต่อเนื่อง หรือเพิ่มผู้ได้รับการคัดเลือกที่ขาด",
                    "make the places consecutive, or add the missing winner",
                ),
            )


def _total(winner: schema.Winner, award_round: schema.Round) -> Decimal | None:
    """Return a winner's total, or None where something that it needs was refused."""
    with suppress(Unread):
        if winner.satisfaction and is_low(winner.satisfaction.percent):
            return None  # it is told as what it is, and places that contradict it would only follow from it
    with suppress(Unread, KeyError):
        # The tally asks only for weights, scores and satisfaction, which have the same names in the written records.
        return tally.total(
            cast("tuple[model.Criterion, ...]", tuple(award_round.criteria)), cast("model.Winner", winner)
        )
    return None


def _order(record: schema.Winners, award_round: schema.Round) -> Iterator[Fault]:
    """Yield the places that contradict the totals: the better total has the better place, and only a tie shares one."""
    places_of = {category.key: category.places for category in award_round.categories}
    totals = [
        _total(winner, award_round) if winner.place <= places_of.get(winner.category, 0) else None
        for winner in record.winners
    ]
    for (first, one), (second, two) in combinations(enumerate(record.winners), 2):
        one_total, two_total = totals[first], totals[second]
        if one.category != two.category or one_total is None or two_total is None or one_total == two_total:
            continue
        better, worse = (first, second) if one_total > two_total else (second, first)
        places = record.winners[better].place, record.winners[worse].place
        if places[0] > places[1]:
            saying = _out_of_order(_who(record, worse), places, totals[better], totals[worse])
            yield Fault(("winners", better, "place"), saying)
        elif places[0] == places[1]:
            saying = _unequal_tie(_who(record, first), places[0], one_total, two_total)
            yield Fault(("winners", second, "place"), saying, warning=True)


def _who(record: schema.Winners, index: int) -> str:
    """Return a winner as the clerk knows them: by name, and by the position that a problem's field shows."""
    with suppress(Unread):
        return f"{names.called(record.winners[index]).bare} (winners[{index}])"
    return f"winners[{index}]"


def _out_of_order(rival: str, places: tuple[int, int], total: object, rivals: object) -> Saying:
    return say(
        f"ได้ {total} คะแนน อันดับ {places[0]} แต่ {rival} ได้ {rivals} คะแนน อันดับ {places[1]}",
        f"{total} points and place {places[0]}, but {rival} has {rivals} points and place {places[1]}",
        "ตรวจคะแนนและอันดับของทั้งสองคน",
        "check scores and places of both",
    )


def _unequal_tie(rival: str, place: int, rivals: object, total: object) -> Saying:
    return say(
        f"ได้อันดับ {place} ร่วมกับ {rival} แต่คะแนนต่างกัน ({total} กับ {rivals})",
        f"shares place {place} with {rival}, but the totals differ ({total} and {rivals})",
        "ตรวจอันดับ อันดับร่วมใช้เมื่อคะแนนเท่ากัน",
        "check the places: one is shared where totals are equal",
    )
