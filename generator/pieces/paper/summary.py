"""A round on one page: what was promised, what came of it, who was honoured, and who replied.

One page is public. The other is only for the office and adds what is still to be done. Neither contains a score or
anybody who was not chosen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.disclosure import Brought, as_typed
from generator.piece import Piece, each_round
from generator.pieces.paper import newsletter
from generator.pieces.parts import frame, outcomes, replies, standing, uses
from generator.press.typeset import TYPESET
from generator.thai.dates import long_date
from generator.thai.figures import count, percent, percent_sign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound
    from generator.piece import Sheet, View

SUMMARY, PENDING = "สรุปผลหนึ่งหน้า", "สรุปผลและเรื่องที่ยังค้าง"

MOST_ROWS = 8
"""How many channels and places a page has room for; the others are added up in one row."""


def _public(award_round: PublicRound) -> Iterator[Sheet]:
    if award_round.winners:
        link = award_round.link("site")
        pages = [("ผลการคัดเลือก", "results.html")]
        pages += [("เสียงจากช่องทางไหน", "reach.html")] if award_round.reach else []
        view = {
            **_view(award_round, f"{SUMMARY} {award_round.programme.award_name} ปี {award_round.year}"),
            "winners": [{"name": winner.name.full, "post": frame.post(winner)} for winner in award_round.winners],
            "honoured": _honoured(award_round),
            "channels": _rows(award_round.reach.channels if award_round.reach else ()),
            "places": _rows(award_round.reach.places if award_round.reach else ()),
            "pages": "   ".join(
                f"{name} {as_typed(award_round.organisation.site)}/{award_round.year}/{path}" for name, path in pages
            ),
            "survey": frame.survey(award_round, link),
            "pending": None,
        }
        yield frame.sheet(
            award_round,
            f"papers/{award_round.year}/summary.pdf",
            view,
            (link,),
            called=SUMMARY,
            standing=standing.named(award_round.winners),
        )


def _internal(award_round: PublicRound) -> Iterator[Sheet]:
    if award_round.announced:
        view = {
            **_view(award_round, f"{PENDING} {award_round.programme.award_name} ปี {award_round.year}"),
            "honoured": _honoured(award_round),
            "pending": [
                {"what": task.what, "who": "  ".join(task.who), "cure": task.cure} for task in award_round.pending
            ],
        }
        names = (*(name for task in award_round.pending for name in task.who), _honoured(award_round))
        who = standing.quoted(award_round, *names)
        yield frame.sheet(
            award_round, f"papers/{award_round.year}/summary-internal.pdf", view, called=PENDING, standing=who
        )


def _view(award_round: PublicRound, title: str) -> View:
    result_day = award_round.programme.result_at.date()
    return {
        **frame.frame(award_round, title),
        **frame.heading(award_round),
        "office": award_round.organisation.name,
        "round": f"ปี {award_round.year}  ประกาศผล {long_date(result_day)}",
        "figures": newsletter.figures(award_round),
        "satisfaction": _satisfaction(award_round),
        "complaints": _complaints(award_round),
    }


def _honoured(award_round: PublicRound) -> str:
    plan = award_round.programme
    people = f"ยกย่อง {len(award_round.winners)} คน จากบุคลากร" if award_round.winners else "บุคลากร"
    return f"{people} {plan.target_people} คน  {plan.budget}"


def _satisfaction(award_round: PublicRound) -> View:
    """Return this year's satisfaction against the target: the figure, the verdict, and what the figure is based on."""
    target = award_round.outcomes.satisfaction_target
    figure = award_round.outcomes.satisfaction_of(award_round.year)
    promised = _promise(outcomes.SATISFACTION, f"ไม่น้อยกว่า{percent(target)}")
    if figure is None:
        return promised
    met = figure.value >= target
    return {
        **promised,
        "value": percent_sign(figure.value),
        "verdict": outcomes.VERDICTS[met],
        "met": met,
        "rests_on": f"ผู้ตอบ {count(figure.replies)} คน" if figure.replies else "",
    }


def _complaints(award_round: PublicRound) -> View:
    """Return this year's complaints about unfair service, which should fall from year to year."""
    figure = award_round.outcomes.complaints_of(award_round.year)
    promised = _promise(outcomes.COMPLAINTS, "ลดลงจากปีก่อน")
    if figure is None:
        return promised
    before = award_round.outcomes.complaints_of(award_round.year - 1)
    met = before is not None and figure.value < before.value
    return {
        **promised,
        "value": f"{count(int(figure.value))} เรื่อง",
        "verdict": outcomes.VERDICTS[met] if before else "ไม่มีปีก่อนให้เทียบ",
        "met": met,
        "rests_on": f"ปีก่อน {count(int(before.value))} เรื่อง" if before else "",
    }


def _promise(title: str, target: str) -> View:
    """Return a promise for which there is no figure yet."""
    promised = f"เป้าหมาย {target}"
    return {"title": title, "promised": promised, "value": "–", "verdict": "ยังไม่มีตัวเลข", "met": False, "rests_on": ""}


def _rows(found: tuple[Brought, ...]) -> list[View]:
    """Return the largest figures as bars and the sum of all others; a sum of publishable figures is publishable too."""
    largest, rest = found[:MOST_ROWS], found[MOST_ROWS:]
    if rest:
        largest, rest = found[: MOST_ROWS - 1], found[MOST_ROWS - 1 :]
        largest = (*largest, Brought("ที่เหลือรวมกัน", sum(part.replies for part in rest), rest=True))
    return [
        {"name": row["name"], "value": row["replies"], "share": (row["width"] or 0) / 100}
        for row in replies.rows(largest)
    ]


PIECE = Piece(
    "summary", SUMMARY, each_round(_public), TYPESET, "summary.typ", "survey", channel="site",
    use=uses.HEADS_OF_OFFICE,
)  # fmt: skip
WITHIN = Piece(
    "summary_internal",
    PENDING,
    each_round(_internal),
    TYPESET,
    "summary.typ",
    "none",
    audience="internal",
    use=uses.HEADS_OF_OFFICE,
)
