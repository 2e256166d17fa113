"""An office file (DOCX, XLSX) is a ZIP archive: packed anew here, its bytes say neither when nor where."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_DAY = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
"""The system that each entry names as its own: Python writes 0 on Windows, and one file would be two."""


def settled(made: bytes, mend: Callable[[str, bytes], bytes] = lambda _, content: content) -> bytes:
    """Return an archive with the same files in the same order, without the time and the system that packed them.

    `mend` is given the name and the content of each, and returns what it shall be.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            about = zipfile.ZipInfo(name, _DAY)
            about.compress_type, about.create_system = zipfile.ZIP_DEFLATED, _UNIX
            new.writestr(about, mend(name, old.read(name)))
    return out.getvalue()
