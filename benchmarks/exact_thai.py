"""Measures what exact Thai costs over the engine's own time: `python benchmarks/exact_thai.py [RUNS]`.

One process; the ways take turns. The engine's own way sets the same words in the same places and lets Typst end the
lines. Ours cuts them afresh each time, chooses among the ends, and sets lines. Over 35 certificates the two are
compared whole. The templates of the sample's A3 poster work only with our cuts: there the whole is compared with the
engine alone, which is given texts that are cut already, so that choosing line ends counts as the engine's. It is done
once with nothing set or cut before, as for the first sheet of a build, and once after its A4 sheet, as it always is.

The engine remembers for some sheets what it has set, and setting it again costs next to nothing; so it is made to
forget.
"""

from __future__ import annotations

import gc
import statistics
import sys
import tempfile
import time
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator import disclosure
from generator.era import BANGKOK
from generator.piece import drawn
from generator.pieces.paper import poster
from generator.press import cut, setting, templates, typeset
from generator.reading import photos, read
from generator.store import Store
from generator.thai import lines, words

if TYPE_CHECKING:
    from collections.abc import Callable

FRAME = """
#show: sheet.with(paper: "a4", flipped: true, margin: 20mm)
#for (number, person) in view.people.enumerate() {
  if number > 0 { pagebreak() }
  align(center, BODY)
}
"""
OURS = """column(257mm, (
    words(view.office, 22, display: true),
    words("ขอมอบประกาศเกียรติคุณฉบับนี้ให้ไว้เพื่อแสดงว่า", 16),
    words(person.name, 30, display: true, fill: primary),
    words(person.post, 16, weight: 700),
    words(view.award, 18),
    words(person.reason, 15),
    words("ขอให้รักษาคุณความดีนี้ไว้เป็นแบบอย่างที่ดี และมีความสุขความเจริญสืบไป", 15),
    words(view.day, 15),
  ))"""
THEIRS = """{
    par(text(..display-style, size: 22pt, view.office))
    par(text(size: 16pt, "ขอมอบประกาศเกียรติคุณฉบับนี้ให้ไว้เพื่อแสดงว่า"))
    par(text(..display-style, size: 30pt, fill: primary, person.name))
    par(text(size: 16pt, weight: 700, person.post))
    par(text(size: 18pt, view.award))
    par(text(size: 15pt, person.reason))
    par(text(size: 15pt, "ขอให้รักษาคุณความดีนี้ไว้เป็นแบบอย่างที่ดี และมีความสุขความเจริญสืบไป"))
    par(text(size: 15pt, view.day))
  }"""
WANTED = {
    ("35 certificates, ours", "35 certificates, engine's own"): 1.6,
    ("A3 poster, ours", "A3 poster, engine alone"): 1.3,
    ("A3 poster after its A4, ours", "A3 poster after its A4, engine alone"): 1.3,
}

BLANK = '#set text(lang: "th", font: text-font)\n#set document(title: "ก")\n'
AGES = 12
"""After this many sheets the engine has forgotten all that they did not need (it keeps ten)."""

NAMES = ("กตัญญู", "ฐิติญา", "ศักดิ์สิทธิ์", "ซารีฟ๊ะ", "ปิยะนุช", "ก่ำ", "เปี๊ยะ")
REASON = (
    "ได้ดูแลผู้สูงอายุและคนพิการถึงบ้าน ช่วยยื่นเรื่องรับสิทธิให้ครบในวันเดียว ด้วยจิตบริการ ความเป็นธรรม ไม่เลือกปฏิบัติ "
    "และนำผลประเมินความพึงพอใจของประชาชนมาปรับปรุงงานอย่างต่อเนื่อง คนที่ "
)


