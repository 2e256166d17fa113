"""Labels, help and choices of the forms are a clerk's words: no key, no id, no word of a file or a terminal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.desk import labels
from generator.desk.actions import ACTIONS
from generator.desk.fields import fields
from generator.desk.forms import Forms
from generator.desk.pages import PAGES
from generator.problems import Text
from generator.reading import guide
from generator.reading.shapes import shapes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.reading.schema import Written
    from tests.support.desk import Desk

_NAMES = re.compile(
    r"\{\w+\}|[\w./-]+\.(?:xlsx|zip)|Windows(?:-874)?|UTF-8|SSML|Google Forms|Excel|Word|Wi-Fi|SFTP|FTPS?|git|ZIP"
    r"|PNG|JPG|PDF|WAV|MP3|M4A|CSV|XLSX|A[34]|LINE|OneDrive|winners|build/(?:sealed|papers)|preview|\.xlsx"
)
"""What is called so everywhere: programs, kinds of files, folders of the clerk, and what a link must contain."""

_OURS = re.compile(
    r"(?i)(?<![\w-])(?:ids?|keys?|yaml|json|true|false|null|tonbaep \w+|[a-z]+_[a-z_]+|\w+\.ya?ml)(?![\w-])"
)


def _faults(said: Text) -> list[str]:
    """Return what of a text is no clerk's word: in Thai any Latin word, in English those of the program."""
    thai = re.findall(r"[A-Za-z][A-Za-z_.]+", _NAMES.sub("", said.th))
    return [*thai, *_OURS.findall(_NAMES.sub("", said.en))]


@pytest.mark.parametrize(
    "planted",
    [
        Text("key ของกอง", "Division"),
        Text("ใส่ id ก่อน", "x"),
        Text("เขียน true", "x"),
        Text("สั่ง tonbaep pace", "x"),
        Text("ไฟล์ organisation.yaml", "x"),
        Text("กอง", "The key of a division"),
        Text("กอง", "true: it is so"),
        Text("กอง", "tonbaep check tells"),
        Text("กอง", "see result_at"),
        Text("กอง", "in round.yaml"),
    ],
)
def test_a_planted_word_is_found(planted: Text) -> None:
    """A search that finds nothing would be green."""
    assert _faults(planted)


def test_names_of_programs_and_files_are_no_faults() -> None:
    """Nobody would know them by a Thai word."""
    assert _faults(Text("ไฟล์ .xlsx ของ Excel ต้องมี {channel}", "An .xlsx file of Excel, with {channel}")) == []


def _groups(group: type[Written], seen: set[type[Written]]) -> Iterator[type[Written]]:
    if group not in seen:
        seen.add(group)
        yield group
        for shape in shapes(group).values():
            if shape.group:
                yield from _groups(shape.group, seen)


def test_no_label_or_help_of_a_form_speaks_of_files_or_keys(desk: Desk) -> None:
    """Each field of each form, as the form shows it: title, help, and the words to choose from."""
    seen = set[type]()
    found, many = [], 0
    known: Mapping[str, Mapping[str, str]] = Forms(desk.held, lambda: None)._known(2566)  # type: ignore[arg-type,return-value]  # noqa: SLF001 - what forms know
    for page in PAGES:
        for group in _groups(page.kind, seen):
            for field in fields(group, {}, "", {}, known):
                many += 1
                entry = guide.entry(group, field["name"])
                chosen = [Text(meaning, "") for _, meaning, _ in field.get("words", [])]
                found += [
                    (group.__name__, field["name"], each)
                    for said in (entry.title, entry.help, *chosen)
                    for each in _faults(said)
                ]
    assert many > 150
    assert found == []


def test_no_other_word_of_the_desk_does() -> None:
    """Titles of pages, buttons with what they ask for, and all that the desk says itself."""
    said = [value for name, value in vars(labels).items() if name.isupper() and isinstance(value, Text)]
    said += [text for page in PAGES for text in (page.title, page.lead)]
    said += [
        text for action in ACTIONS for text in (action.title, action.help, *(asked.title for asked in action.asked))
    ]
    assert len(said) > 150
    assert [(text.th, _faults(text)) for text in said if _faults(text)] == []
