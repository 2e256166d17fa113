"""This year's winners as a block for the office's old site: source to paste, or one line that updates itself.

Its styles are inside its elements, so that the page around it cannot override them; it loads nothing from any host but
its own.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from generator.piece import Piece, Rendition, Sheet
from generator.pieces.parts import frame, mourning, standing, uses
from generator.pieces.web import labels, page_frame
from generator.press.embed import BLOCK, HERE, SCRIPT
from generator.thai.dates import moment_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import Portrait, Publication, PublicRound, PublicWinner
    from generator.model import Organisation
    from generator.piece import View

FOLDER = "embed"
BLOCK_PATH, SCRIPT_PATH = f"{FOLDER}/winners.txt", f"{FOLDER}/winners.js"
PHOTO_PIXELS = 240
"""A photo is 88 pixels wide in the block; high-resolution screens need more."""

FONT = "font-family:Sarabun,'Noto Sans Thai','Leelawadee UI',Thonburi,Tahoma,sans-serif"


def _styles(office: Organisation) -> dict[str, str]:
    colours, grey = office.palette, ";filter:grayscale(1)" if mourning.mourns(office) else ""
    ink, quiet, line = "#1d2426", "#4a5356", "#d9d6ce"
    plain = {
        "box": "display:block;box-sizing:border-box;max-width:1100px;margin:0 auto;padding:20px;"
        f"border:1px solid {line};border-top:6px solid {colours.accent_bar};border-radius:14px;background:#fff;"
        f"color:{ink};{FONT};font-size:18px;line-height:1.6;text-align:left{grey}",
        "sample": f"display:inline-block;padding:0 12px;border-radius:20px;background:#ffd75e;color:#1d1600;{FONT};"
        "font-size:16px;line-height:1.7;font-weight:700",
        "kicker": f"display:block;margin:0;color:{quiet};{FONT};font-size:18px;line-height:1.6",
        "title": f"display:block;margin:0 0 14px;color:{colours.deep};{FONT};font-size:24px;line-height:1.5;"
        "font-weight:700",
        "list": "display:flex;flex-wrap:wrap;gap:12px;margin:0;padding:0;list-style:none",
        "card": "display:block;box-sizing:border-box;flex:1 1 300px;max-width:100%;min-width:0",
        "link": f"display:flex;flex-wrap:wrap;align-items:center;gap:14px;box-sizing:border-box;height:100%;"
        f"padding:10px;border:1px solid {line};border-radius:12px;color:{ink};text-decoration:none;cursor:pointer",
        "photo": "display:block;flex:none;width:88px;height:88px;border-radius:50%;object-fit:cover;overflow:hidden",
        "letter": f"display:block;flex:none;box-sizing:border-box;width:88px;height:88px;border-radius:50%;"
        f"background:{colours.primary};color:{colours.on_field};{FONT};font-size:40px;line-height:88px;text-align:center",
        "text": "display:block;flex:1 1 170px;min-width:0",
        "name": f"display:block;color:{colours.deep};{FONT};font-size:19px;line-height:1.5;font-weight:700;"
        "text-decoration:underline",
        "post": f"display:block;color:{quiet};{FONT};font-size:17px;line-height:1.5;overflow-wrap:anywhere",
        "foot": f"display:block;margin:14px 0 0;{FONT};font-size:18px;line-height:1.6",
        "more": f"display:inline-block;padding:8px 0;color:{colours.deep};{FONT};font-size:18px;line-height:1.6;"
        "font-weight:700;text-decoration:underline;cursor:pointer",
        "part": f"display:inline-block;max-width:100%;color:inherit;{FONT};font-size:inherit;line-height:inherit;"
        "font-weight:inherit;text-decoration:inherit;cursor:inherit",
    }
    return {name: _firm(f"all:initial;{style}") for name, style in plain.items()}


def _firm(style: str) -> str:
    """Return a style that no style sheet of a page overrides."""
    return ";".join(f"{declaration}!important" for declaration in style.split(";"))


def _view(award_round: PublicRound, publication: Publication, base: str) -> tuple[View, tuple[Rendition, ...]]:
    pairs = [(winner, _photo(winner.portrait)) for winner in award_round.winners]
    view = {
        "labels": labels.ON_EMBED,
        "base": base,
        "styles": _styles(publication.organisation),
        "office": page_frame.office_name(publication.organisation),
        "award": frame.award_lines(award_round.programme.award_name),
        "year": award_round.year,
        "sample": publication.sample,
        "people": [_person(winner, photo, award_round.year) for winner, photo in pairs],
        "coming": "" if award_round.announced else _due(award_round),
        "nobody": labels.NOBODY_CHOSEN if award_round.nobody else "",
        "href": f"{award_round.year}/{'results' if award_round.announced else 'index'}.html",
    }
    return view, tuple(photo for _, photo in pairs if photo)


def _due(award_round: PublicRound) -> str:
    if award_round.late:
        return labels.LATE
    return labels.ON_EMBED["coming"].format(moment=moment_text(award_round.programme.result_at))


def _photo(portrait: Portrait | None) -> Rendition | None:
    if portrait is None:
        return None
    return Rendition(portrait.picture.digest, min(PHOTO_PIXELS, portrait.picture.width), "jpg", (portrait.whose,))


def _person(winner: PublicWinner, photo: Rendition | None, year: int) -> View:
    portrait = winner.portrait
    return {
        "name": page_frame.person(winner.name),
        "post": winner.position,
        "division": winner.division.name,
        "href": f"{year}/winner-{winner.id}.html",
        "initial": winner.name.initial,
        "photo": f"{page_frame.PICTURES}/{photo.name}" if photo else "",
        "alt": frame.described(winner.name, portrait) if portrait else "",
        "focus": _firm("object-position:{}% {}%".format(*(round(100 * part) for part in portrait.focus)))
        if portrait
        else "",
    }


def _sheet(publication: Publication, path: str, title: str, base: str) -> Sheet:
    award_round = publication.newest_told or publication.newest
    view, renditions = _view(award_round, publication, base)
    return Sheet(path, title, view, renditions=renditions, standing=standing.shown(award_round.winners))


def _block(publication: Publication) -> Iterator[Sheet]:
    site = f"{publication.organisation.site}/"
    yield _sheet(publication, BLOCK_PATH, labels.EMBED_BLOCK, site)


def _script(publication: Publication) -> Iterator[Sheet]:
    yield _sheet(publication, SCRIPT_PATH, labels.EMBED_SCRIPT, HERE)


def lines(publication: Publication) -> View:
    """Return both ways for a page: the line to paste, and where the block is within the site."""
    site = html.escape(publication.organisation.site)
    without = f'<noscript><a href="{site}/index.html">{site.partition("://")[2]}</a></noscript>'
    return {"line": f'<script src="{site}/{SCRIPT_PATH}"></script>{without}', "block": BLOCK_PATH}


PIECES = (
    Piece(
        "embed", labels.EMBED_BLOCKS, _block, BLOCK, "embed.html.j2", "none", channel="site", place="site",
        use=uses.WEBSITE, kind="program",
    ),
    Piece(
        "embed_script", labels.EMBED_SCRIPTS, _script, SCRIPT, "embed.html.j2", "none", channel="site", place="site",
        use=uses.WEBSITE, kind="program",
    ),
)  # fmt: skip
