"""LINE Flex messages, as an account sends them: a bubble for each news item, and all winners side by side.

LINE loads pictures from the office's own site, so a bubble shows only pictures that are on the site.
"""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

from generator.disclosure import together
from generator.piece import Piece, Sheet, each_round
from generator.pieces.parts import frame, standing, uses
from generator.pieces.social import caption, card, labels, limits, post
from generator.press.web_text import JSON
from generator.problems import Problem, ProblemsFound, Text
from generator.thai.figures import count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.disclosure import PublicRound, PublicWinner, Standing
    from generator.pieces.social.limits import Limit
    from generator.pieces.social.post import Post

Json = dict[str, Any]


def _messages(award_round: PublicRound) -> Iterator[Sheet]:
    """Yield the messages of a round; none before its moment, since a message cannot carry a notice."""
    if award_round.early:
        return
    for news in post.posts(award_round):
        told_of = news.winners if len(news.winners) == 1 else ()
        who = together(standing.shown(told_of), news.also)
        yield _sheet(award_round, news, partial(_bubble, award_round, news), who)
    for number, group in enumerate(_groups(award_round), 1):
        suffix = f"-{number}" if len(award_round.winners) > limits.FLEX_BUBBLES.most - 1 else ""
        side_by_side = partial(_carousel, award_round, group)
        yield _sheet(award_round, post.result(award_round), side_by_side, standing.shown(group), f"winners{suffix}")


def _carousel(award_round: PublicRound, group: tuple[PublicWinner, ...]) -> Json:
    bubbles = [_bubble(award_round, post.of_winner(award_round, winner)) for winner in group]
    return {"type": "carousel", "contents": [*bubbles, _bubble(award_round, post.result(award_round))]}


def _groups(award_round: PublicRound) -> Iterator[tuple[PublicWinner, ...]]:
    """Yield winners side by side, as many as fit in one message beside the link to all; none for a single winner."""
    most = limits.FLEX_BUBBLES.most - 1
    for first in range(0, len(award_round.winners) if len(award_round.winners) > 1 else 0, most):
        yield award_round.winners[first : first + most]


def _message(award_round: PublicRound, news: Post, contents: Json) -> Json:
    alt_parts = [
        caption.Part(caption.HEADLINE, (caption.headline(award_round, news),)),
        caption.Part(caption.LEAD, (news.lead,)),
    ]
    _weigh(award_round, contents)
    said = _held(award_round, caption.fitted(alt_parts, limits.FLEX_ALT, joint=" "), limits.FLEX_ALT)
    return {"type": "flex", "altText": said, "contents": contents}


def _sheet(award_round: PublicRound, news: Post, contents: Callable[[], Json], who: Standing, name: str = "") -> Sheet:
    """Return a message; one that LINE would not take is left out, with what is to be mended."""
    message: Json = {}
    faults: tuple[Problem, ...] = ()
    try:
        message = _message(award_round, news, contents())
    except ProblemsFound as found:
        faults = tuple(dict.fromkeys(found.problems))
    key = name or news.key
    called = (labels.MESSAGE_OF_ALL if name else labels.MESSAGE).format(news=news.title)
    title = f"{called} {frame.of_round(award_round)}"
    return Sheet(
        f"social/{award_round.year}/line-{key}.json",
        title,
        {"document": message or {"left out": key}, "names": []},
        award_round.year,
        called=called,
        news=news.title,
        design=f"line-{key}",
        standing=who,
        faults=faults,
    )


def _bubble(award_round: PublicRound, news: Post) -> Json:
    buttons = [*_buttons(award_round, news)]
    return {
        "type": "bubble",
        "size": "mega",
        **({"hero": _picture(award_round, news)} if award_round.organisation.site else {}),
        "body": {
            "type": "box",
            "layout": "vertical",
            "spacing": "sm",
            "contents": [
                *([_text(award_round, labels.SAMPLE, size="sm", weight="bold")] if award_round.sample else []),
                _text(award_round, _name(news), size="lg", weight="bold", color=award_round.organisation.palette.deep),
                *(_text(award_round, line) for line in _lines(news)),
            ],
        },
        **({"footer": {"type": "box", "layout": "vertical", "spacing": "sm", "contents": buttons}} if buttons else {}),
    }


def _picture(award_round: PublicRound, news: Post) -> Json:
    """Return the picture above a bubble, which LINE fetches from the site."""
    return {
        "type": "image",
        "url": _address(award_round, award_round.organisation.page(card.message_picture(award_round, news))),
        "size": "full",
        "aspectRatio": "1:1",
        "aspectMode": "cover",
        "action": _to(award_round, labels.ANSWER if news.asks else _read(news), _more(award_round, news)),
    }


