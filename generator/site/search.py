"""Writes what the search looks through: every page's title, headings and text, as people read them.

The theme's engine cuts words, and Thai has no spaces to cut at, so the index is the text itself and the search is ours
(`overrides/assets/search/search.js`). It is fetched when the first words are typed; what the theme
fetches with the first page is an empty index of its own kind. Each year before the newest has an index of its own,
which is fetched after the first answer: an office of thirty years is searched as soon as one of a single year.
"""

from __future__ import annotations

import html
import json
import re
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.disk.below import files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

_SOURCE = ".md"

PAGES = "search/pages.js"
"""The pages of the newest year and of no year. A script and not JSON: a page from a disk may load a script only.

Its name has no digest, since it changes with nearly every page, and each page would change with its name. So a search
of before may meet it: what it holds keeps its form, or gets another name.
"""

PAGES_APART = "search/pages-{part}.js"
"""What stands on one page of very many, fetched when that page is found: its name is as lasting as its page's."""

PAGES_OF_YEAR = "search/pages-{year}.js"
"""The pages of an earlier year, under a name that stays: one that a browser kept of the first still leads there."""

NOTHING = '{"config":{"lang":["th"],"separator":" "},"docs":[]}'
"""An index of the theme's kind, without a page; the theme's script knows the names of its files by heart."""

