"""What each page of the site in front of all offices says, as plain values: home, a page a district, the open data."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.batch.page import in_order
from generator.batch.province import labels, tables
from generator.batch.province.entries import short_digest
from generator.pieces.web.page_frame import LONGEST
from generator.site.search import Found, Part
from generator.thai.dates import long_date, moment_text
from generator.thai.figures import count, size_text
from generator.thai.telephones import TelephoneFault, read_telephone

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from generator.batch.province.entries import Figure, Office, Result

_NEWEST = 10
"""So many results stand on the first page; those of a district stand on its own."""

View = dict[str, Any]


class District(NamedTuple):
    """The offices of one district, in the order of the dictionary; `key` tells it from any other."""

    name: str
    province: str
    key: str
    offices: tuple[Office, ...]

    @property
    def href(self) -> str:
        """Where its page stands within the site."""
        return f"{self.key}.html"

    @property
    def of_province(self) -> str:
        """The province as it is called, "" where nobody said which."""
        return labels.OF_PROVINCE.format(province=self.province) if self.province else ""


def districts(offices: Iterable[Office]) -> list[District]:
    """Return the offices by province and district, each in the order of the dictionary; the unknown ones last."""
    found: dict[tuple[str, str], list[Office]] = {}
    for office in offices:
        found.setdefault((office.province, office.district), []).append(office)
    places = sorted(found, key=lambda place: (not place[0], in_order(place[0]), not place[1], in_order(place[1])))
    return [
        District(
            labels.DISTRICT.format(district=district) if district else labels.NO_DISTRICT,
            province,
            f"district-{short_digest(province, district)}",
            tuple(sorted(found[province, district], key=lambda each: (in_order(each.short_name), each.key))),
        )
        for province, district in places
    ]


def home(name: str, day: date, listed: Sequence[District]) -> View:
    """Return the first page: how many there are, the newest results, the way to each district."""
    offices = [office for district in listed for office in district.offices]
    ways = {office.key: f"{district.href}#o{office.key}" for district in listed for office in district.offices}
    named = {office.key: district.name for district in listed for office in district.offices}
    newest = sorted(
        ((result, office) for office in offices for result in office.results),
        key=lambda each: (-each[0].since.timestamp(), in_order(each[1].short_name), each[1].key),
    )[:_NEWEST]
    words = {
        "offices": count(len(offices)),
        "districts": count(len({(each.province, each.district) for each in offices if each.district})),
        "announced": count(sum(bool(office.results) for office in offices)),
    }
    provinces: dict[str, list[District]] = {}
    for district in listed:
        provinces.setdefault(district.of_province, []).append(district)
    body = {
        "name": name,
        "lead": [part.format(**words) for part in labels.ON_HOME["lead"]],
        "day": labels.ON_HOME["day"].format(day=long_date(day)),
        "newest": [
            {
                "office": office.short_name,
                "district": named[office.key],
                "href": ways[office.key],
                "said": said(result),
                "page": result.page,
                "sample": result.sample,
                "link": labels.ON_DISTRICT["page"].format(year=result.year),
            }
            for result, office in newest
        ],
        "provinces": [
            {"name": province, "districts": [_way(district) for district in found]}
            for province, found in provinces.items()
        ],
        "labels": labels.ON_HOME,
        "sample": labels.SAMPLE,
    }
    short = (office.short_name for _, office in newest)
    return _page("index", labels.ABOUT, labels.DESCRIPTION.format(name=name), body, short)


def of_district(district: District, listed: Sequence[District]) -> View:
    """Return the page of a district: each office with what it has announced, how satisfied people were, its site."""
    words = {"offices": count(len(district.offices))}
    beside = [_way(each) for each in listed if each.province == district.province and each is not district]
    body = {
        "province": district.of_province,
        "name": district.name,
        "lead": [part.format(**words) for part in labels.ON_DISTRICT["lead"]],
        "offices": [_office(office) for office in district.offices],
        "others": beside,
        "figures": any(office.figures for office in district.offices),
        "labels": labels.ON_DISTRICT,
        "sample": labels.SAMPLE,
    }
    title = f"{district.name} {district.of_province}".strip()
    about = labels.DISTRICT_DESCRIPTION.format(district=title)
    return _page(district.key, title, about, body, (office.short_name for office in district.offices))


def data(files: Mapping[str, bytes]) -> View:
    """Return the page that offers the tables."""
    rows = [
        {"title": title, "href": tables.path(name), "kind": "CSV", "size": _size(files[tables.path(name)])}
        for name, title in labels.CALLED.items()
    ]
    whole = {"title": labels.EVERYTHING, "href": tables.ALL, "kind": "JSON", "size": _size(files[tables.ALL])}
    body = {"title": labels.DATA, "files": [*rows, whole], "labels": labels.ON_DATA}
    return _page("data", labels.DATA, labels.ON_DATA["lead"], body, ())


def _size(value: bytes) -> str:
    return size_text(len(value))


def _page(at: str, title: str, description: str, body: View, names: Iterable[str]) -> View:
    """Return the view of a page as the press of pages takes it; short names stay on one line."""
    short = sorted({name for name in names if len(name) <= LONGEST}, key=lambda name: (-len(name), name))
    return {"at": at, "meta": {"title": title, "description": description}, "root": "", "names": short, **body}


def _way(district: District) -> View:
    """Return the way to a district's page, by its bare name: that it is one stands above."""
    bare = district.name.removeprefix(labels.DISTRICT.format(district=""))
    return {"name": bare, "href": district.href, "offices": count(len(district.offices))}


