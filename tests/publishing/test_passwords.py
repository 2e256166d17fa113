"""A password is in no file, no message and no command line; the system's keeper has it, or nobody."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail

from generator.model import Target
from generator.publishing import passwords
from generator.publishing.faults import HostFault
from generator.publishing.passwords import VARIABLE, Password
from tests.support import hosts, planned, product

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.support.hosts import Served

TARGET = Target("sftp", "public_html", "ftp.khuanmao.example", "khuanmao")
CANARY = "canary-7f3a91"


class Keeper(KeyringBackend):
    """A keeper of passwords that forgets them with the test."""

    priority = 1

    def __init__(self) -> None:
        """Keep none."""
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        """Return one."""
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep one."""
        self.kept[service, username] = password


@pytest.fixture
def keeper(monkeypatch: pytest.MonkeyPatch) -> Iterator[Keeper]:
    """Return the system's keeper of passwords, which knows none yet."""
    monkeypatch.delenv(VARIABLE, raising=False)
    before = keyring.get_keyring()
    made = Keeper()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def _nobody() -> str:
    raise AssertionError


def test_a_password_is_asked_for_once_and_kept_by_the_system(keeper: Keeper) -> None:
    """Who agreed need not type it again; who changed it is asked anew."""
    typed = Password(TARGET, lambda: CANARY)
    assert (typed(), typed(), typed.asked) == (CANARY, CANARY, True)
    assert typed.keep()
    assert keeper.kept == {("tonbaep", TARGET.address): CANARY}
    known = Password(TARGET, _nobody)
    assert (known(), known.asked) == (CANARY, False)
    other = Password(TARGET._replace(user="another"), lambda: "theirs")
    assert other() == "theirs"
    assert Password(TARGET, lambda: "new", anew=True)() == "new"


def test_a_program_gives_it_in_the_environment(keeper: Keeper, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody sits before a scheduled run; what is given there goes before what is kept."""
    Password(TARGET, lambda: "kept").keep()
    monkeypatch.setenv(VARIABLE, CANARY)
    password = Password(TARGET, _nobody)
    assert (password(), password.asked) == (CANARY, False)


@pytest.mark.parametrize("lacking", ["package", "keeper"])
def test_without_a_keeper_it_is_asked_for_each_time(
    lacking: str, keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server without a desktop has nothing that keeps passwords; that is said, and no file is written instead."""
    if lacking == "package":
        monkeypatch.setitem(sys.modules, "keyring", None)
    else:
        keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]
    password = Password(TARGET, lambda: CANARY)
    assert password() == CANARY
    assert not password.keep()


def test_where_nobody_can_be_asked_that_is_said(keeper: Keeper) -> None:
    """A run in the night without a password tells what to set."""
    with pytest.raises(HostFault) as found:
        Password(TARGET, lambda: "")()
    assert "ยังไม่มีรหัสผ่าน" in found.value.message.th
    assert VARIABLE in found.value.fix.th


def test_a_password_is_in_no_report_of_an_error() -> None:
    """Python shows values of variables where something broke."""
    password = Password(TARGET, lambda: CANARY)
    password()
    assert CANARY not in repr(password) + str(password) + f"{password}"
    assert passwords.VARIABLE == "TONBAEP_PASSWORD"


@pytest.mark.parametrize("name", ["openssh", "vsftpd-tls", "pureftpd"])
def test_a_canary_is_found_nowhere(
    name: str, published: Path, tmp_path: Path, running: Callable[[str], Served]
) -> None:
    """The command itself, as a process: whatever goes right or wrong, the password is in nothing that it leaves."""
    served = running(name)
    target, on_disk = served.place()
    canary = served.user.password
    home = tmp_path / "home"
    home.mkdir()
    right = {VARIABLE: canary, "HOME": str(home), "TMPDIR": str(home)}
    closed = target._replace(port=hosts.free_port())
    cases = (
        (target, right, ("--yes", "--new-host"), 0),
        (target, right, (), 0),
        (target, right, ("--list",), 0),
        (target, right, ("--json", "--list"), 0),
        (target._replace(folder="not-there"), right, ("--yes",), 1),
        (closed, right, ("--yes", "--new-host"), 1),
        (target, {**right, VARIABLE: f"{CANARY}-wrong"}, ("--yes",), 1),
    )
    said = ""
    for place, environment, options, code in cases:
        done = product.tonbaep(published, "publish", "--sample", "--to", place.address, *options, **environment)
        assert done.returncode == code, (options, done.stdout, done.stderr)
        said += done.stdout + done.stderr
    assert on_disk.joinpath("index.html").is_file()
    assert canary not in said
    assert CANARY not in said
    files = [file for folder in (published, home, on_disk) for file in folder.rglob("*") if file.is_file()]
    assert len(files) > 100
    for file in files:
        value = file.read_bytes()
        assert canary.encode() not in value, file
        assert CANARY.encode() not in value, file


def test_a_process_that_publishes_shows_no_password(published: Path, tmp_path: Path) -> None:
    """Everybody on a machine may see how programs were started."""
    (tmp_path / "www").mkdir()
    with planned.served(tmp_path / "www", planned.Plan()) as place:
        command = product.command(published, "publish", "--sample", "--yes", "--to", place.target.address)
        environment = {**os.environ, VARIABLE: place.password}
        process = subprocess.Popen(
            command, cwd=product.ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        lines: set[bytes] = set()
        while process.poll() is None and not (tmp_path / "www/index.html").exists():
            for file in Path("/proc").glob("[0-9]*/cmdline"):
                try:
                    lines.add(file.read_bytes())
                except OSError:  # it ended meanwhile
                    continue
        process.communicate()
    assert process.returncode == 0
    assert any(b"publish" in line for line in lines)
    assert not [line for line in lines if place.password.encode() in line and b"pytest" not in line]
