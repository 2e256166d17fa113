"""What people came for: figures by errand, merged where few came for one, and never somebody's own words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from generator.survey import importing, record
from tests.support import exports

if TYPE_CHECKING:
    from tests.survey.conftest import Read

PEOPLE = exports.replies(60)
ERRANDS = ("ชำระภาษีที่ดิน", "ชำระภาษี ที่ดิน", "แจ้งไฟทางดับ", "ลงทะเบียนเบี้ยยังชีพ", "-", "ขอใช้สนามกีฬา")


def export(errands: list[str], head: str = "เรื่องที่มาติดต่อ") -> str:
    """Return an export in which each reply says what its person came for."""
    rows = exports.google(PEOPLE)
    return exports.text(
        [[*row[:2], said, *row[2:]] for row, said in zip(rows, [head, *errands], strict=True)],
    )


def came() -> list[str]:
    """Return an errand for each reply; only three people ask for the sports ground."""
    said = [ERRANDS[n % 5] for n in range(len(PEOPLE))]
    return [*said[:-3], *(ERRANDS[5],) * 3]


def test_each_errand_has_its_figures_and_small_ones_stand_together(read: Read) -> None:
    """The report has a table an errand; a stroke is no errand, and three people are too few."""
    ready, counted = read(export(came()))
    assert [column.heading for column in ready.columns.columns if column.role == "งานบริการ"] == ["เรื่องที่มาติดต่อ"]
    said = Counter(each.replace("ภาษี ", "ภาษี") for each in came())
    told = {each.name: each.replies for each in record.by_service(counted)}
    expected: dict[str | None, int] = {each: said[each] for each in ("ชำระภาษีที่ดิน", "แจ้งไฟทางดับ", "ลงทะเบียนเบี้ยยังชีพ")}
    assert told == {**expected, None: said["-"] + said["ขอใช้สนามกีฬา"]}
    assert sum(told.values()) == counted.counted
    together = counted.together(group for each in record.by_service(counted) for group in each.groups)
    assert together == counted.together(counted.groups.values())
    kept = importing.text(ready, counted)
    assert '- {service: "แจ้งไฟทางดับ", replies: ' in kept
    assert "สนามกีฬา" not in kept


@pytest.mark.parametrize(
    "head",
    ["งานบริการที่ท่านมาใช้บริการ", "ท่านมาติดต่อเรื่องใด", "ประเภทบริการ", "2. บริการที่มารับบริการ", "Type of service"],
)
def test_the_heading_gives_it_away(head: str, read: Read) -> None:
    """Forms ask for it in many words."""
    ready, _ = read(export(came(), head))
    assert [column.role for column in ready.columns.columns if column.heading == head] == ["งานบริการ"]


def test_own_words_are_no_errands(read: Read) -> None:
    """Where everybody writes something else, nothing of it is kept."""
    ready, counted = read(export([f"มาเรื่องของยายเมี้ยนคนที่ {n}" for n in range(len(PEOPLE))]))
    assert "งานบริการ" not in [column.role for column in ready.columns.columns]
    assert counted.services == {}
    assert "ยายเมี้ยน" not in importing.text(ready, counted)


def test_what_one_person_wrote_is_not_kept_where_others_chose(read: Read) -> None:
    """An “other” with a name in it stands among the choices of everybody else."""
    said = came()
    said[7] = "ร้องเรียนนายสมหมายเรื่องถนน"
    ready, counted = read(export(said))
    assert counted.services
    assert "สมหมาย" not in importing.text(ready, counted)


def test_a_form_that_does_not_ask_says_nothing_of_it(read: Read) -> None:
    """No empty table."""
    ready, counted = read(exports.text(exports.google(PEOPLE)))
    assert "services" not in importing.text(ready, counted)
