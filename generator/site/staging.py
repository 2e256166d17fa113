"""Fills the folder that the site is made from, by an allow list: nothing else can get onto the site."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from generator.disk.sources import CONTENT
from generator.model import Picture
from generator.press.page import front_matter
from generator.problems import Problem, ProblemsFound, Text
from generator.reading import pages as written_door
from generator.reading import photos
from generator.site import brand, theme

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.disclosure import Publication
    from generator.store import Store

    Content = bytes | Path | Callable[[], bytes]

PAGE = written_door.SUFFIX
PICTURES: dict[str, Literal["jpg", "webp", "png"]] = {".png": "png", ".jpg": "jpg", ".jpeg": "jpg", ".webp": "webp"}
"""The pictures that a hand-written page may show, and the format that each is written in."""

FOR_ALL = ".jpg"
"""What is added to the name of a hand-written page's WebP for the same picture as every browser and host knows it."""

WIDEST = 1600
"""Pixels of a hand-written page's picture: twice the width of the text on a fine screen."""


class WrittenPage(NamedTuple):
    """A page that the office wrote by hand: its address within the site, and its first heading as its title."""

    href: str
    title: str


def stage(
    project: Path,
    publication: Publication,
    pages: Mapping[str, Content],
    assets: Mapping[str, Content],
    staged: Path,
    photographs: Store,
) -> None:
    """Fill `staged` with the hand-written pages and pictures of `content/`, `pages` and `assets`, and nothing else.

    Each is the bytes of a file, where they lie, or what makes them: only one at a time is in memory.

    Raises `ProblemsFound` where a hand-written file would take a generated one's place, is a link to elsewhere, or is a
    picture that cannot be used.
    """
    written = _written_files(project, taken=pages.keys() | assets.keys())
    shown = _shown(written, photographs)
    office = publication.organisation
    branding = {
        "assets/brand.css": brand.style_sheet(office).encode(),
        "assets/charts.css": brand.chart_sheet(office.palette).encode(),
        "assets/mark.svg": brand.mark(office.palette).encode(),
    }
    fill(staged, {**shown, **pages, **assets, **branding})


def fill(folder: Path, files: Mapping[str, Content]) -> None:
    """Leave exactly these files in a folder.

    One that is there already, with the same bytes, stays: a disk reads it faster than it forgets and writes it.
    """
    for above, folders, names in os.walk(folder, topdown=False):
        within = "" if above == str(folder) else f"{Path(above).relative_to(folder).as_posix()}/"
        links = [name for name in folders if Path(above, name).is_symlink()]
        for name in (*names, *links):
            if f"{within}{name}" not in files:
                Path(above, name).unlink()
        for name in {*folders}.difference(links):
            with suppress(OSError):
                Path(above, name).rmdir()  # only if nothing is left in it
    for name, content in files.items():
        file = folder / name
        if content == file:  # it lies there
            continue
        value = _bytes(content)
        if not file.is_file() or file.is_symlink() or file.read_bytes() != value:
            file.unlink(missing_ok=True)  # another name of it may stand in a finished site
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(value)


def _bytes(content: Content) -> bytes:
    if isinstance(content, Path):
        return content.read_bytes()
    return content if isinstance(content, bytes) else content()


def _shown(written: Mapping[str, Path], photographs: Store) -> dict[str, Callable[[], bytes]]:
    """Return what makes the files as the site shows them: a page's own picture loses its metadata like any photo."""
    found: dict[str, Callable[[], bytes]] = {}
    problems: list[Problem] = []
    for path, source in written.items():
        if source.suffix.lower() == PAGE:
            page = written_door.read(source, f"{CONTENT}/{path}")
            if isinstance(page, written_door.Page):
                found[path] = partial(_staged, page)
            else:
                problems += page
            continue
        picture = photos.read(source, photographs)
        if isinstance(picture, Picture):
            form = PICTURES[source.suffix.lower()]
            found[path] = partial(photos.rendition, photographs, picture.digest, WIDEST, form)
            if form == "webp":
                found[path + FOR_ALL] = partial(photos.rendition, photographs, picture.digest, WIDEST, "jpg")
        else:
            problems.append(_problem(path, picture.message, picture.fix))
    if problems:
        raise ProblemsFound(problems)
    return found


def _staged(page: written_door.Page) -> bytes:
    """Return a page with the front matter that we know, as ours are: text is escaped, since themes print it as it is.

    There is always some, since without it an engine looks for another kind.
    """
    return f"{front_matter({'hide': [], **page.front})}\n{page.markdown}".encode()


def _written_files(project: Path, taken: set[str]) -> dict[str, Path]:
    """Return the hand-written pages and pictures by their path within the site; everything else stays behind."""
    root = project / CONTENT
    found: dict[str, Path] = {}
    problems = []
    for path, file in files_of(project).items():
        hidden = any(part.startswith(".") for part in path.split("/"))
        if hidden or file.suffix.lower() not in {*PICTURES, PAGE}:
            continue
        if any(part.is_symlink() for part in (file, *file.parents) if root in part.parents):
            problems.append(_problem(path, *_LINKED))
        elif path in taken:
            problems.append(_problem(path, *_TAKEN))
        elif file.is_file():
            if _is_wanted(file):
                found[path] = file
        elif not file.is_dir() or file.suffix.lower() == PAGE:
            problems.append(_problem(path, *NO_FILE))
    if problems:
        raise ProblemsFound(problems)
    return found


def files_of(project: Path) -> dict[str, Path]:
    """Return what stands in the office's own folder, and the package's pages where it has none."""
    root = project / CONTENT
    own = {file.relative_to(root).as_posix(): file for file in sorted(root.rglob("*"))}
    return {**theme.below(theme.brought() / CONTENT), **own}


def _is_wanted(file: Path) -> bool:
    """Return whether a file is to be shown: an empty page says that the office does not want it."""
    return file.is_file() and (file.suffix.lower() != PAGE or bool(file.read_bytes().strip()))


_LINKED = (
    Text("เป็นทางลัดไปยังที่อื่น จึงไม่นำขึ้นเว็บไซต์", "is a link to another place, so it does not go onto the site"),
    Text("วางไฟล์จริงไว้ในโฟลเดอร์ content", "put the file itself into content/"),
)
NO_FILE = (
    Text("ไม่ใช่ไฟล์ธรรมดา จึงอ่านไม่ได้", "is no ordinary file, so it cannot be read"),
    Text("ลบหรือย้ายออกจากโฟลเดอร์นี้ แล้ววางไฟล์จริงแทน", "move it out of this folder, and put a real file there"),
)
_TAKEN = (
    Text("ชื่อไฟล์นี้เป็นของหน้าที่ระบบสร้างให้", "is the name of a page that is made from the records"),
    Text("เปลี่ยนชื่อไฟล์ เช่น contact.md", "give the file another name, contact.md for example"),
)


def _problem(path: str, message: Text, fix: Text) -> Problem:
    return Problem(f"{CONTENT}/{path}", 0, 0, "", message, fix)


def written_pages(project: Path) -> tuple[WrittenPage, ...]:
    """Return the hand-written pages at the top of `content/`, which the site's menu names."""
    found = []
    for path, file in sorted(files_of(project).items()):
        if "/" in path or path.startswith(".") or file.suffix != PAGE or not _is_wanted(file):
            continue
        page = written_door.read(file, f"{CONTENT}/{file.name}")
        heading = page.heading if isinstance(page, written_door.Page) else None
        found.append(WrittenPage(f"{file.stem}.html", heading or file.stem))
    return tuple(found)
