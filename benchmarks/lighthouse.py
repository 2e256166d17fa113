"""Asks Lighthouse, as a phone, for the home page, a round and a profile: `python benchmarks/lighthouse.py [RUNS]`.

The sample is built without its mark, since a site of made-up people asks search engines to stay away. It is served
compressed, as by a host. Performance is the median of the runs; all else is the same in each run. Lighthouse comes from
npm.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.support import product
from tests.support.machine import need
from tests.support.web import served

LIGHTHOUSE = "lighthouse@12.8.2"
PAGES = ("index.html", "2566/index.html", "2566/winner-saksit.html")
WANTED = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}


def _ask(address: str) -> dict[str, Any]:
    command = (need("npm"), "exec", "--yes", "--package", LIGHTHOUSE, "--", "lighthouse", address)
    options = ("--output=json", "--quiet", "--chrome-flags=--headless=new --no-sandbox")
    environment = {**os.environ, "CHROME_PATH": need("chromium")}
    done = subprocess.run((*command, *options), env=environment, check=True, capture_output=True, text=True)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _unmarked(folder: Path) -> Path:
    """Return the sample without its mark, like the records of an office."""
    project = product.copy_of_sample(folder)
    for file in (project / "winners").rglob("*.yaml"):
        file.write_text(file.read_text(encoding="utf-8").replace("\nsample: ใช่\n", "\n"), encoding="utf-8")
    return project


def _faults(answer: dict[str, Any], category: str) -> list[str]:
    """Return the reasons why a category lost points."""
    audits = [answer["audits"][part["id"]] for part in answer["categories"][category]["auditRefs"] if part["weight"]]
    return [audit["id"] for audit in audits if audit["score"] is not None and audit["score"] < 1]


def main() -> int:
    """Print one line a page and category, with what cost points."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    with tempfile.TemporaryDirectory() as folder:
        project = _unmarked(Path(folder))
        done = product.tonbaep(project, "build")
        if done.returncode:
            print(done.stdout, done.stderr)
            return 1
        with served(project / "site", packed=True) as host:
            asked = {page: [_ask(f"{host}/{page}") for _ in range(runs)] for page in PAGES}
    for page, answers in asked.items():
        weight = answers[0]["audits"]["total-byte-weight"]["numericValue"] / 1000
        print(f"{page}: {weight:.0f} kB")
        for category, wanted in WANTED.items():
            score = 100 * statistics.median(answer["categories"][category]["score"] for answer in answers)
            print(f"  {category:15} {score:4.0f} (wanted {wanted}) {' '.join(_faults(answers[0], category))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
