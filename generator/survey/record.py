"""What is kept of a survey, as `survey.yaml` says it: figures, the file's digest, what its columns are; nobody's reply.

Replies about which fewer than five people answered the same are put together with others, as wherever they are shown.
"""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from generator.disclosure.reach import MIN_GROUP, safe
from generator.survey.counting import REASONS, ranges
from generator.survey.names import EVERYWHERE
from generator.survey.statistics import between, pooled
from generator.tally.printed import figures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from fractions import Fraction

    from generator.model.answers import Answers, DateOrder
    from generator.survey.counting import Counted, Group, Key
    from generator.tally.printed import Method

Whence = TypeVar("Whence")

HEADER = """\
# โปรแกรมเขียนไฟล์นี้เมื่อสั่ง tonbaep import survey มีเพียงตัวเลขที่นับแล้ว ไม่มีคำตอบ ความเห็น หรืออีเมลของใคร ไม่เผยแพร่
# แก้ได้เฉพาะส่วนต่อไปนี้ แล้วสั่ง tonbaep import survey กับไฟล์คำตอบอีกครั้ง
#   method   percent: ค่าเฉลี่ย (ค่าเฉลี่ยหารคะแนนเต็ม) หรือ ตอบ 4-5   population: จำนวนผู้รับบริการทั้งหมด ไม่ทราบไม่ต้องเขียน
#            bands: บุญชม (4.51 ขึ้นไปคือมากที่สุด) กว้างเท่ากัน (4.21) ครึ่งขึ้นไป (4.50)   dates: d/m หรือ m/d
#   columns  role: ข้อคำถาม กอง งานบริการ ผู้ให้บริการ ช่องทาง ที่ เวลา ไม่ใช้
#   levels   คำของหน่วยงานเองว่าคือระดับใด เช่น   - {word: เยี่ยม, level: 5}
#   names    ชื่อที่พิมพ์ไม่ครบว่าหมายถึงใคร เช่น   - {written: พี่ฐิติญา, id: thitiya}
"""


class Choices(NamedTuple):
    """What the office decided about its survey, which the next import takes over."""

    method: Method
    dates: DateOrder | None
    levels: Mapping[str, int]
    names: Mapping[str, str]


def text(counted: Counted, source: str, digest: str, choices: Choices) -> str:
    """Return the file's whole text; the same replies always make the same text."""
    lines = [
        f"source: {_quoted(source)}",
        f"digest: {digest}",
        f"read: {counted.read}",
        f"counted: {counted.counted}",
        f"undated: {counted.undated}",
        *_listed("aside", _aside(counted)),
        *_method(choices),
        *_listed("columns", _columns(counted)),
        *_listed("levels", ({"word": _quoted(word), "level": level} for word, level in choices.levels.items())),
        *_listed("names", ({"written": _quoted(name), "id": id_} for name, id_ in sorted(choices.names.items()))),
        *_figures(counted, choices.method),
    ]
    return HEADER + "\n".join(lines) + "\n"


def _figures(counted: Counted, method: Method) -> Iterator[str]:
    items = counted.of(counted.groups.values())
    every = counted.shares(range(len(items)), method.percent)
    yield "whole: " + _flow(_around(_said(pooled(items), counted.counted, method), every, method))
    yield from _listed("aspects", _aspects(counted, method))
    yield from _listed(
        "items",
        (
            {**_aspect(column.aspect), "item": _quoted(column.item), **_said(answers, answers.n, method)}
            for column, answers in zip(counted.columns.items, items, strict=True)
            if answers.n
        ),
    )
    yield from _listed("divisions", _groups(counted, method, "division", lambda each: each.division))
    yield from _listed("services", _services(counted, method))
    for name, key, of in (
        ("winners", "winner", lambda each: each.person),
        ("channels", "channel", lambda each: each.channel),
        ("places", "", _village_or_division),
    ):
        yield from _listed(name, _groups(counted, method, key, of))
    yield from _listed("replies", _replies(counted))


def _aspects(counted: Counted, method: Method) -> Iterator[dict[str, object]]:
    """Yield what came of each aspect; its replies are those that have an answer to any of its questions."""
    for name, answers in by_aspect(counted).items():
        if name:
            places = [place for place, column in enumerate(counted.columns.items) if column.aspect == name]
            shares = counted.shares(places, method.percent)
            yield {"aspect": _quoted(name), **_around(_said(answers, sum(shares.values()), method), shares, method)}


def _around(said: dict[str, object], shares: Mapping[Fraction, int], method: Method) -> dict[str, object]:
    """Return a figure with its interval, where it has one."""
    interval = between(shares, Decimal(str(said["percent"])), method.population)
    return {**said, "between": f"[{interval[0]}, {interval[1]}]"} if interval else said


