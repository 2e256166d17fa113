"""Writes the sample's score sheets of 2566 as seven members filled them in; everybody is made up; run by hand.

`python tools/sample_scores.py` writes `examples/scores-2566/` again, the same to the byte, from the nominees and the
sheets' ids in the records. What each member gave follows from the figures below by arithmetic.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.era import BANGKOK
from generator.papers import making, score_form
from generator.press.fillable import FILLABLE
from generator.reading import read
from generator.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.papers.paper import Asked
    from generator.papers.score_form import Row

FOLDER: Final = ROOT / "examples" / "scores-2566"
YEAR: Final = 2566
SEEN: Final = {
    "thitiya": (19, 19, 20, 19),
    "saksit": (18, 19, 18, 17),
    "nipa": (17, 16, 18, 16),
    "wanchai": (16, 16, 16, 17),
    "maliwan": (16, 16, 17, 19),
    "katanyu": (18, 18, 19, 19),
    "somkid": (16, 17, 16, 16),
    "sarifa": (19, 18, 19, 20),
    "uea": (18, 19, 19, 17),
}
"""How well each is seen by the committee for each criterion, in quarters of a point of five."""
_QUARTER, _MOODS = 4, (0, 2, 1, 3, -1, 2, 1)
"""How much milder each member is, in quarters; a score is what is seen and the mood, rounded down."""


def filled(asked: Asked, member: int) -> Iterator[Row]:
    """Yield a member's rows with the scores that the member gave."""
    programme, selection = asked.award_round.programme, asked.award_round.selection
    if selection is None:
        raise LookupError(YEAR)
    keys = [score_form.of(criterion) for criterion in score_form.due(programme)]
    for at, row in enumerate(score_form.rows(programme, selection, member)):
        seen = SEEN[row.nominee.id]
        given = {
            key: max(1, min(5, (quarters + _MOODS[(member - 1 + at + n) % len(_MOODS)]) // _QUARTER))
            for n, (key, quarters) in enumerate(zip(keys, seen, strict=True))
        }
        yield row if row.why_not else row._replace(written=given)


def main() -> None:
    """Write the sheets."""
    with tempfile.TemporaryDirectory() as folder:
        records = read(ROOT, Store(Path(folder)), recount=True)
        asked = making.asked(records, YEAR, datetime(2023, 4, 18, 9, tzinfo=BANGKOK))
        selection = asked.award_round.selection
        FOLDER.mkdir(parents=True, exist_ok=True)
        for sheet in selection.sheets if selection else ():
            view = score_form.workbook(asked, sheet, list(filled(asked, sheet.member)))
            file = FOLDER / f"member{sheet.member}.xlsx"
            file.write_bytes(FILLABLE.press("", view, Path(folder)))


if __name__ == "__main__":
    main()
