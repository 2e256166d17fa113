"""Hosts that fail on purpose: whoever works is killed in the middle of any step, or the host refuses one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.publishing.hosts import Host, Move


class Killed(BaseException):
    """The computer that published is gone."""


class Frail:
    """A host at which the computer that publishes is killed at the step with a number.

    A file that is sent then is cut. With `in_two`, a file is replaced in two steps, as FTP does it.
    """

    def __init__(self, host: Host, steps: int, *, in_two: bool = False) -> None:
        """Let so many steps be done."""
        self._host, self._left, self._in_two = host, steps, in_two

    def _step(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise Killed

    def read(self, name: str) -> bytes | None:
        """Read."""
        self._step()
        return self._host.read(name)

    def write(self, name: str, value: bytes) -> None:
        """Write all, or half of it at the last step."""
        self._step()
        if not self._left:
            self._host.write(name, value[: len(value) // 2])
            raise Killed
        self._host.write(name, value)

    def size(self, name: str) -> int | None:
        """Ask for a size."""
        self._step()
        return self._host.size(name)

    def sizes(self, names: Sequence[str]) -> dict[str, int]:
        """Ask for sizes."""
        self._step()
        return self._host.sizes(names)

    def listed(self, folder: str) -> dict[str, int]:
        """List."""
        self._step()
        return self._host.listed(folder)

    def move(self, old: str, new: str) -> None:
        """Move."""
        self._step()
        self._host.move(old, new)

    def trade(self, moves: Sequence[Move]) -> None:
        """Do one move after the other, so that any of them may be the last."""
        for move in moves:
            if self._in_two and move.source and move.aside:
                self.move(move.name, move.aside)
                self.move(move.source, move.name)
            else:
                self._step()
                self._host.trade((move,))

    def remove(self, *names: str) -> None:
        """Remove one after the other."""
        for name in names:
            self._step()
            self._host.remove(name)

    def make_folder(self, name: str) -> bool:
        """Make a folder."""
        self._step()
        return self._host.make_folder(name)

    def remove_folder(self, name: str) -> None:
        """Remove a folder."""
        self._step()
        self._host.remove_folder(name)

    def leave(self) -> None:
        """Leave."""
        self._host.leave()
