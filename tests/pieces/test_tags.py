"""What a screen reader is told of finished paper, read by poppler: the order, tables, and sentences that are one."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.support.machine import need

if TYPE_CHECKING:
    from pathlib import Path


def _tags(pdf: Path) -> str:
    return subprocess.run((need("pdfinfo"), "-struct-text", str(pdf)), capture_output=True, check=True).stdout.decode(
        errors="replace"
    )


@pytest.mark.parametrize(
    "plan", ["loudspeaker/2566/plan.pdf", "print/2566/board-plan.pdf", "social/2566/post-plan.pdf"]
)
def test_a_plan_is_a_table_with_heads(plan: str, built: Path) -> None:
    """Hundreds of loose boxes say nothing to who cannot see that they stand in columns."""
    tags = _tags(built / "build" / plan)
    assert tags.count("Table (block)") >= 1
    assert len(re.findall(r"^ *TR$", tags, re.MULTILINE)) > 4
    assert tags.count("/Scope /Column") >= 5
    assert len(re.findall(r"^ *TD", tags, re.MULTILINE)) >= 24


def test_who_it_is_is_read_before_what_is_said_of_the_person(built: Path) -> None:
    """A quotation and a figure that belong to nobody yet make no sense to who listens."""
    sheets = sorted((built / "build" / "print" / "2566").glob("winner-*-a4.pdf"))
    assert len(sheets) > 5
    for sheet in sheets:
        tags = _tags(sheet)
        person = re.search(r'H2 .*\s+"(?:นาย|นางสาว|นาง) ?"\s+"\S+ (?:"\s+")?\S+ ?"', tags)
        assert person, sheet.name
        assert not re.search(r"\d%", tags[: person.start()]), sheet.name


def test_a_newsletter_of_four_pages_is_four_sheets_on_a_board(built: Path) -> None:
    """Who hangs it must know how many sheets to carry; a board shows no back."""
    tags = _tags(built / "build" / "print" / "2566" / "board-plan.pdf")
    assert re.search(r'จดหมายข่าว 4 หน้า"\s+.*"A4 *"\s+"4 แผ่น"', tags, re.DOTALL)
