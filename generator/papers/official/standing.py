"""Which numbered papers no longer say what they said when they were numbered, in the clerk's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.papers.making import asked
from generator.papers.official import OFFICIAL
from generator.papers.official.case import called
from generator.problems import Problem, Text
from generator.reading.folder import PAPERS, WINNERS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from generator.model import Numbered, Records


def changed(records: Records, moment: datetime) -> Iterator[Problem]:
    """Yield a warning for each paper whose facts are others than when it was numbered."""
    for award_round in records.rounds:
        year, numbered = award_round.programme.year, award_round.programme.papers.numbered
        source = asked(records, year, moment) if numbered else None
        for official in OFFICIAL if source else ():
            own = award_round.programme.papers.of(official.key)
            if source and own and official.draft(source).changed:
                yield Problem(f"{WINNERS}/{year}/{PAPERS}", 0, 0, "numbered", *_changed(own[-1]), warning=True)


def _changed(numbered: Numbered) -> tuple[Text, Text]:
    at = f"เลขที่ {numbered.number} " if numbered.number else ""
    key = numbered.paper
    return (
        Text(
            f"ข้อมูลเปลี่ยนหลังออก{called(key)} {at}แล้ว ฉบับที่ทำใหม่เป็นร่าง",
            f"the facts of {key} {numbered.number} have changed since it was numbered: what is made now is a draft",
        ),
        Text(
            f"แก้ข้อมูลกลับ หรือออกฉบับใหม่ด้วย tonbaep freeze --paper {key} --number เลข",
            f"put the facts back, or number a new one: tonbaep freeze --paper {key} --number N",
        ),
    )
