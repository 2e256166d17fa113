"""The first sheet of each row of `PIECES` as text that people can compare; holds no assertion.

The sample is looked at in the way in which the plan of a build looks at it. What a build would know only from finished
files is fixed here, so that nothing has to be pressed.
"""

from __future__ import annotations

import difflib
import json
from dataclasses import fields, is_dataclass, replace
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from generator import disclosure
from generator.building import making, plan
from generator.building.listing import of_job
from generator.model import CeremonyPhoto, Correction, Recording
from generator.piece import PAGE, Finished
from generator.pieces import FIRST, SECOND
from generator.pieces.air import announcement, voice
from generator.store import key_of
from generator.thai.dates import parse_moment
from tests.support import noticed, product

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from generator.building.plan import Job
    from generator.model import Records
    from generator.piece import Entry, Piece, Sheet

FOLDER: Final = Path(__file__).resolve().parents[1] / "golden"
SIZE: Final = "402 กิโลไบต์"
"""The size stated for every file that the site offers."""


class Look(NamedTuple):
    """A moment at which the sample is looked at, as a build then would, with or without sealed sheets."""

    moment: datetime
    sealed: bool = False


LOOKS: Final = (
    Look(parse_moment(product.AFTER)),
    Look(parse_moment(product.BEFORE)),
    Look(parse_moment(product.BEFORE), sealed=True),
)
"""Where a row's sheet is looked for, in this order."""


def _old_computers(records: Records) -> Records:
    """Return the records with a village whose computer knows no Unicode."""
    return replace(records, organisation=replace(records.organisation, old_computers=True))


def _corrected(records: Records) -> Records:
    """Return the records with an announcement that was wrong."""
    newest, *others = records.rounds
    wrong = Correction("result", date(2023, 4, 24), "มอบประกาศเกียรติคุณเวลา 10.00 น.")
    return replace(records, rounds=(replace(newest, corrections=(wrong,)), *others))


def _recorded(records: Records) -> Records:
    """Return the records with a result read by the first village's announcer; the sound itself does not exist."""
    newest, *others = records.rounds
    seen = disclosure.publish(records, LOOKS[0].moment, "print").newest
    script = next(one for one in announcement.scripts_of(seen) if one.key.startswith("result") and "-m1-" in one.key)
    read = Recording(
        script=script.key,
        words=key_of(voice.said(script)),
        sound="0" * 64,
        seconds=58,
        slot=60,
        recorded=date(2023, 4, 21),
        reader="",
        on_site=True,
        chime=True,
        twice=True,
        line=1,
        column=1,
    )
    return replace(records, rounds=(replace(newest, recordings=(read,)), *others))


def _pictured(records: Records) -> Records:
    """Return the records with a picture of the ceremony: the first winner's own photo, which exists."""
    newest, *others = records.rounds
    first, held = newest.winners[0], newest.programme.ceremony
    assert first.photo
    assert held
    photo = CeremonyPhoto(first.photo.picture, f"{first.name.full} รับมอบประกาศเกียรติคุณ", (first.id,), "แจ้งก่อนถ่ายแล้ว")
    programme = replace(newest.programme, ceremony=replace(held, photos=(photo,)))
    return replace(records, rounds=(replace(newest, programme=programme), *others))


def _renamed(records: Records) -> Records:
    """Return the records with a first winner who had another id before."""
    newest, *others = records.rounds
    first, *rest = newest.winners
    moved = (replace(first, formerly=(f"{first.id}-old",)), *rest)
    return replace(records, rounds=(replace(newest, winners=moved), *others))


def _noticed(records: Records) -> Records:
    """Return the records with the notice of the result issued."""
    return noticed.issued(records, "result-notice", date(2023, 4, 21), "20")


VARIATIONS: Final[dict[str, Callable[[Records], Records]]] = {
    "announcement_874": _old_computers,
    "stop_notice": _corrected,
    "voice": _recorded,
    "stick_wav": _recorded,
    "stick_mp3": _recorded,
    "moved": _renamed,
    "ceremony_photo": _pictured,
    "cms_ceremony_photo": _pictured,
    "notice": _noticed,
    "notices": _noticed,
}
"""How the sample must be changed for a row that has no sheet in it."""


