"""What was laid out of a year at rest is kept exactly as long as it would be laid out in the same way."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import typing
from collections import abc
from contextlib import closing
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

import pytest

from generator import disclosure, model, palette
from generator.disclosure import PublicCard, PublicFile, PublicRound, PublicYear, publish, years_of
from generator.ledger import answers, unchanged
from generator.ledger.choice import chosen
from generator.ledger.layouts import Known, Rest, key_of_sheet, with_view
from generator.piece import Each, Finished, Sheet, each_round
from generator.pieces import FIRST, PIECES, SECOND
from generator.pieces.web import home, landing
from generator.problems import Problem, Text
from generator.reading import read
from generator.store import FILE, Store
from generator.thai.dates import parse_moment
from tests.support import decades

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.disclosure import Publication
    from generator.model import Records
    from generator.piece import Entry, Piece

NOW = parse_moment(decades.MOMENT)
OLDEST, OLD, NEW = 2564, 2565, 2566
AT_REST = frozenset({OLDEST, OLD})


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Records:
    """Return the records of an office with three rounds, of which two rest."""
    folder = tmp_path_factory.mktemp("three")
    return read(decades.office(folder, 3), Store(folder / "photos"))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return an empty store."""
    return Store(tmp_path / "sheets")


def _nothing(entry: Entry) -> bytes:
    raise NotImplementedError(entry)


def _sources(records: Records) -> Iterator[tuple[Piece[Any], Publication | Finished]]:
    """Yield every piece that is made for a year at rest, with what it is laid out from."""
    site = _site(records)
    for piece in PIECES:
        if piece.lasts:
            seen = site if piece.channel == "site" else publish(records, NOW, piece.channel)
            yield piece, Finished(seen, (), _nothing) if piece in SECOND else seen


def _site(records: Records) -> Publication:
    """Return what pages may know, with a file and a picture of links of each year, and the first page's picture."""
    seen = publish(records, NOW, "site")
    years = [each.year for each in seen.rounds]
    files = (PublicFile(f"files/{year}/voice.mp3", "เสียง", year, "voice", "2 เมกะไบต์", None) for year in years)
    pages = ("index", *(f"{year}/index" for year in years))
    cards = {page: PublicCard(f"{page}.jpg", page, 1200, 630) for page in pages}
    cards["index"] = replace(cards["index"], alt=seen.newest.winners[0].name.full)
    return replace(seen, files=tuple(files), cards=cards)


def _all(records: Records, store: Store | None) -> tuple[dict[str, Sheet], set[str]]:
    """Lay out all that lasts; return the sheets and the paths of those of years at rest that were really laid out.

    Without a store nothing is kept.
    """
    layouts = Rest(AT_REST, store)
    sheets = [sheet for piece, source in _sources(records) for sheet in chosen(piece, source, layouts)]
    return {sheet.path: sheet for sheet in sheets}, layouts.touched


def _facts(sheet: Sheet) -> dict[str, object]:
    return {each.name: getattr(sheet, each.name) for each in fields(Sheet) if each.name != "view"}


def test_what_is_kept_says_of_every_sheet_what_the_layout_said(three: Records, store: Store) -> None:
    """Codes, photos, use, days of hanging, and who stands on it: a consent withdrawn must find the sheet."""
    plain, _ = _all(three, None)
    first, laid_out = _all(three, store)
    second, again = _all(three, store)
    assert again == set()
    assert laid_out == {path for path, sheet in plain.items() if sheet.year in AT_REST}
    assert len(laid_out) > 80
    kept = [sheet for sheet in second.values() if isinstance(sheet, Known)]
    assert {sheet.path for sheet in kept} == laid_out
    assert plain.keys() == first.keys() == second.keys()
    for path, sheet in plain.items():
        assert _facts(first[path]) == _facts(second[path]) == _facts(sheet)
    for known in kept:
        assert known.view == (plain[known.path].view if known.shared_by else {})
        assert with_view(known).view == first[known.path].view == plain[known.path].view


