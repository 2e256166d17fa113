"""A round on one page: what was promised, what came of it, who was honoured, and who replied.

One page is public. The other is only for the office and adds what is still to be done. Neither contains a score or
anybody who was not chosen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.disclosure import Brought, as_typed
from generator.piece import Piece, each_round
from generator.pieces.paper import labels, newsletter
from generator.pieces.parts import frame, honoured, outcomes, replies, standing, uses
from generator.press.typeset import TYPESET
from generator.thai.dates import long_date
from generator.thai.figures import count, percent, percent_sign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import Pending, PublicRound
    from generator.piece import Sheet, View

MOST_ROWS = 8
"""How many channels and places a page has room for; the others are added up in one row."""


def _public(award_round: PublicRound) -> Iterator[Sheet]:
    if award_round.winners:
        link = award_round.link("site")
        pages = [(labels.SUMMARY_RESULT, "results.html")]
        pages += [(labels.SUMMARY_REACH, "reach.html")] if award_round.reach else []
        view = {
            **_view(award_round, labels.SUMMARY),
            "winners": [{"name": winner.name.full, "post": frame.post(winner)} for winner in award_round.winners],
            "honoured": _honoured(award_round),
            "channels": _rows(award_round.reach.channels if award_round.reach else ()),
            "places": _rows(award_round.reach.places if award_round.reach else ()),
            "pages": "   ".join(_typed(award_round, *page) for page in pages) if award_round.organisation.site else "",
            "survey": frame.survey(award_round, link),
            "pending": None,
        }
        yield frame.sheet(
            award_round,
            f"papers/{award_round.year}/summary.pdf",
            view,
            (link,),
            called=labels.SUMMARY,
            standing=standing.named(award_round.winners),
        )


def _typed(award_round: PublicRound, name: str, path: str) -> str:
    return f"{name} {as_typed(award_round.organisation.page(f'{award_round.year}/{path}'))}"


def _internal(award_round: PublicRound) -> Iterator[Sheet]:
    if award_round.announced:
        view = {
            **_view(award_round, labels.SUMMARY_INTERNAL),
            "honoured": _honoured(award_round),
            "pending": [
                {"what": task.what, "who": "  ".join(task.who), "cure": _cure(task)} for task in award_round.pending
            ],
        }
        names = (*(name for task in award_round.pending for name in task.who), _honoured(award_round))
        who = standing.quoted(award_round, *names)
        yield frame.sheet(
            award_round,
            f"papers/{award_round.year}/summary-internal.pdf",
            view,
            called=labels.SUMMARY_INTERNAL,
            standing=who,
        )


def _cure(task: Pending) -> str:
    return labels.SUMMARY_BY.format(cure=task.cure, day=long_date(task.by)) if task.by else task.cure


def _view(award_round: PublicRound, called: str) -> View:
    result_day = award_round.programme.result_at.date()
    return {
        **frame.frame(award_round, f"{called} {frame.of_round(award_round)}"),
        **frame.heading(award_round),
        "office": award_round.organisation.name,
        "round": labels.SUMMARY_ROUND.format(year=award_round.year, day=long_date(result_day)),
        "figures": newsletter.figures(award_round),
        "satisfaction": _satisfaction(award_round),
        "complaints": _complaints(award_round),
        "labels": labels.ON_SUMMARY,
    }


def _honoured(award_round: PublicRound) -> str:
    plan = award_round.programme
    winners = award_round.winners
    staff = labels.HONOURED.format(counted=honoured.counted(winners)) if winners else labels.STAFF
    budget = labels.BUDGET.format(sum=plan.budget) if plan.budget[:1].isdigit() else plan.budget
    return labels.STAFF_AND_BUDGET.format(staff=staff, people=plan.target_people, budget=budget)


def _satisfaction(award_round: PublicRound) -> View:
    """Return this year's satisfaction against the target: the figure, the verdict, and what the figure is based on."""
    target = award_round.outcomes.satisfaction_target
    figure = award_round.outcomes.satisfaction_of(award_round.year)
    promised = _promise(outcomes.SATISFACTION, labels.AT_LEAST.format(target=percent(target)))
    if figure is None:
        return promised
    met = figure.value >= target
    return {
        **promised,
        "value": percent_sign(figure.value),
        "verdict": outcomes.VERDICTS[met],
        "met": met,
        "rests_on": labels.REPLIES.format(replies=count(figure.replies)) if figure.replies else "",
    }


def _complaints(award_round: PublicRound) -> View:
    """Return this year's complaints about unfair service, which should fall from year to year."""
    figure = award_round.outcomes.complaints_of(award_round.year)
    promised = _promise(outcomes.COMPLAINTS, labels.FEWER)
    if figure is None:
        return promised
    before = award_round.outcomes.complaints_of(award_round.year - 1)
    met = before is not None and figure.value < before.value
    return {
        **promised,
        "value": labels.CASES.format(count=count(int(figure.value))),
        "verdict": outcomes.VERDICTS[met] if before else labels.NO_YEAR_BEFORE,
        "met": met,
        "rests_on": labels.YEAR_BEFORE.format(count=count(int(before.value))) if before else "",
    }


def _promise(title: str, target: str) -> View:
    """Return a promise for which there is no figure yet."""
    promised = labels.PROMISED.format(target=target)
    verdict = labels.NO_FIGURE
    return {"title": title, "promised": promised, "value": "–", "verdict": verdict, "met": False, "rests_on": ""}


def _rows(found: tuple[Brought, ...]) -> list[View]:
    """Return the largest figures as bars and the sum of all others; a sum of publishable figures is publishable too."""
    largest, rest = found[:MOST_ROWS], found[MOST_ROWS:]
    if rest:
        largest, rest = found[: MOST_ROWS - 1], found[MOST_ROWS - 1 :]
        largest = (*largest, Brought(labels.REST_TOGETHER, sum(part.replies for part in rest), rest=True))
    return [
        {"name": row["name"], "value": row["replies"], "share": (row["width"] or 0) / 100}
        for row in replies.rows(largest)
    ]


PIECE = Piece(
    "summary", labels.SUMMARY, each_round(_public), TYPESET, "summary.typ", "survey", channel="site",
    use=uses.HEADS_OF_OFFICE, lasting=True,
)  # fmt: skip
WITHIN = Piece(
    "summary_internal",
    labels.SUMMARY_INTERNAL,
    each_round(_internal),
    TYPESET,
    "summary.typ",
    "none",
    audience="internal",
    use=uses.HEADS_OF_OFFICE,
)
