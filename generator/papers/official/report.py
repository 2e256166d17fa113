"""รายงานผลการดำเนินโครงการ: what was promised against what came of it, step by step, with the list of the papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model import PAPER_NAMES, REGISTERS, counted
from generator.pieces.parts import chosen
from generator.pieces.parts.blocks import faces, fill, heading, large, line, para, picture, sign, table, undivided
from generator.pieces.parts.official import numbered_text, signed
from generator.thai.dates import date_range, long_date
from generator.thai.figures import count, figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.papers.official.case import Case
    from generator.piece import View
    from generator.pieces.parts.blocks import Align

WIDTH = 160
STEPS, STEP_TITLES = (12, 98, 50), ("ที่", "กิจกรรม", "ระยะเวลาตามแผน")
RESULTS, RESULT_TITLES = (70, 45, 45), ("ตัวชี้วัด", "เป้าหมาย", "ผลการดำเนินงาน")
ANNEXES, ANNEX_TITLES = (9, 43, 28) * 2, ("ที่", "เอกสาร", "เลขที่ วันที่ สำเนา") * 2
ANNEX_ALIGN: tuple[Align, ...] = ("center", "left", "left") * 2


def blocks_of(case: Case) -> Iterator[View]:
    """Yield the report."""
    yield heading("รายงานผลการดำเนินโครงการ")
    yield line(case.programme.title, "center", bold=True)
    yield line(f"{case.of_year}  {case.office.name}", "center", bold=True)
    came = list(_came(case))
    if came:
        yield large(*came)
    for number, (title, blocks) in enumerate(_parts(case), 1):
        yield line(f"{number}.  {title}", bold=True, above=6)
        yield from blocks
    yield sign(*signed(case.papers.signer("final-report"), "ผู้รายงาน"), above=12)


def _parts(case: Case) -> Iterator[tuple[str, list[View]]]:
    programme = case.programme
    yield "วัตถุประสงค์", [para(f"{n}.  {each}", above=0) for n, each in enumerate(programme.objectives, 1)]
    yield "กลุ่มเป้าหมาย", [para(f"{programme.target_group} จำนวน {programme.target_people} คน", above=0)]
    yield "งบประมาณ", [para(programme.budget, above=0)]
    steps = [(f"{n}", step.text, date_range(step.starts, step.ends)) for n, step in enumerate(programme.steps, 1)]
    yield "การดำเนินงานตามขั้นตอน", [table(STEPS, STEP_TITLES, steps, ("center", "left", "left"), above=2, size=14)]
    yield (
        "ผลการดำเนินงานเทียบเป้าหมาย",
        [undivided(table(RESULTS, RESULT_TITLES, list(_results(case)), ("left", "left", "left"), above=2))],
    )
    yield (
        "ผู้ได้รับการคัดเลือก",
        [
            para(chosen.opening(case.result), above=0, keep=True),
            *([faces(case.faces)] if case.faces else []),
            *chosen.listed(case.programme, case.result),
        ],
    )
    yield "การเผยแพร่", [para(" ".join(programme.publicity), above=0)]
    if case.photos:
        yield "ภาพกิจกรรม", [picture(source, alt) for source, alt in case.photos]
    yield "ปัญหา อุปสรรค และข้อเสนอแนะ", [fill(("", WIDTH)), fill(("", WIDTH)), fill(("", WIDTH))]
    yield (
        "เอกสารแนบ",
        [undivided(table(ANNEXES, ANNEX_TITLES, _side_by_side(list(_annexes(case))), ANNEX_ALIGN, above=2, size=14))],
    )


def _came(case: Case) -> Iterator[tuple[str, str, str]]:
    """Yield what came of it in large figures, as far as the record says it."""
    outcomes, year = case.award_round.outcomes, case.programme.year
    if satisfied := outcomes.satisfaction_of(year):
        target = f"เป้าหมายไม่น้อยกว่าร้อยละ {figure(outcomes.satisfaction_target)}"
        yield figure(satisfied.value), "ร้อยละความพึงพอใจ", target
    if now := outcomes.complaints_of(year):
        before = outcomes.complaints_of(year - 1)
        yield (
            figure(now.value),
            "เรื่องร้องเรียน",
            f"ปี พ.ศ. {year - 1} มี {figure(before.value)} เรื่อง" if before else "",
        )
    if case.result.people:
        of = f"จากบุคลากร {case.programme.target_people} คน"
        yield f"{len(case.result.people)}", "คนที่ได้รับการคัดเลือก", of


def _results(case: Case) -> Iterator[tuple[str, str, str]]:
    """Yield each thing that was promised, with what came of it; what nobody wrote stays empty, to be filled in."""
    outcomes, year = case.award_round.outcomes, case.programme.year
    there = case.result.people
    places = sum(category.places for category in case.programme.categories)
    none = "ไม่มี" if case.award_round.nobody else ""
    yield (
        "จำนวนผู้ได้รับการคัดเลือก",
        f"{places} คน",
        counted(winner.name for winner in there) if there else none,
    )
    satisfied = outcomes.satisfaction_of(year)
    replies = f" (ผู้ตอบ {count(satisfied.replies)} คน)" if satisfied and satisfied.replies is not None else ""
    yield (
        "ความพึงพอใจของประชาชน",
        f"ไม่น้อยกว่าร้อยละ {figure(outcomes.satisfaction_target)}",
        f"ร้อยละ {figure(satisfied.value)}{replies}" if satisfied else "",
    )
    now, before = outcomes.complaints_of(year), outcomes.complaints_of(year - 1)
    yield (
        "เรื่องร้องเรียนว่าบริการไม่เป็นธรรมหรือเลือกปฏิบัติ",
        f"น้อยกว่าปี พ.ศ. {year - 1} ({figure(before.value)} เรื่อง)" if before else "ลดลง",
        f"{figure(now.value)} เรื่อง" if now else "",
    )


def _annexes(case: Case) -> Iterator[tuple[str, str, str]]:
    """Yield the year's papers in order, with number and day, and whether a signed copy is filed."""
    papers = [key for key in PAPER_NAMES if key != "final-report"]
    for n, key in enumerate(papers, 1):
        latest = case.papers.of(key)[-1:]
        said = ""
        if latest:
            day = long_date(latest[0].day)
            said = f"ที่ {numbered_text(latest[0], case.papers)} ลงวันที่ {day}" if latest[0].number else f"ลงวันที่ {day}"
        filed = "มีสำเนา" if latest and latest[0].scan else "ยังไม่มีสำเนา" if key in REGISTERS or latest else ""
        yield f"{n}", PAPER_NAMES[key], f"{said} {filed}".strip()


def _side_by_side(rows: list[tuple[str, str, str]]) -> list[tuple[str, ...]]:
    """Return rows in two columns, which are read one after the other."""
    half = -(-len(rows) // 2)
    left, right = rows[:half], [*rows[half:], ("", "", "")]
    return [(*one, *other) for one, other in zip(left, right, strict=False)]
