"""Every piece of publicity in one table: a new output is one module, one template and one row here.

The first wave is laid out from what may be known; the second from what the first has finished.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.pieces.air import announcement, broadcast_plan, stop_notice, voice
from generator.pieces.ceremony import backdrop, invitation, name_card, run_of_show, sign_list, speeches
from generator.pieces.old_site import cms
from generator.pieces.paper import (
    banner,
    board_plan,
    bookmark,
    call_poster,
    certificate,
    issued_notice,
    job_ticket,
    newsletter,
    office_data,
    open_data,
    poster,
    summary,
    survey_form,
    survey_poster,
    thanks_poster,
    to_hang,
    winner_poster,
    you_said_poster,
)
from generator.pieces.social import caption, card, line_message, post_plan, press_release
from generator.pieces.web import (
    archive,
    complaint,
    counting,
    criteria,
    easy,
    embed,
    feed,
    home,
    host,
    landing,
    media,
    moved,
    notices,
    opinions,
    privacy,
    profile,
    programme,
    reach,
    results,
    robots,
    round_page,
    schedule,
    verify,
)

if TYPE_CHECKING:
    from generator.disclosure import Publication
    from generator.piece import Finished, Piece

FIRST: tuple[Piece[Publication], ...] = (
    *call_poster.PIECES,
    *poster.PIECES,
    *winner_poster.PIECES,
    *thanks_poster.PIECES,
    *you_said_poster.PIECES,
    banner.PIECE,
    backdrop.PIECE,
    bookmark.PIECE,
    *survey_poster.PIECES,
    survey_form.PIECE,
    newsletter.PIECE,
    newsletter.IN_THE_OFFICE,
    summary.PIECE,
    summary.WITHIN,
    open_data.PIECE,
    office_data.PIECE,
    issued_notice.PIECE,
    certificate.PIECE,
    run_of_show.PIECE,
    speeches.REPORT,
    speeches.ADDRESS,
    invitation.PIECE,
    sign_list.PIECE,
    name_card.CARD,
    name_card.BADGE,
    *announcement.PIECES,
    broadcast_plan.SHEET,
    broadcast_plan.TABLE,
    stop_notice.PIECE,
    voice.SHARED,
    voice.STICK_WAV,
    voice.STICK_MP3,
    *cms.PIECES,
    card.CARD,
    card.PREVIEW,
    card.NEWS_PREVIEW,
    card.PHOTOS,
    caption.PIECE,
    post_plan.SHEET,
    post_plan.TABLE,
    line_message.PIECE,
    press_release.AS_TEXT,
    press_release.AS_DOCUMENT,
    home.PIECE,
    programme.PIECE,
    profile.PIECE,
    criteria.PIECE,
    notices.PIECE,
    easy.PIECE,
    archive.PIECE,
    archive.DIVISION,
    archive.TRENDS_PAGE,
    results.PIECE,
    reach.PIECE,
    counting.PIECE,
    opinions.PIECE,
    complaint.PIECE,
    privacy.PIECE,
    landing.PIECE,
    verify.PIECE,
    moved.PIECE,
    *feed.PIECES,
    schedule.PIECE,
    robots.PIECE,
    *host.PIECES,
    *embed.PIECES,
)

SECOND: tuple[Piece[Finished], ...] = (
    to_hang.PIECE,
    board_plan.PIECE,
    job_ticket.PIECE,
    job_ticket.SHEET,
    round_page.PIECE,
    media.PIECE,
)

PIECES: tuple[Piece[Any], ...] = (*FIRST, *SECOND)
