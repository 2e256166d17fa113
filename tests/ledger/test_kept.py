"""What people went on writing in finished files: kept aside, named, and told of while it shows somebody hidden."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.disk import keeping
from generator.disk.swap import Workshop
from generator.ledger import kept
from generator.model import Suppression
from generator.piece import Entry
from generator.problems import ProblemsFound

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Records

DOCX, PAGE, PLAN = "build/social/2566/result.docx", "site/index.html", "build/loudspeaker/2566/plan.xlsx"
OLD = {DOCX: b"release", PAGE: b"page", PLAN: b"log"}
OF = "2566/thitiya"


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """Return the workshop of a project that was built, and built anew beside that; nobody touched a file yet."""
    workshop = Workshop(tmp_path)
    workshop.folder.mkdir()
    for path, value in OLD.items():
        keeping.write(tmp_path / path, value)
        keeping.write(workshop.fresh / path, value + b" anew")
    return workshop


def _entries(*people: str) -> list[Entry]:
    return [
        Entry(path, "p", path, "public", hashlib.sha256(value).hexdigest(), 1, people=people, year=2566)
        for path, value in OLD.items()
    ]


def _theirs(workshop: Workshop, *names: str, owned: dict[str, bool] | None = None) -> dict[str, str]:
    entries = kept.theirs(workshop, names or ("build", "site"), _entries(OF), owned or {})
    return {entry.path: (workshop.fresh / entry.path).read_text(encoding="utf-8") for entry in entries}


def test_what_nobody_touched_is_not_kept(workshop: Workshop) -> None:
    """Otherwise every build would double the folder."""
    assert _theirs(workshop) == {}
    assert not (workshop.fresh / kept.FOLDER).exists()


def test_what_somebody_went_on_writing_is_kept_with_its_words(workshop: Workshop) -> None:
    """Half a morning's work on a press release."""
    for path in OLD:
        (workshop.project / path).write_bytes(b"changed")
    found = _theirs(workshop)
    assert found == dict.fromkeys(
        ("build/kept/social/2566/result.docx", "build/kept/site/index.html", "build/kept/loudspeaker/2566/plan.xlsx"),
        "changed",
    )
    assert {path: (workshop.fresh / path).read_bytes() for path in OLD} == {p: v + b" anew" for p, v in OLD.items()}


def test_what_is_no_longer_made_is_kept_too_if_it_was_changed(workshop: Workshop) -> None:
    """A round that vanishes takes nobody's work with it."""
    (workshop.project / DOCX).write_bytes(b"changed")
    for path in (DOCX, PLAN):
        (workshop.fresh / path).unlink()
    assert list(_theirs(workshop)) == ["build/kept/social/2566/result.docx"]


def test_a_part_of_a_build_leaves_what_it_does_not_make_where_it_is(workshop: Workshop) -> None:
    """The changed file goes along under its own name, and the site is not even looked at."""
    for path in (DOCX, PAGE):
        (workshop.project / path).write_bytes(b"changed")
    (workshop.fresh / DOCX).unlink()
    keeping.link(workshop.project / DOCX, workshop.fresh / DOCX)
    assert _theirs(workshop, "build") == {}
    assert (workshop.fresh / DOCX).read_bytes() == b"changed"


def test_a_link_in_a_files_place_is_kept_as_what_it_shows(workshop: Workshop) -> None:
    """From another folder it would lead nowhere."""
    (workshop.project / "real.docx").write_bytes(b"real")
    (workshop.project / DOCX).unlink()
    (workshop.project / DOCX).symlink_to("../../../real.docx")
    assert _theirs(workshop) == {"build/kept/social/2566/result.docx": "real"}


def test_without_its_list_what_the_last_build_noted_still_tells_what_was_changed(workshop: Workshop) -> None:
    """The list and the note of times are two witnesses."""
    (workshop.project / DOCX).write_bytes(b"changed")
    entries = kept.theirs(workshop, ("build", "site"), [], {DOCX: False, PAGE: True, PLAN: True})
    assert [entry.path for entry in entries] == ["build/kept/social/2566/result.docx"]


def test_where_nobody_knows_whose_a_file_is_it_is_kept_if_the_list_was_lost_and_refused_otherwise(
    workshop: Workshop,
) -> None:
    """A damaged list must not end every later build; a first build must not take over somebody's homepage."""
    with pytest.raises(ProblemsFound, match=PAGE):
        kept.theirs(workshop, ("build", "site"), [], {})
    (workshop.project / "build/manifest.json").write_bytes(b"[")
    workshop.own.read(workshop.project / "build/manifest.json", {}, dict)
    entries = kept.theirs(workshop, ("build", "site"), [], {})
    assert {entry.look for entry in entries} == set(OLD)


def test_a_kept_file_is_told_of_for_as_long_as_it_shows_somebody_who_may_not_be_shown(
    workshop: Workshop, records: Records
) -> None:
    """A withdrawal reaches what the program no longer writes."""
    path = "build/kept/social/2566/result.docx"
    keeping.write(workshop.project / path, b"changed")
    kept.remember(workshop, [replace(_entries(OF)[0], path=path)])
    assert list(kept.warnings(workshop, records, [])) == []
    (award_round,) = records.rounds
    hidden = tuple(
        replace(winner, suppressed=Suppression("x", award_round.programme.result_at.date()))
        if winner.id == "thitiya"
        else winner
        for winner in award_round.winners
    )
    without = replace(records, rounds=(replace(award_round, winners=hidden),))
    for _ in range(2):
        assert [problem.file for problem in kept.warnings(workshop, without, [])] == [path]
        kept.remember(workshop, [])
    (workshop.project / path).unlink()
    assert list(kept.warnings(workshop, without, [])) == []


def test_many_kept_files_are_counted(workshop: Workshop, records: Records) -> None:
    """Three hundred lines of warnings hide the one that matters."""
    entries = [
        replace(entry, path=f"build/kept/{n}", look=f"build/{n}") for n in range(300) for entry in _entries()[:1]
    ]
    told = list(kept.warnings(workshop, records, entries))
    assert len(told) < 12
    assert "292" in told[-1].message.th


def test_the_list_itself_is_nobodys_work(workshop: Workshop) -> None:
    """A build that was killed after its folders stood, and before its note did, leaves a list that looks changed."""
    keeping.write(workshop.project / "build/manifest.json", b"{}")
    keeping.write(workshop.fresh / "build/manifest.json", b"{} ")
    assert _theirs(workshop, owned={"build/manifest.json": False, **dict.fromkeys(OLD, False)}) == {}
