"""This year's winners as a block for the office's old site: source to paste, or one line that updates itself.

Its styles are inside its elements, so that the page around it cannot override them; it loads nothing from any host but
its own.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from generator.palette import LEAVES, SHOWN, WHITE, contrast, worded_leaves
from generator.piece import Piece, Rendition, Sheet
from generator.pieces.parts import frame, mourning, standing, uses
from generator.pieces.web import called, labels, page_frame
from generator.press.embed import BLOCK, HERE, SCRIPT
from generator.thai.dates import moment_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import Portrait, Publication, PublicRound, PublicWinner
    from generator.model import Name, Organisation
    from generator.piece import View

FOLDER = "embed"
BLOCK_PATH, SCRIPT_PATH = f"{FOLDER}/winners.txt", f"{FOLDER}/winners.js"
PHOTO_PIXELS, CUT_PIXELS = 240, 300
"""Of a whole photo and of the square around a person who is cut out; a fine screen needs twice what is seen."""

LEAF = 96
"""How wide a leaf is in the block, in pixels."""

FONT = "font-family:Sarabun,'Noto Sans Thai','Leelawadee UI',Thonburi,Tahoma,sans-serif"

SMALLEST, LARGEST = 16, 34
"""The sizes, in pixels, of a given name that is the picture of somebody."""

INK = "#1a1407"
"""Words on a leaf, as on the site."""


def _styles(office: Organisation) -> dict[str, str]:
    """Return the styles of the block: a field in the office's colour, from whose leaves its people step out."""
    colours, grey = office.palette, ";filter:grayscale(1)" if mourning.mourns(office) else ""
    field, words, bright = colours.primary, colours.on_field, colours.on_field_accent
    if contrast(field, WHITE) < SHOWN:
        field, words, bright = colours.deep, WHITE, colours.bright
    leaf = f"display:block;position:absolute;left:0;top:16px;width:{LEAF}px;height:101px;border-radius:38% 0"
    plain = {
        "box": "display:block;box-sizing:border-box;max-width:1100px;margin:0 auto;padding:24px 20px 28px;"
        f"border-radius:44px 0;background:{field};color:{words};color-scheme:only light;{FONT};font-size:18px;"
        f"line-height:1.6;text-align:left{grey}",
        "sample": f"display:inline-block;padding:0 12px;border-radius:12px 0;background:#ffd75e;color:#1d1600;{FONT};"
        "font-size:16px;line-height:1.7;font-weight:700",
        "kicker": f"display:block;margin:0;color:{bright};{FONT};font-size:18px;line-height:1.6;font-weight:700",
        "title": f"display:block;margin:2px 0 12px;color:{words};{FONT};font-size:28px;line-height:1.4;font-weight:700",
        "list": "display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,290px),1fr));gap:14px 20px;"
        "margin:0;padding:0;list-style:none",
        "card": "display:block;min-width:0",
        "link": f"display:flex;align-items:flex-start;gap:16px;color:{words};text-decoration:none;cursor:pointer",
        "picture": f"display:block;position:relative;flex:none;width:{LEAF}px;height:117px",
        "clip": f"display:block;position:absolute;left:0;top:0;width:{LEAF}px;height:117px;overflow:hidden;"
        "border-radius:0 0 38% 0 / 0 0 33% 0",
        "person": "display:block;position:absolute;left:-24px;top:-6px;width:144px;height:144px;max-width:none;"
        "object-fit:cover;object-position:50% 0",
        "photo": f"{leaf};object-fit:cover;overflow:hidden",
        "text": "display:block;flex:1 1 0;min-width:0;padding:12px 0 0",
        "name": f"display:block;color:{words};{FONT};font-size:18px;line-height:1.45;font-weight:700;"
        "overflow-wrap:anywhere",
        "given": f"display:block;max-width:100%;color:{words};{FONT};font-size:22px;line-height:1.4;font-weight:700",
        "post": f"display:block;color:{words};{FONT};font-size:16px;line-height:1.5;overflow-wrap:anywhere",
        "foot": f"display:block;margin:22px 0 0;color:{words};{FONT};font-size:18px;line-height:1.6",
        "more": f"display:inline-block;padding:10px 22px;border-radius:18px 0;background:{bright};color:{field};{FONT};"
        "font-size:18px;line-height:1.6;font-weight:700;text-decoration:none;cursor:pointer",
        "part": f"display:inline-block;max-width:100%;color:inherit;{FONT};font-size:inherit;line-height:inherit;"
        "font-weight:inherit;text-decoration:inherit;cursor:inherit",
    }
    for number, shade in enumerate(worded_leaves(colours.leaves, field)):
        plain[f"leaf{number}"] = (
            f"{leaf};background:{shade};color:{INK};{FONT};line-height:101px;font-weight:700;text-align:center;"
            "overflow:hidden;white-space:nowrap"
        )
    return {name: _firm(f"all:initial;{style}") for name, style in plain.items()}


