"""The finished site as commits on a branch: one a release, so going back is a commit, too, and nobody's work is lost.

A release's commit ends in a line that only this program writes: when it was made, who is on it (as digests), and which
files there are somebody else's. Those stay as they are. History is rewritten in one case: where somebody is in it who
may not be shown any more.
"""

from __future__ import annotations

from base64 import b85decode, b85encode
from contextlib import suppress
from datetime import datetime
from json import dumps
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import compress

from dulwich.objects import ObjectID

from generator.disk.own import fits
from generator.problems import Text
from generator.publishing import faults, planning, state
from generator.publishing.faults import HostFault
from generator.publishing.release import Report
from generator.publishing.remote import Refused
from generator.publishing.state import Earlier, State
from generator.thai.dates import moment_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.publishing.history import Files, Held, History
    from generator.publishing.places import Hand
    from generator.publishing.release import Asked, Wanted
    from generator.publishing.remote import Remote

_MARK = "Tonbaep: "
_SHAPE: dict[str, Any] = {"tonbaep": int, "at": str, "salt": str, "shown": [str], "others": [str], "back": str}
_VERSION = 1
_PLAIN = ".nojekyll"
"""Tells a host that shows branches as websites to leave files as they are."""
_HOSTS = frozenset({_PLAIN, "CNAME"})
"""What such a host, or whoever set it up, puts into a branch that is nobody's."""
_FEW = 5
_NOTHING = ObjectID(b"")


class _About(NamedTuple):
    """What the last line of a release's commit says.

    `back` is the commit that was gone back to; `at` is "" where the site was taken down, as there was none before.
    """

    at: str
    salt: str
    shown: frozenset[str]
    others: frozenset[str]
    back: ObjectID = _NOTHING

    def packed(self) -> str:
        """Return it as it stands in the commit."""
        written = {
            "tonbaep": _VERSION,
            "at": self.at,
            "salt": self.salt,
            "shown": sorted(self.shown),
            "others": sorted(self.others),
            "back": self.back.decode(),
        }
        return b85encode(compress(dumps(written, separators=(",", ":")).encode(), 9)).decode()

    @classmethod
    def read(cls, message: bytes) -> _About | None:
        """Return what a commit's last line says; None where this version did not write it."""
        line = message.decode(errors="replace").rstrip("\n").rpartition("\n")[2]
        if not line.startswith(_MARK):
            return None
        with suppress(ValueError, HostFault):
            written = state.unpacked(b85decode(line.removeprefix(_MARK)))
            if fits(written, _SHAPE) and written["tonbaep"] == _VERSION:
                if written["at"]:
                    datetime.fromisoformat(written["at"])
                shown, others = frozenset(written["shown"]), frozenset(written["others"])
                return cls(written["at"], written["salt"], shown, others, ObjectID(written["back"].encode()))
        return None

    def may_be_seen(self, asked: Asked) -> bool:
        """Return whether everybody on it may be shown today."""
        return self.shown <= state.shown_as(self.salt, asked.permitted)


class _Release(NamedTuple):
    """A commit of this program's."""

    commit: ObjectID
    about: _About


