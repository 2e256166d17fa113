"""The sample's result comes from its score sheets and its survey: whoever runs the commands gets the records."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from generator.cli import main
from generator.model import Selection
from generator.reading import read
from generator.store import Store
from generator.tally.counting import count
from tests.support.product import ROOT
from tests.support.recount import recounted
from tools import sample_scores

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

YEAR = "winners/2566"
SHEETS = ROOT / "examples" / "scores-2566"


def _project(folder: Path) -> Path:
    """Return a copy of the sample's records."""
    shutil.copytree(ROOT / "winners", folder / "winners")
    return folder


def test_the_score_sheets_in_the_repository_come_to_the_records(tmp_path: Path) -> None:
    """One command each: sheets to scores, scores to the result, and every byte is that of the repository."""
    project = _project(tmp_path)
    kept = {name: (project / YEAR / name).read_bytes() for name in ("scores.yaml", "tally.yaml", "winners.yaml")}
    sheets = sorted(SHEETS.glob("*.xlsx"))
    assert len(sheets) == 7
    (project / YEAR / "tally.yaml").unlink()
    text = kept["scores.yaml"].decode()
    marks = ("sheets:", "  - id:", "    member:")
    issued = "".join(line for line in text.splitlines(keepends=True) if line.startswith(marks))
    (project / YEAR / "scores.yaml").write_text(issued, encoding="utf-8")
    winners = kept["winners.yaml"].decode()
    untold = "".join(
        f"{line[: line.index('total:')]}scores: {{mind: 90, speed: 90, fairness: 90, manner: 90}}\n"
        if line.startswith("    total:")
        else line
        for line in winners.splitlines(keepends=True)
    )
    (project / YEAR / "winners.yaml").write_text(untold, encoding="utf-8")
    run = ["--project", str(project)]
    assert main([*run, "import", "scores", *map(str, sheets), "--yes"]) == 0
    assert main([*run, "tally", "--yes"]) == 0
    made = {name: (project / YEAR / name).read_bytes() for name in kept}
    assert made["scores.yaml"] == kept["scores.yaml"]
    assert _without_day(made["tally.yaml"]) == _without_day(kept["tally.yaml"])
    assert sorted(made["winners.yaml"].split(b"\n")) == sorted(kept["winners.yaml"].split(b"\n"))


def _without_day(text: bytes) -> list[bytes]:
    return [line for line in text.split(b"\n") if not line.startswith(b"at:")]


def test_a_stranger_gets_the_samples_result(tmp_path: Path) -> None:
    """An independent recount of the kept facts comes to the same places."""
    records = read(_project(tmp_path), Store(tmp_path / "store"))
    award_round = records.rounds[0]
    selection = award_round.selection
    assert isinstance(selection, Selection)
    found = count(award_round.programme, selection)
    again = recounted(award_round.programme, selection)
    assert {line.nominee.id: (line.printed, line.place, line.chosen, line.out) for line in found.lines} == again
    assert {line.nominee.id for line in found.chosen} == {winner.id for winner in award_round.winners}


def test_the_sheets_are_those_that_the_tool_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who changes a nominee writes the sheets again; the same figures make the same bytes."""
    monkeypatch.setattr(sample_scores, "FOLDER", tmp_path / "scores")
    sample_scores.main()
    for file in sorted(SHEETS.glob("*.xlsx")):
        assert (tmp_path / "scores" / file.name).read_bytes() == file.read_bytes(), file.name


def test_other_answers_after_a_result_ask_for_another_count(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The figures are kept, the result says that it does not follow from them, and a count with its reason mends it."""
    project = _project(tmp_path)
    export = (ROOT / "examples" / "replies-2566.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    fewer = tmp_path / "fewer.csv"
    fewer.write_text("".join(line for line in export if "น.ส.ฐิติญา" not in line), encoding="utf-8")
    run = ["--project", str(project)]
    assert main([*run, "import", "survey", str(fewer), "--yes", "--take"]) == 1
    assert "tonbaep tally --reason" in capsys.readouterr().out
    assert main([*run, "check"]) == 1
    assert "ความพึงพอใจของ thitiya" in capsys.readouterr().err
    assert main([*run, "tally", "--yes", "--reason", "นับแบบประเมินใหม่"]) == 0
    assert main([*run, "check"]) == 0
