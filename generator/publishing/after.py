"""The published site is visited once: what comes back is compared with what went up, and a wrong answer is named."""

from __future__ import annotations

import fnmatch
import hashlib
from typing import TYPE_CHECKING

from generator.problems import Problem, Text
from generator.publishing import faults, state, visiting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.publishing.release import Wanted
    from generator.publishing.visiting import Answer, Visitor

_START = "index.html"
_KINDS = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "javascript",
    ".json": "json",
    ".webp": "image/webp",
    ".woff2": "woff2",
    ".pdf": "application/pdf",
}
"""What the type of a file must say, by its ending."""
_TEXTS = (".html", ".json")
_LONG = 600
"""Seconds for which a page may be kept by what stands between the host and its visitors."""
_GONE = 5
"""How many of the files that were taken away are asked for."""


def seen(visitor: Visitor, wanted: Wanted, gone: Iterable[str] = ()) -> Iterator[Problem]:
    """Yield a warning for everything that visitors do not get as it went up."""
    first = visitor.ask(_START)
    if first.status == 0:
        yield _warning(visitor, "", *_silent(first))
        return
    yield from _of(visitor, _START, first, wanted)
    for name in _samples(wanted):
        yield from _of(visitor, name, visitor.ask(name), wanted)
    room = visitor.ask(state.STATE)
    if room.status == visiting.OK:
        yield _warning(visitor, state.STATE, *_OPEN_ROOM)
    for name in [*gone][:_GONE]:
        if name not in wanted.files and visitor.ask(name).status == visiting.OK:
            yield _warning(visitor, name, *_STILL_THERE)


SAMPLES = (
    ("*/winner-*.html", "2*.html"),
    ("search/*.json",),
    ("s/*.html",),
    ("assets/*.woff2",),
    ("assets/*.webp",),
    ("assets/*.css",),
    ("assets/*.js",),
)
"""A profile, or any page of a year, the search index, a code's page, a font, a picture, a style sheet, a script."""


def _samples(wanted: Wanted) -> Iterator[str]:
    """Yield one file of each kind, of those that there are."""
    names = sorted(wanted.files)
    for ways in SAMPLES:
        yield from [name for way in ways for name in fnmatch.filter(names, way)][:1]


def _of(visitor: Visitor, name: str, answer: Answer, wanted: Wanted) -> Iterator[Problem]:
    ending = name[name.rindex(".") :]
    kind = answer.headers.get("content-type", "").lower()
    if answer.status in range(300, 400):
        yield _warning(visitor, name, *_led_away(answer))
        return
    if answer.status != visiting.OK:
        yield _warning(visitor, name, *_not_served(answer, ending))
        return
    digest = state.digest_of(hashlib.sha256(answer.body).hexdigest())
    if digest != wanted.files[name].digest:
        yield _warning(visitor, name, *_other_bytes(answer))
        return
    if _KINDS.get(ending, "") not in kind:
        yield _warning(visitor, name, *_wrong_kind(kind, _KINDS[ending]))
    elif ending in _TEXTS and "charset" in kind and "utf-8" not in kind:
        yield _warning(visitor, name, *_wrong_letters(kind))
    if ending == ".html" and _kept_for(answer) > _LONG:
        yield _warning(visitor, name, *_kept_long(_kept_for(answer)))


def _kept_for(answer: Answer) -> int:
    for part in answer.headers.get("cache-control", "").split(","):
        key, _, value = part.strip().partition("=")
        if key.lower() in {"max-age", "s-maxage"} and value.isdigit():
            return int(value)
    return 0


def _warning(visitor: Visitor, name: str, message: Text, fix: Text) -> Problem:
    return Problem(f"{visitor.site}/{name}".rstrip("/"), 0, 0, faults.FIELD, message, fix, warning=True)


_CONFIGURE = Text(
    "ไฟล์ .htaccess และ web.config ของเว็บไซต์นี้ตั้งไว้แล้ว ให้ผู้ดูแลโฮสต์ยอมให้ใช้ หรือตั้งค่าเดียวกันที่เครื่องแม่ข่าย",
    "the site's .htaccess and web.config set this; have the host allow them, or set the same there",
)


