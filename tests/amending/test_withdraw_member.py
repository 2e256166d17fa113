"""One member of a team takes back what the whole team's photo shows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.amending.withdraw import people, withdraw
from generator.disclosure import may_portray
from generator.disk.swap import Workshop
from generator.ledger import manifest
from generator.piece import Entry
from generator.problems import ProblemsFound
from tests.support.small import WINNERS

if TYPE_CHECKING:
    from tests.support.small import Small

BLOCK = """\
    team:
      name: ทีมกู้ชีพ
      members:
        - title: นาย
          first: สมชาย
          last: สอนดี
        - {title: นาง, first: มาลี, last: ใจงาม}
"""


@pytest.fixture
def team(small: Small) -> Small:
    """Return valid records in which a team won, its members written in both ways."""
    person = "    name: {title: นางสาว, first: ปิยะนุช, last: ศรีท้องถิ่น}\n    position: นักพัฒนาชุมชน\n"
    small.edit(WINNERS, person, BLOCK)
    return small


@pytest.mark.parametrize(
    ("called", "reason"), [("สมชาย สอนดี", ""), ("นางมาลี ใจงาม", ""), ("มาลี", "ขอไว้"), ("สมชาย", "ขอ")]
)
def test_a_member_is_found_by_name_and_takes_the_photo_down(team: Small, called: str, reason: str) -> None:
    """The line stands below that person's name, however the list is written; the others stay as they are."""
    records, workshop = team.read(), Workshop(team.project)
    assert may_portray(records.rounds[0].winners[0], "print")
    (chosen,) = people(records, called)
    assert chosen[0].member
    taken = withdraw(workshop, records, chosen, date(2023, 6, 1), reason)
    winner = taken.records.rounds[0].winners[0]
    assert (taken.photo, taken.name) == (True, bool(reason))
    assert not may_portray(winner, "print")
    assert sum(member.left is not None for member in winner.members) == 1
    assert [member.name.first for member in winner.members if member.suppressed] == (
        [chosen[0].name.first] if reason else []
    )
    assert winner.suppressed is None, "the team stays a winner"
    again = withdraw(workshop, taken.records, people(taken.records, called)[0], date(2023, 6, 2), reason)
    assert (again.photo, again.name) == (False, False)


def test_the_team_itself_is_still_withdrawn_as_a_whole(team: Small) -> None:
    """Its own name and id mean all of it."""
    records = team.read()
    for called in ("first", "ทีมกู้ชีพ"):
        (chosen,) = people(records, called)
        assert chosen[0].member is None


def test_who_won_in_two_groups_is_withdrawn_in_both(small: Small) -> None:
    """Each entry says so afterwards: neither is read alone."""
    text = small.text(WINNERS)
    first = text[text.index("  - id: first") : text.index("  - id: second")]
    small.edit("2566/round.yaml", "  - {key: staff,", "  - {key: all, name: ทุกกลุ่ม, places: 1}\n  - {key: staff,")
    small.write(
        WINNERS, text.replace("sample: true", first.replace("category: staff", "category: all") + "sample: true")
    )
    records = small.read()
    (chosen,) = people(records, "ปิยะนุช")
    withdraw(Workshop(small.project), records, chosen, date(2023, 6, 1), "ขอไว้")
    after = small.text(WINNERS)
    assert (after.count("withdrawn:"), after.count("name_suppressed:")) == (2, 3)


@pytest.mark.parametrize("harm", ["a year is gone", "a file stands where the site goes"])
def test_nothing_is_withdrawn_in_the_records_alone(small: Small, harm: str) -> None:
    """Where nothing can be built, the site would go on showing what the records say is hidden."""
    before, workshop = small.text(WINNERS), Workshop(small.project)
    if harm == "a year is gone":
        shown = Entry("site/2565/results.html", "results", "ผล", "public", "", 1, people=("2565/x",), year=2565)
        (small.project / "build").mkdir()
        manifest.write(small.project / "build", [shown])
    else:
        (small.project / "site").write_text("x", encoding="utf-8")
    records = small.read()
    (chosen,) = people(records, "ปิยะนุช")
    with pytest.raises(ProblemsFound):
        withdraw(workshop, records, chosen, date(2023, 6, 1), "")
    assert small.text(WINNERS) == before
