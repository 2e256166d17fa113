"""The small records with their rules and looks in a base beside them, which says what they no longer say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.reading.bases import ORGANISATION_KEYS, ROUND_KEYS
from tests.support.small import ORGANISATION, ROUND

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.small import Small

NAME: Final = "_ฐาน"
WAY: Final = f"../{NAME}"
_BLOCK = re.compile(r"^(\w+):.*\n(?:[ -].*\n)*", re.MULTILINE)
_NESTED = {
    "outcomes": ("satisfaction:", "complaints:"),
    "survey": ("form:",),
}
"""What stays of a group of which only a part is shared, by how its lines begin."""


def moved(small: Small, way: str = WAY) -> Path:
    """Move all that may be shared into a base, and return its folder of records."""
    base = small.project.parent / NAME / "winners"
    (base / "2566").mkdir(parents=True)
    for name, keys in ((ORGANISATION, ORGANISATION_KEYS), (ROUND, ROUND_KEYS)):
        own, shared = "", ""
        for block in _BLOCK.finditer(small.text(name)):
            key = block[1]
            if key in _NESTED and name == ROUND:
                mine, theirs = _apart(block[0], _NESTED[key])
                own, shared = own + mine, shared + theirs
            elif key in keys:
                shared += block[0]
            else:
                own += block[0]
        small.write(name, own)
        (base / name).write_text(shared, encoding="utf-8")
    small.write(ORGANISATION, f"base: {way}\n{small.text(ORGANISATION)}")
    return base


def _apart(block: str, own: tuple[str, ...]) -> tuple[str, str]:
    head, *lines = block.splitlines(keepends=True)
    mine, theirs, here = "", "", False
    for line in lines:
        if line.startswith("  ") and line[2] not in " -":
            here = line.strip().startswith(own)
        mine, theirs = (mine + line, theirs) if here else (mine, theirs + line)
    return head + mine, head + theirs


def edit(base: Path, name: str, old: str, new: str) -> None:
    """Replace in a file of a base what must occur exactly once."""
    text = (base / name).read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
    (base / name).write_text(text.replace(old, new), encoding="utf-8")


def place(base: Path, name: str, text: str) -> tuple[int, int]:
    """Return line and column of `text` in a file of a base, counted here and not by the product."""
    before, found, _ = (base / name).read_text(encoding="utf-8").partition(text)
    assert found, f"{text!r} is not in {name}"
    return before.count("\n") + 1, len(before) - before.rfind("\n")
