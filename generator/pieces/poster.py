"""The poster of a round, A4 and A3: who was chosen, or before the result how they will be and how to have a say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from generator.piece import Piece, Sheet, each_round
from generator.pieces import frame, timeline
from generator.press.typeset import TYPESET
from generator.thai.dates import date_range

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model import Programme
    from generator.piece import Rendition, View
    from generator.public import PublicRound

Paper = Literal["a4", "a3"]

PAPERS: dict[Paper, float] = {"a4": 1.0, "a3": 2**0.5}
"""The papers, and how much larger than on A4 everything on them is."""

PIXELS_A_MM = 7
"""About 180 dpi at A4: a photo seen from arm's length needs no more, and a build's memory follows its pixels."""

WIDEST_MM = {1: 120, 2: 88, 3: 58, 4: 58}
"""How wide a photo stands on A4, by the number of winners; more of them share what four have at most."""

CURRENT_STEP = {
    "criteria": "criteria_notice",
    "nominations": "nominations",
    "survey": "survey",
    "judging": "judging",
}
"""The line of the schedule that a stage is in; a stage that is not here has no poster before the result."""

ASKED = "ประชาชนประเมินความพึงพอใจ"
"""What the public's own step is called."""


def _lay_out(award: PublicRound) -> Iterable[Sheet]:
    if award.winners:
        yield from _results(award)
    elif award.stage in CURRENT_STEP:
        yield from _calls(award)


def _common(award: PublicRound, title: str, paper: Paper) -> View:
    return {
        **frame.frame(award, f"{title} ขนาด {paper.upper()}"),
        "paper": paper,
        **frame.heading(award),
        "survey": frame.survey(award, award.link("poster")),
    }


def _results(award: PublicRound) -> Iterator[Sheet]:
    """Yield the sheets that show all winners."""
    title = f"โปสเตอร์ประกาศผล {award.programme.award} ปี {award.year}"
    for paper, scale in PAPERS.items():
        width = round(WIDEST_MM.get(len(award.winners), 46) * PIXELS_A_MM * scale)
        people, renditions = _people(award, width)
        view = {
            **_common(award, title, paper),
            "kind": "result",
            "people": people,
            **({"congratulation": frame.congratulation(award)} if len(people) == 1 else {}),
        }
        yield _sheet(award, paper, view, renditions)


def _people(award: PublicRound, width: int) -> tuple[list[View], tuple[Rendition, ...]]:
    """Return the people with what the poster shows of them: who stands alone has room for words of their own."""
    shown = [frame.person(winner, width) for winner in award.winners]
    left_out = set() if len(shown) == 1 else {"quote", "quoted", "story", "satisfaction", "post"}
    people = [{key: value for key, value in view.items() if key not in left_out} for view, _ in shown]
    return people, tuple(rendition for _, found in shown for rendition in found)


def _calls(award: PublicRound) -> Iterator[Sheet]:
    """Yield the sheets that hang before the result: what counts, when, and that the public's voice is part of it."""
    programme = award.programme
    title = f"โปสเตอร์หลักเกณฑ์และกำหนดการ {programme.award} ปี {award.year}"
    for paper in PAPERS:
        view = {
            **_common(award, title, paper),
            "kind": "call",
            "asks": f"เลือกอย่างไร เมื่อไร และท่านร่วมตัดสินได้อย่างไร ปี {award.year}",
            "criteria": frame.criteria(programme),
            "schedule": _schedule(programme),
            "current": CURRENT_STEP[award.stage],
        }
        yield _sheet(award, paper, view, ())


def _schedule(programme: Programme) -> list[View]:
    """Return the steps, numbered, with the public's own among them: the survey, as long as its replies count."""
    asked = programme.survey
    lines: list[View] = []
    for number, step in enumerate(frame.steps(programme), 1):
        if step["key"] == "judging":
            days = date_range(asked.opens, asked.counted_until)
            lines.append({"key": "survey", "number": None, "title": ASKED, "text": ASKED, "days": days})
        lines.append({**step, "number": number, "title": timeline.TITLES[step["key"]]})
    return lines


def _sheet(award: PublicRound, paper: Paper, view: View, renditions: tuple[Rendition, ...]) -> Sheet:
    path, look = (f"print/{award.year}/poster-{size}.pdf" for size in (paper, "a4"))
    return frame.sheet(award, path, view, (award.link("poster"),), renditions, look)


PIECE = Piece("poster", "โปสเตอร์", each_round(_lay_out), TYPESET, "poster.typ", "survey")