def _firm(style: str) -> str:
    """Return a style that no style sheet of a page overrides."""
    return ";".join(f"{declaration}!important" for declaration in style.split(";"))


def _view(award_round: PublicRound, publication: Publication, base: str) -> tuple[View, tuple[Rendition, ...]]:
    view = {
        "labels": labels.ON_EMBED,
        "base": base,
        "styles": _styles(publication.organisation),
        "office": page_frame.office_name(publication.organisation),
        "award": frame.award_lines(award_round.programme.award_name),
        "year": award_round.year,
        "sample": publication.sample,
        "people": [_person(winner, award_round.year) for winner in award_round.winners],
        "coming": "" if award_round.announced else _due(award_round),
        "nobody": labels.NOBODY_CHOSEN if award_round.nobody else "",
        "href": f"{award_round.year}/{'results' if award_round.announced else 'index'}.html",
    }
    return view, tuple(size for winner in award_round.winners for size in _photos(winner.portrait))


def _due(award_round: PublicRound) -> str:
    if award_round.late:
        return labels.LATE
    return labels.ON_EMBED["coming"].format(moment=moment_text(award_round.programme.result_at))


def _photos(portrait: Portrait | None) -> tuple[Rendition, ...]:
    """Return the whole photo, which every browser shows, and then the person alone where the outline is whole."""
    if portrait is None:
        return ()
    picture, face, whose = portrait.picture, portrait.face, (portrait.whose,)
    whole = Rendition(picture.digest, min(PHOTO_PIXELS, picture.width), "jpg", whose)
    if not face or not face.whole:
        return (whole,)
    width = min(CUT_PIXELS, round(picture.width * face.square[2]))
    return (whole, Rendition(picture.digest, width, "cut-webp", whose, face.number))


def _person(winner: PublicWinner, year: int) -> View:
    portrait, (photo, *cut) = winner.portrait, [each.name for each in _photos(winner.portrait)] or [""]
    return {
        "name": winner.name.full,
        "called": called.parts(winner.name),
        "post": winner.position,
        "division": winner.division.name,
        "href": f"{year}/winner-{winner.id}.html",
        "leaf": f"leaf{winner.leaf % LEAVES}",
        "given": "" if portrait else _given(winner.name),
        "photo": f"{page_frame.PICTURES}/{photo}" if photo else "",
        "cut": f"{page_frame.PICTURES}/{cut[0]}" if cut else "",
        "alt": frame.described(winner.name, portrait) if portrait else "",
        "focus": _firm("object-position:{}% {}%".format(*(round(100 * part) for part in portrait.focus)))
        if portrait
        else "",
    }


def _given(name: Name) -> View | str:
    """Return the given name that stands in a leaf and its size, "" of one that could not be read so small."""
    drawn = called.given(name)
    size = min(LARGEST, LEAF * 1000 // drawn["width"])
    if len(drawn["lines"]) > 1 or size < SMALLEST:
        return ""
    return {"words": drawn["lines"][0], "size": _firm(f"font-size:{size}px")}


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
