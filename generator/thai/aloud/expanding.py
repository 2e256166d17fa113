"""Abbreviations become the words that they stand for; `context` decides which of two meanings is meant."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from generator.thai.abbreviations import ABBREVIATIONS, MEASURES, PLACES, POSTS, UNDOTTED
from generator.thai.aloud.context import BY_NEIGHBOURS, WEEKDAYS
from generator.thai.aloud.draft import Draft, Rule, ask
from generator.thai.aloud.forces import FORCES
from generator.thai.aloud.meanings import MEANINGS
from generator.thai.dates import MONTHS, SHORT_MONTHS
from generator.thai.offices import OFFICES
from generator.thai.places import begins_with_district, begins_with_province
from generator.thai.ranks import TITLES
from generator.thai.unspeakable import Unspeakable
from generator.thai.words import THAI, words

_LONGEST = max(map(len, ABBREVIATIONS))
_SPACED = re.compile(r"(?<=[พคฮ]\.) (?=ศ\.\s?(?:\d|$))|(?<=พ\.) (?=ร\.)|(?<=ร\.) (?=บ\.)")
"""Where a space may stand inside an abbreviation: พ. ศ."""


def _any_of(written: list[str]) -> str:
    """Return a pattern of texts, longest first."""
    return "|".join(re.escape(each) for each in sorted(written, key=len, reverse=True))


_DOTTED_MEASURES = [each for each in MEASURES if each.endswith(".")]
_BARE_MEASURES = [each for each in MEASURES if not each.endswith(".")]
_A_MEASURE = rf"(?:{_any_of(_DOTTED_MEASURES)}|(?:{_any_of(_BARE_MEASURES)})(?![{THAI}.]))"
_PER = re.compile(rf"(?<=[\d{THAI}.A-Za-z%])\s*/\s*({_A_MEASURE})")
_MEASURED = re.compile(rf"(\d\s*(?:(?:ล้าน|แสน|หมื่น|พัน)\s*)?)({_A_MEASURE})(?![ก-ฮ]{{1,2}}\.)(?<!บ\.(?=[ก-ฮเ-ไ]))")
_ALONE = [each for each in _DOTTED_MEASURES if each not in ("ล.", "บ.", "สต.")]
_UNCOUNTED = re.compile(rf"(?<![{THAI}.\d])({_any_of(_ALONE)})(?=\s*/|ละ|แรก|ต่อไป|ถัดไป|สุดท้าย)")
_WHOLE = re.compile(
    rf"(?<![{THAI}.])(?:{_any_of([each for each in ABBREVIATIONS if not each.endswith('.') or ' ' in each])})"
)
_UNDOTTED = re.compile(rf"(?<![{THAI}.])((?:รองนายก|นายก|รองปลัด|ปลัด)?\s?)({_any_of(list(UNDOTTED))})(?![{THAI}.])")
_DOTTED = re.compile(
    rf"(?P<close>(?<=[{THAI}]) )?(?<![{THAI}])(?P<run>[{THAI}]+\.(?:[ก-ฮเ][ก-ฮิี]{{0,5}}\.)*)(?P<place> (?=[ก-ฮเ-ไ]))?"
)
_CALL = re.compile(rf"(?<!เม)โทร(?![{THAI}.])")
_CLOSED = re.compile(r"(?:นายก|ปลัด|รอง|ประธาน|สภา|สมาชิก|เลขานุการ|ผู้ช่วย|ตาม|แห่ง|ของ|เดือน|อดีต)$")
"""After these words a voice does not pause before the abbreviation, although paper has a space there: นายก อบต."""

_PLACE = re.compile(r"[ตอจถซ]\.")
_BARE = re.compile(r"[ก-ฮ.]+")


def say_abbreviations(text: str) -> str:
    """Return the text with every abbreviation written out; raises `Unspeakable` for one that is in no table."""
    draft = Draft(text)
    draft.apply(WITHOUT_DOT)
    expand(draft)
    return draft.text


def expand(draft: Draft) -> None:
    """Write out every abbreviation of a draft."""
    draft.apply(_FIRST)
    draft.apply(MEANINGS)
    draft.apply(FORCES)
    draft.apply(BY_NEIGHBOURS)
    draft.apply(_REST)


_NUMBER = re.compile(r"\d+")


def _say_run(found: re.Match[str]) -> str:
    """Say a run of letters with dots, which may begin with an ordinary word: ปลัดอบต."""
    run = found["run"]
    if run == "อ.":
        return _teacher_or_district(found)
    if run == "จ." and not begins_with_province(found.string[found.end("run") :].lstrip()):
        raise Unspeakable(_with_the_next_word(found))
    head, said = _read(run)
    number = _NUMBER.match(found.string, found.end("run"))
    if said is None:
        if number:  # no end of a sentence, but the name of a form
            raise Unspeakable(run + number[0])
        if _BARE.fullmatch(run) and _GOES_ON.match(found.string, found.end("run")) and not _counted(found):
            raise Unspeakable(run)
        return found[0]
    is_form = (run in OFFICES and run != "กทม.") or said.endswith("บัณฑิต")
    if number and is_form:  # the name of a form: ก.ค.ศ.16
        raise Unspeakable(run + number[0])
    close = found["close"] or ""
    if close and not head and _is_closed(found, said):
        close = ""
    place = "" if _PLACE.fullmatch(run) else found["place"] or ""
    if _LETTER.match(found.string, found.end("run")):  # โรงเรียน ก, which is said by the letter's name
        place = " "
    return close + head + said + place


_GOES_ON = re.compile(r"[^\S\n]*[^\s)\]]")


def _counted(found: re.Match[str]) -> bool:
    """Return whether a figure stands before the word, so that its dot ends a sentence: 20 คน."""
    return bool(re.search(r"\d\s*$", found.string[: found.start("run")]))


def _is_closed(found: re.Match[str], said: str) -> bool:
    """Return whether a voice goes on without a pause; after เดือน only to a month."""
    before = _CLOSED.search(found.string, 0, found.start())
    if before is None or before[0] != "เดือน":
        return before is not None
    return said in MONTHS and not found.string[: before.start()].endswith("/")


_LETTER = re.compile(rf"[ก-ฮ](?![{THAI}.])")
_SHOWN = 20
"""How many letters of what stands behind an abbreviation are told at most where it is asked about."""


def _with_the_next_word(found: re.Match[str]) -> str:
    """Return an abbreviation with the word behind it, which a reading of the record's own must hold as well."""
    behind = re.match(rf"\s?[{THAI}]{{0,{_SHOWN}}}", found.string[found.end("run") :])
    return found["run"] + (behind[0].rstrip() if behind else "")


