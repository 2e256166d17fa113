"""What `papers.yaml` says of a round's official papers: numbers used once, the picture of the krut, what was signed."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from generator import model
from generator.disclosure.paperwork import REFERS
from generator.reading import photo_path
from generator.reading.checks import gathered
from generator.reading.names import name_of
from generator.reading.schema import Unread
from generator.reading.tree import Fault, Saying
from generator.reading.wording import say
from generator.thai.dates import buddhist_year, date_range, long_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from generator.reading import schema
    from generator.reading.tree import Loc

Used = dict[tuple[model.Register, int, str], tuple[int, model.PaperKey]]
"""Numbers that are taken: by register, calendar year and number, the round and the paper that has each."""


class Pictures(NamedTuple):
    """The pictures of a round's papers: the krut, and the pages of scans that the site shows, by their place."""

    krut: model.Picture | None
    scans: Mapping[int, tuple[model.Picture, ...]]


OF_THE_MEETING: frozenset[model.PaperKey] = frozenset({"minutes", "result-memo"})
"""The papers that tell of the meeting as of something past."""

YEAR = timedelta(days=366)

FOLDER = "papers"
"""Where signed papers lie, within a round's folder."""


def of_round(record: schema.Papers, award_round: schema.Round | None, folder: Path, used: Used) -> Iterator[Fault]:
    """Yield what is wrong with a round's papers; the numbers that they have are added to `used`."""
    yield from gathered(
        (
            _numbers(record, folder.name, used),
            _scans(record, folder),
            _signers(record),
            _meeting(record, award_round),
            _days(record, award_round),
            _far(record, award_round),
        )
    )


def _numbers(record: schema.Papers, year: str, used: Used) -> Iterator[Fault]:
    for index, each in enumerate(record.numbered):
        with suppress(Unread):
            loc: Loc = ("numbered", index, "number")
            register = model.REGISTERS.get(each.paper)
            if each.number is None or register is None:
                if register not in {None, "notice"}:
                    yield Fault(loc, _without_number(each.paper))
                continue
            key = (register, buddhist_year(each.day), each.number)
            if key in used:
                yield Fault(loc, _used(each.number, buddhist_year(each.day), *used[key]))
            used.setdefault(key, (int(year), each.paper))


def _without_number(paper: model.PaperKey) -> Saying:
    return say(
        f"{model.PAPER_NAMES[paper]}ไม่มีเลขที่",
        f"{paper} has no number",
        "เขียน number ตามทะเบียน หรือลบรายการนี้ถ้ายังไม่ได้ออกเลข",
        "write its number from the register, or delete the item if it has none yet",
    )


def _used(number: str, calendar: int, year: int, paper: model.PaperKey) -> Saying:
    return say(
        f"เลขที่ {number}/{calendar} ใช้กับ{model.PAPER_NAMES[paper]}ของรอบ {year} แล้ว",
        f"number {number}/{calendar} is used by {paper} of {year} already",
        "ดูทะเบียนแล้วแก้เลขหรือวันที่ เลขเริ่มใหม่ทุกปีปฏิทิน",
        "look into the register and correct number or day; numbers begin anew with each calendar year",
    )


def _scans(record: schema.Papers, folder: Path) -> Iterator[Fault]:
    for index, each in enumerate(record.numbered):
        with suppress(Unread):
            found = photo_path.resolve(folder, each.scan) if each.scan else None
            if isinstance(found, Saying):
                yield Fault(("numbered", index, "scan"), _no_scan(each.scan or "", each.paper))
            if each.on_site and (each.scan is None or each.paper not in model.NOTICES):
                yield Fault(("numbered", index, "on_site"), _not_for_site(each.paper))


def _no_scan(scan: str, paper: model.PaperKey) -> Saying:
    return say(
        f"ไม่พบไฟล์สแกน {scan}",
        f"there is no {scan}",
        f"วางไฟล์กลับที่เดิม หรือสั่ง tonbaep file ไฟล์สแกน --paper {paper} ใหม่ หรือลบบรรทัด scan",
        f"put it back, run tonbaep file SCAN --paper {paper} again, or delete the line scan",
    )


def _not_for_site(paper: model.PaperKey) -> Saying:
    if paper not in model.NOTICES:
        return say(
            f"{model.PAPER_NAMES[paper]}เป็นเอกสารภายใน แสดงบนเว็บไซต์ไม่ได้",
            f"{paper} is for the office alone and cannot be shown on the site",
            "ลบบรรทัด on_site ใช้ได้กับประกาศหลักเกณฑ์และประกาศผลเท่านั้น",
            "delete the line on_site; it is for the two notices",
        )
    return say(
        f"{model.PAPER_NAMES[paper]}ยังไม่มีไฟล์สแกนให้แสดงบนเว็บไซต์",
        f"there is no scan of {paper} to show on the site",
        f"เก็บสแกนด้วย tonbaep file ไฟล์สแกน --paper {paper} หรือลบบรรทัด on_site",
        f"file one with tonbaep file SCAN --paper {paper}, or delete the line on_site",
    )


def shown_scans(record: schema.Papers) -> Iterator[tuple[int, str]]:
    """Yield the files of scans that the site shows, each with its place among the numbers."""
    for index, each in enumerate(record.numbered):
        with suppress(Unread):
            if each.on_site and each.scan and each.paper in model.NOTICES:
                yield index, each.scan


def _signers(record: schema.Papers) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, each in enumerate(record.signers):
        with suppress(Unread):
            for place, paper in enumerate(each.signs):
                if paper in seen:
                    yield Fault(("signers", index, "signs", place), _signed_twice(paper))
                seen.add(paper)


