"""The clerk's desk: a second pen for the records, that changes what was changed and lets nobody else in."""

from __future__ import annotations

import errno
import gc
import html
import io
import re
import time
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from generator.amending.begin import begin
from generator.amending.pen import values
from generator.cli.arguments import parse
from generator.cli.recorded import run_recorded
from generator.cli.reporting import collect_seldom
from generator.desk import labels
from generator.desk.actions import ACTIONS
from generator.desk.jobs import Job
from generator.desk.pages import PAGES, place_of
from generator.problems import Text
from generator.reading import schema
from tests.support.desk import HOME, Desk, form_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.support.small import Small

FORMS = (
    "office",
    "villages/2",
    "divisions/0",
    "programme",
    "dates",
    "criteria",
    "survey",
    "people",
    "people/0",
    "people/1",
)


def test_every_key_of_the_records_has_its_page() -> None:
    """What no form shows would send the clerk back to the file."""
    for kind, file in ((schema.Organisation, "organisation"), (schema.Round, "round"), (schema.Winners, "winners")):
        for key in kind.model_fields:
            shown = [page.word for page in PAGES if page.kind is kind and (key in page.keys or key == page.listed)]
            assert len(shown) == 1, key
            place = place_of(f"winners/2566/{file}.yaml", key)
            assert place is not None
            assert place[0] == shown[0]


@pytest.mark.parametrize("path", FORMS)
def test_a_form_that_is_sent_untouched_changes_nothing(sample: Desk, path: str) -> None:
    """However a value was written, showing it and taking it back must not count as a change."""
    address = f"/2566/{path}/"
    answer = sample.send(address, sample.form(address))
    assert labels.UNCHANGED.th in answer.text


def test_every_page_is_in_the_sites_own_policy_and_told_in_labels(sample: Desk) -> None:
    """A field without a label is nothing to a screen reader, and nothing is loaded from elsewhere."""
    for path in ("/2566/", "/2566/consent/", *(f"/2566/{each}/" for each in FORMS)):
        answer = sample.get(path)
        assert answer.status_code == 200
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        for word in ("<script>", " style=", "http://", "//fonts"):
            assert word not in answer.text.replace("https://", "").replace("http://127", "")
        assert set(re.findall(r'<script src="([^"]+)"', answer.text)) == {"/look/desk.js"}
        ids = {part.partition('"')[0] for part in answer.text.split(' id="')[1:]}
        targets = {part.partition('"')[0] for part in answer.text.split(' for="')[1:]}
        told = {
            each for part in answer.text.split(' aria-describedby="')[1:] for each in part.partition('"')[0].split()
        }
        assert targets | told <= ids


def test_what_comes_next_is_one_list(sample: Desk) -> None:
    """It replaces reading the README: where the round stands, and what is to be done."""
    page = sample.page("/2566/")
    assert page.partition("<ol")[2].partition("</ol>")[0].count("<li class=") == 8
    assert 'class="now" aria-current="step"' in page
    assert labels.TODO.th in page
    assert labels.SOUND.th in page


def test_in_english_no_word_of_the_desk_is_thai(sample: Desk) -> None:
    """What records say stays as it is written; all else is said in the language that was asked for."""
    english = Desk(sample.project, language="en")
    thai = {text.th for name, text in vars(labels).items() if isinstance(text, Text) and name.isupper()}
    thai |= {text.th for page in PAGES for text in (page.title, page.lead)}
    for path in ("/2566/", *(f"/2566/{path}/" for path in FORMS), "/2566/do/", "/2566/excel/", "/phone", "/job"):
        page = english.page(path)
        assert 'lang="en"' in page
        told = re.sub(r"<(textarea|option|select|pre|code)\b.*?</\1>|value=\"[^\"]*\"", "", page, flags=re.DOTALL)
        shown = {html.unescape(text).strip() for text in re.findall(r">([^<>]+)<", told)}
        assert not shown & thai, path


