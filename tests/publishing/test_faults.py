"""What goes wrong at hosts, at each of them: the site is old or new, the clerk is told, the next run mends it."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from generator.publishing import release, state
from generator.publishing.faults import HostFault
from generator.publishing.hosts.ftp import FtpHost
from generator.publishing.hosts.sftp import SftpHost
from generator.publishing.passwords import VARIABLE
from tests.support import hosts, planned, product, sites, slow_line
from tests.support.sites import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from random import Random

    from generator.problems import Text
    from tests.support.certificates import Certificates
    from tests.support.hosts import Served, User
    from tests.support.sites import Files

SERVERS = ("openssh", "bare", "vsftpd", "proftpd", "pureftpd")
SECURED = ("vsftpd-tls", "proftpd-tls", "pureftpd-tls")
REFUSED, LOST, FULL = "ไม่ยอมให้เขียนหรือย้าย", "ขาดกลางคัน", "เต็มหรือเกินโควตา"


@pytest.fixture(params=SERVERS)
def server(request: pytest.FixtureRequest, running: Callable[[str], Served]) -> Served:
    """Return a server of each kind in turn."""
    return running(request.param)


@pytest.fixture
def there(server: Served) -> Place:
    """Return a new empty folder at each of them."""
    return Place(*server.place(), server.user.password)


@pytest.fixture
def plan() -> planned.Plan:
    """Return what the planned server shall do wrong, which is nothing yet."""
    return planned.Plan()


@pytest.fixture
def as_planned(tmp_path: Path, plan: planned.Plan) -> Iterator[Place]:
    """Return a folder at a server that answers as planned."""
    with planned.served(tmp_path, plan) as place:
        yield place


def _publish(place: Place, files: Files, **more: object) -> release.Report:
    return _asked_for(place, files, sites.asked(**more))


def _asked_for(place: Place, files: Files, asked: release.Asked) -> release.Report:
    host = place.host()
    try:
        return release.publish(host, sites.wanted(files), asked)
    finally:
        host.leave()


def _next(files: Files, chance: Random) -> Files:
    """Return a site in which files of every kind differ."""
    new = {"new.html": b"new", "assets/new.css": b"new"}
    changed = {name: chance.randbytes(200) for name in ("index.html", "feed.xml", "assets/style.css", sites.THAI)}
    kept = {name: value for name, value in files.items() if name != "about/index.html"}
    return {**kept, **changed, **new}


def _goes_wrong(place: Place, before: Files, after: Files, said: str, cut: Place | None = None) -> None:
    """Publish, and look at what is told and seen; `cut` is the way there that breaks."""
    with pytest.raises(HostFault) as found:
        _publish(cut or place, after)
    assert said in found.value.message.th
    assert "\n" not in found.value.message.th
    assert found.value.fix.th
    seen = place.seen()
    if found.value.lost:  # the command comes again by itself; until then each file is one of the two
        assert all(value in {before.get(name), after.get(name)} for name, value in seen.items())
    else:
        assert seen in (before, after)


def _is_mended(place: Place, after: Files) -> None:
    _publish(place, after)
    assert place.seen() == after
    assert not {"next", "busy", "journal", "state.new"} & {file.name for file in (place.on_disk / state.ROOM).iterdir()}


def test_a_folder_in_which_nothing_can_be_moved(there: Place, chance: Random) -> None:
    """A host's keeper has closed a folder: what was moved before that was found goes back at once."""
    before = sites.small(chance)
    _publish(there, before)
    after = _next(before, chance)
    closed = there.on_disk / sites.THAI.partition("/")[0]
    owner = closed.stat().st_uid
    os.chown(closed, 0, 0)
    _goes_wrong(there, before, after, REFUSED)
    assert there.seen() == before
    os.chown(closed, owner, owner)
    _is_mended(there, after)


def test_a_file_that_only_its_owner_may_replace(there: Place, chance: Random) -> None:
    """The web server's user owns a page, in a folder in which only owners may move files."""
    before = sites.small(chance)
    _publish(there, before)
    after = _next(before, chance)
    page = there.on_disk / "index.html"
    owner = page.stat().st_uid
    os.chown(there.on_disk, 0, 0)
    there.on_disk.chmod(0o1777)
    os.chown(page, 0, 0)
    page.chmod(0o444)
    _goes_wrong(there, before, after, REFUSED)
    assert there.seen() == before
    os.chown(page, owner, owner)
    _is_mended(there, after)


def test_a_disk_without_room(there: Place, chance: Random) -> None:
    """The quota of a cheap host is small: the site is the old one, and the clerk knows what to ask for."""
    command = ("mount", "-t", "tmpfs", "-o", "size=256k,mode=777", "tmpfs", str(there.on_disk))
    if sys.platform != "linux" or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("mounting a small disk is not allowed here")
    try:
        before = sites.small(chance)
        _publish(there, before)
        after = {**_next(before, chance), "large.pdf": chance.randbytes(400_000)}
        _goes_wrong(there, before, after, FULL)
        assert there.seen() == before
        del after["large.pdf"]
        _is_mended(there, after)
    finally:
        subprocess.run(("umount", "-l", str(there.on_disk)), check=False)


