"""What tests of finished pages share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.web import served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def host(built: Path) -> Iterator[str]:
    """Return the address at which the sample's site is served."""
    with served(built / "site") as address:
        yield address
