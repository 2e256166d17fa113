"""What sound files say is kept by their text: read again it is the same tree, and nothing wrong is ever kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.reading import known, yaml_door
from generator.store import Store
from tests.support import product

if TYPE_CHECKING:
    from pathlib import Path

FILES = sorted((product.ROOT / "winners").rglob("*.yaml"))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return an empty store."""
    return Store(tmp_path)


def _unopened(*_: object) -> None:
    message = "a file that is known was taken apart again"
    raise AssertionError(message)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_known_file_is_the_same_tree_with_every_place(
    file: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault that is found in it later must still be told with its line and column."""
    text = file.read_text(encoding="utf-8")
    fresh, problems = yaml_door.parse(file.name, text)
    assert not problems
    assert known.parse(file.name, text, store) == (fresh, [])
    monkeypatch.setattr(yaml_door, "parse", _unopened)
    assert known.parse("moved.yaml", text, store) == (fresh, [])


@pytest.mark.parametrize("text", ["a: 1\na: 2\n", "a: [1\n", "a: &x 1\n", "a: “b”\n'", "---\na: 1\n---\nb: 2\n"])
def test_what_is_wrong_or_doubtful_with_a_file_is_told_each_time(text: str, store: Store) -> None:
    """A warning that came once and never again would be one that nobody had read."""
    first = known.parse("a.yaml", text, store)
    assert first[1]
    assert known.parse("a.yaml", text, store) == first


@pytest.mark.parametrize("text", ["a: \nb: ~\nc: []\nd: {}\n", "- 1\n- - 2\n  - b: 3\n", "", "a: 'ก'\n"])
def test_empty_values_lists_and_keys_come_back(text: str, store: Store) -> None:
    """Every form that a file can have."""
    first = known.parse("a.yaml", text, store)
    assert not first[1]
    assert known.parse("a.yaml", text, store) == first
