"""The palette: computed as the standard says, legible for any two colours, its leaves told apart."""

from __future__ import annotations

import json
import math
import re
from dataclasses import asdict
from itertools import combinations, pairwise
from typing import get_args

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Colours
from generator.palette import (
    ALIKE,
    MOURNING,
    NEUTRAL,
    SHAPE,
    TEXT,
    TOLD,
    Season,
    colour,
    contrast,
    distance,
    oklch,
    palette,
)
from generator.site import brand
from tests.support.rounds import make_organisation

HEX = st.tuples(*[st.integers(0, 255)] * 3).map(lambda parts: "#{:02x}{:02x}{:02x}".format(*parts))
SEASONS = st.sampled_from(get_args(Season))
OFFICES = (
    ("#0f4c5c", "#8f5a12"), ("#f5c400", "#7b1e3a"), ("#ffd9e8", "#2e7d32"), ("#7b1e3a", "#f5c400"),
    ("#2e7d32", "#ffd9e8"), ("#555555", "#009485"), ("#000000", "#ffffff"), ("#ffffff", "#000000"),
)  # fmt: skip
"""Offices as they are: many yellow ones, pink, wine, green, and the greys at both ends."""


def _by_typst(colours: list[str]) -> list[tuple[float, float, float]]:
    """Return lightness, chroma and hue as another program computes them, which was written by other people."""
    asked = ", ".join(f'rgb("{each}")' for each in colours)
    parts = "(it.at(0) / 100%, it.at(1), it.at(2).deg())"
    source = f"#metadata(({asked},).map(it => oklch(it).components()).map(it => {parts}))<it>"
    return [tuple(each) for each in json.loads(typst.query(source.encode(), "<it>", field="value", one=True))]


def test_colours_are_what_another_program_says_they_are() -> None:
    """A wrong matrix gives colours, too, only other ones."""
    colours = [each for office in OFFICES for each in office] + ["#123456", "#00ff00", "#0000ff", "#ff00ff"]
    for each, (lightness, chroma, hue) in zip(colours, _by_typst(colours), strict=True):
        ours = oklch(each)
        assert ours.lightness == pytest.approx(lightness, abs=1e-3)
        assert ours.chroma == pytest.approx(chroma, abs=1e-3)
        if chroma > 0.01:
            assert abs((ours.hue - hue + 180) % 360 - 180) < 0.5
        assert colour(*ours) == each


@settings(deadline=None, max_examples=60)
@given(st.floats(0.15, 0.97), st.floats(0.02, 0.4), st.floats(0, 360))
def test_what_a_screen_cannot_show_loses_chroma_alone(lightness: float, chroma: float, hue: float) -> None:
    """Clipped in RGB, a gold turns green and a deep blue turns violet."""
    made = oklch(colour(lightness, chroma, hue))
    assert made.lightness == pytest.approx(lightness, abs=0.006)
    assert made.chroma <= chroma + 0.006
    if made.chroma > 0.05:
        assert abs((made.hue - hue + 180) % 360 - 180) < 5


@settings(deadline=None, max_examples=60)
@given(HEX, HEX, SEASONS)
def test_words_are_legible_in_any_two_colours(primary: str, accent: str, season: Season) -> None:
    """An office may choose its colours, but not make its sheets illegible (WCAG 2.2: 4.5 to 1, for shapes 3 to 1)."""
    own = palette(primary, accent, season)
    for words, grounds in (
        (own.ink, (own.ground, own.soft)),
        (own.quiet, (own.ground, own.soft)),
        (own.deep, (own.ground, own.soft, *own.leaves)),
        (own.accent_ink, (own.ground, own.soft)),
        (own.on_field, (own.primary, own.strong)),
        (own.on_field_accent, (own.primary, own.strong)),
        (own.on_accent, (own.accent,)),
        (own.bright, (own.deep,)),
    ):
        assert all(contrast(words, ground) >= TEXT for ground in grounds), (words, grounds)
    for shape in (own.bar, own.accent_bar, own.accent_large):
        assert all(contrast(shape, ground) >= SHAPE for ground in (own.ground, own.soft))
    assert all(contrast(tone, own.ground) >= 1.8 for tone in own.weave)
    assert all(contrast(tone, field) >= 1.8 for tone in own.field_weave for field in (own.primary, own.strong))


