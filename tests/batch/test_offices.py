"""Which offices a batch is of: what is wrong with a list is told at its line, before anything is built."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest

from generator.batch import offices
from generator.batch.fetching import Fetching
from generator.problems import ProblemsFound
from tests.support.batches import listed, office
from tests.support.machine import need

if TYPE_CHECKING:
    from pathlib import Path

    from generator.batch.offices import Office


def opened(where: Path, out: Path | None = None, known: dict[str, str] | None = None) -> dict[str, Office]:
    """Return the offices of a folder or a list by their names; of two of one name, the last."""
    fetching = Fetching(out or where.parent / "out", known or {})
    return {each.name: each for each in offices.opened(offices.rows(where), fetching.fetch)}


def said(office: Office) -> str:
    """Return what is wrong with an office, with its place."""
    assert office.fault, office
    assert office.project is None
    return office.fault.say()


def test_a_folder_is_searched_for_offices_by_province_and_district(tmp_path: Path) -> None:
    """Provinces keep offices by district; an empty folder is named, for its office would be missed."""
    office(tmp_path / "all/รัษฎา", "ควนเมา", "รัษฎา")
    office(tmp_path / "all", "นาโยง", "นาโยง")
    (tmp_path / "all/ว่าง/ลึก").mkdir(parents=True)
    (tmp_path / "all/.tonbaep").mkdir()
    (tmp_path / "all/_เก็บ").mkdir()
    found = opened(tmp_path / "all")
    assert {*found} == {"รัษฎา/ควนเมา", "นาโยง", "ว่าง"}
    assert found["รัษฎา/ควนเมา"].whose.district == "รัษฎา"
    assert found["รัษฎา/ควนเมา"].whose.phone == "071234561"
    assert "ไม่มี winners" in said(found["ว่าง"])


def test_a_link_is_the_second_of_two_and_one_that_leads_back_is_none(tmp_path: Path) -> None:
    """Somebody's shortcut must neither take an office's name from it nor let each be found three times."""
    everyone = tmp_path / "all"
    office(everyone / "อำเภอ", "one")
    (everyone / "a link").symlink_to(everyone / "อำเภอ/one")
    (everyone / "อำเภอ/back").symlink_to(everyone)
    found = opened(everyone)
    assert {*found} == {"อำเภอ/one", "a link"}
    assert found["อำเภอ/one"].fault is None
    assert "มีอยู่แล้ว" in said(found["a link"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874"])
def test_a_list_from_excel_is_read_in_the_encodings_that_excel_writes(tmp_path: Path, encoding: str) -> None:
    """A CSV from a Thai Excel is in Windows-874, or has a mark in front; the old encoding is told, not guessed."""
    office(tmp_path, "one")
    file = tmp_path / "list.csv"
    file.write_bytes("ชื่อ,โฟลเดอร์\nหนึ่ง,one\n".encode(encoding))
    if encoding == "cp874":
        with pytest.raises(ProblemsFound) as refused:
            offices.rows(file)
        assert refused.value.problems[0].file == "list.csv"
    else:
        assert opened(file)["หนึ่ง"].project == tmp_path / "one"


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_list_has_whatever_mark_its_headings_have(mark: str, tmp_path: Path) -> None:
    """Excel writes semicolons in some lands, and a table that was copied has tabs."""
    office(tmp_path, "one")
    found = opened(listed(tmp_path / "list.csv", [f"ชื่อ{mark}โฟลเดอร์", f"หนึ่ง{mark}one", f"ศูนย์{mark}~nobodyhere/x"]))
    assert {name: each.fault is None for name, each in found.items()} == {"หนึ่ง": True, "ศูนย์": False}
    assert "~nobodyhere" in said(found["ศูนย์"])


def test_a_cell_that_does_not_end_is_told_at_its_line(tmp_path: Path) -> None:
    """A quotation mark that was forgotten makes one cell of all that follows."""
    with pytest.raises(ProblemsFound) as found:
        offices.rows(listed(tmp_path / "list.csv", ["one", '"two', *["x" * 1000] * 200]))
    assert [(each.file, each.line) for each in found.value.problems] == [("list.csv", 2)]


def test_an_office_twice_is_told_at_its_line_and_the_first_is_built(tmp_path: Path) -> None:
    """Two builds in one folder would wait for each other, and the second says nothing new."""
    office(tmp_path, "one")
    (tmp_path / "link").symlink_to("one")
    found = opened(listed(tmp_path / "list.txt", ["# ตรัง", "one", "one/", "link", "./one/../one,อีกชื่อ"]))
    assert "list.txt:3:1" in said(found["one"])
    assert "list.txt:2" in said(found["link"])
    assert "มีอยู่แล้วที่ list.txt:2" in said(found["อีกชื่อ"])
    first = offices.opened(offices.rows(tmp_path / "list.txt"), Fetching(tmp_path, {}).fetch)[0]
    assert first.project == tmp_path / "one"


def test_a_name_that_is_another_s_is_told(tmp_path: Path) -> None:
    """Under one name, one office's results would stand in the ledger as the other's."""
    office(tmp_path / "a", "one")
    office(tmp_path / "b", "two")
    found = opened(listed(tmp_path / "list.csv", ["folder,name", "a/one,ควนเมา", "b/two,ควนเมา"]))
    assert "list.csv:3:1: ชื่อนี้ซ้ำกับ list.csv:2" in said(found["ควนเมา"])


def test_records_that_call_themselves_as_another_office_does_are_told(tmp_path: Path) -> None:
    """A folder copied from a neighbour and not changed would publish the neighbour's papers."""
    office(tmp_path / "all", "one")
    shutil.copytree(tmp_path / "all/one", tmp_path / "all/two")
    found = opened(tmp_path / "all")
    assert found["one"].fault is None
    assert "ซึ่งเป็นชื่อของ one อยู่แล้ว" in said(found["two"])


