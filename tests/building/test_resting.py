"""A round that a newer one has followed makes only what citizens and auditors still need."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from generator.building import plan
from generator.building.listing import of_job
from generator.building.order import Order
from generator.disclosure import ahead_of, public_round, publish, resting, turns
from generator.disclosure.stages import midnight, stage_of
from generator.era import BANGKOK
from generator.ledger import choice, releases, signatures
from generator.ledger.layouts import Rest
from generator.model import Signed
from generator.piece import Each
from generator.pieces import FIRST, PIECES, SECOND
from generator.reading import read
from generator.reading.signed import digest_of
from generator.store import FILE, Store
from generator.thai.dates import parse_moment
from tests.support import decades, product

if TYPE_CHECKING:
    from pathlib import Path

    from generator.disclosure import Publication
    from generator.model import Records
    from generator.piece import Entry

NOW = parse_moment(decades.MOMENT)
OLD, NEW = 2565, 2566
SURVEY_OPENS = datetime(2023, 3, 1, tzinfo=BANGKOK)
"""That of the newer round."""


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Records:
    """Return the records of an office with two rounds, a year apart."""
    folder = tmp_path_factory.mktemp("two")
    return read(decades.office(folder, 2), Store(folder / "photos"))


def _made(records: Records, moment: datetime = NOW, year: int | None = None) -> list[Entry]:
    """Return the entries of `build/` of both waves; nothing is pressed."""
    asleep = Rest(Order(moment, year=year).resting(records))
    now = list(plan.plan(FIRST, records, moment, sealed=False, rest=asleep))
    jobs = [*now, *plan.plan_coming(FIRST, records, moment, now, asleep)]
    first = [of_job(job, f"build/{job.path}", job.path.encode()) for job in jobs]
    second = plan.plan_second(SECOND, records, moment, tuple(first), lambda entry: entry.path.encode(), asleep)
    return [*first, *(of_job(job, f"build/{job.path}", job.path.encode()) for job in second)]


def test_a_round_rests_from_the_day_on_which_citizens_are_asked_about_the_next(two: Records) -> None:
    """Until then its survey may still be on posters that hang; and the moment is one at which a build is made anew."""
    assert resting(two, SURVEY_OPENS - timedelta(seconds=1)) == frozenset()
    assert resting(two, SURVEY_OPENS) == {OLD}
    assert SURVEY_OPENS in turns(two)


def test_a_round_does_not_rest_while_it_is_under_way_nor_without_a_newer_one(two: Records) -> None:
    """A late result or a year without a next round keeps everything."""
    old = two.rounds[1]
    late = replace(old, winners=())
    assert stage_of(late, NOW) == "judging"
    assert resting(replace(two, rounds=(two.rounds[0], late)), NOW) == frozenset()
    assert resting(replace(two, rounds=(old,)), NOW) == frozenset()
    assert all(
        resting(two, midnight(old.programme.result_at.date()) + timedelta(days=day)) == frozenset()
        for day in range(300)
    )


def test_of_a_round_that_rests_only_what_lasts_is_made(two: Records) -> None:
    """Result poster, newsletter, summary and open data; pages of the site are made in any case."""
    made = {entry.piece for entry in _made(two) if entry.year == OLD}
    assert made == {"poster", "newsletter", "summary", "open_data"}
    alone = {entry.path for entry in _made(replace(two, rounds=two.rounds[:1])) if entry.year == NEW}
    assert alone == {entry.path for entry in _made(two) if entry.year == NEW}
    offered = plan.plan_downloads(FIRST, publish(two, NOW, "site"), Rest(resting(two, NOW)))
    assert {job.piece.name for job in offered if job.sheet.year == OLD} == made
    (hung,) = (entry for entry in _made(two) if (entry.year, entry.piece) == (OLD, "poster"))
    assert hung.path == f"build/print/{OLD}/poster-a4.pdf", "one paper is enough to look it up, and prints larger too"
    pages = {job.sheet.year for job in plan.plan_pages(FIRST, publish(two, NOW, "site"))}
    assert pages >= {OLD, NEW}
    shared = [job.sheet for job in plan.plan_cards(FIRST, publish(two, NOW, "link"), Rest(resting(two, NOW)))]
    assert [sheet.shared_by for sheet in shared if sheet.year == OLD] == [f"{OLD}/index"], "one picture for all links"


def test_a_round_that_rests_is_laid_out_for_what_lasts_alone(two: Records) -> None:
    """Eight posters of each of thirty years were laid out, and seven thrown away.

    What is laid out instead is a sheet of the whole design, to the letter.
    """
    shown = publish(two, NOW, "print")
    for piece in (each for each in FIRST if each.at_rest):
        whole = {sheet.path: sheet for sheet in piece.lay_out(shown)}
        kept = list(piece.at_rest(shown) if piece.at_rest else ())
        assert kept
        assert all(sheet == whole[sheet.path] for sheet in kept)
        assert {sheet.path for sheet in kept} == {path for path in whole if piece.lasts_as(whole[path].way)}
    assert {piece.name for piece in FIRST if piece.at_rest} == {piece.name for piece in FIRST if piece.lasting_way}


def test_nothing_is_known_of_a_round_that_rests_where_nothing_of_it_is_made(two: Records) -> None:
    """Its people, figures and stages were worked out eight times in a build, of which five are needed."""
    asked: list[frozenset[int]] = []

    def known(*args: Any, without: frozenset[int], **named: Any) -> Publication:
        asked.append(without)
        return publish(*args, without=without, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.disclosure.publish", known)
        papers = list(plan.plan(FIRST, two, NOW, sealed=False, rest=Rest(frozenset({OLD}))))
    assert {job.sheet.year for job in papers} >= {OLD, NEW}
    assert {*asked} == {frozenset(), frozenset({OLD})}
    assert [each.year for each in publish(two, NOW, "social", without=frozenset({OLD})).rounds] == [NEW]


def test_after_the_moment_nothing_is_sealed(two: Records) -> None:
    """Nor a file of the office's own figures, of no round at all: who looks for sheets to print early is told so."""
    jobs = list(plan.plan(FIRST, two, NOW, sealed=True, rest=Rest(resting(two, NOW))))
    assert not [job.path for job in jobs if job.sealed]


