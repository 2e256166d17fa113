"""The rules between the winners of all years: who is the same person, for the pages and for what is withdrawn."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from generator.reading import names as written
from generator.reading.schema import Unread
from generator.reading.tree import Fault
from generator.reading.wording import say, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.reading import schema
    from generator.reading.tree import Loc, Saying


class _Chosen(NamedTuple):
    """Somebody in one year's list; `loc` is where in its file."""

    year: int
    loc: Loc
    id: str
    first: str
    name: str
    hidden: bool


def persons(lists: Iterable[tuple[int, schema.Winners]]) -> Iterator[tuple[int, Fault]]:
    """Yield warnings about people in the lists of several years, each with the year of the list that it points at.

    The same id and first name are one person, whose surname may have changed. Whether the same id with another
    first name, or the same name with another id, is one person or two, only the office knows.
    """
    everybody = sorted((one for year, record in lists for one in _chosen(year, record)), key=lambda one: one.year)
    hidden = {(one.id, one.first): one for one in everybody if one.hidden}
    ids: dict[str, _Chosen] = {}
    names: dict[str, _Chosen] = {}
    for one in everybody:
        same_id, same_name = ids.setdefault(one.id, one), names.setdefault(one.name, one)
        if same_id.year != one.year and same_id.first != one.first:
            yield one.year, _warning(one, _two_of_an_id(same_id, one))
        elif same_name.year != one.year and same_name.id != one.id:
            yield one.year, _warning(one, _two_ids(same_name, one))
        elsewhere = hidden.get((one.id, one.first))
        if elsewhere and not one.hidden:
            yield one.year, _warning(one, _hidden_elsewhere(elsewhere, one))
        ids[one.id], names[one.name] = one, one


def _chosen(year: int, record: schema.Winners) -> Iterator[_Chosen]:
    """Yield the people of a list, except those with a refused value that the rules need."""
    with suppress(Unread):
        for index, winner in enumerate(record.winners):
            with suppress(Unread):
                name = written.called(winner)
                hidden = winner.name_suppressed is not None
                yield _Chosen(year, ("winners", index), winner.id, name.first, name.bare, hidden)


def _warning(one: _Chosen, saying: Saying) -> Fault:
    return Fault((*one.loc, "id"), saying, warning=True)


def _two_of_an_id(older: _Chosen, newer: _Chosen) -> Saying:
    return say(
        f"id {shown(newer.id)} ปีนี้เป็นของ {newer.name} แต่ปี {older.year} เป็นของ {older.name}",
        f"{shown(newer.id)} is {newer.name} here, but {older.name} in {older.year}",
        "ถ้าเป็นคนละคน ใช้ id อื่น เพราะคำสั่ง withdraw ถอนให้ทุกปีที่ id ตรงกัน ถ้าเป็นคนเดียวกันที่เปลี่ยนชื่อ ปล่อยไว้ได้",
        "give them two ids if they are two people: withdraw takes every year of an id",
    )


def _two_ids(older: _Chosen, newer: _Chosen) -> Saying:
    return say(
        f"{newer.name} ใช้ id {shown(newer.id)} แต่ปี {older.year} ใช้ id {shown(older.id)}",
        f"{newer.name} is {shown(newer.id)} here, but {shown(older.id)} in {older.year}",
        f"ถ้าเป็นคนเดียวกัน ใช้ id {older.id} ทุกปี หน้าของแต่ละปีจะพาไปถึงกัน ถ้าเป็นคนละคนชื่อเหมือนกัน ปล่อยไว้ได้",
        f"write {older.id} in both years if they are the same person: their pages then lead to each other",
    )


def _hidden_elsewhere(hidden: _Chosen, shown_here: _Chosen) -> Saying:
    return say(
        f"{shown_here.name} ไม่เปิดเผยชื่อในปี {hidden.year} แต่ปี {shown_here.year} ยังเผยแพร่อยู่",
        f"{shown_here.name} is suppressed in {hidden.year}, but still public in {shown_here.year}",
        f"ถ้าไม่ให้มีชื่อเลย สั่ง tonbaep withdraw {shown_here.id} --hide-name แล้วบอกเหตุผล ถ้าเจ้าตัวขอเฉพาะปีนั้น ปล่อยไว้ได้",
        f"run tonbaep withdraw {shown_here.id} --hide-name REASON if it was asked for every year",
    )
