"""An FTP server within the test that answers as planned: whatever real servers cannot be made to do."""

from __future__ import annotations

import contextlib
import logging
import threading
import warnings
from typing import TYPE_CHECKING, Any

from generator.model import Target
from tests.support.hosts import HERE
from tests.support.sites import Place

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)  # what it is built on left Python with 3.12, and comes along
    from pyftpdlib.authorizers import DummyAuthorizer
    from pyftpdlib.handlers import FTPHandler
    from pyftpdlib.servers import FTPServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

USER, PASSWORD = "khuanmao", "planned"


class Plan:
    """At which word, of which number, the server says what; a number below 1 is every time."""

    def __init__(self) -> None:
        """Plan nothing."""
        self._planned: dict[str, tuple[int, str]] = {}

    def say(self, answer: str, word: str, number: int = 0) -> None:
        """Plan an answer; one that begins with 421 ends the line, and `cut` ends it without a word."""
        self._planned[word] = (number, answer)

    def forget(self) -> None:
        """Answer as it should be from now on."""
        self._planned.clear()

    def at(self, word: str) -> str:
        """Return what is planned for a word that comes now, or "" for what is right."""
        if word not in self._planned:
            return ""
        number, answer = self._planned[word]
        if number > 1:
            self._planned[word] = (number - 1, answer)
            return ""
        if number == 1:
            del self._planned[word]
        return answer


@contextlib.contextmanager
def served(folder: Path, plan: Plan) -> Iterator[Place]:
    """Serve a folder by a plan until the block is left."""
    logging.getLogger("pyftpdlib").setLevel(logging.CRITICAL)

    class Handler(FTPHandler):  # type: ignore[misc] # the package has no types
        authorizer = DummyAuthorizer()
        use_sendfile = False

        def process_command(self, cmd: str, *args: Any, **more: Any) -> None:
            answer = plan.at(cmd)
            if not answer:
                super().process_command(cmd, *args, **more)
            elif answer == "cut":
                self.close()
            else:
                self.respond(answer)
                if answer.startswith("421"):
                    self.close_when_done()

    Handler.authorizer.add_user(USER, PASSWORD, str(folder), perm="elradfmwMT")
    server = FTPServer((HERE, 0), Handler)
    over = threading.Event()

    def run() -> None:
        while not over.is_set():
            server.ioloop.loop(timeout=0.01, blocking=False)
        server.close_all()

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield Place(Target("ftp", "", HERE, USER, server.socket.getsockname()[1]), folder, PASSWORD)
    finally:
        over.set()
        thread.join()
