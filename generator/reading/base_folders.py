"""Which folders a project takes rules and looks from, without reading what they say: a look that costs nothing.

The door reads the same key strictly; here it is only asked whether something has changed, and of many offices which of
their folders are no offices.
"""

from __future__ import annotations

import os
import re
from pathlib import Path, PureWindowsPath

KEY = "base"
_RECORD = "winners/organisation.yaml"
MOST = 5
"""Bases one above another: country, region, province, district, and one to spare."""
_WORKSHOP = ".tonbaep"
_LINE = re.compile(rb"""^\xef?\xbb?\xbf?["']?base["']?[ \t]*:[ \t]*("[^"\n]*"|'[^'\n]*'|[^\n]*)""", re.MULTILINE)
_REMARK = re.compile(r"(?:^|[ \t])#.*")


def root_of(project: Path) -> Path:
    """Return the folder from which the way to a base is written: records that are only tried lie in a workshop."""
    parts = project.absolute().parts
    return Path(*parts[: parts.index(_WORKSHOP)]) if _WORKSHOP in parts else project


def place(project: Path, written: str) -> Path:
    """Return the folder that is meant by what a record says, from its project or from the root of the disk."""
    way = written.strip()
    if not PureWindowsPath(way).drive and not way.startswith("\\\\"):
        way = way.replace("\\", "/")
    return Path(os.path.normpath(root_of(project) / way))


def folders(project: Path) -> list[Path]:
    """Return the folders of the bases of a project, the nearest first, as far as there are any; none twice."""
    found: list[Path] = []
    here = root_of(project)
    seen = {os.path.realpath(here)}
    written = _written(project)
    while written and len(found) < MOST:
        here = place(here, written)
        if os.path.realpath(here) in seen:
            break
        seen.add(os.path.realpath(here))
        found.append(here)
        written = _written(here)
    return found


def _written(project: Path) -> str:
    """Return what stands behind the key in a project's record, or nothing; a pipe in its place is not waited for."""
    file = project / _RECORD
    try:
        raw = file.read_bytes() if file.is_file() else b""
    except OSError:
        return ""
    line = _LINE.search(raw)
    if line is None:
        return ""
    said = line[1].decode("utf-8", "replace").replace("\0", "").strip()
    return said[1:-1] if said[:1] in {'"', "'"} else _REMARK.sub("", said).strip()