def _name(news: Post) -> str:
    return news.winners[0].name.full if len(news.winners) == 1 else news.headline


def _lines(news: Post) -> list[str]:
    if len(news.winners) != 1:
        return [news.lead, *(f"{name} {detail}" for name, detail in news.facts)]
    winner = news.winners[0]
    return [line for line in (winner.position, winner.division.name, winner.citation) if line]


def _more(award_round: PublicRound, news: Post) -> str:
    return award_round.link("line").url if news.asks else award_round.organisation.page(news.page)


def _read(news: Post) -> str:
    """Return the button's text: no story is promised that its page does not tell."""
    if len(news.winners) != 1 or news.key == "result":
        return labels.ALL
    return labels.READ if news.winners[0].told_on_site else labels.MORE


def _buttons(award_round: PublicRound, news: Post) -> Iterator[Json]:
    """Yield the button to read on and, while the survey is open, the highlighted one to the survey."""
    if not news.asks and award_round.organisation.site:
        yield _button(award_round, _read(news), _more(award_round, news), "secondary")
    if award_round.survey_state == "open":
        yield _button(award_round, labels.ANSWER, award_round.link("line").url, "primary")
    elif news.asks:
        yield _button(award_round, labels.HOW_TO_ANSWER, award_round.link("line").url, "primary")


def _button(award_round: PublicRound, label: str, address: str, style: str) -> Json:
    colour = {"color": award_round.organisation.palette.deep} if style == "primary" else {}
    return {"type": "button", "style": style, "height": "md", **colour, "action": _to(award_round, label, address)}


def _to(award_round: PublicRound, label: str, address: str) -> Json:
    return {"type": "uri", "label": label, "uri": _address(award_round, address)}


def _text(award_round: PublicRound, said: str, **style: str) -> Json:
    return {"type": "text", "text": _held(award_round, said, limits.FLEX_TEXT), "wrap": True, "size": "md", **style}


def _address(award_round: PublicRound, address: str) -> str:
    """Return an address that LINE accepts; raises `ProblemsFound` for one that is too long or not https."""
    if not address.startswith("https://"):
        raise ProblemsFound([_not_safe(address)])
    return _held(award_round, address, limits.FLEX_ADDRESS)


def _held(award_round: PublicRound, said: str | None, limit: Limit) -> str:
    if not said or not limit.holds(said):
        raise ProblemsFound([_too_long(award_round, said or "", limit)])
    return said


def _weigh(award_round: PublicRound, contents: Json) -> None:
    """Raise `ProblemsFound` for a message, or a bubble in it, that is too large for LINE."""
    bubbles = contents["contents"] if contents["type"] == "carousel" else [contents]
    for bubble in bubbles:
        _held(award_round, _as_sent(bubble), limits.FLEX_BUBBLE_BYTES)
    _held(award_round, _as_sent(contents), limits.FLEX_CAROUSEL_BYTES)


def _as_sent(contents: Json) -> str:
    return json.dumps(contents, ensure_ascii=True, separators=(",", ":"))


def _not_safe(address: str) -> Problem:
    return Problem(
        "winners/organisation.yaml",
        0,
        0,
        "site",
        Text(f"ไลน์รับเฉพาะที่อยู่ที่ขึ้นต้นด้วย https:// แต่เว็บไซต์คือ {address}", f"LINE takes https addresses only, not {address}"),
        Text("เปลี่ยนเป็น https:// ถ้าเว็บไซต์ยังไม่มี ให้ขอผู้ดูแลเว็บเปิดใช้", "use https, or ask whoever runs the site for it"),
    )


def _too_long(award_round: PublicRound, said: str, limit: Limit) -> Problem:
    measured = limit.measure(said)
    return Problem(
        f"winners/{award_round.year}/winners.yaml",
        0,
        0,
        "winners",
        Text(
            f"ข้อความไลน์ยาวเกินที่รับได้ ({limit.what} {count(measured)} เกิน {count(limit.most)})",
            f"a LINE message is over its limit ({limit.what}: {count(measured)}, at most {count(limit.most)})",
        ),
        Text("ย่อคำประกาศเกียรติคุณหรือชื่อตำแหน่งที่ยาวที่สุด", "shorten the longest citation or post"),
    )


PIECE = Piece(
    "line_message", labels.MESSAGES, each_round(_messages), JSON, "", "none", "social", "internal",
    use=uses.ACCOUNT, kind="post", sets=("ข้อความไลน์",),
)  # fmt: skip
