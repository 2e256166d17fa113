"""What the helper for Facebook and LINE gets: cards, captions, messages, press release, pictures of links."""

from __future__ import annotations

import html
import io
import json
import re
import unicodedata
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import docx
import pymupdf
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from generator import disclosure
from generator.building.plan import plan, plan_cards
from generator.model import Name, YouSaid
from generator.piece import drawn
from generator.pieces import FIRST
from generator.pieces.social import caption, card, limits, line_message, post, press_release
from generator.press import refused
from generator.press.document import DOCUMENT
from generator.press.picture import PICTURE
from generator.press.text import TEXT
from generator.press.typeset import TYPESET
from generator.press.web_text import JSON
from generator.thai.dates import day_and_month, parse_moment
from tests.support import codes, paper, product
from tests.support.publications import before_the_result
from tests.support.rounds import draw, make_organisation, make_programme, make_round, make_winner

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.disclosure import PublicRound
    from generator.model import Channel, Records, Showing
    from generator.piece import Sheet

LONG_NAME = Name("ว่าที่ร้อยตรีหญิง", "ประภัสสรวรารัตน์", "พิพัฒน์ธนากรเจริญกุลวงศ์สุวรรณ")
TALKATIVE = make_winner(
    0,
    name=LONG_NAME,
    position="เจ้าพนักงานป้องกันและบรรเทาสาธารณภัยชำนาญงานพิเศษ",
    citation="เดินไปหาผู้สูงอายุถึงบ้านเพื่อรับคำขอเบี้ยยังชีพ ไม่มีใครต้องเหมารถมาที่สำนักงานอีก " * 7,
)
SILENT = make_winner(2, citation="", story="", quote="", satisfaction=None, portrait=None)
ASKED = YouSaid("ที่จอดรถไม่พอ", "จัดที่จอดเพิ่มสิบคัน")
LONG_ASKED = YouSaid(
    "น้ำประปาไหลอ่อนทุกปี คนที่อยู่ปลายท่อหมู่ที่ 2 ต้องรองน้ำตอนตีสามถึงจะพอใช้ทั้งวัน ขอให้บอกล่วงหน้าว่าจะหยุดจ่ายน้ำวันไหน",
    "เปลี่ยนท่อหมู่ที่ 2 ยาวแปดร้อยเมตร เพิ่มปั๊มอีกหนึ่งตัว และประกาศเสียงตามสายทุกหมู่ก่อนหยุดจ่ายน้ำอย่างน้อยหนึ่งวัน",
)
ROUNDS = {
    **{f"{count} winners": make_round(count, stage="ceremony") for count in (1, 2, 3, 4, 5, 6, 8, 9, 12, 24)},
    "no photos": make_round(tuple(make_winner(number, portrait=None) for number in range(6))),
    "jawi": make_round((make_winner(0, name=replace(make_winner(0).name, jawi="سيتي ساريفه")),)),
    "talkative": make_round((TALKATIVE,)),
    "silent": make_round((SILENT,)),
    "long names": make_round(tuple(make_winner(number, name=LONG_NAME) for number in range(12))),
    "a talk": make_round(2, you_said=(ASKED, replace(ASKED, said="ห้องน้ำมืด", did="เปลี่ยนหลอดไฟทุกห้อง"))),
    "a long talk": make_round(2, you_said=(LONG_ASKED, *(replace(LONG_ASKED, did=f"ข้อ {n}") for n in range(7)))),
    "criteria": before_the_result("criteria"),
    "nominations": before_the_result("nominations"),
    "survey": before_the_result("survey"),
    "early": make_round(3, release=make_programme().result_at, stage="announced"),
}
LEAST_PIXELS, NAME_PIXELS, LONG_NAME_PIXELS, WIDTH = 28, 21, 24, 1080
"""A letter's height on a card of that width that is still read on a phone, and that of a name beside a face."""


