"""A colour is typed or picked, and proposed from the office's seal: whatever was changed counts."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageDraw
from werkzeug.datastructures import MultiDict

from generator.desk import labels
from generator.desk.colours import with_picks
from generator.model import Picture
from generator.palette import distance
from generator.reading import photos
from generator.reading.photos.dominant import dominant
from tests.support.desk import form_in

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.desk import Desk

OFFICE = "/2566/office/"


@pytest.mark.parametrize(
    ("typed", "pick", "shown", "counts"),
    [
        ("#0f4c5c", "#5b2a86", "#0f4c5c", "#5b2a86"),
        ("#0F4C5C", "#5b2a86", "#0f4c5c", "#5b2a86"),
        ("#112233", "#0f4c5c", "#0f4c5c", "#112233"),
        ("#112233", "#112233", "#0f4c5c", "#112233"),
        ("#112233", "#5b2a86", "#0f4c5c", "#112233"),
        ("", "#5b2a86", "#777777", "#5b2a86"),
        ("", "#777777", "#777777", ""),
        ("เขียว", "#777777", "#777777", "เขียว"),
        ("#0f4c5c", "red", "#0f4c5c", "#0f4c5c"),
    ],
)
def test_what_was_changed_counts(typed: str, pick: str, shown: str, counts: str) -> None:
    """Without a script field and picker are sent as they are; who typed a colour meant that one."""
    form = MultiDict({"colours.primary": typed, "colours.primary.pick": pick, "colours.primary.picked": shown})
    assert with_picks(form)("colours.primary") == [counts]


def test_a_picked_colour_is_one_line(desk: Desk) -> None:
    """It is sent without a script, and shown in the field before it is saved."""
    form = desk.form(OFFICE)
    form["colours.accent.pick"] = ["#5b2a86"]
    looked = desk.send(OFFICE, form)
    assert labels.lines(1).th in looked.text
    assert form_in(looked.text)["colours.accent"] == ["#5b2a86"]
    assert desk.send(OFFICE, form_in(looked.text), "save").status_code == 303
    assert re.search(r"accent: [\"']?#5b2a86", desk.text("organisation.yaml"))


def _seal(*colours: str, side: int = 300) -> io.BytesIO:
    """Return a seal on white: rings of colours, the first one widest, in a black line."""
    picture = Image.new("RGB", (side, side), "white")
    pen = ImageDraw.Draw(picture)
    for number, colour in enumerate(("black", *colours)):
        inset = side // 10 + number * side // 12 - (side // 14 if number else 0)
        pen.ellipse((inset, inset, side - inset, side - inset), colour)
    out = io.BytesIO()
    picture.save(out, "PNG")
    out.seek(0)
    return out


def test_a_seal_is_brought_and_proposes_its_colours(desk: Desk) -> None:
    """It stands beside the record under its own name; a colour is taken only by its button."""
    form = desk.form(OFFICE)
    before = form["colours.primary"]
    answer = desk.send(OFFICE, {**form, "upload": (_seal("#0b5a5e", "#d19a1e"), "ตรา.png")}, "seal:")
    assert labels.SEAL_TAKEN.th in answer.text
    shown = form_in(answer.text)
    assert shown["seal"] == ["seal.png"]
    assert shown["colours.primary"] == before
    proposed = re.findall(r'value="swatch:accent\.([0-9a-f]{6})"', answer.text)
    assert len(proposed) == 2
    answer = desk.send(OFFICE, shown, f"swatch:accent.{proposed[0]}")
    assert form_in(answer.text)["colours.accent"] == [f"#{proposed[0]}"]
    assert desk.save(OFFICE, form_in(answer.text)).status_code == 303
    assert re.search(r"seal: [\"']?seal.png", desk.text("organisation.yaml"))


def test_another_seal_does_not_lie_over_the_first(desk: Desk) -> None:
    """What the record speaks of stays until the new one is saved; a file that is no picture stays nowhere."""
    form = desk.form(OFFICE)
    for colour, name in (("#0b5a5e", "seal.png"), ("#d19a1e", "seal-2.png")):
        answer = desk.send(OFFICE, {**form, "upload": (_seal(colour), "a.png")}, "seal:")
        assert form_in(answer.text)["seal"] == [name]
    answer = desk.send(OFFICE, {**form, "upload": (io.BytesIO(b"%PDF-1.7"), "a.png")}, "seal:")
    assert "PDF" in answer.text
    assert sorted(path.name for path in (desk.project / "winners").glob("seal*")) == ["seal-2.png", "seal.png"]
    assert labels.NO_PHOTO.th in desk.send(OFFICE, form, "seal:").text


@pytest.mark.parametrize(
    ("colours", "near"),
    [
        (("#0b5a5e", "#d19a1e"), ("#0b5a5e", "#d19a1e")),
        (("#b3261e",), ("#b3261e",)),
        (("#0b5a5e", "#0c5b60"), ("#0b5a5e",)),
        (("#808080", "#404040"), ()),
    ],
)
def test_two_colours_at_most_and_no_grey(
    desk: Desk, tmp_path: Path, colours: tuple[str, ...], near: tuple[str, ...]
) -> None:
    """Paper, outline and a shade of one colour are not what an office is known by."""
    file = tmp_path / "seal.png"
    file.write_bytes(_seal(*colours).getvalue())
    picture = photos.read(file, desk.held.store)
    assert isinstance(picture, Picture)
    found = dominant(desk.held.store, picture.digest)
    assert len(found) == len(near)
    for colour in near:
        assert min(distance(colour, each) for each in found) < 0.06
    assert dominant(desk.held.store, "0" * 64) == ()
