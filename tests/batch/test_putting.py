"""All offices of a batch go up: what fails is told by office, the rest goes on, and a second run sends nothing."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from generator.batch import putting
from generator.batch.province import making
from generator.cli import every_office, main, run
from generator.cli.recorded import Recorded
from generator.cli.terminal import Terminal
from generator.desk.jobs import Job
from generator.disk.swap import Workshop
from generator.model import Target
from generator.publishing import faults, places
from generator.publishing.passwords import VARIABLE
from generator.publishing.visiting import Visitor
from tests.support import batches
from tests.support.apache import apache
from tests.support.product import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FRONT = "https://trang.example"
NAMESAKE = "เว็บรวม"
"""A folder whose office has no site, and the name by which the site in front is told."""


class Heard(Recorded):
    """A terminal that keeps the value of a run."""

    def value(self, value: object) -> None:
        """Keep it."""
        self.kept = value


def publish(everyone: Path, *words: str) -> tuple[int, dict[str, Any], str]:
    """Publish a batch before nobody; return the code, what became of each, and all that was said."""
    job = Job(lambda *_: 0)
    terminal = Heard("th", job)
    terminal.kept = {"offices": {}}
    code = run(["publish", "--batch", str(everyone), "--sample", "--project", str(everyone), *words], terminal)
    said = "\n".join([*(text.th for text in job.said), *(problem.say() for problem in job.problems)])
    value: Any = terminal.kept
    return code, value["offices"], said


def files(folder: Path) -> dict[str, bytes]:
    """Return what visitors see in a folder."""
    every = (file for file in folder.rglob("*") if file.is_file() and ".tonbaep" not in file.parts)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in every}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a batch of five, built just now: two for one host, one bare, one elsewhere, one with bad records."""
    everyone = tmp_path_factory.mktemp("batch") / "all"
    hosts = everyone.parent / "hosts"
    hosts.mkdir()
    batches.office(everyone, "one", site=f"{FRONT}/one", more=f"publish: {hosts / 'one'}\n")
    batches.office(everyone, "two", "อื่น", site=f"{FRONT}/two")
    batches.office(everyone, NAMESAKE)
    batches.office(everyone, "lost", site="https://lost.example")
    batches.spoil(batches.office(everyone, "bad", site=f"{FRONT}/bad"))
    (everyone / "province.yaml").write_text(f"site: {FRONT}\n")
    command = (sys.executable, "-m", "generator", "batch", str(everyone), "--workers", "2")
    subprocess.run(command, cwd=ROOT, check=False, capture_output=True)
    assert batches.states(everyone) == {
        "bad": "records",
        NAMESAKE: "done",
        "lost": "done",
        "one": "done",
        "two": "done",
    }
    return everyone


def states(offices: dict[str, Any]) -> dict[str, str]:
    """Return what became of each."""
    return {name: told["state"] for name, told in offices.items()}


@pytest.mark.usefixtures("builds")
def test_one_host_holds_all_and_what_fails_is_told_by_office(made: Path, tmp_path: Path) -> None:
    """Each stands in the folder that its own address names, the site of all in front; the next run sends nothing."""
    web = tmp_path / "web"
    code, offices, said = publish(made, "--to", str(web), "--yes")
    assert code == 1
    assert states(offices) == {
        "เว็บรวม": "published",
        "one": "published",
        "two": "published",
        f"{NAMESAKE}/": "no site",
        "lost": "failed",
        "bad": "failed",
    }
    for name in ("one", "two"):
        assert files(web / name) == files(made / name / "site")
    assert (web / "index.html").read_bytes() == (made / making.FOLDER / "index.html").read_bytes()
    assert not (web / "bad").exists()
    assert "bad: " in said
    assert "batch.html" in said
    assert "lost: winners/organisation.yaml" in said
    again = states(publish(made, "--to", str(web), "--yes")[1])
    assert {again[name] for name in ("one", "two", "เว็บรวม")} == {"same"}
    known = json.loads((made / "batch.json").read_text())
    kept = {name: entry for name, entry in known["offices"].items() if name != "two"}
    (made / "batch.json").write_text(json.dumps({**known, "offices": kept}))
    try:
        _, left, said = publish(made, "--to", str(web), "--yes")
    finally:
        (made / "batch.json").write_text(json.dumps(known))
    assert "two" not in left
    assert "ไม่อยู่ในรายชื่อแล้ว" in said
    assert f"{web}/two" in said
    assert left["เว็บรวม"]["state"] == "failed", "what it shows is not what the list names now"


