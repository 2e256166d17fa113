"""The digest of a proof book as somebody types it from a cover: doubted at once where no book has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.amending.said import at

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.amending.hand import Value
    from generator.amending.held import Held
    from generator.desk.spot import Spot
    from generator.problems import Problem


def doubts(held: Held, spot: Spot, draft: Mapping[str, Value]) -> list[Problem]:
    """Return what is doubtful about the digest in a draft of a form that shows it."""
    typed = at({**draft}, ("proof", "digest")) if "proof" in spot.keys else None
    return of_year(held, spot.year, typed)


def of_year(held: Held, year: int, typed: Value) -> list[Problem]:
    """Return what is doubtful about a digest of a year."""
    if not isinstance(typed, str) or not typed:
        return []
    from generator.ledger import signatures  # brings what a build makes, for which no page waits that shows no proof

    found = signatures.unknown(held.workshop.project, year, typed)
    return [found] if found else []
