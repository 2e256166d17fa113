"""The parts of a view that many pieces share: whose sheet it is, its marks, its code, a portrait; no layout."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, TypedDict

from generator import qr
from generator.disclosure import as_typed, midnight
from generator.model import USUAL_STYLE, WEAVES
from generator.piece import Rendition, Sheet
from generator.pieces.parts import asking, labels, mourning
from generator.thai.dates import date_range, long_date, moment_text
from generator.thai.figures import count, percent_sign
from generator.thai.lines import phrases
from generator.thai.names import broken, divided

if TYPE_CHECKING:
    from typing import Unpack

    from generator.disclosure import Portrait, PublicPhoto, PublicRound, PublicWinner, Standing, SurveyLink, VerifyLink
    from generator.model import Face, Name, Organisation, OutputSet, Picture, Programme, Satisfaction
    from generator.piece import Entry, Hanging, PhotoFormat, Use, View

NOT_REAL = "ข้อมูลตัวอย่าง แต่งขึ้นเพื่อสาธิต"
"""The text that marks a made-up person or result where there is no ribbon to say so."""


class Facts(TypedDict, total=False):
    """The other facts of a sheet: the fields of `generator.piece.Sheet` that a view does not show."""

    called: str
    design: str
    way: str
    paper: str
    wide: bool
    standing: Standing
    use: Use | None
    hanging: Hanging | None
    shared_by: str
    sets: tuple[OutputSet, ...]
    moo: int
    news: str
    looks_into: tuple[Entry, ...]


def frame(award_round: PublicRound, title: str) -> View:
    """Return what every printed sheet has: title, organisation, brand, and the two marks that must never be missing.

    `timestamp` is the moment of the round's result in seconds since 1970: a PDF must carry a date, and with the day of
    printing every build would differ.
    """
    return {
        "title": title,
        "sample": award_round.sample,
        "embargo": None if award_round.prepared_for else embargo(award_round),
        "timestamp": int(award_round.programme.result_at.timestamp()),
        "year": award_round.year,
        "organisation": {"name": award_round.organisation.name, "phone": award_round.organisation.phone.printed},
        **look(award_round.organisation),
        **({"usable_from": embargo(award_round)} if award_round.prepared_for else {}),
    }


def look(office: Organisation) -> View:
    """Return the office's colours, and what it chose besides: a style of letters, a woven band, a season."""
    season = {} if office.season == "ปกติ" else {"season": office.season}
    return {
        "colours": {**asdict(office.colours), **season},
        **({} if office.style == USUAL_STYLE else {"style": office.style}),
        **({"weave": WEAVES[office.woven]} if office.woven else {}),
    }


def embargo(award_round: PublicRound) -> str | None:
    """Return the notice on a sheet that was made before its moment, or some days before its step."""
    if award_round.prepared_for:
        return f"ใช้ได้ตั้งแต่วันที่ {release(award_round)}"
    return f"ห้ามเผยแพร่ก่อน {release(award_round)}" if award_round.release else None


def of_round(award_round: PublicRound) -> str:
    """Return the award and its year, as titles name a round."""
    return labels.OF_ROUND.format(award=award_round.programme.award_name, year=award_round.year)


def release(award_round: PublicRound) -> str | None:
    """Return the moment before which a sheet may not be used."""
    if begins := award_round.prepared_for:
        return long_date(begins.date()) if begins == midnight(begins.date()) else moment_text(begins)
    return moment_text(award_round.release) if award_round.release else None


def same(one: View, other: View) -> bool:
    """Return whether two views are the same but for the notice of what is made before its moment."""
    return {**one, **_NOTICES} == {**other, **_NOTICES}


_NOTICES = dict.fromkeys(("embargo", "release", "usable_from"))


def heading(award_round: PublicRound) -> View:
    """Return the heading of a sheet about a result: the award in its lines, and what is announced of it."""
    year, award_name = award_round.year, award_round.programme.award_name
    return {
        "award_lines": award_lines(award_name),
        "award_heading": award_name,
        "result": f"ประกาศผลการคัดเลือก ปี {year} เมื่อ {long_date(award_round.programme.result_at.date())}",
    }


def congratulation(award_round: PublicRound, winner: PublicWinner | None = None) -> str:
    """Return the congratulation for a winner about whom the record says no more."""
    if winner and winner.name.late:
        return f"ขอเชิดชูเกียรติผู้ได้รับการคัดเลือกเป็น{award_round.programme.award_name} ประจำปี {award_round.year}"
    return f"ขอแสดงความยินดีที่ได้รับการคัดเลือกเป็น{award_round.programme.award_name} ประจำปี {award_round.year}"


