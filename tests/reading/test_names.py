"""Who a winner may be, and how clerks write it: one name, a team, two groups, somebody who has died, Thai names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.disclosure import publish
from generator.thai.dates import parse_moment
from tests.support.small import ROUND, WINNERS

if TYPE_CHECKING:
    from generator.disclosure import PublicWinner
    from tests.support.small import Small

PERSON = "    name: {title: นางสาว, first: ปิยะนุช, last: ศรีท้องถิ่น}\n"
POST = "    position: นักพัฒนาชุมชน\n"
TEAM = """\
    team:
      name: ทีมกู้ชีพ
      people: 8
      members:
        - {title: นาย, first: สมชาย, last: สอนดี}
        - {title: นาง, first: มาลี, last: ใจงาม}
"""


def _public(small: Small, channel: str = "print") -> tuple[PublicWinner, ...]:
    return publish(small.read(), parse_moment("2566-12-01 09:00"), channel).newest.winners  # type: ignore[arg-type]


@pytest.mark.parametrize("last", ["", ", last: ''"])
def test_a_surname_may_be_left_out(small: Small, last: str) -> None:
    """Monks, foreigners and others have one name; for a monk nobody asks, for others the owner is asked once."""
    small.edit(WINNERS, "{title: นางสาว, first: ปิยะนุช, last: ศรีท้องถิ่น}", f"{{title: พระครู, first: ปิยะธรรม{last}}}")
    records = small.read()
    assert records.rounds[0].winners[0].name.full == "พระครูปิยะธรรม"
    assert not [each for each in records.warnings if "name" in each.field]
    small.edit(WINNERS, "พระครู", "นาย")
    (warning,) = [each for each in small.read().warnings if "name" in each.field]
    assert "นายปิยะธรรม" in warning.say()
    small.edit(WINNERS, "first: ปิยะธรรม", "confirmed: ใช่, first: ปิยะธรรม")
    assert not [each for each in small.read().warnings if "name" in each.field]


@pytest.mark.parametrize("none", ["-", '"-"', "ไม่มี"])
def test_a_word_for_none_is_told_to_leave_the_line_out(small: Small, none: str) -> None:
    """The certificate would print it behind the name."""
    lines = "    name:\n      title: พระครู\n      first: ปิยะธรรม\n"
    small.edit(WINNERS, PERSON, f"{lines}      last: {none}\n")
    assert "ลบทั้งบรรทัด last:" in small.only_problem().say()


def test_a_team_is_written_with_or_without_its_members(small: Small) -> None:
    """It holds no post; how many it has is said, and it stands in the list of winners like anybody else."""
    small.edit(WINNERS, PERSON + POST, TEAM)
    team = _public(small)[0]
    assert (team.name.full, team.name.counter, team.position) == ("ทีมกู้ชีพ", "ทีม", "สมาชิก 8 คน")
    assert [name.full for name in team.members] == ["นายสมชาย สอนดี", "นางมาลี ใจงาม"]
    small.edit(WINNERS, TEAM, "    team: {name: ทีมกู้ชีพ}\n")
    assert _public(small)[0].position == "ทีมงาน"


def test_one_member_who_takes_it_back_takes_the_team_s_photo_down(small: Small) -> None:
    """The photo shows everybody; who asked not to be named is in no list of members either."""
    small.edit(WINNERS, PERSON + POST, TEAM)
    assert _public(small)[0].portrait
    small.edit(WINNERS, "last: ใจงาม}", "last: ใจงาม, withdrawn: 1 มิ.ย. 2566}")
    assert _public(small)[0].portrait is None
    assert len(_public(small)[0].members) == 2
    small.edit(WINNERS, "withdrawn: 1 มิ.ย. 2566", "name_suppressed: {reason: ขอไว้, since: 1 มิ.ย. 2566}")
    assert [name.first for name in _public(small)[0].members] == ["สมชาย"]
    assert _public(small)[0].portrait is None


@pytest.mark.parametrize(
    ("new", "word"),
    [
        ("    name: {title: ทีม, first: กู้ชีพ}\n" + POST, "team:"),
        ("    name: {title: กลุ่ม, first: งานช่าง, last: เทศบาล}\n" + POST, "team:"),
        (POST, "name:"),
        (PERSON + "    team: {name: ทีมกู้ชีพ}\n" + POST, "members"),
        (PERSON, "position:"),
        ("    team: {name: ทีมกู้ชีพ}\n    deceased: ใช่\n", "members"),
    ],
)
def test_whoever_is_neither_or_both_is_told_which_key_to_use(small: Small, new: str, word: str) -> None:
    """A team that was forced into a person's fields was called a person everywhere."""
    small.edit(WINNERS, PERSON + POST, new)
    assert word in small.only_problem().say()


@pytest.mark.parametrize("written", ["ใช่", "ถึงแก่กรรม", "3 เมษายน 2566"])
def test_a_death_is_written_as_a_day_or_in_the_office_s_words(small: Small, written: str) -> None:
    """Of the photo the relatives decide from then on."""
    small.edit(WINNERS, PERSON, f"{PERSON}    deceased: {written}\n")
    name = small.read().rounds[0].winners[0].name
    assert (name.late, name.full) == (True, "นางสาวปิยะนุช ศรีท้องถิ่น (ผู้ล่วงลับ)")
    asked = [each for each in small.read().warnings if each.field.endswith("consent.given")]
    assert bool(asked) == (written != "3 เมษายน 2566"), "a consent from before that day is the person's own"
    small.edit(WINNERS, "given: 2566-03-28", "given: 2566-04-10\n        by: ภรรยา")
    assert not [each for each in small.read().warnings if each.field.endswith("consent.given")]


