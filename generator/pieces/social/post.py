"""What is worth a post at a moment, in words that all channels share: call, survey, result, each winner, thanks.

Cards, captions and messages tell the same news: they take everything they say from here, and add no facts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.disclosure import STAGE_NAMES, enough
from generator.pieces.parts import asking, frame, honoured, outcomes, timeline
from generator.pieces.social import labels, limits
from generator.pieces.web import page_frame
from generator.thai.dates import long_date, moment_text
from generator.thai.figures import count, percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound, PublicWinner

Facts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Post:
    """One news item: `key` names its files, `page` is where the site says more; `figure`, if any, is shown large.

    `winners` are the people it shows; without winners it has only words: `headline`, `lead`, and `facts` as name and
    detail.
    """

    key: str
    title: str
    page: str
    headline: str
    lead: str
    facts: Facts = ()
    figure: str = ""
    winners: tuple[PublicWinner, ...] = ()

    @property
    def asks(self) -> bool:
        """Whether it asks for answers, so that it carries the survey's code."""
        return self.key == "survey"


def posts(award_round: PublicRound) -> Iterator[Post]:
    """Yield what an office posts about a round now; nothing about a result before its moment."""
    if award_round.stage in {"criteria", "nominations"}:
        yield _call(award_round)
    if award_round.survey_state == "open" or (
        award_round.survey_state == "coming" and award_round.stage != "preparing"
    ):
        yield _survey(award_round)
    if award_round.tells:
        yield result(award_round)
        yield from (of_winner(award_round, winner) for winner in award_round.winners)
    thanks = _thanks(award_round)
    if thanks:
        yield thanks


def at_a_glance(award_round: PublicRound) -> Post:
    """Return what the round is about just now, for a link to its own page."""
    if award_round.tells:
        return result(award_round)
    return next(posts(award_round), None) or _standing(award_round)


def result(award_round: PublicRound) -> Post:
    """Return the news item about all winners, or that nobody was chosen; a single winner is named in its first line."""
    award, year = award_round.programme.award_name, award_round.year
    office, day = award_round.organisation.name, long_date(award_round.programme.result_at.date())
    came = f"{office} ประกาศผลการคัดเลือกเมื่อวันที่ {day}"
    page, facts = f"{year}/results.html", _unawarded(award_round)
    if not award_round.winners:
        reason = award_round.reason() or ""
        lead = f"{came} {labels.NOBODY} {reason}".rstrip()
        return Post("result", labels.RESULT, page, f"ประกาศผล{award} ประจำปี {year}", lead, facts)
    greeting = honoured.greeting(award_round.winners)
    headline = f"{greeting}{award} ประจำปี {year}"
    lead = f"{came} มี{counted(award_round)}"
    if len(award_round.winners) == 1:
        alone = award_round.winners[0]
        headline = f"{greeting}{alone.name.full} {award} ประจำปี {year}"
        lead = f"{lead} คือ {alone.who}"
    return Post("result", labels.RESULT, page, headline, lead, facts, winners=award_round.winners)


def _unawarded(award_round: PublicRound) -> Facts:
    """Return the categories in which nobody was chosen, with the office's reason."""
    return tuple(
        (f"ประเภท{each.category.name}", f"{labels.NOBODY} {each.reason}".rstrip())
        for each in award_round.unawarded
        if each.category
    )


def of_winner(award_round: PublicRound, winner: PublicWinner) -> Post:
    """Return the news item about one winner."""
    chosen = f"ได้รับการคัดเลือกเป็น{award_round.programme.award_name} ประจำปี {award_round.year}"
    return Post(
        f"winner-{winner.id}",
        winner.told,
        f"{award_round.year}/winner-{winner.id}.html",
        f"{honoured.greeting((winner,))}{winner.name.full}",
        f"{winner.post} {award_round.organisation.name} {chosen}",
        winners=(winner,),
    )


def criteria(award_round: PublicRound) -> Post:
    """Return how winners are chosen, for a link to the rules; it has no post of its own."""
    return Post(
        "criteria",
        labels.CRITERIA,
        f"{award_round.year}/criteria.html",
        labels.CRITERIA_HEADLINE,
        f"หลักเกณฑ์และกำหนดการคัดเลือก{award_round.programme.award_name} ปี {award_round.year} และวิธีที่ประชาชนร่วมให้คะแนน",
        timeline.main_dates(award_round),
    )


def about_survey(award_round: PublicRound) -> Post:
    """Return the news item about the survey, also when it is over: a link to it may be shared at any time."""
    if award_round.survey_state == "closed":
        return _survey_post(
            award_round, f"แบบประเมินปี {award_round.year} {asking.when(award_round)} ท่านยังบอกเราได้ด้วยวิธีอื่น"
        )
    return _survey(award_round)


