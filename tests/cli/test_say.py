"""A clerk tries how a text is read aloud, word by word, with a project and without one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.support import offices
from tests.support.product import tonbaep

if TYPE_CHECKING:
    from pathlib import Path


def test_each_word_is_shown_with_how_it_is_said_and_why(tmp_path: Path) -> None:
    """It needs no project, so that anybody can try before there is one."""
    ran = tonbaep(tmp_path, "say", "ครบ 2 เดือน (มี.ค.-เม.ย. 66)", "กู้ชีพ 1669")
    assert ran.returncode == 0, ran.stderr
    assert "2 เดือน  →  สองเดือน  [ระยะเวลา]" in ran.stdout
    assert "อ่านว่า: ครบ สองเดือน มีนาคม ถึงเมษายน สองพันห้าร้อยหกสิบหก กู้ชีพ หนึ่งหกหกเก้า" in ran.stdout
    assert list(tmp_path.iterdir()) == []


def test_what_nobody_knows_is_told_with_the_line_to_write(tmp_path: Path) -> None:
    """And a script gets all of it as one value."""
    ran = tonbaep(tmp_path, "say", "ผช.กบฮ. 5 คน", "--json")
    value = json.loads(ran.stdout)
    assert value["gaps"] == ["ผช.กบฮ."]
    assert [word["said"] for word in value["words"]] == ["", "ห้าคน"]
    assert '- {written: "ผช.กบฮ.", say: คำอ่าน}' in tonbaep(tmp_path, "say", "ผช.กบฮ. 5 คน").stdout
    assert "no known reading" in tonbaep(tmp_path, "say", "--lang", "en", "ผช.กบฮ.").stdout


def test_nothing_to_say_is_a_wrong_use(tmp_path: Path) -> None:
    """The command shows what it wants."""
    assert tonbaep(tmp_path, "say").returncode == 2


def test_the_readings_of_the_office_are_used(tmp_path: Path) -> None:
    """They are in the project that the command is run in, whatever else is wrong there."""
    project = offices.put(offices.SUBDISTRICT, tmp_path)
    file = project / "winners" / "organisation.yaml"
    said = file.read_text(encoding="utf-8").replace("\nphone:", "\nfone:")
    file.write_text(f'{said}readings:\n  - {{written: "กบฮ.", say: กองบิน}}\n', encoding="utf-8")
    assert "อ่านว่า: ผู้ช่วย กองบิน" in tonbaep(project, "say", "ผู้ช่วย กบฮ.").stdout
