"""Freezes a result: each winner gets a number, a random token and what the certificate says, for good."""

from __future__ import annotations

import json
import re
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

from generator.disclosure import public_round
from generator.disk.keeping import replace, restore
from generator.problems import Problem, ProblemsFound, Text
from generator.reading import read, schema
from generator.reading.folder import CERTIFICATES, WINNERS, WINNERS_OF_YEAR
from generator.reading.record import open_record
from generator.reading.schema import Unread
from generator.reading.tree import Place
from generator.thai.dates import long_date

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from generator.model import AwardRound, Issued, Name, Records, Winner
    from generator.store import Store

ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
LETTERS = 20
"""Twenty letters out of 32 make a hundred bits: nobody finds a certificate by guessing addresses."""

HEADER = """\
# โปรแกรมเขียนไฟล์นี้เมื่อสั่ง tonbaep freeze เก็บไว้กับข้อมูลของรอบ อย่าลบและอย่าแก้ เลขที่และรหัสตรวจสอบพิมพ์อยู่บนประกาศเกียรติคุณแล้ว
# number  เลขที่ประกาศเกียรติคุณ    token  รหัสตรวจสอบท้ายที่อยู่หน้าตรวจสอบ สุ่มขึ้น ไม่ได้มาจากชื่อหรือข้อมูลของใคร
# issued  ข้อความบนใบเมื่อออกเลขที่ พิมพ์กี่ครั้งก็เหมือนเดิม แม้หน่วยงานหรือสังกัดเปลี่ยนชื่อภายหลัง ออกใบใหม่
#         สั่ง tonbaep freeze --again id ของคนนั้น
certificates:
"""

_ITEM = re.compile(r"^ +- .*\n(?:(?! *- ).*\n?)*", re.MULTILINE)
_ISSUED = re.compile(r"^( +)issued:.*\n(?:\1 +.*\n?)*", re.MULTILINE)
_WINNER = re.compile(r"winner: *['\"]?([a-z0-9-]+)")


def freeze(project: Path, store: Store, year: int | None, again: Collection[str] = ()) -> list[tuple[int, int]]:
    """Give every winner without a certificate a number and a token; return each round's year and how many it wrote.

    Numbers continue after the highest ever given, in the order of categories and places; a winner who is not public
    gets none. What a certificate says is written beside its number, also where an older program left that out, and for
    the winners `again` anew: their certificates are issued a second time under the same number. Raises `ProblemsFound`
    for faulty records, and for an id that has no certificate; then nothing is written.
    """
    before = _forget(project, year, set(again))
    try:
        records = read(project, store)
        return [*_freeze(project, store, records, year)]
    except ProblemsFound:
        for file, content in before.items():
            restore(file, content)
        raise


def _freeze(project: Path, store: Store, records: Records, year: int | None) -> Iterator[tuple[int, int]]:
    for award_round in records.rounds:
        if year not in {None, award_round.programme.year}:
            continue
        said = _said(records, award_round)
        lacking = [winner.id for winner in award_round.in_order if winner.id in said and not _is_whole(winner)]
        if lacking:
            ids = {winner.id: (winner.id, *winner.formerly) for winner in award_round.winners}
            _write(project, store, award_round.programme.year, {ids[winner]: said[winner] for winner in lacking})
            yield award_round.programme.year, len(lacking)


def _said(records: Records, award_round: AwardRound) -> dict[str, Issued]:
    """Return what the certificate of each public winner says."""
    public = public_round(records.organisation, award_round, award_round.programme.result_at, "print")
    told = {winner.id: public.now_issued(winner) for winner in public.winners}
    return {winner: issued for winner, issued in told.items() if issued}


def _is_whole(winner: Winner) -> bool:
    return winner.certificate is not None and winner.certificate.issued is not None


def _forget(project: Path, year: int | None, again: set[str]) -> dict[Path, bytes]:
    """Take out what some winners' certificates said, of this year or else the newest; return the file as it was before.

    It is done before the records are read: they may be faulty for no other reason than that they differ from it.
    """
    if not again:
        return {}
    missing = again
    for file in sorted((project / WINNERS).glob(f"{year or '*'}/{CERTIFICATES}"), reverse=True):
        content = file.read_bytes()
        text = content.decode("utf-8-sig")
        known = set(_WINNER.findall(text))
        held = {winner: known & {winner, *before} for winner, before in _ids(file.parent, again).items()}
        if all(held.values()):
            replace(file, _unissued(text, set().union(*held.values())).encode())
            return {file: content}
        missing = min(missing, {winner for winner in again if not held[winner]}, key=len)
    raise ProblemsFound((_not_issued(f"{WINNERS}/{year or '…'}/{CERTIFICATES}", sorted(missing)),))


