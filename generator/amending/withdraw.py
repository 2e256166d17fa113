"""Withdraws a consent in the records, and reports what shows the person outside and must come back.

The records decide what may be shown. A built file may hang somewhere although nobody packed it, so from then on it
counts as handed out, and the lists of `tonbaep pack` include it.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generator.amending import unsaved
from generator.amending.amend import amend
from generator.amending.changes import Edit
from generator.amending.pack import note_collected, remember
from generator.disk import outputs
from generator.disk.keeping import clear
from generator.dispatch import changes
from generator.ledger import addresses, manifest, releases, renamed
from generator.ledger.places import BUILD, SITE
from generator.model import key_of
from generator.problems import Problem, ProblemsFound, Text
from generator.reading import read, schema
from generator.reading.folder import WINNERS, WINNERS_OF_YEAR
from generator.reading.names import name_of
from generator.reading.record import open_record
from generator.store import Store
from generator.thai.dates import long_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from generator.amending.hand import Value
    from generator.disk.swap import Workshop
    from generator.model import Member, Name, Records, Winner
    from generator.reading.tree import Loc


class Chosen(NamedTuple):
    """Somebody as a winner of one round, or as a `member` of a team that won."""

    year: int
    winner: Winner
    member: Member | None = None

    @property
    def name(self) -> Name:
        """Who it is."""
        return self.member.name if self.member else self.winner.name

    @property
    def key(self) -> str:
        """The person's key in lists."""
        return key_of(self.year, self.winner)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What was written for one person: the full name, in which rounds, and which switches were set just now.

    `outside` are the people to notify, with what they are to do; `files` are the paths that show the person, handed out
    or built.
    """

    who: str
    years: tuple[int, ...]
    photo: bool
    name: bool
    outside: tuple[tuple[str, str], ...]
    files: tuple[str, ...]


def people(records: Records, person: str, year: int | None = None) -> list[list[Chosen]]:
    """Return the people these words may mean, by id or by name, each with every round in which they were chosen.

    The first name alone will do where nobody is meant by the words as a whole. The same id in two rounds is the same
    person.
    """
    name_or_id = " ".join(person.split())
    everybody = [
        Chosen(award_round.programme.year, candidate)
        for award_round in records.rounds
        for candidate in award_round.winners
    ]
    there = [candidate for candidate in everybody if year in (None, candidate.year)]
    ids = {candidate.winner.id for candidate in there if name_or_id in _ways(candidate)}
    members = [
        Chosen(each.year, each.winner, member)
        for each in there
        for member in each.winner.members
        if name_or_id in (*_names(member.name), member.name.first, member.name.short)
    ]
    if members and not ids:
        return [[member] for member in members]
    ids = ids or {each.winner.id for each in there if name_or_id in (each.winner.name.first, each.winner.name.short)}
    return [
        [candidate for candidate in everybody if candidate.winner.id == winner_id and year in (None, candidate.year)]
        for winner_id in sorted(ids)
    ]


def _ways(choice: Chosen) -> Iterator[str]:
    """Yield every name by which somebody may be given to a command."""
    yield from (choice.winner.id, choice.key, *_names(choice.winner.name))


def _names(name: Name) -> tuple[str, ...]:
    """Return the ways to write a whole name."""
    return name.full, name.written, name.bare, f"{name.title} {name.bare}"


class Taken(NamedTuple):
    """What was withdrawn just now: whether photo consent and name had been open until then; and the records since."""

    photo: bool
    name: bool
    records: Records


def withdraw(workshop: Workshop, records: Records, chosen: list[Chosen], day: date, reason: str) -> Taken:
    """Record that a photo may no longer be shown and, with a `reason`, that nothing of the person may be shown at all.

    First, everything the last build shows is recorded as handed out. Raises `ProblemsFound` where a file is written in
    a way that only a person can change, or where nothing could be built afterwards; then every file stays as it was.
    The caller holds the workshop's lock.
    """
    outputs.check(workshop.project, (SITE, BUILD))
    before = manifest.read(workshop.project / BUILD, workshop.own)
    addresses.refuse_gone(before, records, frozenset())
    project, keys = workshop.project, {choice.key for choice in chosen}
    files = {project / WINNERS / str(year) / WINNERS_OF_YEAR for year in {choice.year for choice in chosen}}
    edits = {file: _edits(project, file, chosen, day, reason) for file in sorted(files)}
    written = {edit.loc[-1] for those in edits.values() for edit in those}
    photo, name = "withdrawn" in written, "name_suppressed" in written
    built = releases.release_of(records, before)
    if any(keys & {*entry.people, *entry.portrayed} for entry in built.files.values()):
        remember(project, releases.read(project)[0], built)
    store = Store(workshop.photos, workshop.own)
    now: Records | None = records
    if photo or name:
        now = amend(edits, lambda: _read_back(project, store, chosen, hidden=bool(reason)))
    if now is None:
        raise ProblemsFound(_problem(project, file) for file in edits)
    _forget_preview(workshop)
    unsaved.forget(workshop, [(choice.winner.id, choice.name) for choice in chosen])
    return Taken(photo, name, now)


def _forget_preview(workshop: Workshop) -> None:
    """Take away what was made for a moment to come: it may show the person, and nobody builds it again."""
    for place in (workshop.previewing().outputs, workshop.sealing().outputs):
        for name in (SITE, BUILD):
            if (place / name).is_dir() and not any(each.is_symlink() for each in (place, place / name)):
                clear(place / name)


def collected(workshop: Workshop, records: Records, person: str) -> tuple[str, ...]:
    """Record that all sheets of somebody, or of everybody without a name, have come back; return who is meant.

    The person may be in the records no more. The caller holds the workshop's lock.
    """
    known = releases.read(workshop.project)[0]
    names = {key: name for release in reversed(renamed.as_now(records, known)) for key, name in release.people.items()}
    words = " ".join(person.split())
    meant = [
        take_down
        for take_down in releases.take_downs(records, known)
        if not words or words in (take_down.key, take_down.key.partition("/")[2], *names[take_down.key])
    ]
    if meant:
        note_collected(workshop.project, records, known, {take_down.key for take_down in meant})
    return tuple(take_down.who for take_down in meant)


def outside(
    workshop: Workshop, records: Records, keys: set[str]
) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """Return who to notify about files that show these people and no longer may, and the files' paths."""
    take_downs = releases.take_downs(records, releases.read(workshop.project)[0])
    theirs = tuple(take_down for take_down in take_downs if take_down.key in keys)
    rounds = changes.rounds(records, releases.Changes(theirs))
    paths = tuple(sorted({entry.path for take_down in theirs for entry in take_down.files}))
    return tuple(errand for round_changes in rounds for errand in changes.errands(round_changes)), paths


