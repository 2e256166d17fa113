"""What the pages of the site share: address, front matter, menu, a winner, a portrait, the survey."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from generator import palette
from generator.disclosure import NOBODY, Same, together
from generator.piece import Piece, Rendition, Sheet
from generator.pieces.parts import asking, frame, uses
from generator.pieces.web import called, labels, linked
from generator.press.page import PAGE
from generator.thai.dates import short_date
from generator.thai.figures import count, figure
from generator.thai.lines import phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.disclosure import (
        Honour,
        Portrait,
        Publication,
        PublicCard,
        PublicPhoto,
        PublicRound,
        PublicSurvey,
        PublicWinner,
        Seen,
    )
    from generator.model import Name, Organisation
    from generator.piece import View

Source = TypeVar("Source")

PICTURES = "assets/pictures"
WIDTHS = (400, 800)
"""The two widths of a portrait on the web, in pixels: for a card on a phone, and for a whole column."""

CUT_WIDTHS = (520, 960)
"""The same of a person who is cut out: the square around the person is half as wide again as the leaf."""

SEAL_PIXELS = 96
"""Of the seal's width; it is a JPEG, which every browser and host knows: it stands on every page."""
LONGEST = 16
"""The longest text, in letters, that a page keeps on one line: as much as a phone's narrowest column holds."""


def page(publication: Seen, at: str, title: str, description: str, body: View, **meta: object) -> Sheet:
    """Return the sheet of the page at an address such as `2566/index`: `body`, what every page has, and front matter.

    `renditions` in `body` are taken out of it: building has to make them, and the template does not show them. So is
    `about`, which describes the page's subject to programs (`linked`) and is left out of a page that search engines
    should not list. `standing` declares who stands on it besides those named in its link's picture. `pictured_as` is
    the page whose link picture it uses if it has none of its own. `labels` are what the template says beside the view;
    since they name nobody, no name is looked for in them.
    """
    renditions, about, standing = body.pop("renditions", ()), body.pop("about", ()), body.pop("standing", NOBODY)
    fixed, year = body.pop("labels"), body.get("year", 0)
    if not meta.get("noindex"):
        meta["linked"] = linked.graph(publication, f"{at}.html", year, title, tuple(about))
    card = _shared(publication, (at, body.pop("pictured_as", ""), f"{year}/index", "index"))
    shared = {"card": _card(card)} if card else {}
    view = {
        "meta": {"title": title, "description": description, **shared, **meta},
        "root": root(at),
        "title": title,
        **({} if meta.get("template") else renamed(publication, year)),
        **body,
    }
    view["names"] = _names(publication, year, json.dumps(view, ensure_ascii=False))
    view["labels"] = fixed
    who = together(standing, card.standing) if card else standing
    return Sheet(f"{at}.md", title, view, year=year, renditions=(*renditions, *_seal(publication)), standing=who)


def renamed(publication: Seen, year: int) -> View:
    """Return what the office was called in a round and is called now, if that differs; mostly nothing."""
    now = publication.organisation.name
    then = next((each.organisation.name for each in publication.rounds if each.year == year), now)
    return {} if then == now else {"renamed": labels.RENAMED.format(then=then, now=now)}


def piece(name: str, title: str, lay_out: Callable[[Source], Iterable[Sheet]], template: str) -> Piece[Source]:
    """Return the row of a page of the site."""
    return Piece(name, title, lay_out, PAGE, template, "none", channel="site", use=uses.WEBSITE, kind="page")


def _shared(publication: Seen, wanted: Iterable[str]) -> PublicCard | None:
    """Return the picture for links to a page: that of the first of these pages that has one."""
    return next((publication.cards[at] for at in wanted if at in publication.cards), None)


def _card(card: PublicCard) -> View:
    return {"src": card.path, "alt": card.alt, "width": card.width, "height": card.height}


def _names(publication: Seen, year: int, text: str) -> list[str]:
    """Return the names that a page keeps on one line, longest first.

    Only names on the page: one that changes elsewhere is no reason to press the page again. A very long name could be
    wider than a phone. A page of a round is looked through for those of its own round: looking for everybody of thirty
    years on a thousand pages would take longer than all else.
    """
    own = next((each for each in publication.rounds if each.year == year), None)
    known = _all_names(*map(Same, (own,) if own else publication.rounds))
    return [name for name in known if name in text]


@lru_cache(maxsize=64)
def _all_names(*of: Same[PublicRound]) -> tuple[str, ...]:
    """Return every name of some rounds that is kept on one line, longest first."""
    names = {name for each in of for name in frame.names(each.of) if len(name) <= LONGEST}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def root(at: str) -> str:
    """Return the path from a page up to the site's own folder, so that links work below any address and from a disk."""
    return "../" * at.count("/")