def by_aspect(counted: Counted) -> dict[str, Answers]:
    """Return the answers to all questions of each aspect together; questions without one are under an empty name."""
    found: dict[str, list[Answers]] = {}
    for column, answers in zip(counted.columns.items, counted.of(counted.groups.values()), strict=True):
        found.setdefault(column.aspect, []).append(answers)
    return {name: together for name, each in found.items() if (together := pooled(each)).n}


def _aside(counted: Counted) -> Iterator[dict[str, object]]:
    for reason in REASONS:
        lines = counted.aside[reason]
        if lines:
            yield {"reason": reason, "count": len(lines), "rows": _quoted(ranges(lines))}


def _method(choices: Choices) -> Iterator[str]:
    method = choices.method
    yield "method:"
    yield f"  percent: {method.percent}"
    yield f"  bands: {method.bands}"
    if method.population is not None:
        yield f"  population: {method.population}"
    if choices.dates:
        yield f"  dates: {choices.dates}"


def _columns(counted: Counted) -> Iterator[dict[str, object]]:
    for column in counted.columns.columns:
        item = {"item": _quoted(column.item)} if column.item else {}
        yield {"heading": _quoted(column.heading), "role": column.role, **_aspect(column.aspect), **item}


def _aspect(name: str) -> dict[str, object]:
    return {"aspect": _quoted(name)} if name else {}


def _said(answers: Answers, replies: int, method: Method) -> dict[str, object]:
    made = figures(answers, method)
    return {
        "replies": replies,
        "answers": made.answers,
        "mean": made.mean,
        **({"deviation": made.deviation} if made.deviation is not None else {}),
        "percent": made.percent,
        **({"band": made.band} if made.band else {}),
        "counts": f"[{', '.join(map(str, answers.counts))}]",
    }


class Together(NamedTuple):
    """Groups that may be told side by side: what they are, None for those put together, and their replies."""

    name: str | None
    groups: list[Group]

    @property
    def replies(self) -> int:
        """How many replies these are."""
        return sum(group.replies for group in self.groups)


def divided(groups: Mapping[Whence, Group], of: Callable[[Whence], str | None]) -> list[Together]:
    """Return replies by something, so that no group of fewer than five can be worked out from the others.

    Small ones, and those that name nothing, are put together; where they are still too few, the next one joins them,
    in an order that does not depend on how many answered.
    """
    found: dict[str | None, list[Group]] = {}
    for key, group in groups.items():
        found.setdefault(of(key), []).append(group)
    every = [Together(name, each) for name, each in found.items()]
    rest = [each for each in every if each.name is None or each.replies < MIN_GROUP]
    alone = sorted((each for each in every if each not in rest), key=lambda each: str(each.name))
    while rest and alone and not safe([each.replies for each in rest]):
        rest.append(alone.pop(0))
    if not alone:
        return []
    others = [Together(None, [group for each in rest for group in each.groups])] if rest else []
    return alone + others


def _groups(counted: Counted, method: Method, key: str, of: Callable[[Key], str | None]) -> Iterator[dict[str, object]]:
    for each in divided(counted.groups, of):
        name = _named(key, each.name)
        yield {**name, **_said(counted.together(each.groups), each.replies, method)}


def _services(counted: Counted, method: Method) -> Iterator[dict[str, object]]:
    """Yield what was said by errand: an answer that fewer than five people gave may be somebody's own words."""
    for each in by_service(counted):
        name: dict[str, object] = {"others": "ใช่"} if each.name is None else {"service": _quoted(each.name)}
        yield {**name, **_said(counted.together(each.groups), each.replies, method)}


def by_service(counted: Counted) -> list[Together]:
    """Return the replies by what people came for, small groups put together."""
    return divided(counted.services, lambda name: name)


def _named(key: str, name: str | None) -> dict[str, object]:
    if name is None:
        return {"others": "ใช่"}
    kind, _, place = name.partition(":") if not key else (key, "", name)
    return {kind: place}


def _village_or_division(key: Key) -> str | None:
    return None if key.place in {None, EVERYWHERE} else key.place


def _replies(counted: Counted) -> Iterator[dict[str, object]]:
    """Yield how many replies each channel brought from each place, in the form of the round's own `replies`.

    A form that knows no place may ask for the division; one that says it is of everywhere is of no division.
    """
    sums: dict[tuple[str, str], int] = {}
    for key, group in counted.groups.items():
        if key.channel:
            spot = _village_or_division(key) or ("" if key.place or not key.division else f"division:{key.division}")
            sums[key.channel, spot] = sums.get((key.channel, spot), 0) + group.replies
    for (channel, spot), many in sorted(sums.items()):
        yield {"channel": channel, **(_named("", spot) if spot else {}), "count": many}


def _listed(name: str, rows: Iterable[Mapping[str, object]]) -> Iterator[str]:
    every = list(rows)
    if every:
        yield f"{name}:"
        yield from (f"  - {_flow(row)}" for row in every)


def _flow(row: Mapping[str, object]) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in row.items()) + "}"


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