def _cards(award_round: PublicRound) -> dict[str, Sheet]:
    return {sheet.path.rpartition("/")[2].removesuffix(".jpg"): sheet for sheet in card.CARD.lay_out(_of(award_round))}


def _of(award_round: PublicRound) -> disclosure.Publication:
    return disclosure.Publication(award_round.organisation, (award_round,))


def _pdf(sheet: Sheet, folder: Path) -> bytes:
    for rendition in sheet.renditions:
        (folder / rendition.name).write_bytes(draw(rendition))
    return TYPESET.press("card.typ", drawn(sheet), folder)


def _picture(sheet: Sheet, folder: Path) -> bytes:
    for rendition in sheet.renditions:
        (folder / rendition.name).write_bytes(draw(rendition))
    return PICTURE.press("card.typ", drawn(sheet), folder)


def _designs(award_round: PublicRound) -> dict[str, Sheet]:
    """Return one card of each design: a winner's own only for a single winner; the LINE card is the square one."""
    alone = len(award_round.winners) == 1
    return {
        key: sheet
        for key, sheet in _cards(award_round).items()
        if not key.endswith("-line") and (alone or not key.startswith("winner-"))
    }


@pytest.mark.parametrize("name", ROUNDS)
def test_every_word_of_a_card_is_read_on_a_phone_and_stays_on_it(name: str, tmp_path: Path) -> None:
    """In a feed a card is as wide as a thumb, and apps cover the upper and lower 250 of a story's 1,920 pixels.

    Another engine says how high each letter is and where it stands.
    """
    sheets = _designs(ROUNDS[name])
    assert sheets
    for key, sheet in sheets.items():
        pdf = _pdf(sheet, tmp_path)
        with pymupdf.open(stream=pdf) as document:
            page = document[0]
            blocks = page.get_text("dict")["blocks"]
            spans = [span for block in blocks for line in block.get("lines", ()) for span in line["spans"]]
            pixels = WIDTH / page.rect.width
        told = [
            (span["text"], span["size"] * pixels, span["origin"][1] * pixels) for span in spans if span["text"].strip()
        ]
        assert told
        # Of many, a card tells names in fewer pixels, and a link's low picture in fewer still, before it tells none.
        names = "\n".join(winner.name.full for winner in ROUNDS[name].winners)
        many = name in {"long names", "24 winners"}
        low = NAME_PIXELS if key.endswith("-link") else LONG_NAME_PIXELS if many else LEAST_PIXELS
        least = {text: low if text.strip() in names else LEAST_PIXELS for text, *_ in told}
        assert [(text, size) for text, size, _ in told if size < least[text] - 0.3] == [], key
        if key.endswith("-story"):
            assert [text for text, size, base in told if not 250 + size / 2 < base < 1920 - 250] == [], key
        assert paper.off_the_page(pdf, 2) == [], key
        assert paper.overlapping(pdf) == [], key


def test_cards_have_the_pixels_that_each_channel_wants(tmp_path: Path) -> None:
    """An app crops a card of another shape; LINE accepts a preview of one megabyte."""
    award_round = make_round(12, stage="ceremony")
    for key, sheet in _cards(award_round).items():
        if key.startswith("winner-") and not key.startswith(f"winner-{award_round.winners[0].id}-"):
            continue
        value = _picture(sheet, tmp_path)
        shape = next(shape for shape in card.SHAPES if key.endswith(f"-{shape.name}"))
        with Image.open(io.BytesIO(value)) as picture:
            assert picture.size == (shape.width, shape.height), key
            assert picture.format == "JPEG"
            assert not picture.getexif()
        assert len(value) <= shape.most, key


@pytest.mark.parametrize("name", ["1 winners", "5 winners", "12 winners", "no photos", "talkative"])
def test_a_card_names_everybody_in_full(name: str, tmp_path: Path) -> None:
    """Cutting a name is an insult; a line may end after the title and before the surname, where spaces do not count."""
    award_round = ROUNDS[name]
    for key, sheet in _designs(award_round).items():
        if key.endswith("-link") or key.startswith(("survey", "thanks")):
            continue
        with pymupdf.open(stream=_pdf(sheet, tmp_path)) as document:
            said = "".join(document[0].get_text().split())
        for winner in award_round.winners if key.startswith("result") else [_winner(award_round, key)]:
            assert "".join(winner.name.full.split()) in said, key


