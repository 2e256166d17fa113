"""One release after another on a host: what goes up, what takes whose place, and the way back.

Only what changed is sent. It lies beside the site until all of it is there and has the right size; then files trade
places. What they replace is kept there, so that going back sends nothing, until so many releases have followed, or
until somebody on it may no longer be shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Self

from generator.publishing import faults, hosts, planning, sending, state, switch, tree
from generator.publishing.faults import HostFault
from generator.publishing.lock import PATIENCE, Lock
from generator.publishing.state import File, State

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from generator.problems import Text
    from generator.publishing.hosts import Host, Move

_DENY = {
    ".htaccess": "<IfModule mod_authz_core.c>\nRequire all denied\n</IfModule>\n"
    "<IfModule !mod_authz_core.c>\nOrder deny,allow\nDeny from all\n</IfModule>\n",
    "web.config": '<?xml version="1.0" encoding="utf-8"?>\n<configuration><system.webServer>'
    '<handlers><clear/></handlers><security><authorization><remove users="*" roles="" verbs=""/></authorization>'
    "</security>"
    "</system.webServer></configuration>\n",
    "index.html": "",
}
"""What keeps visitors out of the room of the program, on the servers that ask such files."""
_OWN = frozenset({state.ROOM, ".well-known", "cgi-bin", ".ftpquota", ".DS_Store"})
"""What may stand in a folder that is nobody's: the program's room, and what hosts put there by themselves."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A site as it shall be seen: its files, how to read one, who is on it, when it goes up, its sealed tree, whose."""

    files: Mapping[str, File]
    read: Callable[[str], bytes]
    shown: frozenset[str]
    at: str
    seal: str = ""
    owner: str = ""
    noted: frozenset[str] = frozenset()  # who else is on it, as the list on the host has them


@dataclass(frozen=True, slots=True)
class Asked:
    """How a release is to be made.

    `permitted` are all who may be shown today. `adopt` takes files over that others put there, `repair` sends anew what
    is missing or was changed on the host. `agree` is asked before a folder is taken that holds files of others; `look`
    is given what stands there before anything is done, and raises for what is not meant. `awaits` is whether a result
    is to come by the records: if so, one that is sealed stays until its moment.
    """

    permitted: frozenset[str]
    token: str
    salt: str
    agree: Callable[[Text], bool]
    progress: Callable[[int, int, str], None]
    waiting: Callable[[], None]
    look: Callable[[State | None], None] = lambda _: None
    adopt: bool = False
    repair: bool = False
    awaits: bool = True
    patience: float = PATIENCE


@dataclass(frozen=True, slots=True)
class Report:
    """What a release came to; no branch leads to commits that are `forgotten`, but what is `held` still does."""

    sent: tuple[str, ...] = ()
    bytes: int = 0
    gone: tuple[str, ...] = ()
    same: int = 0
    resumed: bool = False
    cleaned: tuple[int, ...] = ()
    altered: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    forgotten: tuple[str, ...] = ()
    held: tuple[str, ...] = ()


def standing(host: Host) -> State | None:
    """Return the list that stands on a host; None where there is none, or files are trading places."""
    written = host.read(state.STATE)
    return None if written is None else state.read(written)


def settled(host: Host, asked: Asked) -> State | None:
    """Return the list that stands on a host, after what was interrupted is undone."""
    if standing(host) is None and switch.interrupted(host) is not None:
        with _Work(host, asked, fresh=False) as work:
            work.recover(None)
    return standing(host)


def is_at_work(host: Host) -> bool:
    """Return whether somebody publishes there, or something lies there that was begun and is of no use any more."""
    return bool(host.sizes([f"{state.BUSY}/beat", sending.BEGUN]))


