"""What tests need of the machine beside Python: programs of Debian, and Firefox's reader of PDFs from npm."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from typing import NoReturn

import pytest

_PACKAGES = {
    "chromium": "chromium",
    "pdftotext": "poppler-utils",
    "pdftoppm": "poppler-utils",
    "pdfimages": "poppler-utils",
    "ffmpeg": "ffmpeg",
    "ffprobe": "ffmpeg",
    "node": "nodejs",
    "npm": "npm",
}

PDFJS = "pdfjs-dist@5.4.296"
"""The reader of Firefox; newer ones need Node 22."""


def need(program: str) -> str:
    """Return the path of a program, installed from Debian where that is possible."""
    found = shutil.which(program)
    if found is None and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (("apt-get", "update", "-qq"), ("apt-get", "install", "-y", "-qq", _PACKAGES[program])):
            subprocess.run(command, check=False, env=environment, stdout=subprocess.DEVNULL)
        found = shutil.which(program)
    return found or _do_without(f"{program} is missing: install the package {_PACKAGES[program]}, then test again")


@cache
def pdfjs() -> Path:
    """Return the module of Firefox's reader, fetched once for this machine."""
    need("node")
    kept = Path(tempfile.gettempdir()) / f"tonbaep-tests-{PDFJS}"
    module = kept / "node_modules" / "pdfjs-dist" / "legacy" / "build" / "pdf.mjs"
    if not module.is_file():
        options = ("--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--silent")
        command = (need("npm"), "install", "--prefix", str(kept), *options, PDFJS)
        kept.mkdir(exist_ok=True)
        subprocess.run(command, check=False, cwd=kept, stdout=subprocess.DEVNULL)
    return module if module.is_file() else _do_without(f"{PDFJS} is missing: `npm install` it, then test again")


def _do_without(message: str) -> NoReturn:
    """Tell a person plainly and skip; in CI fail, since a silent skip would hide that nothing was tested."""
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)
