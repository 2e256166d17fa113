"""What was typed and not saved outlives the program, is offered again, and lies nowhere that leaves the house."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING

import pytest

from generator.amending import unsaved
from generator.amending.unsaved import Drawer, Unsaved, forget
from generator.amending.withdraw import people, withdraw
from generator.desk import labels
from generator.disk.swap import Workshop
from generator.model import Name
from generator.reading import read
from generator.store import Store
from tests.support.desk import HOME, MOMENT, Desk, form_in

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.small import Small

OFFICE, FIRST, NEW = "/2566/office/", "/2566/people/0/", "/2566/people/2/"
NAME = Name("นาย", "สมชาย", "ใจดี")


def _kept(project: Path) -> list[Path]:
    return sorted((project / ".tonbaep/unsaved").glob("*.json"))


def _offers(page: str) -> list[str]:
    """Return the names of the drafts that a page offers to take up."""
    return re.findall(r'value="take:([^"]+)"', html.unescape(page))


def _typed(desk: Desk, address: str, **fields: str) -> None:
    """Type into a form, and look at what would change."""
    desk.send(address, desk.form(address) | {name.replace("__", "."): [value] for name, value in fields.items()})


def _taken_up(desk: Desk, address: str) -> str:
    (name,) = _offers(desk.page(address))
    return desk.press(address, do=f"take:{name}").text


def test_what_was_refused_is_offered_by_the_next_desk_and_saved_from_there(desk: Desk) -> None:
    """Closing the program, or a power cut, costs no word; once saved nothing of the draft is left."""
    _typed(desk, OFFICE, phone="0 7555 0199", colours__primary="เขียว")
    again = Desk(desk.project)
    assert labels.DRAFT.th in again.page("/2566/")
    assert "0 7555 0199" not in again.page(OFFICE)
    form = form_in(_taken_up(again, OFFICE))
    assert (form["phone"], form["colours.primary"]) == (["0 7555 0199"], ["เขียว"])
    form["colours.primary"] = ["#5b2a86"]
    assert again.save(OFFICE, form).status_code == 303
    assert "0 7555 0199" in desk.text("organisation.yaml")
    assert _kept(desk.project) == []
    assert labels.DRAFT.th not in again.page("/2566/")


def test_a_draft_is_thrown_away(desk: Desk) -> None:
    """Only when somebody says so."""
    _typed(desk, OFFICE, phone="0 7555 0199")
    (name,) = _offers(desk.page(OFFICE))
    assert desk.press(OFFICE, do="drop:../../winners/organisation.yaml").status_code == 302
    assert _offers(desk.page(OFFICE)) == [name]
    assert desk.press(OFFICE, do=f"drop:{name}").status_code == 302
    assert _offers(desk.page(OFFICE)) == []
    assert desk.press(OFFICE, do=f"take:{name}").status_code == 302


def test_what_is_typed_is_kept_before_it_is_sent(desk: Desk) -> None:
    """The page tells while somebody types; nothing is shown for it, and what the file says already is no draft."""
    form = desk.form(OFFICE)
    for phone, many in (("0 7555 0199", 1), ("071234561", 0)):
        sent = desk.client.post(
            OFFICE, base_url=HOME, data={**form, "phone": phone, "do": "keep"}, headers={"Origin": HOME}
        )
        assert (sent.status_code, sent.data) == (204, b"")
        assert len(_kept(desk.project)) == many


def test_a_draft_meets_a_file_that_changed_meanwhile(desk: Desk, small: Small) -> None:
    """What was typed stays, what others wrote since stays as well, and it is said."""
    _typed(desk, OFFICE, phone="0 7555 0199")
    small.edit("organisation.yaml", "office_hours: 8:30", "office_hours: 8:30 ถึงเที่ยง")
    page = _taken_up(Desk(desk.project), OFFICE)
    form = form_in(page)
    assert labels.DRAFT_MOVED.th in page
    assert form["phone"] == ["0 7555 0199"]
    assert "ถึงเที่ยง" in form["office_hours"][0]


def test_a_draft_finds_its_person_after_others_came_and_moved(desk: Desk, small: Small) -> None:
    """It is never laid over somebody else, and one who is not in the file yet stays the last."""
    small.edit("2566/round.yaml", "places: 2", "places: 3")
    _typed(desk, FIRST, winners__0__position="นิติกร")
    _typed(desk, NEW, winners__2__id="third", winners__2__position="นายช่าง")
    assert desk.save("/2566/people/", desk.form("/2566/people/"), "down:winners.0").status_code == 303
    assert _offers(desk.page(FIRST)) == []
    form = form_in(_taken_up(desk, "/2566/people/1/"))
    assert (form["winners.1.id"], form["winners.1.position"]) == (["first"], ["นิติกร"])
    assert form_in(_taken_up(desk, NEW))["winners.2.position"] == ["นายช่าง"]


def test_two_desks_keep_two_drafts_of_one_form(desk: Desk) -> None:
    """Neither writes over what the other one keeps."""
    other = Desk(desk.project)
    _typed(desk, OFFICE, phone="0 7555 0198")
    _typed(other, OFFICE, phone="0 7555 0199")
    for name in _offers(desk.page(OFFICE)):
        page = Desk(desk.project).press(OFFICE, do=f"take:{name}").text
        assert form_in(page)["phone"][0] in {"0 7555 0198", "0 7555 0199"}
    assert len(_kept(desk.project)) == 2


@pytest.mark.parametrize(
    "raw", [b"", b"{", b"[]", b'{"page": 1}', b"\xff", b'{"page":"office","year":2566,"entry":null}']
)
def test_a_broken_draft_is_no_fault(desk: Desk, raw: bytes) -> None:
    """It was cut, or somebody changed it: the form opens as if there were none."""
    _typed(desk, OFFICE, phone="0 7555 0199")
    (file,) = _kept(desk.project)
    file.write_bytes(raw)
    assert _offers(desk.page(OFFICE)) == []
    assert desk.get("/2566/").status_code == 200


def test_a_draft_with_what_no_form_has_is_no_draft(desk: Desk) -> None:
    """A value of another kind could reach a page where nothing expects it."""
    _typed(desk, OFFICE, phone="0 7555 0199")
    (file,) = _kept(desk.project)
    said = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps({**said, "draft": {"phone": 5}}), encoding="utf-8")
    assert _offers(desk.page(OFFICE)) == []


def _unsaved(entry: int, **draft: str) -> Unsaved:
    return Unsaved("people", 2566, entry, "วันนี้", "0" * 64, None, {**draft})


def test_drafts_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk does not fill with them: the oldest goes, and one that is too large is not kept."""
    monkeypatch.setattr(unsaved, "MOST", 3)
    drawer = Drawer(Workshop(tmp_path), "one")
    for entry in range(5):
        assert drawer.keep(_unsaved(entry, id=f"p{entry}"))
    assert len(drawer.kept("people", 2566)) == 3
    assert drawer.keep(_unsaved(9, id="ก" * unsaved.LARGEST)) == ""
    assert 9 not in {each.entry for each in drawer.kept(None, 2566).values()}


