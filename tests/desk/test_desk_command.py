"""`tonbaep desk` as a person starts it: an address is told, the first page comes at once, Ctrl-C ends it."""

from __future__ import annotations

import re
import signal
import stat
import subprocess
import sys
import time
from http.cookiejar import CookieJar
from typing import TYPE_CHECKING
from urllib.request import HTTPCookieProcessor, build_opener

import pytest

from tests.support.product import ROOT, command, tonbaep
from tests.support.small import Small

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
def test_the_command_tells_its_address_leads_there_again_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    """On 127.0.0.1 alone, on a free port; who clicks twice gets one desk, since two would write over each other."""
    small = Small(tmp_path)
    told = small.project / ".tonbaep/desk.json"
    with subprocess.Popen(
        command(small.project, "desk", "--no-open"), cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as running:
        try:
            assert running.stdout
            found = re.search(r"http://127\.0\.0\.1:\d+/enter/\S{40,}", running.stdout.readline())
            assert found
            browser = build_opener(HTTPCookieProcessor(CookieJar()))
            begin = time.monotonic()
            with browser.open(found[0]) as answer:
                assert "ทำอะไรต่อ" in answer.read().decode()
            assert time.monotonic() - begin < 10
            assert stat.S_IMODE(told.stat().st_mode) == 0o600, "who reads the address may come in"
            second = tonbaep(small.project, "desk", "--no-open")
            assert (second.returncode, found[0] in second.stdout) == (0, True), second.stdout + second.stderr
            assert "เปิดอยู่แล้ว" in second.stdout
            running.send_signal(signal.SIGINT)
            assert running.wait(20) == 0
            assert not told.exists()
        finally:
            running.kill()
