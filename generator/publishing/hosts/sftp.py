"""SFTP, with the two extensions of OpenSSH that let a file be replaced in one step: a second name, and a rename over.

A server is known by its key. The first time somebody must say that the fingerprint is right; a password is sent only
to a machine that is known.
"""

from __future__ import annotations

import base64
import hashlib
import socket
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import paramiko

from generator.publishing import faults
from generator.publishing.hosts import packets
from generator.publishing.hosts.packets import Answer, Line, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from generator.model import Target
    from generator.publishing.hosts import Move

SECONDS = 30.0
"""How long an answer may take."""
_PORT = 22
_KEYS = ("id_ed25519", "id_ecdsa", "id_rsa")
_LINK, _REPLACE = "hardlink@openssh.com", "posix-rename@openssh.com"
_PART = 32768
"""How many bytes every server takes or gives at once."""
_CUT = (EOFError, OSError, ValueError, paramiko.SSHException)


class SftpHost:
    """The folder of a site on an SSH server."""

    def __init__(self, target: Target, password: Callable[[], str], known: Callable[[str], None]) -> None:
        """Connect and go to the folder.

        `known` is given the fingerprint of the server's key, and raises `HostFault` for one that is not believed.
        Keys of this user and the agent's are tried before the password is asked for.
        """
        self._transport = line_to(target, password, known)
        try:
            self._line = self._opened()
            self._front = f"{target.folder}/" if target.folder else ""
            self._enter(target.folder)
        except BaseException:
            self._transport.close()
            raise
        self._swaps, self._keeps = {_LINK, _REPLACE} <= self._line.extensions, False

    def _opened(self) -> Line:
        with self._told():
            channel = self._transport.open_session(timeout=SECONDS)
            channel.settimeout(SECONDS)
            channel.invoke_subsystem("sftp")
            return Line(channel)

    def _enter(self, folder: str) -> None:
        if self._size(folder or ".") != -1:
            raise faults.no_folder(folder)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Tell that a line broke, or that what answers speaks no SFTP, as a fault of the host."""
        try:
            yield
        except _CUT as fault:
            raise faults.lost(_plain(fault)) from None

    def _asked(self, words: Iterable[tuple[int, bytes]]) -> list[Answer]:
        with self._told():
            return self._line.ask(words)

    def _must(self, what: str, words: Iterable[tuple[int, bytes]], *also: int) -> None:
        """Ask for things that must be done; `also` is what a server may say as well."""
        for answer in self._asked(words):
            if answer.code not in {packets.FINE, *also}:
                raise faults.refused(what, _plain(answer.said))

    def _at(self, name: str) -> bytes:
        """Return a name of the site as the server takes it."""
        return text(self._front + name)

    def read(self, name: str) -> bytes | None:
        """Return what a file holds, or None where there is none; two answers are waited for."""
        asked = (packets.OPEN, self._at(name) + packets.number(packets.TO_READ) + packets.number(0))
        opened, known = self._asked((asked, (packets.STAT, self._at(name))))
        if packets.MISSING in {opened.code, known.code}:
            return None
        if opened.code or known.code:
            raise faults.refused(name, _plain(opened.said or known.said))
        handle, size = packets.string(opened.value), known.entries[0].size
        parts = [
            (packets.READ, handle + packets.place(at) + packets.number(min(_PART, size - at)))
            for at in range(0, size, _PART)
        ]
        *given, _ = self._asked((*parts, (packets.CLOSE, handle)))
        held = b"".join(answer.value for answer in given)
        if len(held) != size:
            raise faults.lost(name)
        return held

    def write(self, name: str, value: bytes) -> None:
        """Send a file, for everybody to read, without waiting for each part's answer."""
        asked = self._at(name) + packets.number(packets.TO_WRITE) + packets.mode(0o644)
        (opened,) = self._asked([(packets.OPEN, asked)])
        if opened.code:
            raise faults.refused(name, _plain(opened.said))
        handle = packets.string(opened.value)
        parts = (
            (packets.WRITE, handle + packets.place(at) + packets.string(value[at : at + _PART]))
            for at in range(0, len(value), _PART)
        )
        for answer in self._asked((*parts, (packets.CLOSE, handle))):
            if answer.code:  # a file that could be opened can be written, unless there is no room
                raise faults.full(_plain(answer.said))

    def size(self, name: str) -> int | None:
        """Return how many bytes a file has, or None where there is none."""
        size = self._size(self._front + name)
        return None if size == -1 else size

    def _size(self, place: str) -> int | None:
        """Return how many bytes a file has, -1 for a folder, None where there is nothing."""
        (known,) = self._asked([(packets.STAT, text(place))])
        return known.entries[0].size if known.code == packets.FINE else None

    def listed(self, folder: str) -> dict[str, int]:
        """Return the files in a folder and their sizes, folders as -1."""
        (opened,) = self._asked([(packets.OPENDIR, text((self._front + folder).rstrip("/") or "."))])
        if opened.code == packets.MISSING:
            return {}
        if opened.code:
            raise faults.refused(folder, _plain(opened.said))
        handle = packets.string(opened.value)
        found: dict[str, int] = {}
        while True:
            answers = self._asked([(packets.READDIR, handle)] * 4)
            found.update(entry for answer in answers for entry in answer.entries)
            if any(answer.code for answer in answers):
                break
        self._asked([(packets.CLOSE, handle)])
        return {name: size for name, size in found.items() if name not in {".", ".."}}

    def sizes(self, names: Sequence[str]) -> dict[str, int]:
        """Return those of some names that are files, with their sizes."""
        answers = self._asked((packets.STAT, self._at(name)) for name in names)
        there = ((name, answer.entries[0].size) for name, answer in zip(names, answers, strict=True) if answer.entries)
        return {name: size for name, size in there if size >= 0}

    def move(self, old: str, new: str) -> None:
        """Give a file another name."""
        self._must(new, [(packets.RENAME, self._at(old) + self._at(new))])

    def trade(self, moves: Sequence[Move]) -> None:
        """Do several moves; where the server can, the old file gets a second name, and the new one goes over it.

        All second names are there before the first file is replaced, so that nothing can be lost.
        """
        both = [move for move in moves if move.source and move.aside]
        safe = frozenset(self._linked(both)) if self._swaps else frozenset()
        words: list[tuple[int, bytes]] = []
        for name, source, aside in moves:
            if name in safe:
                words.append(_extended(_REPLACE, self._at(source), self._at(name)))
            elif source and aside and not self._keeps:  # a server that refuses to put a file aside would lose it
                self.move(name, aside)
                self.move(source, name)
                self._keeps = True
            else:
                steps = ((name, aside), (source, name))
                words += [(packets.RENAME, self._at(old) + self._at(new)) for old, new in steps if old and new]
        self._must(", ".join(move.name for move in moves[:2]), words)

    def _linked(self, moves: Sequence[Move]) -> Iterator[str]:
        """Let files have a second name, and yield the names of those that have."""
        asked = (_extended(_LINK, self._at(move.name), self._at(move.aside)) for move in moves)
        for move, answer in zip(moves, self._asked(asked), strict=True):
            if answer.code == packets.FINE or self.size(move.aside) is not None:  # from a try that was interrupted
                yield move.name

    def remove(self, *names: str) -> None:
        """Remove files, those that are there."""
        self._must(names[0] if names else "", ((packets.REMOVE, self._at(name)) for name in names), packets.MISSING)

    def make_folder(self, name: str) -> bool:
        """Make a folder, and return whether there was none."""
        (made,) = self._asked([(packets.MKDIR, self._at(name) + packets.mode(0o755))])
        if made.code and self._size(self._front + name) != -1:
            raise faults.refused(name, _plain(made.said))
        return not made.code

    def remove_folder(self, name: str) -> None:
        """Remove an empty folder, if there is one."""
        self._must(name, [(packets.RMDIR, self._at(name))], packets.MISSING)

    def leave(self) -> None:
        """End the connection; what is done is done."""
        self._transport.close()


