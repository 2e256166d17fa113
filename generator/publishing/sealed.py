"""What opens the result at its minute: rules of Apache and LiteSpeed, in the site's own `.htaccess`.

Two trees stand on the host. The sealed one, in a folder of a name that nobody guesses, has every file that differs once
the result is out; a request for it is answered as for nothing. One condition on the server's clock lets each address
lead there from the minute on, all at once.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Literal, NamedTuple

from generator.era import BANGKOK

RULES = ".htaccess"
"""The file of the site that holds the rules."""

Opening = Literal["guarded", "timed"]
"""The tree is refused whatever the clock says; it opens at its moment."""

_FIRST, _LAST = "# tonbaep sealed", "# /tonbaep sealed"
_BLOCK = re.compile(
    rf'\n?{_FIRST} ([0-9a-f]{{32}}) (\S+) (guarded|timed) "([^"\n]*)" "([^"\n]*)"\n.*?{_LAST}\n', re.DOTALL
)


class Seal(NamedTuple):
    """The sealed tree on a host: its folder there, the moment at which it opens, and how it stands."""

    folder: str
    moment: datetime
    opening: Opening


class Ground(NamedTuple):
    """Where a folder is on its server: the whole path there, and the path of its address, both ending in `/`."""

    disk: str
    address: str


def rules(seal: Seal, ground: Ground) -> str:
    """Return the block of rules for a sealed tree."""
    first = f'{_FIRST} {seal.folder} {seal.moment.isoformat()} {seal.opening} "{ground.disk}" "{ground.address}"'
    never = f"RewriteCond %{{ENV:REDIRECT_STATUS}} ^$\nRewriteRule ^{seal.folder}(?:/|$) - [NC,R=404,L]"
    lines = [first, "RewriteEngine On", f'RewriteBase "{ground.address}"', never]
    if seal.opening == "timed":
        lines += [_leads(seal, ground, "$1index.html", "^((?:.*/)?)$"), _leads(seal, ground, "$1", "^(.+)$")]
    return "\n".join((*lines, _LAST, ""))


def _leads(seal: Seal, ground: Ground, there: str, asked: str) -> str:
    """Return the rule that leads a request into the sealed tree, where that has the file."""
    return (
        "RewriteCond %{ENV:REDIRECT_STATUS} ^$\n"
        f"RewriteCond %{{TIME}} !<{stamp(seal.moment)}\n"
        f'RewriteCond "{ground.disk}{seal.folder}/{there}" -f\n'
        f"RewriteRule {asked} {seal.folder}/{there} [L]"
    )


def stamp(moment: datetime) -> str:
    """Return a moment as the server writes its own time, which must be that of Thailand."""
    return f"{moment.astimezone(BANGKOK):%Y%m%d%H%M%S}"


def with_rules(text: str, seal: Seal, ground: Ground) -> str:
    """Return a `.htaccess` with the rules for a sealed tree, and no others of this kind."""
    return f"{without(text).rstrip()}\n{rules(seal, ground)}".lstrip()


def without(text: str) -> str:
    """Return a `.htaccess` without the rules for a sealed tree."""
    return _BLOCK.sub("", text)


def found(text: str) -> tuple[Seal, Ground] | None:
    """Return the sealed tree of which a `.htaccess` speaks and where it is, if it speaks of one."""
    block = _BLOCK.search(text)
    if block is None:
        return None
    opening: Opening = "guarded" if block[3] == "guarded" else "timed"
    return Seal(block[1], datetime.fromisoformat(block[2]), opening), Ground(block[4], block[5])
