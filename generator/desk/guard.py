"""Who may come in: only the browser to which the command gave the address, and only by this desk's own address."""

from __future__ import annotations

import hmac
import secrets
from typing import TYPE_CHECKING, Final

from flask import abort, redirect, request

if TYPE_CHECKING:
    from flask import Flask, Response
    from werkzeug.wrappers import Response as Answer

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; frame-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
POLICY_OF_VOICE: Final = f"{POLICY}; media-src blob:"
"""Of the page that records a voice, which also plays it."""
POLICY_OF_SHOWN: Final = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; "
    "frame-ancestors 'self'"
)
"""Of a page of the site that is shown beside a form: no script, no form, nothing of another host."""
POLICY_OF_FILE: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; object-src 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
"""Of a finished file, around which a browser puts its own viewer."""
ENTRANCE: Final = "/enter/"


def unguessable() -> str:
    """Return a word for an address that only its finder knows."""
    return secrets.token_urlsafe(16)


class Guard:
    """Holds the token of one run; the port is known once the desk listens."""

    def __init__(self, port: int) -> None:
        """Take 32 random bytes."""
        self.token = secrets.token_urlsafe(32)
        self.port = port

    @property
    def address(self) -> str:
        """The first address, for the one browser that may come in."""
        return f"http://127.0.0.1:{self.port}{ENTRANCE}{self.token}"

    def watch(self, app: Flask) -> None:
        """Stand before every page of an app."""
        app.before_request(self._let_in)
        app.after_request(self._sealed)

    def _let_in(self) -> Answer | None:
        """Refuse another name for this machine (DNS rebinding), another site's form, and whoever has no token."""
        hosts = {f"127.0.0.1:{self.port}", f"localhost:{self.port}"}
        if request.host not in hosts:
            abort(400)
        if request.method not in {"GET", "HEAD"} and request.headers.get("Origin") != f"http://{request.host}":
            abort(403)
        asked = request.path
        if asked.startswith(ENTRANCE):
            return self._entered(asked.removeprefix(ENTRANCE))
        if not self._is_ours(request.cookies.get(self._cookie, "")):
            abort(403)
        return None

    @property
    def _cookie(self) -> str:
        """A name with the port: browsers do not tell ports of one machine apart."""
        return f"tonbaep-{self.port}"

    def _is_ours(self, token: str) -> bool:
        return hmac.compare_digest(token.encode(), self.token.encode())

    def _entered(self, token: str) -> Answer:
        if not self._is_ours(token):
            abort(403)
        answer = redirect("/")
        answer.set_cookie(self._cookie, self.token, httponly=True, samesite="Strict", path="/")
        return answer

    def _sealed(self, answer: Response) -> Response:
        answer.headers.setdefault("Content-Security-Policy", POLICY)
        answer.headers["X-Content-Type-Options"] = "nosniff"
        answer.headers["Referrer-Policy"] = "same-origin"  # without one a browser would not say where a form is from
        answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        asked = request.path
        answer.headers["Cache-Control"] = "private, max-age=600" if asked.startswith("/look/Tonbaep") else "no-store"
        return answer
