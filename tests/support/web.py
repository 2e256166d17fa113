"""A web host for a finished site, as tests need it."""

from __future__ import annotations

import gzip
import http.client
import http.server
import io
import re
import threading
import urllib.parse
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def said(page: bytes | str) -> str:
    """Return a page's markup without the tags that keep words on one line, which may stand within any phrase."""
    text = page if isinstance(page, str) else page.decode()
    return re.sub(r"</?(?:span|strong|t-[kpw])\b[^>]*>", "", text).replace("\xa0", " ")


def fetched(address: str) -> str:
    """Return a page, also one that says that there is none; raises `OSError` where nobody answers."""
    url = urllib.parse.urlsplit(address)
    with closing(http.client.HTTPConnection(url.netloc, timeout=10)) as host:
        host.request("GET", url.path)
        return host.getresponse().read().decode()


class _Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the base class
        """Print nothing."""


class _Packing(_Silent):
    """Sends text compressed, as an office's host does; pictures and fonts are compressed by their own formats."""

    def send_head(self) -> io.BytesIO | None:  # any open file will do
        """Send the head of an answer, and return its body."""
        file = Path(self.translate_path(self.path))
        if not file.is_file():
            self.send_error(404)
            return None
        body, packed = file.read_bytes(), file.suffix not in {".woff2", ".webp", ".jpg", ".png"}
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if packed:
            body = gzip.compress(body, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)


@contextmanager
def served(folder: Path, *, packed: bool = False) -> Iterator[str]:
    """Serve a folder on this machine and yield the host's address."""
    handler = partial(_Packing if packed else _Silent, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
