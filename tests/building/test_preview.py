"""A moment that has not come yet is only looked at: nothing of it reaches what is published or handed out."""

from __future__ import annotations

import os
import shutil
import time
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.support import product

if TYPE_CHECKING:
    from pathlib import Path

YEAR, RESULT = 2680, "2680-12-31 09:00"
"""A round far from now, and a moment after its result."""
NAME = "สมมุติวงศ์"
"""The surname of one of the sample's winners."""
PART = ("home", "poster", "announcement_text")


@pytest.fixture
def coming(builds: None, tmp_path: Path) -> Path:
    """Return a project whose result is still to come, with its winners written down, and some pieces built today."""
    return _coming(tmp_path)


@pytest.fixture(scope="module")
def looked_at(builds: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return such a project whose result was looked at; tests read it or work on copies."""
    project = _coming(tmp_path_factory.mktemp("looked_at"))
    product.done(project, "build", "--only", *PART, "--as-of", RESULT)
    return project


def _coming(folder: Path) -> Path:
    project = product.one_person(product.copy_of_sample(folder))
    old, new = project / "winners/2566", project / f"winners/{YEAR}"
    old.rename(new)
    for file in new.glob("*.yaml"):
        file.write_text(file.read_text(encoding="utf-8").replace("2566", str(YEAR)).replace("2570", str(YEAR)), "utf-8")
    product.done(project, "build", "--only", *PART, "--as-of", "2500-01-01 09:00")
    return project


def _with_name(folder: Path) -> list[str]:
    return [
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.suffix in {".html", ".txt", ".json"} and NAME in path.read_text(encoding="utf-8-sig", errors="replace")
    ]


def test_a_result_that_is_looked_at_early_stays_out_of_everything_that_is_handed_out(coming: Path) -> None:
    """The leak that README's own example led to: `--as-of` into the future, then `pack`."""
    before = {name: product.digest(coming / name) for name in ("site", "build")}
    told = product.done(coming, "build", "--only", *PART, "--as-of", RESULT)
    assert "ห้ามเผยแพร่" in told
    assert _with_name(coming / "preview/site")
    assert _with_name(coming / "preview/build")
    assert {name: product.digest(coming / name) for name in ("site", "build")} == before
    passed = [file for file in (*coming.iterdir(), *(coming / ".tonbaep").rglob("*")) if file.is_file()]
    passed = [file for file in passed if file.suffix != ".sqlite3"]  # what is kept to be used again
    assert not [file for file in passed if NAME.encode() in file.read_bytes()]
    product.done(coming, "pack")
    assert not _with_name(coming / "site")
    assert not _with_name(coming / "build")
    for pack in (coming / "build/packs").glob("*.zip"):
        with zipfile.ZipFile(pack) as opened:
            assert not [name for name in opened.namelist() if NAME.encode() in opened.read(name)]


def test_every_page_that_is_looked_at_early_says_so(looked_at: Path) -> None:
    """A folder can be copied to a host by hand; then a reader and a search machine at least are told."""
    pages = [page for page in (looked_at / "preview/site").rglob("*.html") if "redirect" not in page.read_text("utf-8")]
    assert len(pages) > 10
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert "ห้ามเผยแพร่" in text or 'http-equiv="refresh"' in text, page
        assert "noindex" in text, page


def test_files_that_name_somebody_too_early_are_not_packed_however_they_came_there(
    looked_at: Path, tmp_path: Path
) -> None:
    """By hand from the preview, or because the result's moment was moved to a later day after a build."""
    coming = product.copy_of_built(looked_at, tmp_path / "project")
    for name in ("site", "build"):
        shutil.rmtree(coming / name)
        shutil.copytree(coming / "preview" / name, coming / name)
    ran = product.tonbaep(coming, "pack")
    assert ran.returncode == 1
    assert "ยังไม่ถึงเวลาประกาศ" in ran.stderr
    assert not (coming / "build/packs").exists()


def test_a_consent_is_not_withdrawn_on_a_day_that_has_not_come(published: Path) -> None:
    """Until that day its owner would still be seen, although the record says otherwise."""
    records = product.digest(published / "winners")
    ran = product.tonbaep(published, "withdraw", "saksit", "--as-of", RESULT)
    assert ran.returncode == 2
    assert "ยังมาไม่ถึง" in ran.stderr
    assert product.digest(published / "winners") == records


@pytest.mark.parametrize("command", ["check", "pack"])
def test_a_clock_that_fell_back_is_questioned(office: Path, command: str) -> None:
    """A computer with a flat battery wakes up years ago, and would take the result off the site."""
    file = office / "winners/2566/winners.yaml"
    ahead = time.time() + 3 * 24 * 3600
    os.utime(file, (ahead, ahead))
    ran = product.tonbaep(office, command)
    assert ran.returncode == 1
    assert "winners/2566/winners.yaml" in ran.stderr
    assert "นาฬิกา" in ran.stderr


def test_a_file_from_another_time_zone_is_no_reason_to_question_the_clock(office: Path) -> None:
    """An archive from a stick may be off by half a day."""
    file = office / "winners/2566/winners.yaml"
    ahead = time.time() + 14 * 3600
    os.utime(file, (ahead, ahead))
    product.done(office, "check")
