"""The poster of a round: who was chosen, or before the result how they will be and how to have a say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pieces import drawing, frame, timeline
from generator.thai.dates import date_range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Programme
    from generator.piece import PhotoFormat, Rendition, View
    from generator.public import PublicRound

WIDEST_MM = {1: 120, 2: 88, 3: 58, 4: 58}
"""How wide a photo stands on A4, by the number of winners; five and six have what four have."""

MANY_MM = 46

CURRENT_STEP = {
    "criteria": "criteria_notice",
    "nominations": "nominations",
    "survey": "survey",
    "judging": "judging",
}
"""The line of the schedule that a stage is in; a stage that is not here has no poster before the result."""

ASKED = "ประชาชนประเมินความพึงพอใจ"
"""What the public's own step is called."""


def _drawings(award: PublicRound) -> Iterator[drawing.Drawing]:
    programme, link = award.programme, award.link("poster")
    if award.winners:
        title = f"โปสเตอร์ประกาศผล {programme.award} ปี {award.year}"
        widest = WIDEST_MM.get(len(award.winners), MANY_MM)
        yield drawing.Drawing("poster", title, widest, link, lambda width, kind: _result(award, width, kind))
    elif award.stage in CURRENT_STEP:
        title = f"โปสเตอร์หลักเกณฑ์และกำหนดการ {programme.award} ปี {award.year}"
        yield drawing.Drawing("poster", title, 0, link, lambda *_: (_call(award), ()))


def _common(award: PublicRound) -> View:
    return {**frame.heading(award), "survey": frame.survey(award, award.link("poster"))}


def _result(award: PublicRound, width: int, kind: PhotoFormat) -> tuple[View, tuple[Rendition, ...]]:
    """Return the sheet that shows all winners: who stands alone has room for words of their own."""
    shown = [frame.person(winner, width, kind) for winner in award.winners]
    alone = len(shown) == 1
    left_out = set() if alone else {"quote", "quoted", "story", "satisfaction", "post"}
    people = [{key: value for key, value in view.items() if key not in left_out} for view, _ in shown]
    view = {
        **_common(award),
        "kind": "result",
        "people": people,
        **({"congratulation": frame.congratulation(award)} if alone else {}),
    }
    return view, tuple(rendition for _, found in shown for rendition in found)


def _call(award: PublicRound) -> View:
    """Return the sheet that hangs before the result: what counts, when, and that the public's voice is part of it."""
    programme = award.programme
    return {
        **_common(award),
        "kind": "call",
        "asks": f"เลือกอย่างไร เมื่อไร และท่านร่วมตัดสินได้อย่างไร ปี {award.year}",
        "criteria": frame.criteria(programme),
        "schedule": _schedule(programme),
        "current": CURRENT_STEP[award.stage],
    }


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


PIECES = drawing.pieces("poster", "โปสเตอร์", "poster.typ", _drawings)
PIECE = PIECES[0]
