"""Reading YAML: bytes that are not text, text that is not YAML, and YAML that is made to do harm."""

from __future__ import annotations

import time
from itertools import product
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import assume, given
from hypothesis import strategies as st

from generator import jawi
from generator.reading import encodings
from generator.reading import text as letters
from generator.reading.source import text_of
from generator.reading.tree import plain
from generator.reading.yaml_door import parse
from tests.support.small import ORGANISATION, ROUND, WINNERS, Small
from tools.thai_clusters import clusters

FONTS = Path(__file__).resolve().parents[2] / "generator" / "fonts"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le-bom", "utf-32"])
def test_encodings_that_name_themselves_are_read_right(small: Small, encoding: str) -> None:
    """Notepad puts a mark in front of UTF-8 and UTF-16, and nobody should have to know that."""
    text = small.text(ORGANISATION)
    raw = ("\ufeff" + text).encode("utf-16-be") if encoding == "utf-16-le-bom" else text.encode(encoding)
    small.path(ORGANISATION).write_bytes(raw)
    assert small.read().organisation.short_name == "อบต.ทดสอบ"


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_are_read_and_counted_right(small: Small, line_end: str) -> None:
    """Windows ends lines with two characters, and the place of a problem must not move."""
    text = small.text(ROUND)
    small.write(ROUND, text.replace("\n", line_end))
    assert small.read().rounds
    broken = text.replace("weight: 40", "weight: x")
    small.write(ROUND, broken)
    place = small.place(ROUND, "x}")
    small.write(ROUND, broken.replace("\n", line_end))
    problem = small.only_problem()
    assert (problem.line, problem.column) == place


@pytest.mark.parametrize("encoding", ["cp874", "tis-620", "iso8859-11"])
def test_an_old_thai_encoding_is_named_with_its_place_and_cure(small: Small, encoding: str) -> None:
    """Excel and old editors save Thai in this way; a byte offset would help nobody."""
    small.path(ORGANISATION).write_bytes(small.text(ORGANISATION).encode(encoding))
    problem = small.only_problem()
    assert (problem.line, problem.column) == (1, 7)
    assert "Windows-874" in problem.message.th
    assert "UTF-8" in problem.fix.th


def test_other_bytes_that_are_no_text_are_shown_at_their_place(small: Small) -> None:
    """A single Latin-1 letter is no reason to call the whole file Thai."""
    raw = small.path(ROUND).read_bytes().replace("owner: สำนักปลัด".encode(), b"owner: caf\xe9 x")
    small.path(ROUND).write_bytes(raw)
    problem = small.only_problem()
    assert problem.column == 11
    assert raw.splitlines()[problem.line - 1].startswith(b"owner")
    assert "0xE9" in problem.message.th


def test_utf_16_without_its_mark_is_recognised(small: Small) -> None:
    """Half of its bytes are NUL; "control character at 1:2" would help nobody."""
    small.path(ORGANISATION).write_bytes(small.text(ORGANISATION).encode("utf-16-le"))
    assert "UTF-16" in small.only_problem().message.th


@pytest.mark.parametrize(("letter", "code"), [("\0", "U+0000"), ("\x1b", "U+001B"), ("\u2028", "U+2028")])
def test_a_control_character_in_a_file_is_shown_at_its_place(small: Small, letter: str, code: str) -> None:
    """YAML readers stop at it without naming a line; editors do not show it."""
    small.edit(ROUND, "owner: สำนักปลัด", f"owner: สำนัก{letter}ปลัด")
    problem = small.only_problem()
    assert code in problem.message.th
    assert (problem.line, problem.column) == small.place(ROUND, letter)


