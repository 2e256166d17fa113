"""Every public file in one place, for people who print, post or read out: picture, kind, size, download."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.disclosure import Standing, together
from generator.pieces.web import embed, labels, page_frame

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import Publication, PublicFile, PublicRound
    from generator.piece import Finished, Piece, Sheet, View


def _lay_out(finished: Finished) -> Iterator[Sheet]:
    publication = finished.publication
    body: View = {
        "labels": labels.ON_MEDIA,
        "groups": [
            {"year": year, "kinds": _kinds(publication, year)}
            for year in sorted({file.year for file in publication.files}, reverse=True)
        ],
        "office": publication.organisation.name,
        "embed": embed.lines(publication),
        "announced": publication.newest_announced is not None,
        "standing": Standing(together(*(file.standing for file in publication.files)).named),
    }
    yield page_frame.page(publication, "media", labels.MEDIA, labels.MEDIA_DESCRIPTION, body)


def _kinds(publication: Publication, year: int) -> list[View]:
    """Return the files of a year under the office's names for them, in the order of the pieces."""
    files = [file for file in publication.files if file.year == year]
    award_round = next((award_round for award_round in publication.rounds if award_round.year == year), None)
    return [
        {"title": kind, "files": [_file(file, award_round) for file in files if file.kind == kind]}
        for kind in dict.fromkeys(file.kind for file in files)
    ]


def _file(file: PublicFile, award_round: PublicRound | None) -> View:
    return {
        "href": file.path,
        "title": _parts(file.called, award_round) if award_round else [file.called],
        "kind": file.suffix.lstrip(".").upper(),
        "words": labels.FILES.get(file.suffix, labels.FILE),
        "size": file.size,
        "thumbnail": file.thumbnail,
    }


def _parts(called: str, award_round: PublicRound) -> list[str]:
    """Return a file's title in parts that must not be broken: a name is one part, divided only before the surname."""
    name = next((chosen.name for chosen in award_round.winners if chosen.name.full in called), None)
    if name is None:
        return [called]
    before, _, after = called.partition(name.full)
    return [part.strip() for part in (before, name.short, name.behind, after) if part.strip()]


PIECE: Piece[Finished] = page_frame.piece("media", labels.MEDIA_PAGE, _lay_out, "media.html.j2")
