"""The next year's records, made of the last: rules stay, people go, dates move to the same weekdays."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from generator.amending import template
from generator.amending.changes import CannotWrite, Edit, Removal
from generator.amending.pen import changed, values
from generator.disk.keeping import write
from generator.reading import schema
from generator.reading.folder import PAPERS, ROUND, WINNERS, WINNERS_OF_YEAR, years
from generator.reading.wording import say
from generator.thai.dates import DateFault, long_date, moment_text, parse_date, parse_moment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.amending.changes import Change
    from generator.amending.hand import Value
    from generator.reading.tree import Saying

_GONE: Final = ("replies", "newsletter_issue", "corrections", "you_said", "proof")
"""What belongs to one year only."""
_GONE_OF_CEREMONY: Final = ("held", "photos")
_WEEKS: Final = 365.2425 / 7


def next_year(project: Path, year: int) -> int | Saying:
    """Write the records of a year, made of those of the newest year before it, and return which that is.

    Nothing is written where there are records of that year or none before it, or the last cannot be read.
    """
    folder = project / WINNERS
    there = years(folder)
    before = [each for each in there if each < year]
    if year in there or not before:
        return _already(year) if year in there else _none_before(year)
    last = max(before)
    raw = (folder / f"{last}" / ROUND).read_bytes()
    try:
        text = raw.decode()
        said = values(text)
        written = changed(text, *_changes(said, year, last))
    except (UnicodeDecodeError, CannotWrite):
        return _unreadable(last)
    sample = said.get("sample") if isinstance(said, dict) else None
    given: dict[str, Value] = {**({"sample": sample} if sample else {}), "winners": []}
    write(folder / f"{year}" / ROUND, written.encode())
    write(folder / f"{year}" / WINNERS_OF_YEAR, template.record(schema.Winners, given).encode())
    if papers := _papers(folder / f"{last}" / PAPERS):
        write(folder / f"{year}" / PAPERS, papers)
    return last


def _papers(file: Path) -> bytes | None:
    """Return what official papers of the next year need too: all but the meeting and the numbers that were given."""
    try:
        text = file.read_bytes().decode()
        said = values(text)
        there = said if isinstance(said, dict) else {}
        gone = [Removal((key,)) for key in ("meeting",) if key in there]
        return changed(text, *gone, *([Edit(("numbered",), [])] if there.get("numbered") else [])).encode()
    except (OSError, UnicodeDecodeError, CannotWrite):
        return None


def _moment_later(written: str, later: timedelta) -> str | None:
    """Return a moment that much later, or nothing for one that the door would not read."""
    try:
        return moment_text(parse_moment(written) + later)
    except DateFault:
        return None


def _changes(said: Value, year: int, last: int) -> Iterator[Change]:
    """Yield what becomes of the last year's text; the moment of the result moves with its day, to the same hour."""
    record = said if isinstance(said, dict) else {}
    later = timedelta(weeks=round((year - last) * _WEEKS))
    yield Edit(("year",), str(year))
    steps = record.get("steps")
    for at, step in enumerate(steps if isinstance(steps, list) else []):
        yield from _later(step, ("steps", at), ("starts", "ends"), later)
    yield from _later(record.get("survey"), ("survey",), ("opens", "counted_until", "closes"), later)
    if isinstance(record.get("result_at"), str):
        yield Edit(("result_at",), _moment_later(str(record["result_at"]), later))
    yield from (Removal((key,)) for key in _GONE if key in record)
    ceremony = record.get("ceremony")
    if isinstance(ceremony, dict):
        yield from (Removal(("ceremony", key)) for key in _GONE_OF_CEREMONY if key in ceremony)


def _later(group: Value, loc: tuple[str | int, ...], keys: tuple[str, ...], later: timedelta) -> Iterator[Change]:
    """Yield edits that move days by whole weeks; a day that cannot be read is left, since the door tells of it."""
    for key in keys if isinstance(group, dict) else ():
        written = group.get(key) if isinstance(group, dict) else None
        if isinstance(written, str):
            try:
                yield Edit((*loc, key), long_date(parse_date(written) + later))
            except DateFault:
                continue


def _already(year: int) -> Saying:
    return say(
        f"มีข้อมูลปี {year} อยู่แล้ว จึงไม่เขียนทับ",
        f"there are records of {year} already, which are not overwritten",
        f"แก้ในโฟลเดอร์ {WINNERS}/{year}",
        f"change them in {WINNERS}/{year}",
    )


def _none_before(year: int) -> Saying:
    return say(
        f"ไม่มีข้อมูลของปีก่อน {year} ให้คัดลอก",
        f"there are no records before {year} to copy",
        "ใส่ปีที่อยู่หลังปีที่มีข้อมูล",
        "give a year after one that has records",
    )


def _unreadable(last: int) -> Saying:
    return say(
        f"อ่าน {WINNERS}/{last}/{ROUND} ไม่ได้ จึงยังคัดลอกไม่ได้",
        f"{WINNERS}/{last}/{ROUND} cannot be read, so it cannot be copied",
        "สั่ง tonbaep check แล้วแก้ก่อน",
        "run tonbaep check and fix it first",
    )
