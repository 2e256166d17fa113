"""The clerk's pen: one value changes, and every other byte of a file stays, however untidily it was written."""

from __future__ import annotations

from pathlib import Path as File
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.amending.changes import CannotWrite, Edit, Removal, Sorting
from generator.amending.pen import changed, values
from generator.reading import yaml_door
from generator.reading.tree import find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.amending.hand import Value
    from generator.reading.tree import Loc

ROOT = File(__file__).resolve().parents[2]

UGLY = (
    """# หัวไฟล์
name:   'อบต. ''ควนเมา'' ' # ชื่อ
day: 2567-02-29
empty:
nothing: ~


phone: "0 7555\\u0020 0123"
folded: >-
   บรรทัดแรก ของเรื่อง
   ยังบรรทัดแรก

   บรรทัดที่สอง
# ระหว่างกลาง
kept: |+
  ก
  ข

last: ค""",
    """people:
# คนแรก
- id: a
  name: {first: ก, last: 'ข ค'} # วงเล็บ
  tags: [หนึ่ง, "สอง, สาม"]

# คนที่สอง
-   id: b
    note: |
      สองบรรทัด
      จริง ๆ
-
  id: c
  story: >
    เล่าเรื่อง
    ต่อกัน
""",
    """a:
    b:
        c: 1
        d: [ ]
    e: 'x'
f: {}
""",
)
WAYS = {
    "as it is": lambda text: text,
    "Notepad's line ends": lambda text: text.replace("\n", "\r\n"),
    "a BOM": lambda text: "\ufeff" + text,
    "both": lambda text: "\ufeff" + text.replace("\n", "\r\n"),
}
WORDS = st.one_of(
    st.sampled_from(
        ["ใหม่", "1: 2", "# ไม่ใช่หมายเหตุ", "อันดับ #1", "'", '"', "- ก", "null", "~", "[ก]", "{ก: ข}", "&ก", "*ก", "!", "%",
         "@", "ก\nข", "ก\n\nข ค", " ก ", "2567-02-29", "yes", "ๆ ฯลฯ", "ก: ", "a" * 300, "คำ ที่ เว้น วรรค " * 30, "\\n",
         "\t", ">-", "|"]
    ),
    st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=40),
)  # fmt: skip


def _leaves(value: Value, path: Loc = ()) -> Iterator[Loc]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*path, key))
    elif isinstance(value, list) and value:
        for at, inner in enumerate(value):
            yield from _leaves(inner, (*path, at))
    else:
        yield path


def _kept(before: str, after: str) -> tuple[str, str, str]:
    """Return what the two texts begin with, and what differs between that and what they end with."""
    short = min(len(before), len(after))
    head = next((n for n in range(short) if before[n] != after[n]), short)
    tail = next((n for n in range(short - head) if before[-1 - n] != after[-1 - n]), short - head)
    return before[:head], before[head : len(before) - tail], after[head : len(after) - tail]


def _place(text: str, path: Loc) -> int:
    """Return where the door, which reads a file in its own way, says that a value begins."""
    root, _ = yaml_door.parse("test", text.removeprefix("\ufeff"))
    node = find(root, path) if root else None
    assert node is not None
    lines = text.removeprefix("\ufeff").splitlines(keepends=True)
    return sum(map(len, lines[: node.place.line - 1])) + node.place.column - 1 + text.startswith("\ufeff")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("ugly", range(len(UGLY)))
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_one_value_changes_and_no_other_byte(ugly: int, way: str, data: st.DataObject) -> None:
    """Twelve files, many values each: what differs begins where the door reads the value, and reads as was meant."""
    text = WAYS[way](UGLY[ugly])
    path = data.draw(st.sampled_from(list(_leaves(values(text)))))
    new = data.draw(WORDS)
    after = changed(text, Edit(path, new))
    head, was, now = _kept(text, after)
    assert len(head) >= _place(text, path) - 1 or not was.strip()
    rest = values(after)
    for other in _leaves(values(text)):
        assert _at(rest, other) == (new if other == path else _at(values(text), other)), (other, was, now)
    for line in text.splitlines():
        assert line.lstrip("\ufeff").startswith("#") is False or line in after.splitlines(), "a remark is gone"
    if "\r\n" in text:
        assert "\n" not in after.replace("\r\n", "")
    assert text.startswith("\ufeff") == after.startswith("\ufeff")


def _at(value: Value, path: Loc) -> Value:
    for step in path:
        assert isinstance(value, (dict, list))
        value = value[step]  # type: ignore[index]
    return value


@pytest.mark.parametrize("name", ["organisation.yaml", "2566/winners.yaml", "2566/round.yaml"])
def test_the_samples_own_files_change_by_one_value(name: str) -> None:
    """Six hundred lines of remarks stay, and a value that is written again as it was changes nothing at all."""
    text = (ROOT / "winners" / name).read_bytes().decode("utf-8")
    said = values(text)
    for path in list(_leaves(said))[::17]:
        value = _at(said, path)
        after = changed(text, Edit(path, "ค่าใหม่"))
        _, was, now = _kept(text, after)
        assert len(now) <= len("ค่าใหม่") + 2, path
        assert isinstance(value, str), path
        assert len(was) <= 2 * len(value) + 40, path


