"""Exports of a survey in every shape that forms write them, of people who are made up; holds no assertion.

`python -m tests.support.exports FOLDER` writes them all.
"""

from __future__ import annotations

import csv
import io
import random
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

import xlsxwriter

from generator.model import Aspect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

ASPECTS: Final = (
    Aspect("เจ้าหน้าที่", ("สุภาพ ยิ้มแย้ม", "อธิบายเข้าใจง่าย ตอบได้ตรงกับเรื่อง")),
    Aspect("ขั้นตอน", ("รอไม่นาน และเรียงตามคิว", "มีป้ายบอกขั้นตอน")),
)
QUESTIONS: Final = tuple((aspect.name, item) for aspect in ASPECTS for item in aspect.items)
WORDS: Final = ("", "น้อยที่สุด", "น้อย", "ปานกลาง", "มาก", "มากที่สุด")
COMMENT, ADDRESS = "นกขมิ้นเหลืองอ่อนเกาะรั้วบ้านยายเมี้ยน", "yaimian.canary@example.org"
"""What must be nowhere afterwards."""


@dataclass(frozen=True)
class Reply:
    """One person's reply; a level is None where the question was passed over."""

    came: datetime
    levels: tuple[int | None, ...]
    division: str
    person: str
    channel: str
    place: str


def replies(many: int = 40, seed: int = 7) -> list[Reply]:
    """Return replies of the first half of April 2023, one after the other."""
    chance, came, made = random.Random(seed), datetime.fromisoformat("2023-04-01 08:05:09"), []
    for _ in range(many):
        came += timedelta(minutes=chance.randrange(30, 900), seconds=chance.randrange(60))
        levels = tuple(chance.choice((5, 5, 5, 4, 4, 3, 2, 1, None)) for _ in QUESTIONS)
        made.append(
            Reply(
                came,
                levels if any(levels) else (3, *levels[1:]),
                chance.choice(("สำนักปลัด", "กองช่าง")),
                chance.choice(("นางสาวปิยะนุช ศรีท้องถิ่น", "ปิยะนุช  ศรีท้องถิ่น", "น.ส.ปิยะนุช ศรีท้องถิ่น", "พี่นุช", "")),
                chance.choice(("โปสเตอร์", "เว็บไซต์", "จุดบริการ")),
                chance.choice(("หมู่ที่ 1", "ทั่วไป")),
            )
        )
    return made


def word(level: int | None) -> str:
    """Return a level as the usual Thai word."""
    return WORDS[level or 0]


def figure(level: int | None) -> str:
    """Return a level as a figure."""
    return "" if level is None else str(level)


EXTRA: Final = ("หน่วยงานที่มาติดต่อ", "เจ้าหน้าที่ผู้ให้บริการ (ชื่อ)", "ทราบแบบประเมินจากช่องทางใด", "มาจากหมู่ใด", "ข้อเสนอแนะ")


def extra(reply: Reply) -> list[str]:
    """Return what stands behind the questions."""
    return [reply.division, reply.person, reply.channel, reply.place, COMMENT]


def text(rows: Iterable[Sequence[str]], mark: str = ",", *, quoted: bool = False, end: str = "\r\n") -> str:
    """Return rows as CSV."""
    out = io.StringIO()
    if quoted:
        csv.writer(out, delimiter=mark, quoting=csv.QUOTE_ALL, lineterminator=end).writerows(rows)
    else:
        csv.writer(out, delimiter=mark, lineterminator=end).writerows(rows)
    return out.getvalue()


