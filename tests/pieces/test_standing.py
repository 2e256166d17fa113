"""A piece declares who stands on its sheets: the declaration is exactly what a search through the sheet finds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.disclosure import NOBODY, Standing
from generator.model import Correction
from generator.pieces import PIECES
from tests.support import golden
from tests.support.persons import Persons

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.model import Records, Winner
    from generator.piece import Sheet


def _one_of_each(records: Records) -> Records:
    """Return the records with a correction and a story that name somebody, an old id, a voice, and an old computer."""
    award_round = records.rounds[0]
    first, second, *rest = award_round.winners
    second = replace(second, formerly=("old-id",), story=f"{second.story}\n\nทำงานคู่กับ{first.name.full}มาสิบปี")
    wrong = Correction("result", date(2023, 4, 24), f"ผู้ได้รับการคัดเลือกคนที่หนึ่ง คือ {first.name.full}")
    changed = replace(award_round, winners=(first, second, *rest), corrections=(wrong,))
    varied = replace(records, rounds=(changed, *records.rounds[1:]))
    return golden.VARIATIONS["voice"](golden.VARIATIONS["announcement_874"](varied))


def _bare(winner: Winner) -> Winner:
    consent = winner.photo.consent if winner.photo else None
    kept = replace(consent, channels=frozenset({"print"})) if consent else None
    return replace(winner, photo=replace(winner.photo, consent=kept)) if winner.photo else winner


def _on_paper_alone(records: Records) -> Records:
    """Return the records with consents only to paper, and one winner who has withdrawn the name altogether."""
    award_round = records.rounds[0]
    return replace(records, rounds=(replace(award_round, winners=tuple(map(_bare, award_round.winners))),))


def _unlike(sheets: list[tuple[str, Sheet]], persons: Persons, *, exactly: bool = True) -> list[str]:
    """Return the sheets whose declaration differs from what is on them, or falls short of it."""
    found = [(name, sheet, sheet.standing, persons.on(sheet)) for name, sheet in sheets]
    return [
        f"{name} {sheet.path}: declared {said}, found {there}"
        for name, sheet, said, there in found
        if (said != there if exactly and not _shows_rows(sheet) else not _covers(said, there))
    ]


def _shows_rows(sheet: Sheet) -> bool:
    """Return whether a sheet gives the counted rows: they go with a winner's figures, portrait or not."""
    return sheet.path.endswith(("/count.csv", "/counting.md"))


def _covers(said: Standing, there: Standing) -> bool:
    return set(said.named) >= set(there.named) and set(said.portrayed) >= set(there.portrayed)


def _every(records: Records) -> list[tuple[str, Sheet]]:
    sample = golden.Sample(records)
    sheets = [(piece.name, sheet) for piece in PIECES for sheet in sample.every(piece)]
    assert len(sheets) > 600
    assert len({name for name, _ in sheets}) > 60
    return sheets


@pytest.mark.parametrize("change", [lambda records: records, _on_paper_alone], ids=["sample", "paper"])
def test_whoever_stands_on_a_sheet_is_declared_and_nobody_else(
    records: Records, change: Callable[[Records], Records]
) -> None:
    """When a consent is withdrawn, every sheet must be found, and none must be taken down without need."""
    varied = change(records)
    assert _unlike(_every(varied), Persons(varied)) == []


def test_whom_a_text_of_the_record_names_is_declared_too(records: Records) -> None:
    """A story names the colleague who helped; a correction names somebody who was left out."""
    varied = _one_of_each(records)
    sheets = _every(varied)
    assert _unlike(sheets, Persons(varied), exactly=False) == []
    helped = varied.rounds[0].winners[0]
    profile = next(sheet for _, sheet in sheets if sheet.path == f"2566/winner-{varied.rounds[0].winners[1].id}.md")
    assert f"2566/{helped.id}" in profile.standing.named


def test_a_piece_that_forgets_somebody_is_found_out(records: Records) -> None:
    """The comparison itself: one name left out, one too many, one portrait forgotten."""
    sample, persons = golden.Sample(records), Persons(records)
    poster_row = next(piece for piece in PIECES if piece.name == "poster")
    poster = next(sheet for sheet in sample.every(poster_row) if sheet.standing.portrayed)
    assert _unlike([("poster", poster)], persons) == []
    said = poster.standing
    for wrong in (NOBODY, Standing(said.named[1:], said.portrayed), said._replace(portrayed=said.portrayed[1:])):
        assert _unlike([("poster", replace(poster, standing=wrong))], persons)
