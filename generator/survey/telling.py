"""What is said of a counted file: every row accounted for, the figures, and the sentence below a report's table."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from generator.problems import Text
from generator.survey import record
from generator.survey.counting import REASONS, ranges
from generator.survey.levels import BAD, NONE
from generator.survey.statistics import around_mean, krejcie_morgan, pooled, printed, wilson, yamane
from generator.tally import half_up
from generator.tally.printed import figures, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.answers import Answers
    from generator.survey.counting import Counted
    from generator.survey.importing import Ready
    from generator.tally.printed import Method

_ROWS = 12
"""Runs of rows that the screen shows of those set aside."""
_IN_ENGLISH = dict(
    zip(
        REASONS,
        ("outside the period", "test", "doubled", "unfinished", "no question answered", "unreadable"),
        strict=True,
    )
)


def lines(found: Ready, counted: Counted) -> Iterator[Text]:
    """Yield what the clerk reads before agreeing."""
    aside = counted.read - counted.counted
    yield Text(
        f"\nอ่าน {counted.read:,} แถว = นับ {counted.counted:,} + ไม่นับ {aside:,}",
        f"\n{counted.read:,} rows read = {counted.counted:,} counted + {aside:,} set aside",
    )
    for reason in REASONS:
        if rows := counted.aside[reason]:
            yield Text(
                f"  {reason} {len(rows):,}: แถว {ranges(rows, _ROWS)}",
                f"  {_IN_ENGLISH[reason]} {len(rows):,}: rows {ranges(rows, _ROWS)}",
            )
    if counted.waiting:
        yield Text(
            f"  แถวที่มีเลขรอไว้ แต่ยังไม่ได้พิมพ์คำตอบ {counted.waiting:,}",
            f"  {counted.waiting:,} numbered rows wait for a form to be typed",
        )
    if counted.undated:
        yield Text(
            f"  นับโดยไม่รู้วันที่ {counted.undated:,} (แบบไม่ระบุตัวตนหรือไม่มีคอลัมน์เวลา)",
            f"  {counted.undated:,} are counted without a date",
        )
    words = dict(_read_as(counted))
    if words:
        said = ", ".join(f"{word} = {level}" for word, level in sorted(words.items(), key=lambda each: -each[1])[:12])
        yield Text(f"  อ่านคำตอบว่า {said}", f"  answers are read as {said}")
    if counted.unknown:
        many = counted.unknown.total()
        names = ", ".join(f"“{name[:30]}” {n}" for name, n in counted.unknown.most_common(5))
        yield Text(
            f"  ชื่อผู้ให้บริการที่ยังไม่รู้ว่าเป็นใคร {many:,} คำตอบ (นับในภาพรวม ไม่นับให้ใคร): {names}",
            f"  {many:,} replies name nobody known (they count in the whole alone): {names}",
        )
    yield from _table(found, counted)


def _read_as(counted: Counted) -> Iterator[tuple[str, int]]:
    """Yield the words that were met, with the level that each was taken for."""
    scale = counted.columns.scale
    for raw, level in scale.known.items():
        if level not in {NONE, BAD} and not raw.strip().isdigit():
            yield " ".join(raw.split()), level - 1 + scale.lowest


def _table(found: Ready, counted: Counted) -> Iterator[Text]:
    method = found.choices.method
    whole = pooled(counted.of(counted.groups.values()))
    aspects = [(name, answers) for name, answers in record.by_aspect(counted).items() if name]
    parts, of = (aspects, "ด้าน") if len(aspects) > 1 else (_items(counted), "ข้อ")
    yield Text("", "")
    for name, answers in (*parts, ("ภาพรวม", whole)):
        made = figures(answers, method)
        spread = "-" if made.deviation is None else made.deviation
        row = f"  {name}: n = {made.answers:,}  x̄ = {made.mean}  S.D. = {spread}  ร้อยละ {made.percent}  {made.band}"
        yield Text(row.rstrip(), row.rstrip())
    said = sentence(figures(whole, method), [(name, figures(answers, method)) for name, answers in parts], of)
    yield Text(f"\n{said}", f"\n{said}")
    yield from _errands(counted, method)
    yield from _sample(counted, method)


def _errands(counted: Counted, method: Method) -> Iterator[Text]:
    """Say what came of each errand, where the form asks for it."""
    every = record.by_service(counted)
    if every:
        yield Text("\nแยกตามงานบริการ", "\nby service")
    for each in every:
        made = figures(counted.together(each.groups), method)
        name = each.name or "อื่น ๆ รวมกัน"
        row = f"  {name}: {each.replies:,} คน  x̄ = {made.mean}  ร้อยละ {made.percent}  {made.band}"
        yield Text(row.rstrip(), row.rstrip())


def _items(counted: Counted) -> list[tuple[str, Answers]]:
    each = zip(counted.columns.items, counted.of(counted.groups.values()), strict=True)
    return [(column.item, answers) for column, answers in each if answers.n]


def _sample(counted: Counted, method: Method) -> Iterator[Text]:
    """Say how far the figures would be others, had others answered: people are counted here, not their answers."""
    population, people = method.population, counted.people
    if population is not None:
        least, table = yamane(population), krejcie_morgan(population)
        yield Text(
            f"ผู้รับบริการ {population:,} คน ควรได้ {least:,} คำตอบ (Yamane) หรือ {table:,} (Krejcie–Morgan)",
            f"of {population:,} people, {least:,} (Yamane) or {table:,} (Krejcie–Morgan) should answer",
        )
    share = half_up(Fraction(100 * people.satisfied, people.n))
    low, high = printed(wilson(people.satisfied, people.n, population), share)
    yield Text(
        f"ผู้ที่ให้เฉลี่ยตั้งแต่ระดับมากขึ้นไป {people.satisfied:,} จาก {people.n:,} คน ช่วงเชื่อมั่น 95 %: {low} ถึง {high}",
        f"{people.satisfied:,} of {people.n:,} people are satisfied; 95 % interval: {low} to {high} %",
    )
    if interval := around_mean(people, population):
        mean = half_up(people.mean)
        low, high = printed(interval, mean)
        yield Text(
            f"ค่าเฉลี่ยรายคน {mean} ช่วงเชื่อมั่น 95 %: {low} ถึง {high}",
            f"the mean of people is {mean}; 95 % interval: {low} to {high}",
        )


def value(found: Ready, counted: Counted, *, kept: bool) -> dict[str, object]:
    """Return the same for a script."""
    made = figures(pooled(counted.of(counted.groups.values())), found.choices.method)
    return {
        "source": found.known.source.name,
        "columns": [column._asdict() for column in found.columns.columns],
        "read": counted.read,
        "counted": counted.counted,
        "waiting": counted.waiting,
        "aside": {_IN_ENGLISH[reason]: rows for reason, rows in counted.aside.items() if rows},
        "mean": str(made.mean),
        "deviation": None if made.deviation is None else str(made.deviation),
        "percent": str(made.percent),
        "band": made.band,
        "kept": kept,
    }
