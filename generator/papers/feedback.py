"""A letter for each person who was nominated and not chosen: thanks, the own scores, and what may still grow.

It names nobody else and compares with nobody: what is in it is the person's own, and it is for that person alone.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from generator.disclosure.reach import MIN_GROUP
from generator.papers import labels
from generator.papers.paper import Leaf, Paper
from generator.pieces.parts import frame
from generator.press.typeset import TYPESET
from generator.problems import Problem, ProblemsFound, Text
from generator.reading.folder import TALLY, WINNERS
from generator.tally import half_up
from generator.tally.counting import count
from generator.thai.dates import moment_text
from generator.thai.figures import figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Programme
    from generator.papers.paper import Asked
    from generator.piece import View
    from generator.tally.counting import Line

NAME: Final = "feedback"


def _lay_out(asked: Asked) -> Iterator[Leaf]:
    programme, selection = asked.award_round.programme, asked.award_round.selection
    if selection is None or selection.verdict is None:
        raise ProblemsFound([_not_yet(programme.year)])
    chosen = {outcome.nominee for outcome in selection.verdict.outcomes if outcome.chosen}
    for line in count(programme, selection).lines:
        if line.nominee.id not in chosen and not line.nominee.withdrawn:
            shared = frame.frame(asked.public, labels.FEEDBACK_TITLE.format(year=programme.year))
            yield Leaf(f"{NAME}-{line.nominee.id}.pdf", TYPESET, {**shared, **_page(asked, line)}, "feedback.typ")


def _page(asked: Asked, line: Line) -> View:
    programme, nominee = asked.award_round.programme, line.nominee
    office = asked.public.organisation
    rows = [] if nominee.unfit else [*_rows(programme, line)]
    return {
        "office": office.name,
        "secret": labels.FEEDBACK_ALONE.format(moment=moment_text(programme.result_at)),
        "to": labels.FEEDBACK_TO.format(name=nominee.name.full),
        "post": labels.FEEDBACK_POST.format(post=nominee.position, division=nominee.division.name).strip(),
        "thanks": labels.FEEDBACK_THANKS.format(
            award=programme.award_name, year=programme.year, by=nominee.nominated_by or nominee.division.name
        ),
        "why": _why(programme, line),
        "rows": rows,
        "citizens": _citizens(line),
        "strong": _strongest(programme, line) if rows else "",
        "grow": _to_grow(programme, line) if rows else "",
        "own": labels.FEEDBACK_OWN if rows else "",
        "ask": labels.FEEDBACK_ASK.format(who=_secretary(programme), phone=office.phone.printed),
        "post_of_signer": asked.award_round.award_signer.post,
        "names": [*frame.names(asked.public), nominee.name.full, nominee.name.bare],
        "labels": labels.ON_FEEDBACK,
    }


def _rows(programme: Programme, line: Line) -> Iterator[View]:
    for criterion in programme.criteria:
        if not criterion.citizens and criterion.key in line.scores:
            share = line.scores[criterion.key]
            yield {"name": criterion.name, "points": figure(half_up(share)), "share": float(half_up(share))}


def _why(programme: Programme, line: Line) -> str:
    if line.out == "ไม่มีคุณสมบัติ":
        return labels.FEEDBACK_UNFIT.format(why=line.nominee.unfit)
    if line.out == "ความพึงพอใจไม่ถึงเกณฑ์":
        return labels.FEEDBACK_GATE.format(gate=figure(programme.tally.gate or Decimal(0)))
    places = next(each.places for each in programme.categories if each == line.nominee.category)
    return labels.FEEDBACK_PLACES.format(category=line.nominee.category.name, places=places)


def _citizens(line: Line) -> str:
    """Return what citizens said of this person, where enough answered about this very person."""
    voice = line.voice
    if voice is None or line.heard != "คน" or voice.replies < MIN_GROUP:
        return ""
    return labels.FEEDBACK_CITIZENS.format(replies=voice.replies, percent=figure(half_up(voice.percent)))


def _strongest(programme: Programme, line: Line) -> str:
    best = max(line.scores.values())
    names = [each.name for each in programme.criteria if line.scores.get(each.key) == best]
    return labels.FEEDBACK_STRONG.format(names=labels.FEEDBACK_AND.join(names), points=figure(half_up(best)))


def _to_grow(programme: Programme, line: Line) -> str:
    """Return what is looked at in the criterion with the fewest points, in the words of the record; "" if all equal."""
    least, best = min(line.scores.values()), max(line.scores.values())
    if least == best:
        return ""
    lowest = [each for each in programme.criteria if line.scores.get(each.key) == least]
    if len(lowest) > 1:
        return labels.FEEDBACK_GROW_MANY.format(names=labels.FEEDBACK_AND.join(each.name for each in lowest))
    return labels.FEEDBACK_GROW.format(name=lowest[0].name, detail=lowest[0].detail)


def _secretary(programme: Programme) -> str:
    """Return whom to ask: the committee's secretary, or its chair where it has none."""
    posts = [seat.post for seat in programme.committee if "เลขานุการ" in seat.role and "ผู้ช่วย" not in seat.role]
    return (posts or [programme.committee[0].post])[0]


def _not_yet(year: int) -> Problem:
    return Problem(
        f"{WINNERS}/{year}/{TALLY}",
        0,
        0,
        "",
        Text("ยังไม่ได้เก็บผลการนับคะแนน จึงยังไม่รู้ว่าจะเขียนถึงใคร", "no result is kept yet, so nobody can be written to"),
        Text("สั่ง tonbaep tally ก่อน", "run tonbaep tally first"),
    )


PAPER = Paper(
    NAME,
    Text(labels.FEEDBACK, "feedback for those not chosen"),
    Text(
        "จดหมายถึงผู้ได้รับการเสนอชื่อที่ไม่ได้รับการคัดเลือก คนละฉบับ มีเพียงคะแนนของเจ้าตัว ส่งให้เจ้าตัวเท่านั้น หลังประกาศผล",
        "a letter to each nominee who was not chosen, with that person's scores alone, to be handed over in person",
    ),
    _lay_out,
)
