"""Serves the desk to this machine alone, until Ctrl-C."""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import TYPE_CHECKING

from waitress.server import create_server

from generator.desk.app import desk
from generator.desk.guard import Guard

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.amending.held import Held
    from generator.desk.jobs import Run
    from generator.desk.phone import Phone
    from generator.problems import Language

HERE = "127.0.0.1"
THREADS = 4


def serve(held: Held, run: Run, phone: Phone, port: int, serving: Callable[[str], None], language: Language) -> None:
    """Serve on a port, any free one for 0; `serving` is told the first address once it can be opened."""
    logging.getLogger("waitress").setLevel(logging.CRITICAL)
    guard = Guard(port)
    server = create_server(
        desk(held, guard, run, language=language, phone=phone), host=HERE, port=port, threads=THREADS, ident=None
    )
    guard.port = int(server.effective_port)
    serving(guard.address)
    with suppress(KeyboardInterrupt):
        server.run()
    server.close()
    phone.stop()