def _signed_twice(paper: model.PaperKey) -> Saying:
    return say(
        f"มีผู้ลงนามใน{model.PAPER_NAMES[paper]}สองคน",
        f"two people sign {paper}",
        "เหลือไว้คนเดียว",
        "leave one of them",
    )


def _meeting(record: schema.Papers, award_round: schema.Round | None) -> Iterator[Fault]:
    """Yield a doubt where the committee meets outside the days of the step in which it chooses."""
    if record.meeting is None or record.meeting.day is None or award_round is None:
        return
    day = record.meeting.day
    for step in award_round.steps:
        if step.key == "judging" and not step.starts <= day <= step.ends:
            yield Fault(("meeting", "day"), _moved(long_date(day), date_range(step.starts, step.ends)), warning=True)


def _moved(day: str, days: str) -> Saying:
    return say(
        f"วันประชุม {day} อยู่นอกขั้นตอนคัดเลือก ({days})",
        f"the meeting of {day} is outside the step of judging ({days})",
        "แก้วันประชุม หรือแก้วันของขั้นตอน judging ใน round.yaml",
        "correct the day of the meeting, or the days of the step judging in round.yaml",
    )


def _days(record: schema.Papers, award_round: schema.Round | None) -> Iterator[Fault]:
    """Yield a doubt where a paper tells of a day that was still to come when it was signed."""
    signed: dict[model.PaperKey, date] = {}
    told: dict[model.PaperKey, int] = {}
    for index, each in enumerate(record.numbered):
        with suppress(Unread):
            paper, day = each.paper, each.day
            if paper in signed and signed[paper] > day:
                yield _ahead(
                    index, paper, day, f"{model.PAPER_NAMES[paper]}ฉบับก่อน", f"the {paper} before", signed[paper]
                )
            signed[paper], told[paper] = day, index
    for paper, index in told.items():
        for other in REFERS.get(paper, ()):
            if signed.get(other, signed[paper]) > signed[paper]:
                yield _ahead(index, paper, signed[paper], model.PAPER_NAMES[other], other, signed[other])
    with suppress(Unread):
        met = record.meeting.day if record.meeting else None
        for paper in OF_THE_MEETING & told.keys():
            if met and met > signed[paper]:
                yield _ahead(told[paper], paper, signed[paper], "การประชุมคัดเลือก", "the meeting", met)
    with suppress(Unread):
        result = award_round.result_at.date() if award_round else None
        notice: model.PaperKey = "result-notice"
        if result and notice in told and result > signed[notice]:
            yield _ahead(told[notice], notice, signed[notice], "การประกาศผล (result_at)", "the result's moment", result)


def _far(record: schema.Papers, award_round: schema.Round | None) -> Iterator[Fault]:
    """Yield a doubt where a paper is of another time than its round: there is a slip in its year."""
    with suppress(Unread, ValueError):
        steps = award_round.steps if award_round else []
        first, last = min(step.starts for step in steps) - YEAR, max(step.ends for step in steps) + 2 * YEAR
        for index, each in enumerate(record.numbered):
            with suppress(Unread):
                if not first <= each.day <= last:
                    yield Fault(("numbered", index, "day"), _of_another_time(each.paper, each.day), warning=True)


def _of_another_time(paper: model.PaperKey, day: date) -> Saying:
    return say(
        f"{model.PAPER_NAMES[paper]}ลงวันที่ {long_date(day)} ซึ่งห่างจากรอบนี้หลายปี",
        f"{paper} is of {day.isoformat()}, which is years away from this round",
        "แก้ปีให้ตรงกับทะเบียน",
        "correct the year as the register has it",
    )


def _ahead(index: int, paper: model.PaperKey, day: date, other: str, other_en: str, later: date) -> Fault:
    saying = say(
        f"{model.PAPER_NAMES[paper]}ลงวันที่ {long_date(day)} แต่{other}เป็นวันที่ {long_date(later)} ซึ่งมาทีหลัง",
        f"{paper} is of {day.isoformat()}, but {other_en} is of {later.isoformat()}, which is later",
        "ดูทะเบียนแล้วแก้วันที่ฉบับที่เขียนผิด",
        "look into the register and correct the wrong day",
    )
    return Fault(("numbered", index, "day"), saying, warning=True)


def krut(record: schema.Papers) -> str | None:
    """Return the file of the krut's picture, as far as it could be read."""
    with suppress(Unread):
        return record.krut
    return None


def added(
    award_round: model.AwardRound, written: Mapping[int, schema.Papers], pictures: Mapping[int, Pictures]
) -> model.AwardRound:
    """Return a round with what is written of its official papers; who signs the award signs what nobody else does."""
    year, head = award_round.programme.year, award_round.award_signer
    record = written.get(year)
    papers = _facts(record, pictures[year], head) if record else model.Papers(head=head)
    return replace(award_round, programme=replace(award_round.programme, papers=papers))


def _facts(record: schema.Papers, pictures: Pictures, head: model.Signer) -> model.Papers:
    meeting = record.meeting
    return model.Papers(
        code=record.code or "",
        section=record.section or "",
        legal_basis=record.legal_basis or "",
        duties=tuple(record.duties),
        meeting=model.Meeting(meeting.day, meeting.starts, meeting.place or "", meeting.number or "")
        if meeting
        else model.Meeting(),
        krut=pictures.krut,
        font=record.font,
        head=head,
        signers=tuple((paper, _signer(each)) for each in record.signers for paper in each.signs),
        numbered=tuple(
            model.Numbered(
                each.paper,
                each.number or "",
                each.day,
                each.digest or "",
                each.scan or "",
                each.on_site,
                pictures.scans.get(index, ()),
            )
            for index, each in enumerate(record.numbered)
        ),
    )


def _signer(written: schema.PaperSigner) -> model.Signer:
    return model.Signer(name_of(written.name), written.post, "")
