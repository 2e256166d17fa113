"""What commands change while they run: only `amending` changes the clerk's records, nothing the installed package."""

from __future__ import annotations

import json
import shutil
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import generator
from tests.support import architecture, voices, watching
from tests.support.mutants import added, copied, instead, mend
from tests.support.product import AFTER, BEFORE, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.support.small import Small
    from tests.support.watching import Change

pytestmark = pytest.mark.usefixtures("builds")
"""As much work as a publication: every command is watched in a process of its own."""

PACKAGE = Path(generator.__file__).parent
SPEAKER = "import shutil, sys; shutil.copy(sys.argv[1], sys.argv[3])"
"""A program that speaks: the same voice, whatever it is given."""


@pytest.fixture
def office(small: Small, tmp_path: Path) -> Path:
    """Return a small project in which every command has something to do."""
    for name in ("content", "overrides"):
        shutil.copytree(ROOT / name, small.project / name)
    shutil.copy2(ROOT / "mkdocs.yml", small.project)
    voice = voices.wav(tmp_path / "voice.wav", voices.recorded(20))
    speaker = json.dumps([sys.executable, "-c", SPEAKER, str(voice), "{text_file}", "{wav_file}"])
    small.write("organisation.yaml", f"{small.text('organisation.yaml')}\nrehearsal_voice: {speaker}\n")
    small.write("notes.txt", "a note of the clerk's own")
    return small.project


@pytest.mark.usefixtures("builds")
def test_no_command_writes_into_records_but_by_the_pen_nor_into_the_package(office: Path, tmp_path: Path) -> None:
    """The clerk is responsible for the records; a package may be shared, or installed where nobody may write."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    voice, now = str(tmp_path / "voice.wav"), ("--as-of", AFTER)
    noted: dict[str, list[Change]] = {
        " ".join(command[:2]): watching.changes(PACKAGE, office, *command)
        for command in (
            ("build", *now),
            ("freeze",),
            ("pace", "--village", "1", "--seconds", "60"),
            ("import", "audio", voice, "--script", "result-m1", *now),
            ("proof",),
            ("pack",),
            ("rehearse", "--script", "result-m1", *now),
            ("withdraw", "first", *now),
            ("build", "--only", "poster", "--as-of", BEFORE),  # then there is something to serve anew
            ("serve", "--port", port, "--no-open", *now),
        )
    }
    assert {command: watching.changed_elsewhere(PACKAGE, office, each) for command, each in noted.items()} == {
        command: [] for command in noted
    }
    if sys.platform == "linux":
        assert {command: watching.refused_by_windows(each) for command, each in noted.items()} == {
            command: [] for command in noted
        }
    assert {command for command, each in noted.items() if each} == {
        *("freeze", "pace --village", "import audio", "proof", "pack", "withdraw first"),
    }
    rule = architecture.rules(PACKAGE)[architecture.AMEND]
    at_it = [f"{module}." for each in noted.values() for change in each for module in change.modules]
    unused = {who for who in rule.who if not any(module.startswith(f"generator.{who}.") for module in at_it)}
    assert unused == set(), "leave that nobody takes"
    assert list((office / ".tonbaep/cache/templates").glob("*.jinja")), "templates stay compiled where they may"


LEAST = ("check", "--help")
"""The shortest command that begins as all do: a mutant does its harm before a record is read."""
BELOW = """
import os, shutil
from pathlib import Path
winners, package = map(Path, os.environ["WATCHED_BELOW"].split(os.pathsep))
"""
"""What a mutant begins with: it finds its way by what is watched."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the package, compiled as it is, and of its page."""
    root = tmp_path_factory.mktemp("whole")
    shutil.copytree(PACKAGE, root / "generator")
    shutil.copy2(ROOT / architecture.PAGE, root)
    return root


@pytest.fixture(scope="module")
def copy(whole: Path) -> Path:
    """Return a copy that one test after another has for itself."""
    return copied(whole, whole.with_name(f"{whole.name}-copy"))


