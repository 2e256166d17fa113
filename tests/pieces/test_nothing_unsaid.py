"""No piece says in the office's name what the office did not write, whatever the moment and whoever was chosen.

All rows of `PIECES` are laid out in many states of a round, and their texts are searched for claims that only somebody
who was there could make. Pages are searched as they are read, with the fixed words of their templates.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from generator.disclosure import Publication, ceremony_hours, publish
from generator.era import BANGKOK
from generator.model import Unawarded
from generator.piece import Finished
from generator.pieces import FIRST, SECOND
from generator.pieces.parts import timeline
from generator.pieces.social import card
from generator.press import templates
from generator.press.page import PAGE
from tests.support.rounds import make_round

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from generator.model import AwardRound, Records
    from generator.piece import Entry, Piece, Sheet

REASON, REASON_IN = "ไม่มีผู้ได้คะแนนถึงเกณฑ์ที่ตั้งไว้", "ไม่มีผู้ถูกเสนอชื่อ"
RESULT, GIVEN = datetime(2023, 4, 21, 9, tzinfo=BANGKOK), datetime(2023, 4, 26, 9, 30, tzinfo=BANGKOK)
MINUTE = timedelta(minutes=1)


class Said(NamedTuple):
    """What a sheet says: its row, its path and all its words on one line each."""

    piece: str
    path: str
    words: str


class State(NamedTuple):
    """A round at a moment: the name of what is different in its record, and the moment."""

    case: str
    moment: datetime

    @property
    def name(self) -> str:
        """The name of the state in a list of tests."""
        return f"{self.case} {self.moment:%m-%d %H:%M}"

    @property
    def is_out(self) -> bool:
        """Whether the moment of the result is over."""
        return self.moment >= RESULT

    @property
    def tells(self) -> bool:
        """Whether there is a result to tell."""
        return self.is_out and self.case != "empty"

    @property
    def honours(self) -> bool:
        """Whether somebody is honoured in public."""
        return self.tells and self.case != "nobody"

    @property
    def is_held(self) -> bool:
        """Whether the office says that the ceremony took place, and it can have done so."""
        return self.case not in {"not held", "empty", "nobody"} and self.moment >= GIVEN + timedelta(hours=2)


class Claim(NamedTuple):
    """Words that may be said only in some states, and why."""

    words: str
    allowed: Callable[[State], bool]
    why: str


def _never(_: State) -> bool:
    return False


CLAIMS = (
    Claim(r"นับคะแนน[^ ]*แล้ว", _never, "the calendar counts no replies"),
    Claim(r"คณะกรรมการกำลังพิจารณา|กำลังพิจารณาผล", _never, "nobody knows on which day the committee sits"),
    Claim(
        r"(?<!กำหนด)(?<!ที่จะ)ได้มอบประกาศเกียรติคุณ|มอบประกาศเกียรติคุณ[^ ]*แล้ว",
        lambda state: state.is_held,
        "a certificate is handed over when the ceremony is over and the office says that it was held",
    ),
    Claim(
        r"ประกาศรายชื่อ|ขอแสดงความยินดี|กำหนดมอบประกาศ|ผู้ได้รับการคัดเลือก \d+ คน|[^ ]+ท่าน ได้แก่",
        lambda state: state.honours,
        "without names there is nobody to announce, to congratulate or to invite",
    ),
    Claim(
        r"ประกาศผลแล้ว|(?<!ไม่)ได้ประกาศผล|ประกาศผลการคัดเลือก[^ ]* เมื่อวันที่",
        lambda state: state.tells,
        "an empty result is none",
    ),
    Claim(
        r"(?<!ถ้า)ปีนี้ ?ไม่มีผู้ได้รับ",
        lambda state: state.tells and state.case in {"nobody", "category"},
        "only the office can say this",
    ),
    Claim(r"ไม่มีรายชื่อที่เผยแพร่", _never, "it sounds as if somebody was hidden"),
    Claim(r"(?<![\d.,])0 คน|ศูนย์(?:คน|ท่าน)", _never, "zero people is no way to say that nobody was chosen"),
    Claim(
        r"อ่านเรื่องราว",
        lambda state: state.honours and state.case != "no consent",
        "the page to which it points has no story",
    ),
    Claim(r"แสดงเมื่อมีผู้ตอบ", lambda state: state.case != "no consent", "replies are not why a figure is missing"),
    Claim(r"ไม่ต้องแจ้งชื่อ|ไม่ถามชื่อ|เข้าสู่ระบบ", lambda state: state.case != "silent", "the office says nothing of its form"),
    Claim(
        r"ทบทวนผล|อุทธรณ์|เลขรับ|ความลับ|ภายใน \d+ วัน|ไม่เสียเงิน|ผลกับบริการ",
        lambda state: state.case != "silent",
        "the office promises nothing of the kind",
    ),
)

_DAYS = ("03-01 00:00", "03-13 06:00", "03-16 00:00", "04-01 06:00", "04-13 06:00", "04-18 00:00", "04-19 12:00")
MOMENTS = (
    *(datetime.strptime(f"2023-{day}", "%Y-%m-%d %H:%M").replace(tzinfo=BANGKOK) for day in _DAYS),
    *(RESULT - MINUTE, RESULT, RESULT + timedelta(hours=9)),
    *(
        datetime(2023, 4, 26, 6, tzinfo=BANGKOK),
        GIVEN,
        GIVEN + timedelta(hours=2, minutes=-1),
        GIVEN + timedelta(hours=2),
    ),
    datetime(2023, 6, 1, 12, tzinfo=BANGKOK),
)
"""Before, at and after each moment of the sample's round, with the hours of the day of its ceremony."""

