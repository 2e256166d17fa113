"""Two papers for the office out of what changed: the take-down list, and what to print anew; both for internal use.

Files are told of as people see them: all ways in which one drawing leaves the house are one line.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from generator import public
from generator.building import releasing
from generator.pieces import PIECES, board_plan, drawing, frame
from generator.press.typeset import TYPESET
from generator.thai.dates import long_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from generator.building.manifest import Entry
    from generator.building.releasing import Changes, TakeDown
    from generator.model import Organisation, Records, Round
    from generator.piece import View

COLUMNS = 5
"""Sheets beside each other in a table of places."""

DIGITS = 8
"""Of a digest, so that two files can be told apart by eye."""

WHOLE = "ฉบับหลัก"
"""The way whose file is called as the drawing is."""

COLLECTION = "-all.pdf"
"""Ends the name of what holds sheets that are files of their own, too."""

SCALE = " มาตราส่วน"
"""Opens the part of a title that matters to a print shop alone."""

CHANNELS = {
    "print": "สิ่งพิมพ์",
    "social": "สื่อสังคมออนไลน์",
    "site": "เว็บไซต์",
    "link": "ภาพตัวอย่างของลิงก์",
}

EVERY_BOARD, ONE, HANDED_OUT, POSTED = "every board", "one", "handed out", "posted"

PLACES = {
    "poster": ("ป้ายประกาศทุกแห่ง", EVERY_BOARD),
    "call_poster": ("ป้ายประกาศทุกแห่ง", EVERY_BOARD),
    "survey_poster": ("ป้ายประกาศทุกแห่ง", EVERY_BOARD),
    "board_plan": ("ผู้ดูแลป้ายประกาศ", EVERY_BOARD),
    "newsletter": ("ป้ายประกาศทุกแห่ง และที่แจก", EVERY_BOARD),
    "winner_poster": ("ที่ทำงานของเจ้าตัว", ONE),
    "banner": ("หน้าที่ทำการ", ONE),
    "backdrop": ("เวทีพิธี", ONE),
    "run_of_show": ("ผู้ดำเนินรายการ", ONE),
    "name_card": ("โต๊ะในพิธี", ONE),
    "name_badge": ("ผู้รับในพิธี", ONE),
    "table_tent": ("จุดบริการ จุดละหนึ่ง", HANDED_OUT),
    "survey_leaflet": ("จุดบริการ", HANDED_OUT),
    "survey_form": ("จุดบริการ และหมู่บ้าน", HANDED_OUT),
    "announcement": ("ผู้ประกาศของหมู่บ้าน", ONE),
    "certificate": ("ฉบับที่ลงนามแล้ว", ONE),
    "card": ("เฟซบุ๊กและไลน์", POSTED),
    "caption": ("เฟซบุ๊กและไลน์", POSTED),
    "line_message": ("บัญชีไลน์ของสำนักงาน", POSTED),
    "press_release": ("ผู้สื่อข่าว", POSTED),
    "press_release_document": ("ผู้สื่อข่าว", POSTED),
}
"""Where the sheets of a piece are, and how many of them."""

AWAY = {"_ticket": ("ร้านพิมพ์", "ส่งไฟล์ใหม่"), "_screen": ("เฟซบุ๊กและไลน์", "โพสต์ใหม่")}
"""The same of what is not printed here, by how the name of its piece ends."""


class Drawing(NamedTuple):
    """What people see as one sheet: its title, the ways in which it leaves the house, and the files."""

    title: str
    ways: tuple[str, ...]
    files: tuple[Entry, ...]

    @property
    def main(self) -> Entry:
        """The file that stands for all: the one that the others look like, if it is among them."""
        return next((entry for entry in self.files if entry.look is None), self.files[0])


@dataclass(frozen=True, slots=True)
class Told:
    """The changes of one round with what is needed to put them in words."""

    organisation: Organisation
    award: Round
    changes: Changes

    @property
    def year(self) -> int:
        """The Buddhist-era year of the round."""
        return self.award.programme.year

    def drawings(self, files: Iterable[Entry]) -> list[Drawing]:
        """Return files of `build/` by what they look like, in the order in which their pieces stand in the table."""
        looks: dict[str, list[Entry]] = {}
        for entry in sorted(files, key=lambda entry: (_place(entry), entry.path)):
            if entry.path.startswith("build/") and not entry.path.endswith(COLLECTION):
                looks.setdefault(drawing.upright(entry.look or entry.path), []).append(entry)
        return [
            self._drawing(sorted(entries, key=lambda entry: (_is_wide(entry), entry.look is not None)))
            for entries in looks.values()
        ]

    def _drawing(self, files: Sequence[Entry]) -> Drawing:
        ways = [drawing.way_of(entry.path) for entry in files]
        titles = [
            self._short(entry.title.removesuffix(way.say) if way else entry.title)
            for entry, way in zip(files, ways, strict=True)
        ]
        shared = _shared(titles) or next((piece.title for piece in PIECES if piece.name == files[0].piece), titles[0])
        said = [
            f"{way.brief} {drawing.ON_ITS_SIDE if _is_wide(entry) else ''}".strip()
            if way
            else title.removeprefix(shared).strip(" ()") or WHOLE
            for entry, way, title in zip(files, ways, titles, strict=True)
        ]
        return Drawing(shared, tuple(dict.fromkeys(said)) if said != [WHOLE] else (), tuple(files))

    def _short(self, title: str) -> str:
        """Return a title without the award and the year, which head the paper."""
        said = title.replace(self.award.programme.award, "").replace(f"ปี {self.year}", "").partition(SCALE)[0]
        return " ".join(said.split())

    def heads(self, title: str) -> list[str]:
        """Return a title in lines for a narrow column: what it is, then whose, the surname apart."""
        what, _, rest = title.partition(" ")
        names = [winner.name for winner in self.award.winners if winner.name.full == rest]
        whose = [rest.removesuffix(names[0].last).strip(), names[0].last] if names else [rest]
        return [line for line in (what, *whose) if line]


def _is_wide(entry: Entry) -> bool:
    return drawing.upright(entry.path) != entry.path


def _shared(titles: Sequence[str]) -> str:
    """Return the words that all titles open with."""
    abreast = zip(*(title.split() for title in titles), strict=False)
    return " ".join(words[0] for words in takewhile(lambda words: len(set(words)) == 1, abreast))


def _place(entry: Entry) -> int:
    return next((n for n, piece in enumerate(PIECES) if piece.name == entry.piece), len(PIECES))


def rounds(records: Records, found: Changes) -> list[Told]:
    """Return the changes of each round that has any; what belongs to no year goes with the newest."""
    newest = records.rounds[0].programme.year
    told = [
        Told(records.organisation, award, releasing.of_year(found, award.programme.year, newest))
        for award in records.rounds
    ]
    return [one for one in told if one.changes]


def papers(told: Told, pictures: Path) -> dict[str, tuple[str, bytes]]:
    """Return each paper that is needed, by its name: title and PDF. `pictures` is any folder that exists."""
    found = {}
    for name, heading, view in (("take-down", "ใบเก็บแผ่น", _take_down(told)), ("reprint", "ใบแก้ไข", _reprint(told))):
        if view is not None:
            title = f"{heading} {told.award.programme.award} ปี {told.year}"
            whole = {**_frame(told, title), "kind": name, "heading": heading, **view}
            found[name] = title, TYPESET.press("changes.typ", whole, pictures)
    return found


def letter(told: Told, theirs: Callable[[Entry], bool]) -> list[str]:
    """Return what one helper is told, line by line: what to take down or stop, what is new, what is there no more."""
    found = told.changes
    down = {entry.path: entry for one in found.take_downs for entry in one.files if theirs(entry)}
    groups = (
        ("เก็บหรือหยุดใช้ทันที และทำลาย", down.values()),
        ("ใช้ไฟล์ใหม่แทนของเดิม", [now for _, now in found.changed if theirs(now)]),
        ("ไฟล์ที่เพิ่มขึ้น", filter(theirs, found.new)),
        ("ไฟล์ที่ไม่มีแล้ว", filter(theirs, found.gone)),
    )
    lines = []
    for heading, files in groups:
        shown = [f"  {one.title}{'  ' if one.ways else ''}{', '.join(one.ways)}" for one in told.drawings(files)]
        lines += [heading, *shown, ""] if shown else []
    return [*lines, f"สงสัย โทร {told.organisation.phone}"] if lines else []


def _frame(told: Told, title: str) -> View:
    programme = told.award.programme
    award = public.public_round(told.organisation, told.award, programme.result_at, "print")
    return {
        **frame.frame(award, title),
        "names": frame.names(award),
        "office": told.organisation.name,
        "of_round": f"{programme.award} ปี {told.year}",
        "phone": f"สงสัย โทร {told.organisation.phone}",
    }


def _take_down(told: Told) -> View | None:
    """Return the take-down list: who, every sheet at every place, whom else to tell; None where there is nobody."""
    downs = told.changes.take_downs
    if not downs:
        return None
    files = {entry.path: entry for one in downs for entry in one.files}
    hung = told.drawings(entry for entry in files.values() if _hangs(entry))
    return {
        "people": [{"who": one.who, "why": why(one), "what": _what(one)} for one in downs],
        "places": [{"place": place, "where": where} for place, where in board_plan.places(told.organisation)],
        "tables": [[told.heads(one.title) for one in sheets] for sheets in _abreast(hung)],
        "internal": "ใช้ภายใน เก็บครบแล้วส่งแผ่นนี้คืนสำนักงาน พร้อมแผ่นที่เก็บมา",
        "closing": "ไม่พบแผ่นในที่นั้น ให้เขียนว่า ไม่พบ แผ่นที่เก็บมาให้ฉีกหรือเข้าเครื่องทำลาย อย่าทิ้งทั้งแผ่น",
        "others": [{"who": who, "what": what} for who, what in _others(told, list(files.values()))],
    }


def _abreast(hung: list[Drawing]) -> list[list[Drawing]]:
    """Return sheets in tables of at most `COLUMNS`, none with one column over."""
    tables = -(-len(hung) // COLUMNS)
    each = -(-len(hung) // max(1, tables))
    return [hung[n : n + each] for n in range(0, len(hung), max(1, each))]


def why(one: TakeDown) -> str:
    """Return why somebody must no longer be seen; never the reason that a record gives, which is nobody's business."""
    channels = " ".join(CHANNELS[channel] for channel in one.channels)
    since = long_date(one.since) if one.since else ""
    return {
        "suppressed": f"ไม่เปิดเผยชื่อ ตั้งแต่ {since}",
        "gone": "ไม่อยู่ในผลการคัดเลือกแล้ว",
        "withdrawn": f"ถอนความยินยอม เมื่อ {since}",
        "channel": f"ไม่ยินยอมให้ใช้ภาพใน {channels}",
        "no consent": "ไม่มีความยินยอมให้ใช้ภาพแล้ว",
    }[one.why]


