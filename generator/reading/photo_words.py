"""What to say about a picture that cannot be used, or that will look coarse in print; opens none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import Text
from generator.reading.tree import Saying
from generator.reading.wording import say

if TYPE_CHECKING:
    from generator.model import Picture
    from generator.reading.photos.kinds import Other, Sort

SMALLEST_SIDE = 600
"""Pixels of the short side below which a portrait looks coarse on a poster."""


def coarse(picture: Picture) -> Saying | None:
    """Return a warning for a photo that looks coarse in print, with the size that it is large enough for at 150 dpi."""
    if min(picture.width, picture.height) >= SMALLEST_SIDE:
        return None
    size = f"{picture.width / 150 * 2.54:.1f} × {picture.height / 150 * 2.54:.1f}"
    return say(
        f"ภาพมีขนาดเพียง {picture.width} × {picture.height} พิกเซล พิมพ์คมชัดได้ไม่เกิน {size} ซม.",
        f"the picture has only {picture.width} × {picture.height} pixels: it prints well up to {size} cm",
        f"ใช้ภาพต้นฉบับจากกล้อง ด้านสั้นอย่างน้อย {SMALLEST_SIDE} พิกเซล (LINE มักย่อภาพให้เล็กลง)",
        f"use the camera's own file, {SMALLEST_SIDE} pixels or more on its short side (LINE shrinks pictures)",
    )


def too_heavy(size: int, most: int) -> Saying:
    """Describe a file with too many bytes."""
    return say(
        f"ไฟล์ภาพมีขนาด {size / 1e6:,.0f} MB เกิน {most // 2**20} MB",
        f"the file has {size / 1e6:,.0f} MB, more than {most // 2**20} MB",
        "บันทึกภาพใหม่เป็น JPEG ให้เล็กลง",
        "save it as a smaller JPEG",
    )


def too_large(width: int, height: int, most: int) -> Saying:
    """Describe a picture that would fill the computer's memory."""
    return say(
        f"ภาพมี {width:,} × {height:,} พิกเซล ({width * height / 1e6:,.0f} ล้านพิกเซล) เกิน {most // 10**6} ล้านพิกเซล",
        f"the picture has {width:,} × {height:,} pixels ({width * height / 1e6:,.0f} megapixels), over {most // 10**6}",
        "ย่อภาพให้ด้านยาวไม่เกิน 6,000 พิกเซล แล้วบันทึกเป็น JPEG",
        "scale it to 6,000 pixels on its long side, and save it as a JPEG",
    )


_AS_JPEG = Text(
    "เปิดไฟล์ด้วยโปรแกรมดูภาพของเครื่อง เลือก “บันทึกเป็น” (Save as) ชนิด JPEG แล้วใช้ไฟล์ใหม่นั้น",
    "open it in the computer's picture viewer, choose Save As, take JPEG, and use the new file",
)

_CURES: dict[Sort, Text] = {
    "picture": _AS_JPEG,
    "drawing": Text(
        "ขอภาพถ่ายต้นฉบับ (JPEG) จากผู้ส่ง หรือเปิดในโปรแกรมที่สร้างไฟล์นี้แล้วส่งออก (Export) เป็น JPEG หรือ PNG",
        "ask for the photo itself (JPEG), or open this in the program that made it and export it as JPEG or PNG",
    ),
    "raw": Text(
        "นี่คือไฟล์ดิบของกล้อง ใช้ไฟล์ JPG ชื่อเดียวกันที่กล้องเก็บไว้คู่กัน หรือเปิดในโปรแกรมดูภาพแล้วบันทึกเป็น JPEG",
        "this is a camera's raw file: use the JPG of the same name beside it, or save it in a viewer as a JPEG",
    ),
    "film": Text(
        "นี่คือวิดีโอ ถ้ามาจาก Live Photo ให้เปิดภาพในโทรศัพท์ เลือก “ทำสำเนาเป็นภาพนิ่ง” แล้วส่งภาพนั้นมา หรือจับภาพจากวิดีโอเป็น JPEG",
        "this is a film: of a Live Photo, choose Duplicate as Still Photo on the phone and send that one",
    ),
    "paper": Text(
        "เปิดเอกสาร คลิกขวาที่ภาพ เลือก “บันทึกเป็นรูปภาพ” (Save as Picture) ชนิด JPEG หรือขอไฟล์ภาพต้นฉบับจากผู้ส่ง",
        "open the document, right-click the picture, choose Save as Picture, take JPEG; or ask for the photo itself",
    ),
    "packed": Text(
        "แตกไฟล์นี้ก่อน (คลิกขวา เลือก Extract All) แล้วใช้ไฟล์ภาพที่อยู่ข้างใน",
        "unpack it first (right-click, Extract All), and use the picture inside",
    ),
    "page": Text(
        "นี่คือหน้าเว็บ ไม่ใช่ภาพ เปิดลิงก์เดิมในเบราว์เซอร์ แล้วดาวน์โหลดตัวภาพเป็น JPEG",
        "this is a web page: open its link in a browser, and download the picture itself as a JPEG",
    ),
    "shortcut": Text(
        "ไฟล์นี้เป็นเพียงไฟล์ประกอบหรือทางลัดของภาพ คัดลอกไฟล์ภาพตัวจริง (JPEG หรือ HEIC) มาแทน",
        "this only goes with a picture or leads to it: copy the picture itself (JPEG or HEIC)",
    ),
    "nothing": Text(
        "คัดลอกไฟล์จากกล้องหรือโทรศัพท์ใหม่อีกครั้ง และรอจนคัดลอกเสร็จ",
        "copy it again from the camera or phone, and wait until that is done",
    ),
    "unknown": Text(
        "ใช้ภาพ JPEG, PNG, WebP, HEIC หรือ AVIF ถ้าเปิดไฟล์นี้ในโปรแกรมดูภาพได้ ให้บันทึกเป็น JPEG",
        "use a JPEG, PNG, WebP, HEIC or AVIF picture; if a viewer opens this one, save it there as a JPEG",
    ),
}


