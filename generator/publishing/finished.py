"""The site as the last build made it, ready to go up: its files by digest, and who is on them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from generator.disclosure import may_portray
from generator.ledger import manifest
from generator.ledger.places import BUILD, SITE
from generator.ledger.releases import CHANNELS
from generator.model import key_of
from generator.publishing import faults, state
from generator.publishing.release import Wanted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from generator.disk.swap import Workshop
    from generator.model import Records
    from generator.piece import Entry


def entries(workshop: Workshop) -> dict[str, Entry]:
    """Return the entries of the site's files by their names within it; none where nothing was built."""
    return manifest.of_site(manifest.read(workshop.outputs / BUILD, workshop.own))


def wanted(workshop: Workshop, at: str, owner: str = "") -> Wanted:
    """Return the finished site; reading a file that is not what was made raises `HostFault`."""
    listed = entries(workshop)

    def read(name: str) -> bytes:
        value = (workshop.outputs / SITE / name).read_bytes()
        if hashlib.sha256(value).hexdigest() != listed[name].sha256:
            raise faults.changed_since(name)
        return value

    files = {name: state.File(state.digest_of(entry.sha256), entry.bytes) for name, entry in listed.items()}
    return Wanted(files, read, frozenset(_shown(listed.values())), at, owner=owner)


def awaits(records: Records, moment: datetime) -> bool:
    """Return whether the records say that a result is still to be announced."""
    return any(each.programme.result_at > moment for each in records.rounds)


def permitted(records: Records) -> frozenset[str]:
    """Return everybody who may be shown today, named or in a picture."""
    return frozenset(_permitted(records))


def _permitted(records: Records) -> Iterator[str]:
    for award_round in records.rounds:
        for winner in award_round.winners:
            key = key_of(award_round.programme.year, winner)
            if winner.suppressed:
                continue
            yield _named(key)
            yield from (_pictured(key, channel) for channel in CHANNELS if may_portray(winner, channel))


def _shown(listed: Iterable[Entry]) -> Iterator[str]:
    for entry in listed:
        yield from map(_named, entry.people)
        yield from (_pictured(key, entry.channel) for key in entry.portrayed)


def _named(key: str) -> str:
    return f"{key} named"


def _pictured(key: str, channel: str) -> str:
    return f"{key} pictured {channel}"
