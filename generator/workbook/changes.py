"""What a workbook changes in the records: rows are known again as entries, and only what means something else changes.

A value that says the same in another form (95.4 for 95.40, a date of Excel for a written one, a name for a key) is the
one that the records have. Entries keep their order whatever way the sheet is sorted; new rows come last.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.amending import template
from generator.amending.changes import CannotWrite, Edit
from generator.amending.drafts import WAS, Differences, of_value
from generator.amending.names import Divided, divide
from generator.amending.pen import changed
from generator.amending.said import at
from generator.problems import Text
from generator.reading import guide, schema
from generator.reading.citizen_id import masked
from generator.reading.text import clean
from generator.reading.wording import shown as shown_words
from generator.workbook import within
from generator.workbook.labels import NO, YES
from generator.workbook.opening import Fault
from generator.workbook.sheets import shown
from generator.workbook.wording import CANNOT_WRITE, NOT_YES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.amending.changes import Change
    from generator.amending.drafts import Draft
    from generator.amending.hand import Value
    from generator.amending.held import Opened as File
    from generator.amending.said import Known
    from generator.reading.tree import Loc
    from generator.workbook.opening import Cell, Page, Row
    from generator.workbook.sheets import Column, Keys, Sheet

_PARTS: Final = (("name", "title"), ("name", "first"), ("name", "last"))
_TOLD: Final = (schema.Winner, schema.Village)
"""Entries that are written with the guide's remarks where they are new; of figures the list itself tells enough."""


class Listed(NamedTuple):
    """An entry of a page: its row, and which entry of the records it was, None for a new one.

    `at` is which entry of its list it becomes, and `owner` which entry that list is in, where it is in one.
    """

    row: Row
    was: int | None
    at: int
    owner: int | None = None


class Rewritten(NamedTuple):
    """What one file becomes, or stays, and from which rows its entries are, by the place of their list."""

    file: File
    after: str
    rows: Mapping[Keys, tuple[Page, Sequence[Listed]]]


class Read(NamedTuple):
    """What a workbook makes of the records, file by file."""

    files: list[Rewritten]
    faults: list[Fault]
    notes: list[Text]


def changes(pages: Sequence[Page], files: Mapping[str, File], known: Known, year: int) -> Read:
    """Return what pages change in the files that they are about, by the names of these."""
    read = Read([], [], [])
    for name, file in files.items():
        here = [page for page in pages if page.sheet.file(year) == name]
        if not here:
            continue
        draft = of_value(here[0].sheet.kind, file.said)
        rows = {
            page.sheet.place: (page, (_within if page.sheet.inner else _into)(draft, page, file, read)) for page in here
        }
        keys = dict.fromkeys(page.sheet.loc[0] for page in here)
        try:
            found = list(Differences(known).of(here[0].sheet.kind, file.said, draft, keys=keys))
            after = _written(file, here, found)
        except CannotWrite:
            read.faults.append(Fault(here[0].title, None, None, "", CANNOT_WRITE))
            continue
        read.files.append(Rewritten(file, after, rows))
    return read


def _written(file: File, pages: Sequence[Page], found: Sequence[Change]) -> str:
    if not file.raw and found and pages[0].sheet.kind is schema.Winners:
        edit = next(each for each in found if isinstance(each, Edit))
        return template.record(schema.Winners, {"winners": edit.value})
    return changed(file.text, *_told(found, pages))


def _told(found: Sequence[Change], pages: Sequence[Page]) -> Iterator[Change]:
    """Yield the changes, the first new entry of a list with its remarks."""
    groups = {page.sheet.place: page.sheet.group for page in pages if page.sheet.group in _TOLD}
    told: set[Loc] = set()
    for change in found:
        loc = change.loc[:-1]
        group = groups.get(tuple(map(str, loc)))
        if isinstance(change, Edit) and group and isinstance(change.loc[-1], int) and isinstance(change.value, dict):
            lines = template.entry(group, change.value, told=loc not in told)
            told.add(loc)
            yield change._replace(told=("", *lines))
        else:
            yield change


def _into(draft: Draft, page: Page, file: File, read: Read) -> list[Listed]:
    """Put the rows of a page into the draft of its file, and return them in the order of the entries."""
    sheet = page.sheet
    olds = at(file.said, sheet.loc)
    key, group = sheet.loc[-1], at(draft, sheet.loc[:-1])
    if not isinstance(group, dict):
        return []
    if not sheet.many:
        entry = group[key]
        listed = [Listed(row, 0, 0) for row in page.rows[:1]]
        for each in listed:
            _fill(entry if isinstance(entry, dict) else {}, page, each.row, olds, read)
        return listed
    drafts, listed = _entries(page, olds, read)
    group[key] = drafts
    return listed


