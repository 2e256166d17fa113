"""A name is never the smallest thing on a finished sheet, whatever the number of people, their names and photos."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pymupdf
import pytest

from generator.disclosure import Publication
from generator.model import Name
from generator.piece import drawn
from generator.pieces import PIECES
from generator.pieces.ceremony import name_card
from generator.pieces.paper import bookmark, poster
from generator.press import templates
from generator.press.typeset import typeset
from generator.thai.names import broken
from tests.support import rounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.disclosure import PublicRound, PublicWinner
    from generator.piece import Sheet

pytestmark = pytest.mark.usefixtures("builds")

CARD = next(piece for piece in PIECES if piece.name == "card")

SHORT = tuple((Name(title, first, last), post) for title, first, last, post in rounds.PEOPLE)
LONG = (
    (Name("ว่าที่ร้อยตรีหญิง", "กนกวรรณพิมพ์", "วงศ์สุวรรณพิพัฒน์กุล"), "นักวิเคราะห์นโยบายและแผนปฏิบัติการ"),
    (Name("นางสาว", "อัญชลีพร", "เทพหัสดิน ณ อยุธยา"), "เจ้าพนักงานธุรการชำนาญงาน"),
    (Name("พันจ่าเอก", "ณัฐวุฒิ", "ประเสริฐสมบูรณ์ทรัพย์"), "ผู้ช่วยเจ้าพนักงานป้องกันและบรรเทาสาธารณภัย"),
)
HARDEST = (
    (
        Name("ว่าที่ร้อยตรีหญิง", "ปิ่นปินัทธ์ชนกนันท์กุลธิดา", "ศรีสุวรรณพิพัฒน์ไพศาลวัฒนาสกุลรุ่งเรืองกิจเจริญท้องถิ่น"),
        "เจ้าพนักงานป้องกันและบรรเทาสาธารณภัยปฏิบัติงาน",
    ),
    (Name("นาย", "มูฮัมหมัด", "บิน อับดุลเราะห์มาน บิน ฮัจยีอับดุลเลาะห์ทดลอง"), "ผู้ช่วยเจ้าพนักงานการเงินและบัญชี"),
    (Name("นาง", "กิ่ง", "ปู"), "ครู"),
)
KINDS = {"short": SHORT, "long": LONG + SHORT, "hardest": HARDEST + SHORT}
PHOTOS = ("all", "some", "none")
COUNTS = (2, 3, 5, 6, 9, 12, 24)


class _Text(NamedTuple):
    say: str
    font: str
    size: float


def _people(count: int, kind: str, photos: str) -> tuple[PublicWinner, ...]:
    known = KINDS[kind]
    return tuple(
        rounds.make_winner(
            n,
            name=known[n % len(known)][0],
            position=known[n % len(known)][1],
            portrait=rounds.make_portrait(str(n)) if photos == "all" or (photos == "some" and n % 2 == 0) else None,
        )
        for n in range(count)
    )


def _pressed(sheet: Sheet, template: str, folder: Path) -> bytes:
    return typeset(templates.source(template), drawn(sheet), rounds.draw_all(sheet.renditions, folder))


def _sheets(piece: Any, award_round: PublicRound) -> Iterable[Sheet]:
    sheets: Iterable[Sheet] = piece.lay_out(Publication(award_round.organisation, (award_round,)))
    return sheets


def _texts(pdf: bytes) -> Iterator[_Text]:
    with pymupdf.open("pdf", pdf) as document:
        for page in document:
            for block in page.get_text("dict")["blocks"]:
                for line in block.get("lines", ()):
                    for span in line["spans"]:
                        if span["text"].strip():
                            yield _Text(span["text"].strip(), span["font"], span["size"])


def _squeeze(text: str) -> str:
    return "".join(text.split())


def _told(
    pdf: bytes, people: Iterable[PublicWinner], face: str, *, everybody: bool = True
) -> tuple[list[float], list[float]]:
    """Return the sizes of names in a face, and those of titles, posts and divisions."""
    people, texts = tuple(people), tuple(_texts(pdf))
    names = {_squeeze(person.name.bare) for person in people}
    others = {_squeeze(say) for one in people for say in (one.name.title, one.position, one.division.name)}
    named = [one.size for one in texts if face in one.font and any(_squeeze(one.say) in name for name in names)]
    beside = [
        one.size
        for one in texts
        if "Text" in one.font and len(one.say) > 2 and any(_squeeze(one.say) in say for say in others)
    ]
    assert len(named) >= len(people) or not everybody
    return named, beside


def _least_on_poster(count: int, *, wide: bool) -> float:
    return 12 if count > 9 else 13.5 if wide and count > 6 else 14


@pytest.mark.parametrize("wide", [False, True], ids=["upright", "wide"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("count", COUNTS)
def test_names_on_a_poster_are_of_one_size_and_larger_than_their_posts(
    count: int, kind: str, tmp_path: Path, *, wide: bool
) -> None:
    """Two of three names were 3.5 points where one had a surname of 49 letters, over posts of 10.5."""
    for photos in PHOTOS:
        people = _people(count, kind, photos)
        sheets = _sheets(poster.PIECE, rounds.make_round(people))
        sheet = next(sheet for sheet in sheets if sheet.view["wide"] == wide)
        pdf = _pressed(sheet, poster.PIECE.template, tmp_path)
        named, beside = _told(pdf, people, "Poster" if photos == "none" else "Name")
        assert min(named) >= _least_on_poster(count, wide=wide) - 0.05, photos
        assert max(beside) <= min(named), photos
        if photos != "none":
            assert max(named) - min(named) < 0.1, photos


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("count", [1, 2, 3, 5, 9, 24])
def test_every_card_is_made_and_tells_names_as_large_as_its_other_words(count: int, kind: str, tmp_path: Path) -> None:
    """Where names had room at the edge of the words alone, four cards were not made."""
    for photos in PHOTOS:
        people = _people(count, kind, photos)
        sheets = [
            sheet for sheet in _sheets(CARD, rounds.make_round(people, stage="ceremony")) if "people" in sheet.view
        ]
        assert sheets
        for sheet in sheets:
            if len(sheet.view["people"]) == count:
                face = (
                    "Tonbaep" if photos == "none" else "Name"
                )  # where somebody is seen, a name in a leaf is a picture
                named, _ = _told(_pressed(sheet, CARD.template, tmp_path), people, face, everybody=False)
                # Of very many a card shows faces alone; a link's picture is low, and tells smaller names first.
                least = 11.4 if sheet.path.endswith("-link.jpg") else 15.4
                assert min(named, default=99) >= least, (sheet.path, photos)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("count", [3, 9])
def test_a_name_on_a_badge_is_larger_than_the_post(count: int, kind: str, tmp_path: Path) -> None:
    """A name of 49 letters was 8.7 points over a post of 9.5, in a field for three lines of 13."""
    people = _people(count, kind, "none")
    (sheet,) = _sheets(name_card.BADGE, rounds.make_round(people, stage="announced"))
    for one in people:
        alone = {
            **sheet.view,
            "pages": [[each for page in sheet.view["pages"] for each in page if each["name"] == one.name.full]],
        }
        pdf = typeset(templates.source(name_card.BADGE.template), {**drawn(sheet), **alone}, tmp_path)
        named, _ = _told(pdf, (one,), "Name")
        posts = [
            text.size
            for text in _texts(pdf)
            if "Text-Bold" in text.font and _squeeze(text.say) in _squeeze(one.position)
        ]
        assert min(named) >= 10.5
        assert max(posts) <= min(named) + 0.05


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("count", [2, 6, 7, 9, 12, 24])
def test_a_bookmark_of_many_names_them_on_its_back_and_no_smaller(count: int, kind: str, tmp_path: Path) -> None:
    """Names of 24 were 7 points beside titles of 9."""
    people = _people(count, kind, "none")
    (sheet,) = _sheets(bookmark.PIECE, rounds.make_round(people))
    pdf = _pressed(sheet, bookmark.PIECE.template, tmp_path)
    if (count, kind) == (24, "hardest"):  # both sides are too small for them: it says how many they are
        assert "24 คน" in {text.say for text in _texts(pdf)}
        return
    named, beside = _told(pdf, people, "Tonbaep")
    assert min(named) >= 10.5 - 0.05
    assert max(beside) <= min(named) + 0.05


@pytest.mark.parametrize(
    ("part", "lines"),
    [
        ("ศรีท้องถิ่น", []),
        ("ประเสริฐสมบูรณ์ทรัพย์", ["ประเสริฐ", "สมบูรณ์ทรัพย์"]),
        ("เทพหัสดิน ณ อยุธยา", ["เทพหัสดิน", "ณ อยุธยา"]),
        ("บิน อับดุลเราะห์มาน บิน ฮัจยีอับดุลเลาะห์ทดลอง", ["บิน อับดุลเราะห์มาน", "บิน ฮัจยีอับดุลเลาะห์ทดลอง"]),
    ],
)
def test_a_long_name_is_parted_between_its_words_alone(part: str, lines: list[str]) -> None:
    """A short one stays whole, and a word that leads on begins the next line."""
    assert broken(part)[:1] == ([lines] if lines else [])