def _edits(project: Path, file: Path, chosen: list[Chosen], day: date, reason: str) -> list[Edit]:
    """Return what to write into one round's file; nothing where it says so already."""
    record, _ = open_record(file, file.relative_to(project).as_posix(), schema.Winners)
    assert record is not None  # noqa: S101 - it has just been read
    return [
        edit
        for choice in chosen
        if file.parent.name == str(choice.year)
        for index, entry in enumerate(record.value.winners)
        if entry.id == choice.winner.id
        for edit in _of_entry(("winners", index), entry, choice, day, reason)
    ]


def _of_entry(loc: Loc, entry: schema.Winner, choice: Chosen, day: date, reason: str) -> Iterator[Edit]:
    """Yield what takes the consent to the photo back, of a winner or of a member of a team, and what hides the name."""
    number, member = _member(entry, choice)
    consent = entry.photo.consent if entry.photo else None
    who: Loc = loc if member is None else (*loc, "team", "members", number)
    if member is not None and member.withdrawn is None:
        yield Edit((*who, "withdrawn"), long_date(day), ("first", "withdrawn"))
    elif member is None and consent is not None and consent.withdrawn is None:
        yield Edit((*who, "photo", "consent", "withdrawn"), long_date(day), ("given", "withdrawn"))
    if reason and (member or entry).name_suppressed is None:
        why: Value = {"reason": " ".join(reason.split()), "since": long_date(day)}
        yield Edit((*who, "name_suppressed"), why, ("id", "first", "name_suppressed"))


def _member(entry: schema.Winner, choice: Chosen) -> tuple[int, schema.Member | None]:
    """Return the member of a team who is meant, with the position in its list; None if it is the winner as a whole."""
    members = entry.team.members if entry.team and choice.member else []
    return next(((n, each) for n, each in enumerate(members) if name_of(each).bare == choice.name.bare), (0, None))


def _read_back(project: Path, store: Store, chosen: list[Chosen], *, hidden: bool) -> Records | None:
    """Return the records if they are valid and say that these people have withdrawn what they gave."""
    with suppress(ProblemsFound):
        records = read(project, store)
        winners = {
            key_of(award_round.programme.year, winner): winner
            for award_round in records.rounds
            for winner in award_round.winners
        }
        if all(each.key in winners and _is_withdrawn(winners[each.key], each, hidden=hidden) for each in chosen):
            return records
    return None


def _is_withdrawn(winner: Winner, choice: Chosen, *, hidden: bool) -> bool:
    if choice.member:
        same = [member for member in winner.members if member.name.bare == choice.name.bare]
        return all(member.left and (member.suppressed or not hidden) for member in same)
    consent = winner.photo.consent if winner.photo else None
    return (consent is None or consent.withdrawn is not None) and (winner.suppressed is not None or not hidden)


def _problem(project: Path, file: Path) -> Problem:
    return Problem(file.relative_to(project).as_posix(), 0, 0, "consent", *_BY_HAND)


_BY_HAND = (
    Text("เขียนการถอนความยินยอมลงไฟล์นี้เองไม่ได้ ไฟล์ยังเหมือนเดิม", "this cannot be written into the file; it is as it was"),
    Text(
        "เปิดไฟล์แล้วเพิ่มบรรทัด withdrawn: ตามด้วยวันที่ ใต้ given ของคนนั้น ตรวจว่าวันที่ไม่ก่อนวันที่ให้ แล้วสั่ง tonbaep build",
        "add a line `withdrawn:` with the day below the person's `given`, not before that day; then run tonbaep build",
    ),
)
