"""Captions to post beside a card, as long as each channel accepts; the clerk copies one, and the alt text.

A caption consists of parts, each with a rank and with wordings from full to brief. Where a channel accepts less, the
least important parts are shortened first and then left out; no part is ever cut in the middle.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.piece import Piece, Sheet, each_round
from generator.pieces.parts import asking, frame, uses
from generator.pieces.social import card, labels, limits, post
from generator.press.text import TEXT
from generator.thai.figures import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound
    from generator.piece import View
    from generator.pieces.social.limits import Limit
    from generator.pieces.social.post import Post

HEADLINE, LINK, LEAD, WHO, WHY, SURVEY, QUOTE, TAGS, STORY = range(9)
"""What a part is about, the most important first."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part that is used whole or not at all: its rank, and its wordings from full to brief."""

    rank: int
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outlet:
    """Where a caption is posted: `channel` is that of the survey's link, `tells` the last rank that is used there."""

    name: str
    limit: Limit
    channel: str
    tells: int
    without: frozenset[int] = frozenset()


OUTLETS = (
    Outlet(labels.FACEBOOK_LONG, limits.FACEBOOK_POST, "facebook", STORY),
    Outlet(labels.FACEBOOK_SHORT, limits.FACEBOOK_FOLD, "facebook", TAGS),
    Outlet(labels.LINE_TO_FRIENDS, limits.LINE_BROADCAST, "line", SURVEY),
    Outlet(labels.LINE_GROUPS, limits.LINE_TEXT, "line", QUOTE),
    Outlet(labels.X, limits.X_POST, "social", TAGS, frozenset({QUOTE})),
    Outlet(labels.INSTAGRAM, limits.INSTAGRAM_CAPTION, "social", STORY),
)


def fitted(parts: list[Part], limit: Limit, *, joint: str = "\n\n") -> str | None:
    """Return the parts in their order as one text that fits a channel; None if even the first in rank is too long."""
    chosen = {part: 0 for part in parts if part.forms}
    while chosen:
        text = joint.join(part.forms[chosen[part]] for part in parts if part in chosen)
        if limit.holds(text):
            return text
        least = max(chosen, key=lambda part: part.rank)
        if chosen[least] + 1 < len(least.forms):
            chosen[least] += 1
        elif least.rank == HEADLINE:
            return None
        else:
            del chosen[least]
    return ""


def headline(award_round: PublicRound, news: Post) -> str:
    """Return the opening of a message; for a sample it says so first."""
    return labels.SAMPLE_HEADLINE.format(headline=news.headline) if award_round.sample else news.headline


def parts(award_round: PublicRound, news: Post, channel: str) -> list[Part]:
    """Return the parts of a news item that may be used in a channel, in reading order."""
    address = award_round.link(channel).url if news.asks else award_round.organisation.page(news.page)
    return [
        Part(HEADLINE, (headline(award_round, news),)),
        Part(LEAD, (news.lead,)),
        *_of_people(news),
        *([Part(WHO, ("\n".join(f"• {name}: {detail}" for name, detail in news.facts),))] if news.facts else []),
        *([Part(LINK, (f"{_lead_in(news)}\n{address}", address))] if address else []),
        *_asking(award_round, news, channel),
        Part(TAGS, _tags(award_round)),
    ]


def _lead_in(news: Post) -> str:
    """Return what is said before the address: no story is promised that its page does not tell."""
    told = bool(news.winners) and all(winner.told_on_site for winner in news.winners)
    if news.key == "result":
        return labels.READ_ABOUT["result"] if told and len(news.winners) > 1 else labels.READ_RESULT
    return labels.READ_STORY if told else labels.READ_ABOUT.get(news.key, labels.READ_ON)


def _of_people(news: Post) -> Iterator[Part]:
    if len(news.winners) == 1:
        winner = news.winners[0]
        if winner.citation:
            yield Part(WHY, (winner.citation,))
        if winner.quote:
            yield Part(QUOTE, (f"“{winner.quote}”",))
        if winner.story:
            yield Part(STORY, (winner.story, winner.story.split("\n", 1)[0]))
    elif news.winners:
        full = "\n".join(f"• {winner.name.full} ({winner.post})" for winner in news.winners)
        yield Part(WHO, (full, "\n".join(f"• {winner.told}" for winner in news.winners)))


def _asking(award_round: PublicRound, news: Post, channel: str) -> Iterator[Part]:
    """Yield the way to the survey while it is open, for every post that is not about the survey itself."""
    if award_round.survey_state == "open" and not news.asks:
        address = award_round.link(channel).url
        title = asking.TITLES["open"]
        yield Part(SURVEY, (f"{title} {asking.effort(award_round.programme.survey)}\n{address}", f"{title} {address}"))


def _tags(award_round: PublicRound) -> tuple[str, ...]:
    """Return the hashtags of the award and the office, and as a shorter form only that of the award."""
    head, *side = frame.award_lines(award_round.programme.award_name)
    names = [head, *(part.removeprefix("ด้าน") for part in side), award_round.organisation.short_name]
    tags = [f"#{re.sub(r'[^0-9A-Za-zก-๎]', '', name)}" for name in names]
    tags = [tag for tag in dict.fromkeys(tags) if len(tag) > 1][: limits.HASHTAGS.most]
    return (" ".join(tags), tags[0]) if tags else ()


def said(award_round: PublicRound, news: Post, outlet: Outlet) -> str | None:
    """Return a news item as text for an outlet; None where even its headline is too long."""
    usable = [
        part
        for part in parts(award_round, news, outlet.channel)
        if part.rank <= outlet.tells and part.rank not in outlet.without
    ]
    return fitted(usable, outlet.limit)


def _caption(award_round: PublicRound, news: Post, outlet: Outlet) -> View:
    """Return a news item as the file shows it below an outlet's name: its text, or that its headline is too long."""
    text = said(award_round, news, outlet)
    size = outlet.limit.measure(parts(award_round, news, outlet.channel)[0].forms[-1] if text is None else text)
    lines = (labels.TOO_LONG if text is None else text).split("\n")
    return {"name": outlet.name, "size": count(size), "most": count(outlet.limit.most), "lines": lines}


def _captions(award_round: PublicRound) -> Iterator[Sheet]:
    for news in post.posts(award_round):
        called = labels.CAPTION.format(news=news.title)
        title = f"{called} {frame.of_round(award_round)}"
        view = {
            "labels": labels.ON_CAPTION,
            "title": title,
            "embargo": frame.embargo(award_round),
            "pictures": [
                *({"file": f"{news.key}-{shape.name}.jpg", "say": shape.say} for shape in card.SHAPES),
                *(
                    {"file": card.photo_file(news, number), "say": f"alt: {photo.alt}"}
                    for number, photo in enumerate(news.photos, 1)
                ),
            ],
            "captions": [_caption(award_round, news, outlet) for outlet in OUTLETS],
            "alt": post.alt(award_round, news),
            "names": [],
        }
        yield Sheet(
            f"social/{award_round.year}/{news.key}.txt",
            title,
            view,
            award_round.year,
            called=called,
            news=news.title,
            design=f"caption-{news.key}",
            standing=news.told,
        )


PIECE = Piece(
    "caption", labels.CAPTIONS, each_round(_captions), TEXT, "caption.txt.j2", "none", "social", "internal",
    use=uses.POSTS, kind="post", sets=("การ์ด",),
)  # fmt: skip
