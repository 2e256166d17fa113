"""The poster of what citizens said and the office did: every wish with its answer, however many and however long."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pymupdf
import pypdfium2
import pytest

from generator.disclosure import Publication
from generator.model import Division, YouSaid
from generator.piece import drawn
from generator.pieces.paper import you_said_poster
from generator.press.typeset import TYPESET
from tests.support import rounds

if TYPE_CHECKING:
    from pathlib import Path

    from generator.piece import Sheet

SHORT = YouSaid("ที่จอดรถไม่พอ", "จัดที่จอดเพิ่มสิบคัน")
LONG = YouSaid(
    "น้ำประปาไหลอ่อนตั้งแต่เดือนเมษายนทุกปี คนที่อยู่ปลายท่อหมู่ที่ 2 ต้องรองน้ำตอนตีสามถึงจะพอใช้ทั้งวัน ขอให้บอกล่วงหน้าว่าจะหยุดจ่ายน้ำวันไหน",
    "เปลี่ยนท่อเมนหมู่ที่ 2 ยาวแปดร้อยเมตร เพิ่มปั๊มอีกหนึ่งตัว และประกาศเสียงตามสายทุกหมู่ก่อนหยุดจ่ายน้ำอย่างน้อยหนึ่งวัน พร้อมส่งข้อความในไลน์",
    date(2023, 5, 2),
    Division("education", "กองการศึกษา ศาสนาและวัฒนธรรม"),
)


def _sheets(*said: YouSaid, **changes: Any) -> list[Sheet]:
    award_round = rounds.make_round(2, you_said=said, **changes)
    return list(you_said_poster.PIECE.lay_out(Publication(award_round.organisation, (award_round,))))


def _numbered(one: YouSaid, count: int) -> list[YouSaid]:
    """Return so many of one, each with its number before both texts."""
    return [YouSaid(f"ก{n} {one.said}", f"ข{n} {one.did}", one.since, one.division) for n in range(count)]


def _pressed(sheet: Sheet, folder: Path) -> tuple[str, list[Any]]:
    """Return the text of a sheet, and what was set smaller on it."""
    fits: list[Any] = []
    press = you_said_poster.PIECE.press
    pdf = press.press("you_said_poster.typ", drawn(sheet), folder, fits.append)
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 1
        return document[0].get_textpage().get_text_range(), fits


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8])
def test_every_wish_stands_there_with_its_answer(count: int, tmp_path: Path) -> None:
    """Somebody looks for the own one; upright and on its side, as far as eight."""
    for sheet in _sheets(*_numbered(SHORT, count)):
        text, fits = _pressed(sheet, tmp_path)
        assert [fit for fit in fits if not fit.fits] == [], sheet.path
        words = "".join(text.split())
        assert all(f"ก{n}ที่จอดรถไม่พอ" in words and f"ข{n}จัดที่จอดเพิ่มสิบคัน" in words for n in range(count)), sheet.path


@pytest.mark.parametrize("count", [1, 4, 8, 11])
def test_what_has_no_room_is_told_where_to_read(count: int, tmp_path: Path) -> None:
    """Letters that nobody can read from where people stand tell nothing; nothing is cut in its middle."""
    for sheet in _sheets(*_numbered(LONG, count)):
        text, fits = _pressed(sheet, tmp_path)
        assert [fit for fit in fits if not fit.fits] == [], sheet.path
        words = "".join(text.split())
        shown = [n for n in range(count) if f"ก{n}น้ำประปา" in words]
        assert shown == list(range(len(shown)))
        assert shown
        assert all(words.count("เปลี่ยนท่อเมน") == len(shown) for _ in shown)
        assert ("2566/opinions.html" in words) == (len(shown) < count), sheet.path


def test_without_a_site_the_others_are_asked_for_by_telephone(tmp_path: Path) -> None:
    """An address that is not there would send people nowhere."""
    office = rounds.make_organisation(site="")
    sheet = _sheets(*_numbered(LONG, 8), organisation=office)[0]
    text, _ = _pressed(sheet, tmp_path)
    assert "สอบถามได้ที่" in text
    assert office.phone.printed in text


def test_without_a_wish_there_is_no_poster() -> None:
    """Two words in leaves over an empty sheet would be a mockery."""
    assert _sheets() == []
    assert len(_sheets(SHORT)) == 4


def test_it_hangs_from_the_newest_deed_on() -> None:
    """A sheet that names the second of May is not hung in April."""
    hanging = [sheet.hanging for sheet in _sheets(SHORT, LONG) if sheet.hanging]
    assert [each.up for each in hanging] == [date(2023, 5, 2)]
    early = [sheet.hanging for sheet in _sheets(SHORT) if sheet.hanging]
    assert [each.up for each in early] == [date(2023, 4, 21)]


def test_who_is_named_in_it_is_declared() -> None:
    """A winner who takes the name back is taken off this sheet, too."""
    winner = rounds.make_winner(0)
    sheet = _sheets(YouSaid("ไม่รู้จะถามใคร", f"ให้{winner.name.full}นั่งหน้าเคาน์เตอร์ทุกเช้า"))[0]
    assert sheet.standing.named == (winner.key,)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_on_a_slide_each_pair_is_a_row_of_its_own(count: int, tmp_path: Path) -> None:
    """Side by side, leaves were filled to their edges and lines ended within a phrase."""
    piece = next(one for one in you_said_poster.PIECES if one.name.endswith("_screen"))
    award_round = rounds.make_round(2, you_said=_numbered(SHORT, count))
    sheets = piece.lay_out(Publication(award_round.organisation, (award_round,)))
    slide = next(sheet for sheet in sheets if "wide" in sheet.path)
    with pymupdf.Document(stream=TYPESET.press("you_said_poster.typ", drawn(slide), tmp_path)) as document:
        words = document[0].get_text("words")
    for n in range(count):
        (said,) = (word for word in words if word[4].endswith(f"ก{n}"))
        (did,) = (word for word in words if word[4] == f"ข{n}")
        assert did[0] > said[2], n
        assert abs((said[1] + said[3] - did[1] - did[3]) / 2) < did[3] - did[1], n
