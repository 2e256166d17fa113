"""The newsletter of a result: one, two or four A4 pages, as many as the publishable texts about the winners need."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator.disclosure import together
from generator.piece import Piece, Sheet, each_round
from generator.pieces.paper import labels
from generator.pieces.parts import frame, heard, honoured, occasion, standing, timeline, uses
from generator.pieces.parts.outcomes import COMPLAINTS
from generator.press.typeset import TYPESET
from generator.thai.dates import long_date
from generator.thai.figures import alike, count, figure, percent, percent_sign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound
    from generator.model import Name, Programme, YearFigure
    from generator.piece import PhotoFormat, View

LARGE, SMALL, SEAL = 620, 340, 200
"""Pixels of a photo: larger where at most `AT_LARGE` people share the first page or beside a story; and of the seal."""

AT_LARGE = 3

PHOTO, PHOTOS = 1100, 3
"""Pixels of a picture of the ceremony, and how many stand in its newsletter."""

FOLDED_ONCE = 4
"""The pages of one sheet that is folded once: two on each side."""


ROOM = {1: 10**6, 2: 480, 3: 240}
"""How long a story may be, in letters, to fit beside its winner on the first of two pages, by number of winners."""

OVERLEAF = {1: 800, 2: 330, 3: 270}
"""How long a story may be, in letters, to fit on the second of two pages, by number of stories."""

FEW = TWO = 2
"""How many stories are worth pages of their own, and on how many pages there is none for them."""

SIX = 6
"""How many names leave room for the figures on the same page."""


IN_FRONT, A_PAGE = 24, 36
"""How many people the first page has room for, and each page of names after it."""

MOST_STORIES = 8
"""How many stories two pages have room for; of more people than that, stories stand on the site alone."""

MOST_SEEN = 24
"""How many people two pages show so large that each is seen, with the name and what is told in a sentence."""


def pages(award_round: PublicRound) -> int:
    """Return how many pages the newsletter has, with those on which a very large round is listed further."""
    return _pages(award_round) + max(0, -(-(len(award_round.winners) - IN_FRONT) // A_PAGE))


def _pages(award_round: PublicRound) -> int:
    """Return how many pages there are without further names.

    Pictures of the ceremony stand on the last page. Stories that do not fit beside their people fill pages of their
    own, unless they are so few and short that they fit overleaf; if nobody's texts may be shown, one page is enough.
    """
    people, stories = award_round.winners, _stories(award_round)
    if _seen_inside(award_round):
        return FOLDED_ONCE
    if len(stories) >= FEW and not _beside(award_round) and not _overleaf(award_round):
        return FOLDED_ONCE
    if award_round.photos:
        return 2
    has_texts = any(winner.story or winner.quote or winner.citation for winner in people)
    return 2 if has_texts or len(people) > SIX else 1


def _stories(award_round: PublicRound) -> list[str]:
    stories = [winner.story for winner in award_round.winners if winner.story]
    return stories if len(award_round.winners) <= MOST_STORIES else []


def _seen_inside(award_round: PublicRound) -> bool:
    """Return whether all people are seen on the pages inside, since there are too many for their stories."""
    people = award_round.winners
    told = any(winner.portrait or winner.citation or winner.quote for winner in people)
    return told and MOST_STORIES < len(people) <= MOST_SEEN


def _beside(award_round: PublicRound) -> bool:
    """Return whether all stories fit beside their people."""
    return max(map(len, _stories(award_round)), default=0) <= ROOM.get(len(award_round.winners), 0)


def _overleaf(award_round: PublicRound) -> bool:
    """Return whether the stories stand on the second of two pages."""
    stories = _stories(award_round)
    fits = bool(stories) and max(map(len, stories)) <= OVERLEAF.get(len(stories), 0)
    return fits and not _beside(award_round) and not award_round.photos


def _colour(award_round: PublicRound) -> Iterator[Sheet]:
    if award_round.winners:
        yield _sheet(award_round, "newsletter.pdf", "", "jpg")


def _in_the_office(award_round: PublicRound) -> Iterator[Sheet]:
    """Yield the newsletter for the office's duplicator, which prints only black, and the one that is folded."""
    if award_round.winners:
        yield _sheet(award_round, "office/newsletter-mono.pdf", f" {labels.MONO}", "grey")
    if award_round.winners and pages(award_round) == FOLDED_ONCE:
        yield _sheet(award_round, "office/newsletter-a3-fold.pdf", f" {labels.NEWSLETTER_FOLDED}", "jpg", folded=True)
        yield _sheet(
            award_round,
            "office/newsletter-a3-fold-mono.pdf",
            f" {labels.MONO} {labels.NEWSLETTER_FOLDED}",
            "grey",
            folded=True,
        )


