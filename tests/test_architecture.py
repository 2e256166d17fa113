"""The shape of the code, held so that it cannot slip one import at a time."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import generator
from generator.pieces import PIECES
from tests.support.product import ROOT

PACKAGE = Path(generator.__file__).parent
ORDER = tuple(
    re.findall(r"^\| `generator\.(\w+)` \|", (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8"), re.MULTILINE)
)


def _modules() -> list[Path]:
    found = [path for path in PACKAGE.rglob("*.py") if path.name != "__main__.py"]
    assert len(found) > 20
    return found


def _part(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def test_the_architecture_page_names_every_part_and_no_other() -> None:
    """A page that describes another program is worse than none."""
    there = {_part(path) for path in _modules()} - {"__init__"}
    assert set(ORDER) == there
    assert len(ORDER) == len(set(ORDER))


def test_imports_run_upward_in_the_list_only() -> None:
    """A circle between two parts is where a house begins to grow without a plan."""
    wrong = []
    for path in _modules():
        part = _part(path)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = []
            if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "generator":
                names = [node.module.split(".")[1]] if "." in node.module else [alias.name for alias in node.names]
            elif isinstance(node, ast.Import):
                names = [alias.name.split(".")[1] for alias in node.names if alias.name.startswith("generator.")]
            wrong += [
                f"{path.relative_to(PACKAGE)} imports generator.{name}"
                for name in names
                if name in ORDER and name != part and part in ORDER and ORDER.index(name) > ORDER.index(part)
            ]
    assert wrong == []


def test_every_piece_stands_in_the_table() -> None:
    """A module in pieces/ that no row names would be publicity that nobody gets."""
    with_piece = {
        path.stem
        for path in (PACKAGE / "pieces").glob("*.py")
        if re.search(r"^\w+ = Piece\(", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    in_table = {piece.lay_out.__module__.rpartition(".")[2] for piece in PIECES}
    named = (PACKAGE / "pieces/__init__.py").read_text(encoding="utf-8")
    assert with_piece
    assert {name for name in with_piece if not re.search(rf"\b{name}\b", named)} == set(), in_table
    assert len({piece.name for piece in PIECES}) == len(PIECES)


def test_every_module_says_in_its_first_line_what_it_is_for() -> None:
    """A reader should know from the first line whether to go on."""
    for path in _modules():
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path


def test_templates_of_print_cannot_run_what_a_record_says() -> None:
    """`eval` and record-made paths are the only doors through which a view could act in Typst."""
    templates = list(PACKAGE.rglob("*.typ"))
    assert templates
    for path in templates:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\beval\(|\bplugin\(|@preview|#include|\bread\(", text), path


def test_templates_of_pages_never_switch_escaping_off() -> None:
    """One `|safe` on a name would be enough."""
    templates = list(PACKAGE.rglob("*.html.j2"))
    assert templates
    for path in templates:
        assert not re.search(r"\|\s*safe|autoescape", path.read_text(encoding="utf-8")), path


def test_help_loads_no_heavy_package() -> None:
    """The command must answer at once on the office's old computer."""
    code = (
        "import sys, contextlib, io\n"
        "from generator.cli import main\n"
        "with contextlib.redirect_stdout(io.StringIO()): assert main(['--help']) == 0\n"
        "print([m for m in ('mkdocs', 'typst', 'PIL', 'pydantic', 'yaml', 'jinja2', 'qrcode') if m in sys.modules])"
    )
    done = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


def test_the_readme_opens_with_the_two_commands_and_ci_runs_the_second() -> None:
    """A newcomer copies the first block, CI runs the second: neither may drift from what is promised."""
    blocks = re.findall(
        r"^```sh\n(.*?)^```", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    first, second = blocks[0].strip(), blocks[1].strip()
    assert "\n" not in first
    assert "\n" not in second
    assert first.endswith("tonbaep build")
    assert second.endswith("pytest")
    assert "README.md" in (ROOT / ".ci/run").read_text(encoding="utf-8")
