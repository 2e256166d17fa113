"""Where a person stands in a text: title, first name and surname, found by the title where no record has the name.

A name has no mark of its own in Thai and is made of ordinary words, so no lexicon can keep it whole; a title before it
gives it away, and a word that no name contains ends it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.thai.ranks import TITLES
from generator.thai.words import THAI, words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from generator.thai.words import Word

FIRST, LAST = 24, 24
"""The most letters of a first name and of a surname; what is longer is taken for other words."""

SURELY = 12
"""Up to this many letters, a run between two spaces is a surname whatever its words mean, such as มีสุข."""

CALLED, SURNAMES = 12, 4
"""The most letters of a name after ครู or หมอ, and the most words of a surname."""

_PLAIN = frozenset(("น.ส.", "นส.", "ด.ช.", "ด.ญ."))

LONG = 20
"""From more letters on, a person with ranks or learned titles may be divided before the surname."""

_GIVEN_K = "[ะ-ฺ็-๎ๅ]|มล|ฤ|นก|รก|วิน|วี|ล้า|ลิ่น|ร[ณริุ]|รวิ|ริช|รัณ|ระจ่าง|ชก|ตัญ|ตเวที|ษ[มิ]|สิณ|ฎ"
"""What goes on after นายก where it is somebody whose name begins with ก: นายกิตติ, นายกมล."""

_CIVIL = (
    r"นางสาว|นาง(?!ฟ้า|งาม|รำ|เอก|แบบ|พยาบาล|สาว)"
    rf"|นาย(?=ก(?:{_GIVEN_K}))|นาย(?!ก|ทะเบียน|อำเภอ|ช่าง|จ้าง|ทหาร|ตำรวจ|แพทย์|ท่า|หน้า|ทุน|ประกัน|สถานี)"
    r"|นายแพทย์(?!สาธารณสุข|ใหญ่|ชำนาญ|เชี่ยวชาญ|ทรงคุณวุฒิ|ปฏิบัติ|ประจำ|เวร|เจ้าของ|ผู้)|เด็กชาย|เด็กหญิง"
    r"|(?:Mr|Mrs|Ms|Miss|Dr)\b\.?(?= [A-Z])|พระครู|พระมหา|พระอธิการ|พระปลัด|พระสมุห์|พระใบฎีกา"
    r"|คุณหญิง|ท่านผู้หญิง|หม่อมหลวง|หม่อมราชวงศ์|(?:ทันต|สัตว)?แพทย์หญิง"
    rf"|(?:ผู้ช่วย|รอง)?ศาสตราจารย์(?:เกียรติคุณ)?(?= ?(?:ดร|นพ|พญ)\.| ?[{THAI}]{{2,20}} [ก-ฮเ-ไ])"
)
_SHORT = "|".join(re.escape(title) for title in sorted((*TITLES, "นสพ.", "สพญ.", "กภ.", "พว."), key=len, reverse=True))
_STACKED = rf"(?:ว่าที่ ?)?(?:(?:{_SHORT})(?:เกียรติคุณ|คลินิก|พิเศษ|หญิง)? ?)+"
"""Ranks and learned titles, which may stand one behind the other: ผศ.นพ., ว่าที่ ร.ต.หญิง, ศ.เกียรติคุณ ดร."""

_RANKED = (
    "(?:ว่าที่ ?)?(?:พล(?:เรือ|อากาศ|ตำรวจ)?(?:เอก|โท|ตรี|จัตวา)|พัน(?:ตำรวจ)?(?:เอก|โท|ตรี)|ร้อย(?:ตำรวจ)?(?:เอก|โท|ตรี)"
    "|นาวา(?:อากาศ)?(?:เอก|โท|ตรี)|เรือ(?:อากาศ)?(?:เอก|โท|ตรี)|พันจ่า(?:อากาศ)?(?:เอก|โท|ตรี)|จ่า(?:สิบ|อากาศ)?(?:เอก|โท|ตรี)"
    "|สิบ(?:ตำรวจ)?(?:เอก|โท|ตรี)|จ่าสิบตำรวจ|ดาบตำรวจ)(?: ?หญิง)?"
)
"""A rank of the forces or the police written out; a space may stand after it, and before หญิง."""

_CALLED = "(?:คุณ)?(?:ครู|หมอ)|(?<!แทน)(?<!ทรง)(?<!มี)(?<!รู้)คุณ(?!ยาย|ตา|ปู่|ย่า|ลุง|ป้า|น้า|พี่|แม่|พ่อ|หญิง)"
"""What stands before a first name alone."""
_VILLAGE = (
    "แม่อุ๊ย|พ่ออุ๊ย|แม่ครู|พ่อครู|หลวงพ่อ|หลวงปู่|หลวงตา|ครูบา|ฮัจยี|ฮัจญี|บาบอ|เจ๊ะ"
    "|(?:โต๊ะ)?อิหม่าม(?!ประจำ|มัสยิด)|คอเต็บ|บิหลั่น|โต๊ะครู"
    "|ยาย|ตา|ปู่|ย่า|ลุง|ป้า|น้า|พี่|แม่(?!น้ำ|บ้าน|ค้า)|พ่อ|เจ๊|เฮีย|บัง|ก๊ะ"
)
_TITLED = re.compile(
    rf"(?:(?P<short>{_STACKED})|(?P<rank>{_RANKED})|(?P<civil>{_CIVIL})|(?P<called>{_CALLED})|{_VILLAGE})"
    " ?(?=[ก-ฮเ-ไA-Z])"
)
_RUN = re.compile(rf"[{THAI}]+|[A-Za-zÀ-ÿ'’-]+")
_THAI = re.compile(f"[{THAI}]")

_PARTICLES = frozenset((
    "ณ", "บิน", "บินติ", "บินตี", "บินตี้", "แซ่", "เด", "เดอ", "ลา", "ดา", "ฟอน", "ฟาน", "แวน", "อัล", "หะยี", "ฮัจยี",
    "de", "la", "del", "da", "dos", "van", "von", "der", "bin", "binti", "al",
))  # fmt: skip
"""Words that lead on to the next within a surname."""

_LINKS = frozenset((
    "กับ", "และ", "หรือ", "ที่", "ซึ่ง", "ของ", "แก่", "จาก", "ให้", "ว่า", "โดย", "เพื่อ", "เมื่อ", "แต่", "ก็", "จะ", "อายุ", "วัย",
    "ตำแหน่ง", "ผู้", "ใน", "ถึง",
))  # fmt: skip
"""Words that no surname begins with, and that are no name by themselves."""

_NO_NAMES = frozenset((
    "และ", "หรือ", "ที่", "ซึ่ง", "เป็น", "ได้", "มี", "กับ", "ใน", "ให้", "ของ", "แก่", "จาก", "มา", "ไป",
    "จะ", "ก็", "ว่า", "คือ", "ทั้ง", "แต่", "โดย", "เพื่อ", "เมื่อ", "ขึ้น", "ลง", "เข้า", "ออก", "ทำ",
    "พูด", "บอก", "กล่าว", "เล่า", "เดิน", "เดินเท้า", "เดินทาง", "ขาย", "ซื้อ", "อยู่", "ยัง", "ไม่",
    "อายุ", "ตำบล", "อำเภอ", "จังหวัด", "หมู่ที่", "ตำแหน่ง", "นายก", "ปลัด", "ปลัดองค์การ", "เจ้าหน้าที่",
    "พนักงาน", "หัวหน้า", "ร่วม", "ช่วย", "รับ", "ถูก", "แล้ว", "ต้อง", "ขอ", "เคย", "คน", "นี้", "นั้น", "ส่ง",
    "พร้อม", "ด้วย", "ตั้งแต่", "ถึง", "ต่อ", "ผู้", "นัก", "การ", "ความ", "เขียน", "ตอบ", "ถาม", "ยิ้ม",
    "เอา", "กลับ", "อยาก", "รู้", "คง", "เลย", "ไหม", "ครับ", "ค่ะ", "จ๋า", "จ้ะ", "ทุก", "หลาย", "บ้าน",
    "ฟัง", "เห็น", "ชวน", "นั่ง", "ยืน", "กิน", "ใช้", "คิด", "เรียก", "เก็บ",
))  # fmt: skip
"""Words that end a name: they lead on, or say what a person does or is."""


def people(text: str, known: Collection[tuple[int, int]] = ()) -> Iterator[tuple[int, int]]:
    """Yield where each person with a title stands, as (start, end), except within the `known` stretches.

    One with ranks or learned titles that is long is yielded in two: up to the surname, and the surname.
    """
    end = 0
    for titled in _TITLED.finditer(text):
        place = titled.start()
        if place < end or any(start <= place < stop for start, stop in known) or not _is_title(text, *titled.span()):
            continue
        ranked = titled["rank"] or (titled["short"] or "").strip()
        named = ranked or titled["civil"]
        if titled["called"]:
            end, whole = _part(text, titled.end(), CALLED)
            end = end if whole else place
        else:
            end = name_end(text, titled.end(), FIRST if named else SURELY, titled=bool(named))
        if end <= titled.end():
            continue
        last = text.find(" ", titled.end(), end) + 1
        if ranked and ranked not in _PLAIN and last and end - titled.start() > LONG:
            yield titled.start(), last
            yield last, end
        else:
            yield titled.start(), end


def _is_title(text: str, start: int, end: int) -> bool:
    """Return whether the letters of a title are a word of their own, not the beginning of a longer one: ย่าง for ย่า."""
    if text[start - 1 : start] == ".":  # the end of a longer abbreviation
        return False
    first = start
    while first and _RUN.match(text, first - 1):
        first -= 1
    run = _RUN.match(text, first)
    if run is None or not all(word.known for word in words(text[first:start])):
        return run is None
    title = range(start - first, start - first + len(text[start:end].rstrip()))
    return not any(word.known and _is_longer(run[0], word, title) for word in words(run[0]))


def _is_longer(run: str, word: Word, title: range) -> bool:
    """Return whether a word goes beyond a title: ย่าง, บรรยาย and พันเอกสาร do, but not คุณยาย."""
    before, behind = word.start < title.start, word.end > title.stop
    covers = word.start <= title.start and word.end >= title.stop
    straddles = title.start < word.start < title.stop and behind
    return straddles or (covers and (behind or (before and not run.startswith("คุณ", word.start))))


def name_end(text: str, start: int, most: int = FIRST, *, titled: bool = False) -> int:
    """Return where the name ends whose first name begins at `start`; `start` itself if there is no name.

    Behind a title a short run between two spaces is a first name whatever its words mean, such as พร้อม.
    """
    end, whole = _part(text, start, most)
    if titled and not whole and (run := _RUN.match(text, start)) and len(run[0]) <= SURELY and not _is_link(run[0]):
        end, whole = run.end(), text[run.end() : run.end() + 1] in {"", " "}
    if not whole:
        return end
    for _ in range(SURNAMES):
        after = _RUN.match(text, end + 1) if text[end : end + 1] == " " else None
        if after is None or _is_link(after[0]):
            return end
        surname, _ = _part(text, end + 1, LAST)
        if len(after[0]) <= SURELY:
            end = after.end()
        elif surname > end + 1:
            end = surname
        if after[0] not in _PARTICLES:
            return end
    return end


def _is_link(run: str) -> bool:
    """Return whether a run of letters begins with a word that leads on, and so is no part of a name."""
    return _THAI.match(run) is not None and run[: words(run)[0].end] in _LINKS


def _part(text: str, start: int, most: int) -> tuple[int, bool]:
    """Return where a first name or a surname ends, and whether it goes to the end of its run of letters."""
    run = _RUN.match(text, start)
    if run is None:
        return start, False
    if not _THAI.match(run[0]):  # Latin letters are a name if they begin with a capital, or lead on
        return (run.end(), True) if run[0][0].isupper() or run[0] in _PARTICLES else (start, False)
    end = start
    for word in words(run[0]):
        if run[0][word.start : word.end] in _NO_NAMES or (word.end > most and word.start > 0):
            return (max(start, end)), False
        end = start + word.end
    return end, True
