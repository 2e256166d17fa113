"""What the project promises about its own structure: each promise a function from a package folder to its violations.

`tests/house/test_architecture.py` runs them on the real package, which has none, and on copies with one each.
"""

from __future__ import annotations

import builtins
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.support import paths
from tests.support.uses import ANY, full, modules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tests.support.uses import Module, Use

    Guard = Callable[[Path], list[str]]

PAGE = "ARCHITECTURE.md"
TABLE = "Who alone may"
"""The heading of the table of things that only a few places may do or know."""
WRITE, AMEND = "write a file", "write below `winners/`"
"""The rows of the table that are not names."""

MOMENTS = frozenset({"result_at", "release"})
"""Facts that decide when a result may be known."""

AT_PATHS = frozenset({"disk", "ledger", "piece.py", "reading", "site", "store.py", "thai", "sound"})
"""The rooms that may read paths.

These are the rooms for disk and ledger; the contract, by which a file knows its own name and format; and rooms that
know no finished file, only files of the office and of the language.
"""

LONGEST, OF_BUILDING = 400, 1_200
"""Lines of a module, and of the whole room in which a build is put together."""
TABLES = frozenset({"pieces/web/labels.py", "reading/schema.py"})
"""Modules that are one table, a line a key."""

HEAVY = (
    "mkdocs",
    "typst",
    "PIL",
    "pydantic",
    "yaml",
    "jinja2",
    "qrcode",
    "numpy",
    "pypdfium2",
    "docx",
    "flask",
    "waitress",
    "xlsxwriter",
    "python_calamine",
    "distributed",
)

COMMENTS = {".typ": re.compile(r"^\s*//.*$", re.MULTILINE), ".j2": re.compile(r"\{#.*?#\}", re.DOTALL)}
"""What is for whoever reads a template, by the ending of its name."""
LABELS_OF_PRINT = "labels.typ"
_THAI = re.compile(r"[^\n<>\"]*[\u0e00-\u0e7f][^\n<>\"]*")

LARGEST = 400_000
"""The largest file, in bytes: a repository keeps each file for ever and every clone fetches it."""
MAY_BE_LARGE = (
    re.compile(r".*\.(?:ttf|otf|woff2)"),
    re.compile(r"generator/thai/lexicon/.*"),
    re.compile(r"[^/]*\.lock"),
)

_SUPPORT = Path(__file__).parent


class Rule(NamedTuple):
    """A row of the table: names, or an action, and the parts and modules that may; nobody, if there are none."""

    what: tuple[str, ...]
    who: tuple[str, ...]

    def permits(self, module: str) -> bool:
        """Return whether a module may, by itself or with its room."""
        return any(_is_in(module, f"generator.{each}") for each in self.who)

    def __str__(self) -> str:
        """Return who may, for a person who reads what broke the rule."""
        return f"only {', '.join(self.who)} may" if self.who else "nobody may"


def order(package: Path) -> tuple[str, ...]:
    """Return the parts that the page lists, in its order."""
    return tuple(re.findall(r"^\| `generator\.(\w+)` \|", _page(package), re.MULTILINE))


def rules(package: Path) -> dict[str, Rule]:
    """Return the rows of the table by their first cell."""
    section = re.search(rf"^## {TABLE}$(.*?)(?=^## |\Z)", _page(package), re.MULTILINE | re.DOTALL)
    assert section, f"{PAGE} has no table “{TABLE}”"
    rows = re.findall(r"^\| (.+?) \| (.+?) \|$", section[1], re.MULTILINE)[1:]
    assert rows, f"the table “{TABLE}” of {PAGE} is empty"
    return {what: Rule(tuple(re.findall(r"`(.+?)`", what)), tuple(re.findall(r"`(.+?)`", who))) for what, who in rows}


