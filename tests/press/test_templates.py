"""Text templates: what saves time may vanish at any moment and stops nothing."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from generator.press import templates

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_folder_of_compiled_templates_that_is_deleted_stops_no_sheet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody tidies the workshop away while the preview runs, which builds again at the next change."""
    monkeypatch.setattr(templates, "FOLDERS", (tmp_path / "templates",))
    templates.FOLDERS[0].mkdir()
    for name in ("one", "other"):
        (templates.FOLDERS[0] / f"{name}.txt.j2").write_text(f"{name} {{{{ view.word }}}}", encoding="utf-8")
    compiled = tmp_path / "compiled"
    compiled.mkdir()
    monkeypatch.setattr("generator.press.templates._Compiled.folder", compiled)
    assert templates.fill("one.txt.j2", {"word": "ก"}, escape=False) == "one ก"
    assert list(compiled.glob("*.jinja"))
    shutil.rmtree(compiled)
    assert templates.fill("other.txt.j2", {"word": "ก"}, escape=False) == "other ก"