def test_each_thing_to_do_leads_to_where_it_is_done(sample: Desk) -> None:
    """A clerk types no command and opens no file: a row has the way to its form or its button."""
    page = sample.page("/2566/")
    todo = page.partition(labels.TODO.th)[2].partition("</section>")[0]
    ways = re.findall(r'href="([^"]+)"', todo)
    assert len(ways) == todo.count("<li")
    assert "tonbaep" not in re.sub(r"<[^>]+>", "", todo).replace("สั่ง tonbaep build อีกครั้ง", "")
    for way in ways:
        address, _, spot = way.partition("#")
        assert f'id="{spot}"' in sample.page(address) or not spot, way


def test_a_change_is_shown_first_and_then_saved_and_taken_back(desk: Desk) -> None:
    """One field, one line; and one step back."""
    before = desk.text("organisation.yaml")
    form = desk.form("/2566/office/")
    form["phone"] = ["0 7555 0199"]
    looked = desk.send("/2566/office/", form)
    assert labels.lines(1).th in looked.text
    assert desk.text("organisation.yaml") == before
    saved = desk.send("/2566/office/", form_in(looked.text), "save")
    assert saved.status_code == 303
    assert desk.text("organisation.yaml") == before.replace("phone: 071234561", "phone: 0 7555 0199")
    assert labels.SAVED.th in desk.page(saved.headers["Location"])
    undone = desk.press("/undo")
    assert labels.UNDONE.th in undone.text
    assert desk.text("organisation.yaml") == before


def test_what_would_change_is_told_by_field_in_the_words_of_the_form(desk: Desk) -> None:
    """A clerk reads the field, what it was and what it will be; the lines of the file are there for who wants them."""
    form = desk.form("/2566/people/0/")
    form["winners.0.position"] = ["นิติกร"]
    answer = desk.send("/2566/people/0/", form)
    told = html.unescape(re.sub(r"<[^>]+>", "", answer.text.partition('class="change"')[2].partition("<details")[0]))
    assert "ตำแหน่ง: นักพัฒนาชุมชน → นิติกร" in " ".join(told.split())
    assert answer.text.count('value="save"') == 1
    assert desk.get("/2566/people/77/").status_code == 404


def test_only_what_was_seen_is_saved(desk: Desk) -> None:
    """Whoever types on after looking is shown anew what would change."""
    before = desk.text("organisation.yaml")
    form = desk.form("/2566/office/")
    form["phone"] = ["0 7555 0199"]
    looked = form_in(desk.send("/2566/office/", form).text)
    looked["office_hours"] = ["ทุกวัน"]
    answer = desk.send("/2566/office/", looked, "save")
    assert answer.status_code == 200
    assert labels.lines(2).th in answer.text
    assert desk.text("organisation.yaml") == before


def test_what_notepad_left_stays(desk: Desk, small: Small) -> None:
    """A BOM, CRLF, comments and another order of keys are the office's."""
    text = "\ufeff# ของเรา\r\n" + small.text("organisation.yaml").replace("\n", "\r\n")
    small.write("organisation.yaml", text)
    form = desk.form("/2566/villages/1/")
    form["villages.1.board"] = ["หน้าวัด"]
    assert desk.save("/2566/villages/1/", form).status_code == 303
    assert desk.text("organisation.yaml") == text.replace("หน้าโรงเรียน", "หน้าวัด")


def test_a_person_is_added_moved_and_removed(desk: Desk, small: Small) -> None:
    """Each as one change of the list; nobody else's lines move with it."""
    small.edit("2566/round.yaml", "places: 2", "places: 3")
    form = desk.form("/2566/people/2/")
    form |= {
        "winners.2.id": ["third"],
        "winners.2.name.title": ["นาย"],
        "winners.2.name.first": ["สมชาย"],
        "winners.2.name.last": ["ใจดี"],
        "winners.2.position": ["นิติกร"],
        "winners.2.division": ["works"],
        "winners.2.category": ["staff"],
        "winners.2.place": ["3"],
        "winners.2.satisfaction.percent": ["80"],
        "winners.2.satisfaction.replies": ["20"],
        "winners.2.scores": ["mind", "fair"],
        "winners.2.scores.mind": ["80"],
        "winners.2.scores.fair": ["81"],
    }
    before = desk.text("2566/winners.yaml")
    answer = desk.save("/2566/people/2/", form)
    assert answer.status_code == 303, answer.text
    after = desk.text("2566/winners.yaml")
    assert [line for line in before.splitlines() if line not in after.splitlines()] == []
    assert _ids(after) == ["first", "second", "third"]
    for do, ids in (("up:winners.2", ["first", "third", "second"]), ("remove:winners.1", ["first", "second"])):
        assert desk.save("/2566/people/", desk.form("/2566/people/"), do).status_code == 303
        assert _ids(desk.text("2566/winners.yaml")) == ids


