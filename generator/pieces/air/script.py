"""How an announcement is built: who speaks to whom, call, news, way to the survey and thanks, cut to its time.

Listeners cannot look anything up, so a web address is never read out, the telephone number comes twice, and a code is
described only by the board where it hangs. The news itself is in `calls`, `chosen` and `occasions`.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from generator.pieces.parts import speech
from generator.pieces.parts.cutting import Form, cut
from generator.pieces.parts.speech import Part, Run, breathing, cue, ordinal, paragraph, record
from generator.thai.dates import buddhist_year, day_and_month, weekday_date

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from generator.disclosure import PublicRound
    from generator.model import Loudspeaker, Village
    from generator.pieces.parts.cutting import Block, Cut
    from generator.pieces.parts.speech import Paragraph

_CHOICE = re.compile(r"ครับ\s*/\s*ค่ะ|ค่ะ\s*/\s*ครับ")

_SAYS_WHERE = ("ที่", "หน้า", "ข้าง", "หลัง", "ใน", "ริม", "ตรง", "ใต้", "บน", "ป้าย")
"""How the place of a board begins that says where it is by itself."""

GREETED = 2
"""The paragraphs that open a reading and are not repeated in the second reading: the call and the greeting."""

MUST, KEY, GOOD, MORE, ALL = range(5)
"""How important a wording is: without it nothing is said; the news; what completes it; what adds to it; the rest."""

THANKS_ALL = "ขอบคุณทุกท่านที่รับฟัง"

SCANNED = "สแกนคิวอาร์โค้ด ที่ป้ายประกาศ "

MORNING, EVENING = range(4, 11), range(16, 22)
"""The hours at which a village is wished a good morning or a good evening."""


class Scene(NamedTuple):
    """Who speaks to whom: the round, the village, and its loudspeaker with its announcer."""

    award_round: PublicRound
    village: Village
    horn: Loudspeaker

    def say(self, *parts: Part) -> Paragraph:
        """Return a sentence that ends with the announcer's polite word."""
        return paragraph(*parts, tail=self.horn.particle)

    @property
    def office(self) -> tuple[Run, ...]:
        """The office's name as it is said."""
        return record(self.award_round, self.award_round.organisation.name)

    @property
    def award_name(self) -> tuple[Run, ...]:
        """The award's name as it is said."""
        return record(self.award_round, self.award_round.programme.award_name)

    @property
    def year(self) -> tuple[Part, ...]:
        """The round's year as it is said."""
        return (" ประจำปี ", record(self.award_round, str(self.award_round.year)))

    def day(self, day: date) -> tuple[Run, ...]:
        """Return a day as it is said: a reading names the round's year once, not with every date."""
        return (*record(self.award_round, f"วันที่ {day_and_month(day)}"), *self._other_year(day))

    def weekday(self, day: date) -> tuple[Run, ...]:
        """Return a day with the name of its weekday, for what people have to come to."""
        year = buddhist_year(day)
        named = weekday_date(day).removesuffix(f" {year}")
        return (*record(self.award_round, named), *self._other_year(day))

    def _other_year(self, day: date) -> tuple[Run, ...]:
        year = buddhist_year(day)
        return () if year == self.award_round.year else (Run(" ปี"), *record(self.award_round, str(year)))

    @property
    def hail(self) -> str:
        """The word of greeting, with the time of day if the village always hears its announcements at that time."""
        hours = {hour.hour for hour in self.horn.times}
        when = "ยามเช้า" if hours <= set(MORNING) else "ยามเย็น" if hours <= set(EVENING) else ""
        return f"สวัสดี{when if hours else ''}"

    @property
    def greeting(self) -> tuple[Run, ...]:
        """The village's own greeting as it is said, with the announcer's polite word and the time of day."""
        chosen = _CHOICE.sub(self.horn.particle, self.horn.greeting)
        return record(self.award_round, re.sub(rf"^สวัสดี(?={self.horn.particle})", self.hail, chosen))

    @property
    def pointing(self) -> str:
        """What is to be done at the village's board, in a reading that has no time for more; its place follows."""
        if self.award_round.survey_state == "open":
            return "สแกนคิวอาร์โค้ดตอบแบบประเมิน ที่ป้ายประกาศ "
        return "คิวอาร์โค้ดแบบประเมิน อยู่ที่ป้ายประกาศ "

    @property
    def board(self) -> tuple[Part, ...]:
        """Where the village's board is, as it is said behind it."""
        where = record(self.award_round, self.village.board)
        return (where,) if self.village.board.startswith(_SAYS_WHERE) else ("ที่", where)


