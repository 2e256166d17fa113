"""Serves the finished site on this machine alone and rebuilds when a record, a page or the theme changes."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.disk.swap import Workshop

WATCHED = ("winners", "content", "overrides", "mkdocs.yml")


def preview(workshop: Workshop, port: int, rebuild: Callable[[], None]) -> None:
    """Serve the workshop's `site/` at a port of this machine alone until Ctrl-C; open pages reload after a rebuild."""
    from mkdocs.livereload import LiveReloadServer

    server = LiveReloadServer(builder=rebuild, host="127.0.0.1", port=port, root=str(workshop.outputs / "site"))
    for name in WATCHED:
        path = workshop.project / name
        if path.exists():
            server.watch(str(path))
    with suppress(KeyboardInterrupt):
        try:
            server.serve()
        finally:
            server.shutdown()
