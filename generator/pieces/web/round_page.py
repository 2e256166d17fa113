"""One year's round at a glance: its position in the eight steps, and links to everything about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import sound
from generator.disclosure import STAGE_NAMES, together
from generator.pieces.air import voice
from generator.pieces.parts import frame, standing, timeline
from generator.pieces.web import easy, linked, page_frame, reach
from generator.thai.dates import moment_text, year_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import Publication, PublicRound, Standing
    from generator.piece import Finished, Piece, Sheet, View


def _lay_out(finished: Finished) -> Iterator[Sheet]:
    publication = finished.publication
    for award in publication.rounds:
        yield page_frame.page(
            publication,
            f"{award.year}/index",
            f"การคัดเลือก {year_text(award.year)}",
            f"ขั้นตอนและผลการคัดเลือก{award.programme.award} {year_text(award.year)}",
            {
                "year": award.year,
                "award": frame.award_lines(award.programme.award),
                "stands": STAGE_NAMES[award.stage].th,
                "announced": award.announced,
                "result": moment_text(award.programme.result_at),
                "steps": timeline.steps(award),
                "survey": page_frame.survey(award),
                "reach": reach.href(award),
                "easy": easy.round_href(award),
                "winners": [page_frame.winner(chosen, award.year) for chosen in award.winners],
                "voices": [*voices(publication, award)],
                "others": [other.year for other in publication.rounds if other.year != award.year],
                "renditions": page_frame.all_renditions(award.winners),
                "standing": _standing(publication, award),
                "about": linked.ceremony(award),
            },
        )


def _standing(publication: Publication, award: PublicRound) -> Standing:
    """Declare everybody, and those described by the words of an announcement."""
    heard = (script.standing for script, _ in voice.voices_of(award)) if voice.heard(publication, award) else ()
    return together(standing.shown(award.winners), *heard)


def voices(publication: Publication, award: PublicRound) -> Iterator[View]:
    """Yield the round's announcements that a visitor can listen to, each with its words for people who cannot hear."""
    files = {file.design: file for file in publication.offered(voice.SHARED.name, award.year)}
    for script, recording in voice.voices_of(award):
        file = files.get(script.key)
        if file:
            yield {
                "key": script.key,
                "src": file.path,
                "size": file.size,
                "village": script.view["village"]["heading"],
                "news": script.news,
                "length": _length(sound.playing(recording.seconds, chime=recording.chime, twice=False)),
                "transcript": voice.transcript(script),
            }


def _length(seconds: float) -> str:
    """Return how long something plays, in everyday words."""
    minutes, rest = divmod(round(seconds), 60)
    return " ".join(f"{count} {unit}" for count, unit in ((minutes, "นาที"), (rest, "วินาที")) if count)


PIECE: Piece[Finished] = page_frame.piece("round", "หน้ารอบการคัดเลือก", _lay_out, "round_page.html.j2")
