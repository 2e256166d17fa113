"""What citizens said and the office did, at the door: two short texts without anybody's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.small import ROUND

if TYPE_CHECKING:
    from tests.support.small import Small

GOOD = """
you_said:
  - {said: ที่นั่งรอไม่พอ, did: เพิ่มเก้าอี้ยี่สิบตัว, since: 2 พฤษภาคม 2566}
  - {said: แจ้งไฟดับแล้วเงียบ, did: โทรกลับภายในหนึ่งวัน}
"""


def test_a_sound_list_is_read(small: Small) -> None:
    """In the order of the record, with a day where there is one."""
    small.write(ROUND, small.text(ROUND) + GOOD)
    records = small.read()
    assert records.warnings == ()
    first, second = records.rounds[0].you_said
    assert (first.said, first.did, second.since) == ("ที่นั่งรอไม่พอ", "เพิ่มเก้าอี้ยี่สิบตัว", None)


@pytest.mark.parametrize(
    ("old", "new", "field", "words"),
    [
        ("did: เพิ่มเก้าอี้ยี่สิบตัว", "did: ที่นั่งรอไม่พอ", "you_said[0].did", "ทำอะไร"),
        ("said: แจ้งไฟดับแล้วเงียบ", "said: ที่นั่งรอไม่พอ", "you_said[1].said", "you_said[0]"),
        ("did: เพิ่มเก้าอี้ยี่สิบตัว, ", "", "you_said[0].did", "did"),
        ("since: 2 พฤษภาคม 2566", "division: nobody", "you_said[0].division", "nobody"),
        ("said: ที่นั่งรอไม่พอ", f"said: {'ก' * 161}", "you_said[0].said", "161"),
        ("since: 2 พฤษภาคม 2566", "since: พรุ่งนี้", "you_said[0].since", "พรุ่งนี้"),
        ("said: ที่นั่งรอไม่พอ", "said: บัตรเลขที่ 1101700230708 หาย", "you_said[0].said", "ประชาชน"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(small: Small, old: str, new: str, field: str, words: str) -> None:
    """One fault each, and nothing that merely follows from it."""
    assert old in GOOD
    small.write(ROUND, small.text(ROUND) + GOOD.replace(old, new))
    problem = small.only_problem()
    assert problem.field == field
    assert words in problem.say()


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("นายสมชาย ใจดี บอกว่าที่นั่งรอไม่พอ", "ชื่อคน"),
        ("ขอบคุณนางสาวดวงใจ แสนดี ที่ช่วยหาที่นั่ง", "ชื่อคน"),
        ("เด็กหญิงแก้ว ใจงาม ตกเก้าอี้", "ชื่อคน"),
        ("บ้านเลขที่ 45/2 น้ำไม่ไหล", "45/2"),
        ("โทรหา 081-234-5678 แล้วไม่มีใครรับ", "081"),
        ("นายกควรมาดูเอง นายช่างบอกว่า ไม่ว่าง", ""),
        ("นางพยาบาลใจดี แต่มีคนเดียว", ""),
        ("กลางวัน ปิดเคาน์เตอร์ ไม่มีคนอยู่", ""),
    ],
)
def test_what_tells_who_somebody_is_is_doubted(small: Small, said: str, words: str) -> None:
    """A wish is everybody's; who had it alone must not find the own name or house on a wall."""
    small.write(ROUND, small.text(ROUND) + GOOD.replace("ที่นั่งรอไม่พอ", said))
    warnings = small.read().warnings
    assert [words in warning.say() for warning in warnings] == ([True] if words else [])


def test_more_than_a_poster_shows_is_a_warning(small: Small) -> None:
    """All are on the site, and the clerk chooses which stand on the wall."""
    many = "".join(f"  - {{said: เรื่องที่ {n}, did: ทำเรื่องที่ {n} แล้ว}}\n" for n in range(9))
    small.write(ROUND, f"{small.text(ROUND)}\nyou_said:\n{many}")
    (warning,) = small.read().warnings
    assert warning.field == "you_said[8]"


def test_an_aspect_is_one_that_the_survey_asks_about(small: Small) -> None:
    """Otherwise nothing is ever said of it where the weakest aspect is told."""
    asked = GOOD.replace("since: 2 พฤษภาคม 2566", "aspect: เจ้าหน้าที่")
    small.write(ROUND, small.text(ROUND) + asked)
    assert small.read().rounds[0].you_said[0].aspect == "เจ้าหน้าที่"
    figure = "{replies: 9, answers: 9, mean: 5, percent: 100, counts: [0, 0, 0, 0, 9]"
    lines = ["source: x", f"digest: {'0' * 64}", "read: 9", "counted: 9", "columns:", f"whole: {figure}}}"]
    aspects = ["aspects:", f"  - {{aspect: สถานที่, {figure[1:]}}}", "items: []"]
    small.write("2566/survey.yaml", "\n".join([*lines, *aspects]) + "\n")
    problem = small.only_problem()
    assert (problem.field, "สถานที่" in problem.say()) == ("you_said[0].aspect", True)
