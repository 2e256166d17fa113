"""Finds out within a few milliseconds that there is nothing to do; imports nothing that only a build needs.

A build is a function of the records, the templates, the installed packages and the stage of the rounds. What it saw of
them (size, times and file number of each file) is kept beside what it made; if all that is unchanged, so is the result.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from generator.disk import own, stamping
from generator.disk.swap import write_whole
from generator.reading import base_folders
from generator.site import theme
from generator.store import key_of

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from generator.disclosure import Stage
    from generator.disk.swap import Workshop

_RECORDS = "winners"
_PASSED_OVER = frozenset({"__pycache__", ".git"})
_RELEASED = "winners/released.json"
"""Written when packs are made from what was built; no file depends on it."""
_VERDICT = {"year": int, "digest": str, "same": bool, "differing": [str]}
_STATE: dict[str, Any] = {
    "options": ({"sealed": bool}, None),
    "since": (str, None),
    "until": (str, None),
    "report": {"files": int, "stages": [[(int, str)]], "warnings": [{}], "signed": [_VERDICT], "ahead": [{}]},
    "inputs": {str: [int]},
    "outputs": {str: [int]},
}
Why = Literal["none", "partial", "moment", "records", "files"]
"""Why what was built is not what the records say today."""
_HISTORY: dict[str, Any] = {"releases": [{}]}
_NO_INPUT = ".sha256"
"""The file list of a proof book lies among the records; no file is made from it."""


def is_unchanged(
    workshop: Workshop, moment: datetime, options: dict[str, Any], shared: dict[str, list[int]] | None = None
) -> dict[str, Any] | None:
    """Return what the last build reported, if it would make the same files at this moment; otherwise None.

    Whoever asks of many projects has looked at what they share (`program()`) already.
    """
    state = _state(workshop)
    if state is None or not _history_is_sound(workshop.project):
        return None
    try:
        same = (
            _covers(state, moment)
            and state["options"] == options
            and state["inputs"] == inputs(workshop.project, shared)
            and state["outputs"] == stamping.of(workshop.outputs, state["outputs"])
        )
    except (OSError, ValueError, TypeError):
        return None
    report: dict[str, Any] = state["report"]
    return report if same else None


def standing(workshop: Workshop, moment: datetime) -> Why | None:
    """Return why what was built is not all that the records say at a moment, or None if it is."""
    state = _state(workshop)
    if state is None:
        return "none"
    if state.get("partial", state["options"] is None):
        return "partial"
    try:
        if not _covers(state, moment):
            return "moment"
        if state["inputs"] != inputs(workshop.project):
            return "records"
        same = state["outputs"] == stamping.of(workshop.outputs, state["outputs"])
    except (OSError, ValueError, TypeError):
        same = False
    return None if same else "files"


def signed(workshop: Workshop) -> list[dict[str, Any]]:
    """Return what the last build found of each year whose proof was signed."""
    state = _state(workshop)
    return state["report"]["signed"] if state else []


def _covers(state: dict[str, Any], moment: datetime) -> bool:
    """Return whether what was built is what may be seen at a moment."""
    since, until = state["since"], state["until"]
    begun = since is None or moment >= datetime.fromisoformat(since)
    return begun and (until is None or moment < datetime.fromisoformat(until))


def _state(workshop: Workshop) -> dict[str, Any] | None:
    return workshop.own.read(workshop.state, _STATE, dict[str, Any])


def _history_is_sound(project: Path) -> bool:
    """Return whether the list of what was handed out can be read: if not, a whole build says so at each run."""
    file = project / _RELEASED
    try:
        own.read(own.behind(file), _HISTORY)
    except (own.Unsound, OSError):
        return False
    return not own.set_aside_before(file)


def remember(
    workshop: Workshop, state: dict[str, Any], seen: dict[str, list[int]], made: Collection[str], stood: Collection[str]
) -> None:
    """Keep what a build saw before reading (`seen`), and its files, by their paths from the project folder.

    Those that were `made` are as they were made; those that `stood` before are known as they were then, since somebody
    may have written in one meanwhile.
    """
    outputs = _stamps(workshop, _state(workshop), made, stood)
    workshop.own.clear(workshop.state)
    write_whole(workshop.state, {**state, "inputs": seen, "outputs": outputs})


def left(workshop: Workshop, made: Collection[str], stood: Collection[str]) -> None:
    """Keep that the last build's files are now these: some were `made` beside those that `stood`."""
    state = _state(workshop)
    if state is not None:
        with suppress(OSError):
            write_whole(workshop.state, {**state, "outputs": _stamps(workshop, state, made, stood)})


def _stamps(
    workshop: Workshop, before: dict[str, Any] | None, made: Collection[str], stood: Collection[str]
) -> dict[str, list[int]]:
    known: dict[str, list[int]] = before["outputs"] if before else {}
    return {path: known[path] for path in stood if path in known} | stamping.of(workshop.outputs, made)


def stages(workshop: Workshop) -> dict[int, Stage]:
    """Return the stage of each year's round at the last build, as far as it was recorded."""
    from generator.disclosure import STAGE_NAMES  # a run with nothing to do need not load it

    state = _state(workshop)
    known: list[list[Any]] = state["report"]["stages"] if state else []
    return {pair[0]: pair[1] for pair in known if len(pair) == len(("year", "stage")) and pair[1] in STAGE_NAMES}


def owned(workshop: Workshop) -> dict[str, bool]:
    """Return the paths that the last build made, as far as they were recorded, and whether each is untouched since."""
    state = _state(workshop)
    outputs = state["outputs"] if state else {}
    return {path: stamping.one(workshop.outputs, path) == stamp for path, stamp in outputs.items()}


def around(project: Path) -> str:
    """Return a digest of everything that a build depends on besides the records: theme, pages, program, packages."""
    records = f"{project / _RECORDS}{os.sep}"
    return key_of(sorted(stamp for stamp in inputs(project).items() if not stamp[0].startswith(records)))


def inputs(project: Path, shared: dict[str, list[int]] | None = None) -> dict[str, list[int]]:
    """Return size, times and file number of everything that a build depends on, by path."""
    stamps: dict[str, list[int]] = {}
    for root in (project / _RECORDS, *(project / name for name in theme.SOURCES)):
        stamping.walk(str(root), stamps, _PASSED_OVER, _NO_INPUT)
    for base in base_folders.folders(project):
        stamping.walk(str(base / _RECORDS), stamps, _PASSED_OVER, _NO_INPUT)
    stamps.update(program() if shared is None else shared)
    stamps.pop(str(project / _RELEASED), None)
    return stamps


@cache
def program_at_first() -> str:
    """Return a digest of the program as this process first saw it, which is before it loads what a build needs."""
    if not _FIRST:
        program()
    return key_of(_FIRST)


_FIRST: list[tuple[str, list[int]]] = []


def program() -> dict[str, list[int]]:
    """Return the same of what all projects share: theme, program, packages."""
    from generator import __file__ as package  # the package's own place

    stamps: dict[str, list[int]] = {}
    brought = theme.brought()
    for root in (*(str(brought / name) for name in theme.SOURCES), os.path.dirname(package)):  # noqa: PTH120 - faster
        stamping.walk(root, stamps, _PASSED_OVER, _NO_INPUT)
    for folder in sys.path:
        if folder.endswith("site-packages"):
            # Installing, upgrading or removing any package changes the modification time of the folder.
            stamping.see(folder, stamps)
    if not _FIRST:
        _FIRST.extend(sorted(stamps.items()))
    return stamps
