"""The zip for Windows without a Windows: what is in it, under which names, and that it is the same each time."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.support.product import ROOT
from tools import windows_zip

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LOCK = (ROOT / "requirements-publish.lock").read_text(encoding="utf-8")
HASH = f"sha256:{'0' * 64}"


@pytest.fixture
def python() -> bytes:
    """Return something in the shape of an embeddable Python."""
    return _zip(
        {"python.exe": "MZ", "python313._pth": "python313.zip\n.\n", "python313.zip": "PK", "LICENSE.txt": "PSF"}
    )


@pytest.fixture
def wheels(tmp_path: Path) -> list[Path]:
    """Return two wheels: one in which everything is that is left out, and Microsoft's."""
    return [
        _wheel(
            tmp_path,
            "material-1.0-py3-none-any.whl",
            {
                "material/__init__.py": "",
                "material/__init__.pyi": "",
                "material/tests/test_all.py": "",
                "material/templates/base.html": '{% include ".icons/material/magnify.svg" %}',
                "material/templates/.icons/material/magnify.svg": "<svg/>",
                "material/templates/.icons/material/zebra.svg": "<svg/>",
                "material-1.0.data/platlib/material/inside.dll": "MZ",
                "material-1.0.data/scripts/material.exe": "MZ",
                "babel/locale-data/th.dat": "",
                "babel/locale-data/en_GB.dat": "",
                "babel/locale-data/de.dat": "",
                "material-1.0.dist-info/licenses/LICENSE": "MIT",
            },
        ),
        _wheel(
            tmp_path,
            "msvc_runtime-14.51.36231-cp313-cp313-win_amd64.whl",
            {
                "msvc_runtime-14.51.36231.dist-info/licenses/LICENSE": "Microsoft",
                **{f"msvc_runtime-14.51.36231.data/data/Scripts/{name}": "MZ" for name in windows_zip.RUNTIME_FILES},
            },
        ),
    ]


def test_every_pin_that_holds_on_windows_comes_with_its_hashes() -> None:
    """Nothing is downloaded that the lock does not know to the byte, and only what Windows' Python would install."""
    pins = windows_zip.pins(LOCK, (3, 13))
    names = [re.split("[=<>]", pin)[0] for pin in pins]
    assert len(names) == len(set(names)) > 50, "one version of each"
    assert {"typst", "pydantic-core", "numpy", "mkdocs-material", "colorama"} <= set(names)
    assert not {"flit-core", "backports-strenum"} & set(names)
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+( --hash=sha256:[0-9a-f]{64})+", pin) for pin in pins), pins
    assert LOCK.count("\nnumpy==") == 2, "this lock has a condition to be held"


def test_a_condition_is_asked_of_windows_and_not_of_this_machine() -> None:
    """The Python that runs pip would be asked, so a zip made on an older one had an older numpy."""
    lock = f"""
a==1 ; python_full_version < '3.12' \\
    --hash={HASH}
a==2 ; python_full_version >= '3.12' \\
    --hash={HASH}
b==1 ; sys_platform == 'win32' \\
    --hash={HASH}
c==1 ; sys_platform != 'win32' \\
    --hash={HASH}
"""
    assert windows_zip.pins(lock, (3, 13)) == [f"a==2 --hash={HASH}", f"b==1 --hash={HASH}"]


def test_what_is_needed_is_there_where_windows_looks_for_it(python: bytes, wheels: list[Path]) -> None:
    """Modules beside the interpreter, our own without compiled leftovers, the sample, the licences, a way to start."""
    files = windows_zip.contents(python, wheels)
    assert {name for name in files if name.startswith("program/packages/")} == {
        "program/packages/material/__init__.py",
        "program/packages/material/inside.dll",
        "program/packages/material/templates/base.html",
        "program/packages/material/templates/.icons/material/magnify.svg",
        "program/packages/babel/locale-data/th.dat",
        "program/packages/babel/locale-data/en_GB.dat",
        "program/packages/material-1.0.dist-info/METADATA",
        "program/packages/material-1.0.dist-info/licenses/LICENSE",
    }
    assert files["program/python/python313._pth"]().splitlines() == [
        b"python313.zip",
        b".",
        b"..\\packages",
        b"..\\app",
    ]
    assert {f"program/python/{name}" for name in ("python.exe", "msvcp140.dll", "LICENSE.txt")} <= files.keys()
    for name in ("generator/__main__.py", "generator/brought/mkdocs.yml", "generator/reading/photos/models/LICENSE"):
        assert f"program/app/{name}" in files
    assert "ตัวอย่าง/winners/organisation.yaml" in files
    assert not [name for name in files if name.startswith("งานของเรา")], "the office begins with its own"
    assert b"--sample" in files["ดูตัวอย่าง.cmd"]()
    assert not [name for name in files if name.endswith((".pyc", ".new")) or "/.tonbaep/" in name]
    told = files["program/LICENCES.txt"]().decode()
    assert "material 1.0: MIT: packages/material-1.0.dist-info/licenses/LICENSE" in told
    assert "msvc_runtime 14.51.36231: Proprietary: python/LICENSE-msvc-runtime.txt" in told


