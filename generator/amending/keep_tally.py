"""Keeps the result of a count with the facts that it followed from, and writes who was chosen; counts nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from generator.amending import template
from generator.amending.changes import CannotWrite, Edit, Removal
from generator.amending.hand import lines_of
from generator.amending.pen import changed
from generator.disclosure.reach import MIN_GROUP
from generator.disk.keeping import replace, restore
from generator.problems import Problem, ProblemsFound, Text
from generator.reading import read, schema
from generator.reading.folder import NOMINEES, TALLY, WINNERS, WINNERS_OF_YEAR
from generator.reading.record import open_record
from generator.reading.tree import Fault
from generator.reading.wording import say, shown
from generator.tally import facts, half_up
from generator.thai.dates import moment_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from generator.amending.changes import Change
    from generator.amending.hand import Value
    from generator.model import AwardRound, Records, Selection, Verdict
    from generator.reading.tree import Saying
    from generator.store import Store
    from generator.tally.counting import Count, Line

HEADER = """\
# โปรแกรมเขียนไฟล์นี้เมื่อสั่ง tonbaep tally คือผลที่เก็บไว้ กับข้อเท็จจริงทุกข้อที่ผลนั้นนับมา เป็นความลับ ไม่เผยแพร่ อย่าแก้และอย่าลบ
# ถ้าข้อมูลเปลี่ยนไปจากข้อเท็จจริงเหล่านี้ tonbaep check จะบอกว่าข้อไหน นับใหม่ได้โดยบอกเหตุผล: tonbaep tally --reason "เหตุผล"
"""
_OF_WINNERS = (
    "id", "name", "team", "deceased", "position", "division", "category", "place", "citation", "story", "quote",
    "satisfaction", "scores", "total", "photo",
)  # fmt: skip
"""The order of a winner's keys, for those that are added."""


class Kept(NamedTuple):
    """What is to be kept: when it was counted and, where an earlier result stands, why it is counted anew."""

    at: datetime
    reason: str = ""


def stands(award_round: AwardRound, selection: Selection) -> bool:
    """Return whether the result that is kept is that of today's facts."""
    kept = selection.verdict
    return kept is not None and kept.digest == facts.digest(facts.facts(award_round.programme, selection))


def written(project: Path, award_round: AwardRound, found: Count) -> bool:
    """Return whether the list of winners says what a count came to."""
    return _winners(project / WINNERS / str(award_round.programme.year), found) is None


def keep(project: Path, store: Store, award_round: AwardRound, found: Count, kept: Kept) -> Records:
    """Write the result and who was chosen, and return the records with them.

    Raises `ProblemsFound` where the records would then be wrong, as where somebody is among the winners who was not
    chosen; then every file is as it was.
    """
    folder = project / WINNERS / str(award_round.programme.year)
    files: dict[Path, bytes] = {}
    if award_round.selection is None or not stands(award_round, award_round.selection):
        files[folder / TALLY] = _verdict(award_round, found, kept).encode()
    text = _winners(folder, found)
    if text is not None:
        files[folder / WINNERS_OF_YEAR] = text.encode()
    before = {file: file.read_bytes() if file.is_file() else None for file in files}
    try:
        for file, value in files.items():
            replace(file, value)
        return read(project, store)
    except BaseException:
        for file, was in before.items():
            restore(file, was)
        raise


def _verdict(award_round: AwardRound, found: Count, kept: Kept) -> str:
    selection = award_round.selection
    if selection is None:
        raise LookupError(NOMINEES)
    said = facts.facts(award_round.programme, selection)
    changes = [*_changes(selection.verdict, kept)]
    lines = [
        f"digest: {facts.digest(said)}",
        f"at: {moment_text(kept.at)}",
        "outcomes:",
        *(f"  - {_flow(_outcome(line))}" for line in found.lines),
        *(["changes:", *(f"  - {_flow(each)}" for each in changes)] if changes else []),
        "facts:",
        *(f"  - {_flow({'name': _quoted(name), 'value': _quoted(value)})}" for name, value in said.items()),
    ]
    return HEADER + "\n".join(lines) + "\n"


def _changes(before: Verdict | None, kept: Kept) -> Iterator[dict[str, str]]:
    if before is None:
        return
    for each in before.changes:
        yield {"at": _quoted(moment_text(each.at)), "reason": _quoted(each.reason), "was": each.was}
    yield {"at": _quoted(moment_text(kept.at)), "reason": _quoted(kept.reason), "was": before.digest}


def _outcome(line: Line) -> dict[str, str]:
    said = {"nominee": line.nominee.id}
    if line.printed is not None:
        said["total"] = str(line.printed)
    if line.place is not None:
        said["place"] = str(line.place)
    if line.chosen:
        said["chosen"] = "ใช่"
    return said


