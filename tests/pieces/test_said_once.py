"""The same figure, name, date and state read the same on poster, page, script, caption, table and paper.

All rows of `PIECES` are laid out from records with awkward values, and the texts of their views are searched for any
other way in which a value could have been written or said.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from functools import cache
from itertools import product as every
from pathlib import PurePosixPath
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

import pytest

from generator.disclosure import PublicWinner, SurveyState, publish
from generator.era import BANGKOK
from generator.model import Name, OtherWay, YearFigure
from generator.piece import Finished
from generator.pieces import FIRST, SECOND
from generator.pieces.air import announcement, chosen
from generator.pieces.old_site import cms
from generator.pieces.paper import newsletter, open_data
from generator.pieces.parts import asking, frame, speech, thanks
from generator.pieces.web import page_frame
from generator.thai.dates import MONTHS, SHORT_MONTHS, day_and_month, long_date, short_date
from generator.thai.figures import figure
from generator.thai.numbers import DIGITS, number
from tests.support import product

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.model import Records, Survey
    from generator.piece import Entry, Piece

SATISFACTION, OUTCOME, REPLIES = Decimal("96.666"), Decimal("86.666"), 1412
NAME = Name("ดร.", "เก่ง", "ดี", confirmed=True)
ISSUED = frozenset({"certificate", "verify"})
"""Rows that keep what a certificate was issued with."""

AWARD = "บุคลากร ต้นแบบ ด้าน “บริการเป็นเลิศ”"
OPENS, CLOSES, RESULT = date(2023, 4, 5), date(2026, 9, 30), date(2023, 4, 21)
HOTLINE = OtherWay("สายด่วน", "ตลอดวันทำการ", "โทรศัพท์")

TOLD = datetime(2023, 4, 24, 12, tzinfo=BANGKOK)
"""When the result is out and the ceremony is to come."""

OVER = datetime(2023, 6, 1, 12, tzinfo=BANGKOK)
"""When the round is over, its figures are told and its survey still takes replies."""

STATES: dict[SurveyState, datetime] = {
    "coming": datetime(2023, 3, 20, 12, tzinfo=BANGKOK),
    "open": OVER,
    "closed": datetime(2026, 10, 1, 0, tzinfo=BANGKOK),
}

ANY_STATE = frozenset({"landing", "cms_html", "cms_text", "feed", "feed_json"})
"""Rows that tell of every state: a page that goes by the visitor's own date, and news that stay as they were told."""


Seen = list[tuple[str, Any]]
"""Views, each with the row that it is of."""

Look = Callable[[datetime], Seen]


class Said(NamedTuple):
    """A string of a view: its row, its key in the view, and its text."""

    piece: str
    key: str
    text: str


@pytest.fixture(scope="module")
def records(records: Records) -> Records:
    """Return the sample with values on which two roundings, two ways of dividing or two spellings would differ."""
    award_round = records.rounds[0]
    first, *others = award_round.winners
    known = replace(first, name=NAME, satisfaction=replace(first.satisfaction, percent=SATISFACTION))
    figures = (*award_round.outcomes.satisfaction[:-1], YearFigure(award_round.programme.year, OUTCOME, REPLIES))
    ways = (HOTLINE, *(way for way in award_round.programme.survey.other_ways if way.kind != "โทรศัพท์"))
    survey = replace(award_round.programme.survey, opens=OPENS, closes=CLOSES, other_ways=ways)
    changed = replace(
        award_round,
        programme=replace(award_round.programme, award_name=AWARD, survey=survey),
        outcomes=replace(award_round.outcomes, satisfaction=figures),
        winners=(known, *others),
        publish_totals=True,
    )
    return replace(records, rounds=(changed,))


def views(records: Records, moment: datetime) -> Iterator[tuple[str, Any]]:
    """Yield the view of every sheet at a moment, with its row."""
    for piece in FIRST:
        publication = publish(records, moment, piece.channel, inside=piece.audience == "internal")
        yield from _views(piece, publication)
    for second in SECOND:
        publication = publish(records, moment, second.channel, inside=True)
        yield from _views(second, Finished(publication, (), _unread))