def test_two_offices_of_one_name_in_two_districts_are_two(tmp_path: Path) -> None:
    """บ้านนา and ท่าช้าง are names of subdistricts in many districts."""
    office(tmp_path / "all/a", "one", "นาโยง")
    office(tmp_path / "all/b", "one", "รัษฎา")
    assert [each.fault for each in opened(tmp_path / "all").values()] == [None, None]


def test_what_is_missing_or_cannot_be_read_or_holds_nothing_is_told_at_its_line(tmp_path: Path) -> None:
    """Each has another cure: correct the list, ask for access, let the office begin."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("")
    (tmp_path / "loop").symlink_to("loop")
    found = opened(listed(tmp_path / "list.txt", ["gone", "empty", "file", "loop"]))
    assert "list.txt:1:1: ไม่พบโฟลเดอร์" in said(found["gone"])
    assert "list.txt:2:1: ในโฟลเดอร์" in said(found["empty"])
    assert "list.txt:3:1: เปิดโฟลเดอร์" in said(found["file"])
    assert "list.txt:4:1: เปิดโฟลเดอร์" in said(found["loop"])


def test_neither_nothing_nor_one_office_is_a_batch(tmp_path: Path) -> None:
    """Whoever gives the folder of one office means the folder above."""
    project = office(tmp_path, "one")
    for where, word in (
        (project, "หน่วยงานเดียว"),
        (tmp_path / "gone", "ไม่พบ"),
        (project / "winners/2566/photos", "ไม่มีหน่วยงาน"),
    ):
        with pytest.raises(ProblemsFound) as refused:
            offices.rows(where)
        assert word in refused.value.problems[0].message.th


def test_no_record_of_whatever_kind_stops_the_list(tmp_path: Path) -> None:
    """A broken name must not keep the others from being built."""
    for number, text in enumerate(
        ("", "name: [1, {", "- a\n- b\n", "name:\n  a: 1\naddress: 7\n", "\x00\x01", "ก" * 10)
    ):
        (tmp_path / f"all/{number}/winners").mkdir(parents=True)
        (tmp_path / f"all/{number}/winners/organisation.yaml").write_bytes(text.encode())
    found = opened(tmp_path / "all")
    assert [(each.whose.name, each.fault) for each in found.values()] == [("", None)] * 6


def _archive(file: Path, project: Path, top: str = "") -> Path:
    with zipfile.ZipFile(file, "w") as archive:
        for path in sorted((project / "winners").rglob("*")):
            archive.write(path, f"{top}{path.relative_to(project).as_posix()}")
        archive.writestr(f"{top}overrides/main.html", "{{ theirs }}")
        archive.writestr(f"{top}mkdocs.yml", "hooks: [theirs.py]")
        archive.writestr(f"{top}content/about.md", "# เกี่ยวกับ")
    return file


def test_an_archive_gives_records_and_pages_and_nothing_that_is_run(tmp_path: Path) -> None:
    """Templates and settings of the site are programs; a stranger's archive must not bring any."""
    project = office(tmp_path, "one")
    _archive(tmp_path / "one.zip", project, "one-main/")
    found = opened(listed(tmp_path / "list.txt", ["one.zip"]), tmp_path / "out")["one"]
    assert found.project == tmp_path / "out/one"
    assert sorted(path.name for path in found.project.iterdir()) == ["content", "winners"]
    assert found.whose.short_name == "อบต.one"


