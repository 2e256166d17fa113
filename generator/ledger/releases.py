"""What was handed out, and what must be done because of it: sheets to take down and sheets to print again.

A release is what `tonbaep pack` puts together. The latest ones are kept in one file in `winners/`, which survives
builds and is not an input to any; it is outside the years' folders, so that nobody copies it into the next year. Names
stay in it as long as a sheet with them may still hang somewhere: that is its purpose.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from generator.disclosure import may_portray
from generator.disk import own
from generator.ledger import choice, facts, manifest, renamed
from generator.model import key_of
from generator.problems import Problem, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from generator.ledger.choice import Passed
    from generator.ledger.facts import Facts, Fix
    from generator.model import Name, Records, Showing, Winner
    from generator.piece import Entry

PATH = "winners/released.json"
SHAPE: dict[str, Any] = {"releases": [{"files": [{}], "people": {str: [str]}}]}
_FACTS = {str: {str: str}}
_COLLECTED = {str: [str]}

BEFORE = 3
"""How many earlier releases are kept: packing twice before handing anything out must not lose a take-down list."""

Why = Literal["suppressed", "gone", "withdrawn", "channel", "no consent"]

CHANNELS: tuple[Showing, ...] = ("print", "social", "site", "link")


class Known(NamedTuple):
    """The name of somebody on a released sheet: in full, and in a form that only readers of the sheet recognise."""

    full: str
    short: str


@dataclass(frozen=True, slots=True)
class Release:
    """What was handed out at one time: its files by path, who is on them, and what they said.

    `facts` is empty for a release that an older version kept. `collected` are the files of this release that have come
    back, by the key of whoever had to come off them. What else shows the same person still hangs: somebody whose photos
    came back in spring may ask in autumn not to be named.
    """

    files: dict[str, Entry]
    people: dict[str, Known]
    facts: Facts = field(default_factory=dict)
    collected: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Return the release in the form in which it is kept."""
        return {
            "people": {key: list(name) for key, name in sorted(self.people.items())},
            "facts": self.facts,
            "collected": {key: sorted(self.collected[key]) for key in sorted(self.collected)},
            "files": [manifest.as_json(self.files[path]) for path in sorted(self.files)],
        }

    def same_as(self, other: Release) -> bool:
        """Return whether both releases have the same files, byte for byte."""
        return _digests(self) == _digests(other)


