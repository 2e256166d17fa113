"""A site for tests, made from the rounds of `tests.support.rounds`; holds no assertion."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.disclosure import Brought, Publication, PublicFile, PublicRound, Reach
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
    privacy,
    profile,
    programme,
    reach,
    results,
    robots,
    round_page,
    schedule,
)
from generator.site import making as site
from generator.site.staging import stage
from generator.store import Store
from tests.support.product import ROOT
from tests.support.rounds import draw, make_round
from tests.support.waves import sheets_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.disclosure import Stage
    from generator.piece import Piece, Sheet

PAGES: tuple[Piece[Any], ...] = (
    *(
        module.PIECE
        for module in (
            home,
            round_page,
            programme,
            criteria,
            results,
            profile,
            archive,
            easy,
            media,
            reach,
            counting,
            complaint,
            privacy,
            landing,
            moved,
        )
    ),
    archive.DIVISION,
    archive.TRENDS_PAGE,
)
BESIDE: tuple[Piece[Any], ...] = (*feed.PIECES, schedule.PIECE, robots.PIECE, *host.PIECES, *embed.PIECES)
"""What stands beside the pages."""


def _file(path: str, called: str, piece: str, size: str, design: str = "", paper: str = "") -> PublicFile:
    suffix = Path(path).suffix
    return PublicFile(path, called, 2566, piece, size, None, "", called, design, paper, suffix)


FILES = (
    _file("files/2566/poster-a4.pdf", "โปสเตอร์ A4", "poster", "402 กิโลไบต์", "poster", "A4"),
    _file("files/2566/winner-w1-a4.pdf", "โปสเตอร์รายบุคคล", "winner_poster", "402 กิโลไบต์", "winner-w1", "A4"),
    _file("files/2566/script.txt", "บทประกาศเสียงตามสาย", "announcement", "1 กิโลไบต์"),
)
CONTACT = "# ติดต่อเรา\n\nมาที่[หน้าแรก](index.md)ได้เสมอ\n"


REACH = Reach(
    388,
    (
        Brought("จุดบริการ", 201, (Brought("สำนักปลัด", 120), Brought("กองช่าง", 81))),
        Brought("แบบกระดาษ", 99, (Brought("หมู่ที่ 1 บ้านควนเมา", 60), Brought("ที่อื่น ๆ รวมกัน", 39, rest=True))),
        Brought("ช่องทางอื่น ๆ รวมกัน", 88, rest=True),
    ),
    (Brought("สำนักปลัด", 120), Brought("กองช่าง", 81), Brought("ที่อื่น ๆ และที่ไม่ได้ระบุ", 187, rest=True)),
)
"""What channels and places brought, for a round of `tests.support.rounds`."""


def make_publication(*rounds: PublicRound, files: tuple[PublicFile, ...] = FILES) -> Publication:
    """Return a publication of these rounds, or of one announced round with five winners; files exist after a result."""
    shown = rounds or (make_round(),)
    return Publication(
        shown[0].organisation, shown, files if any(award_round.announced for award_round in shown) else ()
    )


def before_the_result(stage: Stage, **changes: Any) -> PublicRound:
    """Return a round as it is published at a stage before the result: without winners, the survey as at that stage."""
    award_round = make_round(
        0, stage=stage, award_signer=None, survey_state="open" if stage in {"survey", "judging"} else "coming"
    )
    figures = replace(
        award_round.outcomes,
        satisfaction=award_round.outcomes.satisfaction[:-1],
        complaints=award_round.outcomes.complaints[:-1],
    )
    return replace(award_round, outcomes=figures, **changes)


def sheets(publication: Publication) -> dict[str, tuple[Piece[Any], Sheet]]:
    """Return every page's sheet by its path; what pages tell of finished files, they tell of those on offer."""
    offered = [file.piece for file in publication.files] or ["nothing"]
    return {sheet.path: (piece, sheet) for piece in PAGES for sheet in sheets_of(piece, publication, None, *offered)}


def pages(publication: Publication, pictures: Path) -> dict[str, bytes]:
    """Return every page as Markdown, by its path."""
    return {
        path: piece.press.press(piece.template, sheet.view, pictures)
        for path, (piece, sheet) in sheets(publication).items()
    }


def assets(publication: Publication) -> dict[str, bytes]:
    """Return the pictures that the site shows, what stands beside its pages, and a stand-in for each public file."""
    beside = [(piece, sheet) for piece in BESIDE for sheet in piece.lay_out(publication)]
    wanted = {size for _, sheet in (*sheets(publication).values(), *beside) for size in sheet.renditions}
    drawn = {f"assets/pictures/{size.name}": draw(size) for size in wanted}
    made = {sheet.path: piece.press.press(piece.template, sheet.view, Path()) for piece, sheet in beside}
    return {**drawn, **made, **{file.path: file.title.encode() for file in publication.files}}


def make_project(folder: Path, content: Mapping[str, str] | None = None) -> Path:
    """Return a project folder with the real theme and some hand-written pages."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    for path, text in (content if content is not None else {"contact.md": CONTACT}).items():
        (folder / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "content" / path).write_text(text, encoding="utf-8")
    return folder


def photographs(project: Path) -> Store:
    """Return the store of a project's photos."""
    return Store(project / ".tonbaep" / "photos")


def make_site(project: Path, publication: Publication) -> Path:
    """Stage and build the whole site in a project; return its folder."""
    staged, out = project / ".tonbaep" / "staged", project / "site"
    stage(project, publication, pages(publication, project), assets(publication), staged, photographs(project))
    site.make(project, publication, staged, out)
    return out