def _what(one: TakeDown) -> str:
    whole = "เก็บทุกแผ่นที่มีชื่อ" if one.why in {"suppressed", "gone"} else "เก็บทุกแผ่นที่มีภาพหรือเรื่องราว"
    return f"{whole} รวม {len(one.files)} ไฟล์ของชุดที่แจกไปแล้ว"


def _hangs(entry: Entry) -> bool:
    """Tell whether a file is a sheet that may hang on any wall."""
    folder, _, name = entry.path.rpartition("/")
    inside = folder.rpartition("/")[2]
    return (
        "/print/" in entry.path
        and inside not in {"screen", "certificate", "ceremony"}
        and name.endswith((".pdf", ".jpg"))
    )


def errands(told: Told) -> list[tuple[str, str]]:
    """Return whom to tell of what must be taken down, and what they are to do, line by line."""
    files = list({entry.path: entry for one in told.changes.take_downs for entry in one.files}.values())
    hung = told.drawings(entry for entry in files if _hangs(entry))
    boards = [("ป้ายประกาศ", f"เก็บและทำลาย: {', '.join(one.title for one in hung)}")] if hung else []
    return [*boards, *_others(told, files)]


def _others(told: Told, files: list[Entry]) -> Iterator[tuple[str, str]]:
    """Yield whom else to tell, and what they are to do, as far as their files are concerned."""

    def titles(part: str) -> str:
        found = told.drawings(entry for entry in files if f"/{part}" in entry.path and not entry.path.endswith(".txt"))
        return ", ".join(one.title for one in found)

    if shop := titles("shop/"):
        yield "ร้านพิมพ์", f"หยุดงานนี้ ไม่ส่งมอบ และทำลายแผ่นที่พิมพ์แล้ว: {shop}"
    if any("newsletter" in entry.path for entry in files):
        yield "จดหมายข่าว", "เก็บฉบับที่เหลือในสำนักงานและที่วางแจกตามจุดบริการ แล้วทำลาย"
    if scripts := titles("loudspeaker/"):
        yield "เสียงตามสาย", f"หยุดอ่านบทเดิมทันที แล้วทำลายแผ่น: {scripts}"
    if posts := ", ".join(filter(None, map(titles, ("screen/", "social/")))):
        yield "เฟซบุ๊กและไลน์", f"ลบโพสต์และภาพในกลุ่ม: {posts}"
    if papers := titles("certificate/"):
        yield "ประกาศเกียรติคุณ", f"เก็บฉบับที่ยังไม่ได้มอบ: {papers}"
    if ceremony := titles("ceremony/"):
        yield "ผู้จัดพิธี", f"เลิกใช้ฉบับเดิม: {ceremony}"
    if any(entry.path.startswith("site/") for entry in files):
        yield "เว็บไซต์", "นำชุดเว็บไซต์ใหม่ขึ้นแทนทั้งชุด และลบไฟล์เดิมที่ไม่มีในชุดใหม่ หน้า ภาพ และไฟล์ดาวน์โหลดจะตามไปเอง"


