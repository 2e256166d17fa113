"""What the store has of pictures that came through the door: each master under its digest, with its facts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.model import Picture
from generator.store import key_of

if TYPE_CHECKING:
    from generator.store import Store


def known(store: Store, digest: str) -> Picture | None:
    """Return the picture with a master, if the store has both the master and its facts."""
    facts = store.get(_facts(digest), travels=True)
    if facts is None or store.get(digest, travels=True) is None:
        return None
    width, height = json.loads(facts)
    return Picture(digest, width, height)


def keep(store: Store, digest: str, master: bytes, width: int, height: int) -> Picture:
    """Keep a master with width and height of the upright original, and return the picture."""
    store.put(digest, master, travels=True)
    store.put(_facts(digest), json.dumps([width, height]).encode(), travels=True)
    return Picture(digest, width, height)


def _facts(digest: str) -> str:
    return key_of("photo", digest)