def sheet(
    award_round: PublicRound,
    path: str,
    view: View,
    codes: tuple[SurveyLink | VerifyLink, ...] = (),
    renditions: tuple[Rendition, ...] = (),
    look: str = "",
    **facts: Unpack[Facts],
) -> Sheet:
    """Return a printed sheet; its view also lists the round's names on it, so that none is broken across lines.

    It lists no other names: a name that changes on one sheet is no reason to press another. `facts` are the sheet's
    other fields.
    """
    text = json.dumps(view, ensure_ascii=False)
    own_names = [name for name in names(award_round) if name in text]
    if mourning.mourns(award_round.organisation):
        view, renditions = mourning.greyed(view, renditions)
    return Sheet(path, view["title"], {**view, "names": own_names}, award_round.year, codes, renditions, look, **facts)


def names(award_round: PublicRound) -> list[str]:
    """Return the names of people and places that must stay on one line and are in no lexicon, longest first."""
    office = award_round.organisation
    address = office.address
    honoured = [winner.name for winner in award_round.winners]
    presider = award_round.programme.ceremony.presider.name if award_round.programme.ceremony else None
    persons = [*honoured, presider] if presider else honoured
    people = [part for name in persons for part in (name.written, name.first, name.last)]
    places = (office.people, office.short_name, address.subdistrict, address.district, address.province)
    all_names = {*people, *places, *(village.name for village in office.villages)}
    return sorted((name for name in all_names if len(name) > 1), key=lambda name: (-len(name), name))


def organisation(office: Organisation) -> View:
    """Return the organisation for the foot of a page."""
    return {
        "name": office.name,
        "short_name": office.short_name,
        "english_name": office.english_name,
        "people": office.people,
        "address": office.address.full,
        "phone": office.phone.printed,
        "office_hours": phrases(office.office_hours),
        "site": as_typed(office.site),
        "facebook": office.facebook,
        "line_account": office.line_account,
    }


def code(link: SurveyLink | VerifyLink, leads_to: str = "แบบประเมินความพึงพอใจ") -> View:
    """Return a code: its content, its smallest side in millimetres, the address to type, its alternative text.

    It is drawn only when the sheet is pressed (`generator.piece.drawn`).
    """
    return {
        "url": link.url,
        "mm": qr.direct_mm(link.url) if getattr(link, "direct", False) else qr.smallest_mm(link.url),
        "short": link.short,
        "alt": f"คิวอาร์โค้ดไปยัง{leads_to} {link.short}".rstrip(),
    }


_WIDTHS = (60, 85, 120, 170, 240, 340, 480, 680, 960, 1360, 1920)
"""The widths of photos on sheets, in pixels: sheets that want nearly the same have it made once."""


def _rendition(
    picture: Picture, width: float, kind: PhotoFormat, whose: tuple[str, ...] = (), face: Face | None = None
) -> Rendition:
    """Return a photo at the width of `_WIDTHS` that is at least as large as wanted, or at its own.

    A person who is cut out of it has the width of the square around that person.
    """
    most = round(picture.width * (face.square[2] if face and kind.startswith("cut") else 1))
    enough = next((each for each in _WIDTHS if each >= width), most)
    return Rendition(picture.digest, min(enough, most), kind, whose, face.number if face else None)


SQUARE = 1.5
"""The side of the square around a person that is cut out, in widths of the leaf that the person steps out of."""


def portrait(shown: Portrait, width: int, kind: PhotoFormat, *, cut: bool = False) -> tuple[View, Rendition]:
    """Return a portrait's view and the rendition that it names; `width`, in pixels, is the least that it needs.

    With `cut` it is the person without what is behind, where the outline is whole. `face` holds the point between the
    eyes and the height of the face, in shares of the picture.
    """
    face, whose = shown.face, (shown.whose,)
    if cut and face and face.whole:
        outlined = _rendition(shown.picture, width * SQUARE, "cut-grey" if kind == "grey" else "cut", whose, face)
        return {"src": outlined.name, "alt": shown.alt, "cut": True}, outlined
    rendition = _rendition(shown.picture, width, kind, whose, face)
    return {
        "src": rendition.name,
        "alt": shown.alt,
        "focus": list(shown.focus),
        "face": [*face.eyes, face.height] if face else None,
        "ratio": shown.picture.width / shown.picture.height,
        "cut": False,
    }, rendition


def photograph(shown: PublicPhoto, width: int, kind: PhotoFormat = "jpg") -> tuple[View, Rendition]:
    """Return the view of a picture of the ceremony and the rendition that it names; its middle is kept when cropped."""
    rendition = _rendition(shown.picture, width, kind, shown.standing.portrayed)
    return {
        "src": rendition.name,
        "alt": shown.alt,
        "focus": [0.5, 0.45],
        "ratio": shown.picture.width / shown.picture.height,
    }, rendition


def seal(award_round: PublicRound, pixels: int, kind: PhotoFormat = "jpg") -> tuple[str, tuple[Rendition, ...]]:
    """Return the seal's file name for a view, and its rendition; without a seal, the name is empty."""
    picture = award_round.organisation.seal
    if picture is None:
        return "", ()
    rendition = _rendition(picture, pixels, kind)
    return rendition.name, (rendition,)


