"""Mourning: one line of the office's file, and nothing that it gives out has a colour."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from generator.disclosure import Publication
from generator.model import Colours
from generator.palette import MOURNING
from generator.piece import drawn
from generator.pieces import PIECES
from generator.press import templates
from generator.press.typeset import typeset
from tests.support import rounds
from tests.support.publications import make_project, make_publication, make_site
from tests.support.web import served

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from generator.disclosure import PublicRound


def _round(season: str) -> PublicRound:
    seal = rounds.make_portrait("seal").picture
    office = rounds.make_organisation(colours=Colours("#f5c400", "#7b1e3a"), seal=seal, season=season)
    return rounds.make_round(5, organisation=office)


def _chroma(picture: Image.Image) -> int:
    """Return how far apart red, green and blue are in the pixel where they are furthest apart."""
    parts = np.asarray(picture.convert("RGB")).astype(int)
    return int((parts.max(axis=2) - parts.min(axis=2)).max())


def _pressed(name: str, season: str, folder: Path) -> Image.Image:
    award_round, piece = _round(season), next(each for each in PIECES if each.name == name)
    sheet = next(iter(piece.lay_out(Publication(award_round.organisation, (award_round,)))))
    rounds.draw_all(sheet.renditions, folder)
    pdf = typeset(templates.source(piece.template), drawn(sheet), folder)
    with pypdfium2.PdfDocument(pdf) as document:
        picture: Image.Image = document[0].render(scale=1).to_pil()
        return picture


@pytest.mark.parametrize("name", ["poster", "winner_poster", "card", "newsletter", "survey_poster", "backdrop"])
def test_a_sheet_in_mourning_has_no_colour_in_any_pixel(name: str, tmp_path: Path) -> None:
    """Photos and the seal are grey, too: a golden seal on a grey sheet is what people photograph."""
    assert _chroma(_pressed(name, MOURNING, tmp_path)) == 0


def test_the_measure_sees_colours(tmp_path: Path) -> None:
    """On any other day the same sheet is yellow."""
    assert _chroma(_pressed("poster", "ปกติ", tmp_path)) > 100


def test_who_mourns_still_congratulates(tmp_path: Path) -> None:
    """Nobody loses the day of honour for it: the words are the same."""
    views = []
    for season in ("ปกติ", MOURNING):
        award_round = _round(season)
        poster = next(each for each in PIECES if each.name == "winner_poster")
        views.append(next(iter(poster.lay_out(Publication(award_round.organisation, (award_round,))))).view)
    usual, grey = views
    for key in ("congratulation", "award_lines", "survey", "title"):
        assert usual[key] == grey[key]


def test_the_home_page_in_mourning_has_no_colour_in_any_pixel(browser: Browser, tmp_path: Path) -> None:
    """The office's file changes, and the site is grey by the next build: whatever stands on a page."""
    project = make_project(tmp_path / "project")
    folder = make_site(project, make_publication(_round(MOURNING)))
    with served(folder) as host:
        page = browser.new_page(viewport={"width": 390, "height": 844})
        page.goto(f"{host}/index.html")
        page.wait_for_load_state("networkidle")
        shown = page.screenshot(full_page=True)
        page.close()
    with Image.open(io.BytesIO(shown)) as picture:
        assert picture.height > 844
        assert _chroma(picture) <= 2  # a browser's own filter rounds
