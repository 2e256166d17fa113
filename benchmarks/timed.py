"""What the benchmarks share: a process with its time, the sample in a folder, and MkDocs as it comes."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.store import FILE
from tests.support import product

BARE = """site_name: bare
docs_dir: {docs}
site_dir: {site}
use_directory_urls: false
theme: {{name: material, language: th, font: false}}
"""


def sample(folder: Path) -> Path:
    """Return a project of the repository's own records."""
    return product.copy_of_sample(folder)


def run(command: tuple[str, ...], cwd: Path = ROOT) -> float:
    """Return the seconds that a process took; if it failed, end this one with what it said.

    As everywhere, modules are compiled by the first run and kept for those after it, whatever the shell says.
    """
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.perf_counter()
    done = subprocess.run(command, cwd=cwd, env=environment, check=False, capture_output=True, text=True)
    seconds = time.perf_counter() - started
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    return seconds


def build(project: Path, *arguments: str, pieces: tuple[str, ...] = ()) -> float:
    """Return the seconds of a `tonbaep build`, or of one with only the pages and these pieces."""
    command = product.command(project, "build", *arguments)
    if pieces:
        python, _, _, *rest = command
        command = (python, str(ROOT / "benchmarks/shorter_table.py"), ",".join(pieces), *rest)
    return run(command)


def forget_sheets(project: Path) -> None:
    """Let the next build press every sheet; photos stay."""
    shutil.rmtree(project / ".tonbaep/cache/sheets", ignore_errors=True)
    (project / ".tonbaep/state.json").unlink(missing_ok=True)


def forget_pages(project: Path) -> None:
    """Let the next build fill every page; pages are the stored sheets that begin with front matter."""
    with closing(sqlite3.connect(project / ".tonbaep/cache/sheets" / FILE)) as kept, kept:
        kept.execute("delete from kept where substr(value, 1, 4) = ?", (b"---\n",))
    (project / ".tonbaep/state.json").unlink(missing_ok=True)


def bare_mkdocs(project: Path, folder: Path) -> tuple[str, ...]:
    """Return the command for a bare `mkdocs build` of the pages that a project has staged.

    Bare is the theme as it comes, with its own navigation and search and without our templates.
    """
    docs, settings = folder / "docs", folder / "bare.yml"
    shutil.copytree(project / ".tonbaep/staged", docs)
    for page in docs.rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        page.write_text(re.sub(r"^template:.*\n", "", text, count=1, flags=re.MULTILINE), encoding="utf-8")
    settings.write_text(BARE.format(docs=docs, site=folder / "bare"), encoding="utf-8")
    return (sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(settings))
