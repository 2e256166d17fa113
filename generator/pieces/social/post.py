"""What is worth a post at a moment, in words that all channels share, from the criteria to the thanks.

Cards, captions and messages tell the same news: they take everything they say from here, and add no facts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.disclosure import NOBODY, STAGE_NAMES, together
from generator.pieces.parts import asking, frame, heard, honoured, occasion, outcomes, standing, thanks, timeline
from generator.pieces.social import labels, limits
from generator.pieces.web import page_frame
from generator.thai.dates import clock, date_range, day_and_month, long_date, moment_text
from generator.thai.figures import figure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from generator.disclosure import PublicPhoto, PublicRound, PublicWinner, Standing

Facts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Post:
    """One news item: `key` names its files, `page` is where the site says more; `figure`, if any, is shown large.

    `winners` are the people it shows; without winners it has only words: `headline`, `lead`, and `facts` as name and
    detail; `weights`, if any, are how much each fact weighs of a hundred and whether citizens decide it, which a card
    draws. `photos` are pictures of the ceremony, of which the first is on its card; of a figure, `share` is how many in
    a hundred it is, and `measured` says what it is of; `faces` are the people whom only its card shows, and `also`
    declares who else stands on it. `both` are the two who talk in it, where each fact is what one said and the other
    did. `until` is what can be done and the last day of it, which a card shows large.
    """

    key: str
    title: str
    page: str
    headline: str
    lead: str
    facts: Facts = ()
    figure: str = ""
    winners: tuple[PublicWinner, ...] = ()
    weights: tuple[tuple[int, bool], ...] = ()
    photos: tuple[PublicPhoto, ...] = ()
    share: Decimal | None = None
    measured: str = ""
    faces: tuple[PublicWinner, ...] = ()
    also: Standing = NOBODY
    both: tuple[str, ...] = ()
    until: tuple[str, ...] = ()

    @property
    def shown(self) -> Standing:
        """Who stands on its card: everybody named, and those shown with their consent."""
        return together(standing.shown(self.winners), standing.shown(self.faces), self.also)

    @property
    def told(self) -> Standing:
        """Who stands in its text: a single winner is described there, several are named."""
        one = len(self.winners) == 1
        return together((standing.shown if one else standing.named)(self.winners), self.also)

    @property
    def asks(self) -> bool:
        """Whether it asks for answers, so that it carries the survey's code."""
        return self.key == "survey"


def posts(award_round: PublicRound) -> Iterator[Post]:
    """Yield what an office posts about a round now; nothing about a result before its moment."""
    if award_round.stage == "nominations":
        yield _nominations(award_round)
    if award_round.stage in {"criteria", "nominations"}:
        yield criteria(award_round)
    if award_round.survey_state == "open" or (
        award_round.survey_state == "coming" and award_round.stage != "preparing"
    ):
        yield _survey(award_round)
    if award_round.tells:
        yield result(award_round)
        yield from (of_winner(award_round, winner) for winner in award_round.winners)
    if award_round.winners:
        yield from _ceremony(award_round)
    if thanked := _thanks(award_round):
        yield thanked
    if award_round.you_said:
        yield _you_said(award_round)


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
    """Return how winners are chosen: what is judged and what it weighs, as the rules say and whenever it is read."""
    plan = award_round.programme
    return Post(
        "criteria",
        labels.CRITERIA,
        f"{award_round.year}/criteria.html",
        labels.CRITERIA_HEADLINE.format(award=_award(award_round), year=award_round.year),
        f"{award_round.organisation.name}ใช้หลักเกณฑ์ {len(plan.criteria)} ข้อ รวม 100 คะแนน คัดเลือก{plan.award_name} "
        + (
            labels.GATE.format(gate=figure(plan.gate_alone))
            if plan.gate_alone
            else f"ในจำนวนนี้ {plan.citizens_weight} คะแนนมาจากความพึงพอใจของประชาชน"
        ),
        tuple(
            (
                criterion.name,
                (labels.CITIZENS_POINTS if criterion.citizens else labels.POINTS).format(points=criterion.weight),
            )
            for criterion in plan.criteria
        ),
        weights=tuple((criterion.weight, criterion.citizens) for criterion in plan.criteria),
    )


def _award(award_round: PublicRound) -> str:
    """Return the award in few words, for a headline: without its side."""
    return frame.award_lines(award_round.programme.award_name)[0]


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
    if post.photos:
        shown = f"{mark}{post.photos[0].alt} {post.headline}"
        return shown if len(shown) <= limits.ALT.most else f"{mark}{post.headline}"
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


