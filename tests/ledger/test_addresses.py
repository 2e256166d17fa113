"""Addresses that people know: they lead on when a page moves, and the clerk is warned when one would lead nowhere."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from generator import disclosure
from generator.era import BANGKOK
from generator.ledger.addresses import not_gone, refuse_gone, vanished
from generator.piece import Entry
from generator.problems import ProblemsFound
from tests.support import product
from tests.support.publications import before_the_result, make_project, make_publication, make_site, sheets
from tests.support.rounds import make_round, make_winner
from tests.support.small import WINNERS

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.support.small import Small

LATE = datetime(2030, 1, 1, tzinfo=BANGKOK)
EARLY = datetime(2023, 1, 1, tzinfo=BANGKOK)


def _entry(path: str, *people: str) -> Entry:
    piece = "easy" if path.endswith("-easy.html") else "profile"
    return Entry(path, piece, "นางสาวปิยะนุช ศรีท้องถิ่น", "public", "0" * 64, 1, people=people)


def test_all_pages_of_one_winner_are_told_of_once_and_by_an_id_that_was_one(small: Small) -> None:
    """Who copies the advice must not write the name of a page where an id belongs."""
    before = [_entry("site/2566/winner-aree.html"), _entry("site/2566/winner-aree-easy.html")]
    (problem,) = vanished(before, [], small.read(), LATE)
    assert "formerly: [aree]" in problem.fix.th
    assert "winner-aree.html" in problem.message.th


@pytest.mark.parametrize("page", ["winner-first-easy", "winner-nobody-easy"])
def test_a_page_that_is_no_winners_own_gets_no_advice_about_ids(small: Small, page: str) -> None:
    """The easy page of somebody who is still there, or of whom nobody knows: an id would change nothing."""
    there = [_entry("site/2566/winner-first.html")]
    (problem,) = vanished([*there, _entry(f"site/2566/{page}.html")], there, small.read(), LATE)
    assert "formerly" not in problem.fix.th
    assert page in problem.message.th


def test_a_former_address_leads_on_and_is_in_no_list(tmp_path: Path, browser: Browser) -> None:
    """It works from a disk too, and for people who follow a link from last year's chat."""
    award_round = make_round((replace(make_winner(0), formerly=("piyanut", "p-1")), make_winner(1)))
    folder = make_site(make_project(tmp_path / "project"), make_publication(award_round))
    page = browser.new_page()
    for old in ("piyanut", "p-1"):
        page.goto((folder / f"2566/winner-{old}.html").as_uri())
        page.wait_for_url("**/2566/winner-w1.html")
        assert "ปิยะนุช" in page.inner_text("h1")
    page.close()
    raw = (folder / "2566/winner-piyanut.html").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex">' in raw
    assert 'rel="canonical" href="https://khuanmao.example.go.th/2566/winner-w1.html"' in raw
    assert 'href="winner-w1.html"' in raw
    assert "piyanut" not in "".join(
        (folder / name).read_text(encoding="utf-8")
        for name in ("sitemap.xml", "search/search_index.json", "feed.xml", "feed.json", "index.html")
    )
    assert ET.fromstring((folder / "sitemap.xml").read_text(encoding="utf-8")).tag.endswith("urlset")


def test_before_the_result_no_former_address_tells_who_may_win() -> None:
    """The name of a file is a name."""
    assert not [path for path in sheets(make_publication(before_the_result("judging"))) if "winner-" in path]


def test_who_may_not_be_shown_has_no_former_address_either(small: Small) -> None:
    """Even a page that leads nowhere would say who it was about."""
    small.edit(WINNERS, "  - id: second\n", "  - id: second\n    formerly: [the-second]\n")
    small.edit(WINNERS, "  - id: first\n", "  - id: first\n    formerly: [the-first]\n")
    seen = disclosure.publish(small.read(), LATE, "site")
    made = sheets(seen)
    assert "2566/winner-the-first.md" in made
    assert not [path for path in made if "second" in path]


def test_a_former_id_leads_to_every_page_of_its_person(small: Small) -> None:
    """The page in easy language was passed on too; it was told as gone after the line that the warning asks for."""
    pages = [path for path in sheets(disclosure.publish(small.read(), LATE, "site")) if "winner-first" in path]
    assert len(pages) > 1
    before = [_entry(f"site/{path.removesuffix('.md')}.html") for path in pages]
    small.edit(WINNERS, "  - id: first\n", "  - id: anew\n    formerly: [first]\n")
    made = sheets(disclosure.publish(small.read(), LATE, "site"))
    now = [_entry(f"site/{path.removesuffix('.md')}.html") for path in made]
    assert vanished(before, now, small.read(), LATE) == ()
    assert all("winner-anew" in json.dumps(made[path][1].view) for path in pages)


