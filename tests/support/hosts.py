"""Real servers for publishing, on loopback and random ports: started by the tests, and gone with them."""

from __future__ import annotations

import contextlib
import itertools
import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.model import Target
from tests.support import machine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from generator.model import Way

HERE = "127.0.0.1"
_COUNT = itertools.count()
_SECONDS = 15
"""How long a server may take until it answers."""


@dataclass(frozen=True, slots=True)
class User:
    """A user of this machine who comes in over the line; `home` is where servers let them in."""

    name: str
    password: str
    home: Path

    @property
    def ids(self) -> tuple[int, int]:
        """The numbers of the user and of the group."""
        known = pwd.getpwnam(self.name)
        return known.pw_uid, known.pw_gid


@dataclass(frozen=True, slots=True)
class Served:
    """A server that runs: how it is reached, and whom it lets in."""

    name: str
    way: Way
    port: int
    user: User

    def place(self) -> tuple[Target, Path]:
        """Return a new empty folder of the user, as it is written in the records and as it lies on the disk."""
        folder = f"{self.name}-{self.way}-{next(_COUNT)}"
        on_disk = self.user.home / folder
        on_disk.mkdir()
        os.chown(on_disk, *self.user.ids)
        return Target(self.way, folder, HERE, self.user.name, self.port), on_disk


@contextlib.contextmanager
def new_user() -> Iterator[User]:
    """Make a user of this machine, with a folder that servers may reach, and remove both again."""
    machine.do_without_root()
    name, password = f"tb{secrets.token_hex(5)}", f"p{secrets.token_urlsafe(12)}"
    home = Path(tempfile.mkdtemp(prefix="tonbaep-served-"))
    home.chmod(0o755)
    command = ("useradd", "--no-create-home", "--home-dir", str(home), "--shell", "/bin/sh", name)
    subprocess.run(command, check=True, capture_output=True)
    try:
        subprocess.run(("chpasswd",), input=f"{name}:{password}", text=True, check=True, capture_output=True)
        made = User(name, password, home)
        os.chown(home, *made.ids)
        yield made
    finally:
        subprocess.run(("userdel", "--force", name), check=False, capture_output=True)
        shutil.rmtree(home, ignore_errors=True)


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as asked:
        asked.bind((HERE, 0))
        port: int = asked.getsockname()[1]
    return port


@contextlib.contextmanager
def _running(command: Callable[[int], tuple[str, ...]], libraries: str = "") -> Iterator[int]:
    """Run a server until the block is left, and yield its port."""
    port = free_port()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            command(port),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            env={**os.environ, "LD_LIBRARY_PATH": libraries},
        )
        try:
            if not _answers(port, process):
                said.seek(0)
                message = f"{command(port)} does not answer: {said.read().decode(errors='replace')[-2000:]}"
                raise RuntimeError(message)
            yield port
        finally:
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _answers(port: int, process: subprocess.Popen[bytes]) -> bool:
    until = time.monotonic() + _SECONDS
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection((HERE, port), timeout=1):
            return True
        time.sleep(0.05)
    return False


def _file(folder: Path, name: str, *lines: str) -> str:
    """Write a file of settings that root alone reads, and return where."""
    file = folder / name
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    file.chmod(0o600)
    return str(file)


