"""A loudspeaker script follows the record, every word can be read out, and the sheet is legible at arm's length."""

from __future__ import annotations

import io
import re
import subprocess
import unicodedata
from collections import Counter
from dataclasses import replace
from datetime import time
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pymupdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from generator.disclosure import Publication
from generator.era import BANGKOK
from generator.model import Loudspeaker, Name, OtherWay, Village
from generator.piece import drawn
from generator.pieces.air import announcement
from generator.pieces.parts.cutting import Form, cut
from generator.pieces.parts.speech import Paragraph, Run
from generator.press.ssml import SSML
from generator.press.typeset import TYPESET
from generator.thai import spoken_name, syllables
from generator.thai.dates import MONTHS
from generator.thai.telephones import read_telephone
from generator.typefaces import FONTS
from tests.support import codes, paper
from tests.support.rounds import RESULT_AT, make_organisation, make_programme, make_round, make_winner

if TYPE_CHECKING:
    from generator.disclosure import PublicRound, SurveyState
    from generator.piece import Sheet

VILLAGES = (
    Village(1, "บ้านควน", "ศาลาหมู่บ้าน", Loudspeaker("หอกระจายข่าว", (time(6),), "ครับ", "สวัสดีครับ/ค่ะ พี่น้องบ้านควน")),
    Village(2, "บ้านทุ่ง", "หน้าร้านค้า หมู่ 2", Loudspeaker("เสียงตามสาย", (time(17, 30),), "ค่ะ", "สวัสดีค่ะ พี่น้องบ้านทุ่ง")),
    Village(3, "บ้านเงียบ", "ทางเข้าหมู่บ้าน", None),
)
OFFICE = make_organisation(villages=VILLAGES, phone=read_telephone("0 7555 0123"))
POINTS_A_MM = 72 / 25.4
RESTS = {"/": Fraction(1), "//": Fraction(8, 3)}
"""In syllables: 0.3 and 0.8 seconds at 200 a minute."""
AT_REST = Fraction(200, 170)
"""The tempo between rests of somebody who is timed at 170 syllables a minute, rests included."""
SPOKEN = re.compile(r"[ก-ฮะ-ฺเ-ๅ็-๎ ]*")


def make_award(winners: int | tuple[Any, ...] = 3, **changes: Any) -> PublicRound:
    """Return a round of the office above."""
    return make_round(winners, **{"organisation": OFFICE, **changes})


OCCASIONS = ("survey", "result")


def sheets(award_round: PublicRound, seconds: int = 120, occasions: tuple[str, ...] = OCCASIONS) -> list[Sheet]:
    """Return the sheets of one round and one length."""
    return [sheet for sheet in all_sheets(award_round) if _is(sheet, seconds, occasions)]


def all_sheets(award_round: PublicRound) -> list[Sheet]:
    """Return the sheets of one round in every length."""
    publication = Publication(award_round.organisation, (award_round,))
    return [sheet for piece in (announcement.SHEET, announcement.OTHER) for sheet in piece.lay_out(publication)]


def _is(sheet: Sheet, seconds: int, occasions: tuple[str, ...]) -> bool:
    name = Path(sheet.path).stem
    return name.endswith(f"-{seconds}") and name.partition("-")[0] in occasions


def texts(award_round: PublicRound, folder: Path) -> list[str]:
    """Return the text files of one round, as an editor shows them."""
    laid_out = announcement.OTHER_TEXT.lay_out(Publication(award_round.organisation, (award_round,)))
    made = [sheet for sheet in laid_out if _is(sheet, 120, OCCASIONS)]
    press = announcement.TEXT_FILE.press
    return [press.press(announcement.TEXT_FILE.template, sheet.view, folder).decode("utf-8-sig") for sheet in made]


def spoken(sheet: Sheet) -> list[str]:
    """Return what is said, paragraph by paragraph."""
    return [
        "".join(run["say"] + run["tail"] for run in paragraph["runs"] if run["kind"] != "breath")
        for paragraph in sheet.view["paragraphs"]
        if not paragraph["cue"]
    ]


def pressed(sheet: Sheet, folder: Path) -> Path:
    """Press a sheet into a file."""
    file = folder / "sheet.pdf"
    file.write_bytes(announcement.SHEET.press.press(announcement.SHEET.template, drawn(sheet), folder))
    return file


