"""Packs: one ZIP file per helper, of files that the manifest lists, with a page that says what to do with them.

The same files always give the same bytes: names in order, no date, no owner. What is only for the office, or printed
before its moment, is in no pack.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, NamedTuple

from generator import disclosure, era
from generator.dispatch import adding, changes
from generator.dispatch.adding import Addition
from generator.dispatch.helpers import HELPERS, Helper, said
from generator.ledger import choice, lagging, places, releases
from generator.piece import Use
from generator.pieces.parts import uses
from generator.problems import Problem, ProblemsFound, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from generator.disk.swap import Workshop
    from generator.dispatch.helpers import Step
    from generator.ledger.releases import Release
    from generator.model import Organisation, Records
    from generator.piece import Entry

FOLDER, PACK = "build/packs", "pack"
PIECES = frozenset({PACK, *(piece.name for piece in changes.PIECES_OF_CHANGE)})
"""The pieces whose files a new pack replaces."""

WEB = "web"
"""The helper whose pack is one for all years and has the folders of the site."""
HOW_TO, NEWS, TO_SIGN = "00-read-me.txt", "01-changes.txt", "02-take-down.pdf"
_DAY = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16


class Packed(NamedTuple):
    """Packs and papers that will be added to `build/`, the release they make up, and the releases before it."""

    additions: list[Addition]
    now: Release
    before: tuple[Release, ...]
    warnings: tuple[Problem, ...]


def packed(workshop: Workshop, records: Records, moment: datetime) -> Packed:
    """Return every pack that has files, with the differences from the last pack: papers, and each helper's part.

    A round that rests is packed only if its helpers are to learn of a change, or if it was made whole on request.

    The caller holds the workshop's lock. Raises `ProblemsFound` where a file has been changed since it was made, or
    shows somebody the records do not let it show, or not yet at `moment`.
    """
    project, office = workshop.project, records.organisation.on(moment.date())
    entries = adding.finished(workshop)
    now = releases.release_of(records, entries)
    if stale := releases.stale(records, now):
        raise ProblemsFound((_older_than_records(stale),))
    if early := lagging.early(records, entries, moment):
        raise ProblemsFound((_too_early(early),))
    before, warnings = releases.read(project)
    resting = disclosure.resting(records, moment)
    passed = choice.Passed(resting, disclosure.ceremonies_over(records, moment))
    awake = {entry.year for entry in entries if entry.year not in resting or not choice.lasts(entry)}
    rounds = {
        round_changes.year: round_changes
        for round_changes in changes.rounds(records, releases.told(records, before, now, passed))
    }
    papers = [
        Addition.of_piece(piece, sheet, piece.press.press(piece.template, sheet.view, workshop.fresh))
        for round_changes in rounds.values()
        for piece in changes.PIECES_OF_CHANGE
        for sheet in piece.lay_out(round_changes)
    ]
    packs = [
        _pack_of(pack, zipped({HOW_TO: _how_to(pack, office, list(news)), **news, **_contents(project, pack)}))
        for pack in packs_of(entries)
        for news in (_news(pack, rounds.get(pack.year), papers),)
        if pack.year in {0, *awake} or news
    ]
    return Packed([*papers, *packs], now, before, warnings)


class Pack(NamedTuple):
    """A pack: whose it is, its year or 0, its files, and the number of the village that alone gets it, or 0."""

    helper: Helper
    year: int
    files: list[Entry]
    moo: int = 0

    @property
    def whom(self) -> str:
        """Who gets it, in the office's words."""
        return f"{self.helper.whom} หมู่ที่ {self.moo}" if self.moo else self.helper.whom

    @property
    def path(self) -> str:
        """Where it stands."""
        of_year, of_village = f"-{self.year}" if self.year else "", f"-m{self.moo}" if self.moo else ""
        return f"{FOLDER}/{self.helper.name}{of_year}{of_village}.zip"

    @property
    def steps(self) -> tuple[Step, ...]:
        """What to do with it."""
        if not self.moo:
            return self.helper.steps
        return tuple(step._replace(says=step.says.format(moo=self.moo)) for step in self.helper.of_village)

    def has(self, entry: Entry) -> bool:
        """Return whether it would have a file, among those of its year."""
        return self.helper.carries(entry) and (not self.moo or _is_for(self.moo, entry))


def packs_of(entries: list[Entry]) -> Iterator[Pack]:
    """Yield every pack that has files: one for each helper, and one for each village with files of its own."""
    for helper in HELPERS:
        for year, files in sorted(chosen(helper, entries).items()):
            yield Pack(helper, year, files)
            for moo in sorted({entry.moo for entry in files if entry.moo and helper.of_village}):
                yield Pack(helper, year, [entry for entry in files if _is_for(moo, entry)], moo)


def _is_for(moo: int, entry: Entry) -> bool:
    """Return whether one village's announcer needs a file: it is for this village, or a copy of it is for each."""
    return entry.moo == moo or (not entry.moo and entry.use is not None and entry.use.copies == "each announcer")


