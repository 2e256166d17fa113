"""A site as a ZIP for the vendor: whole, the same bytes every time, with the one before beside it."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest

from generator.disk.swap import Workshop
from generator.model import Target
from generator.publishing import closing, faults
from generator.publishing.faults import HostFault
from generator.publishing.zipped import ZipPlace
from tests.support.published import FIRST, MALEE, SECOND, SOMSAK, THIRD, Clerk, site

if TYPE_CHECKING:
    from pathlib import Path

    from generator.publishing.release import Report, Wanted

PAGES: dict[str, str | bytes] = {
    "index.html": "<p>หน้าแรก</p>",
    "2567/malee.html": "<p>มาลี</p>",
    "files/โปสเตอร์.pdf": b"%PDF-\x00\xff",
}


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """Return the workshop of a project that has nothing yet."""
    (tmp_path / "project" / ".tonbaep").mkdir(parents=True)
    return Workshop(tmp_path / "project")


def put(workshop: Workshop, wanted: Wanted, clerk: Clerk | None = None, *permitted: str, adopt: bool = False) -> Report:
    """Publish to `site.zip` beside the project."""
    return ZipPlace(workshop, "site.zip").publish(wanted, (clerk or Clerk()).asks(*permitted, adopt=adopt))


def unpacked(file: Path) -> dict[str, bytes]:
    """Return what is in a ZIP."""
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_another_program_unpacks_exactly_the_site(workshop: Workshop, tmp_path: Path) -> None:
    """The vendor has the system's own program, and must not find anything that is not the site."""
    put(workshop, site(PAGES))
    tool = shutil.which("unzip")
    if tool is None:
        pytest.skip("no unzip here")
    file, folder = workshop.project / "site.zip", tmp_path / "web"
    assert subprocess.run((tool, "-tq", file), check=False, capture_output=True).returncode == 0
    subprocess.run((tool, "-q", file, "-d", folder), check=True, env={"LC_ALL": "C.UTF-8"})
    found = {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()}
    assert found == {name: value.encode() if isinstance(value, str) else value for name, value in PAGES.items()}


def test_names_are_marked_as_utf_8_and_no_entry_says_when_or_where(workshop: Workshop) -> None:
    """Windows reads an unmarked Thai name in its own code page, and a date would make two ZIPs of one site."""
    put(workshop, site(PAGES))
    with zipfile.ZipFile(workshop.project / "site.zip") as archive:
        entries = archive.infolist()
    assert [each.filename for each in entries] == sorted(PAGES)
    assert all(each.filename.isascii() or each.flag_bits & 0x800 for each in entries)
    assert {(each.create_system, each.date_time) for each in entries} == {(3, (1980, 1, 1, 0, 0, 0))}


def test_one_site_has_the_same_bytes_wherever_it_is_packed(workshop: Workshop, tmp_path: Path) -> None:
    """Two people can compare what they were given."""
    (tmp_path / "other" / ".tonbaep").mkdir(parents=True)
    other = Workshop(tmp_path / "other")
    put(workshop, site(PAGES, FIRST))
    put(other, site(dict(reversed(PAGES.items())), SECOND))
    assert (workshop.project / "site.zip").read_bytes() == (other.project / "site.zip").read_bytes()


def test_nothing_changed_writes_nothing(workshop: Workshop) -> None:
    """The one before must stay the one before."""
    put(workshop, site(PAGES))
    stamp = (workshop.project / "site.zip").stat().st_mtime_ns
    report = put(workshop, site(PAGES, SECOND))
    assert (report.sent, report.gone, report.same) == ((), (), 3)
    assert (workshop.project / "site.zip").stat().st_mtime_ns == stamp
    assert {each.name for each in workshop.project.glob("*.zip")} == {"site.zip"}


def test_a_new_release_keeps_the_one_before_and_back_lets_them_trade_places(workshop: Workshop) -> None:
    """Going back must not need a build."""
    put(workshop, site(PAGES, FIRST))
    report = put(workshop, site({**PAGES, "index.html": "ใหม่", "new.html": "1"}, SECOND))
    assert report.sent == ("index.html", "new.html")
    place = ZipPlace(workshop, "site.zip")
    there = place.standing()
    assert there is not None
    assert [there.at, *(each.at for each in there.earlier)] == [SECOND, FIRST]
    assert place.back(Clerk().asks()).at == FIRST
    assert unpacked(workshop.project / "site.zip")["index.html"] == "<p>หน้าแรก</p>".encode()
    assert unpacked(workshop.project / "site (ก่อนหน้า).zip")["new.html"] == b"1"
    assert place.back(Clerk().asks()).at == SECOND
    assert unpacked(workshop.project / "site.zip")["new.html"] == b"1"


