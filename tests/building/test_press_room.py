"""Sheets that a press has something against: each is left out alone, with its reason."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TYPE_CHECKING, Any

import pytest

from generator.building.plan import Job
from generator.building.press_room import PressRoom
from generator.disk import keeping
from generator.piece import Coarse, Fit, Piece, Rendition, Sheet, Unpictured, unheard
from generator.pieces.parts import uses
from generator.press.refused import SheetRefused, problems
from generator.reading import photos
from generator.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    Tell = Callable[[Fit | Coarse], None]


class Moody(Unpictured):
    """A press that raises what a view asks for."""

    name = "text"

    def materials(self, template: str) -> bytes:
        """Return nothing but the name."""
        return template.encode()

    def press(self, template: str, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
        """Raise the exception in the view, if there is one."""
        del pictures, tell
        if fault := FAULTS.get(view["fault"]):
            raise fault
        return template.encode()


FAULTS: dict[str, Exception] = {
    "root": ValueError("cannot take the root of -3"),
    "disk": OSError(28, "full"),
    "memory": ImportError("typst.so: failed to map segment from shared object"),
}
PIECE: Piece[Any] = Piece("moody", "ลองดู", lambda _: (), Moody(), "", "none", use=uses.BOARDS)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[PressRoom]:
    """Return a press room with empty stores."""
    stores = (Store(tmp_path / "sheets"), Store(tmp_path / "photos"))
    with PressRoom(*stores, tmp_path / "fresh", lambda *_: None) as opened:
        yield opened


def _job(fault: str) -> Job:
    sheet = Sheet(f"print/2566/{fault}.pdf", fault, {"fault": fault})
    return Job(PIECE, sheet, sheet.path, "public", "print")


def test_one_sheet_that_fails_is_told_with_its_reason_and_the_others_are_made(room: PressRoom) -> None:
    """A template with three hundred people took the root of a negative number, and nothing at all was built."""
    jobs = [_job("good"), _job("root"), _job("well")]
    made = [room.made(job, room.begin(job)) for job in jobs]
    assert made == [True, False, True]
    (problem,) = problems(room.refused)
    assert problem.file == "build/print/2566/root.pdf"
    assert not problem.warning
    assert "root of -3" in problem.say()


def test_a_small_picture_that_cannot_be_drawn_stops_nothing(room: PressRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    """The process that draws it was killed for want of memory, and the whole build ended with a traceback."""

    def dies(made: bytes) -> bytes:
        raise RuntimeError(made.decode() or "generator.press.easel_run ended with code -9")

    monkeypatch.setattr(PIECE.press, "thumbnail", dies)
    job = _job("good")
    small = room.thumbnail(job, room.begin(job))
    assert room.made(job, room.begin(job))
    assert not room.made(job, small, "site/files/2566/good.thumb.jpg")
    (problem,) = problems(room.refused)
    assert problem.file == "site/files/2566/good.thumb.jpg"
    assert "ended with code -9" in problem.say()
    assert "สร้างใหม่" in problem.fix.th, "nothing is wrong with it: the next build draws it"


def test_words_without_room_are_told_once_for_all_forms_of_a_sheet() -> None:
    """Twelve long posts on a poster in four forms made 48 warnings, each of which asked to shorten an official post."""
    names = [f"นางสาวกัญญารัตน์ {letter}" for letter in "กขคงจฉชซฌญฎฏ"]
    unfit = tuple(Fit(name, 6.1, 9.5, fits=False) for name in names)
    forms = ("poster-a3.pdf", "poster-a4.pdf", "office/poster-a4-mono.pdf", "shop/poster-a2.pdf")
    (problem,) = problems({f"build/print/2566/{form}": SheetRefused(unfit) for form in forms})
    assert not problem.warning
    assert problem.fix
    assert "poster-a2.pdf" in problem.message.th
    assert names[0] in problem.message.th
    assert "และอีก 9 ส่วน" in problem.message.th
    assert "6.1 พอยต์" in problem.message.th
    assert "ไม่ต้องแก้" in problem.fix.th


@pytest.mark.parametrize(("fault", "said"), [("disk", "full"), ("memory", "failed to map segment")])
def test_what_the_machine_lacks_concerns_all_sheets(fault: str, said: str, room: PressRoom) -> None:
    """It is told once, as what it is, and nothing is put in place."""
    with pytest.raises(type(FAULTS[fault]), match=said):
        room.made(_job(fault), room.begin(_job(fault)))


def test_a_refused_sheet_is_no_bytes(room: PressRoom) -> None:
    """Whoever asks for them without asking first is told."""
    with pytest.raises(SheetRefused):
        room.begin(_job("root")).result()


def test_a_photo_is_written_once_however_many_sheets_ask_for_it_at_the_same_time(
    room: PressRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows lets nobody replace a file that a press has open, and one build of four stopped there."""
    wanted, written = Rendition("0" * 64, 360, "jpg"), []
    meet = Barrier(4, timeout=5)

    def slowly(file: Path, value: bytes) -> None:
        written.append(file.name)
        time.sleep(0.05)
        file.write_bytes(value)

    def asked(_: int) -> bytes:
        meet.wait()
        return room.renditions([wanted])[wanted.name].read_bytes()

    monkeypatch.setattr(photos, "rendition", lambda *_, **__: b"a photo")
    monkeypatch.setattr(keeping, "replace", slowly)
    with ThreadPoolExecutor(4) as presses:
        assert set(presses.map(asked, range(4))) == {b"a photo"}
    assert written == [wanted.name]
