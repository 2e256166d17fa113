"""What the package brings for every office: theme, settings of the engine and first pages; own files go before them.

In a checkout they stand in the repository's root, where they are the sample's own; a wheel holds them in the package.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from generator.disk.sources import CONTENT, OVERRIDES, SETTINGS

if TYPE_CHECKING:
    from collections.abc import Mapping

SOURCES = (CONTENT, OVERRIDES, SETTINGS)
"""What a project may have of its own besides its records."""

_PACKAGE = Path(__file__).resolve().parent.parent
_PASSED_OVER = frozenset({"__pycache__", ".git"})


def brought() -> Path:
    """Return the folder in which the package's own stand."""
    inside = _PACKAGE / "brought"
    return inside if inside.is_dir() else _PACKAGE.parent


def settings(project: Path) -> Path:
    """Return the engine's settings: the project's own, or else those of the package."""
    own = project / SETTINGS
    return own if own.is_file() else brought() / SETTINGS


def custom(project: Path, made: Path) -> Path:
    """Return the folder of the theme's own templates and files; one of both, where the project has only some.

    That one is filled anew in `made`.
    """
    own, ours = below(project / OVERRIDES), below(brought() / OVERRIDES)
    if not own:
        return brought() / OVERRIDES
    if own.keys() >= ours.keys():
        return project / OVERRIDES
    _fill(made, {**ours, **own})
    return made


def _fill(folder: Path, found: Mapping[str, Path]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for path, file in found.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)


def below(folder: Path) -> dict[str, Path]:
    """Return the files below a folder, also those that a link leads to."""
    return {
        file.relative_to(folder).as_posix(): file
        for file in sorted(folder.rglob("*"))
        if file.is_file() and not _PASSED_OVER & {*file.relative_to(folder).parts}
    }