LATER = (RESULT, datetime(2023, 4, 26, 6, tzinfo=BANGKOK), GIVEN + timedelta(hours=3), MOMENTS[-1])

STATES = (
    *(State("as it is", moment) for moment in MOMENTS),
    *(State("not held", moment) for moment in LATER[1:]),
    *(State("empty", moment) for moment in (RESULT - MINUTE, *LATER)),
    *(State("nobody", moment) for moment in (RESULT - MINUTE, *LATER)),
    *(State(case, moment) for case in ("one", "category", "no consent") for moment in (RESULT, MOMENTS[-1])),
    *(State("silent", moment) for moment in (MOMENTS[3], MOMENTS[-1])),
)


def _round(award_round: AwardRound, case: str) -> AwardRound:
    first, programme = award_round.winners[0], award_round.programme
    changed: dict[str, Any] = {
        "not held": {
            "programme": replace(programme, ceremony=programme.ceremony and replace(programme.ceremony, held=False))
        },
        "empty": {"winners": ()},
        "nobody": {"winners": (), "unawarded": (Unawarded(None, REASON),)},
        "one": {"winners": (first,)},
        "category": {
            "winners": tuple(each for each in award_round.winners if each.category == first.category),
            "unawarded": tuple(Unawarded(each, REASON_IN) for each in programme.categories if each != first.category),
        },
        "no consent": {
            "winners": tuple(
                replace(each, photo=each.photo and replace(each.photo, consent=None)) for each in award_round.winners
            )
        },
        "silent": {"programme": replace(programme, survey=replace(programme.survey, nameless=False))},
    }
    return replace(award_round, **changed.get(case, {}))


def _records(records: Records, case: str) -> Records:
    office = records.organisation
    if case == "silent":
        promises = dict.fromkeys(("note", "nameless", "secret", "receipt", "inquiry", "appeal"), "")
        office = replace(office, complaints=replace(office.complaints, days=0, **promises))  # type: ignore[arg-type]
    return replace(records, organisation=office, rounds=(_round(records.rounds[0], case),))


