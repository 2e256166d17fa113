"""Where a line of Thai may end, and how well: the one place that knows the rules of a careful typesetter.

A text becomes atoms: stretches that stand on one line, each with what it costs to end the line after it. Presses choose
among these ends (paper: `press/typst/lines.typ`, pages: `press/page_lines.py`); no press knows a rule of Thai.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.thai.abbreviations import ABBREVIATIONS
from generator.thai.joints import DIGIT, MONTH, NUMBERED, joints
from generator.thai.people import people
from generator.thai.toponyms import toponyms
from generator.thai.words import LEXICON, PREFIXES, THAI, deeper, parts, words

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

SPACE, WORD, WEAK, PART, DEEPER, SURNAME, LONE = 0, 10, 20, 40, 45, 50, 60
"""What it costs to end a line: at a space, where the voice rests; between two words; between two words that belong
together; inside a term, and inside a term of a term; before a surname; after a word that leads on to the next and would
stand alone."""


class Atom(NamedTuple):
    """A stretch that no line may divide, including a space after it, and what it costs to end a line there."""

    text: str
    cost: int


@cache
def materials() -> bytes:
    """Return a digest of the rules and the lexicon: a change there may move the ends of any line."""
    digest = hashlib.sha256()
    for path in (*sorted(Path(__file__).parent.glob("*.py")), *sorted(LEXICON.iterdir())):
        digest.update(path.read_bytes())
    return digest.digest()


@lru_cache(maxsize=2048)
def atoms(text: str, names: tuple[str, ...] = ()) -> tuple[Atom, ...]:
    """Return the atoms of a text, which together are the text.

    `names` are the round's own people and places: none of them is ever divided or read as other words.
    """
    ends = dict(_ends(text, names))
    before = 0
    for start, end, whole in held(text, names):
        for place in range(start + 1, end):
            ends.pop(place, None)
        if whole and ends.get(end + 1) == LONE and text[end] == " ":  # the last word of a name leads on to nothing
            ends[end + 1] = SPACE
        if start == before and text[start - 1 : start] == " ":  # a person in two parts
            ends[start] = SURNAME
        before = end
    places = sorted(place for place in ends if 0 < place < len(text))
    starts = (0, *places)
    stops = (*places, len(text))
    return tuple(
        Atom(text[start:stop], ends.get(stop, SPACE)) for start, stop in zip(starts, stops, strict=True) if start < stop
    )


def phrases(text: str) -> list[str]:
    """Return a text in the parts between the spaces at which a line may end."""
    runs = [""]
    for atom, cost in atoms(text):
        runs[-1] += atom
        if cost == SPACE:
            runs.append("")
    return [run.strip() for run in runs if run.strip()]


_SAID = "(?:ศูนย์|หนึ่ง|เอ็ด|ยี่|สอง|โท|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน|จุด)"
_WHICH = "|".join(sorted(word for word in NUMBERED - {"ต่อ", "ที่", "วัน", "ปี"} if word[-1] != "."))
_FIGURES = re.compile(
    rf"หมู่ที่ [{DIGIT}]+|[{DIGIT}][{DIGIT}.,]*[–-][{DIGIT}.,]*[{DIGIT}]"
    rf"|วันที่{_SAID}+ (?:{'|'.join(map(re.escape, MONTH))})|ศูนย์(?: {_SAID}+)+|(?:{_WHICH})?ที่{_SAID}+"
    rf"|(?:{_WHICH}){_SAID}+|{_SAID}{{2,}}(?:บาทถ้วน)?"
    rf"|[{DIGIT}]{{1,2}} [{THAI}]{{1,3}}\.[ก-ฮ]\.(?: [{DIGIT}]{{2,4}})? ?[–-] ?[{DIGIT}]{{1,2}} [{THAI}]{{1,3}}"
    r"\.[ก-ฮ]\."
    r"|(?<![!-~])(?=[!-~]{5,36}(?![!-~]))[\w-]+(?:\.[\w-]+)+(?:/[\w.~-]+)+"
    rf"|ตู้ ปณ\. ?[{DIGIT}]+|ที่ [ก-ฮ]{{2,3}} [{DIGIT}]{{4,5}}(?:\.[{DIGIT}]+)*/ ?(?:ว ?)?[{DIGIT}]+"
    rf"|ซ(?:อย ?|\. ?)[{THAI}]{{2,20}} [{DIGIT}]{{1,3}}(?= (?:ถนน|ถ\.|แขวง|เขต|ตำบล|ต\.|อำเภอ|อ\.|หมู่|ม\.)|$)"
    rf"|(?<=บริษัท )[{THAI}]{{2,24}}(?= จำกัด)|(?<=บริษัท)[{THAI}]{{2,24}}(?= จำกัด)"
    rf"|ห้างหุ้นส่วนจำกัด(?: ?[{THAI}]{{2,20}}(?![{THAI}]))?"
)
"""A village, a range, from day to day, an address that is typed; in words a day, a telephone, an ordinal, a figure; a
letter's number, a box at the post, a lane that has a number, a firm."""

