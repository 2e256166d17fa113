"""What changed is said in words, old and new: to whoever has sheets with it, and of nobody who may not be named."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from generator.amending import pack
from generator.building import plan
from generator.building.listing import of_job
from generator.dispatch import changes, helpers, packs
from generator.ledger import choice, releases
from generator.model import Suppression
from generator.pieces import FIRST
from generator.thai.dates import parse_moment
from tests.support import product

if TYPE_CHECKING:
    from pathlib import Path

    from generator.ledger.releases import Changes, Release
    from generator.model import Records, Winner

MOMENT = parse_moment(product.AFTER)


def _release(records: Records) -> Release:
    """Return what a build would hand out; the digest of a sheet follows from what it shows."""
    jobs = plan.plan(FIRST, records, MOMENT, sealed=False)
    entries = (of_job(job, f"build/{job.path}", json.dumps(job.sheet.view).encode()) for job in jobs)
    return releases.release_of(records, entries)


def _with(records: Records, first: Winner, **of_round: Any) -> Records:
    newest, *others = records.rounds
    return replace(records, rounds=(replace(newest, winners=(first, *newest.winners[1:]), **of_round), *others))


def _moved(records: Records) -> Records:
    newest = records.rounds[0]
    ceremony = newest.programme.ceremony
    assert ceremony
    programme = replace(newest.programme, ceremony=replace(ceremony, place="ศาลาประชาคม"))
    return replace(records, rounds=(replace(newest, programme=programme), *records.rounds[1:]))


@pytest.fixture(scope="module")
def before(records: Records) -> Release:
    """Return the sample as it was handed out."""
    return _release(records)


@pytest.fixture(scope="module")
def renamed(records: Records) -> Records:
    """Return the sample with a surname that is written otherwise."""
    first = records.rounds[0].winners[0]
    return _with(records, replace(first, name=replace(first.name, last="ธาราวัฒน์")))


@pytest.fixture(scope="module")
def found(records: Records, before: Release, renamed: Records) -> Changes:
    """Return what has to be done about it."""
    assert records != renamed
    return releases.compare(renamed, [before], _release(renamed))


def test_a_name_is_corrected_by_its_old_and_its_new_form(records: Records, found: Changes) -> None:
    """Seventy files differ; whoever phones ten village heads wants to say what was wrong."""
    old = records.rounds[0].winners[0].name
    (fix,) = found.fixes
    assert fix.words == f"ชื่อ: {old.full} → {old.title}{old.first} ธาราวัฒน์"
    assert found.changed


def test_each_letter_says_it_and_lists_one_sheet_a_line(renamed: Records, found: Changes) -> None:
    """By what the helper does with it; who has nothing that changed learns of nothing."""
    (told,) = changes.rounds(renamed, found)
    for helper in helpers.HELPERS:
        lines = changes.letter(told, helper.carries, helper.anew)
        if not any(helper.carries(now) and now.use and now.use.helper != "web" for _, now in found.changed):
            assert not lines
            continue
        assert lines[0] == changes.FIXED
        assert any("→" in line for line in lines)
        assert helper.anew in lines
        assert all(line.count("(") == line.count(")") for line in lines)
        assert all(line.count(",") < 2 for line in lines)


def test_a_plan_is_no_post_to_be_edited(renamed: Records, found: Changes) -> None:
    """It stood among the posts that are to be corrected where they were published."""
    (told,) = changes.rounds(renamed, found)
    (social,) = (helper for helper in helpers.HELPERS if helper.name == "social")
    plan = next(now for _, now in found.changed if now.piece == "post_plan")
    lines = changes.letter(told, social.carries, social.anew)
    at = max(n for n, line in enumerate(lines) if plan.called in line)
    heading = next(line for line in reversed(lines[:at]) if line in {social.anew, changes.CHANGED})
    assert heading == changes.CHANGED


def test_a_letter_to_a_village_is_about_its_own_scripts(renamed: Records, found: Changes) -> None:
    """Ten villages' files are nothing to an announcer."""
    (told,) = changes.rounds(renamed, found)
    (second,) = (pack for pack in packs.packs_of([now for _, now in found.changed]) if pack.moo == 2)
    lines = changes.letter(told, second.has, second.helper.anew)
    assert any("หมู่ที่ 2" in line for line in lines)
    assert not any(f"หมู่ที่ {other}" in line for other in (1, 3, 5) for line in lines)


