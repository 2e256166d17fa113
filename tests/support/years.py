"""The sample with a second round, of an office that became a municipality in between or did not; asserts nothing."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

from tests.support import product

if TYPE_CHECKING:
    from pathlib import Path

LATER = "2567-06-01 12:00"
"""A moment after everything in both rounds."""

OFFICE, DIVISION, VILLAGE = "เทศบาลตำบลควนเมา", "กองสวัสดิการและสังคมสงเคราะห์", "บ้านทุ่งใหม่"
MAYOR = "นายกเทศมนตรีตำบลควนเมา"
"""What is called otherwise in the second round."""

_OFFICE = f"""\
name: {OFFICE}
short_name: ทต.ควนเมา
english_name: Khuan Mao Subdistrict Municipality
formerly:
  - until: 30 กันยายน 2566
    name: องค์การบริหารส่วนตำบลควนเมา
    short_name: อบต.ควนเมา
    english_name: Khuan Mao Subdistrict Administrative Organization
    address:
      line: เลขที่ 99 หมู่ที่ 9
"""
_DIVISIONS = f"""\
  - key: education
    name: กองการศึกษา ศาสนาและวัฒนธรรม
    until: 30 กันยายน 2566
    joined: palad
  - key: welfare
    name: {DIVISION}
    formerly:
      - until: 31 ตุลาคม 2566
        name: กองสวัสดิการสังคม
  - key: health
    name: กองสาธารณสุขและสิ่งแวดล้อม
    since: 1 ตุลาคม 2566
"""


_VILLAGE = f"""\
  - moo: 6
    name: {VILLAGE}
    formerly:
      - until: 31 ธันวาคม 2566
        moo: 2
        name: บ้านทุ่งตัวอย่าง
"""


def before(folder: Path) -> Path:
    """Return a project with two rounds of an office that stayed as it was; of the second, no figures are known."""
    project = product.typed_by_hand(product.copy_of_sample(folder))
    old, new = project / "winners/2566", project / "winners/2567"
    shutil.copytree(old, new)
    (new / "certificates.yaml").unlink()
    _edit(new / "round.yaml", (r"(?m)^replies:\n(?:  - .*\n)+", ""), (r"(?ms)^  satisfaction:$.*?(?=^\S)", _NO_FIGURES))
    _edit(new / "round.yaml", (r"2566", "2567"), (r"2570", "2571"), (r"(?m)^  - education\n", ""))
    _edit(new / "winners.yaml", (r"2566", "2567"), (r"division: education", "division: palad"))
    return project


_NO_FIGURES = "  satisfaction: []\n  complaints: []\n\n"


def after(folder: Path) -> Path:
    """Return the same project after the change: municipality, divisions renamed, dissolved and new, villages too."""
    project = before(folder)
    _edit(
        project / "winners/organisation.yaml",
        (r"(?m)^name: .*\nshort_name: .*\nenglish_name: .*\n", _OFFICE),
        (r"line: เลขที่ 99 หมู่ที่ 9 #.*", "line: เลขที่ 1 ถนนเทศบาล"),
        (r"(?m)^  - key: education\n.*\n  - key: welfare\n.*\n", _DIVISIONS),
        (r"  - moo: 2\n    name: บ้านทุ่งตัวอย่าง\n", _VILLAGE),
        (r"ชาวบ้านทุ่งตัวอย่าง", f"ชาว{VILLAGE}"),
        (r"  - moo: 5\n", "  - moo: 5\n    until: 31 ธันวาคม 2566\n    joined: 4\n"),
    )
    _edit(
        project / "winners/2567/round.yaml",
        (r"นายกองค์การบริหารส่วนตำบลควนเมา", MAYOR),
        (r"last: ตั้งใจบริการ", "last: คนใหม่"),
        (r"ผู้อำนวยการกองสวัสดิการสังคม", f"ผู้อำนวยการ{DIVISION}"),
    )
    return project


def _edit(file: Path, *changes: tuple[str, str]) -> None:
    """Change a file's text, each pattern at least once."""
    text = file.read_text(encoding="utf-8")
    for pattern, new in changes:
        text, count = re.subn(pattern, new, text)
        assert count, f"{pattern!r} is not in {file.name}"
    file.write_text(text, encoding="utf-8", newline="")
