"""Syllables are counted as they are heard: the tables contain what a person wrote down, syllable by syllable."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marisa_trie import Trie

from generator.thai import read_aloud, speaking_seconds, syllables
from generator.thai.heard import spelled
from generator.thai.numbers import cardinal
from generator.thai.words import LEXICON

TABLES = Path(__file__).parent / "syllables"


def _heard(table: str) -> list[tuple[str, int]]:
    """Return written words with the number of syllables that a person hears: สนาม, สะ-หนาม."""
    lines = (TABLES / table).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    return [(written, len(said.replace(" ", "-").split("-"))) for written, said in rows]


def _wrong(pairs: list[tuple[str, int]]) -> list[str]:
    return [f"{written}: {syllables(written)}, not {count}" for written, count in pairs if syllables(written) != count]


def test_words_are_counted_with_the_vowels_that_are_not_written() -> None:
    """สนาม has two, ราชการ three, ศักดิ์สิทธิ์ two: at most three words in a hundred may be wrong."""
    pairs = _heard("words.tsv")
    assert len(pairs) >= 300
    assert len(_wrong(pairs)) <= len(pairs) * 0.03, _wrong(pairs)


def test_names_that_no_lexicon_knows_are_counted_by_their_spelling() -> None:
    """Announcers read winners' names most often; one in ten may be off by a syllable."""
    pairs = _heard("names.tsv")
    assert len(pairs) >= 40
    assert len(_wrong(pairs)) <= len(pairs) * 0.1, _wrong(pairs)


def test_sentences_are_counted_to_within_a_syllable() -> None:
    """What lasts ten seconds on paper must last ten seconds on air."""
    pairs = _heard("sentences.tsv")
    assert len(pairs) >= 30
    near = [pair for pair in pairs if abs(syllables(pair[0]) - pair[1]) <= 1]
    assert len(near) >= len(pairs) * 0.95, _wrong(pairs)


@given(st.integers(0, 10**12))
def test_a_number_has_a_syllable_for_each_of_its_words(number: int) -> None:
    """Every digit from ศูนย์ to เก้า is one syllable, and so are ล้าน, ร้อย and the other place words."""
    words = cardinal(number)
    for one in (
        "ศูนย์",
        "หนึ่ง",
        "สอง",
        "สาม",
        "สี่",
        "ห้า",
        "หก",
        "เจ็ด",
        "แปด",
        "เก้า",
        "เอ็ด",
        "ยี่",
        "สิบ",
        "ร้อย",
        "พัน",
        "หมื่น",
        "แสน",
        "ล้าน",
    ):
        words = words.replace(one, ".")
    assert syllables(cardinal(number)) == len(words)


@pytest.mark.parametrize("written", ["28 เม.ย. 66 เวลา 09.30 น.", "อบต.ควนเมา (ร้อยละ 85.2)", "ทุก ๆ คน"])
def test_what_is_written_counts_as_what_is_said(written: str) -> None:
    """A figure is one sign on paper and five syllables on air."""
    assert syllables(written) == syllables(read_aloud(written))


def test_seconds_follow_from_syllables_and_pace() -> None:
    """At 170 syllables a minute, 17 of them take six seconds; spaces and an empty text take none."""
    seventeen = "องค์การบริหารส่วนตำบล องค์การบริหารส่วนจังหวัด ณ"
    assert syllables(seventeen) == 17
    assert speaking_seconds(seventeen) == pytest.approx(6)
    assert speaking_seconds(seventeen, pace=340) == pytest.approx(3)
    assert speaking_seconds(" ") == 0


def test_every_word_of_the_lexicon_has_its_count() -> None:
    """The counts are in the order of the lexicon's numbers; a new lexicon needs new counts."""
    trie = Trie().load(str(LEXICON / "words.marisa"))
    counts = (LEXICON / "syllables.bin").read_bytes()
    assert len(counts) == len(trie)
    assert min(counts) >= 1
    assert [counts[trie[word]] for word in ("สนาม", "ประชาชน", "พฤศจิกายน", "น้ำ")] == [2, 3, 5, 1]


@given(st.text(alphabet=st.sampled_from("กขตนมรสหอวย์่้ะาำิีืุูเแโใไั็ฤ"), max_size=30))
def test_any_spelling_has_a_count(run: str) -> None:
    """A misspelt name must not stop a script; it has no more syllables than letters."""
    assert 0 <= spelled(run) <= 2 * len(run)
