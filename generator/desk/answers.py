"""What sending a form came to, kept under an address of its own, so that Back and a second look work.

A browser that goes back to an answer of a form would have to send the form again, and says so instead of showing it.
"""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Final, NamedTuple

from flask import Response, redirect, request

from generator.desk.guard import unguessable

if TYPE_CHECKING:
    from flask import Flask
    from werkzeug.wrappers import Response as Answer

KEY: Final = "look"
_MOST: Final = 40
"""Answers that are kept; of an older one the form as the file fills it is shown."""

_TOLD: Final = frozenset({200, 409, 422, 503, 507})
"""Codes of answers that somebody goes on from; whoever is refused altogether is told at once."""

_POLICY: Final = "Content-Security-Policy"


class _Kept(NamedTuple):
    body: bytes
    code: int
    policy: str


class Answers:
    """The last answers of a run, in memory alone."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._kept: dict[str, _Kept] = {}
        self._lock = Lock()

    def watch(self, app: Flask) -> None:
        """Stand behind every form of an app, and within its guard."""
        app.before_request(self._again)
        app.after_request(self._lead)

    def forget(self) -> None:
        """Forget them all: somebody may be in them who must not be shown any more."""
        with self._lock:
            self._kept.clear()

    def _again(self) -> Answer | None:
        """Return an answer that is kept; where it is no more, lead to the page itself."""
        if request.method != "GET" or KEY not in request.args:
            return None
        kept = self._kept.get(request.args[KEY])
        if kept is None:
            return redirect(request.path if request.url_rule else "/")
        answer = Response(kept.body, kept.code, mimetype="text/html")
        if kept.policy:
            answer.headers[_POLICY] = kept.policy
        return answer

    def _lead(self, answer: Response) -> Response:
        """Keep the page that a form was answered with, and lead to it."""
        if request.method != "POST" or answer.status_code not in _TOLD or answer.mimetype != "text/html":
            return answer
        key = unguessable()
        with self._lock:
            self._kept[key] = _Kept(answer.get_data(), answer.status_code, answer.headers.get(_POLICY, ""))
            while len(self._kept) > _MOST:
                del self._kept[next(iter(self._kept))]
        return Response(status=303, headers={"Location": f"{request.path}?{KEY}={key}"})
