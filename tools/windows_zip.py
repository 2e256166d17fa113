"""Makes `tonbaep-windows.zip`, which a clerk unpacks and double-clicks, on any system: no installer, no administrator.

    python tools/windows_zip.py --python ADDRESS --sha256 HASH

In it: the embeddable Python that `--python` names (a file or an address, with its hash; the official one is
https://www.python.org/ftp/python/3.13.2/python-3.13.2-embed-amd64.zip or a later 3.13), the wheels of
`requirements-publish.lock` for Windows, unpacked, the program, the sample and how to start. Same inputs, same bytes.
`pip` of this Python downloads the wheels, with their hashes.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from email.parser import BytesHeaderParser
from functools import cache, partial
from http.client import HTTPSConnection
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from packaging.requirements import Requirement
from packaging.utils import parse_wheel_filename

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Files = dict[str, Callable[[], bytes]]

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "tools/windows"
LOCK = ROOT / "requirements-publish.lock"

NAME = "tonbaep"
"""The folder in the archive that holds all."""
EXAMPLE = "ตัวอย่าง"
"""The folder of the sample; that of the office's own work begins empty, and `tools/windows/start.py` makes it."""

OURS = ("generator",)
BROUGHT = ("content", "overrides", "mkdocs.yml")
"""What `tools/backend.py` puts into a wheel, too."""
SAMPLE = ("winners", "content")

RUNTIME = (
    "msvc-runtime==14.51.36231",
    "sha256:f3c3ac4f733a774f6ae209567e533bfde6f72dc1c10977733bfe09ce01e5b624",
)
"""Microsoft's C++ runtime, as Microsoft signed it, for Python 3.13 as all of this: the embeddable Python brings a part
of it, and the engine that finds faces needs more. Not every office has it, and only an administrator installs it."""
RUNTIME_FILES = ("msvcp140.dll", "vcruntime140.dll", "vcruntime140_1.dll", "vcruntime140_threads.dll")

NOT_NEEDED = frozenset({"flit-core", "backports-strenum"})
"""Only for building the package, and only for Pythons before 3.11."""

TEXT_OF = {"flatbuffers": "requests"}
"""Wheels without the text of their licence, and one that has it: both say Apache 2.0."""

DROPPED = re.compile(
    r"""
    .*\.(?:py[cio]|exe|lib|h|hpp|pxd|pyx|c|cpp)$             # compiled elsewhere, types, and what C is built with
    | (?:.*/)?tests?/                                        # of other people's packages
    | babel/locale-data/(?!(?:root|en|th)(?:_\w+)?\.dat$)    # other languages
    | ai_edge_litert/(?:aot|tools|vendors|libLiteRtWebGpu|_pywrap_litert_converter)  # models are run here, not made
    | [^/]*\.dist-info/(?:RECORD|INSTALLER|REQUESTED|direct_url\.json)$
    """,
    re.VERBOSE,
)
ICON = re.compile(r"material/templates/\.icons/(?P<name>.+)\.svg$")
NAMES_ICON = re.compile(rb"(?:material|fontawesome|octicons|simple)(?:/[\w-]+)+")
"""How a template or a setting names an icon: of 14,000 that the theme brings, and a zip is unpacked file by file."""

LICENCE = re.compile(r"(?i)\.dist-info/(?:licenses/.|(?:.*/)?(?:licen[cs]e|copying|notice)[^/]*$)")

LONGEST_PATH = 180
"""Letters of a path in the archive; Windows takes 260 with the folder that the clerk chooses."""
RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")
FORBIDDEN = re.compile(r'[<>:"\\|?*\x00-\x1f]|[. ]$')

MOST = 130 * 1000 * 1000
_DAY, _UNIX, _READABLE = (1980, 1, 1, 0, 0, 0), 3, 0o100644 << 16
"""Names in UTF-8 are believed of Unix by every program that unpacks."""