def test_a_line_that_is_cut(server: Served, there: Place, chance: Random) -> None:
    """A telephone line breaks anywhere: in a file that goes up, or between two words."""
    before = sites.small(chance)
    _publish(there, before)
    with slow_line.to(server.port) as line:
        far = Place(there.target._replace(port=line.port), there.on_disk, there.password)
        for bytes_left in (6_000, 9_000, 14_000):
            after = {**_next(before, chance), "large.pdf": chance.randbytes(60_000)}
            line.cut_after = bytes_left
            _goes_wrong(there, before, after, LOST, far)
            _publish(there, after)
            assert there.seen() == after
            before = after
    _is_mended(there, before)


def test_a_line_that_is_cut_while_nothing_is_said(server: Served, there: Place, chance: Random) -> None:
    """A firewall forgets a line over which nothing went for a minute."""
    before = sites.small(chance)
    _publish(there, before)
    after = _next(before, chance)
    with slow_line.to(server.port) as line:
        host = Place(there.target._replace(port=line.port), there.on_disk, there.password).host()
        line.cut_after = 0
        with pytest.raises(HostFault) as found:
            release.publish(host, sites.wanted(after), sites.asked())
        host.leave()
    assert found.value.lost
    assert LOST in found.value.message.th
    assert there.seen() == before
    _is_mended(there, after)


def test_a_folder_that_is_not_there(there: Place, chance: Random) -> None:
    """A slip in the last part of the address makes no new folder that nobody sees."""
    wrong = Place(there.target._replace(folder=f"{there.target.folder}/public_htm"), there.on_disk, there.password)
    with pytest.raises(HostFault) as found:
        _publish(wrong, sites.small(chance))
    assert "ไม่พบโฟลเดอร์" in found.value.message.th
    assert "public_htm" in found.value.message.th
    assert not [*there.on_disk.iterdir()]


def test_a_second_computer_at_the_same_time(there: Place, chance: Random) -> None:
    """Two clerks publish at once: one goes on, the other is told, and nothing is mixed."""
    before = sites.small(chance)
    _publish(there, before)
    after = _next(before, chance)
    begun, over = threading.Event(), threading.Event()

    def slowly(*_: object) -> None:
        begun.set()
        over.wait(10)

    first = threading.Thread(target=_publish, args=(there, after), kwargs={"progress": slowly})
    first.start()
    assert begun.wait(10)
    beat = there.on_disk / state.BUSY / "beat"
    alive = threading.Thread(target=_lives, args=(beat, over))
    alive.start()
    told: list[bool] = []
    with pytest.raises(HostFault) as found:
        _publish(there, before | {"index.html": b"of the second"}, waiting=lambda: told.append(True), patience=5.0)
    over.set()
    first.join()
    alive.join()
    assert told
    assert "กำลังเผยแพร่" in found.value.message.th
    assert there.seen() == after


def _lives(beat: Path, over: threading.Event) -> None:
    """Let the first computer show that it is alive, as its own work does between two files."""
    while not over.wait(0.1):
        with contextlib.suppress(OSError), beat.open("ab") as file:
            file.write(b".")


def test_names_of_others_in_an_old_encoding(there: Place, chance: Random) -> None:
    """Thai hosts hold files whose names are in Windows-874: they are counted, shown somehow, and left alone."""
    name = "ประกาศ.doc".encode("cp874")
    (there.on_disk / os.fsdecode(name)).write_bytes(b"theirs")
    asked: list[str] = []

    def agree(question: Text) -> bool:
        asked.append(question.th)
        return True

    before = sites.small(chance)
    _publish(there, before, agree=agree)
    assert ".doc" in asked[0]
    asked[0].encode()
    after = _next(before, chance)
    _publish(there, after)
    assert any(found.read_bytes() == b"theirs" for found in there.on_disk.glob("*.doc"))


@pytest.mark.parametrize("name", SECURED)
@pytest.mark.parametrize("paper", ["expired", "foreign"])
def test_a_certificate_that_cannot_be_trusted(
    name: str, paper: str, user: User, papers: Certificates, tmp_path: Path
) -> None:
    """A password goes to nobody who cannot show who they are."""
    kind = name.partition("-")[0]
    with hosts.SERVERS[kind](user, tmp_path, getattr(papers, paper)) as served:
        target, _ = served.place()
        with pytest.raises(HostFault) as found:
            FtpHost(target, user.password)
    assert "ใบรับรอง" in found.value.message.th
    assert "ไม่ส่งรหัสผ่าน" in found.value.message.th