@pytest.mark.parametrize(("count", "seen"), [(2, True), (5, True), (5, False), (9, True), (24, True), (24, False)])
def test_no_card_of_the_result_is_without_names(count: int, seen: bool, tmp_path: Path) -> None:
    """Five faces above an empty field told nobody who was chosen, since no name found room below its face."""
    hardest = Name("นางสาว", "พระนางเจ้าสุทธาศินีนาถเฉลิมขวัญ", "เทพหัสดินสุวรรณประกายวงศ์วัฒนา")
    changes = {} if seen else {"portrait": None}
    award_round = make_round(tuple(make_winner(number, name=hardest, **changes) for number in range(count)))
    cards = _cards(award_round)
    for shape in ("link", "square", "story"):
        with pymupdf.open(stream=_pdf(cards[f"result-{shape}"], tmp_path)) as document:
            said = "".join(document[0].get_text().split())
        assert said.count(hardest.first) == count, shape


@pytest.mark.parametrize("shape", ["link", "square", "story"])
@pytest.mark.parametrize("count", [2, 6, 12, 24])
def test_where_nobody_is_seen_a_name_stands_once(count: int, shape: str, tmp_path: Path) -> None:
    """A given name in a leaf, and once more below it, said everything twice and left no room to say it large."""
    award_round = make_round(tuple(make_winner(number, portrait=None) for number in range(count)))
    with pymupdf.open(stream=_pdf(_cards(award_round)[f"result-{shape}"], tmp_path)) as document:
        said = "".join(document[0].get_text().split())
    for first in {winner.name.first for winner in award_round.winners}:
        assert said.count(first) == sum(winner.name.first == first for winner in award_round.winners), first


def test_a_wish_stands_on_every_card_with_what_became_of_it(tmp_path: Path) -> None:
    """Whoever sees only the picture of a link must learn what was done, not that something was."""
    for name, least in (("a talk", 2), ("a long talk", 1)):
        for key, sheet in _designs(ROUNDS[name]).items():
            if not key.startswith("you-said"):
                continue
            with pymupdf.open(stream=_pdf(sheet, tmp_path)) as document:
                said = "".join(document[0].get_text().split())
            both = [all("".join(text.split()) in said for text in (one.said, one.did)) for one in ROUNDS[name].you_said]
            wanted = 1 if key.endswith("-link") else least
            assert both[:wanted] == [True] * wanted, key


def test_what_counts_people_is_never_louder_than_the_headline(tmp_path: Path) -> None:
    """A headline that counts them was told again below faces without photos, larger than itself."""
    name = Name("ว่าที่ร้อยตรี", "แพรวพรรณรายา", "ศรีสุวรรณพงษ์พิพัฒน์")
    award_round = make_round(tuple(make_winner(number, name=name, portrait=None) for number in range(12)))
    with pymupdf.open(stream=_pdf(_cards(award_round)["result-link"], tmp_path)) as document:
        said = document[0].get_text()
    assert said.count("12") == 1, said


def test_the_day_of_a_ceremony_stands_clear_of_its_bands_edge(tmp_path: Path) -> None:
    """Ten pixels over the edge, a headline looked as if it were cut off."""
    cards = _cards(replace(ROUNDS["5 winners"], ceremony="held"))
    for key in ("given-square", "given-line"):
        with pymupdf.open(stream=_pdf(cards[key], tmp_path)) as document:
            page = document[0]
            pixels = WIDTH / page.rect.width
            spans = [
                span
                for block in page.get_text("dict")["blocks"]
                for line in block.get("lines", ())
                for span in line["spans"]
            ]
            bands = [one["rect"] for one in page.get_drawings() if one["rect"].width > 0.99 * page.rect.width]
        day = max((span for span in spans if "Poster" in span["font"]), key=lambda span: span["size"])
        base = day["origin"][1]
        edge = min(band.y1 for band in bands if band.y1 > base)
        assert (edge - base) * pixels >= 20, key