def _winners(folder: Path, found: Count) -> str | None:
    """Return the whole text of the winners' file with who was chosen, None where it says so already."""
    file = folder / WINNERS_OF_YEAR
    name = f"{WINNERS}/{folder.name}/{WINNERS_OF_YEAR}"
    text = file.read_bytes().decode("utf-8") if file.is_file() else "winners: []\n"
    known: dict[str, schema.Winner] = {}
    places: dict[str, int] = {}
    if file.is_file():
        record, problems = open_record(file, name, schema.Winners)
        wrong = [problem for problem in problems if not problem.warning]
        if record is None or wrong:
            raise ProblemsFound(wrong)
        known = {each.id: each for each in record.value.winners}
        places = {each.id: at for at, each in enumerate(record.value.winners)}
        chosen = {line.nominee.id for line in found.chosen}
        gone = [each.id for each in record.value.winners if not chosen & {each.id, *each.formerly}]
        if gone:
            raise ProblemsFound(
                record.problem(Fault(("winners", places[id_], "id"), _not_any_more(id_))) for id_ in gone
            )
    changes = [*_changed(known, places, found)]
    if not changes:
        return None
    try:
        return changed(text, *changes)
    except (UnicodeDecodeError, CannotWrite):
        raise ProblemsFound([Problem(name, 0, 0, "", *_BY_HAND)]) from None


def _changed(known: dict[str, schema.Winner], places: dict[str, int], found: Count) -> Iterator[Change]:
    added = 0
    for line in found.chosen:
        winner = known.get(line.nominee.id)
        if winner is None:
            given = _entry(line)
            loc = ("winners", len(known) + added)
            yield Edit(loc, given, (), lines_of([given], 0) if known or added else _told(given))
            added += 1
            continue
        loc = ("winners", places[line.nominee.id])
        if winner.place != line.place:
            yield Edit((*loc, "place"), str(line.place))
        if winner.total != line.printed:
            yield Edit((*loc, "total"), str(line.printed), _OF_WINNERS)
        if winner.scores:
            yield Removal((*loc, "scores"))
        heard = _heard(line)
        if heard and (
            winner.satisfaction is None
            or {"percent": str(winner.satisfaction.percent), "replies": str(winner.satisfaction.replies)} != heard
        ):
            yield Edit((*loc, "satisfaction"), dict(heard), _OF_WINNERS)


def _heard(line: Line) -> dict[str, str]:
    """Return what citizens said of the person, where it is the person's own figure and enough answered."""
    voice = line.voice
    if voice is None or line.heard != "คน" or voice.replies < MIN_GROUP:
        return {}
    return {"percent": str(half_up(voice.percent)), "replies": str(voice.replies)}


def _entry(line: Line) -> dict[str, Value]:
    nominee = line.nominee
    name = nominee.name
    given: dict[str, Value] = {"id": nominee.id}
    if name.team:
        given["team"] = {"name": name.first}
    else:
        parts = {"title": name.title, "first": name.first, "last": name.last, "read_as": name.read_as or ""}
        given["name"] = {key: value for key, value in parts.items() if value}
        given["position"] = nominee.position
    given |= {"division": nominee.division.key, "category": nominee.category.key, "place": str(line.place)}
    if heard := _heard(line):
        given["satisfaction"] = dict(heard)
    given["total"] = str(line.printed)
    return given


def _told(given: dict[str, Value]) -> list[str]:
    """Return the lines of the first winner, with the story and the photo that are still to be written as remarks."""
    lines = lines_of([given], 0)
    later = [line for line in template.entry(schema.Winner, {"id": given["id"]}, told=True) if line.startswith("  #")]
    totals = {n for at, line in enumerate(later) if line.startswith("  # total:") for n in (at - 1, at)}
    return [*lines, *(line for at, line in enumerate(later) if at not in totals)]


def _flow(row: dict[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in row.items()) + "}"


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _not_any_more(id_: str) -> Saying:
    return say(
        f"{shown(id_)} อยู่ในรายชื่อนี้ แต่ผลที่นับใหม่ไม่ได้รับการคัดเลือก ยังไม่ได้เก็บผล",
        f"{shown(id_)} is in this list, but is not chosen by the new count; nothing was kept",
        "ลบรายการของคนนี้ออกจากไฟล์นี้ (เก็บสำเนาไว้ถ้าต้องการ) แล้วสั่ง tonbaep tally --reason อีกครั้ง",
        "take the entry out of this file, and run tonbaep tally --reason once more",
    )


_BY_HAND = (
    Text(
        "เขียนผู้ได้รับการคัดเลือกลงในไฟล์นี้เองไม่ได้ ไฟล์ยังเหมือนเดิม",
        "who was chosen cannot be written into this file; it is as it was",
    ),
    Text("บันทึกไฟล์เป็น UTF-8 แล้วสั่ง tonbaep tally อีกครั้ง", "save it as UTF-8 and run tonbaep tally again"),
)