def test_an_archive_that_has_not_changed_is_not_opened_again(tmp_path: Path) -> None:
    """Its files would have new times, and the office would be built again for nothing."""
    file = _archive(tmp_path / "one.zip", office(tmp_path, "one"))
    fetching = Fetching(tmp_path / "out", {})
    row = offices.rows(listed(tmp_path / "list.txt", ["one.zip"]))[0]
    project = fetching.fetch(row)
    (project / "winners/note.txt").write_text("still here")
    again = Fetching(tmp_path / "out", fetching.stamps)
    assert (again.fetch(row) / "winners/note.txt").exists()
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("content/more.md", "x")
    assert not (again.fetch(row) / "winners/note.txt").exists()
    assert again.stamps != fetching.stamps


@pytest.mark.parametrize("name", ["../evil.txt", "/evil.txt", "winners/../../evil.txt", "..\\evil.txt", "C:evil.txt"])
def test_an_archive_whose_names_lead_elsewhere_is_refused(name: str, tmp_path: Path) -> None:
    """It would write beside the batch's own folder."""
    with zipfile.ZipFile(tmp_path / "one.zip", "w") as archive:
        archive.writestr("winners/organisation.yaml", "name: x")
        archive.writestr(name, "x")
    found = opened(listed(tmp_path / "list.txt", ["one.zip"]), tmp_path / "out")["one"]
    assert "นำข้อมูลจาก" in said(found)
    assert not list(tmp_path.rglob("evil*"))
    assert not list((tmp_path / "out").iterdir())


def test_what_is_no_archive_or_would_fill_the_disk_is_refused(tmp_path: Path) -> None:
    """The sizes are read before anything is written."""
    (tmp_path / "none.zip").write_bytes(b"PK no")
    with zipfile.ZipFile(tmp_path / "link.zip", "w") as archive:
        link = zipfile.ZipInfo("winners/organisation.yaml")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    with zipfile.ZipFile(tmp_path / "many.zip", "w") as archive:
        for number in range(20_001):
            archive.writestr(f"winners/{number}", "")
    rows = ["none.zip", "link.zip", "many.zip", "gone.zip"]
    found = opened(listed(tmp_path / "list.txt", rows), tmp_path / "out")
    assert all("นำข้อมูลจาก" in said(each) for each in found.values())
    assert len(found) == len(rows)


def test_a_repository_is_fetched_without_links_and_again_only_if_it_changed(tmp_path: Path) -> None:
    """A link in it could make a file of this machine look like a photo."""
    git = need("git")
    project = office(tmp_path, "one")
    shutil.rmtree(project / ".tonbaep")
    (project / "winners/2566/photos/secret.jpg").symlink_to("/etc/passwd")
    alone = ("-c", "user.name=t", "-c", "user.email=t@example.com")
    for words in (("init", "-q"), ("add", "-A"), (*alone, "commit", "-qm", "records")):
        subprocess.run((git, "-C", str(project), *words), check=True)
    where = listed(tmp_path / "list.csv", [f"{project.as_uri()}", f"file://{tmp_path}/gone.git,gone"])
    found = opened(where, tmp_path / "out")
    assert found["one"].project == tmp_path / "out/one"
    assert not (tmp_path / "out/one/winners/2566/photos/secret.jpg").is_symlink()
    assert not (tmp_path / "out/one/.git").exists()
    assert "นำข้อมูลจาก file://" in said(found["gone"])


