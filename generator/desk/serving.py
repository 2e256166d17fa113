"""Serves the desk to this machine alone, until Ctrl-C."""

from __future__ import annotations

import logging
from contextlib import suppress
from functools import partial
from threading import Lock, Thread
from typing import TYPE_CHECKING

from waitress.server import create_server

from generator.desk.app import desk
from generator.desk.guard import Guard

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Response

    from generator.amending.held import Held
    from generator.desk.jobs import Run
    from generator.desk.phone import Phone
    from generator.problems import Language

HERE = "127.0.0.1"
THREADS = 4
OK = 200


def serve(held: Held, run: Run, phone: Phone, port: int, serving: Callable[[str], None], language: Language) -> None:
    """Serve on a port, any free one for 0; `serving` is told the first address once it can be opened."""
    logging.getLogger("waitress").setLevel(logging.CRITICAL)
    guard = Guard(port)
    app = desk(held, guard, run, language=language, phone=phone)
    app.after_request(partial(_ahead, Lock()))
    server = create_server(app, host=HERE, port=port, threads=THREADS, ident=None)
    guard.port = int(server.effective_port)
    serving(guard.address)
    with suppress(KeyboardInterrupt):
        server.run()
    server.close()
    phone.stop()


def _ahead(first: Lock, answer: Response) -> Response:
    """Load, once a page was answered, what the first form needs: by then somebody reads."""
    if answer.mimetype == "text/html" and answer.status_code == OK and first.acquire(blocking=False):
        answer.call_on_close(Thread(target=_load, daemon=True).start)
    return answer


def _load() -> None:
    from generator.desk import forms, viewer  # noqa: F401 - to be there
