"""Projects on the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import product
from tests.support.desk import Desk
from tests.support.small import Small

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Return the sample on the desk; no test changes it."""
    return Desk(product.copy_of_sample(tmp_path_factory.mktemp("desk")))


@pytest.fixture
def small(tmp_path: Path) -> Small:
    """Return the smallest sound records."""
    return Small(tmp_path)


@pytest.fixture
def desk(small: Small) -> Desk:
    """Return them on the desk."""
    return Desk(small.project)
