"""What comes next in a round: told at the end of every build, so that nobody has to remember what is due."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from generator.cli.reporting import say_ahead
from generator.cli.terminal import Terminal
from generator.disclosure import ahead_of, changes, stage_at, turning_points
from generator.model import Picture
from tests.support.rounds import make_organisation

if TYPE_CHECKING:
    from datetime import datetime

    from generator.disclosure import Stage
    from generator.model import AwardRound, Records

DAY = timedelta(days=1)
OFFICE = replace(make_organisation(), seal=Picture("0" * 64, 400, 400))


@pytest.fixture
def award_round(records: Records) -> AwardRound:
    """Return the sample's round."""
    return records.rounds[0]


def _in(award_round: AwardRound, stage: Stage) -> datetime:
    """Return a moment in a stage."""
    begins = {name: begins for begins, name in turning_points(award_round.programme)}
    return begins[stage] if stage in begins else min(begins.values()) - DAY


def _told(award_round: AwardRound, moment: datetime) -> str:
    return json.dumps(ahead_of(OFFICE, award_round, moment).as_json(), ensure_ascii=False)


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        ("preparing", ("ภายใน 13 มีนาคม 2566", "round.yaml", "ประกาศหลักเกณฑ์")),
        ("criteria", ("tonbaep pack", "เมื่อถึง 16 มีนาคม 2566 (เปิดรับการเสนอชื่อ)")),
        ("nominations", ("ภายใน 31 มีนาคม 2566 รับการเสนอชื่อ", "tonbaep pack")),
        ("survey", ("ภายใน 12 เมษายน 2566 ชวนประชาชน", "(คณะกรรมการพิจารณา)")),
        ("judging", ("tonbaep proof --as-of", "--sealed", "เมื่อถึง 21 เมษายน 2566 เวลา 09.00 น. (ประกาศผล)")),
        ("announced", ("tonbaep proof", "ภายใน 26 เมษายน 2566 พิมพ์ประกาศเกียรติคุณ", "tonbaep pack")),
        ("ceremony", ("tonbaep pack", "เมื่อถึง 1 พฤษภาคม 2566")),
        ("closed", ("confirmed: ใช่", '"turn": null')),
    ],
)
def test_each_stage_names_what_is_due(award_round: AwardRound, stage: Stage, words: tuple[str, ...]) -> None:
    """The clerk sees the commands of this stage with their days, and when to build again."""
    told = _told(award_round, _in(award_round, stage))
    assert all(word.replace('"', '\\"') in told or word in told for word in words), told


def test_what_can_be_made_before_a_step_is_told_with_its_day(award_round: AwardRound) -> None:
    """The posters of a step hang on its first day: whoever builds only then is late; a result is not made openly."""
    assert "build/coming ตั้งแต่ 9 มีนาคม 2566" in _told(award_round, _in(award_round, "criteria"))
    early = _in(award_round, "criteria") - 20 * DAY
    assert "build/coming ตั้งแต่ 6 มีนาคม 2566" in _told(award_round, early)
    assert "build/coming" not in _told(award_round, _in(award_round, "judging"))
    never = replace(OFFICE, prepare_days=0)
    assert "build/coming" not in json.dumps(ahead_of(never, award_round, early).as_json(), ensure_ascii=False)


def test_what_the_records_lack_is_asked_for(award_round: AwardRound) -> None:
    """Names before the result, numbers before the ceremony, a survey that opens while nominations come in."""
    bare = replace(award_round, winners=(), selection=None)
    assert "กรอกผลการคัดเลือกใน winners.yaml" in _told(bare, _in(bare, "judging"))
    assert "--sealed" not in _told(bare, _in(bare, "judging")), "there is nothing to print"
    assert "พิมพ์ประกาศเกียรติคุณ" not in _told(bare, _in(bare, "announced"))
    unnumbered = replace(
        award_round, winners=tuple(replace(winner, certificate=None) for winner in award_round.winners)
    )
    assert "ภายใน 26 เมษายน 2566 ยังไม่มีเลขที่ประกาศเกียรติคุณ: สั่ง tonbaep freeze" in _told(
        unnumbered, _in(award_round, "announced")
    )
    late = _in(award_round, "closed")
    assert "tonbaep freeze" in _told(unnumbered, late)
    assert "ภายใน" not in _told(unnumbered, late), "that day is over, and the task is not"
    survey = replace(award_round.programme.survey, opens=date(2023, 3, 25))
    coming = replace(award_round, programme=replace(award_round.programme, survey=survey))
    assert "ภายใน 25 มีนาคม 2566 ลองเปิดลิงก์แบบประเมิน" in _told(coming, _in(coming, "nominations"))


def test_what_was_told_stays_true_until_something_changes_by_itself(award_round: AwardRound) -> None:
    """A build with nothing to do says what the last one said, without opening the records."""
    turns = sorted({*changes(award_round.programme)})
    assert len(turns) > 5
    for begins, ends in zip([turns[0] - 30 * DAY, *turns], [*turns, turns[-1] + 90 * DAY], strict=True):
        moments = [begins, begins + (ends - begins) / 2, ends - timedelta(minutes=1)]
        assert len({_told(award_round, moment) for moment in moments}) == 1, begins


def test_it_says_nobody_s_name(award_round: AwardRound) -> None:
    """The terminal may be read over a shoulder before the result is out."""
    for moment, _ in turning_points(award_round.programme):
        told = _told(award_round, moment)
        assert not [winner for winner in award_round.winners if winner.name.first in told]


@pytest.mark.parametrize("language", ["th", "en"])
def test_six_lines_say_it_and_old_rounds_share_one(
    award_round: AwardRound, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """After ten years the end of a build is still read at a glance."""
    moment = _in(award_round, "judging")
    assert stage_at(award_round.programme, moment) == "judging"
    newest = ahead_of(OFFICE, award_round, moment)
    assert len(newest.todo) > 4
    old = [replace(ahead_of(OFFICE, award_round, _in(award_round, "closed")), year=year) for year in (2565, 2564, 2563)]
    say_ahead([each.as_json() for each in (newest, *old)], Terminal(language, as_json=False))  # type: ignore[arg-type]
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 6 + 1
    assert ("วันนี้อยู่ขั้น: รอประกาศผล ต่อไปทำ" in said[0]) == (language == "th")
    assert "2565, 2564, 2563" in said[-1]
