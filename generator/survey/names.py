"""Who and where is meant by what citizens choose or type: channels, divisions, villages, and people.

A person is one only where the whole name stands there, whatever its title and spaces. Any other spelling is proposed,
and counts for nobody until the clerk has said whom it means.
"""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.disclosure import CHANNEL_NAMES, REPLY_CHANNELS
from generator.survey.levels import tidy
from generator.thai.ranks import TITLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

EVERYWHERE: Final = "all"
"""A place that is no village and no division."""
_NEAR: Final = 0.72
_LONGEST: Final = 60
"""Letters of a name; what is longer is a comment."""
_CHANNELS: Final = {
    "site": "เว็บ/เว็บไซต์ของ อบต./website/web",
    "poster": "ป้ายประกาศ/ป้าย/poster",
    "winner_poster": "โปสเตอร์บุคคล",
    "newsletter": "วารสาร/newsletter",
    "counter": "เคาน์เตอร์/จุดบริการของ อบต./counter",
    "loudspeaker": "เสียงตามสาย/หอกระจายข่าว/loudspeaker",
    "facebook": "เฟสบุ๊ค/เฟสบุ๊ก/เฟซบุ๊ค/facebook/fb",
    "line": "ไลน์/line",
    "social": "โซเชียล/โซเชียลมีเดีย/social media",
    "paper": "กระดาษ/แบบกระดาษ/paper",
    "phone": "โทรศัพท์/phone",
}
_MOO = re.compile(r"(?:หมู่ที่|หมู่บ้านที่|หมู่|ม\.|moo)0*(\d{1,2})(?!\d)")
_TITLES = sorted(
    {
        tidy(title)
        for title in (*TITLES, "นาย", "นาง", "นางสาว", "น.ส.", "นส.", "คุณ", "ครู", "หมอ", "mr.", "mrs.", "ms.", "miss")
    },
    key=len,
    reverse=True,
)
_CALLED = re.compile(
    r"^(?:พี่|น้อง|ป้า|ลุง|น้า|อา|เจ๊|บัง|ก๊ะ|ตา|ยาย|ครู|หมอ|(?:นาย)?ช่าง|หัวหน้า|ผอ\.?|ผู้อำนวยการ|ปลัด|อบต\.?|เจ้าหน้าที่|จนท\.?)+"
)
"""How people are called besides their names: kinship, trade and post."""


class Person(NamedTuple):
    """Somebody who may have served: the id in the records, and the name."""

    id: str
    first: str
    last: str


class Names:
    """What is known of an office, asked by what was written."""

    def __init__(
        self,
        divisions: Mapping[str, Sequence[str]],
        villages: Mapping[int, str],
        persons: Sequence[Person],
        said: Mapping[str, str],
    ) -> None:
        """Take divisions with all their names, villages by number, people, and whom names mean."""
        self._divisions = {tidy(name): key for key, names in divisions.items() for name in (key, *names)}
        self._villages = villages
        self._moo = {tidy(name): moo for moo, name in villages.items() if name}
        self.persons = persons
        self._said = {_bare(written): id_ for written, id_ in said.items()}
        self._channels = {
            tidy(word): key
            for key in REPLY_CHANNELS
            for word in (key, CHANNEL_NAMES[key], REPLY_CHANNELS[key], *_CHANNELS[key].split("/"))
        }

    def channel(self, raw: str) -> str | None:
        """Return the channel that is meant, None where it is none or several."""
        word = tidy(raw)
        if word in self._channels:
            return self._channels[word]
        chosen = {self._channels[each] for each in map(tidy, _choices(raw)) if each in self._channels}
        return chosen.pop() if len(chosen) == 1 else None

    def division(self, raw: str) -> str | None:
        """Return the key of a division."""
        return self._divisions.get(tidy(raw))

    def place(self, raw: str) -> str | None:
        """Return a place: `moo:3`, `division:key`, or `EVERYWHERE`; None where it is unknown."""
        word = tidy(raw)
        if word in {EVERYWHERE, "ทั่วไป"}:
            return EVERYWHERE
        if word in self._divisions:
            return f"division:{self._divisions[word]}"
        found = _MOO.search(word)
        moo = (
            int(found[1])
            if found
            else int(word)
            if word.isdecimal() and len(word) <= len("99")
            else self._moo.get(word)
        )
        return f"moo:{moo}" if moo in self._villages else None

    def person(self, raw: str) -> str | None:
        """Return the id of somebody whose whole name stands here, or of whom the clerk said so."""
        word = _bare(raw)
        if word in self._said:
            return self._said[word]
        found = [each.id for each in self.persons if word == tidy(each.first + each.last)]
        return found[0] if len(found) == 1 else None

    def near(self, raw: str) -> list[Person]:
        """Return who may be meant, the likeliest first."""
        bare = _bare(raw)
        words = [word for word in {bare, _CALLED.sub("", bare)} if 1 < len(word) <= _LONGEST]
        if not words:
            return []
        shares = {each: max(_likeness(word, each) for word in words) for each in self.persons}
        return sorted((each for each, share in shares.items() if share >= _NEAR), key=lambda each: -shares[each])


def _likeness(word: str, person: Person) -> float:
    whole, first = tidy(person.first + person.last), tidy(person.first)
    return max(difflib.SequenceMatcher(None, word, each).ratio() for each in (whole, first))


def _bare(raw: str) -> str:
    word = tidy(raw)
    title = next((title for title in _TITLES if word.startswith(title) and len(word) > len(title) + 1), "")
    return word.removeprefix(title)


def _choices(raw: str) -> Iterator[str]:
    """Yield what was chosen of several answers: forms put a comma or semicolon between."""
    yield from re.split(r"\s*[;,]\s*", raw)
