"""What a release costs on the line: hardly more bytes than changed, and few answers that are waited for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from generator.model import Target
from generator.publishing import release
from tests.support import sites, slow_line
from tests.support.sites import Place

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.support.hosts import Served
    from tests.support.sites import Files

KINDS = ("openssh", "bare", "vsftpd", "proftpd", "pureftpd")


PAGE, PHOTO, PAPER = 18_000, 63_000, 140_000
"""How large the files of a site are on the whole: those of the sample."""


def _large(chance: Random, pages: int) -> Files:
    """Return a site with many small files, since it is their number that takes time."""
    return {
        "index.html": chance.randbytes(3_000),
        **{f"2566/winner-{number:03}/index.html": chance.randbytes(800) for number in range(pages)},
        **{f"assets/images/{number:03}.webp": chance.randbytes(300) for number in range(pages)},
    }


def _years(chance: Random, *years: int) -> Files:
    """Return a site with so many rounds, as large as it is in life."""
    return {
        "index.html": chance.randbytes(PAGE),
        **{f"{year}/winner-{n}/index.html": chance.randbytes(PAGE) for year in years for n in range(40)},
        **{f"{year}/photo-{n}.jpg": chance.randbytes(PHOTO) for year in years for n in range(40)},
        **{f"{year}/print/sheet-{n}.pdf": chance.randbytes(PAPER) for year in years for n in range(20)},
    }


def _at(served: Served, line: slow_line.Line, place: Place) -> Place:
    assert served.port == place.target.port
    return Place(place.target._replace(port=line.port), place.on_disk, place.password)


@pytest.mark.parametrize("name", KINDS)
def test_nothing_changed_takes_three_answers(name: str, running: Callable[[str], Served], chance: Random) -> None:
    """An office that publishes each evening waits for nothing, even with a site of a thousand files."""
    served = running(name)
    near = Place(*served.place(), served.user.password)
    files = _large(chance, 500)
    _laid(near, files)
    with slow_line.to(served.port) as line:
        host = _at(served, line, near).host()
        line.begin()
        report = release.publish(host, sites.wanted(files), sites.asked())
        turns = line.turns
        host.leave()
    assert (report.same, report.bytes) == (1001, 0)
    assert turns <= 3


def _put(place: Place, files: Files) -> release.Report:
    host = place.host()
    try:
        return release.publish(host, sites.wanted(files), sites.asked())
    finally:
        host.leave()


def _laid(place: Place, files: Files) -> None:
    """Put a site there as if it had come over the line, without its time."""
    _put(Place(Target("folder", str(place.on_disk)), place.on_disk), files)
    known = place.on_disk.stat()
    for each in place.on_disk.rglob("*"):
        os.chown(each, known.st_uid, known.st_gid)


@pytest.mark.parametrize("name", KINDS)
def test_going_back_sends_nothing_and_waits_for_few_answers(
    name: str, running: Callable[[str], Served], chance: Random
) -> None:
    """A mistake is off the site within seconds: 200 files at 50 ms an answer are ten seconds if 200 are waited for."""
    served = running(name)
    near = Place(*served.place(), served.user.password)
    files = _large(chance, 125)
    _laid(near, files)
    _laid(near, {**files, **{name: chance.randbytes(100) for name in sorted(files)[:200]}})
    with slow_line.to(served.port) as line:
        host = _at(served, line, near).host()
        line.begin()
        release.back(host, sites.asked())
        turns, lines, sent = line.turns, line.lines, line.sent
        host.leave()
    assert near.seen() == files
    assert turns + lines <= 150, (turns, lines)
    assert sent <= 100_000, "names are sent, and no file"


@pytest.mark.parametrize("name", KINDS)
def test_what_goes_up_is_what_changed(name: str, running: Callable[[str], Served], chance: Random) -> None:
    """A line up is slow and may be paid for: all that the program says beside the files is a fiftieth of them."""
    served = running(name)
    near = Place(*served.place(), served.user.password)
    files = _years(chance, 2565)
    _laid(near, files)
    after = {**files, **_years(chance, 2566)}
    changed = sum(len(value) for name, value in after.items() if files.get(name) != value)
    with slow_line.to(served.port) as line:
        place = _at(served, line, near)
        line.begin()
        report = _put(place, after)
        sent = line.sent
    assert report.bytes == changed
    assert sent <= 1.02 * changed, sent / changed
