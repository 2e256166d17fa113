"""What a sound file said is known by its text: a file of an earlier year is not taken apart again in every build."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator import jawi
from generator.reading import encodings, text, tree, yaml_door
from generator.reading.tree import Mapping, Place, Scalar, Sequence
from generator.store import key_of

if TYPE_CHECKING:
    from generator.problems import Problem
    from generator.reading.tree import Node
    from generator.store import Store


def parse(name: str, said: str, store: Store | None) -> tuple[Node | None, list[Problem]]:
    """Return the same as `yaml_door.parse`; a file with which nothing at all is wrong is kept in the store."""
    if store is None:
        return yaml_door.parse(name, said)
    key = key_of("tree", _reader(), said)
    kept = _kept(store.get(key))
    if kept is not None:
        return kept, []
    found, problems = yaml_door.parse(name, said)
    if found is not None and not problems:
        store.put(key, json.dumps(_written(found), ensure_ascii=False).encode())
    return found, problems


@cache
def _reader() -> str:
    """Return a digest of the code that takes files apart."""
    return key_of(*(Path(str(module.__file__)).read_bytes() for module in (yaml_door, encodings, text, tree, jawi)))


def _written(node: Node) -> list[Any]:
    """Return a tree as JSON: line, column, and text or nothing, items, or each key with its place and its value."""
    if isinstance(node, Scalar):
        return [*node.place, node.text]
    if isinstance(node, Sequence):
        return [*node.place, [_written(item) for item in node.items]]
    return [*node.place, {key: [*place, _written(node.entries[key])] for key, place in node.keys.items()}]


def _kept(written: bytes | None) -> Node | None:
    return None if written is None else _node(json.loads(written))


def _node(written: list[Any]) -> Node:
    line, column, value = written
    place = Place(line, column)
    if isinstance(value, list):
        return Sequence(place, [_node(item) for item in value])
    if isinstance(value, dict):
        entries = {key: _node(item[2]) for key, item in value.items()}
        return Mapping(place, entries, {key: Place(item[0], item[1]) for key, item in value.items()})
    return Scalar(place, value)