def opened(file: Path) -> Any:
    """Open a PDF with mupdf."""
    return pymupdf.open(file)


def test_each_village_with_a_loudspeaker_has_its_own_script() -> None:
    """A village whose tower is out of order gets no paper, since nobody could read it out."""
    assert [sheet.path for sheet in sheets(make_award())] == [
        "loudspeaker/2566/other/result-m1-120.pdf",
        "loudspeaker/2566/other/result-m2-120.pdf",
    ]


@pytest.mark.parametrize(
    ("stage", "names"),
    [
        ("preparing", set()),
        ("criteria", {"criteria", "survey"}),
        ("nominations", {"criteria", "nominations", "survey"}),
        ("survey", {"survey"}),
        ("judging", set()),
        ("announced", set()),
    ],
)
def test_each_stage_has_its_own_news(stage: Any, names: set[str]) -> None:
    """A result without a name is no news, and nobody is asked to answer a survey whose replies no longer count."""
    award_round = make_award(0, stage=stage)
    made = announcement.SHEET.lay_out(Publication(award_round.organisation, (award_round,)))
    assert {Path(sheet.path).name.partition("-")[0] for sheet in made} == names


@pytest.mark.parametrize(
    "award_round",
    [make_award(1), make_award(3), make_award(9), make_award(0, stage="survey"), make_award(0, stage="nominations")],
)
def test_every_word_to_be_said_can_be_said(award_round: PublicRound) -> None:
    """No figure, abbreviation or Latin letter is left for the announcer to work out at six in the morning."""
    for sheet in all_sheets(award_round):
        assert not sheet.view["ask"]
        for paragraph in spoken(sheet):
            assert SPOKEN.fullmatch(paragraph), paragraph


@pytest.mark.parametrize(
    ("count", "seconds", "times"),
    [(1, 60, 2), (1, 120, 2), (5, 120, 2), (6, 60, 1), (12, 120, 1), (12, 60, 1), (5, 30, 0)],
)
def test_names_are_said_as_often_as_the_time_allows_or_it_is_said_where_they_hang(
    count: int, seconds: int, times: int
) -> None:
    """A reading is read twice, so a name in it is heard twice; half a list is never read."""
    award_round = make_award(count)
    for sheet, village in zip(sheets(award_round, seconds), VILLAGES, strict=False):
        heard = Counter(
            run["say"] for paragraph in sheet.view["paragraphs"] for run in paragraph["runs"] if run["kind"] == "name"
        )
        assert heard == ({spoken_name(winner.name): times for winner in award_round.winners} if times else {})
        hangs = [paragraph for paragraph in spoken(sheet) if "รายชื่อ" in paragraph]
        assert bool(hangs) == (times == 0 or (count, seconds) == (12, 60))
        assert all(village.board.split(" ")[0] in paragraph for paragraph in hangs)


def test_what_fits_to_the_last_syllable_is_not_cut_by_how_a_python_adds() -> None:
    """Python 3.12 adds floats in another way than 3.11: on Windows an announcement said its thanks in other words."""
    said = tuple(Paragraph((Run("ขอบคุณ"), Run(" // ", kind="breath"))) for _ in range(9))
    most = 9 * Fraction(2 * 3 + 8, 3)
    whole = cut([(Form(0, said),)], most)
    assert whole
    assert whole.lasts == most
    assert cut([(Form(0, said),)], most - Fraction(1, 1000)) is None


@pytest.mark.parametrize("pace", [120, 150, 170, 200, 280])
@pytest.mark.parametrize("award_round", [make_award(1), make_award(5), make_award(12), make_award(0, stage="survey")])
def test_a_reading_is_never_longer_than_its_time_and_fills_it_unless_there_is_no_more_to_tell(
    award_round: PublicRound, pace: int
) -> None:
    """The tower's timer switches off in the middle of a word; an announcer with time left begins to chat."""
    villages = tuple(replace(v, loudspeaker=replace(v.loudspeaker, pace=pace)) for v in VILLAGES if v.loudspeaker)
    award_round = replace(award_round, organisation=replace(OFFICE, villages=villages))
    for seconds in (30, 60, 120):
        for sheet in sheets(award_round, seconds):
            first = [one for one in sheet.view["paragraphs"] if not one["cue"]][:-2]
            said = ["".join(r["say"] + r["tail"] for r in one["runs"] if r["kind"] != "breath") for one in first]
            rests = sum(RESTS[r["say"].strip()] for one in first for r in one["runs"] if r["kind"] == "breath")
            lasts = (sum(map(syllables, said)) + rests) * 60 / (pace * AT_REST)
            assert lasts <= seconds
            assert lasts >= 0.75 * seconds or sheet.view["short"]
            assert any("ป้ายประกาศ" in one for one in said), "the way to the survey is in every reading"