def test_who_withdraws_is_in_no_draft(desk: Desk, small: Small) -> None:
    """Neither in one of their own form nor in one that cannot be read; drafts of others stay."""
    _typed(desk, FIRST, winners__0__quote="คำพูดใหม่")
    _typed(desk, OFFICE, phone="0 7555 0199")
    folder = small.project / ".tonbaep/unsaved"
    (folder / "2566-people-5-x.json").write_text("{", encoding="utf-8")
    workshop = Workshop(small.project)
    with workshop.locked(lambda: None):
        records = read(small.project, Store(workshop.photos, workshop.own), MOMENT.date())
        (chosen,) = people(records, "first")
        withdraw(workshop, records, chosen, MOMENT.date(), "")
    assert [file.name[:11] for file in _kept(small.project)] == ["2566-office"]
    assert len([*folder.iterdir()]) == 1


@pytest.mark.parametrize(
    ("draft", "stays"),
    [
        ({"id": "somchai"}, False),
        ({"alt": "ภาพของ สมชาย  ใจดี ที่โต๊ะ"}, False),
        ({"id": "somying", "alt": "ภาพของสมหญิง"}, True),
    ],
)
def test_a_draft_speaks_of_somebody_by_id_or_name(tmp_path: Path, draft: dict[str, str], *, stays: bool) -> None:
    """Wherever in it; who only shares a part of the name is somebody else."""
    drawer = Drawer(Workshop(tmp_path), "one")
    drawer.keep(_unsaved(0, **draft))
    forget(Workshop(tmp_path), [("somchai", NAME)])
    assert bool(drawer.kept("people", 2566)) == stays
