"""A colour is typed, or picked beside where it is typed; what was changed counts, with a script or without."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from werkzeug.datastructures import MultiDict

    from generator.amending.drafts import Listed

PICK, SHOWN = ".pick", ".picked"
"""What the names of a colour's two other fields end with: the picker, and what it showed at first."""

_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")
_NONE: Final = "#777777"
"""What a picker shows of what is no colour: it cannot be empty."""


def pickable(value: object) -> str:
    """Return what a picker shows of what is typed."""
    return value.lower() if isinstance(value, str) and _COLOUR.fullmatch(value) else _NONE


def with_picks(form: MultiDict[str, str]) -> Listed:
    """Return the values of a form by name, with each colour as it was picked where it was not typed anew."""
    picked = dict[str, str]()
    for name in form:
        field = name.removesuffix(PICK)
        shown, pick = form.get(f"{field}{SHOWN}", ""), form.get(name, "").lower()
        if field != name and pick != shown and _COLOUR.fullmatch(pick) and pickable(form.get(field)) == shown:
            picked[field] = pick
    return lambda name: [picked[name]] if name in picked else form.getlist(name)
