"""What tests need of the machine, and one finished publication that many of them look at."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests import product

if TYPE_CHECKING:
    from pathlib import Path

_PACKAGES = {"chromium": "chromium", "pdftotext": "poppler-utils", "pdftoppm": "poppler-utils"}


def _need(program: str) -> str:
    """Return the path of a program, installed from Debian where that is possible.

    Where it is not, a person is told plainly and the test is skipped; in CI it fails, since a silent skip would hide
    that nothing was tested.
    """
    found = shutil.which(program)
    if found is None and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (("apt-get", "update", "-qq"), ("apt-get", "install", "-y", "-qq", _PACKAGES[program])):
            subprocess.run(command, check=False, env=environment, stdout=subprocess.DEVNULL)
        found = shutil.which(program)
    if found is None:
        message = f"{program} is missing: install the package {_PACKAGES[program]}, then run the tests again"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return found


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of a real Chromium."""
    return _need("chromium")


@pytest.fixture(scope="session")
def pdftotext() -> str:
    """Return the path of poppler's text extractor."""
    return _need("pdftotext")


@pytest.fixture(scope="session")
def pdftoppm() -> str:
    """Return the path of poppler's renderer."""
    return _need("pdftoppm")


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
