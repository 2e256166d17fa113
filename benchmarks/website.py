"""Measures the whole site against a bare MkDocs of its pages: `python benchmarks/website.py [ROUNDS] [RUNS]`.

The sample's round is copied into other years, pictures cached, downloads pressed; every page is laid out, filled,
made, indexed and finished anew. Bare is `mkdocs build` with the same theme as it comes, its own navigation and its own
search, over the same staged pages. With `grow` in place of ROUNDS, about 100 pages are measured against about 1,500.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests import product  # noqa: E402 - the folder above is not on the path of a script

WANTED, WANTED_GROWTH = 1.0, 16.0
FEW, MANY = 100, 1500
LAST = 2566
BARE = """site_name: bare
docs_dir: {docs}
site_dir: {site}
use_directory_urls: false
theme: {{name: material, language: th, font: false}}
"""


def copy_of_rounds(folder: Path, rounds: int) -> Path:
    """Return a project of the sample's round in as many years, without certificates, which are unlike in every year."""
    project = product.copy_of_sample(folder)
    sample = project / "winners" / str(LAST)
    (sample / "certificates.yaml").unlink(missing_ok=True)
    for back in range(1, rounds):
        year = project / "winners" / str(LAST - back)
        shutil.copytree(sample, year)
        for file in year.glob("*.yaml"):
            text = file.read_text(encoding="utf-8")
            file.write_text(_moved(text, back), encoding="utf-8")
    return project


def _moved(text: str, back: int) -> str:
    """Return a record with every year in it so many years earlier."""
    return re.sub(r"(?<![\d.])25[5-7]\d(?!\d)", lambda found: str(int(found[0]) - back), text)


def _run(command: tuple[str, ...], cwd: Path) -> float:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    started = time.perf_counter()
    done = subprocess.run(command, cwd=cwd, env=environment, check=False, capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    return time.perf_counter() - started


def _whole(project: Path) -> float:
    """Make the site with every page anew: pages are the kept sheets that open with front matter."""
    for file in (project / ".tonbaep/cache/sheets").rglob("*"):
        if file.is_file() and file.read_bytes()[:4] == b"---\n":
            file.unlink()
    return _run(product.command(project, "build", "--only", "home"), ROOT)


def _pages(project: Path) -> int:
    return sum(1 for _ in (project / "site").rglob("*.html"))


def _against_bare(folder: Path, rounds: int, runs: int) -> None:
    project = copy_of_rounds(folder, rounds)
    _run(product.command(project, "build", "--only", "home"), ROOT)
    settings, docs = project / "bare.yml", folder / "docs"
    shutil.copytree(project / ".tonbaep/staged", docs)
    for page in docs.rglob("*.md"):  # a theme as it comes has no template of ours
        text = page.read_text(encoding="utf-8")
        page.write_text(re.sub(r"^template:.*\n", "", text, count=1, flags=re.MULTILINE), encoding="utf-8")
    settings.write_text(BARE.format(docs=docs, site=folder / "bare"), encoding="utf-8")
    bare_build = (sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(settings))
    turns = [(_whole(project), _run(bare_build, project)) for _ in range(runs)]
    whole, bare = (statistics.median(times) for times in zip(*turns, strict=True))
    ratio = statistics.median(one / other for one, other in turns)
    print(f"{rounds} rounds, {_pages(project)} pages, {runs} turns, {os.cpu_count()} cores")
    print(f"whole site {whole:6.2f} s   bare MkDocs {bare:6.2f} s   {ratio:4.2f} x (wanted {WANTED})")


def _growth(folder: Path, runs: int) -> None:
    few = copy_of_rounds(folder / "few", 1)
    _run(product.command(few, "build", "--only", "home"), ROOT)
    each = _pages(few)
    few = copy_of_rounds(folder / "some", max(2, round(FEW / each)))
    many = copy_of_rounds(folder / "many", round(MANY / each))
    for project in (few, many):
        _run(product.command(project, "build", "--only", "home"), ROOT)
    turns = [(_whole(many), _whole(few)) for _ in range(runs)]
    long, short = (statistics.median(times) for times in zip(*turns, strict=True))
    pages = _pages(many), _pages(few)
    print(f"{pages[0]} pages {long:6.2f} s   {pages[1]} pages {short:6.2f} s   {runs} turns")
    print(
        f"{long / short:5.2f} x for {pages[0] / pages[1]:.1f} x the pages (wanted {WANTED_GROWTH} for {MANY / FEW:.0f})"
    )


def main() -> int:
    """Print one table."""
    what = sys.argv[1] if len(sys.argv) > 1 else "10"
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 3  # noqa: PLR2004 - the second argument
    with tempfile.TemporaryDirectory() as folder:
        if what == "grow":
            _growth(Path(folder), runs)
        else:
            _against_bare(Path(folder), int(what), runs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
