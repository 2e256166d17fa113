"""Make the lexicon that line ends are cut with: general Thai words with their costs, and the terms of office language.

The words and their frequencies (Thai National Corpus) come from the PyThaiNLP project, which gives both to the public
domain (CC0 1.0); `terms.txt` is our own. Run by hand (`python tools/make_lexicon.py`, with the `lexicon` dependency
group); the results are kept in the repository. Nothing here is imported by the product.
"""

from __future__ import annotations

import math
import re
import sys
from pathlib import Path

import marisa_trie
import pythainlp.corpus

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.thai import heard

LEXICON = ROOT / "generator" / "thai" / "lexicon"
CORPUS = Path(pythainlp.corpus.__file__).parent

EACH = 40
"""What every word costs, so that few long words win over many short ones."""

RARE = 3.0
"""What a word costs for each e-fold of rarity; among readings with equally many words the usual words win."""

LONGEST = 40
THAI_WORD = re.compile(r"[ก-ฮะ-ฺเ-ๅ็-ํ]+")
LONE = frozenset("ณธ")
"""Letters that are words by themselves."""

SEEN, PIECE = 5, 4
"""How often a word of so few letters must occur in the corpus: rarer ones are what names are made of."""

DIVIDED = frozenset((
    "เป็นการ", "ทันการ", "แจ้งความ", "ถูกลง", "โทษทางวินัย", "คนใน", "ได้ที่", "ช่วยกัน", "ทุนการศึกษา",
    "คนที่", "เป็นรอง", "เป็นที่", "เป็นความ", "เป็นกอง", "เป็นผู้ใหญ่", "เป็นตัวแทน", "เป็นผู้แทน", "เป็นราย",
    "เป็นงาน", "ว่าการ", "ว่าแล้ว", "ว่าแต่", "ที่จะ", "ที่ประกาศ", "ที่รับรอง", "ที่แจ้ง", "ที่บังคับ",
    "ที่เก็บ", "ที่หวัง", "ที่เกิด", "ที่ว่า", "ที่รวม", "ที่ยอมรับ", "ได้การ", "ได้ความ", "ได้เรื่อง",
    "ได้หน้า", "ได้ช่อง", "ของกอง", "ของวัด", "ให้การ", "ให้หน้า", "ให้หลัง", "ให้ทุน", "ให้ทาน", "ป้ายสี",
    "ต่อหัว", "ต่อราคา", "ตามที", "ถึงตา", "ถึงที่", "มีหน้า", "ใช้บน", "ใช้กับ", "ทำการงาน", "ทำความ",
    "แต่วัน", "ขอที", "มาจาก",
))  # fmt: skip
"""Entries that are far more often two words, or the end of one and the beginning of the next: ว่าการ|รอคิว."""

UNLIKELY, NAMED = 140, 90
"""From what cost on two words that make up a district's name are the district, and what that costs."""

SENTENCES = re.compile(r"^(?:ไม่|จะ|ได้|และ|หรือ|ที่เป็น|เป็นการ|ให้แก่)(?=[ก-ฮเ-ไ]{3}|[ก-ํ]{7})")
"""The beginnings of entries that the list has as one word, although a line may end inside them."""


def frequencies() -> dict[str, int]:
    """Return how often each word stands in the corpus."""
    lines = (CORPUS / "tnc_freq.txt").read_text(encoding="utf-8").splitlines()
    return {word: int(count) for word, count in (line.split("\t") for line in lines if "\t" in line)}


def terms() -> list[str]:
    """Return our own terms without their marks."""
    lines = (LEXICON / "terms.txt").read_text(encoding="utf-8").splitlines()
    return [line.replace("¦", "") for line in lines if line and not line.startswith("#")]


def words() -> dict[str, int]:
    """Return every word with its cost, a whole number below 256."""
    seen = frequencies()
    total = sum(seen.values())
    listed = {line.strip() for line in (CORPUS / "words_th.txt").read_text(encoding="utf-8").splitlines()}
    kept = {word for word in listed if _is_word(word) and not SENTENCES.match(word)} - DIVIDED
    kept = {word for word in kept if len(word) > PIECE or seen.get(word, 0) >= SEEN}
    costs = {word: _cost(seen.get(word, 0), total) for word in sorted(kept)}
    own = costs | dict.fromkeys((*terms(), *provinces()), _cost(total // 10_000, total))
    return own | {name: NAMED for name in districts() if name not in own and _of_two(name, own) >= UNLIKELY}


def provinces() -> list[str]:
    """Return the names of the provinces."""
    lines = (CORPUS / "thailand_provinces_th.csv").read_text(encoding="utf-8").splitlines()
    return [name for name in (line.split(",")[0] for line in lines) if _is_word(name)]


def districts() -> list[str]:
    """Return the names of the districts."""
    lines = (LEXICON / "districts.txt").read_text(encoding="utf-8").splitlines()
    named = (name for line in lines if not line.startswith("#") for name in line.partition(":")[2].split())
    return [name for name in named if _is_word(name)]


def _of_two(name: str, costs: dict[str, int]) -> int:
    """Return what a name costs as two words at the least: ท่าใหม่ may well be meant as two, ชุมแพ is none but a place."""
    splits = (costs.get(name[:end], 255) + costs.get(name[end:], 255) for end in range(1, len(name)))
    return min(splits, default=0)


def _is_word(word: str) -> bool:
    return bool(THAI_WORD.fullmatch(word)) and len(word) <= LONGEST and (len(word) > 1 or word in LONE)


def _cost(count: int, total: int) -> int:
    return min(255, round(EACH - RARE * math.log((count + 0.5) / total)))


def syllables() -> dict[str, int]:
    """Return the syllables of each word of the lexicon as it is so far."""
    counts = (LEXICON / "syllables.bin").read_bytes()
    trie = marisa_trie.Trie().load(str(LEXICON / "words.marisa"))
    return {word: counts[trie.key_id(word)] for word in trie}


def main() -> None:
    """Write the trie and, in the order of its numbers, costs and syllables; of a new word those of its parts."""
    counted = syllables()
    costs = words()
    new = {word: heard.syllables(word) for word in costs if word not in counted}
    trie = marisa_trie.Trie(costs)
    (LEXICON / "words.marisa").write_bytes(trie.tobytes())
    numbered = sorted((trie.key_id(word), cost, word) for word, cost in costs.items())
    (LEXICON / "costs.bin").write_bytes(bytes(cost for _, cost, _ in numbered))
    (LEXICON / "syllables.bin").write_bytes(bytes({**counted, **new}[word] for _, _, word in numbered))
    print(f"{len(costs):,} words, {len(trie.tobytes()):,} bytes")


if __name__ == "__main__":
    main()