def main() -> int:
    """Make the archive and say how large it is."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--python", required=True, help="the embeddable package of CPython for amd64, file or address")
    asked.add_argument("--sha256", required=True, help="its hash")
    asked.add_argument("--wheels", type=Path, help="a folder for the wheels, kept; otherwise they are downloaded anew")
    asked.add_argument("--out", type=Path, default=ROOT / "dist/tonbaep-windows.zip")
    options = asked.parse_args()
    python = fetched(options.python, options.sha256)
    with tempfile.TemporaryDirectory() as passing:
        wheels = options.wheels or Path(passing)
        downloaded(pins(LOCK.read_text(encoding="utf-8"), version_of(python)), wheels, version_of(python))
        options.out.parent.mkdir(parents=True, exist_ok=True)
        options.out.write_bytes(archive(contents(python, sorted(wheels.glob("*.whl")))))
    size = options.out.stat().st_size
    print(f"{options.out}: {size:,} bytes, sha256 {hashlib.sha256(options.out.read_bytes()).hexdigest()}")
    return 0 if size <= MOST else 1


def fetched(python: str, sha256: str) -> bytes:
    """Return the embeddable Python; raises `ValueError` where its hash is another."""
    if python.startswith("https://"):
        address = urlsplit(python)
        line = HTTPSConnection(address.netloc, timeout=60)
        line.request("GET", address.path)
        raw = line.getresponse().read()
    else:
        raw = Path(python).read_bytes()
    if hashlib.sha256(raw).hexdigest() != sha256.lower():
        message = f"{python} has another hash than {sha256}"
        raise ValueError(message)
    return raw


def version_of(python: bytes) -> tuple[int, int]:
    """Return the version of an embeddable Python, by the name of the file that says where it finds modules."""
    with zipfile.ZipFile(io.BytesIO(python)) as box:
        (found,) = filter(None, (re.fullmatch(r"python(\d)(\d+)\._pth", name) for name in box.namelist()))
    return int(found[1]), int(found[2])


def pins(lock: str, version: tuple[int, int]) -> list[str]:
    """Return the lines of a lock that hold on Windows, each with its hashes and without its condition."""
    there = {
        "python_full_version": "{}.{}.0".format(*version),
        "python_version": "{}.{}".format(*version),
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "sys_platform": "win32",
        "platform_system": "Windows",
        "platform_machine": "AMD64",
        "os_name": "nt",
    }
    found = []
    for line in re.sub(r"\\\n\s*", "", lock).splitlines():
        if line and not line.startswith("#"):
            told, *hashes = line.split("--hash=")
            wanted = Requirement(told)
            if wanted.name not in NOT_NEEDED and (wanted.marker is None or wanted.marker.evaluate(there)):
                found.append(
                    " ".join((f"{wanted.name}{wanted.specifier}", *(f"--hash={each.strip()}" for each in hashes)))
                )
    return found


def downloaded(wanted: Iterable[str], wheels: Path, version: tuple[int, int]) -> None:
    """Download a wheel for Windows of every pin, with its hash; pip ends with an error where there is none."""
    number = "{}{}".format(*version)
    with tempfile.TemporaryDirectory() as passing:
        asked = Path(passing) / "pins.txt"
        asked.write_text("\n".join((*wanted, f"{RUNTIME[0]} --hash={RUNTIME[1]}")), encoding="utf-8")
        options = ("--platform", "win_amd64", "--python-version", number, "--implementation", "cp")
        abis = ("--abi", f"cp{number}", "--abi", "abi3", "--abi", "none")
        kept = ("--no-deps", "--only-binary=:all:", "--require-hashes", "--disable-pip-version-check", "-q")
        command = (sys.executable, "-m", "pip", "download", *kept, *options, *abis, "-r", str(asked), "-d", str(wheels))
        subprocess.run(command, check=True)


def contents(python: bytes, wheels: Iterable[Path]) -> Files:
    """Return every file of the archive by its path; each is read when it is asked for."""
    files: Files = {}
    licences = []
    for wheel in wheels:
        if parse_wheel_filename(wheel.name)[0] == RUNTIME[0].partition("==")[0]:
            files |= _runtime(wheel)
        else:
            files |= _apart(files, _unpacked(wheel))
        licences.append(_licences(wheel))
    files |= {name: read for name, read in _python(python).items() if name not in files}
    for part in OURS:
        files |= _tree(ROOT / part, f"program/app/{part}")
    for part in BROUGHT:
        files |= _tree(ROOT / part, f"program/app/generator/brought/{part}")
    for part in SAMPLE:
        files |= _tree(ROOT / part, f"{EXAMPLE}/{part}")
    files = _with_named_icons(files)
    files |= {
        "เริ่มใช้งาน.cmd": lambda: _of_windows("start.cmd"),
        "ดูตัวอย่าง.cmd": lambda: _of_windows("start.cmd").replace(b'start.py" ', b'start.py" --sample '),
        "เริ่มใช้งาน.txt": lambda: b"\xef\xbb\xbf" + _of_windows("start.txt"),  # for Notepad before Windows 10
        "program/start.py": (HERE / "start.py").read_bytes,
        "program/tonbaep.cmd": lambda: _of_windows("command.cmd"),
        "program/LICENSE.txt": (ROOT / "LICENSE").read_bytes,
        "program/LICENCES.txt": lambda: _index(licences),
    }
    sound(files)
    return files


def sound(names: Iterable[str]) -> None:
    """Raise `ValueError` for a path that Windows cannot have, or not below the folder that a clerk may choose."""
    seen: dict[str, str] = {}
    for name in names:
        parts = PurePosixPath(name).parts
        if any(RESERVED.match(part) or FORBIDDEN.search(part) for part in parts):
            message = f"{name}: Windows has no such name"
        elif len(f"{NAME}/{name}") > LONGEST_PATH:
            message = f"{name}: longer than {LONGEST_PATH} letters"
        elif seen.setdefault(name.casefold(), name) != name:
            message = f"{name}: to Windows the same as {seen[name.casefold()]}"
        else:
            continue
        raise ValueError(message)


def archive(files: Mapping[str, Callable[[], bytes]]) -> bytes:
    """Return the archive: sorted, without times, without the system that made it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as box:
        for name in sorted(files):
            about = zipfile.ZipInfo(f"{NAME}/{name}", _DAY)
            about.compress_type, about.create_system, about.external_attr = zipfile.ZIP_DEFLATED, _UNIX, _READABLE
            box.writestr(about, files[name](), compresslevel=6)
    return out.getvalue()