def _ids(text: str) -> list[str]:
    said = values(text)
    listed = said["winners"] if isinstance(said, dict) else None
    return [str(each["id"]) for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []


def test_what_the_door_refuses_is_told_beside_its_field_and_not_saved(desk: Desk) -> None:
    """In the door's words, all at once, and what was typed stays."""
    before = desk.text("2566/winners.yaml")
    form = desk.form("/2566/people/0/")
    form |= {"winners.0.satisfaction.percent": ["108"], "winners.0.place": ["หนึ่ง"]}
    for do in ("look", "save"):
        answer = desk.send("/2566/people/0/", form, do)
        assert answer.status_code == 422
        assert "ค่าต้องไม่เกิน 100 แต่เขียนไว้ 108" in answer.text
        assert 'id="winners-0-place-fault"' in answer.text
        assert 'value="108"' in answer.text
    assert desk.text("2566/winners.yaml") == before


def test_a_rule_between_files_is_told_and_leaves_the_file(desk: Desk) -> None:
    """That a division is gone which somebody belongs to is seen only by reading all."""
    before = desk.text("organisation.yaml")
    answer = desk.send("/2566/divisions/", desk.form("/2566/divisions/"), "remove:divisions.1")
    assert answer.status_code == 422
    assert "works" in answer.text
    assert desk.text("organisation.yaml") == before


def test_a_file_that_changed_meanwhile_is_not_overwritten(desk: Desk, small: Small) -> None:
    """Both versions are shown: Notepad's and the form's."""
    form = desk.form("/2566/office/")
    form["phone"] = ["0 7555 0199"]
    small.edit("organisation.yaml", "office_hours: 8:30", "office_hours: 8:30 ถึงเที่ยง")
    theirs = desk.text("organisation.yaml")
    answer = desk.save("/2566/office/", form)
    assert answer.status_code == 409
    assert labels.STALE.th in answer.text
    assert "8:30 ถึงเที่ยง" in answer.text
    assert "+ phone: 0 7555 0199" in answer.text
    assert desk.text("organisation.yaml") == theirs


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "{{ 7 * 7 }}", '" onfocus="x', "</textarea><b>"])
def test_markup_in_a_value_is_text(desk: Desk, small: Small, text: str) -> None:
    """A record's text is data, in an attribute and between tags."""
    form = desk.form("/2566/people/0/")
    form["winners.0.quote"] = [text]
    looked = desk.send("/2566/people/0/", form)
    assert "<script>" not in looked.text
    assert "<b>" not in looked.text.replace("<b role", "")
    assert form_in(looked.text)["winners.0.quote"] == [text]


def test_another_site_cannot_post(desk: Desk) -> None:
    """Its form would carry the browser's cookie, were it not strict; its origin tells it anyway."""
    form = desk.form("/2566/office/")
    before = desk.text("organisation.yaml")
    form["phone"] = ["0 7555 0199"]
    for origin in ("https://evil.example", "null", f"{HOME}0", ""):
        assert desk.send("/2566/office/", form, "save", Origin=origin).status_code == 403
    assert desk.text("organisation.yaml") == before


def test_another_name_for_this_machine_is_refused(desk: Desk) -> None:
    """A name that was bound anew to 127.0.0.1 would make a stranger's page one of ours."""
    for host in ("evil.example:8123", "127.0.0.1:80", "127.0.0.1.evil.example:8123"):
        answer = desk.client.get("/2566/", base_url=f"http://{host}", headers={"Host": host})
        assert answer.status_code == 400


