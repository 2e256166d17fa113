"""Offices, results and figures as tables for other people's programs: CSV in which no cell is a formula, and JSON."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.batch.province import labels
from generator.press.data import DATA
from generator.press.web_text import JSON

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.batch.province.entries import Office

ALL = "data/all.json"
_NOWHERE = Path()


def files(offices: Sequence[Office]) -> dict[str, bytes]:
    """Return the tables by their path within the site."""
    tables = {labels.OFFICES: _offices, labels.RESULTS: _results, labels.SATISFACTION: _satisfaction}
    made = {}
    for name, rows in tables.items():
        view = {"heads": labels.HEADS[name], "rows": [row for office in offices for row in rows(office)]}
        made[path(name)] = DATA.press("", view, _NOWHERE)
    made[ALL] = JSON.press("", {"document": {"offices": [_as_json(office) for office in offices]}}, _NOWHERE)
    return made


def path(name: str) -> str:
    """Return where a table stands within the site."""
    return f"data/{name}.csv"


def state(office: Office) -> str:
    """Return how old what is known of an office is: `current`, `earlier` or `none`."""
    return "none" if not office.told else "current" if office.current else "earlier"


def _front(office: Office) -> tuple[str, str, str]:
    return office.province, office.district or labels.NO_DISTRICT, office.name


def _offices(office: Office) -> Iterator[tuple[str, ...]]:
    yield *_front(office), office.short_name, office.site, office.phone, labels.STATES[state(office)]


def _results(office: Office) -> Iterator[tuple[str, ...]]:
    for result in office.results:
        told = (str(result.year), result.award, result.since.isoformat(), str(result.chosen), result.page)
        yield *_front(office), *told, labels.SAMPLE if result.sample else ""


def _satisfaction(office: Office) -> Iterator[tuple[str, ...]]:
    for figure in office.figures:
        ends = figure.between or ("", "")
        yield *_front(office), str(figure.year), figure.percent, *ends, figure.target, str(figure.replies)


def _as_json(office: Office) -> dict[str, Any]:
    """Return all that is public of an office; what nobody has told is null."""
    return {
        "name": office.name,
        "short_name": office.short_name,
        "district": office.district or None,
        "province": office.province or None,
        "phone": office.phone or None,
        "site": office.site or None,
        "state": state(office),
        "results": [
            {
                "year": each.year,
                "award": each.award,
                "announced_at": each.since.isoformat(),
                "chosen": each.chosen,
                "page": each.page or None,
                "sample": each.sample,
            }
            for each in office.results
        ],
        "satisfaction": [
            {
                "year": each.year,
                "percent": each.percent,
                "between": list(each.between) or None,
                "target": each.target,
                "replies": each.replies,
            }
            for each in office.figures
        ],
    }
