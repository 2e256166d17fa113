"""The signs that stand for words: ๆ, ฯ and ฯลฯ; knows nothing of figures or abbreviations.

Rules: ราชบัณฑิตยสภา, "อ่านอย่างไรและเขียนอย่างไร", pages 10359 (ฯ), 10360 (ๆ) and 10365 (ฯลฯ).
"""

from __future__ import annotations

import re

from generator.thai.aloud.draft import Draft, Rule, ask
from generator.thai.places import SHORTENED
from generator.thai.unspeakable import Unspeakable
from generator.thai.words import THAI, words

_FULL = {
    "ฯพณฯ": "พะนะท่าน",
    "กรุงเทพฯ": "กรุงเทพมหานคร",
    "โปรดเกล้าฯ": "โปรดเกล้าโปรดกระหม่อม",
    "ทูลเกล้าฯ": "ทูลเกล้าทูลกระหม่อม",
    "น้อมเกล้าฯ": "น้อมเกล้าน้อมกระหม่อม",
    "ล้นเกล้าฯ": "ล้นเกล้าล้นกระหม่อม",
    "พลฯ": "พลทหาร",
    "ข้าฯ": "ข้าพเจ้า",
    "ผู้ว่าฯ": "ผู้ว่าราชการจังหวัด",
    "สมเด็จพระเทพฯ": "สมเด็จพระเทพรัตนราชสุดา เจ้าฟ้ามหาจักรีสิรินธร",
    "จุฬาฯ": "จุฬาลงกรณ์มหาวิทยาลัย",
    "ปีงบฯ": "ปีงบประมาณ",
    "อธิการฯ": "อธิการบดี",
    "คณบดีฯ": "คณบดี",
    "ราชกิจจาฯ": "ราชกิจจานุเบกษา",
    "เลขาฯ": "เลขานุการ",
    "อุตุฯ": "อุตุนิยมวิทยา",
    "รัชดาฯ": "รัชดาภิเษก",
    "สภาพัฒน์ฯ": "สภาพัฒนาการเศรษฐกิจและสังคมแห่งชาติ",
    "ผู้ทรงฯ": "ผู้ทรงคุณวุฒิ",
    "กระทรวงเกษตรฯ": "กระทรวงเกษตรและสหกรณ์",
    "กระทรวงทรัพย์ฯ": "กระทรวงทรัพยากรธรรมชาติและสิ่งแวดล้อม",
    "กระทรวงทรัพยากรฯ": "กระทรวงทรัพยากรธรรมชาติและสิ่งแวดล้อม",
    "กระทรวงพัฒนาสังคมฯ": "กระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์",
    "กระทรวงการพัฒนาสังคมฯ": "กระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์",
    "กระทรวงท่องเที่ยวฯ": "กระทรวงการท่องเที่ยวและกีฬา",
    "กระทรวงการท่องเที่ยวฯ": "กระทรวงการท่องเที่ยวและกีฬา",
    "กระทรวงดิจิทัลฯ": "กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม",
    "กรมป้องกันฯ": "กรมป้องกันและบรรเทาสาธารณภัย",
    "กรมสวัสดิการฯ": "กรมสวัสดิการและคุ้มครองแรงงาน",
    "คอมฯ": "คอมพิวเตอร์",
    "เครื่องราชฯ": "เครื่องราชอิสริยาภรณ์",
    "วิศวฯ": "วิศวกรรม",
    "วิศวะฯ": "วิศวกรรม",
    "รามาฯ": "รามาธิบดี",
    "คอลฯ": "คอลเซ็นเตอร์",
    "แบดฯ": "แบดมินตัน",
    "คณิตฯ": "คณิตศาสตร์",
    "วิทย์ฯ": "วิทยาศาสตร์",
    "ทรงพระเจริญฯ": "ทรงพระเจริญ",
}

_AND_SO_ON = "และอื่นอื่น"