def _sheet(award_round: PublicRound, name: str, said: str, kind: PhotoFormat, *, folded: bool = False) -> Sheet:
    programme = award_round.programme
    few = len(award_round.winners) <= AT_LARGE
    persons = [
        frame.person(winner, LARGE if few or winner.story else SMALL, kind, cut=True) for winner in award_round.winners
    ]
    seal, seals = frame.seal(award_round, SEAL, kind)
    photos = [frame.photograph(photo, PHOTO, kind) for photo in award_round.photos[:PHOTOS]]
    title = f"{labels.NEWSLETTER} {frame.of_round(award_round)}{said}"
    link = award_round.link("newsletter")
    view = {
        **frame.frame(award_round, title),
        "output": {"mono": kind == "grey", "folded": folded},
        "pages": _pages(award_round),
        "most": [IN_FRONT, A_PAGE],
        "stories": bool(_stories(award_round)),
        "seen_inside": _seen_inside(award_round),
        "overleaf": _overleaf(award_round),
        **frame.heading(award_round),
        "masthead": {
            "name": paper_name(award_round),
            "issue": programme.newsletter_issue or labels.NEWSLETTER_ISSUE,
            "day": long_date(programme.result_at.date()),
        },
        "seal": seal,
        "kicker": frame.of_round(award_round),
        "news": labels.NEWSLETTER_NEWS.format(counted=honoured.counted(award_round.winners)),
        "lead": _lead(award_round),
        "inside": _inside(award_round),
        "citizens_share": _share(programme),
        "people": [view for view, _ in persons],
        "criteria": frame.criteria(programme),
        "steps": [{**step, "text": timeline.TITLES[step["key"]]} for step in frame.steps(programme)],
        "objectives": list(programme.objectives),
        "photos": [view for view, _ in photos],
        "figures": figures(award_round),
        "aspects": heard.said_of(award_round),
        "survey": frame.survey(award_round, link),
        "labels": labels.ON_NEWSLETTER,
    }
    renditions = seals + tuple(rendition for _, sizes in persons for rendition in sizes)
    renditions += tuple(rendition for _, rendition in photos)
    looks_like = f"print/{award_round.year}/newsletter.pdf"
    return frame.sheet(
        award_round,
        f"print/{award_round.year}/{name}",
        view,
        (link,),
        renditions,
        looks_like,
        called=labels.NEWSLETTER,
        design="newsletter",
        way=said.strip() or labels.NEWSLETTER_PAGES.format(pages=pages(award_round)),
        paper="A3" if folded else "A4",
        standing=together(
            standing.shown(award_round.winners),
            standing.quoted(award_round, *heard.texts(award_round)),
            *(photo.standing for photo in award_round.photos[:PHOTOS]),
        ),
        hanging=None if said else uses.while_news(award_round, pages(award_round)),
    )


def paper_name(award_round: PublicRound) -> str:
    """Return what the office calls its paper; without a name of its own it is called what it is."""
    office = award_round.organisation
    return office.newsletter_name or labels.NEWSLETTER_OF.format(office=office.short_name)