def said(result: Result) -> str:
    """Return a result as a sentence, which names nobody."""
    words = labels.RESULT if result.chosen else labels.NOBODY
    return words.format(year=result.year, day=long_date(result.since.date()), chosen=count(result.chosen))


def _told(office: Office) -> list[str]:
    """Return what is said of an office: its newest result, or what is still to come, and how old that is."""
    if not office.told:
        return [labels.NOT_TOLD]
    newest = said(office.results[0]) if office.results else ""
    coming = labels.COMING.format(moment=moment_text(datetime.fromisoformat(office.next_at))) if office.next_at else ""
    lines = [newest, coming] if newest or coming else [labels.NO_RESULT]
    return [line for line in (*lines, "" if office.current else labels.EARLIER) if line]


def _office(office: Office) -> View:
    newest = office.results[0] if office.results else None
    return {
        "id": f"o{office.key}",
        "short_name": office.short_name,
        "name": office.name if office.name != office.short_name else "",
        "lines": _told(office),
        "sample": bool(newest and newest.sample),
        "figure": _figure(office.figures[0]) if office.figures else None,
        "asks_figure": bool(office.results),
        "site": f"{office.site}/index.html" if office.site else "",
        "page": newest.page if newest else "",
        "page_called": labels.ON_DISTRICT["page"].format(year=newest.year) if newest else "",
        "phone": _phone(office.phone),
    }


def _figure(figure: Figure) -> View:
    on = labels.ON_DISTRICT
    low, high = figure.between or ("", "")
    return {
        "title": on["satisfaction"].format(year=figure.year),
        "percent": figure.percent,
        "replies": on["replies"].format(replies=count(figure.replies)),
        "between": on["between"].format(low=low, high=high) if low else "",
    }


def _phone(text: str) -> View | None:
    try:
        telephone = read_telephone(text)
    except TelephoneFault:
        return None
    return {"text": labels.ON_DISTRICT["call"].format(phone=telephone.printed), "dial": telephone.dialled}


def parts(listed: Sequence[District]) -> dict[str, Part]:
    """Return what the search has of each district apart, by the address of its page.

    A result says its district: that tells two of one name apart, and the theme shows no more of what is on a page.
    """
    return {district.href: _part(district) for district in listed}


def _part(district: District) -> Part:
    found = []
    for office in district.offices:
        title = labels.FOUND.format(office=office.short_name, district=district.name)
        about = labels.PARTS.format(office=office.name, district=district.name, province=district.of_province)
        text = " ".join((about.strip(), *_told(office)))
        found.append(Found(f"{district.href}#o{office.key}", title, (office.name,), text))
    words = " ".join(dict.fromkeys(_words(office) for office in district.offices))
    return Part(district.key, words, tuple(found))


def _words(office: Office) -> str:
    """Return the words by which an office is found from afar: its short name, where that says its whole place."""
    front, dot, place = office.short_name.partition(".")
    whole = bool(dot and front and place) and office.name.endswith(place)
    return office.short_name if whole else f"{office.short_name} {office.name}"
