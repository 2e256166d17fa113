"""Count the syllables of every word of the lexicon, so that the product knows how long a reading lasts.

The counts are read off the transcriptions of TLTK (Chulalongkorn University, BSD-3-Clause); only the number of
syllables is kept. Where TLTK leaves a syllable without a sound, the word is put together from shorter words, or counted
by its spelling; corrections by ear, from a careful speaker, are in `HEARD`. Run by hand after `make_lexicon.py`, in an
environment of its own (`pip install --no-deps tltk; pip install nltk scikit-learn sklearn-crfsuite pandas requests
marisa-trie`), with this repository on the path; it takes eight minutes. Nothing here is imported by the product.
"""

from __future__ import annotations

import re
import warnings

import marisa_trie
import tltk.nlp

from generator.thai.heard import spelled
from generator.thai.words import LEXICON, words

HEARD = {
    "เกียรติบัตร": "เกียด ติ บัด",
    "เกียรติประวัติ": "เกียด ติ ประ หวัด",
    "เกียรติยศ": "เกียด ติ ยด",
    "เกียรติคุณ": "เกียด ติ คุน",
    "ประกาศเกียรติคุณ": "ประ กาด เกียด ติ คุน",
    "นายกองค์การ": "นา ยก อง กาน",
    "นายกองค์การบริหารส่วนตำบล": "นา ยก อง กาน บอ ริ หาน ส่วน ตำ บน",
    "พรรณไม้": "พัน ไม้",
    "ภูมิใจ": "พูม ใจ",
    "ความภูมิใจ": "ความ พูม ใจ",
    "โบราณสถาน": "โบ ราน นะ สะ ถาน",
    "โบราณวัตถุ": "โบ ราน นะ วัด ถุ",
    "บุคลากร": "บุก คะ ลา กอน",
    "เฟซบุ๊ก": "เฟด บุ๊ก",
    "สุรศักดิ์": "สุ ระ สัก",
    "ทันตแพทย์": "ทัน ตะ แพด",
    "พฤติ": "พรึด ติ",
    "พฤติกรรม": "พรึด ติ กำ",
    "พฤติกรรมนิยม": "พรึด ติ กำ นิ ยม",
    "พฤติกรรมบำบัด": "พรึด ติ กำ บำ บัด",
    "พฤติกรรมร่วม": "พรึด ติ กำ ร่วม",
    "พฤติการณ์": "พรึด ติ กาน",
    "พฤตินัย": "พรึด ติ ไน",
    "โดยพฤตินัย": "โดย พรึด ติ ไน",
    "ฤคเวท": "รึก คะ เวด",
    "สฤษดิ์": "สะ หริด",
    "เลปโตสไปโรซิส": "เลบ โต สะ ไป โร ซิด",
    "มนัสวี": "มะ นัด สะ วี",
}

re._MAXCACHE = 10**6  # noqa: SLF001 - TLTK compiles hundreds of patterns for each word


def sounded(word: str) -> int | None:
    """Return the syllables of TLTK's transcription; None if one of them has no sound."""
    sounds = [part.partition("<tr/>")[2] for part in tltk.nlp.g2p(word).split("|")[:-1]]
    heard = [sound for part in sounds for sound in re.split("[~']", part)]
    return len(heard) if heard and all(re.fullmatch(r"[a-zA-Z@?]+\d", sound) for sound in heard) else None


def main() -> None:
    """Write the counts in the order of the lexicon's numbers."""
    warnings.filterwarnings("ignore")
    trie = marisa_trie.Trie().load(str(LEXICON / "words.marisa"))
    counts = {word: sounded(word) for word in trie} | {
        word: len(said.split()) for word, said in HEARD.items() if word in trie
    }
    known = {word: count for word, count in counts.items() if count is not None}
    for word in sorted((word for word in trie if word not in known), key=len):
        parts = [word[part.start : part.end] for part in words(word, without=word)]
        known[word] = sum(known.get(part) or spelled(part) for part in parts)
    numbered = sorted((trie.key_id(word), known[word]) for word in trie)
    (LEXICON / "syllables.bin").write_bytes(bytes(count for _, count in numbered))
    print(f"{len(numbered):,} words, {sum(count is None for count in counts.values()):,} without a transcription")


if __name__ == "__main__":
    main()
