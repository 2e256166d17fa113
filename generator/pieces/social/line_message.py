"""LINE Flex messages, as an account sends them: a bubble for each news item, and all winners side by side.

LINE loads pictures from the office's own site, so a bubble shows only pictures that are on the site.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.piece import Piece, Sheet, each_round
from generator.pieces.parts import standing, uses
from generator.pieces.social import caption, card, limits, post
from generator.press.web_text import JSON
from generator.problems import Problem, ProblemsFound, Text
from generator.thai.figures import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound, PublicWinner
    from generator.pieces.social.limits import Limit
    from generator.pieces.social.post import Post

Json = dict[str, Any]

READ, ANSWER, ALL = "อ่านเรื่องราว", "ประเมินการให้บริการ", "ดูผลทั้งหมด"
"""The labels of the buttons."""


def _messages(award: PublicRound) -> Iterator[Sheet]:
    """Yield the messages of a round; none of a coming result, since a message cannot carry an embargo mark."""
    if award.release:
        return
    for news in post.posts(award):
        told_of = news.winners if len(news.winners) == 1 else ()
        yield _sheet(award, news, _bubble(award, news), told_of)
    for number, group in enumerate(_groups(award), 1):
        suffix = f"-{number}" if len(award.winners) > limits.FLEX_BUBBLES.most - 1 else ""
        bubbles = [_bubble(award, post.of_winner(award, winner)) for winner in group]
        whole = _bubble(award, post.result(award))
        contents = {"type": "carousel", "contents": [*bubbles, whole]}
        yield _sheet(award, post.result(award), contents, group, f"winners{suffix}")


def _groups(award: PublicRound) -> Iterator[tuple[PublicWinner, ...]]:
    """Yield winners side by side, as many as fit in one message beside the link to all; none for a single winner."""
    most = limits.FLEX_BUBBLES.most - 1
    for first in range(0, len(award.winners) if len(award.winners) > 1 else 0, most):
        yield award.winners[first : first + most]


def _sheet(award: PublicRound, news: Post, contents: Json, told_of: tuple[PublicWinner, ...], name: str = "") -> Sheet:
    alt_parts = [
        caption.Part(caption.HEADLINE, (caption.headline(award, news),)),
        caption.Part(caption.LEAD, (news.lead,)),
    ]
    message = {
        "type": "flex",
        "altText": _held(award, caption.fitted(alt_parts, limits.FLEX_ALT, joint=" "), limits.FLEX_ALT),
        "contents": contents,
    }
    _weigh(award, contents)
    key = name or news.key
    called = f"ข้อความไลน์ {news.title}{' เลื่อนดูทีละคน' if name else ''}"
    title = f"{called} {award.programme.award} ปี {award.year}"
    return Sheet(
        f"social/{award.year}/line-{key}.json",
        title,
        {"document": message, "names": []},
        award.year,
        called=called,
        design=f"line-{key}",
        standing=standing.shown(told_of),
    )


def _bubble(award: PublicRound, news: Post) -> Json:
    site = award.organisation.site
    return {
        "type": "bubble",
        "size": "mega",
        "hero": {
            "type": "image",
            "url": _address(award, f"{site}/{card.message_picture(award, news)}"),
            "size": "full",
            "aspectRatio": "1:1",
            "aspectMode": "cover",
            "action": _to(award, ANSWER if news.asks else READ, _more(award, news)),
        },
        "body": {
            "type": "box",
            "layout": "vertical",
            "spacing": "sm",
            "contents": [
                *([_text(award, "ตัวอย่าง", size="sm", weight="bold")] if award.sample else []),
                _text(award, _name(news), size="lg", weight="bold", color=award.organisation.colours.primary),
                *(_text(award, line) for line in _lines(news)),
            ],
        },
        "footer": {"type": "box", "layout": "vertical", "spacing": "sm", "contents": [*_buttons(award, news)]},
    }


def _name(news: Post) -> str:
    return news.winners[0].name.full if len(news.winners) == 1 else news.headline


def _lines(news: Post) -> list[str]:
    if len(news.winners) != 1:
        return [news.lead, *(f"{name} {detail}" for name, detail in news.facts)]
    winner = news.winners[0]
    return [line for line in (winner.position, winner.division.name, winner.citation) if line]


def _more(award: PublicRound, news: Post) -> str:
    return award.link("line").url if news.asks else f"{award.organisation.site}/{news.page}"


def _buttons(award: PublicRound, news: Post) -> Iterator[Json]:
    """Yield the button to read on and, while the survey is open, the highlighted one to the survey."""
    if not news.asks:
        yield _button(award, READ if len(news.winners) == 1 else ALL, _more(award, news), "secondary")
    if award.survey_state == "open":
        yield _button(award, ANSWER, award.link("line").url, "primary")
    elif news.asks:
        yield _button(award, "ดูวิธีประเมิน", award.link("line").url, "primary")


def _button(award: PublicRound, label: str, address: str, style: str) -> Json:
    colour = {"color": award.organisation.colours.primary} if style == "primary" else {}
    return {"type": "button", "style": style, "height": "md", **colour, "action": _to(award, label, address)}


def _to(award: PublicRound, label: str, address: str) -> Json:
    return {"type": "uri", "label": label, "uri": _address(award, address)}


def _text(award: PublicRound, said: str, **style: str) -> Json:
    return {"type": "text", "text": _held(award, said, limits.FLEX_TEXT), "wrap": True, "size": "md", **style}


def _address(award: PublicRound, address: str) -> str:
    """Return an address that LINE accepts; raises `ProblemsFound` for one that is too long or not https."""
    if not address.startswith("https://"):
        raise ProblemsFound([_not_safe(address)])
    return _held(award, address, limits.FLEX_ADDRESS)


def _held(award: PublicRound, said: str | None, limit: Limit) -> str:
    if not said or not limit.holds(said):
        raise ProblemsFound([_too_long(award, said or "", limit)])
    return said


def _weigh(award: PublicRound, contents: Json) -> None:
    """Raise `ProblemsFound` for a message, or a bubble in it, that is too large for LINE."""
    bubbles = contents["contents"] if contents["type"] == "carousel" else [contents]
    for bubble in bubbles:
        _held(award, _as_sent(bubble), limits.FLEX_BUBBLE_BYTES)
    _held(award, _as_sent(contents), limits.FLEX_CAROUSEL_BYTES)


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


def _too_long(award: PublicRound, said: str, limit: Limit) -> Problem:
    measured = limit.measure(said)
    return Problem(
        f"winners/{award.year}/winners.yaml",
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
    "line_message", "ข้อความไลน์ (Flex)", each_round(_messages), JSON, "", "none", "social", "internal",
    use=uses.ACCOUNT, kind="post",
)  # fmt: skip
