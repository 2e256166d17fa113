"""Doubts about what is read aloud: letters, figures and signs of which nobody can know how they are said.

A script leaves a gap there, which the announcer has to fill; here the clerk is told before, with the line to write.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from generator.reading import schema
from generator.reading.names import called, name_of
from generator.reading.own_readings import readings
from generator.reading.schema import Unread, Written
from generator.reading.tree import Fault
from generator.reading.wording import say, shown
from generator.thai import heard_in, read_aloud, spoken_name
from generator.thai.unspeakable import Unspeakable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator import model
    from generator.reading.doubts.opened import Opened, Told
    from generator.reading.tree import Loc, Saying

AIRED: dict[type[Written], tuple[str, ...]] = {
    schema.Organisation: ("name", "people"),
    schema.Division: ("name",),
    schema.Village: ("board",),
    schema.Loudspeaker: ("greeting",),
    schema.Round: ("award", "objectives"),
    schema.CommitteePost: ("post",),
    schema.Criterion: ("name",),
    schema.Category: ("name",),
    schema.OtherWay: ("name", "detail"),
    schema.Ceremony: ("place",),
    schema.CeremonyEvent: ("text", "who"),
    schema.Presider: ("post",),
    schema.Correction: ("right",),
    schema.Winner: ("position", "citation"),
    schema.Unawarded: ("reason",),
    schema.Winners: ("no_winners",),
}
"""What is read out over the loudspeaker or on the stage; other texts are only printed."""


def texts(opened: Opened) -> Iterator[Told]:
    """Doubt a text of today's office or of the newest round that cannot be read aloud as it stands."""
    own = _own(opened)
    newest = max((*opened.rounds, *opened.winners), default=0)
    for record in (opened.office, opened.rounds.get(newest), opened.winners.get(newest)):
        if record is None:
            continue
        for loc, text in _aired(record.value, ()):
            for letters in _gaps(text, own):
                yield record, Fault(loc, _unspoken(letters), warning=True)


def names(opened: Opened) -> Iterator[Told]:
    """Doubt a name of the newest round that cannot be called out; `read_as` says how it is."""
    own = _own(opened)
    newest = max((*opened.rounds, *opened.winners), default=0)
    for record in (opened.rounds.get(newest), opened.winners.get(newest)):
        if record is None:
            continue
        for loc, name in _called(record.value, ()):
            try:
                spoken_name(name, own)
            except Unspeakable as fault:
                yield record, Fault(loc, _uncalled(fault.letters, name), warning=True)


def _own(opened: Opened) -> model.Readings:
    if opened.office is not None:
        with suppress(Unread):
            return readings(opened.office.value)
    return ()


def _gaps(text: str, own: model.Readings) -> tuple[str, ...]:
    try:
        read_aloud(text, readings=own)
    except Unspeakable:
        return tuple(part.gap for part in heard_in(text, readings=own) if part.gap is not None)
    return ()


def _aired(value: object, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """Yield each text that is read out, with its place; a refused one is told already."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _aired(item, (*loc, index))
    elif isinstance(value, Written):
        for key in type(value).model_fields:
            with suppress(Unread):
                yield from _field(value, key, (*loc, key))


def _field(group: Written, key: str, loc: Loc) -> Iterator[tuple[Loc, str]]:
    value = getattr(group, key)
    if key not in AIRED.get(type(group), ()):
        yield from _aired(value, loc)
    elif isinstance(value, str):
        yield loc, value
    elif isinstance(value, list):
        yield from (((*loc, index), text) for index, text in enumerate(value))


def _called(value: object, loc: Loc) -> Iterator[tuple[Loc, model.Name]]:
    """Yield everybody who is called out, with the place of the name's first part."""
    if isinstance(value, schema.Winner):
        with suppress(Unread):
            yield (*loc, *(("team", "name") if value.team else ("name", "first"))), called(value)
    elif isinstance(value, schema.Presider):
        with suppress(Unread):
            if value.name is not None:
                yield (*loc, "name", "first"), name_of(value.name)
    elif isinstance(value, Written):
        for key in type(value).model_fields:
            with suppress(Unread):
                yield from _called(getattr(value, key), (*loc, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _called(item, (*loc, index))


def _unspoken(letters: str) -> Saying:
    quoted = letters.replace('"', "'")
    return say(
        f"อ่านออกเสียง {shown(letters)} ไม่ได้ บทประกาศจะเว้นช่องไว้ให้ผู้ประกาศเขียนคำอ่านเอง",
        f"there is no known reading for {shown(letters)}; scripts leave a gap for the announcer",
        f'เขียนเป็นคำไทยเต็ม หรือเพิ่มใต้ readings: ใน organisation.yaml ว่า - {{written: "{quoted}", say: คำอ่าน}}',
        f'write it out in Thai, or add below readings: in organisation.yaml - {{written: "{quoted}", say: คำอ่าน}}',
    )


def _uncalled(letters: str, name: model.Name) -> Saying:
    if letters in name.title:
        row = f'{{written: "{letters}", say: คำอ่าน}}'
        return say(
            f"อ่านคำนำหน้าของ {shown(name.full)} ไม่ได้ เพราะ {shown(letters)} เป็นได้หลายอย่าง บทประกาศจะเว้นช่องไว้",
            f"the title of {shown(name.full)} cannot be said: {shown(letters)} may be several; scripts leave a gap",
            f"เขียน title: เป็นคำเต็ม เช่น จ่าสิบตำรวจ หรือเพิ่มใต้ readings: ใน organisation.yaml ว่า - {row}",
            f"write title: in full, or add below readings: in organisation.yaml - {row}",
        )
    return say(
        f"อ่านชื่อ {shown(name.full)} ไม่ได้ เพราะ {shown(letters)} บทประกาศจะเว้นช่องไว้ให้ผู้ประกาศเขียนคำอ่านเอง",
        f"{shown(name.full)} cannot be called out because of {shown(letters)}; scripts leave a gap for the announcer",
        "ถามเจ้าตัว แล้วเขียน read_as: คำอ่านชื่อและนามสกุล",
        "ask whose name it is, and write read_as: how first name and surname are said",
    )
