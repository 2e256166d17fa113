"""A name in all its forms: of people with one name or many, of teams, of somebody who has died."""

from __future__ import annotations

import pytest

from generator.model import Name, counted
from generator.model.titles import is_group, is_monk, is_rank
from generator.thai.ranks import BEFORE_A_NAME, TITLES

APART = (
    "ร้อยโทหญิง", "ร.ท.หญิง", "ว่าที่ ร.ต.", "ว่าที่ร้อยตรี", "สิบเอก", "พ.ต.อ.", "ดาบตำรวจ", "จ.ส.อ.", "นาวาอากาศโท", "พันจ่าตรี",
    "นายกองเอก", "นายหมวดตรี", "พล.ต.ต.", "พันเอก (พิเศษ)", "Mr.",
)  # fmt: skip
CLOSE = (
    "นาย",
    "น.ส.",
    "นพ.",
    "ดร.",
    "ผศ.ดร.",
    "ศาสตราจารย์",
    "ม.ร.ว.",
    "หม่อมหลวง",
    "พระครู",
    "พระมหา",
    "อ.",
    "พล.ต.ต. ดร.",
)
NO_RANKS = ("ทพ.ญ.", "น.พ.", "พ.ญ.", "ท.พ.", "สพญ.", "น.ส.", "ด.ช.", "ด.ญ.", "นส.", "ม.ร.ว.", "ม.ล.", "น.สพ.", "สพ.ญ.")


@pytest.mark.parametrize(("title", "space"), [*((each, " ") for each in APART), *((each, "") for each in CLOSE)])
def test_a_space_follows_from_the_kind_of_title_and_not_from_a_full_stop(title: str, space: str) -> None:
    """ราชบัณฑิตยสภา: a space stands between a rank and the name (1.2.8), none behind other titles (2.1-2.3)."""
    assert Name(title, "สมปอง", "ทดลองดี").full == f"{title}{space}สมปอง ทดลองดี"


def test_a_space_stands_between_thai_and_other_letters() -> None:
    """นายJosé looks like one word; a name in Thai letters stays close to its title."""
    assert Name("นาย", "José", "Núñez").full == "นาย José Núñez"
    assert Name("นางสาว", "Mary").short == "นางสาว Mary"
    assert Name("นาย", "โฮเซ", "นูเญซ").full == "นายโฮเซ นูเญซ"


def test_every_rank_that_can_be_read_aloud_is_known_as_a_rank() -> None:
    """A rank in one table and not in the other would be said rightly and printed wrongly."""
    learned = ("ดร.", "นพ.", "พญ.", "ทพ.", "ทพญ.", "ภก.", "ภญ.", "ศ.", "รศ.", "ผศ.", *NO_RANKS)
    others = {each for each in TITLES if each.endswith(learned) or each in BEFORE_A_NAME}
    assert {each for each in TITLES if not is_rank(each)} == others


def test_a_monk_has_one_name_and_a_team_has_no_title() -> None:
    """No form of such a name has a space or a full stop too many."""
    monk, team = Name("พระครู", "สมปองธรรมาภิรักษ์"), Name("", "ทีมกู้ชีพตำบลควนเมา", team=True)
    assert {monk.full, monk.written, monk.short} == {"พระครูสมปองธรรมาภิรักษ์"}
    assert (monk.lines, monk.discreet) == ([["พระครูสมปองธรรมาภิรักษ์"]], "พระครู ส.")
    assert {team.full, team.written, team.short, team.bare} == {"ทีมกู้ชีพตำบลควนเมา"}
    assert (monk.counter, team.counter, Name("นาง", "ก", "ข").counter) == ("รูป", "ทีม", "คน")
    assert (is_monk("พระยา"), is_monk("นาย")) == (False, False)


def test_one_name_is_found_in_a_text_only_with_its_title() -> None:
    """แดง is a colour; of a name with a surname both together will do."""
    assert not Name("นาย", "แดง").stands_in("ทาสีแดงทั้งหลัง")
    assert Name("นาย", "แดง").stands_in("ช่วยนายแดงยกของ")
    assert Name("นาย", "แดง", "ใจดี", late=True).stands_in("แดง ใจดี เป็นคนแรก")


def test_a_surname_of_several_words_is_divided_between_them() -> None:
    """Evenly where that is much better, else before the surname; บิน, ณ and such begin a line with the next word."""
    name = Name("นาย", "มูฮัมหมัด", "บิน อับดุลเราะห์มาน บิน ฮัจยีอับดุลเลาะห์ทดลอง บิน สุไลมานตัวอย่าง")
    first, evenly, before_surname, *others = name.lines
    assert first == [name.full]
    assert evenly == ["นายมูฮัมหมัด บิน อับดุลเราะห์มาน", "บิน ฮัจยีอับดุลเลาะห์ทดลอง บิน สุไลมานตัวอย่าง"]
    assert before_surname == ["นายมูฮัมหมัด", name.last]
    assert {len(way) for way in others} == {3}
    for way in name.lines:
        assert " ".join(way) == name.full
        assert not any(line.endswith("บิน") for line in way)
    assert Name("นาย", "สม", "ณ ตรัง").lines == [["นายสม ณ ตรัง"], ["นายสม", "ณ ตรัง"]]


def test_a_death_stands_behind_the_name_and_is_not_of_it() -> None:
    """Sheets show it; data and texts that only look for the name do not."""
    name = Name("นาย", "กตัญญู", "น้ำใจ", late=True)
    assert (name.full, name.written) == ("นายกตัญญู น้ำใจ (ผู้ล่วงลับ)", "นายกตัญญู น้ำใจ")
    assert ["นายกตัญญู", "น้ำใจ (ผู้ล่วงลับ)"] in name.lines


def test_each_kind_is_counted_by_its_own_word() -> None:
    """Nobody is "3 คน" who is two people and a team."""
    person, monk, team = Name("นาย", "ก", "ข"), Name("พระ", "ค"), Name("", "ทีม", team=True)
    assert counted([person, person]) == "2 คน"
    assert counted([team, person]) == "1 คน และ 1 ทีม"
    assert counted([team, monk, person, person]) == "2 คน 1 รูป และ 1 ทีม"
    assert counted([]) == "0 คน"


@pytest.mark.parametrize("title", ["ทีม", "กลุ่ม", "คณะทำงาน", "งาน", "ฝ่าย", "กอง", "ศูนย์", "ชมรม", "Team"])
def test_what_groups_are_called_is_no_title_of_a_person(title: str) -> None:
    """`title: ทีม` is how a team was forced into a person's fields."""
    assert is_group(title)
    assert not any(map(is_group, ("นาย", "นายกองเอก", "พระครู", "ดร.")))
