"""Keeps the committee's score sheets with the records: whose each is, by a random id, and what came back on it.

An id is drawn once and never changed, since it stands on paper. With the first scores the rules are written down by
which they were given; from then on the door refuses others.
"""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING, Final

from generator.disk.keeping import replace, restore
from generator.model import ScoreSheet
from generator.problems import Problem, ProblemsFound
from generator.reading import read, wording
from generator.reading.folder import NOMINEES, SCORES, WINNERS
from generator.tally import facts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from generator.model import AwardRound, Given, Records, Selection
    from generator.store import Store

ALPHABET: Final = "abcdefghjkmnpqrstuvwxyz23456789"
"""Letters and digits that nobody mistakes for another when reading them from paper."""
GROUPS, LETTERS = 3, 4
"""Twelve of them make 59 bits: no two sheets of any office meet, and whose a sheet is cannot be told from its id."""

HEADER: Final = """\
# โปรแกรมเขียนไฟล์นี้เมื่อสั่ง tonbaep papers scoresheet และ tonbaep import scores ลับ ไม่เผยแพร่ อย่าลบและอย่าแก้
# rules   กติกาที่ใช้เมื่อกรรมการให้คะแนน กติกาใน round.yaml เปลี่ยนไปจากนี้ไม่ได้
# sheets  ใบให้คะแนนของกรรมการแต่ละคน  id เลขที่ใบ สุ่มครั้งเดียว อยู่บนใบแล้ว  member กรรมการคนที่เท่าใดใน round.yaml
#         digest ลายนิ้วมือของไฟล์ที่นำเข้า ยังไม่มีแปลว่ายังไม่ได้คืนใบ  given คะแนนที่ให้ หรือเหตุที่งดให้
"""


def at_stake(award_round: AwardRound) -> Selection:
    """Return who is to be scored; raises `ProblemsFound` where nobody is."""
    selection = award_round.selection
    if selection is None:
        name = f"{WINNERS}/{award_round.programme.year}/{NOMINEES}"
        raise ProblemsFound([Problem(name, 0, 0, "nominees", *wording.nobody_nominated())])
    return selection


def draw(project: Path, store: Store, year: int) -> bool:
    """Give each member of the committee who has none the id of a sheet; return whether one was drawn.

    Raises `ProblemsFound` for faulty records, and where nobody is nominated; then nothing is written.
    """
    records = read(project, store, recount=True)
    award_round = next(each for each in records.rounds if each.programme.year == year)
    selection = at_stake(award_round)
    known = {sheet.member for sheet in selection.sheets}
    lacking = [n for n, _ in enumerate(award_round.programme.committee, 1) if n not in known]
    ids = {sheet.id for sheet in selection.sheets}
    sheets = list(selection.sheets)
    for member in lacking:
        ids.add(new := _id(ids))
        sheets.append(ScoreSheet(new, member))
    if lacking:
        _write(project, store, year, text(selection.rules_then, sheets), recount=True)
    return bool(lacking)


def _id(taken: Collection[str]) -> str:
    while True:
        groups = ("".join(secrets.choice(ALPHABET) for _ in range(LETTERS)) for _ in range(GROUPS))
        drawn = "-".join(groups)
        if drawn not in taken:
            return drawn


def keep(
    project: Path, store: Store, award_round: AwardRound, came: Iterable[ScoreSheet], *, recount: bool = False
) -> Records:
    """Put sheets that came back in the place of those with their ids, and return the records with them.

    Where the records would then be wrong, everything is as it was and `ProblemsFound` is raised. With `recount`, a
    result that was kept need not follow from them any more: it is about to be counted anew.
    """
    selection, new = at_stake(award_round), {sheet.id: sheet for sheet in came}
    sheets = [new.get(sheet.id, sheet) for sheet in selection.sheets]
    rules = selection.rules_then or tuple(
        f"{name}: {value}" for name, value in facts.rules(award_round.programme).items()
    )
    return _write(project, store, award_round.programme.year, text(rules, sheets), recount=recount)


def _write(project: Path, store: Store, year: int, said: str, *, recount: bool = False) -> Records:
    file = project / WINNERS / str(year) / SCORES
    before = file.read_bytes() if file.is_file() else None
    try:
        replace(file, said.encode())
        return read(project, store, recount=recount)
    except BaseException:
        restore(file, before)
        raise


def text(rules: Iterable[str], sheets: Iterable[ScoreSheet]) -> str:
    """Return the file's whole text; the same sheets always make the same text."""
    listed = sorted(sheets, key=lambda sheet: sheet.member)
    lines = [*_rules(rules), "sheets:", *(line for sheet in listed for line in _sheet(sheet))]
    return HEADER + "\n".join(lines) + "\n"


def _rules(rules: Iterable[str]) -> Iterator[str]:
    lines = [f"  - {_quoted(rule)}" for rule in rules]
    if lines:
        yield "rules:"
        yield from lines


def _sheet(sheet: ScoreSheet) -> Iterator[str]:
    yield f"  - id: {sheet.id}"
    yield f"    member: {sheet.member}"
    if sheet.digest:
        yield f"    digest: {sheet.digest}"
    if sheet.given:
        yield "    given:"
        yield from (line for given in sheet.given for line in _given(given))


def _given(given: Given) -> Iterator[str]:
    yield f"      - nominee: {given.nominee}"
    if given.scores:
        scores = ", ".join(f"{key}: {facts.shown(score)}" for key, score in given.scores.items())
        yield f"        scores: {{{scores}}}"
    if given.recused:
        yield f"        recused: {_quoted(given.recused)}"


def _quoted(said: str) -> str:
    return json.dumps(said, ensure_ascii=False)
