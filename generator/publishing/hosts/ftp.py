"""FTP and FTPS, as the usual shared host speaks them: on few words agree all servers, and this keeps to those.

No listing for people is ever read (`LIST`): machines are asked by `MLSD`, or file by file. Names go as UTF-8. Over TLS
the data line takes up the session of the control line, without which vsftpd, ProFTPD and FileZilla cut it off; the
standard library does not do that by itself (cpython issue 63699).
"""

from __future__ import annotations

import ftplib
import ssl
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from generator.publishing import faults

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from socket import socket

    from generator.model import Target
    from generator.publishing.faults import HostFault
    from generator.publishing.hosts import Move

SECONDS = 30.0
"""How long an answer may take."""
_PORT = 21
_MISSING = "550"
_FULL = ("452", "552")
_NOT_WRITTEN = "451"
_BUSY = ("450", _NOT_WRITTEN)
_NOT_KNOWN = ("500", "501", "502", "504")
_BYTES = "latin-1"
"""Each letter is one byte: what a server says may be in any encoding, and names are made into UTF-8 beforehand."""
_AHEAD = 64
"""How many words may wait for their answer."""
_PART = 65536


class _Plain(ftplib.FTP):
    """FTP on which a data line leads to the machine that the control line leads to, whatever the server says."""

    trust_server_pasv_ipv4_address = False


class _Secured(ftplib.FTP_TLS):
    """FTPS whose data lines go on with the session of the control line."""

    trust_server_pasv_ipv4_address = False

    def ntransfercmd(self, cmd: str, rest: int | str | None = None) -> tuple[socket, int | None]:
        """Open a data line."""
        line, size = ftplib.FTP.ntransfercmd(self, cmd, rest)
        if self._prot_p:  # type: ignore[attr-defined] # the library's own flag, which its own method asks too
            control = self.sock
            session = control.session if isinstance(control, ssl.SSLSocket) else None
            try:
                line = self.context.wrap_socket(line, server_hostname=self.host, session=session)
            except BaseException:
                line.close()
                raise
        return line, size