@settings(deadline=None, max_examples=60)
@given(HEX, HEX, SEASONS)
def test_nobody_stands_beside_somebody_in_the_same_colour(primary: str, accent: str, season: Season) -> None:
    """Two people in one colour look like a pair, and like nobody's choice."""
    leaves = palette(primary, accent, season).leaves
    assert len(leaves) == 5
    assert all(distance(one, other) >= ALIKE for one, other in pairwise((*leaves, leaves[0])))


@settings(deadline=None, max_examples=60)
@given(HEX, HEX, SEASONS)
def test_no_leaf_has_the_colour_of_its_field(primary: str, accent: str, season: Season) -> None:
    """Whoever stood in an orange leaf on an orange field had no leaf."""
    own = palette(primary, accent, season)
    assert all(distance(leaf, own.bright) >= ALIKE / 2 for leaf in own.bright_leaves)
    assert all(distance(leaf, own.strong) >= ALIKE for leaf in own.field_leaves)


def _sweet(of: str) -> bool:
    return oklch(of).chroma >= 0.02 and not 40 < oklch(of).hue < 315


@settings(deadline=None, max_examples=60)
@given(HEX, HEX)
def test_paper_is_never_pink(primary: str, accent: str) -> None:
    """A maroon made the paper of a yellow office pink, and with yellow slabs on it a sweet-shop."""
    own = palette(primary, accent)
    assert not any(_sweet(shade) and oklch(shade).chroma > 0.01 for shade in (own.ground, own.wash))


@pytest.mark.parametrize("primary", ["#f5c518", "#ffe135", "#f2a900", "#ff8c00"])
def test_a_leaf_in_a_yellow_field_is_no_mud(primary: str) -> None:
    """A yellow that was darkened to be seen on yellow was an olive, and a khaki uniform before it went dull."""
    own = palette(primary, "#7a1f1f")
    dull = [leaf for leaf in own.field_leaves if 52 < oklch(leaf).hue < 112 and oklch(leaf).lightness < 0.65]
    assert not dull
    assert min(distance(leaf, own.strong) for leaf in own.field_leaves) >= 0.1


@pytest.mark.parametrize(("primary", "accent"), OFFICES)
def test_tints_keep_their_hue(primary: str, accent: str) -> None:
    """Mixed with white in RGB, gold became beige and red became pink."""
    own = palette(primary, accent)
    told = next((of for of in (accent, primary) if not _sweet(of)), "#808080")
    for tint, of in ((own.ground, told), (own.soft, primary), (own.deep, primary), (own.accent_ink, accent)):
        made, wanted = oklch(tint), oklch(of)
        if wanted.chroma >= 0.02 and made.chroma >= 0.01:
            assert math.cos(math.radians(made.hue - wanted.hue)) > 0.97, (tint, of)


@pytest.mark.parametrize("accent", ["#8f5a12", "#7a5c00", "#f5c400", "#c98a1b"])
def test_large_letters_in_gold_glow_and_are_no_mud(accent: str) -> None:
    """What small letters need makes a gold brown, and a headline in it the dullest thing on a sheet."""
    own = palette("#0f4c5c", accent)
    large, small = oklch(own.accent_large), oklch(own.accent_ink)
    assert large.lightness >= small.lightness + 0.06
    assert large.chroma >= 0.12
    assert 40 < large.hue < 75


@pytest.mark.parametrize("accent", ["#7b1e3a", "#1c4f8f", "#0f4c5c"])
def test_an_accent_that_is_no_gold_stays_the_offices_own_in_large_letters(accent: str) -> None:
    """A wine made brighter is a pink, which no office chose."""
    assert palette("#0f4c5c", accent).accent_large == accent


