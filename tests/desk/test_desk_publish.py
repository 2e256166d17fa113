"""The site is published from the desk, with the same looks before as in a terminal."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from generator.cli.apart import run_apart
from generator.desk import labels
from generator.desk.jobs import Job
from generator.publishing.passwords import VARIABLE
from tests.support.desk import Desk
from tests.support.small import Small

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pytest

CANARY = "canary-รหัสลับ-7351"


def test_a_password_is_no_word_of_the_command_and_on_no_page(tmp_path: Path) -> None:
    """What is typed into the field goes to the command alone: who looks at the desk later must not find it."""
    desk = Desk(Small(tmp_path).project)
    answer = desk.press("/2566/do/publish", password=CANARY, remember="1", sure="1")
    assert answer.status_code == 303
    for _ in range(100):
        if desk.asked:
            break
        time.sleep(0.02)
    assert desk.asked == [["publish", "--remember"]]
    assert desk.secrets == [CANARY]
    for page in ("/job", "/2566/do/", "/"):
        assert CANARY not in desk.get(page).text


def test_every_way_to_publish_is_a_button(tmp_path: Path) -> None:
    """To go back must be as near as to go on."""
    desk = Desk(Small(tmp_path).project)
    for word, typed in (
        ("publish", ["publish", "--new-host", "--adopt", "--yes", "--sample"]),
        ("back", ["publish", "--back", "--new-host"]),
        ("waiting", ["publish", "--sealed", "--new-host", "--sample"]),
        ("withhold", ["publish", "--withhold", "--new-host", "--sample"]),
    ):
        ticked = {name.removeprefix("--"): "1" for name in typed[1:]}
        before = len(desk.asked)
        assert desk.press(f"/2566/do/{word}", sure="1", **ticked).status_code == 303
        for _ in range(100):
            if len(desk.asked) > before:
                break
            time.sleep(0.02)
        assert desk.asked[-1] == typed
        time.sleep(0.05)


def test_the_desk_publishes_and_its_looks_refuse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site that is not the records' own is told of on the page, and nothing has gone up."""
    monkeypatch.delenv(VARIABLE, raising=False)
    small = Small(tmp_path)
    web = tmp_path / "web"
    web.mkdir()
    file = small.project / "winners/organisation.yaml"
    file.write_text(f"{file.read_text(encoding='utf-8')}\npublish: {web}\n", encoding="utf-8")
    job = _ran(small.project, ["publish", "--sample"])
    assert job.code == 1
    assert any("ยังไม่ได้สร้างเว็บไซต์" in problem.message.th for problem in job.problems)
    assert not [*web.iterdir()]
    assert _ran(small.project, ["build"]).code in {0, 1}
    refused = _ran(small.project, ["publish"])
    assert any("ตัวอย่าง" in problem.message.th for problem in refused.problems)
    done = _ran(small.project, ["publish", "--sample"])
    assert done.code == 0, done.problems
    assert (web / "index.html").read_bytes() == (small.project / "site/index.html").read_bytes()


def _ran(project: Path, words: Sequence[str]) -> Job:
    job = Job(lambda words, job, secret: run_apart(words, project, "th", job, secret))
    assert job.start(labels.DO, words)
    while job.running:
        time.sleep(0.1)
    return job
