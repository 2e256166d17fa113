"""Random rounds counted by the product, by somebody with the rules alone, by a spreadsheet program and by a browser.

`python benchmarks/recount.py 10000` says how many rounds there were, what was in them, and how often two of the four
differed. Needs IronCalc, which the tests have, and Node.js for the script of the public page.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from hypothesis import HealthCheck, Phase, given, seed, settings

from generator.disclosure.counted import rows
from generator.papers.recount import workbook
from generator.pieces.paper import open_data
from generator.tally.counting import count
from tests.support import spreadsheet
from tests.support.hard_rounds import hard_rounds
from tests.support.recount import recounted

if TYPE_CHECKING:
    from generator.model import Programme, Selection

AT_ONCE = 250
"""Rounds drawn with one seed: hypothesis keeps in mind what it drew."""
HALF = 5
"""The third decimal of a total that lies between two printed ones."""


def main(many: int, first: int = 0) -> int:
    """Count so many rounds from the seed `first` on, and print what came of it."""
    seen: Counter[str] = Counter()
    tables: list[dict[str, Any]] = []
    for number in range(first, first + many, AT_ONCE):
        for made in _drawn(number, min(AT_ONCE, first + many - number)):
            _count(made, seen, tables)
        _in_browser(tables, seen)
        tables.clear()
        print(f"{seen['rounds']} {json.dumps(seen, ensure_ascii=False, sort_keys=True)}", flush=True)
    return 1 if any(key.startswith("differs") for key in seen) else 0


def _drawn(start: int, many: int) -> list[tuple[Programme, Selection]]:
    found: list[tuple[Programme, Selection]] = []

    @seed(start)
    @settings(
        max_examples=many,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(hard_rounds())
    def collect(made: tuple[Programme, Selection]) -> None:
        found.append(made)

    collect()
    return found


def _count(made: tuple[Programme, Selection], seen: Counter[str], tables: list[dict[str, Any]]) -> None:
    programme, selection = made
    found = count(programme, selection)
    seen["rounds"] += 1
    seen["edges"] += any(line.total is not None and line.total * 1000 % 10 == HALF for line in found.lines)
    seen["open ties"] += bool(found.open)
    for rule in {line.decided_by for line in found.lines} - {""}:
        seen[f"by {rule}"] += 1
    if not selection.decisions:
        mine = {line.nominee.id: (line.printed, line.place, line.chosen, line.out) for line in found.lines}
        seen["recounted"] += 1
        if mine != recounted(programme, selection):
            seen["differs: recount"] += 1
    reckoned = [*spreadsheet.from_view(workbook.sheets(programme, selection, ""))]
    seen["formulas"] += len(reckoned)
    if not all(each.agrees for each in reckoned):
        seen["differs: spreadsheet"] += 1
    weight = str(programme.citizens_weight)
    for category in programme.categories:
        lines = [line for line in found.lines if line.nominee.category == category and line.place]
        open_rows = rows(programme, lines) if lines else []
        seen["tables"] += bool(open_rows)
        seen["no table"] += bool(lines) and not open_rows
        keys = ("committee", "percent", "weight", "total", "order", "place")
        tables.append({"rows": [dict(zip(keys, open_data.digits(row, weight), strict=True)) for row in open_rows]})


def _in_browser(tables: list[dict[str, Any]], seen: Counter[str]) -> None:
    node = shutil.which("node")
    if node is None:
        return
    script = (ROOT / "overrides/assets/recount.js").read_text(encoding="utf-8")
    asked = "JSON.parse(require('fs').readFileSync(0, 'utf8')).map(t => tonbaepRecount.recount(t.rows))"
    code = f"{script}\nprocess.stdout.write(JSON.stringify({asked}))"
    ran = subprocess.run((node, "-e", code), input=json.dumps(tables), capture_output=True, text=True, check=True)
    for table, places in zip(tables, json.loads(ran.stdout), strict=True):
        seen["rows in the browser"] += len(table["rows"])
        if [row["place"] for row in table["rows"]] != list(map(str, places or [])):
            seen["differs: browser"] += 1


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