@pytest.mark.parametrize(
    "award_round",
    [
        *(make_award(winners) for winners in (1, 3, 5, 9)),
        *(make_award(0, stage=s) for s in ("criteria", "nominations", "survey")),
    ],
    ids=lambda award_round: f"{award_round.stage}-{len(award_round.winners)}",
)
def test_no_breath_is_longer_than_fifteen_syllables(award_round: PublicRound) -> None:
    """An announcer out of breath stops in the middle of a name; a date or an address has places to breathe."""
    for sheet in all_sheets(award_round):
        for one in sheet.view["paragraphs"]:
            if one["cue"]:
                continue
            breaths: list[list[dict[str, Any]]] = [[]]
            for run in one["runs"]:
                if run["kind"] == "breath":
                    breaths.append([])
                elif (run["say"] + run["tail"]).strip():
                    breaths[-1].append(run)
            assert breaths.pop() == []
            assert breaths.count([]) == 0
            for breath in breaths:
                assert sum(syllables(run["say"] + run["tail"]) for run in breath) <= 15, breath


def test_a_month_is_said_in_one_breath_with_its_day_and_a_figure_is_shown_whole() -> None:
    """Half a date is no date: after "the thirtieth" and a pause, listeners expect the month in the next sentence."""
    written: set[str] = set()
    for sheet in all_sheets(make_award(0, stage="survey")):
        for one in sheet.view["paragraphs"]:
            written |= {run["written"] for run in one["runs"] if run["written"]}
            for mark, after in pairwise(run for run in one["runs"] if run["say"].strip()):
                assert mark["kind"] != "breath" or not after["say"].startswith(MONTHS), after
    assert any(re.fullmatch(r"วันที่ \d+ [ก-๙.]+", figure) for figure in written)


@pytest.mark.parametrize("phone", ["0 7555 0123", "08 1234 5678"])
def test_no_mark_for_breath_stands_alone_on_a_telephone(phone: str, tmp_path: Path) -> None:
    """Below a number that filled its line, a mark by itself was read as the end of all."""
    office = make_organisation(villages=VILLAGES, phone=read_telephone(phone))
    publication = Publication(office, (make_award(organisation=office),))
    marks = 0
    for sheet in announcement.PHONE.lay_out(publication):
        pdf = TYPESET.press(announcement.PHONE.template, drawn(sheet), tmp_path)
        marks += "//" in "".join(line.text for line in paper.lines(pdf))
        assert [line.text for line in paper.lines(pdf) if line.text.strip() in {"/", "//"}] == [], sheet.path
    assert marks


def test_a_script_follows_the_village_it_is_read_in() -> None:
    """Greeting, polite word, board and code are the village's own."""
    first, second = (spoken(sheet) for sheet in sheets(make_award()))
    assert first[1] == "สวัสดียามเช้าครับ พี่น้องบ้านควน"
    assert second[1] == "สวัสดียามเย็นค่ะ พี่น้องบ้านทุ่ง"
    assert first[-1] == "จบประกาศเพียงเท่านี้ สวัสดีครับ"
    assert second[-1] == "จบประกาศเพียงเท่านี้ สวัสดีค่ะ"
    assert any("ป้ายประกาศ หน้าร้านค้า หมู่ที่สอง" in paragraph for paragraph in second)
    ends = [sheet.codes[0].url.rpartition("/")[2] for sheet in sheets(make_award())]
    assert ends == ["ls66-m1.html", "ls66-m2.html"]


