"""The desk under hard hands: every field wrong at once, killed while it saves, two of them, a disk that is full."""

from __future__ import annotations

import io
import random
import re
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from generator.amending.pen import values
from generator.desk.pages import BY_WORD, CONSENT, PAGES, entry_kind
from generator.desk.viewer import Viewer
from generator.reading.shapes import shapes
from tests.support.desk import Desk, form_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.reading.schema import Written
    from generator.reading.shapes import Shape

BAD = {
    "far too long": "ก" * 1_500,
    "markup": "<script>alert(1)</script>{{7*7}}[[a]]#eval -99999999999999999999",
}
FORMS = (
    *((page.word, f"/2566/{page.word}/{'0/' if page.listed else ''}") for page in PAGES if page.word != CONSENT),
    ("people", "/2566/people/"),
)
KILLS = 20

_SAVING = """
import sys
from pathlib import Path
from generator.amending import save
file, texts = Path(sys.argv[1]), [Path(name).read_bytes() for name in sys.argv[2:]]
print("ready", flush=True)
for turn in range(100_000):
    now = save.read(file)
    save.put(file, now, texts[now == texts[0]], list)
"""


@pytest.fixture(autouse=True)
def _no_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lay no poster out beside a hundred forms: what a form looks like is another test's."""
    monkeypatch.setattr(Viewer, "looks", lambda *_, **__: [])


def _single(group: type[Written], path: str, form: dict[str, list[str]]) -> Iterator[tuple[str, Shape]]:
    """Yield the names of the fields that take one value, and their shapes, as far as a form has them."""
    for key, shape in shapes(group).items():
        name = f"{path}{key}"
        if shape.group and shape.many:
            for number in form.get(name, ()):
                yield from _single(shape.group, f"{name}.{number}.", form)
        elif shape.group:
            yield from _single(shape.group, f"{name}.", form)
        elif not shape.keyed and not shape.many and shape.kind not in {"choice", "flag"} and name in form:
            yield name, shape


@pytest.mark.parametrize("what", BAD)
@pytest.mark.parametrize(("word", "address"), FORMS)
def test_whatever_the_door_says_of_a_value_stands_beside_its_field(
    sample: Desk, word: str, address: str, what: str
) -> None:
    """All fields of a form at once, each by the door's own reader; what was typed is still there, and runs nothing."""
    form = sample.form(address)
    page = BY_WORD[word]
    entry = address.rstrip("/").rpartition("/")[2]
    group, path = (entry_kind(page), f"{page.listed}.{entry}.") if entry.isdigit() else (page.kind, "")
    asked = dict(_single(group, path, form))
    for name in asked:
        form[name] = [BAD[what]]
    before = {file: file.read_bytes() for file in (sample.project / "winners").rglob("*.yaml")}
    answer = sample.send(address, form)
    refused = [name for name, shape in asked.items() if shape.fault(BAD[what])]
    assert answer.status_code == 422 if refused else answer.status_code in {200, 422}
    faults = set(re.findall(r'id="([^"]+)-fault"', answer.text))
    assert {name.replace(".", "-") for name in refused} <= faults
    assert "<script>" not in answer.text
    assert form_in(answer.text).keys() >= form.keys() - {"digest"}
    assert before == {file: file.read_bytes() for file in before}, "looking at a change writes nothing"


def test_letters_that_nobody_sees_do_not_come_in(desk: Desk) -> None:
    """A bell from some program is no letter, and Word's line break is the end of a line."""
    form = desk.form("/2566/people/0/")
    form["winners.0.position"] = ["นิติกร\x07ชำนาญ\x00การ"]
    form["winners.0.story"] = ["บรรทัดแรก\x0bบรรทัดที่สอง"]
    assert desk.save("/2566/people/0/", form).status_code == 303
    person = values(desk.text("2566/winners.yaml"))["winners"][0]  # type: ignore[index, call-overload]
    assert person["position"] == "นิติกรชำนาญการ"  # type: ignore[index, call-overload]
    assert person["story"] == "บรรทัดแรก\nบรรทัดที่สอง"  # type: ignore[index, call-overload]


def test_a_saving_that_is_killed_leaves_a_whole_file(tmp_path: Path, sample: Desk) -> None:
    """The old text or the new one, never half of it, and the next saving works."""
    raw = sample.text("2566/winners.yaml").encode()
    texts = [tmp_path / name for name in ("one", "other")]
    texts[0].write_bytes(raw)
    texts[1].write_bytes(raw.replace("ทุกเช้า".encode(), "ทุกเย็น".encode()) + b"# more\n" * 500)
    file = tmp_path / "winners.yaml"
    file.write_bytes(raw)
    known = {each.read_bytes() for each in texts}
    dice = random.Random(21)
    for _ in range(KILLS):
        with subprocess.Popen(
            (sys.executable, "-c", _SAVING, str(file), *map(str, texts)), stdout=subprocess.PIPE
        ) as child:
            assert child.stdout is not None
            assert child.stdout.readline()
            time.sleep(dice.random() / 20)
            child.kill()
        assert child.returncode in {-getattr(signal, "SIGKILL", 9), 1}
        assert file.read_bytes() in known
    assert isinstance(values(file.read_text(encoding="utf-8")), dict)
    assert len([each for each in tmp_path.iterdir() if each.suffix == ".new"]) <= KILLS


def test_a_look_does_not_wait_for_what_is_being_made(desk: Desk) -> None:
    """A build takes a minute, and somebody goes on typing meanwhile; the saving waits, since it writes."""
    form = desk.form("/2566/people/0/")
    form["winners.0.position"] = ["นิติกร"]
    with desk.held.workshop.locked(lambda: None):
        start = time.monotonic()
        assert desk.send("/2566/people/0/", form).status_code == 200
        assert time.monotonic() - start < 10


def test_two_desks_on_one_folder_lose_nothing(desk: Desk) -> None:
    """The one who saves later is shown what the other saved, and writes over none of it."""
    other = Desk(desk.project)
    mine, theirs = desk.form("/2566/people/0/"), other.form("/2566/people/0/")
    theirs["winners.0.position"] = ["ตำแหน่งของเขา"]
    mine["winners.0.name.last"] = ["นามสกุลของเรา"]
    assert other.save("/2566/people/0/", theirs).status_code == 303
    looked = desk.send("/2566/people/0/", mine)
    answer = desk.send("/2566/people/0/", form_in(looked.text), "save")
    assert answer.status_code == 409
    assert "ตำแหน่งของเขา" in answer.text
    assert "นามสกุลของเรา" in answer.text
    assert "ตำแหน่งของเขา" in desk.text("2566/winners.yaml")
    assert not other.held.may_undo or other.held.undo()


def test_two_hundred_megapixels_and_half_a_photo_are_problems_of_the_photo(desk: Desk) -> None:
    """A picture that would fill the memory, one that broke off, and a paper that says that it is a photo."""
    form = desk.form("/2566/people/0/")
    bomb = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (20_000).to_bytes(4) + (10_000).to_bytes(4) + b"\x08\x02\0\0\0"
    half = (desk.project / "winners/2566/photos/first.jpg").read_bytes()
    for value, said in ((bomb + b"\0" * 40, "ภาพ"), (half[: len(half) // 2], "ภาพ"), (b"%PDF-1.7 ...", "PDF")):
        answer = desk.send("/2566/people/0/", {**form, "upload": (io.BytesIO(value), "a.jpg")}, "photo:")
        assert answer.status_code == 200
        assert said in answer.text
    assert not list((desk.project / "winners/2566/photos").glob("first-*"))
