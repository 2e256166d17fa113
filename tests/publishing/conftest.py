"""Servers for publishing, started once for the tests of a worker, and new empty folders at them."""

from __future__ import annotations

import os
import random
from contextlib import ExitStack
from functools import cache
from typing import TYPE_CHECKING

import pytest

from generator.model import Target
from tests.support import certificates, hosts
from tests.support.sites import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.support.certificates import Certificates
    from tests.support.hosts import Served, User

SERVERS = ("openssh", "bare", "vsftpd", "vsftpd-tls", "proftpd", "proftpd-tls", "pureftpd", "pureftpd-tls")


@pytest.fixture(scope="session")
def user() -> Iterator[User]:
    """Return a user of this machine whom all servers let in."""
    with hosts.new_user() as made:
        yield made


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Certificates]:
    """Return certificates by an authority that this process and what it starts believe in."""
    made = certificates.make(tmp_path_factory.mktemp("papers"))
    before = os.environ.get("SSL_CERT_FILE")
    os.environ["SSL_CERT_FILE"] = str(made.authority)
    yield made
    os.environ.pop("SSL_CERT_FILE")
    if before is not None:
        os.environ["SSL_CERT_FILE"] = before


@pytest.fixture(scope="session")
def running(
    user: User, papers: Certificates, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], Served]]:
    """Return how to get a server by its name; it starts when it is first asked for."""
    with ExitStack() as stack:

        @cache
        def start(name: str) -> Served:
            kind, _, tls = name.partition("-")
            certificate = papers.sound if tls else None
            return stack.enter_context(hosts.SERVERS[kind](user, tmp_path_factory.mktemp(name), certificate))

        yield start


@pytest.fixture
def folder(tmp_path: Path) -> Place:
    """Return a new empty folder of this computer."""
    on_disk = tmp_path / "www"
    on_disk.mkdir()
    return Place(Target("folder", str(on_disk)), on_disk)


@pytest.fixture
def sftp(running: Callable[[str], Served]) -> Place:
    """Return a new empty folder at OpenSSH's server."""
    served = running("openssh")
    return Place(*served.place(), served.user.password)


@pytest.fixture(params=("folder", *SERVERS))
def place(request: pytest.FixtureRequest) -> Place:
    """Return a new empty folder of this computer, and one at each server in turn."""
    return _place(request)


@pytest.fixture(params=("folder", "openssh", "vsftpd-tls"))
def kind(request: pytest.FixtureRequest) -> Place:
    """Return a new empty folder at one server of each kind: what differs between servers of one kind is no matter."""
    return _place(request)


def _place(request: pytest.FixtureRequest) -> Place:
    if request.param == "folder":
        made: Place = request.getfixturevalue("folder")
        return made
    served: Served = request.getfixturevalue("running")(request.param)
    return Place(*served.place(), served.user.password)


@pytest.fixture
def chance() -> random.Random:
    """Return chance that falls alike each time."""
    return random.Random(2566)


@pytest.fixture(scope="session")
def rounds(pytestconfig: pytest.Config) -> int:
    """Return how often what depends on chance is tried: ten times as often with `--whole`."""
    return 10 if pytestconfig.getoption("--whole") else 1
