"""Every public file for people who print, post or read out, a page a year: a card for what is seen as one thing.

The newest year's files stand on the page that the menu names; when a newer year has files, they move to a page of their
own year.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.disclosure import Standing, together
from generator.piece import each_year
from generator.pieces.air import announcement
from generator.pieces.web import embed, labels, page_frame

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.disclosure import PublicFile, PublicRound, PublicYear, Seen
    from generator.piece import Finished, Piece, Sheet, View

HREF = "media.html"


def href(known: Sequence[int], year: int) -> str:
    """Return the address within the site of the page with a year's files, of the years that have some.

    It is the newest page for a year that has none.
    """
    return f"{year}/media.html" if year in known[1:] else HREF


def _newest(finished: Finished) -> Iterator[Sheet]:
    publication = finished.publication
    known = publication.with_files
    newest = [*known[:1], *({0} & {file.year for file in publication.files})]
    about_all = {"embed": embed.lines(publication), "announced": publication.newest_announced is not None}
    yield _page(publication, "media", newest, **about_all)


def _of_year(seen: PublicYear) -> Iterator[Sheet]:
    if seen.year in seen.with_files[1:]:
        yield _page(seen, f"{seen.year}/media", [seen.year], year=seen.year)


def _page(publication: Seen, at: str, shown: list[int], **more: object) -> Sheet:
    """Return the sheet of the page with the files of the years `shown`, which leads to the pages of all others."""
    known = publication.with_files
    files = [file for file in publication.files if file.year in shown]
    body: View = {
        "labels": labels.ON_MEDIA,
        "groups": [{"year": year, "kinds": _kinds(publication, files, year)} for year in shown],
        "others": [{"year": year, "href": href(known, year)} for year in known if year not in shown],
        "office": publication.organisation.name,
        "standing": Standing(together(*(file.standing for file in files)).named),
        **more,
    }
    title, description = labels.MEDIA, labels.MEDIA_DESCRIPTION
    if year := more.get("year"):
        title = labels.MEDIA_OF_YEAR.format(year=year)
        description = labels.MEDIA_OF_YEAR_DESCRIPTION.format(year=year)
    return page_frame.page(publication, at, title, description, body)


def _kinds(publication: Seen, files: list[PublicFile], year: int) -> list[View]:
    """Return the files of a year under the office's names for them, in the order of the pieces."""
    by_kind: dict[str, list[PublicFile]] = {}
    for file in files:
        if file.year == year:
            by_kind.setdefault(file.kind, []).append(file)
    award_round = next((award_round for award_round in publication.rounds if award_round.year == year), None)
    return [
        {"title": kind, "sets": _sets(files, award_round), "staff": all(_for_staff(file) for file in files)}
        for kind, files in by_kind.items()
    ]


def _for_staff(file: PublicFile) -> bool:
    """Return whether a file is for whoever works with it: no citizen reads a table, a draft or a script."""
    return not file.thumbnail or file.piece == announcement.SHEET.name


def _sets(files: list[PublicFile], award_round: PublicRound | None) -> list[View]:
    """Return the files that people see as one thing together: a poster in its sizes, a script for each village."""
    sets: dict[tuple[str, str, str], list[PublicFile]] = {}
    for file in files:
        sets.setdefault((file.design or file.path, _without_way(file), file.suffix), []).append(file)
    return [_set(forms, award_round) for forms in sets.values()]


def _without_way(file: PublicFile) -> str:
    return file.called.removesuffix(file.way).rstrip()


def _set(forms: list[PublicFile], award_round: PublicRound | None) -> View:
    """Return one set; a file that is alone in it is called by its whole name."""
    first = forms[0]
    called = _without_way(first) if len(forms) > 1 else first.called
    return {
        "title": _parts(called, award_round) if award_round else [called],
        "kind": first.suffix.lstrip(".").upper(),
        "words": labels.FILES.get(first.suffix, labels.FILE),
        "thumbnail": next((file.thumbnail for file in forms if file.thumbnail), None),
        "forms": [{"href": file.path, "way": file.way, "size": file.size} for file in forms],
    }


def _parts(called: str, award_round: PublicRound) -> list[str]:
    """Return a file's title in parts that must not be broken: a name is one part, divided only before the surname."""
    name = next((chosen.name for chosen in award_round.winners if chosen.name.full in called), None)
    if name is None:
        return [called]
    before, _, after = called.partition(name.full)
    return [part.strip() for part in (before, name.short, name.behind, after) if part.strip()]


PIECE: Piece[Finished] = page_frame.piece("media", labels.MEDIA_PAGE, each_year(_of_year, _newest), "media.html.j2")