def parts_not_on_the_page(package: Path) -> list[str]:
    """Return how the page's list of parts differs from the real parts: it would describe another program."""
    listed = order(package)
    there = {_part(name) for name in _modules(package)} - {""}
    return [
        *(f"{part} is not on the page" for part in sorted(there - {*listed})),
        *(f"{part} is on the page and not there" for part in sorted({*listed} - there)),
        *(f"{part} is on the page twice" for part in sorted({part for part in listed if listed.count(part) > 1})),
    ]


def imports_against_the_order(package: Path) -> list[str]:
    """Return imports that run down the page's list: with import circles, a code base starts to grow without a plan."""
    listed = order(package)
    return [
        f"{module.name}:{use.line} imports {use.name}"
        for module in _modules(package).values()
        for use in module.uses
        if use.name.startswith("generator.") and _part(use.name) in listed and _part(use.name) != _part(module.name)
        if _part(module.name) not in listed or listed.index(_part(use.name)) > listed.index(_part(module.name))
    ]


def families_against_the_order(package: Path) -> list[str]:
    """Return imports between families of pieces that the page does not allow: a family only uses those left of it."""
    text = (package.parent / PAGE).read_text(encoding="utf-8")
    drawn = next(line for line in text.splitlines() if "`parts` <" in line)
    ranks = {family: rank for rank, group in enumerate(drawn.split("<")) for family in re.findall(r"`(\w+)`", group)}
    there = {path.name for path in (package / "pieces").iterdir() if path.is_dir() and path.name != "__pycache__"}
    missing = [f"{family} is a family on the page or in the house alone" for family in there ^ ranks.keys()]
    return missing + [
        f"{module.name}:{use.line} imports {use.name}"
        for module in _modules(package).values()
        for use in module.uses
        if (mine := _family(module.name)) in ranks
        and (other := _family(use.name)) in ranks
        and mine != other
        and ranks[other] >= ranks[mine]
    ]


def _family(name: str) -> str:
    return name.removeprefix("generator.pieces.").partition(".")[0] if name.startswith("generator.pieces.") else ""


def modules_without_a_first_line(package: Path) -> list[str]:
    """Return modules whose first line does not say what they are for: readers decide by it whether to go on."""
    return [f"{name} does not say what it is for" for name, module in modules(package).items() if not module.described]


def names_used_elsewhere(package: Path) -> list[str]:
    """Return uses, outside the listed modules, of what only those may know or do, under whatever name it came."""
    return [
        f"{module}:{use.line} uses {use.name}: {rule}"
        for module, use, _, rule in _uses_of_the_table(package)
        if not rule.permits(module)
    ]


def packages_without_a_home(package: Path) -> list[str]:
    """Return imports of packages in no row: a new package is a decision, so it gets a row before it is used."""
    known = _named(package).keys()
    return [
        f"{module.name}:{use.line} imports {use.name}, which is in no row"
        for module in modules(package).values()
        for use in module.uses
        if (root := use.name.partition(".")[0]) not in known | {"generator"} and root not in sys.stdlib_module_names
    ]


def leave_that_nobody_takes(package: Path) -> list[str]:
    """Return permissions in the table that their owner does not use: readers would expect what the code does not do."""
    doing: dict[str, set[str]] = {WRITE: {module.name for module in modules(package).values() if module.writes}}
    for module, _, row, _ in _uses_of_the_table(package):
        doing.setdefault(row, set()).add(module)
    return [
        f"{each} may, and does not: {row}"
        for row, rule in rules(package).items()
        for each in rule.who
        if row != AMEND and not any(_is_in(module, f"generator.{each}") for module in doing.get(row, ()))
    ]


def files_written_elsewhere(package: Path) -> list[str]:
    """Return what writes files outside the few modules that may; only they keep old and new apart until all is made."""
    rule = rules(package)[WRITE]
    return [
        f"{module.name}:{use.line} writes by {use.name}: {rule}"
        for module in modules(package).values()
        for use in module.writes
        if not rule.permits(module.name)
    ]