def _within(draft: Draft, page: Page, file: File, read: Read) -> list[Listed]:
    """Put the rows of a page into the lists within the entries that they say they belong to."""
    sheet, found = page.sheet, list[Listed]()
    around, olds = at(draft, sheet.loc), at(file.said, sheet.loc)
    owners = [each for each in around if isinstance(each, dict)] if isinstance(around, list) else []
    title = guide.entry(sheet.kind, sheet.loc[0]).title.th
    for number, rows in enumerate(within.by_owner(page, owners, title, read.faults)):
        owner = owners[number]
        was = owner.get(WAS)
        old = olds[int(was)] if isinstance(was, str) and was.isdigit() and isinstance(olds, list) else None
        drafts, listed = _entries(replace(page, rows=rows), at(old, sheet.inner), read)
        _put(owner, sheet.inner, drafts)
        found += [each._replace(owner=number) for each in listed]
    return found


def _entries(page: Page, olds: Value, read: Read) -> tuple[list[Value], list[Listed]]:
    """Return the drafts of a list's entries as the rows of a page tell them, and which row each is."""
    sheet, entries = page.sheet, olds if isinstance(olds, list) else []
    listed = _known_again(page, entries)
    drafts: list[Value] = []
    for each in listed:
        old = entries[each.was] if each.was is not None else None
        mine = of_value(sheet.group, old)
        if each.was is not None:
            mine[WAS] = str(each.was)
        _fill(mine, page, each.row, old, read)
        drafts.append(mine)
    kept = {each.was for each in listed}
    gone = [_called(sheet, each) for number, each in enumerate(entries) if number not in kept]
    new = [_called(sheet, draft) for draft, each in zip(drafts, listed, strict=True) if each.was is None]
    for which, th, en in ((gone, "ลบ", "goes"), (new, "เพิ่ม", "comes")):
        for name in which:
            read.notes.append(Text(f"{sheet.name}: {th} {name}", f"{sheet.name}: {name} {en}"))
    return drafts, listed


def _called(sheet: Sheet, entry: Value) -> str:
    """Return in what a person knows an entry again: its identity, and its name if it has one."""
    several = (*sheet.identities[0], *_PARTS, ("team", "name"), ("name",))
    said = [value for keys in several if isinstance(value := at(entry, keys), str) and value]
    return " ".join(dict.fromkeys(said)) or "(ยังไม่มีชื่อ)"


def _known_again(page: Page, entries: list[Value]) -> list[Listed]:
    """Return the rows in the order of the entries that they were, then the new ones.

    A row is the entry that agrees in the first identity, or else in the next. What two rows or two entries share tells
    them apart only where it is their first identity: then they are taken in turn.
    """
    was = dict[int, int]()
    columns = {column.keys: column for column in page.sheet.columns}
    first = page.sheet.identities[0]
    for several in page.sheet.identities:
        here = {n: _identity(columns, several, _cells(columns, several, row)) for n, row in enumerate(page.rows)}
        there = {n: _identity(columns, several, [at(each, keys) for keys in several]) for n, each in enumerate(entries)}
        many, same = Counter(there.values()), Counter(here.values())
        left = [n for n in there if n not in was.values()]
        for row, said in here.items():
            found = next((n for n in left if there[n] == said), None)
            alone = several is first or (many[said] == 1 and same[said] == 1)
            if said and row not in was and found is not None and alone:
                was[row] = found
                left.remove(found)
    listed = [Listed(row, was.get(n), n) for n, row in enumerate(page.rows)]
    listed.sort(key=lambda each: (each.was is None, each.was or 0))
    return [each._replace(at=n) for n, each in enumerate(listed)]


def _cells(columns: Mapping[Keys, Column], several: Sequence[Keys], row: Row) -> list[Value]:
    cells = [row.cells.get(columns[keys].heading) for keys in several]
    return [cell.text if cell else "" for cell in cells]


