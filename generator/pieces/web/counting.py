"""How the result was counted: formula, weights and rules in words, who took part, and a table for counting anew.

Of those who were chosen it says what other pages say of them. Everybody else can only be a row without a name, where
the rules of the round allow such rows.
"""

from __future__ import annotations

from decimal import ROUND_HALF_DOWN, Decimal
from typing import TYPE_CHECKING

from generator.model import CITIZENS, JOINT, VOTE
from generator.piece import each_year
from generator.pieces.paper import open_data
from generator.pieces.parts import standing
from generator.pieces.web import labels, leaves, page_frame
from generator.thai.dates import year_text
from generator.thai.figures import count, figure, in_column, percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import OpenTable, PublicCount, PublicRound, PublicYear, Row
    from generator.model import Criterion, Programme
    from generator.piece import Sheet, View


SCRIPT = "assets/recount.js"


def href(award_round: PublicRound) -> str:
    """Return the address of a round's page within the site, or "" if there is no such page."""
    return f"{award_round.year}/counting.html" if award_round.count else ""


def _lay_out(seen: PublicYear) -> Iterator[Sheet]:
    award_round = seen.award_round
    if award_round.count:
        year = year_text(award_round.year)
        scripts = {"script": SCRIPT} if award_round.count.tables else {}
        yield page_frame.page(
            seen,
            f"{award_round.year}/counting",
            labels.COUNTING_TITLE.format(year=award_round.year),
            labels.COUNTING_DESCRIPTION.format(award=award_round.programme.award_name, year=year),
            _body(seen, award_round, award_round.count),
            **scripts,
        )


def _body(seen: PublicYear, award_round: PublicRound, found: PublicCount) -> View:
    plan = award_round.programme
    chosen = list(_chosen(award_round, found))
    return {
        "labels": labels.ON_COUNTING,
        "year": award_round.year,
        "weights": leaves.weights(plan),
        "shares": leaves.shares(plan),
        "renditions": page_frame.all_renditions(award_round.winners),
        "members": count(found.members),
        "seats": count(found.seats),
        "replies": count(found.replies) if found.replies else "",
        "recusals": count(found.recusals) if found.recusals else "",
        "formula": _formula(plan),
        "steps": list(_steps(plan)),
        "tie_rule": plan.when_equal,
        "chosen": chosen,
        "totals": any(each["total"] for each in chosen),
        "percents": any(each["percent"] for each in chosen),
        "tables": [_table(plan, table) for table in found.tables],
        "citizens_weight": plan.citizens_weight,
        "file": _file(seen),
        "results": f"{award_round.year}/results.html",
        "standing": standing.shown(award_round.winners),
    }


def _file(seen: PublicYear) -> str:
    """Return where the rows without names can be downloaded, "" where they cannot."""
    offered = seen.offered(open_data.PIECE.name)
    return next((file.path for file in offered if file.called == open_data.COUNT_CALLED), "")


def _formula(plan: Programme) -> list[str]:
    """Return the formula in the parts between which a line may end."""
    rest = 100 - plan.citizens_weight
    return [
        "คะแนนรวม",
        f"= คะแนนจากกรรมการ (เต็ม {rest})",
        f"+ ร้อยละความพึงพอใจ × {plan.citizens_weight} ÷ 100",
    ]


def _steps(plan: Programme) -> Iterator[str]:
    """Yield the rules, one after the other, as they are applied."""
    rules = plan.tally
    middle = rules.average == "มัธยฐาน"
    yield f"กรรมการแต่ละคนให้คะแนนแต่ละเกณฑ์ {rules.lowest} ถึง {rules.highest}"
    yield (
        f"ในแต่ละเกณฑ์ คะแนนของกรรมการรวมเป็นค่าเดียวด้วย{'มัธยฐาน คือค่าที่อยู่ตรงกลางเมื่อเรียงคะแนน' if middle else 'ค่าเฉลี่ย'} "
        f"แล้วคิดเป็นร้อยละของคะแนนเต็ม {rules.highest}"
    )
    yield "ร้อยละของแต่ละเกณฑ์คูณด้วยน้ำหนักของเกณฑ์ หารด้วย 100 แล้วบวกกัน"
    yield _voice(plan)
    if rules.gate is not None:
        yield f"ผู้ที่ประชาชนพึงพอใจไม่ถึง{percent(rules.gate)} ไม่ได้รับการคัดเลือก"
    if rules.pass_mark is not None:
        yield f"ผู้ที่คะแนนรวมไม่ถึง {figure(rules.pass_mark)} คะแนน ไม่ได้รับการคัดเลือก"
    if rules.compared == "ค่าเต็ม":
        yield "คะแนนรวมมากอยู่ก่อน เทียบด้วยค่าเต็ม ไม่ปัดเศษ"
    else:
        yield "คะแนนรวมมากอยู่ก่อน เทียบที่ทศนิยมสองตำแหน่ง ปัดครึ่งขึ้น"
    yield f"ต้องมีกรรมการให้คะแนนอย่างน้อย\u00a0{rules.quorum or len(plan.committee) // 2 + 1}\u00a0คน จึงเป็นผล"


