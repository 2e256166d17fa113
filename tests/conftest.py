"""What tests need of the machine, and one finished publication that many of them look at."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from tests import product
from tests.machine import need
from tests.small import Small

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser


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
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sample, built once; tests look at it and do not change it."""
    project = product.copy_of_sample(tmp_path_factory.mktemp("built"))
    assert product.tonbaep(project, "build").returncode == 0
    return project


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """Return a copy of the sample of one's own, not built yet, with a warm cache."""
    copy = product.copy_of_sample(tmp_path)
    shutil.copytree(built / ".tonbaep" / "cache", copy / ".tonbaep" / "cache")
    return copy
