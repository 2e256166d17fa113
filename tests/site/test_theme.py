"""Theme, settings and first pages: the package brings them, and a project's own files take their place one by one."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from generator.site import theme
from generator.site.staging import written_pages
from tests.support import publications, rounds
from tests.support.product import ROOT
from tools import backend

if TYPE_CHECKING:
    from pathlib import Path


def test_a_project_without_files_of_its_own_has_the_package_s(tmp_path: Path) -> None:
    """Records are all that an office must have."""
    assert theme.settings(tmp_path) == ROOT / "mkdocs.yml"
    assert theme.custom(tmp_path, tmp_path / "made") == ROOT / "overrides"
    assert [page.href for page in written_pages(tmp_path)] == ["about.html"]
    assert not any(tmp_path.iterdir()), "nothing is copied"


def test_own_files_replace_the_package_s_one_by_one(tmp_path: Path) -> None:
    """Somebody who changes the foot of a page need not keep a copy of all else, and gets later repairs of it."""
    own = tmp_path / "overrides/partials/tonbaep-footer.html"
    own.parent.mkdir(parents=True)
    own.write_text("own foot", encoding="utf-8")
    made = theme.custom(tmp_path, tmp_path / "made")
    there = {path.relative_to(made).as_posix(): path.read_bytes() for path in made.rglob("*") if path.is_file()}
    brought = {p.relative_to(ROOT / "overrides").as_posix() for p in (ROOT / "overrides").rglob("*") if p.is_file()}
    assert there.keys() == brought
    assert there["partials/tonbaep-footer.html"] == b"own foot"
    assert there["main.html"] == (ROOT / "overrides/main.html").read_bytes()
    own.unlink()
    assert theme.custom(tmp_path, tmp_path / "made") == ROOT / "overrides"


@pytest.mark.parametrize(
    ("written", "pages"),
    [
        ({"about.md": "# ของเรา"}, ["ของเรา"]),
        ({"about.md": " \n"}, []),
        ({"z.md": "# ติดต่อ"}, ["เกี่ยวกับโครงการ", "ติดต่อ"]),
    ],
    ids=["own", "unwanted", "one more"],
)
def test_an_own_page_replaces_the_package_s_and_an_empty_one_removes_it(
    tmp_path: Path, written: dict[str, str], pages: list[str]
) -> None:
    """The page about the programme is a beginning, which an office may rewrite or leave out."""
    for name, text in written.items():
        (tmp_path / "content").mkdir(exist_ok=True)
        (tmp_path / "content" / name).write_text(text, encoding="utf-8")
    assert [page.title for page in written_pages(tmp_path)] == pages


@pytest.mark.usefixtures("builds")
def test_records_alone_make_the_same_site(tmp_path: Path) -> None:
    """What the package brings is the sample's own, so the sample's site is the witness."""
    publication = publications.make_publication(rounds.make_round(2))
    alone, whole = tmp_path / "alone", publications.make_project(tmp_path / "whole", {})
    alone.mkdir()
    made = [publications.make_site(project, publication) for project in (alone, whole)]
    read = [{p.relative_to(site): p.read_bytes() for p in site.rglob("*") if p.is_file()} for site in made]
    assert len(read[0]) > 20
    assert read[0] == read[1]


def test_a_wheel_brings_the_same_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed package has no checkout beside it."""
    monkeypatch.chdir(ROOT)
    with zipfile.ZipFile(tmp_path / backend.build_wheel(str(tmp_path))) as wheel:
        names = {name for name in wheel.namelist() if name.startswith(backend.BROUGHT)}
        assert f"{backend.BROUGHT}/mkdocs.yml" in names
        held = {name.removeprefix(f"{backend.BROUGHT}/"): wheel.read(name) for name in names}
    files = [
        ROOT / "mkdocs.yml",
        *(p for name in ("content", "overrides") for p in (ROOT / name).rglob("*") if p.is_file()),
    ]
    assert held == {file.relative_to(ROOT).as_posix(): file.read_bytes() for file in files}
