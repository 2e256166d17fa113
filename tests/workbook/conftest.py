"""A clerk with a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.workbooks import Clerk, of_small

if TYPE_CHECKING:
    from tests.support.small import Small


@pytest.fixture
def clerk(small: Small) -> Clerk:
    """Return a clerk with the smallest sound records."""
    return of_small(small)
