"""Made-up rounds that are to be counted, with scores chosen so that ties and edges come often; asserts nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from generator.model import (
    CITIZENS,
    JOINT,
    VOTE,
    Category,
    CommitteePost,
    Criterion,
    Division,
    Given,
    Heard,
    Name,
    Nominee,
    Programme,
    Recusal,
    ScoreSheet,
    Selection,
    TallyRules,
    Voice,
)
from generator.tally.recusing import recusals
from tests.support.rounds import make_programme

if TYPE_CHECKING:
    from collections.abc import Mapping

DIVISIONS = (Division("samnak", "สำนักปลัด"), Division("chang", "กองช่าง"), Division("khlang", "กองคลัง"))
CATEGORIES = (Category("officer", "พนักงานส่วนตำบล", 2), Category("contract", "พนักงานจ้าง", 1))
CRITERIA = (
    Criterion("mind", "จิตบริการ", "เต็มใจช่วย", 30, citizens=False),
    Criterion("speed", "รวดเร็ว", "ทำงานเสร็จตามเวลา", 25, citizens=False),
    Criterion("fairness", "เป็นธรรม", "เสมอหน้า", 20, citizens=False),
    Criterion("citizens", "ความพึงพอใจของประชาชน", "จากแบบประเมิน", 25, citizens=True),
)


def make_nominee(number: int, **changes: Any) -> Nominee:
    """Return the nominee of a number; their names differ in the figure alone."""
    nominee = Nominee(
        id=f"n{number}",
        name=Name("นาย", f"สมมุติ{number}", "ตัวอย่างดี", None, None),
        position="เจ้าพนักงานธุรการ",
        division=DIVISIONS[number % 3],
        category=CATEGORIES[number % 2],
        nominated_by="",
        unfit="",
        withdrawn=None,
    )
    return replace(nominee, **changes)


def make_rules(**changes: Any) -> Programme:
    """Return a programme with five members, whose rules for ties end in joint places."""
    posts = ("ปลัดองค์การบริหารส่วนตำบล", "หัวหน้าสำนักปลัด", "ผู้อำนวยการกองช่าง", "ผู้อำนวยการกองคลัง", "ผู้แทนประชาชน")
    usual = {
        "criteria": CRITERIA,
        "categories": CATEGORIES,
        "committee": tuple(CommitteePost(post, "กรรมการ") for post in posts),
        "ties": (CITIZENS, "mind", JOINT),
        "tally": TallyRules(sample=5),
    }
    return replace(make_programme(), **{**usual, **changes})


def make_selection(
    programme: Programme,
    nominees: tuple[Nominee, ...],
    scores: Mapping[tuple[int, str], tuple[int, ...]],
    heard: Mapping[str, tuple[Fraction, int]],
) -> Selection:
    """Return a selection; `scores` are by member and nominee, one for each criterion of the committee in order."""
    keys = [criterion.key for criterion in programme.criteria if not criterion.citizens]
    out = {nominee.id: recusals(programme, nominee) for nominee in nominees}
    sheets = [
        ScoreSheet(
            f"sheet-{member}",
            member,
            "0" * 64,
            tuple(
                Given(nominee.id, MappingProxyType({}), out[nominee.id][member])
                if member in out[nominee.id]
                else Given(
                    nominee.id,
                    MappingProxyType(dict(zip(keys, map(Decimal, scores[member, nominee.id]), strict=True))),
                )
                for nominee in nominees
            ),
        )
        for member in range(1, len(programme.committee) + 1)
        if any(member == each for each, _ in scores)
    ]
    voices = {key: Voice(*value) for key, value in heard.items()}
    return Selection(nominees, (), tuple(sheets), Heard(MappingProxyType(voices), MappingProxyType({}), None))


@st.composite
def rounds(draw: st.DrawFn) -> tuple[Programme, Selection]:
    """Draw a round of one to eight nominees and two to seven members; low scores make ties, few replies the rest."""
    members = draw(st.integers(2, 7))
    highest = draw(st.sampled_from((2, 5, 10)))
    rules = TallyRules(
        highest=highest,
        average=draw(st.sampled_from(("ค่าเฉลี่ย", "มัธยฐาน"))),
        gate=draw(st.sampled_from((None, Decimal(60), Decimal("80.5")))),
        voice_of=draw(st.sampled_from(("คน", "กอง"))),
        sample=draw(st.sampled_from((5, 10))),
        too_few=draw(st.sampled_from(("ใช้ผลของกอง", "ใช้ผลทั้งหน่วยงาน", "ไม่คิดข้อนี้", "ไม่ผ่าน"))),
        pass_mark=draw(st.sampled_from((None, Decimal("49.995"), Decimal(60)))),
        compared=draw(st.sampled_from(("สองตำแหน่ง", "ค่าเต็ม"))),
    )
    ties = draw(st.permutations((CITIZENS, "mind", "speed", "fairness")))[: draw(st.integers(0, 3))]
    last = draw(st.sampled_from(((), (VOTE,), (JOINT,))))
    programme = make_rules(
        committee=tuple(CommitteePost(f"กรรมการ {number}", "กรรมการ") for number in range(1, members + 1)),
        ties=(*ties, *last),
        tally=rules,
    )
    nominees = tuple(
        make_nominee(
            number,
            unfit=draw(st.sampled_from(("", "", "", "ปฏิบัติงานไม่ครบหนึ่งปี"))),
            withdrawn=draw(st.sampled_from((None, None, None, date(2023, 4, 2)))),
            recused=tuple(
                Recusal(member, "เป็นญาติ") for member in sorted(draw(st.sets(st.integers(1, members), max_size=2)))
            ),
        )
        for number in range(1, draw(st.integers(1, 8)) + 1)
    )
    low = st.integers(1, highest)
    scores = {
        (member, nominee.id): (draw(low), draw(low), draw(low))
        for member in range(1, members + 1)
        for nominee in nominees
    }
    selection = make_selection(programme, nominees, scores, {})
    voice = st.builds(_voice, st.lists(st.integers(0, 6), min_size=5, max_size=5))
    people = {nominee.id: draw(voice) for nominee in nominees}
    divisions = {division.key: draw(voice) for division in DIVISIONS}
    heard = Heard(
        MappingProxyType({key: each for key, each in people.items() if each}),
        MappingProxyType({key: each for key, each in divisions.items() if each}),
        draw(voice),
    )
    return programme, replace(selection, heard=heard)


def _voice(counts: list[int]) -> Voice | None:
    """Return what so many citizens said who chose each of five levels, None of nobody."""
    many = sum(counts)
    if not many:
        return None
    return Voice(Fraction(20 * sum(level * count for level, count in enumerate(counts, 1)), many), many)