def _teacher_or_district(found: re.Match[str]) -> str:
    """Say อ. before a name: a district by its name or what stands around it, a teacher after วิทยากร; else ask."""
    start, end = found.span("run")
    text = found.string
    close, place = found["close"] or "", found["place"] or ""
    behind = text[end:].lstrip()
    if not re.match("[ก-ฮเ-ไ]", behind):
        raise Unspeakable(_with_the_next_word(found))
    teaches = _TEACHES.search(text, 0, start)
    if (
        begins_with_district(behind)
        or (not teaches and _OF_A_PLACE.search(text, 0, start))
        or _TO_A_PLACE.match(text, end)
    ):
        return close + "อำเภอ"
    if teaches:
        return f"{close}อาจารย์{place}"
    raise Unspeakable(_with_the_next_word(found))


_TEACHES = re.compile(r"(?:วิทยากร|บรรยายโดย|โดย|ครู|ที่ปรึกษา|ผู้สอน|สอนโดย|ท่าน|คณะ)\s*(?:คือ|ได้แก่)?\s*$")

_OF_A_PLACE = re.compile(r"(?:(?:ต\.|ตำบล)\s?\S+|(?:^|[^ก-๎]).{0,20}(?:ใน|ที่|จาก|ของ|ชาว|ทั่ว|ว่าการ|พื้นที่|เขต))\s?$")
_TO_A_PLACE = re.compile(r"\s?(?:เมือง|\S+\s?(?:จ\.|จังหวัด))")


@lru_cache(maxsize=2048)
def _read(run: str) -> tuple[str, str | None]:
    """Return the word before the abbreviations and what these stand for; None where the dot only ends a sentence."""
    first = run.index(".")
    for start in range(first):
        said = _expand(run[start:])
        if said is not None and (not start or _stands_before(run[:start], run[start:])):
            return run[:start], said
    word = run[:-1]
    if "." in word or run in MEASURES or (_BARE.fullmatch(run) and not _is_word(word)):
        raise Unspeakable(run)
    return run, None


def _stands_before(head: str, short: str) -> bool:
    """Return whether an abbreviation may be close behind these letters: ordinary words, no others of a short form.

    A place's one letter behind bare consonants is their last: กรอ. is no อำเภอ.
    """
    if _BARE.fullmatch(head):
        return _is_word(head) and (short not in PLACES or head in _PEOPLE)
    return all(word.known for word in words(head))


_PEOPLE = frozenset(("คน", "ถนน"))


def _is_word(word: str) -> bool:
    """Return whether bare consonants are a word at the end of a sentence: คน."""
    return len(word) > 1 and all(each.known and each.cost < _USUAL for each in words(word)) and len(words(word)) == 1


_USUAL = 75
"""The highest cost, by the lexicon, of a word that everybody knows."""


def expanded(run: str) -> str | None:
    """Return what a run of abbreviations stands for; None if nobody knows."""
    return _expand(run)


@cache
def _expand(run: str) -> str | None:
    """Return what a run of abbreviations stands for, the longest first; None if it is not made of abbreviations.

    Only such as stand beside each other in an office's papers make a run, posts before offices for example; others
    that happen to have the letters of known ones are an abbreviation that nobody knows: อส.ทพ.
    """
    for end in range(min(len(run), _LONGEST), 0, -1):
        said = ABBREVIATIONS.get(run[:end])
        if said is not None:
            rest = "" if end == len(run) else _expand(run[end:])
            if rest is not None and run[:end] in _OF_A_FIELD and run[end:] in OFFICES:
                rest = _FIELDS.get(run[end:])
            if rest is not None and (not rest or _go_together(run[:end], run[end:])):
                return said + rest
    return None


