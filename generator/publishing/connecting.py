"""From the place in the records to an open line: which way, with which password, to a machine that is known."""

from __future__ import annotations

import json
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from generator.disk.swap import write_whole
from generator.publishing import faults
from generator.publishing.hosts.folder import FolderHost

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.disk.swap import Workshop
    from generator.model import Target
    from generator.problems import Text
    from generator.publishing.hosts import Host
    from generator.publishing.passwords import Password

_NOTE = "hosts.json"


def connect(target: Target, password: Password, known: Known) -> Host:
    """Return the folder of a site, ready to be worked in; raises `HostFault`."""
    if target.way == "folder":
        return FolderHost(Path(target.folder))
    if target.way == "sftp":
        try:
            from generator.publishing.hosts.sftp import SftpHost
        except ImportError:
            raise faults.needs_more(target.way.upper()) from None
        return SftpHost(target, password, known.confirm)
    from generator.publishing.hosts.ftp import FtpHost

    return FtpHost(target, password())


def token() -> str:
    """Return a word that nobody guesses."""
    return secrets.token_hex(16)


def known_hosts(workshop: Workshop) -> str:
    """Return the machines that a project has published to as their file has them, or "" where there are none."""
    listed = workshop.own.read(workshop.folder / _NOTE, {str: str}, dict[str, str])
    return json.dumps(listed, ensure_ascii=False, sort_keys=True) if listed else ""


class Known:
    """The machines that a project has published to, by the fingerprints of their keys."""

    def __init__(
        self, workshop: Workshop, target: Target, agree: Callable[[Text], bool], *, anew: bool = False
    ) -> None:
        """Know what the workshop knows; with `anew`, whichever machine answers is known from now on."""
        self._workshop, self._agree, self._anew = workshop, agree, anew
        self._host = f"{target.host}:{target.port}" if target.port else target.host
        self._file = workshop.folder / _NOTE

    def confirm(self, fingerprint: str) -> None:
        """Raise `HostFault` for a machine that is not the known one, or that nobody says is right."""
        listed = self._workshop.own.read(self._file, {str: str}, dict[str, str]) or {}
        before = listed.get(self._host)
        if before == fingerprint:
            return
        if before is not None and not self._anew:
            raise faults.wrong_host_key(self._host, fingerprint, before)
        if not self._anew and not self._agree(faults.is_it_this_host(self._host, fingerprint)):
            raise faults.unknown_host(self._host, fingerprint)
        self._workshop.own.clear(self._file)
        write_whole(self._file, {**listed, self._host: fingerprint})