def workbook(rows: Iterable[Sequence[object]], sheet: str = "Sheet1") -> bytes:
    """Return rows as a workbook; days are days there."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "yyyy-mm-dd hh:mm:ss"}) as book:
        page = book.add_worksheet(sheet)
        for number, row in enumerate(rows):
            page.write_row(number, 0, [None if cell == "" else cell for cell in row])
    return out.getvalue()


def grid(title: str = "{aspect} [{item}]") -> list[str]:
    """Return the headings of the questions."""
    return [title.format(aspect=aspect, item=item) for aspect, item in QUESTIONS]


def google(
    people: list[Reply],
    when: str = "{0.day}/{0.month}/{0.year}, {0:%H:%M:%S}",
    first: str = "ประทับเวลา",
    said: Callable[[int | None], str] = word,
    title: str = "{aspect} [{item}]",
) -> list[list[str]]:
    """Return what Google writes."""
    heads = [first, "ที่อยู่อีเมล", *grid(title), *EXTRA]
    return [heads] + [[when.format(each.came), ADDRESS, *map(said, each.levels), *extra(each)] for each in people]


def microsoft(people: list[Reply], heads: Sequence[str], when: Callable[[datetime], object]) -> list[list[object]]:
    """Return what Microsoft Forms writes."""
    rows: list[list[object]] = [[*heads, *grid("{item}"), *EXTRA]]
    for number, each in enumerate(people, 1):
        times = [when(each.came - timedelta(minutes=3)), when(each.came)]
        rows.append([number, *times, "anonymous", "", *map(word, each.levels), *extra(each)])
    return rows


def lime(
    people: list[Reply], titles: Sequence[str], heads: Sequence[str], *, anonymous: bool = False
) -> list[list[str]]:
    """Return what LimeSurvey writes: number, when, page, language, seed, questions."""
    rows = [[*heads, *titles, *EXTRA]]
    for number, each in enumerate(people, 1):
        came = "1980-01-01 00:00:00" if anonymous else f"{each.came:%Y-%m-%d %H:%M:%S}"
        rows.append([str(number), came, "4", "th", "1832", *map(word, each.levels), *extra(each)])
    return rows


LIME_CODES = ("id", "submitdate", "lastpage", "startlanguage", "seed")
LIME_TEXTS = ("Response ID", "Date submitted", "Last page", "Start language", "Seed")
LIME_GERMAN = ("Antwort ID", "Datum Abgeschickt", "Letzte Seite", "Start-Sprache", "Zufallsstartwert")


def kobo(people: list[Reply], titles: Sequence[str], *, labels: bool, hxl: bool = False) -> list[list[str]]:
    """Return what KoboToolbox writes; `_submission_time` is of Greenwich and says so nowhere."""
    end = ["_id", "_uuid", "_submission_time", "_validation_status", "_submitted_by", "__version__", "_index"]
    rows = [["start", "end", *titles, *EXTRA, *end]]
    if hxl:
        rows.append(["#date", "", "#a", "#b", "#c", "#d", *["#e"] * len(EXTRA), *[""] * len(end)])
    for number, each in enumerate(people, 1):
        sent = each.came - timedelta(hours=7)
        zoned = f"{each.came:%Y-%m-%dT%H:%M:%S}.215+07:00"
        levels = map(word if labels else figure, each.levels)
        tail = [str(900 + number), f"u-{number}", f"{sent:%Y-%m-%dT%H:%M:%S}", "", "", "v1", str(number)]
        rows.append([zoned, zoned, *levels, *extra(each), *tail])
    return rows


def tally(people: list[Reply], *, titled: bool = False) -> list[list[object]]:
    """Return what somebody types who has a pile of papers: questions down, people across."""
    rows: list[list[object]] = [["ข้อ", *range(1, len(people) + 1)]]
    aspect = ""
    for place, (name, item) in enumerate(QUESTIONS):
        if titled and name != aspect:
            aspect = name
            rows.append([f"ด้าน{name}", *[""] * len(people)])
        rows.append([f"{place + 1}. {item}", *(each.levels[place] or "" for each in people)])
    return rows


def typed(people: list[Reply]) -> list[list[str]]:
    """Return a sheet of an office's own: days of the Buddhist era, Thai figures."""
    thai = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
    rows = [["วันที่", *(f"ข้อ {n}. {item}" for n, (_, item) in enumerate(QUESTIONS, 1)), *EXTRA]]
    for each in people:
        day = f"{each.came.day}/{each.came.month}/{each.came.year + 543}"
        rows.append([day.translate(thai), *(figure(level).translate(thai) for level in each.levels), *extra(each)])
    return rows


def monkey(people: list[Reply]) -> list[list[str]]:
    """Return two rows of headings: a question over several columns, and their own names below."""
    first = ["Respondent ID", "Date", *(name for aspect in ASPECTS for name in (aspect.name, ""))]
    second = ["", "", *(item for _, item in QUESTIONS)]
    return [first, second] + [
        [str(n), f"{each.came:%Y-%m-%d %H:%M:%S}", *map(word, each.levels)] for n, each in enumerate(people, 1)
    ]


_JS = "%a %b %d %Y %H:%M:%S GMT+0700 (Indochina Time)"
_MS = ("ID", "Start time", "Completion time", "Email", "Name")
_MS_THAI = ("ID", "เวลาเริ่มต้น", "เวลาเสร็จสมบูรณ์", "อีเมล", "ชื่อ")


def _half(zone: str) -> str:
    return "{0:%Y/%m/%d} {0:%I:%M:%S} " + zone


