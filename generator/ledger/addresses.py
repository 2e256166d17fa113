"""Pages that were public and no longer exist: when links that people passed on stop working, the clerk should know.

Pages of people who may no longer be shown are left out: they are meant to be gone. So are pages of a result that is
still to come at the moment of a build, and pages behind a certificate's code.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator import disclosure
from generator.disk.sources import CONTENT
from generator.model import key_of
from generator.pieces.web import profile
from generator.problems import Problem, ProblemsFound, Text
from generator.reading.folder import WINNERS, WINNERS_OF_YEAR

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import datetime

    from generator.model import Records
    from generator.piece import Entry

_PAGE = re.compile(r"site/(?!404\.html|verify/)(?P<href>(?:(?P<year>2[4-6]\d\d)/)?(?P<name>.+)\.html)")
_WINNER = re.compile(r"winner-(?P<id>[a-z0-9-]+)")


def vanished(before: Iterable[Entry], made: Iterable[Entry], records: Records, moment: datetime) -> tuple[Problem, ...]:
    """Return a warning for each page of earlier builds or releases that is gone, and one for all pages of a winner.

    An office that has given up its site has been told of it once for all (`generator.reading.checks`).
    """
    if not records.organisation.site:
        return ()
    there = {entry.path for entry in made}
    hidden = {
        (award_round.programme.year, old)
        for award_round in records.rounds
        for winner in award_round.winners
        if winner.suppressed
        for old in (winner.id, *winner.formerly)
    }
    unnamed = {
        key_of(award_round.programme.year, who)
        for award_round in records.rounds
        for who in award_round.winners
        if who.suppressed
    }
    early = {
        award_round.programme.year
        for award_round in records.rounds
        if not disclosure.is_out(award_round.programme, moment)
    }
    gone: dict[tuple[int, str], str] = {}
    before = tuple(before)
    ids = _ids(before, records)
    for entry in before:
        page = _PAGE.fullmatch(entry.path)
        if page is None or entry.path in there or unnamed & {*entry.people}:
            continue
        year = int(page["year"] or 0)
        whose = _WINNER.match(page["name"])
        winner = _whose(whose["id"], ids.get(year, frozenset())) if whose else ""
        if year in early or (whose and any(_is_of(whose["id"], old) for y, old in hidden if y == year)):
            continue
        first = gone.setdefault((year, winner or page["href"]), page["href"])
        gone[year, winner or page["href"]] = min(first, page["href"], key=lambda href: (len(href), href))
    now = {(one.programme.year, winner.id) for one in records.rounds for winner in one.winners}
    return tuple(
        _problem(href, year, "" if whose == href or (year, whose) in now else whose)
        for (year, whose), href in sorted(gone.items(), key=lambda item: item[1])
    )


def _ids(before: Iterable[Entry], records: Records) -> dict[int, frozenset[str]]:
    """Return every id of a winner, by year: those in the records, and those whose page there was."""
    found: dict[int, set[str]] = {}
    for award_round in records.rounds:
        ids = found.setdefault(award_round.programme.year, set())
        ids |= {each for winner in award_round.winners for each in (winner.id, *winner.formerly)}
    for entry in before:
        page = _PAGE.fullmatch(entry.path) if entry.piece == profile.PIECE.name else None
        whose = _WINNER.fullmatch(page["name"]) if page else None
        if page and whose:
            found.setdefault(int(page["year"] or 0), set()).add(whose["id"])
    return {year: frozenset(ids) for year, ids in found.items()}


def _whose(name: str, ids: Collection[str]) -> str:
    """Return whose page it is, "" if nobody knows: a winner has several, whose names begin with that of the own one."""
    return max((each for each in ids if _is_of(name, each)), key=len, default="")


def _is_of(name: str, winner: str) -> bool:
    return name == winner or name.startswith(f"{winner}-")


def refuse_gone(before: Iterable[Entry], records: Records, meant: Collection[int]) -> None:
    """Raise `ProblemsFound` for years of which people were shown and of which the records now name nobody.

    A folder that was moved, or a file that did not come along, would empty a public site without a word; `meant` are
    the years that somebody has said are to go.
    """
    named = {award_round.programme.year for award_round in records.rounds if award_round.decided}
    shown = {entry.year for entry in before if entry.people and not entry.sealed and entry.year}
    problems = [_gone(year) for year in sorted(shown - named - {*meant})]
    if problems:
        raise ProblemsFound(problems)


def not_gone(records: Records, meant: Collection[int]) -> Iterator[Problem]:
    """Yield a warning for each year that somebody has said is to go, and of which the records still name people."""
    for award_round in records.rounds:
        year = award_round.programme.year
        if year in meant and award_round.decided:
            yield Problem(f"{WINNERS}/{year}/{WINNERS_OF_YEAR}", 0, 0, "winners", *_not_gone(year), warning=True)


def _not_gone(year: int) -> tuple[Text, Text]:
    return (
        Text(
            f"--gone {year} ไม่มีผล เพราะในข้อมูลยังมีผู้ได้รับการคัดเลือกของปีนั้น",
            f"--gone {year} had no effect: the records still name people who were chosen in that year",
        ),
        Text(
            f"ย้ายโฟลเดอร์ {WINNERS}/{year} ออกไปก่อน แล้วสั่งใหม่ ถ้าไม่ต้องการเอาออก ไม่ต้องใส่ --gone",
            f"move the folder {WINNERS}/{year} away first, then run again; leave --gone out if it is to stay",
        ),
    )


def _gone(year: int) -> Problem:
    return Problem(
        f"{WINNERS}/{year}/{WINNERS_OF_YEAR}",
        0,
        0,
        "winners",
        Text(
            f"ประกาศรายชื่อของปี {year} ไปแล้ว แต่ตอนนี้ในข้อมูลไม่มีผู้ได้รับการคัดเลือกของปีนั้นเลย จึงไม่ลบออกจากเว็บไซต์เอง",
            f"the result of {year} is out, but the records now name nobody of that year; nothing is taken off the site",
        ),
        Text(
            f"นำไฟล์หรือโฟลเดอร์กลับมาไว้ที่เดิม ถ้าตั้งใจเอาออก ให้สั่ง tonbaep build --gone {year}",
            f"put the file or folder back; if it is to go, run tonbaep build --gone {year}",
        ),
    )


def _problem(href: str, year: int, winner: str) -> Problem:
    gone = Text(
        f"หน้า {href} เคยเผยแพร่ แต่ไม่มีที่อยู่นี้แล้ว ลิงก์ที่คนส่งต่อไว้จะเปิดไม่ได้",
        f"the page {href} was public and is gone; links that people passed on lead nowhere",
    )
    if winner:
        cure = Text(
            f"ถ้าเปลี่ยน id ให้เพิ่มบรรทัด formerly: [{winner}] ใต้ id ใหม่ของคนนั้น ถ้าตั้งใจเอาหน้านี้ออก ไม่ต้องทำอะไร",
            f"if the id changed, write formerly: [{winner}] below the new one; if the page was to go, do nothing",
        )
        return Problem(f"{WINNERS}/{year}/{WINNERS_OF_YEAR}", 0, 0, "winners", gone, cure, warning=True)
    place = f"{WINNERS}/{year}" if year else CONTENT
    cure = Text(
        "ถ้าเปลี่ยนชื่อไฟล์หรือโฟลเดอร์ ให้ใช้ชื่อเดิม ถ้าตั้งใจเอาหน้านี้ออก ไม่ต้องทำอะไร",
        "if a file or folder was renamed, give it its old name; if the page was to go, do nothing",
    )
    return Problem(place, 0, 0, "", gone, cure, warning=True)