def test_what_is_kept_has_the_key_of_the_whole_sheet(three: Records, store: Store) -> None:
    """Under another key it would be pressed again, or a file of another sheet would be taken for it."""
    _all(three, store)
    layouts = Rest(AT_REST, store)
    for piece, source in _sources(three):
        whole_keys = {sheet.path: key_of_sheet(piece, sheet) for sheet in chosen(piece, source, Rest(AT_REST))}
        assert {sheet.path: key_of_sheet(piece, sheet) for sheet in chosen(piece, source, layouts)} == whole_keys
    assert layouts.touched == set()


def _with_another_newest(records: Records) -> Records:
    """Return records of whose newest year much is other."""
    newest, *older = records.rounds
    first, *others = newest.winners
    person = replace(first, quote="คำใหม่", citation="เหตุผลใหม่", name=replace(first.name, last="สกุลใหม่"))
    programme = replace(newest.programme, title="ชื่อใหม่", ceremony=None, committee=newest.programme.committee[:1])
    figures = replace(newest.outcomes, satisfaction=newest.outcomes.satisfaction[:1], satisfaction_target=Decimal(99))
    changed = replace(newest, winners=(person, *others), programme=programme, outcomes=figures, opinions=None)
    return replace(records, rounds=(changed, *older))


def test_a_change_of_the_newest_year_lays_out_nothing_of_an_older_one(three: Records, store: Store) -> None:
    """Its people, texts, figures and ceremony: of these nothing stands on a sheet or page of another year."""
    _all(three, store)
    _, laid_out = _all(_with_another_newest(three), store)
    assert laid_out == set()


def _chosen_again(records: Records) -> Records:
    """Return records in which the first of the newest year was chosen in the year before, too."""
    newest, old, *older = records.rounds
    one, two = newest.winners[0], old.winners[0]
    twice = replace(two, id=one.id, name=replace(two.name, first=one.name.first))
    return replace(records, rounds=(newest, replace(old, winners=(twice, *old.winners[1:])), *older))


def test_what_stands_on_a_page_of_another_year_lays_that_page_out(three: Records, store: Store) -> None:
    """The survey that takes replies, who was chosen in both years, and the years that there are."""
    _all(three, store)
    newest, *older = three.rounds
    survey = replace(newest.programme.survey, minutes=9)
    other = replace(newest, programme=replace(newest.programme, survey=survey))
    sheets, laid_out = _all(replace(three, rounds=(other, *older)), store)
    assert f"{OLD}/easy.md" in laid_out
    assert "9" in sheets[f"{OLD}/easy.md"].view["survey"]["effort"]
    assert not any(path.startswith(("print", "newsletter", "files")) for path in laid_out), "no paper speaks of it"
    sheets, _ = _all(_chosen_again(three), store)
    assert [each["year"] for each in sheets[f"{OLD}/winner-{newest.winners[0].id}.md"].view["also"]] == [NEW]
    sheets, _ = _all(replace(three, rounds=(newest, older[0])), store)
    assert with_view(sheets[f"{OLD}/index.md"]).view["others"] == [NEW]


def test_a_change_of_a_year_at_rest_lays_out_that_year_alone(three: Records, store: Store) -> None:
    """A spelling is put right years later."""
    _all(three, store)
    newest, old, oldest = three.rounds
    first, *others = old.winners
    spelt = replace(old, winners=(replace(first, quote="คำที่แก้แล้ว"), *others))
    sheets, laid_out = _all(replace(three, rounds=(newest, spelt, oldest)), store)
    assert {sheets[path].year for path in laid_out} == {OLD}
    assert f"print/{OLD}/newsletter.pdf" in sheets
    assert "คำที่แก้แล้ว" in str(sheets[f"{OLD}/winner-{first.id}.md"].view)


