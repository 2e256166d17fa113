"""Press one drawn piece for the rounds that are hardest for it: `python tools/try_piece.py NAME [FOLDER]`.

The rounds are those of the tests: 1, 5 and 12 people, 12 with a very long name each, and 5 before the result's moment.
Every PDF goes into FOLDER, a new one unless it is named, and every text that was set smaller is printed.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.disclosure import Publication
from generator.model import Name
from generator.piece import drawn
from generator.pieces import FIRST
from tests.support import rounds

if TYPE_CHECKING:
    from generator.disclosure import PublicRound
    from generator.piece import Piece

LONG = Name("ว่าที่ร้อยตรีหญิง", "กุลนันทน์ธิดา", "ศรีสุวรรณพิพัฒน์ไพศาล")


def main(arguments: list[str]) -> int:
    """Press the piece and return 0, or 2 where there is no such piece."""
    drawings = {piece.name: piece for piece in FIRST if piece.template.endswith(".typ")}
    if not arguments or arguments[0] not in drawings:
        print(__doc__, "Pieces that are drawn:", *drawings, sep="\n")
        return 2
    piece = drawings[arguments[0]]
    folder = Path(arguments[1] if len(arguments) > 1 else tempfile.mkdtemp(prefix=f"{piece.name}-"))
    for called, award_round in _rounds().items():
        _press(piece, award_round, folder / called)
    return 0


def _rounds() -> dict[str, PublicRound]:
    long = tuple(rounds.make_winner(number, name=LONG) for number in range(12))
    return {
        "one": rounds.make_round(1),
        "five": rounds.make_round(5),
        "twelve": rounds.make_round(12),
        "twelve-long": rounds.make_round(long),
        "early": rounds.make_round(5, release=rounds.RESULT_AT),
    }


def _press(piece: Piece, award_round: PublicRound, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for sheet in piece.lay_out(Publication(award_round.organisation, (award_round,))):
        for rendition in sheet.renditions:
            (folder / rendition.name).write_bytes(rounds.draw(rendition))
        file = folder / Path(sheet.path).name
        file.write_bytes(piece.press.press(piece.template, drawn(sheet), folder, lambda fit: print(f"  {fit}")))
        print(file)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
