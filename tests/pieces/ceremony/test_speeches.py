"""Speeches, invitations and the list to sign: they say what the record says, and every word of them can be said."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import time
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import pypdfium2
import pytest

from generator.disclosure import Publication
from generator.model import Ceremony, CeremonyEvent, Name, Presider
from generator.piece import drawn
from generator.pieces.ceremony import invitation, sign_list, speeches
from tests.support import rounds

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.disclosure import PublicRound
    from generator.piece import Piece, Sheet

SPOKEN: Final = re.compile(r"[ก-ฮะ-ฺเ-ๅ็-๎ ]*")
HELD: Final = Ceremony("หอประชุมอำเภอ", time(13, 30), Presider("นายกเทศมนตรีเมืองตัวอย่าง", None), "ครับ", ())
AIMS: Final = (
    "สร้างเจ้าหน้าที่ต้นแบบ ให้เพื่อนร่วมงานเห็นแบบอย่างของการบริการด้วยใจ เท่าเทียม และเป็นธรรม",
    "ให้ขวัญและกำลังใจแก่คนทำงานที่ตั้งใจดูแลประชาชน",
    "ให้ผู้มาติดต่อได้รับความสะดวก และได้รับบริการที่ตรงกับความต้องการของคนในตำบล",
    "ความเชื่อมั่นของประชาชนในคุณภาพของบริการ",
)
SPEECHES: Final = (speeches.REPORT, speeches.ADDRESS)
PAPERS: Final = (*SPEECHES, invitation.PIECE, sign_list.PIECE)
LONG: Final = Name("ว่าที่ร้อยตรีหญิง", "กุลนันทน์ธิดา", "ศรีสุวรรณพิพัฒน์ไพศาล")


def _award(winners: Any = 5, held: Ceremony | None = HELD, **changes: Any) -> PublicRound:
    return rounds.make_round(winners, programme=rounds.make_programme(ceremony=held, **changes))


def _sheets(piece: Piece[Publication], award_round: PublicRound) -> list[Sheet]:
    return list(piece.lay_out(Publication(award_round.organisation, (award_round,))))


def _said(piece: Piece[Publication], award_round: PublicRound) -> str:
    """Return the words of a speech without spaces, which stand wherever somebody takes a breath."""
    return "".join("".join(_paragraphs(piece, award_round)).split())


def _paragraphs(piece: Piece[Publication], award_round: PublicRound) -> Iterator[str]:
    (sheet,) = _sheets(piece, award_round)
    for paragraph in sheet.view["paragraphs"]:
        text = "".join(run["say"] + run["tail"] for run in paragraph["runs"] if run["kind"] != "breath")
        yield " ".join(text.split())


def _pressed(piece: Piece[Publication], award_round: PublicRound, folder: Path) -> pypdfium2.PdfDocument:
    (sheet,) = _sheets(piece, award_round)
    pictures = rounds.draw_all(sheet.renditions, folder)
    return pypdfium2.PdfDocument(piece.press.press(piece.template, drawn(sheet), pictures))


@pytest.mark.parametrize("piece", SPEECHES, ids=lambda piece: piece.name)
@pytest.mark.parametrize("held", [HELD, None], ids=["told", "untold"])
@pytest.mark.parametrize("count", [1, 2, 12])
def test_every_word_of_a_speech_can_be_said(piece: Piece[Publication], held: Ceremony | None, count: int) -> None:
    """A mayor reads what is there, and a figure or an abbreviation would be stumbled over."""
    said = list(_paragraphs(piece, _award(count, held, objectives=AIMS)))
    assert len(said) > 5
    for paragraph in said:
        assert SPOKEN.fullmatch(paragraph), paragraph


@pytest.mark.parametrize("piece", SPEECHES, ids=lambda piece: piece.name)
@pytest.mark.parametrize("aims", [AIMS, AIMS[:1]], ids=["four aims", "one aim"])
def test_a_speech_is_one_page(piece: Piece[Publication], aims: tuple[str, ...], tmp_path: Path) -> None:
    """Nobody turns a page at a lectern."""
    with _pressed(piece, _award(12, objectives=aims), tmp_path) as document:
        assert len(document) == 1


@pytest.mark.parametrize("piece", PAPERS, ids=lambda piece: piece.name)
def test_before_the_result_there_is_none_of_these_papers(piece: Piece[Publication]) -> None:
    """How many were chosen, and in which groups, is a part of the result."""
    award_round = rounds.make_round(0, stage="judging", programme=rounds.make_programme(ceremony=HELD))
    assert _sheets(piece, award_round) == []


def test_the_report_says_aims_criteria_survey_and_numbers_as_they_are_recorded() -> None:
    """It is read out to the presider before everybody who knows better."""
    said = _said(speeches.REPORT, _award(5, objectives=AIMS))
    assert "สี่ประการ" in said
    assert "ประการที่สองเพื่อให้ขวัญและกำลังใจแก่คนทำงานที่ตั้งใจดูแลประชาชน" in said
    assert "ประการที่สี่ความเชื่อมั่นของประชาชน" in said  # what is no purpose is not made one
    assert "หลักเกณฑ์ห้าข้อ" in said
    assert "ยี่สิบห้าคะแนนมาจากความพึงพอใจของประชาชน" in said
    assert "จำนวนห้าคนเป็นสายงานสำนักงานสามคนและสายงานภาคสนามสองคน" in said


@pytest.mark.parametrize(("target", "words"), [(80, "สูงกว่าเป้าหมาย"), (95, "จากเป้าหมาย")])
def test_a_target_that_was_missed_is_not_said_to_be_met(target: int, words: str) -> None:
    """The figure was published; a report that flatters is noticed."""
    award_round = _award(5)
    outcomes = replace(award_round.outcomes, satisfaction_target=Decimal(target))
    said = _said(speeches.REPORT, replace(award_round, outcomes=outcomes))
    assert words in said


def test_a_survey_that_few_answered_is_not_reported() -> None:
    """What may not be published is not read out either."""
    award_round = _award(5)
    figures = tuple(replace(figure, replies=3) for figure in award_round.outcomes.satisfaction)
    few = replace(award_round, outcomes=replace(award_round.outcomes, satisfaction=figures))
    assert "ผู้ตอบแบบประเมิน" in _said(speeches.REPORT, award_round)
    assert "ผู้ตอบแบบประเมิน" not in _said(speeches.REPORT, few)


def test_who_reports_is_whom_the_record_names_or_else_the_chair_who_speaks_for_the_committee() -> None:
    """A head of division who is not on the committee cannot thank in its name."""
    (chair,) = _sheets(speeches.REPORT, _award(5))
    assert chair.view["speaker"] == "ผู้กล่าว ปลัดองค์การบริหารส่วนตำบล"
    assert "ในนามของคณะกรรมการคัดเลือก" in _said(speeches.REPORT, _award(5))
    named = replace(HELD, reporter=Presider("หัวหน้าสำนักปลัด", Name("นาง", "ดวงใจ", "ตัวอย่าง")))
    (other,) = _sheets(speeches.REPORT, _award(5, named))
    assert other.view["speaker"] == "ผู้กล่าว นางดวงใจ ตัวอย่าง หัวหน้าสำนักปลัด"
    assert "ในนามของคณะกรรมการ" not in _said(speeches.REPORT, _award(5, named))


def test_an_order_of_ones_own_has_the_speeches_that_it_names() -> None:
    """An office that hears no report wants no sheet for one, and registering (รายงานตัว) is none."""
    handover = CeremonyEvent("มอบประกาศเกียรติคุณ", "ประธานในพิธี", 15, "", handover=True)
    signing = CeremonyEvent("ผู้รับรายงานตัว", "เจ้าหน้าที่", 15, "", handover=False)
    report = CeremonyEvent("กล่าวรายงาน", "ปลัดเทศบาล", 5, "", handover=False)
    advice = CeremonyEvent("ให้โอวาท", "ประธานในพิธี", 5, "", handover=False)
    bare = _award(5, replace(HELD, events=(signing, handover)))
    assert [_sheets(piece, bare) for piece in SPEECHES] == [[], []]
    both = _award(5, replace(HELD, events=(report, handover, advice)))
    assert [len(_sheets(piece, both)) for piece in SPEECHES] == [1, 1]
    assert "และให้โอวาท" not in _said(speeches.REPORT, _award(5, replace(HELD, events=(report, handover))))


def test_everybody_chosen_gets_an_invitation_and_there_are_cards_for_guests() -> None:
    """Twelve people are no reason to leave one out; who else comes is known to the office alone."""
    (sheet,) = _sheets(invitation.PIECE, _award(12))
    cards = [card for page in sheet.view["pages"] for card in page]
    assert [card["name"] for card in cards if card["name"]] == [winner.name.full for winner in _award(12).winners]
    assert len([card for card in cards if not card["name"]]) >= 2
    assert {len(page) for page in sheet.view["pages"]} == {2}
    assert sheet.view["facts"] == ["วันอังคารที่ 25 เมษายน 2566 เวลา 13.30 น.", "ณ หอประชุมอำเภอ"]


def test_dress_is_asked_for_only_where_it_is_written() -> None:
    """Nobody buys a white uniform because a program thought so."""
    (sheet,) = _sheets(invitation.PIECE, _award(5, replace(HELD, dress="ชุดสุภาพ")))
    assert sheet.view["facts"][-1] == "การแต่งกาย ชุดสุภาพ"
    (plain,) = _sheets(invitation.PIECE, _award(5))
    assert not any("แต่งกาย" in fact for fact in plain.view["facts"])


def test_there_is_no_invitation_without_a_place() -> None:
    """A guest would stand before a closed door."""
    assert _sheets(invitation.PIECE, _award(5, None)) == []


def test_twelve_long_names_are_whole_on_cards_and_list(tmp_path: Path) -> None:
    """A name that is cut off at one's own ceremony is remembered."""
    winners = tuple(
        rounds.make_winner(number, name=replace(LONG, first=f"กุลนันท์{'กขคงจฉชซญดตถ'[number]}า")) for number in range(12)
    )
    for piece in (invitation.PIECE, sign_list.PIECE):
        with _pressed(piece, _award(winners), tmp_path) as document:
            text = "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
        missing = [winner.name.full for winner in winners if "".join(winner.name.full.split()) not in text]
        assert missing == [], piece.name


def test_somebody_who_has_died_is_honoured_and_neither_congratulated_nor_invited() -> None:
    """The family sits in the first row."""
    winners = tuple(rounds.make_winner(number) for number in range(3))
    gone = replace(winners[0], name=replace(winners[0].name, late=True))
    award_round = _award((gone, *winners[1:]))
    said = _said(speeches.ADDRESS, award_round)
    assert "ขอเชิดชูเกียรติ" in said
    assert "แสดงความยินดี" not in said
    (sheet,) = _sheets(invitation.PIECE, award_round)
    cards = [card for page in sheet.view["pages"] for card in page]
    assert gone.name.full not in {card["name"] for card in cards}
    assert not any("แสดงความยินดี" in card["to"] for card in cards)


@pytest.mark.parametrize(
    ("count", "pages"), [(1, [1]), (6, [6]), (7, [5, 2]), (9, [7, 2]), (12, [8, 4]), (24, [8, 10, 6])]
)
def test_everybody_signs_on_as_few_pages_as_there_can_be(count: int, pages: list[int]) -> None:
    """Two sign below the last rows, and no page holds one row alone."""
    (sheet,) = _sheets(sign_list.PIECE, rounds.make_round(count))
    assert [len(page) for page in sheet.view["pages"]] == pages