def publish(host: Host, wanted: Wanted, asked: Asked) -> Report:
    """Let a site be seen at a host; raises `HostFault`, and then what is seen is whole."""
    there = standing(host)
    wanted = sending.beside_theirs(host, wanted, there, asked)
    asked.look(there)
    if there and there.seal and not wanted.seal and asked.awaits:
        _confirm_opened(there.seal, wanted.at)
    if there and not asked.repair and _nothing_to_do(there, wanted, asked) and not is_at_work(host):
        return Report(same=len(wanted.files))
    with _Work(host, asked, fresh=there is None) as work:
        resumed = work.recover(wanted.files)
        work.make_way(wanted.files)
        there = work.there
        late = planning.late_of(wanted, there)
        wanted = replace(wanted, files={**wanted.files, **late})
        plan = planning.planned(host, wanted, there, asked)
        if plan.moves:
            sending.make_room(host, plan.moves, there.last + 1)
            sent = sending.send(host, wanted, plan.uploads, asked, work.lock)
            shown = wanted.noted | state.shown_as(there.salt, wanted.shown)
            after = there.after(wanted.files, shown, wanted.at, plan.undo)
            lasting = replace(_kept(after, asked), seal=wanted.seal, late=frozenset(late), owner=wanted.owner)
            work.switch(plan.moves, lasting)
        else:
            sent = 0
            work.forget(replace(_kept(there, asked), seal=wanted.seal, owner=wanted.owner))
        cleaned = work.tidy()
    return Report(
        sent=tuple(sorted(plan.uploads)),
        bytes=sent,
        gone=tuple(move.name for move in plan.moves if not move.source),
        same=len(wanted.files) - len(plan.uploads) - len(late),
        resumed=resumed,
        cleaned=cleaned,
        altered=plan.altered,
        missing=plan.missing,
    )


def back(host: Host, asked: Asked) -> State:
    """Let the release before be seen again, and return what stands there; nothing is sent. Raises `HostFault`."""
    if not host.listed(state.ROOM):
        raise faults.no_way_back()
    with _Work(host, asked, fresh=False) as work:
        work.recover(None)
        if work.interrupted:  # a release that never came is undone, or a way back that was begun is gone to its end
            work.tidy(leave=state.NEXT)
            return work.there
        there = work.there
        if there.seal:
            raise faults.sealed_stands()
        if not there.earlier:
            raise faults.no_way_back()
        before = there.earlier[0]
        if not before.shown <= state.shown_as(there.salt, asked.permitted):
            raise faults.shows_somebody()
        _confirm_kept(host, before)
        hosts.empty(host, state.NEXT)  # what lies there from a broken line might be cut
        moves = planning.backwards(there)
        sending.begin(host)
        sending.make_folders(host, moves, there.files)
        work.switch(moves, there.back())
        work.tidy(leave=state.NEXT)
        return work.there


