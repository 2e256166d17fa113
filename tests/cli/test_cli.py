"""What a person meets in the terminal: languages, exit codes, and a preview that follows the records."""

from __future__ import annotations

import argparse
import json
import os
import socket
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import cli
from generator.cli import piece_names, reporting
from generator.cli.commands import COMMANDS
from generator.cli.project import workshop_of
from generator.cli.terminal import Terminal
from generator.disclosure import ahead_of
from generator.pieces import PIECES
from generator.thai.dates import parse_moment
from tests.support import product, web

if TYPE_CHECKING:
    from generator.model import Records


def test_check_says_that_the_records_are_sound_and_writes_nothing(office: Path) -> None:
    """The clerk's first command of the day."""
    done = product.tonbaep(office, "check")
    assert done.returncode == 0
    assert "ข้อมูลถูกต้อง" in done.stdout
    assert not (office / "site").exists()
    assert not (office / "build").exists()


def test_check_tells_that_the_result_is_due_and_where_its_names_are_missing(office: Path) -> None:
    """The hour was announced to everybody; whoever checks the records must hear of it, with the way out."""
    (office / "winners/2566/winners.yaml").write_text("sample: ใช่\nwinners: []\n", encoding="utf-8")
    (office / "winners/2566/certificates.yaml").unlink(missing_ok=True)
    done = product.tonbaep(office, "check")
    assert done.returncode == 0
    assert "winners/2566/winners.yaml:2:1: winners: คำเตือน: ถึงเวลาประกาศผลแล้ว" in done.stderr
    assert "no_winners:" in done.stderr


def test_check_says_how_each_name_will_be_read_and_whether_its_owner_agreed(office: Path) -> None:
    """A name misread at six in the morning cannot be taken back; a hidden name is not read at all."""
    said = product.tonbaep(office, "check").stdout.splitlines()
    assert "  นางสาวฐิติญา สมมุติวงศ์ อ่านว่า นางสาวถิติยา สมมุดติวง (เจ้าตัวยืนยันแล้ว)" in said
    assert "  นายเอื้อ ป้องสมมุติ อ่านว่า นายเอื้อ ป้องสมมุติ (ยังไม่ได้ถามเจ้าตัว)" in said
    hidden = "  - id: saksit\n    name_suppressed:\n      reason: ขอไว้\n      since: 1 พฤษภาคม 2566\n"
    product.edit(office / "winners/2566/winners.yaml", "  - id: saksit\n", hidden)
    done = product.tonbaep(office, "check")
    assert done.returncode == 0, done.stderr
    assert "ศักดิ์สิทธิ์" not in done.stdout


def test_check_says_only_what_is_new_of_the_newest_round(records: Records, capsys: pytest.CaptureFixture[str]) -> None:
    """At ten years fifty readings hide the two that somebody must still ask about."""
    newest = records.rounds[0]
    older = replace(newest, winners=tuple(each for each in newest.winners if each.id != "sarifa"))
    two = replace(records, rounds=(newest, older))
    terminal = Terminal("th", as_json=False)
    reporting.say_readings(two, terminal)
    said = capsys.readouterr().out
    assert [name for name in ("ฐิติญา", "ศักดิ์สิทธิ์", "ซารีฟ๊ะ", "เอื้อ") if name in said] == ["ซารีฟ๊ะ", "เอื้อ"]
    assert "อีก 7 คน ดูได้ด้วย tonbaep check --readings" in said
    reporting.say_readings(two, terminal, every=True)
    assert capsys.readouterr().out.count("ฐิติญา") == 2


