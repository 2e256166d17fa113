"""Which face of a photo is the winner's, and what the clerk should know of a photo whose face cannot be told."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from generator.reading import schema
from generator.reading.tree import Fault, Saying
from generator.reading.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from generator.model import Face, Picture

    Written = Sequence[Decimal] | None

MIDDLE = 0.5, 0.4
"""What is kept of a photo in which no face was found and no point is written."""

NEAR = 0.75
"""How far a written point may be from the middle of a face that it means, in heights of that face."""

AS_LARGE = 0.6
"""A second face makes it doubtful who is meant if it is at least so large, in heights of the largest."""

SMALLEST = 90
"""Pixels of the height of a face below which it looks coarse on a poster."""


def face(picture: Picture, written: Written) -> Face | None:
    """Return the face that a photo is of: at the point that is written or, without one, the largest."""
    faces = picture.faces or ()
    if written is None:
        return faces[0] if faces else None
    near = [each for each in faces if _distance(picture, each, written) <= NEAR * each.height * picture.height]
    return min(near, key=lambda each: _distance(picture, each, written), default=None)


def _distance(picture: Picture, found: Face, written: Sequence[Decimal]) -> float:
    """Return how far a point is from the middle of a face, in pixels."""
    across, down = (float(point) - middle for point, middle in zip(written, found.middle, strict=True))
    return float(((across * picture.width) ** 2 + (down * picture.height) ** 2) ** 0.5)


def focus(written: Written, found: Face | None) -> tuple[float, float]:
    """Return the point to keep when cropping: the one that is written, or else the face."""
    if written is not None:
        left, top = written
        return float(left), float(top)
    return found.middle if found else MIDDLE


def doubts(winners: schema.Winners, pictures: Mapping[int, Picture]) -> Iterator[Fault]:
    """Yield what is doubtful about the faces of winners' photos, by the position of the winner."""
    for index, picture in pictures.items():
        with suppress(schema.Unread):
            photo = winners.winners[index].photo
            found = doubt(picture, photo.focus) if photo and picture.faces is not None else None
            if found:
                yield Fault(("winners", index, "photo", "file"), found, warning=True)


def doubt(picture: Picture, written: Written) -> Saying | None:
    """Return what the clerk should know of a photo: no face, several of one size, or a small one."""
    faces = picture.faces or ()
    found = face(picture, written)
    if not faces and written is None:
        return say(
            "หาใบหน้าในภาพนี้ไม่พบ จึงตัดภาพเหลือช่วงกลางค่อนไปทางบน",
            "no face was found in this picture: it is cropped to its middle, a little above",
            "ถ่ายใหม่ให้หันหน้าเข้ากล้อง เห็นไหล่ทั้งสองข้าง ยืนใกล้หน้าต่าง ไม่ย้อนแสง หรือเติม focus: [0.5, 0.4] ชี้ที่ใบหน้า",
            "take it again: facing the camera, both shoulders in the picture, near a window; or add focus: [0.5, 0.4]",
        )
    rivals = [each for each in faces[1:] if each.height >= AS_LARGE * faces[0].height]
    if written is None and rivals:
        return say(
            f"ภาพนี้มี {len(rivals) + 1} ใบหน้าขนาดใกล้เคียงกัน จึงเลือกใบหน้าที่ใหญ่ที่สุด",
            f"this picture has {len(rivals) + 1} faces of nearly one size: the largest is taken",
            "ใช้ภาพที่มีคนเดียว หรือเติม focus ชี้ที่ใบหน้าของคนนี้ เช่น "
            f"focus: [{rivals[0].middle[0]:.2f}, {rivals[0].middle[1]:.2f}] คืออีกคนหนึ่ง",
            "use a picture of one person, or add focus with this person's face, as "
            f"focus: [{rivals[0].middle[0]:.2f}, {rivals[0].middle[1]:.2f}] for the other",
        )
    if found and found.height * picture.height < SMALLEST:
        return say(
            f"ใบหน้าในภาพสูงเพียง {found.height * picture.height:.0f} พิกเซล พิมพ์โปสเตอร์แล้วจะไม่คมชัด",
            f"the face in this picture is only {found.height * picture.height:.0f} pixels high: coarse on a poster",
            f"ถ่ายให้ใกล้ขึ้น ให้ใบหน้าสูงอย่างน้อย {SMALLEST} พิกเซล หรือใช้ภาพต้นฉบับจากกล้อง (ภาพจาก LINE มักถูกย่อ)",
            f"come nearer: a face should have {SMALLEST} pixels; or use the camera's own file (LINE shrinks pictures)",
        )
    return None
