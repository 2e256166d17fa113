"""The news for an office's old site: one folder each, with text to paste, and pictures and papers to upload.

Old content systems keep one flat list of files and strip what they do not know. So names are ASCII, the HTML consists
of paragraphs, lists, links and pictures without styles, and no picture is wider or larger than these systems accept. Of
a person it shows what the site may show.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generator.disclosure import Publication, together
from generator.piece import Piece, Rendition, Sheet
from generator.pieces.old_site import labels
from generator.pieces.paper import call_poster, poster, survey_poster, winner_poster
from generator.pieces.parts import frame, mourning, standing, uses
from generator.pieces.web import embed, news, page_frame
from generator.press.photo import PHOTO
from generator.press.picture import PICTURE
from generator.press.text import FRAGMENT, TEXT
from generator.press.typeset import TYPESET
from generator.press.web_text import MARKUP
from generator.thai.dates import long_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.disclosure import PublicPhoto, PublicRound, PublicWinner, Standing
    from generator.model import Organisation, Picture
    from generator.piece import Code, Press, View
    from generator.pieces.web.news import News

    LayOut = Callable[[Publication], Iterator[Sheet]]

FOLDER = "social/cms"
GUIDE = f"{FOLDER}/index.html"
SIDES = (1200, 900, 640, 400)
"""Possible lengths in pixels of a photo's longer side, best first."""

POSTER_PIXELS = 848
"""The width of a poster whose height is 1200 pixels."""

MOST = 300_000
"""The largest size of a picture in bytes: an old system takes half a megabyte, and phones load slowly in villages."""

POSTERS: dict[str, Piece[Publication]] = {
    "criteria": call_poster.PIECE,
    "nominations": call_poster.PIECE,
    "survey": survey_poster.PIECES[0],
    "result": poster.PIECE,
    "ceremony": poster.PIECE,
    "winner": winner_poster.PIECE,
}
"""The design for each kind of news; the news of one winner gets that winner's own."""


class Item(NamedTuple):
    """One piece of news for the old site: `facts` are paragraphs before the list of people, `body` those after it."""

    award_round: PublicRound
    key: str
    day: str
    title: str
    facts: tuple[str, ...]
    people: tuple[PublicWinner, ...]
    body: tuple[str, ...]
    href: str

    @property
    def folder(self) -> str:
        """The folder of its files, within `build/`."""
        return f"{FOLDER}/{self.award_round.year}/{self.key}"

    def file(self, what: str) -> str:
        """Return a file name that is unique: an old system keeps all files in one list."""
        return f"{self.award_round.year}-{what}"


def items(publication: Publication) -> Iterator[Item]:
    """Yield the news round by round, the newest round first, and after a result the news of each winner.

    What is made before its moment is only for paper: none of it can be uploaded by mistake.
    """
    for award_round in (award_round for award_round in publication.rounds if not award_round.early):
        for news_item in news.of_round(award_round):
            yield _of_news(award_round, news_item)
            yield from (_of_winner(award_round, winner, news_item) for winner in news_item.people)


def _of_news(award_round: PublicRound, news_item: News) -> Item:
    day = long_date(news_item.moment.date())
    facts, body = news_item.paragraphs[:1], news_item.paragraphs[1:]
    return Item(award_round, news_item.key, day, news_item.title, facts, news_item.people, body, news_item.href)


def _of_winner(award_round: PublicRound, winner: PublicWinner, result: News) -> Item:
    """Return a winner's own news; what describes the person is empty without consent, and is left out."""
    texts = (
        winner.citation,
        *page_frame.paragraphs(winner.story),
        labels.QUOTE.format(quote=winner.quote) if winner.quote else "",
    )
    return Item(
        award_round,
        f"winner-{winner.id}",
        long_date(result.moment.date()),
        news.marked(award_round, f"{winner.told} {frame.of_round(award_round)}"),
        (
            winner.who,
            labels.CHOSEN.format(award=award_round.programme.award_name, year=award_round.year, category=winner.ranked),
        ),
        (),
        tuple(text for text in texts if text),
        f"{award_round.year}/winner-{winner.id}.html",
    )


