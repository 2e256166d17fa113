"""Turns the written office, which is sound, into the frozen facts of today and of each time before a change."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from generator import model
from generator.reading.own_readings import readings
from generator.reading.tenure import at, stood, turns

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from generator.model.outputs import Chosen
    from generator.reading import schema


def organisation(written: schema.Organisation, seals: Mapping[str, model.Picture]) -> model.Organisation:
    """Return the organisation as it is and was; `seals` came through the door for pictures, by the names of files."""
    now = _on(written, None, seals)
    return replace(now, earlier=tuple(replace(_on(written, day, seals), until=day) for day in turns(written)))


def _on(written: schema.Organisation, day: date | None, seals: Mapping[str, model.Picture]) -> model.Organisation:
    """Return the office as it was on a day; None is the time after all changes."""
    formerly = written.formerly
    colours = at(formerly, "colours", day, written.colours)
    seal = at(formerly, "seal", day, written.seal)
    villages = [_village(each, day) for each in written.villages if stood(each, day)]
    outputs = _outputs(written)
    return model.Organisation(
        name=at(formerly, "name", day, written.name),
        short_name=at(formerly, "short_name", day, written.short_name),
        english_name=at(formerly, "english_name", day, written.english_name),
        people=at(formerly, "people", day, written.people),
        address=_address(written, day),
        phone=written.phone,
        office_hours=written.office_hours,
        site=written.site,
        facebook=written.facebook,
        line_account=written.line_account,
        colours=model.Colours(colours.primary, colours.accent),
        seal=seals.get(seal) if seal else None,
        divisions=tuple(
            model.Division(each.key, at(each.formerly, "name", day, each.name), each.joined or "")
            for each in written.divisions
            if stood(each, day)
        ),
        villages=tuple(sorted(villages, key=lambda village: village.moo) if _by_number(written) else villages),
        sample=written.sample,
        old_computers=written.old_computers,
        rehearsal_voice=tuple(written.rehearsal_voice),
        complaints=_complaints(written.complaints) if written.complaints else model.Complaints(),
        outputs=outputs,
        readings=readings(written),
        newsletter_name=written.newsletter_name or "",
        style=written.style or model.USUAL_STYLE,
        weave=written.weave,
        season=written.season or "ปกติ",
        target=written.publish,
        prepare_days=model.PREPARE_DAYS if written.prepare_days is None else written.prepare_days,
    )


def _by_number(written: schema.Organisation) -> bool:
    """Return whether the villages of today are written by number: then those of other years are listed so, too."""
    return all(one < two for one, two in pairwise(each.moo for each in written.villages if each.until is None))


def _outputs(written: schema.Organisation) -> Chosen:
    """Return the sets that are made; those of a helper of whom nothing is written are the usual ones."""
    chosen: list[tuple[str, model.OutputSet]] = []
    for word, outputs in model.OUTPUTS.items():
        wanted = getattr(written.outputs, word) if written.outputs else None
        made = outputs.usual if wanted is None else wanted
        chosen += [(outputs.helper, each) for each in outputs.sets if each in made]
    return tuple(chosen)


def _address(written: schema.Organisation, day: date | None) -> model.Address:
    now, formerly = written.address, [each for each in written.formerly if each.address]
    parts = {key: getattr(now, key) for key in type(now).model_fields}
    for former in sorted(formerly, key=lambda each: each.until, reverse=True):
        if former.address and day is not None and day <= former.until:
            parts |= {key: value for key in parts if (value := getattr(former.address, key)) is not None}
    return model.Address(**parts)


def _complaints(written: schema.Complaints) -> model.Complaints:
    usual = model.Complaints()
    return model.Complaints(
        receiver=written.receiver or "",
        nameless=written.nameless or "",
        secret=written.secret or "",
        receipt=written.receipt or "",
        inquiry=written.inquiry or "",
        days=written.days or usual.days,
        appeal=written.appeal or "",
        box=written.box or "",
        note=written.note or "",
        instances=tuple(model.Instance(each.name, each.phone, each.detail) for each in written.instances)
        or usual.instances,
    )


def _village(written: schema.Village, day: date | None) -> model.Village:
    moo, name = at(written.formerly, "moo", day, written.moo), at(written.formerly, "name", day, written.name)
    now = written.joined or written.moo
    horn = _loudspeaker(written.loudspeaker) if written.loudspeaker else None
    if horn:
        called = horn.greeting.replace(written.name, name)
        horn = replace(horn, greeting=at(written.formerly, "greeting", day, called))
    board = at(written.formerly, "board", day, written.board)
    return model.Village(moo, name, board, horn, 0 if now == moo else now)


def _loudspeaker(written: schema.Loudspeaker) -> model.Loudspeaker:
    return model.Loudspeaker(
        kind=written.kind,
        times=tuple(written.times),
        particle=written.particle,
        greeting=written.greeting,
        pace=written.pace,
        slot=written.slot,
        quiet=tuple(model.Quiet(each.starts, each.ends, each.why, each.first, each.last) for each in written.quiet),
        out_of_order=written.out_of_order,
    )