def _views(piece: Piece[Any], source: object) -> Iterator[tuple[str, Any]]:
    for sheet in piece.lay_out(source):
        yield piece.name, {"sheet": sheet.title, **sheet.view}


def _unread(entry: Entry) -> bytes:
    raise NotImplementedError(entry.path)


@pytest.fixture(scope="module")
def seen(records: Records) -> Look:
    """Return a function for the views of a moment, laid out once for all tests that change nothing."""
    return cache(lambda moment: list(views(records, moment)))


def strings(found: Iterable[tuple[str, Any]]) -> list[Said]:
    """Return every string in views, once for each row and key.

    Web addresses are left out, as nobody reads figures there.
    """
    told = dict.fromkeys(said for piece, view in found for said in _strings(piece, "", view))
    return [one._replace(text=re.sub(r"https?://\S+", "", one.text)) for one in told]


def _strings(piece: str, key: str, value: object) -> Iterator[Said]:
    if isinstance(value, str):
        yield Said(piece, key, value)
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _strings(piece, name, inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _strings(piece, key, inner)


def values(found: Iterable[tuple[str, Any]], *keys: str) -> list[tuple[str, Any]]:
    """Return what stands under these keys anywhere in views but among their labels, with its row."""
    return [(piece, value) for piece, view in found for value in _values(view, keys)]


def _values(value: object, keys: tuple[str, ...]) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from (inner for key, inner in value.items() if key in keys)
        for key, inner in value.items():
            if key != "labels":  # words of the layout, under names of their own
                yield from _values(inner, keys)
    elif isinstance(value, list):
        for inner in value:
            yield from _values(inner, keys)


def other_figures(value: Decimal, said: list[Said]) -> list[Said]:
    """Return the strings that give a figure in another form than the office's: rounded, cut off, or in full."""
    right = figure(value)
    steps = [Decimal(1).scaleb(-places) for places in range(5)]
    rounded = {value.quantize(step, way) for step, way in every(steps, (ROUND_HALF_UP, ROUND_DOWN))}
    forms = {f"{form:f}" for form in (value, *rounded)} - {right}
    whole = "|".join(form for form in forms if "." not in form)
    parted = "|".join(re.escape(form) for form in forms if "." in form)
    heard = "|".join({number(form) for form in forms} - {number(right)})
    digits = "|".join(DIGITS)
    wrong = re.compile(
        rf"(?<![0-9.])(?:{parted})(?![\d])|ร้อยละ ?(?:{whole})(?![\d.])|(?<![0-9.])(?:{whole}) ?%"
        rf"|ร้อยละ ?(?:{heard})(?!จุด|{digits})"
    )
    return [one for one in said if wrong.search(one.text)]


def other_counts(count: int, said: list[Said]) -> list[Said]:
    """Return the strings that write a count without grouping its digits."""
    return [one for one in said if re.search(rf"(?<![\d,.]){count}(?!\d)", one.text)]


def other_dates(day: date, said: list[Said]) -> list[Said]:
    """Return the strings that write a date in a form that `thai.dates` does not have."""
    months = rf"{MONTHS[day.month - 1]}|{re.escape(SHORT_MONTHS[day.month - 1])}"
    year = r"(?: *(?:พ\.ศ\. ?)?(?:25\d\d|\d\d(?![.\d])))?"
    written = re.compile(rf"(?<!\d)0?{day.day} *(?:เดือน)? *(?:{months}){year}|(?<!\d)0?{day.day}/0?{day.month}/\d+")
    known = {long_date(day), short_date(day), day_and_month(day)}
    return [one for one in said if any(form not in known for form in written.findall(one.text))]


def other_names(name: Name, said: list[Said]) -> list[Said]:
    """Return the strings with another title before a first name, or with none before a full name."""
    titled = re.compile(rf"{re.escape(name.title)}\s*{name.first}")
    return [
        one
        for one in said
        if any(form != name.short for form in titled.findall(one.text))
        or (f"{name.first} {name.last}" in one.text and name.full not in one.text and "ดอกเตอร์" not in one.text)
    ]


def other_states(state: SurveyState, found: Seen, survey: Survey) -> list[tuple[str, str]]:
    """Return what shows the survey in a wrong state: a view's own word, or until when it takes replies."""
    told = [(piece, value) for piece, value in values(found, "state") if value in get_args(SurveyState)]
    wrong: dict[SurveyState, tuple[SurveyState, ...]] = {
        "coming": ("open", "closed"),
        "open": ("closed",),
        "closed": ("open",),
    }
    periods = [" ".join(asking.period(survey, other)) for other in wrong[state]]
    words = [
        (one.piece, one.text)
        for one in strings(found)
        if one.piece not in ANY_STATE and any(period in one.text for period in periods)
    ]
    return [(piece, value) for piece, value in told if value != state] + words


def rows(said: list[Said], *words: str) -> set[str]:
    """Return the rows that contain these words."""
    return {one.piece for one in said for word in words if word in one.text}


def test_a_figure_of_one_person_is_the_same_wherever_it_stands(seen: Look) -> None:
    """It was 96.7% on a poster, and 96.67 on the page behind the poster's code."""
    said = strings(seen(OVER))
    assert rows(said, "96.67") >= {"winner_poster", "newsletter", "profile", "easy", "open_data"}
    assert other_figures(SATISFACTION, said) == []


def test_an_outcome_is_written_and_said_as_the_same_figure(seen: Look) -> None:
    """It was 86.666% in the newsletter, 86.67 on the site, and 86.666 on air."""
    said = strings(seen(OVER))
    shown = {
        "newsletter",
        "summary",
        "home",
        "trends",
        "landing",
        "caption",
        "card",
        "feed",
        "open_data",
        "announcement",
    }
    assert rows(said, "86.67") >= shown
    assert rows(said, number("86.67")) >= {"announcement", "announcement_text", "announcement_phone"}
    assert other_figures(OUTCOME, said) == []
    written = [one for one in said if one.piece != "open_data"]  # a table is for programs, which take no commas
    assert rows(written, "1,412") >= {"newsletter", "home", "caption", "feed"}
    assert other_counts(REPLIES, written) == []


def test_a_total_is_written_by_the_same_rule(records: Records, seen: Look) -> None:
    """If a table and a page round to different decimals, they cannot be compared."""
    award_round = records.rounds[0]
    totals = {winner.total for winner in publish(records, OVER, "site").newest.winners}
    assert len(totals) == len(award_round.winners)
    said = strings(seen(OVER))
    for total in totals:
        assert total is not None
        assert {one.text for one in said if one.key == "total"} >= {figure(total)}
        assert figure(total) in {one.text for one in said if one.piece == "open_data"}


@pytest.mark.parametrize("moment", [STATES["coming"], TOLD, OVER, STATES["closed"]], ids=lambda moment: f"{moment:%F}")
def test_a_day_is_written_in_one_of_its_forms(records: Records, seen: Look, moment: datetime) -> None:
    """Long in a sentence, short in a column, only the month where that is enough; and in no other way."""
    said = strings(seen(moment))
    plan = records.rounds[0].programme
    for day in (OPENS, CLOSES, plan.result_at.date(), plan.step("ceremony").starts, plan.step("nominations").ends):
        assert rows(said, long_date(day), day_and_month(day))
        assert other_dates(day, said) == []
    assert not [one for one in said if re.search(r"เวลา ?0?9[.:]00(?! น\.)", one.text)]


def test_a_year_is_written_bare_after_its_word(seen: Look) -> None:
    """ประจำปี 2566 and ประจำปี พ.ศ. 2566 were both on one site; the latter is for papers, in Thai digits."""
    for moment in (*STATES.values(), TOLD):
        assert [one for one in strings(seen(moment)) if re.search(r"ปี พ\.ศ\. ?[0-9]", one.text)] == []


def test_a_name_is_put_together_in_one_way(records: Records, seen: Look) -> None:
    """A title with a dot keeps its space, and a surname of two letters is not taken for the end of another word."""
    for moment in (TOLD, OVER):
        found = seen(moment)
        said = strings(found)
        shown = {"winner_poster", "poster", "newsletter", "profile", "caption", "card", "open_data", "name_badge"}
        assert rows(said, NAME.full) >= shown
        assert other_names(NAME, said) == []
        fronts = {value["front"] for _, value in values(found, "name") if isinstance(value, dict)}
        assert NAME.short in fronts
        initials = {value for _, value in values(found, "initial")}
        assert initials <= {winner.name.initial for winner in records.rounds[0].winners}


def test_the_award_is_divided_in_one_place(seen: Look) -> None:
    """A page divided it at its first space, paper before ด้าน; a numbered certificate keeps what it was issued with."""
    for moment in (STATES["coming"], TOLD):
        found = values(seen(moment), "award", "award_lines")
        lines = [(piece, value) for piece, value in found if isinstance(value, list) and piece not in ISSUED]
        assert {piece for piece, _ in lines} >= {"card", "landing"}
        assert [(piece, value) for piece, value in lines if value != frame.award_lines(AWARD)] == []
    assert frame.award_lines(AWARD) == ["บุคลากร ต้นแบบ", "ด้าน “บริการเป็นเลิศ”"]


@pytest.mark.parametrize("state", get_args(SurveyState))
def test_the_survey_stands_the_same_on_every_sheet(records: Records, seen: Look, state: SurveyState) -> None:
    """A village's sheet said that it was closed while the poster beside it said when it would open."""
    found = seen(STATES[state])
    survey = records.rounds[0].programme.survey
    assert {piece for piece, value in values(found, "state") if value == state} >= {"home", "landing", "criteria"}
    assert rows(strings(found), " ".join(asking.period(survey, state)))
    assert other_states(state, found, survey) == []


def test_a_hotline_is_the_one_telephone_of_a_sheet(records: Records, seen: Look) -> None:
    """Layouts recognised a phone by its name, so that another word for it put a second phone onto every sheet."""
    phone = records.organisation.phone.printed
    lists = [(piece, ways) for piece, ways in values(seen(OVER), "ways") if ways]
    assert {piece for piece, _ in lists} >= {"poster", "survey_poster", "newsletter"}
    for piece, ways in lists:
        numbered = [way["name"] for way in ways if phone in way["detail"]]
        assert numbered == ([] if piece == "landing" else [HOTLINE.name]), piece


FORMATS = re.compile(r"\.quantize\(|\.normalize\(\)|:\.[0-9]+f\}|:,\}|\"\{:,")
"""How a figure is written in Python and in templates of pages."""

LOOKS_INTO_NAMES = re.compile(r"way\.name\.|in way\.name")


def formatting(folder: Path) -> list[str]:
    """Return the lines of pieces and presses that format a figure themselves, or examine the name of a way."""
    files = [file for room in ("pieces", "press", "site") for file in sorted((folder / room).rglob("*"))]
    sources = [file for file in files if file.suffix in {".py", ".j2"}]
    assert len(sources) > 100
    return [
        f"{file.relative_to(folder)}: {line.strip()}"
        for file in sources
        for line in file.read_text(encoding="utf-8").splitlines()
        if FORMATS.search(line) or LOOKS_INTO_NAMES.search(line)
    ]


def test_no_piece_writes_a_figure_itself(tmp_path: Path) -> None:
    """A second way of rounding begins with one line that nobody thought of as rounding."""
    assert formatting(product.ROOT / "generator") == []
    copy = tmp_path / "generator"
    for room in ("pieces", "press", "site"):
        shutil.copytree(product.ROOT / "generator" / room, copy / room)
    product.edit(next(copy.rglob("landing.py")), "percent=percent(figure.value)", "percent=f'ร้อยละ {figure.value:.1f}'")
    product.edit(next(copy.rglob("profile.html.j2")), "{{ winner.total }}", '{{ "{:,}".format(winner.total) }}')
    product.edit(next(copy.rglob("survey_form.py")), 'way.kind != "โทรศัพท์"', 'not way.name.startswith("โทร")')
    found = {PurePosixPath(line.partition(":")[0]).name for line in formatting(copy)}
    assert found == {"landing.py", "profile.html.j2", "survey_form.py"}


@pytest.fixture
def mistaking(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Return a patch that puts a mistake into one module; no cache is used, and nothing wrong is cached."""
    kept = (announcement.in_all_lengths, speech.as_said, speech.as_called, speech.breathing, cms.poster_of)
    for each in kept:
        each.cache_clear()
    yield monkeypatch
    for each in kept:
        each.cache_clear()


def _shouted(found: Name) -> str:
    return f"{found.title} {found.first} {found.last}"


@pytest.mark.parametrize(
    ("module", "function", "mistaken", "noticed"),
    [
        (newsletter, "alike", lambda value, *_: f"{value:.1f}", lambda said: other_figures(OUTCOME, said)),
        (chosen, "percent", lambda value: f"ร้อยละ {value}", lambda said: other_figures(OUTCOME, said)),
        (page_frame, "figure", lambda value: f"{value:.0f}%", lambda said: other_figures(SATISFACTION, said)),
        (open_data, "figure", str, lambda said: other_figures(OUTCOME, said)),
        (thanks, "count", str, lambda said: other_counts(REPLIES, said)),
        (asking, "long_date", lambda day: f"{day.day}/{day.month}/2569", lambda said: other_dates(CLOSES, said)),
        (
            newsletter,
            "long_date",
            lambda day: f"{day:%d} เม.ย. 2566",
            lambda said: other_dates(date(2023, 4, 21), said),
        ),
        (frame, "described", lambda name, _: _shouted(name), lambda said: other_names(NAME, said)),
    ],
    ids=lambda case: case.__name__.rpartition(".")[2] if isinstance(case, ModuleType) else str(case)[:20],
)
def test_a_second_way_to_write_it_is_noticed(
    module: ModuleType,
    function: str,
    mistaken: Callable[..., str],
    noticed: Callable[[list[Said]], list[Said]],
    records: Records,
    mistaking: pytest.MonkeyPatch,
) -> None:
    """A search that finds nothing wrong is only worth something if it finds real mistakes."""
    mistaking.setattr(module, function, mistaken)
    assert noticed(strings(views(records, OVER)))


def test_a_sheet_that_tells_another_state_is_noticed(records: Records, mistaking: pytest.MonkeyPatch) -> None:
    """By the word in its view, and by the words that people read."""
    survey = records.rounds[0].programme.survey
    closed = " ".join(asking.period(survey, "closed"))
    mistaking.setattr(asking, "when", lambda _: closed)
    found = list(views(records, STATES["coming"]))
    assert {piece for piece, _ in other_states("coming", found, survey)} >= {"survey_poster", "card"}
    assert other_states("open", [("poster", {"survey": {"state": "closed"}})], survey)


def test_a_name_on_a_list_of_the_office_gets_no_space_behind_its_title(
    mistaking: pytest.MonkeyPatch, records: Records
) -> None:
    """Internal sheets are searched too."""
    mistaking.setattr(PublicWinner, "who", property(lambda winner: _shouted(winner.name)))
    assert rows(other_names(NAME, strings(views(records, OVER)))) == set()
    assert other_names(NAME, strings(views(records, OVER)))