def moments_weighed_by_pieces(package: Path) -> list[str]:
    """Return where a piece decides whether a result may be known: that is decided before a piece receives anything."""
    pieces = [module for module in modules(package).values() if _part(module.name) == "pieces"]
    assert pieces
    return [
        f"{module.name}:{use.line} compares {use.name}; generator.disclosure decides what may be known"
        for module in pieces
        for use in module.compares
        if use.name in MOMENTS
    ]


def meaning_read_in_paths(package: Path) -> list[str]:
    """Return where the path of a finished file is examined to find out what the file is: its entry says so."""
    asked = [path for path in sorted(package.rglob("*.py")) if path.relative_to(package).parts[0] not in AT_PATHS]
    assert asked
    return [
        f"{path.relative_to(package).as_posix()}:{line} reads {form}; only disk and ledger may"
        for path in asked
        for line, form in paths.read(path.read_text(encoding="utf-8"))
    ]


def modules_grown_too_large(package: Path) -> list[str]:
    """Return modules that hold more than one thing by their length, and a room for building that grew again."""
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in sorted(package.rglob("*.py"))}
    long = [
        path for path, count in lines.items() if count > LONGEST and path.relative_to(package).as_posix() not in TABLES
    ]
    building = sum(count for path, count in lines.items() if path.parent == package / "building")
    grown = [f"building has {building} lines, more than {OF_BUILDING}"] if building > OF_BUILDING else []
    return [f"{path.relative_to(package).as_posix()} has {lines[path]} lines" for path in long] + grown


def pieces_outside_the_table(package: Path) -> list[str]:
    """Return pieces that are in no row, so that nobody would get them, and rows that belong to no module."""
    done = _run(package, "-P", str(_SUPPORT / "pieces_of.py"))
    if done.returncode:
        return [done.stderr.strip().splitlines()[-1]]
    found: list[str] = json.loads(done.stdout)
    return found


def templates_of_print_that_run_a_record(package: Path) -> list[str]:
    """Return the only ways in which a view could act in Typst: `eval`, and paths built from a record."""
    return _in_templates(package, "*.typ", r"\beval\(|\bplugin\(|@preview|#include|\bread\(")


def templates_that_switch_escaping_off(package: Path) -> list[str]:
    """Return where a template does not escape: a single `|safe` on a name would be enough."""
    return _in_templates(package, "*.j2", r"\|\s*safe|autoescape")


def labels_in_templates(package: Path) -> list[str]:
    """Return the Thai in templates: it stands in the `labels` of its family, where a second language would need it.

    A comment may name a thing in Thai; the library of print has a file for its own labels.
    """
    templates = sorted(path for kind in COMMENTS for path in package.rglob(f"*{kind}") if path.name != LABELS_OF_PRINT)
    assert {path.suffix for path in templates} == COMMENTS.keys()
    return [
        f"{path.relative_to(package)}: {found[0]}"
        for path in templates
        for found in _THAI.finditer(COMMENTS[path.suffix].sub("", path.read_text(encoding="utf-8")))
    ]


def heavy_packages_of_help(package: Path) -> list[str]:
    """Return heavy packages that `--help` loads: it must answer at once on an old office computer."""
    code = (
        "import sys, contextlib, io\n"
        "from generator.cli import main\n"
        "with contextlib.redirect_stdout(io.StringIO()): assert main(['--help']) == 0\n"
        f"print(*(m for m in {HEAVY!r} if m in sys.modules))"
    )
    done = _run(package, "-c", code)
    return [done.stderr.strip()] if done.returncode else done.stdout.split()


def faults_of_the_first_commands(package: Path) -> list[str]:
    """Return how the README's first two blocks differ from what is promised: people copy one, CI runs the other."""
    text = (package.parent / "README.md").read_text(encoding="utf-8")
    blocks = [block.strip() for block in re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)]
    found = [f"{block!r} is more than one line" for block in blocks[:2] if "\n" in block]
    ends = zip(("tonbaep build", "pytest"), blocks, strict=False)
    found += [f"{block!r} does not end with {end}" for end, block in ends if not block.endswith(end)]
    if "README.md" not in (package.parent / ".ci/run").read_text(encoding="utf-8"):
        found.append("CI does not take its command from README.md")
    return found if len(blocks) > 1 else ["README.md has not two commands"]


