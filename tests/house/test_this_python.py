"""The first word of the install line: it refuses a Python or a machine for which there are no wheels, with a cure."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.support.product import ROOT
from tools import this_python


@pytest.mark.parametrize("built_for", this_python.MACHINES)
@pytest.mark.parametrize("minor", [11, 12, 13, 14])
def test_what_has_wheels_is_let_through(built_for: str, minor: int) -> None:
    """A check that refuses a good machine is worse than none."""
    assert this_python.fault((3, minor), built_for, "cpython", is_64=True) is None
    assert this_python.main() == 0


@pytest.mark.parametrize(
    ("version", "built_for", "implementation", "is_64"),
    [
        ((3, 15), "win-amd64", "cpython", True),
        ((3, 10), "linux-x86_64", "cpython", True),
        ((4, 0), "linux-x86_64", "cpython", True),
        ((3, 13), "win-arm64", "cpython", True),
        ((3, 13), "win32", "cpython", False),
        ((3, 13), "linux-x86_64", "cpython", False),
        ((3, 13), "linux-aarch64", "cpython", True),
        ((3, 13), "linux-armv7l", "cpython", False),
        ((3, 13), "macosx-x86_64", "cpython", True),
        ((3, 11), "linux-x86_64", "pypy", True),
    ],
)
def test_what_has_none_is_refused_with_a_cure(
    version: tuple[int, int],
    built_for: str,
    implementation: str,
    is_64: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Pip alone says "No matching distribution found for marisa-trie"."""
    found = this_python.fault(version, built_for, implementation, is_64=is_64)
    assert found
    monkeypatch.setattr(this_python, "fault", lambda *_, **__: found)
    assert this_python.main() == 1
    said = capsys.readouterr().err
    assert "ใช้ไม่ได้" in said.splitlines()[0]
    assert "py -3.13" in said
    assert "python3.13" in said
    assert "64" in said


def test_readme_project_and_check_name_the_same_pythons() -> None:
    """Three places say which Python is needed, and people read only one of them."""
    first, last = (f"{major}.{minor}" for major, minor in (this_python.FIRST, this_python.LAST))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == f">={first},<3.{this_python.LAST[1] + 1}"
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"Python รุ่น {first} ถึง {last}" in readme
    lines = re.findall(r"^(?:python3|py -3) .*$", readme, re.MULTILINE)
    assert len(lines) == 4
    assert all(re.match(r"(python3|py -3) tools/this_python\.py(?: &&|; if \(\$\?\) \{) ", line) for line in lines)
