"""What one file calls by its name becomes the code of it, so that every rule after this knows codes only."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from generator.reading.schema import Unread

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.reading import schema
    from generator.reading.record import Record

Item = TypeVar("Item", bound="schema.Written")


def of_round(record: Record[schema.Round], divisions: Mapping[str, str] | None) -> Record[schema.Round]:
    """Return a round's record with the codes of the divisions that it names."""
    codes = _codes(divisions or {})
    changes: dict[str, object] = {}
    with suppress(Unread):
        changes["nominators"] = [codes.get(written, written) for written in record.value.nominators]
    with suppress(Unread):
        changes["replies"] = [_with(one, {"division": codes}) for one in record.value.replies]
    with suppress(Unread):
        changes["you_said"] = [_with(one, {"division": codes}) for one in record.value.you_said]
    return replace(record, value=record.value.model_copy(update=changes))


def of_winners(
    record: Record[schema.Winners], award_round: schema.Round | None, divisions: Mapping[str, str] | None
) -> Record[schema.Winners]:
    """Return a list of winners with the codes of the divisions and of the groups of staff that it names."""
    groups: dict[str, str] = {}
    with suppress(Unread):
        groups = {category.key: category.name for category in award_round.categories} if award_round else {}
    by_name = {"division": _codes(divisions or {}), "category": _codes(groups)}
    with suppress(Unread):
        winners = [_with(winner, by_name) for winner in record.value.winners]
        record = replace(record, value=record.value.model_copy(update={"winners": winners}))
    with suppress(Unread):
        unawarded = [_with(each, {"category": by_name["category"]}) for each in record.value.no_winners_in]
        record = replace(record, value=record.value.model_copy(update={"no_winners_in": unawarded}))
    return record


def of_nominees(
    record: Record[schema.Nominees], award_round: schema.Round | None, divisions: Mapping[str, str] | None
) -> Record[schema.Nominees]:
    """Return a list of nominees with the codes of the divisions and of the groups of staff that it names."""
    groups: dict[str, str] = {}
    with suppress(Unread):
        groups = {category.key: category.name for category in award_round.categories} if award_round else {}
    codes = _codes(divisions or {})
    by_name = {"division": codes, "nominated_by": codes, "category": _codes(groups)}
    with suppress(Unread):
        nominees = [_with(nominee, by_name) for nominee in record.value.nominees]
        record = replace(record, value=record.value.model_copy(update={"nominees": nominees}))
    return record


def of_certificates(
    record: Record[schema.Certificates], winners: Record[schema.Winners] | None
) -> Record[schema.Certificates]:
    """Return the certificates under the ids that their holders have today: a number is a person's for good.

    Who has one under the id of today as well holds that one; a still older one stays under the id that nobody has.
    """
    with suppress(Unread):
        held = [each.winner for each in record.value.certificates]
        now = {}
        for winner in winners.value.winners if winners else ():
            before = [old for old in winner.formerly if old in held]
            if before and winner.id not in held:
                now[before[-1]] = winner.id
        certificates = [_with(each, {"winner": now}) for each in record.value.certificates]
        return replace(record, value=record.value.model_copy(update={"certificates": certificates}))
    return record


def _codes(known: Mapping[str, str]) -> dict[str, str]:
    """Return the code by each name that only one has; a code is never taken for a name."""
    many = Counter(known.values())
    return {name: code for code, name in known.items() if many[name] == 1 and name not in known}


def _with(item: Item, by_name: Mapping[str, Mapping[str, str]]) -> Item:
    """Return an item with codes in the fields where it has names; what was refused stays so."""
    changes = {}
    for key, codes in by_name.items():
        with suppress(Unread):
            written = getattr(item, key)
            if written is not None and written in codes:
                changes[key] = codes[written]
    return item.model_copy(update=changes) if changes else item