def test_figures_are_said_and_shown_beside_what_is_said() -> None:
    """The clerk checks the script against the record by the small print."""
    (sheet, _) = sheets(make_award())
    runs = {reading["written"]: reading["say"] for reading in sheet.view["readings"]}
    assert runs["วันที่ 30 กันยายน"] == "วันที่สามสิบ กันยายน"
    assert runs["2566"] == "สองพันห้าร้อยหกสิบหก"
    assert runs["3 ท่าน"] == "สามท่าน"
    assert runs["0 7555 0123"] == "ศูนย์ เจ็ดห้าห้าห้า ศูนย์หนึ่งโทสาม"
    assert runs["อบต.ควนเมา"] == "องค์การบริหารส่วนตำบลควนเมา"


def test_the_survey_is_offered_for_the_ear_alone() -> None:
    """Nobody can write down a web address or scan a voice; the board, the paper form and the phone remain."""
    for award_round in (make_award(), make_award(0, stage="survey")):
        said = " ".join(spoken(sheets(award_round)[0]))
        assert said.count("ศูนย์ เจ็ดห้าห้าห้า ศูนย์หนึ่งโทสาม") == 2
        assert "แบบกระดาษ" in said
        assert "สแกนคิวอาร์โค้ด ที่ป้ายประกาศ ที่ศาลาหมู่บ้าน" in said
        assert not re.search("เว็บ|ดอต|ภาพรหัส", said)


def test_a_closed_survey_is_not_offered() -> None:
    """Asking for answers that nobody counts costs trust."""
    said = " ".join(spoken(sheets(make_award(survey_state="closed"))[0]))
    assert "แบบประเมิน" not in said
    assert "โทสาม" in said


def test_the_survey_call_names_the_last_day_that_counts() -> None:
    """Later replies do not reach the judging: that day is said, where there is time again, and not twice running."""
    for sheet in all_sheets(make_award(0, stage="survey")):
        if not Path(sheet.path).stem.startswith("survey"):
            continue
        dated = ["วันที่สิบห้า เมษายน" in each for each in spoken(sheet)]
        assert sum(dated) == (2 if sheet.path.endswith("-120.pdf") else 1)
        assert not any(first and second for first, second in pairwise(dated))


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("coming", "ประชาชนร่วมให้คะแนนได้ ตั้งแต่วันที่หนึ่ง เมษายน"),
        ("open", "ประชาชนร่วมให้คะแนนได้ ตั้งแต่บัดนี้ ถึงวันที่สิบห้า เมษายน"),
    ],
)
def test_citizens_are_told_that_they_can_answer_once_they_can(state: SurveyState, words: str) -> None:
    """From the second of March on, said on the twelfth, sounds as if it were too early; and the year is said once."""
    for sheet in all_sheets(make_award(0, stage="nominations", survey_state=state)):
        if not Path(sheet.path).stem.startswith("criteria") or sheet.path.endswith("-30.pdf"):
            continue
        said = " ".join(spoken(sheet))
        assert words in said
        assert said.count("สองพันห้าร้อยหกสิบหก") <= 1


def test_a_way_that_tells_what_to_do_needs_no_name_before_it() -> None:
    """“Way one, telephone, telephone the office” is what it said."""
    ways = (OtherWay("โทรศัพท์", "โทรมาที่สำนักงาน", "โทรศัพท์"), OtherWay("แบบกระดาษ", "ที่ศาลาหมู่บ้าน", "กระดาษ"))
    award_round = make_award(0, stage="survey")
    survey = replace(award_round.programme.survey, other_ways=ways)
    award_round = replace(award_round, programme=replace(award_round.programme, survey=survey))
    said = " ".join(spoken(sheets(award_round)[0]))
    assert "ช่องทางแรก โทรมาที่สำนักงาน" in said
    assert "ช่องทางที่สอง แบบกระดาษ ที่ศาลาหมู่บ้าน" in said


@pytest.mark.parametrize(
    ("hours", "hail"),
    [
        ((time(6), time(7, 30)), "สวัสดียามเช้าครับ"),
        ((time(17, 30), time(18)), "สวัสดียามเย็นครับ"),
        ((time(6), time(17, 30)), "สวัสดีครับ"),
        ((time(12),), "สวัสดีครับ"),
    ],
)
def test_a_village_is_greeted_by_the_time_of_day_at_which_it_always_listens(hours: tuple[time, ...], hail: str) -> None:
    """One script is read at all hours of a village, so it wishes a good morning only where there is no evening."""
    horn = Loudspeaker("หอกระจายข่าว", hours, "ครับ", "สวัสดีครับ พี่น้องบ้านควน")
    office = replace(OFFICE, villages=(Village(1, "บ้านควน", "ศาลา", horn),))
    for sheet in all_sheets(make_award(organisation=office)):
        assert spoken(sheet)[1].split(" ")[0] in {hail, "สวัสดีครับ"}
        assert hail in spoken(sheet)[1] or sheet.path.endswith("-30.pdf")