@pytest.mark.parametrize("note", ["(ถึงแก่กรรม)", "(เสียชีวิตแล้ว)", "ผู้ล่วงลับ"])
@pytest.mark.parametrize("field", ["last: ศรีท้องถิ่น", "position: นักพัฒนาชุมชน"])
def test_a_death_within_a_name_is_found_and_told_with_its_key(small: Small, note: str, field: str) -> None:
    """From there no text would know of it, and the certificate would go on wishing happiness."""
    small.edit(WINNERS, field, f"{field} {note}")
    said = small.only_problem().say()
    assert "deceased:" in said
    assert field.partition(": ")[2] in said


def test_one_person_in_two_groups_is_one_person(small: Small) -> None:
    """One page, called once with both, hidden together; the place in each group is its own."""
    small.edit(
        ROUND,
        "  - {key: staff, name: พนักงาน, places: 2}",
        "  - {key: staff, name: พนักงาน, places: 2}\n  - {key: all, name: ทุกกลุ่ม, places: 1}",
    )
    text = small.text(WINNERS)
    first = text[text.index("  - id: first") : text.index("  - id: second")]
    again = first.replace("category: staff", "category: all")
    small.write(WINNERS, text.replace("sample: true", f"{again}sample: true"))
    winners = _public(small)
    assert [winner.id for winner in winners] == ["first"]
    assert winners[0].ranked == "พนักงาน อันดับที่ 1 และประเภททุกกลุ่ม"
    small.write(
        WINNERS, small.text(WINNERS).replace("given: 2566-03-28", "given: 2566-03-28\n        withdrawn: 2566-06-01", 1)
    )
    assert _public(small)[0].portrait is None
    hidden = again.replace("place: 1\n", "place: 1\n    name_suppressed: {reason: ขอ, since: 2566-06-01}\n")
    small.write(WINNERS, small.text(WINNERS).replace(again, hidden))
    assert _public(small) == ()


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("id: second", "id: first", "คนละคน"),
        ("id: second\n    name: {title: นาย, first: ศักดิ์สิทธิ์, last: น้ำใจดี}", "id: first\n" + PERSON.rstrip(), "ซ้ำ"),
    ],
)
def test_an_id_is_one_person_s_and_stands_once_in_each_group(small: Small, old: str, new: str, word: str) -> None:
    """A copied block is told from a person who won twice."""
    small.edit(WINNERS, old, new)
    assert any(word in problem.say() for problem in small.problems())


def test_a_shared_place_is_said_as_shared(small: Small) -> None:
    """Also where there is one place only."""
    small.edit(WINNERS, "place: 2", "place: 1")
    small.edit(WINNERS, "    name_suppressed:\n      reason: เจ้าตัวขอไม่เผยแพร่\n      since: 1 พ.ค. 2566\n", "")
    assert {winner.ranked for winner in _public(small)} == {"พนักงาน อันดับที่ 1 ร่วม"}
    small.edit(ROUND, "places: 2", "places: 1")
    assert {winner.ranked for winner in _public(small)} == {"พนักงาน อันดับที่ 1 ร่วม"}


def test_thai_names_do_as_well_as_codes(small: Small) -> None:
    """The program knows which is which; an office has no use for codes."""
    before = small.read().rounds[0]
    small.edit(WINNERS, "division: palad", "division: สำนักปลัด")
    small.edit(WINNERS, "division: works", "division: กองช่าง")
    small.write(WINNERS, small.text(WINNERS).replace("category: staff", "category: พนักงาน"))
    small.edit(WINNERS, "channels: [site, print]", "channels: [เว็บไซต์, ป้ายประกาศ]")
    small.edit(ROUND, "  - palad\n", "  - สำนักปลัด\n")
    assert small.read().rounds[0] == before


def test_namesakes_are_told_apart_by_their_posts(small: Small) -> None:
    """A poster for each, a certificate for each: whoever hands them out must know which is whose."""
    small.edit(WINNERS, "{title: นาย, first: ศักดิ์สิทธิ์, last: น้ำใจดี}", "{title: นางสาว, first: ปิยะนุช, last: ศรีท้องถิ่น}")
    small.edit(WINNERS, "    name_suppressed:\n      reason: เจ้าตัวขอไม่เผยแพร่\n      since: 1 พ.ค. 2566\n", "")
    assert [winner.told for winner in _public(small)] == [
        "นางสาวปิยะนุช ศรีท้องถิ่น (นักพัฒนาชุมชน สำนักปลัด)",
        "นางสาวปิยะนุช ศรีท้องถิ่น (นายช่างโยธา กองช่าง)",
    ]


def test_a_day_of_death_is_read_as_any_other_day(small: Small) -> None:
    """What is no day is told, and is not taken for a death."""
    small.edit(WINNERS, PERSON, f"{PERSON}    deceased: เมื่อวาน\n")
    assert small.only_problem().field == "winners[0].deceased"
