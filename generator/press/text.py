"""Plain text for machines of any age: a loudspeaker script on a USB stick, read in whatever editor there is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.piece import Unpictured, unheard
from generator.press import templates

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.piece import Tell


class Text(Unpictured):
    """Jinja2 without escaping, as UTF-8 with a byte-order mark and CRLF line ends.

    Without the mark the Notepad of an old office computer takes Thai for Windows-874, and without CRLF it shows all
    lines as one.
    """

    name = "text"
    encoding = "utf-8-sig"
    escape = False

    def materials(self, template: str) -> bytes:
        """Return the template and those it may include."""
        return templates.source(template) + templates.sources(".txt.j2")

    def press(self, template: str, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
        """Return the text file."""
        lines = templates.fill(template, view, escape=self.escape).splitlines()
        return "\r\n".join((*lines, "")).encode(self.encoding, "replace")


class OldText(Text):
    """The same for a machine that knows no Unicode: Windows-874, which has every letter that is read out."""

    name = "text-874"
    encoding = "cp874"


class Fragment(Text):
    """A part of a page in plain HTML, to be pasted; the mark tells a browser the encoding, and nothing else does."""

    name = "fragment"
    escape = True


TEXT = Text()
OLD = OldText()
FRAGMENT = Fragment()
