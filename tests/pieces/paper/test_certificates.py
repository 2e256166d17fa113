"""ประกาศเกียรติคุณ: numbers and tokens that are issued once, two designs, and the page that confirms a certificate."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pymupdf
import pypdfium2
import pytest

from generator.amending.freeze import freeze
from generator.disclosure import Publication
from generator.model import Certificate, Name
from generator.piece import drawn
from generator.pieces.paper import certificate, labels
from generator.problems import ProblemsFound
from tests.support import codes, product, rounds
from tests.support.paper import POINTS_A_MM, lines, overlapping
from tests.support.readers import READERS
from tests.support.small import WINNERS, Small
from tests.support.standards import faults

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PIL import Image

    from generator.disclosure import PublicRound, PublicWinner, VerifyLink

DPI = 150
FROZEN = "2566/certificates.yaml"
LONGEST = Name("ว่าที่ร้อยตรีหญิง", "ปิ่นปินัทธ์ชนกนันท์กุลธิดา", "ศรีสุวรรณพิพัฒน์ไพศาลวัฒนาสกุลรุ่งเรืองกิจเจริญท้องถิ่น")


def _honoured(number: int, **changes: object) -> PublicWinner:
    token = "abcdefghijklmnopqrst"[number:] + "abcdefghijklmnopqrst"[:number]
    return replace(rounds.make_winner(number), certificate=Certificate(number + 1, token), **changes)  # type: ignore[arg-type]


def _link(award_round: PublicRound, held: Certificate) -> VerifyLink:
    link = award_round.verify_link(held)
    assert link, "the office of these tests has a site"
    return link


def _made(award_round: PublicRound, folder: Path) -> dict[str, bytes]:
    found = {}
    for sheet in certificate.PIECE.lay_out(Publication(award_round.organisation, (award_round,))):
        pictures = rounds.draw_all(sheet.renditions, folder)
        name = sheet.path.rpartition("/")[2].removesuffix(".pdf")
        found[name] = certificate.PIECE.press.press(certificate.PIECE.template, drawn(sheet), pictures)
    return found


def _pictures(pdf: bytes) -> list[Image.Image]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=DPI / 72).to_pil() for page in document]


def _codes(pdf: bytes) -> list[set[str]]:
    return [codes.texts(picture) for picture in _pictures(pdf)]


def test_freezing_gives_numbers_once_and_tokens_by_lot(small: Small, tmp_path: Path) -> None:
    """A number on paper is for ever; a token derived from a name could be worked out."""
    assert freeze(small.project, small.store, None) == [(2566, 1)]
    first = small.text(FROZEN)
    assert freeze(small.project, small.store, None) == []
    assert small.text(FROZEN) == first
    held = small.read().rounds[0].winners[0].certificate
    assert held is not None
    assert held.number == 1
    assert re.fullmatch("[a-z2-7]{20}", held.token)
    other = Small(tmp_path / "other")
    freeze(other.project, other.store, 2566)
    second = other.read().rounds[0].winners[0].certificate
    assert second is not None
    assert second.token != held.token


def test_numbers_go_on_after_the_highest_ever_given(small: Small) -> None:
    """A later winner does not get the number of somebody who was removed."""
    small.write(FROZEN, "certificates:\n  - winner: gone\n    number: 7\n    token: abcdefghijklmnopqrst\n")
    assert freeze(small.project, small.store, None) == [(2566, 1)]
    records = small.read()
    held = records.rounds[0].winners[0].certificate
    assert held is not None
    assert held.number == 8
    assert [warning.field for warning in records.warnings] == ["certificates[0].winner"]


def test_nothing_is_frozen_of_unsound_records(small: Small) -> None:
    """Numbers on paper must not come from a record that is still wrong."""
    small.edit(WINNERS, "replies: 68", "replies: many")
    with pytest.raises(ProblemsFound):
        freeze(small.project, small.store, None)
    assert not small.path(FROZEN).exists()


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("- {winner: first, number: 1, token: short}", "token"),
        ("- {winner: first, number: 0, token: abcdefghijklmnopqrst}", "number"),
        (
            "\n".join(
                f"- {{winner: {who}, number: 1, token: {who}abcdefghijklmnopqrst}}" for who in ("first", "second")
            ),
            "number",
        ),
    ],
)
def test_a_file_that_a_hand_has_spoilt_is_told(small: Small, text: str, field: str) -> None:
    """If two certificates have the same number, neither is valid."""
    small.write(FROZEN, f"certificates:\n{text}\n")
    told = small.problems()
    assert any(problem.file.endswith("certificates.yaml") and field in problem.field for problem in told)


@pytest.mark.parametrize("design", labels.CERTIFICATE_DESIGNS)
def test_a_certificate_says_who_what_and_when_with_thai_digits(design: str, tmp_path: Path) -> None:
    """Official papers use Thai digits, in every number."""
    award_round = rounds.make_round((_honoured(0), _honoured(1)))
    made = _made(award_round, tmp_path)
    assert set(made) >= {f"{design}-all", f"{design}-w1", f"{design}-w2"}
    for read in READERS.values():
        text = "".join(read(made[f"{design}-all"]).split())
        for winner in award_round.winners:
            assert "".join(winner.name.full.split()) in text
        for said in (labels.CERTIFICATE_OPENING, labels.CERTIFICATE_WISH, "พุทธศักราช๒๕๖๖", "เลขที่๑/๒๕๖๖", "เลขที่๒/๒๕๖๖"):
            assert "".join(said.split()) in text
        assert not re.search(r"\d", text.translate(str.maketrans("", "", "๐๑๒๓๔๕๖๗๘๙")))


@pytest.mark.parametrize("design", labels.CERTIFICATE_DESIGNS)
def test_each_page_carries_its_own_code_and_no_survey(design: str, tmp_path: Path) -> None:
    """All winners are in one file: a code under another name would confirm the wrong person."""
    award_round = rounds.make_round((_honoured(0), _honoured(1), _honoured(2)))
    held = [winner.certificate for winner in award_round.winners if winner.certificate]
    made = _made(award_round, tmp_path)
    assert _codes(made[f"{design}-all"]) == [{_link(award_round, each).url} for each in held]
    assert _codes(made[f"{design}-w2"]) == [{_link(award_round, held[1]).url}]


@pytest.mark.parametrize("design", labels.CERTIFICATE_DESIGNS)
@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_a_very_long_name_fits_and_the_paper_keeps_its_standards(design: str, profile: str, tmp_path: Path) -> None:
    """A cut or shrunk name hurts most on a certificate."""
    winner = _honoured(0, name=LONGEST)
    made = _made(rounds.make_round((winner,)), tmp_path)[f"{design}-w1"]
    path = tmp_path / "made.pdf"
    path.write_bytes(made)
    assert faults(path, profile) == []
    with pypdfium2.PdfDocument(made) as document:
        page = document[0]
        assert len(document) == 1
        assert page.get_width() > page.get_height()


def test_who_has_no_number_yet_gets_no_certificate(tmp_path: Path) -> None:
    """A certificate without a number would have to be called back."""
    assert _made(rounds.make_round(3), tmp_path) == {}


def test_certificates_stay_in_the_house_and_their_pages_are_named_nowhere(built: Path) -> None:
    """Only the code on the paper leads to the page; a list of pages would be a list of people to copy."""
    entries = product.manifest(built)
    papers = [entry for entry in entries if entry["piece"] == "certificate"]
    pages = [entry for entry in entries if entry["piece"] == "verify"]
    assert len(papers) == 12
    assert len(pages) == 5
    assert {entry["audience"] for entry in papers} == {"internal"}
    tokens = {re.sub(r".*/|\.html", "", entry["path"]) for entry in pages}
    targets = {target.rpartition("/")[2].removesuffix(".html") for entry in papers for target in entry["qr"]}
    assert targets == tokens
    for file in (built / "site").rglob("*"):
        if file.is_file() and file.suffix in {".html", ".json", ".xml", ".js", ".txt"} and file.stem not in tokens:
            text = file.read_text(encoding="utf-8")
            assert not any(token in text for token in tokens), file
            assert "certificate/" not in text, file
    for entry in pages:
        text = (built / entry["path"]).read_text(encoding="utf-8")
        assert "noindex" in text
        assert "เลขที่" in text
    assert not list((built / "site").rglob("*formal*"))


def test_before_the_result_no_page_confirms_anybody(early: Path) -> None:
    """A token in an early print would reveal a name before its time."""
    assert (early / "site/index.html").is_file()
    assert not (early / "site/verify").exists()
    assert not (early / "build/print/2566/certificate").exists()
    assert len(list((early / "build/sealed/print/2566/certificate").glob("*.pdf"))) == 12


@pytest.mark.parametrize("read", READERS.values(), ids=READERS)
def test_a_suppressed_name_is_on_no_certificate(read: Callable[[bytes], str], tmp_path: Path) -> None:
    """The round's file is made again without the person; the numbers of the others stay."""
    award_round = rounds.make_round((_honoured(0), _honoured(2)))
    text = "".join(read(_made(award_round, tmp_path)["formal-all"]).split())
    assert "เลขที่๑/๒๕๖๖" in text
    assert "เลขที่๓/๒๕๖๖" in text
    assert "เลขที่๒/๒๕๖๖" not in text


