"""One winner: portrait, post, what the award honours, the story behind it, and what citizens said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.disclosure import MIN_GROUP, person, together
from generator.piece import each_year
from generator.pieces.paper import winner_poster
from generator.pieces.parts import frame, honoured, standing
from generator.pieces.web import archive, called, easy, labels, leaves, linked, page_frame
from generator.thai.dates import year_text
from generator.thai.figures import figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound, PublicWinner, PublicYear
    from generator.piece import Sheet, View


def _lay_out(seen: PublicYear) -> Iterator[Sheet]:
    award_round = seen.award_round
    posters = _posters(seen)
    for index, chosen in enumerate(award_round.winners):
        around = {
            "before": _neighbour(award_round, index - 1),
            "after": _neighbour(award_round, index + 1),
            "poster": posters.get(winner_poster.design(chosen)),
            "picture": _to_send(seen, award_round, chosen),
            "also": [{"year": year, "href": f"{year}/winner-{chosen.id}.html"} for year in seen.also[person(chosen)]],
            "easy": easy.winner_href(award_round.year, chosen),
            "division": archive.division_href(chosen.division),
        }
        yield page_frame.page(
            seen,
            f"{award_round.year}/winner-{chosen.id}",
            chosen.name.full,
            _description(award_round, chosen),
            {
                "labels": labels.ON_PROFILE,
                "year": award_round.year,
                "award": frame.award_lines(award_round.programme.award_name),
                "winner": page_frame.winner(chosen, award_round.year),
                "letters": called.letters(chosen.name),
                "leaves": _leaves(chosen),
                "whom": honoured.this_one(chosen),
                "members": [page_frame.person(name) for name in chosen.members],
                "method": award_round.outcomes.satisfaction_method,
                "smallest": MIN_GROUP if chosen.portrait else 0,
                "survey": page_frame.survey(award_round.survey),
                "renditions": page_frame.all_renditions([chosen]),
                "standing": together(standing.shown([chosen]), standing.named(_beside(award_round, index))),
                "about": [linked.person(award_round, chosen, _picture(chosen))],
                **around,
            },
            kind="profile",
        )


def _description(award_round: PublicRound, chosen: PublicWinner) -> str:
    """Return the text under the name in a search engine or a shared link: what is honoured, and where to read it."""
    description = f"{chosen.position} {award_round.programme.award_name} {year_text(award_round.year)}"
    return f"{description} {chosen.citation}" if chosen.citation else description


def _picture(chosen: PublicWinner) -> str | None:
    return str(page_frame.portrait(chosen.portrait)["src"]) if chosen.portrait else None


def _leaves(chosen: PublicWinner) -> View | None:
    """Return what citizens said as leaves of a hundred; of whom nothing else is told, the total."""
    if chosen.satisfaction:
        return leaves.hundred(figure(chosen.satisfaction.percent))
    total = chosen.honours[0].total if len(chosen.honours) == 1 else None
    return leaves.hundred(figure(total)) if total is not None and not (chosen.citation or chosen.story) else None


def _to_send(seen: PublicYear, award_round: PublicRound, chosen: PublicWinner) -> str:
    """Return the square picture of a winner that a family can send on; "" if the site has none."""
    own = seen.cards.get(f"{award_round.year}/winner-{chosen.id}")
    return own.square if own else ""


def _neighbour(award_round: PublicRound, index: int) -> View | None:
    if not 0 <= index < len(award_round.winners):
        return None
    other = award_round.winners[index]
    return {"name": page_frame.person(other.name), "href": f"winner-{other.id}.html"}


def _beside(award_round: PublicRound, index: int) -> list[PublicWinner]:
    return [*award_round.winners[max(0, index - 1) : index], *award_round.winners[index + 1 : index + 2]]


def _posters(seen: PublicYear) -> dict[str, str]:
    """Return the address of each winner's own poster in A4, which any office printer can print, by its design."""
    offered = seen.offered(winner_poster.PIECE.name)
    return {file.design: file.path for file in reversed(offered) if file.paper == "A4"}


PIECE = page_frame.piece("profile", labels.PROFILE_PAGE, each_year(_lay_out), "profile.html.j2")