def _halved(people: list[Reply], thai: bool, zone: str) -> list[list[str]]:
    rows = google(people, _half("{0:%p} " + zone), "Timestamp", figure)
    if thai:
        rows = [[rows[0][0].replace("Timestamp", "ประทับเวลา"), *rows[0][1:]], *rows[1:]]
        rows[1:] = [[row[0].replace("AM", "ก่อนเที่ยง").replace("PM", "หลังเที่ยง"), *row[1:]] for row in rows[1:]]
    return rows


def both(level: int | None) -> str:
    """Return figure and word."""
    return f"{level} - {word(level)}" if level else ""


def behind(level: int | None) -> str:
    """Return word and figure."""
    return f"{word(level)} ({level})" if level else "-"


def shapes(people: list[Reply]) -> dict[str, bytes]:
    """Return every shape, by a name that says nothing of the program."""
    abbreviated = [f"{item[:15]}.. " for _, item in QUESTIONS]
    coded = [f"Q{n}[SQ00{n}]. {aspect} [{item}]" for n, (aspect, item) in enumerate(QUESTIONS, 1)]
    grouped = [f"group_{n}/{item}" for n, (_, item) in enumerate(QUESTIONS)]
    csvs: dict[str, str] = {
        "sheet-th": text(google(people)),
        "sheet-en": text(google(people, "{0.month}/{0.day}/{0.year} {0:%H:%M:%S}", "Timestamp")),
        "zipped": text(_halved(people, thai=False, zone="GMT+7"), quoted=True),
        "zipped-th": text(_halved(people, thai=True, zone="GMT+7"), quoted=True),
        "script": text(google(people, "{0:" + _JS + "}", "Timestamp"), quoted=True),
        "both": text(google(people, said=both)),
        "behind": text(google(people, said=behind)),
        "stars": text(google(people, said=lambda level: "⭐" * (level or 0))),
        "satisfied": text(google(people, said=lambda level: f"พึงพอใจ{word(level)}" if level else "")),
        "numbered": text(google(people, title="{aspect}: 1.1 {item} >>")),
        "lime-text": "\ufeff" + text(lime(people, grid(), LIME_TEXTS), quoted=True),
        "lime-coded": "\ufeff"
        + text(lime(people, coded, [f"{a}. {b}" for a, b in zip(LIME_CODES, LIME_TEXTS, strict=True)])),
        "lime-short": "\ufeff" + text(lime(people, abbreviated, LIME_TEXTS), ";", quoted=True),
        "lime-german": text(lime(people, grid(), LIME_GERMAN), ";", quoted=True),
        "lime-anonymous": text(lime(people, grid(), LIME_CODES, anonymous=True), quoted=True),
        "kobo-labels": text(kobo(people, grid("{item}"), labels=True), ";", quoted=True, end="\n"),
        "kobo-groups": text(kobo(people, grouped, labels=False), ";", quoted=True, end="\n"),
        "kobo-hxl": text(kobo(people, grid("{item}"), labels=True, hxl=True), ";", quoted=True, end="\n"),
        "tally": text([list(map(str, row)) for row in tally(people)]),
        "typed": text(typed(people)),
        "two-heads": text(monkey(people)),
        "semicolon": "sep=;\r\n" + text(google(people), ";"),
    }
    files = {f"{name}.csv": said.encode() for name, said in csvs.items()}
    files["windows.csv"] = text(typed(people)).encode("cp874")
    files["unicode.txt"] = text(google(people), "\t").encode("utf-16")
    ms = microsoft(people, _MS, lambda came: f"{came.month}/{came.day}/{came:%y %H:%M:%S}")
    files["ms.csv"] = ("\ufeff" + text([list(map(str, row)) for row in ms])).encode()
    files["ms.xlsx"] = workbook(microsoft(people, _MS, lambda came: came))
    files["ms-th.xlsx"] = workbook(microsoft(people, _MS_THAI, lambda came: came), "Form1")
    broken = google(people, said=figure, title="{aspect}\n[{item}]")
    dated = [[each.came, *row[1:2], *(each.levels), *row[6:]] for each, row in zip(people, broken[1:], strict=True)]
    files["sheet.xlsx"] = workbook([broken[0], *[["" if cell is None else cell for cell in row] for row in dated]])
    files["kobo.xlsx"] = workbook(kobo(people, grid("{item}"), labels=True))
    files["tally.xlsx"] = workbook(tally(people, titled=True), "Data")
    return files


def main(folder: Path) -> None:
    """Write every shape into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, value in shapes(replies()).items():
        (folder / name).write_bytes(value)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
