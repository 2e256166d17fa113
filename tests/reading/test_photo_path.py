"""A photo is found by its name however that is typed or stored, and never a wrong one in its place."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from generator.reading import photo_path
from generator.reading.tree import Saying
from tests.support.small import PHOTO, WINNERS, Small

if TYPE_CHECKING:
    from pathlib import Path

SPLIT, WHOLE = "น\u0e4d\u0e49าใจ.jpg", "น\u0e49ำใจ.jpg"
LATE = "น\u0e33\u0e49ใจ.jpg"
TWO_E, ONE_AE = "เเม\u0e48.jpg", "แม\u0e48.jpg"

SAME = [
    (SPLIT, WHOLE),
    (LATE, WHOLE),
    (SPLIT, LATE),
    (TWO_E, ONE_AE),
    ("ที\u0e48.jpg", "ท\u0e48ี.jpg"),
    ("caf\u00e9.jpg", "cafe\u0301.jpg"),
    ("รูป\u00a0ที่ 1.jpg", "รูป ที่ 1.jpg"),
    ("รูป\u200bสวย.jpg", "รูปสวย.jpg"),
    ("\ufeffรูป.jpg", "รูป.jpg"),
    ("รูป  สอง.jpg", "รูป สอง.jpg"),
    ("สมศรี .jpg", "สมศรี.jpg"),
    ("\u3000สมศรี.jpg", "สมศรี.jpg"),
    ("น\uf70bอง.jpg", "น\u0e49อง.jpg"),
]


@pytest.mark.parametrize(("one", "other"), [*SAME, *((other, one) for one, other in SAME)], ids=ascii)
def test_a_name_is_found_as_it_looks(tmp_path: Path, one: str, other: str) -> None:
    """A telephone, a Mac and a keyboard each store a name in their own way, and nobody sees a difference."""
    (tmp_path / one).write_bytes(b"photo")
    assert photo_path.resolve(tmp_path, other) == tmp_path / one
    assert photo_path.resolve(tmp_path, one) == tmp_path / one


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
@pytest.mark.parametrize("name", ["น้ำใจ กำลัง.jpg", "ญี่ปุ่น é.png"])
def test_every_normal_form_is_found_in_folders_too(tmp_path: Path, form: str, name: str) -> None:
    """The compatibility forms, which some programs use, take ำ apart."""
    stored = unicodedata.normalize(form, name)  # type: ignore[arg-type]
    folder = tmp_path / unicodedata.normalize(form, "กำนัน")  # type: ignore[arg-type]
    folder.mkdir()
    (folder / stored).write_bytes(b"photo")
    assert photo_path.resolve(tmp_path, f"กำนัน/{name}") == folder / stored


def test_the_very_name_goes_before_one_that_only_looks_so(tmp_path: Path) -> None:
    """A name that was copied from the disk means that file, whatever else lies there."""
    for name in (SPLIT, WHOLE, LATE):
        (tmp_path / name).write_bytes(b"photo")
    for name in (SPLIT, WHOLE, LATE):
        assert photo_path.resolve(tmp_path, name) == tmp_path / name


def test_two_that_look_the_same_are_never_chosen_between(tmp_path: Path) -> None:
    """One of them is another person's face."""
    (tmp_path / SPLIT).write_bytes(bytes(12_000))
    (tmp_path / LATE).write_bytes(bytes(340_000))
    found = photo_path.resolve(tmp_path, WHOLE)
    assert isinstance(found, Saying)
    assert "2 ไฟล์" in found.message.th
    assert "12 kB" in found.message.th
    assert "340 kB" in found.message.th
    assert "เปลี่ยนชื่อ" in found.fix.th


def test_the_cure_is_never_the_name_that_was_written(tmp_path: Path) -> None:
    """That advice could be followed for ever."""
    (tmp_path / f"{SPLIT[:-4]}-1.jpg").write_bytes(b"photo")
    found = photo_path.resolve(tmp_path, WHOLE)
    assert isinstance(found, Saying)
    assert f"{SPLIT[:-4]}-1.jpg" in found.fix.th


@pytest.mark.parametrize("name", [SPLIT, TWO_E, "สมศรี 📷.jpg", "写真（1）.jpg", "рис.jpg", "first\u00a0.jpg", "ครูํํ.jpg"])
def test_the_very_name_in_a_record_is_found_without_a_word(small: Small, name: str) -> None:
    """A file's name is not printed: what would be a slip in a sentence is how the file is called."""
    small.path(PHOTO).rename(small.path(f"2566/photos/{name}"))
    small.edit(WINNERS, "photos/first.jpg", f"photos/{name}")
    records = small.read()
    assert records.rounds[0].winners[0].photo is not None
    assert not records.warnings


@pytest.mark.parametrize("letter", ["\\e", "\\u202e", "\\x07", "\\u2066"])
def test_what_acts_in_a_terminal_is_refused_in_a_name(small: Small, letter: str) -> None:
    """It could show another name than is meant."""
    small.edit(WINNERS, "file: photos/first.jpg", f'file: "photos/{letter}first.jpg"')
    assert "มองไม่เห็น" in small.only_problem().message.th


def test_a_name_on_two_lines_is_refused(small: Small) -> None:
    """Nobody means such a file."""
    small.edit(WINNERS, "file: photos/first.jpg", 'file: "photos/first\\nsecond.jpg"')
    assert "บรรทัด" in small.only_problem().message.th
