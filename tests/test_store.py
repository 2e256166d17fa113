"""The store: what was stored comes back complete, and a damaged store is never in anybody's way."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from generator.disk.own import Own
from generator.store import FILE, Store, key_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_what_was_kept_comes_back_to_another_process_too(tmp_path: Path) -> None:
    """The next build is another process."""
    Store(tmp_path).put("a", b"\x00first")
    Store(tmp_path).put("a", b"\x00second")
    reads = "import pathlib, sys; from generator.store import Store; print(Store(pathlib.Path(sys.argv[1])).get('a'))"
    said = subprocess.run((sys.executable, "-c", reads, str(tmp_path)), check=True, capture_output=True, text=True)
    assert said.stdout.strip() == repr(b"\x00second")
    assert Store(tmp_path).get("b") is None


def test_a_key_tells_apart_what_runs_together() -> None:
    """Two lists of parts that join to the same letters are two keys."""
    assert key_of("ab", "c") != key_of("a", "bc")
    assert key_of({"a": 1, "b": 2}) == key_of({"b": 2, "a": 1})


def test_a_damaged_value_counts_as_absent(tmp_path: Path) -> None:
    """A power cut may leave half a value on the disk; no poster may be made from it."""
    store = Store(tmp_path)
    store.put("a", b"right")
    with sqlite3.connect(tmp_path / FILE) as other:
        other.execute("update kept set value = ? where key = 'a'", (b"wrong",))
    other.close()
    assert store.get("a") is None


@pytest.mark.parametrize("reached", ["beginning", "middle"])
def test_a_damaged_file_gives_way_to_an_empty_store(tmp_path: Path, reached: str) -> None:
    """Nobody should have to know that there is a store, let alone delete it by hand."""
    store = Store(tmp_path)
    for number in range(200):
        store.put(str(number), bytes(3000))
    del store
    raw = bytearray((tmp_path / FILE).read_bytes())
    start = 0 if reached == "beginning" else 4096
    raw[start : start + 40_000] = b"\xfe" * 40_000
    (tmp_path / FILE).write_bytes(raw)
    store = Store(tmp_path)
    assert store.get("7") is None
    store.put("7", b"anew")
    assert Store(tmp_path).get("7") == b"anew"


def test_the_oldest_go_first(tmp_path: Path) -> None:
    """What a build has just made stays; what was renewed is no longer old."""
    store = Store(tmp_path)
    for key in "abcd":
        store.put(key, bytes(100))
    store.put("a", bytes(100))
    store.prune(250)
    assert [key for key in "abcd" if store.get(key)] == ["a", "d"]


def test_threads_share_a_store(tmp_path: Path) -> None:
    """Presses store what they made while others look up theirs."""
    store = Store(tmp_path)

    def work(number: int) -> bool:
        value = str(number).encode() * 1000
        store.put(key_of(number), value)
        return store.get(key_of(number)) == value

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(work, range(400)))


def test_a_process_that_was_killed_leaves_a_store_that_can_be_used(tmp_path: Path) -> None:
    """What it had stored is there, or it is not; nothing is locked and nothing is half there."""
    puts = (
        "import pathlib, sys; from generator.store import Store; store = Store(pathlib.Path(sys.argv[1]))\n"
        "for number in range(10**6): store.put(str(number), bytes([number % 251]) * 200_000); print(number, flush=True)"
    )
    writer = subprocess.Popen((sys.executable, "-c", puts, str(tmp_path)), stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    last = next(int(line) for line in writer.stdout if int(line) >= 20)
    writer.kill()
    writer.communicate()
    store = Store(tmp_path)
    assert [store.get(str(number)) for number in range(last + 1)] == [
        bytes([number % 251]) * 200_000 for number in range(last + 1)
    ]
    store.put("0", b"anew")
    assert store.get("0") == b"anew"


@pytest.mark.parametrize(
    "harm",
    [
        lambda file: file.mkdir(),
        lambda file: file.symlink_to(file.with_name("somebody's")),
        os.mkfifo,
        lambda file: file.write_bytes(b"no store"),
        lambda file: _written(file, "create table kept (key text, later blob)"),
        lambda file: _written(file, "create view kept as select 1"),
        lambda file: file.with_name(f"{FILE}-journal").mkdir(),
    ],
    ids=["folder", "link", "pipe", "text", "of a later version", "view", "folder for its journal"],
)
def test_what_is_no_store_of_ours_gives_way_and_is_told(tmp_path: Path, harm: Callable[[Path], object]) -> None:
    """A sync program, a later version or a slip of the mouse: everything in a store can be made again."""
    theirs = tmp_path / "somebody's"
    theirs.write_bytes(b"theirs")
    harm(tmp_path / FILE)
    own = Own(tmp_path)
    store = Store(tmp_path, own)
    assert store.get("a") is None
    store.put("a", b"anew")
    assert Store(tmp_path).get("a") == b"anew"
    assert theirs.read_bytes() == b"theirs"
    assert [problem.file for problem in own.told] == [FILE]


def test_values_of_another_kind_count_as_absent(tmp_path: Path) -> None:
    """Another program may have written into the table."""
    store = Store(tmp_path)
    for key, digest, value in (("a", None, None), ("b", "text", "text"), ("c", 1, 2.5)):
        store.put(key, b"right")
        with sqlite3.connect(tmp_path / FILE) as other:
            other.execute("update kept set digest = ?, value = ? where key = ?", (digest, value, key))
        other.close()
    assert [store.get(key) for key in "abc"] == [None] * 3


def test_a_store_in_the_place_of_a_file_moves_it_aside(tmp_path: Path) -> None:
    """Somebody's file of this name is not deleted."""
    (tmp_path / "cache").write_bytes(b"theirs")
    Store(tmp_path / "cache" / "photos").put("a", b"kept")
    assert Store(tmp_path / "cache" / "photos").get("a") == b"kept"
    assert (tmp_path / "cache.unreadable").read_bytes() == b"theirs"


def test_a_store_is_not_begun_anew_for_lack_of_file_handles(tmp_path: Path) -> None:
    """SQLite says only that it cannot open the file; what was made before must not be thrown away for that."""
    Store(tmp_path).put("a", b"kept")
    code = (
        "import pathlib, resource, sys\nfrom generator.store import Store\n"
        "held = [open(sys.executable) for _ in range(3)]\n"
        "resource.setrlimit(resource.RLIMIT_NOFILE, (held[-1].fileno() + 1, 4096))\n"
        "try:\n    Store(pathlib.Path(sys.argv[1])).get('a')\nexcept OSError as fault:\n    print(fault.errno)"
    )
    ran = subprocess.run((sys.executable, "-c", code, str(tmp_path)), capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == str(errno.EMFILE)
    assert Store(tmp_path).get("a") == b"kept"


def _written(file: Path, statement: str) -> None:
    with sqlite3.connect(file) as other:
        other.execute(statement)
    other.close()


def test_a_store_that_another_program_holds_is_told_after_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A virus scanner may hold a file; waiting for ever helps nobody."""
    monkeypatch.setattr("generator.store._PATIENCE", 0.2)
    store = Store(tmp_path)
    store.put("a", b"kept")
    holder = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    holder.execute("begin exclusive")
    with pytest.raises(OSError, match="locked") as fault:
        store.put("b", b"")
    assert fault.value.errno == errno.EBUSY
    monkeypatch.setattr("generator.store._PATIENCE", 3600)
    with pytest.raises(OSError, match="locked"):
        store.get("a")  # at once: a hundred sheets would otherwise wait a hundred times
    holder.close()
    assert Store(tmp_path).get("a") == b"kept"
