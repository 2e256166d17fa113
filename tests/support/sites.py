"""Made sites for publishing, and how they are asked for without records, a build or a terminal."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publishing import release, state
from generator.publishing.hosts.folder import FolderHost
from generator.publishing.hosts.ftp import FtpHost
from generator.publishing.hosts.sftp import SftpHost

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from random import Random
    from typing import Any

    from generator.model import Target
    from generator.publishing.hosts import Host
    from generator.publishing.release import Asked, Wanted

THAI = "ประกาศ/ผลรางวัล.html"
Files = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Place:
    """A folder at a server, as it is reached and as it lies on the disk."""

    target: Target
    on_disk: Path
    password: str = ""

    def host(self) -> Host:
        """Return a new line to it."""
        if self.target.way == "folder":
            return FolderHost(self.on_disk)
        if self.target.way == "sftp":
            return SftpHost(self.target, lambda: self.password, lambda _: None)
        return FtpHost(self.target, self.password)

    def seen(self) -> Files:
        """Return what visitors could be shown: every file that is not in the program's room."""
        return seen(self.on_disk)


def seen(folder: Path) -> Files:
    """Return every file below a folder that is not in the program's room."""
    there = (file for file in folder.rglob("*") if file.is_file() and file.relative_to(folder).parts[0] != state.ROOM)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in there}


def small(chance: Random) -> Files:
    """Return a site of a few files of any bytes, one with a Thai name, in folders."""
    names = ("index.html", "about/index.html", "assets/style.css", "assets/font.woff2", "feed.xml", THAI)
    return {"empty.txt": b"", **{name: chance.randbytes(chance.randint(1, 3000)) for name in names}}


def next_one(chance: Random, files: Mapping[str, bytes], number: int = 12) -> Files:
    """Return another site: some files as they were, some changed, some gone, some new."""
    kept = {name: value for name, value in files.items() if chance.random() < 0.8}
    changed = {name: chance.randbytes(chance.randint(0, 300)) for name in kept if chance.random() < 0.5}
    names = (
        f"{chance.choice(('', 'a/', 'assets/', 'b/c/'))}p{index}.{chance.choice(('html', 'css', 'webp'))}"
        for index in range(number)
    )
    new = {name: chance.randbytes(chance.randint(0, 300)) for name in names if chance.random() < 0.5}
    return {**new, **kept, **changed, "index.html": chance.randbytes(40)}


def wanted(files: Mapping[str, bytes], *shown: str, at: str = "2566-05-15T12:00:00+07:00") -> Wanted:
    """Return a site as a finished one is given to be published."""
    listed = {name: state.file_of(value) for name, value in files.items()}
    return release.Wanted(listed, files.__getitem__, frozenset(shown), at)


def asked(*permitted: str, **more: Any) -> Asked:
    """Return how a run by a computer of its own asks for a release: it agrees to all, and waits for nobody long."""
    given: dict[str, Any] = {
        "agree": lambda _: True,
        "progress": lambda *_: None,
        "waiting": lambda: None,
        "patience": 0.3,
        **more,
    }
    return release.Asked(frozenset(permitted), secrets.token_hex(8), "salt", **given)
