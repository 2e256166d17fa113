"""The committee that these tests share the shape of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.committees import Committee

if TYPE_CHECKING:
    from tests.support.small import Small


@pytest.fixture
def committee(small: Small) -> Committee:
    """Return a committee that belongs to this test alone."""
    return Committee(small)