def _view(item: Item) -> View:
    """Return the view of text and HTML; a picture has the name of the file that is uploaded with it."""
    office = item.award_round.organisation
    pictures = [
        {"file": item.file(f"{winner.id}.jpg"), "alt": frame.described(winner.name, winner.portrait)}
        for winner in _portrayed(item)
        if winner.portrait
    ]
    pictures += [
        {"file": item.file(f"ceremony-{number}.jpg"), "alt": photo.alt} for number, photo in enumerate(_of_day(item), 1)
    ]
    shown = _poster(item)
    if shown:
        title = shown.title if item.key == "ceremony" else labels.POSTER_ALT.format(title=item.title)
        pictures.append({"file": item.file(f"{item.key}-poster.jpg"), "alt": title})
    return {
        "labels": labels.ON_NEWS,
        "title": item.title,
        "facts": [*([frame.NOT_REAL] if item.award_round.sample else []), *item.facts],
        "people": [{"name": winner.name.full, "post": winner.post} for winner in item.people],
        "body": list(item.body),
        "pictures": pictures,
        "poster": item.file(f"{item.key}-poster.pdf") if shown else "",
        "url": office.page(item.href),
        "office": labels.OFFICE.format(office=office.name, phone=office.phone.printed),
    }


def _portrayed(item: Item) -> tuple[PublicWinner, ...]:
    return item.people or _alone(item)


def _of_day(item: Item) -> tuple[PublicPhoto, ...]:
    """Return the pictures of the ceremony for the news that it was held."""
    return item.award_round.photos if item.key == "ceremony" else ()


def _alone(item: Item) -> tuple[PublicWinner, ...]:
    """Return the winner if a piece of news is about one winner only; otherwise nobody."""
    return tuple(winner for winner in item.award_round.winners if item.key == f"winner-{winner.id}")


def _html(publication: Publication) -> Iterator[Sheet]:
    """Lay out the text with its pictures, which describe the people in them: it must go when a photo must go."""
    for item in items(publication):
        photos = tuple(size for winner in _portrayed(item) for size in _sizes(winner, publication.organisation)[:1])
        photos += tuple(
            _widths(photo.picture, photo.standing.portrayed, publication.organisation)[0] for photo in _of_day(item)
        )
        who = together(standing.shown(_portrayed(item)), *(photo.standing for photo in _of_day(item)))
        yield _sheet(item, "news.html", labels.HTML, _view(item), photos, who)


def _text(publication: Publication) -> Iterator[Sheet]:
    for item in items(publication):
        yield _sheet(item, "news.txt", labels.TEXT, {**_view(item), "pictures": []})


def _sheet(
    item: Item,
    name: str,
    said: str,
    view: View,
    renditions: tuple[Rendition, ...] = (),
    who: Standing | None = None,
) -> Sheet:
    """Return one file of a piece of news; lists show all of them under the first one."""
    look = f"{item.folder}/news.html"
    return Sheet(
        f"{item.folder}/{name}",
        f"{item.title} ({said})",
        view,
        item.award_round.year,
        (),
        renditions,
        look,
        called=_called(item),
        design=f"old-site-{item.key}",
        way=said,
        standing=_standing(item) if who is None else who,
    )


def _called(item: Item) -> str:
    about = next((winner.told for winner in _alone(item)), labels.KINDS.get(item.key, ""))
    return labels.NEWS.format(about=about)


def _standing(item: Item) -> Standing:
    """Declare who a piece of news names; people are described only in news about a single winner."""
    return together(standing.named(item.people), standing.shown(_alone(item)))


def _sizes(winner: PublicWinner, office: Organisation) -> tuple[Rendition, ...]:
    """Return the sizes of a winner's photo, best first, if it may be shown."""
    if winner.portrait is None:
        return ()
    return _widths(winner.portrait.picture, (winner.key,), office)


