"""The places of finished folders: asked before anything is made, and refused in a sentence."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from generator.disk import outputs
from generator.problems import ProblemsFound

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NAMES = ("site", "build")
UNFIT: dict[str, Callable[[Path], object]] = {
    "file": lambda place: place.write_text("x", encoding="utf-8"),
    "pipe": os.mkfifo,
    "dangling link": lambda place: place.symlink_to("/nowhere/at/all"),
    "link to itself": lambda place: place.symlink_to(place),
    "link to a file": lambda place: place.symlink_to(place.with_name("mkdocs.yml")),
    "link to the records": lambda place: place.symlink_to("winners"),
    "link to the project": lambda place: place.symlink_to("."),
    "link to what the project is in": lambda place: place.symlink_to(".."),
    "link to the whole disk": lambda place: place.symlink_to("/"),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project folder with records."""
    project = tmp_path / "project"
    (project / "winners").mkdir(parents=True)
    (project / "mkdocs.yml").touch()
    return project


@pytest.mark.parametrize("harm", UNFIT.values(), ids=UNFIT)
def test_what_no_finished_folder_can_stand_in_is_refused(project: Path, harm: Callable[[Path], object]) -> None:
    """Putting a folder in the place of the records would be the end of them."""
    harm(project / "site")
    with pytest.raises(ProblemsFound) as found:
        outputs.check(project, NAMES)
    assert [problem.file for problem in found.value.problems] == ["site"]


def test_two_places_cannot_be_one_folder(project: Path, tmp_path: Path) -> None:
    """The second would take away the first."""
    (tmp_path / "www").mkdir()
    for name in NAMES:
        (project / name).symlink_to(tmp_path / "www")
    with pytest.raises(ProblemsFound, match="build"):
        outputs.check(project, NAMES)


PREVIEWS = ("preview", "preview/site", "preview/build")


@pytest.mark.parametrize("place", PREVIEWS)
@pytest.mark.parametrize("to", [".", "site", "..", "/nowhere/at/all", None])
def test_what_may_only_be_looked_at_stands_nowhere_else(project: Path, place: str, to: str | None) -> None:
    """A link to the public site would publish a result before its moment."""
    (project / "site").mkdir()
    if place != "preview":
        (project / "preview").mkdir()
    if to is None:
        (project / place).write_text("a person's own", encoding="utf-8")
    else:
        (project / place).symlink_to(project / to)
    with pytest.raises(ProblemsFound) as found:
        outputs.check_preview(project / "preview", NAMES)
    assert place in [problem.file for problem in found.value.problems]


def test_a_preview_stands_in_folders_of_its_own(project: Path) -> None:
    """These are there after the first one, and none before it."""
    for place in (None, *PREVIEWS):
        if place:
            (project / place).mkdir()
        outputs.check_preview(project / "preview", NAMES)


def test_nothing_a_folder_and_a_link_to_a_folder_elsewhere_are_fit(project: Path, tmp_path: Path) -> None:
    """A web server's own folder is a sensible place for a site."""
    outputs.check(project, NAMES)
    (tmp_path / "www").mkdir()
    (project / "site").symlink_to(tmp_path / "www")
    (project / "build").mkdir()
    outputs.check(project, NAMES)