def test_the_day_until_which_names_are_taken_is_what_a_card_says_first(tmp_path: Path) -> None:
    """It stood in a sentence, on a field that was half empty."""
    award_round = ROUNDS["nominations"]
    day = day_and_month(award_round.programme.step("nominations").ends)
    for key in ("nominations-square", "nominations-story", "nominations-link"):
        sizes = {line.text: line.size for line in paper.lines(_pdf(_cards(award_round)[key], tmp_path))}
        assert sizes[day] == max(sizes.values()), key


def test_what_is_judged_is_drawn_as_a_hundred_leaves(tmp_path: Path) -> None:
    """Bars as thin as underlines said nothing from afar."""
    sheets = _cards(ROUNDS["criteria"])
    for key in ("criteria-square", "criteria-story", "criteria-link"):
        with pymupdf.open(stream=_pdf(sheets[key], tmp_path)) as document:
            shapes = [one for one in document[0].get_drawings() if one["fill"] and 8 < one["rect"].width < 30]
        leaves = [one for one in shapes if one["rect"].width == pytest.approx(one["rect"].height, abs=0.1)]
        assert len(leaves) >= 100, key


def _winner(award_round: PublicRound, key: str) -> disclosure.PublicWinner:
    return next(winner for winner in award_round.winners if key.startswith(f"winner-{winner.id}-"))


def test_the_surveys_card_is_scanned_from_a_second_phone(tmp_path: Path) -> None:
    """Only the survey's own cards have a code, which a second phone reads off a screen."""
    award_round = make_round(2)
    for key, sheet in _designs(award_round).items():
        with Image.open(io.BytesIO(_picture(sheet, tmp_path))) as picture:
            found = [code.text for code in codes.found(picture)]
        coded = key.startswith("survey-")
        assert found == ([award_round.link("social").url] if coded else []), key


def test_a_sample_and_an_early_card_say_so(tmp_path: Path) -> None:
    """A made-up person on a card travels further than any later warning."""
    for key, sheet in _designs(ROUNDS["early"]).items():
        with pymupdf.open(stream=_pdf(sheet, tmp_path)) as document:
            said = document[0].get_text()
        assert "ตัวอย่าง" in said, key
        assert "ห้ามเผยแพร่ก่อน" in said, key


def test_before_the_result_nothing_to_share_names_anybody(records: Records) -> None:
    """A card's file name or alt text would reveal as much as the card."""
    moment = parse_moment(product.BEFORE)
    jobs = [job for job in plan(FIRST, records, moment, sealed=False) if job.path.startswith("social/")]
    jobs += plan_cards(FIRST, disclosure.publish(records, moment, "link"))
    assert len(jobs) > 8
    said = json.dumps([[job.path, job.sheet.title, job.sheet.view] for job in jobs], ensure_ascii=False)
    for winner in records.rounds[0].winners:
        assert winner.name.first not in said
        assert winner.id not in said


