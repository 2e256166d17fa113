"""A message as JSON, for a program that sends it; what it says is the view's `message`, and nothing else is in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.piece import Unpictured, unheard

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.piece import Tell


class Message(Unpictured):
    """UTF-8 with Thai as it is, so that a person can read it; the same bytes for the same message."""

    name = "message"

    def materials(self, template: str) -> bytes:  # noqa: ARG002 - it needs none
        """Return nothing: the view is all that it depends on."""
        return b""

    def press(self, template: str, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:  # noqa: ARG002 - no template, no pictures, nothing to fit
        """Return the JSON."""
        return (json.dumps(view["message"], ensure_ascii=False, indent=1) + "\n").encode()


MESSAGE = Message()
