"""The sample's own survey: its figures come from the export in the repository, and from nothing else."""

from __future__ import annotations

import csv
import io
from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

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


def test_the_figures_of_the_records_are_those_of_the_rows(records: Records) -> None:
    """Counted here, without the product: sums of levels, and who is named in how many rows."""
    rows = [*csv.DictReader(io.StringIO(EXPORT.read_text(encoding="utf-8")))]
    levels = {word: level for level, word in enumerate(sample_replies.WORDS) if word}
    marks = Counter(tuple(row.values()) for row in rows)
    assert max(marks.values()) == 2
    counting = [dict(zip(rows[0], each, strict=True)) for each in marks if "ทดสอบ" not in each]
    counting = [row for row in counting if not row["ประทับเวลา"].startswith(("13/4", "18/4"))]
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
