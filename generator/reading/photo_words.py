"""What to say about a picture that cannot be used, or that will look coarse in print; opens none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.reading.wording import say

if TYPE_CHECKING:
    from generator.model import Picture
    from generator.reading.tree import Saying

SMALLEST_SIDE = 600
"""Pixels of the short side below which a portrait looks coarse on a poster."""

_OTHERS = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "Word/Excel/ZIP"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"8BPS", "Photoshop"),
    (b"<svg", "SVG"),
    (b"<?xml", "XML/SVG"),
    (b"<!DOCTYPE", "HTML"),
    (b"<html", "HTML"),
)


def coarse(picture: Picture) -> Saying | None:
    """Return a warning for a photo that looks coarse in print, with the size that it is large enough for at 150 dpi."""
    if min(picture.width, picture.height) >= SMALLEST_SIDE:
        return None
    size = f"{picture.width / 150 * 2.54:.1f} × {picture.height / 150 * 2.54:.1f}"
    return say(
        f"รูปมีขนาดเพียง {picture.width} × {picture.height} พิกเซล พิมพ์คมชัดได้ไม่เกิน {size} ซม.",
        f"the picture has only {picture.width} × {picture.height} pixels: it prints well up to {size} cm",
        f"ใช้รูปต้นฉบับจากกล้อง ด้านสั้นอย่างน้อย {SMALLEST_SIDE} พิกเซล (รูปจาก LINE มักถูกย่อ)",
        f"use the camera's own file, {SMALLEST_SIDE} pixels or more on its short side (LINE shrinks pictures)",
    )


def too_heavy(size: int, most: int) -> Saying:
    """Describe a file with too many bytes."""
    return say(
        f"ไฟล์รูปมีขนาด {size / 1e6:,.0f} MB เกิน {most // 2**20} MB",
        f"the file has {size / 1e6:,.0f} MB, more than {most // 2**20} MB",
        "บันทึกรูปใหม่เป็น JPEG ให้เล็กลง",
        "save it as a smaller JPEG",
    )


def too_large(width: int, height: int, most: int) -> Saying:
    """Describe a picture that would fill the computer's memory."""
    return say(
        f"รูปมี {width:,} × {height:,} พิกเซล ({width * height / 1e6:,.0f} ล้านพิกเซล) เกิน {most // 10**6} ล้านพิกเซล",
        f"the picture has {width:,} × {height:,} pixels ({width * height / 1e6:,.0f} megapixels), over {most // 10**6}",
        "ย่อรูปให้ด้านยาวไม่เกิน 6,000 พิกเซล แล้วบันทึกเป็น JPEG",
        "scale it to 6,000 pixels on its long side, and save it as a JPEG",
    )


def no_photo(raw: bytes) -> Saying:
    """Describe something that is not a picture of a known kind, and what it seems to be."""
    what = next((name for opening, name in _OTHERS if raw.startswith(opening)), None)
    if raw[4:12] in {b"ftypavif", b"ftypavis"}:
        what = "AVIF"
    th, en = (f" (เป็นไฟล์ {what})", f" (it is a {what} file)") if what else ("", "")
    if not raw:
        th, en = " (ไฟล์ว่าง)", " (it is empty)"
    return say(
        f"ไฟล์นี้ไม่ใช่รูปที่อ่านได้{th}",
        f"this file is no photo that can be read{en}",
        "ใช้รูป JPEG, PNG, WebP หรือ HEIC จากกล้องหรือโทรศัพท์",
        "use a JPEG, PNG, WebP or HEIC picture",
    )


def broken(kind: str, error: Exception) -> Saying:
    """Describe a picture that ends early or is damaged."""
    return say(
        f"รูป {kind} นี้เสียหรือไม่ครบ เปิดได้ไม่ตลอดภาพ",
        f"this {kind} picture is cut off or damaged ({type(error).__name__})",
        "คัดลอกไฟล์จากกล้องหรือโทรศัพท์ใหม่อีกครั้ง",
        "copy it anew from the camera or telephone",
    )
