"""Where templates lie and how text ones are filled; knows nothing of what they say."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

PIECES = Path(__file__).resolve().parent.parent / "pieces"
"""Each piece's template stands beside its module."""


@cache
def source(template: str) -> bytes:
    """Return a template as bytes."""
    return (PIECES / template).read_bytes()


@cache
def sources(suffix: str) -> bytes:
    """Return all shared templates of one kind (those whose name opens with `_`), in order of name."""
    return b"".join(path.read_bytes() for path in sorted(PIECES.glob(f"_*{suffix}")))


@cache
def every(suffix: str) -> bytes:
    """Return all templates of one kind, in order of name."""
    return b"".join(path.read_bytes() for path in sorted(PIECES.glob(f"*{suffix}")))


def fill(template: str, view: Mapping[str, Any], *, escape: bool) -> str:
    """Return a Jinja2 template filled with a view; a name that the view lacks is an error, never an empty place."""
    return str(_environment(escape=escape).get_template(template).render(view=view))


@cache
def _environment(*, escape: bool) -> Any:  # noqa: ANN401 - jinja2 is imported only when something is filled
    import jinja2  # 59 ms that `tonbaep --help` does not spend

    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(PIECES),
        autoescape=escape,  # noqa: S701 - plain text has nothing to escape; pages are escaped
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=bytecode(),
    )


@cache
def bytecode() -> Any:  # noqa: ANN401 - as above
    """Return where compiled templates are kept: beside Python's own compiled files, or None where nobody may write."""
    import jinja2

    folder = PIECES / "__pycache__"
    if not os.access(folder if folder.is_dir() else PIECES, os.W_OK):
        return None
    folder.mkdir(exist_ok=True)
    return jinja2.FileSystemBytecodeCache(str(folder), "%s.jinja")
