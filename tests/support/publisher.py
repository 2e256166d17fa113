"""A computer that publishes, as a process of its own that may be killed: `python -m tests.support.publisher …`.

It takes the way, the folder, the port and the user of a target, the folder on the disk, and one with the site; the
password comes in the environment.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from generator.model import Target
from generator.publishing import release
from generator.publishing.faults import HostFault
from generator.publishing.passwords import VARIABLE
from tests.support import sites
from tests.support.hosts import HERE

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 1.0


def command(place: sites.Place, site: Path) -> tuple[tuple[str, ...], dict[str, str]]:
    """Return the command line that publishes a site, and its environment."""
    target = place.target
    words = (target.way, target.folder, str(target.port), target.user, str(place.on_disk), str(site))
    return (sys.executable, "-m", "tests.support.publisher", *words), {**os.environ, VARIABLE: place.password}


def _main(way: str, folder: str, port: str, user: str, on_disk: str, site: str) -> int:
    kinds = {"folder": "", "sftp": HERE, "ftp": HERE, "ftps": HERE}
    target = Target(way, folder, kinds[way], user, int(port))  # type: ignore[arg-type] # one of the keys
    host = sites.Place(target, Path(on_disk), os.environ[VARIABLE]).host()
    try:
        release.publish(host, sites.wanted(sites.seen(Path(site))), sites.asked(patience=PATIENCE))
    except HostFault as fault:
        sys.stderr.write(f"{fault.message.en}\n")
        return 1
    finally:
        host.leave()
    return 0


if __name__ == "__main__":
    sys.exit(_main(*sys.argv[1:]))
