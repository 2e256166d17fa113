"""The short addresses that lead to the survey, one per channel and place; they outlive the form behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from generator.model import Village

if TYPE_CHECKING:
    from generator.disclosure.stages import SurveyState
    from generator.model import Certificate, Division, Organisation, Survey

CHANNEL_NAMES = {
    "site": "เว็บไซต์",
    "poster": "โปสเตอร์",
    "winner_poster": "โปสเตอร์รายบุคคล",
    "newsletter": "จดหมายข่าว",
    "counter": "จุดบริการ",
    "loudspeaker": "ประกาศเสียง",
    "facebook": "เฟซบุ๊ก",
    "line": "ไลน์",
    "social": "สื่อสังคมออนไลน์",
    "paper": "แบบกระดาษ",
    "phone": "โทรศัพท์",
    "print": "สิ่งพิมพ์",
    "link": "ภาพตัวอย่างของลิงก์",
}
"""The name of every channel: those that lead to the survey, bring a reply, or show a photo."""

SURVEY_CHANNELS = {
    "site": "web",
    "poster": "po",
    "winner_poster": "pw",
    "newsletter": "nl",
    "counter": "ct",
    "loudspeaker": "ls",
    "facebook": "fb",
    "line": "ln",
    "social": "so",
}
"""Every channel that leads to the survey, with the letters that begin its code."""

REPLY_CHANNELS = {key: CHANNEL_NAMES[key] for key in (*SURVEY_CHANNELS, "paper", "phone")}
"""Every channel by which a reply comes back, with its name: those that have a code, and two that need none."""

_ANSWERS = {**CHANNEL_NAMES, "loudspeaker": "เสียงตามสาย"}
"""The names of the channels in the form's answers, which an office has written into its form and cannot change there.

Some villages use เสียงตามสาย and others หอกระจายข่าว; the form has one name for both.
"""

EVERYWHERE = "ทั่วไป"
"""The place of a code that does not belong to one village or division."""

_ANYWHERE = "all"
"""The same in a form's own address."""


_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32|([\u0e48-\u0e4b])\u0e4d\u0e32")
"""ำ as a Thai domain holds it, in two letters."""

_ESCAPED = re.compile(r"(?:%[89A-F][0-9A-F])+")


def as_typed(address: str) -> str:
    """Return an address as a person types and reads it: without the scheme, a Thai domain in Thai letters."""
    host, slash, below = address.removeprefix("https://").removeprefix("http://").partition("/")
    if "xn--" in host:
        import idna  # only an office with a Thai domain waits for its tables

        host = _AM.sub(r"\1\2ำ", idna.decode(host))
    return host + slash + _ESCAPED.sub(lambda found: unquote(found[0]), below)


@dataclass(frozen=True, slots=True)
class SurveyLink:
    """The short address in a QR code: it knows channel and place, and outlives the form behind it.

    `channel` and `place` are named as in the form's answers; `key` and `spot` are what these names were made from.
    Where the office has no site, the code holds the form's own address and dies with it.
    """

    code: str
    url: str
    channel: str
    place: str
    form: str
    key: str = ""
    spot: Village | Division | None = None

    @property
    def direct(self) -> bool:
        """Whether it leads straight to the form."""
        return self.url == self.form

    @property
    def short(self) -> str:
        """The address as a person types it, without the scheme; "" for a form's own, which nobody types."""
        return "" if self.direct else as_typed(self.url)


@dataclass(frozen=True, slots=True)
class VerifyLink:
    """The address that confirms one certificate; no page links to it, and nobody can guess it."""

    path: str
    url: str

    @property
    def short(self) -> str:
        """The address as a person types it, without the scheme."""
        return as_typed(self.url)


def verify_link(organisation: Organisation, certificate: Certificate) -> VerifyLink | None:
    """Return the address that confirms a certificate, or None where there is no site to confirm it on."""
    path = f"verify/{certificate.token}"
    return VerifyLink(path, organisation.page(f"{path}.html")) if organisation.site else None


def _spot(spot: Village | Division | None) -> tuple[str, str]:
    """Return a place's name in the form's answers, and what the place adds to a code."""
    if spot is None:
        return EVERYWHERE, ""
    if isinstance(spot, Village):
        return spot.number, f"-m{spot.moo}"
    return spot.name, f"-{spot.key}"


@dataclass(frozen=True, slots=True)
class PublicSurvey:
    """The survey of one round: by which office in which year, what it asks and until when, and whether it is open."""

    organisation: Organisation
    year: int
    plan: Survey
    state: SurveyState

    def link(self, channel: str, spot: Village | Division | None = None) -> SurveyLink:
        """Return its short address for a channel: in one village, at one division's counter, or everywhere.

        Without a site the form is told the record's own words for both, which take a third of the room in a code.
        """
        letters, answer = SURVEY_CHANNELS[channel], _ANSWERS[channel]
        place, ending = _spot(spot)
        code = f"{letters}{self.year % 100:02d}{ending}"
        if not self.organisation.site:
            answer, place = channel, ending.removeprefix("-") or _ANYWHERE
        form = self.plan.form.replace("{channel}", quote(answer, safe="")).replace("{place}", quote(place, safe=""))
        return SurveyLink(code, self.organisation.page(f"s/{code}.html") or form, answer, place, form, channel, spot)

    def spot_of(self, spot: Village | Division | None) -> Village | Division | None:
        """Return what a place of another round is in this one: renumbered, joined with another, or the same."""
        if spot is None:
            return None
        if isinstance(spot, Village):
            number = spot.later or spot.moo  # by which it is known today
            same = [other for other in self.organisation.villages if (other.later or other.moo) == number]
            return next((other for other in same if other.moo == spot.moo), same[0] if same else None)
        keys = (spot.key, spot.joined)
        return next((other for key in keys for other in self.organisation.divisions if other.key == key), None)
