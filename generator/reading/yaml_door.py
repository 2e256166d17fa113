"""Turns text into a tree of values by YAML's grammar alone: no implicit type, alias or repeated key; knows no schema.

It works on the event stream of PyYAML's pure reader: the C reader dies by a signal on deep nesting, and what is never
constructed cannot blow up.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from generator.problems import Problem
from generator.reading import encodings, wording, yaml_words
from generator.reading import text as letters
from generator.reading.tree import Mapping, Place, Scalar, Sequence, field_path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.reading.tree import Loc, Node, Saying

DEEPEST = 20
"""Levels of nesting; the records have six."""

_NOTHING = {"", "~", "null", "Null", "NULL"}
_FILE_NAMES = {("file",)}
"""Keys whose value names a file, and stays as it was typed: the disk has the name that way."""

_ESCAPE = re.compile(r"\\U([0-9A-Fa-f]{8})")
_REMARK = re.compile(r"[ \t]+#(?=[^\s#])")


@dataclass(slots=True)
class _Open:
    """A list or mapping that has not ended yet, the path to it, and the key that waits for its value.

    `kept` is false while that key is there for the second time.
    """

    node: Mapping | Sequence
    loc: Loc
    key: str | None = None
    kept: bool = True


class _Stop(Exception):
    """Ends the reading of a file whose rest would only mislead."""


class _Builder:
    """Takes the events of one file in turn; then `root` is its tree, and `problems` what is wrong with its form."""

    def __init__(self, name: str, text: str) -> None:
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._name = name
        self._text = text
        self._open: list[_Open] = []
        self._documents = 0
        self._quoted: tuple[Place, int] | None = None

    def take(self, events: Iterable[yaml.Event]) -> None:
        """Follow the events up to the end, or up to the first fault that makes nonsense of the rest."""
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                self._documents += 1
                if self._documents > 1:
                    self._stop(_place(event), yaml_words.second_document())
            elif isinstance(event, yaml.AliasEvent):
                self._stop(_place(event), yaml_words.alias(f"*{event.anchor}"))
            elif isinstance(event, yaml.ScalarEvent):
                self._refuse_marks(event)
                self._scalar(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._refuse_marks(event)
                self._begin(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._open.pop()

    @property
    def left_open(self) -> Place | None:
        """The place of a quotation mark that only the opening one of a later line closed, if the last value has one."""
        if self._quoted is None:
            return None
        place, end = self._quoted
        rest, _, _ = self._text[end:].partition("\n")
        return place if rest.strip() else None

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        place = _place(event)
        if len(self._open) == DEEPEST:
            self._stop(place, yaml_words.too_deep())
        if self._awaits_key():
            self._stop(place, yaml_words.key_not_text())
        node = Mapping(place) if isinstance(event, yaml.MappingStartEvent) else Sequence(place)
        loc = self._loc()
        self._add(node)
        self._open.append(_Open(node, loc))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if self._awaits_key():
            self._key(event)
            return
        place = _place(event)
        if event.style is None and self._hides_text(event):
            self._tell(place, wording.starts_with_hash())
        written = event.value
        meant = encodings.repaired(written)
        if meant is not None:
            self._tell(place, encodings.about(written, meant))
            written = meant
        nothing = event.style is None and written in _NOTHING
        if self._loc()[-1:] in _FILE_NAMES:
            for letter in letters.harmful(written):
                self._tell(self._place_of_letter(event, letter), letters.about(letter))
            self._add(Scalar(place, None if nothing else letters.without_harmful(written).strip() or None))
            return
        text = letters.clean(written)
        for letter in letters.refused(text):
            self._tell(self._place_of_letter(event, letter), letters.about(letter))
        for stack in letters.loose(text):
            self._tell(self._place_of_letter(event, stack), letters.about_loose(stack))
        spelled = letters.mended(written)
        if spelled:
            self._tell(self._place_of_letter(event, spelled[0]), letters.about_mended(*spelled), warning=True)
        begin, end = _span(event)
        lines = event.style in {"'", '"'} and "\n" in self._text[begin:end]
        self._quoted = (place, end) if lines else None
        self._add(Scalar(place, None if nothing else letters.without_refused(text).strip() or None))

    def _hides_text(self, event: yaml.ScalarEvent) -> bool:
        """Return whether a comment without a space after its # follows, which may well be text: `อันดับ #1`."""
        return _REMARK.match(self._text, _span(event)[1]) is not None

    def _place_of_letter(self, event: yaml.ScalarEvent, letter: str) -> Place:
        """Return where a refused letter stands; one that was written as an escape stands with its text."""
        at = self._text.find(letter, *_span(event))
        if at < 0:
            return _place(event)
        return Place(self._text.count("\n", 0, at) + 1, at - self._text.rfind("\n", 0, at))

    def _awaits_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1].node, Mapping) and self._open[-1].key is None

    def _key(self, event: yaml.ScalarEvent) -> None:
        place, around = _place(event), self._open[-1]
        key = event.value
        odd = next((letter for letter in key if letter in letters.INVISIBLE), None)
        if odd is not None:
            self._stop(place, yaml_words.invisible_key(odd))
        if "：" in key:
            self._stop(Place(place.line, place.column + key.index("：")), yaml_words.full_width_colon())
        if key == "<<" and event.style is None:
            self._stop(place, yaml_words.merge_key())
        key = letters.without_refused(letters.clean(key)) or "?"
        around.key = key
        mapping = around.node
        if isinstance(mapping, Mapping):
            again = key in mapping.keys
            if again and around.kept:  # the following ones come from the same missing hyphen
                self._tell(place, yaml_words.twice(key, mapping.keys[key].line))
            mapping.keys.setdefault(key, place)
            around.kept = not again

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        around = self._open[-1]
        if isinstance(around.node, Sequence):
            around.node.items.append(node)
        elif around.key is not None:
            if around.kept:
                around.node.entries[around.key] = node
            around.key = None

    def _refuse_marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._tell(_place(event), yaml_words.anchor_or_tag(f"&{event.anchor}"))
        elif event.tag is not None:
            self._tell(_place(event), yaml_words.anchor_or_tag(str(event.tag)))

    def _loc(self) -> Loc:
        """Return the path to the value that comes next."""
        if not self._open:
            return ()
        around = self._open[-1]
        if isinstance(around.node, Sequence):
            return (*around.loc, len(around.node.items))
        return around.loc if around.key is None else (*around.loc, around.key)

    def _tell(self, place: Place, saying: Saying, *, warning: bool = False) -> None:
        path = field_path(self._loc())
        self.problems.append(Problem(self._name, *place, path, saying.message, saying.fix, warning))

    def _stop(self, place: Place, saying: Saying) -> None:
        self._tell(place, saying)
        raise _Stop


