"""The six things to do here, in one list: `python tools/dev.py setup|check|fast|test|build|publish [OPTIONS]`.

`setup` makes `.venv` with all packages that tests need, `check` looks for faults without running anything, `fast` runs
the tests that need neither a browser nor a whole publication, `test` runs all, `build` makes the sample, `publish` puts
it into a folder as it would go to a host. Options go to the last command of the verb: `python tools/dev.py fast
tests/cli`. Needs Python 3.11 and nothing else; on Windows it is `py -3 tools/dev.py`. CI runs `setup` and `test`, as
the second command of the README.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ANY_PYTHON = "python3"
"""Makes the environment; every later command uses the environment's own."""
BIN = ".venv/bin/"
PYTHON = f"{BIN}python"

VERBS = {
    "setup": (
        (ANY_PYTHON, "tools/this_python.py"),
        (ANY_PYTHON, "-m", "venv", ".venv"),
        (PYTHON, "-m", "pip", "install", "-q", "--require-hashes", "-r", "requirements-test.lock"),
        (PYTHON, "-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation", "-e", "."),
    ),
    "check": (
        (PYTHON, "-m", "ruff", "check"),
        (PYTHON, "-m", "ruff", "format", "--check"),
        (PYTHON, "-m", "mypy"),
    ),
    "fast": ((PYTHON, "-m", "pytest", "-m", "not slow and not browser"),),
    "test": ((PYTHON, "-m", "pytest"),),
    "build": ((f"{BIN}tonbaep", "build"),),
    "publish": ((f"{BIN}tonbaep", "publish", "--sample", "--to", "../tonbaep-web"),),
}
"""What each verb runs, one after the other, as it is written on Linux."""


def main(arguments: list[str]) -> int:
    """Run one verb and return the code of the first command that failed, 0 where none did."""
    if not arguments or arguments[0] not in VERBS:
        print(__doc__)
        return 2
    verb, *options = arguments
    if verb != "setup" and not (ROOT / ".venv").is_dir():
        print("There is no .venv yet: run `setup` first.")
        return 2
    *before, last = VERBS[verb]
    for command in (*before, (*last, *options)):
        print("+", *command, flush=True)
        code = subprocess.run(here(command), cwd=ROOT, check=False).returncode
        if code:
            return code
    return 0


def here(command: tuple[str, ...]) -> tuple[str, ...]:
    """Return a command of the list as it is written on this computer."""
    program, *rest = command
    if program == ANY_PYTHON:
        return (sys.executable, *rest)
    scripts = ROOT / ".venv" / ("Scripts" if os.name == "nt" else "bin")
    return (str(scripts / program.removeprefix(BIN)), *rest)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
