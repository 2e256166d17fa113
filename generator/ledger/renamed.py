"""Somebody who was given another id is the same person: what was handed out is read under the id of today."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.ledger.releases import Release
    from generator.model import Records
    from generator.piece import Entry


def as_now(records: Records, releases: Sequence[Release]) -> Sequence[Release]:
    """Return the releases with everybody under the id that they have in the records now."""
    ids = {
        f"{award_round.programme.year}/{old}": key_of(award_round.programme.year, winner)
        for award_round in records.rounds
        for winner in award_round.winners
        for old in winner.formerly
    }

    def now(keys: Iterable[str]) -> tuple[str, ...]:
        return tuple(ids.get(key, key) for key in keys)

    def entry_now(entry: Entry) -> Entry:
        return replace(entry, people=now(entry.people), portrayed=now(entry.portrayed))

    def release_now(release: Release) -> Release:
        back: dict[str, tuple[str, ...]] = {}
        for key, paths in zip(now(release.collected), release.collected.values(), strict=True):
            back[key] = (*back.get(key, ()), *paths)
        return replace(
            release,
            files={path: entry_now(entry) for path, entry in release.files.items()},
            people=dict(zip(now(release.people), release.people.values(), strict=True)),
            facts=dict(zip(now(release.facts), release.facts.values(), strict=True)),
            collected=back,
        )

    return [release_now(release) for release in releases] if ids else releases
