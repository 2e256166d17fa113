"""The finished site as one ZIP for whoever puts it on the web by hand; beside it the one before, for the way back.

In the ZIP is the site and nothing else. What is known of it (when it was made, who is on it) stays in the workshop, so
a file of this name from elsewhere is taken for somebody else's, and is not replaced without a question.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.disk import keeping
from generator.disk.swap import write_whole
from generator.dispatch.packs import zipped
from generator.problems import Text
from generator.publishing import faults, planning, state
from generator.publishing.faults import HostFault
from generator.publishing.release import Report
from generator.publishing.state import Earlier, File, State

if TYPE_CHECKING:
    from pathlib import Path

    from generator.disk.swap import Workshop
    from generator.publishing.release import Asked, Wanted

_NOTE = "zips.json"
_SHAPE = {str: {str: {"at": str, "shown": [str]}}}
_BEFORE = "ก่อนหน้า"


class _Made(NamedTuple):
    """What is known of a ZIP: when it was made, and who is on it; `at` is "" for one that others made."""

    digest: str
    at: str
    shown: frozenset[str]

    def may_be_seen(self, asked: Asked) -> bool:
        """Return whether everybody on it may be shown today."""
        return self.shown <= state.shown_as(self.digest, asked.permitted)


class ZipPlace:
    """A ZIP file, to be handed on."""

    def __init__(self, workshop: Workshop, name: str) -> None:
        """Put it beside the project where it is not named from a root on; raises `HostFault` without its folder."""
        self._workshop = workshop
        self._file = workshop.project / name
        self._before = self._file.with_name(f"{self._file.stem} ({_BEFORE}){self._file.suffix}")
        self._note = workshop.folder / _NOTE
        if not self._file.parent.is_dir():
            raise _no_folder(str(self._file.parent))

    def standing(self) -> State | None:
        """Return what is in the ZIP and what in the one before; None where there is none of ours."""
        now, before = self._made(self._file), self._made(self._before)
        if now is None:
            return None
        earlier = (Earlier(1, before.at, before.shown, ()),) if before else ()
        return State(now.digest, _files(self._file), now.shown, now.at, 1, earlier)

    def publish(self, wanted: Wanted, asked: Asked) -> Report:
        """Write the site as a ZIP, whole or not at all; raises `HostFault` where others' files are in the way."""
        there = self.standing()
        asked.look(there)
        self._ask(asked)
        sent, gone = planning.differing(wanted, there)
        if there and not sent and not gone:
            return Report(same=len(wanted.files), cleaned=self._clean(asked))
        value = zipped({name: _read(wanted, asked, done, name) for done, name in enumerate(sorted(wanted.files), 1)})
        digest = hashlib.sha256(value).hexdigest()
        self._remember(digest, wanted.at, state.shown_as(digest, wanted.shown))
        if self._file.is_file():
            keeping.replace(self._before, self._file.read_bytes())
        keeping.replace(self._file, value)
        cleaned = self._clean(asked)
        return Report(tuple(sent), len(value), tuple(gone), len(wanted.files) - len(sent), cleaned=cleaned)

    def back(self, asked: Asked) -> State:
        """Let the two ZIPs trade places, and return what is in the first one; raises `HostFault`."""
        before = self._made(self._before)
        if before is None or not before.at or self._made(self._file) is None:
            raise faults.no_way_back()
        if not before.may_be_seen(asked):
            raise faults.shows_somebody()
        old, new = self._before.read_bytes(), self._file.read_bytes()
        keeping.replace(self._file, old)
        keeping.replace(self._before, new)
        return State(before.digest, {}, before.shown, before.at)

    def leave(self) -> None:
        """Do nothing: a file needs no line."""

    def _ask(self, asked: Asked) -> None:
        others = [file for file in (self._file, self._before) if file.exists() and self._made(file) is None]
        if others and not asked.adopt and not asked.agree(_replace([file.name for file in others])):
            raise _not_taken(others[0].name)
        for file in others:
            if file.is_file():
                self._remember(_digest(file), "", frozenset())

    def _clean(self, asked: Asked) -> tuple[int, ...]:
        """Remove the ZIP before, where somebody is on it who may not be shown any more."""
        before = self._made(self._before)
        if before is None or before.may_be_seen(asked):
            return ()
        keeping.restore(self._before, None)
        return (1,)

    def _made(self, file: Path) -> _Made | None:
        """Return what is known of a ZIP, or None where there is none, or it is not as it was made here."""
        if not file.is_file():
            return None
        digest = _digest(file)
        about = self._known().get(digest)
        return _Made(digest, about["at"], frozenset(about["shown"])) if about else None

    def _known(self) -> dict[str, dict[str, Any]]:
        return self._listed().get(str(self._file), {})

    def _listed(self) -> dict[str, dict[str, dict[str, Any]]]:
        return self._workshop.own.read(self._note, _SHAPE, dict[str, dict[str, dict[str, Any]]]) or {}

    def _remember(self, digest: str, at: str, shown: frozenset[str]) -> None:
        """Keep what is known of one more ZIP, and forget those that are gone."""
        there = {_digest(file) for file in (self._file, self._before) if file.is_file()}
        known = {each: about for each, about in self._known().items() if each in there}
        listed = {**self._listed(), str(self._file): {**known, digest: {"at": at, "shown": sorted(shown)}}}
        self._workshop.own.clear(self._note)
        write_whole(self._note, listed)


def _read(wanted: Wanted, asked: Asked, done: int, name: str) -> bytes:
    asked.progress(done, len(wanted.files), name)
    return wanted.read(name)


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _files(file: Path) -> dict[str, File]:
    """Return the files in a ZIP that was made here."""
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as archive:
        read = {name: archive.read(name) for name in archive.namelist()}
    return {name: File(state.digest_of(hashlib.sha256(value).hexdigest()), len(value)) for name, value in read.items()}


def _no_folder(folder: str) -> HostFault:
    return HostFault(
        Text(f"ไม่พบโฟลเดอร์ {folder} ที่จะวางไฟล์ ZIP", f"there is no folder {folder} for the ZIP file"),
        Text("สร้างโฟลเดอร์นั้น หรือเขียนชื่อไฟล์อย่างเดียว ไฟล์จะอยู่ข้างโครงการ", "create it, or write the name of the file alone"),
    )


def _replace(names: list[str]) -> Text:
    listed = ", ".join(names)
    return Text(
        f"มีไฟล์ {listed} อยู่แล้ว และไม่ใช่ไฟล์ที่โปรแกรมนี้ทำไว้ที่เครื่องนี้ จะทำไฟล์ใหม่แทนใช่หรือไม่",
        f"{listed} is there already, and is not as this program made it here. Put a new one in its place?",
    )


def _not_taken(name: str) -> HostFault:
    return HostFault(
        Text(f"มีไฟล์ {name} ของคนอื่นอยู่ จึงยังไม่ได้ทำไฟล์ ZIP", f"there is a file {name} of somebody's; no ZIP was made"),
        Text(
            "ย้ายไฟล์นั้นหรือใช้ชื่ออื่นในช่อง publish ถ้าไม่ใช้แล้ว สั่ง tonbaep publish --adopt",
            "move it, or name another file in publish; if it is of no use, run tonbaep publish --adopt",
        ),
    )
