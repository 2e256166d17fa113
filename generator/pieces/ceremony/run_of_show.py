"""The announcer's papers for the ceremony: the order of events by the clock, who is called when, and what is said.

The script is set like the loudspeaker's: in large type, lines end at pauses, and what is on grey is not read out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.disclosure import together
from generator.piece import Piece, each_ceremony
from generator.pieces.ceremony import labels, running_order
from generator.pieces.paper.certificate import number_text
from generator.pieces.parts import frame, occasion, standing, uses
from generator.pieces.parts.speech import honours
from generator.press.typeset import TYPESET

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound, PublicWinner, Standing
    from generator.piece import Sheet, View
    from generator.pieces.ceremony.running_order import Event
    from generator.pieces.parts.speech import Paragraph


def _lay_out(award_round: PublicRound) -> Iterator[Sheet]:
    if not award_round.winners:
        return
    events = running_order.order(award_round)
    view = {
        **frame.frame(award_round, f"{labels.RUN_OF_SHOW} {frame.of_round(award_round)}"),
        "release": frame.release(award_round),
        "heading": labels.RUN_OF_SHOW_HEADING.format(occasion=occasion.NAME),
        "of_round": frame.of_round(award_round),
        "occasion": running_order.when_and_where(award_round),
        "columns": list(labels.EVENT_HEADS),
        "rows": [[at, str(event.minutes), event.what, event.who, event.prepare] for at, event in events],
        "people_columns": list(labels.PEOPLE_HEADS),
        "people": [_person(award_round, number, winner) for number, winner in enumerate(award_round.winners, 1)],
        "scenes": list(_scenes(events)),
        "polite": "" if award_round.programme.ceremony else labels.POLITE,
        "ask": list(dict.fromkeys(run.written for paragraph in _said(events) for run in paragraph.runs if run.unsure)),
        "labels": labels.ON_RUN_OF_SHOW,
    }
    path = f"print/{award_round.year}/ceremony/run-of-show.pdf"
    yield frame.sheet(
        award_round, path, view, called=labels.RUN_OF_SHOW, paper="A4", standing=_standing(award_round, events)
    )


def _standing(award_round: PublicRound, events: list[tuple[str, Event]]) -> Standing:
    """Declare everybody, and who is described where the script reads out what the award honours."""
    paragraphs = set(_said(events))
    drawn = (winner for winner in award_round.winners if winner.citation and honours(award_round, winner) in paragraphs)
    return together(standing.named(award_round.winners), standing.shown(drawn))


def _person(award_round: PublicRound, number: int, winner: PublicWinner) -> View:
    return {
        "number": str(number),
        "name": winner.name.full,
        "name_lines": frame.name_lines(winner.name),
        "read_as": labels.READ_AS.format(words=winner.name.read_as) if winner.name.read_as else "",
        "position": labels.FAMILY_RECEIVES.format(position=winner.position) if winner.name.late else winner.position,
        "certificate": number_text(award_round, winner.certificate) if winner.certificate else labels.NO_NUMBER,
        "picture": running_order.photograph(winner),
    }


def _scenes(events: list[tuple[str, Event]]) -> Iterator[View]:
    """Yield the events in which something is said, with paragraph numbers that continue from one event to the next."""
    number = 0
    for at, event in events:
        groups = []
        for group in event.said:
            views = []
            for paragraph in group:
                number += not paragraph.cue
                views.append({**paragraph.view(), "number": None if paragraph.cue else number})
            groups.append(views)
        if groups:
            yield {"at": at, "what": event.what, "groups": groups}


def _said(events: list[tuple[str, Event]]) -> Iterator[Paragraph]:
    return (paragraph for _, event in events for group in event.said for paragraph in group)


PIECE = Piece(
    "run_of_show", labels.RUN_OF_SHOWS, each_ceremony(_lay_out), TYPESET, "run_of_show.typ", "none",
    audience="internal", use=uses.ANNOUNCER_OF_CEREMONY, sets=("กำหนดการ",), of_ceremony=True,
)  # fmt: skip
