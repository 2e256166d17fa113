"""Two papers for the office about what changed: the take-down list and the errata; both for internal use only.

They list files as people see them: all forms in which one drawing is made are one line.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generator import disclosure
from generator.dispatch import labels
from generator.dispatch.helpers import HELPERS
from generator.ledger import releases
from generator.piece import Piece, Sheet, Use
from generator.pieces import PIECES
from generator.pieces.air import broadcast_plan
from generator.pieces.parts import frame, uses
from generator.pieces.social import post_plan
from generator.press.typeset import TYPESET
from generator.thai.dates import long_date

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from generator.dispatch.helpers import Helper
    from generator.ledger.releases import Changes, TakeDown
    from generator.model import AwardRound, Organisation, Records
    from generator.piece import Entry, View

MOST_SHOWN, FIRST_SHOWN = 3, 2
"""How many forms of a drawing are all named, and how many of more; the letter to each helper names them all."""

DOWN = "เก็บ หยุดใช้ หรือลบทันที แล้วทำลาย"
CHANGED = "ใช้ไฟล์ใหม่แทนของเดิม"
NEW = "ไฟล์ที่เพิ่มขึ้น"
FIXED = "สิ่งที่แก้"
ONLY_FORM = "ชื่อ ตำแหน่ง วัน และตัวเลขเหมือนเดิม ที่ต่างคือถ้อยคำประกอบ ภาพ หรือรูปแบบ"
GONE = "ไฟล์ที่ไม่มีแล้ว ให้เก็บหรือลบ"
"""What is to be done with files that are gone, in every list that mentions them."""

_PLANS = frozenset(each.name for each in (broadcast_plan.SHEET, broadcast_plan.TABLE, post_plan.SHEET, post_plan.TABLE))

WEB = "web"
"""The helper who gets the site, which is listed as one whole."""


class Drawing(NamedTuple):
    """What people see as one sheet with one use: its title, its forms, its files, and the use in words.

    The first file represents all of them: it is upright, and the others look like it.
    """

    title: str
    ways: tuple[str, ...]
    files: tuple[Entry, ...]
    use: uses.Told


@dataclass(frozen=True, slots=True)
class Told:
    """The changes of one round, with what is needed to put them in words."""

    organisation: Organisation
    award_round: AwardRound
    changes: Changes

    @property
    def year(self) -> int:
        """The Buddhist-era year of the round."""
        return self.award_round.programme.year

    def drawings(self, files: Iterable[Entry]) -> list[Drawing]:
        """Return files of `build/` grouped by design and use, in the order of their pieces in the table."""
        order = {piece.name: number for number, piece in enumerate(PIECES)}
        groups: dict[tuple[str, Use], list[Entry]] = {}
        for entry in sorted(files, key=lambda entry: (order.get(entry.piece, len(order)), entry.path)):
            if entry.use and entry.use.helper != WEB:
                groups.setdefault((entry.design or entry.path, entry.use), []).append(entry)
        return [
            Drawing(
                entries[0].called,
                tuple(dict.fromkeys(entry.way for entry in entries if entry.way)),
                tuple(sorted(entries, key=lambda entry: (entry.wide, entry.look is not None))),
                uses.told(use, self.organisation),
            )
            for (_, use), entries in groups.items()
        ]


def rounds(records: Records, found: Changes) -> list[Told]:
    """Return the changes of each round that has any; what belongs to no year goes with the newest round."""
    newest = records.rounds[0].programme.year
    every_round = [
        Told(_then(records, award_round), award_round, releases.of_year(found, award_round.programme.year, newest))
        for award_round in records.rounds
    ]
    return [round_changes for round_changes in every_round if round_changes.changes]


def _then(records: Records, award_round: AwardRound) -> Organisation:
    """Return the office as it was when the sheets of a round were put up: their places are called as they were."""
    return records.organisation.on(award_round.programme.result_at.date())


def _paper(told: Told, name: str, heading: str, view: View | None) -> Iterator[Sheet]:
    if view is None:
        return
    title = f"{heading} {told.award_round.programme.award_name} ปี {told.year}"
    whole = {**_frame(told, title), "kind": name, "heading": heading, **view}
    yield Sheet(f"packs/{name}-{told.year}.pdf", title, whole, told.year, called=heading, paper="A4")


def letter(told: Told, helper: Callable[[Entry], bool], anew: str = CHANGED) -> list[str]:
    """Return the letter to one helper, line by line: what changed in words, then what is to be done with which sheets.

    `helper` tells the helper's files, `anew` is what the helper does with new ones in place of others.
    """
    changes = told.changes
    down = {entry.path: entry for take_down in changes.take_downs for entry in take_down.files if helper(entry)}
    groups = (
        (DOWN, down.values()),
        (anew, [now for _, now in changes.changed if helper(now) and not _is_plan(now)]),
        (CHANGED, [now for _, now in changes.changed if helper(now) and _is_plan(now)]),
        (NEW, filter(helper, changes.new)),
        (GONE, filter(helper, changes.gone)),
    )
    lines = []
    for heading, files in groups:
        items = [line for drawing in told.drawings(files) for line in _item(drawing)]
        lines += [heading, *items, ""] if items else []
    if not lines:
        return []
    theirs = {key for _, now in changes.changed if helper(now) for key in (*now.people, *now.portrayed)}
    return [*_fixed(told, theirs), *lines, f"สงสัย โทร. {told.organisation.phone.printed}"]


def _is_plan(entry: Entry) -> bool:
    """Return whether a file says what is to be done with others: no post to be edited, and nothing to read out."""
    return entry.piece in _PLANS


def _item(drawing: Drawing) -> Iterator[str]:
    """Yield one sheet, or its title and each of its forms, a line each."""
    if len(drawing.ways) == 1:
        yield f"  {drawing.title}  {drawing.ways[0]}"
        return
    yield f"  {drawing.title}"
    yield from (f"    - {way}" for way in drawing.ways)


def _fixed(told: Told, people: Collection[str]) -> list[str]:
    """Return what is said otherwise on somebody's files, old and new: of these people, of the round and the office."""
    lines: list[str] = []
    for part in fixes(told, people):
        lines += [f"  {part['whose']}", *(f"    {words}" for words in part["words"])]
    return [FIXED, *lines, ""] if lines else []


