"""One page of the site as a Markdown file that holds a single raw HTML block, so that no record text is ever parsed.

A name could be read as Markdown, as an attribute list or as front matter, by accident or on purpose; inside a raw block
and an auto-escaping template it cannot (0 of 42 hostile strings were active in a trial).
"""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING, Any

from generator.piece import Unpictured, unheard
from generator.press import page_lines, templates
from generator.thai.lines import materials as rules_of_lines

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.piece import Tell


LINKED = "linked"
"""The key of the front matter that holds a value for programs (JSON-LD)."""


class Page(Unpictured):
    """Auto-escaped Jinja2 inside one `<div>`; `view["meta"]` becomes the front matter."""

    name = "page"

    def materials(self, template: str) -> bytes:
        """Return the template, those it may include, and the rules of its lines."""
        return templates.source(template) + templates.sources(".html.j2") + rules_of_lines()

    def press(self, template: str, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
        """Return the Markdown file."""
        body = page_lines.kept(templates.fill(template, view, escape=True), view["names"])
        # A blank line or an indent could end the raw block or open a code block.
        lines = [line.strip() for line in body.splitlines()]
        block = "\n".join(line for line in lines if line)
        if not (block.startswith("<div") and block.endswith("</div>")):
            message = f"{template}: a page is one <div>"
            raise ValueError(message)
        return f"{front_matter(view['meta'])}\n{block}\n".encode()


def front_matter(meta: Mapping[str, Any]) -> str:
    """Return the front matter as JSON values, which are YAML too; text is escaped, since themes print it as it is."""
    values = {key: data_block(value) if key == LINKED else _escaped(value) for key, value in meta.items()}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    return "\n".join(("---", *lines, "---", ""))


def data_block(value: object) -> str:
    """Return a value as JSON that can stand in a `<script>`: nothing in it can end the element or begin another."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _escaped(value: object) -> object:
    if isinstance(value, str):
        return html.escape(value)
    if isinstance(value, list):
        return [_escaped(item) for item in value]
    if isinstance(value, dict):
        return {key: _escaped(item) for key, item in value.items()}
    return value


PAGE = Page()
