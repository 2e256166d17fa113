"""The parts of a view that many pieces share: whose sheet it is, its marks, its code, a portrait; no layout."""

from __future__ import annotations

import json
import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Literal

from generator import qr
from generator.piece import Rendition, Sheet
from generator.thai.dates import date_range, long_date, moment_text

if TYPE_CHECKING:
    from generator.model import Name, Organisation, Programme, Satisfaction
    from generator.piece import View
    from generator.public import Portrait, PublicRound, PublicWinner, SurveyLink

WORDS = (
    *("บุคลากรต้นแบบ", "คนต้นแบบ", "ต้นแบบ", "จิตบริการ", "เสียงตามสาย", "หอกระจายข่าว", "ประกาศเกียรติคุณ", "เบี้ยยังชีพ"),
    *("ประกาศผล", "เจ้าหน้าที่", "น้ำหนัก", "บริการเป็นเลิศ", "สมกับ"),
    *("ปฏิบัติงาน", "ชำนาญงาน", "ปฏิบัติการ", "ชำนาญการ", "ชำนาญการพิเศษ"),
)
"""Words of the programme, and of posts in local government, that a dictionary takes for two."""

TERM = 24
"""Letters of the longest run that is always kept on one line."""

_SIGN = re.compile(r"[.^$*+?{}\[\]\\|()#&~-]")
"""What a pattern would not take for itself."""


def frame(award: PublicRound, title: str) -> View:
    """Return what every printed sheet knows: title, organisation, brand, and the two marks it must not lose.

    `timestamp` is the round's result moment in seconds since 1970: a PDF must carry a date, and the day of printing
    would make every build differ.
    """
    return {
        "title": title,
        "sample": award.sample,
        "release": moment_text(award.release) if award.release else None,
        "timestamp": int(award.programme.result_at.timestamp()),
        "year": award.year,
        "organisation": organisation(award.organisation),
        "colours": {"primary": award.organisation.colours.primary, "accent": award.organisation.colours.accent},
        "award": award.programme.award,
    }


def sheet(
    award: PublicRound,
    path: str,
    view: View,
    codes: tuple[SurveyLink, ...] = (),
    renditions: tuple[Rendition, ...] = (),
    look: str = "",
) -> Sheet:
    """Return a printed sheet; its view also says which of the round's terms stand on it and are to be kept whole.

    Only those: a name that changes on one sheet is no reason to press another.
    """
    said = json.dumps(view, ensure_ascii=False)
    pattern = "|".join(_SIGN.sub(r"\\\g<0>", term) for term in terms(award) if term in said)
    return Sheet(path, view["title"], {**view, "terms": pattern}, award.year, codes, renditions, look)


def terms(award: PublicRound) -> list[str]:
    """Return what may not be divided at the end of a line though a dictionary would: names of people and places.

    Longest first, so that a name is found before a part of it. A name longer than `TERM` letters could be wider than a
    column, so it may be divided.
    """
    office = award.organisation
    address = office.address
    names = [name for winner in award.winners for name in (winner.name.first, winner.name.last)]
    places = (office.people, office.short_name, address.subdistrict, address.district, address.province)
    found = {*WORDS, *names, *places, *(village.name for village in office.villages)}
    return sorted((term for term in found if 1 < len(term) <= TERM), key=lambda term: (-len(term), term))


def organisation(office: Organisation) -> View:
    """Return the organisation as the foot of a sheet or page shows it."""
    return {
        "name": office.name,
        "short_name": office.short_name,
        "english_name": office.english_name,
        "people": office.people,
        "address": office.address.full,
        "phone": office.phone,
        "office_hours": office.office_hours,
        "site": office.site.removeprefix("https://").removeprefix("http://"),
        "facebook": office.facebook,
        "line_account": office.line_account,
    }


