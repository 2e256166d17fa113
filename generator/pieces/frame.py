"""The parts of a view that many pieces share: whose sheet it is, its marks, its code, a portrait; no layout of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from generator import qr
from generator.piece import Rendition
from generator.thai.dates import moment_text

if TYPE_CHECKING:
    from generator.model import Organisation
    from generator.piece import View
    from generator.public import Portrait, PublicRound, SurveyLink

SEAL_WIDTH = 600
"""Pixels of the seal in print; at 25 mm that is 600 dpi."""


def frame(award: PublicRound, title: str) -> View:
    """Return what every printed sheet knows: title, organisation, brand, and the two marks it must not lose.

    `timestamp` is the round's result moment in seconds since 1970: a PDF must carry a date, and the day of printing would
    make every build differ.
    """
    return {
        "title": title,
        "sample": award.sample,
        "release": moment_text(award.release) if award.release else None,
        "timestamp": int(award.programme.result_at.timestamp()),
        "year": award.year,
        "organisation": organisation(award.organisation),
        "colours": {"primary": award.organisation.colours.primary, "accent": award.organisation.colours.accent},
        "seal": seal(award.organisation).name if award.organisation.seal else None,
        "award": award.programme.award,
    }


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


def seal(office: Organisation) -> Rendition:
    """Return the seal's rendition; only for an organisation that has one."""
    if office.seal is None:
        message = "an organisation without a seal has no rendition of it"
        raise ValueError(message)
    return Rendition(office.seal.digest, SEAL_WIDTH, "jpg")


def seals(office: Organisation) -> tuple[Rendition, ...]:
    """Return the seal's rendition, or nothing."""
    return (seal(office),) if office.seal else ()


def code(link: SurveyLink) -> View:
    """Return a survey code: its drawing, the smallest side in millimetres, the address to type, and its text alternative."""
    return {
        "svg": qr.svg(link.url),
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