class GitPlace:
    """A branch of a repository elsewhere; what was sent and fetched is kept in the workshop."""

    def __init__(self, remote: Remote, branch: str, history: History, hand: Hand) -> None:
        """Use a branch; raises `HostFault`."""
        self._remote, self._history, self._hand = remote, history, hand
        self._ref = b"refs/heads/" + branch.encode()
        self._forget = False
        self._refs = remote.refs()
        self._head = self._refs.get(self._ref)
        if self._head is not None:
            kept = history.kept(self._ref)
            if kept is not None and not history.has(kept):  # what is damaged must not be taken for had
                history.begin_anew()
            if not history.has(self._head):
                remote.fetch(history.repository, self._head)
            history.keep(self._ref, self._head)

    def standing(self) -> State | None:
        """Return what the program put into the branch last, and the releases before; None where it put nothing."""
        releases = [*self._releases()]
        if not releases:
            return None
        now, *before = releases
        earlier = tuple(Earlier(number, each.about.at, each.about.shown, ()) for number, each in enumerate(before, 1))
        return self._state(now, earlier)

    def publish(self, wanted: Wanted, asked: Asked) -> Report:
        """Commit a site on top of the branch and push it; raises `HostFault`."""
        there, head = self.standing(), self._history.files(self._head)
        asked.look(there)
        ours, others = self._parted(head)
        strange = sorted(others.keys() - _HOSTS)
        if there is None and strange and not asked.adopt and not asked.agree(faults.holds_others(strange)):
            raise faults.not_taken()
        clashing = sorted(others.keys() & wanted.files.keys() - _HOSTS)
        if clashing and not asked.adopt:
            raise faults.in_the_way(clashing)
        sent, gone = planning.differing(wanted, there)
        damaged = {name for name, held in ours.items() if head.get(name) != held}
        written, size = self._written(wanted, asked, {*sent, *clashing})
        same = {name: ours[name] for name in wanted.files if name not in written}
        kept = {name: held for name, held in others.items() if name not in wanted.files}
        plain = {} if _PLAIN in kept else {_PLAIN: self._history.write(b"")}
        whole = {**plain, **kept, **same, **written}
        forgotten = self._forgotten(asked)
        if whole == head and not forgotten:
            return Report(same=len(wanted.files))
        salt = there.salt if there else asked.salt
        about = _About(wanted.at, salt, state.shown_as(salt, wanted.shown), frozenset(kept))
        self._move(whole, about, f"เผยแพร่เว็บไซต์ {_moment(wanted.at)}", forgotten)
        return Report(
            sent=tuple(sorted(written)),
            bytes=size,
            gone=tuple(gone),
            same=len(same),
            altered=tuple(sorted(name for name in damaged if name in head)),
            missing=tuple(sorted(name for name in damaged if name not in head)),
            forgotten=tuple(map(_short, forgotten)),
            held=tuple(sorted(ref.decode() for ref, at in self._refs.items() if at in forgotten and ref != self._ref)),
        )

    def back(self, asked: Asked) -> State:
        """Commit the files of the release before on top of the branch and push it; raises `HostFault`."""
        releases = [*self._releases()]
        if not releases or not releases[0].about.at:
            raise faults.no_way_back()
        _, others = self._parted(self._history.files(self._head))
        if len(releases) == 1:
            about = _About("", releases[0].about.salt, frozenset(), frozenset(others))
            self._move(others, about, "เอาเว็บไซต์ลง", ())
            return State(about.salt, {})
        before = releases[1]
        if not before.about.may_be_seen(asked):
            raise faults.shows_somebody()
        site = self._put_there(before)
        clashing = sorted(others.keys() & site.keys() - _HOSTS)
        if clashing:
            raise faults.in_the_way(clashing)
        about = before.about._replace(others=frozenset(others.keys() - site.keys()), back=before.commit)
        self._move({**others, **site}, about, f"กลับไปเป็นรุ่นของ {_moment(before.about.at)}", ())
        return self._state(before, ())

    def leave(self) -> None:
        """End the line; what is kept here of a history that was forgotten goes, too."""
        self._remote.leave()
        self._history.close(forget=self._forget)

    def _move(self, files: Mapping[str, Held], about: _About, subject: str, forgotten: Sequence[ObjectID]) -> None:
        """Push a commit with these files; where history is to be forgotten, on top of what may stay of it."""
        message = f"{subject}\n\n{_MARK}{about.packed()}\n"
        refused = ""
        if forgotten:
            parent = self._sound(frozenset(forgotten))
            try:
                self._push(self._history.add(files, message, parent, self._hand))
            except Refused as fault:
                refused = fault.said
            else:
                self._forget = True
                return
        if files != self._history.files(self._head):
            try:
                self._push(self._history.add(files, message, self._head, self._hand))
            except Refused as fault:
                raise faults.refused(self._ref.decode(), fault.said) from None
        if refused:
            raise _history_stays(forgotten, refused)

    def _push(self, commit: ObjectID) -> None:
        self._remote.push(self._ref, self._head, commit, self._history.between(self._head, commit))
        self._head = commit
        self._history.keep(self._ref, commit)

    def _releases(self) -> Iterator[_Release]:
        """Yield the releases that the branch shows and showed, newest first; one that was gone back from is none."""
        there = self._history.behind(self._head)
        at = self._head
        while at is not None:
            found = self._release(at)
            if found is not None and found.about.back in there and found.about.back != at:
                at = found.about.back  # older than what says so, so this comes to an end
                found = self._release(at)
            if found is not None:
                yield found
                if not found.about.at:
                    return
            at = self._history.parent(at)

    def _release(self, commit: ObjectID) -> _Release | None:
        """Return a release, or None for a commit of somebody else's."""
        about = _About.read(self._history.commit(commit).message)
        return None if about is None else _Release(commit, about)

    def _last(self) -> _Release | None:
        """Return the newest commit of this program's."""
        at = self._head
        while at is not None:
            found = self._release(at)
            if found is not None:
                return found
            at = self._history.parent(at)
        return None

    def _parted(self, head: Files) -> tuple[Files, Files]:
        """Return the files that the program put there last, as they were then, and those of others as they are."""
        last = self._last()
        ours = self._put_there(last) if last else {}
        return ours, {name: held for name, held in head.items() if name not in ours}

    def _put_there(self, made: _Release) -> Files:
        there = self._history.files(made.commit)
        return {name: held for name, held in there.items() if name not in made.about.others}

    def _state(self, made: _Release, earlier: tuple[Earlier, ...]) -> State:
        files = {name: self._history.file(held) for name, held in self._put_there(made).items() if name != _PLAIN}
        return State(made.about.salt, files, made.about.shown, made.about.at, len(earlier) + 1, earlier)

    def _written(self, wanted: Wanted, asked: Asked, names: set[str]) -> tuple[Files, int]:
        """Keep files of the site here; return them, and how many bytes they have."""
        written, size = {}, 0
        for done, name in enumerate(sorted(names), 1):
            value = wanted.read(name)
            size += len(value)
            written[name] = self._history.write(value)
            asked.progress(done, len(names), name)
        return written, size

    def _forgotten(self, asked: Asked) -> tuple[ObjectID, ...]:
        """Return the commits that must go, newest first: those with somebody who may not be shown, and what follows."""
        every = self._history.behind(self._head)
        bad = frozenset(
            each for each in every if (found := self._release(each)) is not None and not found.about.may_be_seen(asked)
        )
        if not bad:
            return ()
        gone = every - self._history.behind(self._sound(bad))
        return tuple(sorted(gone, key=lambda each: (-self._history.commit(each).commit_time, each)))

    def _sound(self, bad: frozenset[ObjectID]) -> ObjectID | None:
        """Return the newest commit with none of some others in it or before it."""
        parent = self._head
        while parent is not None and self._history.behind(parent) & bad:
            parent = self._history.parent(parent)
        return parent


def _moment(at: str) -> str:
    return moment_text(datetime.fromisoformat(at))


def _short(commit: ObjectID) -> str:
    return commit.decode()[:10]


def _history_stays(commits: Sequence[ObjectID], said: str) -> HostFault:
    named = ", ".join(map(_short, commits[:_FEW]))
    return HostFault(
        Text(
            f"หน้าที่ประชาชนเห็นไม่มีผู้ที่ถอนแล้ว แต่ประวัติของกิ่งยังมี ({named}) และที่เก็บไม่ยอมให้เขียนประวัติใหม่ ({said})",
            f"what citizens see no longer shows whoever withdrew, but the branch's history does ({named}), "
            f"and the repository does not let it be rewritten ({said})",
        ),
        Text(
            "ให้ผู้ดูแลที่เก็บเลิกกันการเขียนทับกิ่งนี้ (protected branch) ชั่วคราว แล้วสั่ง tonbaep publish อีกครั้ง",
            "have the branch's protection lifted for a moment, then run tonbaep publish again",
        ),
    )
