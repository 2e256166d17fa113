"""The recount workbook in LibreOffice, which is what many offices open it with: as opened, and recalculated."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from generator.papers.recount import workbook
from generator.press.live import LIVE
from tests.support import spreadsheet
from tests.support.hard_rounds import hard_rounds
from tests.support.machine import need

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Programme, Selection

ROUNDS = 20
FRAME = {"title": "นับคะแนน", "timestamp": 1_682_000_000, "colours": {"primary": "#0b5d4e", "accent": "#a8431f"}}
SETTING = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">'
    "<value>{mode}</value></prop></item></oor:items>"
)
ALWAYS, NEVER = 0, 1


def _rounds() -> list[tuple[Programme, Selection]]:
    """Return rounds with three or more nominees, always the same."""
    found: list[tuple[Programme, Selection]] = []

    @seed(23)
    @settings(max_examples=150, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(hard_rounds())
    def collect(made: tuple[Programme, Selection]) -> None:
        if len(made[1].nominees) > 2 and len(found) < ROUNDS:
            found.append(made)

    collect()
    return found


def _opened(files: list[Path], folder: Path, mode: int) -> list[Path]:
    """Return what LibreOffice saves of workbooks that it opened."""
    profile = folder / f"profile-{mode}"
    (profile / "user").mkdir(parents=True)
    (profile / "user/registrymodifications.xcu").write_text(SETTING.format(mode=mode), encoding="utf-8")
    out = folder / f"opened-{mode}"
    command = (f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "xlsx", "--outdir", str(out))
    subprocess.run((need("soffice"), *command, *map(str, files)), check=True, capture_output=True, timeout=500)
    return [out / file.name for file in files]


def _differing(file: Path, sheets: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """Return the cells with a formula that show something else than we said."""
    book = openpyxl.load_workbook(file, data_only=True)
    wrong: list[tuple[Any, ...]] = []
    for sheet in sheets:
        page = book[sheet["tab"]]
        for line, cells in enumerate(sheet["lines"], 1):
            for place, cell in enumerate(cells, 1):
                if isinstance(cell, dict) and "formula" in cell:
                    came = page.cell(line, place).value
                    told = spreadsheet.Reckoned(sheet["tab"], line, place, cell["value"], came)
                    wrong += [] if told.agrees else [told]
    return wrong


@pytest.mark.parametrize("mode", [NEVER, ALWAYS])
def test_libreoffice_shows_the_same_as_opened_and_recalculated(mode: int, tmp_path: Path) -> None:
    """Without a recalculation the values beside the formulas are shown; with one, nothing that was there is used."""
    made = [workbook.sheets(*each, "นับคะแนน") for each in _rounds()]
    assert len(made) == ROUNDS
    files = []
    for number, sheets in enumerate(made):
        file = tmp_path / f"round-{number}.xlsx"
        shown = spreadsheet.blank(sheets) if mode == ALWAYS else sheets
        file.write_bytes(LIVE.press("", {**FRAME, "sheets": shown}, tmp_path))
        files.append(file)
    opened = _opened(files, tmp_path, mode)
    assert [wrong for file, sheets in zip(opened, made, strict=True) for wrong in _differing(file, sheets)][:5] == []