EVERY_STAGE = [
    *(make_award(count) for count in (1, 2, 5, 12)),
    *(
        make_award(0, stage=stage, survey_state=state)
        for stage in ("criteria", "nominations")
        for state in ("coming", "open")
    ),
    make_award(0, stage="survey"),
    make_award(5, survey_state="closed"),
]


@pytest.mark.parametrize("award_round", EVERY_STAGE)
def test_the_polite_word_ends_a_sentence_and_every_sentence_stands_by_itself(award_round: PublicRound) -> None:
    """“Thank you all, Sir, // who have told us” has the polite word in its middle, and a rest before “who”."""
    for sheet in all_sheets(award_round):
        said = spoken(sheet)
        for paragraph in said:
            assert not re.search(r"(?:ครับ|ค่ะ)(?!$| พี่น้อง)", paragraph), paragraph
            assert not re.match("(?:ที่|ซึ่ง|เพื่อ|จะ|ใน|ได้ถึง|และ|นับ|สูงกว่า)(?!สุด)", paragraph), paragraph


@pytest.mark.parametrize("award_round", EVERY_STAGE)
def test_one_reading_names_one_last_day_and_none_that_is_over(award_round: PublicRound) -> None:
    """Who hears the twelfth of April and thirty seconds later a day four years on remembers neither."""
    for sheet in all_sheets(award_round):
        said = " ".join(spoken(sheet))
        assert len(set(re.findall(r"(?:ถึง|ภายใน)(วันที่\S+ \S+?)(?:ครับ|ค่ะ| |$)", said))) <= 1, said
        if award_round.survey_state == "open":
            assert "ตั้งแต่วันที่" not in said


@pytest.mark.parametrize("award_round", EVERY_STAGE)
def test_nobody_rests_long_within_a_date(award_round: PublicRound) -> None:
    """After a long rest listeners take the year for the next item."""
    for sheet in all_sheets(award_round):
        for paragraph in sheet.view["paragraphs"]:
            said = "".join(run["say"] for run in paragraph["runs"])
            assert not re.search(rf"//\s*(?:ปี|ประจำปี|สองพัน|เวลา|{'|'.join(MONTHS)})", said), said


def test_names_that_are_repeated_have_a_pause_after_each() -> None:
    """Two names without a pause between them are one long name."""
    for sheet in sheets(make_award(5)):
        (again,) = (
            paragraph
            for paragraph in sheet.view["paragraphs"]
            if paragraph["runs"][0]["say"].startswith("ขอทวนชื่อ") and not paragraph["cue"]
        )
        kinds = [run["kind"] for run in again["runs"] if run["say"].strip() not in {"", "และ"}]
        assert kinds == ["plain", *("breath", "name") * 5, "breath"]


def test_a_rest_takes_time() -> None:
    """Twelve names with a long rest after each were counted six seconds too short."""
    (sheet, _) = sheets(make_award(5))
    called, *_ = (one for one in sheet.view["paragraphs"] if not one["cue"])
    assert spoken(sheet)[0] == "ประกาศ ประกาศ"
    assert called["seconds"] == round((4 + 8 / 3) * 0.3) == 2


def test_what_nobody_says_is_not_on_air() -> None:
    """People scan a code and say about; nobody says picture-code or circa."""
    for award_round in EVERY_STAGE:
        for sheet in all_sheets(award_round):
            assert not re.search("ภาพรหัส|ราว|ขอเชิญบอก|ขอฟังเสียง|ทางที่หนึ่ง", " ".join(spoken(sheet)))