def test_a_package_without_the_text_of_its_licence_is_refused(
    python: bytes, tmp_path: Path, wheels: list[Path]
) -> None:
    """Whoever hands a program on hands its licences on."""
    bare = _wheel(tmp_path, "bare-1.0-py3-none-any.whl", {"bare.py": ""})
    files = windows_zip.contents(python, [*wheels, bare])
    with pytest.raises(ValueError, match="bare brings no text"):
        files["program/LICENCES.txt"]()


def test_what_is_double_clicked_is_written_for_windows(python: bytes, wheels: list[Path]) -> None:
    """A batch file has lines that end in CRLF, and Thai only where the code page was told before."""
    files = windows_zip.contents(python, wheels)
    for name in ("เริ่มใช้งาน.cmd", "program/tonbaep.cmd", "เริ่มใช้งาน.txt"):
        raw = files[name]()
        assert raw.count(b"\r\n") == raw.count(b"\n") > 2, name
        assert b"\r\r" not in raw
    for name in ("เริ่มใช้งาน.cmd", "program/tonbaep.cmd"):
        lines = files[name]().decode().split("\r\n")
        assert lines[:2] == ["@echo off", "chcp 65001 >nul"], "and no mark of UTF-8 before it"
        assert '"%~dp0' in files[name]().decode(), "from any folder, with spaces"
        assert not [line for line in lines if not line.isascii() and not line.startswith("  ") and "echo " not in line]
    assert files["เริ่มใช้งาน.txt"]().startswith(b"\xef\xbb\xbf")


def test_names_are_such_as_windows_can_have(python: bytes, wheels: list[Path]) -> None:
    """The folder that the clerk chooses has eighty letters of its own."""
    names = [f"{windows_zip.NAME}/{name}" for name in windows_zip.contents(python, wheels)]
    assert max(map(len, names)) <= 180
    assert len(names) > 500


@pytest.mark.parametrize(
    "names",
    [
        ["aux.py"],
        ["program/con/x.py"],
        ["program/NUL.txt"],
        ["com1"],
        ["a:b"],
        ["what?"],
        ["ends."],
        ["folder /x"],
        ["a/" * 90 + "b"],
        ["program/Icon.svg", "program/icon.svg"],
    ],
)
def test_a_name_that_windows_cannot_have_is_refused(names: list[str]) -> None:
    """It would be lost when the clerk unpacks, or be one file with another."""
    with pytest.raises(ValueError, match=re.escape(names[-1][:20])):
        windows_zip.sound(names)


def test_names_that_only_look_like_it_are_let_through() -> None:
    """`auxiliary` and `con` in a longer word are names as others are."""
    windows_zip.sound(["auxiliary.py", "icon/console.py", "com10.txt", "เริ่มใช้งาน.cmd", "babel/core.py"])


def test_the_same_files_make_the_same_bytes_in_any_order() -> None:
    """Whoever makes it again can see that nothing else is in it."""
    files: dict[str, Callable[[], bytes]] = {"งานของเรา/a": lambda: b"1", "b": lambda: b"2"}
    made = windows_zip.archive(files)
    assert made == windows_zip.archive(dict(reversed(files.items())))
    with zipfile.ZipFile(io.BytesIO(made)) as box:
        assert [each.filename for each in box.infolist()] == ["tonbaep/b", "tonbaep/งานของเรา/a"]
        assert {each.date_time for each in box.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert box.infolist()[1].flag_bits & 0x800, "its name is marked as UTF-8"


def test_a_python_with_another_hash_is_refused(tmp_path: Path, python: bytes) -> None:
    """It runs on the computers of whole offices."""
    (tmp_path / "python.zip").write_bytes(python)
    with pytest.raises(ValueError, match="another hash"):
        windows_zip.fetched(str(tmp_path / "python.zip"), "0" * 64)


def _zip(files: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as box:
        for name, text in files.items():
            box.writestr(name, text)
    return out.getvalue()


def _wheel(folder: Path, name: str, files: dict[str, str]) -> Path:
    called, version = name.split("-")[:2]
    kind = "Proprietary" if called == "msvc_runtime" else "MIT"
    about = f"Metadata-Version: 2.4\nName: {called}\nVersion: {version}\nLicense: {kind}\n"
    wheel = folder / name
    wheel.write_bytes(_zip({**files, f"{called}-{version}.dist-info/METADATA": about}))
    return wheel
