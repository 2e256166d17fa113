"""How to complain about the service or a result: to whom, in which way, how soon, and who is above the office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pieces.parts import frame
from generator.pieces.web import page_frame

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
        "ร้องเรียน",
        f"ร้องเรียนเรื่องการให้บริการหรือผลการคัดเลือกของ{office.name}ได้กับใคร ทางไหน และจะได้คำตอบเมื่อไร",
        _body(publication),
    )


def _body(publication: Publication) -> View:
    office, complaints = publication.organisation, publication.organisation.complaints
    announced = publication.newest_announced
    signer = announced.award_signer if announced else None
    return {
        "office": frame.organisation(office),
        "tel": page_frame.telephone(office.phone),
        "address": list(office.address.parts),
        "receiver": complaints.receiver or publication.newest.programme.owner,
        "head": signer.post if signer else f"ผู้บริหารของ{office.name}",
        "days": complaints.days,
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
                "phone": instance.phone,
                "tel": page_frame.telephone(instance.phone),
                "detail": instance.detail,
            }
            for instance in complaints.instances
        ],
    }


PIECE = page_frame.piece("complaint", "หน้าร้องเรียน", _lay_out, "complaint.html.j2")
