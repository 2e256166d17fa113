"""Looks into a workbook before anybody reads it: is it one, is it bounded, and what its reader does not tell.

The reader tells values alone. Which cells are formulas and which rows are hidden stands in the XML, and so does how far
a sheet goes: one cell in the last row would have it make room for a million. The reader is given a copy that holds only
what was looked at, so that nothing is unpacked that was not measured.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple
from xml.parsers import expat

from generator.workbook.wording import (
    EMPTY_FILE,
    NO_WORKBOOK,
    OLD_FORMAT,
    PASSWORD,
    TOO_LARGE,
    TORN,
    Unreadable,
    too_far,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

LARGEST: Final = 20_000_000
"""Bytes of the file."""
_UNPACKED: Final = 160_000_000
"""Bytes of all parts that are looked at; a sheet of a million empty rows has about ninety million."""
_ELEMENTS: Final = 2_000_000
"""Rows, cells and values of all sheets, without those in which nothing stands."""
ROWS, COLUMNS = 2_000, 300
"""How far a sheet of ours may be filled."""
_CHUNK: Final = 1 << 20
_OLE: Final = b"\xd0\xcf\x11\xe0"
_ATTRIBUTES = rb'r="[A-Z0-9]+"(?: [\w:]+="[^"<>]*")*'
_NO_CELL = re.compile(rb"<((?:\w+:)?)c " + _ATTRIBUTES + rb"(?:/>|></\1c>)")
_NO_ROW = re.compile(rb"<((?:\w+:)?)row " + _ATTRIBUTES + rb"(?:/>|></\1row>)")
_LARGE: Final = 1 << 20
"""Bytes of a part from which on it is worth another way."""
_CLOSER: Final = (b"<f", b't="e"', b"t='e'", b"hidden=", b"<!")
_ROW = re.compile(rb'<row r="(\d{1,9})"')
_BEYOND_Z = re.compile(rb'<c r="([A-Z]{2,7})')
_CELL = re.compile(r"([A-Z]{1,7})([0-9]{1,9})")
_PARTS = re.compile(r"\[Content_Types\]\.xml|_rels/\.rels|xl/.+\.xml|xl/(?:[^/]+/)*_rels/workbook[^/]*\.rels")
_PASSED_OVER = re.compile(r"xl/(?:drawings|charts|media|pivot|externalLinks|comments|threadedComments|theme|tables)")


class Bounds(NamedTuple):
    """How large a workbook may be: bytes packed and unpacked, elements of all sheets, rows and columns of one."""

    packed: int = LARGEST
    unpacked: int = _UNPACKED
    elements: int = _ELEMENTS
    rows: int = ROWS
    columns: int = COLUMNS


OURS: Final = Bounds()
"""What the records of a year may have."""


@dataclass
class Looked:
    """What the XML of a sheet says besides its values; rows and columns count from 0."""

    hidden: bool = False
    formulas: set[tuple[int, int]] = field(default_factory=set)
    errors: set[tuple[int, int]] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    rows: int = 0
    columns: int = 0


def look(raw: bytes, bounds: Bounds = OURS) -> tuple[bytes, dict[str, Looked]]:
    """Return a workbook's measured copy and what each of its sheets is; raises `Unreadable`."""
    _is_one(raw, bounds)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            parts, plain = _unpacked(packed, bounds)
        sheets = dict(_sheets(parts, plain, bounds)) if "xl/workbook.xml" in parts else {}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, expat.ExpatError, KeyError, ValueError):
        raise Unreadable(TORN) from None
    except RuntimeError:  # what zipfile says of a member with a password
        raise Unreadable(PASSWORD) from None
    if not sheets:
        raise Unreadable(NO_WORKBOOK)
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w") as packed:
        for name in [*parts]:
            part = parts.pop(name)
            how = zipfile.ZIP_DEFLATED if len(part) >= _LARGE else zipfile.ZIP_STORED
            packed.writestr(zipfile.ZipInfo(name), part, how, compresslevel=1)
    return copy.getvalue(), sheets


def _is_one(raw: bytes, bounds: Bounds) -> None:
    if not raw:
        raise Unreadable(EMPTY_FILE)
    if len(raw) > bounds.packed:
        raise Unreadable(TOO_LARGE)
    if raw.startswith(_OLE):
        raise Unreadable(PASSWORD if "EncryptedPackage".encode("utf-16-le") in raw else OLD_FORMAT)
    if not raw.startswith(b"PK"):
        raise Unreadable(NO_WORKBOOK)


def _unpacked(packed: zipfile.ZipFile, bounds: Bounds) -> tuple[dict[str, bytes], dict[str, Looked]]:
    """Return the parts that hold values, measured while they are unpacked: what a member says of its size may lie.

    Beside them, what is known already of large sheets.

    Cells and rows that are formatted and empty are left out: whoever formats a whole sheet has a million of them.
    """
    parts, plain, left = dict[str, bytes](), dict[str, Looked](), bounds.unpacked
    for member in packed.infolist():
        name = member.filename.replace("\\", "/").lstrip("/")
        if not _PARTS.fullmatch(name) or _PASSED_OVER.match(name):
            continue
        pieces = list[bytes]()
        with packed.open(name=member) as opened:
            while piece := opened.read(_CHUNK):
                left -= len(piece)
                if left < 0:
                    raise Unreadable(TOO_LARGE)
                pieces.append(piece)
        part = b"".join(pieces)
        pieces.clear()
        if len(part) >= _LARGE and (found := plainly(part, bounds)):
            plain[name] = found
        elif name != "xl/sharedStrings.xml":
            part = _NO_ROW.sub(b"", _NO_CELL.sub(b"", part))
        parts[name] = part
    return parts, plain


