"""An office whose survey asks four questions, and a file of answers read by it; only the file is on a disk."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from generator.model import Name
from generator.survey import importing
from tests.support import exports, rounds

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.survey.counting import Counted

    Read = Callable[..., tuple[importing.Ready, Counted]]


def award_round(**survey: Any) -> Any:
    """Return a round of which somebody's name is known; its replies count from 1 to 30 April 2023."""
    programme = rounds.make_programme()
    asked = {"aspects": exports.ASPECTS, "counted_until": date(2023, 4, 30), **survey}
    winner = SimpleNamespace(id="piyanuch", name=Name("นางสาว", "ปิยะนุช", "ศรีท้องถิ่น"))
    return cast(
        "Any",
        SimpleNamespace(
            programme=replace(programme, survey=replace(programme.survey, **asked)), winners=(winner,), selection=None
        ),
    )


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Return a function that reads and counts a file."""

    def counted(
        value: bytes | str, name: str = "replies.csv", kept: Any = None, wanted: Any = None, **survey: Any
    ) -> Any:
        file = tmp_path / name
        file.write_bytes(value.encode() if isinstance(value, str) else value)
        office = rounds.make_organisation()
        ready = importing.ready(file, name, office, award_round(**survey), kept, wanted or importing.Wanted())
        return ready, importing.counted(ready)

    return counted