@pytest.mark.usefixtures("builds")
def test_each_goes_to_its_own_host_where_the_records_say_which(made: Path) -> None:
    """Without a place for all; who has not said where is told so, and stops nobody."""
    code, offices, said = publish(made, "--yes")
    assert code == 1
    assert states(offices)["one"] == "published"
    assert (made.parent / "hosts/one/index.html").is_file()
    assert states(offices)["two"] == "failed"
    assert "ยังไม่ได้บอกว่าจะวางเว็บไซต์ที่ไหน" in said
    assert "province.yaml" in said


@pytest.mark.usefixtures("builds")
def test_a_result_that_became_public_since_stops_the_site_of_all_and_no_office(made: Path, tmp_path: Path) -> None:
    """It would say that nothing is announced; and what an office published since is not what it tells."""
    note = made / ".tonbaep" / making.NOTE
    before = note.read_text()
    note.write_text(json.dumps({**json.loads(before), "until": "2026-01-01T09:00:00+07:00"}))
    try:
        _, offices, said = publish(made, "--to", str(tmp_path / "a"), "--yes")
    finally:
        note.write_text(before)
    assert states(offices)["เว็บรวม"] == "failed"
    assert states(offices)["one"] == "published"
    assert "ถึงเวลาประกาศแล้วหลังจากสร้างเว็บรวม" in said
    data = made / "one/build/papers/office.json"
    kept = data.read_text()
    data.write_text(kept.replace("อบต.one", "อบต.อื่น"))
    try:
        _, offices, said = publish(made, "--to", str(tmp_path / "b"), "--yes")
    finally:
        data.write_text(kept)
    assert states(offices)["เว็บรวม"] == "failed"
    assert "เปลี่ยนไปหลังจากสร้างเว็บรวม" in said
    assert "สั่ง tonbaep batch" in said


