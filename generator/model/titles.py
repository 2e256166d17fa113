"""What kind of title stands before a name; what an abbreviated one stands for is in `generator.thai.ranks`.

ราชบัณฑิตยสภา, หลักเกณฑ์การเว้นวรรค: a space stands between a rank (ยศ) and the name (1.2.8), none between the name and
any other title: civil, learned, by profession, of birth, or a monk's (2.1-2.3).
"""

from __future__ import annotations

import re

_STEP, _STEP_ABBREVIATED = r"(?:เอก|โท|ตรี)", r"[อทต]\."
_RANK = re.compile(
    r"(?:.*\s)?(?:ว่าที่\s?)?(?:"
    rf"(?:พล|พัน|ร้อย)(?:ตำรวจ)?{_STEP}|พล(?:เรือ|อากาศ){_STEP}|พลจัตวา|จอมพล(?:เรือ|อากาศ)?|พล(?:ทหาร|ตำรวจ|ฯ)"
    rf"|(?:นาวา|เรือ|พันจ่า|จ่า)(?:อากาศ)?{_STEP}|(?:จ่า)?สิบ(?:ตำรวจ)?{_STEP}|(?:จ่าสิบ|จ่านายสิบ|(?:นาย)?ดาบ)ตำรวจ"
    r"|นาย(?:กอง|หมวด|หมู่)(?:ใหญ่|เอก|โท|ตรี)"
    rf"|พล\.(?:[รอต]\.)?{_STEP_ABBREVIATED}|พล\.จ\.|พ\.(?:[ตอจ]\.)?{_STEP_ABBREVIATED}|ร\.(?:ต\.)?{_STEP_ABBREVIATED}"
    rf"|น\.{_STEP_ABBREVIATED}|จ\.(?:ส\.)?{_STEP_ABBREVIATED}|ส\.(?:ต\.)?{_STEP_ABBREVIATED}|ด\.ต\.|จ\.ส\.ต\."
    r")(?:\s?\(?พิเศษ\)?)?\s?(?:หญิง)?"
)
_MONK = re.compile(
    r"(?:เจ้าคุณ)?พระ(?!ยา|องค์)|สมเด็จพระ(?:สังฆราช|พุฒาจารย์|วันรัต|มหา)|(?:สามเณร|เจ้าอธิการ|หลวง(?:พ่อ|ปู่|ตา|พี่)|ครูบา|ตุ๊|พ่อท่าน)(?!\S*\.)"
)
_GROUP = re.compile(
    r"(?:ทีม(?:งาน)?|คณะ(?:ทำงาน|กรรมการ)?|กลุ่ม(?:งาน)?|ชุด(?:ปฏิบัติการ)?|หน่วย(?:งาน|กู้ชีพ|กู้ภัย)?|ฝ่าย|งาน|กอง|สำนัก|ศูนย์|ชมรม"
    r"|แผนก|เครือข่าย|team|group)",
    re.IGNORECASE,
)


def is_rank(title: str) -> bool:
    """Return whether a title ends in a rank of the forces, the police or the volunteers: ว่าที่ ร.ต., ร้อยโทหญิง."""
    return bool(_RANK.fullmatch(title))


def is_monk(title: str) -> bool:
    """Return whether a title is a monk's: such people are counted as รูป and have often one name alone."""
    return bool(_MONK.match(title))


def is_group(title: str) -> bool:
    """Return whether what is written for a title is how a group of people is called."""
    return bool(_GROUP.fullmatch(title))
