"""The same facts in large letters and few words, for people who find reading hard: a page per winner and per round.

Sentences are short and made from the record's facts; what the award honours is in the record's own words. Abbreviations
are written out. The full page is the canonical one, so programs find each fact once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.piece import each_year
from generator.pieces.air import voice
from generator.pieces.parts import honoured, standing
from generator.pieces.web import called, labels, page_frame
from generator.thai.aloud.expanding import say_abbreviations
from generator.thai.dates import long_date, year_text
from generator.thai.figures import count, figure
from generator.thai.unspeakable import Unspeakable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound, PublicWinner, PublicYear
    from generator.model import Programme
    from generator.piece import Sheet, View


def winner_href(year: int, chosen: PublicWinner) -> str:
    """Return the address of a winner's easy page within the site."""
    return f"{year}/winner-{chosen.id}-easy.html"


def round_href(award_round: PublicRound) -> str:
    """Return the address of a round's easy page within the site."""
    return f"{award_round.year}/easy.html"


def _lay_out(seen: PublicYear) -> Iterator[Sheet]:
    award_round = seen.award_round
    yield _page(seen, award_round, f"{award_round.year}/easy", f"{award_round.year}/index", _round(award_round))
    for chosen in award_round.winners:
        full = f"{award_round.year}/winner-{chosen.id}"
        yield _page(seen, award_round, f"{full}-easy", full, _winner(award_round, chosen))


def _page(seen: PublicYear, award_round: PublicRound, at: str, full: str, body: View) -> Sheet:
    office, then = seen.organisation, award_round.organisation
    title = labels.EASY_TITLE.format(title=body["title"])
    asking = page_frame.survey(seen.asking)
    return page_frame.page(
        seen,
        at,
        title,
        labels.EASY_DESCRIPTION.format(
            award=award_round.programme.award_name, year=year_text(award_round.year), office=then.name
        ),
        {
            **body,
            "labels": labels.ON_EASY,
            "full": f"{full}.html",
            "pictured_as": full,
            "heard": f"{award_round.year}/index.html#voices" if voice.heard(seen, award_round) else "",
            "year": award_round.year,
            "survey": asking,
            "office": {
                "phone": office.phone.printed,
                "tel": office.phone.dialled,
                "hours": _in_full(office.office_hours),
            },
        },
        canonical=f"{full}.html",
        search={"exclude": True},
    )


def _winner(award_round: PublicRound, chosen: PublicWinner) -> View:
    sections: list[View] = [
        {
            "head": labels.EASY_WORK,
            "lines": [
                _in_full(chosen.position)
                if chosen.name.team
                else labels.EASY_IS.format(what=_in_full(chosen.position)),
                labels.EASY_AT.format(division=_in_full(chosen.division.name)),
            ],
        },
        {
            "head": labels.EASY_HONOURED,
            "lines": [
                labels.EASY_IS.format(what=award_round.programme.award_name),
                labels.EASY_YEAR.format(year=award_round.year),
            ],
        },
    ]
    if chosen.citation:
        sections.append({"head": labels.EASY_DONE, "lines": [_in_full(chosen.citation)]})
    if chosen.satisfaction:
        lines = [
            labels.EASY_REPLIES.format(replies=count(chosen.satisfaction.replies)),
            labels.EASY_SATISFIED.format(percent=figure(chosen.satisfaction.percent)),
        ]
        sections.append({"head": labels.EASY_SAID, "lines": lines})
    return {
        "title": chosen.name.full,
        "name": page_frame.person(chosen.name),
        "winner": page_frame.winner(chosen, award_round.year),
        "long": called.step([chosen]) != "22",
        "said": sections,
        "people": [],
        "renditions": page_frame.all_renditions([chosen]),
        "standing": standing.shown([chosen]),
    }


def _citizens(plan: Programme) -> str:
    if plan.gate_alone:
        return labels.EASY_GATE.format(gate=figure(plan.gate_alone))
    return labels.EASY_CITIZENS.format(weight=plan.citizens_weight)


def _round(award_round: PublicRound) -> View:
    plan = award_round.programme
    day = long_date(plan.result_at.date())
    if award_round.announced:
        result_lines = [labels.EASY_ANNOUNCED, labels.EASY_ANNOUNCED_ON.format(day=day), *_came_out(award_round)]
    else:
        due = labels.EASY_LATE if award_round.late else labels.EASY_COMING_ON
        result_lines = [labels.EASY_COMING, due.format(day=day)]
    sections: list[View] = [
        {"head": labels.EASY_ABOUT, "lines": list(labels.EASY_PURPOSE)},
        {
            "head": labels.EASY_JUDGES,
            "lines": [labels.EASY_COMMITTEE, _citizens(plan)],
        },
        {"head": labels.EASY_RESULT, "lines": result_lines},
    ]
    return {
        "title": labels.EASY_ROUND.format(year=award_round.year),
        "name": None,
        "winner": None,
        "long": called.step(award_round.winners) != "22",
        "said": sections,
        "people": [
            {**page_frame.winner(chosen, award_round.year), "href": winner_href(award_round.year, chosen)}
            for chosen in award_round.winners
        ],
        "renditions": page_frame.all_renditions(award_round.winners),
        "standing": standing.shown(award_round.winners),
    }


def _came_out(award_round: PublicRound) -> list[str]:
    if award_round.winners:
        return [labels.EASY_PEOPLE.format(people=honoured.counted(award_round.winners))]
    if award_round.nobody:
        return [labels.EASY_NOBODY_CHOSEN, *filter(None, [award_round.reason()])]
    return [labels.EASY_NOBODY]


_HOURS = {
    6: "หกโมง", 7: "เจ็ดโมง", 8: "แปดโมง", 9: "เก้าโมง", 10: "สิบโมง", 11: "สิบเอ็ดโมง", 12: "เที่ยง", 13: "บ่ายโมง",
    14: "บ่ายสอง", 15: "บ่ายสาม", 16: "สี่โมง", 17: "ห้าโมง", 18: "หกโมง",
}  # fmt: skip
"""What people call the hours of an office's day."""
_MINUTES = {0: "", 30: "ครึ่ง"}
_MORNING, _EVENING = 9, 16
_HOUR = r"(\d{1,2})[.:](\d\d)"
_SPAN = re.compile(rf"(?:เวลา\s*)?{_HOUR}\s*(?:น\.\s*)?(?:-|–|ถึง)\s*{_HOUR}\s*(?:น\.|นาฬิกา)")


def _as_people_say(hour: int, minute: int) -> str | None:
    """Return an hour as people say it, None for one that is not said in a word or two."""
    if hour not in _HOURS or minute not in _MINUTES:
        return None
    morning = "" if minute or hour >= _MORNING else "เช้า"
    evening = "" if hour < _EVENING else "ตอนเย็น" if minute else "เย็น"
    return f"{_HOURS[hour]}{_MINUTES[minute]}{morning}{evening}"


def _span(found: re.Match[str]) -> str:
    first, last = (_as_people_say(int(found[n]), int(found[n + 1])) for n in (1, 3))
    return f"{first}ถึง{last}" if first and last else found[0]


def _in_full(text: str) -> str:
    """Return a text with hours as people say them, and its abbreviations written out.

    One that is in no table stays as it is.
    """
    text = _SPAN.sub(_span, text)
    try:
        return say_abbreviations(text)
    except Unspeakable:
        return text


PIECE = page_frame.piece("easy", labels.EASY_PAGE, each_year(_lay_out), "easy.html.j2")
