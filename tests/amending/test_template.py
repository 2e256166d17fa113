"""Templates: records made of the guide alone are what the door takes, and leave open what nobody has told."""

from __future__ import annotations

import pytest

from generator.amending import template
from generator.amending.pen import values
from generator.reading import schema
from generator.reading.record import record_of
from generator.reading.shapes import shapes

KINDS = (schema.Organisation, schema.Round, schema.Winners, schema.Winner, schema.Division, schema.Village)
kinds = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)


@kinds
@pytest.mark.parametrize("whole", [True, False])
def test_the_examples_come_back_through_the_door(kind: type[schema.Written], *, whole: bool) -> None:
    """A template that is refused where it is filled as it says would teach the wrong thing."""
    written = template.record(kind, template.example(kind, whole=whole))
    record, problems = record_of(written, "x.yaml", kind)
    assert [problem.say("en") for problem in problems] == []
    assert record is not None


@kinds
@pytest.mark.parametrize("language", ["th", "en"])
def test_what_is_open_is_what_the_door_asks_for(kind: type[schema.Written], language: str) -> None:
    """Each open field is told by its place, and nothing that may be left out is."""
    _, problems = record_of(template.record(kind, language="th" if language == "th" else "en"), "x.yaml", kind)
    assert {problem.message.en for problem in problems} <= {"this field is empty", "at least 1 must be listed"}
    asked = {problem.field.partition(".")[0].partition("[")[0] for problem in problems}
    required = {key for key, shape in shapes(kind).items() if shape.required}
    assert required - {*kind.unless} <= asked <= required


def test_an_open_field_is_told_with_what_belongs_there() -> None:
    """Forty times “fill in the text” said nothing of dates, numbers and colours; a # alone begins a remark."""
    _, round_ = record_of(template.record(schema.Round), "x.yaml", schema.Round)
    _, office = record_of(template.record(schema.Organisation), "x.yaml", schema.Organisation)
    told = {problem.field: problem.fix.th for problem in (*round_, *office)}
    assert told["steps[0].starts"] == "กรอกหลังเครื่องหมาย : เช่น 1 มีนาคม 2566"
    assert told["outcomes.satisfaction_target"].endswith(" เช่น 80")
    assert told["colours.primary"].endswith(' เช่น "#0f4c5c"')


@pytest.mark.parametrize(
    ("kind", "group", "keys"),
    [
        (schema.Round, "tally", schema.TallyRules.model_fields),
        (schema.Organisation, "complaints", schema.Complaints.model_fields),
        (schema.Organisation, "outputs", schema.Outputs.model_fields),
    ],
)
def test_a_group_in_which_nothing_must_be_shows_what_may_be(
    kind: type[schema.Written], group: str, keys: dict[str, object]
) -> None:
    """A lone “# tally:” told nobody that there is an open_table to choose."""
    below = template.record(kind).partition(f"\n# {group}:\n")[2].partition("\n\n")[0]
    assert keys
    assert [line for line in below.splitlines() if not line.startswith("#   ")] == []
    assert [key for key in keys if f"#   {key}:" not in below] == []


@kinds
def test_every_remark_that_shows_a_key_may_lose_its_mark(kind: type[schema.Written]) -> None:
    """The clerk takes the # away, and what stands there is sound."""
    filled = template.record(kind, template.example(kind, whole=False))
    keys = {key for key, shape in shapes(kind).items() if not shape.required} - {*kind.unless.values()}
    lines, begun = [], False
    for line in filled.splitlines():
        bare = line.removeprefix("# ")
        if bare != line and bare.partition(":")[0] in keys:
            begun = True
        elif not (begun and bare.startswith("  ")):
            begun = False
        lines.append(bare if begun else line)
    record, problems = record_of("\n".join(lines) + "\n", "x.yaml", kind)
    assert [problem.say("en") for problem in problems] == []
    assert record is not None
    assert keys <= record.value.model_fields_set


@pytest.mark.parametrize("kind", [schema.Winner, schema.Village], ids=lambda kind: kind.__name__)
def test_one_entry_says_what_is_given_and_shows_the_rest_in_remarks(kind: type[schema.Written]) -> None:
    """A new person below others is told as the first one of a template is; what is missing is not invented."""
    given = template.example(kind, whole=False)
    text = "\n".join(template.entry(kind, given))
    assert values(text) == [given]
    assert all(f"# {key}:" in text for key, shape in shapes(kind).items() if not shape.required)
    assert "#" not in "\n".join(template.entry(kind, given, told=False))
