"""The clerk's zip on Windows' own interpreter: checked, built and edited there, it makes what Linux makes, to the byte.

What wine cannot show: SmartScreen, virus scanners, and how a real disk of Windows shares open files in all cases.
"""

from __future__ import annotations

import re
import shutil
import sys
from http.cookiejar import CookieJar
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import pytest

from tests.support import product, wine
from tests.support.desk import form_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.wine import Windows

pytestmark = [
    pytest.mark.windows,
    pytest.mark.usefixtures("builds"),
    pytest.mark.skipif(sys.platform != "linux", reason="wine is for Linux; Windows itself needs none"),
]

PIECES = (
    "poster",
    "poster_screen",
    "poster_shop_picture",
    "press_release_document",
    "press_release",
    "post_plan_table",
    "line_message",
    "open_data",
    "announcement_ssml",
)
"""Pieces that stand for every kind of file; the site is made with `--whole`, of all pages."""
EVERY_KIND = (".pdf", ".png", ".jpg", ".docx", ".txt", ".xlsx", ".json", ".csv", ".ssml")


@pytest.fixture(scope="module")
def windows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Windows]:
    """Return the zip, unpacked in a Windows of its own."""
    made = wine.unpacked(tmp_path_factory.mktemp("windows"))
    yield made
    made.end()


@pytest.fixture(scope="module")
def some(windows: Windows, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Build the same few pieces on both systems, of one winner, and return what they came to on Linux, by name."""
    here, brought = (product.copy_of_sample(tmp_path_factory.mktemp(name)) for name in ("here", "brought"))
    for project in (here, brought):
        product.one_person(project)
    _brought(windows, brought)
    words = ("build", "--only", *PIECES, "--as-of", product.AFTER)
    product.done(here, *words)
    windows.done(*words)
    made, there = _files(here), _files(windows.office)
    assert made.keys() == there.keys()
    return made


def test_the_sample_is_checked_as_on_linux(windows: Windows, office: Path) -> None:
    """The first thing that a clerk's records meet says the same words."""
    assert windows.done("check") == product.done(office, "check")


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_a_file_of_each_kind_is_the_same_to_the_byte(windows: Windows, some: dict[str, Path], kind: str) -> None:
    """Each kind of file has a writer of its own; what its other files say is the next test's, before a release."""
    here = {name: file for name, file in some.items() if file.suffix == kind}
    there = _files(windows.office)
    assert here
    assert [name for name in here if here[name].read_bytes() != there[name].read_bytes()] == []


def test_every_file_is_the_same_to_the_byte(windows: Windows, built: Path) -> None:
    """A proof that was signed on one system is the same on the other, and a village hears the same announcement."""
    _brought(windows, product.copy_of_sample(windows.root))
    windows.done("build", "--as-of", product.AFTER)
    here, there = _files(built), _files(windows.office)
    assert len(here) > 500
    assert here.keys() == there.keys()
    assert sorted(name for name in here if here[name].read_bytes() != there[name].read_bytes()) == []


def test_the_desk_opens_once_and_saves_one_line(windows: Windows) -> None:
    """What the clerk double-clicks; a second click leads to the desk that is open, and CRLF stays."""
    file = windows.office / "winners/organisation.yaml"
    file.write_bytes(file.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    before = file.read_bytes().splitlines(keepends=True)
    with windows.begun("desk", "--no-open") as running:
        try:
            assert running.stdout
            found = re.search(r"http://(127\.0\.0\.1:\d+)/enter/\S{40,}", running.stdout.readline())
            assert found
            assert found[0] in windows.done("desk", "--no-open")
            _save(found[0], f"http://{found[1]}", "/2566/office/", "phone", "0 7555 0199")
        finally:
            windows.end()
    after = file.read_bytes().splitlines(keepends=True)
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert len(changed) == 1
    assert changed[0][1].rstrip() == changed[0][0].split(b":")[0] + b": 0 7555 0199"


def _brought(windows: Windows, project: Path) -> None:
    """Put a project in the place of the office's own work."""
    shutil.rmtree(windows.office)
    project.rename(windows.office)


def _files(project: Path) -> dict[str, Path]:
    """Return everything that was made in a project."""
    folders = (project / "build", project / "site")
    return {
        each.relative_to(project).as_posix(): each
        for folder in folders
        for each in sorted(folder.rglob("*"))
        if each.is_file()
    }


def _save(entrance: str, desk: str, path: str, field: str, value: str) -> None:
    """Come in as the browser does, change one field, look at the difference, and agree."""
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    browser.addheaders = [("Origin", desk)]

    def answer(address: str, form: dict[str, list[str]] | None = None) -> str:
        sent = None if form is None else urlencode(form, doseq=True).encode()
        with browser.open(address, sent, timeout=300) as page:
            text: str = page.read().decode()
        return text

    answer(entrance)
    looked = answer(desk + path, {**form_in(answer(desk + path)), field: [value], "do": ["look"]})
    answer(desk + path, {**form_in(looked), "do": ["save"]})