def test_a_page_that_is_gone_is_told_with_what_to_write(small: Small) -> None:
    """Once, in the clerk's words, with the file; by its address, not by a person's name."""
    made = [_entry("site/index.html"), _entry("site/2566/winner-first.html")]
    before = [
        *made,
        _entry("site/2566/winner-old.html"),
        _entry("site/contact.html"),
        _entry("site/2566/winner-old.html"),
    ]
    winner, written = sorted(vanished(before, made, small.read(), LATE), key=lambda one: one.file, reverse=True)
    assert winner.warning
    assert winner.file == "winners/2566/winners.yaml"
    assert "2566/winner-old.html" in winner.message.th
    assert "formerly: [old]" in winner.fix.th
    assert written.file == "content"
    assert "ปิยะนุช" not in "".join(one.say() for one in (winner, written))


@pytest.mark.parametrize(
    ("path", "people", "moment"),
    [
        ("site/2566/winner-second.html", (), LATE),  # suppressed, told by the id
        ("site/2566/winner-second-easy.html", (), LATE),
        ("site/2566/winner-the-second.html", (), LATE),  # suppressed, told by the id it had
        ("site/2566/winner-xyz.html", ("2566/second",), LATE),  # suppressed, told by who is on it
        ("site/2566/winner-first.html", (), EARLY),  # a build for a moment before the result
        ("site/2566/results.html", (), EARLY),
        ("site/verify/abcdefgh.html", (), LATE),
        ("site/404.html", (), LATE),
        ("site/files/2566/poster-a4.pdf", (), LATE),
        ("build/social/cms/2566/result/news.html", (), LATE),
    ],
)
def test_nobody_is_asked_for_a_page_that_should_be_gone(
    path: str, people: tuple[str, ...], moment: datetime, small: Small
) -> None:
    """A warning with the address of somebody who asked not to be found would be a way to find them."""
    small.edit(WINNERS, "  - id: second\n", "  - id: second\n    formerly: [the-second]\n")
    assert vanished([_entry(path, *people)], [], small.read(), moment) == ()


def test_a_year_that_is_still_in_the_records_is_not_said_to_be_gone_in_silence(small: Small) -> None:
    """The command of README ended well and did nothing, and the clerk believed that the result was off the site."""
    (told,) = not_gone(small.read(), (2565, 2566))
    assert told.warning
    assert "--gone 2566" in told.message.th
    assert not list(not_gone(small.read(), ()))


def test_a_build_tells_of_a_changed_id_until_it_is_written_down(lean: Path, tmp_path: Path) -> None:
    """The whole way: build, rename, build, write what the warning says, build."""
    project = product.copy_of_built(lean, tmp_path / "project")
    records = product.typed_by_hand(project) / "winners/2566/winners.yaml"
    product.edit(records, "  - id: thitiya\n", "  - id: thitiya-s\n")
    told = [one["message"] for one in product.report(project, "--only", "profile")["warnings"]]
    assert [one for one in told if "2566/winner-thitiya.html" in str(one)]
    product.edit(records, "  - id: thitiya-s\n", "  - id: thitiya-s\n    formerly: [thitiya]\n")
    told = [one["message"] for one in product.report(project, "--only", "profile")["warnings"]]
    assert not [one for one in told if "winner-thitiya" in str(one)]
    assert (project / "site/2566/winner-thitiya.html").is_file()


def test_a_year_whose_winners_were_public_does_not_go_by_itself(small: Small) -> None:
    """A folder that was moved, or a file that did not come along, emptied the site with code 0."""
    records = small.read()
    shown = [replace(_entry(f"build/print/{year}/poster.pdf", f"{year}/w"), year=year) for year in (2565, 2566)]
    with pytest.raises(ProblemsFound, match="--gone 2565") as found:
        refuse_gone(shown, records, ())
    assert [problem.file for problem in found.value.problems] == ["winners/2565/winners.yaml"]
    refuse_gone(shown, records, (2565,))
    (award_round,) = records.rounds
    nobody = replace(records, rounds=(replace(award_round, winners=()),))
    with pytest.raises(ProblemsFound) as found:
        refuse_gone(shown, nobody, (2565,))
    assert [problem.file for problem in found.value.problems] == ["winners/2566/winners.yaml"]


def test_a_year_that_was_not_public_may_go(small: Small) -> None:
    """What was pressed early was seen by nobody, and a page without people is no result."""
    early = replace(_entry("build/sealed/print/2565/poster.pdf", "2565/w"), year=2565, sealed=True)
    refuse_gone([early, replace(_entry("site/2565/criteria.html"), year=2565)], small.read(), ())
