"""Written Thai becomes the words that a careful announcer says, in formal full style; strict in what it does not know.

Each rule is a pass over the text that says one kind of writing and leaves the rest to the next, so their order is part
of the rules: addresses before anything else with a dot, abbreviations before the figures that they stand beside, days
and times before telephone numbers, those before houses and documents, and plain numbers last of all figures. Spaces
and line ends are left where they are pauses; nothing but Thai letters is left between them.

Rules: ราชบัณฑิตยสภา, "อ่านอย่างไรและเขียนอย่างไร" (legacy.orst.go.th); each module names its own pages.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from generator.model.people import LATE
from generator.thai.abbreviations import ABBREVIATIONS, PLACES
from generator.thai.aloud import (
    addresses,
    amounts,
    calendar,
    codes,
    hotlines,
    marks,
    named,
    phones,
    signs,
    spans,
    strokes,
)
from generator.thai.aloud.draft import FIRST_GAP, GAPS, Draft, Noted, Rule
from generator.thai.aloud.expanding import WITHOUT_DOT, expand
from generator.thai.aloud.latin import say_latin
from generator.thai.aloud.readings import hidden, revealed, spoken_form
from generator.thai.aloud.repeats import WHOLE, say_repeats
from generator.thai.digits import to_arabic
from generator.thai.numbers import cardinal
from generator.thai.ranks import BEFORE_A_NAME, NAVAL
from generator.thai.unspeakable import Unspeakable

if TYPE_CHECKING:
    from generator.model import Name, Readings

__all__ = ["Heard", "Two", "Unspeakable", "heard_in", "noted_of", "read_aloud", "spoken_name"]

Two = Literal["โท", "สอง"]
"""How 2 is said in a telephone number: the older official rule, kept on air, or as it is said everywhere else."""

_ORDINAL = re.compile(r"(?<!เนื้อ)(?<!พื้น)(?<!สถาน)(?<!หน้า)(?<!คง)(?<!เต็ม)(?<!ผู้สูง)(ที่|ร้อยละ|ข้อ|หมวด|มาตรา|อายุ)\s+(?=\d)")
_ITEM = re.compile(r"(?m)^\s*(\d{1,3})[.)](?=\s|[ก-ฮเ-ไ])\s*")
_CHOICE = re.compile(r"(?:นะ)?ครับ\s*/\s*(?:นะ)?ค[่ะ]+|ค่ะ\s*/\s*ครับ")


def read_aloud(text: str, *, two: Two = "โท", spell_addresses: bool = False, readings: Readings = ()) -> str:
    """Return the words to be said: Thai letters, spaces and line ends only.

    `readings` are the record's own, written form and spoken form, and win over every rule: ("ร.ต.", "เรือตรี").
    Raises `Unspeakable` for what must not be guessed at: an unknown abbreviation or Latin word, a web address that is
    not to be spelled, a letter of another script, ๆ after an unknown word, ครับ/ค่ะ left to choose. Signs and emoji that
    nobody says are dropped.
    """
    return _read(text, two, readings, spelled=spell_addresses)


@lru_cache(maxsize=4096)
def _read(text: str, two: Two, readings: Readings, *, spelled: bool) -> str:
    draft = Draft(to_arabic(signs.one_writing(text)))
    try:
        say(draft, two, readings, spelled=spelled)
    except Unspeakable as fault:  # in the letters of the text, which an earlier rule may have changed
        gaps = noted_of(text, two, readings, spelled=spelled).gaps
        raise Unspeakable(gaps[0].letters if gaps else fault.letters) from None
    return draft.text


def say(draft: Draft, two: Two, readings: Readings, *, spelled: bool) -> None:
    """Turn a draft into what is said, by every rule in order."""
    draft.apply(hidden(readings))
    draft.apply(marks.INCHES)
    draft.apply(signs.QUOTES)
    draft.apply(_CHOICES)
    draft.apply(addresses.SPELLED if spelled else addresses.REFUSED)
    draft.apply(WHOLE)
    draft.apply(phones.WITHOUT_BRACKETS)
    draft.apply(WITHOUT_DOT)
    draft.apply(marks.MARKS)
    draft.apply(spans.SPANS)
    draft.apply(named.NAMED)
    draft.apply(strokes.PAIRS)
    signs.say_brackets(draft)
    draft.apply(signs.ITEM_LETTERS)
    expand(draft)
    draft.apply(strokes.WORDS)
    say_latin(draft)
    if _FIGURE.search(draft.text):
        draft.apply(_BEFORE_FIGURES)
        draft.apply(calendar.CALENDAR)
        phones.say_phones(draft, two)
        draft.apply(hotlines.hotlines(two))
        draft.apply(amounts.FRACTIONS)
        draft.apply(amounts.LAND)
        draft.apply(codes.CODES)
        draft.apply(amounts.AMOUNTS)
    say_repeats(draft)
    draft.apply(signs.SIGNS)
    draft.apply(revealed(readings))


class Heard(NamedTuple):
    """A stretch of a text: what is said of it, or a gap, which is what must be given a reading."""

    say: str
    gap: str | None = None


@lru_cache(maxsize=1024)
def heard_in(text: str, *, two: Two = "โท", readings: Readings = ()) -> tuple[Heard, ...]:
    """Return what is said of a text, and the gaps for what must not be guessed at; spaces stay where they are."""
    noted = noted_of(text, two, readings)
    parts = re.split(f"([{GAPS}])", noted.text)
    return tuple(_heard(part, noted) for part in parts if part)


def noted_of(text: str, two: Two, readings: Readings, *, spelled: bool = False) -> Noted:
    """Return a text as it was read, with what each rule did to it."""
    noted = Noted(to_arabic(signs.one_writing(text)))
    say(noted, two, readings, spelled=spelled)
    return noted


def _heard(part: str, noted: Noted) -> Heard:
    is_gap = re.fullmatch(f"[{GAPS}]", part)
    return Heard("", noted.gaps[ord(part) - FIRST_GAP].letters) if is_gap else Heard(part)


def _choose(found: re.Match[str]) -> str:
    raise Unspeakable(found[0])


_FIGURE = re.compile(r"\d")
_CHOICES = (Rule("choice", _CHOICE, _choose, needs="/"),)
_BEFORE_FIGURES = (
    Rule("pause", _ORDINAL, r"\1"),
    Rule("item", _ITEM, lambda found: f"{cardinal(int(found[1]))} "),
)
"""An ordinal's word is joined to its figure, the full stop or bracket of a list goes."""


