"""What a reader of one value takes, for whoever asks before anything is written; the reader itself carries it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Read = TypeVar("Read")


class Limit(NamedTuple):
    """The bounds of a number, how long a text may be, or the words that there are, with what they mean in Thai."""

    least: int | None = None
    most: int | None = None
    letters: int | None = None
    lines: bool = False
    words: Mapping[str, str] = {}


class Limited(Generic[Read]):
    """A reader that knows its limit."""

    def __init__(self, limit: Limit, read: Callable[[object], Read]) -> None:
        """Read as `read` does."""
        self.limit = limit
        self._read = read

    def __call__(self, value: object) -> Read:
        """Return what a written value means, or say why it means nothing."""
        return self._read(value)


def takes(limit: Limit) -> Callable[[Callable[[object], Read]], Limited[Read]]:
    """Decorate a reader with what it takes."""
    return lambda read: Limited(limit, read)
