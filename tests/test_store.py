"""The store: what was stored comes back complete, and a damaged store is never in anybody's way."""

from __future__ import annotations

import errno
import hashlib
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
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from generator.store import Extent


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


def test_what_is_kept_is_known_without_being_read(tmp_path: Path) -> None:
    """Who has the same bytes at hand need not fetch them; to be asked for counts as a use."""
    store = Store(tmp_path)
    store.put("key", b"bytes")
    assert store.about("key") == (hashlib.sha256(b"bytes").hexdigest(), 5)
    assert store.about("other") is None


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


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the least and the most that a store may hold as small as a test wants it."""
    monkeypatch.setattr("generator.store.LEAST", 300_000)
    monkeypatch.setattr("generator.store.MOST", 600_000)


def _build(folder: Path, keys: Iterable[str], *, whole: bool = True) -> tuple[int, Extent]:
    """Use a store as a build does: take what is there, make the rest; return how many were made, and its extent."""
    store, made = Store(folder), 0
    for key in keys:
        if store.get(key) is None:
            store.put(key, key.encode() * (10_000 // len(key)))
            made += 1
    return made, store.settle(whole=whole)


def _there(folder: Path, keys: Iterable[str]) -> list[str]:
    store = Store(folder)
    return [key for key in keys if store.get(key) is not None]


def _names(letter: str, count: int) -> list[str]:
    return [f"{letter}{number:03}" for number in range(count)]


@pytest.mark.usefixtures("small")
def test_what_was_used_longest_ago_goes_first(tmp_path: Path) -> None:
    """Made first is not used last: the seal of the office is made once and is on every sheet."""
    old, other = _names("a", 20), _names("b", 20)
    _build(tmp_path, old)
    _build(tmp_path, other)
    _build(tmp_path, [*old[:5], *_names("c", 13)])
    assert _there(tmp_path, old) == old[:5]
    assert _there(tmp_path, other) == other[2:], "room for eighteen more, and what was made first of these goes"


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("count", [40, 200], ids=["within the limit", "more than any limit"])
def test_a_second_build_makes_nothing_whatever_the_limit(tmp_path: Path, count: int) -> None:
    """A store that drops what the next build needs makes every build the first one."""
    keys = _names("a", count)
    assert _build(tmp_path, keys)[0] == count
    for _ in range(3):
        assert _build(tmp_path, keys)[0] == 0


@pytest.mark.usefixtures("small")
def test_ten_years_of_edits_do_not_let_it_grow(tmp_path: Path) -> None:
    """Each changed word leaves sheets behind that nobody wants any more; the file stays within what the work needs."""
    keys, sizes = _names("a", 40), []
    for edit in range(60):
        keys[edit % 5 :: 5] = [f"{edit:03}-{number}" for number in range(8)]
        made, extent = _build(tmp_path, keys)
        assert made == (40 if edit == 0 else 8)
        assert extent.held <= extent.limit == 600_000
        sizes.append((tmp_path / FILE).stat().st_size)
    assert max(sizes) < 800_000
    assert _there(tmp_path, keys) == keys


@pytest.mark.usefixtures("small")
def test_a_partial_build_forgets_nothing_of_the_last_whole_one(tmp_path: Path) -> None:
    """A clerk who renews one poster a hundred times needs all the rest for the next whole build."""
    keys = _names("a", 55)
    _build(tmp_path, keys)
    for edit in range(40):
        _build(tmp_path, [keys[edit], f"{edit:03}"], whole=False)
    assert _build(tmp_path, keys)[0] == 0
    assert Store(tmp_path).settle(whole=False).held <= 600_000


@pytest.mark.usefixtures("small")
def test_what_another_command_has_put_is_not_the_oldest(tmp_path: Path) -> None:
    """A proof book for a coming moment makes sheets that the build of that moment takes."""
    _build(tmp_path, _names("a", 20))
    Store(tmp_path).put("proof", bytes(10_000))
    _build(tmp_path, _names("b", 25))
    assert _there(tmp_path, ["proof"]) == ["proof"]


@pytest.mark.usefixtures("small")
def test_a_store_that_holds_less_is_a_smaller_file(tmp_path: Path) -> None:
    """An office that rests its old rounds wants its disk back."""
    _build(tmp_path, _names("a", 300))
    before = (tmp_path / FILE).stat().st_size
    _build(tmp_path, _names("a", 10))
    assert before > 3_000_000
    assert (tmp_path / FILE).stat().st_size < 400_000


@pytest.mark.usefixtures("small")
def test_a_store_of_an_earlier_version_is_taken_over_without_a_word(tmp_path: Path) -> None:
    """It has no table of uses, and its file cannot be made smaller piece by piece."""
    with sqlite3.connect(tmp_path / FILE) as other:
        other.execute(
            "create table kept (age integer primary key, key text unique, digest blob, size integer, value blob)"
        )
        value = bytes(10_000)
        rows = [(key, hashlib.sha256(value).digest(), len(value), value) for key in _names("a", 300)]
        other.executemany("insert into kept (key, digest, size, value) values (?, ?, ?, ?)", rows)
    other.close()
    own = Own(tmp_path)
    store = Store(tmp_path, own)
    assert all(store.get(key) for key in _names("a", 10))
    assert store.settle(whole=True).held <= 300_000
    assert own.told == []
    assert (tmp_path / FILE).stat().st_size < 400_000
    assert _there(tmp_path, _names("a", 10)) == _names("a", 10)


@pytest.mark.usefixtures("small")
def test_two_processes_may_use_and_settle_a_store_at_once(tmp_path: Path) -> None:
    """Two windows, one project: neither stops the other, and what one finds is whole.

    Where there is no room for both, one may forget what the other has just made; two builds never run at once.
    """
    with ThreadPoolExecutor(2) as pool:
        ends = [pool.submit(_run, _BUILDS.format(letter=letter), tmp_path) for letter in "ab"]
        assert [end.result() for end in ends] == ["good", "good"]
    assert _build(tmp_path, _names("c", 5))[1].held <= 600_000


_BUILDS = """
import pathlib, sys
from generator import store
from generator.store import Store
store.LEAST, store.MOST = 300_000, 600_000
for edit in range(12):
    here = Store(pathlib.Path(sys.argv[1]))
    for number in range(20):
        key = f"{letter}{{edit % 3}}-{{number}}"
        if here.get(key) is None:
            here.put(key, key.encode() * 2000)
        assert here.get(key) in (key.encode() * 2000, None)
    here.settle(whole=True)
