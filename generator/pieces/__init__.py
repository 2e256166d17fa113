"""Every piece of publicity, in plain sight: a new output is one module, one template and one row here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pieces import (
    announcement,
    backdrop,
    banner,
    board_plan,
    broadcast_plan,
    call_poster,
    certificate,
    criteria,
    home,
    landing,
    media,
    name_card,
    newsletter,
    poster,
    privacy,
    profile,
    programme,
    results,
    round_page,
    run_of_show,
    stop_notice,
    survey_form,
    survey_poster,
    verify,
    voice,
    winner_poster,
)

if TYPE_CHECKING:
    from generator.piece import Piece

PIECES: tuple[Piece, ...] = (
    *call_poster.PIECES,
    *poster.PIECES,
    *winner_poster.PIECES,
    banner.PIECE,
    backdrop.PIECE,
    *survey_poster.PIECES,
    survey_form.PIECE,
    board_plan.PIECE,
    newsletter.PIECE,
    newsletter.IN_THE_OFFICE,
    certificate.PIECE,
    run_of_show.PIECE,
    name_card.CARD,
    name_card.BADGE,
    *announcement.PIECES,
    broadcast_plan.SHEET,
    broadcast_plan.TABLE,
    stop_notice.PIECE,
    voice.SHARED,
    voice.STICK_WAV,
    voice.STICK_MP3,
    home.PIECE,
    programme.PIECE,
    round_page.PIECE,
    profile.PIECE,
    criteria.PIECE,
    results.PIECE,
    media.PIECE,
    privacy.PIECE,
    landing.PIECE,
    verify.PIECE,
)
