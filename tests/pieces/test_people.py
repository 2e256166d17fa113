"""Every row of the table with a monk, a team, somebody who died, somebody in two groups and a shared place in it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from generator.disclosure import publish
from generator.model import Certificate, Member, Name
from generator.pieces import PIECES
from generator.pieces.ceremony import invitation, name_card, run_of_show
from generator.pieces.paper import certificate, open_data
from generator.pieces.social import caption
from generator.pieces.web import profile
from generator.thai.dates import parse_moment
from tests.support import product
from tests.support.waves import sheets_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import Publication
    from generator.model import Records, Winner
    from generator.piece import Piece, Sheet

MONK = Name("พระครู", "วิสุทธิธรรมคุณ", confirmed=True)
TEAM = Name("", "ทีมกู้ชีพตำบลควนเมา", confirmed=True, team=True)
LATE = Name("นาย", "กตัญญู", "น้ำใจสมมุติ", confirmed=True, late=True)
LONG = Name("นาย", "มูฮัมหมัด", "บิน อับดุลเราะห์มาน บิน ฮัจยีอับดุลเลาะห์ทดลอง")
MEMBERS = (Name("นาย", "สมชาย", "สอนดี"), Name("นาง", "มาลี", "ใจงาม"))


class Odd(NamedTuple):
    """The sample's winners as other kinds of people, seen through each channel."""

    seen: dict[str, Publication]

    def sheets(self, piece: Piece[Any]) -> list[Sheet]:
        """Return all sheets of a row."""
        return sheets_of(piece, self.seen[piece.channel])


def _odd(records: Records, *changed: Winner, moment: str = product.AFTER) -> Odd:
    (newest,) = records.rounds
    numbered = [
        replace(each, certificate=Certificate(n, f"{n}" * 16)) for n, each in enumerate(changed or newest.winners, 1)
    ]
    fewer = replace(records, rounds=(replace(newest, winners=tuple(numbered)),))
    channels = ("site", "print", "social", "link")
    return Odd({channel: publish(fewer, parse_moment(moment), channel, inside=True) for channel in channels})  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def odd(records: Records) -> Odd:
    """Return a round with all of them."""
    monk, team, late, long, last = records.rounds[0].winners
    return _odd(
        records,
        replace(monk, name=MONK),
        replace(
            team, name=TEAM, position="", place=1, size=8, members=tuple(Member(name, None, None) for name in MEMBERS)
        ),
        replace(late, name=LATE),
        replace(long, name=LONG),
        replace(last, also=(replace(last, category=late.category, place=1),)),
    )


@pytest.fixture(scope="module")
def team_alone(records: Records) -> Odd:
    """Return a round of one team without a post and without members."""
    return _odd(records, replace(records.rounds[0].winners[0], name=TEAM, position=""))


@pytest.fixture(scope="module")
def late_alone(records: Records) -> Odd:
    """Return a round of one winner, who has died."""
    return _odd(records, replace(records.rounds[0].winners[0], name=LATE, citation=""))


def _texts(value: object) -> Iterator[str]:
    """Yield the texts of a view as they stand, but for its labels, which are the same for everybody."""
    if isinstance(value, dict):
        for key, each in value.items():
            if key != "labels":
                yield from _texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.name)
def test_every_row_copes_with_every_kind_of_person(piece: Piece[Any], odd: Odd) -> None:
    """No view has the hole of a missing surname or post, and every sheet is called by whole names."""
    for sheet in odd.sheets(piece):
        assert not [text for text in _texts(sheet.view) if re.search(r"None|\(\)|วิสุทธิธรรมคุณ -", text)], sheet.path
        for title in (sheet.title, sheet.called):
            assert title == " ".join(title.split()), sheet.path


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.name)
def test_a_team_alone_is_nowhere_a_person(piece: Piece[Any], team_alone: Odd) -> None:
    """Neither counted as one nor spoken of as one."""
    of_person = (
        "ได้รับการคัดเลือก 1 คน",
        "ได้รับเลือก 1 คน",
        "บุคลากร 1 คน",
        "หนึ่งคน",
        "หนึ่งท่าน",
        "เจ้าหน้าที่คนนี้",
        "คนต้นแบบ",
        "ยกย่อง 1 คน",
    )
    for sheet in team_alone.sheets(piece):
        said = [text for text in _texts(sheet.view) if any(words in text for words in of_person)]
        assert said == [], sheet.path


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.name)
def test_nobody_wishes_the_dead_happiness(piece: Piece[Any], late_alone: Odd) -> None:
    """Congratulation and good wishes are for the living."""
    for sheet in late_alone.sheets(piece):
        said = [text for text in _texts(sheet.view) if re.search("ยินดีกับ|แสดงความยินดี|น่ายินดี|ความสุขความเจริญ", text)]
        assert said == [], sheet.path


