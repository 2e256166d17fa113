"""A voice is recorded in the browser, or brought as a file, and taken in by the same command."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile
from axe_playwright_python.sync_playwright import Axe

from generator.desk import labels
from tests.support.desk import Desk, in_browser

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Browser, Page

    from generator.desk.jobs import Job

WORDS: list[list[str]] = []
SOUND: list[tuple[float, int]] = []


def _run(words: Sequence[str], _: Job, __: str) -> int:
    WORDS.append([*words])
    sound, rate = soundfile.read(words[2])
    SOUND.append((float(np.abs(sound).max()), round(len(sound) / rate)))
    return 0


@pytest.fixture
def page(sample: Desk, browser: Browser) -> Iterator[Page]:
    """Return the page of the sample's voices, with a microphone that hears a tone."""
    with in_browser(browser, sample.project, (1024, 768), _run) as (page, desk):
        page.goto(f"{desk}/2566/voice/")
        yield page


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