def test_what_is_laid_out_otherwise_at_rest_is_laid_out_a_round_at_a_time() -> None:
    """A layout of all rounds at once would pass over the other one."""
    assert all(isinstance(piece.lay_out, Each) for piece in PIECES if piece.at_rest)


def test_faces_of_a_round_that_rests_are_pictured_once(two: Records) -> None:
    """Its pages are looked up, not looked at: half of the pictures of ten years were of nobody's screen."""
    old, new = (
        {
            (each.digest, each.format, each.width)
            for job in plan.plan_pages(FIRST, publish(two, NOW, "site"))
            if job.sheet.year == year
            for each in job.sheet.renditions
            if each.whose
        }
        for year in (OLD, NEW)
    )
    cut = {digest for digest, form, _ in old if form == "cut-webp"}
    assert cut
    assert all(sum(digest == each for each, *_ in old) == 3 for digest in cut)
    assert max(sum(digest == each for each, *_ in new) for digest, *_ in new) == 5


def test_a_round_that_nobody_is_told_of_yet_does_not_lead_the_first_page(two: Records) -> None:
    """Its records are made months before; until its criteria are announced the year before is the news."""
    for day, lead in ((datetime(2023, 1, 15, tzinfo=BANGKOK), OLD), (NOW, NEW)):
        (home,) = (job for job in plan.plan_pages(FIRST, publish(two, day, "site")) if job.piece.name == "home")
        assert home.sheet.view["newest"] == lead