class Occasion(NamedTuple):
    """A reason for an announcement: the name of its files, what the office calls it, and its parts for a village.

    `blocks` returns the parts in the order in which they are said, in several versions of the news: the first version
    that fits a reading is used.
    """

    name: str
    title: str
    blocks: Callable[[Scene], tuple[tuple[Block, ...], ...]]


def written(occasion: Occasion, scene: Scene, seconds: int) -> Cut | None:
    """Return an occasion's script for a reading of so many seconds at the announcer's pace; None if none is that short.

    It begins with the greeting, which a second reading leaves out, and ends with thanks.
    """
    most = seconds / speech.seconds(Fraction(1), scene.horn.pace)
    cuts = (cut(blocks, most) for blocks in occasion.blocks(scene))
    return next(filter(None, cuts), None)


def out_of_all(scene: Scene, points: int) -> tuple[Run, ...]:
    """Return how many of all points something counts."""
    return record(scene.award_round, f"{points} คะแนน จากคะแนนเต็ม 100 คะแนน")


def framed(horn: Loudspeaker, said: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return a reading with its cues, the second reading and the closing words; marks for breath are added.

    The second reading begins with the news, since a village is greeted only once. Cues refer to paragraphs by number.
    """
    first, last = GREETED + 1, len(said)
    close = paragraph("จบประกาศเพียงเท่านี้ สวัสดี", tail=horn.particle)
    return (
        cue("เปิดเสียงสัญญาณ แล้วเว้นสักครู่"),
        *map(breathing, said),
        cue(f"จบรอบที่ 1 เว้นสักครู่ แล้วอ่านข้อ {last + 1}"),
        breathing(paragraph("โปรดฟังอีกครั้งหนึ่ง", tail=horn.particle)),
        cue(f"อ่านรอบที่ 2 ตั้งแต่ข้อ {first} ถึงข้อ {last} แล้วจบด้วยข้อ {last + 2}"),
        breathing(close),
        cue("ปิดเครื่องขยายเสียง แล้วลงชื่อท้ายแผ่น"),
    )


def full(
    scene: Scene, news: tuple[Block, ...], thanks: str, call: tuple[Block, ...] | None = None
) -> tuple[Block, ...]:
    """Return the news after the call and the greeting, and before the way to the survey and the thanks."""
    greetings = ((MUST, scene.say("สวัสดี")), (GOOD, scene.say(scene.hail)), (GOOD, paragraph(scene.greeting)))
    return (
        (Form(MUST, (paragraph("ประกาศ ประกาศ"),)),),
        tuple(Form(rank, (said,)) for rank, said in greetings),
        *news,
        *(survey_call(scene) if call is None else call),
        (Form(MUST, (scene.say("ขอบคุณ"),)), Form(GOOD, (scene.say(thanks),))),
    )


def brief(scene: Scene, thanks: str, *news: tuple[Part, ...], pointing: str) -> tuple[Block, ...]:
    """Return the news in the fewest words; `pointing` says what hangs, with the code, on the village's board."""
    sentences = (*(scene.say(*parts) for parts in news), scene.say(pointing, *scene.board))
    phone: Block = (Form(MUST, ()), Form(KEY, (_phone(scene.award_round, "หรือโทร "),)))
    if scene.award_round.survey_state == "closed":
        return full(scene, ((Form(MUST, sentences[:-1]),),), thanks)
    return full(scene, ((Form(MUST, sentences),),), thanks, (phone,))


def opening(scene: Scene, bare: tuple[Part, ...], lead: str, *news: tuple[Part, ...]) -> Block:
    """Return who speaks and what about, in one breath or in separate sentences."""
    who = scene.say(*scene.office, lead)
    return Form(MUST, (scene.say(*scene.office, *bare),)), Form(GOOD, (who, *(scene.say(*parts) for parts in news)))


def survey_call(scene: Scene, *, dated: bool = True) -> tuple[Block, ...]:
    """Return the way to the survey, or to the office once the survey is closed; it is in every reading.

    For listeners that is the board with the code, the place of the paper form, and the number to call: never a web
    address. It is not `dated` where the news says from or until when.
    """
    award_round = scene.award_round
    phone, again = _phone(award_round, "หรือโทร "), _phone(award_round, "", twice=True)
    if award_round.survey_state == "closed":
        suggestion = scene.say("ท่านใดมีข้อเสนอแนะเรื่องการบริการ ติดต่อได้ที่", *scene.office)
        return ((Form(MUST, (_phone(award_round, "ติดต่อสำนักงาน โทร "),)), Form(KEY, (suggestion, again))),)
    plan = award_round.programme.survey
    closes = scene.day(plan.counted_until if award_round.counting else plan.closes)
    is_open, opens = award_round.survey_state == "open", scene.day(plan.opens)
    when: tuple[Part, ...] = (" ได้ถึง", *closes) if is_open else (" ตั้งแต่", *opens)
    bare = (
        scene.say(f"ขอเชิญตอบแบบประเมินความพึงพอใจ {SCANNED}", *scene.board)
        if is_open
        else scene.say("ตอบแบบประเมินความพึงพอใจได้", *when)
    )
    invited = (
        scene.say("ขอเชิญทุกท่าน ตอบแบบประเมินความพึงพอใจ", *(when if dated else ())),
        scene.say(f"ใช้โทรศัพท์มือถือ{SCANNED}", *scene.board),
    )
    ways = award_round.programme.survey.other_ways
    others = []
    for number, way in enumerate(ways, 1):
        nth = "ช่องทางแรก" if number == 1 else ordinal("ช่องทางที่", number)
        lead: tuple[Part, ...] = (nth, " ") if len(ways) > 1 else ()
        named: tuple[Part, ...] = (
            () if way.detail.startswith(("โทร", way.name)) else (record(award_round, way.name), " ")
        )
        others.append(paragraph(*lead, *named, record(award_round, way.detail)))
    without = (
        (scene.say("ท่านที่ไม่ใช้โทรศัพท์มือถือ ตอบได้อีก ", record(award_round, f"{len(ways)} ช่องทาง")), *others) if ways else ()
    )
    paper = next((way for way in ways if way.kind == "กระดาษ"), None)
    form = (paragraph("หรือใช้แบบกระดาษ ", record(scene.award_round, paper.detail)),) if paper else ()
    forms = [Form(MUST, ()), Form(GOOD, form), Form(MORE, without)]
    return (
        (Form(MUST, (bare,)), Form(KEY, invited)),
        tuple(form for form in forms if form.said or form.rank == MUST),
        (Form(MUST, (phone,)), Form(KEY, (again,))),
    )


def in_short(scene: Scene) -> tuple[Block, ...]:
    """Return whom to ask and, if there is time, the way to the survey in a sentence: for news that is no invitation."""
    phone: Block = (Form(MUST, ()), Form(KEY, (_phone(scene.award_round, "สอบถาม โทร "),)))
    if scene.award_round.survey_state != "open":
        return (phone,)
    pointed = scene.say(f"ขอเชิญตอบแบบประเมินความพึงพอใจ {SCANNED}", *scene.board)
    return phone, (Form(MUST, ()), Form(GOOD, (pointed,)))


def _phone(award_round: PublicRound, lead: str, *, twice: bool = False) -> Paragraph:
    """Return the number to call; `twice`, since nobody manages to write it down the first time."""
    phone = award_round.organisation.phone
    number = Run(phone.said, phone.printed, "number")
    if not twice:
        return paragraph(lead, number)
    return paragraph("สอบถามได้ที่หมายเลข ", number, " ขอทวนอีกครั้ง ", number)
