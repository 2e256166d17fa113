"""Large pictures are drawn by a process of their own: the same bytes, and its end is no end of the build."""

from __future__ import annotations

import io
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image, ImageFile

from generator.piece import Unpictured
from generator.press import easel, memory, picture, setting
from generator.press.pdfium import pages_in_one
from generator.press.picture import PICTURE
from generator.press.pixels import drawn as here_drawn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOR_PRINT: dict[str, Any] = {"dpi": 72, "format": "jpg"}
FOR_LINK: dict[str, Any] = {"width": 420, "format": "jpg", "most": 20_000}


@pytest.fixture(autouse=True)
def _end() -> Iterator[None]:
    easel.end()  # another test may have begun it
    yield
    easel.end()


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
    here = here_drawn(pdf, FOR_PRINT)
    begun: list[object] = []
    begin = subprocess.Popen

    def noted(*how: Any, **more: Any) -> subprocess.Popen[bytes]:
        begun.append(how)
        return begin(*how, **more)

    monkeypatch.setattr(subprocess, "Popen", noted)
    for _ in range(3):
        assert PICTURE.press("", {"pixels": FOR_PRINT}, tmp_path) == here
    assert len(begun) == 1, "one process draws them all"
    easel.end()
    monkeypatch.setattr(subprocess, "Popen", _refused)
    assert PICTURE.press("", {"pixels": FOR_PRINT}, tmp_path) == here
    with Image.open(io.BytesIO(here)) as drawn:
        assert (drawn.size, drawn.info["dpi"]) == ((210, 297), (72, 72))


@pytest.mark.parametrize("wanted", [FOR_LINK, {"box": (105, 105), "quality": 72}, {"width": 420, "format": "png"}])
def test_small_pictures_are_drawn_by_the_same_process(pdf: bytes, wanted: dict[str, Any]) -> None:
    """The engine and its pixels are in no other process: a build with many posters would hold them all along."""
    assert easel.drawn(pdf, wanted) == here_drawn(pdf, wanted)


def test_a_huge_picture_is_drawn_while_nothing_is_set(pdf: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both pages of a poster of 24 people, and what the setting process keeps, were more than an old computer has."""
    alone: list[str] = []

    def noted(*_: object) -> bytes:
        alone.append("drawn")
        return b""

    monkeypatch.setattr(easel, "_drawn", noted)
    monkeypatch.setattr(setting, "end", lambda: alone.append("ended"))
    easel.drawn(pdf, FOR_PRINT)
    assert alone == ["drawn"]
    monkeypatch.setattr(easel, "HUGE", 1)
    with ThreadPoolExecutor(1) as other:
        with memory.ALLOWANCE.taking(memory.LIGHT):
            waiting = other.submit(easel.drawn, pdf, FOR_PRINT)
            with pytest.raises(TimeoutError):
                waiting.result(timeout=0.2)
        waiting.result(timeout=30)
    assert alone == ["drawn", "ended", "drawn"]


def test_a_png_is_the_same_whatever_was_written_before(pdf: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pillow divides it by the size of a buffer, which a photo written before made larger; all pixels must be there."""
    made = []
    for size in (1 << 16, 1 << 24):
        monkeypatch.setattr(ImageFile, "MAXBLOCK", size)
        made.append(here_drawn(pdf, {"width": 1440, "format": "png"}))
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
    monkeypatch.setattr(sys, "executable", "false")
    assert pdf
    with pytest.raises(RuntimeError, match="code 1"):
        PICTURE.press("", {"pixels": FOR_PRINT}, tmp_path)
    monkeypatch.undo()
    with pytest.raises(RuntimeError, match="code 1"):
        easel.drawn(b"no PDF", FOR_LINK)
    assert easel.drawn(pdf, FOR_PRINT) == here_drawn(pdf, FOR_PRINT), "the next one begins another"


def test_pages_stand_below_each_other_as_each_is_drawn_alone() -> None:
    """They are drawn where they stay."""
    pages = [Image.linear_gradient("L").convert("RGB").resize((210, height)) for height in (297, 100)]
    made = []
    for some in ([pages[0]], [pages[1]], pages):
        out = io.BytesIO()
        some[0].save(out, "PDF", save_all=True, append_images=some[1:])
        made.append(pages_in_one(out.getvalue(), lambda *_: 2))
    first, second, both = made
    assert both.size == (420, 794)
    assert both.crop((0, 0, 420, 594)).tobytes() == first.tobytes()
    assert both.crop((0, 594, 420, 794)).tobytes() == second.tobytes()
