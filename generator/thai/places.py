"""Thailand's provinces and districts by name: whether จ. or อ. stands before a place, and what ฯ leaves out of one."""

from __future__ import annotations

from functools import cache

from generator.thai.words import LEXICON

SHORTENED = {
    "สุราษฎร์": "สุราษฎร์ธานี", "สุราษฏร์": "สุราษฎร์ธานี", "นครศรี": "นครศรีธรรมราช", "อยุธยา": "พระนครศรีอยุธยา",
    "พระนครศรี": "พระนครศรีอยุธยา", "ประจวบ": "ประจวบคีรีขันธ์", "อุบล": "อุบลราชธานี",
    "อุดร": "อุดรธานี", "กาญจน์": "กาญจนบุรี",
    "เมืองกาญจน์": "กาญจนบุรี", "ปราจีน": "ปราจีนบุรี", "สุพรรณ": "สุพรรณบุรี", "แปดริ้ว": "ฉะเชิงเทรา", "พิษณุ": "พิษณุโลก",
    "หนองบัว": "หนองบัวลำภู", "กรุงเทพ": "กรุงเทพมหานคร", "แม่ฮ่อง": "แม่ฮ่องสอน",
    "อำนาจ": "อำนาจเจริญ", "กำแพง": "กำแพงเพชร", "ฉะเชิง": "ฉะเชิงเทรา",
}  # fmt: skip
"""What stands before ฯ where a province is meant; นครฯ and สมุทรฯ may be several."""

_ALSO_PEOPLE = frozenset((
    "โชคชัย", "พนม", "พิชัย", "สันติสุข", "วิภาวดี", "อุทัย", "เพ็ญ", "เอราวัณ", "สิรินธร", "จุฬาภรณ์", "เสนา", "พาน", "ปาย", "พล",
    "คง", "สอง", "ลอง", "สนม", "งาว", "สวี", "ไชโย", "มหาราช", "ชื่นชม", "สามชัย", "ปราสาท", "ขลุง", "ปัว", "ปง", "จุน",
))  # fmt: skip
"""Districts that are first names as well."""


@cache
def _listed() -> tuple[frozenset[str], frozenset[str]]:
    lines = (LEXICON / "districts.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split(":") for line in lines if not line.startswith("#")]
    districts = frozenset(name for _, names in pairs for name in names.split())
    return frozenset(province for province, _ in pairs), districts


def begins_with_province(text: str) -> bool:
    """Return whether a text begins with the name of a province, full or as it is shortened."""
    provinces, _ = _listed()
    return any(text.startswith(name) for name in (*provinces, *SHORTENED))


def begins_with_district(text: str) -> bool:
    """Return whether a text begins with the name of a district that is no first name."""
    _, districts = _listed()
    return any(text[:end] in districts and text[:end] not in _ALSO_PEOPLE for end in range(2, 18))


def named_district(text: str) -> int:
    """Return how many letters at a text's beginning name a district or a province, the longest that does; 0 if none."""
    provinces, districts = _listed()
    known = (
        end
        for end in range(min(24, len(text)), 3, -1)
        if text[:end] in districts or text[:end].removeprefix("เมือง") in provinces
    )
    return next(known, 0)