@pytest.mark.parametrize(
    ("old", "new", "at", "words"),
    [
        ("  line: 1", "\tline: 1", "\t", ("แท็บ", "ช่องว่าง")),
        ("phone: 0", "phone:\t0", "\t", ("แท็บ",)),
        ("short_name: อบต.ทดสอบ", 'short_name: "อบต.ทดสอบ', '"อบต', ("ไม่ปิด",)),
        ("short_name: อบต.ทดสอบ", "short_name: อบต: ทดสอบ", ": ทดสอบ\neng", (":", '" "')),
        ("short_name: อบต.ทดสอบ", "short_name อบต.ทดสอบ", "short_name", (":",)),
        ("short_name: อบต.ทดสอบ", "short_name: [x](y)", "(y)", ("วงเล็บ", '" "')),
        ("short_name: อบต.ทดสอบ", 'short_name: "อบต." ทดสอบ', "ทดสอบ\neng", ("ต่อท้าย", "' '")),
        ("short_name: อบต.ทดสอบ", "short_name:อบต.ทดสอบ", "อบต.ทดสอบ", ("เว้นวรรค", "เขียน “short_name: อบต.ทดสอบ”")),
        ("  - moo: 2", "  -moo: 2", "-moo", ("หลังเครื่องหมาย -", "“- moo: 2”")),
        ("  - moo: 2", "  - moo:2", "2\n    name: 0012", ("เว้นวรรค", "“moo: 2”")),
        ("short_name: อบต.ทดสอบ", "short_name: @x", "@x", ("@", '" "')),
        ("short_name: อบต.ทดสอบ", "short_name: %x", "%x", ("%", '" "')),
        ("short_name: อบต.ทดสอบ", "short_name: *ก* x", "*ก", ("*", '" "')),
        ("short_name: อบต.ทดสอบ", "short_name: {{ x }}", "{ x", ("วงเล็บ", '" "')),
        ("short_name: อบต.ทดสอบ", 'short_name: "C:\\photos"', "photos", ("\\", "' '")),
        ("short_name: อบต.ทดสอบ", "short_name: [a, b", "[a", ("วงเล็บ",)),
        ("short_name: อบต.ทดสอบ", "short_name: - x", "- x", ("ขีด -",)),
        ("short_name: อบต.ทดสอบ", "---\nx: 1", "---", ("---",)),
        ("  line: 1", "   line: 1", "  subdistrict"[2:], ("ย่อหน้า",)),
        ("  line: 1", "\u00a0\u00a0line: 1", "\u00a0", ("U+00A0", "มองไม่เห็น")),
        ("short_name:", "\u200bshort_name:", "\u200b", ("U+200B", "มองไม่เห็น")),
        ("short_name: อบต.ทดสอบ", "short_name：อบต.ทดสอบ", "：", ("เต็มความกว้าง", "พิมพ์ :")),
        ("short_name: อบต.ทดสอบ", "<<: {name: x}", "<<", ("<<",)),
        ("short_name: อบต.ทดสอบ", "short_name: *a", "*a", ("อ้างซ้ำ",)),
        ("name: องค์การ", "PK\x03\x04", "PK", ("Excel", "Notepad")),
    ],
)  # fmt: skip
def test_text_that_is_no_yaml_is_explained_at_its_place(
    small: Small, old: str, new: str, at: str, words: tuple[str, ...]
) -> None:
    """The messages are ours: "found character that cannot start any token" is for programmers."""
    small.edit(ORGANISATION, old, new)
    problem = small.only_problem()
    told = f"{problem.message.th} {problem.fix.th}"
    assert all(word in told for word in words), told
    assert (problem.line, problem.column) == small.place(ORGANISATION, at)


@pytest.mark.parametrize("escape", ["\\U00110000", "\\UFFFFFFFF"])
def test_a_letter_beyond_unicode_is_shown_at_its_place(small: Small, escape: str) -> None:
    """PyYAML fails on it as if the fault were ours."""
    small.edit(ORGANISATION, "short_name: อบต.ทดสอบ", f'short_name: "อบต.{escape}"')
    problem = small.only_problem()
    assert (problem.line, problem.column) == small.place(ORGANISATION, escape)
    assert "\\" in problem.message.th