def test_a_name_of_broken_letters_is_told_and_stops_nobody(tmp_path: Path) -> None:
    """An archive of an old Windows leaves names that are bytes: kept as they are, no ledger can be written."""
    everyone = tmp_path / "all"
    office(everyone, "one")
    for number, name in enumerate((b"\xa1\xa2", b"a\nb", b"\x1b[2J")):
        office(tmp_path, f"made {number}", f"{number}").rename(everyone / os.fsdecode(name))
    spoken = office(everyone, "spoken") / "winners/organisation.yaml"
    text = spoken.read_text(encoding="utf-8")
    spoken.write_text(
        text.replace("name: องค์การบริหารส่วนตำบลspoken\n", 'name: "\\ud800 อบต.เสีย"\n', 1), encoding="utf-8"
    )
    found = opened(everyone)
    kept = [(each.name, each.row.source, each.whose, each.fault and each.fault.as_json()) for each in found.values()]
    assert json.dumps(kept, ensure_ascii=False).encode()
    assert {name for name, each in found.items() if each.fault is None} == {"one", "spoken"}
    assert found["spoken"].whose.name == "อบต.เสีย"
    broken = [each.fault for each in found.values() if each.fault]
    assert all("ชื่อโฟลเดอร์" in fault.message.th for fault in broken)
    assert {*found} == {"one", "spoken", "\\xa1\\xa2", "a\\x0ab", "\\x1b[2J"}


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://clerk:topsecret@127.0.0.1:1/x.git", "https://…@127.0.0.1:1/x.git"),
        ("https://topsecret@127.0.0.1:1/x.git", "https://…@127.0.0.1:1/x.git"),
        ("https://127.0.0.1:1/x.git?key=topsecret", "https://127.0.0.1:1/x.git?…"),
        ("ssh://git:topsecret@-/x.git", "ssh://…@-/x.git"),
        ("ssh://git@-/x.git", "ssh://git@-/x.git"),
    ],
)
def test_a_password_in_an_address_is_shown_nowhere(address: str, shown: str, tmp_path: Path) -> None:
    """The page of a batch goes round in the province; why git refused stands there, and not its advice."""
    need("git")
    (found,) = opened(listed(tmp_path / "list.txt", [address])).values()
    assert found.row.shown == shown
    assert found.fault
    assert shown in said(found)
    assert found.name == "x"
    assert "topsecret" not in json.dumps(found.fault.as_json())
    assert "the repository exists" not in said(found)


def test_a_base_among_offices_is_no_office(tmp_path: Path) -> None:
    """Its records have no name and no people: it would stand on the page as an office that never gets done."""
    everyone = tmp_path / "all"
    for name in ("one", "two"):
        project = office(everyone, name)
        record = project / "winners/organisation.yaml"
        record.write_text(f"base: ../ฐาน\n{record.read_text(encoding='utf-8')}", encoding="utf-8")
    (everyone / "ฐาน/winners/2566").mkdir(parents=True)
    assert {*opened(everyone)} == {"one", "two"}
    shutil.rmtree(everyone / "ฐาน")
    assert {*opened(everyone)} == {"one", "two"}


def test_records_from_elsewhere_may_name_no_base(tmp_path: Path) -> None:
    """They would have the program read files of this machine, and quote them in what it says is wrong."""
    project = office(tmp_path, "one")
    record = project / "winners/organisation.yaml"
    record.write_text(f"base: /etc\n{record.read_text(encoding='utf-8')}", encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "one.zip", "w") as archive:
        for file in (project / "winners").rglob("*"):
            archive.write(file, file.relative_to(project))
    found = opened(listed(tmp_path / "list.csv", ["one.zip"]))
    assert "อยู่นอกข้อมูลนั้น" in said(found["one"])
