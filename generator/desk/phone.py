"""The finished site for a telephone in the same network: on request, at an address that nobody guesses, for a while.

It shows `site/` as the last build left it, so nothing of a result before its moment, and takes nothing in.
"""

from __future__ import annotations

import hmac
import secrets
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Lock, Thread, Timer
from typing import TYPE_CHECKING, Final

from flask import Flask, abort, send_from_directory
from waitress.server import create_server

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import ModuleType

    from werkzeug.wrappers import Response

MINUTES: Final = 30
_THREADS = 4


def preview() -> ModuleType:
    """Return what knows this machine's network: it brings the site's engine, which no page of the desk waits for."""
    from generator.site import preview as found

    return found


@dataclass
class Phone:
    """What a telephone can open; `address` is empty while nothing can be opened."""

    site: Path
    own_address: Callable[[], str] = lambda: preview().own_address()
    minutes: float = MINUTES
    address: str = ""
    _close: Callable[[], None] | None = None
    _lock: Lock = field(default_factory=Lock)

    def start(self) -> bool:
        """Open an address anew; return whether there is a site, and a network to show it in.

        Raises `OSError` where the network refuses it.
        """
        self.stop()
        own = self.own_address()
        if not own or not (self.site / "index.html").is_file():
            return False
        token = secrets.token_urlsafe(16)
        server = create_server(_app(self.site, token), host=preview().EVERYWHERE, port=0, threads=_THREADS, ident=None)
        port = int(server.effective_port)
        Thread(target=_serve, args=(server.run,), daemon=True).start()
        timer = Timer(self.minutes * 60, self.stop)
        timer.daemon = True
        timer.start()

        def close() -> None:
            timer.cancel()
            server.close()

        with self._lock:
            self.address, self._close = f"http://{own}:{port}/{token}/", close
        return True

    def stop(self) -> None:
        """Close the address; whoever has it gets no further page."""
        with self._lock:
            close, self._close, self.address = self._close, None, ""
        if close:
            close()


def _serve(run: Callable[[], None]) -> None:
    """Serve until the address is closed, which this thread hears of as a fault."""
    with suppress(OSError):
        run()


def _app(site: Path, token: str) -> Flask:
    """Return what shows a folder's files below a token, and nothing else."""
    app = Flask(__name__, static_folder=None)

    def file(given: str, name: str = "index.html") -> Response:
        if not hmac.compare_digest(given.encode(), token.encode()):
            abort(404)
        answer: Response = send_from_directory(site, name)
        answer.headers["Cache-Control"] = "no-store"
        answer.headers["Referrer-Policy"] = "no-referrer"
        answer.headers["X-Robots-Tag"] = "noindex"
        return answer

    app.add_url_rule("/<given>/", view_func=file, methods=["GET"])
    app.add_url_rule("/<given>/<path:name>", view_func=file, methods=["GET"])
    return app