@pytest.mark.parametrize(
    "site", ["https://khuanmao.example.go.th", f"https://{'long-name-of-an-office.' * 3}go.th/award"]
)
def test_the_way_to_confirm_stays_within_the_frame_however_long_the_address_is(site: str, tmp_path: Path) -> None:
    """A long address has a large code, which must not be printed over the frame; its caption is still read."""
    office = rounds.make_organisation(site=site)
    made = _made(rounds.make_round((_honoured(0),), organisation=office), tmp_path)
    for design, bottom in (("formal-all", 198), ("modern-all", 189)):
        (picture,) = _pictures(made[design])
        (code,) = codes.found(picture)
        lowest = max(getattr(code.position, corner).y for corner in ("bottom_left", "bottom_right"))
        assert lowest < bottom / 25.4 * DPI
        told = [line for line in lines(made[design]) if "ตรวจสอบ" in line.text or "เลขที่" in line.text]
        assert told
        assert all(line.size >= 9 for line in told)
        assert all(glyph.ink[3] < bottom * POINTS_A_MM for line in told for glyph in line.glyphs)
        assert not overlapping(made[design])


@pytest.mark.parametrize("design", labels.CERTIFICATE_DESIGNS)
def test_a_name_as_wide_as_the_sheet_stands_clear_of_the_seal(design: str, tmp_path: Path) -> None:
    """Beside the office there is room for the seal; a name is wider than the office."""
    winner = _honoured(0, name=Name("นางสาว", "กมลชนก", "ศรีสุวรรณเจริญ", jawi="سريفة تواياڠ"))
    office = replace(rounds.make_organisation(), seal=rounds.make_portrait("seal").picture)
    made = _made(rounds.make_round((winner,), organisation=office), tmp_path)[f"{design}-w1"]
    with pymupdf.open("pdf", made) as document:
        shown = [pymupdf.Rect(image["bbox"]) for image in document[0].get_image_info()]
    # A picture that is no square is cut to one: as wide as it is narrow, around its middle.
    half = [min(box.width, box.height) / 2 for box in shown]
    seals = [
        pymupdf.Rect(x - side, y - side, x + side, y + side)
        for box, side in zip(shown, half, strict=True)
        for x, y in [((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)]
        if side > 14 * POINTS_A_MM
    ]
    assert seals
    named = [glyph for line in lines(made) if "Poster" in line.face for glyph in line.glyphs]
    assert max(glyph.ink[2] for glyph in named) > 225 * POINTS_A_MM
    assert not [glyph for glyph in named for seal in seals if seal.intersects(pymupdf.Rect(glyph.ink))]


@pytest.mark.parametrize("design", labels.CERTIFICATE_DESIGNS)
def test_the_name_is_the_largest_on_a_certificate_and_the_award_comes_next(design: str, tmp_path: Path) -> None:
    """A heading that was larger than the name made the paper the news; it is kept for the person who is on it."""
    short, long = Name("นาย", "โชคชัย", "ใจดี"), Name("ว่าที่ร้อยตรีหญิง", "กุลนันทน์ธิดา", "ศรีสุวรรณพิพัฒน์ไพศาล")
    for name, least in ((short, 44), (long, 36)):
        read = lines(_made(rounds.make_round((_honoured(0, name=name),)), tmp_path)[f"{design}-w1"])
        named = [line for line in read if "Poster" in line.face]
        award = [line for line in read if "บุคลากรต้นแบบ" in line.text]
        others = [line for line in read if line not in (*named, *award) and "ตัวอย่าง" not in line.text]
        assert "".join("".join(line.text for line in named).split()) == "".join(name.full.split())
        assert min(line.size for line in named) >= least
        assert max(line.size for line in others) < 17.1
        assert min(line.size for line in award) >= 22
        assert max(line.size for line in award) < min(line.size for line in named)