_REPEATED = re.compile(
    r"(?:"
    r"ต่าง|อื่น|เด็ก|คน|ดี|จริง|ช้า|เร็ว|ไว|มาก|น้อย|เล็ก|ใหญ่|เรื่อย|ค่อย|บ่อย|ทุก|ใกล้|ไกล|สูง|ต่ำ|"
    r"เพื่อน|พี่|น้อง|ลูก|หลาน|วัน|คืน|เดือน|ปี|ครั้ง|ครา|หน|ง่าย|ยาก|สวย|งาม|ใหม่|เก่า|นาน|หนัก|เบา|"
    r"กลาง|ปลาย|ต้น|ซ้ำ|เฉย|เดิม|สั้น|ยาว|หลาย|บาง|พอ|กว้าง|แคบ|รอบ|ข้าง|หลัง|ถัด|ก่อน|แรก|เช้า|เย็น|"
    r"ค่ำ|ดึก|สาย|บ้าน|ตรง|คล้าย|เหมือน|พร้อม|แท้|ล้วน|ชัด|แน่|ร้อน|หนาว|หวาน|ไหน|ใด|นั้น|นี้|โน้น|"
    r"กลุ่ม|ชิ้น|ข้อ|ตัว|ใบ|แผ่น|เรื่อง|คำ|ส่วน|ด้าน|ขั้น|ชั้น|แถว|ห้อง|ท่าน|เธอ|เขา|เรา|สุข|ทำ|ไป|"
    r"มา|เดิน|ดู|ฟัง|ถาม|พูด|ยิ้ม|นิ่ง|เงียบ|จัง|ใส|สด|แห้ง|เปียก|ขาว|ดำ|แดง|เขียว|เหลือง|ฟ้า|เข้ม|"
    r"อ่อน|บน|ล่าง|ใน|นอก|ริม|รวม|แยก|สัก|ราว|กว่า|เท่า|ครึ่ง|หมู่|สบาย|ละเอียด|ประหยัด|ลำบาก|"
    r"กะทันหัน|ประเดี๋ยว|สม่ำเสมอ|เล็กน้อย|สดใส|สวยงาม|อย่างนี้|อย่างนั้น|แบบนี้|แบบนั้น|ทำนองนี้|"
    r"ทำนองนั้น|กล้า|คุ้น|ตลก|ขำ|สนุก|ราย|ระยะ|หมู่บ้าน|ครอบครัว|สำคัญ|ธรรมดา"
    r")$"
)
"""Words that are often doubled; the longest that the text before ๆ ends in (a search finds it first) is repeated."""

_OF_THINGS = "วัน|คืน|เดือน|ปี|คน|ครั้ง|ข้อ|เรื่อง|บ้าน|หมู่บ้าน|กลุ่ม|ด้าน|ท่าน|แห่ง|ครอบครัว|ราย|ชนิด|อย่าง"
_PHRASE = re.compile(rf"(?:(?:แต่ละ|ทีละ|วันละ)(?:{_OF_THINGS}|น้อย|นิด|เล็กละน้อย)|(?:{_OF_THINGS})หนึ่ง|[^\s]{{2,6}}แล้ว)$")
"""Phrases that ๆ repeats whole: แต่ละวัน ๆ, ในวันหนึ่ง ๆ, มาแล้ว ๆ. The day's name alone would be wrong there."""

_ONE_SYLLABLE = re.compile(r"[เ-ไ]?[ก-ฮ]{1,2}[ัิ-ู็-๎]*[ะาำๅ]?[ก-ฮ]{0,2}[์ะ]?")
_TWICE = re.compile(rf"(?<![{THAI}])(?P<before>[{THAI}]*)\s*(?P<signs>ๆ(?:\s*ๆ)*)")
_AND_SO_ON_SIGN = re.compile(r"(?<!\S)(?P<before>\S*)\s*ฯลฯ\s*(?P<after>\S*)")


def say_repeats(draft: Draft) -> None:
    """Say ๆ, ฯ and ฯลฯ in words; ๆ after an unknown word is refused."""
    if "ฯ" in draft.text:
        draft.apply(_SHORTENED)
    if "ๆ" in draft.text:
        draft.apply(_REPEATS)