def fixes(told: Told, people: Collection[str] | None = None) -> list[View]:
    """Return what is said otherwise now, in words, by whom or what it is about; of all people, or of some."""
    about: dict[tuple[str, str], list[str]] = {}
    for fix in told.changes.fixes if told.changes.changed else ():
        if people is None or "/" not in fix.key or fix.key in people:
            about.setdefault((fix.key, fix.whose), []).append(fix.words)
    return [{"whose": whose, "words": words} for (_, whose), words in about.items()]


def _frame(told: Told, title: str) -> View:
    programme = told.award_round.programme
    award_round = disclosure.public_round(told.organisation, told.award_round, programme.result_at, "print")
    return {
        **frame.frame(award_round, title),
        "names": frame.names(award_round),
        "office": told.organisation.name,
        "labels": labels.ON_CHANGES,
        "of_round": f"{programme.award_name} ปี {told.year}",
        "phone": told.organisation.phone.printed,
        "call": labels.CALL.format(phone=told.organisation.phone.printed),
    }


def _take_down(told: Told) -> View | None:
    """Return the take-down list: who, every place with its sheets, and who else must know; None if there is nobody."""
    downs = told.changes.take_downs
    if not downs:
        return None
    files = _down(told)
    first, *others = (take_down.who for take_down in downs)
    return {
        "people": [{"who": take_down.who, "why": why(take_down), "what": _what(take_down)} for take_down in downs],
        "running": f"{TAKE_DOWN.title} {labels.AND_OTHERS.format(first=first, count=len(others)) if others else first}",
        "places": _places(told, files),
        "keepers": [
            {"who": helper.whom, "what": helper.errand, "rows": [_row(drawing) for drawing in told.drawings(theirs)]}
            for helper, theirs in _theirs(files)
        ],
    }


def _down(told: Told) -> list[Entry]:
    """Return every file that shows somebody it may no longer show, each once."""
    return list({entry.path: entry for take_down in told.changes.take_downs for entry in take_down.files}.values())


def _theirs(files: Iterable[Entry]) -> Iterator[tuple[Helper, list[Entry]]]:
    """Yield each helper who carries some of these files, with them."""
    found = list(files)
    for helper in HELPERS:
        if theirs := list(filter(helper.carries, found)):
            yield helper, theirs


def _places(told: Told, files: list[Entry]) -> list[View]:
    """Return every place to which a sheet was sent, with those sheets; boards first, as the office lists them."""
    sent: dict[tuple[str, str], list[str]] = {board: [] for board in uses.boards(told.organisation)}
    for drawing in told.drawings(filter(_hangs, files)):
        for entry in drawing.files:
            for place in uses.places(entry.use, told.organisation, entry.paper) if entry.use else ():
                sent.setdefault(place, []).append(drawing.title)
    return [
        {"place": place, "where": where, "sheets": list(dict.fromkeys(titles))}
        for (place, where), titles in sent.items()
        if titles
    ]


