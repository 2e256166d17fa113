"""Every program's export is read without a word from the clerk, and comes to the same figures."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from generator.survey import importing
from tests.support import exports

if TYPE_CHECKING:
    from tests.survey.conftest import Read

PEOPLE = exports.replies()
SHAPES = exports.shapes(PEOPLE)
SOURCES = {
    "Google Forms": (
        "sheet",
        "zipped",
        "script",
        "both",
        "behind",
        "stars",
        "satisfied",
        "numbered",
        "semi",
        "unicode",
    ),
    "Microsoft Forms": ("ms",),
    "LimeSurvey": ("lime",),
    "KoboToolbox": ("kobo",),
    "ตารางอื่น": ("tally", "typed", "two", "windows"),
}


def expected(place: int) -> tuple[int, ...]:
    """Return how often each level of a question was chosen, counted here."""
    chosen = Counter(each.levels[place] for each in PEOPLE)
    return tuple(chosen[level] for level in range(1, 6))


def test_there_are_more_than_twenty_shapes() -> None:
    """They are what the figures below stand on."""
    assert len(SHAPES) >= 28


@pytest.mark.parametrize("name", SHAPES)
def test_each_shape_comes_to_the_same_figures(name: str, read: Read) -> None:
    """Whoever made the form, the citizens said the same."""
    ready, counted = read(SHAPES[name], name)
    program = next(source for source, names in SOURCES.items() if name.startswith(names))
    assert ready.known.source.name == program
    assert [(column.aspect, column.item) for column in ready.columns.items] == list(exports.QUESTIONS)
    assert counted.read == counted.counted == len(PEOPLE)
    answers = counted.of(counted.groups.values())
    assert [each.counts for each in answers] == [expected(place) for place in range(len(exports.QUESTIONS))]


@pytest.mark.parametrize("name", [name for name in SHAPES if not name.startswith(("tally", "two"))])
def test_where_replies_come_from_is_found_in_each_shape(name: str, read: Read) -> None:
    """Division, person, channel and place stand in the form's own columns; a nickname is nobody."""
    _, counted = read(SHAPES[name], name)
    came = Counter[tuple[str | None, ...]]()
    for key, group in counted.groups.items():
        came[key] += group.replies
    divisions = {"สำนักปลัด": "samnak", "กองช่าง": "chang"}
    channels = {"โปสเตอร์": "poster", "เว็บไซต์": "site", "จุดบริการ": "counter"}
    places = {"หมู่ที่ 1": "moo:1", "ทั่วไป": "all"}
    assert came == Counter(
        (
            divisions[each.division],
            "piyanuch" if "ศรีท้องถิ่น" in each.person else None,
            channels[each.channel],
            places[each.place],
        )
        for each in PEOPLE
    )
    assert counted.unknown == Counter(each.person for each in PEOPLE if each.person == "พี่นุช")


@pytest.mark.parametrize("name", SHAPES)
def test_nothing_that_somebody_wrote_is_kept(name: str, read: Read) -> None:
    """A comment or an address in the records would be in a pack, on a stick or on the site one day."""
    ready, counted = read(SHAPES[name], name)
    kept = importing.text(ready, counted)
    assert "ศรีท้องถิ่น" not in kept
    for secret in (exports.COMMENT, exports.ADDRESS, "พี่นุช", "anonymous", "u-1"):
        assert secret not in kept


def test_the_same_file_makes_the_same_record(read: Read) -> None:
    """An import that is repeated doubles nothing."""
    texts = {importing.text(*read(SHAPES["sheet-th.csv"])) for _ in range(2)}
    assert len(texts) == 1


def test_a_survey_without_questions_in_the_record_is_read_by_its_answers(read: Read) -> None:
    """Many offices have never written their form's questions into the record."""
    ready, counted = read(SHAPES["sheet-th.csv"], aspects=())
    assert [(column.aspect, column.item) for column in ready.columns.items] == list(exports.QUESTIONS)
    assert counted.counted == len(PEOPLE)
