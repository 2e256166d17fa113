"""A voice is recorded in the browser, or brought as a file, and taken in by the same command."""

from __future__ import annotations

import io
from threading import Thread
from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile
from axe_playwright_python.sync_playwright import Axe
from waitress.server import create_server

from generator.amending.held import Held
from generator.desk import labels
from generator.desk.app import desk as app
from generator.desk.guard import Guard
from generator.disk.swap import Workshop
from tests.support.desk import MOMENT, Desk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Browser, Page

    from generator.desk.jobs import Job

WORDS: list[list[str]] = []
SOUND: list[tuple[float, int]] = []


def _run(words: Sequence[str], _: Job) -> int:
    WORDS.append([*words])
    sound, rate = soundfile.read(words[2])
    SOUND.append((float(np.abs(sound).max()), round(len(sound) / rate)))
    return 0


@pytest.fixture
def page(sample: Desk, browser: Browser) -> Iterator[Page]:
    """Return the page of the sample's voices, with a microphone that hears a tone."""
    guard = Guard(0)
    served = app(Held(Workshop(sample.project), lambda: MOMENT), guard, _run)
    server = create_server(served, host="127.0.0.1", port=0)
    guard.port = int(server.effective_port)
    serving = Thread(target=server.run, daemon=True)
    serving.start()
    context = browser.new_context(viewport={"width": 1024, "height": 768})
    page = context.new_page()
    page.goto(guard.address)
    page.goto(f"http://127.0.0.1:{guard.port}/2566/voice/")
    yield page
    context.close()
    server.close()
    serving.join(5)


def test_a_voice_is_recorded_in_the_browser_and_taken_in(page: Page) -> None:
    """What the microphone heard becomes a sound file that another program reads, with the script that was shown."""
    script = page.locator("[name=script][type=hidden]").get_attribute("value")
    page.get_by_role("button", name=labels.VOICE_START.th).click()
    page.wait_for_function("() => document.querySelector('output').textContent >= '1'")
    page.get_by_role("button", name=labels.VOICE_STOP.th, exact=True).click()
    page.locator("audio").wait_for()
    assert not Axe().run(page).violations_count
    page.get_by_role("button", name=labels.VOICE_TAKE.th).click()
    page.get_by_text(labels.DONE.th, exact=True).wait_for()
    words, (loudest, seconds) = WORDS.pop(), SOUND.pop()
    assert words[:2] == ["import", "audio"]
    assert words[3:] == ["--script", script, "--year", "2566"]
    assert loudest > 0.01
    assert 1 <= seconds <= 30


def test_what_is_no_sound_is_asked_for_again(sample: Desk) -> None:
    """And nothing is run."""
    page = sample.get("/2566/voice/")
    assert "script-src 'self'" in page.headers["Content-Security-Policy"]
    for brought in ({}, {"voice": (io.BytesIO(b"x"), "a.exe")}):
        assert sample.send("/2566/voice/", {"script": "result-m1-60", **brought}).status_code == 422
    assert not sample.asked
