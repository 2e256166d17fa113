"""What stands on a host: the list of the files that the program put there, and the way back through earlier releases.

The list is one small file on the host itself, so any computer may go on. It is packed, because it goes up with every
release and must stay small beside it. It says nothing that the site does not say; who was shown is kept as digests.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import zlib
from base64 import b85decode, b85encode
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.disk.own import fits
from generator.publishing import faults

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ROOM = ".tonbaep"
"""The folder on the host in which the program keeps what is not the site's."""
STATE, AFTER, BEFORE, JOURNAL = (f"{ROOM}/{name}" for name in ("state", "state.new", "state.before", "journal"))
"""The list; what it will be and what it was while files trade places; and how they do."""
NEXT, KEPT, BUSY = f"{ROOM}/next", f"{ROOM}/kept", f"{ROOM}/busy"
"""Where the next release is put together, where what was replaced is kept, and who is at work."""

RELEASES = 5
"""How many releases are kept, the one that is seen included."""

_DIGEST = 12
"""Bytes of a digest in the list: enough to see that a file differs, which is all that it is for."""
_LARGEST = 50_000_000
_ROW = (str, int)
_SHAPE: dict[str, Any] = {
    "tonbaep": int,
    "salt": str,
    "last": int,
    "at": str,
    "files": {str: [_ROW]},
    "shown": [str],
    "seal": str,
    "earlier": [{"id": int, "at": str, "shown": [str], "undo": [[(str, int)]]}],
}
_VERSION = 1


class File(NamedTuple):
    """A file of a release: its digest, cut short, and its size in bytes."""

    digest: str
    size: int


class Undo(NamedTuple):
    """How one file was before a release: where it is kept, and what it was; `kept` is "" where there was none."""

    name: str
    kept: str
    digest: str
    size: int


@dataclass(frozen=True, slots=True)
class Earlier:
    """A release before: when it was put there, who it shows, and how to get back to it from the one after it."""

    id: int
    at: str
    shown: frozenset[str]
    undo: tuple[Undo, ...]


@dataclass(frozen=True, slots=True)
class State:
    """What stands on a host: the files of the release that is seen, and the earlier ones, newest first."""

    salt: str
    files: Mapping[str, File]
    shown: frozenset[str] = frozenset()
    at: str = ""
    last: int = 0
    earlier: tuple[Earlier, ...] = ()
    seal: str = ""
    """The folder of the sealed tree beside it, and the moment at which that opens; "" where there is none."""
    owner: str = ""
    """Whose site it is."""
    late: frozenset[str] = frozenset()
    """Files that no page of the site asks for any more; they stay for whoever has an old page open."""

    @property
    def site(self) -> dict[str, File]:
        """The files of the site itself."""
        return {name: file for name, file in self.files.items() if name not in self.late}

    def after(self, files: Mapping[str, File], shown: frozenset[str], at: str, undo: Iterable[Undo]) -> State:
        """Return what stands there when another release has taken the place of this one."""
        before = Earlier(self.last + 1, self.at, self.shown, tuple(undo))
        return State(self.salt, files, shown, at, self.last + 1, (before, *self.earlier), owner=self.owner)

    def back(self) -> State:
        """Return what stands there when the release before is seen again."""
        before, *rest = self.earlier
        files = dict(self.files)
        for name, kept, digest, size in before.undo:
            files.pop(name, None)
            if kept:
                files[name] = File(digest, size)
        return State(self.salt, files, before.shown, before.at, self.last, tuple(rest), self.seal, self.owner)

    def without(self, number: int) -> State:
        """Return the same with only so many earlier releases."""
        return replace(self, earlier=self.earlier[:number])


def file_of(value: bytes) -> File:
    """Return a file of these bytes as the list writes it."""
    return File(digest_of(hashlib.sha256(value).hexdigest()), len(value))


def digest_of(sha256: str) -> str:
    """Return the digest of a file, in hexadecimal, as the list on a host writes it."""
    return b85encode(bytes.fromhex(sha256)[:_DIGEST]).decode()


def shown_as(salt: str, tokens: Iterable[str]) -> frozenset[str]:
    """Return who is shown, so that only somebody who has the records can tell whom it means."""
    return frozenset(
        b85encode(hmac.digest(salt.encode(), token.encode(), hashlib.sha256)[:_DIGEST]).decode() for token in tokens
    )


def packed(state: State) -> bytes:
    """Return a list in the form in which it stands on the host."""
    written = {
        "tonbaep": _VERSION,
        "salt": state.salt,
        "last": state.last,
        "at": state.at,
        "files": {name: list(state.files[name]) for name in sorted(state.files)},
        "shown": sorted(state.shown),
        "seal": state.seal,
        "late": sorted(state.late),
        "owner": state.owner,
        "earlier": [
            {"id": each.id, "at": each.at, "shown": sorted(each.shown), "undo": [list(row) for row in each.undo]}
            for each in state.earlier
        ],
    }
    return packed_as(written)


def packed_as(value: object) -> bytes:
    """Return a value of lists and texts in the form in which `unpacked` reads it."""
    return zlib.compress(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), 9)


def unpacked(value: bytes) -> Any:  # noqa: ANN401 - whoever asks looks at the shape
    """Return what was packed; raises `HostFault` for anything else, and for what no list is as large as."""
    try:
        opened = zlib.decompressobj()
        text = opened.decompress(value, _LARGEST)
        if not opened.eof:
            raise faults.strange_state()
        return json.loads(text)
    except (zlib.error, ValueError, RecursionError):
        raise faults.strange_state() from None


def read(value: bytes) -> State:
    """Return the list that stands on a host; raises `HostFault` where it is none that this version knows."""
    written = unpacked(value)
    if not fits(written, _SHAPE) or not isinstance(written.get("owner", ""), str) or written["tonbaep"] != _VERSION:
        raise faults.strange_state()
    try:
        files = {name: File(*row) for name, row in written["files"].items()}
        earlier = tuple(
            Earlier(each["id"], each["at"], frozenset(each["shown"]), tuple(Undo(*row) for row in each["undo"]))
            for each in written["earlier"]
        )
    except TypeError:
        raise faults.strange_state() from None
    undo = [row for each in earlier for row in each.undo]
    sound = all(map(_is_sound, files.items())) and all(
        _is_sound((row.name, File(row.digest, row.size))) and _is_kept(row.kept) for row in undo
    )
    if not sound:
        raise faults.strange_state()
    shown, last = frozenset(written["shown"]), written["last"]
    newer = (written.get("owner", ""), written.get("late", []))  # an older version wrote neither
    if not fits(newer, [(str, [str])]):
        raise faults.strange_state()
    owner, late = newer
    return State(written["salt"], files, shown, written["at"], last, earlier, written["seal"], owner, frozenset(late))


def stays_inside(name: str) -> bool:
    """Return whether a name leads to a place below the site's folder: others may write what stands on a host."""
    parts = name.split("/")
    return not {"", ".", ".."} & {*parts} and "\\" not in name and ":" not in name and name.isprintable()


def _is_sound(row: tuple[str, File]) -> bool:
    """Return whether a row names a file of the site, and tells what may be told of it."""
    name, (digest, size) = row
    if not (isinstance(name, str) and isinstance(digest, str) and isinstance(size, int)):
        return False
    try:
        is_digest = len(b85decode(digest)) == _DIGEST
    except ValueError:
        return False
    return is_digest and size >= 0 and stays_inside(name) and name.split("/")[0].lower() != ROOM


def _is_kept(name: str) -> bool:
    return isinstance(name, str) and (not name or (name.isascii() and name.isdigit()))