class FtpHost:
    """The folder of a site on an FTP server."""

    def __init__(self, target: Target, password: str) -> None:
        """Connect and go to the folder; raises `HostFault`."""
        self._ftp: ftplib.FTP
        if target.way == "ftps":
            self._ftp = _Secured(context=ssl.create_default_context(), timeout=SECONDS, encoding=_BYTES)
        else:
            self._ftp = _Plain(timeout=SECONDS, encoding=_BYTES)
        self._lists, self._keeps = True, False
        try:
            self._let_in(target, password)
            self._enter(target.folder)
        except BaseException:
            self._ftp.close()
            raise

    def _let_in(self, target: Target, password: str) -> None:
        ftp, port = self._ftp, target.port or _PORT
        try:
            ftp.connect(target.host, port)
            if isinstance(ftp, _Secured):
                ftp.auth()
            ftp.login(_sent(target.user), _sent(password))
            if isinstance(ftp, _Secured):
                ftp.prot_p()
        except ssl.SSLCertVerificationError as fault:
            raise faults.wrong_certificate(target.host, fault.verify_message) from None
        except ftplib.error_perm as fault:
            if target.way == "ftps" and str(fault)[:3] in {*_NOT_KNOWN, "534"}:
                raise faults.no_tls(target.host) from None
            raise faults.wrong_password() from None
        except (ftplib.Error, OSError, EOFError) as fault:
            raise faults.unreachable(target.host, port, _plain(fault)) from None

    def _enter(self, folder: str) -> None:
        with self._told(folder):
            with suppress(ftplib.error_perm):
                self._ftp.sendcmd("OPTS UTF8 ON")
            if folder:
                try:
                    self._ftp.cwd(_sent(folder))
                except ftplib.error_perm:
                    raise faults.no_folder(folder) from None
            self._ftp.voidcmd("TYPE I")  # it stays so: lists for programs are the same in both types

    @contextmanager
    def _told(self, what: str) -> Iterator[None]:
        """Tell what a server answers, or that it does not, as a fault of the host."""
        try:
            yield
        except ftplib.Error as fault:
            raise _fault(what, str(fault)) from None
        except (OSError, EOFError, ValueError) as fault:
            raise faults.lost(_plain(fault)) from None

    def read(self, name: str) -> bytes | None:
        """Return what a file holds, or None where there is none."""
        with self._told(name):
            try:
                return self._received(f"RETR {_sent(name)}")
            except ftplib.error_perm as fault:
                if not str(fault).startswith(_MISSING):
                    raise
                return None

    def _received(self, word: str) -> bytes:
        """Return what a server sends on a data line."""
        line, _ = self._ftp.ntransfercmd(word)
        held = bytearray()
        with line:
            while part := line.recv(_PART):
                held += part
            _end(line)
        self._ftp.voidresp()
        return bytes(held)

    def write(self, name: str, value: bytes) -> None:
        """Send a file."""
        with self._told(name):
            line, _ = self._ftp.ntransfercmd(f"STOR {_sent(name)}")
            with line:
                broken = None
                try:
                    line.sendall(value)
                    _end(line)
                except OSError as fault:  # on the other line the server says why it cut this one
                    broken = fault
            try:
                self._ftp.voidresp()
            except ftplib.error_temp as fault:
                if str(fault).startswith(_NOT_WRITTEN):  # so most say that there is no room
                    raise faults.full(_plain(fault)) from None
                raise
            if broken:
                raise broken

    def size(self, name: str) -> int | None:
        """Return how many bytes a file has, or None where there is none."""
        return self.sizes([name]).get(name)

    def sizes(self, names: Sequence[str]) -> dict[str, int]:
        """Return those of some names that are files, with their sizes."""
        with self._told(names[0] if names else ""):
            found = {}
            for name, answer in zip(names, self._asked(f"SIZE {_sent(name)}" for name in names), strict=True):
                if answer.startswith("213"):
                    found[name] = int(answer[3:].strip())
                elif not answer.startswith(_MISSING):
                    raise _error(answer)
            return found

    def listed(self, folder: str) -> dict[str, int]:
        """Return the files in a folder and their sizes, folders as -1."""
        with self._told(folder):
            if self._lists:
                try:
                    return self._told_apart(self._received(f"MLSD {_sent(folder)}".rstrip()))
                except ftplib.error_perm as fault:
                    if str(fault)[:3] not in _NOT_KNOWN:
                        return {}
                    self._lists = False
            return self._named(folder)

    @staticmethod
    def _told_apart(listing: bytes) -> dict[str, int]:
        found = {}
        for line in listing.decode("utf-8", "replace").splitlines():
            facts, _, name = line.partition(" ")
            known = dict(fact.lower().partition("=")[::2] for fact in facts.split(";"))
            size = known.get("size", "")
            if known.get("type") not in {"cdir", "pdir"} and name not in {"", ".", ".."}:
                found[name] = int(size) if known.get("type") == "file" and size.isdigit() else -1
        return found

    def _named(self, folder: str) -> dict[str, int]:
        """Return the same from a server without `MLSD`: the names that it gives, and what it says of each."""
        try:
            listing = self._received(f"NLST {_sent(folder)}".rstrip())
        except (ftplib.error_perm, ftplib.error_temp):  # so some say that there is nothing in it
            return {}
        lines = listing.decode("utf-8", "replace").splitlines()
        names = [name for line in lines if (name := line.rpartition("/")[2]) not in {"", ".", ".."}]
        front = f"{folder}/" if folder else ""
        sizes = self.sizes([front + name for name in names])
        return {name: sizes.get(front + name, -1) for name in names}

    def move(self, old: str, new: str) -> None:
        """Give a file another name."""
        with self._told(new):
            self._renamed((old, new))

    def trade(self, moves: Sequence[Move]) -> None:
        """Do several moves, an old file aside and the new one in its place so fast as the server can.

        FTP cannot do it in one step. The words for it go at once, so that the server does not wait for this end between
        them. The first old file of a connection is put aside alone: a server that refuses that would lose it.
        """
        with self._told(", ".join(move.name for move in moves[:2])):
            pairs = []
            for name, source, aside in moves:
                if source and aside and not self._keeps:
                    self._renamed((name, aside))
                    self._renamed((source, name))
                    self._keeps = True
                elif aside:
                    pairs += [(name, aside), (source, name)] if source else [(name, aside)]
                else:
                    pairs.append((source, name))
            self._renamed(*pairs)

    def _renamed(self, *pairs: tuple[str, str]) -> None:
        """Rename files; raises for the first that is refused."""
        words = [word for old, new in pairs for word in (f"RNFR {_sent(old)}", f"RNTO {_sent(new)}")]
        for answer in self._asked(words):
            if not answer.startswith(("2", "3")):
                raise _error(answer)

    def _asked(self, words: Iterable[str]) -> list[str]:
        """Send words before the first is answered, so many as a server takes, and return the answers."""
        line, listed = self._ftp.sock, list(words)
        answers: list[str] = []
        if line is None or any(letter in word for word in listed for letter in "\r\n"):
            raise faults.lost()
        for at in range(0, len(listed), _AHEAD):
            some = listed[at : at + _AHEAD]
            line.sendall("".join(f"{word}{ftplib.CRLF}" for word in some).encode(_BYTES))
            answers += [self._ftp.getmultiline() for _ in some]
            if answers[-1].startswith("421"):
                raise _error(answers[-1])
        return answers

    def remove(self, *names: str) -> None:
        """Remove files, those that are there."""
        with self._told(names[0] if names else ""):
            answers = self._asked(f"DELE {_sent(name)}" for name in names)
            refused = {name: answer for name, answer in zip(names, answers, strict=True) if not answer.startswith("2")}
            for name in self.sizes(list(refused)):
                raise _error(refused[name])

    def make_folder(self, name: str) -> bool:
        """Make a folder, and return whether there was none."""
        with self._told(name):
            try:
                self._ftp.voidcmd(f"MKD {_sent(name)}")
            except ftplib.error_perm:
                if not self._is_folder(name):
                    raise
                return False
        return True

    def remove_folder(self, name: str) -> None:
        """Remove an empty folder, if there is one."""
        with self._told(name):
            try:
                self._ftp.voidcmd(f"RMD {_sent(name)}")
            except ftplib.error_perm:
                if self._is_folder(name):
                    raise

    def _is_folder(self, name: str) -> bool:
        here = self._ftp.pwd()
        try:
            self._ftp.cwd(_sent(name))
        except ftplib.error_perm:
            return False
        self._ftp.cwd(here)
        return True

    def leave(self) -> None:
        """End the connection; what is done is done."""
        with suppress(ftplib.Error, OSError, EOFError):
            self._ftp.quit()
        self._ftp.close()


def _end(line: socket) -> None:
    """End a data line as TLS wants it; many servers cut it before, and what came through is counted in any case."""
    if isinstance(line, ssl.SSLSocket):
        with suppress(OSError):
            line.unwrap()


def _sent(name: str) -> str:
    """Return a name as it goes to the server, byte by byte in UTF-8."""
    return name.encode().decode(_BYTES)


def _error(answer: str) -> ftplib.Error:
    return ftplib.error_perm(answer) if answer.startswith("5") else ftplib.error_temp(answer)


def _fault(what: str, answer: str) -> HostFault:
    """Return what a server's answer means."""
    said = _plain(answer)
    if answer.startswith(_FULL) or "quota" in answer.lower():
        return faults.full(said)
    if answer.startswith("4") and not answer.startswith(_BUSY):
        return faults.lost(said)
    return faults.refused(what, said)


def _plain(fault: object) -> str:
    """Return what a server or the system says on one line, so short that it fits into a sentence."""
    said = str(fault).encode(_BYTES, "replace").decode("utf-8", "replace")
    return " ".join(said.split())[:120] or type(fault).__name__
