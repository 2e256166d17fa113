"""A folder outside the project for what must not stay: it is gone with whatever lies in it."""

from __future__ import annotations

from tempfile import TemporaryDirectory


class Aside(TemporaryDirectory[str]):
    """One such folder; `cleanup` takes it away, as the end of the program does."""
