"""A clerk with Excel: the workbook of a project goes out, is edited by another program, and comes back."""

from __future__ import annotations

import io
import shutil
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING, Any

import openpyxl
import xlsxwriter

from generator.amending.held import Held
from generator.disk.swap import Workshop
from generator.era import BANGKOK
from generator.workbook.exchange import Exchange

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from generator.workbook.exchange import Answer
    from tests.support.small import Small

MOMENT = datetime(2023, 4, 19, 12, 0, tzinfo=BANGKOK)
PEOPLE, VILLAGES, REPLIES = "ผู้ได้รับการคัดเลือก", "หมู่บ้าน", "คำตอบมาจากช่องทางใด"
SATISFACTION, OUTCOMES = "ความพึงพอใจรายปี", "ผลลัพธ์"
FIRST, LAST, TITLE = "ชื่อคน: ชื่อ", "ชื่อคน: นามสกุล", "ชื่อคน: คำนำหน้า"
PERCENT = "ความพึงพอใจต่อคนนี้: ร้อยละความพึงพอใจ"


class Clerk:
    """One project and whoever edits its workbook."""

    def __init__(self, project: Path) -> None:
        """Sit down before it."""
        self.project = project
        self.held = Held(Workshop(project), lambda: MOMENT)

    @property
    def exchange(self) -> Exchange:
        """The records as they are now."""
        return Exchange(self.held, 2566)

    def back(self, raw: bytes) -> Answer:
        """Bring a workbook back."""
        with self.held.workshop.locked(lambda: None):
            return self.exchange.back(raw, "ข้อมูล.xlsx")

    def edited(self, edit: Callable[[Any], object]) -> bytes:
        """Return what the workbook is after another program opened, edited and saved it."""
        book = openpyxl.load_workbook(io.BytesIO(self.exchange.out()))
        edit(book)
        return saved(book)

    def text(self, name: str) -> str:
        """Return a file below `winners/`, with its line ends."""
        return (self.project / "winners" / name).read_bytes().decode()


def of_small(small: Small) -> Clerk:
    """Return a clerk of the smallest records, whose photo has been looked at already."""
    shutil.copytree(small.store_folder, small.project / ".tonbaep/cache/photos")
    return Clerk(small.project)


def saved(book: Any) -> bytes:
    """Return a workbook's bytes."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def cell(sheet: Any, row: int, heading: str) -> Any:
    """Return a cell by its row, from 1, and its heading."""
    return sheet.cell(row, next(each.column for each in sheet[1] if each.value == heading))


def put(book: Any, sheet: str, row: int, values: Mapping[str, object]) -> None:
    """Write values by headings."""
    for heading, value in values.items():
        cell(book[sheet], row, heading).value = value


def as_others_save(raw: bytes) -> bytes:
    """Return the values alone, in inline strings, without comments, lists, formats or properties."""
    out = io.BytesIO()
    book = openpyxl.load_workbook(io.BytesIO(raw))
    with xlsxwriter.Workbook(out, {"constant_memory": True, "in_memory": True, "strings_to_formulas": False}) as other:
        for sheet in book:
            page = other.add_worksheet(sheet.title)
            for row, cells in enumerate(sheet.iter_rows(values_only=True)):
                for column, value in enumerate(cells):
                    if value is not None:
                        page.write_string(row, column, str(value))
    return out.getvalue()


def with_part(raw: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a workbook with the bytes of one of its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            new.writestr(each, change(old.read(each)) if each == name else old.read(each))
    return out.getvalue()
