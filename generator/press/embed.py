"""A block for a page of another site: pure ASCII, since old pages are in Windows-874 or do not name their encoding."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.piece import unheard
from generator.press import templates
from generator.press.web_text import Markup

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.piece import Tell

HERE = "\ue002"
"""Stands for the address of our site in what a script puts into a page; the door refuses it in records."""


class Block(Markup):
    """HTML with character references for all letters beyond ASCII, each element on a line of its own."""

    name = "embed-block"

    def press(self, template: str, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
        """Return the block, to be pasted as source."""
        return _ascii_html(template, view) + b"\n"


class Script(Block):
    """The same block in a script that puts it after itself, out of reach of the page's own style sheets.

    Everything is fetched from where the script came from. `script` names the template of its code.
    """

    name = "embed-script"
    code = "embed.js"

    def materials(self, template: str) -> bytes:
        """Return both templates."""
        return super().materials(template) + templates.source(self.code)

    def press(self, template: str, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
        """Return the script."""
        block = json.dumps(_ascii_html(template, view).decode("ascii")).replace("<", "\\x3c")
        code = templates.source(self.code).decode("ascii")
        return code.replace("HERE", f"&#{ord(HERE)};").replace('"BLOCK"', block).encode("ascii")


def _ascii_html(template: str, view: Mapping[str, Any]) -> bytes:
    lines = (line.strip() for line in templates.fill(template, view, escape=True).splitlines())
    return "\n".join(line for line in lines if line).encode("ascii", "xmlcharrefreplace")


BLOCK = Block()
SCRIPT = Script()
