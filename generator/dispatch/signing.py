"""What signers read in a proof book: days and figures, what changed, and each person's own page.

Every other sheet follows; what is signed is the digest of all files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.dispatch import labels
from generator.pieces.parts import frame
from generator.thai.dates import long_date, moment_text
from generator.thai.figures import count, percent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.disclosure import PublicRound, PublicWinner
    from generator.piece import Entry, View

MOST_NAMED = 24
"""How many sheets that changed are named one by one."""


def front(award_round: PublicRound, files: list[Entry], signed: Mapping[str, str] | None) -> View:
    """Return the view of the first page and of each person; `signed` is the last signed list.

    Nobody is named whom no file of the book names.
    """
    shown = {key for entry in files for key in (*entry.people, *entry.portrayed)}
    people = [winner for winner in award_round.winners if winner.key in shown]
    return {
        "people": [_person(winner) for winner in people],
        "figures": [[what, value] for what, value in _figures(award_round, told=bool(people))],
        "changes": _changes(files, signed),
    }


def _person(winner: PublicWinner) -> View:
    """Return what is printed of somebody, as text to be proof-read."""
    said = winner.satisfaction
    told = (
        (labels.READ_AS, winner.name.read_as or ""),
        (labels.CATEGORY, winner.ranked),
        (labels.SATISFIED, frame.satisfaction(said)["percent"] if said else ""),
        (labels.CITED, winner.citation),
        (labels.QUOTED, winner.quote),
    )
    return {
        "key": winner.key,
        "name": winner.name.full,
        "post": frame.post(winner),
        "picture": labels.WITH_PICTURE if winner.portrait else labels.WITHOUT_PICTURE,
        "told": [[what, value] for what, value in told if value],
        "story": winner.story.split("\n\n") if winner.story else [],
    }


def _figures(award_round: PublicRound, *, told: bool) -> Iterator[tuple[str, str]]:
    """Yield the days and figures that a signature vouches for; what came of the round only where its result is told."""
    programme, outcomes = award_round.programme, award_round.outcomes
    yield labels.RESULT_AT, moment_text(programme.result_at)
    yield labels.SURVEY_UNTIL, long_date(programme.survey.closes)
    if programme.ceremony:
        yield labels.CEREMONY, f"{long_date(programme.step('ceremony').starts)} {programme.ceremony.place}"
    satisfaction = outcomes.satisfaction_of(programme.year) if told else None
    if satisfaction:
        replies = f" ({labels.REPLIES.format(count=count(satisfaction.replies))})" if satisfaction.replies else ""
        yield labels.SATISFACTION, f"{percent(satisfaction.value)}{replies}"
        yield labels.TARGET, percent(outcomes.satisfaction_target)
    complaints = outcomes.complaints_of(programme.year) if told else None
    if complaints:
        yield labels.COMPLAINTS, labels.CASES.format(count=count(int(complaints.value)))


def _changes(files: list[Entry], signed: Mapping[str, str] | None) -> View:
    """Return how the files differ from those of the last signed book, by what the office calls them."""
    if signed is None:
        return {"said": labels.NEVER_SIGNED, "groups": []}
    now = {entry.path: entry for entry in files}
    changed = [entry for path, entry in now.items() if path in signed and signed[path] != entry.sha256]
    new = [entry for path, entry in now.items() if path not in signed]
    gone = sorted(set(signed) - set(now))
    groups = [
        {"title": title, "names": names}
        for title, names in (
            (labels.CHANGED.format(count=len(changed)), _named(entry.called for entry in changed)),
            (labels.NEW.format(count=len(new)), _named(entry.called for entry in new)),
            (labels.GONE.format(count=len(gone)), _named(gone)),
        )
        if names
    ]
    return {"said": "" if groups else labels.AS_SIGNED, "groups": groups}


def _named(names: Iterable[str]) -> list[str]:
    every = list(dict.fromkeys(names))
    more = len(every) - MOST_NAMED
    return [*every[:MOST_NAMED], labels.MORE.format(count=more)] if more > 0 else every
