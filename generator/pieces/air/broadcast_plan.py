"""The broadcast plan and log: what each village hears when, from which file, with space for who read it and when.

It contains no winner's name and is laid out for the whole round at once, so it can be agreed with the villages before
there is a result; what is over, and has no script any more, is no longer in it. No broadcast lies in a village's quiet
hours; where a loudspeaker is broken, another way is planned.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple, get_args

from generator.disclosure import Stage, stage_at, survey_state
from generator.era import BANGKOK
from generator.piece import Piece, each_round
from generator.pieces.air import announcement, labels, occasions, script
from generator.pieces.parts import frame, uses
from generator.press.table import TABLE as SPREADSHEET
from generator.press.typeset import TYPESET
from generator.thai.dates import clock, long_date, short_date, weekday_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound
    from generator.model import Loudspeaker, Village
    from generator.piece import Sheet, View
    from generator.pieces.air.script import Occasion

WEEK = timedelta(days=7)
DAY = timedelta(days=1)

_STAGES, _SURVEY = get_args(Stage), ("coming", "open", "closed")
"""The stages, and the states of a survey, in the order in which they come."""

DESIGN = "plan"

COLUMNS = (
    ("date", 14), ("hour", 10), ("village", 28), ("what", 30), ("file", 22), ("", 7), ("", 7), ("", 22), ("note", 44)
)  # fmt: skip
"""What each column of the table shows, nothing where somebody ticks or signs, and its width in letters."""


class Airing(NamedTuple):
    """A line of the plan: the day, the hour if any, the village, what it hears from which file, and a remark."""

    day: date
    hour: time | None
    village: Village
    occasion: Occasion
    file: str
    note: str


def days(award_round: PublicRound, occasion: Occasion) -> list[date]:
    """Return the days on which an occasion is announced.

    A call is made when it begins, then weekly, and on its last two days; a result on three days; an invitation on the
    day before and on the day itself.
    """
    programme, survey = award_round.programme, award_round.programme.survey
    step = programme.step
    asks = max(survey.opens, step("criteria_notice").starts)
    result_day = programme.result_at.date()
    dates = {
        occasions.CRITERIA.name: [step("criteria_notice").starts, step("criteria_notice").ends],
        occasions.NOMINATIONS.name: _call(step("nominations").starts, step("nominations").ends),
        occasions.SURVEY.name: _call(asks, max(asks, survey.counted_until)),
        occasions.RESULT.name: [result_day, result_day + DAY, result_day + 2 * DAY],
        occasions.CEREMONY.name: [step("ceremony").starts - DAY, step("ceremony").starts],
        occasions.THANKS.name: [step("publicity").starts, step("publicity").ends],
    }[occasion.name]
    return sorted(set(dates))


def _call(first: date, last: date) -> list[date]:
    weeks = (last - first) // WEEK
    return [first, *(first + n * WEEK for n in range(1, weeks + 1)), max(first, last - DAY), last]


def airings(award_round: PublicRound) -> list[Airing]:
    """Return every line of the plan, by day, hour and village: what there is a script of, or will be.

    What was stopped is no longer planned, and what was read from a script that is not made any more is over.
    """
    stops: dict[str, date] = {
        correction.of: correction.day for correction in award_round.corrections if not correction.right
    }
    dated = [(occasion, day) for occasion in occasions.OCCASIONS for day in days(award_round, occasion)]
    dated = [(occasion, day) for occasion, day in dated if day < stops.get(occasion.name, date.max)]
    dated += [
        (occasions.CORRECTION, day)
        for correction in award_round.corrections
        if correction.right
        for day in (correction.day, correction.day + DAY)
    ]
    there = {occasion.name for occasion in occasions.due(award_round)}
    lines = [
        line
        for occasion, day in dict.fromkeys(dated)
        if occasions.files_of(award_round, occasion.name, day) == occasions.files_of(award_round, occasion.name)
        for line in _of_day(award_round, occasion, day)
        if occasion.name in there or _is_to_come(award_round, line)
    ]
    return sorted(lines, key=lambda line: (line.day, line.hour or time.max, line.village.moo, line.occasion.name))


def _is_to_come(award_round: PublicRound, line: Airing) -> bool:
    """Return whether something of a round will be otherwise at an airing than it is now."""
    programme, moment = award_round.programme, datetime.combine(line.day, line.hour or time.max, BANGKOK)
    then = (
        _STAGES.index(stage_at(programme, moment)) > _STAGES.index(award_round.stage),
        _SURVEY.index(survey_state(programme.survey, moment)) > _SURVEY.index(award_round.survey_state),
    )
    return any(then)


def _of_day(award_round: PublicRound, occasion: Occasion, day: date) -> Iterator[Airing]:
    for village in award_round.organisation.villages:
        horn = village.loudspeaker
        if horn is None:
            continue
        hours = [hour for hour in horn.times if _is_due(award_round, occasion, day, hour)]
        if hours and horn.out_of_order and horn.out_of_order <= day:
            yield Airing(day, None, village, occasion, "", labels.OTHER_WAY)
            continue
        heard = [hour for hour in hours if not _quiet(horn, day, hour)]
        for hour in heard:
            file, longer = _script(award_round, occasion, script.Scene(award_round, village, horn), day, hour)
            yield Airing(day, hour, village, occasion, file, longer)
        if hours and not heard:
            file, _ = _script(award_round, occasion, script.Scene(award_round, village, horn), day, hours[-1])
            why = ", ".join(dict.fromkeys(filter(None, (_quiet(horn, day, hour) for hour in hours))))
            yield Airing(day, None, village, occasion, file, labels.NO_TIME.format(why=why))


def _script(
    award_round: PublicRound, occasion: Occasion, scene: script.Scene, day: date, hour: time
) -> tuple[str, str]:
    """Return the name of the script that there is at an hour, and a remark if it is not as long as the village's slot.

    What is not announced yet has no final wording, so nobody knows its length: its name is given without one. A horn
    that broke meanwhile has no scripts any more.
    """
    village, horn = scene.village, scene.horn
    name = f"{occasions.files_of(award_round, occasion.name, day)}-m{village.moo}"
    if horn.out_of_order:
        return "", ""
    if occasion in occasions.OF_THE_RESULT and not award_round.winners:
        return name, ""
    seconds = _seconds(occasion, scene._replace(award_round=_then(award_round, day, hour)))
    if seconds is None:
        return "", labels.TOO_LONG.format(seconds=announcement.LENGTHS[-1])
    longer = labels.LONGER.format(seconds=seconds, slot=horn.slot) if seconds != horn.slot else ""
    return f"{name}-{seconds}", longer


def _then(award_round: PublicRound, day: date, hour: time) -> PublicRound:
    """Return the round as its scripts know it at an hour, apart from who is chosen."""
    moment, programme = datetime.combine(day, hour, BANGKOK), award_round.programme
    return replace(award_round, stage=stage_at(programme, moment), survey_state=survey_state(programme.survey, moment))


def _seconds(occasion: Occasion, scene: script.Scene) -> int | None:
    """Return the length in which a village hears something; None if this announcer cannot read it in any."""
    variants = announcement.in_all_lengths(occasion, scene)
    return next((variant.seconds for variant in variants if variant.own), None)


def _is_due(award_round: PublicRound, occasion: Occasion, day: date, hour: time) -> bool:
    """Return whether there is a script to read at an hour; nobody is invited to a ceremony that has begun."""
    moment, ceremony = datetime.combine(day, hour, BANGKOK), award_round.programme.ceremony
    if occasion is occasions.CEREMONY and ceremony and day == award_round.programme.step("ceremony").starts:
        return hour < ceremony.starts and occasion in occasions.at(award_round, moment)
    return occasion is occasions.CORRECTION or occasion in occasions.at(award_round, moment)


def _quiet(horn: Loudspeaker, day: date, hour: time) -> str | None:
    """Return why nothing is announced at a moment, or None."""
    return next((quiet.why for quiet in horn.quiet if quiet.covers(day, hour)), None)


def _lay_out(award_round: PublicRound) -> Iterator[Sheet]:
    """Lay out the plan of all villages, and the plan of each, which its announcer takes along."""
    lines = airings(award_round)
    if not lines:
        return
    yield frame.sheet(
        award_round, _path(award_round), _view(award_round, lines), called=labels.PLAN, design=DESIGN, paper="A4"
    )
    for village in award_round.organisation.villages:
        theirs = [line for line in lines if line.village.moo == village.moo]
        if theirs:
            called = f"{labels.PLAN} {village.number}"
            yield frame.sheet(
                award_round,
                f"loudspeaker/{award_round.year}/plan-m{village.moo}.pdf",
                _view(award_round, theirs, village),
                look=_path(award_round),
                called=called,
                design=f"{DESIGN}-m{village.moo}",
                paper="A4",
                moo=village.moo,
                use=uses.ANNOUNCER,
            )


def _lay_out_table(award_round: PublicRound) -> Iterator[Sheet]:
    if lines := airings(award_round):
        path, view = f"loudspeaker/{award_round.year}/plan.xlsx", _view(award_round, lines)
        view |= {"tab": labels.PLAN_TAB, "columns": [[key, width] for key, width in COLUMNS]}
        yield frame.sheet(
            award_round, path, view, look=_path(award_round), called=labels.PLAN, design=DESIGN, way="Excel"
        )


def _path(award_round: PublicRound) -> str:
    return f"loudspeaker/{award_round.year}/plan.pdf"


def _view(award_round: PublicRound, lines: list[Airing], village: Village | None = None) -> View:
    by_day: dict[date, list[Airing]] = {}
    for line in lines:
        by_day.setdefault(line.day, []).append(line)
    of_round = frame.of_round(award_round)
    villages = (village,) if village else award_round.organisation.villages
    whose = f"{village.number} " if village else ""
    return {
        **frame.frame(award_round, f"{labels.PLAN} {whose}{of_round}"),
        "labels": labels.ON_PLAN,
        "heading": labels.PLAN,
        "of_round": of_round,
        "office": award_round.organisation.name,
        "phone": labels.PLAN_CALL.format(phone=award_round.organisation.phone.printed),
        "call": labels.PLAN_NUMBER.format(phone=award_round.organisation.phone.printed),
        "heads": list(labels.PLAN_HEADS),
        "broken": [_broken(one) for one in villages if _is_broken(one)],
        "weekdays": list(labels.PLAN_WEEKDAYS),
        "villages": [_of_village(one, theirs) for one in villages if (theirs := _theirs(one, lines))],
        "days": [
            {"day": weekday_date(day), "airings": [_line(airing) for airing in of_day]}
            for day, of_day in by_day.items()
        ],
    }


def _theirs(village: Village, lines: list[Airing]) -> list[Airing]:
    return [line for line in lines if line.village.moo == village.moo]


def _of_village(village: Village, lines: list[Airing]) -> View:
    """Return the weeks in which a village hears something, each from Sunday on, with what it hears on each day."""
    sundays = sorted({line.day - DAY * ((line.day.weekday() + 1) % 7) for line in lines})
    weeks = [
        [_of_one_day(day, [line for line in lines if line.day == day]) for day in (sunday + n * DAY for n in range(7))]
        for sunday in sundays
    ]
    broken = _broken(village) if _is_broken(village) else ""
    return {"village": village.full, "broken": broken, "weeks": weeks}


def _of_one_day(day: date, lines: list[Airing]) -> View:
    """Return what is heard on a day, each once with its hours."""
    hours: dict[tuple[str, str, str], list[str]] = {}
    for line in lines:
        heard = hours.setdefault((line.occasion.title, line.file, line.note), [])
        heard += [clock(line.hour)] if line.hour else []
    told = [{"what": what, "file": file, "note": note, "hours": at} for (what, file, note), at in hours.items()]
    return {"date": short_date(day), "number": str(day.day), "month": short_date(day).partition(" ")[2], "told": told}


def _line(one: Airing) -> View:
    return {
        "date": short_date(one.day),
        "hour": clock(one.hour) if one.hour else "",
        "village": one.village.full,
        "what": one.occasion.title,
        "file": one.file,
        "note": one.note,
    }


def _is_broken(village: Village) -> bool:
    return village.loudspeaker is not None and village.loudspeaker.out_of_order is not None


def _broken(village: Village) -> str:
    since = village.loudspeaker.out_of_order if village.loudspeaker else None
    return labels.BROKEN.format(village=village.full, day=long_date(since)) if since else ""


SHEET = Piece(
    "broadcast_plan", labels.PLAN, each_round(_lay_out), TYPESET, "broadcast_plan.typ", "none", audience="internal",
    use=uses.AIR_OFFICE, kind="air", sets=("แผ่นอ่าน",),
)  # fmt: skip
TABLE = Piece(
    "broadcast_plan_table", f"{labels.PLAN} (Excel)", each_round(_lay_out_table), SPREADSHEET, "", "none",
    audience="internal", use=uses.ANNOUNCERS_COMPUTER, kind="air", sets=("แผ่นอ่าน",),
)  # fmt: skip