def _identity(columns: Mapping[Keys, Column], several: Sequence[Keys], said: Sequence[Value]) -> tuple[str, ...]:
    """Return what entries are compared by; nothing where the first part of it is empty."""
    words = [_code(columns[keys], " ".join(str(each or "").split())) for keys, each in zip(several, said, strict=True)]
    meant = [str(columns[keys].shape.meaning(word)) if word else "" for keys, word in zip(several, words, strict=True)]
    return tuple(meant) if meant[0] else ()


def _code(column: Column, text: str) -> str:
    """Return the key or word of the records for a name that stands for it."""
    return next((code for code, name in column.words.items() if text in {code, name}), text)


def _fill(entry: dict[str, Value], page: Page, row: Row, old: Value, read: Read) -> None:
    """Write what a row says into the draft of its entry."""
    switches = dict[tuple[str, ...], list[str]]()
    for column in page.sheet.columns:
        cell = row.cells.get(column.heading)
        if cell is None or column is page.sheet.owner:
            continue
        if column.word:
            meant = column.shape.meaning(column.word) if not cell.text else cell.text.lower()
            if cell.text and meant not in {YES, NO, "true", "false"}:
                place = page.places[column.heading]
                read.faults.append(Fault(page.title, row.number, place, column.heading, NOT_YES))
            chosen = switches.setdefault(column.keys, [])
            chosen += [column.word] if cell.text.lower() in {YES, "true"} else []
        else:
            _put(entry, column.keys, _value(column, cell, old))
    for keys, chosen in switches.items():
        before = at(old, keys)
        words = list(map(str, before)) if isinstance(before, list) else []
        shape = next(column.shape for column in page.sheet.columns if column.keys == keys)
        same = {shape.meaning(word) for word in words} == set(chosen)
        _put(entry, keys, [*(words if same else chosen)])
    _divide(entry, page, row, old, read)


def _put(entry: dict[str, Value], keys: Keys, value: Value) -> None:
    for step in keys[:-1]:
        inner = entry.setdefault(step, {})
        if not isinstance(inner, dict):
            return
        entry = inner
    entry[keys[-1]] = value


def _value(column: Column, cell: Cell, old: Value) -> Value:
    """Return what a cell says, as the records have it where it means the same."""
    before, text = at(old, column.keys), cell.text
    if text == shown(column, old):
        return before if before is not None else _nothing(column)
    if column.shape.many:
        parts = [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()]
        was = [str(each) for each in before] if isinstance(before, list) else []
        same = [column.shape.meaning(part) for part in parts] == [column.shape.meaning(each) for each in was]
        return [*(was if same else parts)]
    text = _code(column, text) if column.shape.kind != "flag" else text
    return before if isinstance(before, str) and text and _same(column, text, before, number=cell.number) else text


def _nothing(column: Column) -> Value:
    return [] if column.shape.many else ""


def _same(column: Column, text: str, before: str, *, number: bool) -> bool:
    if column.shape.kind not in {"line", "prose"}:
        return column.shape.meaning(text) == column.shape.meaning(before)
    if clean(text) == clean(before):
        return True
    try:  # a number of Excel has lost what stood before and behind it
        return number and Decimal(text) == Decimal(before)
    except InvalidOperation:
        return False


def _divide(entry: dict[str, Value], page: Page, row: Row, old: Value, read: Read) -> None:
    """Divide a whole name that was put into one cell, and say how."""
    alone = page.sheet.group is schema.Member
    name, places = (entry, [keys[1:] for keys in _PARTS]) if alone else (entry.get("name"), _PARTS)
    if not (alone or page.sheet.group is schema.Winner) or not isinstance(name, dict):
        return
    parts = Divided(*(" ".join(str(name.get(keys[-1]) or "").split()) for keys in places))
    before = Divided(*(str(at(old, keys) or "") for keys in places))
    found = _divided(parts)
    if parts in {before, found}:
        return
    name.update(found._asdict())
    words = shown_words(" ".join(filter(None, parts)))
    told = " · ".join(
        f"{column.title} {masked(part)}"
        for column in page.sheet.columns
        for keys, part in zip(places, found, strict=True)
        if column.keys == keys and part
    )
    read.notes.append(
        Text(f"แถว {row.number + 1} แยกชื่อ {words} เป็น {told}", f"row {row.number + 1}: {words} is {told}")
    )


def _divided(parts: Divided) -> Divided:
    alone = [part for part in parts if part]
    if len(alone) == 1:
        return divide(alone[0])
    if parts.first and not parts.last:
        inner = divide(parts.first)
        if inner.last and not inner.title:
            return inner._replace(title=parts.title)
    return parts
