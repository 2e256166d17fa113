"""SFTP, with the two extensions of OpenSSH that let a file be replaced in one step: a second name, and a rename over.

A server is known by its key. The first time somebody must say that the fingerprint is right; a password is sent only
to a machine that is known.
"""

from __future__ import annotations

import base64
import errno
import hashlib
import socket
import stat
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import paramiko
from paramiko import sftp as words

from generator.publishing import faults

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.model import Target

SECONDS = 30.0
"""How long an answer may take."""
_PORT = 22
_LINK = "hardlink@openssh.com"
_CUT = (EOFError, ConnectionError, TimeoutError, paramiko.SSHException, socket.error)


class SftpHost:
    """The folder of a site on an SSH server."""

    def __init__(self, target: Target, password: Callable[[], str], known: Callable[[str], None]) -> None:
        """Connect and go to the folder.

        `known` is given the fingerprint of the server's key, and raises `HostFault` for one that is not believed.
        Keys of this user and the agent's are tried before the password is asked for.
        """
        port = target.port or _PORT
        try:
            line = socket.create_connection((target.host, port), timeout=SECONDS)
            self._transport = paramiko.Transport(line)
            self._transport.banner_timeout = SECONDS
            self._transport.start_client(timeout=SECONDS)
        except (OSError, EOFError, paramiko.SSHException) as fault:
            raise faults.unreachable(target.host, port, _plain(fault)) from None
        try:
            known(fingerprint(self._transport.get_remote_server_key().asbytes()))
            self._let_in(target.user, password)
            self._sftp = self._opened(target.folder)
        except BaseException:
            self._transport.close()
            raise
        self._links = self._replaces = True

    def _let_in(self, user: str, password: Callable[[], str]) -> None:
        for key in paramiko.Agent().get_keys():
            with suppress(paramiko.SSHException):
                self._transport.auth_publickey(user, key)
                return
        try:
            self._transport.auth_password(user, password())
        except (paramiko.SSHException, EOFError):
            raise faults.wrong_password() from None

    def _opened(self, folder: str) -> paramiko.SFTPClient:
        with self._told(folder):
            sftp = paramiko.SFTPClient.from_transport(self._transport)
            if sftp is None:
                raise faults.lost()
            sftp.get_channel().settimeout(SECONDS)  # type: ignore[union-attr] # an opened one has its channel
            if folder:
                try:
                    sftp.chdir(folder)
                except OSError:
                    raise faults.no_folder(folder) from None
            return sftp

    @contextmanager
    def _told(self, what: str) -> Iterator[None]:
        """Tell what a server answers, or that it does not, as a fault of the host."""
        try:
            yield
        except (EOFError, ConnectionError, TimeoutError, paramiko.SSHException) as fault:
            raise faults.lost(_plain(fault)) from None
        except OSError as fault:
            said = _plain(fault)
            if fault.errno in {errno.ENOSPC, errno.EDQUOT} or "quota" in said.lower() or "space" in said.lower():
                raise faults.full(said) from None
            if not self._transport.is_active() or "closed" in said.lower():
                raise faults.lost(said) from None
            raise faults.refused(what, said) from None

    def read(self, name: str) -> bytes | None:
        """Return what a file holds, or None where there is none."""
        with self._told(name):
            try:
                with self._sftp.open(name, "rb", bufsize=0) as file:
                    return file.read()
            except FileNotFoundError:
                return None

    def write(self, name: str, value: bytes) -> None:
        """Send a file, for everybody to read, without waiting for each part's answer."""
        with self._told(name), self._sftp.open(name, "wb") as file:
            file.set_pipelined(True)
            file.write(value)

    def size(self, name: str) -> int | None:
        """Return how many bytes a file has, or None where there is none."""
        with self._told(name):
            try:
                return self._sftp.stat(name).st_size
            except FileNotFoundError:
                return None

    def listed(self, folder: str) -> dict[str, int]:
        """Return the files in a folder and their sizes, folders as -1."""
        with self._told(folder):
            try:
                there = self._sftp.listdir_attr(folder or ".")
            except FileNotFoundError:
                return {}
        return {each.filename: -1 if stat.S_ISDIR(each.st_mode or 0) else each.st_size or 0 for each in there}

    def move(self, old: str, new: str) -> None:
        """Give a file another name."""
        with self._told(new):
            self._sftp.rename(old, new)

    def exchange(self, name: str, source: str, aside: str) -> None:
        """Let the old file have a second name, and put the new one in its place in one step, where the server can."""
        if self._linked(name, aside) and self._replaced(source, name):
            return
        with self._told(name):
            with suppress(OSError):
                self._sftp.remove(aside)
            self._sftp.rename(name, aside)
            self._sftp.rename(source, name)

    def _linked(self, old: str, new: str) -> bool:
        """Let a file have a second name, and return whether it has."""
        if not self._links:
            return False
        with self._told(new):
            here = self._sftp.normalize(".") if self._here is None else self._here
            self._here = here
            try:
                self._sftp._request(  # type: ignore[attr-defined] # noqa: SLF001 - the library has no word for it
                    words.CMD_EXTENDED, _LINK, f"{here}/{old}".encode(), f"{here}/{new}".encode()
                )
            except (OSError, paramiko.SFTPError):
                if self.size(new) is not None:  # from a try that was interrupted
                    return True
                self._links = False
        return self._links

    _here: str | None = None

    def _replaced(self, source: str, name: str) -> bool:
        if not self._replaces:
            return False
        with self._told(name):
            try:
                self._sftp.posix_rename(source, name)
            except OSError:
                if self.size(source) is None or self.size(name) is None:
                    raise
                self._replaces = False
        return self._replaces

    def remove(self, name: str) -> None:
        """Remove a file, if there is one."""
        with self._told(name), suppress(FileNotFoundError):
            self._sftp.remove(name)

    def make_folder(self, name: str) -> bool:
        """Make a folder, and return whether there was none."""
        with self._told(name):
            try:
                self._sftp.mkdir(name, 0o755)
            except OSError:
                if not stat.S_ISDIR(self._sftp.stat(name).st_mode or 0):
                    raise
                return False
        return True

    def remove_folder(self, name: str) -> None:
        """Remove an empty folder, if there is one."""
        with self._told(name), suppress(FileNotFoundError):
            self._sftp.rmdir(name)

    def leave(self) -> None:
        """End the connection; what is done is done."""
        self._transport.close()


def fingerprint(key: bytes) -> str:
    """Return the fingerprint of a server's key as `ssh-keygen -l` shows it."""
    return "SHA256:" + base64.b64encode(hashlib.sha256(key).digest()).decode().rstrip("=")


def _plain(fault: object) -> str:
    """Return what a server or the system says on one line, so short that it fits into a sentence."""
    return " ".join(str(fault).split())[:120] or type(fault).__name__
