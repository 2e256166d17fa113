"""A record's own readings: put out of every rule's reach before the first, and put back after the last."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.thai.aloud.draft import FIRST_READING, READINGS, Rule

if TYPE_CHECKING:
    from collections.abc import Sequence


def hidden(readings: Sequence[tuple[str, str]]) -> tuple[Rule, ...]:
    """Return the rules that put a token for each written form; ร.ต. is not found in ร.ต.อ., the longest form wins."""
    rules = []
    for place, written in sorted(enumerate(each for each, _ in readings), key=lambda item: -len(item[1])):
        before = r"(?<![ก-ฮ]\.)" if re.match(r"[ก-ฮ]{1,4}\.", written) else ""
        after = r"(?![ก-ฮ]{1,3}\.)" if written.endswith(".") else ""
        rules.append(Rule("reading", re.compile(before + re.escape(written) + after), chr(FIRST_READING + place)))
    return tuple(rules)


def revealed(readings: Sequence[tuple[str, str]]) -> tuple[Rule, ...]:
    """Return the rule that puts each token's reading; hyphens and dots between syllables are not for the ear."""
    pattern = re.compile(f"[{READINGS}]")
    return (Rule("reading", pattern, lambda found: spoken_form(readings[ord(found[0]) - FIRST_READING][1])),)


def spoken_form(reading: str) -> str:
    """Return a reading as a record writes it, พี-ระ-เดด, without the marks between its syllables."""
    return re.sub(r"(?<=[ก-๎])[-.](?=[ก-๎])", "", reading)
