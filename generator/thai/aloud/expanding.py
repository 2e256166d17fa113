"""Abbreviations become the words that they stand for; `context` decides which of two meanings is meant."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from generator.thai.abbreviations import ABBREVIATIONS, MEASURES, OFFICES, POSTS, UNDOTTED
from generator.thai.aloud.context import BY_NEIGHBOURS, NAVY
from generator.thai.aloud.draft import Draft, Rule
from generator.thai.people import name_end
from generator.thai.ranks import TITLES
from generator.thai.unspeakable import Unspeakable
from generator.thai.words import THAI, words

_LONGEST = max(map(len, ABBREVIATIONS))
_SPACED = re.compile(r"(?<=[พคฮ]\.) (?=ศ\.)|(?<=พ\.) (?=ร\.)|(?<=ร\.) (?=บ\.)")
"""Where a space may stand inside an abbreviation: พ. ศ."""


def _any_of(written: list[str]) -> str:
    """Return a pattern of texts, longest first."""
    return "|".join(re.escape(each) for each in sorted(written, key=len, reverse=True))


_PER = re.compile(rf"(?<=[\d{THAI}.])\s*/\s*({_any_of(list(MEASURES))})")
_MEASURED = re.compile(rf"(\d\s*)({_any_of(list(MEASURES))})(?!\s?[ก-ฮ]{{1,2}}\.)(?<!บ\.(?=[ก-ฮเ-ไ]))")
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
    expand(draft)
    return draft.text


def expand(draft: Draft) -> None:
    """Write out every abbreviation of a draft."""
    draft.apply(_FIRST)
    if "ร.น." in draft.text:
        draft.apply(NAVY)
    draft.apply(BY_NEIGHBOURS)
    draft.apply(_REST)


def _say_run(found: re.Match[str]) -> str:
    """Say a run of letters with dots, which may begin with an ordinary word: ปลัดอบต."""
    run = found["run"]
    if run == "อ." and _before_a_person(found.string, *found.span("run")):
        raise Unspeakable(found.string[found.start("run") : found.end("run") + _SHOWN])
    head, said = _read(run)
    if said is None:
        return found[0]
    close = found["close"] or ""
    if close and not head and _CLOSED.search(found.string, 0, found.start()):
        close = ""
    place = "" if _PLACE.fullmatch(run) else found["place"] or ""
    return close + head + said + place


_SHOWN = 12
"""How many letters of what stands behind an abbreviation are told where it is asked about."""

_OF_A_PLACE = re.compile(r"(?:(?:ต\.|ตำบล)\s?\S+|(?:^|[^ก-๎]).{0,20}(?:ใน|ที่|จาก|ของ|ชาว|ทั่ว|ว่าการ|พื้นที่|เขต))\s?$")
_TO_A_PLACE = re.compile(r"\s?(?:เมือง|\S+\s?(?:จ\.|จังหวัด))")


def _before_a_person(text: str, start: int, end: int) -> bool:
    """Return whether อ. may be the title อาจารย์: a first name and a surname follow, and nothing tells of a district."""
    if _OF_A_PLACE.search(text, 0, start) or _TO_A_PLACE.match(text, end):
        return False
    first = end + text.startswith(" ", end)
    return " " in text[first : name_end(text, first)]


@lru_cache(maxsize=2048)
def _read(run: str) -> tuple[str, str | None]:
    """Return the word before the abbreviations and what these stand for; None where the dot only ends a sentence."""
    first = run.index(".")
    for start in range(first):
        said = _expand(run[start:])
        if said is not None and (not start or all(word.known for word in words(run[:start]))):
            return run[:start], said
    word = run[:-1]
    if "." in word or (_BARE.fullmatch(run) and not _is_word(word)):
        raise Unspeakable(run)
    return run, None


def _is_word(word: str) -> bool:
    """Return whether bare consonants are a word at the end of a sentence: คน."""
    return len(word) > 1 and all(each.known and each.cost < _USUAL for each in words(word)) and len(words(word)) == 1


_USUAL = 75
"""The highest cost, by the lexicon, of a word that everybody knows."""


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
            if rest is not None and (not rest or _go_together(run[:end], run[end:])):
                return said + rest
    return None


_SEATS = ("รร.", "ร.ร.", "รพ.", "สนง.", "ศพด.", "สภ.", "กทม.", "ครม.")
"""Offices of which there are many, so that a name or another office follows."""


def _go_together(one: str, rest: str) -> bool:
    """Return whether an abbreviation may stand right before what a run goes on with."""
    if one in TITLES:
        return any(rest.startswith(title) for title in TITLES)
    if one in POSTS:
        return True
    return not any(rest.startswith(title) for title in TITLES) if one in _SEATS else one not in OFFICES


_FIRST = (
    Rule("abbreviation", _SPACED, ""),
    Rule("abbreviation", _WHOLE, lambda found: ABBREVIATIONS[found[0]]),
)
_REST = (
    Rule("measure", _PER, lambda found: "ต่อ" + MEASURES[found[1]]),
    Rule("measure", _MEASURED, lambda found: found[1] + MEASURES[found[2]]),
    Rule("abbreviation", _UNDOTTED, lambda found: found[1].rstrip() + UNDOTTED[found[2]]),
    Rule("abbreviation", _CALL, ABBREVIATIONS["โทร."]),
    Rule("abbreviation", _DOTTED, _say_run),
)
