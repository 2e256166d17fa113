"""A round on one page: what was promised, what came of it, who was honoured, and who replied.

One page is public. The other is only for the office and adds what is still to be done. Neither contains a score or
anybody who was not chosen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.disclosure import Brought, as_typed
from generator.piece import Piece, each_round
from generator.pieces.paper import labels
from generator.pieces.parts import frame, honoured, outcomes, replies, standing, uses
from generator.press.typeset import TYPESET
from generator.thai.dates import long_date
from generator.thai.figures import alike, count, percent, percent_sign

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.disclosure import Pending, PublicRound
    from generator.piece import Sheet, View

FACE, SEAL = 120, 110
"""Pixels of a face in the list, and of the seal."""

SHOWN = ("name", "name_lines", "parts", "broken", "position", "division", "portrait")
"""What the list says of a person."""

MOST_YEARS = 4
"""How many years stand in one line."""

MOST_ROWS = ((6, 7), (12, 4), (10**6, 0))
"""How many channels and places a page has room for beside so many people; the others are added up in one row."""


def _public(award_round: PublicRound) -> Iterator[Sheet]:
    if award_round.winners:
        link = award_round.link("site")
        pages = [(labels.SUMMARY_RESULT, "results.html")]
        pages += [(labels.SUMMARY_REACH, "reach.html")] if award_round.reach else []
        persons = [frame.person(winner, FACE, cut=True) for winner in award_round.winners]
        seal, seals = frame.seal(award_round, SEAL)
        view = {
            **_view(award_round, labels.SUMMARY),
            "seal": seal,
            "people": [{key: person[key] for key in SHOWN if key in person} for person, _ in persons],
            "honoured": _honoured(award_round),
            "channels": _rows(award_round.reach.channels if award_round.reach else (), len(persons)),
            "places": _rows(award_round.reach.places if award_round.reach else (), len(persons)),
            "pages": "   ".join(_typed(award_round, *page) for page in pages) if award_round.organisation.site else "",
            "survey": frame.survey(award_round, link),
            "pending": None,
        }
        yield frame.sheet(
            award_round,
            f"papers/{award_round.year}/summary.pdf",
            view,
            (link,),
            seals + tuple(rendition for _, faces in persons for rendition in faces),
            called=labels.SUMMARY,
            standing=standing.pictured(award_round.winners),
        )


def _typed(award_round: PublicRound, name: str, path: str) -> str:
    return f"{name} {as_typed(award_round.organisation.page(f'{award_round.year}/{path}'))}"


def _internal(award_round: PublicRound) -> Iterator[Sheet]:
    if award_round.announced:
        seal, seals = frame.seal(award_round, SEAL)
        view = {
            **_view(award_round, labels.SUMMARY_INTERNAL),
            "seal": seal,
            "honoured": _honoured(award_round),
            "pending": [_task(task) for task in award_round.pending],
        }
        names = (*(name for task in award_round.pending for name in task.who), _honoured(award_round))
        who = standing.quoted(award_round, *names)
        yield frame.sheet(
            award_round,
            f"papers/{award_round.year}/summary-internal.pdf",
            view,
            renditions=seals,
            called=labels.SUMMARY_INTERNAL,
            standing=who,
        )


def _task(task: Pending) -> View:
    """Return what somebody does about it, without the names of files and fields, which who types them is told."""
    act = task.act or task.what
    return {
        "act": labels.SUMMARY_BY.format(act=act, day=long_date(task.by)) if task.by else act,
        "who": "  ".join(task.who),
        "why": task.what if task.act else "",
    }


def _view(award_round: PublicRound, called: str) -> View:
    result_day = award_round.programme.result_at.date()
    return {
        **frame.frame(award_round, f"{called} {frame.of_round(award_round)}"),
        **frame.heading(award_round),
        "office": award_round.organisation.name,
        "round": labels.SUMMARY_ROUND.format(year=award_round.year, day=long_date(result_day)),
        "reached": _reached(award_round),
        "satisfaction": _satisfaction(award_round),
        "complaints": _complaints(award_round),
        "labels": labels.ON_SUMMARY,
    }


def _reached(award_round: PublicRound) -> str:
    """Return in one sentence which promises were kept, as far as there are figures to tell it by."""

    def met(kept: View) -> bool | None:
        return bool(kept["met"]) if kept["verdict"] in outcomes.VERDICTS.values() else None

    return labels.REACHED[met(_satisfaction(award_round)), met(_complaints(award_round))] or _honoured(award_round)


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
    met, newest = figure.value >= target, award_round.outcomes.satisfaction[-1].value
    return {
        **promised,
        "figure": percent_sign(figure.value),
        "verdict": outcomes.VERDICTS[met],
        "met": met,
        "promised": "  ".join(
            [promised["promised"], *([labels.REPLIES.format(replies=count(figure.replies))] if figure.replies else [])]
        ),
        "years": _years(
            (came.year, f"{alike(came.value, newest, target)}%") for came in award_round.outcomes.satisfaction
        ),
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
        "figure": count(int(figure.value)),
        "unit": labels.CASE,
        "verdict": outcomes.VERDICTS[met] if before else labels.NO_YEAR_BEFORE,
        "met": met,
        "promised": "  ".join(
            [promised["promised"], *([labels.YEAR_BEFORE.format(count=count(int(before.value)))] if before else [])]
        ),
        "years": _years((came.year, count(int(came.value))) for came in award_round.outcomes.complaints),
    }


def _promise(title: str, target: str) -> View:
    """Return a promise for which there is no figure yet."""
    promised = labels.PROMISED.format(target=target)
    verdict = labels.NO_FIGURE
    kept = {"title": title, "promised": promised, "figure": "–", "unit": "", "verdict": verdict}
    return {**kept, "met": False, "years": ""}


def _years(figures: Iterable[tuple[int, str]]) -> str:
    """Return the figures of the last years in one line; of one year alone nothing, since it is said already."""
    said = [labels.IN_YEAR.format(year=year, value=value) for year, value in figures][-MOST_YEARS:]
    return "   ".join(said) if len(said) > 1 else ""


def _rows(found: tuple[Brought, ...], people: int) -> list[View]:
    """Return the largest figures as bars and the sum of all others; a sum of publishable figures is publishable too."""
    most = next(rows for few, rows in MOST_ROWS if people <= few)
    largest, rest = found[:most], found[most:]
    if rest and most:
        largest, rest = found[: most - 1], found[most - 1 :]
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