print("good")
"""


def _run(code: str, folder: Path) -> str:
    ran = subprocess.run((sys.executable, "-c", code, str(folder)), capture_output=True, text=True, check=False)
    return ran.stdout.strip() or ran.stderr


def test_a_build_killed_while_it_settles_leaves_all_or_nothing_forgotten(tmp_path: Path) -> None:
    """What the last whole build used is there, whenever the next one stopped."""
    keys = _names("k", 60)
    code = (
        "import os, pathlib, sys\nfrom generator import store\nfrom generator.store import Store\n"
        "store.LEAST = store.MOST = 100_000\nhere = Store(pathlib.Path(sys.argv[1]))\n"
        "here.put('new', bytes(300_000))\nseen = [0]\n"
        "def kill(statement):\n    seen[0] += 1\n    if seen[0] == int(sys.argv[2]): os._exit(9)\n"
        "here._opened.set_trace_callback(kill)\nhere.settle(whole=False)\nprint(seen[0])"
    )
    statements = 0
    for at in (5, 8, 0):
        folder = tmp_path / str(at)
        _build(folder, keys)
        _build(folder, keys[:50])
        ran = subprocess.run(
            (sys.executable, "-c", code, str(folder), str(at)), capture_output=True, text=True, check=False
        )
        assert ran.returncode == (9 if at else 0), ran.stderr
        statements = int(ran.stdout or 0)
        assert _there(folder, keys[:50]) == keys[:50], at
        assert Store(folder).settle(whole=False).held >= 500_000
    assert statements > 10, "every stop was before the end"


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
    assert [store.about(key) for key in "abc"] == [None] * 3


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
