"""That nobody was chosen is said on purpose, contradicts no name, and a result without either is asked for."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from generator.disclosure import ahead_of, is_told, overdue, publish, seal, stage_of
from tests.support.small import ROUND, WINNERS, Small

if TYPE_CHECKING:
    from datetime import datetime

    from generator.disclosure import Pending
    from generator.model import Records

REASON = "ไม่มีผู้ได้คะแนนถึงเกณฑ์"
_ONE = "name: พนักงาน, places: 2}"
_TWO = f"{_ONE}\n  - {{key: driver, name: พนักงานขับรถ, places: 1}}"


def _asked(records: Records) -> list[Pending]:
    todo = ahead_of(records.organisation, records.rounds[0], _due(records)).todo
    return [task for task in todo if "ประเภท" in task.what]


def _due(records: Records) -> datetime:
    return records.rounds[0].programme.result_at


@pytest.mark.parametrize(("written", "reason"), [(REASON, REASON), ("ใช่", ""), (f">-\n  {REASON}", REASON)])
def test_nobody_was_chosen_in_a_whole_round(small: Small, written: str, reason: str) -> None:
    """The reason is the office's; who has none to give says yes."""
    small.write(WINNERS, f"winners: []\nno_winners: {written}\n")
    records = small.read()
    (award_round,) = records.rounds
    assert (award_round.nobody, award_round.decided) == (True, True)
    (public,) = publish(records, _due(records), "site").rounds
    assert (public.nobody, public.reason(), public.stage) == (True, reason, "announced")
    assert overdue(records, _due(records)) == ()
    (early,) = publish(records, _due(records) - timedelta(minutes=1), "site").rounds
    assert (early.nobody, early.unawarded, early.stage) == (False, (), "judging")


def test_it_is_a_secret_until_its_moment_and_can_be_printed_before(small: Small) -> None:
    """A sealed script says it, as it says names."""
    small.write(WINNERS, f"no_winners: {REASON}\n")
    records = small.read()
    (sealed,) = seal(records, _due(records) - timedelta(days=1), "print").rounds
    assert sealed.nobody
    assert sealed.release == _due(records)


def test_a_no_is_no_reason(small: Small) -> None:
    """Somebody may leave the line in and say that it does not apply."""
    small.write(WINNERS, small.text(WINNERS) + "no_winners: ไม่ใช่\n")
    assert not small.read().rounds[0].nobody


def test_whoever_is_named_contradicts_that_nobody_was_chosen(small: Small) -> None:
    """One of the two is a mistake, and only the office knows which."""
    line = small.text(WINNERS).count("\n") + 1
    small.write(WINNERS, small.text(WINNERS) + f"no_winners: {REASON}\n")
    problem = small.only_problem()
    assert (problem.line, problem.column, problem.field) == (line, 1, "no_winners")
    assert "no_winners_in" in problem.fix.th


@pytest.mark.parametrize(
    ("categories", "said"), [(["staff"], "มีรายชื่ออยู่"), (["other"], "ไม่มีประเภท"), (["driver", "driver"], "ซ้ำ")]
)
def test_a_category_is_known_has_nobody_and_is_said_once(small: Small, categories: list[str], said: str) -> None:
    """Each contradiction is told at its own line."""
    small.edit(ROUND, _ONE, _TWO)
    lines = "".join(f"  - category: {category}\n" for category in categories)
    small.write(WINNERS, f"{small.text(WINNERS)}no_winners_in:\n{lines}")
    assert said in small.only_problem().message.th


@pytest.mark.parametrize("written", ["driver", "พนักงานขับรถ"])
def test_a_category_of_which_nothing_is_said_is_asked_for(small: Small, written: str) -> None:
    """Nobody may conclude from an empty list that nobody was chosen; the page leaves the category out."""
    small.edit(ROUND, _ONE, _TWO)
    records = small.read()
    (asked,) = _asked(records)
    assert asked.who == ("พนักงานขับรถ",)
    assert "no_winners_in:" in asked.cure
    assert "driver" in asked.cure
    small.write(WINNERS, small.text(WINNERS) + f"no_winners_in:\n  - category: {written}\n    reason: ไม่มีผู้ถูกเสนอชื่อ\n")
    records = small.read()
    assert _asked(records) == []
    (public,) = publish(records, _due(records), "site").rounds
    assert [(each.category and each.category.key, each.reason) for each in public.unawarded] == [
        ("driver", "ไม่มีผู้ถูกเสนอชื่อ")
    ]
    assert not public.nobody


def test_all_categories_without_a_winner_are_a_round_without_one(small: Small) -> None:
    """It is the same, said another way."""
    small.write(WINNERS, "winners: []\nno_winners_in:\n  - category: staff\n")
    assert small.read().rounds[0].nobody


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("winners: []\n", ("winners.yaml", 1)),
        ("sample: ใช่\nwinners:\n", ("winners.yaml", 2)),
        (None, ("round.yaml", 0)),
    ],
)
def test_a_result_without_names_is_late_and_told_with_its_line(
    small: Small, written: str | None, place: tuple[str, int]
) -> None:
    """What was promised for that hour has not come; whoever runs the program hears where to write it."""
    if written is None:
        small.path(WINNERS).unlink()
    else:
        small.write(WINNERS, written)
    records = small.read()
    (award_round,), due = records.rounds, _due(records)
    assert overdue(records, due - timedelta(minutes=1)) == ()
    (problem,) = overdue(records, due)
    line = small.place(ROUND, "result_at")[0] if written is None else place[1]
    assert (problem.file, problem.line, problem.warning) == (f"winners/2566/{place[0]}", line, True)
    assert "no_winners" in problem.fix.th
    for moment in (due, due + timedelta(days=400)):
        assert not is_told(award_round, moment)
        assert stage_of(award_round, moment) == "judging"
        (public,) = publish(records, moment, "site").rounds
        assert (public.late, public.announced, public.award_signer, public.winners) == (True, False, None, ())
        assert records.rounds[0].programme.year not in {figure.year for figure in public.outcomes.satisfaction}
    told = ahead_of(records.organisation, award_round, due).todo
    assert any("no_winners" in task.cure for task in told)