def alt(award_round: PublicRound, post: Post, *, coded: bool = True) -> str:
    """Return the alt text of a card for people who cannot see it: who and what for, short enough for every channel.

    `coded` says whether the card shows the survey's code, if the news item has one.
    """
    mark = labels.SAMPLE_BEFORE if award_round.sample else ""
    if len(post.winners) == 1:
        return mark + _seen(award_round, post.winners[0])
    text = f"{mark}{frame.of_round(award_round)} {award_round.organisation.name}"
    if post.winners:
        full = f"{text} ได้แก่ {', '.join(winner.told for winner in post.winners)}"
        return full if len(full) <= limits.ALT.most else f"{text} {counted(award_round)}"
    code = " พร้อมคิวอาร์โค้ดไปยังแบบประเมิน" if post.asks and coded else ""
    return f"{text} {post.headline} {post.figure} {post.lead}{code}".replace("  ", " ")


def _seen(award_round: PublicRound, winner: PublicWinner) -> str:
    person = frame.described(winner.name, winner.portrait) if winner.portrait else winner.name.full
    long = f"{person} {winner.post} ได้รับการคัดเลือกเป็น{award_round.programme.award_name} ปี {award_round.year}"
    short = f"{winner.name.full} ได้รับการคัดเลือกเป็น{award_round.programme.award_name} ปี {award_round.year}"
    return long if len(long) + len(labels.SAMPLE_BEFORE) <= limits.ALT.most else short


def counted(award_round: PublicRound) -> str:
    """Return how many were chosen, in words."""
    return labels.COUNTED.format(people=honoured.counted(award_round.winners))


def _call(award_round: PublicRound) -> Post:
    ends = long_date(award_round.programme.step("nominations").ends)
    return Post(
        "call",
        labels.CALL,
        f"{award_round.year}/criteria.html",
        STAGE_NAMES[award_round.stage].th,
        f"สำนักและกองเสนอชื่อบุคลากรในสังกัดได้ถึงวันที่ {ends} เพื่อคัดเลือก{award_round.programme.award_name} ปี {award_round.year}",
        timeline.main_dates(award_round),
    )


def _survey(award_round: PublicRound) -> Post:
    effort = asking.effort(award_round.programme.survey)
    return _survey_post(award_round, f"ประเมินการให้บริการของเรา {effort} {asking.when(award_round)}")


def _survey_post(award_round: PublicRound, lead: str) -> Post:
    headline, page = asking.TITLES[award_round.survey_state], page_frame.survey_href(award_round)
    return Post("survey", labels.SURVEY, page, headline, lead, _ways(award_round))


def _ways(award_round: PublicRound) -> Facts:
    """Return the ways to answer without a camera; for a phone call only the number."""
    phone = award_round.organisation.phone.printed
    return tuple((way.name, phone if way.kind == "โทรศัพท์" else way.detail) for way in asking.ways(award_round))


def _thanks(award_round: PublicRound) -> Post | None:
    """Return the thanks to those who replied, with their verdict; None if too few replied to publish it."""
    figure = award_round.outcomes.satisfaction_of(award_round.year)
    over = award_round.stage in {"ceremony", "closed"}
    replies = enough(figure.replies) if figure else None
    if not over or figure is None or replies is None:
        return None
    score, target = percent(figure.value), percent(award_round.outcomes.satisfaction_target)
    lead = f"ประชาชน {count(replies)} คนบอกเราว่าพึงพอใจการให้บริการเฉลี่ย{score} เป้าหมายคือไม่น้อยกว่า{target}"
    complaints = award_round.outcomes.complaints_of(award_round.year)
    fact_name = labels.COMPLAINTS_OF_YEAR.format(complaints=outcomes.COMPLAINTS, year=award_round.year)
    facts = ((fact_name, labels.CASES.format(count=count(int(complaints.value)))),) if complaints else ()
    page = f"{award_round.year}/results.html"
    return Post("thanks", labels.THANKS, page, asking.TITLES["closed"], lead, facts, score)


def _standing(award_round: PublicRound) -> Post:
    """Return the state of a round that has nothing to post."""
    when = moment_text(award_round.programme.result_at)
    if award_round.late:
        when = f"เดิมวันที่ {when}"
    lead = {
        "preparing": f"{award_round.organisation.name} เตรียมคัดเลือกประจำปี {award_round.year}",
        "judging": f"{STAGE_NAMES[award_round.stage].th} กำหนดประกาศผล {when}",
    }.get(award_round.stage, f"{award_round.organisation.name} ประจำปี {award_round.year}")
    return Post("standing", labels.STANDING, f"{award_round.year}/index.html", award_round.programme.award_name, lead)
