"""What tests need besides Python: programs from Debian, and from npm a PDF reader, checkers of HTML and of scripts."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from functools import cache, partial
from pathlib import Path
from typing import NoReturn

import pytest

_PACKAGES = {
    "chromium-headless-shell": "chromium-headless-shell",
    "chromium": "chromium",
    "pdftotext": "poppler-utils",
    "pdftoppm": "poppler-utils",
    "pdfimages": "poppler-utils",
    "ffmpeg": "ffmpeg",
    "ffprobe": "ffmpeg",
    "node": "nodejs",
    "npm": "npm",
    "java": "default-jre-headless",
    "wine64": "wine64",
    "apache2": "apache2",
    "faketime": "faketime",
    "sshd": "openssh-server",
    "soffice": "libreoffice-writer-nogui libreoffice-calc-nogui",
}

FRESH = 3600
"""Seconds for which a list of Debian's packages is good."""

_ALSO = os.pathsep.join(("/usr/lib/wine", "/usr/sbin"))
"""Where Debian puts `wine64` and servers, off the path."""

PDFJS = "pdfjs-dist@5.4.296"
"""Firefox's PDF reader; newer versions need Node 22."""
ACORN = "acorn@8.19.0"
"""A parser of ECMAScript that can be told which year's."""
DOCX_PREVIEW, JSZIP = "docx-preview@0.4.1", "jszip@3.10.1"
"""A reader of Word documents in a browser, and the reader of ZIP that it wants."""
VNU = "vnu-jar@26.9.27"
"""The W3C's HTML checker."""


@cache
def browser() -> str:
    """Return the path of Chromium, without a window where there is one: it takes half the time to open a page."""
    return _found("chromium-headless-shell") or need("chromium")


def need(program: str) -> str:
    """Return the path of a program, installed from Debian if possible."""
    return _found(program) or _do_without(f"{program} is missing: install {_PACKAGES[program]}, then test again")


def _found(program: str) -> str | None:
    """Return the path of a program that is there, or could be installed."""
    path = os.pathsep.join((os.environ.get("PATH", os.defpath), _ALSO))
    found = shutil.which(program, path=path)
    if found is None and shutil.which("apt-get") and is_root():
        _install(*_PACKAGES[program].split())
        found = shutil.which(program, path=path)
    return found


def _install(*packages: str) -> None:
    """Install packages of Debian, one worker at a time, as another is refused; their list is fetched once an hour."""
    import fcntl  # where there is `apt-get`, there is this

    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run = partial(subprocess.run, check=False, env=environment, stdout=subprocess.DEVNULL)
    with Path(tempfile.gettempdir(), "tonbaep-tests-apt").open("a") as fetched:
        fcntl.flock(fetched, fcntl.LOCK_EX)
        known = os.fstat(fetched.fileno())
        if not known.st_size or time.time() - known.st_mtime > FRESH:
            run(("apt-get", "update", "-qq"))
            fetched.write(".")
        run(("apt-get", "install", "-y", "-qq", *packages))


def wine() -> str:
    """Return the path of wine; where it cannot be had, even CI does without, and says so."""
    found = _found("wine64")
    if found is None:
        pytest.skip("wine64 is missing: install the package wine64, and Windows' interpreter is tested too")
    return found


@cache
def pdfjs() -> Path:
    """Return the module of Firefox's PDF reader."""
    need("node")
    return _from_npm(PDFJS, "pdfjs-dist/legacy/build/pdf.mjs")


@cache
def vnu() -> Path:
    """Return the program that checks HTML."""
    return _from_npm(VNU, "vnu-jar/build/dist/vnu.jar")


@cache
def acorn() -> Path:
    """Return the parser that reads scripts as browsers of a year do."""
    return _from_npm(ACORN, "acorn/dist/acorn.js")


@cache
def docx_preview() -> tuple[Path, Path]:
    """Return the scripts of a reader of Word documents, in the order in which a page loads them."""
    reader = _from_npm(DOCX_PREVIEW, "docx-preview/dist/docx-preview.min.js", JSZIP)
    return _from_npm(DOCX_PREVIEW, "jszip/dist/jszip.min.js", JSZIP), reader


def _from_npm(package: str, path: str, *besides: str) -> Path:
    """Return a file of an npm package, downloaded once for this machine."""
    kept = Path(tempfile.gettempdir()) / f"tonbaep-tests-{package}"
    file = kept / "node_modules" / path
    if not file.is_file():
        options = ("--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--silent")
        kept.mkdir(exist_ok=True)
        command = (need("npm"), "install", "--prefix", str(kept), *options, package, *besides)
        subprocess.run(command, check=False, cwd=kept, stdout=subprocess.DEVNULL)
    return file if file.is_file() else _do_without(f"{package} is missing: `npm install` it, then test again")


def is_root() -> bool:
    """Return whether these tests may do anything on this machine."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


@cache
def unpacked(program: str, *packages: str) -> tuple[Path, str]:
    """Return a program of Debian that cannot be installed beside its likes, and the folders of its libraries.

    Packages are downloaded once for this machine, with the libraries that it has not, and only unpacked.
    """
    kept = Path(tempfile.gettempdir()) / f"tonbaep-tests-{packages[0]}"
    if not (kept / program).is_file() and shutil.which("apt-get"):
        _unpack(kept, packages)
    if not (kept / program).is_file():
        _do_without(f"{program} is missing: `apt-get download {' '.join(packages)}` must work, then test again")
    return kept / program, os.pathsep.join(sorted({str(file.parent) for file in kept.rglob("lib*.so*")}))


def _unpack(folder: Path, packages: tuple[str, ...]) -> None:
    """Download packages and the libraries that are missing, and unpack them into a folder."""
    less = ("recommends", "suggests", "conflicts", "breaks", "replaces", "enhances")
    asked = subprocess.run(
        ("apt-cache", "depends", "--recurse", *(f"--no-{kind}" for kind in less), *packages),
        capture_output=True,
        text=True,
        check=False,
    ).stdout.split()
    known = subprocess.run(
        ("dpkg-query", "-W", "-f", "${db:Status-Status} ${Package}\n"), capture_output=True, text=True, check=False
    ).stdout.splitlines()
    there = {line.split()[1] for line in known if line.startswith("installed ")}
    wanted = {*packages, *(name for name in asked if name.startswith("lib"))} - there
    with tempfile.TemporaryDirectory(prefix="tonbaep-tests-deb-") as place:
        command = ("apt-get", "download", "-qq", *sorted(wanted))
        subprocess.run(command, check=False, cwd=place, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        folder.mkdir(exist_ok=True)
        for package in sorted(Path(place).glob("*.deb")):
            subprocess.run(("dpkg-deb", "-x", str(package), str(folder)), check=False)


def do_without_root() -> None:
    """Skip, or in CI fail, where servers cannot be started as their packages start them."""
    if not is_root():
        _do_without("servers for publishing are started by root, for they change to the user who comes in")


def _do_without(message: str) -> NoReturn:
    """Say plainly what is missing and skip; in CI fail, since a silent skip would hide that nothing was tested."""
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)
