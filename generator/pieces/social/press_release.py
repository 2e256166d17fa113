"""The press release of a result and of a survey, as text to send and as a document to edit further.

In the order in which newsrooms cut: headline, lead with who, what, when and where, the people, how they were chosen,
what the citizens said, a quote, what comes next, and a contact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.disclosure import enough, together
from generator.piece import Piece, Sheet, each_round
from generator.pieces.parts import asking, frame, honoured, standing, uses
from generator.pieces.social import card, labels, post
from generator.press.document import DOCUMENT
from generator.press.text import TEXT
from generator.thai.dates import clock, long_date, weekday_date
from generator.thai.figures import count, figure, percent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.disclosure import PublicRound, PublicWinner
    from generator.piece import View
    from generator.pieces.social.post import Post

VOICES = 2
"""How many people are quoted: with more it is a collection, not news."""

TOLD = ("result", "survey", "given")
"""The news items that get a press release."""


def _releases(ending: str) -> Callable[[PublicRound], Iterator[Sheet]]:
    def lay_out(award_round: PublicRound) -> Iterator[Sheet]:
        for news in post.posts(award_round):
            if news.key in TOLD:
                view = _view(award_round, news)
                people = award_round.winners if news.key == "given" else news.winners
                yield Sheet(
                    f"social/{award_round.year}/press-release-{news.key}.{ending}",
                    view["title"],
                    view,
                    award_round.year,
                    called=labels.RELEASE_OF.format(news=news.title),
                    news=news.title,
                    design=f"press-release-{news.key}",
                    way=labels.RELEASE_WORD if ending == "docx" else "",
                    standing=together(standing.shown(people), news.also),
                )

    return lay_out


def _view(award_round: PublicRound, news: Post) -> View:
    title = f"{labels.RELEASE_OF.format(news=news.title)} {frame.of_round(award_round)}"
    return {**frame.frame(award_round, title), "blocks": [*_blocks(award_round, news)], "names": []}


def _block(style: str, text: str, *, indented: bool = False, centred: bool = False) -> View:
    return {"style": style, "text": text, "indented": indented, "centred": centred}


def _said(text: str) -> View:
    return _block("Normal", text, indented=True)


def _blocks(award_round: PublicRound, news: Post) -> Iterator[View]:
    yield _block("Title", labels.RELEASE, centred=True)
    yield _block("Normal", award_round.organisation.name, centred=True)
    if award_round.sample:
        yield _block("Normal", labels.RELEASE_SAMPLE, centred=True)
    yield _block("Normal", frame.embargo(award_round) or labels.RELEASE_NOW, centred=True)
    if news.key == "result":
        yield from _result(award_round)
    elif news.key == "given":
        yield from _given(award_round, news)
    else:
        yield from _survey(award_round, news)
    yield _block("Heading 2", labels.CONTACT)
    yield from (_block("Normal", line) for line in _contact(award_round))


def _result(award_round: PublicRound) -> Iterator[View]:
    office, programme = award_round.organisation, award_round.programme
    award_name, day = award_round.programme.award_name, programme.result_at.date()
    said = f"มี{post.counted(award_round)}" if award_round.winners else labels.NOBODY
    names = f" {honoured.are(award_round.winners)}" if award_round.winners else ""
    yield _block("Heading 1", f"{office.short_name} ประกาศผล{award_name} ปี {award_round.year} {said}")
    yield _said(
        f"{weekday_date(day)} {office.name} {office.address.area} "
        f"ประกาศผลการคัดเลือก{award_name} ประจำปี {award_round.year} {said}{names}"
    )
    yield from (_block("List Bullet", _person(winner)) for winner in award_round.winners)
    yield from (_said(f"{name} {detail}") for name, detail in post.result(award_round).facts)
    if reason := award_round.reason():
        yield _said(reason)
    yield _said(_chosen(award_round))
    if heard := _heard(award_round):
        yield _said(heard)
    voices = [winner for winner in award_round.winners if winner.quote][:VOICES]
    for winner in voices:
        yield _said(f"{winner.name.full} {winner.position} {'เคย' if winner.name.late else ''}กล่าวว่า “{winner.quote}”")
    if coming := _ceremony(award_round):
        yield _said(coming)
    if office.site:
        results, media = office.page(f"{award_round.year}/results.html"), office.page("media.html")
        what = "อ่านเรื่องราว" if any(winner.told_on_site for winner in award_round.winners) else "ดูผลการคัดเลือก"
        yield _said(f"{what}ได้ที่ {results} และดาวน์โหลดสื่อเผยแพร่ได้ที่ {media}")
    if award_round.survey_state == "open":
        yield _said(_ask(award_round))


def _person(winner: PublicWinner) -> str:
    who = f"{winner.who} ประเภท{winner.ranked}"
    return f"{who} ผลงานเด่น คือ {winner.citation}" if winner.citation else who


def _chosen(award_round: PublicRound) -> str:
    programme = award_round.programme
    heard = (
        f"{labels.GATE.format(gate=figure(programme.gate_alone))} "
        if programme.gate_alone
        else f"ในจำนวนนี้ {programme.citizens_weight} คะแนนมาจากประชาชนผู้รับบริการ ผ่านแบบประเมินความพึงพอใจ "
    )
    return (
        f"คณะกรรมการพิจารณาจากหลักเกณฑ์ {len(programme.criteria)} ข้อ รวม 100 คะแนน {heard}"
        f"ที่นับคำตอบถึงวันที่ {long_date(programme.survey.counted_until)}"
    )


def _heard(award_round: PublicRound) -> str:
    """Return what citizens said about the office this year; empty if too few replied to publish it."""
    figure = award_round.outcomes.satisfaction_of(award_round.year)
    replies = enough(figure.replies) if figure else None
    if figure is None or replies is None:
        return ""
    return (
        f"ปี {award_round.year} ประชาชน {count(replies)} คนตอบแบบประเมิน มีความพึงพอใจเฉลี่ย{percent(figure.value)} "
        f"เป้าหมายของโครงการคือไม่น้อยกว่า{percent(award_round.outcomes.satisfaction_target)}"
    )


def _ceremony(award_round: PublicRound) -> str:
    """Return when the certificates are handed over, if that is still to come."""
    held = award_round.programme.ceremony
    if held is None or award_round.nobody or award_round.ceremony != "coming":
        return ""
    day = award_round.programme.step("ceremony").starts
    return (
        f"กำหนดจัดพิธีมอบประกาศเกียรติคุณ{weekday_date(day)} เวลา {clock(held.starts)} ณ {held.place} "
        f"โดยมี{held.presider.post}เป็นประธาน"
    )


def _survey(award_round: PublicRound, news: Post) -> Iterator[View]:
    office = award_round.organisation
    yield _block("Heading 1", f"{office.short_name} เชิญประชาชนประเมินการให้บริการ ปี {award_round.year}")
    yield _said(f"{office.name} {office.address.area} {_invited(award_round)}")
    yield _said(_counts(award_round))
    yield _said(_ask(award_round))
    yield from (_block("List Bullet", f"{name}: {detail}") for name, detail in news.facts)


def _given(award_round: PublicRound, news: Post) -> Iterator[View]:
    """Yield that the certificates were handed over, to whom, by whom, and how they were chosen."""
    office, held = award_round.organisation, award_round.programme.ceremony
    yield _block("Heading 1", f"{office.short_name} {news.headline}")
    yield _said(f"({office.address.area}) {news.lead}{f' โดยมี{held.presider.post}เป็นประธาน' if held else ''}")
    yield _said(f"ผู้ได้รับประกาศเกียรติคุณ {honoured.are(award_round.winners)}")
    yield from (_block("List Bullet", _person(winner)) for winner in award_round.winners)
    yield _said(_chosen(award_round))
    for number, photo in enumerate(news.photos, 1):
        yield _said(labels.RELEASE_PHOTO.format(number=number, alt=photo.alt, file=card.photo_file(news, number)))
    if office.site:
        yield _said(f"ดูภาพและรายชื่อได้ที่ {office.page(news.page)}")


def _invited(award_round: PublicRound) -> str:
    survey = award_round.programme.survey
    days = f"ตั้งแต่วันที่ {long_date(survey.opens)} ถึงวันที่ {long_date(survey.closes)}"
    return f"เชิญผู้มารับบริการตอบแบบประเมินความพึงพอใจ {days} {asking.effort(survey)}"


def _counts(award_round: PublicRound) -> str:
    """Return what a reply is used for while it still counts: for the choice; and after that to improve the service."""
    if not award_round.counting:
        return "คำตอบใช้ปรับปรุงการให้บริการ"
    plan = award_round.programme
    until = long_date(plan.survey.counted_until)
    counts = (
        f"บอกว่าใครผ่านเกณฑ์ความพึงพอใจร้อยละ {figure(plan.gate_alone)}"
        if plan.gate_alone
        else f"นับเป็น {plan.citizens_weight} จาก 100 คะแนน"
    )
    return f"คำตอบที่ส่งถึงวันที่ {until} {counts}ในการคัดเลือก{plan.award_name} คำตอบหลังจากนั้นใช้ปรับปรุงการให้บริการ"


def _ask(award_round: PublicRound) -> str:
    survey = award_round.programme.survey
    closes, how = long_date(survey.closes), f" โดย{asking.NAMELESS}" if survey.nameless else ""
    return f"ประชาชนประเมินการให้บริการได้ที่ {award_round.link('social').url} ถึงวันที่ {closes}{how}"


def _contact(award_round: PublicRound) -> Iterator[str]:
    office = award_round.contact
    yield f"{award_round.programme.owner}"
    yield office.address.full
    yield labels.CONTACT_PHONE.format(phone=office.phone.printed, hours=office.office_hours)
    if office.site:
        yield labels.CONTACT_SITE.format(site=office.site)


AS_TEXT = Piece(
    "press_release", labels.RELEASE, each_round(_releases("txt")), TEXT, "press_release.txt.j2", "none", "social",
    use=uses.NEWSROOMS, kind="post", sets=("ข่าวประชาสัมพันธ์",),
)  # fmt: skip
AS_DOCUMENT = Piece(
    "press_release_document", labels.RELEASE_DOCUMENT, each_round(_releases("docx")), DOCUMENT, "", "none", "social",
    use=uses.NEWSROOMS, kind="post", sets=("ข่าวประชาสัมพันธ์",),
)  # fmt: skip
