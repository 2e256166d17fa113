"""How many syllables are heard, and so how long a reading lasts; knows words and spelling, not what they mean.

Thai does not write every vowel: สนาม has two syllables, พลเมือง three, and no rule of spelling tells ราชการ (three) from
ราชวัง. Words of the lexicon bring their own count (`tools/count_syllables.py`); what it lacks, most often a name, is
taken apart by the rules of spelling, along the cheapest path through the run. Counts are by the readings in
ราชบัณฑิตยสภา's dictionary.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from generator.thai.words import LEXICON, THAI, counted_word, words

_SPOKEN = re.compile(rf"[{THAI}\s]*")
_RUN = re.compile(rf"[{THAI}]+")


def syllables(text: str) -> int:
    """Return how many syllables are heard; a text that is not yet in spoken words is read first.

    Raises `Unspeakable` for a text that cannot be read aloud.
    """
    if not _SPOKEN.fullmatch(text):
        from generator.thai.aloud import read_aloud  # spoken words need no reader

        text = read_aloud(text)
    return sum(_of_run(run) for run in _RUN.findall(text))


@lru_cache(maxsize=8192)
def _of_run(run: str) -> int:
    counts = _counts()
    total = 0
    for word in words(run):
        written = run[word.start : word.end]
        number = counted_word(written)
        if written in _OF_NAMES and word.end < len(run):
            total += _JOINED[written] - (run[word.end] == "อ")
        elif written == "วุฒิ" and word.end == len(run) and run[: word.start].endswith(tuple(_OF_NAMES)):
            total += 1
        else:
            total += spelled(written) if number is None else counts[number]
    return total


@cache
def _counts() -> bytes:
    """Return the syllables of each word of the lexicon, in the order of its numbers."""
    return (LEXICON / "syllables.bin").read_bytes()


_C = "[ก-ฮ]"
_TONE = "[่-๋]?"
_ONSET = "(?:ห[งญนมยรลว]|อย|[กขคตปพผทสศซจบดฟ]ร|[กขคปพผบฟ]ล|[กขค]ว|[ก-ฮ])"
_FINAL = f"(?:{_C}(?![ะัาำิ-ู็ๅ]|[่-๋][ะาำ]|รร))"
"""A consonant that ends a syllable carries no vowel of its own."""

_PLAIN, _UNWRITTEN, _OPEN = 10, 12, 17
"""What a syllable costs: with a written vowel, with the unwritten o of คน, with the unwritten a of ขนม."""

_FORMS = tuple(
    (re.compile(form), cost)
    for form, cost in (
        (f"เ{_ONSET}ี{_TONE}ย(?:ะ|{_FINAL})?", _PLAIN),
        (f"เ{_ONSET}ื{_TONE}อ(?:{_FINAL})?", _PLAIN),
        (f"เ{_ONSET}[ิ็]{_TONE}{_FINAL}", _PLAIN),
        (f"เ{_ONSET}{_TONE}าะ?", _PLAIN),
        (f"เ{_ONSET}{_TONE}อ(?:ะ|{_FINAL})?", _PLAIN + 1),
        (f"[เแโ]{_ONSET}็?{_TONE}(?:ะ|{_FINAL})?", _PLAIN),
        (f"[ใไ]{_ONSET}{_TONE}(?:ย(?![ะาิ-ู]))?", _PLAIN),
        (f"{_ONSET}ั{_TONE}(?:วะ?|{_FINAL})", _PLAIN),
        (f"{_ONSET}{_TONE}(?:[ะำ]|า(?:{_FINAL})?)", _PLAIN),
        (f"{_ONSET}[ิ-ู]{_TONE}(?:อ|{_FINAL})?", _PLAIN),
        (f"{_ONSET}็?{_TONE}อ(?:{_FINAL})?", _PLAIN),
        (f"{_ONSET}็{_TONE}{_FINAL}?", _PLAIN),
        (f"{_ONSET}{_TONE}ว{_FINAL}", _PLAIN),
        (f"{_ONSET}รร(?:{_FINAL})?", _PLAIN),
        (f"{_C}?ฤๅ?(?:{_FINAL})?", _PLAIN),
        (f"{_ONSET}{_TONE}{_FINAL}", _UNWRITTEN),
        (_C, _OPEN),
    )
)
"""How a syllable may be spelled: onset, vowel, tone and, where there is one, the final consonant."""

_JOINED = {
    "สุร": 2, "ธีร": 2, "ธน": 2, "จิร": 2, "วีร": 2, "พีร": 2, "พัชร": 3, "ณัฐ": 2, "วร": 2, "อภิ": 2, "ภัทร": 2, "จันทร": 2,
    "อินทร": 2, "ศิลป": 2, "วุฒิ": 2, "โชติ": 2, "เกียรติ": 2, "มงคล": 2, "นคร": 2, "รัตน": 3, "กมล": 2, "ราช": 2, "เทศ": 2,
    "สุข": 2, "เพชร": 2, "วิทย": 2, "บริ": 2, "นิติ": 2, "อนันต": 3, "ศักดิ": 2, "จักร": 2, "ชิน": 1, "ปริ": 2, "ยุทธ": 2,
    "อร": 2, "นพ": 2, "กช": 2, "อรรถ": 2,
}  # fmt: skip
"""Pieces of names that are said with a vowel after them when something follows."""

_OF_NAMES = frozenset(("ธน", "วร", "ณัฐ", "ภัทร", "โชติ", "อร", "นพ", "กช", "อรรถ"))
"""Those that the lexicon counts as they sound alone, although they are longer before another piece of a name: ธนพล.

