"""What the pages say for programs: search engines, chats that show a link's preview, readers of linked data."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import datetime, time
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Ceremony, Presider
from generator.press.page import data_block
from generator.site import making as site
from generator.site.staging import stage
from tests.support.publications import (
    assets,
    before_the_result,
    make_project,
    make_publication,
    make_site,
    pages,
    photographs,
    sheets,
)
from tests.support.rounds import make_organisation, make_programme, make_round, make_winner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import Publication

SITE = "https://khuanmao.example.go.th/award"
HOSTILE = '</script><img src=x onerror=alert(1)>&lt;"\\'
PREVIEW = {"og:type", "og:url", "og:title", "og:description", "og:site_name", "og:locale"}


class Head(HTMLParser):
    """The head of a page, as a program reads it."""

    def __init__(self, text: str) -> None:
        """Read a page."""
        super().__init__()
        self.said: dict[str, list[str]] = {}
        self.links: list[dict[str, str | None]] = []
        self.linked: list[Any] = []
        self._block: str | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the contents of `<meta>` and `<link>`."""
        found = dict(attrs)
        if tag == "meta":
            key = found.get("property") or found.get("name")
            if key:  # the rest is for the browser
                self.said.setdefault(key, []).append(found.get("content") or "")
        elif tag == "link":
            self.links.append(found)
        elif tag == "script" and found.get("type") == "application/ld+json":
            self._block = ""

    def handle_data(self, data: str) -> None:
        """Keep the text of a data block."""
        if self._block is not None:
            self._block += data

    def handle_endtag(self, tag: str) -> None:
        """Read a data block when it ends."""
        if tag == "script" and self._block is not None:
            self.linked.append(json.loads(self._block))
            self._block = None

    def link(self, rel: str) -> list[str | None]:
        """Return where the links of one kind lead."""
        return [found["href"] for found in self.links if rel in str(found.get("rel")).split()]

    def graph(self, kind: str) -> list[dict[str, Any]]:
        """Return the things of one type in the page's linked data."""
        return [node for block in self.linked for node in block["@graph"] if node["@type"] == kind]


def _publication() -> Publication:
    office = make_organisation(site=SITE, sample=False)
    ceremony = Ceremony("หอประชุม", time(13, 30), Presider("นายก", None), "ค่ะ", ())
    winners = (
        replace(make_winner(0), position=f"นักพัฒนา {HOSTILE}"),
        replace(make_winner(1), citation=f"{HOSTILE} ดีมาก"),
        make_winner(2),
    )
    award_round = make_round(
        winners, organisation=office, stage="closed", programme=make_programme(ceremony=ceremony, sample=False)
    )
    return make_publication(award_round)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a built site below a folder of its host."""
    return make_site(make_project(tmp_path_factory.mktemp("project")), _publication())


def _heads(folder: Path) -> Iterator[tuple[str, Head]]:
    found = sorted(folder.rglob("*.html"))
    assert len(found) > 10
    for path in found:
        yield path.relative_to(folder).as_posix(), Head(path.read_text(encoding="utf-8"))


def test_every_page_says_what_it_is_about_and_where_it_lives(built: Path) -> None:
    """A search engine shows the description; the canonical address keeps copies from competing with it."""
    for path, head in _heads(built):
        (description,) = head.said["description"]
        assert description.strip(), path
        whole = re.sub(r"/easy\.html$", "/index.html", path).replace("-easy.html", ".html")
        if path != "404.html":  # it stands at any address
            assert head.link("canonical") == [f"{SITE}/{whole}"], path


def test_every_page_that_is_shared_has_a_preview(built: Path) -> None:
    """A chat shows these; a landing page is not for sharing, since replies would be counted for the wrong channel."""
    for path, head in _heads(built):
        hidden = path.startswith("s/") or path == "404.html"
        assert {key for key in head.said if key.startswith("og:")} == (set() if hidden else PREVIEW), path
        if not hidden:
            assert head.said["og:url"] == [f"{SITE}/{path}"]  # who shares the easy page sends the easy page
            assert head.said["og:locale"] == ["th_TH"]
            assert not [key for key, values in head.said.items() if len(values) > 1], path
    kinds = {path: head.said.get("og:type") for path, head in _heads(built)}
    assert kinds["2566/winner-w1.html"] == ["profile"]
    assert kinds["2566/results.html"] == ["article"]
    assert kinds["index.html"] == ["website"]


def test_the_feeds_are_found_from_every_page(built: Path) -> None:
    """They are relative, so that they are found wherever the site lies."""
    for path, head in _heads(built):
        if path.startswith("s/") or path == "404.html":
            continue
        targets = [str(target) for target in head.link("alternate")]
        assert len(targets) == 2
        assert {(built / path).parent.joinpath(target).resolve() for target in targets} == {
            (built / "feed.xml").resolve(),
            (built / "feed.json").resolve(),
        }


def test_the_office_its_people_and_the_ceremony_are_told_to_programs(built: Path) -> None:
    """Everything that schema.org and search engines require of each type is there."""
    heads = dict(_heads(built))
    (office,) = heads["index.html"].graph("GovernmentOrganization")
    assert office["telephone"] == "+6675000000"
    assert office["address"]["addressRegion"] == "จังหวัดตรัง"
    assert office["address"]["addressCountry"] == "TH"
    (person,) = heads["2566/winner-w1.html"].graph("Person")
    assert person["name"] == "นางสาวปิยะนุช ศรีท้องถิ่น"
    assert person["jobTitle"] == f"นักพัฒนา {HOSTILE}"
    assert person["award"] == "บุคลากรต้นแบบ ด้าน “บริการเป็นเลิศ” พ.ศ. 2566"
    assert person["worksFor"]["@id"] == office["@id"]
    assert (built / str(person["image"]).removeprefix(f"{SITE}/")).is_file()
    (event,) = heads["2566/index.html"].graph("Event")
    starts, ends = (datetime.fromisoformat(event[key]) for key in ("startDate", "endDate"))
    assert starts.isoformat() == "2023-04-25T13:30:00+07:00"
    assert starts < ends
    assert event["location"]["name"] == "หอประชุม"
    assert event["eventStatus"].endswith("/EventScheduled")
    (article,) = heads["2566/results.html"].graph("Article")
    assert article["datePublished"] == heads["2566/results.html"].said["article:published_time"][0]


def test_the_way_to_each_page_leads_over_pages_that_are_there(built: Path) -> None:
    """Search engines drop a trail with a missing step."""
    trails = 0
    for path, head in _heads(built):
        for trail in head.graph("BreadcrumbList"):
            trails += 1
            steps = trail["itemListElement"]
            assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
            assert steps[-1]["item"] == f"{SITE}/{path}"
            assert all((built / step["item"].removeprefix(f"{SITE}/")).is_file() for step in steps), path
    assert trails > 5


def test_a_person_without_consent_is_told_of_by_name_and_post_alone(built: Path) -> None:
    """The third person has no photo for the site."""
    (person,) = dict(_heads(built))["2566/winner-w3.html"].graph("Person")
    assert "image" not in person


@given(st.recursive(st.text() | st.just(HOSTILE), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_a_data_block_holds_any_value_and_cannot_be_ended_from_inside(value: object) -> None:
    """HTML ends a script at the first `</script`, and hides its end behind `<!--`, even within quotes."""
    block = data_block(value)
    assert json.loads(block) == value
    assert not set(block) & set("<>&")


def test_hidden_pages_tell_programs_nothing(built: Path) -> None:
    """Only a code leads to them."""
    heads = dict(_heads(built))
    for path in (path for path in heads if path.startswith("s/")):
        assert heads[path].linked == []
        assert heads[path].said["robots"] == ["noindex"]


def test_a_sample_is_told_as_one_to_programs_too() -> None:
    """Made-up winners of a real office must not become facts in somebody's knowledge graph."""
    award_round = make_round(programme=make_programme(sample=True))
    about = sheets(make_publication(award_round))["2566/winner-w1.md"][1].view["meta"]["linked"]["@graph"]
    assert "ตัวอย่าง" in next(node for node in about if node["@type"] == "Person")["disambiguatingDescription"]


