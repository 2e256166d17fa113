"""The second way to open at the minute: what each file makes a computer do, asked of whoever reads such files."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import pytest
import yaml

from generator.disk.swap import Workshop
from generator.era import BANGKOK
from generator.model import Target
from generator.problems import ProblemsFound
from generator.publishing import later, timers
from generator.publishing.timers import Plan
from tests.support import product

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Records

NINE = datetime(2030, 4, 21, 9, 0, tzinfo=BANGKOK)
MOMENTS = (
    NINE,
    datetime(2031, 1, 1, 0, 0, tzinfo=BANGKOK),
    datetime(2032, 2, 29, 23, 58, tzinfo=BANGKOK),
    datetime(2030, 5, 1, 6, 59, tzinfo=BANGKOK),
)
ZONES = ("UTC", "Asia/Bangkok", "Pacific/Kiritimati", "Etc/GMT+12", "Asia/Kathmandu", "America/New_York")
UGLY = "/srv/โครงการ ก & 'ข' 50% $HOME <1>"
SPACE = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"


def plan(moment: datetime = NINE, project: str = UGLY, **more: Any) -> Plan:
    """Return what is done in a folder with an ugly name, by a program in another one."""
    return Plan(moment, project, (f"{project}/py thon", "-P", "-m", "generator"), **more)


def words_of_windows(line: str) -> list[str]:
    """Return the words of a command line as Microsoft's C runtime says that it takes them apart."""
    words, word, quoted, open_word, at = [], "", False, False, 0
    while at < len(line):
        slashes = re.match(r"\\*", line[at:]).group()  # type: ignore[union-attr] # matches always
        at += len(slashes)
        if line[at : at + 1] == '"':
            word += "\\" * (len(slashes) // 2)
            word, quoted = (f'{word}"', quoted) if len(slashes) % 2 else (word, not quoted)
            open_word, at = True, at + 1
            continue
        word, open_word = word + slashes, open_word or bool(slashes)
        if line[at : at + 1] in {" ", "\t"} and not quoted:
            words += [word] if open_word else []
            word, open_word, at = "", False, at + 1
        elif at < len(line):
            word, open_word, at = word + line[at], True, at + 1
    return words + ([word] if open_word else [])


class Task:
    """A task as Windows reads it."""

    def __init__(self, raw: bytes) -> None:
        """Read it as UTF-16 with its mark, which `schtasks` wants."""
        assert raw.startswith(b"\xff\xfe")
        assert b"\r\x00\n\x00" in raw
        self.root = ET.fromstring(raw)

    def texts(self, path: str) -> list[str]:
        """Return what stands in some elements."""
        return [each.text or "" for each in self.root.findall("/".join(f"{SPACE}{name}" for name in path.split("/")))]


@pytest.mark.parametrize("moment", MOMENTS)
def test_windows_begins_at_the_moment_and_twice_more(moment: datetime) -> None:
    """In the office's own time, whatever zone the computer believes to be in."""
    task = Task(timers.windows_task(plan(moment)))
    begins = [datetime.fromisoformat(each) for each in task.texts("Triggers/TimeTrigger/StartBoundary")]
    assert begins == [moment, moment + timedelta(minutes=5), moment + timedelta(minutes=10)]
    assert {each.utcoffset() for each in begins} == {timedelta(hours=7)}
    ends = task.texts("Triggers/TimeTrigger/EndBoundary")
    assert all(datetime.fromisoformat(end) - moment == timedelta(days=7) for end in ends)
    assert task.texts("Triggers/TimeTrigger/Enabled") == ["true"] * 3


def test_windows_wakes_catches_up_and_needs_nobody_logged_in() -> None:
    """A notebook that sleeps on the mayor's desk is the usual computer."""
    task = Task(timers.windows_task(plan()))
    said = {each.tag.removeprefix(SPACE): each.text for each in task.root.find(f"{SPACE}Settings") or ()}
    assert said["WakeToRun"] == said["StartWhenAvailable"] == said["Enabled"] == "true"
    assert said["DisallowStartIfOnBatteries"] == said["StopIfGoingOnBatteries"] == said["RunOnlyIfIdle"] == "false"
    assert task.texts("Principals/Principal/LogonType") == ["Password"]
    (principal,) = task.root.findall(f"{SPACE}Principals/{SPACE}Principal")
    (actions,) = task.root.findall(f"{SPACE}Actions")
    assert actions.get("Context") == principal.get("id")


def test_windows_has_only_words_that_its_schema_knows() -> None:
    """`schtasks` refuses the whole file for one other word, or for one in another place."""
    known = {
        "Task": "RegistrationInfo Triggers Principals Settings Actions",
        "RegistrationInfo": "Description",
        "Triggers": "TimeTrigger",
        "TimeTrigger": "StartBoundary EndBoundary Enabled",
        "Principals": "Principal",
        "Principal": "LogonType RunLevel",
        "Settings": "MultipleInstancesPolicy DisallowStartIfOnBatteries StopIfGoingOnBatteries AllowHardTerminate "
        "StartWhenAvailable RunOnlyIfNetworkAvailable AllowStartOnDemand Enabled Hidden RunOnlyIfIdle WakeToRun "
        "ExecutionTimeLimit Priority",
        "Actions": "Exec",
        "Exec": "Command Arguments WorkingDirectory",
    }
    found: dict[str, list[str]] = {}
    for each in Task(timers.windows_task(plan())).root.iter():
        if len(each):
            children = dict.fromkeys(child.tag.removeprefix(SPACE) for child in each)
            found[each.tag.removeprefix(SPACE)] = list(children)
    assert found == {name: words.split() for name, words in known.items()}


@pytest.mark.parametrize(
    "project", ["C:\\Users\\สมศรี ใจดี\\งาน & ราง%วัล%", "C:\\plain", "D:\\", "\\\\server\\แชร์ กลาง\\web", UGLY]
)
def test_windows_runs_both_commands_in_the_project_whatever_it_is_called(project: str) -> None:
    """A folder of a real office has spaces and Thai in it."""
    program = f"{project}\\py thon.exe"
    to = 'sftp://u@h/a "b" c\\'
    task = Task(timers.windows_task(Plan(NINE, project, (program, "-P", "-m", "generator"), to)))
    assert task.texts("Actions/Exec/Command") == [program] * 2
    assert task.texts("Actions/Exec/WorkingDirectory") == [project] * 2
    front = ["-P", "-m", "generator"]
    assert [words_of_windows(line) for line in task.texts("Actions/Exec/Arguments")] == [
        [*front, "build"],
        [*front, "publish", "--yes", "--to", to],
    ]


def fires(fields: str, local: datetime) -> bool:
    """Return whether a cron would look at a line in this minute; day of the week is open, so both dates must fit."""
    values = (local.minute, local.hour, local.day, local.month, local.isoweekday() % 7)
    return all(
        field == "*" or value in {int(each) for each in field.split(",")}
        for field, value in zip(fields.split(), values, strict=True)
    )


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_cron_of_any_zone_looks_at_the_line_at_each_of_the_three_moments(moment: datetime, zone: str) -> None:
    """Many crons know no zone but the server's own, and a line for nine o'clock would run hours late."""
    fields = " ".join(timers.cron_line(plan(moment)).split(" ", 5)[:5])
    for at in (moment, moment + timedelta(minutes=5), moment + timedelta(minutes=10)):
        assert fires(fields, at.astimezone(ZoneInfo(zone)))
    assert not fires(fields, (moment + timedelta(days=40)).astimezone(ZoneInfo(zone)))


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """Return a folder in which a shell meets a clock that the test sets, and a program that notes its words."""
    return Stage(tmp_path)


class Stage:
    """A project with a program of its own, under a clock that is set."""

    def __init__(self, folder: Path, name: str = UGLY.removeprefix("/srv/")) -> None:
        """Write program and clock."""
        self.project, self.clock, self.noted = folder / name, folder / "bin", folder / "noted"
        self.project.mkdir()
        self.clock.mkdir()
        self._script(self.project / "py thon", f'pwd >> "{self.noted}"\nprintf "%s|" "$@" >> "{self.noted}"\n')

    @staticmethod
    def _script(file: Path, text: str) -> None:
        file.write_text(f"#!/bin/sh\n{text}", encoding="utf-8")
        file.chmod(0o755)

    def run(self, line: str, moment: datetime, **variables: str) -> list[str]:
        """Run a line as a shell does at a moment, and return what the program noted."""
        now = f'exec {shutil.which("date")} -d "@{int(moment.timestamp())}" "$@"\n'
        self._script(self.clock / "date", now)
        self.noted.unlink(missing_ok=True)
        calm = {"PATH": f"{self.clock}:{os.environ['PATH']}", "HOME": str(self.clock), **variables}
        subprocess.run(("sh", "-c", line), env=calm, check=True, cwd=self.clock)
        return self.noted.read_text(encoding="utf-8").splitlines() if self.noted.exists() else []


@pytest.mark.parametrize("minutes", [0, 5, 10])
def test_the_line_of_a_crontab_builds_and_publishes_in_the_project(stage: Stage, minutes: int) -> None:
    """A shell reads it after cron took it apart at each bare %."""
    written = timers.cron_line(plan(project=str(stage.project))).rstrip("\n").split(" ", 5)[5]
    assert not re.search(r"(?<!\\)%", written)
    line = written.replace("\\%", "%")
    noted = stage.run(line, NINE + timedelta(minutes=minutes))
    front = "-P|-m|generator|"
    assert noted == [str(stage.project), f"{front}build|{stage.project}", f"{front}publish|--yes|"]


@pytest.mark.parametrize("off", [timedelta(minutes=-5), timedelta(minutes=15), timedelta(hours=7), timedelta(days=365)])
def test_the_line_of_a_crontab_does_nothing_at_any_other_moment(stage: Stage, off: timedelta) -> None:
    """The fields are wide, and no year is among them."""
    line = timers.cron_line(plan(project=str(stage.project))).split(" ", 5)[5].replace("\\%", "%")
    assert stage.run(line, NINE + off) == []


@pytest.mark.parametrize("folder", [UGLY.removeprefix("/srv/"), "50% $HOME"])
def test_systemd_itself_reads_both_files_and_finds_the_program(tmp_path: Path, folder: str) -> None:
    """Its quoting is not a shell's: a $ in the program's own name is itself, and a quotation mark is refused there."""
    stage = Stage(tmp_path, folder)
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("no systemd here")
    for name, text in (
        ("x.service", timers.service(plan(project=str(stage.project), to="sftp://u@h/50% $x"))),
        ("x.timer", timers.timer(plan())),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        told = subprocess.run((analyze, "verify", tmp_path / name), capture_output=True, check=False, text=True)
        assert (told.stderr, told.returncode) == ("", 0)
    if "'" in folder:
        return  # the program is then looked for when it is run
    broken = timers.service(plan(project=str(stage.project / "no")))
    (tmp_path / "x.service").write_text(broken, encoding="utf-8")
    assert subprocess.run((analyze, "verify", tmp_path / "x.service"), capture_output=True, check=False).returncode


@pytest.mark.parametrize("moment", MOMENTS)
def test_systemd_itself_reads_each_moment_as_it_is_meant(moment: datetime) -> None:
    """The zone stands in each line, so the server's own does not matter."""
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("no systemd here")
    lines = re.findall(r"^OnCalendar=(.*)$", timers.timer(plan(moment)), re.MULTILINE)
    found = []
    for line in lines:
        told = subprocess.run(
            (analyze, "calendar", "--base-time=2029-01-01", line),
            capture_output=True,
            check=True,
            text=True,
            env={"TZ": "UTC"},
        ).stdout
        (elapse,) = re.findall(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) UTC", told)
        found.append(datetime.fromisoformat(elapse).replace(tzinfo=UTC))
    assert found == [moment, moment + timedelta(minutes=5), moment + timedelta(minutes=10)]


def test_a_computer_that_was_off_does_it_when_systemd_is_up_again() -> None:
    """Power fails on days with ceremonies, too."""
    assert {"Persistent=true", "AccuracySec=1s"} <= set(timers.timer(plan()).splitlines())


def steps(text: str) -> list[dict[str, Any]]:
    """Return the steps of a workflow's one job."""
    (job,) = yaml.safe_load(text)["jobs"].values()
    found: list[dict[str, Any]] = job["steps"]
    return found


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_git_host_is_asked_twice_before_and_twice_after_never_at_the_full_hour(moment: datetime) -> None:
    """At the full hour it is late most of all, and may leave a run out."""
    written = yaml.safe_load(timers.workflow(plan(moment)))
    crons = [each["cron"] for each in written[True]["schedule"]]  # `on` is a truth in YAML 1.1
    starts = [
        at
        for at in (moment + timedelta(minutes=each) for each in range(-90, 91))
        for cron in crons
        if fires(cron, at.astimezone(UTC))
    ]
    assert len(crons) == len(starts) == 4
    assert sum(each < moment for each in starts) == 2
    assert moment.minute or not {each.minute for each in starts} & {0, 30}
    assert written["permissions"] == {"contents": "read"}


@pytest.mark.parametrize(
    ("off", "goes"),
    [
        (timedelta(minutes=-53), True),
        (timedelta(hours=5), True),
        (timedelta(days=-1), False),
        (timedelta(days=365), False),
    ],
)
def test_the_workflow_goes_on_only_around_the_moment(
    stage: Stage, tmp_path: Path, off: timedelta, *, goes: bool
) -> None:
    """Its schedule comes back every year."""
    first, *others = steps(timers.workflow(plan()))
    out = tmp_path / "out"
    stage.run(first["run"], NINE + off, GITHUB_OUTPUT=str(out), **first["env"])
    assert out.read_text(encoding="utf-8") == f"go={str(goes).lower()}\n"
    assert {each["if"] for each in others} == {f"steps.{first['id']}.outputs.go == 'true'"}


def test_the_workflow_waits_then_builds_then_publishes(stage: Stage) -> None:
    """Built before the moment, the site would be the one without the result."""
    found = steps(timers.workflow(plan(to="sftp://u@h/a 'b' $(c)", hosts='{"h": "SHA256:x"}', more=True)))
    by_name = {each["name"]: each for each in found if "name" in each}
    names = list(by_name)
    assert names.index("wait for the moment") < names.index("build") < names.index("publish")
    wait = by_name["wait for the moment"]
    ticking = f'n=$(cat "$COUNT" 2>/dev/null || echo {int(NINE.timestamp()) - 2}); echo $((n + 1)) > "$COUNT"; echo $n'
    script = f"date() {{ {ticking}; }}; sleep() {{ :; }}; {wait['run']}; date"
    env = {**wait["env"], "COUNT": str(stage.clock / "count"), "PATH": os.environ["PATH"]}
    ended = subprocess.run(("sh", "-c", script), env=env, capture_output=True, text=True, check=True).stdout
    assert int(ended) == int(NINE.timestamp()) + 1
    assert by_name["publish"]["env"]["PLACE"] == "sftp://u@h/a 'b' $(c)"
    assert shlex.split(by_name["publish"]["run"]) == ["tonbaep", "publish", "--yes", "--to", "$PLACE"]
    subprocess.run(
        ("sh", "-c", by_name["known hosts"]["run"]), env=by_name["known hosts"]["env"], cwd=stage.clock, check=True
    )
    assert (stage.clock / ".tonbaep/hosts.json").read_text(encoding="utf-8") == '{"h": "SHA256:x"}'


def test_no_password_stands_in_any_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """They lie in a folder that is packed and handed on."""
    monkeypatch.setenv("TONBAEP_PASSWORD", "canary")
    made = plan(to="sftp://u@h/x")
    texts = (
        timers.workflow,
        timers.cron_line,
        timers.service,
        timers.timer,
        lambda p: timers.windows_task(p).decode("utf-16"),
    )
    assert not [text for text in texts if "canary" in text(made)]


@pytest.fixture
def workshop(built: Path, tmp_path: Path) -> Workshop:
    """Return the workshop of a project that was built."""
    return Workshop(product.copy_of_built(built, tmp_path / "copy"))


def test_files_are_laid_beside_what_was_built_and_nothing_counts_as_changed(
    workshop: Workshop, records: Records
) -> None:
    """Otherwise the publication at the moment would refuse them as somebody's."""
    from generator.ledger import unchanged

    moment = datetime.fromisoformat("2023-05-15T12:00:00+07:00")
    assert unchanged.standing(workshop, moment) is None
    names = later.prepare(workshop, records, NINE, to=Target("sftp", "public_html", "h.example", "u"))
    assert unchanged.standing(workshop, moment) is None
    there = {each.relative_to(workshop.project).as_posix() for each in (workshop.project / later.FOLDER).iterdir()}
    assert there == set(names)
    assert {name.rpartition(".")[2] for name in names} == {"txt", "xml", "service", "timer", "yml"}
    page = (workshop.project / later.FOLDER / later.HOW_TO).read_bytes().decode("utf-8-sig")
    assert all(name.rpartition("/")[2] in page for name in names if not name.endswith(later.HOW_TO))
    assert page.index("ช้าได้เท่าไร") < page.index("How late")
    listed = {entry["path"] for entry in product.manifest(workshop.project)}
    assert set(names) <= listed
    task = Task((workshop.project / later.FOLDER / "windows-task.xml").read_bytes())
    assert task.texts("Actions/Exec/Command") == [sys.executable] * 2
    assert task.texts("Actions/Exec/WorkingDirectory") == [str(workshop.project)] * 2


def test_a_share_of_the_office_gets_no_workflow_and_a_zip_no_timer(workshop: Workshop, records: Records) -> None:
    """A git host reaches no share, and somebody has to carry a ZIP."""
    names = later.prepare(workshop, records, NINE, to=Target("folder", "/srv/web"))
    assert not [name for name in names if name.endswith(".yml")]
    page = (workshop.project / later.FOLDER / later.HOW_TO).read_bytes().decode("utf-8-sig")
    assert "GitHub" not in page
    with pytest.raises(ProblemsFound):
        later.prepare(workshop, records, NINE, to=Target("zip", "site.zip"))
