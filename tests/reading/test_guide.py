"""The guide: every key of the records has its title, help and example, and each example is what the door takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.reading import guide, schema
from generator.reading.limits import Limit
from generator.reading.shapes import shapes

if TYPE_CHECKING:
    from collections.abc import Iterator

RECORDS = (schema.Organisation, schema.Round, schema.Winners, schema.Nominees, schema.Papers)


def _groups(*kinds: type[schema.Written]) -> Iterator[type[schema.Written]]:
    for kind in kinds:
        yield kind
        yield from _groups(*(shape.group for shape in shapes(kind).values() if shape.group))


GROUPS = tuple(dict.fromkeys(_groups(*RECORDS)))
KEYS = [(group, shape) for group in GROUPS for shape in shapes(group).values()]


def test_there_are_as_many_keys_as_the_clerk_meets() -> None:
    """A loop over nothing would be green."""
    assert len(KEYS) > 200


def test_every_key_is_told_and_nothing_else() -> None:
    """A form shows no bare key, and the table speaks of none that is gone."""
    named = {(group.__name__, shape.key): guide.named(group, shape.key) for group, shape in KEYS}
    assert [each for each, name in named.items() if name is None] == []
    assert guide.table().keys() - set(named.values()) == set()


def test_an_example_is_what_the_door_takes() -> None:
    """Whoever copies an example must not be refused; a group is shown by its keys."""
    told = [(guide.entry(group, shape.key).example, shape) for group, shape in KEYS]
    assert [shape.key for example, shape in told if bool(example) is bool(shape.group)] == []
    assert [(example, shape.fault(example)) for example, shape in told if example and shape.fault(example)] == []


def test_words_are_whole_in_both_languages() -> None:
    """A title is a label and no sentence; none is empty."""
    for name, entry in guide.table().items():
        for said in (*entry.title, *entry.help):
            assert said, name
            assert said == said.strip(), name
        assert len(entry.title.th) <= 50, name


def test_a_limit_is_the_readers_own() -> None:
    """The bound that a form shows is the one by which the door refuses."""
    weight, story = shapes(schema.Criterion)["weight"], shapes(schema.Winner)["story"]
    assert weight.limit == Limit(1, 100)
    assert weight.fault("101")
    assert not weight.fault("100")
    assert story.limit.letters
    assert story.fault("ก" * (story.limit.letters + 1))
    assert not story.fault("ก" * story.limit.letters)
    assert set(shapes(schema.Loudspeaker)["kind"].limit.words) == {"เสียงตามสาย", "หอกระจายข่าว"}
    assert guide.limits(weight) is not None


@pytest.mark.parametrize(
    ("group", "key", "kind"),
    [
        (schema.Winner, "story", "prose"),
        (schema.Winner, "deceased", "day"),
        (schema.Winner, "photo", "group"),
        (schema.Winner, "scores", "number"),
        (schema.Round, "result_at", "moment"),
        (schema.Round, "publish_totals", "flag"),
        (schema.Loudspeaker, "slot", "choice"),
        (schema.Loudspeaker, "times", "clock"),
        (schema.Consent, "channels", "choice"),
        (schema.Outputs, "พิธี", "choice"),
        (schema.Address, "province", "line"),
    ],
)
def test_a_shape_is_what_the_schema_says(group: type[schema.Written], key: str, kind: str) -> None:
    """A form asks for a yes or no where one is due, and for a text where that is."""
    assert shapes(group)[key].kind == kind
