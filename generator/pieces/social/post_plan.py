"""The month plan of posts: which post on which day of the round, from which files, with room for who posted it.

It orders only posts that there are on their day. Before the result it names nobody: what depends on it stands there
without names, and the winners follow, one a day, once they are known.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from generator.disclosure import ceremony_hours, ceremony_state, midnight, stage_at, survey_state
from generator.era import BANGKOK
from generator.piece import Piece, each_round
from generator.pieces.parts import frame, standing, uses
from generator.pieces.social import labels, post
from generator.press.table import TABLE as SPREADSHEET
from generator.press.typeset import TYPESET
from generator.thai.dates import MONTHS, clock, long_date, short_date, weekday

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import CeremonyState, PublicRound
    from generator.piece import Sheet, View

WEEK, DAY = timedelta(days=7), timedelta(days=1)
LAST_MINUTE = time(23, 59)
DESIGN = "post-plan"
COLUMNS = (
    ("date", 16), ("hour", 10), ("what", 34), ("text", 24), ("picture", 28), ("", 9), ("", 9), ("", 20), ("note", 40)
)  # fmt: skip
"""What each column of the table shows, nothing where somebody ticks or signs, and its width in letters."""

OF_RESULT = {"result": labels.RESULT, "ceremony": labels.CEREMONY}
"""The posts that there will be after a result, and what they are called, as long as it is not out."""


class Posting(NamedTuple):
    """A line of the plan: the day, from which hour on if it matters, the post by key and title, and a remark."""

    day: date
    hour: time | None
    key: str
    title: str
    note: str


def postings(award_round: PublicRound) -> list[Posting]:
    """Return every line of the plan by day, only of posts that there are on that day."""
    seen: set[str] = set()
    lines = []
    for day, key in sorted(set(_wanted(award_round)), key=lambda each: (each[0], _rank(award_round, each[1]))):
        title = _title(award_round, key, day)
        if title:
            note = labels.AGAIN if key in seen else _note(award_round, key)
            lines.append(Posting(day, _hour(award_round, key, day), key, title, note))
            seen.add(key)
    return lines


def _wanted(award_round: PublicRound) -> Iterator[tuple[date, str]]:
    """Yield the days on which an office would post something, whether or not there is a post by then."""
    plan, survey, step = award_round.programme, award_round.programme.survey, award_round.programme.step
    result, ceremony = plan.result_at.date(), step("ceremony").starts
    yield step("criteria_notice").starts, "criteria"
    yield from ((day, "nominations") for day in (step("nominations").starts, step("nominations").ends - 2 * DAY))
    asks = max(survey.opens, step("criteria_notice").starts)
    weeks = max(0, (survey.counted_until - asks) // WEEK)
    yield from ((asks + number * WEEK, "survey") for number in range(weeks + 1))
    yield survey.counted_until, "survey"
    yield result, "result"
    yield from ((result + number * DAY, f"winner-{one.id}") for number, one in enumerate(award_round.winners, 1))
    yield from ((max(result, ceremony - back * DAY), "ceremony") for back in (2, 1))
    yield max(result, step("ceremony").ends) + DAY, "given"
    yield max(result, step("publicity").ends, step("ceremony").ends), "thanks"
    if award_round.you_said:
        yield uses.while_done(award_round).up, "you-said"


def _rank(award_round: PublicRound, key: str) -> int:
    keys = ["criteria", "nominations", "survey", "result", *(f"winner-{one.id}" for one in award_round.winners)]
    return (*keys, "ceremony", "given", "thanks", "you-said").index(key)


def _title(award_round: PublicRound, key: str, day: date) -> str:
    """Return what a post is called that there is at some time of a day, or nothing."""
    moment = _moment(award_round, key, day)
    if moment >= midnight(day + DAY):
        return ""
    if award_round.is_out(moment) and not award_round.announced:
        expected = key != "ceremony" or (award_round.programme.ceremony and _state(award_round, moment) == "coming")
        return OF_RESULT.get(key, "") if expected else ""
    if key == "given" and award_round.winners and not award_round.nobody:
        return labels.GIVEN
    then = replace(
        award_round,
        stage=stage_at(award_round.programme, moment),
        survey_state=survey_state(award_round.programme.survey, moment),
        ceremony=_state(award_round, moment),
    )
    return next((news.title for news in post.posts(then) if news.key == key), "")


def _state(award_round: PublicRound, moment: datetime) -> CeremonyState:
    return ceremony_state(award_round.programme, moment)


def _moment(award_round: PublicRound, key: str, day: date) -> datetime:
    """Return the first moment of a day at which a post may be there: nothing of a result before its own moment."""
    begins = midnight(day)
    if key in {"criteria", "nominations", "survey"}:
        return begins
    if key == "you-said" and any(each.since == day for each in award_round.you_said):
        return begins
    if key == "thanks":
        return max(begins, min(ceremony_hours(award_round.programme)[1], datetime.combine(day, LAST_MINUTE, BANGKOK)))
    return max(begins, award_round.programme.result_at)


def _hour(award_round: PublicRound, key: str, day: date) -> time | None:
    """Return the hour before which something must not be posted, where it matters on that day."""
    moment = award_round.programme.result_at
    return moment.time() if key in {"result", "ceremony"} and moment.date() == day else None


def _note(award_round: PublicRound, key: str) -> str:
    if key == "given" and award_round.ceremony != "held":
        return labels.AFTER_CEREMONY
    if key in OF_RESULT and not award_round.announced:
        return labels.NOT_YET_MADE
    return labels.AFTER_RESULT if key == "result" else ""


def _lay_out(award_round: PublicRound) -> Iterator[Sheet]:
    view, who = _view(award_round), standing.named(award_round.winners)
    yield frame.sheet(
        award_round, _path(award_round), view, called=labels.PLAN, design=DESIGN, paper="A4", standing=who
    )


def _lay_out_table(award_round: PublicRound) -> Iterator[Sheet]:
    view = {
        **_view(award_round),
        "tab": labels.PLAN_TAB,
        "columns": [[key, width] for key, width in COLUMNS],
        "broken": [],
    }
    path = f"social/{award_round.year}/post-plan.xlsx"
    who = standing.named(award_round.winners)
    yield frame.sheet(
        award_round, path, view, look=_path(award_round), called=labels.PLAN, design=DESIGN, way="Excel", standing=who
    )


def _path(award_round: PublicRound) -> str:
    return f"social/{award_round.year}/post-plan.pdf"


def _view(award_round: PublicRound) -> View:
    months: dict[tuple[int, int], list[Posting]] = {}
    for line in postings(award_round):
        months.setdefault((line.day.year, line.day.month), []).append(line)
    of_round = frame.of_round(award_round)
    return {
        **frame.frame(award_round, f"{labels.PLAN} {of_round}"),
        "labels": labels.ON_PLAN,
        "heading": labels.PLAN,
        "of_round": of_round,
        "office": award_round.organisation.name,
        "phone": labels.PLAN_CALL.format(phone=award_round.organisation.phone.printed),
        "call": labels.PLAN_NUMBER.format(phone=award_round.organisation.phone.printed),
        "heads": list(labels.PLAN_HEADS),
        "days": [
            {
                "day": f"{MONTHS[month - 1]} {long_date(lines[0].day).rpartition(' ')[2]}",
                "airings": [_line(line) for line in lines],
            }
            for (_, month), lines in months.items()
        ],
    }


def _line(one: Posting) -> View:
    return {
        "number": str(one.day.day),
        "weekday": weekday(one.day),
        "again": one.note == labels.AGAIN,
        "file": one.key,
        "date": f"{weekday(one.day).removeprefix('วัน')} {short_date(one.day)}",
        "hour": clock(one.hour) if one.hour else "",
        "what": one.title,
        "text": f"{one.key}.txt",
        "picture": f"{one.key}-square.jpg",
        "note": one.note,
    }


SHEET = Piece(
    "post_plan", labels.PLAN, each_round(_lay_out), TYPESET, "post_plan.typ", "none", "social", "internal",
    use=uses.POSTING, kind="post", sets=("การ์ด",),
)  # fmt: skip
TABLE = Piece(
    "post_plan_table", f"{labels.PLAN} (Excel)", each_round(_lay_out_table), SPREADSHEET, "", "none", "social",
    "internal", use=uses.POSTING_TABLE, kind="post", sets=("การ์ด",),
)  # fmt: skip
