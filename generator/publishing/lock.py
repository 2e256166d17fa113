"""Of several computers that publish at once, one does: a folder on the host is its lock.

Making a folder is the one thing that every host does for one of two who ask at once. Whoever has it makes a small file
longer now and then; where that stays as it is, its owner was killed, and the next one takes over.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from generator.publishing import faults, hosts, state

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.publishing.hosts import Host

PATIENCE = 40.0
"""Seconds after which nobody is thought to be at work any more; a beat is given four times as often."""
_BEAT, _OWNER = f"{state.BUSY}/beat", f"{state.BUSY}/owner"
_TAKEN = f"{state.ROOM}/taken"


class Lock:
    """The right to change what stands on a host; `token` tells this run from any other."""

    def __init__(self, host: Host, token: str, patience: float = PATIENCE) -> None:
        """Want the lock; it is not taken yet."""
        self._host, self._token, self._patience = host, token, patience
        self._beats, self._last = 0, 0.0
        self.taken_over = False
        """Whether somebody had it who was killed."""

    def take(self, waiting: Callable[[], None]) -> None:
        """Take the lock; raises `HostFault` where somebody is at work; `waiting` is called where that is to be seen."""
        made = self._host.make_folder(state.BUSY)
        if not made and self._host.read(_OWNER) == self._token.encode():
            self.taken_over = True  # from this run itself, whose line broke
        elif not made:
            waiting()
            if self._is_alive():
                raise faults.busy()
            self._take_over()
        self._host.write(_OWNER, self._token.encode())
        self._beat()
        self.confirm()

    def confirm(self) -> None:
        """Raise `HostFault` where somebody took over, since this computer was silent for too long."""
        if self._host.read(_OWNER) != self._token.encode():
            raise faults.busy()

    def beat(self) -> None:
        """Show that this run is alive, if it is time to."""
        if time.monotonic() - self._last > self._patience / 4:
            self.confirm()
            self._beat()

    def leave(self) -> None:
        """Give the lock back; the beat goes last, for by it the next run sees that something is to be tidied."""
        self._host.remove(_OWNER, _BEAT)
        self._host.remove_folder(state.BUSY)

    def _beat(self) -> None:
        self._beats += 1
        self._host.write(_BEAT, b"." * self._beats)
        self._last = time.monotonic()

    def _is_alive(self) -> bool:
        """Return whether whoever has the lock shows any life: its beat, or a file that grows."""
        first, until = self._signs(), time.monotonic() + self._patience
        while time.monotonic() < until:
            time.sleep(self._patience / 20)
            if self._signs() != first:
                return True
        return False

    def _signs(self) -> object:
        return self._host.size(_BEAT), self._host.read(_OWNER), self._host.listed(state.NEXT)

    def _take_over(self) -> None:
        """Take a lock of which nobody is left; of several who try, one can move the folder."""
        self.taken_over = True
        taken = f"{_TAKEN}-{self._token}"
        self._host.move(state.BUSY, taken)
        hosts.empty(self._host, taken)
        if not self._host.make_folder(state.BUSY):
            raise faults.busy()