def test_an_item_without_its_hyphen_is_one_problem(small: Small) -> None:
    """Then all ten keys of the next winner appear twice, and ten messages would hide the one mistake."""
    small.edit(WINNERS, "  - id: second\n", "")
    problem = small.only_problem()
    assert problem.field == "winners[0].name"
    assert (problem.line, problem.column) == small.place(WINNERS, "name: {title: นาย, ")
    assert "-" in problem.fix.th


def test_an_item_that_was_begun_and_left_is_one_problem(small: Small) -> None:
    """What is missing in one group is reported together."""
    small.edit(WINNERS, "  - id: second\n", "  - id: third\n  - id: second\n")
    problem = small.only_problem()
    assert (problem.line, problem.column) == small.place(WINNERS, "id: third")
    assert "name, position, satisfaction, scores, division" in problem.message.th


def test_a_broken_file_does_not_hide_the_faults_of_the_others(small: Small) -> None:
    """One run reports everything that can be known."""
    small.edit(ORGANISATION, "  line: 1", "\tline: 1")
    small.edit(WINNERS, "percent: 90", "percent: 108")
    assert [problem.file for problem in small.problems()] == ["winners/2566/winners.yaml", "winners/organisation.yaml"]


BOMB = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
MERGE_BOMB = "a: &a {k0: v}\n" + "".join(
    f"m{level}: &m{level}\n  <<: [*{above}, *{above}]\n"
    for level, above in enumerate(["a", *(f"m{n}" for n in range(20))])
)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (BOMB, "อ้างซ้ำ"),
        (MERGE_BOMB, "<<"),
        ("[" * 100_000, "ลึกเกินไป"),
        ("{" * 100_000, "วงเล็บ"),
        ("[\n" * 100_000, "ลึกเกินไป"),
        ("- " * 100_000, "ลึกเกินไป"),
        ("? " * 100_000, "วงเล็บ"),
        ("name: " + "[" * 100_000 + "]" * 100_000, "ลึกเกินไป"),
        ("name: " + "ก" * 1_000_000, "512"),
        ("name: x\n" * 100_000, "524,288"),
    ],
    ids=["alias", "merge", "brackets", "braces", "lines", "lists", "keys", "closed", "one megabyte", "many lines"],
)
def test_a_bomb_is_a_problem_at_once(small: Small, text: str, word: str) -> None:
    """No signal, no recursion, no wait: whatever a file contains, the answer comes before a person wonders."""
    small.write(ORGANISATION, text)
    begun = time.perf_counter()
    told = [f"{problem.message.th} {problem.say()}" for problem in small.problems() if problem.file.endswith("on.yaml")]
    assert time.perf_counter() - begun < 5
    assert any(word in each or "ไบต์" in each for each in told), told


def test_one_megabyte_in_one_field_is_shown_at_its_line(small: Small) -> None:
    """The size of the file alone would not show what was pasted where."""
    small.edit(ROUND, "owner: สำนักปลัด", "owner: " + "x" * 1_000_000)
    problem = small.only_problem()
    assert (problem.line, 1) == (small.place(ROUND, "owner")[0], problem.column)
    assert "1,000,007" in problem.message.th


def test_every_letter_that_a_record_may_hold_is_in_every_font() -> None:
    """A letter that a font lacks is an empty box on paper, or stops the press."""
    fonts = sorted(FONTS.rglob("*.ttf"))
    malay = {ord(letter) for letter in jawi.LETTERS + jawi.SIGNS}
    assert malay < set(letters.ALLOWED)
    assert {"Jawi" in font.name for font in fonts} == {True, False}
    for font in fonts:
        drawn = TTFont(font).getBestCmap()
        due = malay if "Jawi" in font.name else set(letters.ALLOWED) - malay
        missing = [f"U+{letter:04X}" for letter in due if letter not in drawn]
        assert not missing, f"{font.name} lacks {missing}"