@pytest.mark.parametrize(
    ("agreed", "showing"),
    [(set(), set()), ({"site"}, {"site"}), ({"social"}, {"social"}), ({"site", "social"}, {"site", "social", "link"})],
)
def test_a_links_picture_asks_for_both_consents(agreed: set[Channel], showing: set[Showing], records: Records) -> None:
    """It is on the site, and every app in which the link is pasted copies it."""
    award_round = records.rounds[0]
    person = next(winner for winner in award_round.winners if winner.photo and winner.photo.consent)
    assert person.photo is not None
    assert person.photo.consent is not None
    consent = replace(person.photo.consent, channels=frozenset(agreed))
    changed = replace(person, photo=replace(person.photo, consent=consent))
    winners = tuple(changed if one is person else one for one in award_round.winners)
    told = replace(records, rounds=(replace(award_round, winners=winners),))
    moment = parse_moment(product.AFTER)
    for channel in ("site", "social", "link"):
        seen = disclosure.publish(told, moment, channel).newest
        shown = next(one for one in seen.winners if one.id == person.id)
        assert (shown.portrait is not None) == (channel in showing), channel
    preview = next(
        job
        for job in plan_cards(FIRST, disclosure.publish(told, moment, "link"))
        if job.path.endswith(f"/winner-{person.id}.jpg") and job.piece is card.NEWS_PREVIEW
    )
    portrayed = {rendition.digest for rendition in preview.sheet.renditions}
    assert (person.photo.picture.digest in portrayed) == ("link" in showing)
    assert (person.citation in json.dumps(preview.sheet.view, ensure_ascii=False)) == ("link" in showing)


def test_a_changed_picture_has_a_new_address_in_the_same_place() -> None:
    """Apps keep a picture by its address; and the earlier one must be gone with the next upload."""
    with_photo, without = (
        next(sheet for sheet in card.NEWS_PREVIEW.lay_out(_of(make_round((person,)))) if "winner-" in sheet.path)
        for person in (make_winner(0), make_winner(0, portrait=None))
    )
    assert with_photo.path == without.path
    assert card.version(with_photo.view) != card.version(without.view)


def _meta(page: str) -> dict[str, str]:
    found = re.findall(r'<meta (?:property|name)="((?:og:image|twitter)[^"]*)" content="([^"]*)">', page)
    assert len({name for name, _ in found}) == len(found)
    return {name: html.unescape(value) for name, value in found}


def test_every_page_of_the_site_has_a_picture_that_is_there(built: Path) -> None:
    """A link without one is a grey box; the address must be absolute, since it is fetched by another host."""
    pages = sorted((built / "site").rglob("*.html"))
    assert len(pages) > 20
    site = "https://khuanmao.example"
    seen = {}
    for path in pages:
        meta = _meta(path.read_text(encoding="utf-8"))
        assert set(meta) == {
            "og:image", "og:image:type", "og:image:width", "og:image:height", "og:image:alt", "twitter:card",
        }, path  # fmt: skip
        assert meta["og:image"].startswith(f"{site}/assets/cards/")
        file = built / "site" / urlsplit(meta["og:image"]).path.lstrip("/")
        with Image.open(file) as picture:
            assert picture.size == (int(meta["og:image:width"]), int(meta["og:image:height"])) == (1200, 630)
        assert file.stat().st_size <= limits.PREVIEW_BYTES
        assert meta["og:image:alt"].startswith("ตัวอย่าง ")
        assert len(meta["og:image:alt"]) <= limits.ALT.most
        seen[path.relative_to(built / "site").as_posix()] = file.name
    assert seen["index.html"] == "index.jpg"
    assert seen["2566/winner-thitiya.html"] == "winner-thitiya.jpg"
    assert seen["2566/programme.html"] == seen["2566/criteria.html"] == "criteria.jpg"
    assert {name for page, name in seen.items() if page.startswith("s/")} == {"survey.jpg"}


def test_a_pages_picture_names_who_is_on_it(built: Path) -> None:
    """This text is all that a screen reader says about a shared link."""
    page = (built / "site/2566/winner-thitiya.html").read_text(encoding="utf-8")
    assert "นางสาวฐิติญา สมมุติวงศ์" in _meta(page)["og:image:alt"]


def _weight_on_x(text: str) -> int:
    """Count by X's own published rule: an address is 23, letters up to U+10FF are one, others two."""
    rest = re.sub(r"https://\S+", "", text)
    return 23 * len(re.findall(r"https://\S+", text)) + sum(
        1 if ord(letter) <= 0x10FF or unicodedata.name(letter, "") in _LIGHT else 2 for letter in rest
    )


_LIGHT = {"LEFT DOUBLE QUOTATION MARK", "RIGHT DOUBLE QUOTATION MARK", "EN DASH", "EM DASH"}