def test_a_reading_of_the_owner_is_what_is_said() -> None:
    """The sheet shows the spelling in small type and the reading in large type."""
    winner = make_winner(0, name=Name("น.ส.", "ฐิติญา", "สมมุติวงศ์", "ถิ-ติ-ยา สม-มุด-ติ-วง"))
    (sheet, _) = sheets(make_award((winner,)))
    names = [run for paragraph in sheet.view["paragraphs"] for run in paragraph["runs"] if run["kind"] == "name"]
    assert {(run["say"], run["written"]) for run in names} == {("นางสาวถิติยา สมมุดติวง", "น.ส.ฐิติญา สมมุติวงศ์")}


def test_what_cannot_be_said_is_a_gap_to_fill_and_asked_about(tmp_path: Path) -> None:
    """A build must not stop at an unknown word, nobody may guess at it on air, and raw letters are no script."""
    winner = make_winner(0, position="นักวิชาการ Blockchain", name=Name("นาย", "<script>", "#import {{ x }}"))
    award_round = make_award((winner,))
    (sheet, _) = sheets(award_round)
    assert sheet.view["ask"] == ["นาย<script> #import {{ x }}", "Blockchain"]
    text = texts(award_round, tmp_path)[0]
    assert "ถามวิธีอ่านก่อนออกอากาศ" in text
    assert "[นาย<script> #import {{ x }} อ่านว่า ................]" in text
    assert "[Blockchain อ่านว่า ................]" in text
    said = [run for paragraph in sheet.view["paragraphs"] for run in paragraph["runs"]]
    gaps = [run for run in said if run["unsure"]]
    assert {run["written"] for run in gaps} == {"นาย<script> #import {{ x }}", "Blockchain"}
    assert not re.search("[A-Za-z<]", "".join(run["say"] for run in said))
    shown = opened(pressed(sheet, tmp_path))[0].get_text()
    assert "#import {{ x }}" in shown.replace("\n", " ")


def test_a_machine_pauses_where_a_person_would_fill_a_gap() -> None:
    """A speech program would spell raw letters, and dots are no words."""
    award_round = make_award((make_winner(0, position="นักวิชาการ Blockchain"),))
    (sheet, *_) = announcement.MACHINE.lay_out(Publication(award_round.organisation, (award_round,)))
    document = SSML.press("", sheet.view, Path()).decode()
    assert "Blockchain" not in document
    assert "...." not in document


def test_the_office_s_own_reading_fills_the_gap() -> None:
    """What the warning tells the clerk to write is what the announcer then reads, with the written form above it."""
    office = replace(OFFICE, readings=(("Blockchain", "บล็อกเชน"), ("ควนเมา", "ควน-เมา")))
    award_round = make_award((make_winner(0, position="นักวิชาการ Blockchain"),), organisation=office)
    (sheet, *_) = sheets(award_round)
    assert sheet.view["ask"] == []
    runs = [run for paragraph in sheet.view["paragraphs"] for run in paragraph["runs"]]
    assert [run["say"] for run in runs if run["written"] == "Blockchain"]


def test_samples_and_early_scripts_say_so_at_their_head(tmp_path: Path) -> None:
    """A made-up name on air, or a true one too early, cannot be taken back."""
    early = make_award(release=RESULT_AT.astimezone(BANGKOK))
    head = texts(early, tmp_path)[0].split("----")[0]
    assert "ห้ามอ่านก่อน 21 เมษายน 2566 เวลา 09.00 น." in head
    assert "ตัวอย่าง" in head
    shown = opened(pressed(sheets(early)[0], tmp_path))[0].get_text().replace("\n", " ")
    assert "ห้ามอ่านก่อน 21 เมษายน 2566" in shown
    assert "ตัวอย่าง" in shown
    real = make_award(organisation=replace(OFFICE, sample=False), programme=make_programme(sample=False))
    head = texts(real, tmp_path)[0].split("----")[0]
    assert "ตัวอย่าง" not in head
    assert "ห้ามอ่านก่อน" not in head


def test_the_text_opens_in_an_old_notepad(tmp_path: Path) -> None:
    """Without the mark Thai is read as Windows-874; without CRLF lines run together; long lines leave the window."""
    made = list(announcement.OTHER_TEXT.lay_out(Publication(OFFICE, (make_award(),))))
    raw = announcement.TEXT_FILE.press.press(announcement.TEXT_FILE.template, made[1].view, tmp_path)
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\n") == raw.count(b"\r\n") > 30
    script = raw.decode("utf-8-sig").split("--------")[7]
    for line in script.split("\r\n"):
        assert sum(unicodedata.category(letter) != "Mn" for letter in line) <= 60
    for winner in make_award().winners:
        assert sum(winner.name.full in line for line in script.split("\r\n")) == 2


