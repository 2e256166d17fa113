"""How long the addresses become that codes hold: what no code holds is refused, what needs a large one is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import model, qr
from generator.disclosure import SURVEY_CHANNELS, PublicSurvey
from generator.reading import links
from generator.reading.tree import Fault
from generator.reading.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator


def _longest(office: model.Organisation, award_round: model.AwardRound) -> str:
    """Return the longest address that a code of a round holds."""
    spots: dict[str, tuple[model.Village | model.Division, ...]] = {
        "loudspeaker": office.villages,
        "counter": office.divisions,
    }
    survey = PublicSurvey(office, award_round.programme.year, award_round.programme.survey, "coming")
    return max(
        (survey.link(channel, spot).url for channel in SURVEY_CHANNELS for spot in (None, *spots.get(channel, ()))),
        key=len,
    )


def unprintable(office: model.Organisation, award_round: model.AwardRound) -> Iterator[Fault]:
    """Yield a fault where codes lead straight to a form whose link is too long for them."""
    longest = _longest(office, award_round)
    if not office.site and not qr.has_room(longest):
        yield Fault(("survey", "form"), links.too_long_for_a_code(longest))


def too_long(office: model.Organisation, awards: tuple[model.AwardRound, ...]) -> Iterator[Fault]:
    """Yield a warning where the longest short address needs a code that is too large for some piece."""
    longest = max((_longest(office, award_round) for award_round in awards), key=len, default="")
    if len(longest) > qr.LONGEST and office.site:
        side = f"{qr.smallest_mm(longest) / 10:.1f}"
        yield Fault(
            ("site",),
            say(
                f"ที่อยู่สั้น {longest} ยาว {len(longest)} ไบต์ เกิน {qr.LONGEST} ไบต์ คิวอาร์โค้ดต้องกว้างอย่างน้อย {side} ซม.",
                f"the short address {longest} has {len(longest)} bytes, over {qr.LONGEST}: its code needs {side} cm",
                "ใช้ชื่อเว็บที่สั้นลง หรือเผื่อที่ให้คิวอาร์โค้ดใหญ่ขึ้น",
                "use a shorter site address, or leave room for a larger code",
            ),
            warning=True,
        )
