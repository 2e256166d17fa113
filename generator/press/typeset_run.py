"""Sets sheets in a process of its own, which ends now and then: the engine keeps what it has set and never forgets it.

Its tables grow with each sheet, and photos that it decoded lie there for ten sheets more. A process begins in 20 ms and
takes all of that with it. `typeset` is the other side.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst

from generator.press import memory
from generator.press.apart import serve

if TYPE_CHECKING:
    from collections.abc import Mapping

_PANIC = "pyo3_runtime"
"""Where the engine's own faults come from; they are no `Exception`, and would end a build with a traceback."""

_NO_THREADS = "thread pool"
"""What the engine says where the system lets no further thread begin."""


class Setter:
    """A compiler for the folder that was last asked for; the engine parses the library once for all of them."""

    def __init__(self) -> None:
        """Begin without any folder."""
        self._root = ""
        self._compiler: typst.Compiler

    def set(self, order: Mapping[str, Any], source: bytes) -> tuple[dict[str, Any], bytes]:
        """Return warnings and the PDF of a source, or the `fault` that the engine found in it.

        `order` has the `root` that it may read, the folder of `fonts`, the `timestamp` of the file. `resident` tells
        how many bytes this process holds, where the system says so, and is 0 elsewhere.
        """
        if order["root"] != self._root:
            fonts = typst.Fonts(
                include_system_fonts=False, include_embedded_fonts=False, font_paths=[Path(order["fonts"])]
            )
            self._compiler = typst.Compiler(root=order["root"], font_paths=fonts)
            self._root = order["root"]
        try:
            made, warnings = self._compiler.compile_with_warnings(
                source, timestamp=order["timestamp"], format="pdf", pdf_standards=["ua-1", "a-2a"]
            )
        except typst.TypstError as fault:
            return {"fault": str(fault)}, b""
        except BaseException as fault:
            if type(fault).__module__ != _PANIC:
                raise
            if _NO_THREADS in str(fault):
                raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM)) from fault
            return {"fault": str(fault)}, b""
        told = {"warnings": [str(each.message) for each in warnings], "resident": memory.resident()}
        return told, made if isinstance(made, bytes) else b""


if __name__ == "__main__":
    memory.give_back()
    serve(Setter().set)
