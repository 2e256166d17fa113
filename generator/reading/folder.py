"""Which files of records there are and which have wrong names; opens none of them."""

from __future__ import annotations

import difflib
import os
import re
from typing import TYPE_CHECKING

from generator.era import BUDDHIST_ERA
from generator.problems import Problem
from generator.reading.wording import say, shown
from generator.thai.digits import to_arabic

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.reading.tree import Saying

WINNERS = "winners"
ORGANISATION = "organisation.yaml"
ROUND = "round.yaml"
WINNERS_OF_YEAR = "winners.yaml"
CERTIFICATES = "certificates.yaml"
RECORDINGS = "recordings.yaml"
SURVEY = "survey.yaml"
NOMINEES = "nominees.yaml"
SCORES = "scores.yaml"
TALLY = "tally.yaml"
PAPERS = "papers.yaml"
RELEASED = "released.json"
"""The program's own list of what was handed out; whoever reads it says what is wrong with it."""

_OF_YEAR = (ROUND, WINNERS_OF_YEAR, CERTIFICATES, RECORDINGS, SURVEY, NOMINEES, SCORES, TALLY, PAPERS)
_YEAR = re.compile(r"2[4-6]\d\d")
_NO_LETTERS = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_YAML = (".yaml", ".yml")
_WRITTEN_BY = (".txt", ".rtf", ".doc", ".docx", ".odt")
"""What an editor adds to a name without asking; Windows does not even show it."""


def unfit(place: str) -> Problem | None:
    """Return why records cannot lie at a place, None where they can: a name that no file of ours could say is no name.

    An archive from an old Thai Windows, unpacked elsewhere, leaves folders whose names are bytes and no letters.
    """
    if not _NO_LETTERS.search(place):
        return None
    said = say(
        "ชื่อโฟลเดอร์มีตัวอักษรที่เสียหรือมองไม่เห็น จึงใช้โฟลเดอร์นี้ไม่ได้",
        "the folder's name has letters that are broken or cannot be seen, so it cannot be used",
        "เปลี่ยนชื่อโฟลเดอร์เป็นอักษรไทยหรืออังกฤษ แล้วสั่งใหม่",
        "give the folder a name of plain letters, and run again",
    )
    return _unplaced(sayable(place), said)


def sayable(place: str) -> str:
    """Return the path of a folder with each letter that is none as its number, so that it can be shown and kept."""
    return _NO_LETTERS.sub(lambda found: f"\\x{ord(found[0]) & 0xFF:02x}", place)


def years(winners: Path) -> list[int]:
    """Return the Buddhist-era years that have a folder, newest first."""
    return sorted((int(each.name) for each in _folders(winners) if _YEAR.fullmatch(each.name)), reverse=True)


def _folders(winners: Path) -> list[Path]:
    if not winners.is_dir():
        return []
    return sorted(each for each in winners.iterdir() if each.is_dir() and not each.name.startswith("."))


def problems(winners: Path) -> Iterator[Problem]:
    """Yield what is wrong with the names below `winners/`: a file with a wrong name would be ignored without a word."""
    if not winners.is_dir():
        yield _unplaced(
            WINNERS,
            say(
                "ไม่พบโฟลเดอร์ winners ซึ่งเก็บข้อมูล",
                "there is no folder winners, which holds the records",
                "เปิดคำสั่งในโฟลเดอร์ของโครงการ หรือระบุด้วย --project",
                "start the command in the project's folder, or give it with --project",
            ),
        )
        return
    yield from _no_files(winners, WINNERS, (ORGANISATION,))
    yield from _missing(winners, WINNERS, ORGANISATION)
    yield from _strange(winners, WINNERS, (ORGANISATION,))
    for each in sorted(winners.iterdir()):
        if _YEAR.fullmatch(each.name) and not each.is_dir():
            yield _unplaced(f"{WINNERS}/{each.name}", _dangling() if each.is_symlink() else _no_folder())
    for folder in _folders(winners):
        name = f"{WINNERS}/{folder.name}"
        if _YEAR.fullmatch(folder.name):
            yield from _no_files(folder, name, _OF_YEAR)
            yield from _missing(folder, name, ROUND)
            yield from _strange(folder, name, _OF_YEAR)
            yield from _in_another_form(folder, name)
        elif not folder.name.startswith((ORGANISATION, RELEASED)):
            yield _no_year(folder.name, name)
    if not years(winners):
        yield _unplaced(
            WINNERS,
            say(
                "ยังไม่มีโฟลเดอร์ของปีใดเลย",
                "there is no year's folder yet",
                f"สร้างโฟลเดอร์ชื่อปี พ.ศ. เช่น {WINNERS}/2566 แล้ววางไฟล์ {ROUND}",
                f"make a folder named after the year, e.g. {WINNERS}/2566, with {ROUND} in it",
            ),
        )


def _no_files(folder: Path, name: str, known: tuple[str, ...]) -> Iterator[Problem]:
    """Yield what stands in the place of a record and is none: passed over, it would look as if nothing were written."""
    for file in known:
        if os.path.lexists(folder / file) and not (folder / file).is_file():
            yield _unplaced(f"{name}/{file}", _dangling() if (folder / file).is_symlink() else _no_file())


def _dangling() -> Saying:
    return say(
        "เป็นทางลัดที่ปลายทางหายไปแล้ว จึงไม่มีข้อมูลให้อ่าน",
        "is a broken link, so there is nothing to read",
        "นำปลายทางกลับมา หรือวางไฟล์จริงไว้แทนทางลัด",
        "restore the file it points to, or put the file itself here",
    )


