"""What citizens said of each aspect, and what the office did: public at its moment, and of five people or more."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from generator import disclosure
from generator.model import Suppression, YouSaid
from generator.model.answers import Answers, Opinion, Opinions
from generator.pieces import PIECES
from tests.support import golden, product

if TYPE_CHECKING:
    from datetime import datetime

    from generator.disclosure import PublicRound
    from generator.model import AwardRound, Records


def _seen(records: Records, moment: datetime, **changes: object) -> PublicRound:
    award_round = replace(records.rounds[0], **changes)  # type: ignore[arg-type]
    return disclosure.public_round(records.organisation, award_round, moment, "site")


def _result(records: Records) -> datetime:
    return records.rounds[0].programme.result_at


def _opinions(**people: int) -> Opinions:
    each = [Opinion(name, many, Answers((0, 0, 0, many, many)), None) for name, many in people.items()]
    whole = Opinion("", max(people.values()), Answers((0, 0, 0, 50, 50)), (Decimal(80), Decimal(95)))
    return Opinions(whole, tuple(each), (), "ค่าเฉลี่ย", "บุญชม")


def test_opinions_are_public_at_the_minute_of_the_result(records: Records) -> None:
    """They decide a quarter of it: whoever reads them early knows who is ahead."""
    result = _result(records)
    assert _seen(records, result - timedelta(minutes=1)).opinions is None
    told = _seen(records, result).opinions
    assert told is not None
    assert [each.aspect for each in told.aspects] == ["กระบวนการและขั้นตอน", "เจ้าหน้าที่", "สิ่งอำนวยความสะดวก", "ผลของบริการ"]


KEPT = re.compile(
    r'aspect: "(?P<name>[^"]+)", replies: (?P<people>\d+), .*percent: (?P<percent>[\d.]+), .*'
    r"between: \[(?P<ends>[^]]+)\]"
)


def _kept() -> list[re.Match[str]]:
    """Return the aspects as the sample's file has them, found without the product."""
    kept = (product.ROOT / "winners/2566/survey.yaml").read_text(encoding="utf-8")
    found = [match for line in kept.splitlines() if (match := KEPT.search(line))]
    assert len(found) == 4
    return found


def test_the_sample_says_what_its_import_said(records: Records) -> None:
    """Percentages are computed of the counts, and are those that the import wrote beside them."""
    told = _seen(records, _result(records)).opinions
    assert told is not None
    for each, kept in zip(told.aspects, _kept(), strict=True):
        assert (each.aspect, str(each.people), str(each.percent)) == kept.group("name", "people", "percent")
        assert each.between == tuple(map(Decimal, kept["ends"].split(", ")))
    whole = told.whole.figures
    spread = f"(x̄ = {whole.mean}, S.D. = {whole.deviation})"
    assert told.sentence.startswith(f"ภาพรวมอยู่ในระดับ{whole.band} {spread} คิดเป็นร้อยละ {whole.percent} เมื่อพิจารณารายด้าน")


@pytest.mark.parametrize(("few", "aspects"), [(5, 3), (4, 0), (1, 0)])
def test_one_aspect_of_fewer_than_five_keeps_back_all(records: Records, few: int, aspects: int) -> None:
    """The whole less the others is the one that was kept back: so none of them is told."""
    told = _seen(records, _result(records), opinions=_opinions(ก=40, ข=40, ค=few)).opinions
    assert told is not None
    assert len(told.aspects) == aspects


def test_a_question_without_an_aspect_counts_as_one_of_them(records: Records) -> None:
    """The whole less all aspects is what was said of the questions that belong to none."""
    loose = _opinions(ก=40, ข=40)._replace(others=(Opinion("", 3, Answers((0, 0, 0, 1, 2)), None),))
    told = _seen(records, _result(records), opinions=loose).opinions
    assert told is not None
    assert told.aspects == ()


def test_a_survey_of_four_is_told_not_at_all(records: Records) -> None:
    """Whoever knows the other three knows the fourth."""
    assert _seen(records, _result(records), opinions=_opinions(ก=4)).opinions is None


SAID = YouSaid("ที่นั่งรอไม่พอ", "เพิ่มเก้าอี้ยี่สิบตัว")


def test_a_deed_without_a_day_is_told_with_the_result(records: Records) -> None:
    """The weakest aspect may shine through it."""
    result = _result(records)
    assert _seen(records, result - timedelta(minutes=1), you_said=(SAID,)).you_said == ()
    assert _seen(records, result, you_said=(SAID,)).you_said == (SAID,)


def test_a_deed_with_a_day_is_told_from_that_day_on(records: Records) -> None:
    """Chairs that stand there since April need not wait for the result, and those of June are not there in May."""
    result = _result(records)
    for day in (result.date() - timedelta(days=9), result.date() + timedelta(days=40)):
        dated = replace(SAID, since=day)
        begins = disclosure.midnight(day)
        assert _seen(records, begins - timedelta(minutes=1), you_said=(dated,)).you_said == ()
        assert _seen(records, begins, you_said=(dated,)).you_said == (dated,)
        assert begins in disclosure.turns(_with(records, dated))


def _with(records: Records, *said: YouSaid) -> Records:
    return replace(records, rounds=(replace(records.rounds[0], you_said=said), *records.rounds[1:]))


def test_no_sheet_of_any_piece_tells_them_before(records: Records) -> None:
    """Not on a page, not on paper, not in a caption: the texts and figures themselves are looked for."""
    award_round = records.rounds[0]
    canary = YouSaid("คันหูวอนหลัก", "ทำหลักวอนหูแล้ว", aspect="สิ่งอำนวยความสะดวก")
    planted = replace(records, rounds=(replace(award_round, you_said=(canary,)), *records.rounds[1:]))
    sample = golden.Sample(planted)
    weakest = f"{min(Decimal(kept['percent']) for kept in _kept()).normalize():f}"

    def found(look: golden.Look) -> set[str]:
        sheets = [(piece.name, str(sheet.view)) for piece in PIECES for sheet in sample.at(piece, look)]
        assert len(sheets) > 30
        return {name for name, said in sheets if "วอนหู" in said or "หูวอน" in said or weakest in said}

    after, before, _ = golden.LOOKS
    assert {"opinions", "you_said_poster", "caption", "newsletter", "thanks_poster", "open_data"} <= found(after)
    assert found(before) == set()


def test_what_names_somebody_who_may_not_be_named_is_kept_back(records: Records) -> None:
    """A winner before the moment, one whose name is suppressed, and whoever was nominated and not chosen."""
    result, award_round = _result(records), records.rounds[0]
    winner = award_round.winners[0]
    assert award_round.selection is not None
    lost = next(each for each in award_round.selection.nominees if each.id not in {w.id for w in award_round.winners})

    def told(name: str, moment: datetime, award_round: AwardRound = award_round) -> bool:
        said = replace(SAID, did=f"{name}จัดที่นั่งเพิ่ม", since=date(2023, 4, 1))
        return bool(_seen(replace(records, rounds=(award_round,)), moment, you_said=(said,)).you_said)

    assert told("สำนักปลัด", result - timedelta(days=3))
    assert not told(winner.name.full, result - timedelta(minutes=1))
    assert told(winner.name.full, result)
    assert not told(lost.name.full, result)
    hidden = replace(winner, suppressed=Suppression("ขอไม่เปิดเผยชื่อ", result.date()))
    assert not told(winner.name.full, result, replace(award_round, winners=(hidden, *award_round.winners[1:])))