@dataclass(slots=True)
class _Work:
    """The time in which one run alone may change what stands on a host."""

    host: Host
    asked: Asked
    fresh: bool
    lock: Lock = field(init=False)
    there: State = field(init=False)
    interrupted: bool = False
    before: set[str] = field(default_factory=set)
    """The names of the files that stood there when this run came, or the one before it that was killed."""

    def __enter__(self) -> Self:
        """Take the lock, after asking where the folder may be somebody else's."""
        if self.fresh:
            if not self.host.listed(state.ROOM):
                self._ask()
                self.host.make_folder(state.ROOM)
            for name, text in _DENY.items():
                self.host.write(f"{state.ROOM}/{name}", text.encode())
        self.lock = Lock(self.host, self.asked.token, self.asked.patience)
        self.lock.take(self.asked.waiting)
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, _: object) -> None:
        """Give the lock back, if the line still stands."""
        if fault is None:
            self.lock.leave()
        elif isinstance(fault, HostFault) and not fault.lost:
            try:
                self.lock.confirm()
                self.lock.leave()
            except HostFault:
                return

    def recover(self, wanted: Mapping[str, File] | None) -> bool:
        """End what was interrupted, and return whether it is now as wanted; what it left is removed later."""
        found = standing(self.host)
        if found is not None:
            self.there = found
            written = self.host.read(state.BEFORE) if self.lock.taken_over else None
            if written is not None:  # all is done but tidying up
                before = state.read(written)
                self.before.update(before.files)
                self.interrupted = before.last == found.last
            self.host.remove(state.BEFORE)
            return False
        moves = switch.interrupted(self.host)
        if moves is None:
            self.there = State(self.asked.salt, {})
            self.host.write(state.STATE, state.packed(self.there))
            return False
        self.interrupted = True
        after = state.read(self.host.read(state.AFTER) or b"")
        before = state.read(self.host.read(state.BEFORE) or b"")
        goes_back = after.last == before.last
        if goes_back if wanted is None else after.site == wanted:
            switch.finish(self.host, moves, self.lock.beat)
            self.there = after
            return True
        switch.undo(self.host, moves, self.lock.beat)
        self.there = before
        return False

    def _ask(self) -> None:
        others = [name for name in self.host.listed("") if name not in _OWN]
        if others and not self.asked.adopt and not self.asked.agree(faults.holds_others(others)):
            raise faults.not_taken()

    def make_way(self, wanted: Mapping[str, File]) -> None:
        """Take away first what is in the way of new files; it is kept, and what is seen is the old site without it."""
        there = self.there
        blocked = tree.in_the_way(self.host, there.files, wanted)
        if not blocked:
            return
        left = {name: file for name, file in there.files.items() if name not in blocked}
        plan = planning.planned(
            self.host, Wanted(left, lambda _: b"", frozenset(), there.at), there, replace(self.asked, repair=False)
        )
        sending.make_room(self.host, plan.moves, there.last + 1)
        after = there.after(left, there.shown, there.at, plan.undo)
        self.switch(plan.moves, replace(after, seal=there.seal))
        tree.clear(self.host, there.files, left)

    def switch(self, moves: Sequence[Move], after: State) -> None:
        """Let files trade places; where the host refuses that in the middle, what was done is taken back at once."""
        self.lock.confirm()
        self.before.update(self.there.files)
        switch.begin(self.host, moves, after)
        try:
            switch.carry_out(self.host, moves, self.lock.beat)
        except HostFault as fault:
            if not fault.lost:
                switch.undo(self.host, moves, self.lock.beat)
            raise
        self.there = after

    def forget(self, after: State) -> None:
        """Keep another list of earlier releases, where no file changes."""
        if after != self.there:
            sending.begin(self.host)
            switch.begin(self.host, (), after)
            switch.carry_out(self.host, (), self.lock.beat)
            self.there = after

    def tidy(self, leave: str = "") -> tuple[int, ...]:
        """Remove what is of no use any more, and return which releases were; raises `HostFault` where it cannot be.

        What says that there is something to tidy goes last, so that the next run tries again. The list from before
        stays until the next run: with a lock that nobody gave back, it tells what was done.
        """
        self.host.remove(state.JOURNAL)
        kept = {str(each.id) for each in self.there.earlier}
        old = [name for name, size in self.host.listed(state.KEPT).items() if size < 0 and name not in kept]
        try:
            for name in old:
                self.lock.beat()
                hosts.empty(self.host, f"{state.KEPT}/{name}")
            sealed = tree.read(self.host)
            if sealed is not None and sealed.folder != self.there.seal.partition(" ")[0]:
                tree.remove(self.host, sealed)
            tree.clear(self.host, self.before, self.there.files)
        except HostFault as fault:
            raise fault if fault.lost else faults.not_cleaned(fault) from None
        if leave != state.NEXT:
            hosts.empty(self.host, state.NEXT)
        return tuple(sorted(int(name) for name in old if name.isdigit()))


def _nothing_to_do(there: State, wanted: Wanted, asked: Asked) -> bool:
    return there.site == wanted.files and there.seal == wanted.seal and _kept(there, asked) == there


def _kept(there: State, asked: Asked) -> State:
    """Return a list without the releases that are too old, or show somebody who may not be shown any more."""
    permitted = state.shown_as(there.salt, asked.permitted)
    sound = 0
    for each in there.earlier[: state.RELEASES - 1]:
        if not each.shown <= permitted:
            break
        sound += 1
    return there.without(sound)


def _confirm_opened(seal: str, at: str) -> None:
    """Raise `HostFault` where a sealed tree still waits for its moment: a plain site would take its rules away."""
    moment = seal.partition(" ")[2]
    if datetime.fromisoformat(at) < datetime.fromisoformat(moment):
        raise faults.sealed_stands()


def _confirm_kept(host: Host, before: state.Earlier) -> None:
    kept = [f"{state.KEPT}/{before.id}/{row.kept}" for row in before.undo if row.kept]
    if len(host.sizes(kept)) < len(kept):
        raise faults.no_way_back()
