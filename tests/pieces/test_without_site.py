"""An office without web space: codes lead straight to the form, and nothing that goes out names a page."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pypdfium2
import pytest
from PIL import Image

from generator import qr
from generator.building.plan import papers_of
from generator.disclosure import publish
from generator.era import BANGKOK
from generator.model import Certificate
from generator.piece import Finished, drawn
from generator.pieces import FIRST, SECOND
from tests.support import codes, product
from tests.support.small import ORGANISATION, ROUND

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.model import Records
    from generator.piece import Entry, Piece, Sheet
    from tests.support.small import Small

SITE = "khuanmao.example"
FORM = (
    "https://docs.google.com/forms/d/e/1FAIpQLSdQ3kYx8Zb2VtN5wPqRcEoJmHgLsTiUaFyDnXvBzKp4W7r9Q/viewform?usp=pp_url"
    "&entry.1045781291={channel}&entry.1839201847={place}"
)
"""As long as Google makes them."""

MOMENTS = (
    datetime(2023, 2, 1, 12, tzinfo=BANGKOK),
    datetime(2023, 3, 20, 12, tzinfo=BANGKOK),
    datetime(2023, 6, 1, 12, tzinfo=BANGKOK),
    datetime(2028, 1, 1, 12, tzinfo=BANGKOK),
)
"""Before the survey, while it is asked, after the result, and after it is closed."""

A_PAGE = re.compile(r"\.html\b|/verify/|พิมพ์ที่อยู่|(?:อ่านต่อ|อ่านเรื่องราว|ดาวน์โหลด\S*)ที่")
OWN_FILES = {"cms_guide"}
"""Rows that name files beside themselves, which are no pages."""


@pytest.fixture(scope="module")
def records(records: Records) -> Records:
    """Return the sample without a site, with a form's link of the usual length."""
    (award_round,) = records.rounds
    survey = replace(award_round.programme.survey, form=FORM)
    winners = tuple(
        replace(winner, certificate=Certificate(number, f"{'abcdefghijklmnop'}{number}"))
        for number, winner in enumerate(award_round.winners, 2)
    )
    changed = replace(award_round, programme=replace(award_round.programme, survey=survey), winners=winners)
    return replace(records, organisation=replace(records.organisation, site=""), rounds=(changed,))


def _unread(entry: Entry) -> bytes:
    raise NotImplementedError(entry.path)


def sheets(records: Records, moment: datetime) -> Iterator[tuple[Piece[Any], Sheet]]:
    """Yield every sheet of `build/`, with its row."""
    rows: tuple[Piece[Any], ...] = (*papers_of(FIRST), *papers_of(SECOND))
    for piece in rows:
        publication = publish(records, moment, piece.channel, inside=piece in SECOND or piece.audience == "internal")
        source = Finished(publication, (), _unread) if piece in SECOND else publication
        for sheet in piece.lay_out(source):
            yield piece, sheet


def leaves(value: object) -> Iterator[str]:
    """Yield every string of a view but its labels, of which a sheet shows those that it has something for."""
    if isinstance(value, dict):
        value = [inner for key, inner in value.items() if key != "labels"]
    if isinstance(value, (list, tuple)):
        for inner in value:
            yield from leaves(inner)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize("moment", MOMENTS, ids=str)
def test_no_sheet_names_a_page(records: Records, moment: datetime) -> None:
    """An address that leads nowhere stands on paper for years."""
    found = [(piece.name, text) for piece, sheet in sheets(records, moment) for text in leaves(sheet.view)]
    assert found
    assert [each for each in found if f"{SITE}/" in each[1] or each[1] == SITE] == []
    assert [each for each in found if A_PAGE.search(each[1]) and each[0] not in OWN_FILES] == []
    addresses = {text for _, text in found if re.match(r"https?://", text)}
    assert {urlsplit(address).hostname for address in addresses} <= {"docs.google.com", "facebook.example"}


@pytest.mark.parametrize("moment", MOMENTS, ids=str)
def test_every_code_leads_to_the_form_with_the_record_s_own_words(records: Records, moment: datetime) -> None:
    """What the form is told is what `replies` are counted by; no code asks for a page that confirms a certificate."""
    spots = {"all", *(f"m{village.moo}" for village in records.organisation.villages)}
    spots |= {division.key for division in records.organisation.divisions}
    told = set()
    for piece, sheet in sheets(records, moment):
        for link in sheet.codes:
            assert piece.code == "survey", piece.name
            asked = parse_qs(urlsplit(link.url).query)
            told.add((asked["entry.1045781291"][0], asked["entry.1839201847"][0]))
            assert qr.has_room(link.url), link.url
    channels = {channel for channel, _ in told}
    assert channels <= {"poster", "winner_poster", "newsletter", "counter", "loudspeaker", "social", "site"}
    assert {place for _, place in told} <= spots
    assert len(channels) > 2 or moment == MOMENTS[0]


