"""What citizens choose becomes a level: figures, words, both, Thai digits, stars, yes and no; never by its position.

Which level a word means depends on the other words of the form: พอใจมาก is the best of one set and the second of
another. Where two sets fit and differ, nothing is read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.reading import text as letters
from generator.thai.digits import to_arabic

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NONE, BAD = 0, 255
"""No answer, and one that cannot be read, as bytes; levels of five are 1 to 5, no and yes are 1 and 2."""

_BLANK = frozenset((
    "", "-", "–", "—", ".", "n/a", "na", "none", "null", "ไม่ตอบ", "ไม่ระบุ", "ไม่มีความเห็น", "ไม่แสดงความเห็น", "ไม่ทราบ",
    "ไม่เคยใช้บริการ", "ไม่เกี่ยวข้อง", "ไม่ประสงค์ตอบ", "ไม่ขอแสดงความคิดเห็น", "ไม่ได้ใช้บริการ",
    "noanswer", "notapplicable", "don'tknow",
))  # fmt: skip
_FIVE: Final = (
    ("มากที่สุด", "มาก", "ปานกลาง", "น้อย", "น้อยที่สุด"),
    ("ดีมาก", "ดี", "ปานกลาง", "พอใช้", "ควรปรับปรุง/ปรับปรุง/ต้องปรับปรุง"),
    ("ดีมาก/ดีที่สุด/ดีเยี่ยม", "ดี", "ปานกลาง", "น้อย/ไม่ดี/แย่", "ควรปรับปรุง/ปรับปรุง/แย่มาก/ไม่ดีมาก"),
    ("ดีมาก/ดีที่สุด/ดีเยี่ยม", "ดี", "พอใช้", "น้อย/ไม่ดี/แย่", "ควรปรับปรุง/ปรับปรุง/ต้องปรับปรุง/แย่มาก/ไม่ดีมาก"),
    ("พึงพอใจมาก", "พึงพอใจ", "เฉยๆ/ปานกลาง", "ไม่พึงพอใจ", "ไม่พึงพอใจมาก/ไม่พึงพอใจอย่างยิ่ง"),
    ("พึงพอใจมากที่สุด", "พึงพอใจมาก", "พึงพอใจปานกลาง/พึงพอใจ/ปานกลาง", "พึงพอใจน้อย", "พึงพอใจน้อยที่สุด/ไม่พึงพอใจ"),
    ("เห็นด้วยอย่างยิ่ง", "เห็นด้วย", "ไม่แน่ใจ/เฉยๆ/ปานกลาง", "ไม่เห็นด้วย", "ไม่เห็นด้วยอย่างยิ่ง"),
    ("เห็นด้วยมากที่สุด", "เห็นด้วยมาก", "เห็นด้วยปานกลาง", "เห็นด้วยน้อย", "เห็นด้วยน้อยที่สุด"),
    ("verysatisfied", "satisfied", "neutral", "dissatisfied/unsatisfied", "verydissatisfied/veryunsatisfied"),
    ("stronglyagree", "agree", "neutral/undecided", "disagree", "stronglydisagree"),
    ("excellent", "good", "fair/average", "poor", "verypoor"),
    ("verygood", "good", "fair/average/neutral", "poor/bad", "verypoor/verybad"),
    ("highest/most", "high/much", "moderate/medium", "low/little", "lowest/least"),
    ("veryhigh", "high", "moderate/medium", "low", "verylow"),
)
_TWO: Final = (
    ("ใช่", "ไม่ใช่"), ("พึงพอใจ", "ไม่พึงพอใจ/ปรับปรุง/ควรปรับปรุง"), ("yes/y", "no/n"), ("ja", "nein"), ("oui", "non"),
    ("true", "false"), ("เห็นด้วย", "ไม่เห็นด้วย"),
)  # fmt: skip
_WRAPPED = re.compile(r'="(.*)"')
_SATISFIED = re.compile("(?:มี)?(?:ความ)?(?:พึง)?พอใจ(?:ใน)?(?:ระดับ)?")
_STARS = re.compile("(⭐️?|★)+☆*")
_WHOLE = re.compile(r"^(\d+)(?:\.0+|/5)$")
_BROKEN = re.compile(r"\d[.,]\d")
_WITH_FIGURE = re.compile(r"(?P<first>\d+)?(?P<word>[^\d]*?)(?P<last>\d+)?")
_AROUND = re.compile(r"^(?:ระดับ|คะแนน|level|score)+|(?:คะแนน|ระดับ|points?)+$|[()\[\]=:.,;_/–—-]+")
_CODE = re.compile(r"[A-Z]{1,3}0*\d{1,2}")


def tidy(raw: str) -> str:
    """Return a word as it is compared: no spaces, small letters, Arabic digits, one form of พึงพอใจ."""
    if found := _WRAPPED.fullmatch(raw.strip()):
        raw = found[1]
    word = "".join(to_arabic(letters.clean(raw)).casefold().replace("_", " ").split())
    return _SATISFIED.sub("พึงพอใจ", word)


class Scale:
    """How the answers of a form are read: which word means which level, and how many levels there are.

    `known` is the level of every raw answer that was met; a form has few, however many people answer.
    """

    def __init__(self, words: Mapping[str, int], size: int) -> None:
        """Take the words, tidied, with their levels from 1."""
        self.words, self.size = words, size
        self.known = _Known(self)

    @property
    def lowest(self) -> int:
        """The lowest level: 1 of five, 0 of no and yes."""
        return 1 if self.size > len(("no", "yes")) else 0

    def level(self, raw: str) -> int:
        """Return the level of an answer, `NONE` or `BAD`."""
        word = tidy(raw)
        if word in _BLANK:
            return NONE
        if word in self.words:
            return self.words[word]
        if self.lowest == 0:
            return BAD
        if _STARS.fullmatch(word):
            return self._within(word.count("⭐") + word.count("★"))
        plain = _WHOLE.sub(r"\1", word)
        if _BROKEN.search(plain):
            return BAD
        return self._both(_AROUND.sub("", _AROUND.sub("", plain)))

    def knows(self, raw: str) -> bool:
        """Return whether an answer is a level."""
        return self.level(raw) not in {NONE, BAD}

    def _both(self, word: str) -> int:
        """Return the level that a figure and a word agree on."""
        found = _WITH_FIGURE.fullmatch(word)
        if found is None:
            return BAD
        said = {self._within(int(figure)) for figure in (found["first"], found["last"]) if figure}
        if found["word"]:
            said.add(self.words.get(found["word"], BAD))
        return said.pop() if len(said) == 1 else BAD

    def _within(self, figure: int) -> int:
        return figure if 1 <= figure <= self.size else BAD


class _Known(dict[str, int]):
    """The level of each answer as it is written, found out once."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._scale = scale

    def __missing__(self, raw: str) -> int:
        level = self[raw] = self._scale.level(raw)
        return level