Before อ the vowel is the next piece's own: อรอนงค์ is ออน-อะ-นง. At the end of a name วุฒิ has one syllable: วรวุฒิ.
"""

_JOINED_COST = 4
_SILENT = re.compile(r"(?<=[ก-ฮ])[ตทดฎฏษธ][รณมย]์|[ก-ฮ][ิุ]?์|(?<=[าูี]ต)[ิุ]$|(?<=เหต)ุ$|(?<=ูม)ิ$|(?<=รต)ิ$|(?<=ฒ)ิ$")
_SILENT_R = re.compile(r"(?<=[ัิุีาู][ตทชก])ร$|(?<=[เแ][กมพนตษ][ตชท])ร$")
_LINKED = re.compile(r"[ัิุ](?:[ทฒชสศลขถ][นมยรลว]|ต[นมยลว])(?<!ทร)(?=[าีิ])|(?<!อภ)(?<!ปร)[ัิุ]ชญ(?=[าะ])|[สหนมคอ]ฤ(?!ๅ)")
"""What is said with an unwritten a: a final consonant once more, วัฒนา, รัชนี, พิชญา, or one before ฤ, สฤษฎิ์, หฤทัย.

กฤ, พฤ, ทฤ, ตฤ and ธฤ begin one syllable: กฤติน.
"""

_NEVER = 10**6
_STRAY = 60


@lru_cache(maxsize=4096)
def spelled(run: str) -> int:
    """Return the syllables of a run of Thai letters by its spelling alone: the cheapest path through it."""
    run = _SILENT_R.sub("", _SILENT.sub("", run))
    best = [(0, 0), *[(_NEVER, 0)] * len(run)]
    for start in range(len(run)):
        cost, count = best[start]
        for size, more, heard in _next(run, start):
            best[start + size] = min(best[start + size], (cost + more, count + heard))
    return best[-1][1] + len(_LINKED.findall(run))


def _next(run: str, start: int) -> list[tuple[int, int, int]]:
    """Return what may come next: how many letters, at what cost, heard as how many syllables."""
    ways = [(1, _STRAY, 0)]
    for form, cost in _FORMS:
        found = form.match(run, start)
        while found and found.end() > start:
            ways.append((found.end() - start, cost, 1))
            found = form.match(run, start, found.end() - 1)
    for piece, heard in _JOINED.items():
        after = start + len(piece)
        if run.startswith(piece, start) and after < len(run) and not re.match("[ะัาำิ-ู่-๋ๅ]", run[after]):
            ways.append((len(piece), _JOINED_COST, heard))
    return ways
