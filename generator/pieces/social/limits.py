"""How much each channel accepts: the one table of limits, each with its source; captions and messages respect it.

Platforms change these without notice, so where sources differ, the lower figure is used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pieces.social import labels

if TYPE_CHECKING:
    from collections.abc import Callable

_ADDRESS = re.compile(r"https?://\S+")

X_ADDRESS = 23
"""What any address counts on X, where it is replaced by a short one."""

_X_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
"""Code points that count one on X; all others count two. Thai (3585 to 3675) counts one."""


def letters(text: str) -> int:
    """Return how many UTF-16 units a text has, which is what most platforms count."""
    return len(text.encode("utf-16-le")) // 2


def weight_on_x(text: str) -> int:
    """Return how long a post is by X's own count."""
    rest, addresses = _ADDRESS.subn("", text)
    light = sum(any(first <= ord(letter) <= last for first, last in _X_LIGHT) for letter in rest)
    return 2 * len(rest) - light + X_ADDRESS * addresses


@dataclass(frozen=True, slots=True)
class Limit:
    """The most that a channel accepts, and the source for it; `measure` counts it."""

    what: str
    most: int
    source: str
    measure: Callable[[str], int] = letters

    def holds(self, text: str) -> bool:
        """Return whether a text is within the limit."""
        return self.measure(text) <= self.most


_LINE_API = "developers.line.biz/en/reference/messaging-api"
_LINE_OFFICE = "LINE Official Account Manager, ช่องข้อความของการบรอดแคสต์"

FACEBOOK_POST = Limit(labels.FACEBOOK_POST, 63_206, "facebook.com/help: a status update has at most 63,206 characters")
FACEBOOK_FOLD = Limit(labels.FACEBOOK_FOLD, 470, "the mobile app folds a longer post")
LINE_BROADCAST = Limit(labels.LINE_BROADCAST, 500, _LINE_OFFICE)
LINE_TEXT = Limit(labels.LINE_TEXT, 5_000, f"{_LINE_API}/#text-message")
X_POST = Limit(labels.X_POST, 280, "docs.x.com/fundamentals/counting-characters", weight_on_x)
INSTAGRAM_CAPTION = Limit(labels.INSTAGRAM_CAPTION, 2_200, "help.instagram.com: a caption has at most 2,200 characters")
HASHTAGS = Limit(labels.HASHTAGS, 5, "Instagram takes 30, and since December 2025 shows 5")
ALT = Limit(labels.ALT, 420, "docs.x.com: twitter:image:alt; Facebook and LINE take more")

FLEX_ALT = Limit("altText", 400, f"{_LINE_API}/#flex-message (1,500 since 2025; older SDKs refuse over 400)")
FLEX_BUBBLES = Limit("bubbles", 12, f"{_LINE_API}/#f-carousel")
FLEX_BUBBLE_BYTES = Limit("bubble, bytes", 30_000, f"{_LINE_API}/#bubble", lambda text: len(text.encode()))
FLEX_CAROUSEL_BYTES = Limit("carousel, bytes", 50_000, f"{_LINE_API}/#f-carousel", lambda text: len(text.encode()))
FLEX_LABEL = Limit("button label", 20, f"{_LINE_API}/#uri-action (40 in Flex; 20 is read on any phone)")
FLEX_TEXT = Limit("text of a component", 2_000, f"{_LINE_API}/#f-text")
FLEX_ADDRESS = Limit("uri", 1_000, f"{_LINE_API}/#uri-action: https, at most 1,000 characters")

FLEX_PICTURE_PIXELS = 1024
"""The longer side of a picture in a Flex message (`#f-image`: 1024 x 1024, JPEG or PNG, 10 MB, better under 1 MB)."""

PREVIEW_BYTES = 150_000
"""A picture that loads quickly on a slow line; WhatsApp shows none over 300 kB, Facebook accepts 8 MB."""

CARD_BYTES = 1_000_000
"""A picture that LINE passes on unchanged: 10 MB is allowed, 1 MB is the limit for a preview."""