def test_nobody_comes_in_without_the_address_of_the_command(desk: Desk) -> None:
    """Other people on this machine do not know it; the cookie is for no script and no other site."""
    stranger = desk.app.test_client()
    for path in ("/", "/2566/office/", "/look/desk.css", "/enter/wrong"):
        assert stranger.get(path, base_url=HOME).status_code == 403
    cookie = stranger.get(f"/enter/{desk.guard.token}", base_url=HOME).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert stranger.get("/2566/office/", base_url=HOME).status_code == 200


def test_a_form_that_is_too_large_is_refused(desk: Desk) -> None:
    """Bytes and fields are bounded."""
    for form in ({"name": "ก" * 1_000_000}, {f"x{n}": "" for n in range(300_000)}):
        answer = desk.client.post("/2566/office/", base_url=HOME, data=form, headers={"Origin": HOME})
        assert answer.status_code == 413


def test_a_file_broken_by_hand_is_told_with_its_text(desk: Desk, small: Small) -> None:
    """The desk is of no use then, and says where the slip is."""
    small.write("2566/round.yaml", "year: [2566\n")
    page = desk.page("/2566/dates/")
    assert labels.BROKEN.th in page
    assert "year: [2566" in page


def test_a_photo_goes_through_the_door(desk: Desk) -> None:
    """What the door says of it is said here: a PDF is none, and in a plain field there is no face."""
    form = desk.form("/2566/people/0/")
    for value, name, said in ((b"%PDF-1.7", "a.jpg", "PDF"), (_plain(), "a.png", labels.PHOTO_TAKEN.th)):
        answer = desk.send("/2566/people/0/", {**form, "upload": (io.BytesIO(value), name)}, "photo:")
        assert said in answer.text
    assert form_in(answer.text)["winners.0.photo.file"] == ["photos/first.png"]
    there = {path.name for path in (desk.project / "winners/2566/photos").iterdir()}
    assert there == {"first.jpg", "first.png"}
    assert labels.NO_PHOTO.th in desk.send("/2566/people/0/", form, "photo:").text


def _plain() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (600, 800), "#557799").save(out, "PNG")
    return out.getvalue()


def test_the_buttons_run_commands_and_open_the_folder(desk: Desk) -> None:
    """What a command says in a terminal stands on a page; one that writes into the records is agreed to first."""
    assert desk.press("/2566/do/freeze").status_code == 422
    assert desk.press("/2566/do/withdraw", person="", sure="1").status_code == 422
    assert desk.press("/2566/do/format").status_code == 404
    assert desk.press("/2566/do/freeze", sure="1").status_code == 303
    desk.wait()
    assert desk.asked == [["freeze", "--year", "2566"]]
    page = desk.page("/job")
    assert "heard freeze" in page
    assert labels.DONE.th in page
    assert desk.press("/2566/do/withdraw", person="first", reason="ขอไม่เปิดเผย", sure="1").status_code == 303
    desk.wait()
    assert desk.asked[1] == ["withdraw", "first", "--year", "2566", "--hide-name", "ขอไม่เปิดเผย"]
    assert desk.press("/folder").status_code == 200
    assert desk.opened


def test_every_button_types_a_command_that_there_is() -> None:
    """A button whose words no command takes would be found by the clerk."""
    given = {"moment": "2566-04-21 09:00", "person": "first", "again": "first", "reason": "ขอไม่เปิดเผย"}
    given |= {"official": "order", "number": "45", "day": "2 มีนาคม 2566", "scan": "scan.pdf"}
    for action in ACTIONS:
        command, options = parse(action.typed(2566, lambda name: given.get(name, "")), "th")
        assert command.help.th
        assert options.project


