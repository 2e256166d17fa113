"""The page behind a certificate's code: it repeats the certificate, so that a forged copy that says more is noticed.

Only the code leads to it; no map, search, feed or list of the site names it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pieces.paper import certificate
from generator.pieces.parts import frame, standing
from generator.pieces.web import page_frame
from generator.thai.dates import formal_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import Publication
    from generator.piece import Sheet


def _lay_out(publication: Publication) -> Iterator[Sheet]:
    for award in publication.rounds:
        for winner in award.winners:
            if winner.certificate is None or award.award_signer is None:
                continue
            number = certificate.number_text(award, winner.certificate)
            yield page_frame.page(
                publication,
                f"{award.verify_link(winner.certificate).path}",
                "ตรวจสอบประกาศเกียรติคุณ",
                f"ประกาศเกียรติคุณ {number} ของ{publication.organisation.name}",
                {
                    "standing": standing.named((winner,)),
                    "number": number,
                    "award": frame.award_lines(award.programme.award),
                    "of_year": certificate.of_year(award),
                    "name": page_frame.person(winner.name),
                    "jawi": winner.name.jawi or "",
                    "position": winner.position,
                    "division": winner.division.name,
                    "honoured": certificate.honoured(winner),
                    "day": formal_date(certificate.given_on(award.programme)),
                    "signer": {
                        "name": page_frame.person(award.award_signer.name),
                        "post": award.award_signer.post,
                    },
                    "office": frame.organisation(award.organisation),
                    "tel": page_frame.telephone(award.organisation.phone),
                },
                template="landing.html",
                search={"exclude": True},
                noindex=True,
            )


PIECE = page_frame.piece("verify", "หน้าตรวจสอบประกาศเกียรติคุณ", _lay_out, "verify.html.j2")
