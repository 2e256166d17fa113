"""Made-up rounds that are hard to count: totals at x.xx5 on purpose, halves, and ties that the committee decided."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from generator.model import Decision, ScoreSheet, Voice
from generator.tally.counting import count
from tests.support.selections import rounds

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model import Programme, Selection


@st.composite
def hard_rounds(draw: st.DrawFn) -> tuple[Programme, Selection]:
    """Draw a round as `rounds` does, and make it harder in some ways."""
    programme, selection = draw(rounds())
    if draw(st.booleans()):
        selection = _on_edges(draw, selection)
    if draw(st.booleans()):
        selection = replace(selection, sheets=tuple(_halved(draw, sheet) for sheet in selection.sheets))
    if len(selection.nominees) > 1 and draw(st.integers(0, 3)):
        selection = _twins(draw, programme, selection)
    for _ in range(2):
        for tie in count(programme, selection).open:
            if draw(st.booleans()):
                order = tuple(draw(st.permutations(tie.nominees)))
                selection = replace(selection, decisions=(*selection.decisions, Decision(order, "กรรมการลงมติ")))
    return programme, selection


def _on_edges(draw: st.DrawFn, selection: Selection) -> Selection:
    """Let a quarter of each percentage, which is its weight, end in half a hundredth; members all say one thing."""
    people = {each.id: Voice(Fraction(4 * draw(st.integers(1500, 2499)) + 2, 100), 20) for each in selection.nominees}
    first = {each.nominee: each.scores for each in selection.sheets[0].given if each.scores}
    sheets = tuple(
        replace(
            sheet,
            given=tuple(
                replace(each, scores=first.get(each.nominee, each.scores)) if each.scores else each
                for each in sheet.given
            ),
        )
        for sheet in selection.sheets
    )
    return replace(selection, sheets=sheets, heard=replace(selection.heard, people=MappingProxyType(people)))


def _twins(draw: st.DrawFn, programme: Programme, selection: Selection) -> Selection:
    """Let all nominees of a category have what one of them has, or as much as makes no other total."""
    one = draw(st.sampled_from(selection.nominees))
    group = [each.id for each in selection.nominees if each.category == one.category]
    first = {sheet.member: each for sheet in selection.sheets for each in sheet.given if each.nominee == one.id}
    other = {key: draw(st.sampled_from(("same", "traded", "same"))) for key in group}
    sheets = tuple(
        replace(
            sheet,
            given=tuple(
                replace(
                    first[sheet.member],
                    nominee=each.nominee,
                    scores=_traded(programme, first[sheet.member].scores, other[each.nominee]),
                )
                if each.nominee in group
                else each
                for each in sheet.given
            ),
        )
        for sheet in selection.sheets
    )
    nominees = tuple(
        replace(each, recused=one.recused, division=one.division, unfit="", withdrawn=None)
        if each.id in group
        else each
        for each in selection.nominees
    )
    voice = selection.heard.people.get(one.id)
    people = {key: each for key, each in selection.heard.people.items() if key not in group}
    for key in group:
        if voice:
            more = draw(st.sampled_from((Fraction(0), Fraction(0), Fraction(1, 100), Fraction(1, 1000))))
            people[key] = replace(voice, percent=min(Fraction(100), voice.percent + more))
    heard = replace(selection.heard, people=MappingProxyType(people))
    return replace(selection, nominees=nominees, sheets=sheets, heard=heard)


def _traded(programme: Programme, scores: Mapping[str, Decimal], how: str) -> Mapping[str, Decimal]:
    """Return scores of the same weight: two more where 30 count, three less where 20 do."""
    if how == "same" or not scores:
        return scores
    more, less = scores["mind"] + 2, scores["fairness"] - 3
    if more > programme.tally.highest or less < 0:
        return scores
    return MappingProxyType({**scores, "mind": more, "fairness": less})


def _halved(draw: st.DrawFn, sheet: ScoreSheet) -> ScoreSheet:
    """Take half a point from some scores."""
    return replace(
        sheet,
        given=tuple(
            replace(
                each,
                scores=MappingProxyType(
                    {
                        key: score - Decimal("0.5") if draw(st.integers(0, 3)) == 0 else score
                        for key, score in each.scores.items()
                    }
                ),
            )
            for each in sheet.given
        ),
    )
