"""What tests need from the machine, which of them are `slow` or `browser`, and finished publications for many tests."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import time
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from playwright.sync_api import sync_playwright

from generator.reading import read
from generator.store import Store
from tests.support import engines, machine, product, remembered, whole
from tests.support.machine import need
from tests.support.small import Small

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from generator.model import Records

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
"""Hundreds of tests start the product: its modules are compiled once and kept, whatever the shell says."""

PATIENCE = 300
"""How many seconds one worker may take to make what the others wait for."""

REPORT = "report.json"
"""Where the report of the first build is stored, beside its project."""

MARKS = {"chromium": pytest.mark.browser, "builds": pytest.mark.slow}
"""The fixtures that mark every test using them, directly or through other fixtures."""

LONGEST = (
    "site/test_site_quality.py",
    "thai/test_line_ends.py",
    "windows/test_under_wine.py",
    "building/test_building.py",
    "house/test_disk.py",
    "site/test_search.py",
    "house/test_architecture.py",
    "site/test_old_browsers.py",
    "dispatch/test_proof.py",
    "ledger/test_releases.py",
    "house/test_workshop.py",
    "pieces/paper/test_print_sets.py",
    "pieces/social/test_sharing.py",
    "desk/test_desk_hard.py",
    "site/test_site_browser.py",
    "batch/test_batch.py",
    "amending/test_import_audio.py",
    "disclosure/test_publishing.py",
)
"""The files that take longest, in the order in which they start: no worker is left with one at the end.

The second needs no finished publication, so it is tested while the first worker makes one.
"""

SLOW = (
    "batch/",
    "building/",
    "cli/test_apart.py",
    "cli/test_cli.py",
    "cli/test_streams.py",
    "cli/test_terminal.py",
    "desk/",
    "dispatch/",
    "house/test_architecture.py",
    "house/test_marks.py",
    "papers/",
    "pieces/paper/test_you_said_poster.py",
    "pieces/social/test_sharing.py",
    "pieces/test_nothing_unsaid.py",
    "pieces/test_said_once.py",
    "pieces/test_standing.py",
    "pieces/web/test_counting.py",
    "press/test_contrast.py",
    "press/test_metadata.py",
    "publishing/",
    "reading/photos/",
    "reading/test_crowd.py",
    "scoring/",
    "site/",
    "survey/test_command.py",
    "tally/test_workbook.py",
    "test_share.py",
    "workbook/",
)
"""Where tests start servers, commands or engines, or are many that look at all pieces: `slow` as well."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that rewrites the golden views, and the one that leaves nothing out."""
    parser.addoption("--refresh-golden", action="store_true", help="write tests/golden anew, and run nothing else")
    parser.addoption("--whole", action="store_true", help="run what takes longest, too")


def pytest_configure() -> None:
    """Have the engine of sites forked from one that is loaded, and Ctrl-C heard by all that tests start.

    A script's shell has what it runs in the background ignore it, and whatever that starts.
    """
    engines.install()
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(tryfirst=True)  # before `-m` selects
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark each test by its fixtures and its place, and start with what takes longest.

    When golden views are rewritten, keep only the tests that write them.
    """
    for item in items:
        for fixture in MARKS.keys() & set(_asked(item)):
            item.add_marker(MARKS[fixture])
        if item.nodeid.removeprefix("tests/").startswith(SLOW):
            item.add_marker(pytest.mark.slow)
    items.sort(key=_start)
    if not config.getoption("--whole") and len({item.path for item in items}) > 1:
        rare = [item for item in items if whole.leaves_out(item.nodeid.removeprefix("tests/"))]
        config.hook.pytest_deselected(items=rare)
        items[:] = [item for item in items if item not in rare]
    if config.getoption("--refresh-golden"):
        writing = [item for item in items if "refreshing" in _asked(item)]
        config.hook.pytest_deselected(items=[item for item in items if item not in writing])
        items[:] = writing


def _start(item: pytest.Item) -> int:
    """Return the place of a test's file among the longest, or the place behind them."""
    path = item.path.as_posix()
    return next((place for place, name in enumerate(LONGEST) if path.endswith(name)), len(LONGEST))


def _asked(item: pytest.Item) -> list[str]:
    """Return every fixture that a test uses, directly or not."""
    return getattr(item, "fixturenames", [])


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Allow no build in a test that is not marked as slow."""
    before = product.may_build.set(item.get_closest_marker("slow") is not None)
    try:
        return (yield)
    finally:
        product.may_build.reset(before)


@pytest.fixture(scope="session")
def refreshing(pytestconfig: pytest.Config) -> bool:
    """Return whether golden views are rewritten."""
    return bool(pytestconfig.getoption("--refresh-golden"))


@pytest.fixture(scope="session")
def builds() -> None:
    """Mark a test as slow: every test that makes a publication, or does as much work, uses this."""


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of a real Chromium."""
    return machine.browser()


FAKE_MICROPHONE = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")
"""A tone instead of a microphone, and yes to whoever asks for it."""


