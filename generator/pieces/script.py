"""What is said over a village's loudspeaker, paragraph by paragraph; knows nothing of paper, and reads no record itself.

The shape is that of a public announcement: chime, call, greeting, who speaks, the news, the key fact once more, how to
answer the survey by ear, thanks, second reading, close. What is heard cannot be looked up, so a web address is never
said, names and the telephone number come twice, and a code is spoken of only by the board that it hangs on.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal

from generator.thai import read_aloud, spoken_name
from generator.thai.dates import long_date
from generator.thai.unspeakable import Unspeakable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model import Loudspeaker, Village
    from generator.public import PublicRound, PublicWinner

MOST_NAMES = 6
"""Above this many names a listener keeps none; each is said once, and where the list hangs is said instead."""

MOST_CITED = 3
"""Up to this many winners there is time to say what each was chosen for (a reading lasts one to three minutes)."""

_CHOICE = re.compile(r"ครับ\s*/\s*ค่ะ|ค่ะ\s*/\s*ครับ")


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a paragraph: how they are said, how the record writes them where that differs, and their kind.

    A `name` must stand on one line. `unsure` marks words that no rule could say: they are shown as they are written.
    """

    say: str
    written: str | None = None
    kind: Literal["plain", "figure", "name"] = "plain"
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs that are said in one breath group; a cue is an instruction to the operator and is not said."""

    runs: tuple[Run, ...]
    cue: bool = False

    def view(self) -> dict[str, Any]:
        """Return the paragraph as plain values."""
        return {"cue": self.cue, "runs": [asdict(run) for run in self.runs]}


def result(award: PublicRound, village: Village, horn: Loudspeaker) -> tuple[Paragraph, ...]:
    """Return the script that tells a village who was chosen; the round has winners."""
    return _framed(award, horn, (*_news(award, horn), *_winners(award, village, horn), *_survey_call(award, village, horn)))


def survey(award: PublicRound, village: Village, horn: Loudspeaker) -> tuple[Paragraph, ...]:
    """Return the script that asks a village for its voice while replies still count for the judging."""
    counted = _written(long_date(award.programme.survey.counted_until))
    return _framed(
        award,
        horn,
        (
            _paragraph(_written(award.organisation.name), " ขอฟังเสียงของพี่น้องทุกท่าน", horn.particle),
            _paragraph(
                "เจ้าหน้าที่ของเราบริการท่านเป็นอย่างไร ขอเชิญบอกในแบบประเมินความพึงพอใจ ตอบใช้เวลาประมาณ ",
                _written(f"{award.programme.survey.minutes} นาที"),
            ),
            _paragraph(
                "คำตอบที่ได้รับถึง ",
                counted,
                " จะนำไปร่วมตัดสิน",
                _written(award.programme.award),
                " ประจำปี ",
                _written(str(award.year)),
                horn.particle,
            ),
            *_ways(award, village, horn),
            _paragraph("ขอทวนอีกครั้ง", horn.particle, " ตอบแบบประเมินได้ถึง ", counted),
        ),
    )


def _framed(award: PublicRound, horn: Loudspeaker, news: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the news with the opening before it and the thanks, the second reading and the close after it."""
    greeting = _CHOICE.sub(horn.particle, horn.greeting)
    thanks = " และขอแสดงความยินดีกับทุกท่านอีกครั้ง" if award.winners else ""
    return (
        _cue("เปิดเสียงสัญญาณ แล้วเว้นสักครู่"),
        _paragraph("ประกาศ ประกาศ"),
        _paragraph(_written(greeting)),
        *news,
        _paragraph("ขอบคุณที่รับฟัง", thanks, horn.particle),
        _cue("จบรอบที่ 1 หยุดหายใจ แล้วอ่านบรรทัดถัดไป"),
        _paragraph("โปรดฟังอีกครั้งหนึ่ง", horn.particle),
        _cue("กลับไปอ่านรอบที่ 2 ตั้งแต่ข้อ 3 จนถึงคำว่า ขอบคุณที่รับฟัง แล้วปิดท้ายด้วยบรรทัดถัดไป"),
        _paragraph("จบประกาศเพียงเท่านี้ สวัสดี", horn.particle),
        _cue("ปิดเครื่องขยายเสียง แล้วลงชื่อท้ายแผ่น"),
    )


def _news(award: PublicRound, horn: Loudspeaker) -> Iterator[Paragraph]:
    yield _paragraph(_written(award.organisation.name), " มีข่าวน่ายินดีมาแจ้งให้ทราบ", horn.particle)
    yield _paragraph(
        "เมื่อ ",
        _written(long_date(award.programme.result_at.date())),
        " ได้ประกาศผลการคัดเลือก",
        _written(award.programme.award),
        " ประจำปี ",
        _written(str(award.year)),
        horn.particle,
    )