def _reprint(told: Told) -> View | None:
    """Return the errata: per drawing what changed, what is new, and what there is no more; None where nothing is."""
    old = {after.path: before for before, after in told.changes.changed}
    groups = [
        ("พิมพ์ใหม่แทนแผ่นเดิม", [_row(told, one, old) for one in told.drawings(pair[1] for pair in told.changes.changed)]),
        ("แผ่นที่เพิ่มขึ้น", [_row(told, one, {}) for one in told.drawings(told.changes.new)]),
        ("แผ่นที่ไม่มีแล้ว ให้เก็บ", [_row(told, one, {}, gone=True) for one in told.drawings(told.changes.gone)]),
    ]
    shown = [{"title": title, "rows": rows} for title, rows in groups if rows]
    told_how = {
        "internal": "ใช้ภายใน เทียบกับชุดที่แจกครั้งก่อน แผ่นที่ไม่อยู่ในใบนี้ไม่ต้องพิมพ์ใหม่",
        "closing": "รหัสไฟล์ตัวหนาเป็นของไฟล์ปัจจุบัน ตัวบางเป็นของไฟล์เดิม เว็บไซต์ไม่อยู่ในใบนี้ ให้นำชุดใหม่ขึ้นแทนทั้งชุด",
    }
    return {"groups": shown, **told_how} if shown else None


