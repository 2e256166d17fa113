"""The marks `slow` and `browser` follow from a test's fixtures, so that the fast tests stay fast."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.conftest import LONGEST
from tests.support import product

TESTS = """
import pytest
from tests.support import product

@pytest.fixture
def by_way_of_another(builds, browser): ...

def test_plain(): ...
@pytest.mark.skip
def test_page(browser): ...
@pytest.mark.skip
def test_both(by_way_of_another): ...
def test_unmarked(tmp_path): product.tonbaep(tmp_path, "build", "--help")
def test_unmarked_as_process(tmp_path): product.command(tmp_path, "serve")
def test_marked(tmp_path, builds): assert product.tonbaep(tmp_path, "build", "--help").returncode == 0
def test_check(tmp_path): assert product.tonbaep(tmp_path, "check", "--help").returncode == 0
"""
SAYS_MARKS = """
def pytest_collection_finish(session):
    for item in session.items:
        print("MARKED", item.name, *sorted(each.name for each in item.iter_markers()))
"""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return what pytest prints for a few tests made for this, under our conftest; no page is opened."""
    folder = tmp_path_factory.mktemp("made_up")
    (folder / "test_made_up.py").write_text(TESTS, encoding="utf-8")
    (folder / "conftest.py").write_text(SAYS_MARKS, encoding="utf-8")
    options = ("-c", "/dev/null", "-rA", "-p", "no:cacheprovider", "-p", "no:xdist")
    done = subprocess.run(
        (sys.executable, "-m", "pytest", "-q", "-s", "-p", "tests.conftest", *options, str(folder)),
        cwd=product.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


def test_a_build_without_the_mark_is_refused_with_what_to_ask_for(said: str) -> None:
    """Otherwise the fast tests grow slow one by one, and people stop running them."""
    assert set(re.findall(r"^FAILED \S+::(\w+)", said, re.MULTILINE)) == {"test_unmarked", "test_unmarked_as_process"}
    assert set(re.findall(r"^PASSED \S+::(\w+)", said, re.MULTILINE)) == {"test_plain", "test_marked", "test_check"}
    assert said.count("AssertionError: a test that makes a publication asks for the fixture `builds`") >= 2


def test_a_test_is_marked_by_what_it_asks_for(said: str) -> None:
    """This includes fixtures used by fixtures; nobody has to remember a mark."""
    marks = {line.split()[1]: set(line.split()[2:]) - {"skip"} for line in said.splitlines() if line[:7] == "MARKED "}
    assert marks == {
        "test_plain": set(),
        "test_page": {"browser"},
        "test_both": {"browser", "slow"},
        "test_unmarked": set(),
        "test_unmarked_as_process": set(),
        "test_marked": {"slow"},
        "test_check": set(),
    }


def test_no_test_is_marked_by_hand() -> None:
    """A mark that is written by hand is right only until the test is changed."""
    files = list((product.ROOT / "tests").rglob("test_*.py"))
    assert len(files) > 30
    by_hand = re.compile(r"mark\.(slow|browser)\b")
    assert [file.name for file in files if by_hand.search(file.read_text(encoding="utf-8"))] == []


def test_the_files_that_start_first_are_there() -> None:
    """A file that was renamed would end last again, while the other worker has nothing left to do."""
    assert [name for name in LONGEST if not (product.ROOT / "tests" / name).is_file()] == []