def spoken_name(name: Name, readings: Readings = ()) -> str:
    """Return how a person is called out: the title in full, then `read_as` or the name as it is spelled.

    Whoever owns the name decides how it is said, so `read_as` wins; its hyphens between syllables are not for the ear.
    The title is read with what stands behind the surname, which tells a naval rank from the army's.
    """
    title = _title(name, readings)
    said = read_aloud(spoken_form(name.read_as) if name.read_as else name.bare, readings=readings)
    said = said if said.startswith(title) else title + said
    if _of_the_navy(name) and _NAVY not in said:
        said += f" {_NAVY}"
    return f"{said} {read_aloud(LATE)}" if name.late else said


_NAVY = ABBREVIATIONS["ร.น."]
_PLACES = frozenset(PLACES) - frozenset(BEFORE_A_NAME)
"""Short forms of places, which stand for something else where they are somebody's title: ต. is no ตำบล there."""


def _of_the_navy(name: Name) -> bool:
    return name.last.endswith("ร.น.")


def _title(name: Name, readings: Readings) -> str:
    if name.title in BEFORE_A_NAME:
        return BEFORE_A_NAME[name.title]
    if name.title in _PLACES:
        raise Unspeakable(name.title)
    rank = next((rank for rank in NAVAL if re.fullmatch(rf"(?:ว่าที่ ?)?{re.escape(rank)}(?:หญิง)?", name.title)), "")
    title = name.title.replace(rank, NAVAL[rank]).replace(" ", "") if rank and _of_the_navy(name) else name.title
    return read_aloud(title, readings=readings) if title else ""