def menu(publication: Publication) -> list[View]:
    """Return the short menu: title and address within the site."""
    year = publication.newest.year
    entries = [
        (labels.HOME, "index.html"),
        (labels.ROUND.format(year=year), f"{year}/index.html"),
        (labels.CRITERIA, f"{year}/criteria.html"),
    ]
    told = publication.newest_told
    if told:
        entries.append((labels.RESULTS, f"{told.year}/results.html"))
    if publication.newest_announced:
        entries.append((labels.EVERY_YEAR, "archive.html"))
    entries.append((labels.MEDIA, "media.html"))
    return [{"title": title, "href": href} for title, href in entries]


def site(publication: Publication) -> View:
    """Return what the theme shows around every page: whose site it is, how to reach the office, marks, survey."""
    office, award_round, asking = publication.organisation, publication.newest, publication.asking
    seal = _seal(publication)
    return {
        **frame.organisation(office),
        "tel": office.phone.dialled,
        "title": office_name(office),
        "address": list(office.address.parts),
        "award": frame.award_lines(award_round.programme.award_name),
        "sample": publication.sample or office.sample,
        "card": _card(publication.cards["index"]) if "index" in publication.cards else None,
        "seal": f"{PICTURES}/{seal[0].name}" if seal else "",
        "colour": office.palette.primary,
        "survey": survey_route(asking),
        "complaint": "complaint.html",
        "easy": f"{award_round.year}/easy.html",
        "people": _beside(publication.newest_announced),
        "other_ways": [{"name": way.name, "detail": way.detail} for way in asking.plan.other_ways],
    }


BESIDE = 5
"""How many of those chosen stand beside the first words of a page that was written by hand."""


def _beside(award_round: PublicRound | None) -> View | None:
    """Return the first of those chosen, as the first page shows them: their pictures are there for it anyway."""
    if not award_round or not award_round.winners:
        return None
    first = award_round.winners[:BESIDE]
    shown = [winner(chosen, award_round.year) for chosen in first]
    kept = ("name", "given", "leaf", "portrait")
    people = [{key: one[key] for key in kept} for one in shown]
    return {
        "title": labels.ON_HOME["winners"].format(year=award_round.year),
        "wide": called.widest(first),
        "shown": people,
    }


def _seal(publication: Seen) -> tuple[Rendition, ...]:
    seal = publication.organisation.seal
    return (Rendition(seal.digest, min(SEAL_PIXELS, seal.width), "jpg"),) if seal else ()


def survey_href(asked: PublicSurvey) -> str:
    """Return the address, within the site, of the page that leads to the survey."""
    return f"s/{asked.link('site').code}.html"


def survey_route(asked: PublicSurvey) -> View:
    """Return the short way to the survey that stands on every page, with the survey's state in words.

    It always leads to the survey's own page, which goes by the visitor's date: if nobody has rebuilt the site since the
    survey closed, that page still tells the truth.
    """
    texts = {
        "open": labels.RATE,
        "coming": labels.RATE_FROM.format(day=short_date(asked.plan.opens)),
        "closed": labels.RATE_CLOSED.format(closed=asking.CLOSED),
    }
    return {"href": survey_href(asked), "state": asked.state, "text": texts[asked.state]}


def survey(asked: PublicSurvey) -> View:
    """Return the state of a survey and what it asks of a visitor."""
    plan = asked.plan
    return {
        "href": survey_href(asked),
        "state": asked.state,
        "period": asking.period(plan, asked.state),
        "takes": asking.takes(plan),
        "effort": asking.effort(plan),
        "other_ways": [{"name": way.name, "detail": way.detail} for way in plan.other_ways],
    }


def office_name(office: Organisation) -> View:
    """Return the office's name in two parts: the place name at its end is a single word and is never broken."""
    place = office.people if office.name.endswith(office.people) else ""
    return {"front": office.name.removesuffix(place), "place": place}


def person(name: Name) -> View:
    """Return a name in two parts, between which a line may break, and the pieces of a part that has no room on one."""
    parts = {"full": name.full, "front": name.short, "last": name.behind}
    pieces = [called.pieces(name.short), called.pieces(name.behind)]
    return {**parts, "pieces": pieces} if max(map(len, pieces)) > 1 else parts


