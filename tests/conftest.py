"""What tests need of the machine, and one finished publication that many of them look at."""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from tests.support import product
from tests.support.machine import need
from tests.support.small import Small

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser


PATIENCE = 180
"""Seconds that one worker may take for what the others wait for."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the one option that writes the golden views anew."""
    parser.addoption("--refresh-golden", action="store_true", help="write tests/golden anew, and run nothing else")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave nothing but the tests that write them where golden views are written anew."""
    if config.getoption("--refresh-golden"):
        writing = [item for item in items if "refreshing" in getattr(item, "fixturenames", ())]
        config.hook.pytest_deselected(items=[item for item in items if item not in writing])
        items[:] = writing


@pytest.fixture(scope="session")
def refreshing(pytestconfig: pytest.Config) -> bool:
    """Return whether golden views are written anew."""
    return bool(pytestconfig.getoption("--refresh-golden"))


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of a real Chromium."""
    return need("chromium")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Return one browser for all tests that open a page; each closes what it opened."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
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
    """Return sound records of one's own."""
    return Small(tmp_path)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return the sample, built once for all workers; tests look at it and do not change it."""
    own = tmp_path_factory.getbasetemp()
    folder = (own if worker_id == "master" else own.parent) / "built"  # workers have their folders in one of the run
    finished = folder / "finished"
    try:
        folder.mkdir()
    except FileExistsError:
        _wait_for(finished)
        return folder / "project"
    project = product.copy_of_sample(folder)
    assert product.tonbaep(project, "build").returncode == 0
    finished.touch()
    return project


def _wait_for(file: Path) -> None:
    """Wait for what another worker makes; where it could not, the tests here fail too."""
    for _ in range(PATIENCE * 10):
        if file.exists():
            return
        time.sleep(0.1)
    raise TimeoutError(file)


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """Return a copy of the sample of one's own, not built yet, with a warm cache."""
    copy = product.copy_of_sample(tmp_path)
    shutil.copytree(built / ".tonbaep" / "cache", copy / ".tonbaep" / "cache")
    return copy