def no_photo(what: Other) -> Saying:
    """Describe something that is not a picture of a known kind, and what it seems to be."""
    th, en = (f" (เป็นไฟล์ {what.name})", f" (it is a {what.name} file)") if what.name else ("", "")
    if what.sort == "nothing":
        th, en = " (ไฟล์ว่าง)", " (it is empty)"
    return Saying(Text(f"ไฟล์นี้ไม่ใช่ภาพที่อ่านได้{th}", f"this file is not a photo that can be read{en}"), _CURES[what.sort])


def broken(kind: str, error: str) -> Saying:
    """Describe a picture that ends early or is damaged."""
    if kind in {"HEIF", "AVIF"}:
        cure = Text(
            "คัดลอกไฟล์จากโทรศัพท์ใหม่อีกครั้ง ถ้ายังไม่ได้ ให้เปิดภาพในโทรศัพท์หรือโปรแกรมดูภาพ แล้วบันทึกหรือส่งเป็น JPEG",
            "copy it again from the phone; if that does not help, open it there and save or send it as a JPEG",
        )
    else:
        cure = Text(
            "คัดลอกไฟล์จากกล้องหรือโทรศัพท์ใหม่อีกครั้ง ถ้าไฟล์ต้นฉบับก็เป็นเช่นนี้ ให้ใช้ภาพอื่น",
            "copy it again from the camera or phone; if the original is like this, take another picture",
        )
    message = Text(f"ภาพ {kind} นี้เสียหรือไม่ครบ เปิดได้ไม่ตลอดภาพ", f"this {kind} picture is cut off or damaged ({error})")
    return Saying(message, cure)


def too_long(kind: str, seconds: float) -> Saying:
    """Describe a picture whose decoding was stopped."""
    return Saying(
        Text(
            f"เปิดภาพ {kind} นี้ไม่เสร็จใน {seconds:.0f} วินาที จึงหยุดไว้",
            f"this {kind} picture was not open after {seconds:.0f} seconds",
        ),
        _AS_JPEG,
    )


def not_started(kind: str, why: str) -> Saying:
    """Describe a picture that could not be tried, since the system let no process begin."""
    return say(
        f"เครื่องเปิดตัวอ่านภาพ {kind} ไม่ได้ ({why})",
        f"the reader of {kind} pictures could not be started ({why})",
        "ปิดโปรแกรมอื่นแล้วสั่งใหม่ หรือบันทึกภาพเป็น JPEG",
        "close other programs and try again, or save the picture as a JPEG",
    )


def unreadable(fault: OSError) -> Saying:
    """Describe a file that the system does not give."""
    return say(
        f"เปิดไฟล์ภาพไม่ได้ ({fault.strerror})",
        f"the picture's file cannot be opened ({fault.strerror})",
        "ปิดโปรแกรมอื่นที่เปิดไฟล์นี้อยู่ ตรวจสิทธิ์การอ่าน และถ้าไฟล์อยู่บนคลาวด์ให้ดาวน์โหลดลงเครื่องก่อน",
        "close other programs that hold it, check that you may read it, and download it if it is in the cloud",
    )