MOST = {
    "เฟซบุ๊ก แบบยาว": (63_206, len),
    "เฟซบุ๊ก แบบสั้น": (477, len),
    "ไลน์ บรอดแคสต์ถึงเพื่อน (LINE OA)": (500, len),
    "ไลน์ กลุ่มหมู่บ้านและกลุ่มงาน": (5_000, len),
    "X": (280, _weight_on_x),
    "อินสตาแกรม": (2_200, len),
}
"""What each channel says that it takes, written down a second time."""


@pytest.mark.parametrize("name", ROUNDS)
def test_every_caption_is_within_what_its_channel_takes(name: str) -> None:
    """A longer caption is refused after the clerk has pasted it, or cut by the app in the middle of a name."""
    award_round = ROUNDS[name]
    for news in post.posts(award_round):
        for outlet in caption.OUTLETS:
            text = caption.said(award_round, news, outlet)
            assert text
            most, measure = MOST[outlet.name]
            assert measure(text) <= most, (news.key, outlet.name)
            assert text.count("#") <= 5
            assert "https://" in text, (news.key, outlet.name)
            assert text.startswith("[ตัวอย่าง] ")
        assert len(post.alt(award_round, news)) <= 420


def _many_parts() -> st.SearchStrategy[list[caption.Part]]:
    words = st.text("กขคงจ ", min_size=1, max_size=40)
    part = st.builds(caption.Part, st.integers(0, 8), st.lists(words, min_size=1, max_size=3).map(tuple))
    return st.lists(part, min_size=1, max_size=7, unique_by=lambda part: part.rank)


@given(_many_parts(), st.integers(1, 120))
def test_a_caption_is_shortened_by_rank_and_never_within_a_part(parts: list[caption.Part], most: int) -> None:
    """Half a sentence under a person's picture is worse than none; what matters most is kept longest."""
    limit = limits.Limit("x", most, "test")
    text = caption.fitted(parts, limit, joint="\n")
    if text is None:
        assert any(part.rank == caption.HEADLINE and len(part.forms[-1]) > most for part in parts)
        return
    assert len(text) <= most
    told = text.split("\n") if text else []
    kept = [part for part in parts if any(line in part.forms for line in told)]
    assert all(any(line in part.forms for part in parts) for line in told)
    left_out = [part for part in parts if part not in kept]
    assert len(told) <= len(kept)
    if left_out and len(told) == len(kept):
        assert min(part.rank for part in left_out) >= max((part.rank for part in kept), default=-1)


def test_a_headline_that_one_channel_does_not_take_leaves_the_others_their_text(tmp_path: Path) -> None:
    """The clerk must hear that there is none, not find half a name on X, and nothing else may fail for it."""
    award_round = make_round((make_winner(0, name=Name("นาย", "ก" * 150, "ข" * 150)),))
    news = post.of_winner(award_round, award_round.winners[0])
    texts = {outlet.name: caption.said(award_round, news, outlet) for outlet in caption.OUTLETS}
    assert texts.pop("X") is None
    assert len([text for text in texts.values() if text]) > 1
    sheet = next(sheet for sheet in caption.PIECE.lay_out(_of(award_round)) if "winner" in sheet.path)
    said = TEXT.press(caption.PIECE.template, sheet.view, tmp_path).decode("utf-8-sig")
    _, _, of_x = said.partition("== X  (")
    assert of_x.splitlines()[1].startswith("หัวข้อยาวเกินที่ช่องทางนี้รับได้")


def test_a_caption_file_is_read_by_an_old_notepad_and_holds_the_alt_text(tmp_path: Path) -> None:
    """The clerk copies from Notepad; a blind reader of the post has only the alt text."""
    award_round = make_round(1)
    sheet = next(sheet for sheet in caption.PIECE.lay_out(_of(award_round)) if "winner" in sheet.path)
    value = TEXT.press(caption.PIECE.template, sheet.view, tmp_path)
    assert value.startswith(b"\xef\xbb\xbf")
    assert b"\n" not in value.replace(b"\r\n", b"")
    said = value.decode("utf-8-sig")
    assert award_round.winners[0].name.full in said.rpartition("(alt)")[2]