def _widths(picture: Picture, whose: tuple[str, ...], office: Organisation) -> tuple[Rendition, ...]:
    longest = max(picture.width, picture.height)
    widths = sorted({min(side, longest) * picture.width // longest for side in SIDES}, reverse=True)
    return tuple(Rendition(picture.digest, width, mourning.photo(office), whose) for width in widths)


def _photos(publication: Publication) -> Iterator[Sheet]:
    for item in items(publication):
        for winner in _portrayed(item):
            sizes = _sizes(winner, publication.organisation)
            if sizes:
                view = {"sizes": [size.name for size in sizes], "most": MOST, "name": winner.name.full}
                who = standing.shown((winner,))
                yield _sheet(
                    item, item.file(f"{winner.id}.jpg"), labels.PHOTO.format(name=winner.told), view, sizes, who
                )


def _of_ceremony(publication: Publication) -> Iterator[Sheet]:
    for item in items(publication):
        for number, photo in enumerate(_of_day(item), 1):
            sizes = _widths(photo.picture, photo.standing.portrayed, publication.organisation)
            view = {"sizes": [size.name for size in sizes], "most": MOST, "alt": photo.alt}
            said = labels.PHOTO_OF_CEREMONY.format(number=number)
            yield _sheet(item, item.file(f"ceremony-{number}.jpg"), said, view, sizes, photo.standing)


def _poster(item: Item) -> Sheet | None:
    """Return the upright A4 poster for a piece of news, if there is one now; pictures of the day say more than it."""
    return None if _of_day(item) else poster_of(item.award_round, item.key)


@lru_cache(maxsize=512)
def poster_of(award_round: PublicRound, key: str) -> Sheet | None:
    """Return the poster of a kind of news from its own design, for text, HTML, PDF, picture and guide alike."""
    kind, _, name = key.partition("-")
    if kind not in POSTERS:
        return None
    alone = tuple(winner for winner in award_round.winners if winner.id == name)
    publication = Publication(award_round.organisation, (replace(award_round, winners=alone) if name else award_round,))
    posters = (sheet for sheet in POSTERS[kind].lay_out(publication) if sheet.paper == "A4")
    return next((sheet for sheet in posters if not sheet.wide), None)


def _papers(kind: str, *, picture: bool = False) -> LayOut:
    pixels = {"pixels": {"width": POSTER_PIXELS, "format": "jpg", "most": MOST}} if picture else {}
    ending = "JPG" if picture else "PDF"

    def lay_out(publication: Publication) -> Iterator[Sheet]:
        for item in items(publication):
            if item.key.partition("-")[0] == kind:
                sheet = _poster(item)
                if sheet:
                    path = f"{item.folder}/{item.file(f'{item.key}-poster')}.{'jpg' if picture else 'pdf'}"
                    yield replace(
                        sheet,
                        path=path,
                        view={**sheet.view, **pixels},
                        called=_called(item),
                        design=f"old-site-{item.key}",
                        way=labels.POSTER.format(format=ending),
                        hanging=None,
                    )

    return lay_out


def _guide(publication: Publication) -> Iterator[Sheet]:
    """Lay out the page that explains what these files are and how to put them on the old site."""
    if all(award_round.early for award_round in publication.rounds):
        return
    office = publication.organisation
    view = {
        "labels": labels.ON_GUIDE,
        "office": office.name,
        "site": office.site,
        "items": [
            {
                "title": item.title,
                "day": item.day,
                "folder": f"{item.award_round.year}/{item.key}",
                "files": _files(item),
            }
            for item in items(publication)
        ],
        "embed": embed.lines(publication),
    }
    who = together(*map(_in_guide, items(publication)))
    yield Sheet(GUIDE, labels.GUIDE, view, standing=who, use=uses.OLD_SITE_GUIDE)


def _in_guide(item: Item) -> Standing:
    """Declare who the guide names: in titles of news, and in the names of photo files, which it describes."""
    return standing.named(_alone(item))


def _files(item: Item) -> list[str]:
    view = _view(item)
    papers = [view["poster"]] if view["poster"] else []
    return ["news.html", "news.txt", *(picture["file"] for picture in view["pictures"]), *papers]


def _piece(
    name: str, title: str, lay_out: LayOut, press: Press, template: str = "", *, code: Code = "none"
) -> Piece[Publication]:
    return Piece(
        f"cms_{name}", labels.PIECE.format(what=title), lay_out, press, template, code, channel="site", place="build",
        use=uses.OLD_SITE, kind="post", sets=("ข่าว",),
    )  # fmt: skip


PIECES = (
    _piece("guide", labels.PIECE_GUIDE, _guide, MARKUP, "cms_guide.html.j2"),
    _piece("html", labels.PIECE_HTML, _html, FRAGMENT, "cms.html.j2"),
    _piece("text", labels.PIECE_TEXT, _text, TEXT, "cms.txt.j2"),
    _piece("photo", labels.PIECE_PHOTO, _photos, PHOTO),
    _piece("ceremony_photo", labels.PIECE_OF_CEREMONY, _of_ceremony, PHOTO),
    *(
        _piece(
            f"{kind}_{ending}",
            labels.PIECE_POSTER.format(format=ending.upper()),
            lay_out,
            press,
            POSTERS[kind].template,
            code="survey",
        )
        for kind in POSTERS
        for ending, press, lay_out in (("pdf", TYPESET, _papers(kind)), ("jpg", PICTURE, _papers(kind, picture=True)))
    ),
)
