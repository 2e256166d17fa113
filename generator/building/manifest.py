"""The list of everything that was made, for people and programs that come after; it does not list itself."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.building.plan import offered_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.building.persons import Persons
    from generator.building.plan import Job

PATH = "manifest.json"

PROOF, PACK, REHEARSAL = "proof", "pack", "rehearsal"
LATER = frozenset({PROOF, PACK, REHEARSAL})
"""What is made of finished files by commands of its own; a build that changes any of those takes it away."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file: `path` from the project folder, `qr` the targets of its codes, `site_path` its twin on the site.

    `look` is the file that it looks like in small; `people` are the winners whose name it says and `portrayed` those of
    whom it shows what needs a consent, as `generator.building.persons` names them.
    """

    path: str
    piece: str
    title: str
    audience: str
    sha256: str
    bytes: int
    qr: tuple[str, ...] = ()
    site_path: str | None = None
    look: str | None = None
    people: tuple[str, ...] = ()
    portrayed: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the entry as the manifest writes it; what is optional only where there is something."""
        written = {
            "path": self.path,
            "piece": self.piece,
            "title": self.title,
            "audience": self.audience,
            "sha256": self.sha256,
            "bytes": self.bytes,
            "qr": list(self.qr),
        }
        more = {
            "site_path": self.site_path,
            "look": self.look,
            "people": list(self.people),
            "portrayed": list(self.portrayed),
        }
        return {**written, **{key: value for key, value in more.items() if value}}


def entry_from(written: Mapping[str, Any]) -> Entry:
    """Return an entry as it was written; raises `KeyError` or `TypeError` for anything else."""
    if not all(isinstance(written[key], str) for key in ("path", "piece", "title", "audience", "sha256")):
        raise TypeError(written)
    lists = {key: tuple(map(str, written[key])) for key in ("qr", "people", "portrayed") if key in written}
    return Entry(**{**written, **lists})


def entry_of(job: Job, value: bytes, twins: Mapping[str, str], persons: Persons) -> Entry:
    """Return the entry of a sheet in `build/`; `twins` are the digests of the site's files, where it may stand too."""
    people, portrayed = persons.on(job)
    digest, twin = hashlib.sha256(value).hexdigest(), f"site/{offered_path(job.path)}"
    return Entry(
        path=f"build/{job.path}",
        piece=job.piece.name,
        title=job.sheet.title,
        audience=job.audience,
        sha256=digest,
        bytes=len(value),
        qr=tuple(link.url for link in job.sheet.codes),
        site_path=twin if twins.get(twin) == digest else None,
        look=f"build/{job.sheet.look}" if job.sheet.look not in {"", job.sheet.path} else None,
        people=people,
        portrayed=portrayed,
    )


def site_entries(folder: Path, jobs: tuple[Job, ...], persons: Persons) -> list[Entry]:
    """Return the entries of a finished site: its pages, the sheets it offers, and what the theme brings along."""
    ours = {job.path.removesuffix(".md") + ".html" if job.is_page else job.path: job for job in jobs}
    entries = []
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = file.relative_to(folder).as_posix()
        value = file.read_bytes()
        job = ours.get(name)
        people, portrayed = persons.on(job) if job else persons.of_picture(name, ours)
        entries.append(
            Entry(
                path=f"site/{name}",
                piece=job.piece.name if job else "site",
                title=job.sheet.title if job else name,
                audience="public",
                sha256=hashlib.sha256(value).hexdigest(),
                bytes=len(value),
                qr=tuple(link.url for link in job.sheet.codes) if job else (),
                people=people,
                portrayed=portrayed,
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
        return [entry_from(entry) for entry in listed]
    except (OSError, ValueError, KeyError, TypeError):
        return []
