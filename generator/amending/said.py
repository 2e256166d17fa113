"""What records say, as plain values: one value at a path, and the keys that they define for others to speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.amending.hand import Value

Known: TypeAlias = "Mapping[str, Mapping[str, str]]"
"""Names by keys that the records define, by `Group.key` of what speaks of them."""


def at(value: Value, loc: Iterable[str | int]) -> Value:
    """Return what stands at a path, None where nothing does."""
    for step in loc:
        if isinstance(value, dict):
            value = value.get(str(step))
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def filled(own: Value, under: Value) -> Value:
    """Return what a file says with what lies under it: groups key by key, all else whole."""
    if own is None:
        return under
    if not isinstance(own, dict) or not isinstance(under, dict):
        return own
    return {key: filled(own.get(key), under.get(key)) for key in {**own, **under}}


def keyed(said: Value, listed: str) -> dict[str, str]:
    """Return names by keys of a list's entries, but for the criterion that is the citizens' own: nobody scores it."""
    entries = said.get(listed) if isinstance(said, dict) else None
    return {
        str(each["key"]): str(each.get("name") or each["key"])
        for each in (entries if isinstance(entries, list) else [])
        if isinstance(each, dict) and each.get("key") and each.get("citizens") not in {"ใช่", "true"}
    }


def known_of(office: Value, rules: Value) -> dict[str, dict[str, str]]:
    """Return what the organisation and the round define; `scores` are the committee's."""
    divisions, categories = keyed(office, "divisions"), keyed(rules, "categories")
    return {
        "Winner.division": divisions,
        "Replies.division": divisions,
        "Round.nominators": divisions,
        "Winner.category": categories,
        "Nominee.division": divisions,
        "Nominee.category": categories,
        "Unawarded.category": categories,
        "Winner.scores": keyed(rules, "criteria"),
    }
