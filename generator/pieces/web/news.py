"""The office's announcements, round by round, each with its moment: the source of feeds and of the old site's news.

An item appears when its stage begins: none is in the future, and none names a winner before the result.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.disclosure import STAGE_NAMES, ceremony_hours, midnight, turning_points
from generator.pieces.parts import asking, outcomes
from generator.pieces.web import labels
from generator.thai.dates import clock, date_range, long_date, moment_text
from generator.thai.figures import count, percent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from generator.disclosure import Publication, PublicRound, PublicWinner, Stage

REACHED: tuple[Stage, ...] = tuple(STAGE_NAMES)


class News(NamedTuple):
    """One announcement: `href` is the page of the site that says more, `people` are those it honours."""

    key: str
    year: int
    moment: datetime
    title: str
    paragraphs: tuple[str, ...]
    href: str
    people: tuple[PublicWinner, ...] = ()

    @property
    def lines(self) -> list[str]:
        """The announcement as plain text, one line per paragraph or person."""
        return [*self.paragraphs[:1], *(winner.who for winner in self.people), *self.paragraphs[1:]]


def of_all(publication: Publication) -> list[News]:
    """Return the news of every round, the latest first."""
    items = [item for award_round in publication.rounds for item in of_round(award_round)]
    return [item for _, item in sorted(enumerate(items), key=lambda each: (each[1].moment, each[0]), reverse=True)]


def of_round(award_round: PublicRound) -> Iterator[News]:
    """Yield a round's news so far, in chronological order."""
    begins = {stage: moment for moment, stage in turning_points(award_round.programme)}
    reached = REACHED[1 : REACHED.index(award_round.stage) + 1]
    if "criteria" in reached:
        yield _criteria(award_round, begins["criteria"])
    if "nominations" in reached:
        yield _nominations(award_round, begins["nominations"])
    if award_round.survey_state == "open" or "survey" in reached:
        yield _survey(award_round)
    if award_round.announced:
        yield _result(award_round, begins["announced"])
    if award_round.announced and not award_round.nobody:
        yield _ceremony(award_round, begins["announced"])
    if "closed" in reached:
        yield _thanks(award_round, begins["closed"])


def marked(award_round: PublicRound, title: str) -> str:
    """Return a title that says so if it is about a sample."""
    return labels.SAMPLE.format(title=title) if award_round.sample else title


def _news(
    award_round: PublicRound, key: str, moment: datetime, title: str, paragraphs: Iterable[str], page: str
) -> News:
    return News(
        key, award_round.year, moment, marked(award_round, title), tuple(paragraphs), f"{award_round.year}/{page}.html"
    )


def _criteria(award_round: PublicRound, moment: datetime) -> News:
    plan, nominations = award_round.programme, award_round.programme.step("nominations")
    weights = "  ".join(f"{criterion.name} {criterion.weight} คะแนน" for criterion in plan.criteria)
    return _news(
        award_round,
        "criteria",
        moment,
        f"ประกาศหลักเกณฑ์การคัดเลือก{plan.award_name} ปี {award_round.year}",
        (
            f"{award_round.organisation.name}ประกาศหลักเกณฑ์และกำหนดการคัดเลือก{plan.award_name} ประจำปี {award_round.year}",
            f"คะแนนเต็ม 100 คะแนน ได้แก่ {weights}",
            (
                f"สำนักและกองเสนอชื่อระหว่างวันที่ {date_range(nominations.starts, nominations.ends)} "
                f"กำหนดประกาศผลวันที่ {moment_text(plan.result_at)}"
            ),
        ),
        "criteria",
    )


def _nominations(award_round: PublicRound, moment: datetime) -> News:
    plan, step = award_round.programme, award_round.programme.step("nominations")
    return _news(
        award_round,
        "nominations",
        moment,
        f"เสนอชื่อเพื่อคัดเลือก{plan.award_name} ปี {award_round.year}",
        (
            (
                f"สำนักและกองของ{award_round.organisation.name}เสนอชื่อบุคลากรในสังกัด "
                f"ระหว่างวันที่ {date_range(step.starts, step.ends)}"
            ),
            f"ดูหลักเกณฑ์ {len(plan.criteria)} ข้อที่ใช้คัดเลือกได้ในหน้าหลักเกณฑ์",
        ),
        "criteria",
    )


