"""The speeches of the ceremony on a page each: the report to the presider, and the presider's own words.

They are set like the announcer's script, in type to be read from a lectern, with marks for breath. An office whose own
order of events has neither gets neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.piece import Piece, each_ceremony
from generator.pieces.ceremony import addresses, labels, running_order
from generator.pieces.parts import frame, occasion, standing, uses
from generator.pieces.parts.speech import breathing
from generator.press.typeset import TYPESET

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound
    from generator.model import Presider
    from generator.piece import Sheet
    from generator.pieces.parts.speech import Paragraph


def _report(award_round: PublicRound) -> Iterator[Sheet]:
    if award_round.winners and running_order.has_report(award_round):
        said = addresses.report(award_round)
        by = running_order.reporter(award_round)
        yield _sheet(award_round, "speech-report", labels.SPEECH_REPORT, by, [breathing(each) for each in said])


def _address(award_round: PublicRound) -> Iterator[Sheet]:
    if award_round.winners and running_order.has_address(award_round):
        said = addresses.address(award_round)
        ceremony = award_round.programme.ceremony
        by = ceremony.presider if ceremony else None
        yield _sheet(award_round, "speech-address", labels.SPEECH_ADDRESS, by, [breathing(each) for each in said])


def _sheet(award_round: PublicRound, name: str, called: str, by: Presider | None, said: list[Paragraph]) -> Sheet:
    names = "".join(run.say + (run.written or "") for each in said for run in each.runs)
    view = {
        **frame.frame(award_round, f"{called} {frame.of_round(award_round)}"),
        "release": frame.release(award_round),
        "heading": called,
        "of_round": f"{occasion.NAME} {frame.of_round(award_round)}",
        "speaker": labels.SPEAKER.format(who=_who(by)) if by else "",
        "paragraphs": [{**each.view(), "number": number} for number, each in enumerate(said, 1)],
        "ask": list(dict.fromkeys(run.written for each in said for run in each.runs if run.unsure)),
        "labels": labels.ON_SPEECH,
    }
    path = f"print/{award_round.year}/ceremony/{name}.pdf"
    return frame.sheet(award_round, path, view, called=called, paper="A4", standing=standing.quoted(award_round, names))


def _who(person: Presider) -> str:
    return f"{person.name.full} {person.post}" if person.name else person.post


REPORT = Piece(
    "speech_report", labels.SPEECHES_REPORT, each_ceremony(_report), TYPESET, "speech.typ", "none",
    audience="internal", use=uses.SPEAKERS, sets=("คำกล่าว",), of_ceremony=True,
)  # fmt: skip
ADDRESS = Piece(
    "speech_address", labels.SPEECHES_ADDRESS, each_ceremony(_address), TYPESET, "speech.typ", "none",
    audience="internal", use=uses.SPEAKERS, sets=("คำกล่าว",), of_ceremony=True,
)  # fmt: skip
