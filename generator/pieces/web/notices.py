"""The notices that the office issued, a page each: the words of the signed paper, and its scan if the office wants it.

A page stays at its address when the facts have changed since: it then says that the notice cannot be shown, and where
the signed one can be seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.disclosure import midnight, together
from generator.model import NOTICES
from generator.piece import Rendition, each_year
from generator.pieces.paper import issued_notice
from generator.pieces.parts import notice, standing
from generator.pieces.web import labels, page_frame
from generator.thai.dates import long_date, year_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound, PublicWinner, PublicYear
    from generator.model import PaperKey, Picture
    from generator.piece import Sheet, View
    from generator.pieces.parts.notice import Issued

WIDTHS = (640, 1280)
"""Pixels across a page of a scan: as it stands on the page, and to be read by itself."""


def href(award_round: PublicRound, paper: PaperKey) -> str:
    """Return the address within the site of a notice that was issued, "" of one that was not."""
    there = any(each.paper == paper for each in award_round.notices)
    return f"{award_round.year}/{paper}.html" if there else ""


def links(award_round: PublicRound) -> list[View]:
    """Return the ways to the notices that were issued, as they are called."""
    return [
        {"href": href(award_round, paper), "title": labels.NOTICE_NAMES[paper]}
        for paper in NOTICES
        if href(award_round, paper)
    ]


def _lay_out(seen: PublicYear) -> Iterator[Sheet]:
    award_round = seen.award_round
    for issued in notice.issued(award_round):
        called = labels.NOTICE_NAMES[issued.paper]
        yield page_frame.page(
            seen,
            f"{award_round.year}/{issued.paper}",
            f"{called} {year_text(award_round.year)}",
            labels.NOTICE_DESCRIPTION.format(
                called=called, award=award_round.programme.award_name, year=year_text(award_round.year)
            ),
            _body(seen, award_round, issued),
            kind="article",
            published=midnight(issued.numbered.day).isoformat(),
        )


def _body(seen: PublicYear, award_round: PublicRound, issued: Issued) -> View:
    result = issued.paper == "result-notice"
    pages = issued.numbered.pages if issued.blocks else ()
    told = award_round.winners if result and issued.blocks else ()
    first = told[: page_frame.BESIDE]
    return {
        "labels": labels.ON_NOTICE,
        "year": award_round.year,
        "called": labels.NOTICE_NAMES[issued.paper],
        "issued": labels.NOTICE_ISSUED.format(day=long_date(issued.numbered.day)),
        "blocks": list(issued.blocks),
        "sample": award_round.sample,
        "office": award_round.contact.name,
        "phone": award_round.contact.phone.printed,
        "tel": award_round.contact.phone.dialled,
        "file": _file(seen, issued),
        "scan": [_page(picture, number, len(pages)) for number, picture in enumerate(pages, 1)],
        "renditions": (
            *(size for picture in pages for size in _sizes(picture)),
            *page_frame.all_renditions(first),
        ),
        "way": "results.html" if result else "criteria.html",
        "way_called": labels.RESULTS if result else labels.CRITERIA,
        "people": [_beside(chosen, award_round.year) for chosen in first],
        "standing": together(standing.named(told), standing.pictured(first)),
    }


def _beside(chosen: PublicWinner, year: int) -> View:
    """Return what stands beside a notice of somebody whom it names: the face, and the way to the own page."""
    whole = page_frame.winner(chosen, year)
    return {key: whole[key] for key in ("href", "name", "portrait", "given", "leaf")}


def _file(seen: PublicYear, issued: Issued) -> str:
    """Return where a notice can be downloaded, "" where it cannot."""
    offered = seen.offered(issued_notice.PIECE.name) if issued.blocks else ()
    return next((file.path for file in offered if file.called == issued_notice.called(issued.paper)), "")


def _page(picture: Picture, number: int, pages: int) -> View:
    """Return the view of a page of a scan; its words are those of the page around it."""
    small, large = _sizes(picture)[0], _sizes(picture)[-1]
    return {
        "src": f"{page_frame.PICTURES}/{small.name}",
        "large": f"{page_frame.PICTURES}/{large.name}",
        "alt": labels.SCAN_ALT.format(number=number, pages=pages),
        "width": small.width,
        "height": round(small.width * picture.height / picture.width),
    }


def _sizes(picture: Picture) -> tuple[Rendition, ...]:
    return tuple(
        Rendition(picture.digest, width, "jpg") for width in sorted({min(width, picture.width) for width in WIDTHS})
    )


PIECE = page_frame.piece("notices", labels.NOTICE_PAGE, each_year(_lay_out), "notices.html.j2")