LETTERS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>{fonts}</dir><cachedir>{cache}</cachedir>
<alias><family>sans-serif</family><prefer><family>Tonbaep Text</family></prefer></alias>
</fontconfig>"""
"""What a browser has for letters of its own, on any machine: every phone has Thai ones, a bare server has none."""


@pytest.fixture(scope="session")
def browser(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Return one browser for all tests that open a page; each test closes what it opened."""
    folder = tmp_path_factory.mktemp("letters")
    fonts = files("generator") / "fonts" / "tonbaep-text"
    letters = folder / "fonts.conf"
    letters.write_text(LETTERS.format(fonts=fonts, cache=folder / "cache"), encoding="utf-8")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox", *FAKE_MICROPHONE],
            env={**os.environ, "FONTCONFIG_FILE": str(letters)},
        )
        yield running
        running.close()


@pytest.fixture(scope="session")
def pdftotext() -> str:
    """Return the path of poppler's text extractor."""
    return need("pdftotext")


@pytest.fixture(scope="session")
def pdftoppm() -> str:
    """Return the path of poppler's renderer."""
    return need("pdftoppm")


@pytest.fixture
def small(tmp_path: Path) -> Small:
    """Return valid records that belong to this test alone."""
    return Small(tmp_path)


@pytest.fixture(scope="session")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a store in which the sample's photos are already opened; tests only read it."""
    folder = tmp_path_factory.mktemp("photos")
    read(product.ROOT, Store(folder))
    return folder


@pytest.fixture(scope="session")
def records(photos: Path) -> Records:
    """Return the sample's records as the product reads them."""
    return read(product.ROOT, Store(photos))


@pytest.fixture
def office(photos: Path, tmp_path: Path) -> Path:
    """Return a copy of the sample's records for this test alone, for tests that need no build."""
    project = product.copy_of_sample(tmp_path / "office")
    shutil.copytree(photos, project / ".tonbaep/cache/photos")
    return project


class Shared(NamedTuple):
    """A folder in which each project is made by the first worker that needs it, and read by all."""

    folder: Path

    def project(self, name: str, make: Callable[[Path], None]) -> Path:
        """Return the project with a name; `make` fills the folder that it receives."""
        folder = self.folder / name
        finished = folder / "finished"
        try:
            folder.mkdir()
        except FileExistsError:
            _wait_for(finished)
        else:
            try:
                make(folder / "project")
            finally:
                finished.touch()
        return folder / "project"


def _wait_for(file: Path) -> None:
    """Wait for what another worker makes; if that worker failed, the tests here fail too, for lack of files."""
    for _ in range(PATIENCE * 10):
        if file.exists():
            return
        time.sleep(0.1)
    raise TimeoutError(file)


@pytest.fixture(autouse=True)
def photos_are_remembered(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Open each photo once in this process, but where a test is about that."""
    if "photos" not in request.path.parts:
        remembered.install(monkeypatch.setattr)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str, builds: None) -> Shared:
    """Return where projects are made once for all workers, in the folder above the workers' own."""
    own = tmp_path_factory.getbasetemp()
    return Shared(own if worker_id == "master" else own.parent)


@pytest.fixture(scope="session")
def built(shared: Shared) -> Path:
    """Return the sample after everything in it has happened, built; tests read it and do not change it."""

    def make(project: Path) -> None:
        product.copy_of_sample(project.parent)
        report = product.done(project, "build", "--json")
        (project.parent / REPORT).write_text(report, encoding="utf-8")

    return shared.project("built", make)


@pytest.fixture(scope="session")
def lean(shared: Shared) -> Path:
    """Return a built project of one winner, for tests with many builds or a cold one; they work on copies."""

    def make(project: Path) -> None:
        product.one_winner(product.copy_of_sample(project.parent))
        product.done(project, "build")

    return shared.project("lean", make)


@pytest.fixture(scope="session")
def early(built: Path, shared: Shared) -> Path:
    """Return the sample before its result, with sealed sheets; tests read it and do not change it."""

    def make(project: Path) -> None:
        _start_from(built, project)
        product.done(project, "build", "--as-of", product.BEFORE, "--sealed")

    return shared.project("early", make)


@pytest.fixture(scope="session")
def handed_out(built: Path, shared: Shared) -> Path:
    """Return the built sample as it was packed for its helpers; tests read it and do not change it."""

    def make(project: Path) -> None:
        product.copy_of_built(built, project)
        product.done(project, "pack")

    return shared.project("handed_out", make)


@pytest.fixture
def first_report(built: Path) -> dict[str, Any]:
    """Return the report of the sample's first build, which pressed everything."""
    report: dict[str, Any] = json.loads((built.parent / REPORT).read_text(encoding="utf-8"))
    return report


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """Return a copy of the sample for this test alone, not built yet, with a warm cache."""
    return _start_from(built, tmp_path / "project")


@pytest.fixture
def early_project(early: Path, tmp_path: Path) -> Path:
    """Return the same with what was pressed before the result in its cache too."""
    return _start_from(early, tmp_path / "project")


@pytest.fixture
def published(built: Path, tmp_path: Path) -> Path:
    """Return a copy of the built sample for this test alone."""
    return product.copy_of_built(built, tmp_path / "project")


@pytest.fixture
def released(handed_out: Path, tmp_path: Path) -> Path:
    """Return a copy of the packed sample for this test alone."""
    return product.copy_of_built(handed_out, tmp_path / "project")


def _start_from(built: Path, project: Path) -> Path:
    """Copy the records and the cache of a project."""
    product.copy_of_sample(project.parent)
    shutil.copytree(built / ".tonbaep/cache", project / ".tonbaep/cache")
    return project
