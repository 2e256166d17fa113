"""Pins every package with its hashes for Linux and Windows: `python tools/lock.py` after a change to pyproject.toml.

Needs `uv` (any recent one). The build backend is pinned too, so that installing the project itself fetches nothing.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LAST_FOR_US = "backports-strenum<1.3"
"""What follows is for Python before 3.11 alone, which `uv` passes over; the engine that finds faces asks for it."""

PUBLISH, BATCH = ("--extra", "publish"), ("--extra", "batch")
LOCKS = {
    "requirements.lock": (),
    "requirements-publish.lock": PUBLISH,
    "requirements-batch.lock": BATCH,
    "requirements-test.lock": (*PUBLISH, *BATCH, "--group", "pyproject.toml:test"),
}


def main() -> int:
    """Write the lock files."""
    backend = ROOT / ".backend.in"
    backend.write_text(f"flit_core==4.2.0\n{LAST_FOR_US}\n", encoding="utf-8")
    try:
        for name, groups in LOCKS.items():
            subprocess.run(
                (
                    *("uv", "pip", "compile", "--universal", "--python-version", "3.11", "--generate-hashes"),
                    *("--no-emit-index-url", "--no-emit-find-links", "--no-annotate", "--quiet"),
                    *("--custom-compile-command", "python tools/lock.py"),
                    *("pyproject.toml", backend.name, *groups, "-o", name),
                ),
                cwd=ROOT,
                check=True,
            )
    finally:
        backend.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