def plainly(part: bytes, bounds: Bounds) -> Looked | None:
    """Return what a sheet is that holds nothing but values, None where it is none or has to be walked through.

    A walk takes twenty seconds for a hundred thousand replies. Here only what could be something else is searched for:
    a formula, an error, what is hidden, cells that do not say where they are, and those that are too far out.
    """
    rows, cells = part.count(b"<row"), part.count(b"<c")
    if b"<sheetData>" not in part or any(each in part for each in _CLOSER):
        return None
    if rows != part.count(b'<row r="') or cells - part.count(b"<col") != part.count(b'<c r="'):
        return None
    if rows + 2 * cells > bounds.elements:
        return None
    last = max(map(int, _ROW.findall(part)), default=0)
    wide = max((_number(found.decode()) for found in {*_BEYOND_Z.findall(part)}), default=0)
    wide = wide or next((n for n in range(26, 0, -1) if b'<c r="%c' % (64 + n) in part), 0)
    return Looked(rows=last, columns=wide) if last <= bounds.rows and wide <= bounds.columns else None


def _sheets(parts: Mapping[str, bytes], plain: Mapping[str, Looked], bounds: Bounds) -> Iterator[tuple[str, Looked]]:
    """Yield the sheets by name, as the workbook lists them."""
    targets: dict[str, str] = {}
    listed: list[tuple[str, str, bool]] = []

    def relation(name: str, said: dict[str, str]) -> None:
        if name == "Relationship":
            targets[said["Id"]] = posixpath.normpath(posixpath.join("xl", said["Target"]).lstrip("/"))

    def entry(name: str, said: dict[str, str]) -> None:
        if name == "sheet":
            inner = next((value for key, value in said.items() if key.rpartition(":")[2] == "id"), "")
            listed.append((said["name"], inner, said.get("state", "visible") != "visible"))

    _parse(parts["xl/_rels/workbook.xml.rels"], relation)
    _parse(parts["xl/workbook.xml"], entry)
    left = bounds.elements
    for title, inner, hidden in listed:
        name = targets.get(inner, "")
        part = parts.get(name)
        if part is None:  # a chart or a macro is a sheet as well
            continue
        if name in plain:
            plain[name].hidden = hidden
            yield title, plain[name]
            continue
        walk = _Walk(Looked(hidden=hidden), left)
        _parse(part, walk.begins)
        left = walk.left
        if walk.looked.rows > bounds.rows or walk.looked.columns > bounds.columns:
            raise Unreadable(too_far(title, walk.looked.rows, bounds.rows))
        yield title, walk.looked


class _Walk:
    """One way through the elements of a sheet."""

    def __init__(self, looked: Looked, left: int) -> None:
        """Stop when `left` elements have been seen."""
        self.looked = looked
        self.left = left
        self._row = self._column = -1
        self._is_error = False

    def begins(self, name: str, said: dict[str, str]) -> None:
        """Take an element."""
        self.left -= 1
        if self.left < 0:
            raise Unreadable(TOO_LARGE)
        if name == "c":
            self._cell(said)
        elif name == "row":
            self._row, self._column = int(said["r"]) - 1 if "r" in said else self._row + 1, -1
            if said.get("hidden") in {"1", "true"}:
                self.looked.hidden_rows.add(self._row)
        elif name in {"v", "is", "f"}:
            self._filled(name)
        elif name == "col" and said.get("hidden") in {"1", "true"}:
            self.looked.hidden_columns.update(range(int(said["min"]) - 1, min(int(said["max"]), COLUMNS)))

    def _cell(self, said: dict[str, str]) -> None:
        self._is_error = said.get("t") == "e"
        self._column += 1
        if written := said.get("r"):
            place = _CELL.fullmatch(written)
            if place is None:
                raise ValueError(written)
            self._row, self._column = int(place[2]) - 1, _number(place[1]) - 1

    def _filled(self, name: str) -> None:
        looked, place = self.looked, (self._row, self._column)
        looked.rows, looked.columns = max(looked.rows, self._row + 1), max(looked.columns, self._column + 1)
        if name == "f":
            looked.formulas.add(place)
        elif self._is_error:
            looked.errors.add(place)


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _parse(part: bytes, begins: Callable[[str, dict[str, str]], None]) -> None:
    """Walk through the elements of a part, by their names without prefixes; a part with a document type is refused."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, said: begins(name.rpartition(":")[2], said)
    parser.StartDoctypeDeclHandler = _refuse
    parser.ParseFile(io.BytesIO(part))


def _refuse(*_: object) -> None:
    message = "a workbook has no document type"
    raise ValueError(message)
