"""The result lies on its host before the day, shut, and opens at its minute with nobody at a computer.

First today's site goes up with rules that refuse the sealed folder. Then that folder is filled and read back. Only then
come the rules that open it, so whatever interrupts this leaves it shut.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from generator.disk.swap import write_whole
from generator.problems import Text
from generator.publishing import faults, release, sealed, state, tree
from generator.publishing.probe import NOT_SHUT, Unfit, probe, tricks
from generator.publishing.release import Wanted
from generator.publishing.sealed import Ground, Seal
from generator.publishing.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.disk.swap import Workshop
    from generator.publishing.hosts import Host
    from generator.publishing.release import Asked
    from generator.publishing.sealed import Opening
    from generator.publishing.state import File
    from generator.publishing.visiting import Visitor

_START = "index.html"
_NOTE = "sealed.json"
LEAST = timedelta(minutes=2)
"""How long before its moment a result can be sealed at the latest."""
_STEP = timedelta(seconds=2)


_THEIR_RULES = Text(
    "ในโฟลเดอร์นี้มี .htaccess ของสำนักงานอยู่แล้ว โปรแกรมไม่แก้ไฟล์นั้น",
    "the folder has an .htaccess of the office's own, which is not changed",
)


class Opened(NamedTuple):
    """What was sealed: when it opens, how many files, and how many bytes were sent."""

    moment: datetime
    files: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Sealing:
    """What sealing needs besides the host: a visitor of the site, this computer's clock, and words nobody guesses.

    With less than `least` to the moment nothing is begun: what is not shut by then might be half there.
    """

    visitor: Visitor
    clock: Callable[[], datetime]
    token: Callable[[], str]
    least: timedelta = LEAST


def seal(host: Host, today: Wanted, then: Wanted, moment: datetime, asked: Asked, with_: Sealing) -> Opened:
    """Put today's site up, and beside it, shut, what differs at the moment.

    Raises `probe.Unfit` before anything sealed is sent, where the host would not keep it; `HostFault` where the line
    breaks, and then it is shut.
    """
    if moment - with_.clock() < with_.least:
        raise faults.too_late_to_seal()
    standing = release.standing(host)
    if standing is None:  # so that the folder is taken and its room is there
        release.publish(host, today, asked)
        standing = release.standing(host)
    if sealed.RULES not in (standing.files if standing else {}) and host.size(sealed.RULES) is not None:
        raise Unfit(_THEIR_RULES)
    ground = probe(host, with_.visitor, with_.token, with_.clock)
    new = Seal(with_.token(), moment, "guarded")
    release.publish(host, _with_rules(today, new, ground), asked)
    files = {name: file for name, file in then.files.items() if today.files.get(name) != file and name != sealed.RULES}
    sent = _send(host, then, Tree(new.folder, files), asked)
    _confirm_shut(host, with_, today, new)
    release.publish(host, _with_rules(today, new._replace(opening="timed"), ground), asked)
    _confirm_shut(host, with_, today, new)
    return Opened(moment, len(files), sent)


def turn(host: Host, opening: Opening, asked: Asked) -> Seal:
    """Keep a sealed tree shut whatever the clock says, or let it open at its moment again; no other file changes.

    Raises `HostFault` where there is none.
    """
    standing, rules = release.settled(host, asked), host.read(sealed.RULES)
    found = sealed.found(rules.decode(errors="replace")) if rules else None
    if found is None or rules is None or standing is None:
        raise faults.nothing_sealed()
    new = found[0]._replace(opening=opening)
    site = Wanted(standing.files, lambda _: rules, frozenset(), standing.at, owner=standing.owner, noted=standing.shown)
    release.publish(host, _with_rules(site, new, found[1]), replace(asked, repair=False))
    return new


def remember(workshop: Workshop, moment: datetime | None) -> None:
    """Keep at this computer when a sealed result opens, so that later builds speak of it; None where none does."""
    file = workshop.folder / _NOTE
    workshop.own.clear(file)
    write_whole(file, {"opens": moment.isoformat() if moment else None})


def remembered(workshop: Workshop) -> datetime | None:
    """Return when a result opens that was sealed from this computer, if one was."""
    note = workshop.own.read(workshop.folder / _NOTE, {"opens": (str, None)}, dict[str, str])
    return datetime.fromisoformat(note["opens"]) if note and note["opens"] else None


def _with_rules(site: Wanted, seal: Seal, ground: Ground) -> Wanted:
    """Return a site whose `.htaccess` has the rules for a sealed tree."""
    plain = site.read(sealed.RULES).decode() if sealed.RULES in site.files else ""
    value = sealed.with_rules(plain, seal, ground).encode()
    return replace(
        site,
        files={**site.files, sealed.RULES: state.file_of(value)},
        read=lambda name: value if name == sealed.RULES else site.read(name),
        seal=f"{seal.folder} {seal.moment.isoformat()}",
    )


def _send(host: Host, site: Wanted, shut: Tree, asked: Asked) -> int:
    """Send files into their shut folder, read their sizes back, and return how many bytes were sent."""
    tree.note(host, shut)
    names: dict[str, File] = {f"{shut.folder}/{name}": file for name, file in shut.files.items()}
    for folder in tree.folders(names):
        host.make_folder(folder)
    for done, name in enumerate(sorted(shut.files), 1):
        host.write(f"{shut.folder}/{name}", site.read(name))
        asked.progress(done, len(shut.files), name)
    sizes = host.sizes(sorted(names))
    cut = [name for name, file in names.items() if sizes.get(name) != file.size]
    if cut:
        raise faults.lost(cut[0].rpartition("/")[2])
    return sum(file.size for file in names.values())


def _confirm_shut(host: Host, with_: Sealing, today: Wanted, seal: Seal) -> None:
    """Raise `Unfit` where visitors get at what was sent, after taking it away again; once it opens, nothing is shut."""
    visitor = with_.visitor
    name = _START if _START in today.files else ""
    straight = (each for each in tricks(visitor.path, seal.folder, name) if each[0] != visitor.path)
    answers = [visitor.ask_exactly(path, method, headers) for path, method, headers in straight]
    start = state.file_of(visitor.ask(name).body)
    if with_.clock() >= seal.moment - _STEP:
        return
    if any(answer.status in range(200, 300) for answer in answers) or (name and start != today.files[name]):
        there = tree.read(host)
        if there is not None:
            tree.remove(host, there)
        raise Unfit(NOT_SHUT)
