"""Where the lines of the sample's pages end in a real Chromium, from a small phone to a desk: nothing is torn.

Two judges look: what a person marked in texts of the sample, and the rules by which print is set. Names may end a
line between first name and surname, and a time between its two days, as they do in the narrow columns of cards.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

import pytest

from generator.press import page_lines
from generator.reading import read_all
from generator.store import Store
from generator.thai import lines
from tests.support import product
from tests.support.gold_set import items
from tests.support.screen_lines import UNFOLDED, Block, blocks
from tests.support.web import served

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

WIDTHS: Final = (320, 360, 390, 768, 1280)

DAYS: Final = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
"""After a telephone number, วัน is no measure of it if one of these follows."""


@pytest.fixture(scope="module")
def site(built: Path) -> Iterator[str]:
    """Return the address of the sample's site on a host: its page for lost visitors needs one."""
    with served(built / "site") as host:
        yield host


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    """Return the sample's people and places, each part of a name apart, longest first."""
    records = read_all(product.ROOT, Store(tmp_path_factory.mktemp("photos") / "store"))
    office = records.organisation
    names = {village.name for village in office.villages}
    names |= {office.address.subdistrict, office.address.district, office.address.province}
    for award_round in records.rounds:
        for winner in award_round.winners:
            names |= {winner.name.short, winner.name.first, winner.name.last}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


@cache
def _ends(text: str, names: tuple[str, ...]) -> dict[int, int]:
    """Return the places at which print may end a line, and what it costs there."""
    found, at = {}, 0
    for atom in lines.atoms(text, names):
        at += len(atom.text)
        found[len(text[:at].rstrip())] = atom.cost
    return found


LONG = 16
"""Letters of a village that a narrow cell has no room for: then its name may have two lines."""


def _torn(block: Block, names: tuple[str, ...]) -> list[str]:
    """Return what the ends of a block's lines tear."""
    torn = []
    for end in block.ends:
        before, after = block.text[:end], block.text[end:]
        apart = after.startswith(" ") and (
            (before.endswith(names) and after[1:].startswith(names))
            or before.endswith(" –")
            or after.startswith(tuple(f" วัน{day}" for day in DAYS))
        )
        apart = apart or any(
            one.start() < end < one.end()
            for name in names
            if len(name) > LONG
            for one in re.finditer(re.escape(name), block.text)
        )
        if not apart and (end not in _ends(block.text, names) or before.endswith("ไม่")):
            torn.append(f"{before[-14:]}|{after[:14]}")
    return torn


def _marked(block: Block, names: tuple[str, ...]) -> list[str]:
    """Return what the ends of a block's lines tear of the texts that a person has marked."""
    letters, torn = "".join(block.text.split()), []
    ends = [len("".join(block.text[:end].split())) for end in block.ends]
    for item in items():
        wanted = "".join(item.text.split())
        start = letters.find(wanted)
        for end in ends if start >= 0 else ():
            near = (letters[start:end], letters[end : start + len(wanted)])
            if (
                all(near)
                and end - start not in item.may_end
                and not (near[0].endswith(names) and near[1].startswith(names))
            ):
                torn.append(f"{item.place}: {near[0][-14:]}|{near[1][:14]}")
    return torn


@pytest.fixture(scope="module", params=WIDTHS)
def laid_out(request: pytest.FixtureRequest, browser: Browser, built: Path, site: str) -> dict[str, list[Block]]:
    """Return the texts of all pages at each width in turn, by the page's address."""
    page = browser.new_page(viewport={"width": request.param, "height": 800})
    found = {}
    for file in sorted((built / "site").rglob("*.html")):
        name = file.relative_to(built / "site").as_posix()
        if name.startswith("embed/"):
            continue
        page.goto(f"{site}/{name}")
        page.evaluate(UNFOLDED)
        found[name] = list(blocks(page))
    page.close()
    return found


def _found(laid_out: dict[str, list[Block]], judge: Callable[[Block], list[str]]) -> dict[str, list[str]]:
    """Return what a judge finds on pages, by the page's address."""
    return {name: torn for name, texts in laid_out.items() if (torn := [each for one in texts for each in judge(one)])}


