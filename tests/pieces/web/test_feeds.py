"""Feeds and calendars, read as a reader's programs read them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, get_args
from urllib.parse import urlsplit

import feedparser
import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disclosure import Publication, Stage, turning_points
from generator.era import BANGKOK
from generator.model import Ceremony, Presider
from generator.pieces.web import feed, news, robots, schedule
from generator.press.calendar import folded
from tests.support.publications import BESIDE, before_the_result, make_publication
from tests.support.rounds import make_organisation, make_programme, make_round, make_winner

if TYPE_CHECKING:
    from pathlib import Path

    from generator.disclosure import PublicRound
    from generator.piece import Piece

COMING = ("preparing", "criteria", "nominations", "survey", "judging")
HOSTILE = '</title><script>alert(1)</script>&]]>"\\n;,'


def _at(stage: Stage) -> PublicRound:
    return before_the_result(stage) if stage in COMING else make_round(stage=stage, survey_state="closed")


def _made(piece: Piece[Any], publication: Publication, folder: Path) -> dict[str, bytes]:
    return {sheet.path: piece.press.press(piece.template, sheet.view, folder) for sheet in piece.lay_out(publication)}


def _feeds(publication: Publication, folder: Path) -> tuple[Any, dict[str, Any]]:
    rss, as_json = feed.PIECES
    return (
        feedparser.parse(_made(rss, publication, folder)["feed.xml"]),
        json.loads(_made(as_json, publication, folder)["feed.json"]),
    )


@pytest.mark.parametrize("stage", get_args(Stage))
def test_both_feeds_tell_the_same_and_nothing_that_is_still_to_come(stage: Stage, tmp_path: Path) -> None:
    """A feed reader keeps what it has fetched: a name or a day that came too early cannot be called back."""
    award_round = _at(stage)
    rss, as_json = _feeds(make_publication(award_round), tmp_path)
    assert not rss.bozo
    assert rss.version == "rss20"
    assert [entry.id for entry in rss.entries] == [item["id"] for item in as_json["items"]]
    assert [entry.title for entry in rss.entries] == [item["title"] for item in as_json["items"]]
    begins = {name: moment for moment, name in turning_points(award_round.programme)}
    for item in as_json["items"]:
        published = datetime.fromisoformat(item["date_published"])
        assert published <= begins.get(stage, published)
        assert urlsplit(item["url"]).path.endswith(".html")
        assert "/s/" not in item["url"]
    said = json.dumps(as_json, ensure_ascii=False)
    assert ("ปิยะนุช" in said) == (stage not in COMING)
    keys = [item["id"].rpartition("/")[2] for item in reversed(as_json["items"])]
    expected = {
        "preparing": 0,
        "criteria": 1,
        "nominations": 2,
        "survey": 3,
        "judging": 3,
        "announced": 5,
        "ceremony": 5,
    }
    assert keys == ["criteria", "nominations", "survey", "result", "ceremony", "thanks"][: expected.get(stage, 6)]


def test_an_item_keeps_its_name_when_everything_else_of_it_is_mended() -> None:
    """A feed reader shows an item twice if its name changes."""
    before = [view for _, view in feed._items(make_publication())]  # noqa: SLF001 - the names alone
    programme = replace(make_programme(), award_name="คนต้นแบบ")
    after = [view for _, view in feed._items(make_publication(make_round(programme=programme)))]  # noqa: SLF001
    assert [view["id"] for view in before] == [view["id"] for view in after]
    assert len({view["id"] for view in before}) == len(before) > 1


def test_what_a_record_says_ends_no_element_and_runs_nothing(tmp_path: Path) -> None:
    """Feed readers show feeds as HTML."""
    award_round = make_round((replace(make_winner(0), position=HOSTILE),))
    rss, as_json = _feeds(make_publication(award_round), tmp_path)
    assert not rss.bozo
    newest = next(item for item in as_json["items"] if HOSTILE in item["content_text"])
    entry = next(entry for entry in rss.entries if entry.id == newest["id"])
    assert "<script" not in entry.summary


def test_ten_rounds_are_told_from_the_latest_back_and_no_further_than_a_reader_reads(tmp_path: Path) -> None:
    """A feed is fetched every hour; it is no archive."""
    rounds = tuple(make_round(programme=make_programme(year=2566 - back)) for back in range(20))
    _, as_json = _feeds(make_publication(*rounds), tmp_path)
    assert len(as_json["items"]) == feed.MOST
    days = [item["date_published"] for item in as_json["items"]]
    assert days == sorted(days, reverse=True)


def _calendar(award_round: PublicRound, folder: Path) -> tuple[bytes, list[icalendar.Event]]:
    made = _made(schedule.PIECE, make_publication(award_round), folder)[schedule.path(award_round)]
    return made, [
        event for event in icalendar.Calendar.from_ical(made).walk("VEVENT") if isinstance(event, icalendar.Event)
    ]


def test_the_calendar_holds_the_days_of_the_record(tmp_path: Path) -> None:
    """People come to the ceremony when their phone says so."""
    stage = Ceremony("หอประชุม; ชั้น 2, อาคาร 1", time(13, 30), Presider("นายก", None), "ค่ะ", ())
    award_round = make_round(programme=make_programme(ceremony=stage))
    made, events = _calendar(award_round, tmp_path)
    found = {str(event["UID"]).partition("@")[0]: event for event in events}
    assert found["2566-nominations"].decoded("DTSTART") == date(2023, 3, 13)
    assert found["2566-nominations"].decoded("DTEND") == date(2023, 4, 1)  # the day after the last
    assert found["2566-survey"].decoded("DTEND") == date(2023, 4, 16)
    assert found["2566-survey-closes"].decoded("DTSTART") == date(2023, 9, 30)
    assert found["2566-result"].decoded("DTSTART") == award_round.programme.result_at
    ceremony = found["2566-ceremony"]
    assert ceremony.decoded("DTSTART") == datetime(2023, 4, 25, 13, 30, tzinfo=BANGKOK)
    assert ceremony.decoded("DTEND") - ceremony.decoded("DTSTART") == timedelta(hours=2)
    assert str(ceremony["LOCATION"]) == "หอประชุม; ชั้น 2, อาคาร 1"
    assert "บุคลากรต้นแบบ" in str(ceremony["SUMMARY"])
    assert made.endswith(b"END:VCALENDAR\r\n")


def test_lines_of_the_calendar_are_short_and_no_letter_is_divided(tmp_path: Path) -> None:
    """A strict calendar drops what RFC 5545 forbids, and half a Thai letter is garbage."""
    programme = make_programme(award_name="บุคลากรต้นแบบ" * 20)
    made, events = _calendar(make_round(programme=programme), tmp_path)
    lines = made.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    for line in lines:
        line.decode("utf-8")
    assert programme.award_name in str(events[0]["SUMMARY"])


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))))
def test_a_folded_line_unfolds_to_what_it_was(line: str) -> None:
    """Whatever a record says."""
    parts = list(folded(line))
    assert all(len(part.encode()) <= 75 for part in parts)
    assert all(part.startswith(" ") for part in parts[1:])
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == line


def test_a_calendar_taken_twice_replaces_its_days(tmp_path: Path) -> None:
    """The same names at every stage, and no two alike across rounds; nothing depends on the day it was made."""
    before, _ = _calendar(_at("criteria"), tmp_path)
    after, events = _calendar(_at("closed"), tmp_path)
    assert before == after
    _, others = _calendar(make_round(programme=make_programme(year=2567)), tmp_path)
    names = [str(event["UID"]) for event in (*events, *others)]
    assert len(set(names)) == len(names)
    assert all(name.endswith("@khuanmao.example.go.th") for name in names)


def test_a_calendar_names_nobody(tmp_path: Path) -> None:
    """It is public from the first notice on."""
    made, _ = _calendar(make_round(), tmp_path)
    assert "ปิยะนุช" not in made.decode().replace("\r\n ", "")


@pytest.mark.parametrize("below", ["", "/award"])
def test_search_engines_are_told_where_the_list_of_pages_is(below: str, tmp_path: Path) -> None:
    """In a folder below the root nobody reads the file, and it says so to people who may wonder."""
    office = make_organisation(site=f"https://khuanmao.example.go.th{below}")
    said = _made(robots.PIECE, make_publication(make_round(organisation=office)), tmp_path)["robots.txt"].decode()
    assert f"Sitemap: https://khuanmao.example.go.th{below}/sitemap.xml\n" in said
    assert ("เว็บหลัก" in said) == bool(below)
    assert "verify" not in said
    assert "/s/" not in said


def test_a_sample_says_so_wherever_it_is_read(tmp_path: Path) -> None:
    """In a feed reader no ribbon lies over the page."""
    _, as_json = _feeds(make_publication(), tmp_path)
    _, events = _calendar(make_round(), tmp_path)
    titles = [item["title"] for item in as_json["items"]] + [str(event["SUMMARY"]) for event in events]
    assert titles
    assert all(title.startswith("ตัวอย่าง: ") for title in titles)


def test_what_stands_beside_the_pages_is_for_the_site_alone() -> None:
    """A feed is no poster: it is in no pack for the notice boards, and nobody downloads it."""
    assert {piece.place for piece in BESIDE} == {"site"}
    assert {piece.audience for piece in BESIDE} == {"public"}
    assert news.REACHED[0] == "preparing"
