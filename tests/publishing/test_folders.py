"""Folders on a host come and go with the files in them, and names that are in each other's way take turns."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from generator.publishing import release
from generator.publishing.faults import HostFault
from generator.publishing.hosts.folder import FolderHost
from tests.support.sites import asked, wanted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.support.sites import Files, Place

START = {"index.html": b"start"}


def _stands(folder: Path) -> frozenset[str]:
    """Return files and folders that visitors could be shown, folders with a slash at their end."""
    return frozenset(
        path.relative_to(folder).as_posix() + ("/" if path.is_dir() else "")
        for path in folder.rglob("*")
        if path.relative_to(folder).parts[0] != ".tonbaep"
    )


def _publish(place: Place, files: Files) -> None:
    host = place.host()
    release.publish(host, wanted(files), asked())
    host.leave()


def test_a_folder_goes_with_the_last_file_in_it(place: Place) -> None:
    """A folder that is called after somebody who withdrew is listed by many hosts; somebody's own file keeps it."""
    _publish(place, {**START, "2566/saksit/card.html": b"card", "shared/ours.html": b"ours"})
    (place.on_disk / "shared/theirs.html").write_bytes(b"theirs")
    _publish(place, START)
    assert _stands(place.on_disk) == {"index.html", "shared/", "shared/theirs.html"}
    host = place.host()
    release.back(host, asked())
    host.leave()
    assert {"2566/saksit/card.html", "shared/ours.html"} <= _stands(place.on_disk)


def test_folders_go_although_the_run_was_killed_before_it_tidied_up(
    folder: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next run has no release left that tells of the folder, where that was thrown away for a withdrawal."""
    _publish(folder, {**START, "2566/saksit/card.html": b"card"})

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(release._Work, "tidy", killed)  # noqa: SLF001 - stands for a kill at this moment
        with pytest.raises(KeyboardInterrupt):
            _publish(folder, START)
    assert "2566/saksit/" in _stands(folder.on_disk)
    _publish(folder, START)
    assert _stands(folder.on_disk) == {"index.html"}


@pytest.mark.parametrize("turned", [False, True])
def test_a_file_takes_the_place_of_a_folder_and_a_folder_that_of_a_file(place: Place, *, turned: bool) -> None:
    """An office's page `report` that grows into a folder `report` must not stop all publishing for good."""
    sites = [{**START, "a": b"one", "b/c/d": b"two"}, {**START, "a/b": b"three", "b": b"four"}]
    for files in reversed(sites) if turned else sites:
        _publish(place, files)
        assert place.seen() == files


class _Insensitive(FolderHost):
    """A folder that tells no large letters from small ones, as Windows shares and macOS do."""

    def size(self, name: str) -> int | None:
        """Find a file however it is written."""
        return super().size(self._known(name))

    def _known(self, name: str) -> str:
        there = [path.relative_to(self._folder).as_posix() for path in self._folder.rglob("*")]
        return next((each for each in there if each.casefold() == name.casefold()), name)


def test_a_page_may_be_written_in_other_letters_on_a_host_that_sees_no_difference(folder: Place) -> None:
    """What is there under the new name is our own page of the old one: nobody else's, and nothing to lose."""
    host = _Insensitive(folder.on_disk)
    for names in (("About.html", "Docs/A.pdf"), ("about.html", "docs/A.pdf")):
        files = {**START, **dict.fromkeys(names, b"same")}
        release.publish(host, wanted(files), asked())
        assert folder.seen() == files


def _any_site(chance: random.Random, names: Sequence[str]) -> Files:
    """Return a site that a disk can hold: no name is a folder and a file."""
    files: Files = {}
    for name in chance.sample(names, len(names)):
        clear = not any(name.startswith(f"{each}/") or each.startswith(f"{name}/") for each in files)
        if clear and chance.random() < 0.7:
            files[name] = chance.randbytes(8)
    return {**START, **files}


def test_any_site_follows_any_other(folder: Place) -> None:
    """Whatever names two releases have, the second one stands there alone, without a folder too many."""
    chance = random.Random(7)
    names = ("a", "a/b", "a/b/c", "a/d.html", "b", "b/a", "c.html", "c.html/x", "d/e/f/g")
    for _ in range(60):
        files = _any_site(chance, names)
        _publish(folder, files)
        assert folder.seen() == files
        assert all(any(name.startswith(each) for name in files) for each in _stands(folder.on_disk))


def test_a_link_to_nowhere_is_somebody_elses_file(folder: Place) -> None:
    """Hosts are full of links whose end is gone; none stops a publication, and none is replaced unasked."""
    (folder.on_disk / "old").symlink_to(folder.on_disk / "gone")
    (folder.on_disk / "about.html").symlink_to(folder.on_disk / "gone")
    _publish(folder, START)
    with pytest.raises(HostFault, match=r"about\.html"):
        _publish(folder, {**START, "about.html": b"ours"})
    host = folder.host()
    release.publish(host, wanted({**START, "about.html": b"ours"}), asked(adopt=True))
    assert folder.seen() == {**START, "about.html": b"ours"}
    release.back(host, asked())
    assert (folder.on_disk / "about.html").is_symlink()
    assert (folder.on_disk / "old").is_symlink()


def test_the_offices_own_rules_for_its_server_stay(place: Place) -> None:
    """Most hosts put an `.htaccess` there by themselves: it leads to https, and chooses how the rest is run."""
    theirs = b"RewriteEngine On\n"
    (place.on_disk / ".htaccess").write_bytes(theirs)
    for start in (b"one", b"two"):
        _publish(place, {".htaccess": b"ours", "web.config": b"ours", "index.html": start})
        assert place.seen() == {".htaccess": theirs, "web.config": b"ours", "index.html": start}
    _publish(place, {"index.html": b"three"})
    assert place.seen() == {".htaccess": theirs, "index.html": b"three"}