def _survey(award_round: PublicRound) -> News:
    survey = award_round.programme.survey
    return _news(
        award_round,
        "survey",
        midnight(survey.opens),
        f"เชิญประชาชนประเมินการให้บริการ ปี {award_round.year}",
        (
            f"{award_round.organisation.name}ขอเชิญประชาชนที่มาใช้บริการตอบแบบประเมินความพึงพอใจ {asking.effort(survey)}",
            (
                f"แบบประเมิน{' '.join(asking.period(survey, 'coming'))} "
                f"คำตอบที่ส่งภายในวันที่ {long_date(survey.counted_until)} นับรวมในการคัดเลือก"
            ),
            *(f"{way.name} {way.detail}" for way in asking.ways(award_round)),
        ),
        "index",
    )


def _result(award_round: PublicRound, moment: datetime) -> News:
    plan = award_round.programme
    notice = f"ประกาศเมื่อ {moment_text(plan.result_at)}"
    news = _news(
        award_round,
        "result",
        moment,
        f"ประกาศผล{plan.award_name} ปี {award_round.year}",
        (_came_out(award_round), *_nobody(award_round), notice),
        "results",
    )
    return news._replace(people=award_round.winners)


def _came_out(award_round: PublicRound) -> str:
    """Return what was announced: names, that nobody was chosen, or, if nobody may be named, the result alone."""
    office, award = award_round.organisation.name, f"{award_round.programme.award_name} ประจำปี {award_round.year}"
    if award_round.winners:
        return f"{office}ประกาศรายชื่อผู้ได้รับการคัดเลือกเป็น{award} จำนวน {len(award_round.winners)} คน ดังนี้"
    said = f"{office}ประกาศผลการคัดเลือก{award}"
    return f"{said} {labels.NOBODY_CHOSEN}" if award_round.nobody else said


def _nobody(award_round: PublicRound) -> Iterator[str]:
    """Yield in which categories nobody was chosen, and why."""
    for each in award_round.unawarded:
        where = f"ประเภท{each.category.name} {labels.NOBODY_CHOSEN}" if each.category else ""
        if where or each.reason:
            yield f"{where} {each.reason}".strip()


def _ceremony(award_round: PublicRound, moment: datetime) -> News:
    """Return that the ceremony is planned or, once the office says so, that it was held."""
    plan, step = award_round.programme, award_round.programme.step("ceremony")
    is_held, days = award_round.ceremony == "held", date_range(step.starts, step.ends)
    hour = f" เวลา {clock(plan.ceremony.starts)}" if plan.ceremony and not is_held else ""
    place = f"{hour} ณ {plan.ceremony.place}" if plan.ceremony else ""
    says = "ได้มอบประกาศเกียรติคุณแก่ผู้ได้รับการคัดเลือก เมื่อวันที่" if is_held else "กำหนดมอบประกาศเกียรติคุณแก่ผู้ได้รับการคัดเลือก ในวันที่"
    return _news(
        award_round,
        "ceremony",
        ceremony_hours(plan)[0 if plan.ceremony and plan.ceremony.photos else 1] if is_held else moment,
        f"{'' if is_held else 'กำหนด'}มอบประกาศเกียรติคุณ{plan.award_name} ปี {award_round.year}",
        (f"{award_round.organisation.name}{says} {days}{place}",),
        "index",
    )


def _thanks(award_round: PublicRound, moment: datetime) -> News:
    return _news(
        award_round,
        "thanks",
        moment,
        f"ขอบคุณประชาชนที่ตอบแบบประเมินความพึงพอใจ ปี {award_round.year}",
        (
            f"{award_round.organisation.name}ขอบคุณทุกความเห็น การคัดเลือกปี {award_round.year} เสร็จสิ้นแล้ว",
            *_figures(award_round),
        ),
        "index",
    )


def _figures(award_round: PublicRound) -> Iterator[str]:
    """Yield the results of the round, if its year has figures."""
    target = percent(award_round.outcomes.satisfaction_target)
    figure = award_round.outcomes.satisfaction_of(award_round.year)
    if figure:
        replies = f" จากผู้ตอบ {count(figure.replies)} คน" if figure.replies else ""
        yield f"ประชาชนมีความพึงพอใจเฉลี่ย{percent(figure.value)}{replies} เป้าหมายไม่น้อยกว่า{target}"
    came = outcomes.view(award_round)
    if came and came["complaints"] and came["complaints"]["last"]["year"] == award_round.year:
        yield f"{outcomes.COMPLAINTS} {came['complaints']['trend']}"
