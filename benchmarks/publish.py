"""Measures publishing: `python benchmarks/publish.py [MILLISECONDS]`, by default at 50 ms an answer.

Each server that hosts have runs on this machine, behind a line that makes every answer so much later. Printed are, for
each, how many answers a release with nothing changed waits for and its seconds (a site of 1,001 files; wanted: at most
three), the same for the way back over 200 files (wanted: ten seconds, and no file sent), and what goes up for each byte
that changed (wanted: 1.02). Over TLS the line cannot see where data lines lead: those are near, and not counted. Needs
root, as the tests of publishing do.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from timed import ROOT

sys.path.insert(0, str(ROOT))

from generator.publishing import release
from tests.support import certificates, hosts, sites, slow_line
from tests.support.sites import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.publishing.hosts import Host

KINDS = ("openssh", "bare", "vsftpd", "proftpd", "pureftpd", "vsftpd-tls", "proftpd-tls", "pureftpd-tls")


def main(milliseconds: str = "50") -> None:
    """Print one line a server."""
    delay = int(milliseconds) / 1000
    with tempfile.TemporaryDirectory() as place, hosts.new_user() as user:
        papers = certificates.make(Path(place))
        os.environ["SSL_CERT_FILE"] = str(papers.authority)
        print(f"{'':13}  nothing changed     back over 200    bytes up for one that changed")
        for kind in KINDS:
            name, _, tls = kind.partition("-")
            folder = Path(place) / kind
            folder.mkdir()
            with hosts.SERVERS[name](user, folder, papers.sound if tls else None) as served:
                print(f"{kind:13}", *_measured(served, delay), sep="  ")


def _measured(served: hosts.Served, delay: float) -> tuple[str, ...]:
    near = Place(*served.place(), served.user.password)
    chance = random.Random(50)
    files = {f"{n // 50}/{n}.html": chance.randbytes(3_000) for n in range(1_000)} | {"index.html": b"start"}
    changed = files | {name: chance.randbytes(60_000) for name in sorted(files)[:200]}
    with slow_line.to(served.port, 0.0) as line:
        far = Place(near.target._replace(port=line.port), near.on_disk, near.password)
        _at(far, line, 0.0, lambda host: release.publish(host, sites.wanted(files), sites.asked()))
        same = _at(far, line, delay, lambda host: release.publish(host, sites.wanted(files), sites.asked()))
        _at(far, line, 0.0, lambda host: release.publish(host, sites.wanted(changed), sites.asked()))
        ratio = line.sent / sum(len(value) for name, value in changed.items() if files[name] != value)
        back = _at(far, line, delay, lambda host: release.back(host, sites.asked()))
    return same, back, "" if served.way == "ftps" else f"{ratio:.4f}"


def _at(place: Place, line: slow_line.Line, delay: float, work: Callable[[Host], object]) -> str:
    """Do something at a host behind a line, and return what it took after the user was let in."""
    line.delay = 0.0
    host = place.host()
    line.begin()
    line.delay = delay
    begun = time.perf_counter()
    work(host)
    took = f"{line.turns:3} answers {time.perf_counter() - begun:5.2f} s"
    line.delay = 0.0
    host.leave()
    return took


if __name__ == "__main__":
    main(*sys.argv[1:])
