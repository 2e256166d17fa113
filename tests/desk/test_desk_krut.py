"""The krut is brought to the desk as a picture, and stands on the papers; what is no picture stays nowhere."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from generator.desk import labels
from generator.reading import photos, read
from tests.support import scans
from tests.support.desk import form_in

if TYPE_CHECKING:
    from tests.support.desk import Desk

PAPERS = "/2566/papers/"


def _krut() -> io.BytesIO:
    out = io.BytesIO()
    Image.new("RGBA", (400, 440), (20, 20, 20, 255)).save(out, "PNG")
    out.seek(0)
    return out


def test_a_krut_is_brought_and_stands_on_the_papers(desk: Desk) -> None:
    """It lies beside the office's record, where every round finds it."""
    form = desk.form(PAPERS)
    answer = desk.send(PAPERS, {**form, "upload": (_krut(), "ครุฑ.png")}, "krut:")
    assert labels.KRUT_TAKEN.th in answer.text
    assert form_in(answer.text)["krut"] == ["krut.png"]
    assert '<img class="mark" src="/picture/' in answer.text
    assert desk.save(PAPERS, form_in(answer.text)).status_code == 303
    assert "krut: krut.png" in desk.text("2566/papers.yaml").replace('"', "").replace("'", "")
    krut = read(desk.project, desk.held.store).rounds[0].programme.papers.krut
    assert krut
    assert (krut.width, krut.height) == (400, 440)


@pytest.mark.parametrize("value", [b"", scans.pdf(), b"\x89PNG\r\n\x1a\nbroken"], ids=["empty", "paper", "broken"])
def test_what_is_no_picture_stays_nowhere(value: bytes, desk: Desk) -> None:
    """The papers would leave a hole where the krut belongs, and nobody would know why."""
    form = desk.form(PAPERS)
    answer = desk.send(PAPERS, {**form, "upload": (io.BytesIO(value), "krut.png")}, "krut:")
    assert labels.KRUT_TAKEN.th not in answer.text
    assert form_in(answer.text).get("krut", [""]) == [""]
    assert list((desk.project / "winners").glob("krut*")) == []


def test_a_krut_has_the_limits_of_every_upload(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A film by mistake fills neither memory nor disk."""
    monkeypatch.setattr(photos, "LARGEST", 100)
    answer = desk.send(PAPERS, {**desk.form(PAPERS), "upload": (_krut(), "krut.png")}, "krut:")
    assert labels.KRUT_TAKEN.th not in answer.text
    assert list((desk.project / "winners").glob("krut*")) == []