def _silent(answer: Answer) -> tuple[Text, Text]:
    why = answer.body.decode(errors="replace")
    return (
        Text(
            f"เปิดเว็บไซต์จากที่อยู่นี้ยังไม่ได้ ({why}) จึงไม่ได้ตรวจว่าประชาชนเห็นอะไร",
            f"the site does not answer ({why}), so nothing was compared",
        ),
        Text(
            "ดูว่าช่อง site ตรงกับที่อยู่จริง และโฟลเดอร์ในช่อง publish คือโฟลเดอร์ของที่อยู่นั้น",
            "check that site is the real address, and that the folder in publish is the one behind it",
        ),
    )


def _led_away(answer: Answer) -> tuple[Text, Text]:
    where = answer.headers.get("location", "?")
    return (
        Text(f"เครื่องแม่ข่ายพาไปที่ {where} แทน", f"the host leads to {where} instead"),
        Text("แก้ช่อง site ให้เป็นที่อยู่ปลายทาง เช่น เปลี่ยน http เป็น https หรือเติม www", "let site be that address"),
    )


def _not_served(answer: Answer, ending: str) -> tuple[Text, Text]:
    return (
        Text(f"เครื่องแม่ข่ายตอบ {answer.status} กับไฟล์ {ending}", f"the host answers {answer.status} for a {ending} file"),
        _CONFIGURE,
    )


def _other_bytes(answer: Answer) -> tuple[Text, Text]:
    return (
        Text(
            f"เนื้อหาที่เปิดได้ไม่ใช่ฉบับที่เพิ่งส่ง (ได้ {len(answer.body)} ไบต์)",
            f"what is served is not what was sent ({len(answer.body)} bytes)",
        ),
        Text(
            "อาจมีระบบเก็บสำเนา (แคช) หน้าเครื่องแม่ข่าย ให้ล้างแคช แล้วดูใหม่ ถ้ายังไม่ตรง โฟลเดอร์ในช่อง publish อาจไม่ใช่ของที่อยู่นี้",
            "a cache may stand before the host: clear it; if that does not help, publish names another site's folder",
        ),
    )


def _wrong_kind(kind: str, wanted: str) -> tuple[Text, Text]:
    return (
        Text(f"เครื่องแม่ข่ายบอกชนิดไฟล์ว่า “{kind}” ควรเป็น “{wanted}”", f"the host calls it “{kind}”, wanted is “{wanted}”"),
        _CONFIGURE,
    )


def _wrong_letters(kind: str) -> tuple[Text, Text]:
    return (
        Text(f"เครื่องแม่ข่ายบอกว่าตัวอักษรเป็น “{kind}” ภาษาไทยจะอ่านไม่ออก", f"the host says “{kind}”, so Thai cannot be read"),
        _CONFIGURE,
    )


def _kept_long(seconds: int) -> tuple[Text, Text]:
    return (
        Text(
            f"เครื่องแม่ข่ายให้เก็บหน้าเว็บไว้ {seconds // 60} นาที ประชาชนจะเห็นของเดิมนานเท่านั้น",
            f"the host lets pages be kept for {seconds // 60} minutes, and visitors see the old ones for so long",
        ),
        _CONFIGURE,
    )


_OPEN_ROOM = (
    Text(
        "โฟลเดอร์ .tonbaep ที่เก็บรุ่นก่อน ๆ เปิดดูจากเว็บได้", "the folder .tonbaep, with earlier releases, is open to visitors"
    ),
    Text("ให้ผู้ดูแลโฮสต์ปิดโฟลเดอร์ที่ชื่อขึ้นต้นด้วยจุด", "have folders that begin with a dot closed"),
)
_STILL_THERE = (
    Text("ไฟล์นี้เอาออกแล้ว แต่ยังเปิดได้", "this was taken away, and is still served"),
    Text("อาจมีระบบเก็บสำเนา (แคช) หน้าเครื่องแม่ข่าย ให้ล้างแคช", "a cache may stand before the host: clear it"),
)
