"""The store: what was stored comes back complete, and a damaged store is never in anybody's way."""

from __future__ import annotations

import errno
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from generator.store import FILE, Store, key_of

if TYPE_CHECKING:
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


def test_a_place_that_may_not_be_written_is_told_as_the_system_would(tmp_path: Path) -> None:
    """The command explains disk errors by their number."""
    (tmp_path / FILE).mkdir()
    with pytest.raises(OSError, match=FILE) as fault:
        Store(tmp_path).put("a", b"")
    assert fault.value.errno == errno.EACCES


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
    assert fault.value.errno == errno.EACCES
    holder.close()
    assert store.get("a") == b"kept"
