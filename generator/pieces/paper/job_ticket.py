"""The order that goes to the print shop with a design's files; it describes what each finished file really contains.

It is a sheet with each file in small, and the same words as text to paste into a message.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.disclosure import Standing, together
from generator.piece import Piece, finished_name
from generator.pieces.paper import labels
from generator.pieces.parts import drawing, frame, standing, uses
from generator.press.shop import SEAL, TICKET, TICKET_SHEET
from generator.press.typeset import sketch_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound
    from generator.piece import Entry, Finished, Sheet, Use, View

WANTED_DPI = {way.paper.upper(): way.dpi for way in drawing.IN_SHOP}
"""The resolution that a photo should have, in dots per inch, by paper size."""

POSTERS = frozenset((uses.SHOP, uses.SHOP_FOR_WORKPLACE))
"""The uses of the posters that a print shop makes."""


@dataclass(frozen=True, slots=True)
class Goods:
    """What is ordered that hangs in one place: its material, what is done to it, and where it hangs.

    The drawing is `scale` times smaller than the goods; `dpi` is meant at full size. `seal` is set where the office's
    seal is on it.
    """

    stock: str
    finishing: str
    where: str
    scale: int
    dpi: int
    seal: bool


GOODS: dict[Use, Goods] = {
    uses.FRONT: Goods(labels.ORDER_VINYL, labels.ORDER_EYELETS, uses.FRONT.place, 10, 90, seal=False),
    uses.STAGE: Goods(labels.ORDER_BACKDROP, labels.ORDER_FRAME, uses.STAGE.place, 10, 60, seal=True),
}
"""What a print shop makes besides posters, by the use that its piece declares."""


def _texts(finished: Finished) -> Iterator[Sheet]:
    for order in _orders(finished):
        yield replace(order, path=f"{order.path}.txt", way=_way(labels.ORDER_TEXT_WAY, order))


def _sheets(finished: Finished) -> Iterator[Sheet]:
    for order in _orders(finished):
        files = order.looks_into
        sketches = [{"source": finished_name(entry.sha256), "name": sketch_name(entry.sha256)} for entry in files]
        yield replace(
            order,
            path=f"{order.path}.pdf",
            view={**order.view, "sketches": sketches},
            look=f"{order.path}.txt",
            paper="A4",
            standing=together(order.standing, *(Standing(entry.people, entry.portrayed) for entry in files)),
        )


def _way(way: str, order: Sheet) -> str:
    return f"{way} {drawing.ON_ITS_SIDE}" if order.wide else way


def _orders(finished: Finished) -> Iterator[Sheet]:
    """Yield each order, its path without an ending."""
    for award_round in finished.publication.rounds:
        orders: dict[tuple[str, bool], list[Entry]] = {}
        for entry in finished.entries:
            if entry.year == award_round.year and (entry.use in POSTERS or entry.use in GOODS):
                if entry.suffix != ".pdf":
                    continue
                orders.setdefault((entry.design, entry.wide), []).append(entry)
        for files in orders.values():
            yield _order(award_round, files)


def _order(award_round: PublicRound, files: list[Entry]) -> Sheet:
    first = files[0]
    called = f"{first.called} {drawing.ON_ITS_SIDE}" if first.wide else first.called
    title = f"{labels.ORDER_OF.format(called=called)} {frame.of_round(award_round)}"
    name = f"{first.design}{drawing.WIDE}" if first.wide else first.design
    view = {
        **frame.frame(award_round, title),
        "phone": labels.BOARD_PLAN_NUMBER.format(phone=award_round.organisation.phone.printed),
        "kicker": f"{labels.ORDER}  {award_round.organisation.name}",
        "called": called,
        "of_round": frame.of_round(award_round),
        "contact": {"name": award_round.organisation.name, "phone": award_round.organisation.phone.printed},
        "first": labels.ORDER_FIRST if any(entry.qr for entry in files) else labels.ORDER_FIRST_WITHOUT,
        "jobs": [
            _of_goods(award_round, entry, GOODS[entry.use]) if entry.use in GOODS else _of_poster(award_round, entry)
            for entry in sorted(files, key=lambda entry: (*WANTED_DPI, "").index(entry.paper))
        ],
        "labels": labels.ON_ORDER,
    }
    made = frame.sheet(
        award_round,
        f"print/{award_round.year}/shop/{name}-ticket",
        view,
        called=first.called,
        design=first.design,
        wide=first.wide,
        standing=together(standing.quoted(award_round, called), Standing(named=first.portrayed)),
        looks_into=tuple(files),
    )
    return replace(made, way=_way(labels.ORDER_WAY, made))


def _of_goods(award_round: PublicRound, entry: Entry, goods: Goods) -> View:
    """Return one large thing of an order; its sizes are those that it has when it hangs."""
    return {
        **_file(award_round, entry, seal=goods.seal),
        "amount": f"1 {labels.ORDER_PIECE}",
        "where": goods.where,
        "stock": goods.stock,
        "finishing": goods.finishing,
        "paper": entry.called,
        "scale": goods.scale,
        "wanted_dpi": goods.dpi,
    }


def _file(award_round: PublicRound, entry: Entry, *, seal: bool) -> View:
    """Return what a look into a file needs to know."""
    portrayed = [winner.told for winner in award_round.winners if winner.key in entry.portrayed]
    return {
        "file": entry.file,
        "source": finished_name(entry.sha256),
        "pictured": ([SEAL] if seal and award_round.organisation.seal else []) + portrayed,
        "code": entry.qr[0] if entry.qr else "",
        "picture": sketch_name(entry.sha256),
        "alt": f"{labels.ON_ORDER['in_small']} {entry.file}",
    }


def _of_poster(award_round: PublicRound, entry: Entry) -> View:
    """Return one file of an order: one copy for each place where it hangs."""
    assert entry.use  # noqa: S101 - the caller passes only such entries
    (place, there), *others = uses.places(entry.use, award_round.organisation, entry.paper)
    return {
        **_file(award_round, entry, seal=True),
        "amount": f"{1 + len(others)} {labels.ORDER_COPY}",
        "scale": 1,
        "where": labels.ORDER_EVERYWHERE.format(villages=len(others)) if others else there or place,
        "stock": labels.ORDER_STOCK,
        "finishing": labels.ORDER_FINISHING,
        "paper": f"{entry.paper} {drawing.ON_ITS_SIDE}" if entry.wide else entry.paper,
        "wanted_dpi": WANTED_DPI[entry.paper],
    }


PIECE: Piece[Finished] = Piece(
    "job_ticket", labels.ORDER_TEXT, _texts, TICKET, "job_ticket.txt.j2", "none", audience="internal",
    use=uses.SHOP, kind="order",
)  # fmt: skip

SHEET: Piece[Finished] = Piece(
    "job_ticket_sheet", labels.ORDER, _sheets, TICKET_SHEET, "job_ticket.typ", "none", audience="internal",
    use=uses.SHOP, kind="order",
)  # fmt: skip