def test_everything_comes_back_for_a_year_that_is_asked_for(two: Records) -> None:
    """As many sheets as before it rested, and those of no other year."""
    awake = {entry.path for entry in _made(two, SURVEY_OPENS - timedelta(days=1)) if entry.year == OLD}
    asked = {entry.path for entry in _made(two, year=OLD) if entry.year == OLD}
    assert len(asked) > 200
    assert asked >= {path for path in awake if "certificate" in path or "winner-" in path}


def test_nothing_is_prepared_for_the_days_of_a_round_that_rests(two: Records) -> None:
    """The end of its survey, long after its publicity, is nothing to print for."""
    closes = two.rounds[1].programme.survey.closes
    moment = midnight(closes) - timedelta(days=2)
    old = replace(two.rounds[1], programme=replace(two.rounds[1].programme, year=OLD))
    newer = replace(two.rounds[0].programme, survey=replace(two.rounds[0].programme.survey, opens=moment.date()))
    records = replace(two, rounds=(replace(two.rounds[0], programme=newer), old))
    assert resting(records, moment) == {OLD}
    assert not [entry for entry in _made(records, moment) if entry.usable_from and entry.year == OLD]


def test_what_hangs_of_a_round_that_rests_need_not_come_down(two: Records) -> None:
    """The list of changes would name two hundred sheets of which none is wrong."""
    before = releases.release_of(two, _made(two, SURVEY_OPENS - timedelta(days=1)))
    now = releases.release_of(two, _made(two))
    assert len([path for path in before.files if path not in now.files and str(OLD) in path]) > 100
    told = releases.compare(two, [before], now, choice.Passed(resting(two, NOW)))
    assert not [entry.path for entry in told.gone if entry.year == OLD]
    assert [entry.path for entry in releases.compare(two, [before], now).gone if entry.year == OLD]


def test_somebody_who_left_a_round_that_rests_is_still_taken_down_everywhere(two: Records) -> None:
    """A sheet that is no longer made hangs all the same."""
    before = releases.release_of(two, _made(two, SURVEY_OPENS - timedelta(days=1)))
    old = two.rounds[1]
    gone = replace(two, rounds=(two.rounds[0], replace(old, winners=old.winners[1:])))
    told = releases.compare(gone, [before], releases.release_of(gone, _made(gone)), choice.Passed(resting(gone, NOW)))
    (down,) = told.take_downs
    assert len(down.files) > 20
    assert {entry.piece for entry in down.files} > {"certificate", "winner_poster"}


def test_a_signed_round_that_rests_is_as_signed_and_a_changed_sheet_of_it_is_not(two: Records, tmp_path: Path) -> None:
    """Sheets that are no longer made are no difference; one that is made otherwise is."""
    whole = signatures.files_of(_made(two, year=OLD), OLD, NEW)
    digest = digest_of(signatures.listing(whole))
    path, text = signatures.kept_list(OLD, whole)
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_bytes(text)
    old = replace(two.rounds[1], signed=Signed(digest, None, 1, 1))
    records, years = replace(two, rounds=(two.rounds[0], old)), frozenset({OLD, NEW})
    now = _made(two)
    assert not signatures.verdicts(tmp_path, records, now, years, made={NEW})
    (told,) = signatures.verdicts(tmp_path, records, now, years, made={OLD, NEW})
    assert told.warning
    other = [replace(entry, sha256="0" * 64) if entry.path.endswith("2565/poster-a4.pdf") else entry for entry in now]
    (told,) = signatures.verdicts(tmp_path, records, other, years, made={NEW})
    assert told.differing == ("build/print/2565/poster-a4.pdf",)


def test_the_office_is_told_which_rounds_rest(two: Records) -> None:
    """With the end of every build, also of one that found nothing to do."""
    new, old = (
        ahead_of(two.organisation, each, NOW, rests=each.programme.year in resting(two, NOW)) for each in two.rounds
    )
    assert (new.as_json()["rests"], old.as_json()["rests"]) == (False, True)