def _pack_of(pack: Pack, value: bytes) -> Addition:
    use = Use(f"ส่งให้{pack.whom}", "file", pack.helper.name)
    called = f"ชุดไฟล์สำหรับ{pack.whom}"
    return Addition.of_file(pack.path, value, piece=PACK, called=called, use=use, year=pack.year)


def _contents(project: Path, pack: Pack) -> dict[str, bytes]:
    return {_inside(pack.helper, entry): (project / entry.path).read_bytes() for entry in pack.files}


def _inside(helper: Helper, entry: Entry) -> str:
    """Return the name of a file within a pack."""
    if helper.name == WEB:
        return entry.path
    name = entry.file if helper.flat else places.within_year(entry)
    return f"from-{era.iso(entry.usable_from)}{'-' if helper.flat else '/'}{name}" if entry.usable_from else name


def _news(pack: Pack, told: changes.Told | None, papers: list[Addition]) -> dict[str, bytes]:
    """Return what a helper learns about changes: a page about their own files and, for the boards, the list to sign."""
    lines = changes.letter(told, pack.has, pack.helper.anew) if told else []
    if told is None or not lines:
        return {}
    page = "\r\n".join((f"สิ่งที่เปลี่ยนจากชุดก่อน สำหรับ{pack.whom}", "ใช้ภายใน ห้ามส่งต่อ", "", *lines, ""))
    news = {NEWS: page.encode("utf-8-sig")}
    lists = (paper for paper in papers if (paper.entry.piece, paper.entry.year) == (changes.TAKE_DOWN.name, told.year))
    to_sign = next(lists, None) if pack.helper.signs else None
    return {**news, TO_SIGN: to_sign.value} if to_sign else news


def chosen(helper: Helper, entries: list[Entry]) -> dict[int, list[Entry]]:
    """Return a helper's files by year; 0 for the site, which is one whole."""
    by_year: dict[int, list[Entry]] = {}
    if helper.steps:
        for entry in sorted(filter(helper.carries, entries), key=lambda entry: entry.path):
            by_year.setdefault(0 if helper.name == WEB else entry.year, []).append(entry)
    return by_year


def _how_to(pack: Pack, office: Organisation, news: list[str]) -> bytes:
    """Return the page in a form that Notepad shows correctly on any computer: with a byte-order mark and CRLF."""
    names = [_inside(pack.helper, entry) for entry in pack.files]
    lines = [f"สำหรับ{pack.whom}", f"จาก {office.name}  โทร. {office.phone.printed}", ""]
    lines += ["ตัวอย่างเพื่อสาธิต ห้ามเผยแพร่จริง", ""] if office.sample else []
    lines += [f"มีสิ่งที่เปลี่ยนจากชุดก่อน อ่านก่อน: {' และ '.join(news)}", ""] if news else []
    lines += [f"{number}. {step}" for number, step in enumerate(said(pack.steps, names), 1)]
    lines += ["", f"ภาคผนวก: ไฟล์ทั้งหมดในชุดนี้ {len(names)} ไฟล์", *(_listed(pack.helper, pack.files))]
    return "\r\n".join((*lines, "")).encode("utf-8-sig")


def _listed(helper: Helper, files: list[Entry]) -> Iterator[str]:
    if helper.name == WEB:
        yield f"  เว็บไซต์ทั้งชุด {len(files)} ไฟล์ เริ่มที่ site/index.html"
        return
    yield from (f"  {_inside(helper, entry)}  {entry.title}{_since(entry)}" for entry in files)


def _since(entry: Entry) -> str:
    return f"  ({uses.since(entry.usable_from)})" if entry.usable_from else ""


def _older_than_records(stale: list[str]) -> Problem:
    return Problem(
        stale[0],
        0,
        0,
        "",
        Text(
            f"ไฟล์ที่สร้างไว้ {len(stale)} ไฟล์ยังมีชื่อหรือภาพของผู้ที่เผยแพร่ไม่ได้แล้ว จึงไม่รวมเป็นชุด",
            f"{len(stale)} files that were built show somebody who may not be shown any more, so nothing is packed",
        ),
        Text("สั่ง tonbaep build ก่อน แล้วสั่ง tonbaep pack อีกครั้ง", "run tonbaep build, then tonbaep pack"),
    )


def _too_early(early: list[str]) -> Problem:
    return Problem(
        early[0],
        0,
        0,
        "",
        Text(
            f"ไฟล์ที่สร้างไว้ {len(early)} ไฟล์มีชื่อของผลที่ยังไม่ถึงเวลาประกาศ จึงไม่รวมเป็นชุด",
            f"{len(early)} files that were built name somebody whose result is not out yet, so nothing is packed",
        ),
        Text("สั่ง tonbaep build ก่อน แล้วสั่ง tonbaep pack อีกครั้ง", "run tonbaep build, then tonbaep pack"),
    )


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return files as one ZIP, whose bytes say neither when nor on which system it was packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, value in sorted(files.items()):
            about = zipfile.ZipInfo(name, _DAY)
            about.external_attr, about.create_system = _READABLE, 3
            about.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(about, value)
    return out.getvalue()
