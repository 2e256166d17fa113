"""ประกาศเกียรติคุณ, A4 landscape: two designs, each for all winners in one file and one file each; only for the office.

The wording is that used by offices (domain notes, section 1.4), with Thai digits and without abbreviations. A
certificate is made once its number and token are stored (`tonbaep freeze`), and then always says what it said that day;
its code leads to a page that confirms it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from generator import qr
from generator.piece import Piece, each_ceremony
from generator.pieces.paper import labels
from generator.pieces.parts import frame, standing, uses
from generator.pieces.parts import labels as shared
from generator.press.typeset import TYPESET
from generator.thai.dates import formal_date, year_text
from generator.thai.digits import to_thai

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound, PublicWinner, VerifyLink
    from generator.model import Certificate, Issued
    from generator.piece import Sheet, View

SEAL_PIXELS = 600
"""The seal is up to 50 mm wide: 300 dots per inch."""

HELD_MM = 0.55
"""The smallest module of a code on a sheet that is held in the hand: two readers still find it on a blurred copy."""


def number_text(award_round: PublicRound, certificate: Certificate) -> str:
    """Return a certificate's number in the form of office papers: running number / year."""
    return to_thai(labels.CERTIFICATE_NUMBER.format(number=certificate.number, year=award_round.year))


ALL = "all"
"""The ending of the name of the file with all certificates; each certificate also has a file of its own."""


class Numbered(NamedTuple):
    """Somebody's certificate, and what it says."""

    winner: PublicWinner
    certificate: Certificate
    issued: Issued


def honoured(issued: Issued) -> str:
    """Return the category of staff and, if it has several places, the place in it."""
    return to_thai(labels.CERTIFICATE_CATEGORY.format(ranked=issued.category))


def of_year(award_round: PublicRound) -> str:
    """Return the award's year in the words of a certificate."""
    return to_thai(labels.CERTIFICATE_YEAR.format(year=year_text(award_round.year)))


def _lay_out(award_round: PublicRound) -> Iterator[Sheet]:
    frozen = [
        Numbered(winner, winner.certificate, issued)
        for winner in award_round.winners
        if winner.certificate and (issued := award_round.issued(winner))
    ]
    if not frozen:
        return
    award_round = replace(award_round, organisation=award_round.organisation.for_good)
    for design, design_name in labels.CERTIFICATE_DESIGNS.items():
        yield _sheet(award_round, design, ALL, labels.ALL_CERTIFICATES, design_name, frozen)
        for one in frozen:
            called = labels.CERTIFICATE_OF.format(name=one.winner.told if one.winner.namesake else one.issued.name.full)
            yield _sheet(award_round, design, one.winner.id, called, design_name, [one])


def _sheet(
    award_round: PublicRound, design: str, name: str, called: str, design_name: str, frozen: list[Numbered]
) -> Sheet:
    seal, renditions = frame.seal(award_round, SEAL_PIXELS)
    links = tuple(link for one in frozen if (link := award_round.verify_link(one.certificate)))
    year = f" {shared.OF_YEAR.format(year=award_round.year)}" if name == ALL else ""
    title = f"{called}{year} {design_name}"
    view = {
        **frame.frame(award_round, title),
        "design": design,
        "opening": labels.CERTIFICATE_OPENING,
        "heading": labels.CERTIFICATE,
        "chosen": labels.CERTIFICATE_CHOSEN,
        "seal": seal,
        "people": [_person(award_round, *one) for one in frozen],
        "labels": labels.ON_CERTIFICATE,
    }
    path = f"print/{award_round.year}/certificate/{design}-{name}.pdf"
    who = standing.named(one.winner for one in frozen)
    facts = frame.Facts(called=called, design=f"certificate-{name}", way=design_name, paper="A4", standing=who)
    facts["sets"] = () if name == ALL else ("ประกาศเกียรติคุณรายคน",)
    return frame.sheet(award_round, path, view, links, renditions, **facts)


def _person(award_round: PublicRound, _: PublicWinner, certificate: Certificate, issued: Issued) -> View:
    link = award_round.verify_link(certificate)
    return {
        "office": issued.office,
        "award_heading": issued.award,
        "day": formal_date(issued.day),
        "signer": {"name": f"({issued.signer.name.full})", "post": issued.signer.post},
        "name": issued.name.full,
        "name_lines": frame.name_lines(issued.name),
        "jawi": issued.name.jawi or "",
        "post": to_thai(_post(issued)),
        "wish": labels.CERTIFICATE_WISH_LATE if issued.name.late else labels.CERTIFICATE_WISH,
        "as_what": f"{of_year(award_round)}  {honoured(issued)}",
        "number": number_text(award_round, certificate),
        "code": _code(link) if link else None,
    }


def _code(link: VerifyLink) -> View:
    """Return the code of the page that confirms, smaller than on a wall, since nobody stands away from it.

    `quiet` is the white at each side, in shares of the code.
    """
    code = {**frame.code(link, labels.CERTIFICATE_PAGE), "mm": qr.smallest_mm(link.url, HELD_MM)}
    return {**code, "quiet": round(qr.QUIET_ZONE * HELD_MM / code["mm"], 4)}


def _post(issued: Issued) -> str:
    """Return post and division; of a team, which holds no post, the division alone."""
    said = labels.CERTIFICATE_TEAM if issued.name.team else labels.CERTIFICATE_POST
    return said.format(position=issued.position, division=issued.division)


PIECE = Piece(
    "certificate", labels.CERTIFICATE, each_ceremony(_lay_out), TYPESET, "certificate.typ", "verify",
    audience="internal", use=uses.HANDOVER, sets=("ประกาศเกียรติคุณ",),
)  # fmt: skip
