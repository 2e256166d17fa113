"""The scan of a signed paper as pictures: what can be seen on its pages, and nothing else that the file holds.

A PDF may hold names of people and machines, older states, attachments and text below the picture. It is drawn page by
page, in the process that decodes foreign pictures, and each drawing goes through the door that photos go through.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from generator.reading import photos
from generator.reading.photos import apart, kept, master
from generator.reading.tree import Saying
from generator.reading.wording import say
from generator.store import key_of

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Picture
    from generator.store import Store

MOST_PAGES: Final = 12
"""Pages of a scan on the site; a notice has two or three."""

_PDF: Final = b"%PDF-"


def pages(path: Path, store: Store) -> tuple[Picture, ...] | Saying:
    """Return the pages of a scan, or what is wrong with the file; what was drawn before is not drawn again."""
    try:
        raw = path.read_bytes()
    except OSError as fault:
        return _broken(fault.strerror or "")
    if not raw.startswith(_PDF):
        found = photos.read(path, store)
        return found if isinstance(found, Saying) else (found,)
    whole = hashlib.sha256(raw).hexdigest()
    count = store.get(_count(whole))
    known = [kept.known(store, _digest(whole, number)) for number in range(int(count))] if count else []
    drawn = tuple(picture for picture in known if picture)
    return drawn if drawn and len(drawn) == len(known) else _drawn(raw, whole, store)


def refused(raw: bytes) -> Saying | None:
    """Return why nobody could look at a scan, or None."""
    if not raw.startswith(_PDF):
        return None
    found = _decoded(raw, 0, 200)
    return found if isinstance(found, Saying) else None


def _drawn(raw: bytes, whole: str, store: Store) -> tuple[Picture, ...] | Saying:
    drawn: list[Picture] = []
    count = 1
    while len(drawn) < count:
        number = len(drawn)
        found = _decoded(raw, number, master.MASTER_SIDE)
        if isinstance(found, Saying):
            return found
        count = found.pages
        if count > MOST_PAGES:
            return _too_many(count)
        drawn.append(kept.keep(store, _digest(whole, number), master.of_decoded(found), *found.size))
    store.put(_count(whole), str(count).encode())
    return tuple(drawn)


def _decoded(raw: bytes, number: int, side: int) -> apart.Decoded | Saying:
    try:
        return apart.decoded(raw, f"PDF:{number}", side, master.MOST_PIXELS)
    except apart.Damaged as fault:
        return _locked() if fault.args[0] == "_Locked" else _broken(fault.args[0])
    except (apart.TooLong, apart.NotStarted, apart.TooManyPixels) as fault:
        return _broken(type(fault).__name__)


def _digest(whole: str, number: int) -> str:
    return key_of("master", master.VERSION_APART, whole, number)


def _count(whole: str) -> str:
    return key_of("scan", master.VERSION_APART, whole)


def _locked() -> Saying:
    return say(
        "ไฟล์สแกนมีรหัสผ่าน เปิดดูไม่ได้",
        "the scan asks for a password",
        "บันทึกเป็น PDF ที่ไม่มีรหัสผ่าน หรือสแกนใหม่",
        "save it as a PDF without a password, or scan it again",
    )


def _broken(why: str) -> Saying:
    return say(
        f"เปิดไฟล์สแกนไม่ได้ ({why.strip('_')})",
        f"the scan cannot be opened ({why.strip('_')})",
        "เปิดไฟล์ดูในเครื่องก่อน ถ้าเสียให้สแกนใหม่",
        "open it by hand first; if it is damaged, scan the paper again",
    )


def _too_many(count: int) -> Saying:
    return say(
        f"ไฟล์สแกนมี {count} หน้า บนเว็บไซต์แสดงได้ไม่เกิน {MOST_PAGES} หน้า",
        f"the scan has {count} pages; the site shows at most {MOST_PAGES}",
        "สแกนเฉพาะหน้าของประกาศ หรือลบบรรทัด on_site",
        "scan the pages of the notice alone, or delete the line on_site",
    )
