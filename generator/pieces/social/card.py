"""Social cards: each news item as a picture for a link preview, a post, a story and a LINE message.

Each shape has its own design; the same press draws them as draws paper. A preview on the site shows a photo only if its
owner agreed to the site *and* to social media, since it stands on the site and is copied to social media.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.disclosure import as_typed
from generator.piece import Piece, Rendition, Sheet, each_round
from generator.pieces.parts import asking, frame, mourning, uses
from generator.pieces.social import labels, limits, post
from generator.press.photo import PHOTO
from generator.press.picture import PICTURE
from generator.thai.dates import day_and_month

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import Publication, PublicRound
    from generator.piece import View
    from generator.pieces.social.post import Post

FOLDER = "assets/cards"
"""Where on the site the previews are, each under the path of its own page."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A card's shape and size in pixels: `name` ends its file's name, `drawn` is the design in the template."""

    name: str
    drawn: str
    width: int
    height: int
    most: int = limits.CARD_BYTES

    @property
    def say(self) -> str:
        """What the office calls it, with its size."""
        return labels.SHAPES[self.name]


FEW = 2
"""People who stand in one row on a square card and leave two lines to what is told of them."""

PHOTO_SIDES = (2048, 1600, 1200)
"""Widths of a posted photo in pixels, best first: Facebook keeps 2048."""

SQUARE = Shape("square", "square", 1080, 1080)
LINK = Shape("link", "link", 1200, 630, limits.PREVIEW_BYTES)
SHAPES = (
    LINK,
    SQUARE,
    Shape("story", "story", 1080, 1920),
    Shape("line", "square", 1040, 1040),
)
MESSAGE = Shape("message", "square", 1024, 1024, limits.PREVIEW_BYTES)


def _cards(award_round: PublicRound) -> Iterator[Sheet]:
    for news in post.posts(award_round):
        for shape in SHAPES:
            yield _sheet(award_round, news, shape, _path(award_round, news, shape), _path(award_round, news, SQUARE))


def _path(award_round: PublicRound, news: Post, shape: Shape) -> str:
    return f"social/{award_round.year}/{news.key}-{shape.name}.jpg"


def _first_preview(publication: Publication) -> Iterator[Sheet]:
    """Yield the preview of all pages that have none of their own."""
    newest = publication.newest_told or publication.newest
    yield _preview(newest, post.at_a_glance(newest), "index")


def _previews(award_round: PublicRound) -> Iterator[Sheet]:
    """Yield the preview that the pages of a round always have."""
    yield _preview(award_round, post.at_a_glance(award_round), f"{award_round.year}/index")


def _news_previews(award_round: PublicRound) -> Iterator[Sheet]:
    """Yield the previews of pages with a news item of their own, and the pictures of messages."""
    year = award_round.year
    yield _preview(award_round, post.criteria(award_round), f"{year}/criteria")
    yield _preview(award_round, post.about_survey(award_round), f"{year}/survey")
    for winner in award_round.winners:
        yield _preview(award_round, post.of_winner(award_round, winner), f"{year}/winner-{winner.id}")
    for news in post.posts(award_round):
        yield _sheet(award_round, news, MESSAGE, message_picture(award_round, news))


def _preview(award_round: PublicRound, news: Post, page: str) -> Sheet:
    return replace(_sheet(award_round, news, LINK, f"{FOLDER}/{page}.jpg"), shared_by=page)


def message_picture(award_round: PublicRound, news: Post) -> str:
    """Return where on the site a Flex message finds the picture of a news item."""
    return f"{FOLDER}/{award_round.year}/{news.key}-message.jpg"


def _sheet(award_round: PublicRound, news: Post, shape: Shape, path: str, look: str = "") -> Sheet:
    view, renditions = _view(award_round, news, shape)
    seal, seals = frame.seal(award_round, 200)
    link = award_round.link("social")
    view = {
        **view,
        **frame.heading(award_round),
        **frame.frame(award_round, f"{news.title} {frame.of_round(award_round)} {shape.say}"),
        "labels": labels.ON_CARD,
        "seal": seal,
        "short_name": award_round.organisation.short_name,
        "shape": shape.drawn,
        "pixels": {"width": shape.width, "format": "jpg", "most": shape.most},
        "alt": post.alt(award_round, news, coded=news.asks),
        "code": frame.code(link) if news.asks else None,
    }
    return frame.sheet(
        award_round,
        path,
        view,
        (link,) if news.asks else (),
        renditions + seals,
        look,
        called=labels.CARD.format(news=news.title),
        news=news.title,
        design=f"card-{news.key}",
        way=shape.say,
        standing=news.shown,
    )