def test_names_are_found_in_the_sheet_by_three_readers(tmp_path: Path, pdftotext: str) -> None:
    """The sheet is also searched, and read by screen readers."""
    award_round = make_award(6)
    file = pressed(sheets(award_round)[0], tmp_path)
    poppler = subprocess.run((pdftotext, str(file), "-"), capture_output=True, check=True).stdout.decode()
    with opened(file) as pages:
        mupdf = "".join(page.get_text() for page in pages)
    pdfium = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(file))
    for text in (poppler, mupdf, pdfium):
        plain = re.sub(r"\s", "", text)
        for winner in award_round.winners:
            assert re.sub(r"\s", "", winner.name.full) in plain


def test_spoken_letters_are_four_millimetres_high(tmp_path: Path) -> None:
    """An announcer reads at arm's length under a dim lamp."""
    heights = {}
    for path in FONTS.glob("tonbaep-[!j]*/*.ttf"):
        font = TTFont(path)
        letter = font["glyf"][font.getBestCmap()[ord("ก")]]
        heights[path.stem] = letter.yMax / font["head"].unitsPerEm
    sheet = sheets(make_award())[0]
    said = "".join(spoken(sheet)).replace(" ", "")
    with opened(pressed(sheet, tmp_path)) as pages:
        spans = [
            span
            for page in pages
            for block in page.get_text("dict")["blocks"]
            for line in block.get("lines", [])
            for span in line["spans"]
        ]
    large = [span for span in spans if span["size"] > 20 and len(span["text"].strip()) > 3]
    assert "".join(span["text"] for span in large if span["size"] < 22).replace(" ", "")[:12] == said[:12]
    for span in large:
        family = span["font"].split("+")[-1]
        assert heights[family] * span["size"] / POINTS_A_MM >= 4


def test_a_very_long_name_stays_on_the_paper(tmp_path: Path) -> None:
    """Ninety letters without a pause are set smaller, not cut or run over the edge."""
    winner = make_winner(0, name=Name("นางสาว", "ก" * 45, "ข" * 45))
    sheet = sheets(make_award((winner,)))[0]
    with opened(pressed(sheet, tmp_path)) as pages:
        for page in pages:
            for x0, _, x1, *_ in page.get_text("words"):
                assert x0 >= 10 * POINTS_A_MM
                assert x1 <= page.rect.width - 10 * POINTS_A_MM
        assert "ข" * 45 in re.sub(r"\s", "", "".join(page.get_text() for page in pages))


def test_the_code_on_the_sheet_is_the_villages_own(tmp_path: Path) -> None:
    """Decoded from the finished page, as a phone would do it."""
    award_round = make_award()
    sheet = sheets(award_round)[1]
    with opened(pressed(sheet, tmp_path)) as pages:
        picture = pages[-1].get_pixmap(dpi=150)
    image = Image.frombytes("RGB", (picture.width, picture.height), picture.samples)
    (found,) = codes.found(image)
    assert found.text == award_round.link("loudspeaker", VILLAGES[1]).url == sheet.codes[0].url


def test_ways_of_the_record_are_all_said() -> None:
    """People without a phone must hear about every other way."""
    ways = (
        OtherWay("แบบกระดาษ", "ที่เคาน์เตอร์ อบต.", "กระดาษ"),
        OtherWay("กล่องรับแบบ", "หน้าตลาดนัด เปิด 06.00–09.00 น.", "กล่อง"),
    )
    programme = make_programme(survey=replace(make_programme().survey, other_ways=ways))
    said = spoken(sheets(make_award(1, programme=programme))[0])
    assert "ช่องทางแรก แบบกระดาษ ที่เคาน์เตอร์ องค์การบริหารส่วนตำบล" in said
    assert "ช่องทางที่สอง กล่องรับแบบ หน้าตลาดนัด เปิด หกนาฬิกา ถึงเก้านาฬิกา" in said


SSML_11 = {
    "speak": {"version", "xmlns", "lang"},
    "p": set(),
    "s": set(),
    "sub": {"alias"},
    "break": {"strength"},
}
"""Elements and attributes of the recommendation of 2010 that a script may use; `lang` is `xml:lang`."""