def test_a_machine_with_another_key(running: Callable[[str], Served]) -> None:
    """The password is not even asked for where another machine answers than the known one."""
    served = running("openssh")
    target, _ = served.place()

    def never() -> str:
        raise AssertionError

    def other(fingerprint: str) -> None:
        assert fingerprint.startswith("SHA256:")
        raise PermissionError(fingerprint)

    with pytest.raises(PermissionError):
        SftpHost(target, never, other)


@pytest.mark.parametrize("name", [*SERVERS, *SECURED])
def test_a_wrong_password(name: str, running: Callable[[str], Served]) -> None:
    """It is told apart from a host that does not answer."""
    served = running(name)
    target, folder = served.place()
    with pytest.raises(HostFault) as found:
        Place(target, folder, "wrong").host()
    assert "รหัสผ่าน" in found.value.message.th
    assert not found.value.lost


@pytest.mark.parametrize("way", ["sftp", "ftps", "ftp"])
def test_nobody_at_the_other_end(way: str, there: Place) -> None:
    """The name or the port is wrong, or the internet is away."""
    nowhere = Place(there.target._replace(port=hosts.free_port(), way=way), there.on_disk, "")  # type: ignore[arg-type]
    with pytest.raises(HostFault) as found:
        nowhere.host()
    assert "ต่อเครื่องแม่ข่าย" in found.value.message.th


PLANNED = {
    "a rename is refused in the middle": ("550 Permission denied.", "RNTO", 5, REFUSED),
    "no file may be put aside": ("553 Not allowed.", "RNTO", 2, REFUSED),
    "too many connections": ("421 Too many connections.", "STOR", 4, LOST),
    "the server goes down": ("421 Shutting down.", "RNFR", 4, LOST),
    "the quota is reached": ("452 Insufficient storage space.", "STOR", 4, FULL),
    "the quota is reached, as others say it": ("552 Quota exceeded.", "STOR", 4, FULL),
    "a data line is cut": ("426 Connection closed; transfer aborted.", "STOR", 4, LOST),
    "no data line comes": ("425 Cannot open data connection.", "PASV", 3, LOST),
    "the line is cut between two renames": ("cut", "RNTO", 5, LOST),
    "the line is cut while idle": ("cut", "MKD", 2, LOST),
    "a file is busy": ("450 File busy.", "RNTO", 4, REFUSED),
    "no folder may be made": ("550 Permission denied.", "MKD", 2, REFUSED),
}


@pytest.mark.parametrize("fault", PLANNED)
def test_what_no_real_server_does_on_demand(fault: str, plan: planned.Plan, as_planned: Place, chance: Random) -> None:
    """Every answer that stands in the standard for a bad day comes in the middle of a release."""
    before = sites.small(chance)
    _publish(as_planned, before)
    after = _next(before, chance)
    answer, word, number, said = PLANNED[fault]
    plan.say(answer, word, number)
    _goes_wrong(as_planned, before, after, said)
    _is_mended(as_planned, after)


@pytest.mark.parametrize("missing", ["MLSD", "OPTS", "MLSD OPTS"])
def test_servers_without_newer_words(missing: str, plan: planned.Plan, as_planned: Place, chance: Random) -> None:
    """Old servers have no lists for programs; they are asked for names, and for one file after the other."""
    for word in missing.split():
        plan.say("500 Unknown command.", word)
    before = sites.small(chance)
    _publish(as_planned, before)
    after = _next(before, chance)
    _publish(as_planned, after)
    assert as_planned.seen() == after
    host = as_planned.host()
    release.back(host, sites.asked())
    host.leave()
    assert as_planned.seen() == before


def test_a_run_whose_line_broke_finds_its_own_lock(plan: planned.Plan, as_planned: Place, chance: Random) -> None:
    """The command comes again by itself: it need not wait until it is sure that it is dead."""
    before = sites.small(chance)
    _publish(as_planned, before)
    after = _next(before, chance)
    plan.say("cut", "RNTO", 5)
    asked = sites.asked(patience=60.0)
    with pytest.raises(HostFault):
        _asked_for(as_planned, after, asked)
    begun = time.monotonic()
    _asked_for(as_planned, after, asked)
    assert time.monotonic() - begun < 60, "it waited for itself"
    assert as_planned.seen() == after


def test_the_command_comes_again_by_itself(published: Path, tmp_path: Path, plan: planned.Plan) -> None:
    """A line that breaks once is nothing that a clerk need know more of than a sentence."""
    (tmp_path / "www").mkdir()
    plan.say("cut", "STOR", 20)
    with planned.served(tmp_path / "www", plan) as place:
        done = product.tonbaep(
            published, "publish", "--sample", "--yes", "--to", place.target.address, **{VARIABLE: place.password}
        )
        assert done.returncode == 0, done.stdout + done.stderr
        assert "กำลังต่อใหม่" in done.stdout + done.stderr
        assert place.seen() == sites.seen(published / "site")
