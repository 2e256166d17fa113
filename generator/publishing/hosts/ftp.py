"""FTP and FTPS, as the usual shared host speaks them: on few words agree all servers, and this keeps to those.

No listing for people is ever read (`LIST`): machines are asked by `MLSD`, or file by file. Names go as UTF-8. Over TLS
the data line takes up the session of the control line, without which vsftpd, ProFTPD and FileZilla cut it off; the
standard library does not do that by itself (cpython issue 63699).
"""

from __future__ import annotations

import ftplib
import io
import ssl
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from generator.publishing import faults

if TYPE_CHECKING:
    from collections.abc import Iterator
    from socket import socket

    from generator.model import Target
    from generator.publishing.faults import HostFault

SECONDS = 30.0
"""How long an answer may take."""
_PORT = 21
_MISSING = "550"
_FULL = ("452", "552")
_CLOSING = "421"
_CUT = (EOFError, ConnectionError, TimeoutError, ssl.SSLEOFError, ssl.SSLZeroReturnError)
_NOT_KNOWN = ("500", "501", "502", "504")


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
            line = self.context.wrap_socket(line, server_hostname=self.host, session=session)
        return line, size


class FtpHost:
    """The folder of a site on an FTP server."""

    def __init__(self, target: Target, password: str, trust: ssl.SSLContext | None = None) -> None:
        """Connect and go to the folder; raises `HostFault`. `trust` are the authorities besides the system's."""
        self._ftp = self._connected(target, password, trust)
        self._lists = True
        with self._told(target.folder):
            if target.folder:
                try:
                    self._ftp.cwd(target.folder)
                except ftplib.error_perm:
                    raise faults.no_folder(target.folder) from None
            self._ftp.voidcmd("TYPE I")

    def _connected(self, target: Target, password: str, trust: ssl.SSLContext | None) -> ftplib.FTP:
        port = target.port or _PORT
        secured = target.way == "ftps"
        ftp: ftplib.FTP
        if secured:
            ftp = _Secured(context=trust or ssl.create_default_context(), timeout=SECONDS, encoding="utf-8")
        else:
            ftp = _Plain(timeout=SECONDS, encoding="utf-8")
        try:
            ftp.connect(target.host, port)
            if isinstance(ftp, _Secured):
                ftp.auth()
            ftp.login(target.user, password)
            if isinstance(ftp, _Secured):
                ftp.prot_p()
        except ssl.SSLCertVerificationError as fault:
            raise faults.wrong_certificate(target.host, fault.verify_message) from None
        except ftplib.error_perm as fault:
            if secured and str(fault)[:3] in {*_NOT_KNOWN, "534"}:
                raise faults.no_tls(target.host) from None
            raise faults.wrong_password() from None
        except (ftplib.Error, OSError, EOFError) as fault:
            raise faults.unreachable(target.host, port, _plain(fault)) from None
        with suppress(ftplib.Error):
            ftp.sendcmd("OPTS UTF8 ON")
        return ftp

    @contextmanager
    def _told(self, what: str) -> Iterator[None]:
        """Tell what a server answers, or that it does not, as a fault of the host."""
        try:
            yield
        except ftplib.Error as fault:
            raise _fault(what, str(fault)) from None
        except _CUT as fault:
            raise faults.lost(_plain(fault)) from None
        except OSError as fault:
            raise faults.lost(_plain(fault)) from None

    def read(self, name: str) -> bytes | None:
        """Return what a file holds, or None where there is none."""
        held = io.BytesIO()
        with self._told(name):
            try:
                self._ftp.retrbinary(f"RETR {name}", held.write)
            except ftplib.error_perm as fault:
                if not str(fault).startswith(_MISSING):
                    raise
                return None
        return held.getvalue()

    def write(self, name: str, value: bytes) -> None:
        """Send a file."""
        with self._told(name):
            self._ftp.storbinary(f"STOR {name}", io.BytesIO(value), blocksize=65536)

    def size(self, name: str) -> int | None:
        """Return how many bytes a file has, or None where there is none."""
        with self._told(name):
            try:
                return self._ftp.size(name)
            except ftplib.error_perm as fault:
                if str(fault)[:3] in _NOT_KNOWN:
                    raise
                return None

    def listed(self, folder: str) -> dict[str, int] | None:
        """Return the files in a folder and their sizes, folders as -1; None where the server has no `MLSD`."""
        if not self._lists:
            return None
        with self._told(folder):
            try:
                found = [*self._ftp.mlsd(folder, ["type", "size"])]
            except ftplib.error_perm as fault:
                if str(fault)[:3] in _NOT_KNOWN:
                    self._lists = False
                    return None
                return {}
        kinds = {name: (facts.get("type", "").lower(), facts.get("size", "")) for name, facts in found}
        return {
            name: int(size) if kind == "file" and size.isdigit() else -1
            for name, (kind, size) in kinds.items()
            if kind not in {"cdir", "pdir"}
        }

    def move(self, old: str, new: str) -> None:
        """Give a file another name."""
        with self._told(new):
            self._ftp.rename(old, new)

    def exchange(self, name: str, source: str, aside: str) -> None:
        """Put the old file aside and the new one in its place, so fast after each other as the server can.

        FTP cannot do it in one step. The four words go at once, so that the server does not wait for this end between
        them; each is answered, and where one is refused the next one cannot do harm.
        """
        with self._told(name):
            self._at_once(f"RNFR {name}", f"RNTO {aside}", f"RNFR {source}", f"RNTO {name}")

    def _at_once(self, *words: str) -> None:
        """Send several words before the first is answered; raises for the first that is refused."""
        line = self._ftp.sock
        if line is None or any(letter in word for word in words for letter in "\r\n"):
            raise faults.lost()
        line.sendall("".join(f"{word}{ftplib.CRLF}" for word in words).encode(self._ftp.encoding))
        answers = [self._ftp.getmultiline() for _ in words]  # one answer a word
        for answer in answers:
            if not answer.startswith(("2", "3")):
                raise ftplib.error_perm(answer)

    def remove(self, name: str) -> None:
        """Remove a file, if there is one."""
        with self._told(name):
            try:
                self._ftp.delete(name)
            except ftplib.error_perm as fault:
                if not str(fault).startswith(_MISSING) or self._ftp.size(name) is not None:
                    raise

    def make_folder(self, name: str) -> bool:
        """Make a folder, and return whether there was none."""
        with self._told(name):
            try:
                self._ftp.mkd(name)
            except ftplib.error_perm as fault:
                if not self._is_folder(name):
                    raise _fault(name, str(fault)) from None
                return False
        return True

    def remove_folder(self, name: str) -> None:
        """Remove an empty folder, if there is one."""
        with self._told(name):
            try:
                self._ftp.rmd(name)
            except ftplib.error_perm as fault:
                if self._is_folder(name):
                    raise _fault(name, str(fault)) from None

    def _is_folder(self, name: str) -> bool:
        here = self._ftp.pwd()
        try:
            self._ftp.cwd(name)
        except ftplib.error_perm:
            return False
        self._ftp.cwd(here)
        return True

    def leave(self) -> None:
        """End the connection; what is done is done."""
        with suppress(ftplib.Error, OSError, EOFError):
            self._ftp.quit()


def _fault(what: str, answer: str) -> HostFault:
    """Return what a server's answer means."""
    if answer.startswith(_FULL) or "quota" in answer.lower():
        return faults.full(_plain(answer))
    if answer.startswith(_CLOSING):
        return faults.lost(_plain(answer))
    if answer.startswith("4"):
        return faults.lost(_plain(answer))
    return faults.refused(what, _plain(answer))


def _plain(fault: object) -> str:
    """Return what a server or the system says on one line, so short that it fits into a sentence."""
    return " ".join(str(fault).split())[:120] or type(fault).__name__