@pytest.mark.usefixtures("builds")
def test_a_result_to_come_is_sealed_and_who_has_none_goes_up_as_usual(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The evening before, a province gives one command: each result lies shut at its host, and nobody reads a name."""
    everyone, resolved = tmp_path / "all", socket.getaddrinfo
    with apache() as server:
        monkeypatch.setattr(socket, "getaddrinfo", lambda _, *more, **named: resolved("127.0.0.1", *more, **named))
        port = server.address.rpartition(":")[2]
        for name in ("one", "two"):
            project = batches.office(everyone, name, name, f"http://trang.example:{port}/{name}")
            batches.to_come(project)
        (project / "winners/2600/winners.yaml").unlink()
        for name in ("one", "two"):
            assert main(["build", "--json", "--project", str(everyone / name)]) == 0
        assert main(["batch", "--json", str(everyone)]) == 0
        _, offices, said = publish(everyone, "--sealed", "--to", str(server.folder), "--yes")
        assert states(offices) == dict.fromkeys(("เว็บรวม", "one", "two"), "published")
        assert [line.partition(":")[0] for line in said.splitlines() if "ปิดผนึกผลไว้" in line] == ["one"]
        named = [file for file in server.folder.rglob("*.html") if batches.WINNER in file.read_text(encoding="utf-8")]
        assert named
        visitor = Visitor(server.address)
        seen = [visitor.ask(file.relative_to(server.folder).as_posix()) for file in named]
        assert {answer.status for answer in seen} == {404}
        pages = [visitor.ask(name).body.decode() for name in ("", "one/index.html", "two/index.html")]
        assert [batches.WINNER in page for page in pages] == [False, False, False]


@pytest.mark.usefixtures("builds")
def test_a_host_that_refuses_once_is_not_asked_again(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong password two hundred times locks the user out, and each try waits."""
    tried = []

    def refuse(target: Target, *_: object) -> places.Place:
        tried.append(target.address)
        raise faults.wrong_password()

    monkeypatch.setattr(places, "reached", refuse)
    code, offices, said = publish(made, "--to", "sftp://trang@host.example/www", "--yes")
    assert code == 1
    assert len(tried) == 1
    assert "ไม่ได้ลอง" in said
    assert {state for name, state in states(offices).items() if name != f"{NAMESAKE}/"} == {"failed"}


def test_a_password_in_the_environment_goes_to_no_strangers_host(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is one user's of one host; each office's host would be sent it otherwise. What is typed goes to its user."""
    monkeypatch.setenv(VARIABLE, "the province's")
    asked: list[str] = []

    class Typing(Terminal):
        def ask_secret(self, question: Any) -> str:
            asked.append(question.th)
            return f"typed {len(asked)}"

    terminal = Typing("th", as_json=False)
    one, other = (Target("sftp", f"www/{name}", f"{name}.example", "u") for name in ("one", "other"))
    keys = every_office.KeysOfMany(Workshop(tmp_path), one_host=False)
    got = [keys.password(each, terminal, anew=True)() for each in (one, other, one._replace(folder="b"))]
    assert got == ["typed 1", "typed 2", "typed 1"]
    alone = every_office.KeysOfMany(Workshop(tmp_path), one_host=True)
    assert alone.password(one, terminal, anew=False)() == "the province's"


@pytest.mark.parametrize("word", ["--list", "--back", "--dry-run", "--withhold", "--unseal"])
def test_what_is_one_offices_is_not_asked_of_all(tmp_path: Path, word: str) -> None:
    """Two hundred sites that go back by one slip are two hundred calls."""
    assert publish(tmp_path, word)[0] == 2


def test_a_folder_without_a_batch_is_told_apart(tmp_path: Path) -> None:
    """Nothing was built there, or it is another folder."""
    code, _, said = publish(tmp_path)
    assert code == 1
    assert "tonbaep batch" in said


@pytest.mark.parametrize(
    ("site", "front", "folder"),
    [
        (f"{FRONT}/khuanmao", FRONT, "khuanmao"),
        (f"{FRONT}/rasada/khuanmao", FRONT, "rasada/khuanmao"),
        ("https://any.example/khuanmao", "", "khuanmao"),
        ("https://khuanmao.example", "", None),
        ("https://khuanmao.example/a", FRONT, None),
        (f"{FRONT}/../etc", FRONT, None),
        (f"{FRONT}/.tonbaep", FRONT, None),
        (f"{FRONT}/assets", FRONT, None),
        (f"{FRONT}/district-1", FRONT, None),
        (f"{FRONT}/ควนเมา", FRONT, None),
        (f"{FRONT}//x", FRONT, "x"),
        (FRONT, FRONT, None),
    ],
)
def test_an_office_stands_where_its_address_says(site: str, front: str, folder: str | None) -> None:
    """Its codes lead there; nothing leads out of the folder, or into what is the front's own."""
    place = putting.folders({"a": site}, front)["a"]
    assert (place.folder or None) == folder
    assert (place.fault is None) == (folder is not None)


@pytest.mark.parametrize("second", ["khuanmao", "KhuanMao", "khuanmao/b"])
def test_no_office_stands_in_anothers_folder(second: str) -> None:
    """One would replace the other; some hosts tell no large letters from small ones."""
    found = putting.folders({"a": f"{FRONT}/khuanmao", "b": f"{FRONT}/{second}"}, FRONT)
    assert found["a"].fault is None
    assert found["b"].fault is not None
    assert "a" in found["b"].fault[0].th


def test_a_front_that_was_never_made_does_not_go_up(tmp_path: Path) -> None:
    """There may be a folder of that name with anything in it."""
    shutil.rmtree(tmp_path / making.FOLDER, ignore_errors=True)
    workshop = Workshop(tmp_path)
    with workshop.locked(lambda: None), pytest.raises(Exception, match=r"เว็บรวม|site of all"):
        putting.front(workshop, {}, None)  # type: ignore[arg-type] # never looked at
