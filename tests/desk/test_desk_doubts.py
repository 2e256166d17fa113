"""What is sound and would still make a colleague ask stands beside its field, before it is saved."""

from __future__ import annotations

import html
import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from generator.desk import labels
from generator.ledger import signatures
from generator.reading import signed
from tests.support.desk import Desk, form_in

if TYPE_CHECKING:
    from tests.support.small import Small

RULES, FIRST = "/2566/programme/", "/2566/people/0/"
DIGEST = "proof-digest"


def _beside(page: str, field: str) -> str:
    """Return the doubt beside a field, nothing where there is none."""
    return html.unescape(page.partition(f'id="{field}-doubt">')[2].partition("</p>")[0])


def _signed(desk: Desk, digest: str) -> str:
    """Return the page after somebody typed a digest and the day of the last signature."""
    form = desk.form(RULES) | {"proof.digest": [digest], "proof.signed": ["1 เมษายน 2566"]}
    return desk.send(RULES, form).text


def test_a_made_up_digest_is_doubted_when_it_is_typed(desk: Desk) -> None:
    """The next build would tell, and until then everybody would believe it."""
    page = _signed(desk, "7k2mq-0xv4t-9hd3w-e5rzn")
    assert "ไม่พบฉบับตรวจที่มีรหัสชุดไฟล์นี้" in _beside(page, DIGEST)
    assert desk.send(RULES, form_in(page), "save").status_code == 303
    for path in ("/2566/", RULES):
        assert "ไม่พบฉบับตรวจที่มีรหัสชุดไฟล์นี้" in desk.page(path)


def test_a_digest_on_a_cover_is_believed_and_a_slip_is_named(desk: Desk) -> None:
    """Whoever mistypes one letter is shown the cover's own."""
    name, listing = signatures.kept_list(2566, [])
    digest = signed.digest_of(listing)
    file = desk.project / name
    file.parent.mkdir()
    file.write_bytes(listing)
    assert _beside(_signed(desk, digest), DIGEST) == ""
    slip = ("0" if digest[0] != "0" else "1") + digest[1:]
    assert f"หมายถึง {digest}" in _beside(_signed(desk, slip), DIGEST)


def test_another_doubt_of_the_door_stands_beside_its_field_before_it_is_saved(desk: Desk) -> None:
    """Two colours that nobody tells apart are no fault, and should not be found out by printing."""
    office = "/2566/office/"
    page = desk.send(office, desk.form(office) | {"colours.accent": ["#0b5a5f"], "colours.primary": ["#0b5a5e"]}).text
    assert "เกือบเป็นสีเดียวกับ" in _beside(page, "colours-accent")
    assert 'value="save"' in page


def test_a_small_photo_says_what_to_ask_of_the_photographer(desk: Desk) -> None:
    """It is taken all the same: it prints, if coarsely, and there may be no other."""
    out = io.BytesIO()
    Image.effect_noise((200, 260), 60).convert("RGB").save(out, "JPEG")
    form = desk.form(FIRST)
    answer = desk.send(FIRST, {**form, "upload": (io.BytesIO(out.getvalue()), "a.jpg")}, "photo:")
    wanted = labels.photo_wanted(600, 90).th
    assert labels.PHOTO_TAKEN.th in answer.text
    assert wanted in answer.text
    assert desk.save(FIRST, form_in(answer.text)).status_code == 303
    assert wanted in desk.page(FIRST)
    large = io.BytesIO()
    Image.effect_noise((700, 900), 60).convert("RGB").save(large, "JPEG")
    answer = desk.send(FIRST, {**form, "upload": (io.BytesIO(large.getvalue()), "a.jpg")}, "photo:")
    assert wanted not in answer.text


@pytest.mark.parametrize(("accent", "told"), [("#0f4c5d", "เกือบเป็นสีเดียวกับ"), ("ทอง", "ทอง")])
def test_a_desk_that_is_opened_again_tells_the_same(small: Small, accent: str, told: str) -> None:
    """It answers from what it knows of unchanged files; no doubt and no fault may be missing for that."""
    assert told not in Desk(small.project).page("/2566/")
    small.edit("organisation.yaml", "#8f5a12", accent)
    first, again = (Desk(small.project).page("/2566/") for _ in range(2))
    assert told in first
    assert again == first
    small.edit("organisation.yaml", accent, "#8f5a12")
    assert told not in Desk(small.project).page("/2566/")
