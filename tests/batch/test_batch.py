"""A whole batch as it is typed: one bad record stops nobody, any end is gone on from, and nothing is made twice."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from generator.cli import INTERRUPTED
from tests.support import batches
from tests.support.batches import WINNER, batch, begun, ledger, listed, office, spoil, states
from tests.support.product import AFTER, ROOT, digest

pytestmark = pytest.mark.usefixtures("builds")


def test_one_bad_record_stops_nobody_and_nothing_is_made_twice(tmp_path: Path) -> None:
    """The bad one is named with file and line; a second run makes nothing, and does not even start the engine."""
    everyone = tmp_path / "all"
    for name in ("one", "two", "bad"):
        office(everyone, name)
    spoil(everyone / "bad")
    (everyone / "empty").mkdir()
    first = batch(everyone, "--workers", "2")
    assert first.returncode == 1, first.stderr
    assert states(everyone) == {"one": "done", "two": "done", "bad": "records", "empty": "nowhere"}
    assert "bad: winners/2566/winners.yaml:" in first.stderr
    assert "empty: " in first.stderr
    kept = ledger(everyone)
    assert kept["whole"]
    assert all(kept["offices"][name]["digest"] and kept["offices"][name]["seconds"] for name in ("one", "two"))
    assert WINNER in json.dumps(kept["offices"]["bad"]["problems"], ensure_ascii=False)
    assert WINNER not in (everyone / "batch.html").read_text(encoding="utf-8")
    office(tmp_path / "alone", "one")
    build = (sys.executable, "-m", "generator", "build", "--as-of", AFTER, "--project", str(tmp_path / "alone/one"))
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    assert digest(tmp_path / "alone/one/build") == digest(everyone / "one/build")
    for name in ("bad", "empty"):
        (everyone / name).rename(tmp_path / name)
    before = digest(everyone / "one/.tonbaep/cache")
    again = _without_engine(everyone, "--json")
    assert again.returncode == 0, again.stderr
    assert {name: each["state"] for name, each in json.loads(again.stdout)["offices"].items()} == {
        "one": "same",
        "two": "same",
    }
    assert digest(everyone / "one/.tonbaep/cache") == before


def _without_engine(where: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a batch where the engine is not installed."""
    without = "import sys; sys.modules['distributed'] = None; from generator.cli import main; sys.exit(main())"
    typed = (sys.executable, "-c", without, *batches.command(where, *words)[3:])
    return subprocess.run(typed, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


def _until(condition: object, seconds: float = 120) -> None:
    assert callable(condition)
    for _ in range(int(seconds * 10)):
        if condition():
            return
        time.sleep(0.1)
    raise TimeoutError


def _building(project: Path) -> bool:
    """Return whether a process builds an office now."""
    words = (b"build", os.fsencode(project))
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            if {*words} <= {*file.read_bytes().split(b"\0")}:
                return True
    return False


def _done(out: Path) -> list[str]:
    file = out / "batch.json"
    return [name for name, state in states(out).items() if state == "done"] if file.exists() else []


@pytest.mark.skipif(os.name == "nt", reason="sends signals")
def test_a_batch_that_is_killed_goes_on_from_where_it_was(tmp_path: Path) -> None:
    """The lights go out: the ledger is whole, what was done is not made again, and the page tells of all in the end."""
    everyone = tmp_path / "all"
    for name in ("one", "two", "three"):
        office(everyone, name)
    running = begun(everyone, "--workers", "1")
    _until(lambda: _done(everyone))
    running.send_signal(signal.SIGKILL)
    running.wait()
    known = ledger(everyone)
    assert not known["whole"]
    done = _done(everyone)
    assert 1 <= len(done) < 3
    made = {name: (everyone / name / "build/manifest.json").stat().st_mtime_ns for name in done}
    after = batch(everyone, "--workers", "2")
    assert after.returncode == 0, after.stderr
    assert ledger(everyone)["whole"]
    assert {name: states(everyone)[name] for name in done} == dict.fromkeys(done, "same")
    assert {name: (everyone / name / "build/manifest.json").stat().st_mtime_ns for name in done} == made
    assert all(ledger(everyone)["offices"][name]["digest"] for name in ("one", "two", "three"))


@pytest.mark.skipif(sys.platform != "linux", reason="sends signals, and looks for processes in /proc")
def test_whoever_stops_a_batch_reads_one_sentence_and_no_build_goes_on(tmp_path: Path) -> None:
    """Ctrl-C reaches every process of the terminal: the engine's would tell of it in pages, and builds not hear it."""
    everyone, pipe = tmp_path / "all", subprocess.PIPE
    office(everyone, "one", site="https://one.example")
    words = batches.command(everyone)
    with subprocess.Popen(words, cwd=ROOT, stdout=pipe, stderr=pipe, start_new_session=True) as running:
        _until(lambda: _building(everyone / "one"))
        os.killpg(running.pid, signal.SIGINT)
        out, err = (said.decode() for said in running.communicate(timeout=60))
    made = (everyone / "one/site").exists()  # a quick machine may have made it before all had heard
    assert running.returncode == INTERRUPTED, out + err
    assert out == "หยุดตามสั่ง ไฟล์เดิมยังอยู่ครบ\n"
    assert [line for line in err.splitlines() if not line.startswith("เสร็จแล้ว")] == []
    _until(lambda: not _building(everyone / "one"), seconds=5)
    assert (everyone / "one/site").exists() == made


def test_two_batches_on_one_folder_do_not_mix(tmp_path: Path) -> None:
    """The second says so at once, wherever its own ledger was to go, instead of waiting for an hour."""
    everyone = tmp_path / "all"
    for name in ("one", "two"):
        office(everyone, name)
    running = begun(everyone, "--workers", "1")
    _until((everyone / "batch.json").exists)
    for words in ((), ("--out", str(tmp_path / "elsewhere")), ("--list-jobs",)):
        second = batch(everyone, *words)
        assert second.returncode == 1
        assert "มีคำสั่ง batch ทำงานกับโฟลเดอร์นี้อยู่แล้ว" in second.stderr
    running.send_signal(signal.SIGINT)
    running.wait(60)


def test_each_listed_job_works_by_itself_and_the_batch_then_finds_all_done(tmp_path: Path) -> None:
    """Slurm, GNU parallel and a git host's runner give a line to a shell in some folder, and look at its exit code."""
    everyone = tmp_path / "ทุก หน่วยงาน"
    for name in ("one", "it's two", "bad"):
        office(everyone, name)
    spoil(everyone / "bad")
    printed = batch(everyone, "--list-jobs")
    lines = printed.stdout.splitlines()
    assert printed.returncode == 0, printed.stderr
    assert len(lines) == 3
    outside = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    codes = {}
    for line in lines:
        ran = subprocess.run(("sh", "-c", line), cwd="/", env=outside, capture_output=True, check=False)
        codes[shlex.split(line)[-3]] = ran.returncode
    assert codes == {str(everyone / "one"): 0, str(everyone / "it's two"): 0, str(everyone / "bad"): 1}
    (everyone / "bad").rename(tmp_path / "bad")
    found = batch(everyone)
    assert found.returncode == 0, found.stderr
    assert states(everyone) == {"one": "same", "it's two": "same"}
    assert batch(everyone, "--list-jobs").returncode == 0
    assert states(everyone) == {"one": "same", "it's two": "same"}, "who only looks changes nothing"
    assert all(entry["digest"] for entry in ledger(everyone)["offices"].values())


def test_a_damaged_ledger_is_set_aside_and_the_offices_are_known_all_the_same(tmp_path: Path) -> None:
    """It can be made again from what stands; a half file from a full disk must not stop a province."""
    everyone = tmp_path / "all"
    office(everyone, "one")
    assert batch(everyone).returncode == 0
    (everyone / "batch.json").write_text('{"version": "0.1.0", "offices": {"one"')
    again = batch(everyone)
    assert again.returncode == 0, again.stderr
    assert "batch.json" in again.stderr
    assert list(everyone.glob("batch.json.unreadable*"))
    assert states(everyone) == {"one": "same"}


def test_a_moment_that_has_not_come_is_refused_for_all(tmp_path: Path) -> None:
    """What may only be looked at is made by whoever keeps the records, one office at a time."""
    office(tmp_path / "all", "one")
    refused = batch(tmp_path / "all", "--as-of", "2599-01-01 12:00")
    assert refused.returncode == 1
    assert "ยังมาไม่ถึง" in refused.stderr
    assert not (tmp_path / "all/one/build").exists()


def test_a_clock_that_fell_back_takes_no_result_off_a_site(tmp_path: Path) -> None:
    """The ledger knows when the last batch was; a flat battery says 2013."""
    office(tmp_path / "all", "one")
    assert batch(tmp_path / "all").returncode == 0
    file = tmp_path / "all/batch.json"
    file.write_text(file.read_text().replace("2023-05-15T12", "2999-05-15T12"))
    by_clock = tuple(word for word in batches.command(tmp_path / "all") if word not in {"--as-of", AFTER})
    refused = subprocess.run(by_clock, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert refused.returncode == 1
    assert "นาฬิกาของเครื่องนี้ช้ากว่า" in refused.stderr


def test_without_the_extra_packages_it_is_said_what_to_do_and_jobs_are_still_listed(tmp_path: Path) -> None:
    """A single office installs none of them, and a cluster with a runner of its own needs none."""
    office(tmp_path / "all", "one")
    refused = _without_engine(tmp_path / "all")
    assert refused.returncode == 1
    assert "requirements-batch.lock" in refused.stderr
    listing = _without_engine(tmp_path / "all", "--list-jobs")
    assert listing.returncode == 0, listing.stderr
    assert "generator build" in listing.stdout


def test_a_list_may_name_offices_anywhere(tmp_path: Path) -> None:
    """Ledger and page stand beside the list, or where they are asked for."""
    office(tmp_path / "a", "one")
    where = listed(tmp_path / "list.csv", ["folder,name", "a/one,อบต.หนึ่ง", "a/two,อบต.สอง"])
    ran = batch(where, "--out", str(tmp_path / "out"))
    assert ran.returncode == 1
    assert states(tmp_path / "out") == {"อบต.หนึ่ง": "done", "อบต.สอง": "nowhere"}
    assert "list.csv:3:1" in ran.stderr
    assert (tmp_path / "out/batch.html").is_file()


def test_offices_with_a_base_are_built_as_if_each_had_written_it(tmp_path: Path) -> None:
    """The same files to the byte; a fault of the base is every office's, told at the base, and mended once."""
    everyone, alone = tmp_path / "all", office(tmp_path / "alone", "one")
    text = {
        name: (alone / "winners" / name).read_text(encoding="utf-8")
        for name in ("organisation.yaml", "2566/round.yaml")
    }
    criteria = re.search(r"criteria:\n(?:  .*\n)+", text["2566/round.yaml"])
    assert criteria
    for name in ("one", "two"):
        project = office(everyone, name)
        for file, old, new in (
            ("organisation.yaml", "name: ", "base: ../_ฐาน\nname: "),
            ("2566/round.yaml", criteria[0], ""),
        ):
            record = project / "winners" / file
            record.write_text(record.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    shared = everyone / "_ฐาน/winners/2566/round.yaml"
    shared.parent.mkdir(parents=True)
    shared.write_text(criteria[0].replace("weight: 40", "weight: 41"), encoding="utf-8")
    broken = batch(everyone, "--workers", "1")
    assert broken.returncode == 1
    assert states(everyone) == {"one": "records", "two": "records"}
    assert "one: ../_ฐาน/winners/2566/round.yaml:1:1: criteria" in broken.stderr
    assert "อ่านให้ อบต.one" in broken.stderr
    assert "ฐาน/winners/2566/round.yaml" in (everyone / "batch.html").read_text(encoding="utf-8")
    shared.write_text(criteria[0], encoding="utf-8")
    mended = batch(everyone, "--workers", "1")
    assert mended.returncode == 0, mended.stderr
    build = (sys.executable, "-m", "generator", "build", "--as-of", AFTER, "--project", str(alone))
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    assert digest(alone / "build") == digest(everyone / "one/build")
    assert _without_engine(everyone).returncode == 0
    shared.write_text(criteria[0].replace("เต็มใจ", "ใส่ใจ"), encoding="utf-8")
    assert _without_engine(everyone).returncode == 1  # something has changed, so the engine is wanted
