"""The tally sheet: answers from paper forms, a row a form, typed into a workbook that `import survey` reads back.

The same table on paper is for places without a computer. Columns stand in the order in which a form is read: the
division and the person, then the questions; what is the same for a whole pile comes last.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from generator.disclosure import REPLY_CHANNELS
from generator.papers import labels
from generator.papers.paper import Leaf, Paper
from generator.pieces.paper.labels import SURVEY_FORM_ASPECTS, SURVEY_FORM_LEVELS
from generator.pieces.parts import frame
from generator.press.fillable import FILLABLE
from generator.press.typeset import TYPESET
from generator.problems import Text
from generator.workbook.labels import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound
    from generator.papers.paper import Asked
    from generator.piece import View

NAME: Final = "tally-sheet"
_ROWS: Final = 300
"""Forms for which the workbook has a row: more than most offices get on paper."""
_ROOM, _ROW, _LEGEND, _ABREAST = 132, 6, 5, 3
"""Millimetres for forms and what the questions say, of a form, and of a line that says so; such lines side by side."""


def _lay_out(asked: Asked) -> Iterator[Leaf]:
    award_round = asked.public
    shared = frame.frame(award_round, labels.TALLY_SHEET_TITLE.format(year=award_round.year))
    yield Leaf(f"{NAME}.xlsx", FILLABLE, {**shared, **_workbook(award_round)})
    yield Leaf(f"{NAME}.pdf", TYPESET, {**shared, **_page(award_round)}, "tally_sheet.typ")


def _aspects(award_round: PublicRound) -> list[tuple[str, tuple[str, ...]]]:
    own = award_round.programme.survey.aspects
    return [(aspect.name, aspect.items) for aspect in own] if own else list(SURVEY_FORM_ASPECTS)


def _items(award_round: PublicRound) -> list[str]:
    """Return the questions as headings: with their number, and with their aspect where two say the same."""
    every = [(aspect, item) for aspect, items in _aspects(award_round) for item in items]
    said = [item for _, item in every]
    return [
        f"{number}. {item}" if said.count(item) == 1 else f"{aspect}: {number}. {item}"
        for number, (aspect, item) in enumerate(every, 1)
    ]


def _workbook(award_round: PublicRound) -> View:
    channel = REPLY_CHANNELS["paper"]
    items = _items(award_round)
    heads = list(_heads(award_round, items))
    return {
        "words_tab": WORDS,
        "sheets": [
            {
                "tab": labels.TALLY_TAB,
                "title": labels.TALLY_SHEET_TITLE.format(year=award_round.year)
                + (labels.SAMPLE if award_round.sample else ""),
                "how": list(labels.TALLY_HOW),
                "heads": heads,
                "frozen": 1,
                "rows": [[number, "", "", *[""] * len(items), channel] for number in range(1, _ROWS + 1)],
            }
        ],
    }


def _heads(award_round: PublicRound, items: list[str]) -> Iterator[View]:
    office = award_round.organisation
    chosen = {"told": labels.TALLY_NOT_LISTED}
    yield {**_head("number", 8), "locked": True}
    yield {**_head("division", 24), "words": [each.name for each in office.divisions], **chosen}
    yield _head("person", 26)
    for item in items:
        yield {
            "title": item,
            "wide": 13,
            "help": labels.TALLY_HELP["item"].format(levels=_levels()),
            "least": 1,
            "most": len(SURVEY_FORM_LEVELS),
            "told": labels.TALLY_NOT_A_LEVEL,
        }
    yield {**_head("channel", 16), "words": list(REPLY_CHANNELS.values()), **chosen}
    villages = [f"หมู่ที่ {each.moo} {each.name}".strip() for each in office.villages]
    yield {**_head("place", 22), **({"words": villages, **chosen} if villages else {})}


def _levels() -> str:
    return "  ".join(f"{5 - n} {name}" for n, name in enumerate(SURVEY_FORM_LEVELS))


def _head(key: str, wide: int) -> View:
    return {"title": labels.TALLY_HEADS[key], "wide": wide, "help": labels.TALLY_HELP[key]}


def _page(award_round: PublicRound) -> View:
    number, aspects = 0, []
    for name, items in _aspects(award_round):
        numbered = []
        for item in items:
            number += 1
            numbered.append({"number": str(number), "text": item})
        aspects.append({"name": name, "items": numbered})
    return {
        "whose": f"{award_round.organisation.name}  {frame.of_round(award_round)}",
        "heading": labels.TALLY_SHEET,
        "aspects": aspects,
        "levels": labels.TALLY_LEVELS.format(levels=_levels()),
        "heads": [labels.TALLY_HEADS[key] for key in ("number", "division", "person", "channel", "place")],
        "rows": max((_ROOM - _LEGEND * (1 + math.ceil(number / _ABREAST))) // _ROW, _ABREAST),
        "high": _ROW,
        "names": frame.names(award_round),
        "labels": labels.ON_TALLY_SHEET,
    }


PAPER = Paper(
    NAME,
    Text(labels.TALLY_SHEET, "tally sheet for paper forms"),
    Text(
        "พิมพ์คำตอบจากแบบกระดาษลงตาราง Excel แล้วนำเข้าด้วย tonbaep import survey มีแผ่นให้เขียนด้วยมือก่อนด้วย",
        "answers from paper forms typed into a workbook for tonbaep import survey, and the same table to write on",
    ),
    _lay_out,
)