def test_a_key_that_is_new_stands_in_its_place_among_its_neighbours() -> None:
    """As the template has them: a clerk who looks for the key looks there."""
    text = "name: ก # ชื่อ\n\n# สี\ncolours:\n  primary: '#000000'\nphone: 1\n"
    after = changed(text, Edit(("site",), "ไม่มี", ("name", "phone", "site", "seal")))
    assert after == text + "site: ไม่มี\n"
    after = changed(text, Edit(("colours", "accent"), "#ffffff", ("primary", "accent")))
    assert after == text.replace("'#000000'\n", "'#000000'\n  accent: \"#ffffff\"\n")
    after = changed(text, Edit(("sample",), "ใช่", ("sample", "name")))
    assert after == "sample: ใช่\n" + text


def test_a_new_person_is_a_block_below_the_others() -> None:
    """Written as the clerk writes: two spaces further in for each level, a list's hyphen before its first key.

    With remarks, if they say the same.
    """
    person: Value = {
        "id": "d",
        "name": {"title": "นาย", "first": "ง"},
        "story": "หนึ่ง\nสอง",
        "scores": {"a": "90"},
        "list": ["ก", "ข"],
    }
    after = changed(UGLY[1], Edit(("people", 3), person))
    assert after == UGLY[1] + (
        "- id: d\n  name:\n    title: นาย\n    first: ง\n  story: |-\n    หนึ่ง\n    สอง\n  scores:\n    a: 90\n"
        "  list:\n    - ก\n    - ข\n"
    )
    assert changed("winners:\n", Edit(("winners", 0), {"id": "a"})) == "winners:\n  - id: a\n"
    text = "a:\n  times:\n    - 6\n  b: 1\n"
    assert changed(text, Edit(("a", "times"), ["6", "7"])) == text.replace("    - 6\n", "    - 6\n    - 7\n")
    text = "a:\n  - x: 1\n    # of x\n# of all\n"
    assert changed(text, Edit(("a", 1), {"x": "2"})) == text.replace("# of all", "  - x: 2\n# of all")
    told = ("", "# id ของคน", "- id: d", "  # x: y")
    assert changed(UGLY[1], Edit(("people", 3), {"id": "d"}, (), told)) == UGLY[1] + "\n".join((*told, ""))
    assert changed(UGLY[1], Edit(("people", 3), {"id": "e"}, (), told)) == UGLY[1] + "- id: e\n"
    assert changed("winners: [] # ยังไม่มี\n", Edit(("winners", 0, "id"), "a")).startswith("winners:\n  - id: a")
    assert values(changed("", Edit(("winners", 0, "id"), "a"))) == {"winners": [{"id": "a"}]}


@pytest.mark.parametrize("way", WAYS)
def test_what_is_taken_away_takes_its_lines_and_leaves_the_remarks(way: str) -> None:
    """A person, a key of a person, the first key behind a hyphen, and one in braces."""
    text = WAYS[way](UGLY[1])
    gone = changed(text, Removal(("people", 1)))
    assert _at(values(gone), ("people",)) == [_at(values(text), ("people", n)) for n in (0, 2)]
    assert "# คนที่สอง" in gone
    less = changed(
        text, Removal(("people", 0, "tags")), Removal(("people", 0, "name", "last")), Removal(("people", 0, "id"))
    )
    assert _at(values(less), ("people", 0)) == {"name": {"first": "ก"}}


@pytest.mark.parametrize("way", WAYS)
def test_people_change_places_with_the_remarks_above_them(way: str) -> None:
    """Somebody's remark goes where that person goes."""
    text = WAYS[way](UGLY[1])
    after = changed(text, Sorting(("people",), (2, 0, 1)))
    assert [_at(values(after), ("people", n, "id")) for n in range(3)] == ["c", "a", "b"]
    assert after.index("# คนที่สอง") > after.index("id: a")
    assert sorted(after.split()) == sorted(text.split())


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("a: 1\n", Edit(("a", "b"), "2")),
        ("a: [1]\n", Edit(("a", 3), "2")),
        ("a: 1\n", Removal(("b",))),
        ("a: [1, 2]\n", Sorting(("a",), (0, 0))),
        ("a: 'ไม่ปิด\n", Edit(("a",), "2")),
        ("a: &x 1\nb: *x\n", Edit(("b",), "\ud800")),
    ],
)
def test_what_cannot_be_written_is_said_and_never_written_otherwise(
    text: str, change: Edit | Removal | Sorting
) -> None:
    """A path that leads nowhere, a file that is broken."""
    with pytest.raises(CannotWrite):
        changed(text, change)