_OF_A_FIELD = frozenset(("นวก.", "นวช.", "จพง.", "จพ."))
_FIELDS = {
    "สธ.": "สาธารณสุข",
    "ปภ.": "ป้องกันและบรรเทาสาธารณภัย",
    "พช.": "พัฒนาชุมชน",
    "กษ.": "เกษตร",
    "ศธ.": "ศึกษา",
    "กค.": "การคลัง",
}
"""What a post's field is, where its letters are those of an office: นวก.สธ. serves no ministry."""

_SEATS = frozenset(("รร.", "ร.ร.", "รพ.", "สนง.", "ศพด.", "สภ.", "สน.", "ธ.", "อส."))
"""Offices of which there are many, so that another office or a place follows."""

_OF_LAW = frozenset(("พ.ร.บ.", "พรบ.", "พ.ร.ก.", "พรก.", "พ.ร.ฎ.", "ลว.", "โทร."))

_MONTHS = frozenset(SHORT_MONTHS)
_NO_SECOND = frozenset(("ศ.", "สส.", "ส.ส.", "สว.", "ส.ว.", "สท.", "สจ."))
"""What is something else behind a post: ผกก.สส. leads detectives and is no member of parliament."""


def _go_together(one: str, rest: str) -> bool:
    """Return whether an abbreviation may stand right before what a run goes on with.

    Posts and seats stand before offices and places, titles before titles. Anything else that has the letters of two
    known ones is a third that nobody knows: ก.ค.ศ. is no month.
    """
    following = next((rest[:end] for end in range(min(len(rest), _LONGEST), 0, -1) if rest[:end] in ABBREVIATIONS), "")
    if following in _MONTHS or following in _NO_SECOND:
        return False
    if one in TITLES:
        return following in TITLES
    if one in POSTS:
        return following in POSTS or following in OFFICES or following in PLACES
    if one == "ตร." and following in ("สภ.", "สน.", "ตชด."):
        return True
    if one in _SEATS:
        return following in OFFICES or following in PLACES
    return one in _OF_LAW and (following in OFFICES or following in POSTS)


_LIQUID = re.compile(
    r"น้ำ|นม|ถัง|ขวด|ลิตร|สาร|ยา|ดีเซล|เบนซิน|สี|จุ|บรรจุ|แกลลอน|ปุ๋ย|คลอรีน|แอลกอฮอล์|เจล|น้ำมัน|เลือด|แก้ว|ซีซี|เครื่องยนต์|ฝน"
)


def _litres(found: re.Match[str]) -> str:
    """Leave litres where something liquid is spoken of; 1.5 ล. may be millions."""
    if _LIQUID.search(found.string):
        return found[0]
    raise Unspeakable(found[0])


_FIRST = (
    *WEEKDAYS,
    Rule(
        "hashtag",
        re.compile(rf"#({_any_of(list(UNDOTTED))})(?=[{THAI}])"),
        lambda found: f"แฮชแท็ก{UNDOTTED[found[1]]}",
        needs="#",
    ),
    Rule("abbreviation", _SPACED, ""),
    Rule("abbreviation", _WHOLE, lambda found: ABBREVIATIONS[found[0]]),
)
_REST = (
    Rule("measure", _UNCOUNTED, lambda found: MEASURES[found[1]]),
    Rule(
        "measure",
        re.compile(r"(?:งบ|เงิน|มูลค่า|รายได้|กำไร|รายจ่าย|รายรับ|เบิก|หนี้|ทุน)[^\n]{0,40}?\d[\d.,]*\s*ล\.(?!\s?[ก-ฮ]\.)"),
        ask,
        needs="ล.",
    ),
    Rule("measure", re.compile(r"\d\.\d+\s*ล\.(?!\s?[ก-ฮ]{1,2}\.)"), _litres, needs="ล."),
    Rule("measure", re.compile(rf"((?:ครึ่ง|หลาย|กี่|ต่อ)\s?)({_A_MEASURE})"), lambda found: found[1] + MEASURES[found[2]]),
    Rule("measure", _MEASURED, lambda found: found[1] + MEASURES[found[2]]),
    Rule("measure", _PER, lambda found: "ต่อ" + MEASURES[found[1]], needs="/"),
    Rule("abbreviation", _CALL, ABBREVIATIONS["โทร."]),
    Rule("abbreviation", _DOTTED, _say_run),
    Rule(
        "abbreviation",
        re.compile(r"(สำนักงาน|กระทรวง|คณะกรรมการ|โรงพยาบาล|มหาวิทยาลัย|ธนาคาร|จังหวัด|อำเภอ|ตำบล)\s*(?=\1)"),
        "",
    ),
)

WITHOUT_DOT = (Rule("abbreviation", _UNDOTTED, lambda found: found[1].rstrip() + UNDOTTED[found[2]]),)
"""Before anything is said by the names of its letters: ผอ without its dot is a post, and so is the name of ผ."""
