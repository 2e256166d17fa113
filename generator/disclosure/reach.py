"""Which channel and place brought how many replies, told so that no group of fewer than five can be worked out.

All that is published is sums over one division of the replies into groups that each stand for five people or more, so
that whatever is added to or taken from whatever else, what is left is a sum of such groups again. Small counts are put
together, first within their channel, then with other channels; where they are too few even then, or each of them must
be four because their sum is as large as it can be, a larger group goes in with them: the next in an order that no count
decides, since to take the smallest would tell how large it can be at most.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.disclosure.links import REPLY_CHANNELS
from generator.model import Village

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model import Division, Replies, Round

    Spot = Village | Division | None

MIN_GROUP = 5
"""A figure over fewer answers than this could point at who gave them, so it is not published."""

JOINING = (
    "",
    "phone",
    "winner_poster",
    "newsletter",
    "facebook",
    "line",
    "social",
    "site",
    "poster",
    "paper",
    "loudspeaker",
    "counter",
)
"""The channels in the order in which they are put together with small ones: the one that tells least goes first."""

UNKNOWN = "ไม่ทราบช่องทาง"
OTHER_CHANNELS = "ช่องทางอื่น ๆ รวมกัน"
OTHER_PLACES = "ที่อื่น ๆ รวมกัน"
OTHER_OR_NO_PLACE = "ที่อื่น ๆ และที่ไม่ได้ระบุ"
NO_PLACE = "ไม่ได้ระบุที่"


def enough(replies: int | None) -> int | None:
    """Return how many answered, None where they are too few to be told of, or nobody knows."""
    return replies if replies is not None and replies >= MIN_GROUP else None


@dataclass(frozen=True, slots=True)
class Brought:
    """How many replies something brought; `of` is how they divide further, as far as that may be told.

    `rest` tells that it is what is left beside the named ones.
    """

    name: str
    replies: int
    of: tuple[Brought, ...] = ()
    rest: bool = False


@dataclass(frozen=True, slots=True)
class Reach:
    """How a year's replies divide by channel and, the same replies once more, by place; most first, the rest last."""

    total: int
    channels: tuple[Brought, ...]
    places: tuple[Brought, ...]


@dataclass(frozen=True, slots=True)
class _Cell:
    channel: str
    spot: Spot
    count: int


def reach(award: Round) -> Reach | None:
    """Return what may be told of a round's replies, or None where nothing is known or nothing may be told."""
    figure = award.outcomes.satisfaction_of(award.programme.year)
    return told(award.replies, figure.replies if figure else None)


def told(replies: Sequence[Replies], came: int | None) -> Reach | None:
    """Return what may be told of counts; `came` is how many replies there were altogether, where that is known."""
    cells = [_Cell(one.channel, one.spot, one.count) for one in replies if one.count]
    counted = sum(cell.count for cell in cells)
    total = counted if came is None else came
    if not cells or counted > total:
        return None
    if total > counted:
        cells.append(_Cell("", None, total - counted))
    by_channel = {key: [cell for cell in cells if cell.channel == key] for key in (*REPLY_CHANNELS, "")}
    shown, rest = _apart({key: _grouped(own) for key, own in by_channel.items() if own})
    groups = [group for own in shown.values() for group in own] + ([rest] if rest else [])
    if len(groups) <= 1:
        return None
    channels = _most_first(_channel(key, own) for key, own in shown.items())
    others = [Brought(OTHER_CHANNELS, _sum(rest), rest=True)] if rest else []
    return Reach(total, (*channels, *others), _places(groups, total))


def _sum(cells: Iterable[_Cell]) -> int:
    return sum(cell.count for cell in cells)


def _safe(counts: Sequence[int]) -> bool:
    """Tell whether the sum of some counts gives none of them away, even to who knows that each is small."""
    largest = MIN_GROUP - 1
    return sum(counts) >= MIN_GROUP and not (max(counts) <= largest and sum(counts) == largest * len(counts))


def _grouped(cells: list[_Cell]) -> list[list[_Cell]]:
    """Return the counts of one channel in groups that may be told beside each other; one group where none may."""
    together = [cell for cell in cells if cell.count < MIN_GROUP]
    alone = sorted((cell for cell in cells if cell.count >= MIN_GROUP), key=_place_order)
    while together and alone and not _safe([cell.count for cell in together]):
        together.append(alone.pop(0))
    return [*([cell] for cell in alone), *([together] if together else [])]


def _apart(channels: dict[str, list[list[_Cell]]]) -> tuple[dict[str, list[list[_Cell]]], list[_Cell]]:
    """Return the channels that may be told by themselves with their groups, and the counts of all others together.

    Among the others a channel's whole count is what somebody may know to be small.
    """
    sums = {key: sum(map(_sum, groups)) for key, groups in channels.items()}
    rest = [key for key, count in sums.items() if count < MIN_GROUP]
    shown = sorted(channels.keys() - rest, key=JOINING.index)
    while rest and shown and not _safe([sums[key] for key in rest]):
        rest.append(shown.pop(0))
    return {key: channels[key] for key in shown}, [cell for key in rest for group in channels[key] for cell in group]


def _place_order(cell: _Cell) -> tuple[bool, int, str]:
    """Return the order in which places join: no place first, then divisions, then villages by their numbers."""
    spot = cell.spot
    return (spot is not None, spot.moo if isinstance(spot, Village) else 0, "" if spot is None else spot.name)


def _channel(key: str, groups: list[list[_Cell]]) -> Brought:
    named = [Brought(_name(group[0].spot), _sum(group)) for group in groups if len(group) == 1]
    mixed = [Brought(OTHER_PLACES, _sum(group), rest=True) for group in groups if len(group) > 1]
    placed = any(len(group) == 1 and group[0].spot for group in groups)
    divided = (*_most_first(named), *mixed) if placed else ()
    return Brought(REPLY_CHANNELS.get(key, UNKNOWN), sum(map(_sum, groups)), divided)


def _places(groups: list[list[_Cell]], total: int) -> tuple[Brought, ...]:
    """Return the places all of whose replies stand in groups of their own, and the rest of the replies together."""
    mixed = {cell.spot for group in groups if len({cell.spot for cell in group}) > 1 for cell in group}
    sums: dict[Spot, int] = {}
    for cell in (cell for group in groups for cell in group if cell.spot is not None and cell.spot not in mixed):
        sums[cell.spot] = sums.get(cell.spot, 0) + cell.count
    rest = total - sum(sums.values())
    found = _most_first(Brought(_name(spot), count) for spot, count in sums.items())
    if not found:
        return ()
    return (
        (*found, Brought(OTHER_OR_NO_PLACE if mixed - {None} else NO_PLACE, rest, rest=True)) if rest else tuple(found)
    )


def _name(spot: Spot) -> str:
    if spot is None:
        return NO_PLACE
    return spot.full if isinstance(spot, Village) else spot.name


def _most_first(found: Iterable[Brought]) -> list[Brought]:
    return sorted(found, key=lambda one: -one.replies)