def code(link: SurveyLink) -> View:
    """Return a survey code: what it says, its smallest side in millimetres, the address to type, its alternative.

    The drawing is made when the sheet is pressed (`generator.piece.drawn`), and only then.
    """
    return {
        "url": link.url,
        "mm": qr.smallest_mm(link.url),
        "short": link.short,
        "alt": f"คิวอาร์โค้ดไปยังแบบประเมินความพึงพอใจ {link.short}",
    }


def portrait(shown: Portrait, width: int, kind: Literal["jpg", "webp"]) -> tuple[View, Rendition]:
    """Return a portrait's view and the rendition that it names; `width` in pixels is what the sheet would like."""
    rendition = Rendition(shown.picture.digest, min(width, shown.picture.width), kind)
    return {
        "src": rendition.name,
        "alt": shown.alt,
        "focus": list(shown.focus),
        "ratio": shown.picture.width / shown.picture.height,
    }, rendition


def award_lines(award: str) -> list[str]:
    """Return the award's name in the two lines of a headline; it is divided before ด้าน, where the voice rests."""
    head, side, rest = award.partition(" ด้าน")
    return [head, f"ด้าน{rest}"] if side else [award]


def person(winner: PublicWinner, width: int) -> tuple[View, tuple[Rendition, ...]]:
    """Return a winner as paper shows one, and the rendition of the photo if there is one; `width` is in pixels."""
    shown: View | None = None
    renditions: tuple[Rendition, ...] = ()
    if winner.portrait:
        shown, rendition = portrait(winner.portrait, width, "jpg")
        shown["alt"] = described(winner.name, winner.portrait)
        renditions = (rendition,)
    name = winner.name
    return {
        "name": name.full,
        "given": name.full.removesuffix(f" {name.last}"),
        "last": name.last,
        "initial": initial(name.first),
        "position": winner.position,
        "division": winner.division.name,
        "category": winner.category.name,
        "place": winner.place if winner.category.places > 1 else None,
        "citation": winner.citation,
        "story": winner.story,
        "quote": winner.quote,
        "satisfaction": satisfaction(winner.satisfaction) if winner.satisfaction else None,
        "portrait": shown,
    }, renditions


def described(name: Name, shown: Portrait) -> str:
    """Return what a portrait shows, opened by whom: a record often describes a person without the name."""
    return shown.alt if name.first in shown.alt else f"{name.full} {shown.alt}"


def initial(first: str) -> str:
    """Return the letter that stands for a name: the first consonant, since เ แ โ ใ ไ are written before the sound."""
    return next((letter for letter in first if letter.isalpha() and letter not in "เแโใไ"), first[:1])


def satisfaction(said: Satisfaction) -> View:
    """Return what citizens said of one winner, as text; one decimal is what the survey's size can carry."""
    return {"percent": f"{said.percent.quantize(Decimal('0.1'), ROUND_HALF_UP)}", "replies": f"{said.replies:,}"}


def survey(award: PublicRound, link: SurveyLink) -> View:
    """Return the way to the survey: its code, what to do without a phone, and whether it is open.

    `state` is `coming` before the survey opens, as far as the stage tells, and `closed` once it is over; a code that
    hangs on a wall still leads to a page that says so.
    """
    asked = award.programme.survey
    early = award.stage in {"preparing", "criteria", "nominations"}
    return {
        "state": "open" if award.survey_open else "coming" if early else "closed",
        "opens": long_date(asked.opens),
        "closes": long_date(asked.closes),
        "minutes": asked.minutes,
        "code": code(link),
        "ways": [{"name": way.name, "detail": way.detail} for way in asked.other_ways],
    }


def criteria(programme: Programme) -> list[View]:
    """Return the criteria in the order of the record, each with its weight of 100."""
    return [
        {"name": criterion.name, "detail": criterion.detail, "weight": criterion.weight, "citizens": criterion.citizens}
        for criterion in programme.criteria
    ]


def steps(programme: Programme) -> list[View]:
    """Return the steps of the programme with their days as text."""
    return [
        {"key": step.key, "text": step.text, "days": date_range(step.starts, step.ends)} for step in programme.steps
    ]
