"""The office's announcements for feed readers: RSS 2.0 and JSON Feed 1.1, with the same items in both."""

from __future__ import annotations

from email.utils import format_datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.era import BUDDHIST_ERA
from generator.piece import Piece, Sheet
from generator.pieces.parts import standing, uses
from generator.pieces.web import labels, news
from generator.press.web_text import JSON, MARKUP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import Publication, Standing
    from generator.model import Organisation
    from generator.piece import View
    from generator.pieces.web.news import News

RSS, JSON_FEED = "feed.xml", "feed.json"
MOST = 40
"""How many items a feed holds: the announcements of eight years."""


def _channel(publication: Publication) -> View:
    """Return what both feeds say about themselves."""
    office, award_round = publication.organisation, publication.newest
    title = labels.FEED_TITLE.format(award=award_round.programme.award_name, office=office.short_name)
    return {
        "title": news.marked(award_round, title),
        "description": labels.FEED_DESCRIPTION.format(office=office.name, programme=award_round.programme.title),
        "home": f"{office.site}/index.html",
    }


def tag(office: Organisation, news_of: str) -> str:
    """Return an item's permanent name (a `tag:` URI, RFC 4151), even if the page moves or its title changes."""
    site, year = urlsplit(office.site), int(news_of[:4]) - BUDDHIST_ERA
    return f"tag:{site.hostname},{year}:{site.path}{news_of}"


def _items(publication: Publication) -> Iterator[tuple[News, View]]:
    office = publication.organisation
    for news_item in news.of_all(publication)[:MOST]:
        yield (
            news_item,
            {
                "id": tag(office, f"{news_item.year}/{news_item.key}"),
                "url": f"{office.site}/{news_item.href}",
                "title": news_item.title,
                "text": "\n".join(news_item.lines),
            },
        )


def _rss(publication: Publication) -> Iterator[Sheet]:
    items = [{**view, "published": format_datetime(news_item.moment)} for news_item, view in _items(publication)]
    view = {**_channel(publication), "self": f"{publication.organisation.site}/{RSS}", "items": items}
    yield Sheet(RSS, labels.FEED, view, standing=_standing(publication))


def _json(publication: Publication) -> Iterator[Sheet]:
    channel, office = _channel(publication), publication.organisation
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel["title"],
        "description": channel["description"],
        "home_page_url": channel["home"],
        "feed_url": f"{office.site}/{JSON_FEED}",
        "language": "th",
        "authors": [{"name": office.name, "url": channel["home"]}],
        "items": [
            {
                "id": view["id"],
                "url": view["url"],
                "title": view["title"],
                "content_text": view["text"],
                "date_published": news_item.moment.isoformat(),
            }
            for news_item, view in _items(publication)
        ],
    }
    yield Sheet(JSON_FEED, labels.FEED_JSON, {"document": document}, standing=_standing(publication))


def _standing(publication: Publication) -> Standing:
    return standing.named(winner for news_item, _ in _items(publication) for winner in news_item.people)


PIECES = (
    Piece(
        "feed", labels.FEED, _rss, MARKUP, "feed.xml.j2", "none", channel="site", place="site", use=uses.WEBSITE,
        kind="program",
    ),
    Piece(
        "feed_json", labels.FEED_JSON, _json, JSON, "", "none", channel="site", place="site", use=uses.WEBSITE,
        kind="program",
    ),
)  # fmt: skip