@dataclass(frozen=True, slots=True)
class TakeDown:
    """Somebody who must no longer be seen on `files` of earlier releases; `since` is set only if the record has a date.

    `channels` are those that the files are for. Somebody who is suppressed, or no longer in the result, is called by
    initials.
    """

    key: str
    who: str
    why: Why
    since: date | None
    channels: tuple[Showing, ...]
    files: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What must be done because this build differs from the last release.

    `changed` holds pairs of a file as it was and as it is; no title names a person who may no longer be named. `fixes`
    are what is said otherwise now, in words.
    """

    take_downs: tuple[TakeDown, ...] = ()
    changed: tuple[tuple[Entry, Entry], ...] = ()
    new: tuple[Entry, ...] = ()
    gone: tuple[Entry, ...] = ()
    fixes: tuple[Fix, ...] = ()

    def __bool__(self) -> bool:
        """Return whether there is anything to do."""
        return bool(self.take_downs or self.changed or self.new or self.gone)

    @property
    def down(self) -> tuple[str, ...]:
        """The paths of all files to take down."""
        return tuple(sorted({entry.path for take_down in self.take_downs for entry in take_down.files}))

    def as_json(self) -> dict[str, list[str]]:
        """Return the paths, in the form that scripts read."""
        return {
            "take_down": list(self.down),
            "reprint": [after.path for _, after in self.changed],
            "new": [entry.path for entry in self.new],
            "gone": [entry.path for entry in self.gone],
            "fixes": [" ".join(filter(None, (fix.whose, fix.words))) for fix in self.fixes],
        }


def release_of(records: Records, entries: Iterable[Entry]) -> Release:
    """Return a build as a release, without what is printed early and without the theme files that every site has."""
    files = {
        entry.path: entry
        for entry in entries
        if entry.kind != "dispatch"
        and not entry.sealed
        and (entry.piece != manifest.THEME or entry.people or entry.portrayed)
    }
    called = {key: _called(winner.name) for key, winner in _winners(records).items()}
    on_them = {key for entry in files.values() for key in (*entry.people, *entry.portrayed)}
    # A build that is older than the records may show somebody who is no longer in them; it is not packed.
    said = facts.of_records(records, on_them)
    return Release(files, {key: called.get(key, Known(key, key)) for key in on_them}, said)


def showing(entries: Iterable[Entry]) -> Release:
    """Return files as a release in which nobody has a name: for asking who may no longer be seen on them."""
    files = {entry.path: entry for entry in entries}
    on_them = {key for entry in files.values() for key in (*entry.people, *entry.portrayed)}
    return Release(files, {key: Known(key, key) for key in on_them})


def read(project: Path) -> tuple[tuple[Release, ...], tuple[Problem, ...]]:
    """Return the releases, newest first, and a warning for each file of them that cannot be read.

    This is what calls back sheets that hang, so it is never given up in silence: the warning comes at every run until
    the file is mended, also after `tonbaep pack` has put a new one in its place.
    """
    file, warnings = project / PATH, []
    for aside in own.set_aside_before(file):
        name = f"{PATH.rpartition('/')[0]}/{aside.name}"
        warnings.append(Problem(name, 0, 0, "", *_SET_ASIDE, warning=True))
    releases: tuple[Release, ...] = ()
    try:
        written: Any = own.read(own.behind(file), SHAPE)
        releases = tuple(_release(record) for record in written["releases"]) if written else ()
    except (own.Unsound, ValueError, KeyError, TypeError) as fault:
        why = fault.said if isinstance(fault, own.Unsound) else own.STRANGE
        warnings.append(Problem(PATH, 0, 0, "", *_damaged(why), warning=True))
    return releases, tuple(warnings)


def set_aside(project: Path) -> None:
    """Give a file of releases that cannot be read another name, before a new one is written: it is the only copy."""
    if any(problem.file == PATH for problem in read(project)[1]):
        own.moved_aside(project / PATH)


def pending(
    records: Records, releases: Sequence[Release], now: Release, passed: Passed = choice.NOTHING_PASSED
) -> Changes:
    """Return the changes that the next `tonbaep pack` will report: none, once exactly these files have been packed."""
    return Changes() if not releases or releases[0].same_as(now) else compare(records, releases[:BEFORE], now, passed)


def told(
    records: Records, releases: Sequence[Release], now: Release, passed: Passed = choice.NOTHING_PASSED
) -> Changes:
    """Return the changes that go with a release: the differences from the previous one, however often it is packed."""
    same = bool(releases) and releases[0].same_as(now)
    return compare(records, releases[1 : 1 + BEFORE] if same else releases[:BEFORE], now, passed)


def compare(
    records: Records, before: Sequence[Release], now: Release, passed: Passed = choice.NOTHING_PASSED
) -> Changes:
    """Return how `now` differs from the earlier releases, which come newest first.

    Files are compared with the last release only. People who may no longer be seen are searched for in all of them.
    What was prepared for a step is not gone when its day has come: what is used from then on is the same. Nor is what
    the office no longer has made, of any round or of the years that are resting: what hangs of it is still right. What
    served a ceremony is not printed again once that is over, and the first pack of a round adds to nothing.
    What counts is what the records permit, not what was built now, so that a sheet that is no longer made is found too.
    """
    if not before:
        return Changes()
    before = renamed.as_now(records, before)
    hidden = _hidden(records, before)
    before = [_discreet(release, hidden) for release in before]
    last = before[0]
    # Before a result is out, nobody is on any sheet; publishing it is not a correction of what hung until then.
    years = {path: entry.year for path, entry in (last.files | now.files).items()}
    begun = {entry.year for entry in last.files.values()}
    fresh = {
        year for year in set(years.values()) if year not in begun or (_tells(now, year) and not _tells(last, year))
    }
    paths = [path for path in sorted(years) if years[path] not in fresh]
    both = [(last.files[path], now.files[path]) for path in paths if path in last.files and path in now.files]
    old = (last.files[path] for path in paths if path not in now.files)
    return Changes(
        tuple(_take_downs(records, before, hidden)),
        tuple((was, new) for was, new in both if was.sha256 != new.sha256 and choice.is_wanted(new, passed)),
        tuple(
            now.files[path] for path in paths if path not in last.files and choice.is_wanted(now.files[path], passed)
        ),
        tuple(
            entry
            for entry in old
            if not entry.usable_from and choice.is_made(entry, records.organisation, passed.resting)
        ),
        facts.fixes(last.facts, now.facts, records),
    )


def of_year(changes: Changes, year: int, newest: int) -> Changes:
    """Return the changes of one round; what belongs to no year goes with the newest round."""

    def ours(entry: Entry) -> bool:
        return (entry.year or newest) == year

    downs = ((take_down, tuple(filter(ours, take_down.files))) for take_down in changes.take_downs)
    return Changes(
        tuple(replace(take_down, files=files) for take_down, files in downs if files),
        tuple(pair for pair in changes.changed if ours(pair[1])),
        tuple(filter(ours, changes.new)),
        tuple(filter(ours, changes.gone)),
        tuple(fix for fix in changes.fixes if fix.key == facts.OFFICE or fix.key.partition("/")[0] == str(year)),
    )


def stale(records: Records, now: Release) -> list[str]:
    """Return the files of a build that show somebody they may no longer show: the build is older than the records."""
    affected = take_downs(records, [now])
    return sorted({entry.path for take_down in affected for entry in take_down.files})


def take_downs(records: Records, releases: Sequence[Release]) -> tuple[TakeDown, ...]:
    """Return everybody who stands on files of these releases but may no longer be seen there."""
    releases = renamed.as_now(records, releases)
    hidden = _hidden(records, releases)
    return tuple(_take_downs(records, [_discreet(release, hidden) for release in releases], hidden))


def _take_downs(records: Records, releases: Sequence[Release], hidden: Mapping[str, Known]) -> Iterator[TakeDown]:
    winners = _winners(records)
    shown: dict[str, dict[str, Entry]] = {}
    for release in releases:
        back = {(key, path) for key, paths in release.collected.items() for path in paths}
        for path, entry in release.files.items():
            wrong = {key for key in (*entry.people, *entry.portrayed) if key in hidden}
            wrong |= {
                key
                for key in entry.portrayed
                if key not in hidden and key in winners and not may_portray(winners[key], entry.channel)
            }
            for key in wrong:
                if (key, path) not in back:
                    shown.setdefault(key, {}).setdefault(path, entry)
    for key in sorted({key for release in releases for key in release.people}):
        files = shown.get(key, {})
        if files:
            person = next(release.people[key] for release in releases if key in release.people)
            entries = tuple(files[path] for path in sorted(files))
            channels = tuple(channel for channel in CHANNELS if channel in {entry.channel for entry in entries})
            who = person.short if key in hidden else _told(records, key, person)
            yield TakeDown(key, who, *_why(winners.get(key)), channels, entries)


def _told(records: Records, key: str, person: Known) -> str:
    """Return the full name, with post, division and year where another in the records has the same."""
    winners = _winners(records)
    winner = winners[key]
    others = (each for each in winners.values() if each.id != winner.id)
    if not any(other.name.full == winner.name.full for other in others):
        return person.full
    return f"{person.full} ({winner.position} {winner.division.name} ปี {key.partition('/')[0]})"


def _why(winner: Winner | None) -> tuple[Why, date | None]:
    if winner is None:
        return "gone", None
    if winner.suppressed:
        return "suppressed", winner.suppressed.since
    consent = winner.photo.consent if winner.photo else None
    if consent is None:
        return "no consent", None
    left = [each.left for each in winner.members if each.left]
    if left:
        return "withdrawn", min(left)
    return ("withdrawn", consent.withdrawn) if consent.withdrawn else ("channel", None)


def _hidden(records: Records, releases: Iterable[Release]) -> dict[str, Known]:
    """Return the people of earlier releases who may no longer be named, with the names they had there."""
    winners = _winners(records)
    called = {key: person for release in releases for key, person in release.people.items()}
    return {key: person for key, person in called.items() if key not in winners or winners[key].suppressed}


def _discreet(release: Release, hidden: Mapping[str, Known]) -> Release:
    """Return a release whose titles name nobody who may no longer be named: the lists pass through many hands."""
    if not hidden:
        return release

    def title(text: str) -> str:
        for full, short in hidden.values():
            text = re.sub(rf"{re.escape(full)}(?: \([^)]*\))?", short.replace("\\", ""), text)
        return text

    return replace(
        release,
        files={
            path: replace(
                entry,
                title=title(entry.title),
                called=title(entry.called),
                way=title(entry.way),
                news=title(entry.news),
            )
            for path, entry in release.files.items()
        },
    )


def _called(name: Name) -> Known:
    return Known(name.full, name.discreet)


def _winners(records: Records) -> dict[str, Winner]:
    return {
        key_of(award_round.programme.year, winner): winner
        for award_round in records.rounds
        for winner in award_round.winners
    }


def _tells(release: Release, year: int) -> bool:
    return any(entry.people for entry in release.files.values() if entry.year == year)


def _digests(release: Release) -> dict[str, str]:
    return {path: entry.sha256 for path, entry in release.files.items()}


def _release(written: Mapping[str, Any]) -> Release:
    entries = [manifest.entry_from(entry) for entry in written["files"]]
    people = {str(key): Known(*map(str, name)) for key, name in written["people"].items()}
    if {key for entry in entries for key in (*entry.people, *entry.portrayed)} - people.keys():
        raise ValueError(PATH)
    said = written.get("facts", {})
    back = written.get("collected", {})
    return Release(
        {entry.path: entry for entry in entries},
        people,
        said if own.fits(said, _FACTS) else {},
        {key: tuple(paths) for key, paths in back.items()} if own.fits(back, _COLLECTED) else {},
    )


def _damaged(why: Text) -> tuple[Text, Text]:
    return (
        Text(
            f"บัญชีของชุดที่แจกไปแล้ว{why.th} จึงบอกไม่ได้ว่าต้องเก็บหรือพิมพ์แผ่นไหนใหม่",
            f"the list of what was handed out {why.en}, so nobody can say what to take down or print again",
        ),
        Text(
            "กู้ไฟล์นี้จากสำเนาสำรอง ถ้าไม่มี ให้ลบไฟล์นี้แล้วตรวจแผ่นที่ติดไว้เอง การสั่ง tonbaep pack จะเริ่มบัญชีใหม่",
            "restore it from a copy, or delete it and look through what hangs; tonbaep pack begins a new one",
        ),
    )


_SET_ASIDE = (
    Text(
        "บัญชีของชุดที่แจกก่อนหน้านี้อ่านไม่ได้ จึงย้ายมาไว้ที่นี่ แผ่นที่แจกครั้งนั้นไม่อยู่ในรายการให้เก็บหรือพิมพ์ใหม่",
        "an earlier list of what was handed out could not be read and stands here; no list takes its sheets down",
    ),
    Text(
        "กู้เนื้อหาจากสำเนาสำรองไปไว้ที่ winners/released.json หรือตรวจแผ่นที่ติดไว้เองให้ครบ แล้วลบไฟล์นี้",
        "restore winners/released.json from a copy, or look through what hangs; then delete this file",
    ),
)
