"""What is said over a village's loudspeaker, paragraph by paragraph; knows nothing of paper.

The shape is that of a public announcement: chime, call, greeting, who speaks, the news, the key fact once more, how to
answer the survey by ear, thanks, second reading, close. What is heard cannot be looked up, so a web address is never
said, names and the telephone number come twice, and a code is spoken of only by the board that it hangs on.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from generator.thai import read_aloud, spoken_name
from generator.thai.dates import long_date
from generator.thai.unspeakable import Unspeakable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Loudspeaker, Village
    from generator.public import PublicRound, PublicWinner

MOST_NAMES = 6
"""Above this many names a listener keeps none; each is said once, and where the list hangs is said instead."""

MOST_CITED = 3
"""Up to this many winners there is time to say what each was chosen for (a reading lasts one to three minutes)."""

_CHOICE = re.compile(r"ครับ\s*/\s*ค่ะ|ค่ะ\s*/\s*ครับ")


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a paragraph: how they are said, how the record writes them if it differs, and their kind.

    A `name` and a telephone `number` must stand on one line. `unsure` marks words that no rule could say: they are
    shown as they are written. `tail` is the polite word that closes the sentence and must not begin a line.
    """

    say: str
    written: str | None = None
    kind: Literal["plain", "figure", "name", "number"] = "plain"
    unsure: bool = False
    tail: str = ""


Part = Run | tuple[Run, ...] | str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs that are said together; a cue is an instruction to the operator and is not said."""

    runs: tuple[Run, ...]
    cue: bool = False

    def view(self) -> dict[str, Any]:
        """Return the paragraph as plain values."""
        return {"cue": self.cue, "runs": [asdict(run) for run in self.runs]}


def result(award: PublicRound, village: Village, horn: Loudspeaker) -> tuple[Paragraph, ...]:
    """Return the script that tells a village who was chosen; the round has winners."""
    news = (*_news(award, horn), *_winners(award, village, horn), *_survey_call(award, village, horn))
    return _framed(horn, news, "ขอบคุณที่รับฟัง และขอแสดงความยินดีกับผู้ได้รับการคัดเลือก")


def survey(award: PublicRound, village: Village, horn: Loudspeaker) -> tuple[Paragraph, ...]:
    """Return the script that asks a village for its voice while replies still count for the judging."""
    counted = _record(long_date(award.programme.survey.counted_until))
    minutes = _record(f"{award.programme.survey.minutes} นาที")
    news = (
        _paragraph(_record(award.organisation.name), " ขอฟังเสียงของพี่น้องทุกท่าน", tail=horn.particle),
        _paragraph("ขอเชิญตอบแบบประเมินความพึงพอใจ ว่าเจ้าหน้าที่บริการท่านเป็นอย่างไร ใช้เวลาประมาณ ", minutes, tail=horn.particle),
        _paragraph(
            "คำตอบที่ได้รับถึง ",
            counted,
            " จะนำไปร่วมตัดสิน",
            _record(award.programme.award),
            " ประจำปี ",
            _record(str(award.year)),
            tail=horn.particle,
        ),
        *_ways(award, village, horn),
        _paragraph("ขอทวนอีกครั้ง ตอบแบบประเมินให้ทันร่วมตัดสิน ได้ถึง ", counted, tail=horn.particle),
    )
    return _framed(horn, news, "ขอบคุณทุกท่านที่รับฟัง")


def _framed(horn: Loudspeaker, news: tuple[Paragraph, ...], thanks: str) -> tuple[Paragraph, ...]:
    """Return the news with call and greeting before it and the second reading and the close after it.

    The second reading begins with the news: a village is greeted once. Cues speak of paragraphs by their numbers.
    """
    first = 3
    last = first + len(news)
    return (
        _cue("เปิดเสียงสัญญาณ แล้วเว้นสักครู่"),
        _paragraph("ประกาศ ประกาศ"),
        _paragraph(_record(_CHOICE.sub(horn.particle, horn.greeting))),
        *news,
        _paragraph(thanks, tail=horn.particle),
        _cue(f"จบรอบที่ 1 เว้นสักครู่ แล้วอ่านข้อ {last + 1}"),
        _paragraph("โปรดฟังอีกครั้งหนึ่ง", tail=horn.particle),
        _cue(f"อ่านรอบที่ 2 ตั้งแต่ข้อ {first} ถึงข้อ {last} แล้วจบด้วยข้อ {last + 2}"),
        _paragraph("จบประกาศเพียงเท่านี้ สวัสดี", tail=horn.particle),
        _cue("ปิดเครื่องขยายเสียง แล้วลงชื่อท้ายแผ่น"),
    )


def _news(award: PublicRound, horn: Loudspeaker) -> Iterator[Paragraph]:
    yield _paragraph(_record(award.organisation.name), " มีข่าวน่ายินดีมาแจ้งให้ทราบ", tail=horn.particle)
    yield _paragraph(
        "เมื่อ ",
        _record(long_date(award.programme.result_at.date())),
        " ได้ประกาศผลการคัดเลือก",
        _record(award.programme.award),
        " ประจำปี ",
        _record(str(award.year)),
        tail=horn.particle,
    )


def _winners(award: PublicRound, village: Village, horn: Loudspeaker) -> Iterator[Paragraph]:
    """Yield each winner, then all names once more, or, where they are many, where the list hangs."""
    count = len(award.winners)
    if count == 1:
        yield _paragraph("ผู้ได้รับการคัดเลือก คือ ", *_winner(award, award.winners[0]), tail=horn.particle)
    else:
        yield _paragraph("ผู้ได้รับการคัดเลือกมี ", _record(f"{count} คน"), " ได้แก่")
        for number, winner in enumerate(award.winners, 1):
            yield _paragraph(_ordinal("คนที่", number), " ", *_winner(award, winner))
    if count > MOST_NAMES:
        yield _paragraph("รายชื่อทั้งหมด ติดไว้ที่ป้ายประกาศ ", _record(village.board), tail=horn.particle)
        return
    names = [_name(winner) for winner in award.winners]
    recalled: list[Part] = ["ขอทวนชื่ออีกครั้ง ", names[0]]
    for number, name in enumerate(names[1:], 2):
        recalled += [" และ " if number == count else " ", name]
    yield _paragraph(*recalled, tail=horn.particle)


def _winner(award: PublicRound, winner: PublicWinner) -> Iterator[Part]:
    """Yield a winner's name, post and group, and where they are few what they were chosen for."""
    yield from (_name(winner), " ", _record(winner.position), " ", _record(winner.division.name))
    if len(award.programme.categories) > 1:
        yield from (" ในกลุ่ม", _record(winner.category.name))
        if winner.category.places > 1:
            yield from (" ", _ordinal("อันดับที่", winner.place))
    if len(award.winners) <= MOST_CITED:
        yield from (" ผลงานเด่น คือ ", _record(winner.citation))


