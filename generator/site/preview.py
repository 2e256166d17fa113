"""Serves the finished site on this machine alone and rebuilds when a record, a page or the theme changes."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WATCHED = ("winners", "content", "overrides", "mkdocs.yml")


def preview(project: Path, port: int, rebuild: Callable[[], None]) -> None:
    """Serve `site/` at a port of this machine alone until Ctrl-C; open pages reload after each rebuild."""
    from mkdocs.livereload import LiveReloadServer

    server = LiveReloadServer(builder=rebuild, host="127.0.0.1", port=port, root=str(project / "site"))
    for name in WATCHED:
        path = project / name
        if path.exists():
            server.watch(str(path))
    with suppress(KeyboardInterrupt):
        try:
            server.serve()
        finally:
            server.shutdown()