def test_no_line_of_any_page_tears_a_word_a_name_or_a_figure(
    laid_out: dict[str, list[Block]], people: tuple[str, ...]
) -> None:
    """Readers stumble over half a word, and “ไม่” at the end of a line makes the next one say the opposite."""
    assert len(laid_out) > 25
    assert sum(len(block.ends) for texts in laid_out.values() for block in texts) > 200
    assert _found(laid_out, lambda block: _torn(block, people)) == {}


def test_what_a_person_marked_ends_lines_on_a_screen_as_on_paper(
    laid_out: dict[str, list[Block]], people: tuple[str, ...]
) -> None:
    """The rules could be wrong in print and on the screen alike; these marks know nothing of them."""
    assert _found(laid_out, lambda block: _marked(block, people)) == {}


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        (("ขอเชิญทุกบ้านมารับบริก", "ารน้ำดื่ม"), "ขอเชิญทุกบ้านมารับบริการน้ำดื่ม"),
        (("พบ", "นายกตัญญู", " น้ำ", "ใจสมมุติ"), "พบนายกตัญญู น้ำใจสมมุติ"),
        (("พูดช้า", " ๆ ทุกครั้ง"), "พูดช้า ๆ ทุกครั้ง"),
        (("เสร็จใน 15", " นาที"), "เสร็จใน 15 นาที"),
        (("เรื่องนี้ไม่", "เป็นธรรม"), "เรื่องนี้ไม่เป็นธรรม"),
        (("ตำบล", "ควนเมา"), "ตำบลควนเมา"),
    ],
)
def test_the_judge_finds_what_is_planted(
    browser: Browser, people: tuple[str, ...], rows: tuple[str, ...], text: str
) -> None:
    """A judge that finds nothing would praise every page."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.set_content(f"<p>{'<br>'.join(f'<span>{row}</span>' for row in rows)}</p>")
    (block,) = blocks(page)
    assert (block.rows, block.text) == (rows, text)
    assert len(_torn(block, people)) == 1
    page.set_content(f"<p>{text}</p>")
    (block,) = blocks(page)
    assert block.ends == ()
    page.close()


@pytest.mark.parametrize("tag", ["h1", "p"])
@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("บทอ่าน ข่าว และตาราง", "บทอ่าน"),
        ("พูดจาไม่ดี รอนานเกินไป ถูกเลือกปฏิบัติ", "รอนานเกินไป"),
        ("ไม่เห็นด้วยกับผลการคัดเลือก บอกเราได้", "กับผลการคัดเลือก"),
        ("ผู้อำนวยการกองสวัสดิการสังคม", "กองสวัสดิการสังคม"),
        ("ไม่ถามเลขบัตรประชาชน และไม่ต้องเข้าสู่ระบบ", "เลขบัตรประชาชน"),
        ("ทั้งหมด 32 คน นับคำตอบถึงวันที่ 3 ตุลาคม 2566", "นับคำตอบ"),
        ("หลายอย่างให้ท้องถิ่นดูแล ทั้งเรื่องคน เรื่องงบประมาณ", "ทั้งเรื่องคน"),
        ("ยกมือไหว้ขอบคุณเราทุกเช้า เราก็ต้องดูแลให้สมกับ", "เราก็ต้อง"),
        ("ช่วยยื่นเรื่องรับสิทธิให้ครบในวันเดียว", "วันเดียว"),
        ("หรือขอแบบกระดาษที่เคาน์เตอร์ก็ได้", "แบบกระดาษ"),
        ("เรียงคะแนนรวมจากมากไปน้อย", "มากไปน้อย"),
        ("วันจ่ายเบี้ยผู้สูงอายุคนแน่น", "คนแน่น"),
        ("แจ้งไฟทางดับแล้วไม่รู้ว่าจะซ่อมเมื่อไร", "ไฟทางดับ"),
        ("ได้รับคัดเลือกประเภทพนักงานส่วนตำบล", "พนักงานส่วนตำบล"),
        ("ลงนามโดยปลัดองค์การบริหารส่วนตำบลควนเมา", "ส่วนตำบล"),
        ("เปิดรับคำตอบเมื่อ 7 สิงหาคม 2571", "เมื่อ\u00a07"),
        ("รับของได้โดยไม่ต้องให้ใครรอ", "ไม่ต้องให้"),
        ("ตอบได้โดยไม่ต้องบอกชื่อ", "ไม่ต้องบอก"),
        ("รายชื่อจากกองสวัสดิการสังคม", "จากกองสวัสดิการสังคม"),
    ],
)
def test_what_is_read_in_one_breath_stands_on_one_line(tag: str, text: str, whole: str) -> None:
    """In large words as in small ones; each of these was torn once, and looked like two things."""
    runs = re.split(r"<[^>]+>| ", page_lines.kept(f"<{tag}>{text}</{tag}>", ()))
    assert any(whole in run for run in runs)


@pytest.mark.parametrize("tag", ["h1", "p"])
def test_a_row_of_the_source_ends_with_a_space(browser: Browser, tag: str) -> None:
    """A browser drops a row's end behind the sign that allows a line's end, and two sentences became one."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    style = (product.ROOT / "overrides/assets/landing.css").read_text(encoding="utf-8")
    rows = page_lines.kept(f"<{tag}>กดปุ่มบนเว็บไซต์นี้\n  สแกนรหัสบนป้ายของหมู่บ้าน</{tag}>", ())
    page.set_content(f"<style>{style}</style>{rows}")
    (block,) = blocks(page)
    assert block.text == "กดปุ่มบนเว็บไซต์นี้ สแกนรหัสบนป้ายของหมู่บ้าน"
    assert page.evaluate("document.querySelector('h1, p').innerText").replace("\u200b", "") == block.text
    page.close()


