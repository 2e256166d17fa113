"""The same release at every server: the bytes are there, others' files stay, and the way back is free."""

from __future__ import annotations

import ftplib
import ssl
from typing import TYPE_CHECKING

import pytest

from generator.publishing import release, state
from generator.publishing.faults import HostFault
from generator.publishing.hosts import Move
from tests.support import sites
from tests.support.hosts import HERE

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from generator.problems import Text
    from tests.support.hosts import Served
    from tests.support.sites import Place


def _publish(place: Place, files: sites.Files, *shown: str, **more: object) -> release.Report:
    host = place.host()
    try:
        return release.publish(host, sites.wanted(files, *shown), sites.asked(*more.pop("permitted", shown), **more))  # type: ignore[misc]
    finally:
        host.leave()


def test_a_site_changes_goes_back_and_is_listed(place: Place, chance: Random) -> None:
    """What an office does in a year: publish, publish again, change, take a page away, go back, publish once more."""
    first = sites.small(chance)
    (place.on_disk / "cms.php").write_bytes(b"theirs")
    theirs = {"cms.php": b"theirs"}

    report = _publish(place, first)
    assert place.seen() == first | theirs
    assert (sorted(report.sent), report.bytes) == (sorted(first), sum(map(len, first.values())))
    again = _publish(place, first)
    assert (again.sent, again.gone, again.bytes, again.same) == ((), (), 0, len(first))

    second = {**first, "index.html": b"new", sites.THAI: "ใหม่".encode(), "new/page.html": b"<p>"}
    del second["about/index.html"]
    report = _publish(place, second)
    assert place.seen() == second | theirs
    assert sorted(report.sent) == ["index.html", "new/page.html", sites.THAI]
    assert report.gone == ("about/index.html",)

    host = place.host()
    there = release.standing(host)
    assert there is not None
    assert len(there.earlier) == 2
    release.back(host, sites.asked())
    host.leave()
    assert place.seen() == first | theirs
    assert _publish(place, second).bytes == 0  # it still lies there
    assert place.seen() == second | theirs
    assert not (place.on_disk / state.NEXT).exists()


def test_no_more_releases_are_kept_than_are_listed(kind: Place) -> None:
    """A host's room is small, and what was withdrawn long ago must not lie there for ever."""
    for number in range(7):
        _publish(kind, {"index.html": bytes([number]) * 50, "same.css": b"same"})
    kept = [each.name for each in (kind.on_disk / state.KEPT).iterdir()]
    assert len(kept) == state.RELEASES - 1
    host = kind.host()
    for number in reversed(range(2, 6)):
        release.back(host, sites.asked())
        assert kind.seen()["index.html"] == bytes([number]) * 50
    with pytest.raises(HostFault, match="no earlier release"):
        release.back(host, sites.asked())
    host.leave()


def test_a_folder_of_others_is_taken_only_when_somebody_agrees(kind: Place, chance: Random) -> None:
    """The web root often holds an old site; nothing goes beside it by mistake, and the question says what is there."""
    (kind.on_disk / "cms.php").write_bytes(b"theirs")
    questions: list[Text] = []
    with pytest.raises(HostFault, match="files of others"):
        _publish(kind, sites.small(chance), agree=questions.append)
    assert "cms.php" in questions[0].en
    assert kind.seen() == {"cms.php": b"theirs"}
    assert not (kind.on_disk / state.ROOM).exists()


def test_files_copied_by_hand_are_taken_over_only_when_asked_and_come_back(kind: Place, chance: Random) -> None:
    """An office has dragged its site to the host for years: its files have the names that the site needs."""
    files = sites.small(chance)
    (kind.on_disk / "index.html").write_bytes(b"by hand")
    with pytest.raises(HostFault, match="did not put there"):
        _publish(kind, files)
    assert kind.seen() == {"index.html": b"by hand"}
    _publish(kind, files, adopt=True)
    assert kind.seen() == files
    host = kind.host()
    release.back(host, sites.asked())
    host.leave()
    assert kind.seen() == {"index.html": b"by hand"}


