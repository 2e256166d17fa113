"""One year's round at a glance: its position in the eight steps, and links to everything about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import sound
from generator.disclosure import STAGE_NAMES, together
from generator.piece import each_year
from generator.pieces.air import voice
from generator.pieces.parts import frame, standing, timeline
from generator.pieces.web import easy, labels, linked, media, notices, opinions, page_frame, reach
from generator.thai.dates import moment_text, year_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound, PublicYear, Standing
    from generator.piece import Finished, Piece, Sheet, View


def _lay_out(seen: PublicYear) -> Iterator[Sheet]:
    award_round = seen.award_round
    year = year_text(award_round.year)
    yield page_frame.page(
        seen,
        f"{award_round.year}/index",
        labels.ROUND_TITLE.format(year=year),
        labels.ROUND_DESCRIPTION.format(award=award_round.programme.award_name, year=year),
        {
            "labels": labels.ON_ROUND,
            "year": award_round.year,
            "award": frame.award_lines(award_round.programme.award_name),
            "stands": labels.LATE if award_round.late else STAGE_NAMES[award_round.stage].th,
            "announced": award_round.announced,
            "result": moment_text(award_round.programme.result_at),
            "late": award_round.late,
            "nobody": award_round.nobody,
            "reason": award_round.reason() or "",
            "steps": timeline.steps(award_round),
            "steps_ended": timeline.ended(award_round),
            "survey": page_frame.survey(award_round.survey),
            "reach": reach.href(award_round),
            "opinions": opinions.href(award_round),
            "easy": easy.round_href(award_round),
            "notices": notices.links(award_round),
            "media": media.href(seen.with_files, award_round.year),
            "winners": [page_frame.winner(chosen, award_round.year) for chosen in award_round.winners],
            "photos": [page_frame.photograph(photo) for photo in award_round.photos],
            "voices": [*voices(seen, award_round)],
            "others": list(seen.others),
            "renditions": (
                *page_frame.all_renditions(award_round.winners),
                *(size for photo in award_round.photos for size in page_frame.sizes(photo)),
            ),
            "standing": _standing(seen, award_round),
            "about": linked.ceremony(award_round),
        },
    )


def _standing(seen: PublicYear, award_round: PublicRound) -> Standing:
    """Declare everybody, and those described by the words of an announcement."""
    heard = (script.standing for script, _ in voice.voices_of(award_round)) if voice.heard(seen, award_round) else ()
    pictured = (photo.standing for photo in award_round.photos)
    return together(standing.shown(award_round.winners), *pictured, *heard)


def voices(seen: PublicYear, award_round: PublicRound) -> Iterator[View]:
    """Yield the round's announcements that a visitor can listen to, each with its words for people who cannot hear."""
    files = {file.design: file for file in seen.offered(voice.SHARED.name)}
    for script, recording in voice.voices_of(award_round):
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
    return " ".join(f"{count} {unit}" for count, unit in ((minutes, labels.MINUTES), (rest, labels.SECONDS)) if count)


PIECE: Piece[Finished] = page_frame.piece("round", labels.ROUND_PAGE, each_year(_lay_out), "round_page.html.j2")