def test_a_round_that_rests_is_still_read_on_its_own(two: Records) -> None:
    """Leaving rounds out changes nothing about those that stay."""
    seen = publish(two, NOW, "print")
    secret: frozenset[int] = frozenset()
    assert public_round(two.organisation, two.rounds[0], NOW, "print", secret=secret) == seen.rounds[0]


@pytest.mark.usefixtures("builds")
def test_a_folder_of_a_round_that_rests_loses_only_what_was_made(tmp_path: Path) -> None:
    """What a person changed is kept aside; packs are made of the newer round; a year comes back on request."""
    project = decades.office(tmp_path, 2)
    decades.lean(project)
    before = ("--as-of", "2566-02-28 12:00")
    after = ("--as-of", decades.MOMENT)
    product.done(project, "build", *before)
    notes = project / "build/print/2565/board-plan.pdf"
    assert notes.is_file()
    notes.write_text("เขียนต่อเอง", encoding="utf-8")
    said = product.done(project, "build", *after)
    assert "ปี 2565: ทำเฉพาะ" in said
    assert not notes.exists()
    assert (project / "build/print/2565/poster-a4.pdf").is_file()
    assert [file.read_text(encoding="utf-8") for file in (project / "build/kept").rglob("*.pdf")] == ["เขียนต่อเอง"]
    again = product.done(project, "build", *after)
    assert "ไม่มีอะไรเปลี่ยน" in again
    assert "ปี 2565: ทำเฉพาะ" in again
    packs = product.done(project, "pack")
    assert "2566" in packs
    assert "2565" not in packs
    product.done(project, "build", "--year", "2565", *after)
    assert notes.is_file()
    assert "notice-board-2565" in product.done(project, "pack")


def _report(project: Path) -> tuple[list[str], list[str]]:
    """Build, and return what was done for years at rest, and all that was pressed."""
    report = product.report(project, "--as-of", decades.MOMENT)
    return report["at_rest"], report["pressed"]


@pytest.mark.usefixtures("builds")
def test_a_word_of_the_newest_year_does_nothing_to_a_year_at_rest(tmp_path: Path) -> None:
    """By the build's own report: no sheet or page of it is laid out, read or written; what was lost of it is made anew.

    A file that was taken away with what the store had of it is laid out alone, and comes back as it was.
    """
    project = decades.office(tmp_path, 2)
    decades.lean(project, site=True)
    assert _report(project)[0], "all of it is made once"
    winners = project / f"winners/{NEW}/winners.yaml"
    product.edit(winners, "คนแก่ไม่ได้ขอ", "คนชราไม่ได้ขอ")
    at_rest, pressed = _report(project)
    assert at_rest == []
    assert any(str(NEW) in path for path in pressed)
    poster = project / f"build/print/{OLD}/poster-a4.pdf"
    there = poster.read_bytes()
    for file in (poster, project / f"site/files/{OLD}/poster-a4.pdf"):
        file.unlink()
    with closing(sqlite3.connect(project / ".tonbaep/cache/sheets" / FILE)) as kept, kept:
        kept.execute("delete from kept where value = ?", (there,))
    product.edit(winners, "คนชราไม่ได้ขอ", "คนแก่ไม่ได้ขอ")
    at_rest, pressed = _report(project)
    assert at_rest == [f"print/{OLD}/poster-a4.pdf"]
    assert [path for path in pressed if str(OLD) in path and path.endswith(".pdf")] == [f"files/{OLD}/poster-a4.pdf"]
    assert poster.read_bytes() == there == (project / f"site/files/{OLD}/poster-a4.pdf").read_bytes()
    product.edit(project / f"winners/{OLD}/winners.yaml", "คนแก่ไม่ได้ขอ", "คนชราไม่ได้ขอ")
    at_rest, _ = _report(project)
    assert f"{OLD}/index.md" in at_rest
    assert "index.md" not in at_rest