def _survey_call(award: PublicRound, village: Village, horn: Loudspeaker) -> Iterator[Paragraph]:
    """Yield the way to the survey, or to the office once the survey is closed."""
    if not award.survey_open:
        yield _paragraph("ท่านใดมีข้อเสนอแนะเรื่องการบริการ ติดต่อได้ที่", _record(award.organisation.name), tail=horn.particle)
        yield _phone(award)
        return
    closes = _record(long_date(award.programme.survey.closes))
    yield _paragraph("ขอเชิญทุกท่าน ตอบแบบประเมินความพึงพอใจในการให้บริการ ได้ถึง ", closes, tail=horn.particle)
    yield from _ways(award, village, horn)


def _ways(award: PublicRound, village: Village, horn: Loudspeaker) -> Iterator[Paragraph]:
    """Yield how to answer: the board with the code, the record's ways without a phone, the number to call."""
    board = _record(village.board)
    yield _paragraph("ท่านที่ใช้โทรศัพท์มือถือ ภาพรหัสสำหรับเปิดแบบประเมิน ติดอยู่ที่ป้ายประกาศ ", board, tail=horn.particle)
    ways = award.programme.survey.other_ways
    if ways:
        yield _paragraph("ท่านที่ไม่ใช้โทรศัพท์มือถือ ตอบได้อีก ", _record(f"{len(ways)} ทาง"), tail=horn.particle)
    for number, way in enumerate(ways, 1):
        lead = (_ordinal("ทางที่", number), " ") if len(ways) > 1 else ()
        yield _paragraph(*lead, _record(way.name), " ", _record(way.detail))
    yield _phone(award)


def _phone(award: PublicRound) -> Paragraph:
    """Return the number to call, said twice: nobody writes it down the first time."""
    written = award.organisation.phone
    lead = "โทรศัพท์"
    try:
        number = Run(read_aloud(f"{lead} {written}").removeprefix(lead).strip(), written, "number")
    except Unspeakable:
        number = Run(written, None, "number", unsure=True)
    return _paragraph("หมายเลขโทรศัพท์ คือ ", number, " ขอทวนหมายเลข ", number)


def _cue(words: str) -> Paragraph:
    return Paragraph((Run(words),), cue=True)


def _paragraph(*parts: Part, tail: str = "") -> Paragraph:
    """Return a paragraph of runs and of our own words, which are Thai letters and need no rule.

    Plain runs that follow each other become one, so that a phrase of our words and the record's is one phrase.
    """
    runs: list[Run] = []
    for part in parts:
        for run in part if isinstance(part, tuple) else (Run(part) if isinstance(part, str) else part,):
            if runs and runs[-1].kind == run.kind == "plain":
                runs[-1] = Run(runs[-1].say + run.say)
            else:
                runs.append(run)
    runs[-1] = replace(runs[-1], tail=tail)
    return Paragraph(tuple(runs))


def _ordinal(word: str, number: int) -> Run:
    """Return our own counting; nobody needs to check it against the record, so no figure stands above it."""
    return Run(read_aloud(f"{word} {number}"))


def _record(text: str) -> tuple[Run, ...]:
    """Return words of the record as they are said, with the writing kept where it differs.

    A phrase that says the same on its own as in its sentence is a run by itself, so that the writing stands above the
    words that it is about. What cannot be said is not guessed at and not left out: it stays as it is written, and the
    sheet names it.
    """
    try:
        said = read_aloud(text)
    except Unspeakable:
        return (Run(text, None, "figure", unsure=True),)
    try:
        phrases = [(phrase, read_aloud(phrase)) for phrase in text.split()]
    except Unspeakable:
        phrases = []
    if " ".join(say for _, say in phrases) != said:
        phrases = [(text, said)]
    runs: list[Run] = []
    for phrase, say in phrases:
        if runs:
            runs.append(Run(" "))
        runs.append(Run(say) if _same(say, phrase) else Run(say, phrase, "figure"))
    return tuple(runs)


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
