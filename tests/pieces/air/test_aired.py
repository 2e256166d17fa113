"""Every text that a script or a speech says is one that the clerk is asked about when nobody knows how to read it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import time
from itertools import product
from typing import TYPE_CHECKING, Any

from generator.disclosure import Publication
from generator.model import Ceremony, Loudspeaker, Presider, Village
from generator.pieces import PIECES
from generator.reading.doubts.unspoken import AIRED
from tests.support.rounds import make_organisation, make_programme, make_round

if TYPE_CHECKING:
    from collections.abc import Iterator

STAGES = {"nominations": 0, "survey": 0, "announced": 3}
SPOKEN = ("announcement", "announcement_other", "speech_report", "speech_address", "run_of_show")
"""Other pieces hold the same words in other forms."""
NO_WORDS = frozenset((
    "id", "key", "site", "facebook", "line_account", "kind", "particle", "primary", "accent", "digest", "whose", "link",
    "title", "first", "last", "form", "channel", "joined", "of", "dialled", "printed", "said", "rehearsal_voice",
))  # fmt: skip
"""Fields that hold no words, or a person's name, which is asked about in another way."""

CALLED = {"award_name": "award"}
"""Fields that the record names otherwise than the facts."""


class Strange:
    """Facts with a short form that nobody knows behind each text, and which field it stands in."""

    def __init__(self) -> None:
        """Begin with none."""
        self.fields: dict[str, str] = {}
        self._unused = ("".join(letters) + "." for letters in product("ฮฌฆฒฏฎ", repeat=3))

    def put(self, value: Any, field: str = "") -> Any:
        """Return a fact, and all facts in it, with strange words."""
        if isinstance(value, str):
            return self._marked(value, field) if value and field not in NO_WORDS else value
        if isinstance(value, tuple) and type(value) is tuple:
            return tuple(self.put(each, field) for each in value)
        if is_dataclass(value) and not isinstance(value, type):
            return replace(
                value, **{each.name: self.put(getattr(value, each.name), each.name) for each in fields(value)}
            )
        return value

    def _marked(self, text: str, field: str) -> str:
        letters = next(self._unused)
        self.fields[letters] = field
        return f"{text} {letters}"


def _gaps(view: Any) -> Iterator[str]:
    if isinstance(view, dict):
        if view.get("unsure"):
            yield str(view["written"])
        view = list(view.values())
    if isinstance(view, list | tuple):
        for each in view:
            yield from _gaps(each)


def test_whatever_is_said_is_asked_about() -> None:
    """A script that begins to say another text of the record would have gaps of which nobody was told."""
    strange = Strange()
    village = Village(1, "บ้านควน", "ศาลา", Loudspeaker("หอกระจายข่าว", (time(6),), "ครับ", "สวัสดีครับ"))
    office = strange.put(make_organisation(villages=(village,)))
    ceremony = Ceremony("ห้องประชุม", time(9), Presider("นายก", None), "ค่ะ", ())
    programme = strange.put(make_programme(ceremony=ceremony))
    left: set[str] = set()
    for stage, count in STAGES.items():
        award_round = make_round(count, stage=stage, organisation=office, programme=programme)
        award_round = replace(award_round, winners=strange.put(award_round.winners))
        for piece in PIECES:
            if piece.name in SPOKEN:
                for sheet in piece.lay_out(Publication(office, (award_round,))):
                    left |= {strange.fields[gap] for gap in _gaps(sheet.view)}
    said = {CALLED.get(field, field) for field in left}
    assert said <= {key for keys in AIRED.values() for key in keys}
    assert said >= {
        "name",
        "people",
        "board",
        "greeting",
        "award",
        "objectives",
        "post",
        "detail",
        "place",
        "position",
        "citation",
    }