def test_the_errata_says_it_and_shows_no_digest(renamed: Records, found: Changes) -> None:
    """Eight hexadecimal digits tell nobody what to look for."""
    (told,) = changes.rounds(renamed, found)
    (sheet,) = changes.ERRATA.lay_out(told)
    said = json.dumps(sheet.view, ensure_ascii=False)
    assert sheet.view["fixes"][0]["words"][0].startswith("ชื่อ: ")
    assert not any(now.sha256[:8] in said for _, now in found.changed)


def test_a_place_that_moved_is_told_to_everybody_with_a_changed_sheet(records: Records, before: Release) -> None:
    """It stands on sheets of nobody in particular."""
    moved = _moved(records)
    found = releases.compare(moved, [before], _release(moved))
    (fix,) = found.fixes
    assert fix.key == "2566"
    assert fix.words == "สถานที่พิธี: ห้องประชุมสภา อบต.ควนเมา → ศาลาประชาคม"


def test_a_text_is_told_by_its_new_words_and_its_old_ones_are_not_kept(records: Records, before: Release) -> None:
    """A consent may be withdrawn; what was said with it should not lie in another file."""
    first = records.rounds[0].winners[0]
    changed = _with(records, replace(first, quote="งานของเราคือฟังให้จบก่อนค่ะ"))
    (fix,) = releases.compare(changed, [before], _release(changed)).fixes
    assert "งานของเราคือฟังให้จบก่อนค่ะ" in fix.words
    kept = json.dumps(before.as_json(), ensure_ascii=False)
    assert not any(text and text in kept for text in (first.quote, first.citation, first.story))


def test_nobody_who_may_not_be_named_is_in_a_correction(records: Records, before: Release) -> None:
    """Renamed and hidden at once: the take-down list has the initials, and nothing else says who it was."""
    first = records.rounds[0].winners[0]
    name = replace(first.name, last="ธาราวัฒน์")
    hidden = _with(records, replace(first, name=name, suppressed=Suppression("เหตุผล", date(2023, 5, 8))))
    found = releases.compare(hidden, [before], _release(hidden))
    assert found.take_downs
    assert not found.fixes


def test_before_a_result_nothing_of_it_is_kept(records: Records) -> None:
    """The list of what was handed out lies among the records, and many people open them."""
    early = plan.plan(FIRST, records, parse_moment(product.BEFORE), sealed=False)
    entries = (of_job(job, f"build/{job.path}", b"") for job in early)
    kept = releases.release_of(records, entries)
    assert set(kept.facts) == {"", "2566"}
    assert not {"ความพึงพอใจ", "เรื่องร้องเรียน"} & set(kept.facts["2566"])


def test_the_first_pack_of_a_round_adds_to_nothing(records: Records, before: Release) -> None:
    """Nobody has a sheet of that year yet, so there is nothing to correct; the errata listed all of them as new."""
    last_year = replace(before, files={path: replace(each, year=2565) for path, each in before.files.items()})
    fresh = {f"{path}-2566": each for path, each in before.files.items()}
    assert not releases.compare(records, [last_year], replace(before, files=last_year.files | fresh))


def test_what_served_a_ceremony_is_not_printed_again_after_it(
    renamed: Records, found: Changes, before: Release
) -> None:
    """A surname is mended in May; the backdrop and the badges of April are in the store-room."""
    serving = {"backdrop", "name_badge", "name_card", "run_of_show", "sign_list"}
    assert serving <= {now.piece for _, now in found.changed}
    after = releases.compare(renamed, [before], _release(renamed), choice.Passed(held=frozenset({2566})))
    assert {now.piece for _, now in found.changed} - {now.piece for _, now in after.changed} >= serving
    assert "certificate" in {now.piece for _, now in after.changed}


