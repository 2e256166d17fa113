"""A password is asked for, or kept by the system: never in a record, a file of the program, a message or a command."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from generator.publishing import faults

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from generator.model import Target

VARIABLE = "TONBAEP_PASSWORD"
"""The variable of the environment that a program without anybody before it reads."""
_SERVICE = "tonbaep"


class Password:
    """The password of one host, found when it is needed; `asked` is whether a person typed it just now."""

    def __init__(
        self, target: Target, ask: Callable[[], str], *, anew: bool = False, from_environment: bool = True
    ) -> None:
        """Look nowhere yet; `ask` returns "" where nobody can be asked. With `anew`, what the system keeps is old.

        `from_environment` is whether the variable is meant for this host.
        """
        self._target, self._ask, self._anew, self._from_environment = target, ask, anew, from_environment
        self._value = ""
        self.asked = False

    def __call__(self) -> str:
        """Return the password; raises `HostFault` where there is none."""
        if not self._value:
            given = os.environ.get(VARIABLE, "") if self._from_environment else ""
            self._value = "" if self._anew else given or self._kept()
        if not self._value:
            self._value = self._ask()
            self.asked = True
        if not self._value:
            raise faults.no_password(self._target.address)
        return self._value

    def keep(self) -> bool:
        """Let the system keep it for this user, and return whether it does."""
        store = _store()
        if store is None or not self._value:
            return False
        with suppress(Exception):  # every keeper of passwords raises in its own way
            store.set_password(_SERVICE, self._target.address, self._value)
            return True
        return False

    def _kept(self) -> str:
        store = _store()
        if store is not None:
            with suppress(Exception):
                return store.get_password(_SERVICE, self._target.address) or ""
        return ""

    def __repr__(self) -> str:
        """Return no word of it."""
        return "<password>"


def _store() -> ModuleType | None:
    """Return what keeps passwords here, or None where nothing safe does."""
    try:
        import keyring
        from keyring.backends import fail
    except ImportError:
        return None
    return None if isinstance(keyring.get_keyring(), fail.Keyring) else keyring