def _row(told: Told, one: Drawing, old: Mapping[str, Entry], *, gone: bool = False) -> View:
    main = one.main
    before = main if gone else old.get(main.path)
    where, count = _use(told, main)
    more = f" และอีก {len(one.files) - 1} ไฟล์" if len(one.files) > 1 else ""
    return {
        "title": one.title,
        "ways": ", ".join(one.ways),
        "file": f"{main.path.removeprefix('build/')}{more}",
        "where": where,
        "count": "ทุกแผ่น" if gone else count,
        "old": before.sha256[:DIGITS] if before else "",
        "now": "" if gone else main.sha256[:DIGITS],
    }


def _use(told: Told, main: Entry) -> tuple[str, str]:
    """Return where a sheet is, and how many of it are needed."""
    for ending, use in AWAY.items():
        if main.piece.endswith(ending):
            return use
    piece = main.piece.removesuffix("_picture").removesuffix("_shop").removesuffix("_office")
    where, many = PLACES.get(piece, ("ตามที่ใช้อยู่", HANDED_OUT))
    boards = len(board_plan.places(told.organisation))
    return where, {EVERY_BOARD: f"{boards} แผ่น", ONE: "1 แผ่น", HANDED_OUT: "เท่าที่ใช้", POSTED: "เผยแพร่ใหม่"}[many]