@given(st.text())
def test_clean_text_stays_as_it_is(text: str) -> None:
    """Cleaning twice must equal cleaning once, or the same record would read differently the next time."""
    once = letters.without_refused(letters.clean(text))
    assert letters.without_refused(letters.clean(once)) == once


@given(st.text(st.characters(codec="utf-8")))
def test_any_text_is_a_tree_or_a_problem(text: str) -> None:
    """Whatever a person types into a file, nobody sees a traceback."""
    decoded = text_of(text.encode(), "x.yaml")
    if isinstance(decoded, str):
        tree, problems = parse("x.yaml", decoded)
        assert tree is not None or problems
    else:
        assert decoded


SPELLED = st.one_of(
    st.sampled_from([chr(letter) for letter in letters.ALLOWED if letter > 0x20 and not letters.is_mark(chr(letter))]),
    st.sampled_from(sorted(clusters())),
)


@given(st.lists(SPELLED, min_size=1).map("".join))
def test_quoted_text_comes_back_letter_by_letter(text: str) -> None:
    """The messages advise single quotes; nothing within them may be taken for YAML."""
    assume(encodings.repaired(text) is None)
    quoted = text.replace("'", "''")
    tree, problems = parse("x.yaml", f"- '{quoted}'\n")
    assert [problem for problem in problems if not problem.warning] == []
    assert tree is not None
    assert plain(tree) == [letters.clean(text)]


def test_the_door_lets_in_the_clusters_that_the_fonts_draw_and_no_others() -> None:
    """A stack that no font has as one glyph is drawn as a heap, and is copied from the PDF as another word."""
    marks = [chr(letter) for letter in range(0xE31, 0xE4F) if letters.is_mark(chr(letter))]
    stacks = ["ก" + "".join(stack) for count in (1, 2, 3) for stack in product(marks, repeat=count)]
    drawn = {cluster for cluster in clusters() if cluster[0] == "ก"}
    let_in = {stack for stack in stacks if letters.clean(stack) == stack and not list(letters.loose(stack))}
    assert len(drawn) > 50
    assert let_in == drawn


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("น\u0e33\u0e49ใจ", "น้ำใจ"),
        ("น\u0e4d\u0e49\u0e32ใจ", "น้ำใจ"),
        ("ก\u0e48\u0e34งไผ่", "กิ่งไผ่"),
        ("ท\u0e49\u0e49องถิ่น", "ท้องถิ่น"),
        ("สิทธ\u0e4c\u0e34", "สิทธิ์"),
        ("เเม่", "แม่"),
        ("ป\uf70aาไม้", "ป่าไม้"),
        ("\uf700านะ", "ฐานะ"),
        ("ฟ\uf714า", "ฟ้า"),
        ("ปู\uf712", None),
    ],
)
def test_an_odd_spelling_is_read_as_it_is_meant_and_told(small: Small, typed: str, read: str | None) -> None:
    """Nothing changes silently: a search finds the name, and the person who typed it hears about it."""
    small.edit(ROUND, "owner: สำนักปลัด", f"owner: {typed}")
    if read is None:
        assert "ซ้อนกัน" in small.only_problem().message.th
        return
    records = small.read()
    assert records.rounds[0].programme.owner == read
    (told,) = records.warnings
    assert (told.line, told.column, told.field) == (*small.place(ROUND, typed), "owner")
    assert f"“{read}”" in told.message.th


@pytest.mark.parametrize("typed", ["ก\u0e48\u0e49อน", "เ\u0e48ก", " \u0e48าน", "ปู\u0e34"])
def test_marks_that_no_word_has_are_an_error_with_their_code_points(small: Small, typed: str) -> None:
    """The intended word cannot be known, so nothing is guessed."""
    small.edit(ROUND, "owner: สำนักปลัด", f"owner: งาน{typed}")
    problem = small.only_problem()
    assert problem.field == "owner"
    assert "U+0E" in problem.message.th