_FRONT = re.compile(r"---\n(.*?)\n---\n", re.DOTALL)
_ARTICLE = re.compile(r"<article\b[^>]*\bid=\"?__skip\b[^>]*>(.*)</article>", re.DOTALL)
_UNREAD = re.compile(r"<(script|style|svg|template)\b.*?</\1>|<!--.*?-->", re.DOTALL)
_HEADING = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1>", re.DOTALL)
_PARTS = (
    "address|article|aside|audio|blockquote|br|button|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main"
    "|nav|ol|option|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
_BETWEEN = re.compile(rf"</?(?:{_PARTS})\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


class Found(NamedTuple):
    """A page as the search knows it: its address within the site, its title, its headings, and all of its text."""

    address: str
    title: str
    headings: tuple[str, ...]
    text: str


class Part(NamedTuple):
    """What the search has of one page apart: its name, the words by which the page is found, what is found on it."""

    name: str
    words: str
    found: tuple[Found, ...]


def write_apart(staged: Path, out: Path, apart: Mapping[str, Part]) -> None:
    """Write the index of a site some pages of which have very much on them: only what is looked for is fetched.

    The first index has such a page by its words alone. What is on it stands in a part of its own.
    """
    listed = [
        page._replace(headings=(), text=apart[page.address].words) if page.address in apart else page
        for page in pages(staged, out)
    ]
    (out / "search").mkdir(exist_ok=True)
    _put(out / PAGES, tonbaepPages=listed, tonbaepParts={address: part.name for address, part in apart.items()})
    for part in apart.values():
        _put(out / PAGES_APART.format(part=part.name), tonbaepPages=part.found)
    _put_nothing(out)


def _made(_path: str, _hrefs: list[str], make: Callable[[], None]) -> None:
    make()


def write(staged: Path, out: Path, part: Callable[[str, list[str], Callable[[], None]], None] = _made) -> None:
    """Write the index of the pages of a staged folder into the site that was made of it.

    `part` makes that of an earlier year, or lets it stay: it is given its path within the site, its pages, and what
    makes it.
    """
    (out / "search").mkdir(exist_ok=True)
    of_year: dict[int, list[str]] = {}
    for source in _sources(staged):
        of_year.setdefault(_year(source), []).append(source)
    newest, *older = sorted(of_year.keys() - {0}, reverse=True) or [0]
    first = [source for year in dict.fromkeys((newest, 0)) for source in of_year.get(year, ())]
    found = [*pages(staged, out, first), *shortcuts(out)]
    _put(out / PAGES, tonbaepPages=found, **({"tonbaepOlder": older} if older else {}))
    for year in older:
        path, sources = PAGES_OF_YEAR.format(year=year), of_year[year]
        part(path, list(map(_made_from, sources)), partial(_put_pages, staged, out, path, sources))
    _put_nothing(out)


def _put_pages(staged: Path, out: Path, path: str, sources: Iterable[str]) -> None:
    _put(out / path, tonbaepPages=list(pages(staged, out, sources)))


def _sources(staged: Path) -> list[str]:
    """Return the sources of all pages, the newest round's first."""
    return sorted(files(staged, _SOURCE), key=_newest_first)


def _made_from(source: str) -> str:
    return f"{source.removesuffix(_SOURCE)}.html"


def _put_nothing(out: Path) -> None:
    """Write what the theme fetches with the first page."""
    (out / "search/search_index.json").write_text(NOTHING, encoding="utf-8")
    (out / "search/search_index.js").write_text(f"var __index = {NOTHING}", encoding="utf-8")


def _put(file: Path, **values: object) -> None:
    """Write values into a script that gives them to whoever loads it."""
    written = ((name, json.dumps(value, ensure_ascii=False, separators=(",", ":"))) for name, value in values.items())
    file.write_text("".join(f"self.{name}={value};\n" for name, value in written), encoding="utf-8", newline="\n")


def pages(staged: Path, out: Path, sources: Iterable[str] | None = None) -> Iterator[Found]:
    """Yield every page that may be found, the newest round's first, or those of some sources.

    A landing page says in its front matter that it must not be found. A page from the records is staged as the HTML
    that it becomes; a hand-written one is read from the finished site.
    """
    for source in _sources(staged) if sources is None else sources:
        written = (staged / source).read_text(encoding="utf-8-sig")
        front = _FRONT.match(written)
        said = _said(front[1]) if front else {}
        if isinstance(said.get("search"), dict) and said["search"].get("exclude"):
            continue
        made = _made_from(source)
        body = written[front.end() :].strip() if front else written.strip()
        if not body.startswith("<div"):
            article = _ARTICLE.search((out / made).read_text(encoding="utf-8"))
            body = article[1] if article else ""
        yield _page(made, said.get("title"), body)


HOME = "index.html"
_FOOTER = re.compile(r"<footer\b[^>]*\bid=\"?contact\b[^>]*>(.*)</footer>", re.DOTALL)
_ELSEWHERE = re.compile(r"<span class=\"?(?:tb-footer__links|tb-here)\b.*?</span>", re.DOTALL)
"""What stands in the footer and is no way to reach the office: links, and the page's own address."""
_NAMED = re.compile(r"<p class=\"?tb-footer__(name|head)\b[^>]*>(.*?)</p>", re.DOTALL)
_CALL = re.compile(r"<section\b[^>]*\baria-labelledby=\"?survey\b[^>]*>(.*?)</section>", re.DOTALL)
_BUTTON = re.compile(r"<a class=\"?[^>]*\btb-button\b[^>]*>(.*?)</a>", re.DOTALL)


def shortcuts(out: Path) -> Iterator[Found]:
    """Yield the parts of the home page that people look for as if they were pages: the contact and the survey.

    Every page ends with the contact, so no page's own text has it.
    """
    home = out / HOME
    written = home.read_text(encoding="utf-8") if home.is_file() else ""
    if footer := _FOOTER.search(written):
        said = _ELSEWHERE.sub(" ", footer[1])
        named = {kind: _text(words) for kind, words in reversed(_NAMED.findall(said))}
        yield Found(f"{HOME}#contact", f"{named.get('head', '')} {named.get('name', '')}".strip(), (), _text(said))
    if call := _CALL.search(written):
        said = _UNREAD.sub(" ", call[1])
        button = _BUTTON.search(said)
        headings = tuple(_text(heading) for _, heading in _HEADING.findall(said))
        yield Found(f"{HOME}#survey", _text(button[1]) if button else headings[0], headings, _text(said))


def _newest_first(page: str) -> tuple[int, str]:
    """Return the sort key of pages that match equally well: newest year first, pages without a round last."""
    return -_year(page), page


def _year(address: str) -> int:
    """Return the year in whose folder a page stands, or 0."""
    folder, inside, _ = address.partition("/")
    return int(folder) if inside and folder.isdecimal() else 0


def _said(front: str) -> dict[str, Any]:
    """Return what a front matter says about a page's title and search, as the engines read it."""
    said = {}
    for block in re.split(r"\n(?=[^\s#])", front):
        key, _, value = block.partition(":")
        if key in {"title", "search"}:
            said[key] = _value(value)
    return said


def _value(written: str) -> object:
    """Return a value of a front matter; ours are JSON, which is read fifty times faster than a clerk's YAML."""
    try:
        return json.loads(written)
    except ValueError:
        import yaml  # most sites need it for no page

        try:
            return yaml.safe_load(written)  # noqa: TID251 - a hand-written page is not a record; the engines read it so
        except yaml.YAMLError:
            return None  # the engines ignore such a front matter


def _page(address: str, titled: object, body: str) -> Found:
    body = _UNREAD.sub(" ", body)
    headings = [(level, _text(heading)) for level, heading in _HEADING.findall(body)]
    first = next((heading for level, heading in headings if level == "1"), address)
    title = html.unescape(str(titled)) if titled else first
    return Found(address, title, tuple(heading for _, heading in headings), _text(body))


def _text(markup: str) -> str:
    """Return the text of markup: blocks are set apart by spaces, and invisible line-break letters are dropped."""
    plain = html.unescape(_TAG.sub("", _BETWEEN.sub(" ", markup)))
    return " ".join(_UNSEEN.sub("", plain).split())
