"""How many replies each channel and place brought, published so that no group of fewer than five can be worked out.

Everything published is a sum over one division of the replies into groups of five people or more, so that adding or
subtracting any of these figures only ever gives a sum of such groups again. Small counts are put together, first within
their channel, then with other channels. Where they are still too few, or where each of them must be four because their
sum is as large as it can be, a larger group joins them: the next in an order that does not depend on the counts, since
always taking the smallest group would reveal an upper limit of its size.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.disclosure.links import REPLY_CHANNELS
from generator.model import Village

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model import AwardRound, Division, Replies

    Spot = Village | Division | None

MIN_GROUP = 5
"""A figure from fewer answers than this could point at the people who gave them, so it is not published."""

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
"""The order in which channels are joined with small ones: the channel that says least goes first."""

UNKNOWN = "ไม่ทราบช่องทาง"
OTHER_CHANNELS = "ช่องทางอื่น ๆ รวมกัน"
OTHER_PLACES = "ที่อื่น ๆ รวมกัน"
OTHER_OR_NO_PLACE = "ที่อื่น ๆ และที่ไม่ได้ระบุ"
NO_PLACE = "ไม่ได้ระบุที่"


def enough(replies: int | None) -> int | None:
    """Return how many answered, or None where they are too few to be published, or the number is unknown."""
    return replies if replies is not None and replies >= MIN_GROUP else None


@dataclass(frozen=True, slots=True)
class Brought:
    """How many replies something brought; `of` is how they divide further, as far as that may be published.

    `rest` marks what is left over beside the named ones.
    """

    name: str
    replies: int
    of: tuple[Brought, ...] = ()
    rest: bool = False


@dataclass(frozen=True, slots=True)
class Reach:
    """How a year's replies divide by channel and, the same replies again, by place; largest first, the rest last."""

    total: int
    channels: tuple[Brought, ...]
    places: tuple[Brought, ...]


@dataclass(frozen=True, slots=True)
class _Cell:
    channel: str
    spot: Spot
    count: int


def reach(award_round: AwardRound) -> Reach | None:
    """Return what may be published about a round's replies, or None where nothing is known or may be published."""
    figure = award_round.outcomes.satisfaction_of(award_round.programme.year)
    return told(award_round.replies, figure.replies if figure else None)


def told(replies: Sequence[Replies], came: int | None) -> Reach | None:
    """Return what may be published of these counts; `came` is the number of all replies, where it is known."""
    cells = [_Cell(reply.channel, reply.spot, reply.count) for reply in replies if reply.count]
    counted = sum(cell.count for cell in cells)
    total = counted if came is None else came
    if not cells or counted > total:
        return None
    if total > counted:
        cells.append(_Cell("", None, total - counted))
    by_channel = {key: [cell for cell in cells if cell.channel == key] for key in (*REPLY_CHANNELS, "")}
    separate, rest = _apart({key: _grouped(own) for key, own in by_channel.items() if own})
    groups = [group for own in separate.values() for group in own] + ([rest] if rest else [])
    if len(groups) <= 1:
        return None
    channels = _most_first(_channel(key, own) for key, own in separate.items())
    others = [Brought(OTHER_CHANNELS, _sum(rest), rest=True)] if rest else []
    return Reach(total, (*channels, *others), _places(groups, total))


def _sum(cells: Iterable[_Cell]) -> int:
    return sum(cell.count for cell in cells)


def safe(counts: Sequence[int]) -> bool:
    """Return whether the sum of some counts reveals none of them, even to somebody who knows that each is small."""
    largest = MIN_GROUP - 1
    return sum(counts) >= MIN_GROUP and not (max(counts) <= largest and sum(counts) == largest * len(counts))


def _grouped(cells: list[_Cell]) -> list[list[_Cell]]:
    """Return the counts of one channel in groups that may be published side by side, or in a single group."""
    together = [cell for cell in cells if cell.count < MIN_GROUP]
    alone = sorted((cell for cell in cells if cell.count >= MIN_GROUP), key=_place_order)
    while together and alone and not safe([cell.count for cell in together]):
        together.append(alone.pop(0))
    return [*([cell] for cell in alone), *([together] if together else [])]


def _apart(channels: dict[str, list[list[_Cell]]]) -> tuple[dict[str, list[list[_Cell]]], list[_Cell]]:
    """Return the channels that may be published separately, with their groups, and the counts of all others together.

    For the others even the count of a whole channel is small, and somebody may know that.
    """
    sums = {key: sum(map(_sum, groups)) for key, groups in channels.items()}
    rest = [key for key, count in sums.items() if count < MIN_GROUP]
    separate = sorted(channels.keys() - rest, key=JOINING.index)
    while rest and separate and not safe([sums[key] for key in rest]):
        rest.append(separate.pop(0))
    return {key: channels[key] for key in separate}, [cell for key in rest for group in channels[key] for cell in group]


def _place_order(cell: _Cell) -> tuple[bool, int, str]:
    """Return the order in which places are joined: no place first, then divisions, then villages by number."""
    spot = cell.spot
    return (spot is not None, spot.moo if isinstance(spot, Village) else 0, "" if spot is None else spot.name)


def _channel(key: str, groups: list[list[_Cell]]) -> Brought:
    places = [Brought(_name(group[0].spot), _sum(group)) for group in groups if len(group) == 1]
    mixed = [Brought(OTHER_PLACES, _sum(group), rest=True) for group in groups if len(group) > 1]
    placed = any(len(group) == 1 and group[0].spot for group in groups)
    divided = (*_most_first(places), *mixed) if placed else ()
    return Brought(REPLY_CHANNELS.get(key, UNKNOWN), sum(map(_sum, groups)), divided)


def _places(groups: list[list[_Cell]], total: int) -> tuple[Brought, ...]:
    """Return the places whose replies all stand in groups of their own, and the rest of the replies together."""
    mixed = {cell.spot for group in groups if len({cell.spot for cell in group}) > 1 for cell in group}
    sums: dict[Spot, int] = {}
    for cell in (cell for group in groups for cell in group if cell.spot is not None and cell.spot not in mixed):
        sums[cell.spot] = sums.get(cell.spot, 0) + cell.count
    rest = total - sum(sums.values())
    places = _most_first(Brought(_name(spot), count) for spot, count in sums.items())
    if not places:
        return ()
    return (
        (*places, Brought(OTHER_OR_NO_PLACE if mixed - {None} else NO_PLACE, rest, rest=True))
        if rest
        else tuple(places)
    )


def _name(spot: Spot) -> str:
    if spot is None:
        return NO_PLACE
    return spot.full if isinstance(spot, Village) else spot.name


def _most_first(found: Iterable[Brought]) -> list[Brought]:
    return sorted(found, key=lambda one: -one.replies)
