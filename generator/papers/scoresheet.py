"""The score sheets: one workbook a member of the committee to type scores into, and the same on paper for a pen.

Whoever may not score somebody finds that row filled in and locked. They are confidential: they name who was nominated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.amending.score_sheets import at_stake, draw
from generator.papers import score_form, score_labels
from generator.papers.paper import Leaf, Paper
from generator.pieces.parts import frame
from generator.press.fillable import FILLABLE
from generator.press.typeset import TYPESET
from generator.problems import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import ScoreSheet
    from generator.papers.paper import Asked
    from generator.papers.score_form import Row
    from generator.piece import View

NAME: Final = "scoresheet"


def _lay_out(asked: Asked) -> Iterator[Leaf]:
    programme, selection = asked.award_round.programme, at_stake(asked.award_round)
    for sheet in sorted(selection.sheets, key=lambda sheet: sheet.member):
        listed = score_form.rows(programme, selection, sheet.member)
        name = f"{NAME}-member{sheet.member}"
        yield Leaf(f"{name}.xlsx", FILLABLE, score_form.workbook(asked, sheet, listed))
        yield Leaf(f"{name}.pdf", TYPESET, _page(asked, sheet, listed), "scoresheet.typ")


def _page(asked: Asked, sheet: ScoreSheet, listed: list[Row]) -> View:
    """Return a sheet as a view for its page."""
    programme = asked.award_round.programme
    post = programme.committee[sheet.member - 1].post
    scored = score_form.due(programme)
    return {
        **frame.frame(asked.public, score_labels.TITLE.format(year=programme.year, post=post)),
        "whose": f"{asked.public.organisation.name}  {frame.of_round(asked.public)}",
        "heading": f"{score_labels.CALLED} ปี {programme.year}",
        "member": score_labels.MEMBER.format(post=post),
        "secret": score_labels.CONFIDENTIAL,
        "number": score_labels.NUMBER.format(id=sheet.id, post=post),
        "how": score_labels.ON_SCORE_SHEET["how"].format(scale=score_form.scale(programme)),
        "criteria": [
            {"name": each.name, "weight": str(each.weight), "detail": score_form.looked_at(each)}
            for each in programme.criteria
        ],
        "heads": [score_labels.SCORED.format(name=each.name, weight=each.weight) for each in scored],
        "who": score_labels.HEADS["name"],
        "rows": [
            {
                "name": row.nominee.name.full,
                "name_lines": frame.name_lines(row.nominee.name),
                "about": "  ".join(filter(None, (row.nominee.position, row.nominee.division.name))),
                "category": row.nominee.category.name,
                "why_not": score_labels.NOT_SCORED.format(reason=row.why_not) if row.why_not else "",
            }
            for row in listed
        ],
        "post": f"({post})",
        "names": [*dict.fromkeys((*(row.nominee.name.full for row in listed), *frame.names(asked.public)))],
        "labels": score_labels.ON_SCORE_SHEET,
    }


PAPER = Paper(
    NAME,
    Text(score_labels.CALLED, "score sheets of the committee"),
    Text(
        "คนละหนึ่งไฟล์ Excel และหนึ่งแผ่นกระดาษ ให้คะแนนครบแล้วนำเข้าด้วย tonbaep import scores เป็นความลับ",
        "a workbook and a paper for each member, brought back by tonbaep import scores; confidential",
    ),
    _lay_out,
    draw,
)
