"""The hardest names on the first page, the result, a person's own page and in large letters: none is torn anywhere."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

import pymupdf
import pytest

from generator.model import Name
from generator.thai.lines import atoms
from tests.support.publications import make_project, make_publication, make_site
from tests.support.rounds import make_round, make_winner

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

HARD: Final = (
    Name("ม.ล.", "พิมพ์ลดารัตนาภรณ์", "ณ นครศรีธรรมราชบุรีรมย์"),
    Name("นาย", "กฤษณ์ปิยะบุตร", "ประเสริฐศักดิ์สิทธิ์วัฒนากุลชัย"),
    Name("นาย", "ปู", "มี"),
    Name("นางสาว", "ปฏิญญ์ษฎา", "สมมุติวงศ์ศิริพัฒนานนท์"),
    Name("นาง", "สิริอัญชลีกาญจน์", "ณ อยุธยา"),
)

ENDS: Final = """([part, marks]) => {
  const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT), letters = [];
  const range = document.createRange();
  while (walk.nextNode()) {
    const node = walk.currentNode, own = node.parentElement;
    if (!own.closest(".tb-called, .tb-stage__name, .tb-name") || !own.checkVisibility()) continue;
    if (own.closest(".tb-hidden") || own.getBoundingClientRect().width < 2) continue;
    for (let n = 0; n < node.data.length; n++) {
      range.setStart(node, n);
      range.setEnd(node, n + 1);
      const at = range.getBoundingClientRect();
      letters.push([node.data[n], at.height ? at.bottom : null]);
    }
  }
  const text = letters.map(one => one[0]).join(""), ends = [];
  for (let from = text.indexOf(part); from >= 0; from = text.indexOf(part, from + 1)) {
    let last = null;
    for (let n = 0; n < part.length; n++) {
      const foot = letters[from + n][1];
      if (foot === null || marks.includes(part[n])) continue;
      if (last !== null && foot > last + 8) ends.push(n);
      last = foot;
    }
  }
  return [ends, text.split(part).length - 1];
}"""
"""Returns the places within a part of a name at which a line ends, and how often the part is seen."""

MARKS: Final = "ัิีึืฺุู็่้๊๋์ํ๎"


@pytest.mark.parametrize("people", [2, 5, 12, 24])
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_name_ends_a_line_within_a_word(
    browser: Browser, tmp_path: Path, builds: None, people: int, width: int
) -> None:
    """A surname went on with a vowel on the next line, and pushed the button off the first screen of a phone."""
    winners = tuple(
        make_winner(n, name=HARD[n % len(HARD)], **({"portrait": None} if n % 3 == 1 else {})) for n in range(people)
    )
    project = make_project(tmp_path)
    site = make_site(project, make_publication(make_round(winners)))
    page = browser.new_page(viewport={"width": width, "height": 640}, reduced_motion="reduce")
    seen, torn = 0, []
    for path in ("index.html", "2566/results.html", "2566/easy.html", f"2566/winner-{winners[0].id}.html"):
        page.goto((site / path).as_uri())
        for name in HARD:
            for part in (name.first, name.behind):
                may = set(accumulate(len(atom.text) for atom in atoms(part)))
                ends, times = page.evaluate(ENDS, [part, MARKS])
                seen += times
                torn += [(path, part[:end], part[end:]) for end in ends if end not in may]
    page.goto((site / "index.html").as_uri())
    way = page.locator(".tb-stage .tb-button").bounding_box()
    page.close()
    assert seen > 3 * min(people, len(HARD))
    assert torn == []
    assert width != 360 or (way and way["y"] + way["height"] <= 600)


@pytest.mark.parametrize("people", [5, 6, 9, 24])
@pytest.mark.parametrize("pictured", [True, False])
def test_a_printed_home_has_every_name_once(
    browser: Browser, tmp_path: Path, builds: None, people: int, pictured: bool
) -> None:
    """Rules for a list below the faces also met the strip of a phone: six and more stood on paper without a name."""
    letters = "กขคจฉชดตถนบปผพมยรลวสหอฮธ"
    photo = {} if pictured else {"portrait": None}
    winners = tuple(
        make_winner(n, name=Name("นาย", one + "ฬ" + one, one + "งง" + one), **photo)
        for n, one in enumerate(letters[:people])
    )
    site = make_site(make_project(tmp_path), make_publication(make_round(winners)))
    page = browser.new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page.goto((site / "index.html").as_uri())
    top, foot = (page.locator(place).first.bounding_box() for place in (".tb-section:has(#winners)", ".tb-stage"))
    with pymupdf.open(stream=page.pdf(format="A4", prefer_css_page_size=True)) as document:
        words = [word[4] for sheet in document for word in sheet.get_text("words")]
        edge = max(word[2] for sheet in document for word in sheet.get_text("words"))
        wide = document[0].rect.width
    page.close()
    assert top
    assert foot
    assert top["y"] == pytest.approx(foot["y"] + foot["height"], abs=1), "a stripe of another colour parts them"
    text = "".join(words)
    for one in letters[:people]:
        assert text.count(one + "งง" + one) == 1, one
        assert one + "ฬ" + one in text, one
    assert edge < wide - 20, "a name ends beyond the paper's margin"


@pytest.mark.parametrize("people", [5, 9])
@pytest.mark.parametrize("width", [320, 360])
def test_a_strip_of_deeds_has_each_part_of_a_name_on_its_own_lines(
    browser: Browser, tmp_path: Path, builds: None, people: int, width: int
) -> None:
    """A title ended its line before its last word, and half of a given name stood beside it."""
    hard = (
        Name("ว่าที่ร้อยตรีหญิง", "ปิ่นปินัทธ์ชนกนันท์", "สมมุติวงศ์"),
        Name("ว่าที่ร้อยตรีหญิง", "กนกวรรณพิมพ์", "ณ อยุธยา"),
        *HARD,
    )
    winners = tuple(make_winner(n, name=hard[n % len(hard)], citation="ไปถึงบ้านทุกวัน") for n in range(people))
    site = make_site(make_project(tmp_path), make_publication(make_round(winners)))
    page = browser.new_page(viewport={"width": width, "height": 640}, reduced_motion="reduce")
    page.goto((site / "index.html").as_uri())
    lines = page.eval_on_selector_all(
        ".tb-cards--strip :is(.tb-called__title, .tb-called .tb-keep)",
        "all => all.map(one => [one.innerText, Math.round(one.getBoundingClientRect().height / 26)])",
    )
    ends = page.eval_on_selector_all(
        ".tb-cards--strip .tb-called",
        "all => all.map(one => [...one.children].map(part => part.getBoundingClientRect())"
        ".every((part, n, parts) => !n || part.top >= parts[n - 1].bottom - 1))",
    )
    page.close()
    assert len(lines) >= 3 * len(ends) > 9
    assert [text for text, high in lines if high != 1] == []
    assert all(ends)