def test_what_a_machine_is_given_is_ssml_and_says_what_a_person_does(tmp_path: Path) -> None:
    """A voice that meets an unknown element stops, or reads it out."""
    award_round = make_award(3)
    machine = announcement.MACHINE
    for sheet in machine.lay_out(Publication(OFFICE, (award_round,))):
        root = ET.fromstring(machine.press.press(machine.template, sheet.view, tmp_path))
        assert root.attrib == {"version": "1.1", "{http://www.w3.org/XML/1998/namespace}lang": "th-TH"}
        for element in root.iter():
            name = element.tag.removeprefix("{http://www.w3.org/2001/10/synthesis}")
            assert {key.rpartition("}")[2] for key in element.attrib} <= SSML_11[name]
            assert element.get("strength", "medium") in {"none", "x-weak", "weak", "medium", "strong", "x-strong"}
            element.text = element.get("alias", element.text)
        said = ["".join(one.itertext()) for one in root]
        first = spoken(sheet)
        assert [re.sub(r"\s", "", one) for one in said] == [
            re.sub(r"\s", "", one) for one in (*first[:-2], first[-2], *first[2:-2], first[-1])
        ]


def test_an_old_machine_gets_every_letter_in_windows_874(tmp_path: Path) -> None:
    """A letter that the encoding lacks would be a question mark on air."""
    old = announcement.OLD_TEXT
    assert list(old.lay_out(Publication(OFFICE, (make_award(),)))) == []
    office = replace(OFFICE, old_computers=True)
    sheet = next(iter(old.lay_out(Publication(office, (make_award(organisation=office),)))))
    raw = old.press.press(old.template, sheet.view, tmp_path)
    assert sheet.path == "loudspeaker/2566/result-m1-60-874.txt"
    assert b"?" not in raw
    assert make_award().winners[0].name.full in raw.decode("cp874")


def test_a_telephone_shows_the_whole_script_on_one_page(tmp_path: Path) -> None:
    """It is sent in a chat and scrolled by thumb; a second page would be another picture."""
    phone = announcement.PHONE
    sheet = next(iter(phone.lay_out(Publication(OFFICE, (make_award(12),)))))
    made = TYPESET.press(phone.template, drawn(sheet), tmp_path)
    with pymupdf.open("pdf", made) as pages:
        assert len(pages) == 1
        shown = re.sub(r"\s", "", pages[0].get_text())
    for paragraph in spoken(sheet):
        assert re.sub(r"\s", "", paragraph[-6:]) in shown
    with Image.open(io.BytesIO(phone.press.press(phone.template, drawn(sheet), tmp_path))) as picture:
        assert picture.width == 1080
        assert picture.height > 2 * picture.width


@pytest.mark.parametrize(("count", "word"), [(1, "คือ"), (2, "ได้แก่")])
def test_a_single_name_is_no_list(count: int, word: str) -> None:
    """ได้แก่ opens a list, and nobody says it of one person."""
    award_round = make_award(count)
    told = [said for sheet in all_sheets(award_round) if "result" in sheet.path for said in spoken(sheet)]
    opened = [said for said in told if "ได้แก่" in said or " คือ" in said]
    assert opened
    assert all(word in said for said in opened)


def test_on_a_telephone_a_number_and_how_long_it_lasts_are_two(tmp_path: Path) -> None:
    """“11” and “11 วิ” ran together into a number of four figures."""
    sheet = next(iter(announcement.PHONE.lay_out(Publication(OFFICE, (make_award(12),)))))
    sheet.view["paragraphs"] = [
        {**one, "number": 88, "seconds": 88} if not one["cue"] else one for one in sheet.view["paragraphs"]
    ]
    made = TYPESET.press(announcement.PHONE.template, drawn(sheet), tmp_path)
    with pymupdf.open(stream=made) as document:
        words = [word for page in document for word in page.get_text("words")]
    numbers = [word for word in words if word[4] == "88"]
    rows = {round(word[3]): [other for other in numbers if abs(other[3] - word[3]) < 4] for word in numbers}
    assert rows
    for row in rows.values():
        number, seconds = sorted(row)
        assert seconds[0] - number[2] >= 72 / 25.4, row
