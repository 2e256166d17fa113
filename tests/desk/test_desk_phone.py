"""The finished site on a telephone: only while somebody wants it, only for whoever has the address, only to read."""

from __future__ import annotations

import http.client
import re
import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from PIL import Image

from generator.desk import labels
from generator.desk.phone import Phone
from tests.support.codes import texts
from tests.support.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HERE = "127.0.0.1"


@pytest.fixture
def phone(tmp_path: Path) -> Iterator[Phone]:
    """Return a site of two pages that a telephone may see, and a file beside it that it may not."""
    site = tmp_path / "site"
    (site / "2566").mkdir(parents=True)
    (site / "index.html").write_text("หน้าแรก", encoding="utf-8")
    (site / "2566/index.html").write_text("ปี 2566", encoding="utf-8")
    (tmp_path / "secret.yaml").write_text("ชื่อ", encoding="utf-8")
    phone = Phone(site, lambda: HERE)
    yield phone
    phone.stop()


def _read(address: str, method: str = "GET") -> tuple[int, str]:
    parts = urlsplit(address)
    line = http.client.HTTPConnection(parts.netloc, timeout=5)
    line.request(method, parts.path or "/")
    answer = line.getresponse()
    text = answer.read().decode()
    line.close()
    return answer.status, text if answer.status == 200 else ""


def test_whoever_has_the_address_reads_the_site_and_nothing_else(phone: Phone) -> None:
    """No other address of that port answers, no path leads out of the site, and nothing is taken in."""
    assert phone.start()
    assert _read(phone.address) == (200, "หน้าแรก")
    assert _read(f"{phone.address}2566/index.html") == (200, "ปี 2566")
    port = urlsplit(phone.address).port
    for path in ("", "guess/", "guess/index.html"):
        assert _read(f"http://{HERE}:{port}/{path}")[0] == 404, path
    for path in ("../secret.yaml", "%2e%2e/secret.yaml", "..%5csecret.yaml", "nothing.html"):
        assert _read(f"{phone.address}{path}")[0] == 404, path
    assert _read(phone.address, "POST")[0] == 405


def test_the_address_is_new_each_time_and_ends_by_itself(phone: Phone) -> None:
    """What was sent to somebody once opens nothing later."""
    phone.minutes = 0.5 / 60
    assert phone.start()
    first = phone.address
    assert phone.start()
    assert phone.address != first
    end = time.monotonic() + 10
    while phone.address:
        assert time.monotonic() < end
        time.sleep(0.05)
    with pytest.raises((OSError, http.client.HTTPException)):
        _read(first)


def test_without_site_or_network_nothing_is_opened(tmp_path: Path, phone: Phone) -> None:
    """Nothing listens for nothing."""
    assert not Phone(tmp_path / "none", lambda: HERE).start()
    assert not Phone(phone.site, lambda: "").start()


def _picture(drawing: str) -> Image.Image:
    """Return what a browser would show of a code's drawing."""
    side = int(re.search(r'viewBox="0 0 (\d+)', drawing)[1])  # type: ignore[index]
    picture = Image.new("L", (side, side), 255)
    for x, y, wide in re.findall(r"M(\d+) (\d+)h(\d+)v1", drawing):
        picture.paste(0, (int(x), int(y), int(x) + int(wide), int(y) + 1))
    return picture.resize((side * 8, side * 8), Image.Resampling.NEAREST)


def test_the_desk_shows_the_code_and_closes_it(desk: Desk, phone: Phone) -> None:
    """The code on the screen is that of the address; a network that refuses is told, and the desk goes on."""
    shown = Desk(desk.project, phone)
    assert labels.PHONE_START.th in shown.page("/phone")
    assert shown.press("/phone", do="start").status_code == 303
    assert phone.address in shown.page("/phone")
    drawing = shown.get("/phone.svg")
    assert drawing.mimetype == "image/svg+xml"
    assert texts(_picture(drawing.text)) == {phone.address}
    assert shown.press("/phone", do="stop").status_code == 303
    assert not phone.address
    assert shown.get("/phone.svg").status_code == 404

    def taken() -> str:
        message = "the address is gone"
        raise OSError(message)

    phone.own_address = taken
    answer = shown.press("/phone", do="start")
    assert answer.status_code == 503
    assert labels.PHONE_REFUSED.th in answer.text
    phone.own_address = lambda: ""
    assert shown.press("/phone", do="start").status_code == 409
