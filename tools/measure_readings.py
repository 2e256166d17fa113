"""Measures reading aloud on tables of pairs: `python tools/measure_readings.py [TABLE.tsv ...]`.

A table is lines of what is written, what an announcer says, and anything else, with tabs between; what has to be asked
about is `UNSPEAKABLE` and the letters. Several right readings stand beside each other with ` | ` between them. Without
a table those of the tests are measured. Printed are how many are said right, how many wrong without a question, and how
many are asked about although they could be said; then each that is not right. Spaces are rests and do not count. It
ends with 1 if anything is said wrong.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.thai import read_aloud
from generator.thai.unspeakable import Unspeakable

TABLES = ROOT / "tests" / "thai" / "spoken"
ASKED = "UNSPEAKABLE "
OR = " | "
THOUSAND = 1000


def pairs(table: Path) -> list[tuple[str, str]]:
    """Return what is written and what is said in a table."""
    rows = [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines() if line]
    return [(row[0].replace("\\n", "\n"), row[1].replace("\\n", "\n")) for row in rows]


def verdict(written: str, said: str) -> tuple[str, str]:
    """Return `right`, `wrong` or `asked`, and what was heard; to ask where the table asks is right."""
    readings = said.split(OR)
    try:
        heard = read_aloud(written)
    except Unspeakable as fault:
        return ("right" if any(each.startswith(ASKED.strip()) for each in readings) else "asked"), ASKED + fault.letters
    return ("right" if "".join(heard.split()) in {"".join(each.split()) for each in readings} else "wrong"), heard


def main(tables: list[Path]) -> int:
    """Print the figures and what is not right; return whether anything is said wrong."""
    rows = [pair for table in tables for pair in pairs(table)]
    judged = [(written, said, *verdict(written, said)) for written, said in rows]
    for written, said, how, heard in judged:
        if how != "right":
            print(f"{how}\t{written}\t{heard}\twanted {said}")
    counts = {how: sum(each == how for _, _, each, _ in judged) for how in ("right", "wrong", "asked")}
    print(f"{len(rows)} readings: " + ", ".join(f"{count} {how}" for how, count in counts.items()))
    for how in ("wrong", "asked"):
        print(f"{how}: {counts[how] * THOUSAND / max(1, len(rows)):.1f} in 1,000")
    return int(counts["wrong"] > 0)


if __name__ == "__main__":
    sys.exit(main([Path(each) for each in sys.argv[1:]] or sorted(TABLES.glob("*.tsv"))))