@contextlib.contextmanager
def openssh(one: User, folder: Path, _: Path | None = None) -> Iterator[Served]:
    """Run OpenSSH's server with its own SFTP."""
    program = machine.need("sshd")
    Path("/run/sshd").mkdir(exist_ok=True)
    key = folder / f"key-{secrets.token_hex(4)}"
    subprocess.run(("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)), check=True)
    settings = _file(
        folder,
        "sshd_config",
        f"ListenAddress {HERE}",
        f"HostKey {key}",
        "PidFile none",
        "PasswordAuthentication yes",
        "KbdInteractiveAuthentication no",
        "PubkeyAuthentication no",
        "UsePAM no",
        "MaxStartups 100",
        "Subsystem sftp internal-sftp",
    )
    with _running(lambda port: (program, "-D", "-e", "-f", settings, "-p", str(port))) as port:
        yield Served("openssh", "sftp", port, one)


@contextlib.contextmanager
def vsftpd(one: User, folder: Path, certificate: Path | None = None) -> Iterator[Served]:
    """Run vsftpd, which has no MLSD; over TLS it wants each data line to go on with the control line's session."""
    program, libraries = machine.unpacked("usr/sbin/vsftpd", "vsftpd")
    empty = folder / "empty"
    empty.mkdir(exist_ok=True)
    tls = (
        "ssl_enable=YES",
        "force_local_logins_ssl=YES",
        "force_local_data_ssl=YES",
        "require_ssl_reuse=YES",
        "ssl_ciphers=HIGH",
        f"rsa_cert_file={certificate}",
        f"rsa_private_key_file={certificate}",
    )
    settings = _file(
        folder,
        "vsftpd.conf",
        "listen=YES",
        f"listen_address={HERE}",
        "background=NO",
        "anonymous_enable=NO",
        "local_enable=YES",
        "write_enable=YES",
        "local_umask=022",
        "seccomp_sandbox=NO",
        f"secure_chroot_dir={empty}",
        f"vsftpd_log_file={folder / 'log'}",
        *(tls if certificate else ()),
    )
    with _running(lambda port: (str(program), settings, f"-olisten_port={port}"), libraries) as port:
        yield Served("vsftpd", "ftps" if certificate else "ftp", port, one)


@contextlib.contextmanager
def proftpd(one: User, folder: Path, certificate: Path | None = None) -> Iterator[Served]:
    """Run ProFTPD; over TLS it wants the control line's session, too."""
    tls = (
        "LoadModule mod_tls.c",
        "TLSEngine on",
        "TLSRequired on",
        f"TLSRSACertificateFile {certificate}",
        f"TLSRSACertificateKeyFile {certificate}",
        f"TLSLog {folder / 'tls-log'}",
    )
    with _proftpd(one, folder, *(tls if certificate else ())) as port:
        yield Served("proftpd", "ftps" if certificate else "ftp", port, one)


@contextlib.contextmanager
def bare_sftp(one: User, folder: Path, _: Path | None = None) -> Iterator[Served]:
    """Run ProFTPD as a server of SFTP that has none of OpenSSH's extensions."""
    key = folder / "key"
    subprocess.run(("ssh-keygen", "-q", "-t", "rsa", "-m", "PEM", "-N", "", "-f", str(key)), check=True)
    engine = (
        "LoadModule mod_sftp.c",
        "SFTPEngine on",
        f"SFTPHostKey {key}",
        "SFTPAuthMethods password",
        f"SFTPLog {folder / 'sftp-log'}",
        "SFTPExtensions -posixRename -hardlink",
    )
    with _proftpd(one, folder, *engine) as port:
        yield Served("bare", "sftp", port, one)


@contextlib.contextmanager
def _proftpd(one: User, folder: Path, *more: str) -> Iterator[int]:
    """Run ProFTPD with a list of users of its own, and yield its port."""
    program, libraries = machine.unpacked("usr/sbin/proftpd", "proftpd-core", "proftpd-mod-crypto")
    hashed = subprocess.run(
        ("openssl", "passwd", "-6", one.password), check=True, capture_output=True, text=True
    ).stdout.strip()
    number, group = one.ids
    users = _file(folder, "users", f"{one.name}:{hashed}:{number}:{group}::{one.home}:/bin/sh")
    settings = (
        f"ModulePath {program.parents[1] / 'lib/proftpd'}",
        "ServerType standalone",
        f"DefaultAddress {HERE}",
        "SocketBindTight on",
        "UseIPv6 off",
        "UseReverseDNS off",
        "RequireValidShell off",
        "AuthOrder mod_auth_file.c",
        f"AuthUserFile {users}",
        f"PidFile {folder / 'pid'}",
        f"ScoreboardFile {folder / 'board'}",
        f"SystemLog {folder / 'log'}",
        "WtmpLog off",
        "TransferLog none",
        "AllowOverwrite on",
        "Umask 022",
        *more,
    )

    def command(port: int) -> tuple[str, ...]:
        return (str(program), "-n", "-c", _file(folder, "proftpd.conf", f"Port {port}", *settings))

    with _running(command, libraries) as port:
        yield port


@contextlib.contextmanager
def pureftpd(one: User, folder: Path, certificate: Path | None = None) -> Iterator[Served]:
    """Run Pure-FTPd, which most shared hosts have."""
    program, libraries = machine.unpacked("usr/sbin/pure-ftpd", "pure-ftpd", "pure-ftpd-common")
    tls = ("--tls=2", f"--certfile={certificate}") if certificate else ()
    options = ("--login=unix", "--noanonymous", "--umask=133:022", "--dontresolve", "--maxclientsperip=50")
    with _running(lambda port: (str(program), f"--bind={HERE},{port}", *options, *tls), libraries) as port:
        yield Served("pureftpd", "ftps" if certificate else "ftp", port, one)


SERVERS: dict[str, Callable[[User, Path, Path | None], AbstractContextManager[Served]]] = {
    "openssh": openssh,
    "vsftpd": vsftpd,
    "proftpd": proftpd,
    "pureftpd": pureftpd,
    "bare": bare_sftp,
}
"""What is found at hosts, by name; each runs with TLS where it is given a certificate."""
