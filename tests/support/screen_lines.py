"""Where lines end on a page that a browser has laid out: every text as its reader sees it, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

READ: Final = r"""() => {
  const blocks = new Map(), range = document.createRange();
  const within = node => {
    let at = node.parentElement;
    while (getComputedStyle(at).display === "inline" || at.matches(".tb-part, .tb-name > span")) at = at.parentElement;
    return at;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, own = node.parentElement;
    if (own.closest("script, style, template, noscript, svg, .tb-hidden, .md-search, code, pre")) continue;
    if (!own.checkVisibility({ visibilityProperty: true })) continue;
    const block = within(node);
    if (!node.data.trim()) {
      if (blocks.has(block)) blocks.get(block).rows[blocks.get(block).rows.length - 1] += " ";
      continue;
    }
    if (!blocks.has(block)) blocks.set(block, { rows: [""], bottom: null });
    const here = blocks.get(block);
    // Letters stand in the order of the text: a line begins where a letter's middle is below the foot of the last.
    const put = (from, to) => {
      range.setStart(node, from);
      range.setEnd(node, to);
      const rects = [...range.getClientRects()].filter(rect => rect.width || rect.height);
      const middles = new Set(rects.map(rect => Math.round((rect.top + rect.bottom) / 2)));
      if (middles.size > 1 && to - from > 1) {
        const middle = (from + to) >> 1;
        put(from, middle);
        put(middle, to);
        return;
      }
      const rect = rects[rects.length - 1], words = node.data.slice(from, to);
      const seen = rect && words.trim();
      if (seen && here.bottom !== null && (rect.top + rect.bottom) / 2 > here.bottom) here.rows.push("");
      if (seen) here.bottom = rect.bottom - rect.height * 0.1;
      here.rows[here.rows.length - 1] += words;
    };
    put(0, node.data.length);
  }
  return [...blocks.values()].map(one => one.rows);
}"""
"""Returns the rows of each block of text. A text is halved until each half stands on one line."""


UNFOLDED: Final = "() => document.querySelectorAll('.tb-fold').forEach(one => { one.open = true; })"
"""Opens what a page has folded."""


class Block(NamedTuple):
    """A text that a page shows in one piece, in its lines."""

    rows: tuple[str, ...]

    @property
    def text(self) -> str:
        """The text as it was written, with one space for each white space."""
        return _plain("".join(self.rows))

    @property
    def ends(self) -> tuple[int, ...]:
        """The places in the text at which a line ends and another follows."""
        places, before = [], ""
        for row in self.rows[:-1]:
            before += row
            places.append(len(_plain(before).rstrip()))
        return tuple(places)


def _plain(text: str) -> str:
    return " ".join(text.replace("\u200b", "").split())


def blocks(page: Page) -> Iterator[Block]:
    """Yield the texts of the page that is open, in their lines."""
    for rows in page.evaluate(READ):
        yield Block(tuple(rows))
