"""Proposes what each column of a file is: a question of the survey, a division, who served, a channel, a place, a time.

Questions are found by what their headings say, everything else by heading and answers together. What the clerk
confirmed once, or wrote into the record, goes before any proposal.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.problems import ProblemsFound
from generator.survey import wording
from generator.survey.levels import BAD, FIGURES, NONE, Scale, Unclear, scale_of, tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from generator.model import Aspect
    from generator.model.answers import ColumnRole
    from generator.problems import Problem
    from generator.survey.names import Names
    from generator.survey.opening import Table
    from generator.survey.sources import Known

_LOOKED_AT: Final = 300
"""Rows by which columns are judged."""
_MOST: Final = 0.6
"""Which share of a column's answers gives it away."""
_NEAR: Final = 0.86
"""How much two wordings of a question have in common; สุภาพ and ไม่สุภาพ must have less."""
_FEW, _CHOICES = 12, 40
"""How many errands there may be to choose from: in a short file, and in any."""
_SUGGESTED: Final = 0.5
_HEADS: Final[dict[ColumnRole, re.Pattern[str]]] = {
    "กอง": re.compile("สำนัก|กอง|หน่วยงาน|จุดบริการ|ส่วนงาน|ฝ่าย|แผนก|department|division|office|counter", re.IGNORECASE),
    "ผู้ให้บริการ": re.compile(
        "ชื่อ(?:ของ)?(?:เจ้าหน้าที่|พนักงาน|ผู้ให้บริการ|บุคลากร)"
        "|(?:เจ้าหน้าที่|พนักงาน|ผู้|บุคลากร)(?:คนใด|คนไหน|ท่านใด|ชื่อ|ที่ให้บริการ)|ใครให้บริการ|ผู้ให้บริการ|staff|officer|served",
        re.IGNORECASE,
    ),
    "ช่องทาง": re.compile(r"ช่องทาง|ทราบ.*จาก|รู้.*จาก|สื่อ|มาจากไหน|channel|source|medium", re.IGNORECASE),
    "งานบริการ": re.compile(
        "(?:เรื่อง|(?<!หน่วย)งาน|บริการ)ที่(?:ท่าน)?(?:มา|เข้า)?(?:ขอ)?(?:ติดต่อ|รับบริการ|ใช้บริการ|ได้รับบริการ)|งานบริการ"
        "|ประเภท(?:ของ)?(?:การ)?บริการ|มา(?:ติดต่อ|รับบริการ|ใช้บริการ)เรื่อง"
        "|(?:kind|type) of service|errand|service (?:used|received)",
        re.IGNORECASE,
    ),
    "ที่": re.compile(r"หมู่|ที่อยู่|บ้าน|สถานที่|ที่ไหน|พื้นที่|ชุมชน|place|village|moo", re.IGNORECASE),
}
_PERSONAL = re.compile(
    r"(?:ระดับ|ช่วง|กลุ่ม)?(?:เพศ|อายุ|อาชีพ|การศึกษา|รายได้|สถานภาพ|จำนวน(?:ครั้ง|สมาชิก|คน)|ศาสนา|หมู่|ครั้งที่|ลำดับ|เลขที่|ที่$|คนที่|ชุดที่"
    r"|(?:gender|sex|age|occupation|education|income|no|id|number)\b)",
    re.IGNORECASE,
)
"""How a question begins whose answers are figures that mean no level."""
_FREE = re.compile(
    "(?:ข้อ)?เสนอแนะ|ข้อคิดเห็น|(?:ความ)?(?:คิด)?เห็นเพิ่มเติม|ความประทับใจ|สิ่งที่(?:ประทับใจ|ควร)|โปรดระบุ|comment|suggest",
    re.IGNORECASE,
)
"""What asks for one's own words: whoever writes ดีมาก there has chosen no level."""
_NUMBERING = re.compile(r"^(?:(?:ข้อ|q|คำถาม)?\s*\d+(?:\.\d+)*[.)\]:]*\s*|[-–•*]+\s*)+|[>:.…*]+$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"^(?P<group>.*?)\s*\[(?P<item>[^\[\]]+)\]\s*$")
_CODED = re.compile(r"^[a-z]\w{0,14}(?:\[\w+\])?\. ", re.IGNORECASE)
_SHORTENED = ".."


class Column(NamedTuple):
    """What a column is; a question has its aspect and its own words. `place` counts from 0."""

    place: int
    heading: str
    role: ColumnRole
    aspect: str = ""
    item: str = ""


class Kept(NamedTuple):
    """What the record says of a column: its heading and what it is."""

    heading: str
    role: ColumnRole
    aspect: str = ""
    item: str = ""


class Asked(NamedTuple):
    """What the record says: its aspects, or the usual ones where it has none of its `own`; columns; words with levels.

    Of the usual ones none need be there: another form's questions are taken as they are.
    """

    aspects: Sequence[Aspect]
    own: bool
    kept: Sequence[Kept] = ()
    words: Mapping[str, int] = {}


class Columns(NamedTuple):
    """What all columns are that are used, and how the questions' answers are read."""

    columns: tuple[Column, ...]
    scale: Scale

    @property
    def items(self) -> tuple[Column, ...]:
        """The questions, in the order of the file."""
        return tuple(column for column in self.columns if column.role == "ข้อคำถาม")

    def place(self, role: ColumnRole) -> int | None:
        """Return where a column of this role stands, None where there is none."""
        return next((column.place for column in self.columns if column.role == role), None)


def said(title: str) -> str:
    """Return what a heading says, as two wordings are compared: without numbering, spaces and marks."""
    plain = _NUMBERING.sub("", _CODED.sub("", title).strip())
    return tidy(re.sub(r"[\"'“”().,!?]|ๆ", "", plain))


def _wordings(title: str) -> Iterator[str]:
    """Yield what a heading may say: all of it, what stands in brackets, and what follows a group's name."""
    yield said(title)
    inner = _IN_BRACKETS.match(title)
    if inner:
        yield said(inner["item"])
    for mark in ("/", " - ", ": ", "::"):
        if mark in title:
            yield said(title.rpartition(mark)[2])


class _Looked(NamedTuple):
    """The columns of a file with what stands in them at the beginning."""

    table: Table
    known: Known
    met: list[Counter[str]]

    def answers(self, place: int) -> Counter[str]:
        return Counter({raw: many for raw, many in self.met[place].items() if FIGURES.level(raw) != NONE})


def proposed(table: Table, known: Known, asked: Asked, names: Names) -> Columns:
    """Return what each column is; raises `ProblemsFound` where the questions of the record are not all found once."""
    looked = _Looked(table, known, _met(table))
    free = [place for place, title in enumerate(table.heads) if title and place not in known.others]
    fixed = {place: _as_kept(table, place, asked.kept) for place in free}
    columns = [column for column in fixed.values() if column]
    free = [place for place in free if fixed[place] is None]
    declared = list(_declared(table, free, asked.aspects, columns))
    before = [column for column in columns if column.role == "ข้อคำถาม"]
    is_asked = asked.own or _all_of(asked.aspects, [*declared, *before])
    items = [*declared, *before] if is_asked else before
    declared = declared if is_asked else []
    others = [place for place in free if place not in {column.place for column in declared}]
    found = dict(_roles(looked, others, names, {column.role for column in columns}))
    more = list(_by_answers(looked, [place for place in others if place not in found]))
    if is_asked and more:
        table.notes.append(wording.left_out([column.heading for column in more]))
    elif more:
        items = [*items, *more]
    is_told = known.time is None or any(column.role == "เวลา" for column in columns)
    time = [] if is_told or known.time is None else [Column(known.time, table.heads[known.time], "เวลา")]
    columns += [Column(place, table.heads[place], role) for place, role in found.items()]
    columns = list(dict.fromkeys((*columns, *items, *time)))
    items = sorted(items, key=lambda column: column.place)
    _complete(table, asked.aspects if asked.own else (), items)
    scale = _scale(looked, items, asked.words)
    return Columns(tuple(sorted(columns, key=lambda column: column.place)), scale)


def _all_of(aspects: Sequence[Aspect], columns: Sequence[Column]) -> bool:
    """Return whether there is a column for every question."""
    there = {(column.aspect, column.item) for column in columns}
    return all((aspect.name, item) in there for aspect in aspects for item in aspect.items)


def _met(table: Table) -> list[Counter[str]]:
    met = [Counter[str]() for _ in table.heads]
    for _, row in islice(table.rows(), _LOOKED_AT):
        for counter, cell in zip(met, row, strict=False):
            counter[cell] += 1
    return met


def _as_kept(table: Table, place: int, kept: Sequence[Kept]) -> Column | None:
    title = table.heads[place]
    return next((Column(place, *one) for one in kept if one.heading == title), None)


def _declared(table: Table, free: list[int], aspects: Sequence[Aspect], taken: Sequence[Column]) -> Iterator[Column]:
    """Yield the columns whose headings say what a question of the record says, or nearly so and nothing else does."""
    left = [(aspect.name, item) for aspect in aspects for item in aspect.items]
    left = [one for one in left if one not in {(column.aspect, column.item) for column in taken}]
    told = {place: set(_wordings(table.heads[place])) for place in free}
    for place in free:
        exact = [one for one in left if said(one[1]) in told[place] or _begins(table.heads[place], one[1])]
        if exact:
            best = next((one for one in exact if said(one[0]) in said(table.heads[place])), exact[0])
            left.remove(best)
            told.pop(place)
            yield Column(place, table.heads[place], "ข้อคำถาม", *best)
    for one in left:
        near = {place: _likeness(one[1], words) for place, words in told.items()}
        close = [place for place, share in near.items() if share >= _NEAR]
        if len(close) == 1:
            told.pop(close[0])
            yield Column(close[0], table.heads[close[0]], "ข้อคำถาม", *one)


def _begins(title: str, item: str) -> bool:
    """Return whether a heading is the beginning of a question, as LimeSurvey shortens it."""
    short = said(title.rstrip(" ."))
    return title.rstrip().endswith(_SHORTENED) and len(short) > len(_SHORTENED) * 3 and said(item).startswith(short)


def _likeness(item: str, words: set[str]) -> float:
    meant = said(item)
    return max(difflib.SequenceMatcher(None, meant, each).ratio() for each in words)


def _roles(
    looked: _Looked, places: list[int], names: Names, taken: set[ColumnRole]
) -> Iterator[tuple[int, ColumnRole]]:
    """Yield the columns that say where a reply comes from: most of their answers are known, or the heading says so."""
    left = [place for place in places if looked.answers(place) and not _FREE.search(looked.table.heads[place])]
    known: dict[ColumnRole, Callable[[str], object]] = {
        "ช่องทาง": names.channel,
        "กอง": names.division,
        "ผู้ให้บริการ": names.person,
        "ที่": names.place,
    }
    for role, is_known in known.items():
        if role in taken:
            continue
        share: dict[int, float] = {}
        for place in left:
            answers = looked.answers(place)
            right = sum(many for raw, many in answers.items() if is_known(raw) is not None)
            told = bool(_HEADS[role].search(looked.table.heads[place]))
            share[place] = right / answers.total() + told if right or (role == "ผู้ให้บริการ" and told) else 0
        best = max(share, key=lambda place: share[place], default=None)
        if best is not None and share[best] >= _MOST and not _is_question(looked, best):
            left.remove(best)
            yield best, role
    services = [] if "งานบริการ" in taken else [place for place in left if _is_service(looked, place)]
    if services:
        yield services[0], "งานบริการ"


def _is_service(looked: _Looked, place: int) -> bool:
    """Return whether a column says what people came for, and they chose it: few different answers, no own words."""
    answers = looked.answers(place)
    is_chosen = len(answers) <= _FEW or (len(answers) <= _CHOICES and len(answers) * 2 <= answers.total())
    return bool(_HEADS["งานบริการ"].search(looked.table.heads[place])) and is_chosen and not _is_question(looked, place)


def _is_question(looked: _Looked, place: int) -> bool:
    """Return whether a column holds answers of five levels, and its heading asks for nothing of the person."""
    answers = looked.answers(place)
    levels = sum(many for raw, many in answers.items() if FIGURES.knows(raw))
    return levels >= answers.total() * _MOST and not _HEADS["ที่"].search(looked.table.heads[place])


def _by_answers(looked: _Looked, places: list[int]) -> Iterator[Column]:
    """Yield the columns whose answers are levels, where the record says nothing of the form's questions."""
    heads = looked.table.heads
    asked = [place for place in places if looked.answers(place) and _may_ask(looked, place)]
    sure: dict[int, Scale] = {}
    for place in asked:
        with suppress(Unclear):
            scale = scale_of(looked.answers(place))
            if _are_levels(looked.answers(place), scale):
                sure[place] = scale
    if not sure:
        return
    size = max(scale.size for scale in sure.values())
    every = sum((looked.answers(place) for place, scale in sure.items() if scale.size == size), Counter[str]())
    with suppress(Unclear):
        shared = scale_of(every)
        for place in asked:
            if _are_levels(looked.answers(place), shared):
                yield Column(place, heads[place], "ข้อคำถาม", *_own(heads[place]))


def _may_ask(looked: _Looked, place: int) -> bool:
    """Return whether a column may be a question of levels: no option of another, no age in figures, no free words."""
    heads, answers = looked.table.heads, looked.answers(place)
    group, _, option = heads[place].rpartition("/")
    is_option = bool(option) and group in heads and set(answers) <= {"0", "1"}
    own = _own(heads[place])[1]
    in_figures = all(tidy(raw).replace(".", "").isdigit() for raw in answers)
    return not (is_option or (in_figures and _PERSONAL.match(own)) or _FREE.search(own))


def _are_levels(answers: Counter[str], scale: Scale) -> bool:
    return sum(many for raw, many in answers.items() if scale.knows(raw)) >= answers.total() * _MOST


def _own(title: str) -> tuple[str, str]:
    """Return aspect and question as a heading itself divides them."""
    inner = _IN_BRACKETS.match(title)
    group, item = (inner["group"], inner["item"]) if inner else ("", title)
    if not inner and "/" in title and " " not in title.partition("/")[0]:
        group, _, item = title.rpartition("/")
    return _NUMBERING.sub("", _CODED.sub("", group)).strip(), _NUMBERING.sub("", _CODED.sub("", item)).strip() or item


def _complete(table: Table, aspects: Sequence[Aspect], items: Sequence[Column]) -> None:
    """Raise `ProblemsFound` where a question is missing, stands twice, or there is none."""
    if not items:
        raise ProblemsFound([table.problem(table.head_line, None, wording.no_questions())])
    wanted = [(aspect.name, item) for aspect in aspects for item in aspect.items]
    there = Counter((column.aspect, column.item) for column in items)
    problems: list[Problem] = []
    missing = [item for item in wanted if not there[item]]
    if missing:
        near = difflib.get_close_matches(missing[0][1], table.heads, n=1, cutoff=_SUGGESTED) or [""]
        saying = wording.missing([item for _, item in missing], near[0])
        problems.append(table.problem(table.head_line, None, saying))
    told: set[str] = {said(item) for _, item in wanted if [each for _, each in wanted].count(item) > 1}
    for column in [column for column in items if (column.aspect, column.item) in wanted]:
        again = [
            place
            for place, title in enumerate(table.heads)
            if place not in {each.place for each in items} and said(column.item) in set(_wordings(title)) - told
        ]
        if again:
            problems.append(table.problem(table.head_line, again[0], wording.twice(column.item, table.heads[again[0]])))
    if problems:
        raise ProblemsFound(problems)


def _scale(looked: _Looked, items: Sequence[Column], words: Mapping[str, int]) -> Scale:
    """Return how the answers are read: all questions of a form share one scale."""
    every = sum((looked.answers(column.place) for column in items), Counter[str]())
    try:
        scale = scale_of(every, words)
    except Unclear as fault:
        saying = wording.codes(fault.words) if fault.codes else wording.unclear(fault.words)
        raise ProblemsFound([looked.table.problem(looked.table.head_line, items[0].place, saying)]) from None
    for column in items:
        answers = looked.answers(column.place)
        if answers and all(scale.level(raw) == BAD for raw in answers):
            saying = wording.two_scales(column.item)
            raise ProblemsFound([looked.table.problem(looked.table.head_line, column.place, saying)])
    return scale
