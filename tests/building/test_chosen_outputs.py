"""What an office has made for each helper: the usual sets unless it chooses, never more than it chose."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import datetime
from itertools import chain
from typing import TYPE_CHECKING

import pytest

from generator.building import plan
from generator.building.listing import of_job
from generator.disclosure import publish
from generator.dispatch import helpers, packs
from generator.era import BANGKOK
from generator.ledger import choice
from generator.model import EVERYTHING, OUTPUTS, USUAL
from generator.pieces import FIRST, PIECES, SECOND
from generator.pieces.paper import board_plan, to_hang
from generator.problems import ProblemsFound
from tests.support import product, waves
from tests.support.small import ORGANISATION

if TYPE_CHECKING:
    from generator.building.plan import Job
    from generator.model import Records
    from generator.model.outputs import Chosen
    from generator.piece import Entry
    from tests.support.small import Small

AFTER = datetime(2023, 5, 1, 12, tzinfo=BANGKOK)
MOMENTS = (datetime(2023, 3, 20, 12, tzinfo=BANGKOK), datetime(2023, 4, 22, 12, tzinfo=BANGKOK), AFTER)


def _with(records: Records, chosen: Chosen) -> Records:
    return replace(records, organisation=replace(records.organisation, outputs=chosen))


def _jobs(records: Records, moment: datetime) -> list[Job]:
    now = list(plan.plan(FIRST, records, moment, sealed=False))
    return [*now, *plan.plan_coming(FIRST, records, moment, now)]


def test_every_set_of_a_piece_is_one_of_its_helper() -> None:
    """A misspelt set could never be chosen; one that no piece has would be a promise without a file."""
    of = {outputs.helper: outputs.sets for outputs in OUTPUTS.values()}
    used = Counter((piece.use.helper, each) for piece in PIECES for each in piece.sets)
    assert all(each in of[helper] for helper, each in used)
    on_sheets = {("notice-board", "แนวนอน"), ("print-shop", "แนวนอน"), ("ceremony", "ประกาศเกียรติคุณรายคน")}
    assert {*used} | on_sheets == {*EVERYTHING}


def test_the_sample_has_everything_made(records: Records) -> None:
    """It shows what there is; tests that count pieces rest on it."""
    assert records.organisation.outputs == EVERYTHING


def test_by_default_a_round_is_a_third_of_the_files(records: Records) -> None:
    """Somebody who wants a poster on six boards must find it among what was made."""
    everything, usual = (_jobs(_with(records, chosen), AFTER) for chosen in (EVERYTHING, USUAL))
    papers = [[job for job in jobs if job.path.startswith("print/")] for jobs in (everything, usual)]
    assert len(papers[1]) < len(papers[0]) / 3
    assert len(usual) < len(everything) / 3
    assert {job.path for job in usual} < {job.path for job in everything}


@pytest.mark.parametrize("moment", MOMENTS, ids=str)
def test_each_set_alone_is_made_alone(records: Records, moment: datetime) -> None:
    """A choice of one helper brings nothing to another; what belongs to no set is made anyway."""
    always = {job.path for job in _jobs(_with(records, ()), moment)}
    for outputs in OUTPUTS.values():
        chosen = tuple((outputs.helper, each) for each in outputs.sets)
        more = [job for job in _jobs(_with(records, chosen), moment) if job.path not in always]
        helpers = {(job.sheet.use or job.piece.use).helper for job in more}
        assert helpers <= {outputs.helper, "office"}, outputs
        assert more or moment != MOMENTS[1]


@pytest.mark.parametrize("colours", [("สี",), ("ขาวดำ",)])
def test_the_boards_have_a_first_page_whatever_is_printed(records: Records, colours: tuple[str, ...]) -> None:
    """An office with a printer for black alone has boards, too, and its page names the sheets that it has."""
    office = _with(records, tuple(("notice-board", each) for each in EVERYTHING_OF if each in colours))
    publication = publish(office, AFTER, "print", inside=True)
    entries = plan.plan(FIRST, office, AFTER, sealed=False)
    made = waves.finished(publication, None, *{job.piece.name for job in entries})
    kept = replace(made, entries=tuple(entry for entry in made.entries if entry.path in _paths(office)))
    (page,) = to_hang.PIECE.lay_out(kept)
    (boards,) = board_plan.PIECE.lay_out(kept)
    files = {entry.file for entry in kept.entries}
    assert page.view["hung"]
    assert {hung["file"] for hung in page.view["hung"]} <= files
    assert len(boards.view["columns"]) == len(page.view["hung"])


EVERYTHING_OF = OUTPUTS["ป้ายประกาศ"].sets


def _made(records: Records, moment: datetime) -> list[Entry]:
    """Return what a build makes, of both waves; nothing is pressed."""
    first = [of_job(job, f"build/{job.path}", job.path.encode()) for job in _jobs(records, moment)]
    second = plan.plan_second(SECOND, records, moment, tuple(first), lambda entry: entry.path.encode())
    return [*first, *(of_job(job, f"build/{job.path}", job.path.encode()) for job in second)]


def _paths(records: Records) -> set[str]:
    return {f"build/{job.path}" for job in plan.plan(FIRST, records, AFTER, sealed=False)}


@pytest.mark.parametrize(
    ("written", "sets"),
    [
        ("", set(OUTPUTS["ป้ายประกาศ"].usual)),
        ("outputs:\n  ป้ายประกาศ: ไม่ใช้\n", set()),
        ("outputs:\n  ป้ายประกาศ: ไม่มี\n", set()),
        ("outputs:\n  ป้ายประกาศ: ขาวดำ\n", {"ขาวดำ"}),
        ("outputs:\n  ป้ายประกาศ: [สี, รายบุคคล]\n", {"สี", "รายบุคคล"}),
        ("outputs:\n  ป้ายประกาศ: ทั้งหมด\n", set(EVERYTHING_OF)),
        ("outputs:\n  ป้ายประกาศ:\n    - สี\n", {"สี"}),
    ],
)
def test_a_choice_is_read_in_the_words_of_the_office(small: Small, written: str, sets: set[str]) -> None:
    """Of a helper of whom nothing is written, the usual is made."""
    small.write(ORGANISATION, small.text(ORGANISATION) + "\n" + written)
    outputs = small.read().organisation.outputs
    assert {each for helper, each in outputs if helper == "notice-board"} == sets
    assert {each for helper, each in outputs if helper == "social"} == set(OUTPUTS["โซเชียล"].usual)


@pytest.mark.parametrize(
    ("written", "cure"),
    [
        ("outputs:\n  ป้ายประกาศ: [สี, ขาว-ดำ]\n", "ขาวดำ"),
        ("outputs:\n  ป้ายประกาศ: [สี, ไม่ใช้]\n", "ไม่ใช้ คำเดียว"),
        ("outputs:\n  ป้ายประกาส: [สี]\n", "ป้ายประกาศ"),
        ("outputs:\n  โซเชียล: [สี]\n", "การ์ด"),
        ("outputs: [สี]\n", ""),
    ],
)
def test_a_wrong_word_is_told_with_the_words_that_there_are(small: Small, written: str, cure: str) -> None:
    """With its line; nothing is made by a guess."""
    small.write(ORGANISATION, small.text(ORGANISATION) + "\n" + written)
    problems = small.problems()
    assert len(problems) == 1
    assert problems[0].line > small.text(ORGANISATION).count("\n") - 3
    assert cure in problems[0].fix.th


def test_what_is_not_chosen_is_not_made_in_silence(records: Records) -> None:
    """Somebody who asks for it by name learns which word to add."""
    choice.refuse_unchosen({"poster_office"}, records.organisation)
    with pytest.raises(ProblemsFound) as told:
        choice.refuse_unchosen({"poster_office", "poster"}, _with(records, USUAL).organisation)
    (problem,) = told.value.problems
    assert "ขาวดำ" in problem.fix.th
    assert "ป้ายประกาศ" in problem.fix.th


def test_the_sample_names_every_set_and_says_which_are_usual() -> None:
    """Whoever edits it finds all words there; no manual is needed."""
    text = (product.ROOT / "winners/organisation.yaml").read_text(encoding="utf-8")
    lines = text.split("\noutputs:\n")[1].split("\n\n")[0].splitlines()
    for comments, line in _pairs(lines):
        word, _, chosen = line.strip().partition(":")
        outputs = OUTPUTS[word]
        assert [each.strip() for each in chosen.strip(" []").split(",")] == list(outputs.sets)
        usual, _, more = comments.partition("เพิ่มได้:")
        assert all(each in usual for each in outputs.usual)
        assert all(each in more for each in outputs.others)


def _pairs(lines: list[str]) -> list[tuple[str, str]]:
    pairs, comments = [], ""
    for line in lines:
        if line.strip().startswith("#"):
            comments += line
        else:
            pairs.append((comments, line))
            comments = ""
    assert len(pairs) == len(OUTPUTS)
    return pairs


def test_a_read_me_names_only_what_is_in_its_pack(records: Records) -> None:
    """Every file, folder and ending that a step speaks of is there, at every stage and for every choice."""
    for chosen in (EVERYTHING, USUAL):
        for moment in MOMENTS:
            entries = _made(_with(records, chosen), moment)
            assert any(entry.file == to_hang.FILE for entry in entries)
            for pack in packs.packs_of(entries):
                names = [entry.file for entry in pack.files]
                steps = list(helpers.said(pack.steps, [entry.path for entry in pack.files]))
                named = chain.from_iterable(step.split() for step in steps)
                for word in named:
                    if re.fullmatch(r"[\w-]+\.(pdf|xlsx|txt|html)", word):
                        assert any(name == word or (word[0] == "-" and name.endswith(word)) for name in names), (
                            pack,
                            word,
                        )
