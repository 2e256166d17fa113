"""The developers' tools, run as a person would: what they complain about must not land."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.support.product import ROOT


@pytest.mark.parametrize(
    "command",
    [("ruff", "check"), ("ruff", "format", "--check"), ("mypy",)],
    ids=["ruff finds no fault", "ruff would lay out nothing else", "mypy is content in strict mode"],
)
@pytest.mark.usefixtures("builds")  # types alone take as long, and before the fast tests the tools are run by hand
def test_the_tools_are_content(command: tuple[str, ...]) -> None:
    """Every rule is on, each exception has its reason, and no type is guessed."""
    done = subprocess.run(
        (sys.executable, "-m", *command), cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