def test_check_names_everybody_whom_a_task_concerns(records: Records, capsys: pytest.CaptureFixture[str]) -> None:
    """The list ends the report, so that it is what the clerk goes away with; a build tells the same in fewer lines."""
    ahead = ahead_of(records.organisation, records.rounds[0], parse_moment("2566-04-19 10:00")).as_json(named=True)
    reporting.say_ahead([ahead], Terminal("th", as_json=False), every=True)
    every = capsys.readouterr().out
    assert every.startswith("ปี 2566 วันนี้อยู่ขั้น: ")
    assert "ยังไม่มีใบยินยอมให้ใช้ภาพ" in every
    assert "นายเอื้อ" in every
    reporting.say_ahead([ahead], Terminal("th", as_json=False))
    few = capsys.readouterr().out
    assert len(few.splitlines()) < len(every.splitlines())
    assert "นายเอื้อ" not in few


def test_check_reports_every_problem_in_both_languages(office: Path) -> None:
    """Three faults in two files come out in one run, each with its place, in the language asked for."""
    rounds = office / "winners/2566/round.yaml"
    product.edit(rounds, "weight: 20", "weight: 21")
    product.edit(rounds, "21 เมษายน 2566 เวลา", "30 กุมภาพันธ์ 2566 เวลา")
    product.edit(office / "winners/organisation.yaml", "\nshort_name:", "\nshrt_name:")
    thai, english = product.tonbaep(office, "check"), product.tonbaep(office, "check", "--lang", "en")
    assert thai.returncode == english.returncode == 1
    for said in (thai.stderr, english.stderr):
        assert said.count("winners/2566/round.yaml:") >= 2
        assert "winners/organisation.yaml:" in said
    assert "แก้ไข:" in thai.stderr
    assert "fix:" in english.stderr
    as_json = json.loads(product.tonbaep(office, "check", "--json").stdout)
    assert len(as_json["problems"]) >= 3
    assert all(problem["line"] for problem in as_json["problems"])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), ("check, build, serve",)),
        (("biuld",), ("biuld", "build ใช่หรือไม่")),
        (("build", "--as-of"), ("--as-of", "--help")),
        (("build", "--as-of", "2566-04-10", "09:00"), ("--as-of", 'ครอบด้วย " "')),
        (("build", "--as-of", "2023-04-20 09:00"), ("--as-of", "พ.ศ. 2566")),
        (("build", "--lang", "fr"), ("--lang", "fr", "--lang th")),
        (("build", "--yaer", "2566"), ("--yaer", "--year")),
        (("build", "--year", "ปีนี้"), ("--year", "ปีนี้", "2566")),
        (("build", "--year", "2599"), ("--year", "2599", "ปีที่มี: 2566")),
        (("build", "--only", "psoter"), ("--only", "psoter", "poster ")),
        (("serve", "--port", "http"), ("--port", "8001")),
    ],
)
def test_a_slip_in_the_command_is_exit_code_two_and_told_in_thai(
    arguments: tuple[str, ...], words: tuple[str, ...], office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Scripts distinguish usage from records by the code; a clerk never meets argparse's English."""
    assert cli.main((*arguments, "--project", str(office)) if arguments else ()) == 2
    said = capsys.readouterr().err
    assert all(word in said for word in words), said
    assert "แก้ไข:" in said
    assert "usage" not in said
    assert "ยังไม่ได้เขียนไฟล์ใด" not in said


def test_options_may_stand_before_the_command(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """People write the folder first, as the manuals of many programs do."""
    assert cli.main(("--lang", "en", "--project", str(office), "check")) == 0
    assert "No errors in the records" in capsys.readouterr().out


def test_our_own_bug_is_exit_code_three_with_its_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A bug must never be blamed on the clerk, and must show where it is."""

    def broken(_options: object, _terminal: object) -> None:
        raise KeyError(_options)

    command = COMMANDS[0]._replace(run=broken)
    monkeypatch.setattr(cli, "parse", lambda *_: (command, argparse.Namespace()))
    assert cli.main(["check"]) == 3
    said = capsys.readouterr()
    assert "KeyError" in said.err
    assert "ผู้ดูแลโปรแกรม" in said.out


def test_a_python_without_the_packages_is_told_to_install_them(office: Path) -> None:
    """Somebody with the wrong Python has valid records and photos; `-S` hides all packages from it."""
    command = (sys.executable, "-S", "-c", "import sys; from generator import cli; sys.exit(cli.main(sys.argv[1:]))")
    done = subprocess.run(
        (*command, "check", "--project", str(office)),
        cwd=product.ROOT,
        env={**os.environ, "PYTHONPATH": str(product.ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "ยังติดตั้งไม่ครบ" in done.stderr
    assert "README.md" in done.stderr
    assert "Traceback" not in done.stderr
    assert "winners" not in done.stderr


@pytest.mark.parametrize(
    ("word", "offered"),
    [
        ("โปสเตอร์", ["poster", "winner_poster", "survey_poster"]),
        ("posters", ["poster"]),
        ("จดหมายข่าวว", ["newsletter"]),
        ("press-release", ["press_release"]),
    ],
)
def test_a_piece_s_name_is_guessed(
    office: Path, word: str, offered: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Ninety names are no answer; the list is there for whoever asks for it."""
    assert cli.main(("build", "--only", word, "--project", str(office))) == 2
    said = capsys.readouterr().err.splitlines()
    assert len(said) < 10
    names = [line.split()[0] for line in said if line.startswith("    ")]
    assert set(offered) <= {*names}
    assert names[1] == offered[0]
    assert cli.main(("build", "--only", "รายชื่อ", "--project", str(office))) == 2
    everything = capsys.readouterr().err
    assert all(piece.name in everything for piece in PIECES)


def test_a_piece_may_be_called_as_the_office_calls_it() -> None:
    """The clerk knows what is printed, not what the program calls it."""
    assert piece_names.meant(["จดหมายข่าว", "poster"], PIECES) == {"newsletter", "poster"}
    assert {piece.title: piece_names.meant([f" {piece.title}  "], PIECES) for piece in PIECES} == {
        piece.title: {same.name for same in PIECES if same.title == piece.title} for piece in PIECES
    }


def test_the_project_is_found_from_within(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever edits the records has the window open in their folder."""
    for folder in ("winners", "winners/2566", "winners/2566/photos"):
        monkeypatch.chdir(office / folder)
        assert cli.main(("check",)) == 0
        assert workshop_of(argparse.Namespace(project=Path())).project == office.resolve()
    monkeypatch.chdir(office.parent)
    assert cli.main(("check",)) == 1


def test_help_speaks_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    """Thai first, English on request."""
    assert cli.main(["--help"]) == 0
    thai = capsys.readouterr().out
    assert "สร้างเว็บไซต์" in thai
    assert "usage" not in thai
    assert cli.main(["build", "--lang=en", "--help"]) == 0
    assert "build only these pieces" in capsys.readouterr().out
    assert cli.main(["--lang", "en", "--help"]) == 0
    assert "build the website and all publicity" in capsys.readouterr().out


def _until_served(address: str, text: str, seconds: float = 40) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            if text in web.fetched(address):
                return True
        except OSError:
            pass
        time.sleep(0.3)
    return False


def test_serve_shows_a_change_of_the_records_by_itself(project: Path) -> None:
    """The clerk edits on one side of the screen and looks at the other; a mistake is told there until it is mended."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = product.command(project, "serve", "--port", str(port), "--no-open", "--as-of", product.AFTER)
    page = f"http://127.0.0.1:{port}/2566/winner-thitiya.html"
    running = subprocess.Popen(command, cwd=product.ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        assert _until_served(page, "คนแก่")
        product.edit(project / "winners/2566/winners.yaml", "quote: คนแก่", "quote: คนชรา")
        assert _until_served(page, "คนชรา")
        product.edit(project / "winners/organisation.yaml", "\nshort_name:", "\nshrt_name:")
        assert _until_served(page, "ไม่รู้จักช่องชื่อ “shrt_name”")
        product.edit(project / "winners/organisation.yaml", "\nshrt_name:", "\nshort_name:")
        assert _until_served(page, "คนชรา")
    finally:
        running.kill()
        running.communicate(timeout=30)
