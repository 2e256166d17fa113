"""What a form came to has an address of its own: Back works, and nobody guesses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.desk import labels
from tests.support.desk import HOME, form_in

if TYPE_CHECKING:
    from tests.support.desk import Desk

PAGE = "/2566/office/"


def _looked(desk: Desk, phone: str) -> str:
    """Return the address to which a look leads."""
    form = {**desk.form(PAGE), "phone": [phone], "do": "look"}
    sent = desk.client.post(PAGE, base_url=HOME, data=form, headers={"Origin": HOME})
    assert sent.status_code == 303
    return sent.headers["Location"]


def test_each_look_stays_where_it_was(desk: Desk) -> None:
    """The one before is still there after the next, with what was typed, as often as it is asked for."""
    first, second = _looked(desk, "0 7555 0198"), _looked(desk, "0 7555 0199")
    assert first != second
    for address, phone in ((first, "0 7555 0198"), (second, "0 7555 0199"), (first, "0 7555 0198")):
        assert form_in(desk.page(address))["phone"] == [phone]


def test_a_look_keeps_the_code_and_the_policy_of_its_answer(desk: Desk) -> None:
    """A page that records a voice may play it, whichever way it was reached."""
    answer = desk.press("/2566/voice/", script="x")
    assert answer.status_code == 422
    assert "media-src blob:" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_look_that_is_gone_leads_to_the_form(desk: Desk) -> None:
    """After the program was closed and opened, or after many others."""
    first = _looked(desk, "0 7555 0198")
    for number in range(40):
        desk.press("/folder", number=str(number))
    gone = desk.get(first)
    assert (gone.status_code, gone.headers["Location"]) == (302, PAGE)
    assert form_in(desk.page(PAGE))["phone"] == ["071234561"]
    assert desk.get("/undo?look=gone").headers["Location"] == "/"


def test_a_stranger_sees_no_look(desk: Desk) -> None:
    """The guard stands before it."""
    address = _looked(desk, "0 7555 0198")
    assert labels.SAVE.th in desk.page(address)
    assert desk.app.test_client().get(address, base_url=HOME).status_code == 403


def test_no_look_outlives_a_withdrawal(desk: Desk) -> None:
    """It may show the very words that somebody takes back."""
    address = _looked(desk, "0 7555 0198")
    assert desk.press("/2566/do/withdraw", person="first", sure="1").status_code == 303
    desk.wait()
    assert desk.get(address).status_code == 302
