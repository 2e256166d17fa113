"""Writes changes into records' files, and puts every file back where the records then do not say what was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from generator.amending.changes import CannotWrite
from generator.amending.pen import changed
from generator.disk.keeping import replace, restore

if TYPE_CHECKING:
    from collections import abc
    from pathlib import Path

    from generator.amending.changes import Change


Read = TypeVar("Read")


def amend(written: abc.Mapping[Path, abc.Sequence[Change]], read_back: abc.Callable[[], Read | None]) -> Read | None:
    """Write changes into files, and return what `read_back` then makes of the records.

    If that is None, the records do not say what was meant: a file is written in a way that only a person can change,
    not in UTF-8 for example. Then every file is put back as it was.
    """
    before = {file: file.read_bytes() for file in written}
    try:
        after = {file: changed(before[file].decode("utf-8"), *changes).encode() for file, changes in written.items()}
    except (UnicodeDecodeError, CannotWrite):
        return None
    for file, value in after.items():
        replace(file, value)
    result = read_back()
    if result is None:
        for file, value in before.items():
            restore(file, value)
    return result
