"""What makes a computer build and publish at a moment by itself: for Windows, cron, systemd, and a git host.

Each is the text of a file, a function of where the project is and when it is time; nothing is installed here. Each runs
three times, five minutes apart: a run that finds nothing to do does nothing, and one that met a broken line is mended.
"""

from __future__ import annotations

import json
import shlex
from datetime import UTC, datetime, timedelta
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from generator.era import BANGKOK

if TYPE_CHECKING:
    from collections.abc import Mapping

_APART = (timedelta(0), timedelta(minutes=5), timedelta(minutes=10))
_BUILD = ("build",)
_PUBLISH = ("publish", "--yes")
_LAST = timedelta(days=7)
"""How long a computer that was off at the moment still does it when it is on again."""
_QUARTERS = range(0, 60, 15)
"""By so many minutes the clocks of the world's zones differ."""
_ZONES = (timedelta(hours=-12), timedelta(0), timedelta(hours=14))
_STARTS = (timedelta(minutes=-53), timedelta(minutes=-23), timedelta(minutes=7), timedelta(minutes=37))
"""When a git host is asked to begin: twice before, since it may be late, and twice after, since it may leave one out.

Off the full and the half hour, at which it is late most of all.
"""


class Plan(NamedTuple):
    """What is done, where and when.

    `program` are the words that run this program, `to` names a place for the site that is not the records' own.
    `hosts` are the fingerprints of the machines that are known here; `more` is whether packages beyond the usual are
    needed.
    """

    moment: datetime
    project: str
    program: tuple[str, ...]
    to: str = ""
    hosts: str = ""
    more: bool = False

    @property
    def times(self) -> tuple[datetime, ...]:
        """The moments of the three runs."""
        return tuple(self.moment.astimezone(BANGKOK) + later for later in _APART)

    @property
    def steps(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The words of the two commands after those that run the program."""
        return _BUILD, (*_PUBLISH, *(("--to", self.to) if self.to else ()))


def windows_task(plan: Plan) -> bytes:
    """Return the task as `schtasks /create /xml` reads it: UTF-16 with its mark.

    It runs with the password of Windows, since only so it runs without anybody logged in and still finds the password
    that Windows keeps for the host. Two actions need no shell, so that no name has to be safe in one.
    """
    ends = (plan.moment + _LAST).astimezone(BANGKOK).isoformat()
    triggers = "".join(
        f"    <TimeTrigger>\n      <StartBoundary>{at.isoformat()}</StartBoundary>\n"
        f"      <EndBoundary>{ends}</EndBoundary>\n      <Enabled>true</Enabled>\n    </TimeTrigger>\n"
        for at in plan.times
    )
    first, *front = plan.program
    actions = "".join(
        f"    <Exec>\n      <Command>{_xml(first)}</Command>\n"
        f"      <Arguments>{_xml(' '.join(map(_windows_word, (*front, *words))))}</Arguments>\n"
        f"      <WorkingDirectory>{_xml(plan.project)}</WorkingDirectory>\n    </Exec>\n"
        for words in plan.steps
    )
    settings = "".join(f"    <{name}>{value}</{name}>\n" for name, value in _SETTINGS)
    text = (
        '<?xml version="1.0" encoding="UTF-16"?>\n'
        '<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">\n'
        "  <RegistrationInfo>\n    <Description>tonbaep: สร้างและเผยแพร่เว็บไซต์เมื่อถึงเวลาประกาศผล</Description>\n"
        f"  </RegistrationInfo>\n  <Triggers>\n{triggers}  </Triggers>\n"
        '  <Principals>\n    <Principal id="Author">\n      <LogonType>Password</LogonType>\n'
        "      <RunLevel>LeastPrivilege</RunLevel>\n    </Principal>\n  </Principals>\n"
        f"  <Settings>\n{settings}  </Settings>\n"
        f'  <Actions Context="Author">\n{actions}  </Actions>\n</Task>\n'
    )
    return b"\xff\xfe" + text.replace("\n", "\r\n").encode("utf-16-le")


def cron_line(plan: Plan) -> str:
    """Return a line for `crontab -e` that is right on a server of any time zone.

    Its fields are as wide as the zones of the world, and the line itself looks at the clock in UTC: many crons know no
    zone but the server's, and would run it hours late without a word.
    """
    utc = [at.astimezone(UTC) for at in plan.times]
    minutes = sorted({(at.minute + quarter) % 60 for at in utc for quarter in _QUARTERS})
    days = [at + zone for at in utc for zone in _ZONES]
    fields = (
        ",".join(map(str, minutes)),
        "*",
        ",".join(map(str, sorted({day.day for day in days}))),
        ",".join(map(str, sorted({day.month for day in days}))),
        "*",
    )
    moments = "|".join(f"{at:%Y%m%d%H%M}" for at in utc)
    runs = " && ".join(shlex.join((*plan.program, *words)) for words in plan.steps)
    line = f'case "$(date -u +%Y%m%d%H%M)" in {moments}) cd {shlex.quote(plan.project)} && {runs};; esac'
    return f"{' '.join(fields)} {line.replace('%', _PERCENT)}\n"


def service(plan: Plan) -> str:
    """Return what systemd runs."""
    first, *front = plan.program
    runs = "".join(
        f"ExecStart={' '.join((_systemd_program(first), *map(_systemd_word, (*front, *words))))}\n"
        for words in plan.steps
    )
    return (
        "[Unit]\nDescription=tonbaep: build and publish the result\n\n"
        f"[Service]\nType=oneshot\nWorkingDirectory={plan.project.replace('%', '%%')}\n{runs}"
    )


def timer(plan: Plan) -> str:
    """Return when systemd runs it; a computer that was off does it when it is on again."""
    times = "".join(f"OnCalendar={at:%Y-%m-%d %H:%M:%S} Asia/Bangkok\n" for at in plan.times)
    return (
        "[Unit]\nDescription=tonbaep: the moment of the result\n\n"
        f"[Timer]\n{times}AccuracySec=1s\nPersistent=true\n\n[Install]\nWantedBy=timers.target\n"
    )


def workflow(plan: Plan) -> str:
    """Return a workflow of a git host that understands GitHub's: it begins early, waits, builds and publishes.

    Its schedule knows no year, so its first step does. What stands in the records is given as a variable, never pasted
    into a command.
    """
    at = int(plan.moment.timestamp())
    crons = "".join(f'    - cron: "{_cron_fields(plan.moment + start)}"\n' for start in _STARTS)
    known = _step(
        "known hosts", "mkdir -p .tonbaep && printf '%s' \"$HOSTS\" > .tonbaep/hosts.json", {"HOSTS": plan.hosts}
    )
    more = "\npython -m pip install -q --require-hashes -r requirements-publish.lock" if plan.more else ""
    to = ' --to "$PLACE"' if plan.to else ""
    given = {"TONBAEP_PASSWORD": "${{ secrets.TONBAEP_PASSWORD }}"} | ({"PLACE": plan.to} if plan.to else {})
    return (
        f'name: "tonbaep: เผยแพร่ผลเมื่อถึงเวลา"\non:\n  schedule:\n{crons}  workflow_dispatch:\n'
        "permissions:\n  contents: read\n"
        "concurrency:\n  group: tonbaep-publish\n  cancel-in-progress: false\n"
        "jobs:\n  publish:\n    runs-on: ubuntu-latest\n    timeout-minutes: 180\n    steps:\n"
        + _step("is it the day", _IS_IT_THE_DAY, {"AT": str(at)}, label="day")
        + "      - uses: actions/checkout@v6\n        if: steps.day.outputs.go == 'true'\n"
        "      - uses: actions/setup-python@v6\n        if: steps.day.outputs.go == 'true'\n"
        '        with:\n          python-version: "3.13"\n'
        + _step(
            "install",
            f"python -m pip install -q --require-hashes -r requirements.lock{more}\n"
            "python -m pip install -q --no-deps --no-build-isolation -e .",
        )
        + (known if plan.hosts else "")
        + _step("wait for the moment", 'while [ "$(date -u +%s)" -lt "$AT" ]; do sleep 1; done', {"AT": str(at)})
        + _step("build", "tonbaep build")
        + _step("publish", f"tonbaep publish --yes{to}", given)
    )


_IS_IT_THE_DAY = (
    'now=$(date -u +%s)\nif [ "$now" -ge $((AT - 7200)) ] && [ "$now" -le $((AT + 86400)) ]; then go=true; '
    'else go=false; fi\necho "go=$go" >> "$GITHUB_OUTPUT"'
)
_PERCENT = "\\%"
"""In a crontab a bare % would end the command."""
_SETTINGS = (
    ("MultipleInstancesPolicy", "Queue"),
    ("DisallowStartIfOnBatteries", "false"),
    ("StopIfGoingOnBatteries", "false"),
    ("AllowHardTerminate", "true"),
    ("StartWhenAvailable", "true"),
    ("RunOnlyIfNetworkAvailable", "false"),
    ("AllowStartOnDemand", "true"),
    ("Enabled", "true"),
    ("Hidden", "false"),
    ("RunOnlyIfIdle", "false"),
    ("WakeToRun", "true"),
    ("ExecutionTimeLimit", "PT1H"),
    ("Priority", "4"),
)


def _cron_fields(moment: datetime) -> str:
    at = moment.astimezone(UTC)
    return f"{at.minute} {at.hour} {at.day} {at.month} *"


def _step(name: str, run: str, variables: Mapping[str, str] | None = None, *, label: str = "") -> str:
    """Return one step; values are quoted as JSON, which is YAML, too. The one with a label says if the others run."""
    lines = [f"      - name: {json.dumps(name)}"]
    lines += [f"        id: {label}"] if label else ["        if: steps.day.outputs.go == 'true'"]
    lines += ["        env:"] if variables else []
    lines += [f"          {each}: {json.dumps(value, ensure_ascii=False)}" for each, value in (variables or {}).items()]
    lines += [f"        run: {json.dumps(run)}"]
    return "\n".join(lines) + "\n"


def _xml(text: str) -> str:
    return escape(text, quote=False)


def _windows_word(word: str) -> str:
    """Return a word as Windows programs take it apart: backslashes count double before a quotation mark only."""
    if word and not set(word) & set(' \t"'):
        return word
    quoted, slashes = "", 0
    for letter in word:
        if letter == "\\":
            slashes += 1
            continue
        quoted += "\\" * (slashes * 2 + 1 if letter == '"' else slashes) + letter
        slashes = 0
    end = "\\" * (slashes * 2)
    return f'"{quoted}{end}"'


def _systemd_program(name: str) -> str:
    """Return the program of a command: systemd looks for no variables in it, and takes no quotation marks."""
    if set(name) & set("'\"\\"):
        return f"/usr/bin/env {_systemd_word(name)}"
    return _systemd_word(name).replace("$$", "$")


def _systemd_word(word: str) -> str:
    """Return any other word of a command as systemd takes it apart."""
    for letter, written in (("\\", "\\\\"), ('"', '\\"'), ("%", "%%"), ("$", "$$")):
        word = word.replace(letter, written)
    return f'"{word}"'