def test_a_grey_office_has_grey_tints_and_a_golden_leaf() -> None:
    """The hue of a grey is an accident of rounding: tints would be pink; all in grey would be mourning."""
    own = palette("#555555", "#767676")
    assert {oklch(each).chroma < 0.01 for each in (own.ground, own.soft, own.deep, own.ink)} == {True}
    assert oklch(own.bright).chroma > 0.1


@settings(deadline=None, max_examples=60)
@given(HEX, HEX)
def test_mourning_has_no_colour_at_all(primary: str, accent: str) -> None:
    """A breath of pink in a notice of mourning is seen by everybody."""
    for shade in asdict(palette(primary, accent, MOURNING)).values():
        for each in (shade,) if isinstance(shade, str) else shade:
            assert each[1:3] == each[3:5] == each[5:7], each


@pytest.mark.parametrize("season", sorted({*get_args(Season)} - {MOURNING}))
def test_the_office_is_recognised_at_every_feast(season: Season) -> None:
    """A feast lends its leaves and its ground; headlines and fields stay the office's."""
    usual, feast = palette("#0f4c5c", "#8f5a12"), palette("#0f4c5c", "#8f5a12", season)
    own = ("primary", "accent", "deep", "strong", "on_field", "ink", "soft")
    assert [getattr(feast, name) for name in own] == [getattr(usual, name) for name in own]
    changed = (feast.leaves != usual.leaves, feast.ground != usual.ground, feast.weave != usual.weave)
    assert changed == (season != "ปกติ",) * 3


def test_a_bright_office_keeps_its_colour_on_its_fields() -> None:
    """Darkened, a yellow is a brown, and the office would not know its own pages."""
    for primary, accent in (("#f6c500", "#1f5aa6"), ("#f4a6c0", "#7a1f4b"), ("#7ec8e3", "#b3541e")):
        sheet = brand.style_sheet(make_organisation(colours=Colours(primary, accent)))
        written = dict(re.findall(r"(--tb-[\w-]+):(#\w{6})", sheet.splitlines()[0]))
        assert written["--tb-brand-deep"] == primary
        assert contrast(written["--tb-on-deep-ink"], primary) >= TEXT
        assert contrast(written["--tb-lit"], primary) >= TEXT
        assert contrast(written["--tb-on-lit"], written["--tb-lit"]) >= TEXT


@pytest.mark.parametrize("season", ["ปกติ", MOURNING])
@pytest.mark.parametrize(("primary", "accent"), OFFICES)
def test_a_browser_that_darkens_pages_is_given_the_nights_colours(primary: str, accent: str, season: Season) -> None:
    """It leaves drawings as they are: by day's colours full leaves would fade there, and empty ones shine."""
    day, night, forced, _ = brand.chart_sheet(palette(primary, accent, season)).split("\n")
    by_day, by_night = (re.findall("--tb-part:(#[0-9a-f]{6})", each) for each in (day, night))
    assert re.findall(r"light-dark\((#[0-9a-f]{6}),(#[0-9a-f]{6})\)", forced) == list(
        zip(by_day, by_night, strict=True)
    )


@pytest.mark.parametrize("season", ["ปกติ", MOURNING])
@pytest.mark.parametrize(("primary", "accent"), OFFICES)
def test_no_two_parts_of_a_chart_have_one_colour(primary: str, accent: str, season: Season) -> None:
    """A reader finds a channel by its colour alone, by day and by night."""
    day, night, *_ = brand.chart_sheet(palette(primary, accent, season)).split("\n")
    for scheme in (day, night):
        parts = re.findall(r"\.tb-c(\d)\{--tb-part:(#\w{6})\}", scheme)
        assert [int(number) for number, _ in parts] == list(range(8))
        shades = [shade for _, shade in parts]
        told = TOLD if any(oklch(shade).chroma >= NEUTRAL for shade in shades) else ALIKE
        assert min(distance(one, other) for one, other in combinations(shades, 2)) >= told
