"""Measures line ends on texts that nobody wrote for them: `python tools/measure_line_ends.py [FOLDER]`.

A folder holds texts in which a person marked each place where a line may end (`tests/support/gold_set.py` says how);
without one, those of `tests/support/notices` are measured. Each text is set at many widths, titles and the rest as a
sheet sets them, and the finished paper is judged by `tests/support/line_ends.py`. Printed are each bad end, how many
there are in a thousand, and how many titles on two lines are cut inside a phrase although a space divides them. It
ends with 1 if more than one end in a thousand is bad, or any phrase is cut.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator import typefaces
from tests.support.gold_set import Item, items
from tests.support.line_ends import Judged, judged, lines
from tests.support.paper import POINTS_A_MM
from tests.support.setting import pressed

TEXTS = ROOT / "tests" / "support" / "notices"
WIDTHS = tuple(range(34, 170, 4))
"""Millimetres at 14 points: from a narrow column of a poster to a whole page."""

THOUSAND, MOST = 1000, 1


def measured(texts: tuple[Item, ...], face: str, widths: tuple[int, ...] = WIDTHS) -> Judged:
    """Return the verdict on the texts at all widths."""
    paper = lines(pressed(texts, face, widths))
    found = [
        (width, judged(texts, [line for line in paper if line.page == page], width * POINTS_A_MM))
        for page, width in enumerate(widths, 1)
    ]
    bad = [f"{width} mm: {fault}" for width, judgement in found for fault in judgement.bad]
    return Judged(sum(each.ends for _, each in found), sum(each.in_two for _, each in found), bad)


def main(folder: Path) -> int:
    """Print the figures of a folder; return whether they are worse than wanted."""
    texts = items(folder)
    judgement = measured(texts, typefaces.FACES[0])
    cut = [fault for fault in judgement.bad if "a phrase is cut" in fault]
    bad = [fault for fault in judgement.bad if fault not in cut]
    print(*judgement.bad, sep="\n")
    print(f"{len(texts)} texts at {len(WIDTHS)} widths: {judgement.ends} line ends")
    print(f"bad: {len(bad)}, {len(bad) * THOUSAND / judgement.ends:.2f} in 1,000 (at most {MOST})")
    print(f"phrases cut in {judgement.in_two} titles of two lines: {len(cut)} (none wanted)")
    return int(bool(cut) or len(bad) * THOUSAND > MOST * judgement.ends)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else TEXTS))
