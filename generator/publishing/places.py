"""Every way in which a site is put somewhere, asked for the same few things: what is there, the next, the one before.

In a folder, by SFTP and FTP files trade places one by one; a git branch and a ZIP are replaced as a whole.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol
from urllib.parse import urlsplit

from generator.publishing import faults, release
from generator.publishing.connecting import connect
from generator.publishing.zipped import ZipPlace

if TYPE_CHECKING:
    from generator.disk.swap import Workshop
    from generator.model import Organisation, Target
    from generator.publishing.connecting import Known
    from generator.publishing.hosts import Host
    from generator.publishing.passwords import Password
    from generator.publishing.release import Asked, Report, Wanted
    from generator.publishing.state import State


_GIT = "git"
"""The repository in the workshop."""


class Hand(NamedTuple):
    """Whose name stands on a release where a place has names, and the moment of this run."""

    name: str
    mail: str
    at: str

    @classmethod
    def of(cls, office: Organisation, at: str) -> Hand:
        """Return the office's, with an address at which nobody reads."""
        host = urlsplit(office.site).hostname if office.site else ""
        return cls(office.short_name or office.name, f"noreply@{host or 'localhost'}", at)


class Place(Protocol):
    """Where a site is seen, or handed on from. Each method may raise `HostFault`, and then what is seen is whole."""

    def standing(self) -> State | None:
        """Return what stands there and before; None where nothing was put there, or files are trading places."""

    def publish(self, wanted: Wanted, asked: Asked) -> Report:
        """Let a site be seen there."""

    def back(self, asked: Asked) -> State:
        """Let the release before be seen again, and return what stands there."""

    def leave(self) -> None:
        """End the connection."""


class Served:
    """A folder, here or on a host."""

    def __init__(self, host: Host) -> None:
        """Put the site into this folder."""
        self.host = host

    def standing(self) -> State | None:
        """Return what stands in the folder."""
        return release.standing(self.host)

    def publish(self, wanted: Wanted, asked: Asked) -> Report:
        """Let a site be seen in the folder."""
        return release.publish(self.host, wanted, asked)

    def back(self, asked: Asked) -> State:
        """Let the release before be seen again."""
        return release.back(self.host, asked)

    def leave(self) -> None:
        """End the connection."""
        self.host.leave()


def reached(target: Target, password: Password, known: Known, workshop: Workshop, hand: Hand) -> Place:
    """Return the place of a site, ready to be worked in; raises `HostFault`."""
    if not target.host:
        _confirm_apart(target, workshop)
    if target.way == "zip":
        return ZipPlace(workshop, target.folder)
    if target.way == "git":
        try:
            from generator.publishing.git import GitPlace
            from generator.publishing.history import History
            from generator.publishing.remote import Remote
        except ImportError:
            raise faults.needs_more(target.way) from None
        remote = Remote(target, password, known)
        workshop.own.folder(workshop.folder / _GIT)
        try:
            return GitPlace(remote, target.branch, History(workshop.folder / _GIT), hand)
        except BaseException:
            remote.leave()
            raise
    return Served(connect(target, password, known))


def _confirm_apart(target: Target, workshop: Workshop) -> None:
    """Raise `HostFault` for a place of this computer that is in the way of the project, or shows it to everybody.

    In the project stand what a build replaces and records that nobody may see yet; a ZIP may lie beside them.
    """
    if target.way != "zip" and not Path(target.folder).is_absolute():
        raise faults.other_system(target.folder)
    project = workshop.project.resolve()
    place = (project / target.folder).resolve()
    inside = project in place.parents and not (target.way == "zip" and place.parent == project)
    if inside or place == project or place in project.parents:
        raise faults.in_the_project(target.folder)