SOMEBODY = '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><circle cx="50" cy="45" r="20"/></svg>'
"""Stands for a person who is cut out of a photo."""


def test_codes_of_every_row_are_read_from_its_finished_sheet(records: Records, tmp_path: Path, builds: None) -> None:
    """A form's link has three times the letters of a short address: it has to fit where a short one did."""
    seen: dict[tuple[str, str], str] = {}
    for piece, sheet in sheets(records, MOMENTS[2]):
        if not sheet.codes or (piece.template, sheet.paper) in seen or piece.name.startswith("cms_"):
            continue
        for each in sheet.renditions:
            if each.name.endswith(".svg"):
                (tmp_path / each.name).write_text(SOMEBODY, encoding="utf-8")
            else:
                Image.new("RGB", (each.width, each.width * 4 // 3), "#2f6f7f").save(tmp_path / each.name)
        fits: list[Any] = []
        made = piece.press.press(piece.template, drawn(sheet), tmp_path, fits.append)
        assert all(fit.fits for fit in fits if hasattr(fit, "fits")), piece.name
        pages = list(_pages(made))
        assert not A_PAGE.search(_words(made)), sheet.path
        assert {text for page in pages for text in codes.texts(page)} == {link.url for link in sheet.codes}, sheet.path
        seen[piece.template, sheet.paper] = piece.name
    assert {template for template, _ in seen} >= {
        "poster.typ", "bookmark.typ", "table_tent.typ", "survey_form.typ", "newsletter.typ",
        "summary.typ", "card.typ", "announcement.typ", "backdrop.typ",
    }  # fmt: skip


def _words(made: bytes) -> str:
    """Return the text of a PDF as another program extracts it."""
    if not made.startswith(b"%PDF"):
        return ""
    with pypdfium2.PdfDocument(made) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


@pytest.mark.parametrize("name", ["cms_html", "cms_text", "press_release", "caption", "line_message"])
def test_no_finished_text_names_a_page(records: Records, tmp_path: Path, name: str) -> None:
    """A label without its address would end a post in the middle of a sentence."""
    made = [
        piece.press.press(piece.template, drawn(sheet), tmp_path).decode()
        for piece, sheet in sheets(records, MOMENTS[2])
        if piece.name == name
    ]
    assert made
    assert [text for text in made if A_PAGE.search(text) or f"{SITE}/" in text] == []


def _pages(made: bytes) -> Iterator[Image.Image]:
    if made.startswith(b"%PDF"):
        with pypdfium2.PdfDocument(made) as document:
            for page in document:
                scale = min(200 / 72, 6000 / max(page.get_size()))
                yield page.render(scale=scale, grayscale=True).to_pil()
    else:
        yield Image.open(io.BytesIO(made)).convert("L")


@pytest.mark.parametrize("written", ["ไม่มี", "ไม่มีเว็บไซต์"])
def test_the_price_of_having_no_site_is_told_once(small: Small, written: str) -> None:
    """Whoever prints ten posters must know that their codes die with the form."""
    small.edit(ORGANISATION, "https://test.example", written)
    (warning,) = [each for each in small.read().warnings if each.field == "site"]
    assert "แบบฟอร์มโดยตรง" in warning.message.th
    assert small.read().organisation.site == ""


def test_a_form_too_long_for_a_code_is_told_before_anything_is_made(small: Small) -> None:
    """A code that no sheet has room for is found by the door, with the way out."""
    small.edit(ORGANISATION, "https://test.example", "ไม่มี")
    small.edit(ROUND, "https://forms.example/f?", f"https://forms.example/f?id={'x' * 180}&")
    problem = small.only_problem()
    assert problem.field == "survey.form"
    assert "plain_link" in problem.fix.th


def test_a_site_that_was_given_up_is_emptied_and_what_is_not_ours_stays(published: Path) -> None:
    """Pages that nobody renews would go on naming people whose consent is gone."""
    records = published / "winners/organisation.yaml"
    records.write_text(re.sub(r"(?m)^site: .*$", "site: ไม่มี", records.read_text(encoding="utf-8")), encoding="utf-8")
    (published / "site/notes.txt").write_text("ของเราเอง", encoding="utf-8")
    told = product.done(published, "build", "--only", "bookmark")
    assert [path.name for path in (published / "site").rglob("*") if path.is_file()] == ["notes.txt"]
    assert "site/index.html" not in told
    assert not [entry for entry in product.manifest(published) if entry["path"].startswith("site/")]
    assert (published / "build/print/2566/bookmark.pdf").is_file()