def _place(event: yaml.Event) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)


def _span(event: yaml.Event) -> tuple[int, int]:
    """Return where an event's text begins and ends, in characters of the whole text."""
    start, end = event.start_mark, event.end_mark
    return (start.index, end.index) if start and end else (0, 0)


def _impossible_letter(name: str, text: str) -> Problem:
    """Return the problem with an escape beyond Unicode, on which PyYAML fails without giving a place."""
    found = next((each for each in _ESCAPE.finditer(text) if int(each[1], 16) > sys.maxunicode), None)
    before = text[: found.start()] if found else ""
    place = Place(before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
    saying = yaml_words.escape()
    return Problem(name, *place, "", saying.message, saying.fix)


def parse(name: str, text: str) -> tuple[Node | None, list[Problem]]:
    """Return the tree of a file and what is wrong with its form; no tree where the form is too broken to continue.

    A file without a value is an empty mapping at its beginning.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    builder = _Builder(name, text)
    try:
        builder.take(yaml.parse(text, Loader=yaml.SafeLoader))
    except _Stop:
        return None, builder.problems
    except yaml.MarkedYAMLError as error:
        place, saying = yaml_words.about(error, text.split("\n"))
        if builder.left_open is not None:
            place, saying = builder.left_open, yaml_words.unclosed_quote()
        problem = Problem(name, place.line, place.column, "", saying.message, saying.fix)
        return None, [*builder.problems, problem]
    except (OverflowError, ValueError):
        return None, [*builder.problems, _impossible_letter(name, text)]
    root = builder.root
    if root is None or (isinstance(root, Scalar) and root.text is None):
        return Mapping(Place(1, 1)), builder.problems
    return root, builder.problems
