"""The page of a batch: which offices are done, and what is to be told whom; never a word of their records.

A fault in the clerk's words may quote what was typed: a winner's name before its moment, somebody's telephone. So of a
fault in records this page shows the file and the line; the words stand at the office, where `tonbaep check` says them.
The office's own record (its name, place, colours) is public, and so are faults of folders and machines: they are told
in full.
"""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING, Any, Final

from generator.batch import labels
from generator.batch.ledger import NOWHERE
from generator.disk.sources import OVERRIDES
from generator.ledger.places import BUILD, SITE
from generator.press import templates
from generator.reading import folder
from generator.site.theme import brought
from generator.thai.dates import moment_text
from generator.thai.telephones import TelephoneFault, read_telephone

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from generator.batch.ledger import Entry

NAME: Final = "batch.html"
_TEMPLATE, _STYLE, _SCRIPT = "batch.html.j2", "batch.css", "batch.js"
_PUBLIC = f"{folder.WINNERS}/{folder.ORGANISATION}"
_NAMED = frozenset(
    {
        *(folder.ORGANISATION, folder.ROUND, folder.WINNERS_OF_YEAR, folder.CERTIFICATES, folder.RECORDINGS),
        *(folder.SURVEY, folder.NOMINEES, folder.SCORES, folder.TALLY, folder.PAPERS),
    }
)
"""Names of files that the program gives; a photo's is given by somebody, and may be its owner's."""
_OURS = frozenset({folder.WINNERS, "content", "overrides"})
_MADE = frozenset({BUILD, SITE})
"""Where sheets stand that were left out: each is called after whom it shows, and its fault quotes what has no room."""
_MOST = 5
"""How many faults of one office are told; whoever mends these asks again."""
_LEADING = "เแโใไ"


def html(offices: dict[str, Entry], moment: datetime) -> bytes:
    """Return the page of these offices, as UTF-8."""
    found = [_office(name, entry) for name, entry in offices.items()]
    faces = _faces()
    view = {
        "labels": {key: value for key, value in vars(labels).items() if key.isupper()},
        "moment": moment_text(moment),
        "policy": _policy(faces),
        "faces": faces,
        "count": len(found),
        "states": [
            {"key": key, "about": about._asdict(), "count": sum(each["state"] == key for each in found)}
            for key, about in labels.STATES.items()
            if any(each["state"] == key for each in found)
        ],
        "districts": _districts(found),
    }
    return templates.fill(_TEMPLATE, view, escape=True).encode()


def _faces() -> str:
    """Return the rules for the page's letters, which it carries within it: a computer may have none for Thai."""
    folder_of = brought() / OVERRIDES / "assets/fonts"
    return "".join(
        f"@font-face{{font-family:Tonbaep;font-weight:{weight};src:url(data:font/woff2;base64,"
        f"{base64.b64encode((folder_of / f'TonbaepText-{name}.woff2').read_bytes()).decode()})}}"
        for name, weight in (("Regular", 400), ("Bold", 700))
    )


def _policy(faces: str) -> str:
    """Return what the page may load and run: its own style and script, nothing else and from nowhere else."""
    style, letters, script = (
        base64.b64encode(hashlib.sha256(each).digest()).decode()
        for each in (templates.source(_STYLE), faces.encode(), templates.source(_SCRIPT))
    )
    styles = f"style-src 'sha256-{style}' 'sha256-{letters}'"
    return f"default-src 'none'; font-src data:; {styles}; script-src 'sha256-{script}'"


def _office(name: str, entry: Entry) -> dict[str, Any]:
    whose, state = entry["whose"], entry["state"]
    told = [_shown(each) for each in entry["problems"] if not each["warning"]]
    warnings = sum(each["warning"] for each in entry["problems"])
    lines = told or ([_shown(each) for each in entry["problems"]] if warnings else [])
    once = [line for number, line in enumerate(lines) if line not in lines[:number]]
    about = labels.STATES[state]
    return {
        "name": whose["short_name"] or whose["name"] or name,
        "full": whose["name"],
        "folder": name,
        "district": whose["district"],
        "province": whose["province"],
        "state": state,
        "about": about._asdict(),
        "warnings": warnings,
        "files": entry["files"],
        "seconds": entry["seconds"],
        "lines": once[:_MOST],
        "more": max(0, len(once) - _MOST),
        "whom": about.whom,
        "phone": _phone(whose["phone"]) if about.whom == labels.CLERK and once and state != NOWHERE else None,
    }


def _shown(problem: dict[str, Any]) -> dict[str, Any]:
    """Return what may be told of a fault outside its office."""
    parts = problem["file"].replace("\\", "/").split("/")
    is_sheet = parts[0] in _MADE
    at = 0 if is_sheet else next((index for index, part in enumerate(parts) if part in _OURS), None)
    if at is None or problem["file"] == _PUBLIC:
        words, cure = problem["message"]["th"], problem["fix"]["th"]
    elif is_sheet:
        words, cure = labels.OF_SHEET, labels.OF_SHEET_CURE
    else:
        words, cure = labels.IN_RECORDS, labels.IN_RECORDS_CURE
    file = "/".join(parts if at is None else (*parts[: at + 1], *_known(parts[at + 1 :])))
    return {"file": file, "line": problem["line"], "words": words, "cure": cure}


def _known(parts: Iterable[str]) -> Iterable[str]:
    """Yield the parts of a path that the program has named; the first other one ends it."""
    for part in parts:
        if part not in _NAMED and not (part.isascii() and part.isdigit()):
            yield "…"
            return
        yield part


def _phone(text: str) -> dict[str, str] | None:
    try:
        telephone = read_telephone(text)
    except TelephoneFault:
        return None
    return {"text": telephone.printed, "dial": telephone.dialled}


def _districts(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the offices by province and district in the order of the dictionary, what is to be acted on first."""
    places = sorted({(each["province"], each["district"]) for each in found}, key=_place_in_order)
    order = list(labels.STATES)
    return [
        {
            "name": f"{labels.DISTRICT}{district}" if district else labels.NO_DISTRICT,
            "province": province,
            "key": f"{province}/{district}",
            "offices": sorted(
                (each for each in found if (each["province"], each["district"]) == (province, district)),
                key=lambda each: (order.index(each["state"]), in_order(each["name"])),
            ),
        }
        for province, district in places
    ]


def _place_in_order(place: tuple[str, str]) -> tuple[bool, str, str]:
    province, district = place
    return not district, in_order(province), in_order(district)


def in_order(text: str) -> str:
    """Return a key that sorts as ราชบัณฑิตยสภา's dictionary does: a vowel before its consonant counts after it."""
    letters = list(text)
    for index in range(len(letters) - 1):
        if letters[index] in _LEADING:
            letters[index], letters[index + 1] = letters[index + 1], letters[index]
    return "".join(letters)