def _winners(award: PublicRound, village: Village, horn: Loudspeaker) -> Iterator[Paragraph]:
    """Yield each winner, then all names once more, or, where they are many, where the list hangs."""
    count = len(award.winners)
    if count == 1:
        yield _paragraph("ผู้ได้รับการคัดเลือก คือ")
    else:
        yield _paragraph("ผู้ได้รับการคัดเลือกมี ", _written(f"{count} คน"), " ได้แก่")
    for number, winner in enumerate(award.winners, 1):
        yield _winner(award, winner, number if count > 1 else 0)
    if count > MOST_NAMES:
        yield _paragraph("รายชื่อทั้งหมด ติดไว้ที่ป้ายประกาศ ", _written(village.board), horn.particle)
        return
    names = [_name(winner) for winner in award.winners]
    runs: list[Run | str] = ["ขอทวนชื่ออีกครั้ง", horn.particle, " ได้แก่ "] if count > 1 else ["ขอทวนชื่ออีกครั้ง", horn.particle, " "]
    for number, name in enumerate(names):
        runs += [" และ " if number and number == count - 1 else " " if number else "", name]
    yield _paragraph(*runs)


def _winner(award: PublicRound, winner: PublicWinner, number: int) -> Paragraph:
    """Return one winner's paragraph: name, post, group, and where they are few what they were chosen for."""
    runs: list[Run | str] = ["คนที่ ", _written(str(number)), " "] if number else []
    runs += [_name(winner), " ", _written(winner.position), " ", _written(winner.division.name)]
    if len(award.programme.categories) > 1:
        place = f" อันดับที่ {winner.place}" if winner.category.places > 1 else ""
        runs += [" ในกลุ่ม", _written(winner.category.name + place)]
    if len(award.winners) <= MOST_CITED:
        runs += [" ผู้ที่", _written(winner.citation)]
    return _paragraph(*runs)


def _survey_call(award: PublicRound, village: Village, horn: Loudspeaker) -> Iterator[Paragraph]:
    """Yield the way to the survey, or to the office once the survey is closed."""
    asked = award.programme.survey
    if not award.survey_open:
        yield _paragraph("ท่านใดมีข้อเสนอแนะเรื่องการบริการ ติดต่อได้ที่", _written(award.organisation.name), horn.particle)
        yield _phone(award)
        return
    yield _paragraph(
        "พี่น้องทุกท่านบอกได้ว่า ได้รับบริการดีหรือไม่ดีอย่างไร ในแบบประเมินความพึงพอใจ ซึ่งเปิดรับถึง ",
        _written(long_date(asked.closes)),
        horn.particle,
    )
    yield from _ways(award, village, horn)


def _ways(award: PublicRound, village: Village, horn: Loudspeaker) -> Iterator[Paragraph]:
    """Yield how to answer: the board with the code, the ways without a phone that the record names, the number twice."""
    yield _paragraph(
        "ท่านที่มีโทรศัพท์มือถือ ภาพสำหรับเปิดแบบประเมิน ติดอยู่ที่ป้ายประกาศ ", _written(village.board), horn.particle
    )
    if award.programme.survey.other_ways:
        yield _paragraph("ท่านที่ไม่ใช้โทรศัพท์มือถือ ตอบได้อีก ", _written(f"{len(award.programme.survey.other_ways)} ทาง"))
        for number, way in enumerate(award.programme.survey.other_ways, 1):
            yield _paragraph("ทางที่ ", _written(str(number)), " ", _written(way.name), " ", _written(way.detail))
    yield _phone(award)


def _phone(award: PublicRound) -> Paragraph:
    """Return the number to call, said twice: nobody writes it down the first time."""
    number = _written(f"โทรศัพท์ {award.organisation.phone}")
    digits = Run(number.say.removeprefix("โทรศัพท์").strip(), award.organisation.phone, "figure", number.unsure)
    return _paragraph("หมายเลขโทรศัพท์ คือ ", digits, " ขอทวนหมายเลข ", digits)


def _cue(words: str) -> Paragraph:
    return Paragraph((Run(words),), cue=True)


def _paragraph(*parts: Run | str) -> Paragraph:
    """Return a paragraph of runs and of our own words, which are Thai letters and need no rule."""
    return Paragraph(tuple(Run(part) if isinstance(part, str) else part for part in parts if part))


def _written(text: str) -> Run:
    """Return words of the record as they are said, with the writing beside them where it differs.

    What cannot be said is not guessed at and not left out: it stays as it is written, and the sheet names it.
    """
    try:
        say = read_aloud(text)
    except Unspeakable:
        return Run(text, None, "figure", unsure=True)
    return Run(say, None if _same(say, text) else text, "plain" if _same(say, text) else "figure")


def _name(winner: PublicWinner) -> Run:
    full = winner.name.full
    try:
        say = spoken_name(winner.name)
    except Unspeakable:
        return Run(full, None, "name", unsure=True)
    return Run(say, None if _same(say, full) else full, "name")


def _same(say: str, written: str) -> bool:
    """Tell whether speech differs from writing in more than spaces and quotation marks."""
    return re.sub(r"[\s“”\"]", "", say) == re.sub(r"[\s“”\"]", "", written)
