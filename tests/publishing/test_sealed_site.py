"""What is sealed is the very site that a build makes at the moment: no page says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.amending import withdraw
from generator.cli import main
from generator.cli.sealing import coming, made_for
from generator.cli.terminal import Terminal
from generator.disk.swap import Workshop
from generator.reading import read
from generator.store import Store
from generator.thai.dates import moment_text
from tests.support.small import Small

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Records


def _records(workshop: Workshop) -> Records:
    return read(workshop.project, Store(workshop.photos, workshop.own))


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_sealed_site_is_the_site_of_its_moment_to_the_byte(tmp_path: Path) -> None:
    """A band over each page that it may not be published would stand there at nine o'clock, for everybody."""
    small = Small(tmp_path)
    workshop = Workshop(small.project)
    with workshop.locked(lambda: None):
        records = _records(workshop)
        result_at = records.rounds[0].programme.result_at
        moment = coming(records, result_at.replace(year=result_at.year - 1))
        assert moment == result_at
        aside = made_for(workshop, records, moment, Terminal("th", as_json=True))
    sealed = _files(aside.outputs / "site")
    assert main(["build", "--project", str(small.project), "--as-of", moment_text(moment)]) in {0, 1}
    plain = _files(small.project / "site")
    assert sealed.keys() == plain.keys()
    assert [name for name in plain if plain[name] != sealed[name]] == []
    assert not any("ดูล่วงหน้า".encode() in value for name, value in sealed.items() if name.endswith(".html"))


def test_a_withdrawal_takes_the_sealed_site_away(tmp_path: Path) -> None:
    """What lies ready in the workshop would show the person, and the next sealing would send it."""
    small = Small(tmp_path)
    workshop = Workshop(small.project)
    with workshop.locked(lambda: None):
        records = _records(workshop)
        aside = made_for(workshop, records, records.rounds[0].programme.result_at, Terminal("th", as_json=True))
        assert (aside.outputs / "site").is_dir()
        (chosen,) = withdraw.people(records, records.rounds[0].winners[0].id)
        withdraw.withdraw(workshop, records, chosen, records.rounds[0].programme.result_at.date(), "")
    assert not (aside.outputs / "site").exists()
    assert not (aside.outputs / "build").exists()