def _messages(award_round: PublicRound) -> Iterator[tuple[str, dict[str, object]]]:
    for sheet in line_message.PIECE.lay_out(_of(award_round)):
        yield sheet.path, json.loads(JSON.press("", sheet.view, None))  # type: ignore[arg-type] # it reads no picture


@pytest.mark.parametrize("name", [name for name in ROUNDS if name != "early"])
def test_line_messages_load_in_lines_own_models_and_say_the_same_again(name: str) -> None:
    """LINE rejects a whole message for one wrong field, on the evening when it was to be sent."""
    from linebot.v3.messaging.models import FlexMessage  # a second to import

    found = list(_messages(ROUNDS[name]))
    assert found
    for path, message in found:
        again = FlexMessage.from_dict(message).to_dict()
        assert json.loads(re.sub(r', "animated": false', "", json.dumps(again))) == message, path


@pytest.mark.parametrize("count", [1, 2, 5, 11, 12, 25])
def test_line_messages_keep_to_what_line_takes(count: int) -> None:
    """At most 12 bubbles, 30 kB each and 50 kB together, https only; nobody is left out because of that."""
    award_round = make_round(tuple(make_winner(number, id=f"w{number}") for number in range(count)))
    named = set()
    for path, message in _messages(award_round):
        assert len(str(message["altText"])) <= 400
        contents = message["contents"]
        assert isinstance(contents, dict)
        bubbles = contents["contents"] if contents["type"] == "carousel" else [contents]
        assert 1 <= len(bubbles) <= 12
        assert len(json.dumps(contents).encode()) <= 50_000
        for bubble in bubbles:
            assert len(json.dumps(bubble).encode()) <= 30_000
        if contents["type"] == "carousel":
            named |= {bubble["hero"]["action"]["uri"] for bubble in bubbles}
        for address in re.findall(r'"(?:url|uri)": "([^"]+)"', json.dumps(message)):
            assert address.startswith("https://"), path
            assert len(address) <= 1_000
    if count > 1:
        pages = {f"https://khuanmao.example.go.th/2566/winner-w{number}.html" for number in range(count)}
        assert pages <= named


def test_messages_of_a_site_without_https_are_left_out_with_what_to_mend() -> None:
    """LINE shows no picture and opens no link without https; everything else of that office is made."""
    award_round = make_round(2, organisation=make_organisation(site="http://khuanmao.example.go.th"))
    sheets = list(line_message.PIECE.lay_out(_of(award_round)))
    assert len(sheets) > 2
    for sheet in sheets:
        (fault,) = sheet.faults
        assert (fault.file, fault.field) == ("winners/organisation.yaml", "site")
        assert "https" in fault.fix.th
    (told,) = refused.problems({f"build/{sheets[0].path}": refused.SheetRefused(faults=sheets[0].faults)})
    assert sheets[0].path in told.message.th


def test_a_message_that_is_too_large_leaves_the_others_as_they_are() -> None:
    """One winner's endless post is no reason for another to go without."""
    award_round = make_round((make_winner(0, position="ก" * 30_000), make_winner(1)))
    sheets = list(line_message.PIECE.lay_out(_of(award_round)))
    faulty = [sheet for sheet in sheets if sheet.faults]
    assert len(sheets) > len(faulty) == 2
    assert {len(sheet.standing.named) for sheet in faulty} == {1, 2}
    assert all("ไลน์" in fault.message.th for sheet in faulty for fault in sheet.faults)


def test_no_message_of_a_coming_result_is_made() -> None:
    """A message has no room for an embargo mark, and is sent with one tap."""
    assert list(line_message.PIECE.lay_out(_of(ROUNDS["early"]))) == []


