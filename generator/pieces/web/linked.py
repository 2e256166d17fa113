"""What a page says for programs about its subject, in schema.org's words (JSON-LD): office, person, result, ceremony.

It contains only what the page itself says to people. A survey is no `Event`, since nobody gathers for it; a photo is
included only if its owner agreed to the site.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from generator.era import BANGKOK
from generator.pieces.parts import frame
from generator.pieces.web import labels
from generator.thai.dates import year_text

if TYPE_CHECKING:
    from generator.disclosure import PublicRound, PublicWinner, Seen
    from generator.model import Name, Organisation
    from generator.piece import View


def graph(publication: Seen, href: str, year: int, title: str, about: tuple[View, ...]) -> View:
    """Return the statements of the page at `href`: about the office, the page's place in the site, and its subject.

    `year` is that of the page's round, or 0.
    """
    office = publication.organisation
    home = href == "index.html"
    office_says = _office(office) if home else _office_in_short(office)
    where = _site(office) if home else _trail(publication, href, year, title)
    return {"@context": "https://schema.org", "@graph": [office_says, where, *about]}


def _url(office: Organisation, href: str) -> str:
    return f"{office.site}/{href}"


def _office_id(office: Organisation) -> View:
    return {"@id": _url(office, "index.html#office")}


def _office_in_short(office: Organisation) -> View:
    return {
        "@type": "GovernmentOrganization",
        **_office_id(office),
        "name": office.name,
        "url": _url(office, "index.html"),
    }


def _office(office: Organisation) -> View:
    return {
        **_office_in_short(office),
        "alternateName": [office.short_name, office.english_name],
        "telephone": office.phone.international,
        "address": _address(office),
        **({"sameAs": [office.facebook]} if office.facebook and office.facebook.startswith("https://") else {}),
    }


def _address(office: Organisation) -> View:
    place = office.address
    return {
        "@type": "PostalAddress",
        "streetAddress": labels.SUBDISTRICT.format(line=place.line, subdistrict=place.subdistrict),
        "addressLocality": labels.DISTRICT.format(district=place.district),
        "addressRegion": labels.PROVINCE.format(province=place.province),
        "postalCode": place.postcode,
        "addressCountry": "TH",
    }


def _site(office: Organisation) -> View:
    return {
        "@type": "WebSite",
        "@id": _url(office, "index.html#site"),
        "name": office.name,
        "url": _url(office, "index.html"),
        "inLanguage": "th",
        "publisher": _office_id(office),
    }


def _trail(publication: Seen, href: str, year: int, title: str) -> View:
    """Return the path of pages from the first page to this one, by way of its round if it belongs to one."""
    steps = [(labels.HOME, "index.html")]
    if year and href != f"{year}/index.html":
        steps.append((labels.ROUND.format(year=year), f"{year}/index.html"))
    steps.append((title, href))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": number,
                "name": name,
                "item": _url(publication.organisation, target),
            }
            for number, (name, target) in enumerate(steps, 1)
        ],
    }


def person(award_round: PublicRound, winner: PublicWinner, picture: str | None) -> View:
    """Return who was honoured, in which post, and where; `picture` is the portrait's address within the site."""
    office = award_round.organisation
    href = _url(office, f"{award_round.year}/winner-{winner.id}.html")
    department = {**_office_id(office), "department": {"@type": "Organization", "name": winner.division.name}}
    if winner.name.team:
        own: View = {
            "@type": "Organization",
            "@id": f"{href}#team",
            "name": winner.name.full,
            "parentOrganization": department,
            **({"member": [_called(name) for name in winner.members]} if winner.members else {}),
        }
    else:
        own = {"@id": f"{href}#person", **_called(winner.name), "jobTitle": winner.position, "worksFor": department}
    return {
        **own,
        "award": f"{award_round.programme.award_name} {year_text(award_round.year)}",
        "url": href,
        **({"image": _url(office, picture)} if picture else {}),
        **_unreal(award_round),
    }


def _called(name: Name) -> View:
    """Return a person's name in its parts, without those that it does not have."""
    return {
        "@type": "Person",
        "name": name.written,
        "honorificPrefix": name.title,
        "givenName": name.first,
        **({"familyName": name.last} if name.last else {}),
    }


def result(award_round: PublicRound, title: str) -> View:
    """Return the announcement of a result as an article with its moment."""
    office = award_round.organisation
    return {
        "@type": "Article",
        "headline": title,
        "datePublished": award_round.programme.result_at.isoformat(),
        "inLanguage": "th",
        "author": _office_id(office),
        "publisher": _office_id(office),
        "mainEntityOfPage": _url(office, f"{award_round.year}/results.html"),
        **_unreal(award_round),
    }


def ceremony(award_round: PublicRound) -> tuple[View, ...]:
    """Return when and where the certificates are handed over, if the record names the place."""
    plan, step, office = (
        award_round.programme.ceremony,
        award_round.programme.step("ceremony"),
        award_round.organisation,
    )
    if plan is None:
        return ()
    starts = datetime.combine(step.starts, plan.starts, BANGKOK)
    return (
        {
            "@type": "Event",
            "name": labels.LINKED_CEREMONY.format(award=award_round.programme.award_name, year=award_round.year),
            "description": step.text,
            "startDate": starts.isoformat(),
            "endDate": (starts + plan.lasts).isoformat(),
            "eventStatus": "https://schema.org/EventScheduled",
            "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
            "location": {"@type": "Place", "name": plan.place, "address": _address(office)},
            "organizer": _office_id(office),
            "url": _url(office, f"{award_round.year}/index.html"),
            **_unreal(award_round),
        },
    )


def _unreal(award_round: PublicRound) -> View:
    return {"disambiguatingDescription": frame.NOT_REAL} if award_round.sample else {}