def winner(chosen: PublicWinner, year: int, honour: Honour | None = None) -> View:
    """Return what the public sees of a winner; the portrait comes from `portrait`.

    With an `honour`, the winner is shown as chosen for it; without, for all of them.
    """
    satisfaction = chosen.satisfaction
    honours = (honour,) if honour else chosen.honours
    alone = honours[0] if len(honours) == 1 else None
    total = honours[0].total
    return {
        "id": chosen.id,
        "href": f"{year}/winner-{chosen.id}.html",
        "name": person(chosen.name),
        "jawi": chosen.name.jawi or "",
        "called": called.called(chosen.name),
        "given": called.given(chosen.name),
        "leaf": chosen.leaf % palette.LEAVES,
        "position": chosen.position,
        "division": chosen.division.name,
        "category": alone.category.name if alone else chosen.ranked,
        "place": alone.place_text if alone else "",
        "citation": chosen.citation,
        "quote": phrases(chosen.quote),
        "story": paragraphs(chosen.story),
        "satisfaction": {"percent": figure(satisfaction.percent), "replies": count(satisfaction.replies)}
        if satisfaction
        else None,
        "total": figure(total) if total is not None else None,
        "portrait": {**portrait(chosen.portrait), "alt": frame.described(chosen.name, chosen.portrait)}
        if chosen.portrait
        else None,
    }


def portrait(shown: Portrait) -> View:
    """Return a portrait's view for the web: sizes to choose from, one for old browsers, focus in steps of 5 percent.

    The focus becomes a class, since a strict content security policy forbids styles inside the page.
    """
    old, *pictures = _whole(shown)
    height = shown.picture.height / shown.picture.width
    return {
        "src": f"{PICTURES}/{old.name}",
        "sources": [[f"{PICTURES}/{picture.name}", picture.width] for picture in pictures],
        "alt": shown.alt,
        "width": old.width,
        "height": round(old.width * height),
        "focus": [5 * round(20 * part) for part in shown.focus],
        "cut": [[f"{PICTURES}/{picture.name}", picture.width] for picture in _cut(shown)],
    }


def renditions(shown: Portrait) -> tuple[Rendition, ...]:
    """Return a portrait's pictures, never wider than the photo itself: WebP, and a small JPEG for every browser.

    AVIF would be a tenth smaller than WebP, but takes five times as long to make.
    """
    return (*_whole(shown), *_cut(shown))


def _cut(shown: Portrait) -> tuple[Rendition, ...]:
    """Return the pictures of the person alone, without what is behind, where the outline is whole."""
    if not shown.face or not shown.face.whole:
        return ()
    most = round(shown.picture.width * shown.face.square[2])
    widths = sorted({min(width, most) for width in CUT_WIDTHS[: 1 if shown.of_old else None]})
    digest, whose, number = shown.picture.digest, (shown.whose,), shown.face.number
    return tuple(Rendition(digest, width, "cut-webp", whose, number) for width in widths)


def _whole(shown: Portrait) -> tuple[Rendition, ...]:
    """Return the pictures of the whole photo; of an old round it is shown small where the person is cut out."""
    small = shown.of_old and _cut(shown)
    widths = sorted({min(width, shown.picture.width) for width in WIDTHS[: 1 if small else None]})
    digest, whose = shown.picture.digest, (shown.whose,)
    old = Rendition(digest, widths[0], "jpg", whose)
    return (old, *(Rendition(digest, width, "webp", whose) for width in widths))


PHOTO_WIDTHS = (480, 960, 1600)
"""The widths of a picture of the ceremony, in pixels: for a phone, a column, and to be looked at by itself."""


def photograph(shown: PublicPhoto) -> View:
    """Return the view of a picture of the ceremony: sizes to choose from, one for old browsers, and what is in it."""
    old, *pictures = sizes(shown)
    return {
        "src": f"{PICTURES}/{old.name}",
        "sources": [[f"{PICTURES}/{picture.name}", picture.width] for picture in pictures],
        "alt": shown.alt,
        "width": old.width,
        "height": round(old.width * shown.picture.height / shown.picture.width),
    }


def sizes(shown: PublicPhoto) -> tuple[Rendition, ...]:
    """Return the sizes of a picture of the ceremony: a JPEG for every browser, then WebP."""
    digest, whose = shown.picture.digest, shown.standing.portrayed
    widths = sorted({min(width, shown.picture.width) for width in PHOTO_WIDTHS})
    old = Rendition(digest, widths[min(1, len(widths) - 1)], "jpg", whose)
    return (old, *(Rendition(digest, width, "webp", whose) for width in widths))


def all_renditions(winners: Iterable[PublicWinner]) -> tuple[Rendition, ...]:
    """Return every size of the winners' portraits."""
    return tuple(size for chosen in winners if chosen.portrait for size in renditions(chosen.portrait))


def paragraphs(text: str) -> list[str]:
    """Return a text's paragraphs as they were written, one per line."""
    return [line.strip() for line in text.splitlines() if line.strip()]