def _voice(plan: Programme) -> str:
    rules = plan.tally
    whose = "หน่วยงานที่ผู้ได้รับการเสนอชื่อทำงานอยู่" if rules.voice_of == "กอง" else "ผู้ได้รับการเสนอชื่อคนนั้น"
    few = {
        "ใช้ผลของกอง": "ใช้ความพึงพอใจต่อสำนักหรือกอง หรือทั้งหน่วยงาน",
        "ใช้ผลทั้งหน่วยงาน": "ใช้ความพึงพอใจต่อทั้งหน่วยงาน",
        "ไม่คิดข้อนี้": "ไม่คิดข้อนี้ และคิดเกณฑ์ที่เหลือเป็น 100",
        "ไม่ผ่าน": "ไม่ได้รับการคัดเลือก",
    }[rules.too_few]
    return f"ความพึงพอใจของประชาชนคิดจากผู้ที่ตอบเรื่อง{whose} ถ้ามีผู้ตอบไม่ถึง {rules.sample} คน {few}"


def _chosen(award_round: PublicRound, found: PublicCount) -> Iterator[View]:
    """Yield a row for each winner and honour, with no more than the result says already."""
    criteria = award_round.programme.criteria
    for chosen in award_round.winners:
        shown, whole = chosen.satisfaction, page_frame.winner(chosen, award_round.year)
        for honour in chosen.honours:
            by = found.decided_by(chosen) if honour.category == chosen.category else ""
            yield {
                **{key: whole[key] for key in ("href", "name", "portrait", "given", "leaf")},
                "category": honour.category.name,
                "place": honour.place_text,
                "total": figure(honour.total) if honour.total is not None else "",
                "percent": figure(shown.percent) if shown else "",
                "by": _by(criteria, by) if by else "",
            }


def _by(criteria: tuple[Criterion, ...], rule: str) -> str:
    words = {CITIZENS: "ความพึงพอใจของประชาชน", VOTE: "มติของคณะกรรมการ", JOINT: "อยู่อันดับเดียวกัน"}
    return words.get(rule) or next(f"คะแนน{each.name}" for each in criteria if each.key == rule)


def _table(plan: Programme, table: OpenTable) -> View:
    rows = [_row(number, row, str(plan.citizens_weight)) for number, row in enumerate(table.rows, 1)]
    return {"category": table.category.name, "rows": rows}


def _row(number: int, row: Row, weight: str) -> View:
    committee, heard, _, _, order, place = open_data.digits(row, weight)
    return {
        "number": str(number),
        "committee": committee,
        "points": points(row),
        "percent": heard,
        "heard": "" if row.percent is None else _two(row.percent),
        "total": _two(row.total),
        "order": order,
        "place": place,
    }


def _two(value: Decimal) -> str:
    """Return a figure with two decimals, or with all it has: in a column, the points stand below each other."""
    return in_column(value) if value == round(value, 2) else open_data.written(value)


def points(row: Row) -> str:
    """Return the committee's part with two decimals, where what is added to it still comes to the total so rounded.

    Half a hundredth goes down, since the total's goes up; where totals are compared in full, so is this.
    """
    full = row.total != round(row.total, 2)
    return open_data.written(row.committee) if full else in_column(row.committee, ROUND_HALF_DOWN)


PIECE = page_frame.piece("counting", labels.COUNTING_PAGE, each_year(_lay_out), "counting.html.j2")