_COUNTING = re.compile(rf"(?!(?:ศูนย์|หนึ่ง|จุด|โท)$){_SAID}+")
"""A figure in words that something counted most likely follows."""

_SHORT = "|".join(re.escape(each) for each in ABBREVIATIONS if each.endswith(".") and len(each) > len("ต.") + 1)
"""Abbreviations that may follow a word without a space: นายกอบต."""

_RUN = re.compile(
    rf"(?P<space> +|\n)|(?P<short>(?:[{THAI}]{{1,4}}\.)+)|(?P<thai>[{THAI}]++(?!\.)|(?:(?!{_SHORT})[{THAI}])+)"
    rf"|(?P<latin>[A-Za-zÀ-ÿ'’]+)|(?P<digits>[{DIGIT}]+)|(?P<sign>.)",
    re.DOTALL,
)
_COUNTED = re.compile(f"[{DIGIT}] ?$")
_LETTERED = re.compile(f"[{THAI}A-Za-z]")
_OPENING, _CLOSING = frozenset("“‘([{฿#"), frozenset("”’)]}ๆฯ.,:;!?%…™°")

_LONELY = frozenset((
    "และ", "หรือ", "ที่", "ของ", "ใน", "กับ", "โดย", "เพื่อ", "ซึ่ง", "อัน", "แก่", "แต่", "จาก", "ถึง",
    "แล้ว", "ว่า", "ด้วย", "แห่ง", "จน", "เนื่องจาก", "นอกจาก", "เกี่ยวกับ", "รวมถึง", "พร้อมกับ", "สำหรับ", "ตามที่", "โดยที่", "อยู่ที่",
    "เพราะ", "ได้แก่", "เช่น", "ณ",
))  # fmt: skip
"""Words that lead on to the next: left at the end of a line, they make a reader stumble."""

_CLOSE = frozenset((
    "ไม่", "จะ", "ก็", "ให้", "เป็น", "ได้", "คือ", "มี", "ทั้ง", "ทุก", "อย่าง", "ต่อ", "ตาม", "บน", "ต้อง",
    "ควร", "อาจ", "เคย", "กำลัง", "ถูก", "รับ",
))  # fmt: skip
_CLINGING = frozenset((
    "ครับ", "ค่ะ", "คะ", "นะ", "จ้ะ", "เลย", "แล้ว", "ไว้", "อยู่", "นี้", "นั้น", "กัน", "ไป", "มา", "ขึ้น",
    "ลง", "เอง",
))  # fmt: skip

_GUIDES = frozenset((
    "จังหวัด", "อำเภอ", "ตำบล",
    "ยาย", "ตา", "ปู่", "ย่า", "ลุง", "ป้า", "น้า", "พี่", "น้อง", "แม่", "พ่อ", "เจ๊", "เฮีย", "บัง", "ก๊ะ",
    "กี่", "ไม่กี่", "ตี", "แต่ละ",
))  # fmt: skip
"""Words that a name or a measure most likely follows."""


_POSTS = ("นายก", "นายอำเภอ", "ปลัด", "ประธาน", "ผู้ว่า", "ผู้อำนวยการ", "กำนัน", "รอง")
"""Who is addressed as ท่าน."""


