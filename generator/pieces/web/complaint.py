"""How to complain about the service or a result: to whom, in which way, who is above the office, what it promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pieces.parts import frame
from generator.pieces.web import labels, page_frame

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import Publication
    from generator.piece import Sheet, View

HREF = "complaint.html"


def _lay_out(publication: Publication) -> Iterator[Sheet]:
    office = publication.organisation
    yield page_frame.page(
        publication,
        "complaint",
        labels.COMPLAINT,
        labels.COMPLAINT_DESCRIPTION.format(office=office.name),
        _body(publication),
    )


def _body(publication: Publication) -> View:
    office, complaints = publication.organisation, publication.organisation.complaints
    announced = publication.newest_told
    signer = announced.award_signer if announced else None
    return {
        "labels": labels.ON_COMPLAINT,
        "office": frame.organisation(office),
        "tel": office.phone.dialled,
        "address": list(office.address.parts),
        "receiver": complaints.receiver or publication.newest.programme.owner,
        "head": signer.post if signer else labels.COMPLAINT_HEAD.format(office=office.name),
        "nameless": page_frame.paragraphs(complaints.nameless),
        "secret": page_frame.paragraphs(complaints.secret),
        "then": [*page_frame.paragraphs(complaints.receipt), *page_frame.paragraphs(complaints.inquiry)],
        "days": complaints.days,
        "appeal": page_frame.paragraphs(complaints.appeal),
        "box": complaints.box,
        "note": page_frame.paragraphs(complaints.note),
        "result": {
            "year": announced.year,
            "results": f"{announced.year}/results.html",
            "criteria": f"{announced.year}/criteria.html",
        }
        if announced
        else None,
        "instances": [
            {
                "name": instance.name,
                "phone": instance.phone.printed,
                "tel": instance.phone.dialled,
                "detail": instance.detail,
            }
            for instance in complaints.instances
        ],
    }


PIECE = page_frame.piece("complaint", labels.COMPLAINT_PAGE, _lay_out, "complaint.html.j2")
