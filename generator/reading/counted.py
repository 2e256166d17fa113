"""The counted survey of a round as a fact: its figures under the names of divisions, channels and villages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.disclosure import REPLY_CHANNELS
from generator.model.surveyed import OTHERS, CountedFigure, CountedSurvey

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator import model
    from generator.reading import schema


def added(
    award_round: model.AwardRound, office: model.Organisation, written: Mapping[int, schema.SurveyCounts]
) -> model.AwardRound:
    """Return a round with what was counted of its survey, if anything was; the file is sound."""
    record = written.get(award_round.programme.year)
    if record is None:
        return award_round
    was = office.on(award_round.programme.survey.counted_until)
    divisions = {each.key: each.name for each in was.divisions}
    villages = {each.moo: each.full for each in was.villages}

    def group(each: schema.SurveyGroup) -> CountedFigure:
        channel = REPLY_CHANNELS.get(each.channel or "", "")
        name = (
            divisions.get(each.division or "", each.division)
            or each.service
            or channel
            or villages.get(each.moo or 0, "")
        )
        return _figure(OTHERS if each.others else name or OTHERS, each)

    method = record.method
    return replace(
        award_round,
        counted=CountedSurvey(
            counted=record.counted,
            percent=method.percent if method else "ค่าเฉลี่ย",
            bands=method.bands if method else "บุญชม",
            population=method.population if method else None,
            whole=_figure("", record.whole),
            aspects=tuple(_figure(each.aspect or "", each) for each in record.aspects),
            items=tuple((each.aspect or "", _figure(each.item or "", each)) for each in record.items),
            divisions=tuple(map(group, record.divisions)),
            services=tuple(map(group, record.services)),
            channels=tuple(map(group, record.channels)),
            places=tuple(map(group, record.places)),
        ),
    )


def _figure(name: str, written: schema.SurveyFigure) -> CountedFigure:
    return CountedFigure(
        name,
        written.replies,
        written.answers,
        written.mean,
        written.deviation,
        written.percent,
        written.band or "",
    )
