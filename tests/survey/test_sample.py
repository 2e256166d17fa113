"""The sample's own survey: its figures come from the export in the repository, and from nothing else."""

from __future__ import annotations

import csv
import io
from collections import Counter
from fractions import Fraction
from statistics import mean, stdev
from typing import TYPE_CHECKING

import pytest

from generator.reading import read
from generator.store import Store
from tests.support import product
from tools import sample_replies

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Records

EXPORT = product.ROOT / "examples/replies-2566.csv"
KEPT = "winners/2566/survey.yaml"


def test_the_export_is_what_its_script_writes() -> None:
    """A figure that somebody typed into it by hand would be one more that nobody can make again."""
    assert EXPORT.read_bytes() == sample_replies.text().encode()


def test_importing_it_comes_to_what_the_records_say_already(office: Path) -> None:
    """One command, and nothing is left that was typed by hand and differs."""
    (office / KEPT).unlink()
    said = product.done(office, "import", "survey", str(EXPORT), "--yes", "--year", "2566")
    assert "อ่าน 416 แถว = นับ 412 + ไม่นับ 4" in said
    assert (office / KEPT).read_bytes() == (product.ROOT / KEPT).read_bytes()
    assert not read(office, Store(office / ".tonbaep/cache/photos")).warnings


LEVELS = {word: level for level, word in enumerate(sample_replies.WORDS) if word}
T_OF_411 = 1.965746
"""Student's t of 95 %, two-sided, with 411 degrees of freedom, as R's qt(0.975, 411) has it."""


def _counting() -> list[dict[str, str]]:
    """Return the rows that count: no test, none twice, none from outside the period."""
    rows = [*csv.DictReader(io.StringIO(EXPORT.read_text(encoding="utf-8")))]
    marks = Counter(tuple(row.values()) for row in rows)
    assert max(marks.values()) == 2
    counting = [dict(zip(rows[0], each, strict=True)) for each in marks if "ทดสอบ" not in each]
    return [row for row in counting if not row["ประทับเวลา"].startswith(("13/4", "18/4"))]


def test_the_interval_of_each_aspect_is_that_of_its_people(records: Records) -> None:
    """Counted here: what each row comes to in an aspect, their mean and spread, and t of so many people."""
    said = next(each for each in records.rounds if each.programme.year == 2566).opinions
    assert said is not None
    assert len(said.aspects) == 4
    for each in said.aspects:
        answered = [
            [LEVELS[c] for head, c in row.items() if head.startswith(f"{each.aspect} [") and c] for row in _counting()
        ]
        shares = [20 * sum(levels) / len(levels) for levels in answered if levels]
        half = T_OF_411 * stdev(shares) / len(shares) ** 0.5
        assert (each.people, len(shares)) == (412, 412)
        assert each.between is not None
        assert [float(end) for end in each.between] == pytest.approx(
            [mean(shares) - half, mean(shares) + half], abs=0.006
        )


def test_the_figures_of_the_records_are_those_of_the_rows(records: Records) -> None:
    """Counted here, without the product: sums of levels, and who is named in how many rows."""
    counting, levels = _counting(), LEVELS
    award_round = next(each for each in records.rounds if each.programme.year == 2566)
    told = award_round.outcomes.satisfaction_of(2566)
    assert told is not None
    assert (len(counting), _percent(counting, levels)) == (told.replies, Fraction(told.value))
    for winner in award_round.winners:
        named = [row for row in counting if winner.name.first in row["ชื่อเจ้าหน้าที่ผู้ให้บริการ (ถ้าทราบ)"]]
        said = winner.satisfaction
        assert (len(named), _percent(named, levels)) == (said.replies, Fraction(said.percent)), winner.id


def _percent(rows: list[dict[str, str]], levels: dict[str, int]) -> Fraction:
    chosen = [levels[cell] for row in rows for head, cell in row.items() if "[" in head and cell]
    exact = Fraction(100 * sum(chosen), 5 * len(chosen))
    return Fraction((exact * 100 + Fraction(1, 2)).__floor__(), 100)
