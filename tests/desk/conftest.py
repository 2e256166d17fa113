"""Projects on the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import product
from tests.support.desk import Desk

if TYPE_CHECKING:
    from tests.support.small import Small


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Return the sample on the desk; no test changes it."""
    return Desk(product.copy_of_sample(tmp_path_factory.mktemp("desk")))


@pytest.fixture
def desk(small: Small) -> Desk:
    """Return them on the desk."""
    return Desk(small.project)
