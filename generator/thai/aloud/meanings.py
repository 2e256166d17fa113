"""Abbreviations that two bodies share, told apart by what the whole text speaks of.

ชป. is the irrigation department's and a police squad's, ส.ท. a corporal and a councillor. A row is an abbreviation,
what tells of its second meaning, that meaning, and what tells of the first; what both tell of is asked about.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.thai.aloud.draft import Rule
from generator.thai.unspeakable import Unspeakable
from generator.thai.words import THAI


class _Shared(NamedTuple):
    """An abbreviation with a second meaning: what tells of it, and of the first; whether that is the usual one."""

    written: str
    told_by: str
    means: str
    first_by: str = "(?!)"
    usual: bool = True


_VOTE = r"เลือกตั้ง|หน่วยละ|คูหา|หีบ|บัตรดี|บัตรเสีย|กกต\.|ผู้สมัคร|คะแนน|หมายเลข|เบอร์"
_COUNCIL = rf"เทศบาล|{_VOTE}|สภา|ประชุม|นายก|ปลัด|เขต|ท[มตน]\."
_ARMY = r"ทหาร|กองทัพ|ค่าย|กองพัน|สัสดี|ชรบ|พลทหาร|ส\.[อต]\.|ร\.[อทต]\.|พ\.[อทต]\.|หญิง|จ\.ส\.[อท]\."
_ARREST = r"จับ|ตรวจค้น|ยาเสพติด|ยาบ้า|ผู้ต้องหา|ตำรวจ|สภ\.|ทหาร|คนร้าย|ลาดตระเวน"
_SEA = r"ทะเล|ชายฝั่ง|พะยูน|เต่า|โลมา|ปะการัง|วาฬ|หญ้าทะเล|ป่าชายเลน"

_TABLE = (
    _Shared("กปน.", _VOTE, "กรรมการประจำหน่วยเลือกตั้ง", r"ประปา|น้ำ|1125|ท่อ", usual=False),
    _Shared("ส.ท.", _COUNCIL, "สมาชิกสภาเทศบาล", _ARMY, usual=False),
    _Shared("ชป.", _ARREST, "ชุดปฏิบัติการ", r"น้ำ|ฝาย|คลอง|เขื่อน|ระบาย"),
    _Shared("ทช.", _SEA, "กรมทรัพยากรทางทะเลและชายฝั่ง"),
    _Shared("กพร.", r"แร่|เหมือง", "กรมอุตสาหกรรมพื้นฐานและการเหมืองแร่"),
    _Shared("สคร.", r"รัฐวิสาหกิจ|กระทรวงการคลัง", "สำนักงานคณะกรรมการนโยบายรัฐวิสาหกิจ"),
    _Shared("อช.", r"อุทยาน|น้ำตก|เขา|หาด|เกาะ|นักท่องเที่ยว|สัตว์ป่า|ป่า", "อุทยานแห่งชาติ"),
)


def _rule(shared: _Shared) -> Rule:
    told, first = re.compile(shared.told_by), re.compile(shared.first_by)

    def say(found: re.Match[str]) -> str:
        is_told, is_first = (each.search(found.string) is not None for each in (told, first))
        if is_told and not is_first:
            return shared.means
        if is_told or not (is_first or shared.usual):
            raise Unspeakable(found[0])
        return found[0]

    pattern = re.compile(rf"(?<![{THAI}.]){re.escape(shared.written)}(?![ก-ฮ]{{1,3}}\.)")
    return Rule("abbreviation", pattern, say, needs=shared.written)


MEANINGS = tuple(_rule(each) for each in _TABLE)
