"""A result that lies on its host before the day, tried on a real Apache whose clock is set."""

from __future__ import annotations

import random
import threading
import time
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from generator.era import BANGKOK
from generator.publishing import opening, release, sealed, switch, tree
from generator.publishing.faults import HostFault
from generator.publishing.hosts.folder import FolderHost
from generator.publishing.opening import Sealing
from generator.publishing.probe import Unfit, tricks
from generator.publishing.visiting import Visitor
from tests.support.apache import apache
from tests.support.sites import asked, wanted

if TYPE_CHECKING:
    from tests.support.apache import Apache

MOMENT = datetime(2026, 4, 21, 9, 0, tzinfo=BANGKOK)
SECRET = "นางสาวความลับ".encode()
TODAY = {
    ".htaccess": b"ErrorDocument 404 /404.html\n",
    "404.html": b"nothing here",
    "index.html": b"<h1>before</h1>",
    "2566/index.html": b"before 2566",
    "assets/a.css": b"a {}",
    "feed.xml": b"<feed/>",
}
THEN = {
    **TODAY,
    "index.html": b"<h1>" + SECRET + b"</h1>",
    "2566/index.html": b"after 2566 " + SECRET,
    "2566/winner-x.html": SECRET,
    "verify/abc.html": SECRET,
    "feed.xml": b"<feed>" + SECRET + b"</feed>",
}


def _clock(start: datetime) -> Sealing:
    """Return a clock that runs from a moment on, as the server's does."""
    begun = time.monotonic()
    words = iter(f"{number:032x}" for number in iter(lambda: random.getrandbits(120), None))
    return Sealing(
        None,  # type: ignore[arg-type] # set below
        lambda: start + timedelta(seconds=time.monotonic() - begun),
        lambda: next(words),
    )


def _sealed(server: Apache, start: datetime, moment: datetime = MOMENT) -> tuple[FolderHost, Visitor, opening.Opened]:
    host, visitor = FolderHost(server.folder), Visitor(server.address)
    with_ = _clock(start)
    with_ = Sealing(visitor, with_.clock, with_.token, timedelta(0))
    at = (moment - timedelta(days=1)).isoformat()
    return host, visitor, opening.seal(host, wanted(TODAY, at=at), wanted(THEN, at=at), moment, asked(), with_)


def _from(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BANGKOK)


@pytest.mark.parametrize("prefix", ["", "/award"])
def test_every_page_opens_at_its_second_and_nothing_before(prefix: str) -> None:
    """The whole point: nobody sits at a computer, and all addresses change at once."""
    start = "2026-04-21 08:59:52"
    with apache(start, prefix=prefix) as server:
        began = time.monotonic()
        host, visitor, opened = _sealed(server, _from(start))
        assert opened.files == 5
        late: dict[str, float] = {}
        while len(late) < len(THEN) - 3 and time.monotonic() - began < 14:
            for name in THEN:
                body = visitor.ask(name).body
                now = 8 - (time.monotonic() - began)
                if SECRET in body:
                    assert now < 0.2, (name, now)
                    late.setdefault(name, -now)
        assert late.keys() == {name for name in THEN if THEN[name] != TODAY.get(name)}
        assert max(late.values()) <= 1.2, late
        assert visitor.ask("").body == THEN["index.html"]
        assert visitor.ask("2566/").body == THEN["2566/index.html"]
        shut = tree.read(host)
        assert shut
        assert visitor.ask(f"{shut.folder}/index.html").status == 404


def test_thousands_of_tricky_requests_get_nothing(pytestconfig: pytest.Config) -> None:
    """A journalist with a script must not be first: no way of writing an address leads into the shut folder."""
    start = "2026-04-20 12:00:00"
    with apache(start) as server:
        host, visitor, _ = _sealed(server, _from(start))
        shut = tree.read(host)
        assert shut
        chance = random.Random(22)
        requests = [
            each
            for name in (*THEN, "", "2566")
            for base in ("/", "//", "/./", "/2566/../", "/assets/../")
            for each in tricks(base, shut.folder, name)
            if each[0] not in {"/", "//", "/./", "/2566/../", "/assets/../"}
        ]
        requests += [
            (f"{each[0]}{chance.choice(_TAILS)}", *each[1:])
            for each in chance.choices(requests, k=9_000 if pytestconfig.getoption("--whole") else 900)
        ]
        requests += [(name, "GET", {}) for name in ("/.htaccess", "/.tonbaep/", "/.tonbaep/state", "/.tonbaep/sealed")]
        leaks = _leaking(visitor, requests)
        assert leaks == []
        assert len(requests) > 2_000