def _sheets(records: Records, moment: datetime) -> Iterator[tuple[Piece[Any], Sheet]]:
    for piece in FIRST:
        publication = publish(records, moment, piece.channel, inside=piece.audience == "internal")
        yield from ((piece, sheet) for sheet in piece.lay_out(publication))
    for second in SECOND:
        finished = Finished(publish(records, moment, second.channel, inside=True), (), _unread)
        yield from ((second, sheet) for sheet in second.lay_out(finished))


def _unread(entry: Entry) -> bytes:
    raise NotImplementedError(entry.path)


def _words(piece: Piece[Any], sheet: Sheet) -> str:
    """Return what a reader reads: of a page the filled template, of anything else the strings of its view."""
    if piece.press is PAGE:
        filled = templates.fill(piece.template, sheet.view, escape=True)
        return f"{sheet.title} {sheet.view['meta']['description']} " + re.sub(r"<[^>]*>", " ", filled)
    return "\n".join(_strings(sheet.view))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield re.sub(r"https?://\S+", "", value)
    elif isinstance(value, dict):
        if "runs" in value:
            yield "".join(run["say"] for run in value["runs"] if run["kind"] != "breath")
        for name, inner in value.items():
            if name not in {"labels", "congratulated", "names"}:
                yield from _strings(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _strings(inner)


@pytest.fixture(scope="module")
def said(records: Records) -> Callable[[State], tuple[Said, ...]]:
    """Return a function for everything that is said in a state, laid out once."""
    return cache(
        lambda state: tuple(
            Said(piece.name, sheet.path, _words(piece, sheet))
            for piece, sheet in _sheets(_records(records, state.case), state.moment)
        )
    )


def _claimed(found: tuple[Said, ...], state: State) -> list[str]:
    return [
        f"{one.path}: “{hit[0]}”: {claim.why}"
        for claim in CLAIMS
        if not claim.allowed(state)
        for one in found
        if (hit := re.search(claim.words, one.words))
    ]


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_nothing_is_said_that_nobody_wrote(state: State, said: Callable[[State], tuple[Said, ...]]) -> None:
    """The office answers for every sentence, and a citizen who was there knows better."""
    found = said(state)
    assert len({one.piece for one in found}) > 10
    assert _claimed(found, state) == []


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.why)
def test_a_claim_that_is_planted_is_found(claim: Claim) -> None:
    """A pattern that matches nothing guards nothing."""
    planted = {
        0: "นับคะแนนความพึงพอใจแล้ว",
        1: "คณะกรรมการกำลังพิจารณา",
        2: "อบต.ควนเมาได้มอบประกาศเกียรติคุณ",
        3: "ขอแสดงความยินดี",
        4: "ประกาศผลแล้ว",
        5: "ปีนี้ไม่มีผู้ได้รับการคัดเลือก",
        6: "ไม่มีรายชื่อที่เผยแพร่",
        7: "มีผู้ได้รับเลือก 0 คน",
        8: "อ่านเรื่องราวที่",
        9: "แสดงเมื่อมีผู้ตอบตั้งแต่ 5 คน",
        10: "ไม่ต้องแจ้งชื่อ",
        11: "ตอบภายใน 15 วัน",
    }[CLAIMS.index(claim)]
    states = [state for state in STATES if not claim.allowed(state)]
    assert states
    assert any(claim.why in line for line in _claimed((Said("page", "a.md", f"ว่า {planted} จบ"),), states[0]))


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_a_step_is_done_only_if_something_shows_it(state: State, records: Records) -> None:
    """Days go by by themselves; one step at most is the next."""
    (award_round,) = publish(_records(records, state.case), state.moment, "site").rounds
    steps = {step["key"]: step for step in timeline.steps(award_round)}
    done = {key for key, step in steps.items() if step["state"] == "done"}
    assert [step["state"] for step in steps.values()].count("next") <= 1
    before = {"committee", "criteria", "criteria_notice", "nominations", "judging", "result"}
    assert done & before == (before if state.tells else set())
    assert ("ceremony" in done) == state.is_held
    assert "publicity" not in done


