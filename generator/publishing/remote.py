"""A line to a git repository: which commits its branches stand at, what it gives, and what it takes.

It knows nothing of sites. A branch moves only from where it was seen: of two who push at once, one does.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from dulwich import errors
from dulwich.client import HttpGitClient, HTTPUnauthorized, LocalGitClient, SSHGitClient
from dulwich.objects import ZERO_SHA
from dulwich.pack import pack_objects_to_data
from dulwich.refs import Ref

from generator.problems import Text
from generator.publishing import faults
from generator.publishing.faults import HostFault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import paramiko
    from dulwich.client import GitClient
    from dulwich.objects import ObjectID, ShaFile
    from dulwich.repo import Repo

    from generator.model import Target
    from generator.publishing.connecting import Known
    from generator.publishing.passwords import Password

_SECONDS = 60.0
_NOBODY = "git"
"""The user whom hosts expect beside a token where the address names none; they look at the token alone."""
_HOME = "~/"


class Refused(Exception):
    """A repository did not let a branch move; `said` is what it says."""

    def __init__(self, said: str) -> None:
        """Keep what it says."""
        super().__init__(said)
        self.said = said


class Remote:
    """A repository elsewhere. Each method may raise `HostFault`."""

    def __init__(self, target: Target, password: Password, known: Known) -> None:
        """Connect where the way has a line that stands; the others connect for each question."""
        self._target = target
        self._path = target.folder.removeprefix(_HOME).encode()
        self._line: _Line | None = None
        self._client = self._opened(target, password, known)

    def _opened(self, target: Target, password: Password, known: Known) -> GitClient:
        if not target.host:
            return LocalGitClient()
        if target.scheme == "ssh":
            self._line = _Line(target, password, known)
            if not target.folder.startswith(_HOME):
                self._path = f"/{target.folder}".encode()
            return SSHGitClient(target.host, vendor=self._line, username=target.user)  # type: ignore[arg-type] # no process
        port = f":{target.port}" if target.port else ""
        front = f"{target.scheme}://{target.host}{port}/"
        return HttpGitClient(front, username=target.user or _NOBODY, password=password(), timeout=_SECONDS, quiet=True)

    def refs(self) -> dict[bytes, ObjectID]:
        """Return what each branch and tag stands at."""
        with self._told():
            listed = self._client.get_refs(self._path).refs
            return {bytes(name): at for name, at in listed.items() if at is not None}

    def fetch(self, repository: Repo, commit: ObjectID) -> None:
        """Bring a commit, with all that it was made from, into a repository here."""
        with self._told():
            self._client.fetch(self._path, repository, determine_wants=lambda *_, **__: [commit])

    def push(self, ref: bytes, old: ObjectID | None, new: ObjectID, objects: Sequence[ShaFile]) -> None:
        """Let a branch move from one commit to another, of which these objects are not there yet.

        Raises `Refused` where the repository does not let it, and `HostFault` where the branch is not at `old`.
        """

        def moved(refs: dict[Ref, ObjectID]) -> dict[Ref, ObjectID]:
            if refs.get(Ref(ref), ZERO_SHA) != (old or ZERO_SHA):
                raise _somebody_pushed(self._target.branch)
            return {Ref(ref): new}

        with self._told():
            answer = self._client.send_pack(
                self._path,
                moved,
                lambda *_, **__: pack_objects_to_data(objects),
            )
        said = (answer.ref_status or {}).get(ref)
        if said:
            raise Refused(_plain(said))

    def leave(self) -> None:
        """End the line."""
        self._client.close()
        if isinstance(self._client, HttpGitClient):
            self._client.pool_manager.clear()
        if self._line is not None:
            self._line.leave()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Tell what a repository answers, or that it does not, as a fault of the host."""
        target = self._target
        try:
            yield
        except HTTPUnauthorized:
            raise faults.wrong_password() from None
        except errors.NotGitRepository:
            raise _no_repository(target.address) from None
        except (errors.SendPackError, errors.GitProtocolError, OSError, EOFError) as fault:
            said = _plain(fault)
            if "CERTIFICATE_VERIFY_FAILED" in said:
                raise faults.wrong_certificate(target.host, said) from None
            if "http resp 403" in said:
                raise faults.refused(target.address, said) from None
            if "not found" in said.lower() or "git repository" in said:
                raise _no_repository(target.address) from None
            if "Max retries" in said:
                raise faults.unreachable(target.host, target.port, said) from None
            if isinstance(fault, errors.SendPackError) or not target.host:
                raise faults.refused(target.address, said) from None
            raise faults.lost(said) from None


class _Line:
    """What dulwich asks of an SSH library, done by the one that SFTP uses, so that a host is known in one way."""

    def __init__(self, target: Target, password: Password, known: Known) -> None:
        from generator.publishing.hosts.sftp import line_to

        self._transport = line_to(target, password, known.confirm)

    def run_command(self, host: str, command: bytes, **_: object) -> _Command:  # noqa: ARG002 - the line leads there
        """Run a command at the other end."""
        channel = self._transport.open_session(timeout=_SECONDS)
        channel.settimeout(_SECONDS)
        channel.exec_command(command)
        return _Command(channel, channel.makefile("rb"), channel.makefile_stderr("rb"))

    def leave(self) -> None:
        """End the line."""
        self._transport.close()


class _Command(NamedTuple):
    """A command that runs at the other end of a line."""

    channel: paramiko.Channel
    said: paramiko.BufferedFile[bytes]
    stderr: paramiko.BufferedFile[bytes]

    def read(self, size: int) -> bytes:
        """Return so many bytes of what it says, fewer at its end."""
        return self.said.read(size)

    def write(self, value: bytes) -> int:
        """Say something to it."""
        self.channel.sendall(value)
        return len(value)

    def can_read(self) -> bool:
        """Return whether it has said something."""
        return self.channel.recv_ready()

    def close(self) -> None:
        """End it."""
        self.channel.close()


def _plain(fault: object) -> str:
    """Return what a server or the system says on one line, so short that it fits into a sentence."""
    said = fault.decode(errors="replace") if isinstance(fault, bytes) else str(fault)
    return " ".join(said.split())[:160] or type(fault).__name__


def _no_repository(address: str) -> HostFault:
    return HostFault(
        Text(f"ไม่พบที่เก็บ git {address}", f"there is no git repository {address}"),
        Text(
            "ดูว่าที่อยู่ในช่อง publish ตรงกับที่เว็บ git บอก สร้างที่เก็บเปล่าไว้ก่อน และโทเค็น (token) มีสิทธิ์เขียนที่เก็บนี้",
            "check the address in publish, create the repository first, and let the token write to it",
        ),
    )


def _somebody_pushed(branch: str) -> HostFault:
    return HostFault(
        Text(
            f"มีคนอื่นส่งงานเข้ากิ่ง {branch} ระหว่างนี้ จึงยังไม่ได้ส่งอะไร",
            f"somebody else pushed to {branch} meanwhile; nothing was sent",
        ),
        Text(
            "สั่ง tonbaep publish อีกครั้ง โปรแกรมวางต่อจากงานนั้น ไม่ลบของใคร",
            "run tonbaep publish again; it goes on top of that, and deletes nobody's work",
        ),
    )
