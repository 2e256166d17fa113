"""The list of everything that was made, for people and programs that come after; it does not list itself."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from generator.building.plan import Job

PATH = "manifest.json"

PROOF, PACK = "proof", "pack"
LATER = frozenset({PROOF, PACK})
"""What is made of finished files by commands of its own; a build that makes anything takes it away."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file: `path` from the project folder, `qr` the targets of its codes, `site_path` its twin on the site."""

    path: str
    piece: str
    title: str
    audience: str
    sha256: str
    bytes: int
    qr: tuple[str, ...] = ()
    site_path: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the entry as the manifest writes it; `site_path` only where there is one."""
        written = {
            "path": self.path,
            "piece": self.piece,
            "title": self.title,
            "audience": self.audience,
            "sha256": self.sha256,
            "bytes": self.bytes,
            "qr": list(self.qr),
        }
        return written if self.site_path is None else {**written, "site_path": self.site_path}


def entry_of(job: Job, value: bytes, site_path: str | None) -> Entry:
    """Return the entry of a sheet in `build/`, which may stand on the site too."""
    return Entry(
        path=f"build/{job.path}",
        piece=job.piece.name,
        title=job.sheet.title,
        audience=job.audience,
        sha256=hashlib.sha256(value).hexdigest(),
        bytes=len(value),
        qr=tuple(link.url for link in job.sheet.codes),
        site_path=site_path,
    )


def site_entries(folder: Path, jobs: tuple[Job, ...]) -> list[Entry]:
    """Return the entries of a finished site: its pages, the sheets it offers, and what the theme brings along."""
    ours = {job.path.removesuffix(".md") + ".html" if job.is_page else job.path: job for job in jobs}
    entries = []
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = file.relative_to(folder).as_posix()
        value = file.read_bytes()
        job = ours.get(name)
        entries.append(
            Entry(
                path=f"site/{name}",
                piece=job.piece.name if job else "site",
                title=job.sheet.title if job else name,
                audience="public",
                sha256=hashlib.sha256(value).hexdigest(),
                bytes=len(value),
                qr=tuple(link.url for link in job.sheet.codes) if job else (),
            )
        )
    return entries


def write(folder: Path, entries: list[Entry]) -> None:
    """Write the manifest into a fresh build folder."""
    listed = {"files": [entry.as_json() for entry in sorted(entries, key=lambda entry: entry.path)]}
    text = json.dumps(listed, ensure_ascii=False, indent=1) + "\n"
    (folder / PATH).write_text(text, encoding="utf-8", newline="\n")


def read(folder: Path) -> list[Entry]:
    """Return the entries of an earlier build, or none."""
    try:
        listed = json.loads((folder / PATH).read_bytes())["files"]
        return [Entry(**{**entry, "qr": tuple(entry["qr"])}) for entry in listed]
    except (OSError, ValueError, KeyError, TypeError):
        return []