def test_before_the_result_nobody_is_told_to_programs() -> None:
    """A program reads what no person sees."""
    for path, (_, sheet) in sheets(make_publication(before_the_result("judging"))).items():
        said = json.dumps(sheet.view["meta"], ensure_ascii=False)
        assert '"Person"' not in said, path
        assert "ปิยะนุช" not in said, path


def _map(folder: Path) -> list[str | None]:
    tree = ET.fromstring((folder / "sitemap.xml").read_text(encoding="utf-8"))
    return [one.text for one in tree.iter() if one.tag.endswith("loc")]


def test_a_variant_is_on_no_map_and_names_the_page_it_is_of(tmp_path: Path) -> None:
    """Two pages with the same words would compete for one place in search results."""
    project, publication = make_project(tmp_path / "project"), make_publication()
    staged, out = project / ".tonbaep/staged", project / "site"
    made = pages(publication, project)
    made["2566/large.md"] = b'---\ntitle: "x"\ncanonical: "2566/index.html"\n---\n\n<div>x</div>\n'
    stage(project, publication, made, assets(publication), staged, photographs(project))
    site.build(site.config(project, publication, staged, out))
    there = _map(out)
    assert "https://khuanmao.example.go.th/2566/index.html" in there
    assert not [name for name in there if name and re.search(r"large|/s/|404|verify", name)]
    head = Head((out / "2566/large.html").read_text(encoding="utf-8"))
    assert head.link("canonical") == ["https://khuanmao.example.go.th/2566/index.html"]
    assert head.said["og:url"] == ["https://khuanmao.example.go.th/2566/large.html"]


def test_the_other_engine_says_the_same_to_programs(built: Path, tmp_path: Path) -> None:
    """Templates that only one engine understands would end with that engine."""
    project, publication = make_project(tmp_path / "project"), _publication()
    staged = project / ".tonbaep/staged"
    stage(project, publication, pages(publication, project), assets(publication), staged, photographs(project))
    config = site.config(project, publication, staged, project / "site")
    run = subprocess.run(
        (Path(sys.executable).with_name("zensical"), "build", "--strict", "-f", config.name),
        cwd=project,
        env=os.environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    ours, theirs = dict(_heads(built)), dict(_heads(project / "site"))
    assert ours.keys() == theirs.keys()
    for path, head in ours.items():
        other = theirs[path]
        assert head.said == other.said, path
        assert head.linked == other.linked, path
        assert head.link("canonical") == other.link("canonical"), path
        assert head.link("alternate") == [str(target).removeprefix("./") for target in other.link("alternate")], path
    assert sorted(map(str, _map(built))) == sorted(map(str, _map(project / "site")))
    for name in ("feed.xml", "feed.json", "robots.txt", "2566/calendar.ics"):
        assert (built / name).read_bytes() == (project / "site" / name).read_bytes()
