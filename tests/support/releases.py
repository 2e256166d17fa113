"""Made-up sites to publish, and the ways of a person who agrees to everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.publishing import state
from generator.publishing.connecting import token
from generator.publishing.release import Asked, Wanted

if TYPE_CHECKING:
    from collections.abc import Mapping


def wanted(
    files: Mapping[str, bytes], at: str = "2026-04-01T08:00:00+07:00", shown: frozenset[str] = frozenset()
) -> Wanted:
    """Return a site of these files."""
    return Wanted({name: state.file_of(value) for name, value in files.items()}, files.__getitem__, shown, at)


def asked(permitted: frozenset[str] = frozenset(), *, adopt: bool = False, repair: bool = False) -> Asked:
    """Return a run of somebody who agrees, and waits for nobody longer than a moment."""
    return Asked(
        permitted,
        token(),
        token(),
        agree=lambda _: True,
        progress=lambda *_: None,
        waiting=lambda: None,
        adopt=adopt,
        repair=repair,
        patience=0.2,
    )