def test_the_ceremony_is_over_when_its_hours_are(records: Records) -> None:
    """It begins at half past nine and lasts two hours, or as long as the office's own order of events."""
    assert ceremony_hours(records.rounds[0].programme) == (GIVEN, GIVEN + timedelta(hours=2))


@pytest.mark.parametrize("where", ["2566/result.txt", "news.txt", "result-m1", "press-release-result", "line-result"])
def test_a_single_winner_is_named_wherever_the_result_is_told(
    where: str, said: Callable[[State], tuple[Said, ...]], records: Records
) -> None:
    """Congratulations without a name honour nobody."""
    name = records.rounds[0].winners[0].name
    texts = [
        one
        for one in said(State("one", RESULT))
        if where in one.path and ("news" not in where or "/result/" in one.path)
    ]
    assert texts
    for one in texts:
        assert name.full in one.words or "ถิติยา" in one.words, one.path


def test_all_texts_for_a_channel_name_a_single_winner(
    said: Callable[[State], tuple[Said, ...]], records: Records
) -> None:
    """Facebook, LINE, X and Instagram: each text is copied alone."""
    (text,) = [one for one in said(State("one", RESULT)) if one.path.endswith("2566/result.txt")]
    assert text.words.count(records.rounds[0].winners[0].name.full) >= 6


def test_that_nobody_was_chosen_is_said_everywhere_with_its_reason(said: Callable[[State], tuple[Said, ...]]) -> None:
    """Whoever looks for the result finds it: it is no secret, and nobody's fault."""
    found = said(State("nobody", RESULT))
    for piece in (
        "home",
        "results",
        "round",
        "easy",
        "embed",
        "feed",
        "feed_json",
        "cms_text",
        "caption",
        "press_release",
    ):
        words = " ".join(one.words for one in found if one.piece == piece)
        assert re.search(r"ปีนี้ไม่มี ?ผู้ได้รับ", words), piece
    for piece in ("home", "results", "round", "easy", "feed", "cms_text", "caption", "press_release", "announcement"):
        assert REASON in " ".join(one.words for one in found if one.piece == piece), piece


def test_a_category_without_a_winner_says_so(said: Callable[[State], tuple[Said, ...]]) -> None:
    """It is named with its reason; one of which the office says nothing is left out."""
    found = said(State("category", RESULT))
    for piece in ("results", "feed", "caption", "press_release"):
        words = " ".join(one.words for one in found if one.piece == piece)
        assert "ปีนี้ไม่มีผู้ได้รับการคัดเลือก" in words, piece
        assert REASON_IN in words, piece


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: f"{moment:%m-%d %H:%M}")
def test_listeners_hear_one_last_day(moment: datetime, said: Callable[[State], tuple[Said, ...]]) -> None:
    """Two deadlines in a minute are none: until replies no longer count, only the day on which they stop to."""
    last, counts = "สามสิบ กันยายน สองพันห้าร้อยเจ็ดสิบ", "สิบสอง เมษายน"
    scripts = [one for one in said(State("as it is", moment)) if one.piece == "announcement"]
    assert not [one.path for one in scripts if last in one.words and counts in one.words]
    if moment < MOMENTS[4]:
        assert not [one.path for one in scripts if last in one.words]


@pytest.mark.parametrize("shape", card.SHAPES, ids=lambda shape: shape.name)
def test_a_card_that_nobody_was_chosen_can_be_drawn(shape: card.Shape, tmp_path: Path) -> None:
    """It has neither a face nor a list of facts, and is posted as any other."""
    award_round = make_round(0, nobody=True, unawarded=(Unawarded(None, REASON),))
    (sheet,) = [
        each
        for each in card.CARD.lay_out(Publication(award_round.organisation, (award_round,)))
        if each.path.endswith(f"/result-{shape.name}.jpg")
    ]
    assert len(card.CARD.press.press(card.CARD.template, sheet.view, tmp_path)) > 10_000