def _nominations(award_round: PublicRound) -> Post:
    step = award_round.programme.step("nominations")
    return Post(
        "nominations",
        labels.NOMINATIONS,
        f"{award_round.year}/criteria.html",
        labels.NOMINATIONS_HEADLINE.format(award=_award(award_round), year=award_round.year),
        f"สำนักและกองของ{award_round.organisation.name}เสนอชื่อบุคลากรในสังกัดได้ระหว่างวันที่ "
        f"{date_range(step.starts, step.ends)} เพื่อคัดเลือก{award_round.programme.award_name}",
        timeline.main_dates(award_round),
        until=(labels.NOMINATED_UNTIL, day_and_month(step.ends)),
    )


def _ceremony(award_round: PublicRound) -> Iterator[Post]:
    """Yield the invitation to the ceremony, where its place is written, and once it took place the news of it."""
    plan, held = award_round.programme, award_round.programme.ceremony
    page, year = f"{award_round.year}/index.html", award_round.year
    if award_round.ceremony == "held":
        where = f" ณ {held.place}" if held else ""
        yield Post(
            "given",
            labels.GIVEN,
            page,
            labels.GIVEN_HEADLINE.format(award=_award(award_round), year=year),
            f"{award_round.organisation.name}มอบประกาศเกียรติคุณแก่{plan.award_name} ประจำปี {year} "
            f"จำนวน {honoured.counted(award_round.winners)} เมื่อ{occasion.day(award_round)}{where}",
            tuple((winner.name.full, winner.post) for winner in award_round.winners),
            faces=() if award_round.photos else award_round.winners,
            photos=award_round.photos,
            also=together(standing.named(award_round.winners), *(photo.standing for photo in award_round.photos)),
        )
    elif held and award_round.ceremony != "over":
        yield Post(
            "ceremony",
            labels.CEREMONY,
            page,
            labels.CEREMONY_HEADLINE.format(year=year),
            f"{award_round.organisation.name}ขอเชิญร่วม{honoured.greeting(award_round.winners).removeprefix('ขอ')}"
            f"ผู้ได้รับการคัดเลือกเป็น{plan.award_name} ประจำปี {year}",
            (
                (labels.WHEN, f"{occasion.day(award_round)} เวลา {clock(held.starts)}"),
                (labels.WHERE, held.place),
                (labels.PRESIDER, held.presider.post),
            ),
        )


def _survey(award_round: PublicRound) -> Post:
    plan = award_round.programme.survey
    lead = f"ประเมินการให้บริการของเรา {asking.effort(plan)} {asking.when(award_round)}"
    if award_round.counting:
        lead += f" คำตอบที่ส่งภายในวันที่ {long_date(plan.counted_until)} นับรวมในการคัดเลือก"
    return _survey_post(award_round, lead)


def _survey_post(award_round: PublicRound, lead: str) -> Post:
    headline, page = asking.TITLES[award_round.survey_state], page_frame.survey_href(award_round.survey)
    return Post("survey", labels.SURVEY, page, headline, lead, _ways(award_round))


def _ways(award_round: PublicRound) -> Facts:
    """Return the ways to answer without a camera; for a phone call only the number."""
    phone = award_round.organisation.phone.printed
    return tuple((way.name, phone if way.kind == "โทรศัพท์" else way.detail) for way in asking.ways(award_round))


def _thanks(award_round: PublicRound) -> Post | None:
    """Return the thanks to those who replied, with their verdict; None if there is nothing to thank for yet."""
    verdict = thanks.thanks(award_round)
    if verdict is None:
        return None
    came = (outcomes.view(award_round) or {}).get("complaints")
    facts = ((outcomes.COMPLAINTS, came["trend"]),) if came and came["last"]["year"] == award_round.year else ()
    page = f"{award_round.year}/results.html"
    return Post(
        "thanks",
        labels.THANKS,
        page,
        verdict.title,
        verdict.said,
        facts,
        verdict.figure,
        share=verdict.value,
        measured=verdict.measured,
    )


def _you_said(award_round: PublicRound) -> Post:
    """Return what citizens said and what was done about it."""
    entries = award_round.you_said
    return Post(
        "you-said",
        heard.TITLE,
        f"{award_round.year}/opinions.html",
        heard.TITLE,
        labels.YOU_SAID_LEAD.format(office=award_round.organisation.name, count=len(entries)),
        tuple((heard.QUOTED.format(said=each.said), f"{heard.WE_DID}แล้ว {each.did}") for each in entries),
        also=standing.quoted(award_round, *heard.texts(award_round)),
        both=(heard.YOU_SAID, heard.WE_DID),
    )


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