def test_the_pictures_of_messages_are_on_the_site_and_within_lines_size(built: Path) -> None:
    """LINE fetches them from the office's own site, up to 1024 pixels a side."""
    messages = sorted((built / "build/social/2566").glob("line-*.json"))
    assert len(messages) > 5
    for path in messages:
        for address in re.findall(r'"url": "([^"]+)"', path.read_text(encoding="utf-8")):
            with Image.open(built / "site" / urlsplit(address).path.lstrip("/")) as picture:
                assert max(picture.size) <= 1024
                assert picture.format == "JPEG"


def _release(award_round: PublicRound, key: str = "result") -> Sheet:
    sheets = press_release.AS_DOCUMENT.lay_out(_of(award_round))
    return next(sheet for sheet in sheets if sheet.path.endswith(f"-{key}.docx"))


def test_the_press_release_is_a_thai_document_with_real_headings(tmp_path: Path) -> None:
    """Word checks its spelling as Thai, screen readers find its structure, and Thai letters too have 16 points."""
    value = DOCUMENT.press("", _release(make_round(3)).view, tmp_path)
    paper_read = docx.Document(io.BytesIO(value))
    styles = [paragraph.style.name for paragraph in paper_read.paragraphs]
    assert styles[0] == "Title"
    assert styles.count("Heading 1") == 1
    assert "Heading 2" in styles
    assert styles.count("List Bullet") == 3
    for name in set(styles):
        about = paper_read.styles[name].element.rPr
        assert about.find(qn("w:rFonts")).get(qn("w:cs")) == "TH Sarabun New"
        assert about.find(qn("w:lang")).get(qn("w:bidi")) == "th-TH"
        assert about.find(qn("w:sz")).get(qn("w:val")) == about.find(qn("w:szCs")).get(qn("w:val"))
    assert paper_read.styles["Normal"].font.size.pt == 16
    assert paper_read.core_properties.language == "th-TH"


def test_the_press_release_is_the_same_bytes_on_any_day(tmp_path: Path) -> None:
    """A changed file is a changed fact; the time stamp of an archive is not one."""
    view = _release(make_round(3)).view
    first, second = (DOCUMENT.press("", view, tmp_path) for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {about.date_time for about in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_text_and_document_of_a_press_release_say_the_same(tmp_path: Path) -> None:
    """The newsroom pastes one, the clerk edits the other."""
    award_round = make_round(5)
    view = _release(award_round).view
    text = TEXT.press(press_release.AS_TEXT.template, view, tmp_path).decode("utf-8-sig")
    written = docx.Document(io.BytesIO(DOCUMENT.press("", view, tmp_path)))
    plain = [line.removeprefix("• ") for line in text.splitlines() if line]
    assert plain == [paragraph.text for paragraph in written.paragraphs]
    assert all(winner.name.full in text for winner in award_round.winners)
    assert award_round.organisation.phone.printed in text


def test_a_press_release_under_embargo_says_so_first(tmp_path: Path) -> None:
    """A newsroom gets it early only if it says at its head until when to wait."""
    text = TEXT.press(press_release.AS_TEXT.template, _release(ROUNDS["early"]).view, tmp_path).decode("utf-8-sig")
    head = text.partition("มีผู้ได้รับการคัดเลือก")[0]
    assert "ห้ามเผยแพร่ก่อน" in head
    assert "เผยแพร่ได้ทันที" not in text


def test_hostile_records_stay_words_in_what_is_shared(tmp_path: Path) -> None:
    """A name is pasted into XML, JSON and a page's head, and must stay a mere name there."""
    hostile = '</w:t><script>alert("1")</script>&"'
    award_round = make_round((make_winner(0, citation=hostile, position=hostile),))
    written = docx.Document(io.BytesIO(DOCUMENT.press("", _release(award_round).view, tmp_path)))
    assert any(hostile in paragraph.text for paragraph in written.paragraphs)
    assert any(
        hostile in json.dumps(message, ensure_ascii=False).replace('\\"', '"') for _, message in _messages(award_round)
    )