def _ids(folder: Path, winners: set[str]) -> dict[str, list[str]]:
    """Return the ids that some winners of a year had before, as far as its list can be read."""
    ids: dict[str, list[str]] = {winner: [] for winner in winners}
    with suppress(OSError, Unread):
        record, _ = open_record(folder / WINNERS_OF_YEAR, WINNERS_OF_YEAR, schema.Winners)
        for each in record.value.winners if record else ():
            if each.id in ids:
                ids[each.id] = [*each.formerly]
    return ids


def _not_issued(file: str, winners: list[str]) -> Problem:
    names = ", ".join(winners)
    return Problem(
        file,
        *Place(0, 0),
        "winner",
        Text(f"ยังไม่เคยออกประกาศเกียรติคุณให้ {names}", f"no certificate was issued to {names}"),
        Text(
            "ใช้ id (winner) ที่อยู่ในไฟล์นี้ ใบแรกสั่ง tonbaep freeze",
            "use an id of this file; run tonbaep freeze for a first one",
        ),
    )


def _unissued(text: str, winners: Collection[str]) -> str:
    """Return a file's text without what the certificates of these winners say."""

    def item(found: re.Match[str]) -> str:
        whose = _WINNER.search(found[0])
        return _ISSUED.sub("", found[0]) if whose and whose[1] in winners else found[0]

    return _ITEM.sub(item, text)


def _write(project: Path, store: Store, year: int, said: dict[tuple[str, ...], Issued]) -> None:
    """Add the items to the year's file, and take them back if the file cannot be read any more."""
    file = project / WINNERS / str(year) / CERTIFICATES
    before = file.read_bytes() if file.is_file() else None
    text = HEADER if before is None else before.decode("utf-8-sig").rstrip() + "\n"
    highest = max((int(number) for number in re.findall(r"^ +(?:- )?number: *(\d+)", text, re.MULTILINE)), default=0)
    for ids, issued in said.items():
        text, numbered = _with(text, ids, issued)
        if not numbered:
            highest += 1
            token = "".join(secrets.choice(ALPHABET) for _ in range(LETTERS))
            text += f"  - winner: {ids[0]}\n    number: {highest}\n    token: {token}\n{_block(issued)}"
    replace(file, text.encode())
    try:
        read(project, store)
    except ProblemsFound:
        restore(file, before)
        raise


def _with(text: str, ids: tuple[str, ...], issued: Issued) -> tuple[str, bool]:
    """Return the text with what a certificate says below its item, and whether there is such an item.

    The item stands under the id of its day; the one of today, the first of `ids`, goes before those that were.
    """
    items = {whose[1]: found for found in _ITEM.finditer(text) if (whose := _WINNER.search(found[0]))}
    found = next((items[each] for each in (ids[0], *reversed(ids[1:])) if each in items), None)
    if found is None:
        return text, False
    return f"{text[: found.start()]}{found[0].rstrip()}\n{_block(issued)}{text[found.end() :]}", True


def _block(issued: Issued) -> str:
    """Return what a certificate says, as it is written below its number."""
    facts = {
        "office": issued.office,
        "award": issued.award,
        "position": issued.position,
        "division": issued.division,
        "category": issued.category,
        "day": long_date(issued.day),
    }
    lines = [
        "issued:",
        *(f"  {key}: {_quoted(value)}" for key, value in facts.items() if value),
        "  name:",
        *(f"    {line}" for line in _name(issued.name)),
        "  signer:",
        f"    post: {_quoted(issued.signer.post)}",
        "    name:",
        *(f"      {line}" for line in _name(issued.signer.name)),
    ]
    return "".join(f"    {line}\n" for line in lines)


def _name(name: Name) -> list[str]:
    parts = {"title": name.title, "first": name.first, "last": name.last, "jawi": name.jawi}
    kinds = {"team": name.team, "late": name.late}
    return [
        *(f"{key}: {_quoted(value)}" for key, value in parts.items() if value),
        *(f"{key}: ใช่" for key, holds in kinds.items() if holds),
    ]


def _quoted(text: str) -> str:
    """Return a value between quotation marks, whatever letters it contains."""
    return json.dumps(text, ensure_ascii=False)
