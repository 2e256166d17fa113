"""One file and one row of the table for each command: parser, help, suggestions and README all follow from there."""

from __future__ import annotations

import importlib
import pkgutil
import shlex
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from generator.cli import commands
from generator.cli.arguments import Shown, parse
from generator.cli.command import Command, Example
from generator.cli.commands import COMMANDS
from generator.cli.options import SHARED
from generator.cli.values import WrongUsage
from tools.command_tables import README, ROOT, with_tables

if TYPE_CHECKING:
    from pathlib import Path

    from generator.problems import Language


EXAMPLES = [(command, example) for command in COMMANDS for example in command.examples]


def faults() -> list[str]:
    """Return what is wrong between the modules of commands and the table."""
    found = []
    modules = {
        one.name: importlib.import_module(f"{commands.__name__}.{one.name}")
        for one in pkgutil.iter_modules(commands.__path__)
    }
    for name, module in modules.items():
        bound = [key for key, value in vars(module).items() if isinstance(value, Command)]
        if bound != ["COMMAND"]:
            found.append(f"{name}.py binds {', '.join(bound) or 'no command'}")
        elif sum(row is module.COMMAND for row in COMMANDS) != 1:
            found.append(f"{name}.COMMAND does not stand in COMMANDS once")
        elif module.COMMAND.name.replace(" ", "_") != name:
            found.append(f"{name}.py is named otherwise than its command, “{module.COMMAND.name}”")
    own = [vars(module).get("COMMAND") for module in modules.values()]
    found += [f"the row “{row.name}” is no module's" for row in COMMANDS if not any(row is each for each in own)]
    return found if modules else ["there are no modules"]


def test_each_module_has_one_command_and_each_command_one_module() -> None:
    """A file without a row would be a command that nobody can type."""
    assert faults() == []


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("__init__.py", "    pace.COMMAND,\n", "", "pace.COMMAND does not stand in COMMANDS once"),
        ("__init__.py", "    pace.COMMAND,\n", "    pack.COMMAND,\n", "pack.COMMAND does not stand in COMMANDS once"),
        ("__init__.py", "    pace.COMMAND,\n", "    pace.COMMAND._replace(),\n", "the row “pace” is no module's"),
        ("pace.py", "\nCOMMAND = ", "\nROW = COMMAND = ", "pace.py binds ROW, COMMAND"),
        ("pace.py", '    "pace",\n', '    "tempo",\n', "pace.py is named otherwise than its command, “tempo”"),
        ("added.py", "", '"""Nothing."""\n', "added.py binds no command"),
    ],
)
def test_a_row_that_is_lost_doubled_copied_or_misnamed_is_found(
    file: str, old: str, new: str, fault: str, tmp_path: Path
) -> None:
    """A guard that stays green over a broken copy guards nothing."""
    for part in ("generator", "tools"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__", "fonts*"))
    (tmp_path / "tests/cli").mkdir(parents=True)
    for module in ("__init__.py", "cli/__init__.py", "cli/test_commands.py"):
        shutil.copy(ROOT / "tests" / module, tmp_path / "tests" / module)
    assert _faults_in(tmp_path) == []
    broken = tmp_path / "generator/cli/commands" / file
    text = broken.read_text(encoding="utf-8") if broken.exists() else ""
    assert old in text
    broken.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert fault in _faults_in(tmp_path)


def _faults_in(copy: Path) -> list[str]:
    code = "from tests.cli.test_commands import faults; print(*faults(), sep='\\n', end='')"
    command = (sys.executable, "-B", "-c", code)  # compiled files would hide a change made within the second
    return subprocess.run(command, cwd=copy, capture_output=True, encoding="utf-8", check=True).stdout.splitlines()


@pytest.mark.parametrize(("command", "example"), EXAMPLES, ids=[example.typed for _, example in EXAMPLES])
def test_each_example_of_the_readme_is_read_as_its_command(command: Command, example: Example) -> None:
    """The clerk copies these lines; an option that was renamed must not live on in them."""
    meant, _ = parse(shlex.split(example.typed), "th")
    assert meant is command


def test_the_readme_says_of_each_command_what_its_row_says() -> None:
    """After changing a row, run `python tools/command_tables.py`."""
    readme = README.read_text(encoding="utf-8")
    assert readme.splitlines() == with_tables(readme).splitlines()
    assert all(command.examples for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
@pytest.mark.parametrize("language", ["th", "en"])
def test_each_help_says_what_the_rows_say(
    command: Command, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list contains every command, and a command every option, in both languages."""
    monkeypatch.setenv("COLUMNS", "500")
    with pytest.raises(Shown) as shown:
        parse(["--help"], language)
    assert command.help.say(language) in str(shown.value)
    with pytest.raises(Shown) as shown:
        parse([*command.name.split(), "--help"], language)
    said = str(shown.value)
    for option in (*command.options, *SHARED):
        assert option.help.say(language) in said
        assert (option.name if option.name.startswith("--") else option.metavar) in said


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_each_command_is_proposed_to_whoever_mistypes_it(command: Command) -> None:
    """A letter typed twice is the most common mistake."""
    with pytest.raises(WrongUsage) as caught:
        parse(shlex.split(command.name + command.name[-1]), "th")
    meant = command.name.rpartition(" ")[2]
    assert f"หมายถึง {meant} ใช่หรือไม่" in caught.value.problems[0].fix.th