def line_to(target: Target, password: Callable[[], str], known: Callable[[str], None]) -> paramiko.Transport:
    """Return a line to an SSH server that is known and lets this user in; raises `HostFault`."""
    transport = _greeted(target.host, target.port or _PORT)
    try:
        known(fingerprint(transport.get_remote_server_key().asbytes()))
        _let_in(transport, target.user, password)
    except BaseException:
        transport.close()
        raise
    return transport


def _let_in(transport: paramiko.Transport, user: str, password: Callable[[], str]) -> None:
    for key in _keys():
        with suppress(paramiko.SSHException):
            transport.auth_publickey(user, key)
            return
    try:
        transport.auth_password(user, password())
    except (paramiko.SSHException, EOFError):
        raise faults.wrong_password() from None


def _keys() -> Iterator[paramiko.PKey]:
    """Yield the keys that this user's agent holds, and those of the user's own that need no words."""
    yield from paramiko.Agent().get_keys()
    for name in _KEYS:
        with suppress(OSError, ValueError, paramiko.SSHException):
            yield paramiko.PKey.from_path(Path.home() / ".ssh" / name)


def _extended(word: str, *names: bytes) -> tuple[int, bytes]:
    """Return a word that OpenSSH has beyond the common ones."""
    return packets.EXTENDED, text(word) + b"".join(names)


def _greeted(host: str, port: int) -> paramiko.Transport:
    """Return a line to a machine that has shown its key."""
    try:
        line = socket.create_connection((host, port), timeout=SECONDS)
    except OSError as fault:
        raise faults.unreachable(host, port, _plain(fault)) from None
    transport = paramiko.Transport(line)
    transport.banner_timeout = SECONDS
    try:
        transport.start_client(timeout=SECONDS)
    except (OSError, EOFError, paramiko.SSHException) as fault:
        transport.close()
        raise faults.unreachable(host, port, _plain(fault)) from None
    return transport


def fingerprint(key: bytes) -> str:
    """Return the fingerprint of a server's key as `ssh-keygen -l` shows it."""
    return "SHA256:" + base64.b64encode(hashlib.sha256(key).digest()).decode().rstrip("=")


def _plain(fault: object) -> str:
    """Return what a server or the system says on one line, so short that it fits into a sentence."""
    return " ".join(str(fault).split())[:120] or type(fault).__name__
