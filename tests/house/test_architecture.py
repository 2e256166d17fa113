"""The structure of the code, held by guards that are shown to work, so that it cannot slip one import at a time.

What is checked while commands run is in `tests/house/test_disk.py`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import generator
from tests.support import architecture
from tests.support.architecture import GUARDS, PAGE
from tests.support.mutants import HARMLESS, HOME, MUTANTS, added, copied, mend
from tests.support.product import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.support.architecture import Guard
    from tests.support.mutants import Mutant

PACKAGE = Path(generator.__file__).parent


def test_the_package_is_large_enough_to_mean_something() -> None:
    """A guard that walks an empty folder finds no fault in it."""
    assert len(architecture.order(PACKAGE)) > 10
    assert len(architecture.rules(PACKAGE)) > 10
    assert len(list(PACKAGE.rglob("*.py"))) > 100


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.__name__)
def test_the_house_is_as_it_is_said_to_be(guard: Guard) -> None:
    """Each guard says in its own words why it is there."""
    assert guard(PACKAGE) == []


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of what the guards look at, compiled as it is; fonts and lexicon are large, and are only read."""
    root = tmp_path_factory.mktemp("house")
    large = {"fonts", "lexicon", "aloud"}
    shutil.copytree(PACKAGE, root / "generator", ignore=lambda _, names: large & {*names})
    for folder in (path for path in PACKAGE.rglob("*") if path.name in large and path.is_dir()):
        (root / "generator" / folder.relative_to(PACKAGE)).symlink_to(folder)
    (root / ".ci").mkdir()
    for name in (PAGE, "README.md", ".ci/run"):
        shutil.copy2(ROOT / name, root / name)
    return root


@pytest.fixture(scope="session")
def copy(whole: Path) -> Path:
    """Return a copy that one test after another has for itself."""
    return copied(whole, whole.with_name(f"{whole.name}-copy"))


@pytest.fixture
def house(whole: Path, copy: Path) -> Iterator[Path]:
    """Return a copy for this test alone, to break something in."""
    yield copy
    mend(whole, copy)


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: f"{mutant.guard.__name__}: {mutant.what}")
def test_what_is_broken_is_seen(mutant: Mutant, house: Path) -> None:
    """A guard that stays green whatever happens guards nothing."""
    mutant.harm(house)
    found = mutant.guard(house / "generator")
    said = re.escape(mutant.said).replace(re.escape("{}"), r"\d+")
    assert any(re.search(said, each) for each in found), found


def test_no_guard_is_without_a_mutant_and_a_copy_is_as_sound_as_the_house(house: Path) -> None:
    """If copying alone broke the copy, every mutant would be red."""
    assert {mutant.guard for mutant in MUTANTS} == {*GUARDS}
    assert {guard.__name__: guard(house / "generator") for guard in GUARDS} == {guard.__name__: [] for guard in GUARDS}


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_looks_like_writing_is_left_in_peace(text: str, house: Path) -> None:
    """A guard that complains about correct code gets switched off one day."""
    added(HOME, text)(house)
    assert architecture.files_written_elsewhere(house / "generator") == []


def _tracked() -> list[tuple[str, int]]:
    """Return every file under version control, with its size."""
    git = shutil.which("git")
    listed = git and subprocess.run((git, "ls-files", "-z"), cwd=ROOT, capture_output=True, check=False).stdout.decode()
    if not listed and not os.environ.get("CI"):
        pytest.skip("this is no clone, or there is no git to say which files it keeps")
    assert listed, "CI works on a clone"
    paths = [path for path in listed.split("\0") if (ROOT / path).is_file()]
    return [(path, (ROOT / path).stat().st_size) for path in paths]


def test_no_file_is_large_that_is_kept_for_ever() -> None:
    """Every clone fetches it, and no later commit makes it smaller: 17 MB of packs were once committed by mistake."""
    listing = _tracked()
    assert len(listing) > 400
    assert architecture.too_large(listing) == []


@pytest.mark.parametrize(
    ("path", "size", "fits"),
    [
        ("packs/loudspeaker-2566.zip", 9_000_000, False),
        ("winners/2566/photos/thitiya.jpg", 400_001, False),
        ("winners/2566/photos/thitiya.jpg", 400_000, True),
        ("generator/fonts/specimen.pdf", 400_001, False),
        ("tools/words.marisa", 400_001, False),
        ("node_modules/yarn.lock", 400_001, False),
        ("generator/fonts/tonbaep-text/TonbaepText-Bold.ttf", 900_000, True),
        ("overrides/assets/fonts/TonbaepText-Bold.woff2", 900_000, True),
        ("generator/thai/lexicon/words.marisa", 900_000, True),
        ("requirements-test.lock", 900_000, True),
    ],
)
def test_only_fonts_the_lexicon_and_locks_may_be_large(path: str, size: int, *, fits: bool) -> None:
    """Each listing has one more file than the one before."""
    assert architecture.too_large([("README.md", 5_000), (path, size)]) == (
        [] if fits else [f"{path} has {size} bytes"]
    )