def test_there_is_no_way_back_from_the_first_one(workshop: Workshop) -> None:
    """An empty ZIP on a vendor's desk would take the site down."""
    put(workshop, site(PAGES))
    with pytest.raises(HostFault):
        ZipPlace(workshop, "site.zip").back(Clerk().asks())


def test_whoever_withdrew_is_in_no_zip_any_more(workshop: Workshop) -> None:
    """The one before lies beside it, where anybody may take it for the right one."""
    put(workshop, site(PAGES, FIRST, (MALEE, SOMSAK)), None, MALEE, SOMSAK)
    put(workshop, site({**PAGES, "index.html": "2"}, SECOND, (MALEE, SOMSAK)), None, MALEE, SOMSAK)
    with pytest.raises(HostFault):
        ZipPlace(workshop, "site.zip").back(Clerk().asks(SOMSAK))
    report = put(workshop, site({"index.html": "3"}, THIRD, (SOMSAK,)), None, SOMSAK)
    assert report.cleaned == (1,)
    assert {each.name for each in workshop.project.glob("*.zip")} == {"site.zip"}
    assert "2567/malee.html" not in unpacked(workshop.project / "site.zip")


@pytest.mark.parametrize("name", ["site.zip", "site (ก่อนหน้า).zip"])
def test_a_file_of_somebody_is_not_replaced_without_a_question(workshop: Workshop, name: str) -> None:
    """It may be the vendor's only copy of the old site."""
    put(workshop, site(PAGES))
    put(workshop, site({**PAGES, "index.html": "2"}))
    (workshop.project / name).write_bytes(b"somebody's")
    clerk = Clerk(says=False)
    with pytest.raises(HostFault):
        put(workshop, site({"index.html": "3"}), clerk)
    assert [name in question for question in clerk.questions] == [True]
    assert (workshop.project / name).read_bytes() == b"somebody's"
    put(workshop, site({"index.html": "3"}), Clerk(says=True))
    assert unpacked(workshop.project / "site.zip") == {"index.html": b"3"}


def test_a_taken_over_file_is_kept_but_is_no_release(workshop: Workshop) -> None:
    """Nobody knows who is on it."""
    (workshop.project / "site.zip").write_bytes(b"somebody's")
    put(workshop, site(PAGES), adopt=True)
    assert (workshop.project / "site (ก่อนหน้า).zip").read_bytes() == b"somebody's"
    with pytest.raises(HostFault):
        ZipPlace(workshop, "site.zip").back(Clerk().asks())


def test_a_cut_write_leaves_the_old_zip_whole(workshop: Workshop) -> None:
    """A file that cannot be read stops it before anything is written."""
    put(workshop, site(PAGES))
    before = (workshop.project / "site.zip").read_bytes()
    wanted = site({**PAGES, "index.html": "2"})

    def broken(name: str) -> bytes:
        raise faults.changed_since(name)

    with pytest.raises(HostFault):
        put(workshop, type(wanted)(wanted.files, broken, wanted.shown, wanted.at))
    assert (workshop.project / "site.zip").read_bytes() == before
    assert {each.name for each in workshop.project.glob("*.zip*")} == {"site.zip"}


def test_a_folder_that_is_not_there_is_told(workshop: Workshop) -> None:
    """A stick that was pulled out, or a slip in its name."""
    with pytest.raises(HostFault) as told:
        ZipPlace(workshop, "stick/site.zip")
    assert str(workshop.project / "stick") in told.value.message.th


def test_the_vendor_is_told_to_empty_the_folder_first() -> None:
    """Unpacked on top of the old site, whoever withdrew would stay on it."""
    said = closing.where(Target("zip", "site.zip"), "https://khuanmao.example/award/").th
    assert "site.zip" in said
    assert "ลบไฟล์เดิม" in said
    assert "khuanmao.example" not in said  # nothing new is to be seen there yet