class Unclear(Exception):
    """Words that two sets read differently, or that none knows; `words` are those of the form."""

    def __init__(self, words: Iterable[str], *, codes: bool = False) -> None:
        """Keep the words, and whether they are codes of a program's that stand for answers."""
        super().__init__()
        self.words, self.codes = sorted(words), codes


FIGURES: Final = Scale({word: 5 - place for place, word in enumerate(_FIVE[0])}, 5)
"""The scale of five by figures, and the words that every Thai form has beside them."""


def scale_of(answers: Iterable[str], own: Mapping[str, int] | None = None) -> Scale:
    """Return how the answers to the questions of a form are read; raises `Unclear`.

    `answers` are all that were met; up to half of the words may be none of the set, as typing goes. `own` are the
    office's words.
    """
    met = {raw for raw in answers if tidy(raw) not in _BLANK}
    if own:
        return Scale({**FIGURES.words, **{tidy(word): level for word, level in own.items()}}, 5)
    if met and all(_CODE.fullmatch(raw.strip()) for raw in met):
        raise Unclear(met, codes=True)
    bare = {_bare(raw) for raw in met} - {""}
    if not bare:
        return FIGURES
    two = [words for words in map(_words, _TWO) if bare <= words.keys()]
    for words in two:
        if {words[word] for word in bare} == {1, 2}:
            return Scale(words, 2)
    sets = [_words(steps) for steps in _FIVE]
    most = max(len(bare & words.keys()) for words in sets)
    five = [words for words in sets if len(bare & words.keys()) == most]
    readings = {tuple(sorted((word, words.get(word, BAD)) for word in bare)) for words in five}
    if most * 2 < len(bare) or len(readings) != 1:
        raise Unclear(bare)
    return Scale(five[0], 5)


def _words(steps: tuple[str, ...]) -> dict[str, int]:
    return {word: len(steps) - place for place, step in enumerate(steps) for word in step.split("/")}


def _bare(raw: str) -> str:
    """Return the word of an answer without figures and what stands around it."""
    word = tidy(raw)
    if _STARS.fullmatch(word):
        return ""
    return _AROUND.sub("", _AROUND.sub("", re.sub(r"\d+", "", word)))