def test_what_came_back_is_not_asked_for_again(records: Records, before: Release, tmp_path: Path) -> None:
    """A list that asks again for what was torn up is a list that nobody reads."""
    first = records.rounds[0].winners[0]
    gone = _with(records, replace(first, suppressed=Suppression("เหตุผล", date(2023, 5, 8))))
    (tmp_path / "winners").mkdir()
    pack.keep(tmp_path, (), before)
    (known,), _ = releases.read(tmp_path)
    assert known == before
    assert releases.take_downs(gone, [known])
    pack.note_collected(tmp_path, gone, [known], {f"2566/{first.id}"})
    (again,), warnings = releases.read(tmp_path)
    assert not warnings
    assert not releases.take_downs(gone, [again])
    other = replace(gone, rounds=(replace(gone.rounds[0], winners=gone.rounds[0].winners[:1]), *gone.rounds[1:]))
    assert releases.take_downs(other, [again]), "what of others is out is asked for as before"


def test_photos_that_came_back_are_not_names_that_came_back(records: Records, before: Release, tmp_path: Path) -> None:
    """Whoever took back a photo may later ask not to be named: the sheets with the name alone still hang."""
    first = records.rounds[0].winners[0]
    assert first.photo
    assert first.photo.consent
    key = f"2566/{first.id}"
    day = date(2023, 5, 8)
    photo = replace(first.photo, consent=replace(first.photo.consent, withdrawn=day))
    withdrawn = _with(records, replace(first, photo=photo))
    gone = _with(records, replace(first, photo=photo, suppressed=Suppression("เหตุผล", day)))
    (tmp_path / "winners").mkdir()
    pack.keep(tmp_path, (), before)
    pack.keep(tmp_path, releases.read(tmp_path)[0], _release(withdrawn))
    pack.note_collected(tmp_path, withdrawn, releases.read(tmp_path)[0], {key})
    again, _ = releases.read(tmp_path)
    assert not releases.take_downs(withdrawn, again)
    (asked,) = releases.take_downs(gone, again)
    named = {path for path, entry in again[0].files.items() if key in entry.people}
    assert {entry.path for entry in asked.files} == named
    pack.note_collected(tmp_path, gone, again, {key})
    assert not releases.take_downs(gone, releases.read(tmp_path)[0])


def test_who_has_another_id_is_the_same_person(records: Records, before: Release) -> None:
    """Nothing that shows them is to come down, and under the new id it comes down as it did under the old one."""
    first = records.rounds[0].winners[0]
    anew = replace(first, id="anew", formerly=(first.id,))
    assert releases.take_downs(_with(records, replace(first, id="anew")), [before])
    assert not releases.take_downs(_with(records, anew), [before])
    assert not releases.compare(_with(records, anew), [before], _release(_with(records, anew))).take_downs
    gone = replace(anew, suppressed=Suppression("เหตุผล", date(2023, 5, 8)))
    (asked,) = releases.take_downs(_with(records, gone), [before])
    assert asked.key == "2566/anew"
    assert {entry.path for entry in asked.files} == {
        path
        for path, entry in before.files.items()
        if f"2566/{first.id}" in entry.people or path.endswith("/count.csv")  # a row of it is this person's
    }


def test_a_post_is_named_once_in_however_many_pictures(records: Records, before: Release) -> None:
    """Whoever deletes it looks for a post, not for four sizes of it."""
    first = records.rounds[0].winners[0]
    gone = _with(records, replace(first, suppressed=Suppression("เหตุผล", date(2023, 5, 8))))
    (told,) = changes.rounds(gone, releases.Changes(releases.take_downs(gone, [before])))
    social = dict(changes.errands(told))["ผู้ดูแลเฟซบุ๊กและไลน์"]
    named = social.partition(": ")[2].split(", ")
    assert len(named) == len(set(named))
    assert named.count("ประกาศผล") == 1
    assert not any("การ์ด" in post for post in named)
    assert first.name.last not in social