def test_another_program_or_template_lays_out_anew(
    three: Records, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A layout is code, and its fonts and tables of words are files of the program."""
    _, laid_out = _all(three, store)
    with monkeypatch.context() as patch:
        patch.setattr(unchanged, "_FIRST", [("another", [1])])
        unchanged.program_at_first.cache_clear()
        _, again = _all(three, store)
        assert again == laid_out
    unchanged.program_at_first.cache_clear()
    assert _all(three, store)[1] == set()
    summary = next(piece for piece in FIRST if piece.name == "summary")
    for piece, seen in ((summary, 0), (replace(summary, template="poster.typ"), 2), (replace(summary, name="x"), 2)):
        layouts = Rest(AT_REST, store)
        list(chosen(piece, publish(three, NOW, "site"), layouts))
        assert len(layouts.touched) == seen


@pytest.mark.parametrize("said", [b"garbage", b"{}", b"[[1]]", b'[[{"path": ["x"]}, "", {}]]', b'[[{"x": 1}, "", {}]]'])
def test_what_was_kept_in_another_form_is_laid_out_anew(
    three: Records, store: Store, tmp_path: Path, said: bytes
) -> None:
    """A store that another program wrote in, or another version: an error would come back with every build."""
    _, laid_out = _all(three, store)
    with closing(sqlite3.connect(tmp_path / "sheets" / FILE)) as kept, kept:
        kept.execute("update kept set value = ?, size = ?, digest = ?", (said, len(said), sha256(said).digest()))
    assert _all(three, store)[1] == laid_out
    assert _all(three, store)[1] == set()


def test_the_first_page_is_of_no_year_at_rest(three: Records, store: Store) -> None:
    """While the newest round is judged it shows the people of the one before, and tells of the newest, too."""
    eve = three.rounds[0].programme.result_at - timedelta(hours=1)
    rest = Rest(disclosure.resting(three, eve), store)
    (first,) = chosen(home.PIECE, publish(three, eve, "site"), rest)
    rest.note(first)
    assert first.year == OLD
    assert rest.years == AT_REST
    assert rest.touched == set()


def test_a_sheet_that_cannot_be_made_is_told_of_each_time(three: Records, store: Store) -> None:
    """A fault is worked out from the facts; kept without it, the sheet would be taken as sound."""
    fault = Problem("winners/2565/round.yaml", 1, 1, "x", Text("ผิด", "wrong"), Text("แก้", "mend"))
    piece = replace(
        next(piece for piece in FIRST if piece.name == "summary"),
        lay_out=each_round(lambda each: [Sheet(f"x/{each.year}", "ก", {}, each.year, faults=(fault,))]),
    )
    for _ in range(2):
        layouts = Rest(AT_REST, store)
        assert [sheet.faults for sheet in chosen(piece, publish(three, NOW, "site"), layouts)] == [(fault,)] * 3
        assert layouts.touched == {"x/2565", "x/2564"}


def test_pages_of_a_year_know_of_the_others_what_leads_there_and_no_more(three: Records) -> None:
    """What a page is not given it cannot show, and need not be laid out again for."""
    site = _site(three)
    newest, old, oldest = years_of(site)
    changed = publish(_with_another_newest(three), NOW, "site")
    other, *same = years_of(replace(changed, files=site.files, cards=site.cards))
    assert other != newest
    assert same == [old, oldest]
    assert old.others == (NEW, OLDEST)
    assert [each.year for each in old.files] == [OLD]
    assert [*old.cards] == [f"{OLD}/index"]
    assert old.with_files == (NEW, OLD, OLDEST)
    assert [each.newest_announced for each in (newest, old, oldest)] == [None] * 3
    _, without, _ = years_of(replace(site, cards={"index": site.cards["index"]}))
    assert [*without.cards] == ["index"]
    (person, years), *_ = years_of(publish(_chosen_again(three), NOW, "site"))[1].also.items()
    assert (person[0], years) == (three.rounds[0].winners[0].id, (NEW,))


def test_a_round_without_a_result_knows_the_newest_one_that_has_some(three: Records) -> None:
    """Whoever scans its code reads what came of the last survey."""
    eve = three.rounds[0].programme.result_at - timedelta(hours=1)
    seen = publish(three, eve, "site")
    newest, old, _ = years_of(seen)
    assert newest.newest_announced == old.award_round
    assert old.newest_announced is None
    (page,) = (sheet for sheet in landing.PIECE.lay_out(seen) if sheet.path == f"s/po{NEW % 100}.md")
    assert str(OLD) in page.view["verdict"]


_TIMES = (date, datetime, time, timedelta, Fraction)
_PLAIN: dict[str, Any] = {each.__name__: each for each in (*_TIMES, Decimal)}
_FORMS = (tuple, abc.Mapping, typing.Union, type(int | str), typing.Literal)
_SIMPLE = (str, int, float, bool, type(None), Decimal, Ellipsis, *_TIMES)


def _untold(given: type) -> list[str]:
    """Return what of a value does not stand in its `repr`, or not always in the same order."""
    hidden, known, waiting = [], set[object](), list[object]([given])
    while waiting:
        hint = waiting.pop()
        if hint in known or hint in _SIMPLE:
            continue
        known.add(hint)
        if get_origin(hint) is not None:
            hidden += [] if get_origin(hint) in _FORMS else [str(hint)]
            waiting += [each for each in get_args(hint) if get_origin(hint) is not typing.Literal]
        elif isinstance(hint, type) and is_dataclass(hint):
            hidden += [f"{hint.__name__}.{each.name}" for each in fields(hint) if not each.repr]
            by_hand = not hasattr(hint.__repr__, "__wrapped__")  # a dataclass's own is wrapped against going round
            hidden += [hint.__name__] if by_hand else []
            waiting += _hints(hint)
        elif isinstance(hint, type) and issubclass(hint, tuple) and hasattr(hint, "_fields"):
            waiting += _hints(hint)
        else:
            hidden.append(str(hint))
    assert len(known) > 1
    return hidden


def _hints(kind: type) -> list[object]:
    rooms = (typing, abc, model, model.outputs, model.answers, palette, disclosure, disclosure.publishing)
    names = {name: each for room in rooms for name, each in vars(room).items()}
    more = {name: each for room in (disclosure.values, disclosure.publication) for name, each in vars(room).items()}
    return [*get_type_hints(kind, localns={**names, **more, **_PLAIN, **answers.KINDS}).values()]


def test_all_that_a_layout_is_given_stands_in_its_repr() -> None:
    """Two values of one digest would show the sheets of one as those of the other; a set has no order to go by."""
    assert _untold(PublicYear) == []
    assert _untold(PublicRound) == []


_AGAIN = """
import sys
from pathlib import Path
from generator.disclosure import publish
from generator.ledger.choice import chosen
from generator.ledger.layouts import Rest
from generator.pieces import FIRST
from generator.reading import read
from generator.store import FILE, Store
from generator.thai.dates import parse_moment

folder, moment = Path(sys.argv[1]), parse_moment(sys.argv[2])
seen = publish(read(folder / "project", Store(folder / "photos")), moment, "site")
rest = Rest(frozenset({2565}), Store(folder / "sheets"))
for piece in FIRST:
    if piece.lasts and piece.channel == "site":
        list(chosen(piece, seen, rest))
print(len(rest.touched))
"""


def test_what_is_kept_is_found_by_another_process(tmp_path: Path) -> None:
    """The order of a set changes with each run of the program: by such a digest nothing would ever be found again."""
    decades.office(tmp_path, 2)
    laid_out = [
        int(
            subprocess.run(
                (sys.executable, "-c", _AGAIN, str(tmp_path), decades.MOMENT),
                env={**os.environ, "PYTHONHASHSEED": seed},
                capture_output=True,
                check=True,
            ).stdout
        )
        for seed in ("1", "2")
    ]
    assert laid_out[0] > 30
    assert laid_out[1] == 0


def test_every_layout_that_lasts_is_made_a_round_at_a_time_or_belongs_to_none(three: Records) -> None:
    """Another would be laid out for each word of the newest year."""
    for piece, source in _sources(three):
        lay_out = piece.at_rest or piece.lay_out
        if not isinstance(lay_out, Each):
            assert {sheet.year for sheet in piece.lay_out(source)} <= {0, NEW}, piece.name