def why(take_down: TakeDown) -> str:
    """Return why somebody must no longer be seen; never the reason in the record, which is confidential."""
    channels = " ".join(disclosure.CHANNEL_NAMES[channel] for channel in take_down.channels)
    since = long_date(take_down.since) if take_down.since else ""
    return {
        "suppressed": f"ไม่เปิดเผยชื่อ ตั้งแต่ {since}",
        "gone": "ไม่อยู่ในผลการคัดเลือกแล้ว",
        "withdrawn": f"ถอนความยินยอม เมื่อ {since}",
        "channel": f"ไม่ยินยอมให้ใช้ภาพใน {channels}",
        "no consent": "ไม่มีความยินยอมให้ใช้ภาพแล้ว",
    }[take_down.why]


def _what(one: TakeDown) -> str:
    whole = "เก็บทุกแผ่นที่มีชื่อ" if one.why in {"suppressed", "gone"} else "เก็บทุกแผ่นที่มีภาพหรือเรื่องราว"
    return f"{whole} รวม {len(one.files)} ไฟล์ของชุดที่แจกไปแล้ว"


def _hangs(entry: Entry) -> bool:
    """Return whether a file is a sheet that may hang on any wall."""
    return entry.kind == "sheet" and entry.use is not None and entry.use.helper in {"notice-board", "print-shop"}


def errands(told: Told) -> list[tuple[str, str]]:
    """Return who must be asked to take something down, and what they are to do with which sheets, in one sentence.

    A post is named once by its news, in however many pictures and texts it was made.
    """
    requests = []
    for helper, theirs in _theirs(_down(told)):
        posts = [entry.news for entry in theirs if entry.news]
        others = [drawing.title for drawing in told.drawings(entry for entry in theirs if not entry.news)]
        titles = ", ".join(dict.fromkeys((*posts, *others)))
        requests.append((helper.whom, f"{helper.errand}: {titles}" if titles else helper.errand))
    return requests


def _reprint(told: Told) -> View | None:
    """Return the errata: what is to be collected, then for each keeper what is to be made; None if nothing changed."""
    changed, new, gone = (pair[1] for pair in told.changes.changed), told.changes.new, told.changes.gone
    down = [
        {"who": helper.whom, "rows": [_row(drawing) for drawing in told.drawings(files)]}
        for helper, files in _theirs(gone)
    ]
    made: dict[Helper, list[View]] = {}
    for files, mark in ((changed, ""), (new, labels.ADDED)):
        for helper, theirs in _theirs(files):
            rows = [
                {**_row(drawing), "mark": labels.INSTEAD if _is_plan(drawing.files[0]) else mark}
                for drawing in told.drawings(theirs)
            ]
            made.setdefault(helper, []).extend(rows)
    keepers = [
        {"who": helper.whom, "what": helper.anew, "rows": made[helper]} for helper in HELPERS if made.get(helper)
    ]
    down = [keeper for keeper in down if keeper["rows"]]
    if not (down or keepers):
        return None
    said = fixes(told)
    return {
        "down": down,
        "fixes": said,
        "other": "" if said or not told.changes.changed else ONLY_FORM,
        "keepers": keepers,
        "running": f"{ERRATA.title} ปี {told.year}",
    }


def _some(ways: tuple[str, ...]) -> str:
    """Return forms in words, of many the first and how many others there are."""
    if len(ways) <= MOST_SHOWN:
        return ", ".join(ways)
    return labels.AND_FORMS.format(first=", ".join(ways[:FIRST_SHOWN]), count=len(ways) - FIRST_SHOWN)


def _row(one: Drawing) -> View:
    main = one.files[0]
    more = f" และอีก {len(one.files) - 1} ไฟล์" if len(one.files) > 1 else ""
    return {
        "title": one.title,
        "ways": _some(one.ways),
        "file": f"{main.file}{more}",
        "where": one.use.place,
        "count": one.use.copies,
    }


def _lay_out_take_down(told: Told) -> Iterator[Sheet]:
    return _paper(told, "take-down", TAKE_DOWN.title, _take_down(told))


def _lay_out_errata(told: Told) -> Iterator[Sheet]:
    return _paper(told, "reprint", ERRATA.title, _reprint(told))


TAKE_DOWN: Piece[Told] = Piece(
    "take_down", "ใบเรียกคืนสื่อ", _lay_out_take_down, TYPESET, "changes.typ", "none", audience="internal",
    use=Use("ถือไปทุกที่ที่มีแผ่น แล้วส่งคืนสำนักงาน", "one", "notice-board"), kind="dispatch",
)  # fmt: skip
ERRATA: Piece[Told] = Piece(
    "errata", "รายการพิมพ์ใหม่", _lay_out_errata, TYPESET, "changes.typ", "none", audience="internal",
    use=Use("ผู้พิมพ์และผู้เผยแพร่ในสำนักงาน", "one", "office"), kind="dispatch",
)  # fmt: skip
PIECES_OF_CHANGE = (TAKE_DOWN, ERRATA)
