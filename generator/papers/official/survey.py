"""รายงานผลสำรวจความพึงพอใจ: the survey's figures by aspect, question and group, and a sentence below each table.

The figures are those that `tonbaep import survey` counted. Where nothing was imported, the tables are to be filled in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.surveyed import OTHERS
from generator.pieces.paper.labels import SURVEY_FORM_ASPECTS
from generator.pieces.parts.blocks import bars, dots, drawn_in, heading, large, line, para, table, undivided
from generator.thai.dates import long_date
from generator.thai.figures import count, figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from generator.model.surveyed import CountedFigure, CountedSurvey
    from generator.papers.official.case import Case
    from generator.piece import View
    from generator.pieces.parts.blocks import Align

COLUMNS: tuple[float, ...] = (51, 22, 18, 15, 36, 18)
HEADS = ("จำนวน (คน)", "ค่าเฉลี่ย", "S.D.", "ร้อยละ", "ระดับ")
_WHOLE = 12
"""Rows of a table that no page divides; a row is one line, or two."""
BARS = (62, 80, 18)
"""Millimetres for an aspect's name, its bar and its figure."""
ALIGN: tuple[Align, ...] = ("left", "center", "center", "center", "center", "center")
BANDS = {
    "บุญชม": "4.51–5.00 มากที่สุด 3.51–4.50 มาก 2.51–3.50 ปานกลาง 1.51–2.50 น้อย 1.00–1.50 น้อยที่สุด",
    "กว้างเท่ากัน": "4.21–5.00 มากที่สุด 3.41–4.20 มาก 2.61–3.40 ปานกลาง 1.81–2.60 น้อย 1.00–1.80 น้อยที่สุด",
    "ครึ่งขึ้นไป": "4.50–5.00 มากที่สุด 3.50–4.49 มาก 2.50–3.49 ปานกลาง 1.50–2.49 น้อย 1.00–1.49 น้อยที่สุด",
}
"""The sets of bands that reports name below their tables (domain notes, 2.2)."""
METHODS = {
    "ค่าเฉลี่ย": "ค่าเฉลี่ยคิดจากคำตอบทุกข้อ ร้อยละคิดจากค่าเฉลี่ยที่ยังไม่ปัดเศษ เทียบกับคะแนนเต็ม",
    "ตอบ 4-5": "ค่าเฉลี่ยคิดจากคำตอบทุกข้อ ร้อยละคิดจากสัดส่วนคำตอบระดับมากและมากที่สุด",
}


def blocks_of(case: Case) -> Iterator[View]:
    """Yield the report."""
    survey, counted = case.programme.survey, case.award_round.counted
    yield heading("รายงานผลสำรวจความพึงพอใจการให้บริการ")
    yield line(f"{case.office.name} {case.of_year}", "center", bold=True)
    yield line("-" * 26, "center")
    period = f"ตั้งแต่วันที่ {long_date(survey.opens)} ถึงวันที่ {long_date(survey.counted_until)}"
    yield para(f"{case.office.name}สำรวจความพึงพอใจของประชาชนผู้รับบริการ {period} {_replied(case)}")
    yield para(f"วิธีคิด {case.award_round.outcomes.satisfaction_method}")
    if counted is None:
        yield from _whole(case)
        yield from _to_fill(case)
        return
    shown, mean = counted.whole.percent, f"ค่าเฉลี่ย {_two(counted.whole.mean)} {counted.whole.band}"
    target = case.award_round.outcomes.satisfaction_target
    yield large(
        (_two(shown), "ร้อยละความพึงพอใจของประชาชน", f"เป้าหมายไม่น้อยกว่าร้อยละ {figure(target)}"),
        (count(counted.counted), "คน ที่ตอบแบบประเมินและนับได้", mean.rstrip()),
        share=float(shown) / 100,
        target=float(target) / 100,
    )
    yield from _counted(counted, case.award_round.outcomes.satisfaction_target)
    yield from _compared(case, counted.whole.percent)
    yield para(
        f"หมายเหตุ {METHODS[counted.percent]} เกณฑ์แปลความหมายค่าเฉลี่ย {BANDS[counted.bands]} "
        "กลุ่มที่มีผู้ตอบน้อยกว่า 5 คนรวมไว้กับกลุ่มอื่น",
        first=0,
    )


def _replied(case: Case) -> str:
    counted, figured = case.award_round.counted, case.award_round.outcomes.satisfaction_of(case.programme.year)
    replies = counted.counted if counted else figured.replies if figured else None
    many = f"มีผู้ตอบแบบประเมินที่นับได้ {count(replies) if replies is not None else dots(12)} คน"
    population = counted.population if counted else None
    return f"{many} จากผู้รับบริการ {count(population)} คน" if population else many


def _counted(counted: CountedSurvey, target: Decimal) -> Iterator[View]:
    number = 0
    groups = (
        ("ความพึงพอใจจำแนกรายด้าน", "ด้าน", counted.aspects),
        ("ความพึงพอใจจำแนกตามหน่วยงานที่มาติดต่อ", "หน่วยงาน", counted.divisions),
        ("ความพึงพอใจจำแนกตามเรื่องที่มาติดต่อ", "เรื่อง", counted.services),
        ("ความพึงพอใจจำแนกตามช่องทางที่ตอบ", "ช่องทาง", counted.channels),
        ("ความพึงพอใจจำแนกตามพื้นที่", "พื้นที่", counted.places),
    )
    for title, kind, figures in groups:
        if figures or kind == "ด้าน":
            number += 1
            yield from _table(number, title, kind, figures, counted.whole)
        if kind == "ด้าน" and figures:
            yield from _chart(figures, counted.whole, target)
        if kind == "ด้าน":
            for aspect in dict.fromkeys(name for name, _ in counted.items):
                items = [each for name, each in counted.items if name == aspect]
                number += 1
                of = f" {aspect}" if aspect else ""
                yield from _table(number, f"ความพึงพอใจรายข้อ{of}", "ข้อ", items, None)