def _inside(award_round: PublicRound) -> list[View]:
    """Return what stands on the pages after the first, each with its number."""
    told = [winner.name for winner in award_round.winners if winner.story]
    last, shift = _pages(award_round), pages(award_round) - _pages(award_round)
    inner: dict[int, list[Name]] = {}
    if _seen_inside(award_round):
        everyone = labels.NEWSLETTER_EVERYONE.format(counted=honoured.counted(award_round.winners))
        return [_on_page(TWO, everyone), _on_page(last, labels.NEWSLETTER_FIGURES)]
    if last == FOLDED_ONCE:
        rows = -(-len(told) // 2)
        inner = {2: told[:rows], 3: told[rows:]}
    elif last > TWO:
        inner = {2: told}
    if _overleaf(award_round) or (inner and len(told) > SIX):
        stories = [_on_page(2 + shift, labels.NEWSLETTER_STORIES)]
    else:
        stories = [_on_page(page + shift, *(name.short for name in names)) for page, names in inner.items()]
    return [*stories, _on_page(last + shift, labels.NEWSLETTER_FIGURES)] if last > 1 else []


def _on_page(page: int, *what: str) -> View:
    return {"page": page, "what": list(what), "on_one_line": "  ".join(what)}


def _share(programme: Programme) -> View:
    """Return the citizens' share of the decision in large letters, and what it is."""
    if programme.gate_alone:
        return {"figure": percent_sign(programme.gate_alone), "said": list(labels.GATE_SHARE)}
    return {"figure": str(programme.citizens_weight), "said": list(labels.CITIZENS_SHARE)}


def _lead(award_round: PublicRound) -> str:
    programme = award_round.programme
    return (
        f"{award_round.organisation.name}ประกาศผลการคัดเลือก{programme.award_name} ปี {award_round.year} "
        f"เมื่อวันที่ {long_date(programme.result_at.date())} คัดเลือกจากบุคลากร {programme.target_people} คน "
        f"{_heard(programme)} "
        f"{_given(award_round)}"
        f"{'ขอเชิดชูเกียรติ' if honoured.late(award_round.winners) else 'ขอแสดงความยินดี'}และชวนทำความรู้จักกัน"
    )


def _heard(programme: Programme) -> str:
    """Return how much citizens decided."""
    if programme.gate_alone:
        return labels.NEWSLETTER_GATE.format(gate=figure(programme.gate_alone))
    return f"โดย {programme.citizens_weight} คะแนนจาก 100 คะแนนมาจากความพึงพอใจของประชาชนผู้มารับบริการ"


def _given(award_round: PublicRound) -> str:
    """Return that the certificates were handed over, once that is known."""
    return f"มอบประกาศเกียรติคุณแล้วเมื่อ{occasion.day(award_round)} " if award_round.ceremony == "held" else ""


def figures(award_round: PublicRound) -> View:
    """Return the outcomes for charts: each bar's share of the longest as a number, the figure as text."""
    outcomes = award_round.outcomes
    target = outcomes.satisfaction_target
    newest = outcomes.satisfaction[-1].value if outcomes.satisfaction else target
    note = labels.CHART_TARGET.format(target=percent(target))
    answered = [(year_figure.year, year_figure.replies) for year_figure in outcomes.satisfaction if year_figure.replies]
    if answered:
        year, replies = answered[-1]
        note += labels.CHART_REPLIES.format(year=year, replies=count(replies))
    most = max((year_figure.value for year_figure in outcomes.complaints), default=Decimal(0)) or Decimal(1)
    return {
        "note": note,
        "complaints_note": labels.CHART_COUNT.format(what=COMPLAINTS),
        "target_share": float(target / 100),
        "satisfaction": [
            _bar(came, Decimal(100), f"{alike(came.value, newest, target)}%") for came in outcomes.satisfaction
        ],
        "complaints": [
            _bar(year_figure, most, labels.CASES.format(count=count(int(year_figure.value))))
            | {"count": int(year_figure.value)}
            for year_figure in outcomes.complaints
        ],
    }


def _bar(of_year: YearFigure, most: Decimal, value: str) -> View:
    return {"year": of_year.year, "share": float(of_year.value / most), "value": value}


PIECE = Piece(
    "newsletter",
    labels.NEWSLETTER,
    each_round(_colour),
    TYPESET,
    "newsletter.typ",
    "survey",
    use=uses.BOARDS_AND_TABLES,
    sets=("แจก",),
    lasting=True,
)
IN_THE_OFFICE = Piece(
    "newsletter_office",
    labels.NEWSLETTER_IN_OFFICE,
    each_round(_in_the_office),
    TYPESET,
    "newsletter.typ",
    "survey",
    audience="internal",
    use=uses.BOARDS_AND_TABLES,
    sets=("ขาวดำ",),
)