def test_without_our_holds_the_browser_tears(browser: Browser, site: str, people: tuple[str, ...]) -> None:
    """Were this not so, the holds would be weight for nothing."""
    page = browser.new_page(viewport={"width": 360, "height": 800}, bypass_csp=True)
    page.goto(f"{site}/2566/programme.html")
    page.evaluate(UNFOLDED)
    assert _found({"": list(blocks(page))}, lambda block: _torn(block, people)) == {}
    page.add_style_tag(content="t-k, t-w { white-space: normal !important } t-w::after { content: none !important }")
    assert len(_found({"": list(blocks(page))}, lambda block: _torn(block, people))[""]) > 3
    page.close()


def test_a_browser_without_a_dictionary_ends_lines_between_words(browser: Browser, people: tuple[str, ...]) -> None:
    """Some phones and systems have none: they end lines at spaces alone, and then wherever the letters do not fit.

    Letters of the private use area stand for Thai ones, since no dictionary has them either.
    """
    text = "ไปหาผู้สูงอายุและคนพิการถึงบ้านช่วยยื่นเรื่องรับสิทธิให้ครบในวันเดียวโดยไม่ต้องให้ใครเสียค่ารถเข้ามาที่ทำการ"
    set_text = page_lines.kept(f"<p>{text}</p>", ())
    strange = "".join(chr(0xE000 + ord(one) - 0xE00) if "\u0e00" < one < "\u0e7f" else one for one in set_text)
    page = browser.new_page(viewport={"width": 360, "height": 800})
    style = (product.ROOT / "overrides/assets/landing.css").read_text(encoding="utf-8")
    page.set_content(f"<style>{style} p {{ width: 120px; font-size: 12px }}</style>{strange}")
    (block,) = blocks(page)
    assert len(block.ends) > 2
    thai = "".join(chr(0xE00 + ord(one) - 0xE000) if "\ue000" < one < "\ue07f" else one for one in block.text)
    assert thai == text
    assert all(end in _ends(text, ()) for end in block.ends)
    page.close()


def test_nothing_is_added_to_what_is_copied_or_looked_for(browser: Browser, site: str) -> None:
    """Invisible letters in a copied name make it unfindable wherever it is pasted."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{site}/2566/programme.html")
    copied = page.evaluate(
        "getSelection().selectAllChildren(document.getElementById('__skip')), getSelection().toString()"
    )
    shown = page.evaluate("document.getElementById('__skip').innerText")
    assert page.locator("t-w").count() > 100
    for text in (copied, shown):
        assert not re.search("[\u00ad\u200b-\u200f\u2060\ufeff]", text)
        assert "ให้ขวัญและกำลังใจแก่คนทำงานที่ตั้งใจดูแลประชาชน" in text
    assert page.evaluate("getSelection().removeAllRanges(), find('กำลังใจแก่คนทำงานที่ตั้งใจดูแลประชาชน')")
    page.close()
