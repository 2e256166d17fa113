"""Text for programs: markup and JSON in UTF-8, made of a view and nothing else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.piece import Unpictured, unheard
from generator.press import templates

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.piece import Tell


class Markup(Unpictured):
    """Auto-escaped Jinja2, for XML as for HTML."""

    name = "markup"
    escape = True

    def materials(self, template: str) -> bytes:
        """Return the template and those it may include."""
        return templates.source(template) + templates.sources(".html.j2")

    def press(self, template: str, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
        """Return the file."""
        return templates.fill(template, view, escape=self.escape).encode()


class Plain(Markup):
    """Jinja2 without escaping, for text without markup."""

    name = "plain"
    escape = False


class Json(Markup):
    """The view's `document` as it is."""

    name = "json"

    def materials(self, template: str) -> bytes:
        """Return nothing: the view is all that it depends on."""
        return b""

    def press(self, template: str, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
        """Return the document, with Thai letters unescaped."""
        return (json.dumps(view["document"], ensure_ascii=False, indent=1) + "\n").encode()


MARKUP = Markup()
PLAIN = Plain()
JSON = Json()
