"""What a script would leave a gap for is told at the desk, with the line to write; what is only printed is not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.reading import doubts
from generator.reading.doubts import unspoken
from generator.reading.schema import Written
from tests.reading.test_doubts import OFFICE, ROUND, WINNERS, Desk, desk

if TYPE_CHECKING:
    from generator.problems import Problem

__all__ = ["desk"]


def _asked(desk: Desk) -> list[Problem]:
    return [each for each in desk.told() if "อ่าน" in each.message.th]


def _first(desk: Desk, file: str, key: str) -> str:
    """Return what stands first under a key of a file."""
    text = (desk.project / "winners" / file).read_text(encoding="utf-8")
    found = re.search(rf"(?m)^[ -]*{key}: (?!>)(.+?)(?: #.*)?$", text)
    assert found, f"{key} is not in {file}"
    return found[0]


@pytest.mark.parametrize(
    ("file", "key"),
    [(WINNERS, "position"), (ROUND, "award"), (OFFICE, "board"), (OFFICE, "greeting")],
)
def test_a_gap_is_told_with_its_place_and_the_line_to_write(file: str, key: str, desk: Desk) -> None:
    """The announcer is not the one who knows; the clerk is, and has to be asked before anything is printed."""
    line = _first(desk, file, key)
    desk.edit(file, line, f"{line} ผช.กบฮ.")
    (told,) = _asked(desk)
    assert told.warning
    assert told.file == f"winners/{file}"
    assert told.line > 0
    assert told.field.endswith(key)
    assert "ผช.กบฮ." in told.message.th
    assert '- {written: "ผช.กบฮ.", say: คำอ่าน}' in told.fix.th


def test_the_line_that_is_told_ends_the_question(desk: Desk) -> None:
    """Advice that does not work is worse than none."""
    line = _first(desk, WINNERS, "position")
    desk.edit(WINNERS, line, f"{line} ผช.กบฮ.")
    organisation = desk.project / "winners" / OFFICE
    said = organisation.read_text(encoding="utf-8")
    organisation.write_text(f'{said}readings:\n  - {{written: "ผช.กบฮ.", say: ผู้ช่วยกองบังคับ}}\n', encoding="utf-8")
    assert _asked(desk) == []


def test_a_reading_is_thai_words_only(desk: Desk) -> None:
    """A reading that needs a reading would be silent on air."""
    organisation = desk.project / "winners" / OFFICE
    said = organisation.read_text(encoding="utf-8")
    organisation.write_text(f'{said}readings:\n  - {{written: "ก.ข.", say: "ABC 5"}}\n', encoding="utf-8")
    (told,) = [each for each in desk.told() if not each.warning]
    assert told.field == "readings[0].say"
    assert "คำไทยล้วน" in told.message.th


def test_a_name_that_cannot_be_called_out_asks_for_read_as(desk: Desk) -> None:
    """The owner of a name says how it is read."""
    desk.edit(WINNERS, "first: วิไล", "first: José")
    told = [each for each in _asked(desk) if each.field.endswith("name.first")]
    assert told
    assert "read_as" in told[0].fix.th


def test_a_title_that_two_forces_share_asks_for_the_title_in_full(desk: Desk) -> None:
    """`read_as` says the name and no title: จ.ส.ต. is a rank of the army and another one of the police."""
    desk.edit(WINNERS, "title: นาง", "title: จ.ส.ต.")
    told = [each for each in _asked(desk) if each.field.endswith("name.first")]
    assert told
    assert "จ.ส.ต." in told[0].message.th
    assert "title" in told[0].fix.th
    assert "readings" in told[0].fix.th


def test_what_is_only_printed_is_not_asked_about(desk: Desk) -> None:
    """A false doubt is a fault: a story is read on paper and on the site, by eyes."""
    line = _first(desk, ROUND, "owner")
    desk.edit(ROUND, line, f"{line} ABCDEFGH")
    assert _asked(desk) == []


def test_every_aired_field_is_one_of_the_schema() -> None:
    """A field that was renamed would silently be asked about no more."""
    assert unspoken.texts in doubts.OF_FILES
    assert unspoken.names in doubts.OF_FILES
    for group, keys in unspoken.AIRED.items():
        assert issubclass(group, Written)
        assert set(keys) <= set(group.model_fields), group
