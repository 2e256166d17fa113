"""The short addresses that lead to the survey, one for each channel and place; they outlive the form behind them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from generator.model import Certificate, Organisation, Programme, Village

SURVEY_CHANNELS: dict[str, tuple[str, str]] = {
    "site": ("web", "เว็บไซต์"),
    "poster": ("po", "โปสเตอร์"),
    "winner_poster": ("pw", "โปสเตอร์รายบุคคล"),
    "newsletter": ("nl", "จดหมายข่าว"),
    "loudspeaker": ("ls", "เสียงตามสาย"),
}
"""Every way that leads to the survey: the letters that open its code, and its name in the form's answers."""

EVERYWHERE = "ทั่วไป"
"""The place of a code that is not bound to one village."""


@dataclass(frozen=True, slots=True)
class SurveyLink:
    """The short address that a code carries: it knows channel and place, and outlives the form behind it."""

    code: str
    url: str
    channel: str
    place: str
    form: str

    @property
    def short(self) -> str:
        """The address as a person types it, without the scheme."""
        return self.url.removeprefix("https://").removeprefix("http://")


@dataclass(frozen=True, slots=True)
class VerifyLink:
    """The address that confirms one certificate; nothing else leads to it, and nobody can guess it."""

    path: str
    url: str

    @property
    def short(self) -> str:
        """The address as a person types it, without the scheme."""
        return self.url.removeprefix("https://").removeprefix("http://")


def verify_link(organisation: Organisation, certificate: Certificate) -> VerifyLink:
    """Return the address that confirms a certificate."""
    path = f"verify/{certificate.token}"
    return VerifyLink(path, f"{organisation.site}/{path}.html")


def survey_link(
    organisation: Organisation, programme: Programme, channel: str, village: Village | None = None
) -> SurveyLink:
    """Return the short address of one channel and place, and the form's own address behind it."""
    letters, channel_name = SURVEY_CHANNELS[channel]
    place = f"หมู่ที่ {village.moo}" if village else EVERYWHERE
    code = f"{letters}{programme.year % 100:02d}" + (f"-m{village.moo}" if village else "")
    form = programme.survey.form.replace("{channel}", quote(channel_name, safe="")).replace(
        "{place}", quote(place, safe="")
    )
    return SurveyLink(code, f"{organisation.site}/s/{code}.html", channel_name, place, form)