def test_the_certificate_says_what_each_is(odd: Odd) -> None:
    """A team holds no post, the dead are honoured, a shared place and both groups stand in it."""
    everybody = next(sheet for sheet in odd.sheets(certificate.PIECE) if sheet.path.endswith("formal-all.pdf"))
    monk, team, late, _, last = everybody.view["people"]
    assert monk["name_lines"] == [["พระครูวิสุทธิธรรมคุณ"]]
    assert monk["as_what"].endswith("อันดับที่ ๑ ร่วม")
    assert team["post"] == "สังกัด กองช่าง"
    assert "ระลึกถึงคุณความดี" in late["wish"]
    assert "ความสุขความเจริญ" in last["wish"]
    assert last["as_what"].endswith("  ประเภทพนักงานจ้าง อันดับที่ ๒ และประเภทลูกจ้างประจำ อันดับที่ ๑ ร่วม")


def test_the_stage_calls_each_once_and_the_family_receives(odd: Odd) -> None:
    """Somebody in two groups is told in both; a list of unlike kinds is numbered by รายที่, since ลำดับที่ is a place."""
    (sheet,) = odd.sheets(run_of_show.PIECE)
    said = json.dumps(sheet.view, ensure_ascii=False)
    calls = [group for scene in sheet.view["scenes"] for group in scene["groups"] if "ส่งประกาศเกียรติคุณ" in str(group)]
    assert len(calls) == 5
    assert all("รายที่" in str(call) for call in calls)
    assert "อันดับที่หนึ่ง ร่วม" in said
    assert "ครอบครัวของผู้ล่วงลับ เป็นผู้รับประกาศเกียรติคุณ" in said
    assert "สามคน หนึ่งรูป และ หนึ่งทีม" in said


def test_the_family_is_invited_to_receive(records: Records) -> None:
    """Nobody writes to the dead."""
    late = replace(records.rounds[0].winners[0], name=LATE)
    (sheet,) = _odd(records, late, moment="2566-04-22 09:00").sheets(invitation.PIECE)
    said = list(_texts(sheet.view))
    assert f"ครอบครัว{LATE.full}" in said
    assert LATE.full not in said
    assert not [text for text in said if "ยินดี" in text]


def test_badges_are_worn_by_people(odd: Odd) -> None:
    """Each named member of a team has one with the team's name; for the dead it is the family's."""
    (sheet,) = odd.sheets(name_card.BADGE)
    badges = [(each["name"], each["position"]) for page in sheet.view["pages"] for each in page]
    assert ("นายสมชาย สอนดี", TEAM.full) in badges
    assert ("นางมาลี ใจงาม", TEAM.full) in badges
    assert (LATE.full, "ผู้แทนครอบครัวของผู้ล่วงลับ") in badges
    assert TEAM.full not in dict(badges)


def test_data_for_programs_says_who_is_an_organisation(odd: Odd) -> None:
    """A person without a surname has no empty one; a table has a row for each group of one person."""
    pages = {sheet.view["title"]: sheet.view["meta"]["linked"]["@graph"][-1] for sheet in odd.sheets(profile.PIECE)}
    assert pages[TEAM.full]["@type"] == "Organization"
    assert [each["name"] for each in pages[TEAM.full]["member"]] == [name.full for name in MEMBERS]
    assert "familyName" not in pages[MONK.full]
    assert pages[LATE.full]["name"] == LATE.written
    rows = next(sheet for sheet in odd.sheets(open_data.PIECE) if "winners" in sheet.path).view["rows"]
    assert [row[5:7] for row in rows][-2:] == [["พนักงานจ้าง", "2"], ["ลูกจ้างประจำ", "1 ร่วม"]]


def test_scripts_and_posts_speak_of_all_of_them(odd: Odd) -> None:
    """Names come as they are called; the count has a word for each kind."""
    rows = [piece for piece in PIECES if piece.name in {"announcement_text", "announcement_other_text"}]
    scripts = [sheet.view for piece in rows for sheet in odd.sheets(piece) if "result" in sheet.path]
    assert scripts
    assert any("สามท่าน" in json.dumps(view, ensure_ascii=False) for view in scripts)
    posts = [text for sheet in odd.sheets(caption.PIECE) for text in _texts(sheet.view)]
    assert any("3 คน 1 รูป และ 1 ทีม" in text for text in posts)
    assert any(f"ขอเชิดชูเกียรติ{LATE.full}" in text for text in posts)
    assert any(f"ขอแสดงความยินดีกับ{MONK.full}" in text for text in posts)


def test_a_photo_of_a_team_that_one_member_left_is_on_no_sheet(records: Records) -> None:
    """Everybody in it has to agree, and goes on agreeing."""
    left = Member(MEMBERS[0], date(2023, 4, 22), None)
    gone = _odd(records, replace(records.rounds[0].winners[0], name=TEAM, position="", members=(left,)))
    for piece in PIECES:
        assert not [sheet.path for sheet in gone.sheets(piece) if sheet.standing.portrayed], piece.name