def _chart(figures: Sequence[CountedFigure], whole: CountedFigure, target: Decimal) -> Iterator[View]:
    """Yield the aspects as bars, with all of them together, against what the programme promised."""
    yield para("แผนภูมิที่ 1  ร้อยละความพึงพอใจจำแนกรายด้าน", first=0, keep=True, above=12)
    rows = [*((each.name, each.percent) for each in figures), ("รวม", whole.percent), ("เป้าหมาย", target)]
    shown = [(name, float(percent) / 100, _two(percent)) for name, percent in rows]
    yield bars(BARS, shown, "แผนภูมิแท่ง ร้อยละความพึงพอใจของแต่ละด้าน ทุกด้านรวมกัน และเป้าหมายของโครงการ")


def _table(
    number: int, title: str, kind: str, figures: Sequence[CountedFigure], whole: CountedFigure | None
) -> Iterator[View]:
    yield para(f"ตารางที่ {number}  {title}", first=0, keep=True, above=12)
    rows = [_row(each.name, each) for each in figures]
    total = [_row("รวม", whole)] if whole else []
    made = table(COLUMNS, (kind, *HEADS), [*rows, *total], ALIGN, above=2, size=14)
    made = drawn_in(made, 4, [float(each.percent) / 100 for each in (*figures, *([whole] if whole else []))])
    yield undivided(made) if len(rows) <= _WHOLE else made
    yield para(f"จากตารางที่ {number} พบว่า {_said(kind, figures, whole)}")


def _row(name: str, each: CountedFigure) -> tuple[str, ...]:
    deviation = "-" if each.deviation is None else _two(each.deviation)
    return (name, count(each.replies), _two(each.mean), deviation, _two(each.percent), each.band or "-")


def _two(value: Decimal) -> str:
    return f"{value:.2f}"


def _said(kind: str, figures: Sequence[CountedFigure], whole: CountedFigure | None) -> str:
    """Return the sentence below a table: the whole, then the best, the next and the last of its rows."""
    parts = []
    if whole:
        band = f"อยู่ในระดับ{whole.band} " if whole.band else ""
        parts.append(f"ผู้รับบริการมีความพึงพอใจโดยรวม{band} {_means(whole)}".replace("  ", " "))
    ranked = sorted((each for each in figures if each.name != OTHERS), key=lambda each: -each.mean)
    if len({each.mean for each in ranked}) > 1:
        best = [each for each in ranked if each.mean == ranked[0].mean]
        worst = [each for each in ranked if each.mean == ranked[-1].mean]
        among = [each for each in ranked if each not in (*best, *worst)]
        parts.append(f"{kind}ที่มีค่าเฉลี่ยสูงสุด คือ {_named(best)}")
        if among:
            parts.append(f"รองลงมา คือ {_named([each for each in among if each.mean == among[0].mean])}")
        parts.append(f"และต่ำสุด คือ {_named(worst)}")
    elif ranked and len(ranked) > 1:
        parts.append(f"ทุก{kind}มีค่าเฉลี่ยเท่ากัน")
    elif ranked and not whole:
        parts.append(f"{ranked[0].name} {_means(ranked[0])}")
    return " ".join(parts)


def _named(figures: Sequence[CountedFigure]) -> str:
    return f"{' และ'.join(each.name for each in figures)} (ค่าเฉลี่ย {_two(figures[0].mean)})"


def _means(each: CountedFigure) -> str:
    deviation = "" if each.deviation is None else f" ส่วนเบี่ยงเบนมาตรฐาน {_two(each.deviation)}"
    return f"(ค่าเฉลี่ย {_two(each.mean)}{deviation}) คิดเป็นร้อยละ {_two(each.percent)}"


def _whole(case: Case) -> Iterator[View]:
    """Yield what the record itself says of the year, where no export was imported."""
    figured = case.award_round.outcomes.satisfaction_of(case.programme.year)
    percent = figure(figured.value) if figured else dots(12)
    yield para(f"ผลการสำรวจพบว่า ประชาชนมีความพึงพอใจโดยรวมร้อยละ {percent}")
    if figured:
        yield from _compared(case, figured.value)


def _compared(case: Case, percent: Decimal) -> Iterator[View]:
    """Yield how the figure stands against the target, and against the year before."""
    outcomes, year = case.award_round.outcomes, case.programme.year
    target = outcomes.satisfaction_target
    met = "เป็นไปตามเป้าหมาย" if percent >= target else "ต่ำกว่าเป้าหมาย"
    before = outcomes.satisfaction_of(year - 1)
    last = f" ปี พ.ศ. {year - 1} มีความพึงพอใจร้อยละ {figure(before.value)}" if before else ""
    yield para(f"เป้าหมายของโครงการคือไม่น้อยกว่าร้อยละ {figure(target)} ผลการสำรวจ{met}{last}")


def _to_fill(case: Case) -> Iterator[View]:
    """Yield the table by aspect with nothing but the names of the aspects."""
    own = [aspect.name for aspect in case.programme.survey.aspects] or [name for name, _ in SURVEY_FORM_ASPECTS]
    yield para("ตารางที่ 1  ความพึงพอใจจำแนกรายด้าน", first=0, keep=True, above=12)
    rows = [(name, *[""] * len(HEADS)) for name in (*own, "รวม")]
    yield table(COLUMNS, ("ด้าน", *HEADS), rows, ALIGN, above=2, size=14)
    yield para(f"จากตารางที่ 1 พบว่า {dots(100)}")