def too_large(listing: Iterable[tuple[str, int]]) -> list[str]:
    """Return large files that are not meant to be there: a pack or a build that was committed by mistake, mostly."""
    return [
        f"{path} has {size} bytes"
        for path, size in listing
        if size > LARGEST and not any(each.fullmatch(path) for each in MAY_BE_LARGE)
    ]


GUARDS: tuple[Guard, ...] = (
    parts_not_on_the_page,
    imports_against_the_order,
    families_against_the_order,
    modules_without_a_first_line,
    names_used_elsewhere,
    packages_without_a_home,
    leave_that_nobody_takes,
    files_written_elsewhere,
    moments_weighed_by_pieces,
    meaning_read_in_paths,
    modules_grown_too_large,
    pieces_outside_the_table,
    templates_of_print_that_run_a_record,
    templates_that_switch_escaping_off,
    labels_in_templates,
    heavy_packages_of_help,
    faults_of_the_first_commands,
)
"""All checks that need only the package itself."""


def _page(package: Path) -> str:
    return (package.parent / PAGE).read_text(encoding="utf-8")


def _modules(package: Path) -> dict[str, Module]:
    """Return the modules that stand in the order of parts."""
    return {name: module for name, module in modules(package).items() if name != "generator.__main__"}


def _part(name: str) -> str:
    """Return the part that a full name belongs to; none, for what stands in the package itself."""
    return name.partition(".")[2].partition(".")[0]


def _is_in(module: str, room: str) -> bool:
    return module == room or module.startswith(f"{room}.")


def _uses_of_the_table(package: Path) -> Iterator[tuple[str, Use, str, Rule]]:
    """Yield each use of a name in the table: the module, the use, and the row with its rule."""
    everything, table, known = modules(package), _named(package), dict[str, tuple[str, ...]]()
    rows: dict[str, list[tuple[str, Rule]]] = {}
    for module in everything.values():
        for use in full(module.uses, everything, known):
            if use.name not in rows:
                rows[use.name] = [row for what in _meant(use.name, table) for row in table[what]]
            for row, rule in rows[use.name]:
                yield module.name, use, row, rule


def _meant(name: str, table: Iterable[str]) -> Iterator[str]:
    """Yield the names in the table that a use is of: the name, what it is in, or everything in the module it names."""
    parts = name.split(".")
    yield from (whole for length in range(1, len(parts) + 1) if (whole := ".".join(parts[:length])) in table)
    if parts[-1] == ANY:
        yield from (what for what in table if what.startswith(name.removesuffix(ANY)))


def _named(package: Path) -> dict[str, list[tuple[str, Rule]]]:
    """Return the rows of each full name in the table, with their rules."""
    listed = order(package)
    found: dict[str, list[tuple[str, Rule]]] = {}
    for row, rule in rules(package).items():
        for name in rule.what if row not in {WRITE, AMEND} else ():
            found.setdefault(_full(name, listed), []).append((row, rule))
    return found


def _full(name: str, parts: tuple[str, ...]) -> str:
    if hasattr(builtins, name):
        return f"builtins.{name}"
    return f"generator.{name}" if name.partition(".")[0] in parts else name


def _in_templates(package: Path, kind: str, forbidden: str) -> list[str]:
    templates = sorted(package.rglob(kind))
    assert templates
    return [
        f"{path.relative_to(package)}: {found[0]}"
        for path in templates
        for found in re.finditer(forbidden, path.read_text(encoding="utf-8"))
    ]


def _run(package: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python so that it imports this package, and no other of the same name."""
    return subprocess.run(
        (sys.executable, *arguments),
        cwd=package.parent,
        env={**os.environ, "PYTHONPATH": str(package.parent)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
