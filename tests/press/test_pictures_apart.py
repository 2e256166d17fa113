"""Large pictures are drawn by a process of their own: the same bytes, and its end is no end of the build."""

from __future__ import annotations

import io
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image, ImageFile

from generator.piece import Unpictured
from generator.press import picture
from generator.press.picture import PICTURE
from generator.press.pixels import saved

if TYPE_CHECKING:
    from pathlib import Path

FOR_PRINT: dict[str, Any] = {"dpi": 72, "format": "jpg"}


@pytest.fixture
def pdf(monkeypatch: pytest.MonkeyPatch) -> bytes:
    """Return a page with some colours, which every sheet of the test is set as."""
    page, out = Image.linear_gradient("L").convert("RGB").resize((210, 297)), io.BytesIO()
    page.save(out, "PDF")

    class Set(Unpictured):
        def press(self, *_: object) -> bytes:
            return out.getvalue()

    monkeypatch.setattr(picture, "TYPESET", Set())
    return out.getvalue()


def test_a_picture_drawn_apart_is_the_same(pdf: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And so it is where the system lets no further process begin: then the memory is taken here."""
    here = saved(pdf, FOR_PRINT)
    begun: list[object] = []
    run = subprocess.run

    def noted(*how: Any, **more: Any) -> subprocess.CompletedProcess[bytes]:
        begun.append(how)
        return run(*how, **more)

    monkeypatch.setattr(subprocess, "run", noted)
    assert PICTURE.press("", {"pixels": FOR_PRINT}, tmp_path) == here
    assert len(begun) == 1
    monkeypatch.setattr(subprocess, "run", _refused)
    assert PICTURE.press("", {"pixels": FOR_PRINT}, tmp_path) == here
    with Image.open(io.BytesIO(here)) as drawn:
        assert (drawn.size, drawn.info["dpi"]) == ((210, 297), (72, 72))


def test_a_png_is_the_same_whatever_was_written_before(pdf: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pillow divides it by the size of a buffer, which a photo written before made larger; all pixels must be there."""
    made = []
    for size in (1 << 16, 1 << 24):
        monkeypatch.setattr(ImageFile, "MAXBLOCK", size)
        made.append(saved(pdf, {"width": 1440, "format": "png"}))
    assert made[0] == made[1]
    with Image.open(io.BytesIO(made[0])) as drawn:
        drawn.load()
        assert (drawn.format, drawn.width) == ("PNG", 1440)


def _refused(*_: object, **__: object) -> None:
    raise BlockingIOError(11, "Resource temporarily unavailable")


def test_a_process_that_dies_is_told_and_gives_no_picture(
    pdf: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The press room leaves out that sheet alone; half a picture would be printed by somebody."""
    assert pdf
    ended = subprocess.CompletedProcess((), -9, b"\xff\xd8\xff half a picture")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: ended)
    with pytest.raises(RuntimeError, match="-9"):
        PICTURE.press("", {"pixels": FOR_PRINT}, tmp_path)


def test_a_small_picture_starts_no_process(pdf: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Starting one takes longer than drawing a card."""
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("a process"))
    assert pdf
    made = PICTURE.press("", {"pixels": {"width": 105, "format": "png"}}, tmp_path)
    with Image.open(io.BytesIO(made)) as drawn:
        assert (drawn.size, drawn.mode) == ((105, 149), "RGB")