def test_what_was_changed_on_the_host_is_mended(kind: Place, chance: Random) -> None:
    """Somebody edits or deletes files there: a run that is asked to puts them right, and says which they were."""
    files = sites.small(chance)
    _publish(kind, files)
    (kind.on_disk / "index.html").write_bytes(b"hacked")
    (kind.on_disk / "feed.xml").unlink()
    report = _publish(kind, files, repair=True)
    assert kind.seen() == files
    assert (report.altered, report.missing) == (("index.html",), ("feed.xml",))


def test_a_release_with_somebody_withdrawn_leaves_the_host(kind: Place) -> None:
    """After a withdrawal no release that is kept still shows the person, and the way back does not lead there."""
    _publish(kind, {"index.html": b"with Somchai"}, "somchai", permitted=("somchai",))
    _publish(kind, {"index.html": b"still with him"}, "somchai", permitted=("somchai",))
    report = _publish(kind, {"index.html": b"without"}, permitted=())
    assert report.cleaned
    lying = [file.read_bytes() for file in kind.on_disk.rglob("*") if file.is_file()]
    assert not [value for value in lying if b"Somchai" in value or b"with him" in value]
    host = kind.host()
    with pytest.raises(HostFault, match="no earlier release"):
        release.back(host, sites.asked())
    host.leave()


def test_visitors_are_kept_out_of_the_room(place: Place, chance: Random) -> None:
    """Old releases lie there: servers that ask such files show none of it."""
    _publish(place, sites.small(chance))
    room = place.on_disk / state.ROOM
    assert "denied" in (room / ".htaccess").read_text()
    assert "<handlers><clear/>" in (room / "web.config").read_text()
    assert not (room / "index.html").read_bytes()
    if place.target.way != "folder":
        modes = {file.stat().st_mode & 0o777 for file in place.on_disk.rglob("*.html")}
        assert modes == {0o644}


def test_a_host_answers_alike_whatever_it_is(place: Place) -> None:
    """All that is built on hosts trusts these few answers: what is not there is no fault, and twice is as once."""
    host = place.host()
    assert (host.make_folder("a"), host.make_folder("a")) == (True, False)
    assert (host.read("none"), host.size("none"), host.size("a"), host.listed("none")) == (None, None, None, {})
    host.write("a/ไทย.html", b"x" * 100_000)
    host.write("a/empty", b"")
    assert host.listed("a") == {"ไทย.html": 100_000, "empty": 0}
    assert host.listed("") == {"a": -1}
    assert host.sizes(["a/empty", "a/none", "a/ไทย.html", "a"]) == {"a/empty": 0, "a/ไทย.html": 100_000}
    assert (host.read("a/empty"), host.read("a/ไทย.html")) == (b"", b"x" * 100_000)
    host.write("a/new", b"new")
    host.trade([Move("a/ไทย.html", "a/new", "a/old"), Move("a/empty", "", "a/aside")])
    assert host.read("a/ไทย.html") == b"new"
    assert host.sizes(["a/new", "a/old", "a/empty", "a/aside"]) == {"a/old": 100_000, "a/aside": 0}
    host.remove("none", "a/old", "a/aside", "a/ไทย.html")
    assert host.listed("a") == {}
    host.remove_folder("a")
    host.remove_folder("none")
    assert host.listed("") == {}
    host.leave()


def test_many_files_at_once_are_told_apart(place: Place) -> None:
    """Hundreds of words go before the first answer comes back: each answer belongs to its own word."""
    for number in range(300):
        (place.on_disk / f"{number}.css").write_bytes(b"x" * number)
    host = place.host()
    names = [f"{number}.{kind}" for number in range(300) for kind in ("css", "none")]
    assert host.sizes(names) == {f"{number}.css": number for number in range(300)}
    assert len(host.listed("")) == 300
    host.leave()


@pytest.mark.parametrize("name", ["vsftpd-tls", "proftpd-tls"])
def test_servers_over_tls_refuse_the_library_as_it_comes(name: str, running: Callable[[str], Served]) -> None:
    """What is cured is there: without the session of the control line, these servers give no data line."""
    served = running(name)
    ftp = ftplib.FTP_TLS(context=ssl.create_default_context())
    ftp.connect(HERE, served.port)
    ftp.login(served.user.name, served.user.password)
    ftp.prot_p()
    with pytest.raises((ftplib.Error, OSError, EOFError)):
        ftp.retrlines("NLST", lambda _: None)
    ftp.close()