_TAILS = ("?", "#", "%20", "/", "/.", "//", "%2f", "%2e%2e/", ";a=b", "?a=/../", "%23", "::$DATA", "~", ".bak", "/x/..")

_LENGTHS = {str(len(TODAY["index.html"]))}
"""What stands at the end of every `..` is today's start page."""


def _leaking(visitor: Visitor, requests: list[tuple[str, str, dict[str, str]]]) -> list[str]:
    leaks: list[str] = []

    def work(part: list[tuple[str, str, dict[str, str]]]) -> None:
        for path, method, headers in part:
            answer = visitor.ask_exactly(path.replace(" ", "%20"), method, headers)
            whole = answer.headers.get("content-range", answer.headers.get("content-length", "")).rpartition("/")[2]
            plain = answer.body in TODAY.values() or whole in _LENGTHS or (method == "OPTIONS" and not answer.body)
            if SECRET in answer.body or answer.status == 0 or (answer.status in range(200, 300) and not plain):
                leaks.append(f"{method} {path} {answer.status}")

    threads = [threading.Thread(target=work, args=(requests[index::4],)) for index in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return leaks


@pytest.mark.parametrize(
    ("host_is", "says"),
    [
        ({"without": ("rewrite",)}, "mod_rewrite"),
        ({"obeys": "None"}, "mod_rewrite"),
        ({"obeys": "FileInfo", "zone": "Europe/Berlin"}, "เวลาของที่อื่น"),
        ({"zone": "UTC"}, "เวลาของที่อื่น"),
        ({"clock": "2026-04-20 12:03:00"}, "นาฬิกา"),
    ],
    ids=["no mod_rewrite", "htaccess not obeyed", "another zone", "UTC", "clock ahead"],
)
def test_a_host_that_would_not_keep_it_gets_nothing_sealed(host_is: dict[str, str], says: str) -> None:
    """A probe is worth something only if it fails where it should, and before a byte of a name has gone up."""
    options = {"clock": "2026-04-20 12:00:00", **host_is}
    if options.get("zone"):
        options["clock"] = ""
    start = datetime.now(BANGKOK) if not options["clock"] else _from("2026-04-20 12:00:00")
    with apache(**options) as server:  # type: ignore[arg-type] # a table of options
        with pytest.raises(Unfit) as unfit:
            _sealed(server, start, start + timedelta(days=1))
        assert says in unfit.value.why.th
        there = [file for file in server.folder.rglob("*") if file.is_file()]
        assert not any(SECRET in file.read_bytes() for file in there)
        assert {file.relative_to(server.folder).as_posix() for file in there if ".tonbaep" not in file.parts} == {
            *TODAY
        }


def test_the_wrong_folder_is_found_out() -> None:
    """A folder that is not behind the address would be guarded by nobody's rules."""
    with apache() as server, apache() as other:
        with_ = _clock(datetime.now(BANGKOK))
        with_ = Sealing(Visitor(other.address), with_.clock, with_.token, timedelta(days=-9_999))
        at = datetime.now(BANGKOK).isoformat()
        with pytest.raises(Unfit):
            opening.seal(FolderHost(server.folder), wanted(TODAY, at=at), wanted(THEN, at=at), MOMENT, asked(), with_)


def test_after_its_moment_it_becomes_the_plain_site_without_being_sent() -> None:
    """The day after, the switch is gone, and so is the folder: nothing odd is left for the next year."""
    start = "2026-04-21 08:59:58"
    with apache(start) as server:
        host, visitor, _ = _sealed(server, _from(start))
        time.sleep(4)
        assert visitor.ask("index.html").body == THEN["index.html"]
        gone: list[str] = []
        done = threading.Event()

        def watch() -> None:
            while not done.is_set():
                gone.extend(name for name in THEN if name != ".htaccess" and visitor.ask(name).body != THEN[name])

        watcher = threading.Thread(target=watch)
        watcher.start()
        report = release.publish(host, wanted(THEN, at="2026-04-21T09:10:00+07:00"), asked())
        done.set()
        watcher.join()
        assert gone == []
        assert set(report.sent) <= {".htaccess"}
        assert sealed.found((server.folder / ".htaccess").read_text()) is None
        assert tree.read(host) is None
        assert all((server.folder / name).read_bytes() == value for name, value in THEN.items())
        assert not [folder for folder in server.folder.iterdir() if len(folder.name) == 32]


def test_a_result_is_withheld_and_let_open_again() -> None:
    """Somebody dies, a count is contested: the moment passes and nothing opens until the office says so."""
    start = "2026-04-21 08:59:55"
    with apache(start) as server:
        host, visitor, _ = _sealed(server, _from(start))
        opening.turn(host, "guarded", asked())
        time.sleep(6)
        assert visitor.ask("index.html").body == TODAY["index.html"]
        assert visitor.ask("verify/abc.html").status == 404
        opening.turn(host, "timed", asked())
        assert visitor.ask("index.html").body == THEN["index.html"]


def test_today_cannot_go_up_over_a_sealed_result_nor_back_behind_it() -> None:
    """A plain site would take the guard away from a folder full of names."""
    start = "2026-04-20 12:00:00"
    with apache(start) as server:
        host, _, _ = _sealed(server, _from(start))
        with pytest.raises(HostFault):
            release.publish(host, wanted({**TODAY, "index.html": b"new"}, at="2026-04-20T12:00:00+07:00"), asked())
        with pytest.raises(HostFault):
            release.back(host, asked())
        _, _, opened = _sealed(server, _from(start))
        assert opened.files == 5
        assert len([folder for folder in server.folder.iterdir() if len(folder.name) == 32]) == 1


def test_a_result_that_the_records_have_out_already_goes_up_before_its_sealed_moment() -> None:
    """The office moved the moment forward: the old one must not keep the whole site as it was until then."""
    start = "2026-04-20 12:00:00"
    with apache(start) as server:
        host, visitor, _ = _sealed(server, _from(start))
        out = replace(asked(), awaits=False)
        release.publish(host, wanted(THEN, at="2026-04-20T12:00:00+07:00"), out)
        assert all(visitor.ask(name).body == value for name, value in THEN.items() if name != ".htaccess")
        assert tree.read(host) is None


def test_withholding_changes_nothing_else_and_follows_what_was_cut_off(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is typed in a hurry: with records that changed meanwhile, and after a publication that was cut off."""
    start = "2026-04-21 08:59:54"
    with apache(start) as server:
        host, visitor, _ = _sealed(server, _from(start))
        shown = release.standing(host)
        assert shown

        def killed(*_: object) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(switch, "carry_out", killed)
            with pytest.raises(KeyboardInterrupt):
                opening.turn(host, "guarded", asked())
        assert release.standing(host) is None
        opening.turn(host, "guarded", asked())
        time.sleep(7)
        assert visitor.ask("index.html").body == TODAY["index.html"]
        there = release.standing(host)
        assert there
        assert (there.shown, there.at, there.seal) == (shown.shown, shown.at, shown.seal)
        assert {**there.files, ".htaccess": None} == {**shown.files, ".htaccess": None}


def test_what_could_be_half_there_at_its_moment_is_not_begun() -> None:
    """An upload that the moment overtakes would open with holes."""
    start = "2026-04-21 08:59:00"
    with apache(start) as server:
        with_ = _clock(_from(start))
        with_ = Sealing(Visitor(server.address), with_.clock, with_.token)
        at = wanted(TODAY, at="2026-04-21T08:59:00+07:00")
        with pytest.raises(HostFault, match="two minutes"):
            opening.seal(FolderHost(server.folder), at, wanted(THEN), MOMENT, asked(), with_)
        assert not [*server.folder.iterdir()]


def test_rules_of_the_office_s_own_stay_and_nothing_is_sealed_beside_them() -> None:
    """An old site in the same folder lives by its rules; ours would have to stand in the same file."""
    theirs = "Options -Indexes\n"
    start = "2026-04-20 12:00:00"
    with apache(start, obeys="All") as server:
        (server.folder / ".htaccess").write_text(theirs)
        with pytest.raises(Unfit) as unfit:
            _sealed(server, _from(start))
        assert ".htaccess" in unfit.value.why.th
        assert (server.folder / ".htaccess").read_text() == theirs
        assert not any(SECRET in file.read_bytes() for file in server.folder.rglob("*") if file.is_file())