def _view(award_round: PublicRound, news: Post, shape: Shape) -> tuple[View, tuple[Rendition, ...]]:
    office = award_round.organisation
    site = as_typed(office.site) or labels.CALL.format(phone=office.phone.printed)
    if news.photos:
        photo, rendition = frame.photograph(news.photos[0], shape.width)
        return {
            "kind": "photo",
            "photo": photo,
            "headline": news.headline,
            "lead": news.lead,
            "address": site,
        }, (rendition,)
    shown = news.winners or news.faces
    if not shown:
        where = award_round.link("social").short if news.asks else site
        return {
            "kind": "news",
            "headline": news.headline,
            "lead": news.lead,
            "when": asking.when(award_round) if news.asks else "",
            "effort": asking.in_short(award_round.programme.survey) if _takes_answers(award_round, news) else [],
            "until": _until(award_round) if news.asks else [],
            "figure": news.figure,
            "measured": news.measured,
            "share": float(news.share) if news.share is not None else None,
            "facts": _facts(news),
            **({"both": list(news.both)} if news.both else {}),
            **({"by": list(news.until)} if news.until else {}),
            "address": site if not where and shape.drawn == "link" else where,
        }, ()
    alone = len(shown) == 1
    persons = [frame.person(winner, _photo_pixels(len(shown), shape), cut=True) for winner in shown]
    keys = {"name", "name_lines", "parts", "broken", "position", "portrait", "leaf"} | (
        {"division", "citation", "quote", "quoted", "jawi", "satisfaction"} if alone else set()
    )
    category = persons[0][0]["category"] if alone else ""
    told = labels.CARD_OF_WINNER if alone else labels.CARD_OF_RESULT
    if news.faces:
        told = labels.CARD_OF_GIVEN
    return {
        "kind": "people",
        "people": [{key: value for key, value in view.items() if key in keys} for view, _ in persons],
        "news": told.format(year=award_round.year, category=category),
        "congratulation": frame.congratulation(award_round, shown[0]) if alone else "",
        "given": _given(award_round, shape, len(shown)) if news.faces else [],
        **({"given_what": labels.GIVEN_WHAT.format(award=award_round.programme.award_name)} if news.faces else {}),
        "address": site,
    }, tuple(rendition for _, photos in persons for rendition in photos)


def _takes_answers(award_round: PublicRound, news: Post) -> bool:
    return news.asks and award_round.survey_state != "closed"


def _until(award_round: PublicRound) -> list[str]:
    """Return in short lines until when answers count in the selection; later, until when they are taken."""
    plan = award_round.programme.survey
    if award_round.counting:
        return [labels.CARD_COUNTED_BY.format(day=day_and_month(plan.counted_until)), labels.CARD_COUNTED]
    return asking.period(plan, award_round.survey_state)


def _given(award_round: PublicRound, shape: Shape, count: int) -> list[str]:
    """Return in lines that the award was given, and on which day, or the last of its days.

    It is one line where faces want the room.
    """
    said = (labels.CARD_GIVEN, day_and_month(award_round.programme.step("ceremony").ends))
    low = shape.drawn == LINK.drawn or (shape.drawn == SQUARE.drawn and count > FEW)
    return [" ".join(said)] if low else list(said)


def _facts(news: Post) -> list[View]:
    """Return the facts that a card shows: of ways to answer the first, which is the phone; none below a figure."""
    if news.share is not None:
        return []
    if news.weights:
        return [
            {"name": name, "detail": "", "weight": weight, "citizens": citizens}
            for (name, _), (weight, citizens) in zip(news.facts, news.weights, strict=True)
        ]
    # Whose words they are is said once, by the title.
    said = f"{news.both[-1]}แล้ว " if news.both else ""
    return [
        {"name": name, "detail": detail.removeprefix(said)} for name, detail in news.facts[: 1 if news.asks else None]
    ]


def _photo_pixels(count: int, shape: Shape) -> int:
    """Return the width asked of a photo: that of its leaf on the card, with room for cropping a landscape photo."""
    share = {1: 0.7, 2: 0.5, 3: 0.5, 4: 0.5}.get(count, 0.35)
    return round(shape.width * share)


def photo_file(news: Post, number: int) -> str:
    """Return the name of the file of a post's own picture."""
    return f"{news.key}-photo-{number}.jpg"


def _photos(award_round: PublicRound) -> Iterator[Sheet]:
    """Yield the pictures of the ceremony themselves, to be posted behind the card."""
    for news in post.posts(award_round):
        for number, photo in enumerate(news.photos, 1):
            picture = photo.picture
            widths = sorted({min(side, picture.width) for side in PHOTO_SIDES}, reverse=True)
            form = mourning.photo(award_round.organisation)
            sizes = tuple(Rendition(picture.digest, width, form, photo.standing.portrayed) for width in widths)
            called = labels.PHOTO_OF_CEREMONY.format(number=number)
            yield Sheet(
                f"social/{award_round.year}/{photo_file(news, number)}",
                f"{called} {frame.of_round(award_round)}",
                {"sizes": [size.name for size in sizes], "most": limits.CARD_BYTES, "alt": photo.alt},
                award_round.year,
                (),
                sizes,
                called=called,
                design=f"photo-{number}",
                standing=photo.standing,
            )


def version(view: View) -> str:
    """Return what distinguishes a preview from an earlier one at the same address: apps keep the old one.

    What is the same on all cards, their layout and their labels, distinguishes none.
    """
    own = {key: value for key, value in view.items() if key != "labels"}
    return hashlib.sha256(json.dumps(own, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:8]


PHOTOS = Piece(
    "ceremony_photo", labels.OF_CEREMONY, each_round(_photos), PHOTO, "", "none", "social", "internal",
    use=uses.POSTS, kind="post", sets=("การ์ด",),
)  # fmt: skip
CARD = Piece(
    "card", labels.CARDS, each_round(_cards), PICTURE, "card.typ", "survey", "social", "internal",
    use=uses.POSTS, kind="post", sets=("การ์ด",),
)  # fmt: skip
PREVIEW = Piece(
    "card_preview", labels.PREVIEWS, each_round(_previews, _first_preview), PICTURE, "card.typ", "survey", "link",
    place="site", use=uses.WEBSITE, kind="program", lasting=True,
)  # fmt: skip
NEWS_PREVIEW = Piece(
    "card_news_preview", labels.NEWS_PREVIEWS, each_round(_news_previews), PICTURE, "card.typ", "survey", "link",
    place="site", use=uses.WEBSITE, kind="program",
)  # fmt: skip
