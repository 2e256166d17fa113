"""A person is told how a text is read and why, and what nobody may guess at leaves a gap, not raw letters."""

from __future__ import annotations

import importlib
import pkgutil
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.thai import aloud, heard_in, read_aloud
from generator.thai.aloud import Heard, noted_of
from generator.thai.aloud.draft import GAPS, Rule
from generator.thai.aloud.kinds import KINDS
from generator.thai.aloud.telling import told
from generator.thai.unspeakable import Unspeakable
from tests.thai.test_aloud import PAIRS, SPOKEN, UNSPEAKABLE

if TYPE_CHECKING:
    from random import Random


def _rules() -> list[Rule]:
    """Return the rules of every module, which are tuples bound at its head."""
    modules = [
        importlib.import_module(f"{aloud.__name__}.{each.name}") for each in pkgutil.iter_modules(aloud.__path__)
    ]
    bound = [value for module in (aloud, *modules) for value in vars(module).values() if isinstance(value, tuple)]
    return [rule for value in bound for rule in value if isinstance(rule, Rule)]


def test_every_rule_can_say_why() -> None:
    """A kind without its reason could be read, but not explained."""
    rules = _rules()
    assert len(rules) > 150
    assert {rule.kind for rule in rules} - set(KINDS) == set()
    assert all(kind.called.th and kind.called.en and kind.why.th and kind.why.en for kind in KINDS.values())


def test_who_asks_is_told_what_is_said_on_air() -> None:
    """One set of rules: what `tonbaep say` shows is what a script holds, in every table of readings."""
    differing = {}
    for written, said in PAIRS:
        if not said.startswith(UNSPEAKABLE):
            shown = noted_of(written.replace("\\n", "\n"), "โท", ()).text
            if shown != said.replace("\\n", "\n"):
                differing[written] = shown
    assert differing == {}


def test_no_letter_is_lost_on_the_way() -> None:
    """Each written letter stands in one of the words that are shown, in order; what is not said, too."""
    for written, _ in PAIRS[::7]:
        words = told(written)
        shown = re.sub(r"\s", "", "".join(word.written for word in words))
        assert shown == re.sub(r"\s", "", noted_of(written, "โท", ()).written)
        assert all(word.said or word.gap or word.kinds for word in words)


@pytest.mark.parametrize(
    ("text", "word", "said", "kind"),
    [
        ("ครบ 2 เดือน (มี.ค.-เม.ย. 66)", "2 เดือน", "สองเดือน", "duration"),
        ("ครบ 2 เดือน (มี.ค.-เม.ย. 66)", "(มี.ค.-เม.ย. 66)", "มีนาคม ถึงเมษายน สองพันห้าร้อยหกสิบหก", "date"),
        ("กู้ชีพ 1669", "1669", "หนึ่งหกหกเก้า", "hotline"),
        ("ถนนสาย 4123", "4123", "สี่หนึ่งสองสาม", "road"),
        ("คะแนน 95/100", "95/100", "เก้าสิบห้า จากหนึ่งร้อย", "pair"),
        ("จ่าย 600 บาท/เดือน", "600 บาท/เดือน", "หกร้อยบาทต่อเดือน", "for each"),
        ("ชมรม STRONG", "STRONG", "สตรอง", "latin"),
        ("มี 7 คน", "7 คน", "เจ็ดคน", "number"),
        ("✅ ฟรี", "✅", "", "sign"),
    ],
)
def test_a_word_is_told_with_its_reason(text: str, word: str, said: str, kind: str) -> None:
    """The clerk sees what a figure was taken for, and can write it otherwise."""
    (found,) = [each for each in told(text) if each.written == word]
    assert found.said == said
    assert kind in found.kinds


def test_what_cannot_be_said_is_a_gap_and_the_rest_is_read() -> None:
    """An announcer fills one gap, instead of reading raw letters; every gap of a text is known at once."""
    parts = heard_in("ผช.กบฮ. รับ 3 คน ที่ Blockchain ม.3")
    assert [part.gap for part in parts if part.gap] == ["ผช.กบฮ.", "Blockchain"]
    assert "".join(part.say for part in parts) == " รับ สามคน ที่  หมู่ที่สาม"
    assert heard_in("ดี") == (Heard("ดี"),)


def test_the_gap_can_be_filled_by_the_letters_that_it_names() -> None:
    """What the warning tells to write below `readings` must be what the reader looks for."""
    for written, said in PAIRS:
        if said.startswith(UNSPEAKABLE):
            gaps = [part.gap for part in heard_in(written) if part.gap]
            assert gaps
            filled = read_aloud(written, readings=tuple((gap, "คำอ่าน") for gap in gaps))
            assert "คำอ่าน" in filled
            assert not re.search(f"[{GAPS}]", filled)


def test_the_first_gap_is_what_a_strict_reading_refuses() -> None:
    """Check and sheet speak of the same letters."""
    for written, said in PAIRS:
        if said.startswith(UNSPEAKABLE):
            with pytest.raises(Unspeakable) as found:
                read_aloud(written)
            assert found.value.letters in [part.gap for part in heard_in(written)]


@given(
    st.sampled_from(PAIRS), st.sampled_from(PAIRS), st.sampled_from(("", " ", "/", "-", ":", "(", ")")), st.randoms()
)
def test_texts_that_run_into_each_other_are_read_or_asked_about(
    one: tuple[str, str], other: tuple[str, str], joint: str, random: Random
) -> None:
    """Rules look at what stands beside a figure, which may be half of anything: none of them may fall over it."""
    text = one[0][: random.randint(0, len(one[0]))] + joint + other[0][random.randint(0, len(other[0])) :]
    parts = heard_in(text)
    assert all(part.gap or SPOKEN.fullmatch(part.say) for part in parts)
    if not any(part.gap for part in parts):
        assert read_aloud(text) == "".join(part.say for part in parts)
