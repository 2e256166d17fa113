"""What the office was called before, and what it no longer has: valid for its years, refused for later ones."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.disclosure import publish
from generator.thai.dates import parse_moment
from tests.support.small import ORGANISATION, ROUND

if TYPE_CHECKING:
    from tests.support.small import Small

NAME = "name: องค์การบริหารส่วนตำบลทดสอบ\n"
WORKS = "  - key: works\n    name: กองช่าง\n"
NEXT_ROUND, NEXT_WINNERS = "2567/round.yaml", "2567/winners.yaml"
DISSOLVED = f"{WORKS}    until: 30 กันยายน 2566\n    joined: palad\n"


def test_a_round_sees_the_office_of_its_own_days(small: Small) -> None:
    """What is not written as former was the same before."""
    small.edit(
        ORGANISATION,
        NAME,
        "name: เทศบาลตำบลทดสอบ\nformerly:\n"
        "  - {until: 30 กันยายน 2566, name: องค์การบริหารส่วนตำบลทดสอบ}\n"
        "  - {until: 30 กันยายน 2560, name: สภาตำบลทดสอบ, address: {district: เมือง}}\n",
    )
    office = small.read().organisation
    assert office.name == "เทศบาลตำบลทดสอบ"
    assert office.on(date(2023, 10, 1)).name == "เทศบาลตำบลทดสอบ"
    assert office.on(date(2023, 9, 30)).name == "องค์การบริหารส่วนตำบลทดสอบ"
    assert office.on(date(2023, 9, 30)).address.district == "ทดลอง"
    assert office.on(date(2017, 9, 30)).name == "สภาตำบลทดสอบ"
    assert office.on(date(2017, 9, 30)).address.full == "1 หมู่ที่ 1 ตำบลทดสอบ อำเภอเมือง จังหวัดตรัง 92160"
    assert office.on(date(2017, 9, 30)).phone == office.phone


def test_a_winner_of_its_years_keeps_a_division_that_is_no_more(small: Small) -> None:
    """The clerk must not move last year's winner into a division that she never worked in."""
    small.edit(ORGANISATION, WORKS, DISSOLVED)
    records = small.read()
    assert [winner.division.name for winner in records.rounds[0].winners] == ["สำนักปลัด", "กองช่าง"]
    assert [division.key for division in records.organisation.divisions] == ["palad"]


def test_a_new_winner_in_a_former_division_is_refused_and_the_successor_named(small: Small) -> None:
    """The cure is what to type."""
    small.edit(ORGANISATION, WORKS, DISSOLVED)
    small.add_year()
    told = {problem.field: problem for problem in small.problems()}
    assert set(told) == {"nominators[1]", "winners[1].division"}
    problem = told["winners[1].division"]
    assert (problem.file, problem.line) == ("winners/2567/winners.yaml", small.place(NEXT_WINNERS, "works")[0])
    assert "30 กันยายน 2566" in problem.message.th
    assert "palad (สำนักปลัด)" in problem.fix.th


def test_a_division_that_is_newer_than_a_round_is_refused_there(small: Small) -> None:
    """Somebody cannot have been chosen from what did not exist."""
    small.edit(ORGANISATION, WORKS, f"{WORKS}    since: 1 ตุลาคม 2566\n")
    told = {problem.field: problem.message.th for problem in small.problems()}
    assert set(told) == {"nominators[1]", "winners[1].division"}
    assert "1 ตุลาคม 2566" in told["winners[1].division"]


def test_a_renamed_division_is_called_what_it_was_called(small: Small) -> None:
    """Two names follow each other under one key."""
    small.edit(
        ORGANISATION,
        WORKS,
        "  - key: works\n    name: กองช่างและผังเมือง\n    formerly:\n"
        "      - {until: 31 ธันวาคม 2566, name: กองช่าง}\n      - {until: 31 ธันวาคม 2560, name: ส่วนโยธา}\n",
    )
    small.add_year()
    newest, first = small.read().rounds
    assert newest.winners[1].division.name == "กองช่างและผังเมือง"
    assert first.winners[1].division.name == "กองช่าง"


def test_a_removed_division_is_asked_for_with_its_last_day(small: Small) -> None:
    """To name the other divisions alone would have the clerk falsify a signed year."""
    small.edit(ORGANISATION, WORKS, "")
    assert all("until" in problem.fix.th for problem in small.problems())


def test_a_village_that_was_renumbered_is_meant_by_the_number_of_the_round(small: Small) -> None:
    """Replies of 2566 from หมู่ที่ 2 came from the village that is หมู่ที่ 5 today."""
    small.edit(
        ORGANISATION,
        "  - moo: 2\n    name: 0012\n",
        "  - moo: 5\n    name: บ้านใหม่\n    formerly:\n      - {until: 30 กันยายน 2566, moo: 2, name: บ้านเก่า}\n",
    )
    small.edit(ROUND, "publish_totals", "replies:\n  - {channel: paper, moo: 2, count: 1200}\npublish_totals")
    spot = small.read().rounds[0].replies[0].spot
    assert spot is not None
    assert spot.name == "บ้านเก่า"
    small.add_year()
    problem = small.only_problem()
    assert (problem.file, problem.field) == ("winners/2567/round.yaml", "replies[0].moo")
    assert "5 (บ้านใหม่)" in problem.fix.th


