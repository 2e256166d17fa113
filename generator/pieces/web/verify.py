"""The page behind a certificate's code: it repeats the certificate, so that a forged copy that says more is noticed.

Only the code leads to it; no map, search, feed or list of the site names it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.piece import each_year
from generator.pieces.paper import certificate
from generator.pieces.parts import frame, standing
from generator.pieces.web import labels, page_frame
from generator.thai.dates import formal_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicYear
    from generator.piece import Sheet


def _lay_out(seen: PublicYear) -> Iterator[Sheet]:
    award_round = seen.award_round
    for winner in award_round.winners:
        issued = award_round.issued(winner)
        link = award_round.verify_link(winner.certificate) if winner.certificate else None
        if winner.certificate is None or link is None or issued is None:
            continue
        number = certificate.number_text(award_round, winner.certificate)
        yield page_frame.page(
            seen,
            link.path,
            labels.VERIFY,
            labels.VERIFY_DESCRIPTION.format(number=number, office=issued.office),
            {
                "labels": labels.ON_VERIFY,
                "year": award_round.year,
                "standing": standing.named((winner,)),
                "number": number,
                "issuer": issued.office,
                "award": frame.award_lines(issued.award),
                "of_year": certificate.of_year(award_round),
                "name": page_frame.person(issued.name),
                "jawi": issued.name.jawi or "",
                "position": issued.position,
                "division": issued.division,
                "honoured": certificate.honoured(issued),
                "day": formal_date(issued.day),
                "signer": {
                    "name": page_frame.person(issued.signer.name),
                    "post": issued.signer.post,
                },
                "office": frame.organisation(award_round.contact),
                "tel": award_round.contact.phone.dialled,
            },
            template="landing.html",
            search={"exclude": True},
            noindex=True,
        )


PIECE = page_frame.piece("verify", labels.VERIFY_PAGE, each_year(_lay_out), "verify.html.j2")
