"""The published site as a visitor meets it: one request, one answer, nothing followed and nothing kept."""

from __future__ import annotations

import http.client
import ssl
import zlib
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

SECONDS = 15.0
"""How long an answer may take."""
OK, FOUND = 200, 302
_LARGEST = 64_000_000
_GZIP = 16 + zlib.MAX_WBITS
_SAFE = "/.~-_!$&'()*+,;=:@"


class Answer(NamedTuple):
    """What a server says: the status is 0 where it says nothing, and then `body` is why."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Visitor:
    """Somebody who asks for addresses below one address of a site."""

    def __init__(self, site: str) -> None:
        """Ask at the site's own address."""
        self.site = site.rstrip("/")
        parts = urlsplit(site)
        self._secured, self._host = parts.scheme == "https", parts.netloc
        self.path = f"{parts.path.rstrip('/')}/"

    def ask(self, name: str, method: str = "GET", headers: Mapping[str, str] | None = None) -> Answer:
        """Return what is answered for a file of the site; letters that an address may not hold are encoded."""
        return self.ask_exactly(f"{self.path}{quote(name, safe=_SAFE)}", method, headers)

    def ask_exactly(self, path: str, method: str = "GET", headers: Mapping[str, str] | None = None) -> Answer:
        """Return what is answered for a path that goes out letter by letter."""
        try:
            with closing(self._line()) as line:
                line.putrequest(method, path, skip_accept_encoding=True)
                for key, value in {"User-Agent": "tonbaep", "Connection": "close", **(headers or {})}.items():
                    line.putheader(key, value)
                line.endheaders()
                answer = line.getresponse()
                headers = _Headers(answer.getheaders())
                return Answer(answer.status, headers, _unpacked(headers, answer.read(_LARGEST)))
        except (OSError, http.client.HTTPException, zlib.error) as fault:
            return Answer(0, {}, " ".join(str(fault).split())[:120].encode())

    def _line(self) -> http.client.HTTPConnection:
        if self._secured:
            return http.client.HTTPSConnection(self._host, timeout=SECONDS, context=ssl.create_default_context())
        return http.client.HTTPConnection(self._host, timeout=SECONDS)


def _unpacked(headers: Mapping[str, str], body: bytes) -> bytes:
    """Return what a browser shows of a body that some hosts pack for everybody, whether or not that was asked for."""
    if body and headers.get("content-encoding", "").lower() in {"gzip", "x-gzip"}:
        return zlib.decompressobj(_GZIP).decompress(body, _LARGEST)
    return body


class _Headers(dict[str, str]):
    """Headers, whose names are found in any case."""

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        super().__init__({key.lower(): value for key, value in pairs})