VILLAGE = "  - moo: 2\n    name: 0012\n    board: หน้าโรงเรียน\n"
AGAIN = "  - moo: 2\n    name: บ้านอื่น\n    board: ศาลา\n"


@pytest.mark.parametrize(
    ("old", "new", "field", "says"),
    [
        (WORKS, f"{WORKS}    until: 30 กันยายน 2566\n    joined: nobody\n", "divisions[1].joined", "palad"),
        (WORKS, f"{WORKS}    joined: palad\n", "divisions[1].until", "until"),
        (WORKS, f"{WORKS}    since: 1 ตุลาคม 2566\n    until: 1 ตุลาคม 2560\n", "divisions[1].until", "1 ตุลาคม 2566"),
        (WORKS, f"{WORKS}    formerly:\n      - until: 1 ตุลาคม 2560\n", "divisions[1].formerly[0].name", "name"),
        (NAME, f"{NAME}formerly:\n  - until: 30 กันยายน 2560\n", "formerly[0].name", "name"),
        (
            NAME,
            f"{NAME}formerly:\n  - {{until: 30 กันยายน 2560, name: ก}}\n  - {{until: 30 กันยายน 2560, people: ข}}\n",
            "formerly[1].until",
            "30 กันยายน 2560",
        ),
        (VILLAGE, f"{VILLAGE}    since: 1 มกราคม 2567\n{AGAIN}", "villages[2].moo", "หมู่ที่ 2"),
        (VILLAGE, f"{VILLAGE}{AGAIN}    until: 1 มกราคม 2567\n", "villages[2].moo", "หมู่ที่ 2"),
        (VILLAGE, f"{VILLAGE}{AGAIN}", "villages[2].moo", "ซ้ำ"),
    ],
)
def test_what_cannot_be_so_of_former_things_is_told(small: Small, old: str, new: str, field: str, says: str) -> None:
    """Two villages of one number, an end before the beginning, a successor that is none."""
    small.edit(ORGANISATION, old, new)
    found = [problem for problem in small.problems() if problem.file.endswith(ORGANISATION)]
    assert [problem.field for problem in found] == [field]
    assert says in f"{found[0].message.th} {found[0].fix.th}"


def test_a_number_may_be_given_to_another_village_afterwards(small: Small) -> None:
    """หมู่ที่ 2 joined its neighbour, and years later a new village took the number."""
    small.edit(
        ORGANISATION, VILLAGE, f"{VILLAGE}    until: 1 มกราคม 2567\n    joined: 1\n{AGAIN}    since: 2 มกราคม 2567\n"
    )
    office = small.read().organisation
    assert [village.name for village in office.villages] == ["NO", "บ้านอื่น"]
    assert [village.name for village in office.on(date(2024, 1, 1)).villages] == ["NO", "0012"]


def test_a_former_telephone_is_said_to_be_of_no_use(small: Small) -> None:
    """Whoever reads an old sheet calls today."""
    small.edit(ORGANISATION, NAME, f"{NAME}formerly:\n  - {{until: 30 กันยายน 2560, phone: 0 7500 0000, name: ก}}\n")
    assert [(each.field, each.warning) for each in small.read().warnings if "formerly" in each.field] == [
        ("formerly[0].phone", True)
    ]


def test_figures_of_one_year_that_differ_are_told_with_both_lines(small: Small) -> None:
    """Trends would say the one and the year's own pages the other."""
    small.add_year()
    small.edit(NEXT_ROUND, "year: 2565, percent: 78.4", "year: 2565, percent: 79")
    small.edit(NEXT_ROUND, "2565, count: 5", "2565, count: 6")
    told = small.problems()
    assert [problem.field for problem in told] == ["outcomes.satisfaction[0].percent", "outcomes.complaints[0].count"]
    assert {problem.file for problem in told} == {"winners/2567/round.yaml"}
    assert f"winners/2566/round.yaml:{small.place(ROUND, '78.4')[0]}" in told[0].message.th
    assert "78.4" in told[0].message.th


def test_each_years_figure_is_written_once_and_is_the_same_everywhere(small: Small) -> None:
    """The new year's record holds the new year's figures alone."""
    small.add_year()
    small.edit(NEXT_ROUND, "    - {year: 2565, percent: 78.4}\n", "")
    small.edit(NEXT_ROUND, "    - {year: 2565, count: 5}\n", "")
    newest, first = small.read().rounds
    assert [(each.year, str(each.value)) for each in newest.outcomes.satisfaction] == [
        (2565, "78.4"),
        (2566, "85.2"),
        (2567, "85.2"),
    ]
    assert [each.year for each in newest.outcomes.complaints] == [2565, 2566, 2567]
    assert [each.year for each in first.outcomes.complaints] == [2565, 2566]


def test_a_figure_of_a_coming_result_stands_in_no_other_year(small: Small) -> None:
    """A later round that is being prepared takes the figures before it, but not what nobody may know yet."""
    small.add_year()
    before = publish(small.read(), parse_moment("2566-04-20 12:00"), "site")
    assert [[each.year for each in one.outcomes.satisfaction] for one in before.rounds] == [[2565], [2565]]
