"""Pages of an office that has chosen people for many years: one page a year, each light, and none of them lost."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.building import making, plan
from generator.disclosure import Publication, PublicFile, Standing
from generator.pieces import FIRST
from generator.pieces.web import archive
from tests.support.publications import make_publication, pages, sheets
from tests.support.rounds import make_programme, make_round, make_winner

if TYPE_CHECKING:
    from pathlib import Path

    from generator.disclosure import PublicRound

LIGHT = 60_000
FRAME = 16_000
"""Bytes of header, search, menu and foot around what a page says."""


def _round(year: int, winners: int = 5) -> PublicRound:
    """Return a round whose people are in no other."""
    people = tuple(
        replace(make_winner(n), id=f"w{n}-{year}", key=f"{year}/w{n}-{year}", portrait=make_winner(0).portrait)
        for n in range(winners)
    )
    return make_round(people, programme=replace(make_programme(), year=year))


def _file(year: int, called: str, way: str = "", *, design: str = "", suffix: str = ".pdf") -> PublicFile:
    path = f"files/{year}/{design or called}-{way.replace(' ', '-')}{suffix}".encode().hex()
    return PublicFile(
        f"{path}{suffix}", called, year, "p", "1 กิโลไบต์", None, "โปสเตอร์", f"{called} {way}".strip(), design,
        suffix=suffix, way=way, standing=Standing((f"{year}/w",)),
    )  # fmt: skip


def _links(page: bytes, *, to: str) -> set[str]:
    return set(re.findall(rf'href="([^"#]*{to})"', page.decode()))


def test_each_year_has_its_files_on_a_page_and_the_newest_has_the_address_of_old(tmp_path: Path) -> None:
    """A journalist wants this year's poster, an auditor that of five years ago; links to either still lead there."""
    files = tuple(_file(year, "โปสเตอร์ผล") for year in (0, 2566, 2565, 2563))
    publication = make_publication(_round(2566), _round(2565), _round(2564), _round(2563), files=files)
    laid_out = {path: sheet for path, (_, sheet) in sheets(publication).items() if path.endswith("media.md")}
    shown = {path: [group["year"] for group in sheet.view["groups"]] for path, sheet in laid_out.items()}
    assert shown == {"media.md": [2566, 0], "2565/media.md": [2565], "2563/media.md": [2563]}
    assert [laid_out[path].year for path in shown] == [0, 2565, 2563]
    assert [sorted(laid_out[path].standing.named) for path in shown] == [["0/w", "2566/w"], ["2565/w"], ["2563/w"]]
    made = pages(publication, tmp_path)
    assert _links(made["media.md"], to="media.html") == {"2565/media.html", "2563/media.html"}
    assert _links(made["2563/media.md"], to="media.html") == {"../media.html", "../2565/media.html"}
    anchors = re.findall(r'id="(year-\d+)"', made["media.md"].decode())
    assert sorted(anchors) == ["year-0", "year-2563", "year-2565", "year-2566"]
    of_rounds = {year: _links(made[f"{year}/index.md"], to="media.html") for year in (2566, 2565, 2564)}
    assert of_rounds == {2566: {"../media.html"}, 2565: {"../2565/media.html"}, 2564: {"../media.html"}}


def test_an_office_of_one_year_has_one_page_of_files_that_leads_nowhere_else(tmp_path: Path) -> None:
    """Who has no past sees nothing of it."""
    made = pages(make_publication(), tmp_path)
    assert [path for path in made if path.endswith("media.md")] == ["media.md"]
    assert not _links(made["media.md"], to="media.html")
    assert b"others" not in made["media.md"]


def test_the_forms_of_one_thing_stand_together_with_a_link_each(tmp_path: Path) -> None:
    """Four pictures of one poster say less than one picture and its four sizes; a namesake's is another's."""
    ways = ("A4", "A3", "A4 แนวนอน")
    posters = [_file(2566, "โปสเตอร์ นางสาวปิยะนุช ศรีท้องถิ่น", way, design=design) for design in "ab" for way in ways]
    words = _file(2566, "บทประกาศ", "ข้อความ", design="a", suffix=".txt")
    publication = make_publication(_round(2566), files=(*posters, words))
    ((_, sheet),) = [made for path, made in sheets(publication).items() if path == "media.md"]
    (kind,) = sheet.view["groups"][0]["kinds"]
    assert [[form["way"] for form in each["forms"]] for each in kind["sets"]] == [[*ways], [*ways], ["ข้อความ"]]
    assert kind["sets"][0]["title"] == ["โปสเตอร์", "นางสาวปิยะนุช", "ศรีท้องถิ่น"]
    assert kind["sets"][2]["title"] == ["บทประกาศ ข้อความ"]
    page = pages(publication, tmp_path)["media.md"]
    named = re.findall(r'id="(\S+)" aria-labelledby="(\S+) \1"', page.decode())
    assert len(named) == len(publication.files)
    assert len({of for _, of in named}) == len(kind["sets"]), "a link is called by the name of its set, too"
    assert _links(page, to=r"\d\.(?:pdf|txt)") == {file.path for file in publication.files}


def test_everybody_is_named_in_the_archive_and_the_newest_are_shown() -> None:
    """Faces of thirty years would be a heavy page; a name that is missing would be a slight."""
    years = range(2566, 2536, -1)
    (sheet,) = archive.PIECE.lay_out(Publication(_round(2566).organisation, tuple(map(_round, years))))
    with_faces = [award_round["year"] for award_round in sheet.view["rounds"] if award_round["faces"]]
    assert with_faces == [2566, 2565, 2564, 2563, 2562, 2561]
    for award_round in sheet.view["rounds"]:
        assert len(award_round["winners"]) == 5
        assert all(("portrait" in winner) == award_round["faces"] for winner in award_round["winners"])
    assert len(sheet.standing.named) == 150
    assert len(sheet.standing.portrayed) == archive.FACES
    (large,) = archive.PIECE.lay_out(Publication(_round(2566).organisation, (_round(2566, 45), _round(2565))))
    assert [award_round["faces"] for award_round in large.view["rounds"]] == [True, False]


@pytest.mark.parametrize("winners", [5, 12])
def test_no_page_of_ten_years_is_heavy(tmp_path: Path, winners: int) -> None:
    """Phones in villages pay for each kilobyte; here nothing rests, so that each year has all its files."""
    rounds = tuple(_round(year, winners) for year in range(2566, 2556, -1))
    publication = Publication(rounds[0].organisation, rounds)
    downloads = plan.plan_downloads(FIRST, publication)
    files = tuple(replace(making.public_file(job), size="402 กิโลไบต์") for job in downloads)
    made = pages(replace(publication, files=files), tmp_path)
    assert len(files) > 300
    assert len(made) > 250
    assert {path: len(page) for path, page in made.items() if len(page) > LIGHT - FRAME} == {}
