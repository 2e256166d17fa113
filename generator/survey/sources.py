"""Which program wrote a file of answers, by the columns that it always writes, never by the file's name.

A new program is a row of `SOURCES`. What is none of them is read by its headings and answers alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.survey.levels import FIGURES
from generator.survey.opening import Table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from re import Pattern

    from generator.survey.opening import Rows


class Source(NamedTuple):
    """A program: the columns that give it away, `least` of which must be there, and what some of them mean.

    `time` is when a reply came, `done` is empty where it was not finished, `one` is a reply's own number. `others` are
    the rest of the program's columns, with people's addresses among them: nobody looks into these. In one that
    writes `in_utc` a moment without a zone is one of Greenwich.
    """

    name: str
    marks: tuple[str, ...]
    least: int
    time: str
    done: str = ""
    one: str = ""
    others: str = ""
    in_utc: bool = False


class Known(NamedTuple):
    """Where the columns of a program stand; None for one that the file has not."""

    source: Source
    time: int | None
    done: int | None
    one: int | None
    others: frozenset[int]


_START = r"start ?time|start|เวลาเริ่มต้น|เวลาที่เริ่มต้น|เวลาเริ่ม"
_END = r"completion ?time|เวลาเสร็จสมบูรณ์|เวลาที่เสร็จสมบูรณ์|เวลาเสร็จสิ้น|เวลาที่เสร็จสิ้น"
_LAST_MODIFIED = r"last modified time|เวลาที่ปรับเปลี่ยนครั้งล่าสุด|เวลาที่แก้ไขล่าสุด|เวลาแก้ไขล่าสุด"
_SUBMITTED = r"submitdate(?:\W.*)?|date submitted|datum abgeschickt|date de soumission|วันที่ส่ง|fecha de env.o"
_RESPONSE = r"id(?:\. .*)?|response ?id|antwort ?id|id de la r.ponse|หมายเลขการตอบ|id de respuesta"
_LAST_PAGE = r"lastpage(?:\W.*)?|last page|letzte seite|derni.re page|หน้าสุดท้าย|.ltima p.gina"
_LANGUAGE = r"startlanguage(?:\W.*)?|start language|start-?sprache|langue de d.part|ภาษาเริ่มต้น|lenguaje inicial"
_SEED = r"seed(?:\W.*)?|zufallsstartwert|t.te de s.rie|semilla"
_PRIVATE = r"e-?mail|email address|ที่อยู่อีเมล|อีเมล|ชื่อผู้ใช้|username|ip ?address|ipaddr|ip-adresse|adresse ip"

GENERIC: Final = Source(
    "ตารางอื่น", (), 0, r"ประทับเวลา|timestamp|วันที่.*|date|วัน เดือน ปี.*|วัน/เดือน/ปี.*|เวลาที่ตอบ|date submitted", others=_PRIVATE
)
SOURCES: Final = (
    Source(
        "LimeSurvey",
        (_SUBMITTED, _LAST_PAGE, _LANGUAGE, _SEED),
        2,
        time=_SUBMITTED,
        done=_SUBMITTED,
        one=_RESPONSE,
        others=rf"{_LAST_PAGE}|{_LANGUAGE}|{_SEED}|{_PRIVATE}"
        r"|(?:startdate|datestamp)(?:\W.*)?|date started|date last action"
        r"|interviewtime.*|total time.*|(?:group|question) ?time.*|\w+time|refurl.*|referrer url|token.*",
    ),
    Source(
        "KoboToolbox",
        ("_uuid", "_submission_time", "_id", "_validation_status", "_index", "__version__", "_submitted_by"),
        3,
        time="_submission_time",
        one="_uuid",
        others=rf"_.*|start|end|today|deviceid|username|phonenumber|meta/.*|formhub/.*|{_PRIVATE}",
        in_utc=True,
    ),
    Source(
        "Microsoft Forms",
        ("id|หมายเลข", _START, _END),
        3,
        time=_END,
        done=_END,
        one="id|หมายเลข",
        others=rf"{_START}|{_LAST_MODIFIED}|{_PRIVATE}|name|ชื่อ|total points|quiz feedback|points - .*|feedback - .*"
        r"|คะแนนรวม|คำติชมแบบทดสอบ|คะแนน - .*|คำติชม - .*|language|ภาษา",
    ),
    Source(
        "Google Forms",
        ("ประทับเวลา|timestamp|การประทับเวลา",),
        1,
        time="ประทับเวลา|timestamp|การประทับเวลา",
        others=rf"{_PRIVATE}|คะแนน|score|total score",
    ),
)


def known(heads: Sequence[str]) -> Known:
    """Return the program that has these headings, with the places of its columns."""
    for source in SOURCES:
        if sum(_place(mark, heads) is not None for mark in source.marks) >= source.least:
            return _found(source, heads)
    return _found(GENERIC, heads)


def _found(source: Source, heads: Sequence[str]) -> Known:
    time, done, one = (_place(each, heads) for each in (source.time, source.done, source.one))
    others = _pattern(source.others)
    rest = {place for place, head in enumerate(heads) if head and others.fullmatch(plain(head))}
    return Known(source, time, done, one, frozenset(rest | {each for each in (time, done, one) if each is not None}))


def _place(pattern: str, heads: Sequence[str]) -> int | None:
    if not pattern:
        return None
    compiled = _pattern(pattern)
    return next((place for place, head in enumerate(heads) if compiled.fullmatch(plain(head))), None)


def _pattern(pattern: str) -> Pattern[str]:
    return re.compile(rf"(?:{pattern})")


def plain(head: str) -> str:
    """Return a heading as marks are compared with it: small letters, without the dots of a shortened one."""
    return " ".join(head.casefold().replace("\xa0", " ").split()).rstrip(". ")


_PERSON = re.compile(r"(?:คนที่|ชุดที่|ฉบับที่|ผู้ตอบ(?:คนที่)?|no|n|id|respondent|p)?\W*\d+")
_FEWEST = 3


def upright(table: Table) -> Table:
    """Return a table with a row for each reply: one that has its questions below each other is turned.

    Such a tally names questions in its first column, and people by numbers at the top, or not at all.
    """
    rows = [(line, row) for line, row in _some(table) if any(map(str.strip, row))]
    first = [row[0].strip() for _, row in rows if row]
    named = [title for title in table.heads[1:] if title]
    numbered = bool(named) and all(_PERSON.fullmatch(plain(title)) for title in named)
    wordy = sum(bool(cell) and not cell.replace(".", "").isdigit() for cell in first)
    cells = [cell for _, row in rows for cell in row[1:] if cell.strip()]
    levels = sum(FIGURES.knows(cell) for cell in cells)
    if not numbered or len(rows) < _FEWEST or wordy * 10 < len(first) * 9 or levels * 2 < len(cells):
        return table
    counted = [str(number) for number in range(1, len(named) + 1)]
    own = (
        [table.heads] if all(map(FIGURES.knows, named)) and named != counted else []
    )  # the first question stands at the very top
    return _turned(table, own + [row for _, row in table.rows()])


def _some(table: Table) -> Rows:
    for n, row in enumerate(table.rows()):
        if n >= 400:  # noqa: PLR2004 - no survey has so many questions
            return
        yield row


def _turned(table: Table, rows: list[list[str]]) -> Table:
    """Return the table with its columns as rows; a row of a title alone is the aspect of those below."""
    from generator.survey.wording import heading

    heads, columns, aspect = ["คนที่"], list[list[str]](), ""
    for row in rows:
        title = heading(row[0]) if row else ""
        if not any(cell.strip() for cell in row[1:]):
            aspect = title or aspect
            continue
        heads.append(f"{aspect} [{title}]" if aspect else title)
        columns.append(row)
    people = range(1, max((len(row) for row in columns), default=1))

    def turned() -> Rows:
        for place in people:
            name = table.heads[place] if place < len(table.heads) else ""
            answers = [row[place] if place < len(row) else "" for row in columns]
            if any(map(str.strip, answers)):
                yield place + 1, [name, *answers]

    return Table(table.name, heads, turned, 0, table.sheet, table.notes)
