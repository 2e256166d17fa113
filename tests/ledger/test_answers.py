"""What the door said is believed again for the same files and the same day, and for nothing else."""

from __future__ import annotations

import sqlite3
import typing
from collections import abc
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, get_args, get_type_hints

import pytest

from generator import model, palette
from generator.ledger import answers
from generator.problems import Problem, ProblemsFound, Text
from generator.store import FILE, Store

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Records
    from tests.support.small import Small

_PLAIN = {"date": date, "datetime": datetime, "time": time, "Decimal": Decimal}


class Door:
    """A door that counts how often it is asked."""

    def __init__(self, small: Small) -> None:
        """Ask nothing yet."""
        self.small, self.asked = small, 0

    def __call__(self) -> Records:
        """Read the records."""
        self.asked += 1
        return self.small.read()


def test_the_records_come_back_whole(records: Records, small: Small) -> None:
    """Every value of the sample, by its kind: a day is no text, a tuple no list, a percentage no float."""
    for each in (records, small.read()):
        back = answers.fact(answers.written(each))
        assert back == each
        assert answers.written(back) == answers.written(each)


def test_every_kind_of_fact_is_known() -> None:
    """A kind that the records may hold and the answer cannot would end the desk for the office that uses it."""
    found, waiting = set[type](), list[type]([model.Records])
    while waiting:
        kind = waiting.pop()
        if kind in found:
            continue
        found.add(kind)
        hints = get_type_hints(
            kind,
            localns={
                **vars(typing),
                **vars(abc),
                **vars(model),
                **vars(model.outputs),
                **vars(model.answers),
                **vars(palette),
                **_PLAIN,
                **answers.KINDS,
            },
        )
        waiting += [each for hint in hints.values() for each in _kinds(hint)]
    assert len(found) > 40
    assert found <= {*answers.KINDS.values()}


def _kinds(hint: object) -> list[type]:
    """Return the facts of ours that a hint speaks of."""
    inner = [each for part in get_args(hint) for each in _kinds(part)]
    ours = isinstance(hint, type) and hint.__module__.startswith("generator.")
    return [*inner, hint] if ours and isinstance(hint, type) else inner


def test_the_same_question_is_asked_once(small: Small) -> None:
    """Whoever opens the desk again waits for no schema and no reading aloud."""
    door = Door(small)
    first = answers.answered(small.store, "these", door)
    again = answers.answered(Store(small.store_folder), "these", door)
    assert (first, door.asked) == (again, 1)
    assert first[0] == small.read()


def test_another_question_is_asked_anew(small: Small) -> None:
    """Of changed files, or on another day, nothing is believed that was said before."""
    door = Door(small)
    for about in ("these", "those", "these"):
        answers.answered(small.store, about, door)
    assert door.asked == 3


def test_faults_come_back_in_their_words(small: Small) -> None:
    """A desk on broken records tells the same faults each time it is opened."""
    fault = Problem("winners/a.yaml", 1, 2, "title", Text("ผิด", "wrong"), Text("แก้", "mend"))

    def ask() -> Records:
        raise ProblemsFound([fault])

    answers.answered(small.store, "these", ask)
    assert answers.answered(small.store, "these", pytest.fail) == (None, (fault,))


def test_records_whose_photos_are_gone_are_read_again(small: Small) -> None:
    """The reading puts the masters into the store: without them no poster could be made of a kept answer."""
    door = Door(small)
    records, _ = answers.answered(small.store, "these", door)
    assert records
    photo = records.rounds[0].winners[0].photo
    assert photo
    _forget(small.store_folder, photo.picture.digest)
    answers.answered(small.store, "these", door)
    assert door.asked == 2
    assert small.store.get(photo.picture.digest)


def _forget(store: Path, key: str) -> None:
    opened = sqlite3.connect(store / FILE)
    with opened:
        assert opened.execute("delete from kept where key = ?", (key,)).rowcount == 1
    opened.close()


def test_what_is_no_fact_is_not_kept() -> None:
    """An answer that came back otherwise than it was given would be a lie."""
    with pytest.raises(TypeError, match="set"):
        answers.written({1})