def _no_folder() -> Saying:
    return say(
        "ไม่ใช่โฟลเดอร์ จึงไม่มีข้อมูลของปีนี้ให้อ่าน",
        "is not a folder, so there are no records of this year",
        "ย้ายสิ่งนี้ออกไป แล้วนำโฟลเดอร์ของปีกลับมาไว้ที่เดิม",
        "move it away and restore the folder of that year",
    )


def _no_file() -> Saying:
    return say(
        "ไม่ใช่ไฟล์ จึงอ่านข้อมูลไม่ได้",
        "is not a file, so nothing can be read from it",
        "ย้ายสิ่งนี้ออกไป แล้ววางไฟล์ชื่อนี้กลับมาไว้ที่เดิม",
        "move it away and restore the file of this name",
    )


def _missing(folder: Path, name: str, file: str) -> Iterator[Problem]:
    if not os.path.lexists(folder / file):
        yield _unplaced(
            f"{name}/{file}",
            say(
                f"ไม่พบไฟล์ {file}",
                f"there is no file {file}",
                f"สร้างไฟล์นี้ในโฟลเดอร์ {name} หรือแก้ชื่อไฟล์ให้ตรง",
                f"put it into {name}, or fix its name",
            ),
        )


def _strange(folder: Path, name: str, known: tuple[str, ...]) -> Iterator[Problem]:
    for each in sorted(folder.iterdir()):
        if _looks_like_records(each) and each.name not in known and not each.name.startswith("."):
            near = difflib.get_close_matches(each.name, known, n=1) or known[:1]
            yield _unplaced(
                f"{name}/{each.name}",
                say(
                    f"ไม่รู้จักไฟล์ชื่อ {shown(each.name)} จึงไม่ได้อ่าน",
                    f"{shown(each.name)} is not a file of records, so it will not be read",
                    *(_one_too_many(near[0]) if (folder / near[0]).exists() else _rename(each, near[0])),
                ),
            )


def _rename(file: Path, right: str) -> tuple[str, str]:
    shows = " (ให้ Windows แสดงนามสกุลไฟล์ก่อน)" if file.suffix.lower() in _WRITTEN_BY else ""
    return f"เปลี่ยนชื่อเป็น {right}{shows} หรือย้ายออกจากโฟลเดอร์นี้", f"call it {right}, or move it elsewhere"


def _one_too_many(right: str) -> tuple[str, str]:
    """Return the cure for a copy: under the right name it would destroy the records that are there."""
    return (
        f"มี {right} อยู่แล้ว ย้ายไฟล์นี้ไปเก็บนอกโฟลเดอร์ {WINNERS} ถ้าไฟล์นี้ใหม่กว่า ให้คัดลอกข้อความมาใส่ใน {right}",
        f"there is a {right}: move this file out of {WINNERS}; if it is the newer one, copy its text into {right}",
    )


def _in_another_form(folder: Path, name: str) -> Iterator[Problem]:
    """Yield a table or letter of winners where the real file is missing: it would look as if there were none yet."""
    if (folder / WINNERS_OF_YEAR).exists():
        return
    for each in sorted(folder.glob("winners.*")):
        if not _looks_like_records(each):
            yield _unplaced(
                f"{name}/{each.name}",
                say(
                    f"อ่านผู้ได้รับการคัดเลือกจาก {shown(each.name)} ไม่ได้",
                    f"winners cannot be read from {shown(each.name)}",
                    f"เขียนลงใน {WINNERS_OF_YEAR} ตามไฟล์ตัวอย่าง หรือย้ายไฟล์นี้ออกจากโฟลเดอร์ถ้ายังไม่มีผล",
                    f"write them into {WINNERS_OF_YEAR} as in the sample, or move it away if there is no result yet",
                ),
            )


def _looks_like_records(file: Path) -> bool:
    """Return whether somebody may think that a file is read: `winner.yaml`, `winners.yaml.txt`."""
    suffixes = [suffix.lower() for suffix in file.suffixes]
    return suffixes[-1:] in ([".yaml"], [".yml"]) or (
        suffixes[-1:] != [] and suffixes[-1] in _WRITTEN_BY and any(suffix in _YAML for suffix in suffixes)
    )


def _no_year(written: str, name: str) -> Problem:
    figures = to_arabic(written)
    year = int(figures) if re.fullmatch(r"\d{4}", figures) else 0
    right = year if _YEAR.fullmatch(str(year)) else year + BUDDHIST_ERA
    cure = f"{WINNERS}/{right}" if _YEAR.fullmatch(str(right)) else f"{WINNERS}/2566"
    return _unplaced(
        name,
        say(
            f"ชื่อโฟลเดอร์ {shown(written)} ไม่ใช่ปี พ.ศ. เลขอารบิกสี่หลัก",
            f"the folder {shown(written)} is not named after a Buddhist-era year",
            f"เปลี่ยนชื่อเป็นปี พ.ศ. เช่น {cure} หรือย้ายออกจากโฟลเดอร์ {WINNERS}",
            f"call it after the year, e.g. {cure}, or move it out of {WINNERS}",
        ),
    )


def _unplaced(file: str, saying: Saying, *, warning: bool = False) -> Problem:
    """Return a problem with a whole file or folder, which has no line to point at."""
    return Problem(file, 0, 0, "", saying.message, saying.fix, warning)