def test_a_command_runs_as_it_does_in_a_terminal(small: Small) -> None:
    """Its words, its problems and its exit code."""

    def run(words: Sequence[str], job: Job, _: str) -> int:
        return run_recorded(words, small.project, "th", job)

    job = Job(run)
    assert job.start(labels.DO, ["freeze", "--year", "2566"])
    _until_done(job)
    assert job.code == 0
    assert any("certificates.yaml" in said.th for said in job.said)
    small.edit("2566/winners.yaml", "first: ปิยะนุช", "first: ''")
    assert job.start(labels.DO, ["check"])
    _until_done(job)
    assert job.code == 1
    assert any(problem.file.endswith("winners.yaml") for problem in job.problems)


def test_a_build_in_a_process_that_goes_on_leaves_the_collector_of_garbage_as_it_was(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A build collects seldom, since its process ends soon; this one would grow all day."""
    found, usual = gc.get_threshold(), (700, 10, 10)
    gc.set_threshold(*usual)

    def built(_: Sequence[str], __: object) -> int:
        collect_seldom()
        assert gc.get_threshold() != usual
        return 0

    monkeypatch.setattr("generator.cli.run", built)
    try:
        assert run_recorded(["build"], tmp_path, "th", Job(lambda *_: 0)) == 0
        assert gc.get_threshold() == usual
    finally:
        gc.set_threshold(*found)


def _until_done(job: Job) -> None:
    end = time.monotonic() + 60
    while job.running:
        assert time.monotonic() < end
        time.sleep(0.02)


def test_an_office_that_begins_fills_in_page_by_page(tmp_path: Path) -> None:
    """With forty fields still open each saving makes the records better, and what is open is one row a page."""
    begin(tmp_path, 2566, {"name": "องค์การบริหารส่วนตำบลหนองบัว", "divisions": "สำนักปลัด, กองช่าง"})
    desk = Desk(tmp_path)
    assert len(re.findall(r"ยังไม่ได้กรอก \d+ ช่อง", desk.page("/2566/"))) > 3
    form = desk.form("/2566/office/")
    form |= {"phone": ["0 7555 0199"], "colours.primary": ["#5b2a86"]}
    assert desk.save("/2566/office/", form).status_code == 303
    office = values(desk.text("organisation.yaml"))
    assert isinstance(office, dict)
    assert office["phone"] == "0 7555 0199"
    assert office["colours"] == {"primary": "#5b2a86", "accent": None}
    assert "# โทรศัพท์: " in desk.text("organisation.yaml")


def test_a_person_that_is_half_filled_in_is_asked_for_the_rest_beside_each_field(desk: Desk) -> None:
    """Not in one sentence of keys above the form."""
    form = desk.form("/2566/people/2/")
    form["winners.2.id"] = ["third"]
    answer = desk.send("/2566/people/2/", form)
    assert answer.status_code == 422
    for name in ("division", "category", "place", "satisfaction-percent", "satisfaction-replies"):
        assert f'id="winners-2-{name}-fault"' in answer.text
    assert labels.FILL.th in answer.text


@pytest.mark.parametrize("path", ["people/0", "villages/0", "office"])
def test_a_value_that_is_too_long_is_told_beside_its_field(desk: Desk, path: str) -> None:
    """Whatever the field: the door bounds it, and its words stand where it was typed."""
    address = f"/2566/{path}/"
    page = desk.page(address)
    typed = re.findall(r'<(?:input id="[^"]+"|textarea id="[^"]+") name="([^"]+)"', page)
    assert len(typed) > 8
    form = desk.form(address) | {name: ["ก" * 5_000] for name in typed}
    answer = desk.send(address, form)
    assert answer.status_code == 422
    assert [
        name for name in typed if name != "whole" and f'id="{name.replace(".", "-")}-fault"' not in answer.text
    ] == []


def test_a_disk_that_is_full_leaves_file_and_draft(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was typed is not lost for want of space."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    before = desk.text("organisation.yaml")
    looked = desk.send("/2566/office/", desk.form("/2566/office/") | {"phone": ["0 7555 0199"]})
    monkeypatch.setattr("generator.amending.save.replace", full)
    answer = desk.send("/2566/office/", form_in(looked.text), "save")
    assert labels.NOT_WRITTEN.th in answer.text
    assert form_in(answer.text)["phone"] == ["0 7555 0199"]
    assert desk.text("organisation.yaml") == before