def _certificates() -> dict[str, Any]:
    people_ = [
        {
            "name": f"นางสาว{NAMES[n % len(NAMES)]} สมมุติวงศ์{NAMES[n // len(NAMES)]}",
            "post": f"นักพัฒนาชุมชนชำนาญการ กองสวัสดิการสังคม ฝ่ายที่ {n + 1}",
            "reason": f"{REASON}{n + 1}",
        }
        for n in range(35)
    ]
    return {
        "title": "ประกาศเกียรติคุณ",
        "sample": False,
        "embargo": None,
        "timestamp": 1,
        "organisation": {"name": "องค์การบริหารส่วนตำบลควนเมา"},
        "colours": {"primary": "#00565b", "accent": "#a34a00"},
        "names": [person["name"] for person in people_] + ["ควนเมา"],
        "people": people_,
        "office": "องค์การบริหารส่วนตำบลควนเมา",
        "award": "ได้รับการคัดเลือกเป็นบุคลากรต้นแบบ ด้าน “บริการเป็นเลิศ” ประจำปี พ.ศ. ๒๕๖๖",
        "day": "ให้ไว้ ณ วันที่ ๒๖ เดือน เมษายน พุทธศักราช ๒๕๖๖",
    }


def _forget(pictures: Path) -> None:
    """Forget all texts, as in a build that has not seen any; the library stays evaluated."""
    for remembered in (cut._cut, lines.atoms, words.words, words.parts):
        remembered.cache_clear()
    view = {**_certificates(), "title": "ก"}
    for number in range(AGES):
        typeset.typeset(f"{BLANK}{number}".encode(), view, pictures)


def _timed(what: Callable[[], object], pictures: Path, before: Callable[[], object] | None = None) -> float:
    _forget(pictures)
    if before:
        before()
    started = time.perf_counter()
    what()
    return time.perf_counter() - started


def _set(body: str, view: dict[str, Any], pictures: Path) -> bytes:
    return typeset.typeset(FRAME.replace("BODY", body).encode(), view, pictures)


def _engine(source: bytes, read: dict[str, Any], pictures: Path) -> bytes:
    """Set a template as `typeset` does, without cutting anything."""
    with setting.desk() as desk:
        return desk.set(source, read, pictures)[0]


def _posters(folder: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the views of the sample's A4 and A3 poster; their photos, of one colour each, are in the folder."""
    records = read(ROOT, Store(folder / "store"))
    moment = datetime(2023, 5, 15, 12, tzinfo=BANGKOK)
    sheets = {sheet.path: sheet for sheet in poster.PIECE.lay_out(disclosure.publish(records, moment, "print"))}
    shown = [next(sheet for path, sheet in sheets.items() if path.endswith(f"-{size}.pdf")) for size in ("a4", "a3")]
    for one in {one for sheet in shown for one in sheet.renditions}:
        picture = photos.rendition(Store(folder / "store"), one.digest, one.width, one.format)
        (folder / one.name).write_bytes(picture)
    a4, a3 = (dict(drawn(sheet)) for sheet in shown)
    return a4, a3


def main() -> int:
    """Print one table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    view = _certificates()
    plain = {"view": {**view, "jawi": None}, "cuts": {}, "held": {"cuts": {}, "space": cut.spaces()}}
    with tempfile.TemporaryDirectory() as name:
        pictures = Path(name)
        a4, a3 = _posters(pictures)
        template = templates.source("poster.typ")
        known = cut.readable(a3, setting.library().decode(), template.decode())
        ours, alone = partial(typeset.typeset, template, a3, pictures), partial(_engine, template, known, pictures)
        smaller = partial(typeset.typeset, template, a4, pictures)
        ways: dict[str, tuple[Callable[[], object], Callable[[], object] | None]] = {
            "35 certificates, ours": (partial(_set, OURS, view, pictures), None),
            "35 certificates, engine's own": (
                partial(_engine, FRAME.replace("BODY", THEIRS).encode(), plain, pictures),
                None,
            ),
            "A3 poster, ours": (ours, None),
            "A3 poster, engine alone": (alone, None),
            "A3 poster after its A4, ours": (ours, smaller),
            "A3 poster after its A4, engine alone": (alone, smaller),
        }
        gc.disable()  # as the command does
        turns = [
            {name: _timed(what, pictures, before) for name, (what, before) in ways.items()} for _ in range(runs + 1)
        ][1:]
    for name in ways:
        print(f"{name:38} {statistics.median(turn[name] for turn in turns) * 1000:7.1f} ms")
    for (own, engines), target in WANTED.items():
        ratio = statistics.median(turn[own] / turn[engines] for turn in turns)
        print(f"{own:38} {ratio:5.2f} x {engines} (target {target})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