def _say_and_so_on(found: re.Match[str]) -> str:
    """Say ฯลฯ: ละถึง between the first and the last of a series (ก ฯลฯ ฮ), otherwise "and others"."""
    before, after = found["before"], found["after"]
    between = len(before) == 1 and len(after) == 1
    return f"{before} {'ละถึง' if between else _AND_SO_ON} {after}"


def _say_twice(found: re.Match[str]) -> str:
    before: str = found["before"]
    word = _last_word(before)
    if not word:
        written = before[-12:] + "ๆ"
        raise Unspeakable(written)
    said = before + word * found["signs"].count("ๆ")
    follows = found.string[found.end() : found.end() + 1]
    return said if not follows or follows.isspace() else said + " "


def _last_word(before: str) -> str:
    """Return what ๆ repeats, or nothing if a long run of letters does not end in a known word.

    A word that is often doubled wins over the compound that it ends (เด็กเล็ก ๆ); else it is the lexicon's last word.
    """
    for known in (_PHRASE, _REPEATED):
        found = known.search(before)
        if found:
            return found[0]
    if _ONE_SYLLABLE.fullmatch(before):
        return before
    last = words(before)[-1] if before else None
    return before[last.start :] if last and last.known else ""


_SURE = 6
"""From so many letters on the beginning of a province's name is nothing else: นครศรี."""

_SHORTENED = (
    Rule("and so on", _AND_SO_ON_SIGN, _say_and_so_on),
    Rule("shortened", re.compile(r"\s+ฯ(?!พณ)"), "ฯ"),
    Rule(
        "shortened",
        re.compile(rf"(จังหวัด|เมือง|ชาว|ที่|ใน|จาก|ไป|สาย|ถึง|ราชภัฏ|สาขา|ศูนย์|[-–]\s?|\s|^)({'|'.join(SHORTENED)})ฯ"),
        lambda m: m[1] + SHORTENED[m[2]],
    ),
    Rule(
        "shortened",
        re.compile(rf"(?<=[{THAI}])({'|'.join(each for each in SHORTENED if len(each) >= _SURE)})ฯ"),
        lambda m: SHORTENED[m[1]],
    ),
    Rule("shortened", re.compile(rf"(?:จังหวัด|จ\.)\s?[{THAI}]*ฯ|(?<![{THAI}])(?:นคร|สมุทร)ฯ"), ask),
    Rule("shortened", re.compile("ฯ"), ""),
)
WHOLE = (Rule("shortened", re.compile("|".join(map(re.escape, _FULL))), lambda found: _FULL[found[0]], needs="ฯ"),)
"""Before figures, since 68 after ปีงบฯ is a year."""

_EACH = re.compile(
    r"((?:คน|ท่าน|ราย|ครอบครัว|ครัวเรือน|หลัง|แห่ง|ครั้ง|วัน|เดือน|ปี|ชุด|กลุ่ม|ตัว|ใบ|คัน|หมู่บ้าน|หมู่|เครื่อง|แปลง|ไร่|ห้อง|เรื่อง|ข้อ|ต้น|ถุง|กล่อง|ขวด|ทีม|เล่ม|ชิ้น|ฉบับ|แผ่น|องค์|รูป))\s?ๆ\s?ละ"
)
"""What is counted is said again where each gets something: 30 คน ๆ ละ is สามสิบคน คนละ."""

_COUNTED = re.compile(r"(?:\d|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|เอ็ด|ร้อย|พัน|หมื่น|แสน|ล้าน|ทั้ง|หลาย)\s*$")
_REPEATS = (
    Rule(
        "each",
        _EACH,
        lambda found: (
            f"{found[1]} {found[1]}ละ" if _COUNTED.search(found.string, 0, found.start()) else f"{found[1]}ละ"
        ),
    ),
    Rule("repeat", _TWICE, _say_twice),
)
