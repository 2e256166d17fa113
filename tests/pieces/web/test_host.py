"""What a host is told of the site's files: by a reader of XML, and by lists of what such hosts let a folder decide."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

from generator.pieces.web import host
from tests.support.publications import make_project, make_publication, make_site

KNOWN = {".jpg", ".png", ".gif", ".pdf", ".gz"}
"""What every host has known for twenty years."""

DELEGATED = {
    "configuration",
    "system.webServer",
    "location",
    "defaultDocument",
    "files",
    "staticContent",
    "clientCache",
}
"""The sections of IIS that a folder may set unless somebody locked them; error pages and modules are not among them."""

FILE_INFO = {"AddType", "AddCharset", "Header", "ErrorDocument"}
"""Apache's directives of the class FileInfo (and containers): all that a host allows if it allows a folder anything."""


def _told() -> tuple[ET.Element, str]:
    publication = make_publication()
    iis, apache = (
        piece.press.press(piece.template, sheet.view, Path()).decode()
        for piece in host.PIECES
        for sheet in piece.lay_out(publication)
    )
    return ET.fromstring(iis), apache


def test_iis_is_told_each_type_once_and_whatever_it_knew_before() -> None:
    """A type that IIS has already ends every page of the folder in error 500 unless it is removed first."""
    root, _ = _told()
    content = root.find("system.webServer/staticContent")
    assert content is not None
    steps = [(step.tag, step.get("fileExtension")) for step in content if step.tag != "clientCache"]
    assert len(steps) > 20
    assert steps[::2] == [("remove", ending) for _, ending in steps[1::2]]
    assert all(tag == "mimeMap" for tag, _ in steps[1::2])
    assert len({ending for _, ending in steps}) == len(steps) / 2


def test_neither_host_is_told_what_a_folder_may_not_decide() -> None:
    """One word too many, and a host shows an error instead of the whole site."""
    root, apache = _told()
    assert {step.tag for step in root.iter()} - DELEGATED <= {"remove", "add", "mimeMap"}
    assert {place.get("path") for place in root.iter("location")} == set(host.NAMED_BY_CONTENT)
    words = [line.split()[0] for line in apache.splitlines() if line and not line.startswith(("#", "<"))]
    assert len(words) > 20
    assert set(words) <= FILE_INFO
    opened = re.findall(r"^<(\w+)", apache, re.MULTILINE)
    assert sorted(opened) == sorted(re.findall(r"^</(\w+)>", apache, re.MULTILINE))
    assert set(opened) == {"IfModule", "FilesMatch"}


def test_every_kind_of_file_on_the_site_is_named_and_texts_are_utf_8(tmp_path: Path) -> None:
    """A host answers "not found" for a kind that it does not know, and may send Thai as Windows-874."""
    project = make_project(tmp_path / "project")
    site = make_site(project, make_publication())
    kinds = {file.suffix for file in site.rglob("*") if file.is_file() and file.name not in host.YIELDING}
    assert {".html", ".webp", ".woff2", ".json", ".ics", ".xml", ".svg"} <= kinds
    assert kinds <= {*host.TEXTS, *host.OTHERS, *KNOWN}
    assert (site / host.IIS).is_file()
    assert (site / host.APACHE).is_file()
    kept = re.search(r'FilesMatch "(.*)"', (site / host.APACHE).read_text(encoding="utf-8"))
    assert kept
    names = {file.name for file in site.rglob("*") if file.is_file() and re.search(kept[1], file.name)}
    assert all(re.search(r"[0-9a-f]{12}", name) for name in names), "a name that stays while its content changes"
    below = {file.name for file in (site / host.KEPT).iterdir()}
    assert {name.rpartition(".")[2] for name in below} == {"css", "js", "svg", "woff2"}
    assert below <= names
    texts = [file for file in site.rglob("*") if file.suffix in host.TEXTS]
    assert len(texts) > 30
    for file in texts:
        file.read_bytes().decode()


def test_apache_leads_from_a_wrong_address_to_the_sites_own_page() -> None:
    """In the folder of the host in which the site is."""
    _, apache = _told()
    below = re.search(r"^ErrorDocument 404 (/\S*)$", apache, re.MULTILINE)
    assert below
    assert below[1].endswith("/404.html")
    assert "//" not in below[1]