def _ends(text: str, names: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield each place where a line may end, judged by its two sides alone, and what that costs."""
    near = tuple(dict.fromkeys(part for name in names if name in text for part in _thai_parts(name)))
    before: str = ""
    for found in _RUN.finditer(text):
        start, kind, run = found.start(), found.lastgroup, found[0]
        if kind == "space":
            yield found.end(), LONE if before in _LONELY and not _closes(before, text[:start]) else SPACE
            before = " "
            continue
        if before not in {"", " "} and (cost := _seam(before, run, kind)) is not None:
            yield start, cost
        before = run
        if kind == "thai":
            before = yield from _inside(start, run, near)


def _closes(word: str, text: str) -> bool:
    """Return whether a word that else leads on ends its phrase here: something is done already, or counted."""
    return word in {"แล้ว", "ด้วย"} or _COUNTED.search(text[: -len(word)]) is not None


def _thai_parts(name: str) -> list[str]:
    return re.findall(f"[{THAI}]+", name)


def _seam(before: str, after: str, kind: str | None) -> int | None:
    """Return what a line's end costs where two runs of different kind touch, or None if none may be there."""
    word = kind in {"thai", "latin"}
    if before[-1] in _OPENING or after[0] in _CLOSING:
        return None
    if before == "/":
        return None if kind in {"digits", "sign"} else PART
    if after[0] in _OPENING:
        return LONE if before in _LONELY else WORD
    if word and before[-1] in "”’)]ๆฯ":
        return WORD
    lettered = (word or kind == "short") and before not in PREFIXES and _LETTERED.match(before[-1])
    return (LONE if before in _LONELY else WEAK) if lettered else None


def _inside(start: int, run: str, names: tuple[str, ...]) -> Generator[tuple[int, int], None, str]:
    """Yield the ends within a run of Thai letters; return its last word."""
    found = words(run, tuple(name for name in names if name in run)) if names else words(run)
    for word, after in pairwise(found):
        written, following = run[word.start : word.end], run[after.start : after.end]
        last = after is found[-1]
        if written not in PREFIXES and not _guided(written, following) and not (last and following in _BEHIND):
            yield start + word.end, _between(written, following)
    for word in found:
        written = run[word.start : word.end]
        if written not in names:
            shares = {share.end() for share in _SHARE.finditer(written)}
            for place in parts(written):
                yield start + word.start + place, SURNAME if place in shares else PART
            for place in deeper(written):
                yield start + word.start + place, SURNAME if place in shares else DEEPER
    return run[found[-1].start : found[-1].end]


_BEHIND = PREFIXES | {"การช่าง", "พาณิชย์"}
"""Words that end a longer one where nothing follows them: แจ้งความ, and firms such as ตรังการช่าง."""

_SPELLED = frozenset((
    "เอ", "บี", "ซี", "ดี", "อี", "เอฟ", "จี", "เอช", "ไอ", "เจ", "เค", "แอล", "เอ็ม", "เอ็น", "โอ", "พี", "คิว", "อาร์", "เอส",
    "ที", "ยู", "วี", "เอ็กซ์", "วาย", "แซด",
))  # fmt: skip
"""Names of Latin letters: two that touch are an abbreviation spelled out, แอลอีดี."""

_COLOURS = frozenset(
    ["ฟ้า", "แดง", "เขียว", "ขาว", "ดำ", "เหลือง", "ส้ม", "ม่วง", "ชมพู", "เทา", "น้ำเงิน", "น้ำตาล", "ทอง", "เงิน"]
)
"""What สี and the word before it lead on to: the team of กีฬาสีฟ้า is no sports day."""

_ASKING = frozenset(("ละ", "ใด", "ไหน"))
"""Words that belong to the noun before them: so many for each, รอบละ 59 วินาที, and which one, ช่องทางใด."""

_TOGETHER = frozenset((
    ("แบบ", "กระดาษ"), ("ไป", "น้อย"), ("คน", "แน่น"), ("ไฟ", "ทาง"), ("ทาง", "ดับ"), ("พนักงาน", "ส่วน"), ("ส่วน", "ตำบล"),
    ("พนักงาน", "เทศบาล"), ("พนักงาน", "จ้าง"), ("ลูกจ้าง", "ประจำ"),
))  # fmt: skip
"""Pairs of words that are one thing: parted, each says something else for a moment."""

_SHARE = re.compile("ส่วน(?=ตำบล|จังหวัด|ท้องถิ่น)")
"""What in the middle of an office's name leads on: the line ends before it."""

_LED = ("องค์การ", "เทศมนตรี", "สมาคม")
"""What a นายก stands at the head of: the title is one word to the ear."""


def _guided(word: str, after: str) -> bool:
    """Return whether two words stay together on a line: a place, somebody in the village, a figure and its measure."""
    if word == "ท่าน":
        return after.startswith(_POSTS)
    if (word in _SPELLED and after in _SPELLED) or (after in _COLOURS and word.endswith("สี")):
        return True
    if after in _ASKING or (word == "นายก" and after.startswith(_LED)) or (word, after) == ("เคาน์เตอร์", "บริการ"):
        return True
    guides = word in _GUIDES or _COUNTING.fullmatch(word) is not None
    return guides and after not in _LONELY and after not in _CLOSE and after not in _CLINGING


def _between(word: str, after: str) -> int:
    if word in _LONELY:
        return LONE
    if (word, after) in _TOGETHER or (after == "เดียว" and word not in _CLOSE):
        return PART
    return WEAK if word in _CLOSE or after in _CLINGING else WORD


_CALLED = "(?:(?<!ขอบ)(?<!พระ)(?<!บุญ)คุณ ?|ท่าน|ครู|หมอ)?"
"""What may stand before a name that has no title."""


def held(text: str, names: tuple[str, ...] = ()) -> list[tuple[int, int, bool]]:
    """Return the stretches inside which no line ends, as (start, end, whether it is more than a space).

    Figures, signs, titles and names show them; words are cut only where there is a title. They do not overlap.
    """
    known = [one.span() for name in names if name in text for one in re.finditer(f"{_CALLED}{re.escape(name)}", text)]
    found = [(space, space + 2, False) for space in joints(text)]
    found += [(*stretch, True) for stretch in (*known, *people(text, known), *toponyms(text))]
    found += [(*figure.span(), True) for figure in _FIGURES.finditer(text)]
    return list(_merged(sorted(found)))


def _merged(found: list[tuple[int, int, bool]]) -> Iterator[tuple[int, int, bool]]:
    """Yield the stretches, with overlapping ones merged."""
    kept: tuple[int, int, bool] | None = None
    for start, end, whole in found:
        if kept and start < kept[1]:
            kept = (kept[0], max(end, kept[1]), kept[2] or whole)
        else:
            if kept:
                yield kept
            kept = (start, end, whole)
    if kept:
        yield kept
