"""Makes the site in front of all offices, whole, beside the ledger; nothing is made where nothing has changed."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from generator.batch import task
from generator.batch.province import entries, labels, tables, views
from generator.disk import keeping
from generator.disk.swap import Swap, write_whole
from generator.model.look import USUAL_STYLE
from generator.palette import palette
from generator.press import templates
from generator.press.page import PAGE
from generator.reading.province import Province, province
from generator.site import brand, making, staging
from generator.site.engine import Engine

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from generator.batch.ledger import Entry
    from generator.batch.province.entries import Office
    from generator.batch.province.views import District
    from generator.disk.swap import Workshop
    from generator.palette import Palette, Season

FOLDER: Final = "_province"
"""Where the site stands, beside the ledger; no office's folder begins so."""
NOTE: Final = "province.json"
_SHAPE: Final = {"key": str, "moment": str, "until": str, "owner": str, "files": {str: [(str, int)]}}
_HOME, _DISTRICT, _DATA = "province_home.html.j2", "province_district.html.j2", "province_data.html.j2"
_STYLE: Final = "province.css"
_ROOM: Final = "province"


class _Looks(NamedTuple):
    palette: Palette
    style: Any = USUAL_STYLE
    season: Season = "ปกติ"


def note(workshop: Workshop) -> dict[str, Any] | None:
    """Return what is known of the site that stands: its files by digest and size, its moment, until when it holds."""
    return workshop.own.read(workshop.folder / NOTE, _SHAPE, dict[str, Any])


def make(workshop: Workshop, ledger: Mapping[str, Entry], moment: datetime) -> Path | None:
    """Make the site of these offices, as they may be known at a moment, and return where it stands; None for nobody.

    Raises `ProblemsFound` for faults in `province.yaml`, and where something of somebody's is in the way.
    """
    whose, offices = province(workshop.project), entries.offices(ledger, moment)
    if not offices:
        return None
    known, target = note(workshop), workshop.project / FOLDER
    made_of = key(whose, offices, moment)
    if known and known["key"] == made_of and _stands(target, known["files"]):
        return target
    name = called(whose, offices)
    fresh = workshop.fresh / FOLDER
    _make(workshop, whose, name, offices, moment, fresh)
    ours = [f"{FOLDER}/{each}" for each in (known["files"] if known else ())]
    made = _listed(fresh)
    keeping.refuse(keeping.carry_over(workshop.project, workshop.fresh, (FOLDER,), ours))
    keeping.readable(fresh)
    workshop.swap([Swap(fresh, target)])
    until = min((office.next_at for office in offices if office.next_at), default="")
    workshop.own.clear(workshop.folder / NOTE)
    about = {"key": made_of, "moment": moment.isoformat(), "until": until, "owner": name, "files": made}
    write_whole(workshop.folder / NOTE, about)
    return target


def called(whose: Province, offices: Sequence[Office]) -> str:
    """Return the name of the site: the written one, or else that of the one province in which all offices are."""
    provinces = {office.province for office in offices if office.province}
    usual = labels.OF_PROVINCE.format(province=provinces.pop()) if len(provinces) == 1 else labels.EVERYBODY
    return whose.name or usual


def key(whose: Province, offices: Sequence[Office], moment: datetime) -> str:
    """Return a digest of all that the site is made of; of the moment, a page says the day alone."""
    whose = whose._replace(target=None)  # where it goes is no part of it
    facts = (task.version(), tuple(whose), [tuple(office) for office in offices], moment.date().isoformat())
    return hashlib.sha256(repr(facts).encode()).hexdigest()


def _stands(folder: Path, files: Mapping[str, list[Any]]) -> bool:
    """Return whether all files of a site are there with the size that they had."""
    try:
        return all((folder / name).stat().st_size == size for name, (_, size) in files.items())
    except OSError:
        return False


def _listed(folder: Path) -> dict[str, list[Any]]:
    return {
        file.relative_to(folder).as_posix(): [hashlib.sha256(value := file.read_bytes()).hexdigest(), len(value)]
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def _make(
    workshop: Workshop, whose: Province, name: str, offices: Sequence[Office], moment: datetime, out: Path
) -> None:
    listed = views.districts(offices)
    data = tables.files([office for district in listed for office in district.offices])
    room = workshop.folder / _ROOM
    for folder in (room, workshop.fresh):
        workshop.own.folder(folder)
    with Engine(workshop.compiled) as engine:
        engine.start()
        staged = room / "staged"
        staging.fill(staged, {**_pages(name, moment, listed, data), **data, **_branding(whose)})
        frame = making.Frame(name, whose.site, labels.DESCRIPTION.format(name=name), _frame(whose, name, offices))
        making.make_framed(room, frame, staged, out, views.parts(listed), engine)


def _pages(name: str, moment: datetime, listed: Sequence[District], data: Mapping[str, bytes]) -> dict[str, bytes]:
    made = [
        (_HOME, views.home(name, moment.date(), listed)),
        *((_DISTRICT, views.of_district(district, listed)) for district in listed),
        (_DATA, views.data(data)),
    ]
    return {f"{view['at']}.md": PAGE.press(template, view, Path()) for template, view in made}


def _branding(whose: Province) -> dict[str, bytes]:
    mixed = palette(whose.colours.primary, whose.colours.accent)
    return {
        "assets/brand.css": brand.style_sheet(_Looks(mixed)).encode(),
        "assets/charts.css": brand.chart_sheet(mixed).encode(),
        "assets/mark.svg": brand.mark(mixed).encode(),
        "assets/province.css": templates.source(_STYLE),
    }


def _frame(whose: Province, name: str, offices: Sequence[Office]) -> dict[str, Any]:
    """Return what the theme shows around every page."""
    results = [result for office in offices for result in office.results]
    menu = [{"title": labels.HOME, "href": "index.html"}, {"title": labels.DATA, "href": "data.html"}]
    return {
        "province": True,
        "short_name": name,
        "title": {"front": name, "place": ""},
        "award": [labels.ABOUT],
        "menu": menu,
        "written": [],
        "early": "",
        "sample": bool(results) and all(result.sample for result in results),
        "seal": "",
        "card": None,
        "colour": whose.colours.primary,
        "phone": whose.phone.printed if whose.phone else "",
        "tel": whose.phone.dialled if whose.phone else "",
    }
