"""The repository in the workshop: commits, and what stands in them; it speaks to nobody and knows of no release.

All of it can be fetched again, so what cannot be read is begun anew.
"""

from __future__ import annotations

import hashlib
import zlib
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from dulwich.errors import ChecksumMismatch, FileFormatException, NotGitRepository
from dulwich.index import commit_tree
from dulwich.object_store import iter_tree_contents
from dulwich.objects import Blob, Commit, ObjectID, Tree
from dulwich.refs import Ref
from dulwich.repo import Repo

from generator.disk import keeping
from generator.publishing import faults, state
from generator.publishing.faults import HostFault
from generator.publishing.state import File

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from dulwich.objects import ShaFile

    from generator.publishing.places import Hand

_FILE, _FOLDER, _ELSEWHERE = 0o100644, 0o040000, 0o160000
"""How git writes a file, a folder, and a commit of another repository, which is not there."""


_DAMAGED = (KeyError, ValueError, OSError, AssertionError, zlib.error, ChecksumMismatch, FileFormatException, HostFault)
"""What dulwich, and what is below it, says of a repository that was cut or written over."""


class Held(NamedTuple):
    """A file in a commit."""

    id: ObjectID
    mode: int


Files = dict[str, Held]


class History:
    """Commits and their files, kept in a folder."""

    def __init__(self, folder: Path) -> None:
        """Use a folder, begun anew where there is no repository in it."""
        self._folder = folder
        self.repository = self._opened()
        self._store = self.repository.object_store

    def _opened(self) -> Repo:
        with suppress(NotGitRepository, *_DAMAGED):
            return Repo(str(self._folder))
        if self._folder.exists():
            keeping.clear(self._folder)
        return Repo.init_bare(str(self._folder), mkdir=True)

    def close(self, *, forget: bool) -> None:
        """Let go of the folder, and with `forget` remove it."""
        self.repository.close()
        if forget:
            keeping.clear(self._folder)

    def begin_anew(self) -> None:
        """Forget everything."""
        self.close(forget=True)
        self.repository = self._opened()
        self._store = self.repository.object_store

    def has(self, commit: ObjectID) -> bool:
        """Return whether a commit is kept here with all that it leads to."""
        with suppress(*_DAMAGED):
            return all(each in self._store for each in self._reachable(commit))
        return False

    def kept(self, ref: bytes) -> ObjectID | None:
        """Return the commit at which a branch was when it was last looked at from here."""
        with suppress(*_DAMAGED):
            return self.repository.refs[Ref(ref)]
        return None

    def keep(self, ref: bytes, commit: ObjectID) -> None:
        """Let a commit be found again, so that what it was made from is not fetched once more."""
        self.repository.refs[Ref(ref)] = commit

    def commit(self, commit: ObjectID) -> Commit:
        """Return a commit; raises `HostFault` for anything else."""
        found = self._store[commit]
        if not isinstance(found, Commit):
            raise faults.strange_state()
        return found

    def parent(self, commit: ObjectID) -> ObjectID | None:
        """Return the commit on top of which another one was made."""
        parents = self.commit(commit).parents
        return parents[0] if parents else None

    def behind(self, commit: ObjectID | None) -> frozenset[ObjectID]:
        """Return a commit and all that came before it."""
        found: set[ObjectID] = set()
        left = [commit] if commit else []
        while left:
            each = left.pop()
            if each not in found:
                found.add(each)
                left += self.commit(each).parents
        return frozenset(found)

    def files(self, commit: ObjectID | None) -> Files:
        """Return the files in a commit by their names."""
        if commit is None:
            return {}
        found = iter_tree_contents(self._store, self.commit(commit).tree)
        return {
            each.path.decode(errors="surrogateescape"): Held(each.sha, each.mode)
            for each in found
            if each.path is not None and each.sha is not None and each.mode is not None
        }

    def file(self, held: Held) -> File:
        """Return digest and size of a file."""
        raw = self._store[held.id].as_raw_string()
        return File(state.digest_of(hashlib.sha256(raw).hexdigest()), len(raw))

    def write(self, value: bytes) -> Held:
        """Keep a file here."""
        blob = Blob.from_string(value)
        if blob.id not in self._store:
            self._store.add_object(blob)
        return Held(blob.id, _FILE)

    def add(self, files: Mapping[str, Held], message: str, parent: ObjectID | None, hand: Hand) -> ObjectID:
        """Keep a commit of some files here, on top of another one, and return it."""
        commit = Commit()
        commit.tree = commit_tree(
            self._store,
            ((name.encode(errors="surrogateescape"), held.id, held.mode) for name, held in files.items()),
        )
        commit.parents = [parent] if parent else []
        commit.author = commit.committer = f"{_worded(hand.name)} <{_worded(hand.mail)}>".encode()
        moment = datetime.fromisoformat(hand.at)
        zone = moment.utcoffset()
        commit.author_time = commit.commit_time = int(moment.timestamp())
        commit.author_timezone = commit.commit_timezone = int(zone.total_seconds()) if zone else 0
        commit.encoding = b"UTF-8"
        commit.message = message.encode()
        self._store.add_object(commit)
        return commit.id

    def between(self, old: ObjectID | None, new: ObjectID) -> list[ShaFile]:
        """Return all that a commit leads to and another one does not."""
        there = self._reachable(old)
        return [self._store[each] for each in self._reachable(new) if each not in there]

    def _reachable(self, commit: ObjectID | None) -> dict[ObjectID, None]:
        """Return everything that a commit leads to: commits, folders, files."""
        found: dict[ObjectID, None] = {}
        for each in sorted(self.behind(commit)):
            found[each] = None
            left = [self.commit(each).tree]
            while left:
                tree = left.pop()
                if tree in found:
                    continue
                found[tree] = None
                for entry in self._tree(tree).items():
                    if entry.mode == _FOLDER:
                        left.append(entry.sha)
                    elif entry.mode != _ELSEWHERE:
                        found[entry.sha] = None
        return found

    def _tree(self, tree: ObjectID) -> Tree:
        found = self._store[tree]
        if not isinstance(found, Tree):
            raise faults.strange_state()
        return found


def _worded(text: str) -> str:
    """Return a name or an address as git may write it."""
    return " ".join(text.translate(dict.fromkeys(map(ord, "<>\0"))).split())
