"""The documents beside the code: as short as they promise, complete, and all their links lead somewhere."""

from __future__ import annotations

import posixpath
import re
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support import product
from tests.support.product import ROOT
from tools import dev

if TYPE_CHECKING:
    from collections.abc import Iterator

Check = Callable[[Path], list[str]]
"""Looks through the papers of a repository, and returns its complaints."""

MOST_LINES, MOST_LETTERS = 96, 7_200
"""One page: what prints on one A4 sheet and is read in five minutes."""

FOLDERS = ("benchmarks", "docs", "generator", "overrides", "tests", "tools")
SPOKEN = frozenset({".j2", ".py", ".typ"})
"""How the names of files end that hold the product's own words."""
PARTS = ("What was decided", "Why", "What else was weighed", "What follows")

_FENCE = re.compile(r"^ *```.*?^ *```$", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_ROW = re.compile(r"^\| (\d{4}) \| (\d{4}-\d\d-\d\d) \| \[(.+)\]\((.+?)\) \|$", re.MULTILINE)
_RECORD = re.compile(r"# (?P<number>\d{4}) · (?P<title>.+)\n\nDecided (?P<day>\d{4}-\d\d-\d\d)[,.]")


def papers(root: Path) -> list[Path]:
    """Return every Markdown file of the repository except the site's pages, which the site's own tests check."""
    paths = [*root.glob("*.md"), *(path for folder in FOLDERS for path in (root / folder).rglob("*.md"))]
    assert len(paths) > 10
    return sorted(paths)


def overlong(root: Path) -> list[str]:
    """Return by how much the architecture page is longer than one page."""
    text = (root / "ARCHITECTURE.md").read_text(encoding="utf-8")
    measured = ((len(text.splitlines()), MOST_LINES, "lines"), (len(text), MOST_LETTERS, "letters"))
    return [f"ARCHITECTURE.md has {there} {what}, more than {most}" for there, most, what in measured if there > most]


def unlisted(root: Path) -> list[str]:
    """Return the records that are missing or misdescribed in their list, and the rows of the list without a record."""
    folder = root / "docs/decisions"
    rows = {name: (number, day, title) for number, day, title, name in _ROW.findall(_read(folder / "README.md"))}
    records = {path.name: _RECORD.match(_read(path)) for path in folder.glob("[0-9]*.md")}
    titled = {name: record.group("number", "day", "title") for name, record in records.items() if record}
    return [
        *(f"{name} is in no row" for name in sorted(records.keys() - rows.keys())),
        *(f"{name} has a row and is not there" for name in sorted(rows.keys() - records.keys())),
        *(
            f"{name}: row and record differ"
            for name in sorted(titled.keys() & rows.keys())
            if titled[name] != rows[name]
        ),
    ]


def misshapen(root: Path) -> list[str]:
    """Return the records without number, date or one of the four parts, and those that are not in order of date."""
    faults: list[str] = []
    last_number = last_day = ""
    for path in sorted((root / "docs/decisions").glob("[0-9]*.md")):
        text = _read(path)
        opening = _RECORD.match(text)
        parts = tuple(re.findall(r"^## (.+)$", text, re.MULTILINE))
        empty = re.search(r"^## .+\n+(?=## |\Z)", text, re.MULTILINE)
        if opening is None or parts != PARTS or empty:
            faults.append(f"{path.name}: number, day or one of the four parts is missing")
            continue
        number, day = opening["number"], opening["day"]
        if not path.name.startswith(f"{number}-") or number <= last_number or day < last_day:
            faults.append(f"{path.name}: out of order")
        last_number, last_day = number, day
    return faults


def dead_links(root: Path) -> list[str]:
    """Return the links in the documents to files or headings of the repository that do not exist."""
    dead = []
    for paper in papers(root):
        for link in _LINK.findall(_SPAN.sub("", _prose(paper))):
            if re.match(r"[a-z]+:", link):
                continue
            name, _, heading = link.partition("#")
            target = Path(posixpath.normpath((paper.parent / name).as_posix())) if name else paper
            if not target.exists() or (heading and heading not in _anchors(target)):
                dead.append(f"{paper.relative_to(root)}: {link}")
    return dead


def dead_paths(root: Path) -> list[str]:
    """Return the paths in code type that do not exist; one that contains a `<name>` is for the reader to fill in."""
    begins = tuple(f"{folder}/" for folder in FOLDERS)
    return [
        f"{paper.relative_to(root)}: {span}"
        for paper in papers(root)
        for span in _SPAN.findall(_prose(paper))
        if span.startswith(begins) and re.fullmatch(r"[\w./-]+", span) and not (root / span).exists()
    ]


def undecided(root: Path) -> list[str]:
    """Return the packages of `pyproject.toml` that no record names."""
    project = tomllib.loads(_read(root / "pyproject.toml"))
    wanted = [
        *project["project"]["dependencies"],
        *(each for group in project["dependency-groups"].values() for each in group),
    ]
    named = {span for path in (root / "docs/decisions").glob("[0-9]*.md") for span in _SPAN.findall(_prose(path))}
    names = {re.split(r"[<>=!~\[; ]", requirement)[0] for requirement in wanted}
    assert len(names) > 20
    return sorted(names - named)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _prose(path: Path) -> str:
    """Return a document without its code blocks, which show what to write and what is printed."""
    return _FENCE.sub("", _read(path))


def _anchors(paper: Path) -> set[str]:
    """Return the anchors of a document's headings."""
    headings = _HEADING.findall(_prose(paper))
    return {re.sub(r"[^\w\u0e00-\u0e7f -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def unmapped(root: Path) -> list[str]:
    """Return the folders of tests, and the tests that lie in none, that the map of the tests lacks."""
    tests = root / "tests"
    rows = re.findall(r"^\| ([^|]+) \|", _read(tests / "README.md"), re.MULTILINE)
    mapped = {span for row in rows for span in _SPAN.findall(row)}
    files = [path.relative_to(root) for path in tests.rglob("test_*.py")]
    there = {path.as_posix() if path.parent.name == "tests" else f"{path.parent.as_posix()}/" for path in files}
    assert len(there) > 10
    return sorted(there - mapped)


def unspoken(root: Path) -> list[str]:
    """Return the Thai words of the glossary that no text of the product contains."""
    rows = re.findall(r"^\| ([a-z -]+) \| ([^|]+) \|", _read(root / "GLOSSARY.md"), re.MULTILINE)
    thai = [(word, each) for word, cell in rows for each in cell.strip().split(" / ") if each not in {"–", "ภาษาไทย"}]
    assert len(thai) > 20
    sources = [path for path in (root / "generator").rglob("*") if path.suffix in SPOKEN]
    spoken = "\n".join(map(_read, (root / "README.md", *sources)))
    return [f"{word}: {each}" for word, each in thai if each not in spoken]


def differing_commands(root: Path) -> list[str]:
    """Return the README's commands, for each system, that differ from those of `tools/dev.py`."""
    blocks = re.findall(r"^```(?:sh|powershell)\n(.+)\n```$", _read(root / "README.md"), re.MULTILINE)
    return [written for written, listed in zip(blocks, _commands(), strict=True) if written != listed]


def _commands() -> Iterator[str]:
    """Yield the commands to set up and build, and to set up and test, first for Linux, then for Windows."""
    chains = [[*dev.VERBS["setup"], *dev.VERBS[verb]] for verb in ("build", "test")] + [[*dev.VERBS["publish"]]]
    lines = [[" ".join(command) for command in chain] for chain in chains]
    lines[0] = [line.replace("requirements-test.lock", "requirements.lock") for line in lines[0]]
    yield from (" && ".join(chain) for chain in lines)
    for first, *rest in lines:
        windows = [
            line.replace(dev.BIN, ".venv\\Scripts\\").replace(dev.ANY_PYTHON, "py -3") for line in (first, *rest)
        ]
        yield "; ".join([windows[0], *(f"if ($?) {{ {line} }}" for line in windows[1:])])


CHECKS = (overlong, unlisted, misshapen, dead_links, dead_paths, undecided, unmapped, unspoken, differing_commands)


@pytest.mark.parametrize("check", CHECKS)
def test_the_papers_keep_what_they_promise(check: Check) -> None:
    """A page that describes another program is worse than none."""
    assert check(ROOT) == []


ARCHITECTURE, LIST = "ARCHITECTURE.md", "docs/decisions/README.md"
FIRST, LAST = "docs/decisions/0001-embargo-and-consent-are-types.md", "docs/decisions/0002-typst-presses-paper.md"


@pytest.mark.parametrize(
    ("check", "paper", "old", "new"),
    [
        (overlong, ARCHITECTURE, "## Rooms\n", "## Rooms\n" * MOST_LINES),
        (overlong, ARCHITECTURE, "## Rooms\n", f"## Rooms {'and more rooms ' * MOST_LETTERS}\n"),
        (unlisted, LIST, "(0001-embargo-and-consent-are-types.md)", "(0001-embargo.md)"),
        (unlisted, LIST, "[Embargo and consent are types]", "[Embargo is a type]"),
        (unlisted, FIRST, "Decided 2026-11-23", "Decided 2026-11-22"),
        (misshapen, FIRST, "## What else was weighed\n", ""),
        (misshapen, FIRST, "Nothing is on record.\n", ""),
        (misshapen, FIRST, "Decided 2026-11-23", "Decided some day"),
        (misshapen, FIRST, "Decided 2026-11-23", "Decided 2027-11-23"),
        (misshapen, LAST, "# 0002", "# 0001"),
        (dead_links, ARCHITECTURE, "(docs/decisions/README.md)", "(docs/decision/README.md)"),
        (dead_links, "README.md", "(#in-english)", "(#auf-deutsch)"),
        (dead_links, LAST, "(0011-one-cluster-one-glyph.md)", "(one-cluster-one-glyph.md)"),
        (dead_paths, ARCHITECTURE, "`tests/house/test_architecture.py`", "`tests/test_house.py`"),
        (undecided, "pyproject.toml", '"jinja2>=', '"leftpad>=1", "jinja2>='),
        (undecided, LAST, "`typst`", "Typst"),
        (unmapped, "tests/README.md", "| `tests/disk/` |", "| the disk |"),
        (unmapped, "tests/README.md", "`tests/test_qr.py`", "the codes"),
        (unspoken, "GLOSSARY.md", "ใบเรียกคืนสื่อ", "ใบเก็บกระดาษ"),
        (unspoken, "GLOSSARY.md", " / ร้านพิมพ์", " / โรงพิมพ์ดีด"),
        (differing_commands, "README.md", "requirements-test.lock", "requirements.lock"),
        (differing_commands, "README.md", "py -3 -m venv", "py -m venv"),
    ],
)
def test_a_broken_paper_is_reported(copy: Path, check: Check, paper: str, old: str, new: str) -> None:
    """A check that cannot fail guards nothing."""
    whole = (copy / paper).read_bytes()
    product.edit(copy / paper, old, new)
    complaints = check(copy)
    (copy / paper).write_bytes(whole)
    assert complaints != []
    assert check(copy) == []


def test_a_record_that_comes_or_goes_is_reported(copy: Path) -> None:
    """People look through the list, so it must have everything and nothing else."""
    moved = (copy / LAST).rename(copy / "docs/decisions/0099-typst-presses-paper.md")
    complaints = unlisted(copy)
    moved.rename(copy / LAST)
    assert len(complaints) == 2


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the documents, with empty files for all others; each test repairs what it breaks in it."""
    copy = tmp_path_factory.mktemp("papers")
    unseen = shutil.ignore_patterns("__pycache__")
    for folder in FOLDERS:
        shutil.copytree(ROOT / folder, copy / folder, copy_function=_stand_in, ignore=unseen)
    for path in (*ROOT.glob("*.md"), *(ROOT / name for name in ("LICENSE", "pyproject.toml"))):
        shutil.copy(path, copy)
    shutil.copytree(ROOT / "pictures", copy / "pictures", copy_function=_stand_in)
    return copy


def _stand_in(source: str, target: str) -> str:
    """Copy a file that is read; of any other, create only the name."""
    Path(target).write_bytes(Path(source).read_bytes() if Path(source).suffix in {".md", *SPOKEN} else b"")
    return target
