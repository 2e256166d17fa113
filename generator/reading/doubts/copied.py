"""Doubts about what stands under two people: a block was copied for the next winner, and not all of it was changed."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from generator.reading import portraits
from generator.reading.names import called
from generator.reading.schema import Unread
from generator.reading.tree import Fault
from generator.reading.wording import say, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator import model
    from generator.model import Picture
    from generator.reading import schema
    from generator.reading.doubts.opened import Opened, Told
    from generator.reading.tree import Saying

_ELSEWHERE = 0.15
"""Parts of a picture's side between two points that may be two faces of one group."""
_TEXTS = {"citation": "คำประกาศเกียรติคุณ", "story": "เรื่องเล่า", "quote": "คำพูด"}


class _Place(NamedTuple):
    """A winner somewhere in the files."""

    year: int
    position: int
    winner: schema.Winner

    @property
    def called(self) -> str:
        return f"{called(self.winner).bare} (winners[{self.position}] ปี {self.year})"

    def is_same_person(self, other: _Place) -> bool:
        """Return whether the records know both as one: by id over the years, or by name in two groups of one year."""
        return self.winner.id == other.winner.id or called(self.winner).bare == called(other.winner).bare


def _places(opened: Opened) -> Iterator[_Place]:
    for year in sorted(opened.winners):
        for index, winner in opened.people(year):
            yield _Place(year, index, winner)


def photo(opened: Opened) -> Iterator[Told]:
    """Doubt one face under two names, shown by the other's consent; two faces of a group are none."""
    seen: dict[str, list[_Place]] = {}
    for place in _places(opened):
        with suppress(Unread):
            picture = opened.pictures.get(place.year, {}).get(place.position)
            if picture is None or place.winner.photo is None:
                continue
            for other in seen.get(picture.digest, []):
                if not place.is_same_person(other):
                    yield opened.winners[place.year], _same_photo(place, other, picture)
                    break
            seen.setdefault(picture.digest, []).append(place)


def _same_photo(place: _Place, other: _Place, picture: Picture) -> Fault:
    mine, theirs = place.winner.photo, other.winner.photo
    apart = mine is None or theirs is None or not _near(_kept(mine, picture), _kept(theirs, picture))
    name = mine.file if mine else ""
    return Fault(
        ("winners", place.position, "photo", "file"),
        say(
            f"ภาพ {shown(name)} เป็นภาพเดียวกับของ {other.called}",
            f"the photo {shown(name)} is the same picture as that of {other.called}",
            "ใส่ไฟล์ภาพของคนนี้ ยังไม่มีภาพให้ลบกลุ่ม photo ถ้าเป็นภาพหมู่ ให้ focus ชี้หน้าคนละคน",
            "name this person's own file, or delete photo; in a picture of both, let focus be on either face",
        ),
        warning=apart,
    )


def _kept(photo: schema.Photo, picture: Picture) -> tuple[float, float]:
    return portraits.focus(photo.focus, portraits.face(picture, photo.focus))


def _near(one: tuple[float, float], two: tuple[float, float]) -> bool:
    return all(abs(a - b) < _ELSEWHERE for a, b in zip(one, two, strict=False))


def form(opened: Opened) -> Iterator[Told]:
    """Doubt one survey form in two rounds: the answers of both years would be counted as those of the new one."""
    seen: dict[str, int] = {}
    for year in sorted(opened.rounds):
        with suppress(Unread):
            written = opened.rounds[year].value.survey.form
            before = seen.setdefault(written, year)
            if before != year:
                yield opened.rounds[year], Fault(("survey", "form"), _same_form(before), warning=True)


def _same_form(before: int) -> Saying:
    return say(
        f"ใช้แบบประเมินเดียวกับปี {before} คำตอบของสองปีจะปนกัน และคิวอาร์โค้ดบนแผ่นของปี {before} ก็ตอบเข้าปีนี้",
        f"this is the form of {before}: the answers of both years would be mixed",
        "ทำสำเนาแบบฟอร์มใหม่ของปีนี้ แล้ววางลิงก์ใหม่ ถ้าแยกปีจากวันที่ตอบอยู่แล้ว ปล่อยไว้ได้",
        "make a copy of the form for this year, and put its link here; leave it if you tell the years by date",
    )


def text(opened: Opened) -> Iterator[Told]:
    """Doubt the very same words about two people, even if the name within them was changed."""
    for key, what in _TEXTS.items():
        seen: dict[str, _Place] = {}
        for place in _places(opened):
            with suppress(Unread):
                plain = _without_name(getattr(place.winner, key) or "", called(place.winner))
                other = seen.setdefault(plain, place)
                if plain and other is not place and not place.is_same_person(other):
                    yield (
                        opened.winners[place.year],
                        Fault(("winners", place.position, key), _same_text(what, key, other), warning=True),
                    )


def _without_name(written: str, name: model.Name) -> str:
    plain = "".join(written.split())
    for part in (name.first, name.last):
        plain = plain.replace("".join(part.split()), "")
    return plain


def _same_text(what: str, key: str, other: _Place) -> Saying:
    return say(
        f"{what} เหมือนกับของ {other.called} ทุกคำ",
        f"{key} is identical to that of {other.called}",
        "เขียนของคนนี้เอง ถ้าตั้งใจให้เหมือนกัน ปล่อยไว้ได้",
        "write this person's own; leave it if both are meant to be the same",
    )