def _apart(there: Files, new: Files) -> Files:
    twice = there.keys() & new.keys()
    if twice:
        message = f"two wheels bring {', '.join(sorted(twice))}"
        raise ValueError(message)
    return new


def _unpacked(wheel: Path) -> Files:
    """Return what of a wheel is needed, where pip would put it."""
    files: Files = {}
    for name in _names(wheel):
        place = re.sub(r"^[^/]+\.data/(?:platlib|purelib)/", "", name)
        if ".data/" not in place and not DROPPED.match(place):
            files[f"program/packages/{place}"] = _reader(wheel, name)
    return files


def _runtime(wheel: Path) -> Files:
    """Return Microsoft's files, beside the interpreter, where Windows looks first."""
    found = {PurePosixPath(name).name: name for name in _names(wheel) if "/data/Scripts/" in name}
    files = {f"program/python/{name}": _reader(wheel, found[name]) for name in RUNTIME_FILES}
    licence = next(name for name in _names(wheel) if name.endswith("/LICENSE"))
    return {**files, "program/python/LICENSE-msvc-runtime.txt": _reader(wheel, licence)}


def _python(raw: bytes) -> Files:
    """Return the embeddable Python; its list of places leads to the packages and to the program."""
    box = zipfile.ZipFile(io.BytesIO(raw))
    places = "{zip}\n.\n..\\packages\n..\\app\n"
    number = "python{}{}".format(*version_of(raw))
    files: Files = {f"program/python/{name}": partial(box.read, name) for name in box.namelist()}
    files[f"program/python/{number}._pth"] = places.format(zip=f"{number}.zip").encode
    return files


def _tree(top: Path, place: str) -> Files:
    """Return a file, or those of a folder that belong to the repository."""
    if top.is_file():
        return {place: top.read_bytes}
    listed = subprocess.run(
        (shutil.which("git") or "git", "ls-files", "-z", "."), cwd=top, check=True, capture_output=True
    ).stdout
    return {f"{place}/{name}": (top / name).read_bytes for name in listed.decode().split("\0") if name}


def _with_named_icons(files: Files) -> Files:
    """Return the files without icons that no template and no setting names."""
    texts = (name for name in files if name.startswith("program/") and name.endswith((".html", ".yml", ".yaml", ".j2")))
    named = {found.decode() for name in texts for found in NAMES_ICON.findall(files[name]())}
    icons = {name: found["name"] for name in files if (found := ICON.search(name))}
    return {name: read for name, read in files.items() if name not in icons or icons[name] in named}


def _of_windows(name: str) -> bytes:
    return (HERE / name).read_text(encoding="utf-8").replace("\n", "\r\n").encode()


def _licences(wheel: Path) -> tuple[str, str, str, list[str]]:
    """Return name, version and licence of a package, and where its texts lie in the archive."""
    (about,) = (name for name in _names(wheel) if re.fullmatch(r"[^/]+\.dist-info/METADATA", name))
    told = BytesHeaderParser().parsebytes(_reader(wheel, about)())
    classified = [each.rpartition(" :: ")[2] for each in told.get_all("Classifier", []) if each.startswith("License")]
    kind = told["License-Expression"] or ", ".join(classified) or (told["License"] or "").partition("\n")[0]
    texts = [f"packages/{name}" for name in _names(wheel) if LICENCE.search(name)]
    return told["Name"], told["Version"], kind, texts


def _index(licences: Iterable[tuple[str, str, str, list[str]]]) -> bytes:
    """Return the list of everything in the archive with its licence; raises `ValueError` where a text is missing."""
    by_name = {name.lower(): (name, version, kind, texts) for name, version, kind, texts in licences}
    lines = [
        "Everything in this folder, its licence, and where the text stands",
        "",
        "tonbaep: MIT: LICENSE.txt; its fonts and models: app/generator/fonts, app/generator/reading/photos/models",
        "Python: PSF-2.0: python/LICENSE.txt",
    ]
    for name, version, kind, texts in sorted(by_name.values(), key=lambda each: each[0].lower()):
        if name == RUNTIME[0].partition("==")[0].replace("-", "_"):
            where = ["python/LICENSE-msvc-runtime.txt"]
        else:
            where = texts or by_name[TEXT_OF.get(name.lower(), name.lower())][3]
        if not where:
            message = f"{name} brings no text of its licence"
            raise ValueError(message)
        lines.append(f"{name} {version}: {kind}: {', '.join(where)}")
    return "\r\n".join((*lines, "")).encode()


@cache
def _opened(wheel: Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(wheel)


def _names(wheel: Path) -> list[str]:
    return [name for name in _opened(wheel).namelist() if not name.endswith("/")]


def _reader(wheel: Path, name: str) -> Callable[[], bytes]:
    return partial(_opened(wheel).read, name)


if __name__ == "__main__":
    sys.exit(main())
