"""Ranks whose letters two forces share, ร.อ., น.อ., จ.ส.ต.: told apart by what is spoken of, or asked about.

The navy writes ร.น. behind the name, the air force nothing (the forces' own lists of ranks). ร.อ. alone is the army's,
of which there are most; น.อ. alone may be นาวาเอก or นาวาอากาศเอก, and จ.ส.ต. จ่าสิบตรี or จ่าสิบตำรวจ.
"""

from __future__ import annotations

import re

from generator.thai.aloud.draft import Rule
from generator.thai.ranks import NAVAL
from generator.thai.unspeakable import Unspeakable
from generator.thai.words import THAI

_AIR = {written: said.replace("เรือ", "เรืออากาศ") for written, said in NAVAL.items() if written.startswith("ร.")}
_AIR |= {written: said.replace("นาวา", "นาวาอากาศ") for written, said in NAVAL.items() if written.startswith("น.")}
_AIR |= {written: said.replace("จ่า", "จ่าอากาศ") for written, said in NAVAL.items() if written.startswith("จ.")}

_NAMED_AT_SEA = re.compile(rf"(?:หญิง)?\s?[{THAI}]{{2,}}(?:\s[{THAI}]{{2,}}){{0,2}}\s?ร\.น\.")
"""A name with ร.น. behind it, which belongs to the rank before it and to no other."""

_SEA = re.compile(r"ทหารเรือ|ราชนาวี|กองทัพเรือ|ฐานทัพเรือ|ทัพเรือภาค|นาวิกโยธิน|ทร\.")
_SKY = re.compile(r"ทหารอากาศ|กองทัพอากาศ|กองบิน|อากาศโยธิน|ทอ\.")
_ARMY = re.compile(r"ทหารบก|กองทัพบก|ค่าย|มทบ\.|กองพัน|สัสดี|ทบ\.|มณฑลทหาร|จ\.ส\.[อท]\.|ส\.อ\.|นศท\.|รด\.")
_POLICE = re.compile(r"ตำรวจ|สภ\.|สน\.|ตชด\.|สารวัตร|จับกุม|ตร\.|ด\.ต\.|[รพส]\.ต\.[อทต]\.|ผกก\.|สวป\.")


def _say_rank(found: re.Match[str]) -> str:
    """Say a rank as its force does; ร.อ. is left for the army's where nothing tells of another."""
    text, rank = found.string, found["rank"]
    if _NAMED_AT_SEA.match(text, found.end()):
        return NAVAL[rank]
    sea, sky = bool(_SEA.search(text)), bool(_SKY.search(text))
    if sea != sky:
        return NAVAL[rank] if sea else _AIR[rank]
    if rank.startswith("ร."):
        return found[0]
    raise Unspeakable(rank)


def _say_sergeant(found: re.Match[str]) -> str:
    """Say จ.ส.ต. as the police or the army does, by the one of them that is spoken of."""
    police, army = bool(_POLICE.search(found.string)), bool(_ARMY.search(found.string))
    if police == army:
        raise Unspeakable(found[0])
    return "จ่าสิบตำรวจ" if police else "จ่าสิบตรี"


FORCES = (
    Rule(
        "rank",
        re.compile(
            rf"(?<![ก-ฮ]\.)(?:(?<!\d)(?<!\d )|(?<=\d )(?=(?:[ก-ฮ]\.){{2}}(?:หญิง)?\s?[ก-ฮเ-ไ][{THAI}]{{2}}))"
            rf"(?:(?<=ว่าที่) )?(?P<rank>{'|'.join(map(re.escape, NAVAL))})(?![ก-ฮ]\.)"
        ),
        _say_rank,
    ),
    Rule("rank", re.compile(rf"(?<![{THAI}.])จ\.ส\.ต\.(?![ก-ฮ]\.)"), _say_sergeant, needs="จ.ส.ต."),
)
