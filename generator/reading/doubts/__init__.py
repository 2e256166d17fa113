"""What a person would doubt in records that are sound by every rule: warnings, and errors where sheets would be false.

`OF_TEXTS` asks about every text that is published, also on hand-written pages; `OF_FILES` about several values or
files. A new doubt is one function with its reason, and its name in one of the two.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from generator.reading.doubts import (
    addresses,
    copied,
    days,
    early,
    figures,
    labels,
    marks,
    pages,
    private,
    shades,
    traces,
    unspoken,
)
from generator.reading.doubts.opened import Opened
from generator.reading.doubts.written import About, as_written, values
from generator.reading.schema import Unread
from generator.reading.tree import Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from generator.problems import Problem
    from generator.reading.doubts.opened import Told
    from generator.reading.doubts.written import Remark

__all__ = ["OF_FILES", "OF_TEXTS", "Opened", "problems"]

OF_TEXTS: tuple[Callable[[str, About], Iterator[Remark]], ...] = (
    private.id_number,
    private.mobile,
    private.mailbox,
    private.line_account,
    private.house,
    private.somebody,
    addresses.unreachable,
    addresses.of_others,
    addresses.editor,
    addresses.shortened,
    addresses.closed_folder,
    marks.entity,
    marks.tag,
    marks.to_be_written,
    traces.reserved,
    traces.sample_office,
    traces.made_up,
    traces.another_office,
    early.name,
)
OF_FILES: tuple[Callable[[Opened], Iterator[Told]], ...] = (
    traces.mixed,
    copied.photo,
    copied.text,
    figures.percent,
    figures.places,
    figures.more_than_all,
    figures.open_table,
    copied.form,
    days.not_come_yet,
    days.held_before_its_day,
    days.far_from_the_round,
    days.too_old,
    labels.numbered_village,
    labels.address_line,
    labels.name_twice,
    shades.alike,
    unspoken.texts,
    unspoken.names,
)
_WORDS = {"text", "phone", "address"}


def problems(opened: Opened, project: Path) -> Iterator[Problem]:
    """Yield everything doubtful in what was opened and on the hand-written pages; a refused value is no doubt."""
    for record, fault in (*_in_texts(opened), *_between(opened)):
        yield record.problem(fault)
    newest = max(opened.rounds, default=0)
    yield from pages.problems(project, opened.ours, OF_TEXTS, sample=opened.is_sample(newest))


def _in_texts(opened: Opened) -> Iterator[Told]:
    office = opened.ours
    for record, sample in opened.records():
        for loc, value, kind in values(record):
            if kind in _WORDS:
                text = value if isinstance(value, str) else as_written(record, loc)
                about = About(loc, kind, sample, office)
                for doubt in OF_TEXTS:
                    for remark in doubt(text, about):
                        yield record, Fault(loc, remark.saying, warning=remark.warning)


def _between(opened: Opened) -> Iterator[Told]:
    for doubt in OF_FILES:
        with suppress(Unread):
            yield from doubt(opened)
