"""How a result came about, as the records say it, turned into frozen facts; can no longer fail."""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from generator import model
from generator.model import CITIZENS, JOINT, VOTE
from generator.model.answers import FIVE, Answers, Opinion, Opinions
from generator.reading.names import called_so

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.answers import Formula
    from generator.reading import schema
    from generator.reading.record import Record


class Files(NamedTuple):
    """The files of one year about its selection, None where there is none or it could not be read."""

    nominees: Record[schema.Nominees] | None
    scores: Record[schema.Scores] | None
    verdict: Record[schema.Verdict] | None
    survey: Record[schema.SurveyCounts] | None


def rules(written: schema.TallyRules | None) -> model.TallyRules:
    """Return how scores become a result."""
    if written is None:
        return model.TallyRules()
    return model.TallyRules(**{key: getattr(written, key) for key in type(written).model_fields})


_TIES = {CITIZENS: "คะแนนความพึงพอใจของประชาชน"}
_DECIDE = "ให้กรรมการลงมติ และประธานเป็นผู้ชี้ขาดเมื่อเสียงเท่ากัน"
_SHARE = "ให้อยู่อันดับเดียวกัน"


def tie_rule(written: schema.Round) -> str:
    """Return the rules for ties as a sentence."""
    names = {criterion.key: f"คะแนน{criterion.name}" for criterion in written.criteria}
    said = list[str]()
    for rule in written.ties:
        if rule in {VOTE, JOINT}:
            said.append(_DECIDE if rule == VOTE else _SHARE)
        else:
            what = _TIES.get(rule) or names[rule]
            said.append(f"ให้ดู{what}" if said else f"ให้ผู้ที่ได้{what}สูงกว่าอยู่ก่อน")
    starts = "ถ้าคะแนนรวมเท่ากัน ", " ถ้ายังเท่ากัน", " หากยังเท่ากันอีก"
    return "".join(f"{starts[min(index, 2)]}{each}" for index, each in enumerate(said))


def selection(
    files: Files, divisions: Mapping[str, model.Division], categories: Mapping[str, model.Category]
) -> model.Selection | None:
    """Return all that a result is counted from, None where nobody is nominated."""
    if files.nominees is None or not files.nominees.value.nominees:
        return None
    written = files.nominees.value
    return model.Selection(
        nominees=tuple(_nominee(each, divisions, categories) for each in written.nominees),
        decisions=tuple(model.Decision(tuple(each.order), each.reason) for each in written.decisions),
        sheets=tuple(_sheet(each) for each in files.scores.value.sheets) if files.scores else (),
        heard=heard(files.survey.value if files.survey else None),
        rules_then=tuple(files.scores.value.rules) if files.scores else (),
        verdict=_verdict(files.verdict.value) if files.verdict else None,
    )


def heard(counted: schema.SurveyCounts | None) -> model.Heard:
    """Return what citizens said, exactly: from how often each level was chosen, not from the printed figures."""
    if counted is None:
        return model.Heard(MappingProxyType({}), MappingProxyType({}), None)
    formula: Formula = counted.method.percent if counted.method else "ค่าเฉลี่ย"
    return model.Heard(
        MappingProxyType({each.winner: _voice(each, formula) for each in counted.winners if each.winner}),
        MappingProxyType({each.division: _voice(each, formula) for each in counted.divisions if each.division}),
        _voice(counted.whole, formula),
    )


def opinions(counted: schema.SurveyCounts | None) -> Opinions | None:
    """Return what a survey was counted to, None where none was imported or a figure stands without its answers."""
    if counted is None or not sum(counted.whole.counts):
        return None
    method = counted.method
    return Opinions(
        _opinion("", counted.whole),
        tuple(_opinion(each.aspect or "", each) for each in counted.aspects),
        tuple(_opinion("", each) for each in counted.items if not each.aspect),
        method.percent if method else "ค่าเฉลี่ย",
        method.bands if method else "บุญชม",
    )


def _opinion(aspect: str, figure: schema.SurveyFigure) -> Opinion:
    interval = (figure.between[0], figure.between[1]) if figure.between else None
    return Opinion(aspect, figure.replies, _answers(figure), interval)


def _answers(figure: schema.SurveyFigure) -> Answers:
    return Answers(tuple(figure.counts), 1 if len(figure.counts) == FIVE else 0)


def _voice(figure: schema.SurveyFigure, formula: Formula) -> model.Voice:
    if not sum(figure.counts):
        return model.Voice(Fraction(figure.percent), figure.replies)
    return model.Voice(_answers(figure).share(formula), figure.replies)


def _nominee(
    written: schema.Nominee, divisions: Mapping[str, model.Division], categories: Mapping[str, model.Category]
) -> model.Nominee:
    division = divisions[written.division]
    by = written.nominated_by or written.division
    voice = written.satisfaction
    return model.Nominee(
        id=written.id,
        name=called_so(written.name, written.team),
        position=written.position or "",
        division=division,
        category=categories[written.category],
        nominated_by=divisions[by].name if by in divisions else by,
        unfit=written.unfit or "",
        withdrawn=written.withdrawn,
        recused=tuple(model.Recusal(each.member, each.reason) for each in written.recused),
        voice=model.Voice(Fraction(voice.percent), voice.replies) if voice else None,
    )


def _sheet(written: schema.ScoreSheet) -> model.ScoreSheet:
    return model.ScoreSheet(
        written.id,
        written.member,
        written.digest or "",
        tuple(
            model.Given(each.nominee, MappingProxyType(dict(each.scores)), each.recused or "") for each in written.given
        ),
    )


def _verdict(written: schema.Verdict) -> model.Verdict:
    return model.Verdict(
        written.digest,
        written.at,
        MappingProxyType({each.name: each.value for each in written.facts}),
        tuple(model.Outcome(each.nominee, each.total, each.place, each.chosen) for each in written.outcomes),
        tuple(model.Change(each.at, each.reason, each.was) for each in written.changes),
    )
