"""The privacy notice: what the site holds about people, on which ground of the PDPA, and whom to ask about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.disclosure import MIN_GROUP, as_typed
from generator.pieces.parts import frame
from generator.pieces.web import labels, page_frame

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import Publication
    from generator.model import Survey
    from generator.piece import Sheet


def _lay_out(publication: Publication) -> Iterator[Sheet]:
    award_round = publication.newest
    office = publication.organisation
    yield page_frame.page(
        publication,
        "privacy",
        labels.PRIVACY,
        labels.PRIVACY_DESCRIPTION.format(office=office.name),
        {
            "labels": labels.ON_PRIVACY,
            "office": frame.organisation(office),
            "tel": office.phone.dialled,
            "address": list(office.address.parts),
            "owner": award_round.programme.owner,
            "smallest_group": MIN_GROUP,
            "form_host": as_typed(award_round.link("site").form).partition("/")[0],
            "known": _known(award_round.programme.survey),
            "nameless": award_round.programme.survey.nameless,
            "survey": page_frame.survey(award_round.survey),
        },
    )


def _known(survey: Survey) -> str:
    """Return what is known of a reply besides its answers: what the form takes by its link."""
    told = (survey.knows_channel, survey.knows_place)
    known = [word for word, is_told in zip(labels.KNOWN, told, strict=True) if is_told]
    return labels.ONLY_KNOWN.format(known=labels.AND.join(known)) if known else labels.NOTHING_KNOWN


PIECE = page_frame.piece("privacy", labels.PRIVACY_PAGE, _lay_out, "privacy.html.j2")
