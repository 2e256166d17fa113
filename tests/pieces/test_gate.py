"""Where citizens decide only who may be chosen at all, every piece says so, and none speaks of points that are none."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.disclosure import publish
from generator.ledger.choice import chosen
from generator.pieces import FIRST
from tests.support.small import ROUND, Small

if TYPE_CHECKING:
    from pathlib import Path


def _gated(folder: Path) -> Small:
    """Return a round whose criteria are the committee's alone, with a gate of 77 per cent."""
    small = Small(folder)
    small.edit(ROUND, "weight: 35}", "weight: 60}")
    small.edit(ROUND, "  - {key: people, name: ความพึงพอใจ, detail: จากแบบประเมิน, weight: 25, citizens: ใช่}\n", "")
    small.edit(ROUND, "tie_rule:", "tally: {gate: 77}\ntie_rule:")
    return small


def test_every_piece_says_the_gate_and_none_the_points(tmp_path: Path) -> None:
    """“In these, 0 points come from citizens” would be said in the office's name."""
    records = _gated(tmp_path).read()
    moment = records.rounds[0].programme.result_at
    texts = [
        (piece.name, json.dumps(sheet.view, ensure_ascii=False))
        for piece in FIRST
        for sheet in chosen(piece, publish(records, moment, piece.channel))
    ]
    assert len(texts) > 50
    assert [name for name, text in texts if " 0 คะแนน" in text or "ศูนย์คะแนน" in text or "ศูนย์ คะแนน" in text] == []
    told = {name for name, text in texts if "77" in text or "เจ็ดสิบเจ็ด" in text}
    assert {"newsletter", "criteria", "easy"} <= told
    assert any("speech" in name or "address" in name for name in told), told


def test_the_totals_are_the_committees_alone(tmp_path: Path) -> None:
    """Without a criterion of theirs, citizens add no point; the weights of the others make a hundred."""
    winners = _gated(tmp_path).read().rounds[0].winners
    from generator import tally

    programme = _gated(tmp_path / "again").read().rounds[0].programme
    assert str(tally.total(programme.criteria, winners[0])) == "94.10"


def test_without_a_gate_citizens_must_have_a_criterion(tmp_path: Path) -> None:
    """The programme promises that they decide with the committee."""
    small = _gated(tmp_path)
    small.edit(ROUND, "tally: {gate: 77}\n", "")
    problem = small.only_problem()
    assert "gate" in problem.fix.th