class Sample:
    """The sample's records, and the sheets that a build of each look would begin with."""

    def __init__(self, records: Records) -> None:
        """Keep the records; nothing is laid out before it is needed."""
        self._records = records
        self._offered: dict[tuple[Look, str], disclosure.Publication] = {}
        self._made: dict[tuple[Look, str], tuple[Entry, ...]] = {}

    def first(self, piece: Piece[Any]) -> Sheet:
        """Return a row's first sheet: from the first look that has one, or else from the changed records.

        Raises `LookupError` for a row without any sheet, and for a change of the sample that is no longer needed.
        """
        found = self._first(piece, self._records, "")
        varied = VARIATIONS.get(piece.name)
        if found and varied:
            message = f"{piece.name} has a sheet without any variation; take it out of VARIATIONS"
            raise LookupError(message)
        if not found and varied:
            found = self._first(piece, varied(self._records), piece.name)
        if not found:
            message = f"{piece.name} has no sheet at any moment of LOOKS; say in VARIATIONS what brings one forth"
            raise LookupError(message)
        return found

    def every(self, piece: Piece[Any]) -> Iterator[Sheet]:
        """Yield all sheets of a row, look by look."""
        return (job.sheet for look in LOOKS for job in self._jobs(piece, self._records, look, ""))

    def at(self, piece: Piece[Any], look: Look) -> list[Sheet]:
        """Return the sheets of a row at one look."""
        return [job.sheet for job in self._jobs(piece, self._records, look, "")]

    def _first(self, piece: Piece[Any], records: Records, varied: str) -> Sheet | None:
        jobs = chain.from_iterable(self._jobs(piece, records, look, varied) for look in LOOKS)
        return next((job.sheet for job in jobs), None)

    def _jobs(self, piece: Piece[Any], records: Records, look: Look, varied: str) -> Iterator[Job]:
        """Yield what a build makes from one row; the site's part is laid out only if the row belongs to the site."""
        on_site = piece.press.name == PAGE or piece.place == "site"
        if piece in SECOND and not on_site:
            entries = self._finished(records, look, varied)
            yield from plan.plan_second((piece,), records, look.moment, entries, _closed)
            return
        if not on_site:
            yield from plan.plan((piece,), records, look.moment, sealed=look.sealed)
        if look.sealed or not on_site:
            return
        if piece.channel == "link":
            yield from plan.plan_cards((piece,), disclosure.publish(records, look.moment, "link"))
            return
        seen = self._offering(records, look, varied)
        if piece in SECOND:
            yield from plan.plan_pages((piece,), Finished(seen, (), _closed))
            return
        yield from plan.plan_pages((piece,), seen)
        yield from plan.plan_site_files((piece,), disclosure.publish(records, look.moment, "site"))

    def _finished(self, records: Records, look: Look, varied: str) -> tuple[Entry, ...]:
        """Return the entries of what the first wave makes, each with its view in place of its bytes."""
        if (look, varied) not in self._made:
            jobs = plan.plan(FIRST, records, look.moment, sealed=look.sealed)
            entries = (of_job(job, f"build/{job.path}", json.dumps(job.sheet.view).encode()) for job in jobs)
            self._made[look, varied] = tuple(entries)
        return self._made[look, varied]

    def _offering(self, records: Records, look: Look, varied: str) -> disclosure.Publication:
        """Return what the site knows, including its files and the pictures of links."""
        if (look, varied) not in self._offered:
            publication = disclosure.publish(records, look.moment, "site")
            files = tuple(map(_offered, plan.plan_downloads(FIRST, publication)))
            cards = making.cards(plan.plan_cards(FIRST, disclosure.publish(records, look.moment, "link")))
            self._offered[look, varied] = replace(publication, files=files, cards=cards)
        return self._offered[look, varied]


def _offered(job: Job) -> disclosure.PublicFile:
    return replace(making.public_file(job), size=SIZE)


def _closed(entry: Entry) -> bytes:
    raise NotImplementedError(entry.path)


def written(sheet: Sheet) -> str:
    """Return a sheet as text: its facts and its view."""
    said = {
        field.name: _plain(getattr(sheet, field.name))
        for field in fields(sheet)
        if field.name != "view" and (getattr(sheet, field.name) or field.name not in RARE)
    }
    whole = {"sheet": said, "view": sheet.view}
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _plain(value: object) -> object:
    """Return a value in JSON terms."""
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, set | frozenset):
        return sorted(map(_plain, value), key=str)
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value if value is None or isinstance(value, bool | int | str) else str(value)


RARE: Final = frozenset({"sets", "moo", "news", "faults"})
"""What few sheets have; it is kept only of these."""

LINES: Final = 40
"""How many lines of a difference are shown."""


def differing(kept: str, now: str, name: str) -> str:
    """Return the difference from the stored file, in a few lines; "" if there is none."""
    lines = difflib.unified_diff(
        kept.splitlines(), now.splitlines(), f"golden/{name}", "as it is laid out now", n=2, lineterm=""
    )
    shown = list(islice(lines, LINES + 1))
    return "\n".join([*shown[:LINES], *(["…"] if len(shown) > LINES else [])])
