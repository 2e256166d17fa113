"""Who stands on a file: told from what its sheet shows, so that it is found again when a consent is taken back.

A winner is `<year>/<id>` here. Somebody suppressed is on no sheet, and is looked for on none.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from generator.press.shop import TICKET, pictured

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.building.plan import Job
    from generator.model import Records, Winner

LONG_ENOUGH = 16
"""Letters of a phrase that two people's stories hardly share."""

_PICTURE = re.compile(r".*/([0-9a-f]{16})-\d+\.(?:webp|jpg)")
_SMALL = ".thumb.webp"

Standing = tuple[tuple[str, ...], tuple[str, ...]]
"""Who is named, and who is portrayed."""


class Known(NamedTuple):
    """What gives a winner away: names, each as parts that all have to be there; the photo; phrases of the words."""

    key: str
    names: tuple[tuple[str, ...], ...]
    digest: str
    phrases: tuple[str, ...]


def key_of(year: int, winner: Winner) -> str:
    """Return how a winner is spoken of in lists."""
    return f"{year}/{winner.id}"


class Persons:
    """Everybody of the records who may be on a sheet."""

    def __init__(self, records: Records) -> None:
        """Look for the winners of `records`."""
        self._known = [
            _known(key_of(award.programme.year, winner), winner)
            for award in records.rounds
            for winner in award.winners
            if winner.suppressed is None
        ]

    def on(self, job: Job) -> Standing:
        """Return who stands on a sheet.

        A print shop's order is made from all that its posters show, and says nothing of it but whose photos they are.
        """
        ticket, view = job.piece.press is TICKET, job.sheet.view
        shown = [pictured(each["view"]) for each in view["jobs"]] if ticket else view
        said = f"{job.sheet.title} {json.dumps(shown, ensure_ascii=False)}"
        digests = set() if ticket else {rendition.digest for rendition in job.sheet.renditions}
        people = [one for one in self._known if any(all(part in said for part in name) for name in one.names)]
        portrayed = [one for one in people if one.digest in digests or any(phrase in said for phrase in one.phrases)]
        return _keys(people), _keys(portrayed)

    def of_picture(self, path: str, jobs: Mapping[str, Job]) -> Standing:
        """Return who is on a picture of the site: a photo, or the first page of one of the files in small."""
        photo = _PICTURE.fullmatch(path)
        if photo:
            return (), _keys([one for one in self._known if one.digest.startswith(photo[1])])
        job = jobs.get(path.removesuffix(_SMALL) + ".pdf") if path.endswith(_SMALL) else None
        return self.on(job) if job else ((), ())


def _known(key: str, winner: Winner) -> Known:
    name = winner.name
    words = f"{winner.citation} {winner.story} {winner.quote}".split()
    front = name.full.removesuffix(name.last).rstrip()
    return Known(
        key,
        ((name.full,), (f'"{front}"', f'"{name.last}"')),
        winner.photo.picture.digest if winner.photo else "",
        tuple(json.dumps(word, ensure_ascii=False)[1:-1] for word in words if len(word) >= LONG_ENOUGH),
    )


def _keys(known: list[Known]) -> tuple[str, ...]:
    return tuple(one.key for one in known)
