"""Pictures of the ceremony at the door: everybody in them is known or agreed, or the picture is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from PIL import Image

from tests.support.small import ROUND, Small

if TYPE_CHECKING:
    from generator.model import CeremonyPhoto

BLOCK: Final = """ceremony:
  place: หอประชุม
  starts: 09.30 น.
  presider:
    post: นายก
  reporter:
    post: หัวหน้าสำนักปลัด
  dress: ชุดสุภาพ
  particle: ค่ะ
  photos:
    - file: photos/day.jpg
      alt: {alt}
      people: [{people}]
      everyone_agreed: {agreed}
"""


def _write(small: Small, *, alt: str = "บนเวที", people: str = "", agreed: str = "แจ้งก่อนถ่ายแล้ว ไม่มีผู้คัดค้าน") -> None:
    exif = Image.Exif()
    exif[0x010E] = "SECRET PLACE"
    Image.new("RGB", (1200, 800), "#886644").save(small.path("2566/photos/day.jpg"), exif=exif)
    small.write(ROUND, small.text(ROUND) + BLOCK.format(alt=alt, people=people, agreed=agreed))


def _photo(small: Small) -> CeremonyPhoto:
    ceremony = small.read().rounds[0].programme.ceremony
    assert ceremony
    (photo,) = ceremony.photos
    return photo


def test_a_picture_of_the_ceremony_is_read_without_what_the_camera_wrote(small: Small) -> None:
    """It goes onto the site, and where somebody lives is none of its business."""
    winner = small.read().rounds[0].winners[0]
    _write(small, people=winner.id)
    photo = _photo(small)
    assert (photo.picture.width, photo.picture.height) == (1200, 800)
    assert photo.people == (winner.id,)
    assert photo.others == "แจ้งก่อนถ่ายแล้ว ไม่มีผู้คัดค้าน"
    made = small.store.get(photo.picture.digest)
    assert made
    assert b"SECRET" not in made


def test_who_reports_and_what_to_wear_are_read(small: Small) -> None:
    """Both are the office's to say; without them nothing is said."""
    _write(small)
    ceremony = small.read().rounds[0].programme.ceremony
    assert ceremony
    assert ceremony.reporter
    assert (ceremony.reporter.post, ceremony.dress) == ("หัวหน้าสำนักปลัด", "ชุดสุภาพ")


def test_a_person_who_is_no_winner_cannot_be_named_by_id(small: Small) -> None:
    """A slip in an id would show somebody whose consent nobody looked up."""
    _write(small, people="somchai")
    problem = small.only_problem()
    assert problem.field == "ceremony.photos[0].people[0]"
    assert "somchai" in problem.message.th


def test_whoever_is_named_in_the_description_is_also_listed(small: Small) -> None:
    """The description says who is in the picture, so that consent is asked for."""
    winner = small.read().rounds[0].winners[0]
    _write(small, alt=f"นายกมอบให้{winner.name.full}")
    problem = small.only_problem()
    assert problem.field == "ceremony.photos[0].people"
    assert winner.id in problem.message.th


@pytest.mark.parametrize("agreed", ["ไม่", "ไม่ใช่", "ยังไม่ครบ", "ไม่ยินยอม", "ไม่ได้ถาม", "no", "รอถามอีกคน"])
def test_a_picture_in_which_somebody_has_not_agreed_is_refused(small: Small, agreed: str) -> None:
    """What was written as a no must never be read as a text that says yes."""
    _write(small, agreed=f'"{agreed}"')
    assert small.only_problem().field == "ceremony.photos[0].everyone_agreed"


def test_without_a_word_about_the_others_there_is_no_picture(small: Small) -> None:
    """Silence is no consent."""
    _write(small, agreed="x")
    small.edit(ROUND, "      everyone_agreed: x\n", "")
    assert small.only_problem().field.startswith("ceremony.photos[0]")


def test_a_picture_that_is_missing_is_told_with_its_line(small: Small) -> None:
    """The same words as for a portrait."""
    _write(small)
    small.path("2566/photos/day.jpg").unlink()
    problem = small.only_problem()
    assert problem.field == "ceremony.photos[0].file"
    assert problem.line