def award_lines(award_name: str) -> list[str]:
    """Return the name of an award or of its programme in the lines of a headline.

    It is divided before ด้าน, where the voice pauses; without ด้าน it is not divided here.
    """
    head, side, rest = award_name.partition(" ด้าน")
    return [head, f"ด้าน{rest}"] if side else [award_name]


def name_lines(name: Name) -> list[list[str]]:
    """Return the ways to put a name on lines: all on one, divided before the surname, or in more lines.

    A team's name is divided between words, as evenly as they allow; that of a person never within a part of it.
    """
    return [*name.lines, *(each for each in divided(name.full) if each not in name.lines)] if name.team else name.lines


def name_parts(name: Name) -> View:
    """Return a name in its parts: title, first name, and what stands behind it.

    Where one of the last two is long, `broken` has the ways to put each on more lines than one.
    """
    ways = [broken(name.first), broken(name.behind)]
    return {"parts": [name.title, name.first, name.behind], **({"broken": ways} if any(ways) else {})}


def person(
    winner: PublicWinner, width: int, kind: PhotoFormat = "jpg", *, cut: bool = False
) -> tuple[View, tuple[Rendition, ...]]:
    """Return a winner's view for paper, and the rendition of the photo if there is one; `width` is in pixels.

    With `cut` the photo is that of `portrait`: the person without what is behind.
    """
    portrait_view: View | None = None
    renditions: tuple[Rendition, ...] = ()
    if winner.portrait:
        portrait_view, rendition = portrait(winner.portrait, width, kind, cut=cut)
        portrait_view["alt"] = described(winner.name, winner.portrait)
        renditions = (rendition,)
    name = winner.name
    return {
        "name": name.full,
        "name_lines": name_lines(name),
        **name_parts(name),
        "jawi": name.jawi or "",
        "position": winner.position,
        "division": winner.division.name,
        "post": post(winner),
        "category": winner.ranked,
        "citation": winner.citation,
        "story": winner.story.split("\n\n") if winner.story else [],
        "quote": winner.quote,
        "quoted": f"“{winner.quote}”" if winner.quote else "",
        "satisfaction": satisfaction(winner.satisfaction) if winner.satisfaction else None,
        "portrait": portrait_view,
        "leaf": winner.leaf,
    }, renditions


def post(winner: PublicWinner) -> str:
    """Return a winner's post and division with a wider space between them, for the line below the name."""
    return f"{winner.position}  {winner.division.name}"


def described(name: Name, shown: Portrait) -> str:
    """Return the description of a portrait, with the name in front: in a record it often lacks the name."""
    return shown.alt if name.first in shown.alt else f"{name.full} {shown.alt}"


def satisfaction(said: Satisfaction) -> View:
    """Return the citizens' satisfaction with one winner, as text."""
    replies = count(said.replies)
    return {
        "percent": percent_sign(said.percent),
        "replies": replies,
        "answered": f"ความพึงพอใจจากผู้ตอบ {replies} คน",
    }


def survey(award_round: PublicRound, link: SurveyLink) -> View:
    """Return the way to the survey: its code, what to do without a camera, and whether it is open.

    A code that still hangs on a wall when the survey is closed leads to a page that says so.
    """
    state, when = award_round.survey_state, asking.when(award_round)
    leads = {
        "open": f"สแกนเพื่อตอบแบบประเมิน {asking.takes(award_round.programme.survey)} {when}",
        "coming": f"แบบประเมินความพึงพอใจ{when} ถึงวันเปิดรับ สแกนคิวอาร์โค้ดนี้ได้เลย",
        "closed": f"แบบประเมินรอบนี้{when} สแกนเพื่อดูช่องทางอื่นในการแสดงความเห็น",
    }
    if link.direct:
        leads["closed"] = f"แบบประเมินรอบนี้{when} มีความเห็นหรือข้อเสนอแนะ โทรหรือมาที่ทำการได้ทุกวันทำการ"
    return {
        "state": state,
        "title": asking.TITLES[state],
        "lead": leads[state],
        "code": code(link),
        "ways": [
            *([{"name": "พิมพ์ที่อยู่", "detail": link.short, "kind": "ที่อยู่"}] if link.short else []),
            *({"name": way.name, "detail": way.detail, "kind": way.kind} for way in asking.ways(award_round)),
            {"name": "เวลาทำการ", "detail": award_round.organisation.office_hours},
        ],
    }


def criteria(programme: Programme) -> list[View]:
    """Return the criteria in the order of the record, each with its weight out of 100."""
    return [
        {"name": criterion.name, "detail": criterion.detail, "weight": criterion.weight, "citizens": criterion.citizens}
        for criterion in programme.criteria
    ]


def steps(programme: Programme) -> list[View]:
    """Return the steps of the programme with their days as text."""
    return [
        {"key": step.key, "text": step.text, "days": date_range(step.starts, step.ends)} for step in programme.steps
    ]