@pytest.fixture
def house(whole: Path, copy: Path) -> Iterator[Path]:
    """Return a copy for this test alone, to break something in."""
    yield copy
    mend(whole, copy)


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        ("(winners / 'new.txt').write_text('x')", "open of new.txt"),
        ("open(winners / 'organisation.yaml', 'r+').close()", "open of organisation.yaml"),
        ("os.close(os.open(winners / 'new.txt', os.O_CREAT | os.O_WRONLY))", "open of new.txt"),
        ("(winners / 'notes.txt').replace(winners / 'new.txt')", "os.rename of notes.txt"),
        ("(winners / 'notes.txt').replace(winners.parent / 'new.txt')", "os.rename of notes.txt"),
        ("(winners / 'notes.txt').unlink()", "os.remove of notes.txt"),
        ("(winners / '2566/photos/.new').mkdir()", "os.mkdir of .new"),
        ("os.link(winners / 'notes.txt', winners / 'new.txt')", "os.link of new.txt"),
        ("os.symlink('notes.txt', winners / 'new.txt')", "os.symlink of new.txt"),
        ("(winners / 'notes.txt').chmod(0o600)", "os.chmod of notes.txt"),
        ("os.chdir(winners)\nopen('new.txt', 'a').close()", "open of new.txt"),
        ("shutil.copyfile(winners / 'notes.txt', winners / 'new.txt')", "shutil.copyfile of new.txt"),
        ("(package / 'new.json').write_text('{}')", "open of new.json"),
        ("(package / 'pieces/made').mkdir()", "os.mkdir of made"),
    ],
)
def test_a_command_that_writes_elsewhere_is_seen(harm: str, said: str, office: Path, house: Path) -> None:
    """A watch that does not work would let everything pass."""
    added("generator/cli/commands/check.py", f"{BELOW}{harm}")(house)
    noted = watching.changes(house / "generator", office, *LEAST)
    found = watching.changed_elsewhere(house / "generator", office, noted)
    assert any(each.startswith(f"{said} by ('generator.cli") for each in found), found


@pytest.mark.skipif(sys.platform != "linux", reason="Windows refuses it by itself, and elsewhere nobody tells")
@pytest.mark.parametrize(
    "harm",
    [
        "(aside / 'open.txt').unlink()",
        "(aside / 'open.txt').rename(aside / 'new.txt')",
        "(aside / 'shut.txt').replace(aside / 'open.txt')",
        "aside.rename(aside.with_name('elsewhere'))",
        "shutil.rmtree(aside)",
    ],
)
def test_what_windows_would_refuse_is_seen(harm: str, office: Path, house: Path) -> None:
    """A clerk's Windows keeps an open file where it is, and what we write must not count on anything else."""
    aside = office / "aside"
    aside.mkdir()
    for name in ("open.txt", "shut.txt"):
        (aside / name).touch()
    opened = f"{BELOW}aside = winners.parent / 'aside'\nwith open(aside / 'open.txt'):\n    {harm}"
    added("generator/cli/commands/check.py", opened)(house)
    noted = watching.changes(house / "generator", office, *LEAST)
    assert any(each.startswith("open.txt by") for each in watching.refused_by_windows(noted)), noted


@pytest.mark.usefixtures("builds")
def test_what_the_sites_engine_writes_in_its_own_process_is_seen(office: Path, house: Path) -> None:
    """To the operating system it is another program, but it is just as much ours."""
    added("generator/site/search.py", f"{BELOW}(winners / 'one.txt').write_text('x')")(house)
    added("generator/site/finishing.py", f"{BELOW}(winners / 'other.txt').write_text('x')")(house)
    noted = watching.changes(house / "generator", office, "build", "--only", "home", "--as-of", AFTER)
    found = watching.changed_elsewhere(house / "generator", office, noted)
    assert any("one.txt by ('generator.site.search" in each for each in found), found
    assert any("generator.site.mkdocs_run" in change.modules for change in noted), noted


def test_leave_to_write_is_what_the_table_says(office: Path, house: Path) -> None:
    """The page is the only truth: a module that is removed from it loses its permission."""
    instead(architecture.PAGE, ("below `winners/` | `amending` |", "below `winners/` | nobody |"))(house)
    noted = watching.changes(house / "generator", office, "pace", "--village", "1", "--seconds", "60")
    assert noted
    assert watching.changed_elsewhere(PACKAGE, office, noted) == []
    assert len(watching.changed_elsewhere(house / "generator", office, noted)) == len(noted)
