"""โครงการ: the programme's own document, with the heads of the handbook that offices follow (domain notes, 0)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pieces.parts.blocks import heading, line, para, sign, table
from generator.pieces.parts.official import signed
from generator.thai.dates import date_range, long_date
from generator.thai.figures import figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.papers.official.case import Case
    from generator.piece import View

COLUMNS, TITLES = (12, 96, 52), ("ที่", "กิจกรรม", "ระยะเวลา")


def blocks_of(case: Case) -> Iterator[View]:
    """Yield the programme's document."""
    programme = case.programme
    yield heading(programme.title)
    yield line(case.of_year, "center", bold=True)
    yield line(case.office.name, "center", bold=True)
    for number, (title, blocks) in enumerate(_parts(case), 1):
        yield line(f"{number}.  {title}", bold=True, above=6)
        yield from blocks
    for signer in programme.document_signers:
        yield sign(*signed(signer, signer.role), room=2, above=6)


def _parts(case: Case) -> Iterator[tuple[str, list[View]]]:
    programme = case.programme
    yield "ชื่อโครงการ", [para(programme.title, above=0)]
    yield "หลักการและเหตุผล", [para(each, above=0) for each in programme.reasons]
    yield "วัตถุประสงค์", [para(f"{n}.  {each}", above=0) for n, each in enumerate(programme.objectives, 1)]
    yield "กลุ่มเป้าหมาย", [para(f"{programme.target_group} จำนวน {programme.target_people} คน", above=0)]
    yield "พื้นที่ดำเนินการ", [para(f"{case.office.name} {case.office.address.area}", above=0)]
    steps = [(f"{n}", step.text, date_range(step.starts, step.ends)) for n, step in enumerate(programme.steps, 1)]
    yield "วิธีดำเนินการ", [table(COLUMNS, TITLES, steps, ("center", "left", "left"), above=2)]
    first, last = min(step.starts for step in programme.steps), max(step.ends for step in programme.steps)
    yield "ระยะเวลาดำเนินการ", [para(f"ตั้งแต่วันที่ {long_date(first)} ถึงวันที่ {long_date(last)}", above=0)]
    yield "งบประมาณ", [para(programme.budget, above=0)]
    yield "ผู้รับผิดชอบ", [para(programme.owner, above=0)]
    yield "ช่องทางเผยแพร่", [para(" ".join(programme.publicity), above=0)]
    target = figure(case.award_round.outcomes.satisfaction_target)
    promised = (
        *programme.outputs,
        f"ประชาชนมีความพึงพอใจไม่น้อยกว่าร้อยละ {target} ({case.award_round.outcomes.satisfaction_method})",
        "เรื่องร้องเรียนว่าบริการไม่เป็นธรรมหรือเลือกปฏิบัติลดลง",
    )
    yield "ผลผลิตและผลลัพธ์", [para(f"{n}.  {each}", above=0) for n, each in enumerate(promised, 1)]
