"""What was said on the sheets that were handed out, as far as it can be corrected: facts of office, round and winners.

A release keeps them so that a correction can name what changed, old and new. It keeps little: of whoever is on no sheet
nothing, of a text that was shown by consent only a digest, and of a result nothing before it is told.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.disclosure import may_portray
from generator.model import key_of
from generator.thai.dates import clock, date_range, long_date, moment_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from generator.model import AwardRound, Organisation, Records, Showing, Winner

Facts = dict[str, dict[str, str]]
"""What is said, by the word for it, of the office (``), of a round (its year) and of a winner (the winner's key)."""

OFFICE = ""
_DIGEST = "sha256:"
_SHOWN: tuple[Showing, ...] = ("print", "social", "site")
_LONGEST = 160
"""How many letters of a corrected text are quoted."""


@dataclass(frozen=True, slots=True)
class Fix:
    """Something that is said otherwise than on the sheets that are out: of whom or what, the word for it, old and new.

    `key` is that of the winner, the year, or empty for the office; `old` is empty where it was not said, or where only
    a digest of it was kept.
    """

    key: str
    whose: str
    what: str
    old: str
    new: str

    @property
    def words(self) -> str:
        """It in words."""
        if not self.old:
            return f"{self.what}: {self.new or 'แก้ถ้อยคำ'}"
        return f"{self.what}: {self.old} → {self.new or 'ไม่มีแล้ว'}"


def of_records(records: Records, shown: Collection[str]) -> Facts:
    """Return what the sheets with these people (`shown`, keys of winners) say."""
    found: Facts = {OFFICE: dict(_of_office(records.organisation))}
    for award_round in records.rounds:
        year = award_round.programme.year
        people = {key_of(year, winner): winner for winner in award_round.winners}
        told = bool(people.keys() & {*shown})
        found[str(year)] = {word: value for word, value in _of_round(award_round, told=told) if value}
        found |= {
            key: {word: value for word, value in _of_winner(winner) if value}
            for key, winner in people.items()
            if key in shown and not winner.suppressed
        }
    return found


def fixes(then: Facts, now: Facts, records: Records) -> tuple[Fix, ...]:
    """Return what is said otherwise now: of the office first, then of rounds and their winners.

    Nobody is in it who is not in both: who is new or gone is no correction of words.
    """
    called = _called(records)
    return tuple(
        Fix(
            key,
            called.get(key, ""),
            word,
            *_in_words(key, word, then[key].get(word, ""), now[key].get(word, ""), records),
        )
        for key in sorted(then.keys() & now.keys())
        for word in dict.fromkeys((*now[key], *then[key]))
        if _differ(then[key].get(word, ""), now[key].get(word, ""))
    )


def _differ(old: str, new: str) -> bool:
    """Return whether something is said otherwise; a text that came or went with its consent is no correction."""
    both = bool(old and new)
    return old != new and (both or not (old + new).startswith(_DIGEST))


def _in_words(key: str, word: str, old: str, new: str, records: Records) -> tuple[str, str]:
    if not (old + new).startswith(_DIGEST):
        return old, new
    texts = dict(_winners(records))
    said = dict(_texts(texts[key])).get(word, "") if key in texts else ""
    short = f"{said[:_LONGEST]}…" if len(said) > _LONGEST else said
    return "", f"แก้ถ้อยคำ ที่ถูกต้องคือ “{short}”" if short else "แก้ถ้อยคำ"


def _of_office(office: Organisation) -> Iterator[tuple[str, str]]:
    yield from (
        ("ชื่อหน่วยงาน", office.name),
        ("ที่อยู่", office.address.full),
        ("โทรศัพท์", office.phone.printed),
        ("เวลาทำการ", office.office_hours),
        ("เว็บไซต์", office.site),
    )
    for village in office.villages:
        yield f"ป้ายประกาศ หมู่ที่ {village.moo}", village.board
        yield f"ชื่อหมู่ที่ {village.moo}", village.name


def _of_round(award_round: AwardRound, *, told: bool) -> Iterator[tuple[str, str]]:
    """Yield what a round says; what came of it only where its result is told."""
    programme, outcomes = award_round.programme, award_round.outcomes
    yield "ชื่อเรียกผู้ได้รับการคัดเลือก", programme.award_name
    yield "ประกาศผล", moment_text(programme.result_at)
    yield "แบบประเมินเปิดถึง", long_date(programme.survey.closes)
    yield "คำตอบนับเป็นคะแนนถึง", long_date(programme.survey.counted_until)
    for step in programme.steps:
        yield f"วันของขั้น {step.text}", date_range(step.starts, step.ends)
    for criterion in programme.criteria:
        yield f"เกณฑ์ {criterion.name}", f"{criterion.weight} คะแนน"
    if programme.ceremony:
        yield "สถานที่พิธี", programme.ceremony.place
        yield "เวลาพิธี", clock(programme.ceremony.starts)
        yield "ประธานในพิธี", programme.ceremony.presider.post
    if told:
        satisfaction, complaints = outcomes.satisfaction_of(programme.year), outcomes.complaints_of(programme.year)
        yield "ความพึงพอใจ", f"ร้อยละ {satisfaction.value}" if satisfaction else ""
        yield "เรื่องร้องเรียน", f"{complaints.value} เรื่อง" if complaints else ""


def _of_winner(winner: Winner) -> Iterator[tuple[str, str]]:
    yield "ชื่อ", winner.name.full
    yield "ตำแหน่ง", winner.position
    yield "สังกัด", winner.division.name
    yield "ประเภท", winner.category.name
    yield "อันดับ", str(winner.place) if winner.category.places > 1 else ""
    yield "อ่านชื่อว่า", winner.name.read_as or ""
    for word, text in _texts(winner):
        yield word, _DIGEST + hashlib.sha256(text.encode()).hexdigest()[:16]


def _texts(winner: Winner) -> Iterator[tuple[str, str]]:
    """Yield the texts that are shown by consent, as far as there is a consent to any channel."""
    if any(may_portray(winner, channel) for channel in _SHOWN):
        yield "คำยกย่อง", winner.citation
        yield "คำพูด", winner.quote
        yield "เรื่องเล่า", winner.story


def _winners(records: Records) -> Iterator[tuple[str, Winner]]:
    for award_round in records.rounds:
        for winner in award_round.winners:
            yield key_of(award_round.programme.year, winner), winner


def _called(records: Records) -> dict[str, str]:
    years = {str(one.programme.year): f"{one.programme.award_name} ปี {one.programme.year}" for one in records.rounds}
    people = {key: winner.name.full for key, winner in _winners(records)}
    return {OFFICE: records.organisation.name, **years, **people}
