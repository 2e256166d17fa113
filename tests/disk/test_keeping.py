"""What stands in finished folders and is not ours: it stays, whatever it is, and is never written over or through."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from generator.disk import keeping
from generator.problems import ProblemsFound

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """Return where the new folders are made."""
    fresh = tmp_path / ".tonbaep/fresh"
    keeping.write(fresh / "build/print/poster.pdf", b"new")
    return fresh


def test_everything_that_is_not_ours_comes_along(tmp_path: Path, fresh: Path) -> None:
    """A clerk's empty folder for next week's pictures is hers too, and a pipe may never be opened."""
    build = tmp_path / "build"
    keeping.write(build / "print/poster.pdf", b"old")
    keeping.write(build / "print/2565/gone.pdf", b"old")
    keeping.write(build / "mine/web.config", b"mine")
    (build / "mine/empty/deep").mkdir(parents=True)
    (build / "link").symlink_to("/nowhere/at/all")
    (build / "linked").symlink_to(tmp_path)
    os.mkfifo(build / "pipe")
    ours = {"build/print/poster.pdf", "build/print/2565/gone.pdf", "build/emptied/by-hand.pdf"}
    (build / "emptied").mkdir()
    assert keeping.carry_over(tmp_path, fresh, ["build", "site"], ours) == []
    new = fresh / "build"
    assert (new / "mine/web.config").read_bytes() == b"mine"
    assert (new / "mine/empty/deep").is_dir()
    assert (new / "link").readlink().as_posix() == "/nowhere/at/all"
    assert (new / "linked").is_symlink()
    assert stat.S_ISFIFO((new / "pipe").lstat().st_mode)
    assert (new / "print/poster.pdf").read_bytes() == b"new"
    assert not (new / "print/2565").exists()
    assert not (new / "emptied").exists()


@pytest.mark.parametrize("kind", ["other bytes", "pipe", "link", "file for our folder", "folder for our file"])
def test_what_is_in_our_way_is_named_and_left_alone(tmp_path: Path, fresh: Path, kind: str) -> None:
    """Only its owner knows what it is good for."""
    path = "build/print" if kind == "file for our folder" else "build/print/poster.pdf"
    place = tmp_path / path
    place.parent.mkdir(parents=True)
    if kind == "folder for our file":
        path += "/mine.txt"
        keeping.write(tmp_path / path, b"mine")
    elif kind == "pipe":
        os.mkfifo(place)
    elif kind == "link":
        place.symlink_to(tmp_path)
    else:
        place.write_bytes(b"mine")
    assert keeping.carry_over(tmp_path, fresh, ["build"], ()) == [path]
    assert os.path.lexists(tmp_path / path)
    with pytest.raises(ProblemsFound, match=path):
        keeping.refuse([path])


def test_the_same_bytes_are_in_nobodys_way(tmp_path: Path, fresh: Path) -> None:
    """Where the list of the last build is lost, its files are still what they are."""
    keeping.write(tmp_path / "build/print/poster.pdf", b"new")
    assert keeping.carry_over(tmp_path, fresh, ["build"], ()) == []
    keeping.refuse([])


def test_what_is_kept_aside_twice_is_kept_twice(tmp_path: Path, fresh: Path) -> None:
    """A log that was ticked off in May and again in June."""
    for text in (b"May", b"June", b"May"):
        keeping.write(tmp_path / "build/plan.xlsx", text)
        keeping.keep_aside(tmp_path, fresh, "build/kept", "build/plan.xlsx")
        (tmp_path / "build/plan.xlsx").unlink()
    kept = {file.name: file.read_bytes() for file in (fresh / "build/kept").iterdir()}
    assert kept == {"plan.xlsx": b"May", "plan-2.xlsx": b"June"}
    keeping.write(tmp_path / "site/index.html", b"x")
    assert keeping.keep_aside(tmp_path, fresh, "build/kept", "site/index.html") == "build/kept/site/index.html"


def test_a_record_that_is_a_link_stays_one_and_keeps_who_may_read_it(tmp_path: Path) -> None:
    """An office may have its records on a shared drive, for some eyes only."""
    real, record = tmp_path / "shared.yaml", tmp_path / "winners.yaml"
    real.write_bytes(b"old")
    real.chmod(0o640)
    record.symlink_to(real)
    keeping.replace(record, b"new")
    assert record.is_symlink()
    assert real.read_bytes() == b"new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_a_web_server_may_read_what_was_made_by_somebody_careful(tmp_path: Path) -> None:
    """With a umask of 077 the site was there and nobody could see it."""
    before = os.umask(0o077)
    try:
        keeping.write(tmp_path / "site/2566/index.html", b"x")
        (tmp_path / "site/link").symlink_to("/nowhere/at/all")
        keeping.readable(tmp_path / "site")
    finally:
        os.umask(before)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "site").rglob("[2i]*")}
    assert modes == {"2566": 0o755, "index.html": 0o644}
    assert stat.S_IMODE((tmp_path / "site").stat().st_mode) == 0o755
