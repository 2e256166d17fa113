"""An announcer is timed once, and the village's record says so: that line changes, and no other letter of the file."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from generator.amending.pace import PASSAGE, pace_of, set_pace
from generator.thai import syllables
from tests.support import product

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.small import Small

FILE = "winners/organisation.yaml"


def _pace(project: Path, *options: str, typed: str = "") -> tuple[int, str, str]:
    done = product.tonbaep(project, "pace", *options, stdin=typed)
    return done.returncode, done.stdout, done.stderr


def test_the_pace_is_written_into_its_own_line(office: Path) -> None:
    """The file is the clerk's, with comments and an order of its own."""
    before = (office / FILE).read_text(encoding="utf-8").splitlines()
    code, said, _ = _pace(office, "--village", "2", "--seconds", "60", "--json")
    assert code == 0
    found = json.loads(said)
    assert found["before"] == 170
    assert found["pace"] == pace_of(60) == sum(map(syllables, PASSAGE))
    after = (office / FILE).read_text(encoding="utf-8").splitlines()
    added = [line for line in after if line not in before]
    assert added == [f"      pace: {found['pace']}"]
    assert len(after) == len(before) + 1


def test_a_second_timing_takes_the_place_of_the_first(office: Path) -> None:
    """This year's announcer is not last year's; the village of the sample has a pace already."""
    before = (office / FILE).read_text(encoding="utf-8").splitlines()
    assert "      pace: 155" in before
    code, said, _ = _pace(office, "--village", "๓", "--seconds", "๕๕", "--json")
    assert code == 0
    after = (office / FILE).read_text(encoding="utf-8").splitlines()
    assert len(after) == len(before)
    assert [line for line in after if line not in before] == [f"      pace: {json.loads(said)['pace']}"]


def test_the_passage_is_shown_and_the_seconds_are_asked_for(office: Path) -> None:
    """After a typing mistake it asks again; the question itself explains how to answer."""
    code, said, asked = _pace(office, "--village", "1", typed="หกสิบ\n62\n")
    assert code == 0
    assert all(line in said for line in PASSAGE)
    assert asked.count("อ่านได้กี่วินาที") == 2
    assert f"นาทีละ {pace_of(62)} พยางค์" in said
    assert _pace(office, "--village", "1")[0] == 2


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--seconds", "60"), 2),
        (("--village", "สอง", "--seconds", "60"), 2),
        (("--village", "2", "--seconds", "2"), 2),
        (("--village", "2", "--seconds", "inf"), 2),
        (("--village", "99", "--seconds", "60"), 1),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(office: Path, options: tuple[str, ...], code: int) -> None:
    """A minute typed as seconds of an hour would cut every script to nothing."""
    before = (office / FILE).read_bytes()
    assert _pace(office, *options)[0] == code
    assert (office / FILE).read_bytes() == before


def test_a_file_that_only_a_person_can_change_is_left_as_it_is(office: Path) -> None:
    """An editor may have saved it in another encoding; better to say what to type than to change all of it."""
    file = office / FILE
    file.write_text(file.read_text(encoding="utf-8"), encoding="utf-16")
    before = file.read_bytes()
    code, _, said = _pace(office, "--village", "1", "--seconds", "60")
    assert code == 1
    assert "pace:" in said
    assert file.read_bytes() == before


REST = "times: [06.00 น.], particle: ครับ, greeting: สวัสดีครับ"


@pytest.mark.parametrize(
    ("written", "amended"),
    [
        ("{kind: หอกระจายข่าว, %s}", "{kind: หอกระจายข่าว, pace: 150, %s}"),
        ("{pace: 160, kind: หอกระจายข่าว, %s}", "{pace: 150, kind: หอกระจายข่าว, %s}"),
        ("{kind: หอกระจายข่าว, %s, pace: 160}", "{kind: หอกระจายข่าว, %s, pace: 150}"),
    ],
    ids=["none before", "first", "last"],
)
def test_a_pace_in_braces_is_written_within_them(small: Small, written: str, amended: str) -> None:
    """Somebody may have put the horn on one line."""
    text = small.text("organisation.yaml")
    block = re.search(r"loudspeaker:\n(?: {6,}.*\n)+", text)
    assert block
    small.write("organisation.yaml", text.replace(block[0], f"loudspeaker: {written % REST}\n"))
    assert set_pace(small.project, small.store, 1, 150).pace == 150
    assert small.text("organisation.yaml") == text.replace(block[0], f"loudspeaker: {amended % REST}\n")


def test_a_village_without_a_horn_is_told_before_anybody_reads(office: Path) -> None:
    """A minute of reading aloud for nothing is a minute too much."""
    code, said, told = _pace(office, "--village", "99", typed="60\n")
    assert code == 1
    assert not any(line in said for line in PASSAGE)
    assert "ไม่มีหมู่ที่ 99" in told
    assert "1, 2, 3" in told
