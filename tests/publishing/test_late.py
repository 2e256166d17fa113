"""Somebody has a page open while a release comes: what that page still asks for is there when it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.publishing import release
from generator.publishing.hosts.folder import FolderHost
from tests.support.sites import asked, wanted

if TYPE_CHECKING:
    from pathlib import Path

FIRST = {"index.html": b"1", "assets/kept/aaa.css": b"a {}", "assets/pictures/uea.webp": b"uea"}
SECOND = {"index.html": b"2", "assets/kept/bbb.css": b"b {}"}
THIRD = {"index.html": b"3", "assets/kept/bbb.css": b"b {}"}


def _seen(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and ".tonbaep" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_style_sheet_outlives_its_page_by_one_release_and_a_picture_does_not(tmp_path: Path) -> None:
    """An old page without its letters looks broken; a picture may be of somebody who took a consent back."""
    host, old = FolderHost(tmp_path), FIRST["assets/kept/aaa.css"]
    release.publish(host, wanted(FIRST), asked())
    release.publish(host, wanted(SECOND), asked())
    assert _seen(tmp_path) == {**SECOND, "assets/kept/aaa.css": old}
    assert release.publish(host, wanted(SECOND), asked()).same == len(SECOND)
    assert _seen(tmp_path) == {**SECOND, "assets/kept/aaa.css": old}
    report = release.publish(host, wanted(THIRD), asked())
    assert report.gone == ("assets/kept/aaa.css",)
    assert _seen(tmp_path) == THIRD
    release.back(host, asked())
    assert _seen(tmp_path) == {**SECOND, "assets/kept/aaa.css": old}
    release.back(host, asked())
    assert _seen(tmp_path) == FIRST


def test_what_is_asked_for_again_is_not_sent_again(tmp_path: Path) -> None:
    """A change that is taken back the same day brings the old sheet's name back."""
    host = FolderHost(tmp_path)
    release.publish(host, wanted(FIRST), asked())
    release.publish(host, wanted(SECOND), asked())
    report = release.publish(host, wanted({**FIRST, "index.html": b"4"}), asked())
    assert "assets/kept/aaa.css" not in report.sent
    release.publish(host, wanted({**FIRST, "index.html": b"5"}), asked())
    assert _seen(tmp_path) == {**FIRST, "index.html": b"5"}
